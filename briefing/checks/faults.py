"""Where in a source text the problems of a check are: at a character, or where a record rests."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from briefing.checks.context import ProofContext
from briefing.checks.spans import Span
from briefing.model.parts import Evidence, Rendering
from briefing.model.text import Paragraph
from briefing.problem import Path, Problem

Cited = Mapping[int, Mapping[int, Sequence[Span]]]
"""By paragraph number, the spans of each claim that cites it, by its position."""


class _Claim(Protocol):
    @property
    def path(self) -> Path: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


class Fault(NamedTuple):
    """A problem at a span of a paragraph, and the position of the claim that it is in.

    One without a span is in the paragraph as a whole, or nowhere in the text.
    """

    problem: Problem
    span: Span | None = None
    claim: int | None = None


class Faults:
    """The problems of a check by the paragraphs in which they are shown.

    ``claims`` are those of the model, and ``gaps`` the spans of a paragraph that records miss.
    """

    def __init__(
        self,
        context: ProofContext,
        claims: Sequence[_Claim],
        cited: Cited,
        gaps: Mapping[int, Iterable[tuple[int, int, str]]],
    ) -> None:
        self._context = context
        self._source = context.source
        self._claims = claims
        self._cited = cited
        self._ends = {
            (number, start): end for number, found in gaps.items() for start, end, _ in found
        }
        self._placed: dict[int, list[Fault]] = {}

    def place(self, problem: Problem) -> None:
        """Take a problem to the paragraph where it is, or to number 0 if it is in none."""
        number, fault = self._locate(problem)
        self._placed.setdefault(number, []).append(fault)

    def of(self, number: int) -> tuple[Fault, ...]:
        """Return the problems in the paragraph of a number, in the order of the text."""
        found = self._placed.get(number, [])
        return tuple(sorted(found, key=lambda one: one.span or (-1, -1)))

    def _locate(self, problem: Problem) -> tuple[int, Fault]:
        if problem.file == self._source.file and not problem.path:
            place = self._find_character(problem.line, problem.column)
            if place is None:
                return 0, Fault(problem)
            return place[0], Fault(problem, self._span(problem, *place))
        if found := self._renderings.get(problem.path[:2]):
            spans = self._context.occurrences(*found)
            return (found[0], Fault(problem, spans[0])) if spans else (0, Fault(problem))
        path = problem.path
        while path and path not in self._by_path:
            path = path[:-1]
        if not path:
            return 0, Fault(problem)
        return self._in_claim(problem, self._by_path[path], problem.path[len(path) :])

    def _span(self, problem: Problem, number: int, offset: int) -> Span | None:
        """Return what a problem at a character is about: a gap, the text it names, or one place."""
        if end := self._ends.get((number, offset)):
            return offset, end
        paragraph = self._source.paragraph(number)
        assert paragraph  # the character was found in it
        text = problem.message.values.get("text")
        if isinstance(text, str) and text and paragraph.text.startswith(text, offset):
            return offset, offset + len(text)
        return offset, offset + 1

    def _in_claim(self, problem: Problem, position: int, rest: Path) -> tuple[int, Fault]:
        """Return where a claim stands: by the evidence that is wrong, or else by the first."""
        evidence = self._claims[position].evidence
        if len(rest) > 1 and rest[0] == "evidence" and isinstance(rest[1], int):
            evidence = evidence[rest[1] : rest[1] + 1]
        for proof in evidence:
            spans = self._cited.get(proof.paragraph, {}).get(position, ())
            if spans:
                return proof.paragraph, Fault(problem, min(spans), position)
        for proof in evidence:
            if position in self._cited.get(proof.paragraph, {}):
                return proof.paragraph, Fault(problem, None, position)
        return 0, Fault(problem, None, position)

    @cached_property
    def _by_path(self) -> dict[Path, int]:
        return {claim.path: position for position, claim in enumerate(self._claims)}

    @cached_property
    def _renderings(self) -> dict[Path, tuple[int, str]]:
        return {
            path: (part.paragraph, part.anchor)
            for path, part in self._context.article.all_parts
            if isinstance(part, Rendering)
        }

    def _find_character(self, line: int, column: int) -> tuple[int, int] | None:
        """Return the number of the paragraph that a character of the file is in, and the offset."""
        if found := self._moved.get((line, column)):
            return found
        at = bisect_right(self._begins, (line, column)) - 1
        if at >= 0:
            (begun, first), paragraph = self._begins[at], self._unmoved[at]
            if begun == line and column - first < len(paragraph.text):
                return paragraph.number, column - first
        return None

    @cached_property
    def _begins(self) -> list[tuple[int, int]]:
        return [one.place() for one in self._unmoved]

    @cached_property
    def _unmoved(self) -> list[Paragraph]:
        """The paragraphs that stand in the file as they are, each on one line, in its order."""
        found = (one for one in self._source.paragraphs if not one.places)
        return sorted(found, key=lambda one: one.place())

    @cached_property
    def _moved(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Where the characters of all other paragraphs are: the number and the offset."""
        return {
            place: (paragraph.number, offset)
            for paragraph in self._source.paragraphs
            for offset, place in enumerate(paragraph.places)
        }
