"""A source text with the model beside it: what rests on which of its characters, and what does not.

Everything here is free of any format. A *claim* is a record, or a part of one, that has evidence of
its own. A *mark* is one line under a stretch of a paragraph, for the claims of one section whose
anchor stands there. A *gap* is what the proof requires of the text and misses in the model.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.faults import Fault, Faults
from briefing.checks.needs import Kind, Need, list_needs
from briefing.checks.report import Report
from briefing.checks.spans import Span, Spans, touches
from briefing.model.article import Article
from briefing.model.parts import Evidence, Waiver
from briefing.model.records import Record
from briefing.model.sections import SECTIONS
from briefing.problem import Path

SUMMARY = "summary"
"""The section of the one claim that is in no section of records: the gist of the article."""
WAIVED = "waived"
_SENTENCE = re.compile("[^。！？；!?;]*[。！？；!?;…]+[”’」』）)]*|[^。！？；!?;]+$")
_WORD = re.compile(r"\w")


class Claim(NamedTuple):
    """A record, a part of one, the gist of the article, or a waiver.

    ``path`` is where it stands in the model, ``of`` where the record stands that it is or is a part
    of, and ``record`` the id of that, if there is one. The ``evidence`` of a waiver is its
    paragraph and text.
    """

    path: Path
    of: Path
    section: str
    record: str | None
    evidence: tuple[Evidence, ...]

    def paragraphs(self) -> list[int]:
        """Return the numbers of the paragraphs that it cites, once each, in order."""
        return sorted({one.paragraph for one in self.evidence})


class Mark(NamedTuple):
    """A line under the characters from ``start`` up to ``end``, which claims of a section rest on.

    ``claims`` are the positions of the claims in :attr:`Proof.claims`. Marks that overlap are in
    different lanes, counted from 0.
    """

    start: int
    end: int
    section: str
    claims: tuple[int, ...]
    lane: int = 0


class Gap(NamedTuple):
    """A quantity, a quoted term or a person that no record holds and nothing waives."""

    start: int
    end: int
    kind: Kind


class Segment(NamedTuple):
    """Characters with the same marks, gap and faults, all of them positions in their lists.

    A segment is ``bare`` where no record rests on any part of its sentence.
    """

    start: int
    end: int
    marks: tuple[int, ...]
    gap: int | None
    faults: tuple[int, ...]
    bare: bool


class Passage(NamedTuple):
    """A paragraph, with what rests on it; the segments are its text without anything left out.

    ``claims`` are the positions of those that cite it, in the order of their marks. Last are those
    of which no anchor stands in it.
    """

    number: int
    text: str
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]
    faults: tuple[Fault, ...]
    claims: tuple[int, ...]
    segments: tuple[Segment, ...]

    @property
    def lanes(self) -> int:
        """How many lines there are under the text where there are most."""
        return max((one.lane + 1 for one in self.marks), default=0)


class Proof(NamedTuple):
    """A whole text beside its model.

    ``faults`` are the problems that are at no place of the text, and ``lost`` the positions of the
    claims that cite no paragraph of it. ``is_another_text`` is as the check has it: then nothing
    is told of what the text misses.
    """

    report: Report
    article: Article
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    faults: tuple[Fault, ...]
    lost: tuple[int, ...]
    is_another_text: bool = False


def lay_out(context: ProofContext, report: Report) -> Proof:
    """Return the text of a model with what a check found in the two."""
    claims = list_claims(context.article)
    another = context.is_another_text
    cited: dict[int, dict[int, list[Span]]] = {}
    for position, claim in enumerate(() if another else claims):
        for proof in claim.evidence:
            if context.source.paragraph(proof.paragraph):
                spans = context.occurrences(proof.paragraph, proof.anchor)
                cited.setdefault(proof.paragraph, {}).setdefault(position, []).extend(spans)
    needs: dict[int, list[Need]] = {}
    for need in [] if another else list_needs(context):
        needs.setdefault(need.paragraph, []).append(need)
    _add_waivers(claims, needs, cited)
    gaps = {number: _gaps(found) for number, found in needs.items()}
    faults = Faults(context, claims, {} if another else cited, gaps)
    for problem in report.problems:
        faults.place(problem)
    passages = []
    for paragraph in context.source.paragraphs:
        number, text = paragraph.number, paragraph.text
        beside = cited.get(number, {})
        found, unread = faults.of(number), context.unread_spans(number)
        marks = _marks(claims, beside)
        missing = gaps.get(number, ())
        bare = [] if another else _bare(text, marks, unread)
        segments = tuple(_cut(text, marks, missing, found, bare))
        passages.append(Passage(number, text, marks, missing, found, _order(beside), segments))
    placed = {position for beside in cited.values() for position in beside}
    lost = tuple(one for one in range(len(claims)) if one not in placed)
    return Proof(report, context.article, claims, tuple(passages), faults.of(0), lost, another)


def list_claims(article: Article) -> tuple[Claim, ...]:
    """Return the claims of a model, in its order: a record before its parts."""
    found = []
    at: Path = ()
    record: str | None = None
    for path, part in article.all_parts:
        if isinstance(part, Record):
            at, record = path, part.id
        evidence = getattr(part, "evidence", ())
        if isinstance(part, Waiver):
            evidence = (Evidence(paragraph=part.paragraph, anchor=part.text),)
        if evidence:
            inside = bool(at) and path[: len(at)] == at
            of, owner = (at, record) if inside else (path, None)
            found.append(Claim(path, of, _section(path), owner, evidence))
    return tuple(found)


def _section(path: Path) -> str:
    for section in SECTIONS.values():
        if section.path and path[: len(section.path)] == section.path:
            return section.name
    return str(path[0])


def _add_waivers(
    claims: Sequence[Claim],
    needs: Mapping[int, Iterable[Need]],
    cited: dict[int, dict[int, list[Span]]],
) -> None:
    """Add the spans of people who are waived in another paragraph to those of their waivers."""
    waivers = {
        proof.anchor: position
        for position, claim in enumerate(claims)
        if claim.section == WAIVED
        for proof in claim.evidence
    }
    for number, found in needs.items():
        for need in found:
            position = waivers.get(need.text)
            if need.waived and not need.held and need.kind == "person" and position is not None:
                spans = cited.setdefault(number, {}).setdefault(position, [])
                if not touches(need.span, spans):
                    spans.append(need.span)


def _gaps(needs: Iterable[Need]) -> tuple[Gap, ...]:
    """Return what is missing in a paragraph; of what overlaps, the one that begins first."""
    found: list[Gap] = []
    for need in sorted((one for one in needs if one.is_missing), key=lambda one: one.span):
        if not found or found[-1].end <= need.span[0]:
            found.append(Gap(*need.span, need.kind))
    return tuple(found)


def _marks(claims: Sequence[Claim], cited: Mapping[int, Iterable[Span]]) -> tuple[Mark, ...]:
    """Return the marks of a paragraph, from its beginning on, the longer ones first."""
    held: dict[tuple[int, int, str], dict[int, None]] = {}
    for position, spans in cited.items():
        for start, end in spans:
            held.setdefault((start, end, claims[position].section), {})[position] = None
    order = {name: at for at, name in enumerate((SUMMARY, *SECTIONS))}
    keys = sorted(held, key=lambda one: (one[0], -one[1], order.get(one[2], 0)))
    lanes = assign_lanes([(start, end) for start, end, _ in keys])
    return tuple(Mark(*key, tuple(held[key]), lane) for key, lane in zip(keys, lanes, strict=True))


def assign_lanes(spans: Iterable[Span]) -> list[int]:
    """Return the lane of each span, as few as can be, so that none overlaps another in its lane.

    The spans are in the order of their starts.

    >>> assign_lanes([(0, 5), (1, 3), (3, 6), (5, 8)])
    [0, 1, 1, 0]
    """
    ends: list[int] = []
    lanes = []
    for start, end in spans:
        lane = next((at for at, last in enumerate(ends) if last <= start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def _order(cited: Mapping[int, Sequence[Span]]) -> tuple[int, ...]:
    """Return the claims of a paragraph in the order of their first spans, and of the model."""
    return tuple(
        sorted(cited, key=lambda one: (not cited[one], min(cited[one], default=(0, 0)), one))
    )


def _bare(text: str, marks: Iterable[Mark], unread: Sequence[Span]) -> list[Span]:
    """Return the sentences of a paragraph on which no record rests, without the blanks around."""
    held = [(one.start, one.end) for one in marks if one.section != WAIVED] + list(unread)
    return [
        sentence.span()
        for sentence in _SENTENCE.finditer(text)
        if _WORD.search(sentence[0]) and not touches(sentence.span(), held)
    ]


def _cut(
    text: str,
    marks: Sequence[Mark],
    gaps: Sequence[Gap],
    faults: Sequence[Fault],
    bare: Sequence[Span],
) -> Iterator[Segment]:
    """Yield the segments of a text, which begin and end wherever anything does."""
    lined = [(one.start, one.end) for one in marks]
    lacking = [(one.start, one.end) for one in gaps]
    faulty = [one.span or (0, 0) for one in faults]
    spans = (*lined, *lacking, *faulty, *bare)
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    held = [Spans(zip(spans, count(), strict=False)) for spans in (lined, lacking, faulty, bare)]
    for cut in pairwise(cuts):
        under, missing, wrong, alone = (
            [at for _, at in spans.touching(cut)][::-1] for spans in held
        )
        lines = sorted(under, key=lambda one: marks[one].lane)
        gap = missing[0] if missing else None
        yield Segment(*cut, tuple(lines), gap, tuple(wrong), bool(alone))
