"""The numbers in our own prose, Chinese and English."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from briefing.checks.coordinated import find_governed
from briefing.checks.digits import find_last_place
from briefing.checks.evidence import (
    PHASE,
    signed,
    surroundings_of,
    values_of,
)
from briefing.checks.marks import right_before
from briefing.checks.phrases import LANES, ORDER, POINTS
from briefing.checks.readings import join_ends, qualifiers_of, read_value
from briefing.checks.times import find_ends_before, read_date
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.clocked import find_clocked
from briefing.quantities.conversion import add_smaller
from briefing.quantities.english import scan_english
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import EnglishNumber, Reading
from briefing.quantities.rates import TIMES
from briefing.quantities.relative_dates import find_relative, part_of
from briefing.quantities.surroundings import Surroundings, read_surroundings

_NUMERALS = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿双首]")
_QUOTED = re.compile("[“‘《]([^“‘《”’》]*)[”’》]")
# What is numbered so is for each of nothing: Class 1, Line 3.
_LABEL = re.compile(
    r"\b(?:class|phase|line|grade|level|category|tier|type|section|zone|route|highway|stage|part|"
    r"table|figure|chapter|article|unit|block|years?|no\.?|number) $",
    re.I,
)
_PHASED = re.compile(r"\b(?:phase|stage|batch|tranche) $", re.I)
_PHASE = re.compile(r"[ -](?:phase|stage|batch|tranche|instal?lment)\b", re.I)
_EACH = re.compile(r"(?:\b(?:per|each|every)|/) ?$", re.I)
_BEFORE = re.compile(r"\bbefore (?:the (?:start|beginning) of )?$", re.I)
_ENDS = re.compile(r"(?:['’]s)? (?:is (?:out|over|up)|ends?|closes?|draws|comes|runs)\b", re.I)
_AGO = re.compile(r" (?:ago|earlier|before)\b", re.I)
_HENCE = re.compile(r"(?:['’]s?)? (?:from now|hence|time)\b", re.I)
_COUNTED_BEHIND = re.compile(
    r" (?:goals?|sets?|games?|points?|frames?|matches) to (?:\d|nil\b|one\b|two\b)"
)
"""What follows a number of a score, which counts what stands behind both."""
_AT = re.compile(
    r"\b(?:open|clos|beg[iau]n|start|end|finish|me?et|depart|leav|left|arriv|gather|held|conven)"
    r"[^.;\d]{0,40}\b(?:at|from|until|till) $",
    re.I,
)
"""Behind these words a small number may be an hour of the day: open at nine."""
_EACH_WAY = re.compile(r"(?: (?:lanes|of them))? (?:each way|in each direction|on each side)\b")
_TO = re.compile(" to (?!the )")
"""What follows a number from which something changes, and no hour."""
_HALF_OF_DAY = re.compile(r" (?:in the (?:(?P<am>morn)|aft|eve)|at night)")
_UNTIL = re.compile(
    r"(?: to | and | until | till | ?[-–] ?)\d{1,2}(?::\d\d)? ?"
    r"(?:in the (?:morn|aft|eve)|[ap]\.?m\b)"
)
"""What follows an hour of the day from which something lasts: 5 to 7 in the evening."""
_OF_YEAR = re.compile(r"(?: of| in|,)? ?", re.I)


class Number(NamedTuple):
    """A number that a text states, with the words that state it.

    ``readings`` are all values and units that may be meant, ``place`` is the value of the last
    digit that is written, and a ``bare`` number is followed by nothing that it could count.
    ``parts`` may be meant one by one. With ``quoted`` it is a name in quotation marks that holds a
    numeral. ``qualifiers`` are all that the words around may say of it, empty for nothing, and
    ``around`` is what else they say. What is told by the day of the text, as last year is, is
    ``relative``; what another number is for each of, as 50 kg, is ``each``. The words stand at
    ``start`` to ``end`` of the text.
    """

    words: str
    readings: tuple[Reading, ...] = ()
    place: float = 0
    bare: bool = False
    parts: tuple["Number", ...] = ()
    quoted: bool = False
    qualifiers: tuple[str, ...] = ("",)
    around: Surroundings = Surroundings()
    relative: bool = False
    each: bool = False
    start: int = 0
    end: int = 0


@cache
def read_chinese(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers that a Chinese text of ours states; ``date`` is the article's.

    Common words with a numeral in them (一批, 进一步) state none, unless they are quoted as a name;
    nor does 一 with a measure word, which is a or one.
    """
    found = []
    blanks = len(text) - len(text.lstrip())  # which the scanner does not count
    for scanned in scan_paragraph(text, date=date):
        quantity = replace(scanned, offset=scanned.offset + blanks)
        if quantity.kind == "name" or _is_article(quantity):
            continue
        numbers = list(_chinese_numbers(text, quantity))
        dates = [one.readings[0].value for one in numbers if one.readings[0].unit == "date"]
        if len(dates) == 2:  # a period, or its two ends
            begin, end = dates
            at = quantity.offset, quantity.offset + len(quantity.text)
            whole = Number(quantity.text, join_ends(begin, end), parts=tuple(numbers))
            numbers = [whole._replace(start=at[0], end=at[1])]
        found += numbers
    found = _govern(_add_up(found, text), text, "zh")
    quoted = (name for name in _QUOTED.finditer(text) if _NUMERALS.search(name[1]))
    names = (Number(name[1], quoted=True, start=name.start(1), end=name.end(1)) for name in quoted)
    times = list(_relative(text, "zh", date))
    clocked = _read_clocked(text)
    taken = {at for one in clocked for at in range(one.start, one.end)}
    found = [one for one in found if one.start not in taken]
    return (*_give_years(text, found, times), *names, *times, *clocked)


