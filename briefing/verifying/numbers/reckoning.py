"""Whether a number follows from others of its sentence: sums, differences, shares, averages."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from briefing.checks.numbers import Number
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.verifying.numbers.rounding import last_digit

_HEDGED = 0.06
"""By what part of it a number that is marked as round may be off what follows."""


def follows(
    number: Number, known: Iterable[Number], *, averaged: bool = True, is_rest: bool = False
) -> bool:
    """Return whether a number is the sum, difference, ratio or rest of others, as it is rounded.

    It is no average unless the sentence is ``averaged``, and no sum if it ``is_rest``.
    """
    value, unit = number.readings[0]
    if isinstance(value, Span) or not value:
        return False
    hedged = bool(set(number.qualifiers) - {"", "exact"})
    rounder = min(_HEDGED * abs(value), 0.99 * last_digit(abs(value), number.place))
    most = max(0.5000001 * number.place, rounder if hedged else 0)
    results = _results(list(known), unit, averaged=averaged, is_rest=is_rest)
    return any(abs(abs(value) - result) <= most for result in results if result)


def _results(
    known: list[Number], unit: str | None, *, averaged: bool, is_rest: bool
) -> Iterator[float]:
    """Yield what follows from pairs of numbers in a unit, and what one leaves of a hundred."""
    for one, other in combinations(known, 2):
        yield from _of_pair(one, other, unit, averaged=averaged, is_rest=is_rest)
    for one in known:
        value, own = one.readings[0]
        if unit == own == "%" and not isinstance(value, Span):
            yield 100 - value


def _of_pair(
    one: Number, other: Number, unit: str | None, *, averaged: bool, is_rest: bool
) -> Iterator[float]:
    (a, first), (b, second) = one.readings[0], other.readings[0]
    if isinstance(a, Span) or isinstance(b, Span):
        return
    same = a if first == second else _in(a, first, second)
    if same is not None:
        if unit == second or (unit == "pp" and second == "%"):
            yield abs(same - b)
            if not is_rest:
                yield same + b
        if unit in ("%", "times", None) and b and same:
            scale = 100 if unit == "%" else 1
            yield from (scale * same / b, scale * b / same)
    elif averaged and unit in (first, second):
        amount, count = (a, b) if unit == first else (b, a)
        if count:
            yield amount / count


def _in(value: float, unit: str | None, other: str | None) -> float | None:
    return convert(value, unit, other) if unit and other else None
