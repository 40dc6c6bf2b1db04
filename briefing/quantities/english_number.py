"""A number of English prose, and what it may mean."""

from math import isfinite
from typing import NamedTuple

from briefing.quantities.english_dates import Span


class Reading(NamedTuple):
    """A value in a unit, which is `None` for things counted. A date is a `Span` in `date`."""

    value: int | float | Span
    unit: str | None


class EnglishNumber(NamedTuple):
    """A number or date at `start` to `end` of an English text.

    `value` has hundred, million and the like multiplied out; a date is ISO 8601 as far as it is
    written. `unit` is the code of the unit after the number or the currency before it, or None;
    `end` is before the unit. `readings` are all that may be meant, the value and unit among them.
    `place` is the value of the last digit that is written. A `bare` number is followed by no noun,
    so that its unit may have been said before. `parts` are the numbers of one in five, which may
    also be meant one by one. `before` is where the currency before it begins, `behind` where its
    unit ends. `qualifiers` are all that may qualify it, "" for nothing.
    `ordinal` is whether it is written as a place in an order.
    """

    start: int
    end: int
    value: int | float | str
    unit: str | None
    readings: tuple[Reading, ...] = ()
    place: float = 0
    bare: bool = False
    parts: tuple["EnglishNumber", ...] = ()
    before: int = 0
    behind: int = 0
    qualifiers: tuple[str, ...] = ("",)
    ordinal: bool = False


def clean_value(value: float) -> int | float:
    """Return a value without what multiplication adds to it, as an integer if it is one."""
    if not isfinite(value):
        return value
    value = float(f"{value:.12g}")
    return int(value) if value == int(value) else value