def _read_clocked(text: str) -> list[Number]:
    """Return the times of sports in a Chinese text of ours, which are written in any language."""
    return [
        Number(text[one.start : one.end], one.readings(), start=one.start, end=one.end)
        for one in find_clocked(text)
    ]


def read_firsts(text: str) -> tuple[Number, ...]:
    """Return the firsts of a Chinese text of ours, which count nothing: 首个, 首次, 首期.

    首批 is none, as a first batch is none in English.
    """
    return _read_firsts(text) if "首" in text else ()


@cache
def _read_firsts(text: str) -> tuple[Number, ...]:
    return tuple(
        Number(one.text, (Reading(1, None), Reading(1, PHASE), Reading(1, ORDER)), bare=True)
        for one in scan_paragraph(text)
        if one.kind == "name" and one.text[0] == "首" and one.text != "首批"
    )


def _is_article(quantity: Quantity) -> bool:
    """Return whether a quantity is 一 with a measure word: 一组 is a group, and 一家 one."""
    counts = quantity.kind == "count" and quantity.unit is not None
    return counts and quantity.value == 1 and quantity.text[0] == "一"


def _govern(numbers: list[Number], text: str, language: str) -> list[Number]:
    """Return numbers, of which those may be qualified that the verb before another one governs."""
    found = list(numbers)
    for first, other in find_governed(text, language, [(one.start, one.end) for one in found]):
        units = [{reading.unit for reading in found[at].readings} for at in (first, other)]
        if found[other].qualifiers == ("",) and units[0] & units[1]:
            said = tuple(dict.fromkeys(("", *found[first].qualifiers)))
            found[other] = found[other]._replace(qualifiers=said)
    return found


def _add_up(numbers: list[Number], text: str) -> list[Number]:
    """Return numbers with an amount and a smaller one behind it as one: 两年零四个月."""
    found: list[Number] = []
    for number in numbers:
        both = _add(found[-1], number) if found else None
        if both and re.search(
            f"{re.escape(found[-1].words)}[零又]?{re.escape(number.words)}", text
        ):
            found[-1] = both
        else:
            found.append(number)
    return found


def _add(one: Number, after: Number) -> Number | None:
    """Return the sum of two numbers in the smaller unit, if they are amounts of one kind."""
    if not one.readings or not after.readings:
        return None
    (value, unit), (less, smaller) = one.readings[0], after.readings[0]
    if isinstance(value, Span) or isinstance(less, Span):
        return None
    total = add_smaller(value, unit, less, smaller)
    if total is None:
        return None
    return after._replace(
        words=one.words + after.words,
        start=one.start,
        readings=(Reading(*total),),
        parts=(one, after),
        qualifiers=after.qualifiers if one.qualifiers == ("",) else one.qualifiers,
    )


def _chinese_numbers(text: str, quantity: Quantity) -> Iterable[Number]:
    qualifiers = qualifiers_of(text, quantity)
    around = surroundings_of(text, quantity)
    unit = (quantity.unit or "").partition("/")[0]
    values = values_of(quantity)
    for value in values:
        # The ends of a range are at least the one and at most the other: 2000至2500人.
        end = ("at_least",) * (value == values[0]) + ("at_most",) * (value == values[-1])
        yield Number(
            quantity.text,
            read_value(text, quantity, value, unit),
            find_last_place(quantity.text, value),
            bare=not quantity.unit,
            qualifiers=(*qualifiers, *end) if quantity.kind == "range" else qualifiers,
            around=signed(around, value),
            each=quantity.qualifier == "every" or (value == 1 and quantity.text[0] == "一"),
            start=quantity.offset,
            end=quantity.offset + len(quantity.text),
        )


def is_among(number: Number, values: Collection[int | float | Span]) -> bool:
    """Return whether a number may mean one of some values, or each of its parts may."""
    if any(one.value in values for one in number.readings):
        return True
    return bool(number.parts) and all(is_among(part, values) for part in number.parts)


def all_values(numbers: Iterable[Number]) -> set[int | float | Span]:
    """Return every value that numbers may mean."""
    found = {one.value for number in numbers for one in number.readings}
    return found | {value for number in numbers for value in all_values(number.parts or ())}


