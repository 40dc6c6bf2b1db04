"""Which problems of a model only tell again what another one tells, so that one fault is told once.

A wrong anchor makes the name, the date and the number of its record unproved, and the number in the
text uncovered: whoever mends the anchor mends all of it. Of a model of which a part cannot be read,
what may be found for want of that part is no problem of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.checks.needs import list_needs
from briefing.checks.once import once
from briefing.model.article import Article
from briefing.model.mending import Mended, unit
from briefing.model.parts import Evidence
from briefing.model.records import Figure, Person, Record
from briefing.problem import Finding, Path

_ON_EVIDENCE = ("anchor-not-found", "anchor-too-long", "no-such-paragraph", "ambiguous-anchor")
"""What is found in a piece of evidence by itself, whatever is wrong elsewhere in its record."""
_ON_OTHERS = (
    "number-unproved",
    "qualifier-unproved",
    "qualifier-dropped",
    "change-reversed",
    "partner-not-found",
    "post-not-found",
    "named-only-with-detail",
)
"""What is found in a record by way of those that it names."""
_ON_ALL = ("waives-nothing",)
"""What no record explains, while one is unread."""
_ON_DATES = ("date-differs", "date-not-given", "due-before-article")


def follows(mended: Mended, code: str, finding: Finding) -> bool:
    """Return whether a finding may be true of no more than what a model was mended with."""
    path = finding.path
    if code in _ON_ALL or _is_in(path, mended.stand_ins):
        return True
    if code in _ON_DATES and ("source", "published") in mended.stand_ins:
        return True
    if unit(path) in mended.spoilt:
        return code not in _ON_EVIDENCE
    return code in _ON_OTHERS and unit(path) in mended.weakened


def _is_in(path: Path, places: frozenset[Path]) -> bool:
    return any(path[:depth] in places for depth in range(1, len(path) + 1))


_UNFOUND = ("anchor-not-found", "no-such-paragraph")
_SAME_RECORD: dict[str, tuple[str, ...]] = {
    "name-not-found": _UNFOUND,
    "text-without-anchor": _UNFOUND,
    "date-differs": _UNFOUND,
    "post-not-found": (*_UNFOUND, "name-not-found"),
    "partner-not-found": _UNFOUND,
    "direction-differs": _UNFOUND,
    "period-not-told": (*_UNFOUND, "period-reversed"),
    "change-not-told": _UNFOUND,
    "number-unproved": _UNFOUND,
    "qualifier-unproved": _UNFOUND,
    "qualifier-dropped": _UNFOUND,
    "change-reversed": _UNFOUND,
    "stage-of-sentence": _UNFOUND,
    "speaker-of-sentence": (*_UNFOUND, "reference-not-near"),
    "renders-nothing": _UNFOUND,
    "spelling-differs": ("name-not-found",),
    "place-spelling-differs": ("name-not-found",),
    "range-reversed": ("figure-differs",),
    "value-without-unit": ("figure-differs",),
    "before-not-told": (*_UNFOUND, "figure-differs"),
    "before-differs": ("figure-differs",),
    "period-of-another": ("period-not-told",),
    "label-of-another": (*_UNFOUND, "figure-differs"),
    "label-not-beside": (*_UNFOUND, "figure-differs", "label-of-other-unit", "word-contradicted"),
    "label-of-other-unit": ("figure-differs",),
    "nothing-inferred": ("date-not-given",),
    "stage-not-told": ("stage-contradicts-verb",),
    "told-as-done": (*_UNFOUND, "aim-told-as-reached"),
    "told-reversed": _UNFOUND,
    "figure-differs": (*_UNFOUND, "text-without-anchor"),
}
"""By the code of what only follows: the codes of what it follows from in the same record."""
_BY_REFERENCE = {
    "before-not-told": ("before", (*_UNFOUND, "figure-differs")),
    "before-differs": ("before", ("figure-differs",)),
    "partner-not-found": ("partners", ("name-not-found",)),
}
"""By the code of what only follows: the field with the ids of other records, and their codes."""
_UNCOVERED = {
    "quantity-not-covered": (
        *_UNFOUND,
        "text-without-anchor",
        "figure-differs",
        "date-differs",
        "date-not-given",
        "period-not-told",
    ),
    "term-not-covered": (*_UNFOUND, "name-not-found"),
    "person-not-covered": (*_UNFOUND, "name-not-found"),
}
"""What of the text no record holds, and what is wrong with the one that should hold it."""
_MOST_PARAGRAPHS = 3
"""An anchor of a wrong paragraph is looked for in so many."""
_NUMBER = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?")


class _Cited(NamedTuple):
    """The paths of records, by pieces of their words and by the paragraphs that they cite."""

    words: dict[str, set[Path]]
    paragraphs: dict[int, set[Path]]


class Causes:
    """What is wrong with the records of a model, from which other findings may follow.

    ``found`` has the findings of all rules by code, without those that the model lets be.
    """

    def __init__(
        self,
        article: Article,
        context: ProofContext | None,
        found: Mapping[str, Sequence[Finding]],
    ) -> None:
        self._article = article
        self._context = context
        self._codes: dict[Path, set[str]] = defaultdict(set)
        """The codes of what is wrong with each record."""
        for code, findings in found.items():
            for one in findings:
                if one.path:
                    self._codes[unit(one.path)].add(code)

    def explain(self, code: str, finding: Finding) -> bool:
        """Return whether a finding of a code only follows from another one."""
        if code == "figure-differs" and finding.path[-1] != "text":
            return False  # a value or a unit was read, and is another one
        if finding.remedy and finding.remedy.safe:
            return False  # it is a slip of its own
        if finding.place is not None:
            return code in _UNCOVERED and self._should_hold(code, finding.place)
        causes = _SAME_RECORD.get(code, ()) + _UNCOVERED.get(code, ())
        wrong = self._codes.get(unit(finding.path), set())
        return bool(wrong.intersection(causes)) or self._is_of_reference(code, finding)

    def _is_of_reference(self, code: str, finding: Finding) -> bool:
        """Return whether a finding follows from what is wrong with a record that its own names."""
        field, causes = _BY_REFERENCE.get(code, ("", ()))
        held = getattr(self._records.get(unit(finding.path)), field, None) if field else None
        ids = (held,) if isinstance(held, str) else held or ()
        paths = (self._paths[one] for one in ids if one in self._paths)
        return any(self._codes.get(path, set()).intersection(causes) for path in paths)

    @cached_property
    def _records(self) -> dict[Path, Record]:
        return {path: one for path, one in self._article.all_parts if isinstance(one, Record)}

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {record.id: path for path, record in self._records.items()}

    def _should_hold(self, code: str, place: tuple[int, int]) -> bool:
        """Return whether a wrong record should hold what is uncovered at a place of the text."""
        number, text = self._uncovered.get(place, (0, ""))
        pieces, cited = set(_pieces(text)), self._cite(code)
        citing = cited.paragraphs.get(number, set())
        known = {one for one in pieces if not citing.isdisjoint(cited.words.get(one, ()))}
        return bool(known) and (known == pieces or code == "person-not-covered")

    @cached_property
    def _uncovered(self) -> dict[tuple[int, int], tuple[int, str]]:
        """The paragraph and the words of what no record holds, by its place in the text."""
        assert self._context  # without a text nothing is uncovered
        paragraphs = self._context.source.paragraph
        return {
            paragraph.place(need.span[0]): (need.paragraph, need.text)
            for need in list_needs(self._context)
            if need.is_missing and (paragraph := paragraphs(need.paragraph))
        }

    @once
    def _cite(self, code: str) -> _Cited:
        """Return which wrong records have each piece of words, and which cite each paragraph."""
        found = _Cited(defaultdict(set), defaultdict(set))
        for path, record in self._records.items():
            if self._codes.get(path, set()).intersection(_UNCOVERED[code]):
                for words in set(_words_of(record, code)):
                    for piece in _pieces(words):
                        found.words[piece].add(path)
                for number in self._paragraphs_of(record.evidence):
                    found.paragraphs[number].add(path)
        return found

    def _paragraphs_of(self, evidence: Sequence[Evidence]) -> set[int]:
        """Return the paragraphs that evidence cites, and those in which its anchors do stand."""
        assert self._context  # without a text nothing is uncovered
        numbers = {proof.paragraph for proof in evidence}
        for proof in evidence:
            numbers |= set(self._context.paragraphs_containing(proof.anchor, _MOST_PARAGRAPHS))
        return numbers


def _words_of(record: Record, code: str) -> Iterator[str]:
    """Yield the words of a record by which it should hold something of a text."""
    if code == "person-not-covered":
        yield from names_of(record) if isinstance(record, Person) else ()
        return
    yield from (proof.anchor for proof in record.evidence)
    yield from (record.text,) if isinstance(record, Figure) else names_of(record)


def _pieces(words: str) -> Iterator[str]:
    """Yield the numbers in words or, where there are none, each two characters side by side."""
    numbers = _NUMBER.findall(words)
    yield from numbers
    for at in range(len(words) - 1) if not numbers else ():
        yield words[at : at + 2]
