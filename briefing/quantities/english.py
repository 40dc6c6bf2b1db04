"""Reads the numbers and dates of English prose.

What a writer may have meant is all given: the m of "2m" is a million or a metre, and a third is one
of three parts or the one behind the second.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from unicodedata import numeric

from briefing.quantities.clocked import find_clocked
from briefing.quantities.data import words
from briefing.quantities.english_dates import Span, find_dates, iso_of
from briefing.quantities.english_joined import ORDINAL, join_numbers
from briefing.quantities.english_number import EnglishNumber, Reading, clean_value
from briefing.quantities.english_patterns import blank, patterns, unit_words
from briefing.quantities.english_qualifiers import find_qualifiers
from briefing.quantities.english_tables import (
    ALSO_MONEY,
    FUNCTION_WORDS,
    LETTERS,
    MULTIPLES,
    ONE,
    SHORT_SCALES,
    SYMBOLS,
    UNIT_LETTERS,
    VULGAR,
)
from briefing.quantities.english_words import LARGEST, NUMBER_WORDS, SCALES, Spelled, find_spelled
from briefing.quantities.months import MONTHS
from briefing.quantities.rates import ADVERBS
from briefing.quantities.roman import find_english as find_roman

# Letters that match another one when case is ignored, but have no other case themselves.
_FOLD = str.maketrans("\u017f\u0131\u212a\u2212", "sik-")

_DIGIT, _WORD = re.compile(rf"[\d{VULGAR}]"), re.compile("[a-z]+")


def scan_english(text: str, date: datetime.date | None = None) -> list[EnglishNumber]:
    """Return the numbers and dates of an English text, in order.

    `date` is the date of the text itself, from which the value of a day without a year takes its
    year. "One" without a unit is left out, because it is mostly a pronoun.
    """
    text = text.translate(_FOLD)
    if not (_DIGIT.search(text) or _hints() & set(_WORD.findall(text.lower()))):
        return []  # which most names have, and this is quickly seen
    found = [
        EnglishNumber(*one[:3], "second", one.readings(), behind=one.end)
        for one in find_clocked(text)
    ]
    text = blank(text, ((one.start, one.end) for one in found))
    for one in find_dates(text):
        readings = tuple(Reading(span, "date") for span in one.meant)
        span = one.meant[0]
        if (
            span.first == 1 < span.last
            and not span.year
            and "month" in text[one.start : one.end].lower()
        ):
            readings += (Reading(span.last, "month"),)
        number = EnglishNumber(one.start, one.end, iso_of(span, date), "date", readings)
        if found and found[-1].start == one.start:  # the two ends of a range
            begin = found.pop()
            number = begin._replace(readings=(), parts=(begin, number))
        found.append(number)
    found += find_roman(text)
    rest = blank(text, ((one.start, one.end) for one in found))
    # RMB26bn is no name, as G20 is, but a currency that is written to its number.
    glued = [match.end() for match in patterns()["glued"].finditer(rest)]
    names = [
        match.span()
        for match in patterns()["name"].finditer(rest)
        if bisect_right(glued, match.start()) == bisect_left(glued, match.end())
    ]
    rest = blank(rest, names)
    others = [*_multiples(rest), *_single_units(rest), *_fractions(rest)]
    rest = blank(rest, [(one.start, one.end) for one in others])
    digits = list(_in_digits(rest))
    taken = blank(rest, ((one.start, one.end) for one in digits))
    numbers = sorted([*digits, *others, *_in_words(taken)])
    amounts = (one for one in join_numbers(rest, numbers) if not _is_pronoun(text, one))
    return sorted(_qualified(text, one) for one in [*found, *amounts])


def _is_pronoun(text: str, one: EnglishNumber) -> bool:
    """Return whether a number is no more than "one", without a unit and without a minus."""
    return text[one.start : one.end] in ONE and one.value == 1 and one.unit is None


@cache
def _hints() -> frozenset[str]:
    """Return the words without any of which a text states no number, if it has no digit."""
    months = (month for name in MONTHS for month in (name.lower(), name[:3].lower()))
    multiples = (phrase.split()[-1] for phrase in MULTIPLES)
    units = words("hour hours year month week day decade century mile kilometre tonne day holiday")
    classes = words("class classes grade grades category categories type types")
    more = ("halved", "halving", "fold")
    return frozenset([*NUMBER_WORDS, *months, *multiples, *units, *classes, *more])


def _qualified(text: str, one: EnglishNumber) -> EnglishNumber:
    """Return a number with what may qualify it, and where its currency begins and its unit ends."""
    behind = max(one.end, one.behind)
    sign = patterns()["currency"].search(text, max(0, one.start - 8), one.start)
    before = sign.start() if sign else one.start
    ordinal = ORDINAL.search(text[one.start : one.end]) and not one.unit
    return one._replace(
        qualifiers=("",) if ordinal else find_qualifiers(text, before, one.end, behind),
        before=before,
        behind=behind,
        ordinal=bool(ordinal),
        parts=tuple(_qualified(text, part) for part in one.parts),
    )


def _in_digits(text: str) -> Iterator[EnglishNumber]:
    for match in patterns()["digits"].finditer(text):
        digits = re.sub(r"\D", "", match["digits"])
        value = float(digits + (match["rest"] or ""))
        decimals = len(match["rest"] or ".") - 1
        year = bool(patterns()["year"].fullmatch(match[0]))
        yield _number(text, match.start(), match.end(), value, 10.0**-decimals, year=year)


def _fractions(text: str) -> Iterator[EnglishNumber]:
    """Yield ½, 3/4 and 10 1/2, which may be shares or amounts."""
    for name in ("vulgar", "fraction"):
        for match in patterns()[name].finditer(text):
            if name == "vulgar":
                part = numeric(match[2])
            else:
                part = int(match[2]) / int(match[3]) if int(match[3]) else 1.0
            if part < 1:
                sign = -1 if _has_minus(text, match.start()) else 1
                value = sign * clean_value(min(float(match[1] or 0), LARGEST) + part)
                unit, behind = _unit(text, match.start(), match.end())
                readings = [Reading(value, unit)]
                if abs(value) < 1:
                    readings.append(Reading(value * 100, "%"))
                found = EnglishNumber(*match.span(), value, unit, tuple(readings), value * 5)
                yield found._replace(behind=behind)


_NEAR = 16
"""No word that is looked for right before a number is longer."""
_ADVERB = re.compile(
    r"\b(?:must|should|shall|will|would|can|could|may|might|at|comes?"
    r"|(?:met(?:re|er)|lit(?:re|er)|tonne|mile|feet|bit)s? a) $",
    re.I,
)
"""Behind these words first tells no place in an order; metres a second are for each second.

