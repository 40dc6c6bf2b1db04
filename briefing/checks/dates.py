"""Dates and periods as numbers of our prose and of the evidence have them, and how they agree."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from briefing.model.periods import CODE, days_of
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading

_DATE = re.compile(
    r"(?P<year>\d{4}|-)?(?:-(?:Q(?P<q>\d)|H(?P<h>\d)|(?P<month>\d\d)?(?:-(?P<day>\d\d))?))?"
    r"(?:T?(?P<time>\d\d:\d\d))?.*"
)


@cache
def read_date(text: str) -> Span:
    """Return a date or period of the scanner, which is in ISO 8601 or ends in a quarter or half."""
    if re.fullmatch(r"\d{3}X", text):
        return Span(int(text[:3]) * 10, decade=True)
    match = _DATE.fullmatch(text)
    if match is None:
        return Span()
    year = 0 if match["year"] in (None, "-") else int(match["year"])
    time, day = match["time"] or "", int(match["day"] or 0)
    if match["q"]:
        return Span(year, 3 * int(match["q"]) - 2, 3 * int(match["q"]))
    if match["h"]:
        return Span(year, 6 * int(match["h"]) - 5, 6 * int(match["h"]))
    month = int(match["month"] or 0)
    return Span(year, month, month, day, time)


def is_same_time(said: Span, value: str, *, ends: bool = False) -> bool:
    """Return whether a date that is said is that of the evidence, as far as it goes.

    With `ends` it is enough that both periods end with the same month, as the third quarter and
    September do.
    """
    begin, _, end = value.partition("/")
    known = read_date(begin)
    if ends and said.last and not end and known.last == said.last:
        return not said.year or not known.year or said.year == known.year
    if end:
        last = read_date(end)
        whole = known._replace(last=last.last or last.first, day=0)
        return _is_part(said, whole)  # its two ends stand beside it where they are named
    return _is_part(said, known)


def _is_part(said: Span, known: Span) -> bool:
    if said.time and said.time != known.time:
        return False
    if said.time and not said.first and not said.day:
        return True
    if said.decade:
        return known.year // 10 == said.year // 10
    if said.year and known.year and said.year != known.year:
        return False
    if not said.first:
        return said.day == known.day if said.day else said.year == known.year
    if (said.first, said.last) != (known.first, known.last):
        return False
    return said.day in (0, known.day)


def is_last_day(said: Span, value: str) -> bool:
    """Return whether a date that is said is the last day of a year or month of the evidence."""
    if not said.year or not re.fullmatch(r"\d{4}(?:-\d\d)?", value):
        return False
    last = days_of(value).last
    return said == Span(last.year, last.month, last.month, last.day)


def find_ends_before(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the years, months and days at whose end that is which is before others."""
    for reading in readings:
        said = reading.value
        if not isinstance(said, Span) or said.time or said.decade:
            continue
        if said.day > 1:
            yield reading._replace(value=said._replace(day=said.day - 1))
        elif said.first:
            length = said.last - said.first + 1
            year, month = divmod(12 * said.year + said.first - 1 - length, 12)
            year = year if said.year else 0
            yield reading._replace(value=Span(year, month + 1, month + length))
        elif said.year:
            yield reading._replace(value=Span(said.year - 1))


def overlap(said: str, code: str) -> bool:
    """Return whether a time lies within that of a code, or the other way round."""
    if not re.match(CODE, said):
        return False
    wanted, days = days_of(said), days_of(code)
    within = days.first <= wanted.first and wanted.last <= days.last
    return within or (wanted.first <= days.first and days.last <= wanted.last)