@cache
def read_english(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers and dates that an English text of ours states."""
    amounts = _govern([_number(text, one, date) for one in scan_english(text, date)], text, "en")
    times = list(_relative(text, "en", date))
    return (*_give_years(text, amounts, times), *times)


def _give_years(text: str, numbers: list[Number], times: list[Number]) -> Iterator[Number]:
    """Yield numbers; a month has the year that is told beside it: 明年5月, May next year."""
    told = [(one, one.readings[-1].value) for one in times if one.readings[0].unit == "+year"]
    before = {one.end: value.year for one, value in told if isinstance(value, Span)}
    behind = {one.start: value.year for one, value in told if isinstance(value, Span)}
    for number in numbers:
        joint = _OF_YEAR.match(text, number.end)
        assert joint  # it may be empty
        at = number.start - text.endswith("的", 0, number.start)
        year = before.get(at) or behind.get(number.start) or behind.get(joint.end())
        yield _in_year(number, year) if year else number


def _in_year(number: Number, year: int) -> Number:
    """Return a number whose months without a year are in a year."""
    readings = tuple(
        one._replace(value=one.value._replace(year=year))
        if isinstance(one.value, Span) and one.value.first and not one.value.year
        else one
        for one in number.readings
    )
    return number._replace(
        readings=readings, parts=tuple(_in_year(one, year) for one in number.parts)
    )


def _relative(text: str, language: str, date: datetime.date | None) -> Iterable[Number]:
    for one in find_relative(text, language):
        code = one.code(date) if date else ""
        readings = [] if code and one.years else [Reading(one.offset, f"+{one.unit}")]
        readings += [Reading(read_date(code), "date")] if code else []
        words, around = text[one.start : one.end], Surroundings(part=part_of(text, one, language))
        yield Number(
            words, tuple(readings), relative=True, around=around, start=one.start, end=one.end
        )


def _read_hours(text: str, one: EnglishNumber) -> Iterator[Reading]:
    """Yield the hours of the day that a number may be: open at nine, 5 to 7 in the evening."""
    until = _UNTIL.match(text, one.end)
    is_at = one.bare and right_before(_AT, text, one.start) and not _TO.match(text, one.end)
    if not isinstance(one.value, int) or not 0 < one.value <= 12 or not (until or is_at):
        return
    half = None if until else _HALF_OF_DAY.match(text, one.end)
    hours = {one.value, one.value + 12} if not half else {one.value + 12 * (not half["am"])}
    yield from (Reading(Span(time=f"{hour:02}:00"), "date") for hour in sorted(hours))


def _number(text: str, one: EnglishNumber, date: datetime.date | None) -> Number:
    dated = any(isinstance(reading.value, Span) for reading in one.readings)
    labelled = right_before(_LABEL, text, one.before)
    kind = "date" if one.unit == "date" else "duration" if one.unit in TIMES else "count"
    kind = "percent" if one.unit in ("%", "pp") else kind
    kind = "ordinal" if labelled or one.ordinal else kind
    parts = tuple(_number(text, part, date) for part in one.parts)
    around = read_surroundings(text, one.before, one.behind, "en", kind)
    if dated:
        when = read_surroundings(text, one.start, one.end, "en", "date")
        around = around._replace(part=when.part, role=when.role or around.role)
    readings, behind = one.readings, one.behind or one.end
    ends = _ENDS.match(text, behind)
    if dated and not ends and right_before(_BEFORE, text, one.start):
        readings += tuple(find_ends_before(readings))
        around = around._replace(part=around.part or "late", role="before")
    phased = right_before(_PHASED, text, one.before)
    batch = one.ordinal and (one.value == 1 or _PHASE.match(text, behind))
    if isinstance(one.value, int) and (phased or batch):  # the first firms are those of 首批, too
        readings += (Reading(one.value, PHASE),)
    if one.ordinal and isinstance(one.value, int):
        readings += (Reading(one.value, ORDER),)
    if isinstance(one.value, int) and _COUNTED_BEHIND.match(text, one.end):
        readings += (Reading(one.value, POINTS),)
    if isinstance(one.value, int) and _EACH_WAY.match(text, one.end):
        readings += (Reading(one.value, LANES),)
    readings += tuple(_read_hours(text, one))
    if date and one.unit == "year" and _AGO.match(text, behind):
        readings += (Reading(Span(date.year - int(one.value)), "date"),)
    if date and one.unit == "year" and _HENCE.match(text, behind):
        readings += (Reading(Span(date.year + int(one.value)), "date"),)
    return Number(
        text[one.start : one.end],
        readings,
        one.place,
        one.bare and one.unit != "pp",
        parts,
        qualifiers=one.qualifiers,
        around=around,
        each=bool(right_before(_EACH, text, one.start)),
        start=one.start,
        end=behind,
    )