Safety comes first, but who came first has a place.
"""


def _in_words(text: str) -> Iterator[EnglishNumber]:
    read_to = 0
    for one in find_spelled(text):
        is_adverb = one.ordinal and _ADVERB.search(text, max(0, one.start - _NEAR), one.start)
        if one.start < read_to or is_adverb:
            continue  # the million of a quarter of a million; what must first be done
        if (whole := patterns()["whole"].match(text, one.end)) and whole[1] and one.part > 1:
            value = one.value / one.part * SCALES[whole[1].lower()]
            read_to = whole.end()
            yield _number(text, one.start, read_to, value, 0)
            continue
        if one.part == 1 and not one.ordinal:
            yield _number(text, one.start, one.end, one.value, 0)
            continue
        yield _part(text, one)


def _part(text: str, one: Spelled) -> EnglishNumber:
    """Return a part, such as two-thirds, or an ordinal."""
    whole = patterns()["whole"].match(text, one.end)  # half a century
    unit, behind = _unit(text, one.start, whole.end() if whole else one.end)
    share = one.value / one.part
    readings = [Reading(share * 100, "%")] if one.part > 1 else []
    if one.part > 1 and unit:
        readings.insert(0, Reading(share, unit))
    number = one.part if one.part > 2 and one.value == 1 else one.value
    if one.ordinal or one.part in (2, 4):
        readings.append(Reading(one.value, "quarter") if one.part == 4 else Reading(number, None))
    if one.ordinal and (running := patterns()["running"].match(text, one.end)):
        readings.append(Reading(number, _unit_of_running(running)))
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
        behind=behind,
    )


_OF_UNIT = re.compile(r"\b(?:half|quarters?|thirds?|fifths?|tenths?)(?: of)? $", re.I)
"""Behind a part its whole is no number of its own: a quarter of an hour."""


def _single_units(text: str) -> Iterator[EnglishNumber]:
    """Yield a mile and a half, the hour of an hour and ten minutes, and more than a year."""
    for match in patterns()["single"].finditer(text):
        unit = unit_words().get(match["unit"].lower())
        if unit is None or _OF_UNIT.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        more = (match["more"] or "").lower().rpartition(" ")[2]
        value = {"half": 1.5, "quarter": 1.25}.get(more, 1)
        # What stands behind 5 km a year qualifies the 5 km.
        rate = patterns()["amount"].search(text, max(0, match.start() - 30), match.start())
        near = text[: match.end()] if rate else text
        qualified = unit != "quarter" and find_qualifiers(near, *match.span(), match.end())[0]
        if not (more or match["and"] is not None or qualified):
            continue
        place = 0.5 if value > 1 else 0
        readings = (Reading(value, unit),)
        yield EnglishNumber(*match.span(), value, unit, readings, place, behind=match.end())


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
        scale = min(scale * (SCALES.get(word) or SHORT_SCALES[word]), LARGEST)
        end = match.end()
    if part := patterns()["and_a_part"].match(text, end):  # 3 million and a half
        of = {"half": 2, "quarter": 4, "quarters": 4, "third": 3}[part[1].lower()]
        number, end = number + (3 if "three" in part[0].lower() else 1) / of, part.end()
    value, place = clean_value(min(number * scale, LARGEST)), min(place * scale, LARGEST)
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
    value = -first.value if _has_minus(text, start) else first.value
    return EnglishNumber(start, end, value, first.unit, tuple(readings), place, bare, behind=after)


def _has_minus(text: str, start: int) -> bool:
    """Return whether a minus stands before the number at `start`."""
    return bool(patterns()["minus"].search(text, max(0, start - 10), start))


def _with_letter(
    text: str, start: int, letter: re.Match[str], number: float
) -> tuple[list[Reading], int]:
    """Return what a number before a single letter may mean, and where its unit ends."""
    read = letter[1].lower()
    if read != "m":
        return [
            Reading(clean_value(number), LETTERS[read]),
            Reading(clean_value(number), None),
        ], letter.end()
    unit, after = _unit(text, start, letter.end())
    millions = Reading(clean_value(number * 10**6), unit)
    return [millions] + ([Reading(clean_value(number), "m")] if unit is None else []), after


def _also(text: str, start: int, end: int, first: Reading) -> Iterator[Reading]:
    """Yield what a number may mean besides: a day of the month, times, points."""
    value = first.value
    assert not isinstance(value, Span)
    if patterns()["day"].fullmatch(text, start, end):
        yield Reading(Span(day=int(value)), "date")
    running = patterns()["running"].match(text, end)
    if running and (running[0].count(" ") > 1 or ORDINAL.search(text[start:end])):
        yield first._replace(unit=_unit_of_running(running))
    named = patterns()["unit"].match(text, end)
    if named and (money := ALSO_MONEY.get(named[1].lower())):
        yield first._replace(unit=money)
    symbol = patterns()["symbol"].match(text, end)
    # A small letter right behind digits is read before: 2m may be two million.
    if symbol and first.unit is None and (symbol[1].isupper() or text[end - 1].isalpha()):
        yield first._replace(unit=UNIT_LETTERS[symbol[1]])
    for behind, unit in (("per_mille", "‰"), ("anniversary", "year")):
        if patterns()[behind].match(text, end):
            yield first._replace(unit=unit)
    if first.unit == "times":
        yield first._replace(unit=None)
    if first.unit == "pp" and patterns()["points"].match(text, end):
        yield first._replace(unit=None)


def _unit_of_running(running: re.Match[str]) -> str:
    """Return the unit of time of which a run is: the 12th straight year, the 12th monthly fall."""
    return ADVERBS[running[2].lower()] if running[2] else unit_words()[running[1].lower()]


def _unit(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the unit after a number, or else the currency before it, and where that ends."""
    before = patterns()["currency"].search(text, max(0, start - 8), start)
    after = patterns()["unit"].match(text, end)
    if before:
        sign = before[1].lower()
        return SYMBOLS.get(sign) or unit_words().get(sign), after.end() if after else end
    return (unit_words()[after[1].lower()], after.end()) if after else (None, end)
