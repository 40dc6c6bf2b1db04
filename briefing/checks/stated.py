"""The quantities of a text that figures state, and what its words tell of all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from briefing.checks.context import ProofContext
from briefing.checks.figures import read_value
from briefing.checks.once import once
from briefing.checks.spans import Span, find_touched
from briefing.model.records import Figure
from briefing.quantities import Quantity

MOST_PLACES = 20
"""Of a number that stands at the anchors of its figure in more places nobody can tell which is
meant, and nothing is told of it."""

_Anchors = frozenset[tuple[int, str]]
"""Paragraphs and the anchors in them."""
Told = TypeVar("Told")


def stated_quantities(context: ProofContext, figure: Figure) -> Sequence[Quantity]:
    """Return the quantities of the text that a figure states, in order, unless they are many."""
    stated = all_stated(context, figure)
    return stated if len(stated) <= MOST_PLACES else ()


def all_stated(context: ProofContext, figure: Figure) -> Sequence[Quantity]:
    """Return the quantities over which a figure's text stands at an anchor, with its value.

    Of a quantity without a value (几十) the text is enough. So it is where the figure has the value
    of no quantity there: then the figure is wrong, and nothing is left out. Figures that state the
    same quantities share one list.
    """
    anchors = frozenset((proof.paragraph, proof.anchor) for proof in figure.evidence)
    return _standing_of(context, anchors, figure.text).state(figure)


class _Standing:
    """Where the text of a figure stands at some anchors, and the quantities over which it does."""

    def __init__(self, context: ProofContext, anchors: _Anchors, text: str) -> None:
        self._context = context
        self._anchors = anchors
        self._text = text

    def state(self, figure: Figure) -> list[Quantity]:
        """Return those of the quantities that have the value and unit of a figure."""
        value = figure.value, figure.value_to, figure.unit
        return self._state(value if value in self._values else None)

    @once
    def _state(self, value: Any) -> list[Quantity]:
        return [
            one
            for there, whole in self._places
            for is_told in [any(_has(one, value) for one in there)]
            for one in whole
            if _has(one, value) or not is_told
        ]

    @cached_property
    def _values(self) -> frozenset[Any]:
        return frozenset(read_value(one) for there, _ in self._places for one in there)

    @cached_property
    def _places(self) -> list[tuple[list[Quantity], list[Quantity]]]:
        """The quantities that the text touches at each place, and those that it has whole."""
        places = []
        anchors: dict[int, list[str]] = defaultdict(list)
        for number, anchor in self._anchors:
            anchors[number].append(anchor)
        for number in sorted(anchors):
            for start, end in self._find_texts(number, anchors[number]):
                there = self._context.quantities_overlapping(number, start, end)
                whole = [
                    one
                    for one in there
                    if start <= one.offset and one.offset + len(one.text) <= end
                ]
                if whole:
                    places.append((there, whole))
        return places

    def _find_texts(self, number: int, anchors: Iterable[str]) -> Iterator[Span]:
        """Yield the spans of a paragraph at which the text and an anchor have a part in common."""
        texts = self._context.occurrences(number, self._text)
        spans = {span for anchor in anchors for span in self._context.occurrences(number, anchor)}
        yield from find_touched(texts, spans)


def _has(quantity: Quantity, value: Any) -> bool:
    read = read_value(quantity)
    return read[0] is None or read == value


_standing_of = once(_Standing)


def find_told(stated: Iterable[Quantity], tell: Callable[[Quantity], Told | None]) -> Told | None:
    """Return what is told of the first of some numbers, if something is told of each of them.

    Once nothing is told of one, no more of them are asked.
    """
    first: Told | None = None
    for quantity in stated:
        told = tell(quantity)
        if not told:
            return None
        first = first or told
    return first
