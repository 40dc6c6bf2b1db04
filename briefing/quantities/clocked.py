"""Reads times as sports write them, in either language: 2:09:41, 9:52.31, 2h 9m 41s."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HINT = re.compile(r"\d ?[:h]|\d[sS]\b")
_CLOCKED = re.compile(
    r"(?<![\d:.])(?:(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d{1,3})?)"
    r"|(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3}))(?![\d:])"
    r"|(?<![\w.])(?P<h>\d{1,2}) ?h(?:rs?)?,? ?(?P<m>\d{1,2}) ?m(?:ins?)?"
    r"(?:,? ?(?P<s>\d{1,2}) ?s(?:ecs?)?)?\b"
    r"|(?<![\w.])(?P<lone>\d{1,2}\.\d{1,3}) ?s(?:ecs?)?\b"
)


class Clocked(NamedTuple):
    """How many seconds a time at ``start`` to ``end`` of a text has."""

    start: int
    end: int
    seconds: int | float


def find_clocked(text: str) -> Iterator[Clocked]:
    """Yield the times of a text that have seconds, or hours with minutes.

    >>> [one.seconds for one in find_clocked("won in 2:09:41, after 4:12.08 and 10.03s")]
    [7781, 252.08, 10.03]
    """
    if not _HINT.search(text):
        return
    for match in _CLOCKED.finditer(text):
        hours = int(match["hour"] or match["h"] or 0)
        minutes = int(match["minute"] or match["minutes"] or match["m"] or 0)
        last = match["second"] or match["seconds"] or match["s"] or match["lone"] or "0"
        seconds = round(3600 * hours + 60 * minutes + float(last), 3)
        yield Clocked(*match.span(), int(seconds) if seconds == int(seconds) else seconds)
