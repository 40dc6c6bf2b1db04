"""The dates and periods of the records of a model, and the times of its text that they hold."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.evidence import period_of_months, values_of
from briefing.checks.once import once
from briefing.checks.spans import Span, Spans
from briefing.checks.times import overlap
from briefing.model.mending import unit
from briefing.model.parts import Bilingual, Part
from briefing.problem import Path
from briefing.quantities import Quantity

_DATE_FIELDS = ("date", "due", "period", "since")


class _Dated(NamedTuple):
    """A date or period of the model, and the path of the field that has it."""

    path: Path
    said: str | Bilingual


class Times:
    """The times of a source text, and the dates and periods of records by their anchors on them."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context

    def code(self, quantity: Quantity) -> str:
        """Return the code of a time: a date, a period, or both ends of some months."""
        return self._months(quantity) or _code_of(quantity)

    def is_time(self, quantity: Quantity) -> bool:
        """Return whether a quantity is a date, or the first months of the year."""
        return quantity.unit == "date" or self._months(quantity) is not None

    def _months(self, quantity: Quantity) -> str | None:
        text = self._context.text_of(quantity.paragraph)
        return period_of_months(text, quantity, self._context.date.year)

    def list_dated(self, quantity: Quantity) -> Iterator[str | Bilingual]:
        """Yield the dates and periods of records whose anchors touch a quantity."""
        for _, anchor in self._cited(quantity.paragraph).touching(span_of(quantity)):
            yield from self._said(quantity.paragraph, anchor)

    @once
    def _said(self, number: int, anchor: str) -> list[str | Bilingual]:
        """Return the dates and periods of records by an anchor, each once."""
        return list(dict.fromkeys(one.said for one in self._dated[number][anchor]))

    @once
    def _cited(self, number: int) -> Spans[str]:
        """Return where the anchors of records with dates and periods stand in a paragraph."""
        return Spans(
            (span, anchor)
            for anchor in self._dated.get(number, ())
            for span in self._context.occurrences(number, anchor)
        )

    @cached_property
    def _dated(self) -> dict[int, dict[str, list[_Dated]]]:
        """The dates and periods of records and their parts, by each piece of evidence."""
        found: dict[int, dict[str, list[_Dated]]] = {}
        for path, part in self._context.article.all_parts:
            for field, said in _codes(part):
                for proof in getattr(part, "evidence", ()):
                    there = found.setdefault(proof.paragraph, {})
                    there.setdefault(proof.anchor, []).append(_Dated((*path, *field), said))
        return found

    def find_field(self, number: int, span: Span) -> tuple[Path, str] | None:
        """Return the path of the field that should have an uncovered time, and what it has instead.

        A span that is no time has no such field. Else the field is that of a record whose anchor
        touches the time, and of which no other anchor tells what the field has.
        """
        if not any(map(self.is_time, self._context.quantities_overlapping(number, *span))):
            return None
        for _, anchor in self._cited(number).touching(span):
            if one := self._find_untold(number, anchor):
                return one.path, str(one.said)
        return None

    @once
    def _find_untold(self, number: int, anchor: str) -> _Dated | None:
        """Return the last date or period of a record by an anchor that no other anchor tells."""
        dated = reversed(self._dated[number][anchor])
        return next((one for one in dated if not self._is_told(one)), None)

    def _is_told(self, dated: _Dated) -> bool:
        """Return whether an anchor of a record tells the time that it has, or words tell it."""
        if isinstance(dated.said, Bilingual):
            return True
        for proof in getattr(self._parts[unit(dated.path)], "evidence", ()):
            codes = self._codes_at(proof.paragraph, proof.anchor)
            if any(overlap(code, dated.said) for code in codes):
                return True
        return False

    @once
    def _codes_at(self, number: int, anchor: str) -> set[str]:
        """Return the codes of the times that an anchor touches."""
        quantities = self._context.quantities_at(number, anchor)
        return set(map(self.code, filter(self.is_time, quantities)))

    @cached_property
    def _parts(self) -> dict[Path, Part]:
        return dict(self._context.article.all_parts)


def span_of(quantity: Quantity) -> Span:
    """Return where a quantity begins and ends in its paragraph."""
    return quantity.offset, quantity.offset + len(quantity.text)


def _code_of(quantity: Quantity) -> str:
    return "/".join(str(value).partition("T")[0] for value in values_of(quantity))


def _codes(part: Part) -> Iterator[tuple[Path, str | Bilingual]]:
    """Yield the dates and periods that a part or its change has, in words too, and the fields."""
    for way, one in (((), part), (("change",), getattr(part, "change", None))):
        for field in _DATE_FIELDS:
            code = getattr(one, field, None)
            if code is not None:
                yield (*way, field), code
