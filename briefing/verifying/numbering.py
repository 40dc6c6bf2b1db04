"""The numbers and dates of a memo's sentence, as a memo means them.

The scanners read what is written. A memo says 2032 for a year, the half-year for the first half,
No. 1 for a rank, the end of September for what has come about by then, and 9.8 billion元 in two
languages.
"""

import datetime
import re

from briefing.checks.numbers import Number, read_chinese, read_english
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading

_READERS = {"zh": read_chinese, "en": read_english}


def read_numbers(text: str, language: str, date: datetime.date, *, is_mixed: bool) -> list[Number]:
    """Return the numbers and dates of a sentence in order; of a mixed one, those of both languages.

    ``date`` is the day of the articles, by which last year is known.
    """
    found = [_as_year(one, text) for one in _READERS[language](text, date)]
    found = [one for one in found if not _DOUBLES_AS.match(text, one.start)]
    if is_mixed:
        found = _add_others(found, text, "en" if language == "zh" else "zh", date)
    found = [_with_unit(one, text, date) for one in found]
    found = [_as_rank(_as_closing(one, text), text) for one in found]
    found.sort(key=lambda one: (one.start, one.end))
    found = _with_currency([_as_times(_as_money(one, text)) for one in found])
    return [_as_less(_as_precise(_without_year(one, text), text), text) for one in found]


_NOT_REACHED = re.compile(
    r"(?:\bnot|n['’]t|\bnever)(?: yet| quite| even| so far)? (?:make up|makes? up|reach|account for"
    r"|amount to|come to|attain|form|constitute|represent|hit|add up to)(?: an?| the)? ?$",
    re.I,
)


def _as_less(number: Number, text: str) -> Number:
    """Return a number that is told as not reached as one under which something is."""
    before = max(0, number.start - _FARTHEST_BEFORE)
    if number.qualifiers == ("",) and _NOT_REACHED.search(text, before, number.start):
        return number._replace(qualifiers=("less_than",))
    return number


_PRECISELY = re.compile(
    "(?:恰好|恰恰|正好|刚好|整整|不多不少|[不分]毫不差)(?:地|是|为|有|在|达到?|要|增长|提高|下降|投资|投入)*"
    r"[，, ]?$|\b(?:exactly|precisely|no more and no less than|neither more nor less than)"
    r" (?:CNY|RMB|\w+ of)? ?$",
    re.I,
)
_FARTHEST_BEFORE = 40
"""So many characters before a number it may be told to be precise."""


def _as_precise(number: Number, text: str) -> Number:
    """Return a number that is told to be just so much as one that is not rounded."""
    if number.qualifiers == ("",) and _PRECISELY.search(
        text, max(0, number.start - _FARTHEST_BEFORE), number.start
    ):
        return number._replace(qualifiers=("exact",))
    return number


_WHOLE = 100  # percent
_DOUBLED = re.compile("翻一?番|doubl(?:e[sd]?|ing)", re.I)


def _as_times(number: Number) -> Number:
    """Return a rise by over a whole as one in multiples as well: up 240%, 增长2.4倍."""
    value, unit = number.readings[0] if number.readings else (Span(), "")
    if _DOUBLED.fullmatch(number.words):
        return number._replace(readings=(*number.readings, Reading(100.0, "%")))
    rises = unit == "%" and not isinstance(value, Span) and value >= _WHOLE
    if not rises or number.around.direction != "up" or number.around.role == "to":
        return number
    assert not isinstance(value, Span)
    return number._replace(readings=(*number.readings, Reading(value / _WHOLE, "times")))


_DOUBLES_AS = re.compile(r"doubl(?:es|ed|ing) as\b", re.I)
"""What tells that somebody is another thing, too, and no number."""
_HUNDREDS_OF_MILLIONS = re.compile("亿多?$")


def _as_money(number: Number, text: str) -> Number:
    """Return a bare amount of hundreds of millions as one of yuan as well: 总投资14.8亿."""
    bare = number.readings and number.readings[0].unit is None
    counts = re.match("[\u4e00-\u9fff]", text[number.end :])
    if bare and not counts and _HUNDREDS_OF_MILLIONS.search(number.words):
        return number._replace(
            readings=(*number.readings, Reading(number.readings[0].value, "CNY"))
        )
    return number


def _add_others(found: list[Number], text: str, other: str, date: datetime.date) -> list[Number]:
    """Return numbers with those of the other language of a text; each is read in its own."""
    # For the English scanner a number begins where a word may, and not behind a character.
    blanked = re.sub("[\u3400-\u9fff]", " ", text) if other == "en" else text
    for one in _READERS[other](blanked, date):
        hans = bool(re.search("[\u4e00-\u9fff]", one.words))
        over = [each for each in found if one.start < each.end and each.start < one.end]
        longer = any(each.end - each.start > one.end - one.start for each in over)
        if not over or (hans == (other == "zh") and not longer):
            found = [each for each in found if each not in over]
            found.append(_as_year(one, text))
    return found


