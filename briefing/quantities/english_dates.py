"""Reads the dates, months, periods and times of day of English prose."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.quantities.data import either
from briefing.quantities.months import MONTHS

_MONTH_NUMBERS = {month.lower(): number for number, month in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS |= {month[:3].lower(): number for number, month in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS["sept"] = 9
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTS |= {"nine": 9, "ten": 10, "eleven": 11, "first": 1, "second": 2, "third": 3, "fourth": 4}
_HOLIDAYS = {"New Year['’]s Day": (1, 1), "May Day": (5, 1), "National Day": (10, 1)}
# Without a digit or one of these a text has no date, which is quickly seen.
_HINT = re.compile(rf"\d|quarter|half|months|Day|{'|'.join(month[:3] for month in MONTHS)}", re.I)
_ANY_MONTH = either([*MONTHS, *(month[:3] for month in MONTHS), "Sept"])
_MONTH = re.compile(rf"\b{_ANY_MONTH}\b", re.I)
"""Without a month a text has no date of most kinds, for which it is not gone through then."""
_BEFORE_MONTH = "[A-Za-z][a-z] |mid-|for |last |next |this |until |since |early |late "
"""Behind one of these a word that may be a verb is a month: by March, this May."""
_ARTICLE = "the|an?|its|his|her|their|our|this|that|each|every"
_OF_TIME = r"(?:\w+ )?(?:year|period|season|plan\b)|\d"
"""What a half or a quarter that is a time may be of."""
_COUNTED_HOURS = _COUNTS | {"eleven": 11, "twelve": 12}
_PART_OF_DAY = "in the (?:morning|afternoon|evening)"
_ENDS = {"half": 6, "quarter": 3, "month": 1}


class Span(NamedTuple):
    """A date or period as the text has it; 0 for the year, the months or the days that it lacks.

    `first` and `last` are the months of a period, both the same for a month or a day. `decade` is
    whether the year is the first of ten.
    """

    year: int = 0
    first: int = 0
    last: int = 0
    day: int = 0
    time: str = ""
    decade: bool = False


class EnglishDate(NamedTuple):
    """A date or period at `start` to `end`, with all that it may mean: 3/4 is in March or April."""

    start: int
    end: int
    meant: tuple[Span, ...]


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns by what they read; one that may hold another comes before it."""
    month = rf"(?P<month>{_ANY_MONTH})\b\.?"
    other = rf"(?P<other>{_ANY_MONTH})\b\.?"
    year = r"(?P<year>(?:19|20)\d\d)"
    of_year = rf"(?:,? (?:of |in )?{year}\b)?"
    # The first half of a road or of a decade is no part of a year.
    of_thing = rf"(?! of (?:{_ARTICLE}) (?!{_OF_TIME}))"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    until = r"(?P<until>\d{1,2})(?:st|nd|rd|th)?"
    to = r"(?: ?[-–—] ?| to | and | until | through )"
    the = r"(?:the )?"
    count = either(_COUNTS)
    hour = either(_COUNTED_HOURS)
    # "May" and "March" are verbs, too: alone they are months only behind a few words.
    behind = "|".join(rf"(?<=\b{word})" for word in _BEFORE_MONTH.split("|"))
    alone = (
        rf"(?=[A-Z])(?P<month>{either(m for m in MONTHS if m not in ('May', 'March'))}"
        rf"|(?:{behind})(?:May|March))"
    )
    written = {
        "holiday": rf"\b(?P<holiday>{'|'.join(_HOLIDAYS)})\b{of_year}",
        "iso": r"(?<![\d.])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?\b",
        "to_month": rf"\b(?P<count>{count}|\d+) months (?:to|ending|through) (?:end-)?"
        rf"{month}{of_year}",
        "days": rf"\b{day}{to}{until} (?:of )?{month}{of_year}",
        "days_after": rf"\b{month} {day}{to}{the}{until}{of_year}\b(?! ?(?:per|%|[ap]\.?m\b|:))",
        "day": rf"\b{day} (?:of )?{month}{of_year}",
        "day_after": rf"\b{month} {the}{day}\b(?![,.]\d|%| (?:per|million|billion)){of_year}",
        "months": rf"\b{month}{to}{other}{of_year}",
        "month": rf"\b{month},? (?:of )?{year}\b",
        "slashes": r"(?<![\d/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
        "dots": r"(?<![\d.])(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)"
        r"(?![\d.]\d)",
        "quarters": r"\bQ(?P<q>[1-3])(?: ?[-–—] ?| to | through )Q(?P<until>[2-4])\b"
        rf"(?:[ -]?{year}\b)?",
        "quarter": rf"\b(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)\b(?:[ -]?{year}\b)?",
        "half": rf"\b(?:H(?P<h>[12])|(?P<h2>[12])H)\b(?:[ -]?{year}\b)?",
        "first": rf"\b(?:first|opening|initial)[ -](?P<count>{count}|\d+)[ -]"
        rf"(?P<unit>quarter|month)s\b{of_year}",
        # Three quarters of something are a share of it.
        "over": r"(?:(?<=\bover )|(?<=\bin )|(?<=\bfor )|(?<=\bafter )"
        r"|(?<=\bin the )|(?<=\bover the )|(?<=\bfor the )|(?<=\bafter the ))"
        r"(?P<count>three) (?P<unit>quarter)s\b(?! of\b)",
        "half_year": r"(?:(?<=\bits )|(?<=\bthe )|(?<=['’]s ))half-year"
        r"(?= (?!later|ago|after|before|period|and|or)[a-z])",
        # Without a year they are the months just gone.
        "closing": rf"\b(?:last|final|closing) (?P<count>{count}|\d+) "
        rf"(?P<unit>quarter|month)s of {year}\b",
        "named": rf"\b(?P<count>first|second|third|fourth|last|final)[- ]"
        rf"(?P<unit>half|quarter)\b(?:[- ]year\b)?{of_thing}{of_year}",
        # "From 412 in 2020 to 27" is no period, as 2020–27 is.
        "years": r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)"
        r"(?: ?[-–—/] ?(?=\d)|(?: to | and )(?=(?:19|20)\d\d))"
        r"(?P<until>(?:19|20)?\d\d)(?![\d.,]\d|\d|%)",
        "decade": r"(?<![\d.,])(?P<year>(?:19|20)\d0)s\b",
        "clock": r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?"
        rf"(?P<noon>[ap]\.?m\b\.?|{_PART_OF_DAY}\b)",
        "clock_words": rf"\b(?:an? )?(?P<part>quarter|half) (?P<side>past|to) (?P<hour>{hour})\b"
        rf"(?: (?P<noon>[ap]\.?m\b\.?|{_PART_OF_DAY}\b))?",
        "clock_24": r"(?<![\d:])(?P<hour>[01]?\d|2[0-4])[:h](?P<minute>[0-5]\d)"
        r"(?: ?hours| hrs)?\b(?!:)",
        "alone": rf"\b{alone}\b",
    }
    cased = {"alone", "quarters", "quarter", "half"}
    return [(name, re.compile(one, 0 if name in cased else re.I)) for name, one in written.items()]


