"""Dates and periods as codes: days, months, quarters, halves, years and intervals.

A date is ``2022-02-26``, ``2022-02`` or ``2022``; a period may also be ``2022-Q1``, ``2022-H1`` or
an interval of two of these, as ``2021/2025``.
"""

import datetime
import re
from typing import NamedTuple

from briefing.model.forms import compose

_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DATE = f"(?:{_LEAP_YEAR}-02-29|{_YEAR}(?:-{_MONTH_AND_DAY}|-{_MONTH})?)"
_PERIOD = f"(?:{_DATE}|{_YEAR}-(?:Q[1-4]|H[12]))"

DATE = f"^{_DATE}$(?!\n)"
"""The pattern of a date; it takes only days that are in the calendar."""

DATES = f"^{_DATE}(?:/{_DATE})?$(?!\n)"
"""The pattern of a date, or of the first and the last one of what goes on for some time."""

NO_DATE = "0001"
"""What holds the place of a date that nobody has told yet."""


def is_no_date(code: str | None) -> bool:
    """Return whether a date, to whatever precision, only holds the place of one."""
    return code is not None and code.split("-")[0] == NO_DATE


CODE = f"^{_PERIOD}(?:/{_PERIOD})?$(?!\n)"
"""The pattern of a date or another period."""

_DAY = f"(?:{_LEAP_YEAR}-02-29|{_YEAR}-{_MONTH_AND_DAY})"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
_OFFSET = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])"

MOMENT = f"^{_DAY}[Tt ]{_TIME}{_OFFSET}$(?!\n)"
"""The pattern of a day and a time of day with its offset from UTC."""

_WRITTEN = re.compile(
    "([0-9]{4})(?:年(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号])?)?"
    "|[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?"
)
_MONTHS_IN = {"Q": 3, "H": 6}


TIME_FIELDS = ("date", "period", "due")
"""The fields that say when a claim happened, holds or is due."""


class Days(NamedTuple):
    """The first and the last day of a period."""

    first: datetime.date
    last: datetime.date


def read_date(text: str) -> str | None:
    """Return the code of a year, a month or a day as people write it, if it is one.

    >>> read_date("2022年3月"), read_date("2022/3/21"), read_date("2022-13")
    ('2022-03', '2022-03-21', None)
    """
    found = _WRITTEN.fullmatch(compose(text).strip())
    if not found:
        return None
    year, *rest = filter(None, found.groups())
    code = "-".join([year, *(number.zfill(2) for number in rest)])
    return code if re.match(DATE, code) else None


def days_of(code: str) -> Days:
    """Return the first and the last day of a date or period, which must be one of :data:`CODE`.

    >>> days_of("2022-Q1").last.isoformat(), days_of("2021/2025").first.isoformat()
    ('2022-03-31', '2021-01-01')
    """
    if "/" in code:
        begin, end = code.split("/")
        return Days(days_of(begin).first, days_of(end).last)
    year, *rest = re.findall("[0-9]+|[QH]", code)
    if not rest:
        return _months(int(year), 1, 12)
    if rest[0] in _MONTHS_IN:
        length = _MONTHS_IN[rest[0]]
        return _months(int(year), (int(rest[1]) - 1) * length + 1, length)
    if len(rest) == 1:
        return _months(int(year), int(rest[0]), 1)
    day = datetime.date.fromisoformat(code)
    return Days(day, day)


def end_of(code: str) -> datetime.date:
    """Return the last day of a date or period."""
    return days_of(code).last


def _months(year: int, first: int, count: int) -> Days:
    """Return the first and the last day of some months in a row of one year."""
    last = first + count - 1
    if last == 12:
        return Days(datetime.date(year, first, 1), datetime.date(year, 12, 31))
    after = datetime.date(year, last + 1, 1)
    return Days(datetime.date(year, first, 1), after - datetime.timedelta(days=1))
