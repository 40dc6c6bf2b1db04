"""What of a source text a model holds: which stretches of it are whose, by paragraph.

A stretch is held by the record that states it, not by any record whose anchor happens to lie there.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

from briefing.checks.context import ProofContext
from briefing.checks.dated import Times, span_of
from briefing.checks.marks import LONGEST_TITLE, is_in_title, widen_to_titles
from briefing.checks.naming import comparable, names_of, split_at_joints
from briefing.checks.once import once
from briefing.checks.spans import Span, Spans, find_each, make_spans
from briefing.checks.stated import all_stated, read_value
from briefing.checks.times import overlap
from briefing.model.parts import Bilingual, Waiver
from briefing.model.records import Figure, Person, Record, Takeaway
from briefing.problem import Path
from briefing.quantities import Quantity

_IN_NAMES = ("count", "ordinal", "rank", "date", "range")
"""The kinds of quantities that a name may hold: what it measures or costs is a fact beside it."""
_SPAN = re.compile("[/QH]")
"""What stands in the code of some months."""
_NOTHING = make_spans(())


class Holdings:
    """What of the paragraphs of a source text the records of a model hold."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._times = Times(context)

    def holds_quantity(self, quantity: Quantity) -> bool:
        """Return whether a figure, a date or a name of a record holds a quantity."""
        number, span = quantity.paragraph, span_of(quantity)
        return (
            self._is_stated(quantity)
            or (self._may_be_in_name(quantity) and self.names(number).hold(span))
            or (quantity.kind == "ordinal" and self._ends_name(quantity))
            or self._unread(number).hold(span)
            or (quantity.kind == "duration" and self._is_said(quantity))
            or (self._times.is_time(quantity) and self._dates(quantity))
        )

    @once
    def _unread(self, number: int) -> Spans[None]:
        """Return the spans of a paragraph that the unread parts of a model with mistakes cite."""
        return make_spans(self._context.unread_spans(number))

    def _may_be_in_name(self, quantity: Quantity) -> bool:
        """Return whether a quantity may be no more than a part of a name: 三年 of 《三年计划》."""
        text, start, _ = self._context.locate(quantity)
        return quantity.kind in _IN_NAMES or is_in_title(text, start, max(0, start - LONGEST_TITLE))

    def _ends_name(self, quantity: Quantity) -> bool:
        """Return whether the end of a name stands from an ordinal on, in an anchor of its record.

        A text calls 甲市第二通道 just 第二通道 when it names it again.
        """
        text, start, end = self._context.locate(quantity)
        for record, anchors in self._named.get(quantity.paragraph, {}).items():
            for name in self._names_of_record.get(record, ()):
                last = name[at:] if (at := name.find(text[start:end])) > 0 else ""
                if len(last) > end - start and text.startswith(last, start):
                    touched = self._find_anchors(quantity.paragraph, frozenset(anchors))
                    if touched.touch((start, end)):
                        return True
        return False

    @cached_property
    def _names_of_record(self) -> dict[str, list[str]]:
        return {
            one.id: names_of(one) for one in self._records if not isinstance(one, Figure | Takeaway)
        }

    def find_field(self, number: int, span: Span) -> tuple[Path, str] | None:
        """Return the path of the field that should have an uncovered time, and what it has."""
        return self._times.find_field(number, span)

    def repeats(self, quantity: Quantity) -> bool:
        """Return whether a record has just this time by an anchor on it somewhere else in the text.

        Another thing may have happened on that day, or in that month or year: unless a record has
        the time by an anchor in the paragraph, this must be in an anchor, too. A quarter or 1至7月
        says when the numbers around it are, each of which must be in the model by itself.
        """
        if not self._times.is_time(quantity):
            return False
        number, span = quantity.paragraph, span_of(quantity)
        code = self._times.code(quantity)
        is_covered = self._context.is_partly_covered(number, *span)
        is_covered |= _SPAN.search(code) is not None
        told = self._told_times if is_covered else self._told_in.get(number, frozenset())
        return not told.isdisjoint((code, quantity.text)) and not self.find_field(number, span)

    @cached_property
    def _told_times(self) -> frozenset[str]:
        """The codes and words of the times that records have by anchors on them anywhere."""
        return frozenset[str]().union(*self._told_in.values())

    @cached_property
    def _told_in(self) -> dict[int, frozenset[str]]:
        """The codes of times that records have by anchors on them; of one in words, its text."""
        held = self._context.quantities
        return {one: frozenset(self._list_told(held[one])) for one in held}

    def _list_told(self, quantities: Iterable[Quantity]) -> Iterator[str]:
        for one in filter(self._times.is_time, quantities):
            for said in self._times.list_dated(one):
                told = one.text if isinstance(said, Bilingual) else self._times.code(one)
                if told in (said.zh if isinstance(said, Bilingual) else (said,)):
                    yield told

    def _is_said(self, quantity: Quantity) -> bool:
        """Return whether a period or a deadline in words holds a time: 三个月内."""
        return any(
            isinstance(said, Bilingual) and quantity.text in said.zh
            for said in self._times.list_dated(quantity)
        )

    def _is_stated(self, quantity: Quantity) -> bool:
        """Return whether a figure states a quantity, or cites it in other words: 600万立方."""
        if (quantity.paragraph, quantity.offset) in self._stated:
            return True
        cited = self._cited.get((quantity.paragraph, read_value(quantity)), ())
        return any(quantity.text in anchor for anchor in cited)

    @cached_property
    def _cited(self) -> dict[tuple[int, Any], set[str]]:
        """The anchors of figures by their paragraphs and by what the figures amount to."""
        found: dict[tuple[int, Any], set[str]] = defaultdict(set)
        for figure in self._context.article.of(Figure):
            for proof in figure.evidence:
                value = figure.value, figure.value_to, figure.unit
                found[proof.paragraph, value].add(proof.anchor)
        return found

    @cached_property
    def _stated(self) -> frozenset[tuple[int, int]]:
        """The paragraphs and offsets of all quantities that figures state."""
        # Figures that state the same share one list, which is gone through once.
        lists = {
            id(stated): stated
            for figure in self._context.article.of(Figure)
            if (stated := all_stated(self._context, figure))
        }
        return frozenset((one.paragraph, one.offset) for stated in lists.values() for one in stated)

    def holds_term(self, number: int, span: Span) -> bool:
        """Return whether an anchor of a record touches a quoted term."""
        return self._context.is_partly_covered(number, *span)

    def waivers(self, number: int) -> Spans[None]:
        """Return the spans of a paragraph that the model waives."""
        return self._waived.get(number, _NOTHING)

    @once
    def names(self, number: int) -> Spans[None]:
        """Return the spans of a paragraph that are names of records whose anchors touch them."""
        standing = self._standing.get(number, {})
        cited = self._named.get(number, {})
        found = list(standing.get(comparable(self._context.article.source.title.zh), ()))
        for name, spans in standing.items():
            records = self._named_so.get(name, {}).keys() & cited.keys()
            anchors = frozenset[str]().union(*(cited[record] for record in records))
            found += filter(self._find_anchors(number, anchors).touch, spans)
        return make_spans(found)

    @once
    def _find_anchors(self, number: int, anchors: frozenset[str]) -> Spans[None]:
        text = self._context.text_of(number)
        spans = (span for one in anchors for span in self._context.occurrences(number, one))
        # A title is named as a whole, though its parts are found one by one.
        return make_spans(widen_to_titles(text, *span) for span in spans)

    @once
    def people(self, number: int) -> Spans[None]:
        """Return the spans of a paragraph that name people of the model, or of its source."""
        unread = self._context.unread_spans(number)
        return make_spans([*self._find(number, self._people), *unread])

    @once
    def all_names(self, number: int) -> Spans[None]:
        """Return the spans of a paragraph that are names of records, wherever their anchors are."""
        return make_spans(self._find(number, self._all_names))

    def _find(self, number: int, names: Collection[str]) -> Iterator[Span]:
        """Yield the spans of a paragraph at which some names stand, as names are compared."""
        for name, spans in self._standing.get(number, {}).items():
            if name in names:
                yield from spans

    @cached_property
    def _all_names(self) -> frozenset[str]:
        source = self._context.article.source
        named = [one for one in (source.publisher, source.republisher) if one]
        named += [one for one in source.reporters if one.corporate]
        names = {name for record in self._records for name in names_of(record)}
        return frozenset(map(comparable, [*names, *(one.zh for one in named)]))

    @cached_property
    def _records(self) -> list[Record]:
        return [one for _, one in self._context.article.all_parts if isinstance(one, Record)]

    @cached_property
    def _named_so(self) -> dict[str, dict[str, None]]:
        """The ids of the records that have each name, and each part of it that stands alone."""
        found: dict[str, dict[str, None]] = {}
        for record in self._records:
            if not isinstance(record, Figure | Takeaway):
                for name in names_of(record):
                    for part in split_at_joints(name):
                        found.setdefault(comparable(part), {})[record.id] = None
        return found

    @cached_property
    def _standing(self) -> dict[int, dict[str, list[Span]]]:
        """The spans at which each name of the model stands, as names are compared, by paragraph."""
        source = self._context.article.source
        words = {comparable(source.title.zh), *self._all_names, *self._named_so, *self._people}
        paragraphs = [_compare(one.text) for one in self._context.source.paragraphs]
        begins = [0, *accumulate(len(text) + 1 for text, _ in paragraphs)]
        found: dict[int, dict[str, list[Span]]] = {}
        for word, at in find_each("\n".join(text for text, _ in paragraphs), words):
            index = bisect_right(begins, at) - 1
            places, first = paragraphs[index][1], at - begins[index]
            span = (places[first], places[first + len(word) - 1] + 1)
            number = self._context.source.paragraphs[index].number
            found.setdefault(number, {}).setdefault(word, []).append(span)
        return found

    @cached_property
    def _waived(self) -> dict[int, Spans[None]]:
        found: dict[int, list[Span]] = {}
        waived = {(one.paragraph, one.text) for one in self._context.article.of(Waiver)}
        for number, text in waived:
            spans = self._context.occurrences(number, text)
            found.setdefault(number, []).extend(spans)
        return {number: make_spans(spans) for number, spans in found.items()}

    @cached_property
    def _named(self) -> dict[int, dict[str, set[str]]]:
        """The anchors of the records that have names, by paragraph and id."""
        found: dict[int, dict[str, set[str]]] = {}
        for record in self._records:
            if not isinstance(record, Figure | Takeaway):
                for proof in record.evidence:
                    there = found.setdefault(proof.paragraph, {})
                    there.setdefault(record.id, set()).add(proof.anchor)
        return found

    @cached_property
    def _people(self) -> frozenset[str]:
        source = self._context.article.source
        names = [name for one in self._context.article.of(Person) for name in names_of(one)]
        names += [one.zh for one in (*source.reporters, source.editor) if one]
        return frozenset(map(comparable, names))

    def _dates(self, quantity: Quantity) -> bool:
        """Return whether a date or period of a record with an anchor there is such a date."""
        code = self._times.code(quantity)
        return any(
            quantity.text in said.zh if isinstance(said, Bilingual) else overlap(code, said)
            for said in self._times.list_dated(quantity)
        )


@once
def holdings_of(context: ProofContext) -> Holdings:
    """Return what the records of a model hold; all rules ask the same, which finds things once."""
    return Holdings(context)


def _compare(text: str) -> tuple[str, list[int]]:
    """Return a text as names are compared, and where each of its characters stands."""
    forms = [comparable(character) for character in text]
    places = [at for at, form in enumerate(forms) for _ in form]
    return "".join(forms), places
