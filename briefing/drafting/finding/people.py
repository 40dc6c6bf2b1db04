"""The people of a text for a draft: their posts, where they are named, and their own words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.checks.widen import widen_marks
from briefing.drafting.finding.careers import find_ahead, find_later
from briefing.drafting.finding.posts import Title, Titles, carry, find_office, is_bare
from briefing.drafting.finding.speech import find_speech
from briefing.drafting.found import FoundPerson, FoundPost, Span
from briefing.drafting.pages.contributors import find_contributors, is_signed
from briefing.names.joints import JOINTS
from briefing.names.people import Mention
from briefing.names.people import find_people as find_names
from briefing.names.tables import starts_word, words
from briefing.names.treated import BESIDE, find_treated
from briefing.quantities.data import WordTable

_SHORT = 2
"""A name of so many characters may be another word."""
_FAR = 8
"""No word for a post is longer."""
_LONGEST_HEADLINE = 40
_STOP = re.compile("[。；！？]")
_JOINT = re.compile("(?:[（(][^（）()]{1,24}[）)])?(?:[、 \u3000]|和|与|及|以及)")
_MANY = (
    "(?:[（(][^（）()]{1,24}[）)])?等?(?:[\\d两三四五六七八九十]+[名位人])?等?(?:同志|先生|女士)?"
)
_TAKES = re.compile(
    _MANY + "(?P<each>分别)?(?:也|还|均|都|全票|同时|继续|正式|如今|现在|现)?"
    "(?:(?:被|获|受)?(?:任命|聘任|聘请|聘|推选|选举|增选|增补|补选|推举|评选|评|提名)为|当选为?|受命"
    "|担任|就任|出任|接任|兼任|兼|升任|转任|调任|改任|任|为(?!核心)|是|系"
    "|(?![^，。]{0,8}[让的把被叫请儿女])[^，。；：！？“”]{0,8}当[起上]了?)"
)
_LOSES = re.compile("(?:同志)?(?:辞去|卸任|不再担任|的)?")
_DISMISSED = ("免去", "罢免", "撤销", "接受")
_CLOSING = re.compile("[）)]")
_BRACKET = re.compile("[（(]兼?(?=[^（）()]{2,40}[）)])")


def find_people(paragraphs: Sequence[str]) -> list[FoundPerson]:
    """Return every person who is named in the paragraphs, once, in order, with posts and words.

    A post is as the text writes it, with the organisation before it; the same post in fewer words
    is not repeated. Those whom only a by-line names are left out, but for 通讯员 and 实习生,
    who are no reporters, and those who took pictures. The organisation of a post is a body that
    the text names, and for a post without one that of the post before it; the head of a place, as
    a mayor, has none.

    >>> (found,) = find_people(["省统计局局长李某介绍，增速回升。"])
    >>> found.name, [post.title for post in found.posts], len(found.says)
    ('李某', ['省统计局局长'], 1)
    """
    paragraphs = [widen_marks(text) for text in paragraphs]
    mentions: dict[str, list[Span]] = {}
    beside: dict[str, list[Span]] = {}
    held: dict[str, list[FoundPost]] = {}
    writers: set[str] = set()
    twofold: set[str] = set()
    pictured: set[str] = set()
    for number, (text, names) in enumerate(_with_known(paragraphs), 1):
        namesakes = _find_namesakes(text, names)
        twofold |= {one.name for one in namesakes}
        for one in names:
            if one not in namesakes and not is_signed(text, one):
                mentions.setdefault(one.name, []).append(Span(number, one.start, one.end))
        for index, title in _posts_in(text, names):
            one = names[index]
            if one in namesakes:
                continue
            if title.word in words("byline"):
                writers.add(one.name)
                continue
            span = Span(number, title.start, title.end)
            post = FoundPost(title.text, title.organisation, span)
            held.setdefault(one.name, []).append(post)
            beside.setdefault(one.name, []).append(Span(number, one.start, one.end))
        for start, role, name in find_contributors(text):
            at = text.rindex(role, 0, start)
            span = Span(number, start, start + len(name))
            mentions.setdefault(name, []).append(span)
            if not role:
                pictured.add(name)
                continue
            held.setdefault(name, []).append(
                FoundPost(role, None, Span(number, at, at + len(role)))
            )
    says = find_speech(paragraphs, mentions)
    where = [
        (one.paragraph, Mention(one.start, one.end, name))
        for name, spans in mentions.items()
        for one in spans
    ]
    treated = find_treated(paragraphs, where, {*held, *says})
    return [
        FoundPerson(
            name,
            tuple(_without_repeats(held.get(name, []))),
            tuple(dict.fromkeys([*beside.get(name, [])[:1], *spans])),
            tuple(says.get(name, ())),
            name in twofold,
        )
        for name, spans in mentions.items()
        if name in held or name in pictured or (name in treated and name not in writers)
    ]


def _find_namesakes(text: str, names: Sequence[Mention]) -> set[Mention]:
    """Return the names of a list that it has once before: nobody stands twice in one list."""
    found: set[Mention] = set()
    for group in _groups(text, names):
        seen: set[str] = set()
        for one in (names[index] for index in group):
            if one.name in seen:
                found.add(one)
            seen.add(one.name)
    return found


def _with_known(paragraphs: Sequence[str]) -> Iterator[tuple[str, list[Mention]]]:
    """Yield the paragraphs with the names in them, also where only another place tells a name.

    A name of two characters, which may be another word, needs a post before it or a verb of speech
    behind it there. A part of a foreign name stands for the whole one: 史密斯.
    """
    found = [find_names(text) for text in paragraphs]
    wholes = _wholes(one.name for names in found for one in names)
    counts = Counter(one.name for names in found for one in names)
    known = set(counts)
    table = WordTable(known)
    for text, each in zip(paragraphs, found, strict=True):
        names = [one for one in each if not _is_cut_short(text, one, table)]
        names = _settle(text, names, counts, table)
        taken = {at for one in names for at in range(one.start, one.end)}
        more = [
            Mention(start, start + len(name), name)
            for start, name in table.find_all(text)
            if start not in taken
            and start + len(name) - 1 not in taken
            and (len(name) > _SHORT or _is_told(text, start, start + len(name)))
        ]
        yield (
            text,
            [one._replace(name=wholes.get(one.name, one.name)) for one in sorted([*names, *more])],
        )


def _wholes(names: Iterable[str]) -> dict[str, str]:
    """Return the first and last parts of names with a dot, each with the only name that has it."""
    found: dict[str, set[str]] = {}
    for name in names:
        if (dot := max(map(name.rfind, "·•・‧"))) > 0:
            found.setdefault(name[dot + 1 :], set()).add(name)
            found.setdefault(name[:dot], set()).add(name)
    return {part: one for part, (one, *more) in found.items() if not more}


def _is_cut_short(text: str, one: Mention, known: WordTable) -> bool:
    """Return whether a mention is only the beginning of another name that the text knows."""
    return len(one.name) == _SHORT and len(known.longest(text, one.start)) > _SHORT


def _settle(
    text: str, names: Sequence[Mention], counts: Counter[str], known: WordTable
) -> list[Mention]:
    """Return mentions without those that another name, which the text has as often, shows wrong.

    Such a one begins inside the other name (梅成 of 路生梅成为), or has one more character that
    leads to it or from it: 向宋某平, 程某凯家.
    """
    inside = {
        at: name
        for start, name in known.find_all(text)
        if len(name) > _SHORT
        for at in range(start + 1, start + len(name))
    }
    settled = []
    for start, end, name in names:
        other = inside.get(start, name)
        if other != name and counts[other] >= counts[name]:
            continue
        if name[0] in words("preposition") and counts[name[1:]] >= counts[name]:
            settled.append(Mention(start + 1, end, name[1:]))
        elif name.endswith("家") and counts[name[:-1]] >= counts[name]:
            settled.append(Mention(start, end - 1, name[:-1]))
        else:
            settled.append(Mention(start, end, name))
    return settled


def _is_told(text: str, start: int, end: int) -> bool:
    if text[max(0, start - 1) : start] in ("", *"。！？"):
        return not starts_word(text, start, "ordinary")
    before = find_office(text, max(0, start - _FAR), start)
    return before is not None or starts_word(text, end, "speech")


def _posts_in(text: str, names: Sequence[Mention]) -> Iterator[tuple[int, Title]]:
    """Yield the posts of a paragraph, each with the index of the name whose post it is."""
    titles = Titles(text, (one.end for one in names))
    body: str | None = None
    for group in _groups(text, names):
        shared: list[Title] = []
        for index in group:
            floor = _floor(text, names, index, titles)
            own = titles.find_before(floor, names[index].start)
            if _is_headed(text, names[index]):
                own = []
            if index == group[0]:
                own = [*find_ahead(titles, floor, names[index].start), *own]
            if own and index:
                own = _with_body(text[names[index - 1].end : own[0].start], own, body)
            body = own[-1].organisation if own else body if shared else None
            if own:
                shared = [one for one in own if _is_shared(one)]
            shared = [] if _is_with_other(text, names[index]) else shared
            for title in own or shared:
                yield index, title
            end = names[index].end
            for title in _in_bracket(titles, end):
                yield index, title
            following = names[index + 1].start if index + 1 < len(names) else -1
            if (style := titles.find_style(end)) and style.end != following:
                yield index, style
                end = style.end
        yield from _taken(titles, names, group, end, bool(shared))


def _in_bracket(titles: Titles, end: int) -> list[Title]:
    """Return the posts that brackets right behind a name tell, which are of that name alone."""
    bracket = _BRACKET.match(titles.text, end)
    closing = _CLOSING.search(titles.text, bracket.end()) if bracket else None
    return titles.find_after(bracket.end(), closing.start()) if bracket and closing else []


def _is_headed(text: str, one: Mention) -> bool:
    """Return whether a name begins a headline behind another one: 李某：守山的村官 王某：."""
    before = text[max(0, one.start - _LONGEST_HEADLINE) : one.start]
    return text[one.end : one.end + 1] == "：" and before[-1:].isspace() and "：" in before


def _with_body(joint: str, titles: list[Title], body: str | None) -> list[Title]:
    """Give the first post of a person the body of the person before: 甲院院长王某、副院长李某."""
    first = titles[0]
    carried = body is not None and not body.endswith("委")  # a committee has no manager
    if joint in JOINTS and carried and is_bare(first):
        return carry([first._replace(organisation=body), *titles[1:]])
    return titles


def _is_shared(title: Title) -> bool:
    """Return whether a post before a list is that of everybody in it: 副主任, but not 主任."""
    return title.word not in words("single")


def _is_with_other(text: str, one: Mention) -> bool:
    """Return whether 与 parts a name from that of somebody else: 副主任王某与李某签约."""
    return text[one.start - 1 : one.start] == "与"


def _floor(text: str, names: Sequence[Mention], index: int, titles: Titles) -> int:
    """Return the offset before which no post of a name can begin.

    A title right behind the name before is that of this other one: 甲某秘书长、设计师乙某.
    """
    start = names[index].start
    before = names[index - 1].end if index else 0
    style = titles.find_style(before) if index else None
    if style and text[style.end : style.end + 1] in ("、", "，", "；", "和", "与"):
        before = style.end
    return max(before, *(text.rfind(mark, before, start) + 1 for mark in "。；！？"))


def _groups(text: str, names: Sequence[Mention]) -> Iterator[list[int]]:
    """Yield the indexes of the names that stand together in a list, 甲、乙和丙, or alone."""
    group: list[int] = []
    for index, one in enumerate(names):
        if group:
            joint = _JOINT.match(text, names[index - 1].end)
            if not joint or joint.end() != one.start:
                yield group
                group = []
        group.append(index)
    if group:
        yield group


def _taken(
    titles: Titles, names: Sequence[Mention], group: Sequence[int], end: int, has_posts: bool
) -> Iterator[tuple[int, Title]]:
    """Yield the posts that the words behind a list of names give to them, or take from them.

    The list ends at ``end``, with the post behind its last name: 王某局长.
    """
    text = titles.text
    following = names[group[-1] + 1].start if group[-1] + 1 < len(names) else len(text)
    mark = _STOP.search(text, end, following)
    stop = mark.start() if mark else following
    found: list[Title] = []
    if takes := _TAKES.match(text, end, stop):
        found = titles.find_told(takes.end(), stop)
        if takes["each"] and len(found) == len(group):
            yield from zip(group, found, strict=True)
            return
    elif not has_posts and (beside := BESIDE.match(text, end, stop)):
        is_told = text.startswith("是", beside.end())  # 王某今年45岁，是村民
        find = titles.find_told if is_told else titles.find_after
        found = find(beside.end() + is_told, stop)
        behind = text[found[-1].end : found[-1].end + 1] if found else ""
        found = found if behind in "，；。" else []
    if not found and (loses := _LOSES.match(text, end, stop)):
        leaves = loses[0].endswith(("辞去", "卸任", "担任"))
        if leaves or text.endswith(_DISMISSED, 0, names[group[0]].start):
            found = titles.find_after(loses.end(), stop)
    found += find_later(titles, end, stop)
    for index in group:
        yield from ((index, title) for title in found if title.end < following)


def _without_repeats(posts: Sequence[FoundPost]) -> Iterator[FoundPost]:
    """Yield posts without those that another one has with more words before it."""
    seen: set[str] = set()
    shorter = {end for post in posts for end in _ends_of(post.title)}
    for post in posts:
        if post.title not in seen and post.title not in shorter:
            seen.add(post.title)
            yield post


def _ends_of(title: str) -> Iterator[str]:
    """Yield the ends of a title that are the same post in fewer words: 市长 of 副市长 is none."""
    for at in range(1, len(title)):
        if not title.endswith(tuple(words("modifier")), 0, at):
            yield title[at:]
