"""The projects of a text for a draft: their names, their phases, and how far each is."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from briefing.checks.building import BUILT, Mention, read_mentions, sentences_of
from briefing.checks.progress import Sign, conclude_status
from briefing.checks.widen import widen_marks
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.commonworks import is_vague
from briefing.drafting.finding.openings import find_opened, is_granted
from briefing.drafting.finding.pursued import (
    find_aim,
    find_of_list,
    find_pursued,
    is_pursued,
    is_to_be_finished,
)
from briefing.drafting.finding.works import Sort, Work, find_works
from briefing.drafting.found import FoundProject, Span
from briefing.names.people import find_people
from briefing.names.tables import ends_word

_PRICED = re.compile("投资[^，。；]{0,10}元[^，。；]{0,4}(?:[新兴修]建|建设)$")
"""What right before a name tells what it costs to build: 计划投资2亿元建设."""
_PHASE = re.compile("[（(]?[一二三四]期[）)]?(?:工程|项目)?$")
_PHASES = re.compile("(?:^|(?<=[，。；：]))(?:其中，?|目前，?|项目)?([一二三四]期)(?:工程|项目)?")
"""A clause about a phase of the project that was named before."""
_SECTIONS = re.compile(
    "(?<=[，。；：的])([\u4e00-\u9fff]{2,3}(?<![路余他])段)(?=[已仍正于尚将]|计划|完成)"
)
_IN_SECTIONS = re.compile("(?:路|线|铁|高速|通道|航道|管道)$")
_PROGRAMME = re.compile("“[^“”]+”(?:工程|项目|行动|计划)?|.*[千百]万工程")
"""The name of a programme, which is a project only where a verb tells that it is built."""
_OF_WHOLE = re.compile(
    "的?(?:重点|关键|控制性|重要|配套|骨干|先导|核心|组成)+[^，。；〇]{0,4}(?:工程|项目|部分|节点|隧道|大桥)"
)
"""What behind a name tells that the subject is a part of it: 甲大桥是乙高速公路的控制性工程."""
_OF_NEXT = re.compile("的[^，。；、〇]{0,8}〇")
"""What behind a verb tells that it is said of the next project alone: 以及签约的乙项目."""
_STANDS_BEFORE = re.compile("[、和与及](?:在建|续建)(?!项目)")
"""A joint before what is said of the next member of a list alone: 甲水库以及在建电站."""
_NO_WORK = re.compile("了?[^，。；]{0,16}(?:体系|机制|网络|格局|队伍|生态|模式|制度)(?=[，。；]|$)")
"""What behind 建成 is no work of building: 已建成监测体系."""
_SIBLINGS = re.compile("(?:[、和与及]〇+)*")
"""Other projects behind one in a list, which have the same verb."""
_HOPED = ("planned", "sought")
_QUOTES = ("“", "〇")
"""The mark before a quoted name, which may be left out of the text with the name."""
_FAR = 14
_SHORTEST = 4
"""Fewer characters of a short name may be the kind of a work."""
_FARTHEST = 300


class _Named(NamedTuple):
    """A project at offsets of a paragraph, with the signs of how far it is, and the surest of them.

    The ``name`` of a phase has that of its project, which stands at the offsets ``base``.
    """

    start: int
    end: int
    name: str
    sort: Sort
    base: tuple[int, int] = (0, 0)
    signs: tuple[Sign, ...] = ()
    told: Sign | None = None


def find_projects(paragraphs: Sequence[str], day: date | None = None) -> list[FoundProject]:
    """Return the projects that the paragraphs name, once each, in order, with their status.

    A name stands in a list of projects, or ends in 铁路, 项目 and the like where the text tells how
    far it is or what it costs. One in 项目 or 工程 needs neither if it says what is built, nor one
    that has a part of its own before the word for its kind. The status is what the verbs about it
    tell; where none does, it is ``listed`` if a list of projects has it, and else ``unstated``.
    Titles are no projects.
    A phase, as 二期, is a project of its own. ``day`` is that of the article.

    >>> [(one.name, one.status) for one in find_projects(["青河治理工程开工，甲乙铁路通车。"])]
    [('青河治理工程', 'under_construction'), ('甲乙铁路', 'operating')]
    """
    held: dict[str, list[tuple[int, _Named]]] = {}
    for number, text in enumerate(map(widen_marks, paragraphs), 1):
        for one in _read_paragraph(text, day):
            held.setdefault(one.name, []).append((number, one))
    owners = _owners(held)
    whole: dict[str, list[tuple[int, _Named]]] = {}
    for name, mentions in held.items():
        whole.setdefault(owners.get(name, name), []).extend(mentions)
    phased = {
        one.name[: one.base[1] - one.base[0]]
        for mentions in whole.values()
        for _, one in mentions
        if one.told
    }
    told = {name for name, mentions in whole.items() if any(one.told for _, one in mentions)}
    return [
        _make_project(name, mentions)
        for name, mentions in whole.items()
        if (name in told or not (name in phased or _is_short(name, whole, told)))
        and not is_vague(name)
    ]


@lru_cache(maxsize=8192)
def list_works(text: str) -> tuple[Work, ...]:
    """Return what may name a project in a paragraph, which is kept: a draft asks twice about it."""
    holders = (one.end for one in find_people(text) if ends_word(text, one.start, "post"))
    breaks = Breaks(text, holders)
    return tuple(
        work for first, last in sentences_of(text) for work in find_works(text, first, last, breaks)
    )


def _make_project(name: str, mentions: Sequence[tuple[int, _Named]]) -> FoundProject:
    """Return a project with the surest of all signs about it, and the last one of what is hoped."""
    spans = [Span(number, *one.base) for number, one in mentions if any(one.base)]
    spans += [Span(number, one.start, one.end) for number, one in mentions]
    told = {one.told: number for number, one in mentions if one.told}
    surest = conclude_status(list(told))
    is_listed = any(one.sort == "listed" for _, one in mentions)
    hopes = [
        Span(number, sign.start, sign.end)
        for number, one in mentions
        for sign in one.signs
        if sign.status in _HOPED
    ]
    verb = Span(told[surest], surest.start, surest.end) if surest else None
    if surest and surest.status not in _HOPED and verb in hopes:  # its end is worked for
        verb = hopes[-1]
    return FoundProject(
        name,
        surest.status if surest else "listed" if is_listed else "unstated",
        tuple(spans),
        verb,
        hopes[-1] if hopes else None,
        coined=all(one.end - one.start != len(name) for _, one in mentions),
    )


def _owners(held: dict[str, list[tuple[int, _Named]]]) -> dict[str, str]:
    """Return the names that are the end of one other name, with that: 水库 of 青河水库."""
    longer: dict[str, list[str]] = {}
    for name in held:
        for start in range(1, len(name)):
            longer.setdefault(name[start:], []).append(name)
    return {name: longer[name][0] for name in held if len(longer.get(name, ())) == 1}


def _is_short(name: str, names: Iterable[str], told: Collection[str]) -> bool:
    """Return whether a name is a short one of another project: 甲水厂项目 of 甲水厂一期工程.

    Of two names of one project it is the one of which the text tells nothing, or the shorter one.
    """
    own = re.sub("(?:项目|工程)$", "", name)
    others = (one for one in names if one != name and one.startswith(own))
    return len(own) >= _SHORTEST and any(one in told or len(one) >= len(name) for one in others)


def _read_paragraph(text: str, day: date | None) -> Iterator[_Named]:
    """Yield the projects that a paragraph names, each with the sign of how far it is."""
    named = [
        _Named(work.start, work.end, text[work.start : work.end] + work.kind, work.sort)
        for work in list_works(text)
    ]
    named = sorted([*named, *_find_phases(text, named)], key=lambda one: one[:2])
    mentions = [Mention(*one[:3]) for one in named]
    bare, accounts = read_mentions(text, mentions, day)
    for one, mention, (clause, last, around) in zip(named, mentions, accounts, strict=True):
        signs = _keep_told(bare, one, around)
        opened = find_opened(text, bare, one.name, clause, (one.start, one.end))
        of_list = None if one.sort == "weak" else find_of_list(bare, one.start, day)
        if one.sort == "campaign":
            if told := find_pursued(bare, mention, clause):  # other verbs tell of something else
                yield one._replace(told=None if signs else told)
        elif of_list or opened or is_granted(bare, one.end) or _counts(one, bare, clause, signs):
            told = conclude_status(signs, bare[clause:last]) or of_list or opened
            if not told and (one.sort != "weak" or _PRICED.search(bare, clause, mention.start)):
                told = find_aim(bare, mention, clause, last)
            elif told and is_to_be_finished(bare, told, signs):
                told = told._replace(status="under_construction")
            is_sure = one.sort in ("listed", "certain") or is_granted(bare, one.end)
            is_sure = is_sure and not _PROGRAMME.fullmatch(one.name)
            if told or is_sure:
                yield one._replace(signs=signs, told=told)


def _keep_told(text: str, one: _Named, signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """Return the signs without those of a part of the project, of the next one, or of its site.

    The ``text`` is without names.
    """
    if text.startswith(("内", "里"), one.end):  # where something else is
        return ()
    is_whole = _OF_WHOLE.match(text, one.end) and text[one.start - 1 : one.start] in "是为系"
    return tuple(
        sign
        for sign in signs
        if sign.start < one.end
        or not (
            is_whole
            or _OF_NEXT.match(text, sign.end)
            or _STANDS_BEFORE.match(text, sign.start - 1)
            or (text.endswith("建成", 0, sign.end) and _NO_WORK.match(text, sign.end))
        )
    )


def _find_phases(text: str, named: Sequence[_Named]) -> Iterator[_Named]:
    """Yield the phases, and the sections of lines, of the project that was named before them."""
    starts = [one.start for one in named]
    for match in chain(_PHASES.finditer(text), _SECTIONS.finditer(text)):
        start, end = match.span(1)
        at = bisect_left(starts, start) - 1
        if at < 0 or start < named[at].end or start - named[at].end > _FARTHEST:
            continue
        base = _PHASE.sub("", named[at].name)
        if match[1][-1] == "期" or _IN_SECTIONS.search(base):
            begins = named[at].start
            yield _Named(start, end, base + match[1], "strong", (begins, begins + len(base)))


def _counts(one: _Named, text: str, clause: int, signs: Sequence[Sign]) -> bool:
    """Return whether the words about a work are such as are said of a project."""
    start = one.start - text.startswith(_QUOTES, one.start - 1)
    begin = max(clause, start - _FARTHEST)
    if one.sort in ("listed", "certain") or BUILT.search(text, begin, one.start):
        return True
    if is_pursued(text, begin, start):
        return True
    if one.sort == "strong":
        return any(sign.start >= clause for sign in signs)
    siblings = _SIBLINGS.match(text, one.end)
    end = siblings.end() if siblings else one.end
    return any(
        (end <= sign.start <= end + _FAR and sign.clause <= one.start)
        or one.start - 1 <= sign.end <= one.start
        for sign in signs
    )