def find_dates(text: str) -> list[EnglishDate]:
    """Return the dates and periods of a text, and of each range both ends, in order.

    A year alone is no date here, since it may be a number.
    """
    found: list[EnglishDate] = []
    if not _HINT.search(text):
        return found
    has_month = bool(_MONTH.search(text))
    for name, pattern in _patterns():
        if "month" in pattern.groupindex and not has_month:
            continue
        kept, last = [], 0  # what is no date of this kind
        for match in pattern.finditer(text):
            meant = tuple(_meant(name, match))
            if meant:
                found += [EnglishDate(*match.span(), one) for one in meant]
                kept.append(text[last : match.start()].ljust(match.end() - last))
                last = match.end()
        text = "".join([*kept, text[last:]])
    return sorted(found)


def _meant(name: str, match: re.Match[str]) -> Iterator[tuple[Span, ...]]:
    """Yield the dates of a match, each with all that it may mean."""
    said = match.groupdict()
    day = int(said.get("day") or 0)
    if day > 31 or (name.startswith("days") and int(said["until"] or 0) > 31):
        return
    if name in ("slashes", "years", "holiday"):
        yield from _several(name, said)
    elif name == "clock_words":
        yield tuple(_spelt_clock(said))
    elif name.startswith("clock"):
        yield from _clock(said)
    else:
        yield from _single(name, said)