_SCALED = re.compile(r"(?:million|billion|trillion|bn|tn)$", re.I)


def _with_currency(numbers: list[Number]) -> list[Number]:
    """Return numbers in which a bare amount of billions is in the money of one before it."""
    found: list[Number] = []
    for one in numbers:
        value, unit = one.readings[0] if one.readings else (Span(), "")
        before = any(x.readings and x.readings[0].unit == "CNY" for x in found)
        if before and unit is None and _SCALED.search(one.words.strip(" ,.;)")):
            one = one._replace(readings=(Reading(value, "CNY"),))  # noqa: PLW2901
        found.append(one)
    return found


_CLOSING = re.compile(
    r"\b(?:end of|as of|by|through|until|up to)(?: the)?(?: end of)?(?: the)?(?: month of)? ?$",
    re.I,
)
_CLOSED = re.compile(" ?(?:底|末|为止)")


def _as_closing(number: Number, text: str) -> Number:
    """Return a time by the end of which something has come about as any period that ends then."""
    spans = [one.value for one in number.readings if isinstance(one.value, Span)]
    closes = _CLOSING.search(text[: number.start]) or _CLOSED.match(text, number.end)
    if not closes or not spans or not spans[0].last or spans[0].day:
        return number
    last = spans[0].last
    begins = (1, last) if last % 3 else (1, last - 2, last)
    others = (spans[0]._replace(first=one, last=last) for one in begins)
    added = tuple(Reading(one, "date") for one in others if one != spans[0])
    return number._replace(readings=(*number.readings, *added))


_UNIT = re.compile("[\u4e00-\u9fff]{1,3}")


def _with_unit(number: Number, text: str, date: datetime.date) -> Number:
    """Return an English number with the Chinese unit that stands behind it: 9.8 billion元."""
    behind = _UNIT.match(text, number.end)
    if not behind or not number.readings or number.readings[0].unit or not number.words.isascii():
        return number
    for one in read_chinese(f"1{behind[0]}", date):
        value, unit = one.readings[0] if one.readings and one.start == 0 else (None, None)
        if value == 1 and unit:
            readings = tuple(Reading(each.value, unit) for each in number.readings if not each.unit)
            return number._replace(readings=readings, bare=False)
    return number


_NUMBERED = re.compile(r"(?:\bNo\.? ?|\bnumber |#)$", re.I)


def _as_rank(number: Number, text: str) -> Number:
    """Return a number behind “No.” with that, which makes it a place in an order."""
    if before := _NUMBERED.search(text[: number.start]):
        return number._replace(words=before[0] + number.words, start=before.start())
    return number


def _is_half_year(number: Number, text: str) -> bool:
    """Return whether half a year is the first half of the year, of which reports are made."""
    if not number.readings or number.readings[0] != Reading(0.5, "year"):
        return False
    before, behind = text[: number.start], text[number.end :]
    if number.words == "半年":
        return not (re.search("[每近下后隔时年个]$", before) or re.match("[前后多内期一]", behind))
    is_year = re.fullmatch("half[- ]year", number.words, re.I) or re.match("[- ]year", behind)
    return bool(is_year and re.search(r"\b(?:the|this) $", before, re.I))


_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|from|until|till|during|the|before|after|for|of)\s$", re.I
)


def _as_year(number: Number, text: str) -> Number:
    """Return a bare number that looks like a year as one: by 2032."""
    value = number.readings[0].value if number.readings else None
    spans = [one for one in number.readings if isinstance(one.value, Span)]
    if spans and number.readings[0].unit == "month":  # the first nine months
        return number._replace(readings=tuple(spans))
    if _is_half_year(number, text):
        return number._replace(readings=(Reading(Span(0, 1, 6), "date"),))
    if number.relative:
        return number
    is_year = (
        number.bare
        or re.match(r" (?!of )[a-z]", text[number.end :])
        or _BEFORE_YEAR.search(text[: number.start])
    )
    if is_year and isinstance(value, int) and re.fullmatch(r"(?:19|20)\d\d", number.words):
        return number._replace(readings=(Reading(Span(value), "date"),))
    return number


_OF_A_YEAR = re.compile(
    r"\b(?:annual|yearly) (?:\w+ )?(?:plan|target|goal|quota|total)|年度(?:计划|目标|任务)", re.I
)


def _without_year(number: Number, text: str) -> Number:
    """Return a number beside a plan of a year, which makes it no number for each year."""
    if not _OF_A_YEAR.search(text, max(0, number.start - 40), number.end + 40):
        return number
    rates = tuple(rate for rate in number.around.rates if not rate.is_of_time())
    return number._replace(around=number.around._replace(rates=rates))
