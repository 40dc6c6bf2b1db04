"""The title, the date, the paper, the reporters and the editor of an article, out of its lines."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.drafting.pages.bylines import (
    are_surely_names,
    find_author_of,
    find_name_alone,
    find_names_before,
    find_reporters,
    is_byline,
    read_authors,
    split_names,
)
from briefing.drafting.pages.foots import find_source_at_end, list_ends
from briefing.drafting.pages.headlabels import (
    Time,
    clean_editor,
    cut_time,
    find_printed,
    find_time,
    read_labels,
)
from briefing.drafting.pages.leads import (
    find_lead,
    find_parts,
    find_reporters_of_lead,
    find_title_of_lead,
    is_own,
    measure_lead,
)
from briefing.drafting.pages.lines import (
    Layout,
    Line,
    count_han,
    has_sentence,
    is_crumbs,
    is_furniture,
    is_head,
    squash,
    tells,
)
from briefing.drafting.pages.sites import (
    find_owner,
    find_section,
    find_site,
    find_source,
    is_name_of_paper,
    is_site,
)
from briefing.drafting.pages.wording import head_words

_BEFORE = 40
_AFTER = 8
_FAR = 40
_LEADS = 2
"""So many lines of the body may begin with a lead."""
_LONGEST_TITLE = 90
_SHORTEST_TITLE = 4
_USUAL_TITLE = 8
"""Few titles have fewer characters; lines that tell a desk or a column mostly do."""
_FEWEST_POINTS = 1.0
_KICKER = re.compile("(?:强调|指出|要求|提出|会上|时|之际|通知》|意见》|方案》)[：:]?$")
"""How the line above a title often ends, which says who spoke where."""
_MEETING = re.compile(
    "(?:[会届节坛赛展]|仪式|活动)[^，。；]{0,12}(?:举行|召开|举办|开幕|闭幕)[：:]?$"
)
"""A line that only tells of a meeting: the headline below it says what came of it."""
_NO_TITLE = re.compile(
    r"^[\u4e00-\u9fff]{2,3}新闻$|[ 　]\d\d-\d\d(?: \d\d:\d\d)?$|\d{4}年第?\d+期$"
)
"""What a site sets beside a title: its name, or a region with the day, or the issue."""
_PUBLISHES = re.compile(
    "[\u4e00-\u9fff]{2,12}(?:局|厅|委|委员会|政府|办公室|政府办|发布|中心|新闻|日报|客户端)"
)
"""Who publishes on a site of its own, or by an account."""
_ATTENDED = re.compile("出席|讲话|主持|参加|致辞|宣布|报告$")
"""What the line below a headline tells of those who were at a meeting."""
_LABEL_OF_TITLE = re.compile("^(?:原?标题|题目)\\s*[:：]\\s*")

_IN_BRACKETS = re.compile("【([^【】]+)】")


class Head(NamedTuple):
    """What is found of an article besides its text.

    ``source`` is the paper that it is from, and ``site`` where the page stands. ``time`` is when
    the article was brought out, and ``printed`` the day of the paper's issue where its page is
    told. ``title_at`` is the line of the title, from 0, if it stands on one.
    """

    title: str | None
    title_at: int | None
    source: str | None
    site: str | None
    section: str | None
    time: Time | None
    printed: str | None
    reporters: tuple[str, ...]
    editor: str | None


_SITE_BEHIND = re.compile(
    "(?<=[\u4e00-\u9fff”！？])\\s*[_|｜-]\\s*(?P<site>[\u4e00-\u9fff]{2,16}(?:网站?|报|客户端))$"
)
"""The name of the site behind a title, as a tab in a browser has it."""


def find_head(layout: Layout) -> Head:
    """Return what is found of an article besides its text."""
    layout = _begin_with_sentence(layout)
    title_at = _find_title(layout)
    title = layout.lines[title_at].text if title_at is not None else layout.facts.get("title")
    lead, end = layout.body
    first = max(0, lead - _BEFORE) if title_at is None else title_at + 1
    if told := find_title_of_lead(title or ""):
        first = title_at or 0  # who wrote stands there as well
    original = (line.text for line in layout.lines[:lead] if line.text.startswith("原标题"))
    title = _clean_title(told or title or next(original, "")) or None
    zone = layout.lines[first:lead]
    above = layout.lines[max(0, lead - _BEFORE) : title_at or 0]
    body = layout.lines[lead:end]
    foot = (*list_ends(body[-3:]), *layout.lines[end : end + _AFTER])
    ends = (*foot, *body[:2:-1][:4], *layout.lines[end + _AFTER : end + _FAR])
    site = find_site(layout, title)
    printed = _find_printed([*zone, *above, *ends])
    labelled = [line for line in (*foot, *above) if tells(line.text)]
    source = find_source([*zone, *labelled], layout.facts.get("source"))
    byline = next((author for line in zone if (author := find_author_of(line.text))), None)
    leads = [line.text for line in (*zone, *body[:2], *body[:1:-1][:2])]
    if owner := find_owner(source, leads):
        source, site = owner, site or source
    return Head(
        title=title,
        title_at=title_at,
        source=source
        or (byline and byline[1])
        or (printed and printed[0])
        or find_source_at_end(body, foot)
        or _find_paper(layout, zone, leads),
        site=site,
        section=find_section(layout, site),
        time=_find_time(layout, [*zone, *filter(_is_own_date, foot)], above),
        printed=printed[1] if printed else None,
        reporters=tuple(_find_reporters(zone, body, foot, byline)),
        editor=_find_editor([*ends, *zone]),
    )


def _clean_title(text: str) -> str:
    """Return a title without a label before it, the site behind it, and brackets around it."""
    text = _SITE_BEHIND.sub("", _LABEL_OF_TITLE.sub("", text))
    whole = _IN_BRACKETS.fullmatch(text)
    return whole[1].strip() if whole else text


def _begin_with_sentence(layout: Layout) -> Layout:
    """Return a layout whose body begins with a sentence: its title and head stand before that."""
    start, end = layout.body
    sentences = (at for at in range(start, end) if has_sentence(layout.lines[at].text))
    return layout._replace(body=(next(sentences, start), end))


def _find_title(layout: Layout) -> int | None:
    """Return the line of the title, which has the most points of all before the body."""
    lead = layout.body[0]
    titles = [at for at in range(lead) if _may_be_title(layout.lines[at])]
    points: dict[int, float] = {}
    earlier = 0
    for at in titles:
        is_kicker = _is_kicker(layout, at)
        if at >= lead - _BEFORE:
            points[at] = _rate_title(layout, at, earlier) - is_kicker
        earlier += not is_kicker
    short = {at: max(0, _USUAL_TITLE - count_han(layout.lines[at].text)) for at in points}
    best = max(points, key=lambda at: points[at] - 0.1 * short[at], default=None)
    return best if best is not None and points[best] >= _FEWEST_POINTS else None


def _may_be_title(line: Line) -> bool:
    text = line.text
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or count_han(text) < _SHORTEST_TITLE:
        return False
    if line.is_link and not line.level:
        return False
    if is_name_of_paper(text) or is_byline(text) or measure_lead(text) == len(text):
        return False
    if _NO_TITLE.search(text):
        return False
    return not (is_furniture(text) or is_crumbs(text) or text.endswith("。") or text[0] in "—（(")


def _is_kicker(layout: Layout, at: int) -> bool:
    """Return whether a line is beside a headline, and tells where it came about or who tells it."""
    text, below = layout.lines[at].text, layout.lines[at + 1 : min(at + 2, layout.body[0])]
    if _KICKER.search(text) or _is_beside_date(layout.lines, at):
        return True
    is_above = any(_may_be_title(one) and not _ATTENDED.search(one.text) for one in below)
    return is_above and bool(_MEETING.search(text))


def _rate_title(layout: Layout, at: int, earlier: int) -> float:
    """Return how much speaks for a line as the title, in points.

    So many ``earlier`` lines might be the title, too.
    """
    line = layout.lines[at]
    points = float(max(0, 4 - line.level)) if line.level else 0.0
    points += 1.5 * any(role == "title" for role, _ in line.roles)
    points += 4 * max((_overlap(line.text, told) for told in _titles(layout)), default=0.0)
    points += 0.4 * _is_parallel(line.text)
    below = layout.lines[at + 1 : at + 5]
    near = next((steps for steps, one in enumerate(below) if is_head(one.text)), None)
    points += 1.5 - 0.3 * near if near is not None else 0.0
    if not layout.is_page:  # its title is the first line that can be one
        points += 1.2 - 0.2 * earlier
    return points - 0.02 * max(0, layout.body[0] - at)


def _is_parallel(text: str) -> bool:
    """Return whether a line has two halves with a blank between, as titles of papers often do."""
    halves = [count_han(half) for half in text.split()]
    return len(halves) == 2 and min(halves) > _SHORTEST_TITLE


def _titles(layout: Layout) -> Iterator[str]:
    if told := layout.facts.get("title"):
        yield told
    yield layout.tab


def _overlap(text: str, told: str) -> float:
    """Return how much of what a page is called is this text, from 0 to 1, the site's name aside."""
    text, told = squash(text), squash(told)
    if not text or not told:
        return 0.0
    if told in text:
        return len(told) / len(text)
    if text not in told:
        return 0.0
    around = max(map(len, told.split(text)))
    return 1.0 if len(text) >= around else len(text) / around