def _several(name: str, said: dict[str, str]) -> Iterator[tuple[Span, ...]]:
    """Yield a day that may be read in two ways, the two ends of a range of years, or a holiday."""
    year = int(said["year"] or 0)
    if name == "slashes":
        one, two = int(said["one"]), int(said["two"])
        pairs = sorted({(one, two), (two, one)})
        yield tuple(Span(year, m, m, d) for m, d in pairs if m <= 12 and d <= 31)
    elif name == "years":
        until = said["until"] if len(said["until"]) == 4 else said["year"][:2] + said["until"]
        yield (Span(year),)
        yield (Span(int(until)),)
    else:
        written = said["holiday"]
        days = (day for words, day in _HOLIDAYS.items() if re.fullmatch(words, written, re.I))
        month, day = next(days)
        yield (Span(year, month, month, day),)


def _single(name: str, said: dict[str, str]) -> Iterator[tuple[Span, ...]]:
    """Yield a day, both ends of a range of days, a decade, or a period of months."""
    year, day = int(said.get("year") or 0), int(said.get("day") or 0)
    month = _MONTH_NUMBERS[said["month"].lower()] if said.get("month") else 0
    if name in ("iso", "dots"):
        yield (Span(year, int(said["number"]), int(said["number"]), day),)
    elif name in ("day", "day_after", "month", "alone"):
        yield (Span(year, month, month, day),)
    elif name in ("days", "days_after"):
        yield (Span(year, month, month, day),)
        yield (Span(year, month, month, int(said["until"])),)
    elif name == "decade":
        yield (Span(year, decade=True),)
    elif months := _months(name, said):
        yield (Span(year, *months),)


def _months(name: str, said: dict[str, str]) -> tuple[int, int] | None:
    """Return the first and the last month of a period, or nothing where there is no such period."""
    if name in ("quarter", "half"):
        number = int(said.get("q") or said.get("q2") or said.get("h") or said.get("h2") or 0)
        length = _ENDS[name]
        return (number - 1) * length + 1, number * length
    if name == "quarters":
        first, last = int(said["q"]), int(said["until"])
        return ((first - 1) * 3 + 1, last * 3) if first < last else None
    if name == "months":
        return _MONTH_NUMBERS[said["month"].lower()], _MONTH_NUMBERS[said["other"].lower()]
    if name == "to_month":
        last = _MONTH_NUMBERS[said["month"].lower()]
        return max(1, last - _count(said["count"]) + 1), last
    if name == "half_year":
        return 1, _ENDS["half"]
    length = _ENDS[said["unit"].lower()]
    if name in ("first", "over"):
        return 1, _count(said["count"]) * length
    most = 12 // length
    if name == "closing":
        count = _count(said["count"])
        return (12 - count * length + 1, 12) if count < most else None
    number = most if said["count"].lower() in ("last", "final") else _count(said["count"])
    return ((number - 1) * length + 1, number * length) if number <= most else None


def _clock(said: dict[str, str]) -> Iterator[tuple[Span, ...]]:
    hour = int(said["hour"] or 0)
    if noon := said.get("noon"):
        hour = hour % 12 + 12 * _is_afternoon(noon)
    yield (Span(time=f"{hour:02}:{said['minute'] or '00'}"),)


def _spelt_clock(said: dict[str, str]) -> Iterator[Span]:
    """Yield the times that words tell; without the part of the day it may be in both halves."""
    before = said["side"].lower() == "to"
    minutes = 30 if said["part"].lower() == "half" else 15
    at = _COUNTED_HOURS[said["hour"].lower()] * 60 + (-minutes if before else minutes)
    noon = said.get("noon")
    for is_late in (_is_afternoon(noon),) if noon else (False, True):
        hour, minute = divmod(at % 720 + 720 * is_late, 60)
        yield Span(time=f"{hour:02}:{minute:02}")


def _is_afternoon(words: str) -> bool:
    return words.lower().startswith("p") or words.endswith(("afternoon", "evening"))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word.lower()]


def iso_of(span: Span, date: datetime.date | None) -> str:
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
