"""When a claim holds, happened or is due."""

from collections.abc import Iterator
from typing import Any

from briefing.model.parts import Part
from briefing.model.periods import TIME_FIELDS, Days, days_of


def list_times_of(claim: Part) -> Iterator[Days]:
    """Yield the first and the last day of each time that the claim itself has, its date first.

    A time that the article gives in words only has no days.
    """
    for field in TIME_FIELDS:
        yield from read_time(getattr(claim, field, None))


def read_time(when: Any) -> Iterator[Days]:
    """Yield the first and the last day of a date or period, if it is given as a code."""
    if isinstance(when, str):
        yield days_of(when)