def _find_paper(layout: Layout, zone: Sequence[Line], leads: Sequence[str]) -> str | None:
    """Return the paper of the lead, or whose name is a line at the head of a text or below a title.

    A line that has more of the name than the lead tells the paper best, and so does one beside
    the date, as many print an agency's articles.
    """
    head = zone if layout.is_page else layout.lines[: layout.body[0]]
    names = (line.text for line in head if not line.is_link and is_name_of_paper(line.text))
    line, lead = next(names, None), find_lead(leads)
    if line and lead and line.startswith(lead):
        return line
    beside = next((one.text for at, one in enumerate(zone) if _is_beside_date(zone, at)), None)
    if beside and not any(map(is_own, leads)):
        return beside
    texts = [one.text for one in layout.lines[layout.body[0] : layout.body[1]]]
    return lead or line or beside or find_lead(find_parts(texts))


def _is_beside_date(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is the name of who publishes, right beside a line that is a date."""
    near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return bool(_PUBLISHES.fullmatch(lines[at].text)) and any(
        find_time(one.text) and count_han(cut_time(one.text)) < 2 for one in near
    )


def _find_time(layout: Layout, near: Sequence[Line], above: Sequence[Line]) -> Time | None:
    """Return when the article came out: what is called so, then any date in the head."""
    told = find_time(layout.facts.get("time", ""))
    for line in (*near, *above[::-1]):
        time = find_time(line.text) if len(line.text) < _LONGEST_TITLE else None
        if time:
            return told if told and told.day == time.day and time.clock is None else time
    return told


def _is_own_date(line: Line) -> bool:
    """Return whether a line below the body dates the article, and not another one."""
    return count_han(cut_time(line.text)) < _SHORTEST_TITLE or any(read_labels(line.text))


def _find_printed(lines: Sequence[Line]) -> tuple[str | None, str] | None:
    short = (line.text for line in lines if len(line.text) < _LONGEST_TITLE)
    return next((told for text in short if (told := find_printed(text))), None)


def _find_reporters(
    zone: Sequence[Line],
    body: Sequence[Line],
    foot: Sequence[Line],
    byline: tuple[list[str], str] | None,
) -> list[str]:
    if byline:
        return byline[0]
    texts = [[line.text for line in lines] for lines in (zone, body, foot)]
    for text in (*texts[0], *texts[1][:_LEADS]):
        if found := find_reporters_of_lead(text):
            return found
    parts = [] if any(is_byline(line.text) for line in zone) else find_parts(texts[1])
    if each := [name for part in parts for name in find_reporters([part], (), ())]:
        return list(dict.fromkeys(each))
    if found := find_reporters(*texts):
        return found
    for line in (*zone, *foot, *body[:2:-1][:3]):
        for said in read_labels(line.text):
            if said.kind == "author" and (names := read_authors(said.value)):
                return names
    dated = (names for line in zone if (names := _find_names_beside_time(line.text)))
    return next(dated, []) or (find_name_alone(zone[0].text) if zone else [])


def _find_names_beside_time(text: str) -> list[str]:
    """Return the names with which a line begins that tells the time, or that stand behind it."""
    labels = read_labels(text)
    if not labels and (names := find_names_before(text)):
        return names
    before = text[: labels[0].start].strip() if labels else ""
    if find_time(text) is None:
        return []
    if before and find_time(before) is None:
        return split_names(before) if are_surely_names(before) else []
    behind = cut_time(before or text).split()
    listed = " ".join(behind[1:]) if behind and is_site(behind[0]) else ""
    return split_names(listed) if listed and are_surely_names(listed) else []


def _find_editor(lines: Sequence[Line]) -> str | None:
    """Return the editor of the page, by the surest label."""
    found: dict[str, str] = {}
    for line in lines:
        for said in read_labels(line.text):
            if said.kind == "editor" and (names := clean_editor(said.value)):
                found.setdefault(said.label, names)
    return next((found[label] for label in head_words("editor") if label in found), None)
