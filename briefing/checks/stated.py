"""The quantities of a text that figures state, and what its words tell of all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from briefing.checks.context import ProofContext
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
    value = figure.value, figure.value_to, figure.unit
    values = _list_values(context, anchors, figure.text)
    return _list_stated(context, anchors, figure.text, value if value in values else None)


@once
def _list_values(context: ProofContext, anchors: _Anchors, text: str) -> frozenset[Any]:
    places = _find_places(context, anchors, text)
    return frozenset(read_value(one) for there in places for one in there.touched)


@once
def _list_stated(context: ProofContext, anchors: _Anchors, text: str, value: Any) -> list[Quantity]:
    """Return the quantities over which a text stands with a value, or all where there is none."""
    found: list[Quantity] = []
    for there in _find_places(context, anchors, text):
        is_told = any(_has(one, value) for one in there.touched)
        found += [one for one in there.whole if _has(one, value) or not is_told]
    return found


class _Place(NamedTuple):
    """The quantities that the text of a figure touches where it stands, and those it has whole."""

    touched: list[Quantity]
    whole: list[Quantity]


@once
def _find_places(context: ProofContext, anchors: _Anchors, text: str) -> list[_Place]:
    """Return where a text and some anchors have a part in common, if it has a quantity there."""
    spans: dict[int, set[Span]] = defaultdict(set)
    for number, anchor in sorted(anchors):
        spans[number].update(context.occurrences(number, anchor))
    places = []
    for number, standing in spans.items():
        for start, end in find_touched(context.occurrences(number, text), standing):
            touched = context.quantities_overlapping(number, start, end)
            whole = [
                one for one in touched if start <= one.offset and one.offset + len(one.text) <= end
            ]
            places += [_Place(touched, whole)] if whole else []
    return places


def _has(quantity: Quantity, value: Any) -> bool:
    read = read_value(quantity)
    return read[0] is None or read == value


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


def read_value(quantity: Quantity) -> tuple[Any, Any, str | None]:
    """Return the value, the other end and the unit of a quantity, as figures have them."""
    low, high = quantity.value, None
    if isinstance(quantity.value, list):
        low, high = quantity.value[0], quantity.value[-1]
    return low, high, quantity.unit
