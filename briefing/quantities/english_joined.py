"""Joins English numbers that belong together: 2 to 3 million, one in five, an hour and a half."""

import re
from collections.abc import Iterator

from briefing.quantities.conversion import add_smaller
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import EnglishNumber, Reading, clean_value
from briefing.quantities.english_patterns import patterns

_YEAR = re.compile(r"(?:19|20)\d\d\b")
ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|first|second|third|[a-z]th)$", re.I)


def join_numbers(text: str, numbers: list[EnglishNumber]) -> Iterator[EnglishNumber]:
    """Yield numbers with what they take from the next one: 2 to 3 million, one in five."""
    skip = False
    for index, number in enumerate(numbers):
        one = number
        before = numbers[index - 1] if index else None
        if before and one.bare and one.unit is None and isinstance(one.value, int | float):
            one = one._replace(readings=(*one.readings, Reading(one.value, before.unit)))
        if skip:
            skip = False
            continue
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        between = text[one.end : after.start] if after else ""
        if after and (sum_of_both := _add_half(text, one, after) or _add(text, one, after)):
            yield sum_of_both
            skip = True
            continue
        if after and patterns()["share"].match(between) and _is_share(text, one, after):
            share = 100 * float(one.value) / float(after.value)
            parts = (one, after)
            readings = (Reading(share, "%"),)
            place = min(share / 20, 100 / float(after.value))  # one in six is rounder than 17 in 97
            yield EnglishNumber(one.start, after.end, share, "%", readings, place, parts=parts)
            skip = True
            continue
        if after and patterns()["range"].match(between) and not isinstance(one.value, str):
            yield one._replace(readings=one.readings + tuple(_like(one, after)))
            continue
        yield one


def _add_half(text: str, one: EnglishNumber, after: EnglishNumber) -> EnglishNumber | None:
    """Return an amount and a half of its unit: two hours and a half."""
    joined = text[max(one.end, one.behind) : after.end].lower() == " and a half"
    if not joined or one.unit is None or isinstance(one.value, str):
        return None
    value = one.value + 0.5
    readings = (Reading(value, one.unit),)
    return EnglishNumber(one.start, after.end, value, one.unit, readings, behind=after.end)


def _add(text: str, one: EnglishNumber, after: EnglishNumber) -> EnglishNumber | None:
    """Return the sum of an amount and a smaller one of the same kind: an hour and ten minutes."""
    if not patterns()["compound"].fullmatch(text, max(one.end, one.behind), after.start):
        return None
    if isinstance(one.value, str) or isinstance(after.value, str):
        return None
    unit, behind = after.unit, after.behind
    if one.unit == "ft" and (inches := patterns()["inches"].match(text, after.end)):
        unit, behind = "in", inches.end()  # elsewhere the in of "5 ft 2 in" is a preposition
    total = add_smaller(one.value, one.unit, after.value, unit)
    if total is None:
        return None
    value, unit = clean_value(total[0]), total[1]
    readings = (Reading(value, unit),)
    both = EnglishNumber(one.start, after.end, value, unit, readings, parts=(one, after))
    return both._replace(behind=behind)


def _is_share(text: str, one: EnglishNumber, after: EnglishNumber) -> bool:
    """Return whether a number is that part of the one behind it: one in six, and not 95 in 2023."""
    in_year = text[: after.start].endswith(" in ") and _YEAR.match(text, after.start)
    nth = ORDINAL.search(text, one.start, one.end)  # the first title in 11 years
    if in_year or nth or "times" in (one.unit, after.unit):
        return False
    values = one.value, after.value
    return all(isinstance(value, int) for value in values) and 0 < values[0] <= values[1] <= 10000  # type: ignore[operator]  # they are numbers


def _like(one: EnglishNumber, after: EnglishNumber) -> Iterator[Reading]:
    """Yield what the first number of a range means with the scale and unit of the last one."""
    for reading in after.readings:
        if isinstance(reading.value, Span) or isinstance(one.value, str):
            continue
        yield Reading(one.value, reading.unit)
        for scale in (10**2, 10**3, 10**6, 10**9, 10**12):
            if reading.value >= scale > one.value:
                yield Reading(clean_value(one.value * scale), reading.unit)
