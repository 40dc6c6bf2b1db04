"""Of what kind numbers are, and which facts are of the same."""

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.checks.numbers import Number
from briefing.checks.times import is_same_time
from briefing.model.choices import HOPED_FOR
from briefing.model.records import Figure
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.quantities.units import is_measured
from briefing.verifying.numbers.facts import Fact


def suits(span: Span, code: str) -> bool:
    """Return whether a time that is said is the one of a code; a mere year is that of no part."""
    if (span.first, span.last) == (1, 12):
        return len(code) == 4
    if not span.first and not span.day and span.year:
        return code[:4] == str(span.year) and (len(code) == 4 or code.count("-") > 1)
    return is_same_time(span, code) or (
        span.first == span.last and not span.day and is_same_time(span, code, ends=True)
    )


def covers_any(number: Number, codes: Iterable[str]) -> bool:
    """Return whether a quarter, half or row of months that is said has a day or month of codes."""
    spans = [one.value for one in number.readings if isinstance(one.value, Span)]
    dates = [found for code in codes if (found := _MONTH.fullmatch(code))]
    return any(
        span.first < span.last
        and (span.first, span.last) != (1, _YEAR)
        and span.first <= int(date["month"]) <= span.last
        and span.year in (0, int(date["year"]))
        for span in spans
        for date in dates
    )


def may_be_of_year(span: Span, text: str, day: datetime.date) -> bool:
    """Return whether a month or day of a text may be one of the year that is said, if one is.

    ``text`` are the words around it, and ``day`` is that of the article. Where they have no such
    year it is that of the article, or the one before for a month that was still to come.
    """
    if not span.year or not (span.first or span.day) or str(span.year) in text:
        return True
    years = {day.year}
    if span.first > day.month or _LAST_YEAR.search(text):
        years.add(day.year - 1)
    if _NEXT_YEAR.search(text):
        years.add(day.year + 1)
    return span.year in years


_LAST_YEAR = re.compile("去年|上年|同期|年初|前年")
_NEXT_YEAR = re.compile("明年|来年|次年|年后|年内")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-\d\d)?")
_YEAR = 12


def is_time(number: Number) -> bool:
    """Return whether a number is a date or period."""
    return bool(number.readings) and isinstance(number.readings[0].value, Span)


def names_one_time(numbers: Iterable[Number]) -> bool:
    """Return whether numbers are of one time alone, so that no amount can be of another.

    A day may be that of anything else.
    """
    told = [one.readings[0] for one in numbers if one.readings]
    times = [one.value for one in told if isinstance(one.value, Span) or one.unit in TIMES]
    return len(times) == 1 and isinstance(times[0], Span) and not times[0].day


_ORDINAL = re.compile(
    r"第|首|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b"
    r"|No\. ?\d|top$",
    re.I,
)


def is_ordinal(number: Number) -> bool:
    """Return whether a number is a place in an order, and not how many there are, or a part."""
    is_part = bool(number.readings) and number.readings[0].unit == "%"
    return not is_part and bool(_ORDINAL.search(number.words))


def is_rank(fact: Fact) -> bool:
    """Return whether a fact is a place in an order."""
    return isinstance(fact.record, Figure) and fact.record.kind == "rank"


def is_of_kind(number: Number, fact: Fact) -> bool:
    """Return whether a number and a fact are of units that could be compared."""
    if is_rank(fact) != is_ordinal(number):
        return False
    return any(
        is_unit_alike(reading.unit, held.unit) for reading in number.readings for held in fact.held
    )


def is_comparable(number: Number, fact: Fact) -> bool:
    """Return whether a fact clearly is of the kind of a number, in unit, size and change."""
    if not any(
        is_unit_alike(one.unit, held.unit) and (one.unit or _is_near(one.value, held.value))
        for one in number.readings
        for held in fact.held
    ):
        return False
    shares = any(reading.unit == "%" for reading in number.readings)
    changes = number.around.direction in ("up", "down")
    if fact.is_difference and not (changes or number.around.role == "by"):
        return False
    return not shares or changes == fact.is_change or fact.stage in HOPED_FOR


def _is_near(one: object, other: object) -> bool:
    """Return whether two numbers are so near that they may count the same things."""
    numbers = [abs(x) for x in (one, other) if isinstance(x, int | float) and x]
    return len(numbers) == 2 and max(numbers) <= _FARTHEST * min(numbers)


_FARTHEST = 1000


def is_alike(one: Number, other: Number) -> bool:
    """Return whether two numbers are of one kind, so that a clause may speak of either."""
    if is_time(one) or is_time(other):
        return is_time(one) and is_time(other)
    return is_unit_alike(one.readings[0].unit, other.readings[0].unit)


def is_measured_alike(one: Fact, other: Fact) -> bool:
    """Return whether the values of two facts could be compared."""
    return any(is_unit_alike(a.unit, b.unit) for a in one.held for b in other.held)


_LARGER = 1e4
"""A number is not taken for one that is so many times larger."""


def is_of_like_size(one: Fact, other: Fact) -> bool:
    """Return whether two facts have numbers of like sizes, which a memo may take for each other."""
    sizes = [
        [abs(held.value) for held in fact.held if not isinstance(held.value, str) and held.value]
        for fact in (one, other)
    ]
    return not all(sizes) or any(1 / _LARGER < a / b < _LARGER for a in sizes[0] for b in sizes[1])


_COUNTED = {
    unit: number
    for number, units in enumerate(("人名位口", "户家", "头只匹", "辆台架套", "艘", "株棵"), 1)
    for unit in units
}
"""Of what kind things are that are counted by a word, which counts none of another kind."""


def is_unit_alike(unit: str | None, other: str | None) -> bool:
    """Return whether amounts in two units could be compared."""
    if unit == other:
        return True
    if unit is None or other is None or not (unit.isascii() and other.isascii()):
        both = _COUNTED.get(unit or ""), _COUNTED.get(other or "")
        apart = all(both) and both[0] != both[1]
        return not (apart or is_measured(unit or "") or is_measured(other or ""))
    return convert(1, unit, other) is not None


def spans_of(number: Number) -> Iterator[Span]:
    """Yield the times that a date or period tells; so many months are the first ones."""
    value, unit = number.readings[0] if number.readings else (None, None)
    if isinstance(value, Span):
        yield from (one.value for one in number.readings if isinstance(one.value, Span))
    elif unit == "month" and isinstance(value, int):
        yield Span(0, 1, value)


@lru_cache(maxsize=16_384)
def digits_of(value: float | str) -> str:
    """Return the digits of a number that tell something: 124 of 124,000."""
    return re.sub("[^0-9]", "", f"{value:.6g}").strip("0") if not isinstance(value, str) else ""
