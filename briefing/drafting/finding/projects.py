"""The projects of a text for a draft: their names, and how far each is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.checks.stages import Told, read_stage
from briefing.drafting.finding.breaks import Breaks, alternatives
from briefing.drafting.finding.listing import compile_tail, split_items, strip_quotes
from briefing.drafting.finding.marks import widen_marks
from briefing.drafting.found import FoundProject, Span
from briefing.model.choices import ProjectStatus, Stage

_COSTS = re.compile("投资[^，]{0,12}元的$")
"""What before a name tells a project: 总投资12亿元的."""
_NAMES = re.compile("，如(?![期何此今果同])|包括|包含|涵盖|涉及|分别为|分别是|主要有")
_STATUS: dict[Stage, ProjectStatus] = {
    "stalled": "stalled",
    "done": "completed",
    "under_way": "under_construction",
    "agreed": "signed",
    "planned": "planned",
    "sought": "sought",
}
_RUNS = re.compile("投产|投运|投用|投入|通车")
_SOUGHT = re.compile("力争|争取|努力|争创|冲刺|希望|期待|呼吁")
_SENTENCE = re.compile("[^。；！？]{1,600}")
_ENDS = ("项目", "工程", "期")
_FIRMS = ("公司", "集团", "银行")
_NEAR = 20
_SHORTEST, _LONGEST = 4, 40


def find_projects(paragraphs: Sequence[str]) -> list[FoundProject]:
    """Return the projects that the paragraphs name, once each, in order, with their status.

    A name stands in a list of projects, or ends in 铁路, 项目 and the like beside a verb as 开工 or
    behind what it costs. One in 项目 or 工程 needs neither if it says what is built. The status is
    what the verb of its clause tells, and ``listed`` where none does. Titles are no projects.

    >>> [(one.name, one.status) for one in find_projects(["青河治理工程开工，甲乙铁路通车。"])]
    [('青河治理工程', 'under_construction'), ('甲乙铁路', 'operating')]
    """
    paragraphs = [widen_marks(text) for text in paragraphs]
    named: dict[str, list[Span]] = {}
    status: dict[str, ProjectStatus] = {}
    for number, text in enumerate(paragraphs, 1):
        for sentence in _SENTENCE.finditer(text):
            words_of = sentence[0]
            for start, end in sorted(set(_found(words_of))):
                name = words_of[start:end]
                at = sentence.start()
                named.setdefault(name, []).append(Span(number, at + start, at + end))
                told = read_status(words_of, start, end)
                if told and status.get(name, "listed") == "listed":
                    status[name] = told
    return [
        FoundProject(name, status.get(name, "listed"), tuple(spans))
        for name, spans in named.items()
    ]


def read_status(text: str, start: int, end: int) -> ProjectStatus | None:
    """Return the status that the clause around a project tells, or nothing."""
    told: Told | None = read_stage(text, start, end)
    if told is None:
        return None
    if told.stages == ("done",) and _RUNS.search(told.verb):
        return "operating"
    stage: Stage = "sought" if _SOUGHT.search(told.verb) else told.stages[0]
    return _STATUS.get(stage)


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the projects in a sentence: those of lists, and then the others."""
    breaks = Breaks(text)
    listed = [span for span in _listed(text, breaks) if _is_name(text[slice(*span)], least=2)]
    yield from listed
    taken = {at for span in listed for at in range(*span)}
    floor = 0
    for match in _ending().finditer(text):
        if match.end() <= floor:
            continue
        longer = _longer().match(text, match.end())
        within = longer and breaks.before(longer.end(), 0) <= match.end()
        floor, begin = (longer or match).end() if within else match.end(), floor
        start, end = _trim(text, breaks.before(match.start(), begin), floor)
        if not taken.isdisjoint((start, end - 1)) or _is_title(text, start):
            continue
        concrete = text[:end].endswith(_ENDS) and _concrete().search(text, start, end - 2)
        costs = _COSTS.search(text, max(0, start - _NEAR), start)
        told = concrete or costs or read_stage(text, start, end)
        if told and _is_name(text[start:end], least=_SHORTEST):
            yield start, end


def _listed(text: str, breaks: Breaks) -> Iterator[tuple[int, int]]:
    """Yield the items of lists of projects: 甲、乙等12个项目, and 项目……包括甲、乙."""
    floor = 0
    for tail in _tail().finditer(text):
        for item in split_items(text, breaks, _leads(), tail.start(), floor):
            yield _trim(text, *item)
        floor = tail.end()
    for match in _NAMES.finditer(text):
        if _project().search(text, 0, match.start()):
            end = re.compile("等|，|$").search(text, match.end())
            stop = end.start() if end else len(text)
            for item in split_items(text, breaks, _leads(), stop, match.end()):
                yield _trim(text, *item)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a name without the verbs before it and quotation marks around it."""
    while lead := _leads().match(text, start, end):
        start = lead.end()
    return strip_quotes(text, start, end)


def _is_title(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)


def _is_name(name: str, least: int) -> bool:
    """Return whether the name of a project is more than common nouns: 重点产业项目 is none."""
    fits = least <= len(name) <= _LONGEST and "等" not in name
    return fits and not name.endswith(_FIRMS) and not _plain().fullmatch(name)


@cache
def _ending() -> re.Pattern[str]:
    ends = alternatives("project", "works")
    return re.compile(f"(?:{ends})(?:[一二三四]期)?(?![师局办部长级化院组])")


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{0,10}}?{_ending().pattern}")


@cache
def _project() -> re.Pattern[str]:
    return re.compile(alternatives("project"))


@cache
def _tail() -> re.Pattern[str]:
    return compile_tail(alternatives("project"), 10)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(alternatives("project-lead"))


@cache
def _concrete() -> re.Pattern[str]:
    return re.compile(alternatives("concrete"))


@cache
def _plain() -> re.Pattern[str]:
    plain = alternatives("plain-project", "project-lead")
    return re.compile(f"(?:{plain})*(?:{alternatives('project', 'works')})?")
