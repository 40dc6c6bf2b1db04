"""Holds what a sentence tells of how far a project or plan has come against the models."""

import re
from collections.abc import Iterator

from briefing.checks.progress import find_signs
from briefing.checks.stages import hide_quoted, read_stage
from briefing.model.choices import NOT_BEGUN, STAGE_OF_STATUS
from briefing.model.records import Person, Place, Project, Record, Strategy, Term
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found, Says, Status
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.projects import Projects
from briefing.verifying.wording import pattern

_RANK: dict[str, int] = {
    **dict.fromkeys(("unstated", *NOT_BEGUN), 0),
    "agreed": 1,
    "under_way": 2,
    "done": 3,
}
_STAGES = ("stalled", "done", "under_way", "agreed")


_SIDES = {
    "zh": (
        re.compile("(?:市|县|省|区|州)?(?:境内)?的?"),
        re.compile("(?:项目|工程)?(?:位于|地处|坐落[于在]|落户[于在]?|[设建]在)"),
    ),
    "en": (
        re.compile(r"['’]s (?:new |planned |\w+ )?"),
        re.compile(
            r",? (?:(?:is |lies |was )?(?:located |sited |built |based )?(?:in|at)|of) (?:the )?",
            re.I,
        ),
    ),
}
_OPENING = {
    "zh": (re.compile("(?:^|[，。；,;])在$"), re.compile("(?:市|县|省|区|州)?(?:境内)?[，,] ?")),
    "en": (re.compile(r"(?:^|[.;,] )In (?:the )?$"), re.compile(", (?:the )?")),
}
"""What stands before a place with which a clause opens, and what between it and a project."""


