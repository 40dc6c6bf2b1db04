"""Reads the numbers and dates of English prose.

What a writer may have meant is all given: the m of "2m" is a million or a metre, and a third is one
of three parts or the one behind the second.
"""

import datetime
import re
from collections.abc import Iterator
from math import isfinite
from typing import NamedTuple

from briefing.quantities.english_dates import Span, find_dates
from briefing.quantities.english_patterns import patterns, unit_words
from briefing.quantities.english_tables import (
    FUNCTION_WORDS,
    LETTERS,
    MULTIPLES,
    ONE,
    SHORT_SCALES,
    SYMBOLS,
)
from briefing.quantities.english_words import SCALES, Spelled, find_spelled

# Letters that match another one when case is ignored, but have no other case themselves.
_FOLD = str.maketrans("\u017f\u0131\u212a\u2212", "sik-")


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
    also be meant one by one.
    """

    start: int
    end: int
    value: int | float | str
    unit: str | None
    readings: tuple[Reading, ...] = ()
    place: float = 0
    bare: bool = False
    parts: tuple["EnglishNumber", ...] = ()


def scan_english(text: str, date: datetime.date | None = None) -> list[EnglishNumber]:
    """Return the numbers and dates of an English text, in order.

    `date` is the date of the text itself, from which the value of a day without a year takes its
    year. "One" is left out, because it is mostly a pronoun.
    """
    text = text.translate(_FOLD)
    found: list[EnglishNumber] = []
    for one in find_dates(text):
        readings = tuple(Reading(span, "date") for span in one.meant)
        span = one.meant[0]
        if span.first == 1 < span.last:  # the months to May are five
            readings += (Reading(span.last, "month"),)
        number = EnglishNumber(one.start, one.end, _iso(span, date), "date", readings)
        if found and found[-1].start == one.start:  # the two ends of a range
            begin = found.pop()
            number = begin._replace(readings=(), parts=(begin, number))
        found.append(number)
    rest = _blank(text, ((one.start, one.end) for one in found))
    # RMB26bn is no name, as G20 is, but a currency that is written to its number.
    glued = [match.end() for match in patterns()["glued"].finditer(rest)]
    names = [
        match.span()
        for match in patterns()["name"].finditer(rest)
        if not any(match.start() < at < match.end() for at in glued)
    ]
    rest = _blank(rest, names)
    digits = list(_in_digits(rest))
    others = [*_multiples(rest)]
    taken = _blank(rest, ((one.start, one.end) for one in [*digits, *others]))
    numbers = sorted([*digits, *others, *_in_words(taken)])
    return sorted(
        [*found, *(one for one in _joined(rest, numbers) if text[one.start : one.end] not in ONE)]
    )


def _blank(text: str, spans: "Iterator[tuple[int, int]] | list[tuple[int, int]]") -> str:
    """Return a text with something that is no number in place of what was read."""
    for start, end in spans:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _in_digits(text: str) -> Iterator[EnglishNumber]:
    for match in patterns()["digits"].finditer(text):
        digits = re.sub(r"\D", "", match["digits"])
        value = float(digits + (match["rest"] or ""))
        decimals = len(match["rest"] or ".") - 1
        year = bool(patterns()["year"].fullmatch(match[0]))
        yield _number(text, match.start(), match.end(), value, 10.0**-decimals, year=year)


def _in_words(text: str) -> Iterator[EnglishNumber]:
    for one in find_spelled(text):
        if one.part == 1 and not one.ordinal:
            yield _number(text, one.start, one.end, one.value, 0)
            continue
        yield _part(text, one)


def _part(text: str, one: Spelled) -> EnglishNumber:
    """Return a part, such as two-thirds, or an ordinal."""
    behind_article = one.end + 2 if text.startswith(" a ", one.end) else one.end
    unit, _ = _unit(text, one.start, behind_article)
    share = one.value / one.part
    readings = [Reading(share * 100, "%")] if one.part > 1 else []
    if one.part > 1 and unit:
        readings.insert(0, Reading(share, unit))
    number = one.part if one.part > 2 and one.value == 1 else one.value
    if one.ordinal or one.part in (2, 4):
        readings.append(Reading(number, "quarter" if one.part == 4 else None))
    if one.ordinal and number <= 31:
        readings.append(Reading(Span(day=int(number)), "date"))
    if one.part == 2:
        readings.append(Reading(0.5, None))
    value = readings[0].value
    assert not isinstance(value, Span)
    return EnglishNumber(
        one.start,
        one.end,
        value,
        readings[0].unit,
        tuple(readings),
        place=share * 5 if one.part > 1 else 0,
        bare=one.ordinal,
    )


def _multiples(text: str) -> Iterator[EnglishNumber]:
    for match in patterns()["multiple"].finditer(text):
        value = MULTIPLES.get(match[0].lower())
        if value is None:
            spelled = find_spelled(match["fold"] or "")
            value = int(spelled[0].value) if spelled else None
        if value:
            readings = (Reading(value, "times"), Reading(value, None))
            yield EnglishNumber(*match.span(), value, "times", readings)
    for match in patterns()["halved"].finditer(text):
        yield EnglishNumber(*match.span(), 50, "%", (Reading(50, "%"), Reading(0.5, "times")))


def _number(
    text: str, start: int, end: int, number: float, place: float, *, year: bool = False
) -> EnglishNumber:
    """Return a number with its scale and unit, and what else it may mean."""
    digits_end, scale = end, 1.0
    while match := patterns()["scale"].match(text, end):
        word = match[0].strip(" -").lower()
        if word == "b" and match[0] != "b":
            break
        scale *= SCALES.get(word) or SHORT_SCALES[word]
        end = match.end()
    value, place = _whole(number * scale), place * scale
    unit, after = _unit(text, start, end)
    readings = [Reading(value, unit)]
    letter = patterns()["letter"].match(text, end)
    if letter and end == digits_end and not year:
        readings, after = _with_letter(text, start, letter, number)
        place *= 10**6 if letter[1].lower() == "m" else 1
    first = readings[0]
    assert not isinstance(first.value, Span)
    if year and unit is None:
        readings.append(Reading(Span(int(number)), "date"))
    readings += _also(text, start, end, first)
    follows = patterns()["next"].match(text, after)
    word = follows[1] if follows else ""
    bare = not word.isalpha() or word.lower() in FUNCTION_WORDS
    return EnglishNumber(start, end, first.value, first.unit, tuple(readings), place, bare)


def _with_letter(
    text: str, start: int, letter: re.Match[str], number: float
) -> tuple[list[Reading], int]:
    """Return what a number before a single letter may mean, and where its unit ends."""
    read = letter[1].lower()
    if read != "m":
        return [
            Reading(_whole(number), LETTERS[read]),
            Reading(_whole(number), None),
        ], letter.end()
    unit, after = _unit(text, start, letter.end())
    millions = Reading(_whole(number * 10**6), unit)
    return [millions] + ([Reading(_whole(number), "m")] if unit is None else []), after


def _also(text: str, start: int, end: int, first: Reading) -> Iterator[Reading]:
    """Yield what a number may mean besides: a day of the month, times, points."""
    value = first.value
    assert not isinstance(value, Span)
    if patterns()["day"].fullmatch(text, start, end):
        yield Reading(Span(day=int(value)), "date")
    if first.unit == "times":
        yield first._replace(unit=None)
    if first.unit == "pp" and text[end:].lstrip("- ").lower().startswith("point"):
        yield first._replace(unit=None)
        yield first._replace(unit="%")


def _whole(value: float) -> int | float:
    """Return a value without what multiplication adds to it, as an integer if it is one."""
    if not isfinite(value):
        return value
    value = float(f"{value:.12g}")
    return int(value) if value == int(value) else value


def _unit(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the unit after a number, or else the currency before it, and where that ends."""
    before = patterns()["currency"].search(text, max(0, start - 8), start)
    after = patterns()["unit"].match(text, end)
    if before:
        sign = before[1].lower()
        return SYMBOLS.get(sign) or unit_words().get(sign), after.end() if after else end
    return (unit_words()[after[1].lower()], after.end()) if after else (None, end)


def _joined(text: str, numbers: list[EnglishNumber]) -> Iterator[EnglishNumber]:
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
        if after and patterns()["share"].match(between) and _is_share(one, after):
            share = 100 * float(one.value) / float(after.value)
            parts = (one, after)
            readings = (Reading(share, "%"),)
            yield EnglishNumber(one.start, after.end, share, "%", readings, share / 20, parts=parts)
            skip = True
            continue
        if after and patterns()["range"].match(between) and not isinstance(one.value, str):
            yield one._replace(readings=one.readings + tuple(_like(one, after)))
            continue
        yield one


def _is_share(one: EnglishNumber, after: EnglishNumber) -> bool:
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
                yield Reading(_whole(one.value * scale), reading.unit)


def _iso(span: Span, date: datetime.date | None) -> str:
    """Return a date in ISO 8601, as far as it is written."""
    if span.time:
        return f"T{span.time}"
    if not span.first:
        return f"{span.year:04}"
    year = span.year or (date.year if date else 0)
    months = f"{year:04}-{span.first:02}"
    if span.day:
        return f"{months}-{span.day:02}"
    return months if span.first == span.last else f"{months}/{year:04}-{span.last:02}"
