"""Reads times as sports write them, in either language: 2:09:41, 9:52.31, 2h 9m 41s."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading

_HINT = re.compile(r"\d ?[:h]|\d ?s(?:ecs?)?\b")
_RATIO = re.compile(r"(?:比例?|\bratio\b)[^，。；.;]{0,12}$", re.I)
"""Behind these words three numbers are no time: in a ratio of 1:10:20."""
_CLOCKED = re.compile(
    r"(?<![\d:.])(?:(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d{1,3})?)"
    r"|(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3}))(?![\d:])"
    r"|(?<![\w.])(?P<h>\d{1,2}) ?h(?:rs?)?,? ?(?P<m>\d{1,2}) ?m(?:ins?)?"
    r"(?:,? ?(?P<s>\d{1,2}) ?s(?:ecs?)?)?\b"
    r"|(?<![\w.])(?P<lone>\d{1,2}\.\d{1,3}) ?s(?:ecs?)?\b"
)
_AT = re.compile(r"(?:\bat|[于在午晨晚]) ?$", re.I)
"""Behind one of these stands a time of the day."""


class Clocked(NamedTuple):
    """How many seconds a time at ``start`` to ``end`` of a text has.

    ``day_time`` is the hour and minute of the day that it may be as well, or empty.
    """

    start: int
    end: int
    seconds: int | float
    day_time: str = ""

    def readings(self) -> tuple[Reading, ...]:
        """Return all that the time may mean: so many seconds, or a time of the day."""
        lasts = Reading(self.seconds, "second")
        return (lasts, Reading(Span(time=self.day_time), "date")) if self.day_time else (lasts,)


def find_clocked(text: str) -> Iterator[Clocked]:
    """Yield the times of a text that have seconds, or hours with minutes.

    >>> [one.seconds for one in find_clocked("won in 2:09:41, after 4:12.08 and 10.03s")]
    [7781, 252.08, 10.03]
    """
    if not _HINT.search(text):
        return
    for match in _CLOCKED.finditer(text):
        if match["hour"] and _RATIO.search(text, max(0, match.start() - 20), match.start()):
            continue
        hours = int(match["hour"] or match["h"] or 0)
        minutes = int(match["minute"] or match["minutes"] or match["m"] or 0)
        last = match["second"] or match["seconds"] or match["s"] or match["lone"] or "0"
        seconds = round(3600 * hours + 60 * minutes + float(last), 3)
        seconds = int(seconds) if seconds == int(seconds) else seconds
        yield Clocked(*match.span(), seconds, _read_day_time(text, match))


def _read_day_time(text: str, match: re.Match[str]) -> str:
    """Return the hour and minute of the day that a time may be, or nothing.

    Its hour has two digits, or it stands behind a word such as at.
    """
    hour = match["hour"] or ""
    is_at = len(hour) == 2 or _AT.search(text, max(0, match.start() - 4), match.start())
    if not hour or int(hour) > 23 or "." in match["second"] or not is_at:
        return ""
    return f"{int(hour):02}:{match['minute']}"
