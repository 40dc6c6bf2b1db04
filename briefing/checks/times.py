"""The times that a paragraph tells, how dates are read, and how two of them agree."""

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.checks.evidence import count_first_months, held_values, period_of_months
from briefing.model.periods import CODE, days_of
from briefing.quantities import Quantity
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading
from briefing.quantities.relative_dates import find_part, find_plans, find_relative, part_of

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


_SEASON = re.compile("的?([春夏秋冬])")
_FIRST_MONTHS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_SAME_SPAN = re.compile("年?(?:的)?同(?:期|月|季)")
_NEAR = 12
"""So many times before and behind 去年同期 may be those whose months it has."""
_MONTHS_OF = {"early": (1,), "mid": (6, 7), "late": (12,)}
_UNTIL = re.compile("[年月]?[底末]?(?:之前|以前|前(?![0-9一二两三四五六景期沿端]))")


class Time(NamedTuple):
    """A time at ``start`` to ``end`` of a paragraph, and the code of it or of a part of it."""

    start: int
    end: int
    code: str


def find_times(
    text: str, quantities: Iterable[Quantity], date: datetime.date | None
) -> Iterator[Time]:
    """Yield the times of a paragraph that has some quantities, in an article of a date.

    The end of a year is also its last month, 明年秋天 is autumn of that year, and 去年同期 what the
    paragraph tells of this year in the year before.
    """
    found = sorted(_find_whole(text, quantities, date))
    for at, (one, part) in enumerate(found):
        yield one
        yield from (one._replace(code=code) for code in _find_parts(text, one, part))
        if len(one.code) == len("2031") and _SAME_SPAN.match(text, one.end):
            near = [other.code for other, _ in found[max(0, at - _NEAR) : at + _NEAR]]
            same = {re.sub(r"\b\d{4}", one.code, code) for code in near if "-" in code}
            yield from (one._replace(code=code) for code in sorted(same) if re.match(CODE, code))


def _find_whole(
    text: str, quantities: Iterable[Quantity], date: datetime.date | None
) -> Iterator[tuple[Time, str]]:
    """Yield the times as they are written, each with the part of a year or month that is meant."""
    for quantity in quantities:
        start, end = quantity.offset, quantity.offset + len(quantity.text)
        part = find_part(text, start, end, "zh") if quantity.unit == "date" else ""
        for value in held_values(quantity):
            code = value.partition("T")[0] if isinstance(value, str) else ""  # without the hour
            if re.match(CODE, code):
                yield Time(start, end, code), part
        if date and count_first_months(text, quantity):
            months = period_of_months(text, quantity, date.year)
            assert months
            yield Time(start, end, months), ""
    for one in find_relative(text, "zh") if date else ():
        assert date
        if code := one.code(date):
            yield Time(one.start, one.end, code), part_of(text, one, "zh")


def _find_parts(text: str, time: Time, part: str) -> Iterator[str]:
    """Yield the codes of the part of a year or month that is meant."""
    is_year = re.fullmatch(r"\d{4}", time.code)
    if is_year and (season := _SEASON.match(text, time.end)):
        first, year = _FIRST_MONTHS[season[1]], int(time.code)
        last = f"{year:04}-{first + 2:02}" if first < 12 else f"{year + 1:04}-02"
        yield f"{year:04}-{first:02}/{last}"
        yield f"{year:04}-Q{first // 3}"
    elif is_year:
        yield from (f"{time.code}-{month:02}" for month in _MONTHS_OF.get(part, ()))
    if part == "mid" and re.fullmatch(r"\d{4}-\d\d", time.code):
        yield f"{time.code}-11/{time.code}-20"
    if part == "late" and re.fullmatch(r"\d{4}(?:-\d\d)?", time.code):
        yield days_of(time.code).last.isoformat()


def list_plans(text: str) -> Iterator[str]:
    """Yield the years of the Five-Year Plans of a text, and the last year where its end is told.

    >>> list(list_plans("到“十五五”末达到九成"))
    ['2026/2030', '2030']
    """
    for plan, first, last in find_plans(text):
        yield f"{first}/{last}"
        if re.search(f"{plan}”?(?:时?期)?末", text):
            yield str(last)


def is_deadline(text: str, end: int) -> bool:
    """Return whether a time that ends there is one before which a thing is to be done: 6月底前."""
    return bool(_UNTIL.match(text, end))


def find_ahead(
    text: str, times: Iterable[Time], date: datetime.date | None
) -> list[tuple[int, int]]:
    """Return the spans of the times that are still to come on a date.

    A month that has begun is to come where it tells until when: 11月底前.
    """
    found = set()
    for one in times if date else ():
        assert date
        days = days_of(one.code)
        if days.first > date or (days.last > date and is_deadline(text, one.end)):
            found.add((one.start, one.end))
    return sorted(found)