def judge_sites(sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """Yield the places beside projects that are said to lie there, and do not."""
    text = sentence.text
    before, behind = _SIDES[sentence.language]
    opening, ending = _OPENING[sentence.language]
    for mention in mentions:
        entries = [one for one in mention.entries if _is_sited(one.record)]
        if not entries:
            continue
        for other in mentions:
            if other is mention or not other.ids(Place):
                continue
            if other.end <= mention.start:
                opens = opening.search(text[: other.start]) and ending
                is_site = any(
                    one and one.fullmatch(text, other.end, mention.start) for one in (before, opens)
                )
            else:
                is_site = bool(behind.fullmatch(text, mention.end, other.start))
            if is_site and not any(_lies(entry, other.ids(Place)) for entry in entries):
                article, record = entries[0]
                says = _tell_sites(entries[0])
                at = record.evidence[0].paragraph
                yield Found(other.start, other.end, "name", CONTRADICTED, article, record, at, says)


def _is_sited(record: Record) -> bool:
    """Return whether it is known where a project, or a port, zone or the like, lies."""
    if isinstance(record, Project):
        return bool(record.places)
    return isinstance(record, Place) and record.kind == "zone" and record.part_of is not None


def _tell_sites(entry: Entry) -> Says:
    """Return where a project or plan lies, or whose it is."""
    places = (entry.article.by_id[one].title for one in getattr(entry.record, "places", ()))
    return Says("places", entry.record, names=tuple(places))


def _lies(entry: Entry, places: frozenset[str]) -> bool:
    """Return whether a project lies in one of some places or they in its; it may by any river."""
    if any(getattr(entry.article.by_id.get(one), "kind", "") == "region" for one in places):
        return True
    own = {entry.record.id, *getattr(entry.record, "places", ())}
    for name in tuple(own):
        own.update(whole.id for whole in entry.article.wholes_of(name))
    inside = {
        one.id
        for one in entry.article.of(Place)
        if one.part_of in getattr(entry.record, "places", ())
    }
    return bool(places & (own | inside))


def judge_stages(
    sentence: Sentence, mentions: list[Mention], projects: Projects
) -> Iterator[Found]:
    """Yield what became of the stage that is told of each project or plan of a sentence."""
    guessed = projects.find(sentence, mentions)
    for mention in [*mentions, *guessed]:
        if any(isinstance(one.record, (Place, Person)) for one in mention.entries):
            continue
        entries = list(_staged(mention))
        if not entries:
            continue
        read = _told_in_english if sentence.language == "en" else _told_in_chinese
        if told := read(sentence, mention):
            start, end, stages = told
            if any(one.start <= start and end <= one.end for one in mentions):
                continue  # a name tells no stage: Some Being Built, 全线开工
            clause = sentence.clause_text(start)
            if _is_of_other_phase(clause, entries):
                yield _found(entries[0], start, end, UNKNOWN)
                continue
            if _is_open(sentence, start, end):
                continue
            halted = sentence.find("halted")
            if not (halted and "stalled" not in stages and _stage_of(entries[0]) == "stalled"):
                unsure = _is_of_part(sentence, mention, start)
                unsure |= mention in guessed and isinstance(entries[0].record, Strategy)
                for one in _judge(entries, start, end, stages):
                    yield one._replace(status=UNKNOWN) if unsure and one.says else one


_WORK = re.compile(
    "浇筑|混凝土|路基|桥墩|桩基|土建|架设|铺设|铺轨|吊装|焊接|拆迁|征地|招标|环评|船闸|标段|手续"
)
"""A work on a part of a thing, of which is told how far it has come."""
_OF_PART = re.compile(r"(?P<head>[\w-]+) (?:of|for|on|at|in) (?:the )?$", re.I)
_OWN_PART = re.compile(r"['’]s (?P<head>(?:[\w-]+ ){0,3}[\w-]+)", re.I)
_WHOLE = re.compile(
    r"^(?:construction|work|building|completion|opening|phase|stage|section|project|all|rest|whole"
    r"|second|first|third|works|half)$",
    re.I,
)


def _is_of_part(sentence: Sentence, mention: Mention, at: int) -> bool:
    """Return whether a stage that is told at an offset is that of a part of a named thing.

    The pouring of concrete for a canal's locks may be done while the canal is not.
    """
    text = sentence.text
    if sentence.language == "zh":
        return mention.end <= at and bool(_WORK.search(text, mention.end, at))
    before = _OF_PART.search(text[: mention.start])
    own = _OWN_PART.match(text, mention.end)
    heads = [before["head"]] if before else []
    heads += own["head"].split()[:1] if own else []
    return any(not _WHOLE.match(one) for one in heads)


_PHASE = re.compile(
    r"([一二三四五1-5])期|\b(first|second|third) phase|\bphase (one|two|three|[1-5])\b", re.I
)
_PHASES = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"}
_PHASES |= {"one": "1", "two": "2", "three": "3", "first": "1", "second": "2", "third": "3"}


def _is_of_other_phase(clause: str, entries: list[Entry]) -> bool:
    """Return whether a clause names a phase of something of which only others are known."""
    known = {
        phase
        for entry in entries
        for text in (entry.record.title.zh, *(one.anchor for one in entry.record.evidence))
        for phase in _list_phases(text)
    }
    told = _list_phases(clause)
    return bool(told and known) and not told & known


def _list_phases(text: str) -> set[str]:
    """Return the numbers of the phases that a text names."""
    found = (next(filter(None, one.groups())).lower() for one in _PHASE.finditer(text))
    return {_PHASES.get(one, one) for one in found}


def _is_open(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a verb tells no stage of all of a thing: it is asked, or still to come."""
    asked = sentence.find("asked")
    return _counts(sentence, start, end) or bool(asked) or sentence.tells_later(start)


_AMOUNT = re.compile("[了近约超过逾达共出\\s]{0,3}[0-9０-９一二三四五六七八九十两百千万]")


def _counts(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a verb tells that only so much is done: an amount behind it, or a share."""
    if sentence.language == "zh" and _AMOUNT.match(sentence.text, end):
        return True
    clause = sentence.clause_at(start)
    return any(
        one.readings[0].unit == "%" and one.around.direction == ""
        for one in sentence.numbers
        if one.readings and sentence.clause_at(one.start) == clause
    )


def _staged(mention: Mention) -> Iterator[Entry]:
    """Yield the projects and plans that a name stands for, or those that its term is about."""
    for entry in mention.entries:
        if isinstance(entry.record, (Project, Strategy)):
            yield entry
        elif isinstance(entry.record, Term):
            title = entry.record.title.zh
            for record in (*entry.article.of(Project), *entry.article.of(Strategy)):
                if record.id in entry.record.about or (len(title) > 2 and title in record.title.zh):
                    yield Entry(entry.article, record)


def _told_in_chinese(
    sentence: Sentence, mention: Mention
) -> tuple[int, int, tuple[str, ...]] | None:
    told = read_stage(sentence.text, mention.start, mention.end)
    if told is None:
        return _told_as_won(sentence, mention) or _told_afar(sentence, mention)
    at = sentence.text.find(told.verb)
    near = [found.start() for found in re.finditer(re.escape(told.verb), sentence.text)]
    at = min(near, key=lambda one: abs(one - mention.end), default=at)
    return at, at + len(told.verb), tuple(told.stages)


_STOP = re.compile("[；;。]")
_SAYS_NOW = re.compile("(?:目前|现在|如今|现|[均都])?已")


def _told_afar(sentence: Sentence, mention: Mention) -> tuple[int, int, tuple[str, ...]] | None:
    """Return what a clause behind a project tells of it: 甲桥长3公里，已通车."""
    text = hide_quoted(sentence.text)
    stop = _STOP.search(text, mention.end)
    end = stop.start() if stop else len(text)
    signs = [
        one
        for one in find_signs(text, mention.end, end)
        if _SAYS_NOW.match(text, sentence.clauses[sentence.clause_at(one.start)][0])
    ]
    stages = {STAGE_OF_STATUS[one.status] for one in signs}
    return (signs[0].start, signs[0].end, tuple(stages)) if len(stages) == 1 else None


def _told_as_won(sentence: Sentence, mention: Mention) -> tuple[int, int, tuple[str, ...]] | None:
    """Return where a clause tells that a title has been won, or that a thing is in use."""
    start, end = sentence.clauses[sentence.clause_at(mention.end - 1)]
    if sentence.language == "zh" and sentence.is_hoped(mention.end - 1):
        return None
    for kind in ("won", "used"):
        if found := sentence.pattern(kind).search(sentence.text, start, end):
            return found.start(), found.end(), ("done",)
    return None


_WHOSE_PLAN = re.compile(
    r" (?:that|which) (?:(?-i:[A-Z])[\w'’–-]*|the \w+|it|they)(?: \w+){0,2}?"
    r" (?:plan(?:s|ned)|want(?:s|ed)|propos(?:es|ed)|sought|seeks|drew up|drawn up|hop(?:es|ed) for"
    r"|call(?:s|ed) for|in mind)\b",
    re.I,
)
"""Whose plan a thing is or was, which leaves no stage open that is told of it."""


def _told_in_english(
    sentence: Sentence, mention: Mention
) -> tuple[int, int, tuple[str, ...]] | None:
    index = next(i for i, (_, end) in enumerate(sentence.parts) if mention.start < end)
    parts = [sentence.parts[index]]
    if not sentence.text[mention.end : parts[0][1]].strip(" ,"):
        parts += sentence.parts[index + 1 : index + 3]  # Jiayi Wharf, signed on 2 May, has opened
    bare = _WHOSE_PLAN.sub(lambda one: " " * len(one[0]), sentence.text)
    rest = sentence.text.find(";", mention.end)
    parts.append((mention.start, rest if rest >= 0 else len(sentence.text)))
    for start, end in parts:
        text = sentence.text[start:end]
        opening = sentence.clauses[sentence.clause_at(start)][0]  # once A and B are finished
        if pattern("open", "en").search(bare, min(opening, start), end):
            continue
        for stage in _STAGES:
            if found := pattern(stage, "en").search(text):
                return start + found.start(), start + found.end(), (stage,)
        if won := _told_as_won(sentence, mention):
            return won
    return None


def _judge(entries: list[Entry], start: int, end: int, stages: tuple[str, ...]) -> Iterator[Found]:
    for entry in entries:
        if _stage_of(entry) in stages or _has_part(entry, stages):
            yield _found(entry, start, end, BORNE_OUT)
            return
    entry = entries[0]
    known = _stage_of(entry)
    if "stalled" in (*stages, known):
        if known == "stalled" and set(stages) <= {*NOT_BEGUN, "agreed"}:
            return
        yield _found(entry, start, end, CONTRADICTED)
    elif known == "done" and set(stages) <= {"under_way", "agreed"}:
        yield _found(entry, start, end, UNKNOWN)
    elif min(_RANK[one] for one in stages) > _RANK[known]:
        yield _found(entry, start, end, UNKNOWN if known == "unstated" else CONTRADICTED)


def _stage_of(entry: Entry) -> str:
    """Return how far a record has come; one that has no stage has none stated."""
    stage: str = getattr(entry.record, "stage", None) or "unstated"
    return stage


def _has_part(entry: Entry, stages: tuple[str, ...]) -> bool:
    """Return whether an event or a figure about a project tells of such a stage."""
    about = [
        record
        for _, record in entry.article.records()
        if isinstance(record, Project) and entry.record.id in record.about
    ]
    return any(record.stage in stages for record in about)


def _found(entry: Entry, start: int, end: int, status: Status) -> Found:
    record: Record = entry.record
    says = Says("stage", record) if status != BORNE_OUT else None
    return Found(
        start, end, "stage", status, entry.article, record, record.evidence[0].paragraph, says
    )
