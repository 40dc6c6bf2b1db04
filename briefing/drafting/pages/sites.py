"""What the site is called on which an article stands, and the paper that it is from."""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.pages.bylines import are_surely_names
from briefing.drafting.pages.headlabels import clean_source, cut_time, find_time, read_labels
from briefing.drafting.pages.leads import find_lead, is_own
from briefing.drafting.pages.lines import Layout, Line, count_han, split_crumbs, squash
from briefing.names.gazetteer import places_by_name

_SEGMENTS = re.compile(r"\s*(?:[_|｜]|--+|——|\s[-–—]\s|[-–—](?=[^-–—]*$))\s*")
_SITE = re.compile(
    "(?:网|报|社|报社|政府|网站|官网|门户|频道|新闻|在线|客户端|之窗|日报社|融媒体中心|传媒|[厅局院会])$"
)
_PAPER = re.compile(
    "[\u4e00-\u9fff]{2,8}(?:(?:报|网|社)(?P<place>[\u4e00-\u9fff]{0,4})|客户端|融媒(?:体中心)?|(?:广播)?电视台|传媒)"
)
_STEP = re.compile("(?:网站)?首页|主页|正文|新闻|新闻中心|资讯|要闻|头条|内容|详情|新闻详情")
_ROOTS = re.compile("首页$|主页$")
_WEB = re.compile("(?:官方网站|门户网站|官网|网站|客户端|网|[.]net|[.]com|[.]cn)$", re.I)
_BYLINE = re.compile("[ 　](?:本报)?(?:记者|通讯员|作者)[ 　]")
_LONGEST = 24
_NEAR = 8


def find_source(lines: Sequence[Line], fact: str | None) -> str | None:
    """Return the paper that lines name behind a label, or the page's metadata, if one does."""
    for line in lines:
        for said in read_labels(line.text):
            if said.kind == "source" and (name := clean_source(said.value)):
                return name
    if fact and (name := clean_source(re.sub("^(?:来源|稿源)\\s*[:：]", "", fact))):
        return name
    for line in lines:
        for said in read_labels(line.text):
            name = clean_source(said.value) if said.kind == "publisher" else None
            # 甲网-乙报 names the site and the paper.
            if name and all(is_site(one) or is_name_of_paper(one) for one in name.split("-")):
                return name
    called = next((name for line in lines for name in _called_sources(line)), None)
    return called or next((name for line in lines if (name := _beside_time(line.text))), None)


def _beside_time(text: str) -> str | None:
    """Return the paper that stands on a line with nothing but a date: 某某网 2031-05-06 14:45.

    Reporters and other labels may stand behind it.
    """
    labels = [said.start for said in read_labels(text)]
    text = _BYLINE.split(text[: labels[0]] if labels else text, maxsplit=1)[0]
    if find_time(text) is None:
        return None
    rest, *names = cut_time(text).strip(" 　|｜").split() or [""]
    is_alone = not names or are_surely_names(" ".join(names))
    return rest if is_alone and is_site(rest) and not _STEP.fullmatch(rest) else None


def _called_sources(line: Line) -> Iterator[str]:
    """Yield what elements of a line hold that are called a source, without any label."""
    for role, text in line.roles:
        name = clean_source(text)
        is_name = name and count_han(name) > 1 and not re.search("[0-9。，？]", name)
        is_short = is_name and len(text) <= _LONGEST and not any(read_labels(text))
        if role == "source" and name and is_short:
            yield name


def is_site(text: str) -> bool:
    """Return whether a text ends as the names of papers, sites and those who run them do."""
    return bool(_SITE.search(text)) and count_han(text) == len(text) <= _LONGEST


def is_name_of_paper(text: str) -> bool:
    """Return whether a line is nothing but the name of a paper, a site or its desk in a place.

    >>> is_name_of_paper("某某网"), is_name_of_paper("某某网重庆"), is_name_of_paper("某某网上办事")
    (True, True, False)
    """
    name = _PAPER.fullmatch(text)
    return name is not None and (not name["place"] or name["place"] in places_by_name())


def find_owner(source: str | None, texts: Sequence[str]) -> str | None:
    """Return the paper of whose own article a label names another source, if there is one.

    A paper tells its own articles by its name (某某日报讯); an agency's are printed by many papers.
    """
    lead = find_lead(texts)
    own = any(map(is_own, texts))
    return lead if source and lead and own and not is_same(source, lead) else None


def find_site(layout: Layout, title: str | None) -> str | None:
    """Return what the site is called, as its metadata, the page's tab or its first line tell."""
    if told := layout.facts.get("site"):
        return told if told != "微信公众平台" else None
    if name := _on_tab(layout.tab, title or ""):
        return name
    for line in layout.lines[: layout.body[0]]:
        steps = split_crumbs(line.text)
        first = _ROOTS.sub("", steps[0]) if steps else ""
        if len(steps) > 1 and not _STEP.fullmatch(first) and _SITE.search(first):
            return first
    near = layout.lines[max(0, layout.body[0] - _NEAR) : layout.body[0] + 2]
    return next((name for line in near if (name := _before_time(line.text))), None)


def _before_time(text: str) -> str | None:
    """Return the site with which a line of the date begins that names the source behind it."""
    if not any(said.kind == "source" for said in read_labels(text)):
        return None
    first = re.split(r"[\s　(（]", text, maxsplit=1)[0]
    return first if _SITE.search(first) and not any(read_labels(first)) else None


def _on_tab(tab: str, title: str) -> str | None:
    """Return the name of the site out of what stands on the tab behind the title."""
    squashed = squash(title) or "\n"  # of a page without a title, every part may be the name
    names = [
        part.strip()
        for part in _SEGMENTS.split(tab)
        if part.strip() and not _is_part(squash(part), squashed)
    ]
    chinese = [one for one in names if count_han(one) > 1 and len(one) <= _LONGEST]
    sure = [one for one in chinese if _SITE.search(one) and not _STEP.fullmatch(one)]
    return next(iter([*sure[::-1], *chinese[::-1], *names[::-1]]), None)


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one


def find_section(layout: Layout, site: str | None) -> str | None:
    """Return the sections of the site in which an article stands, with · between them."""
    for line in layout.lines[: layout.body[0]]:
        if steps := split_crumbs(line.text):
            inner = [one for one in steps if not _STEP.fullmatch(one) and not _ROOTS.search(one)]
            inner = [one for one in inner if not (site and is_same(one, site))]
            if inner and all(len(one) < 16 for one in inner):
                return " · ".join(inner)
    return layout.facts.get("section")


def is_same(one: str, other: str) -> bool:
    """Return whether two names are of one paper: 某某网 and 某某网-地方频道, or 某某社官网."""
    one, other = squash(one), squash(other)
    shortest = min(map(len, (one, other)))
    return shortest > 1 and (
        one.startswith(other) or other.startswith(one) or _WEB.sub("", one) == _WEB.sub("", other)
    )
