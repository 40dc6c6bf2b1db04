"""The numbers in our own prose, Chinese and English, and those that an anchor holds.

An anchor holds a number that can be read in it: the value of a quantity, or what the numerals of a
name spell (十四五 holds 14 and 5).
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from briefing.quantities import Quantity, numerals, scan_paragraph
from briefing.quantities.conversion import convert
from briefing.quantities.english import EnglishNumber, Reading, scan_english
from briefing.quantities.english_dates import Span

_NUMERALS = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二两三四五六七八九十百千万亿双首]+")
_PEOPLE = {"人", "名", "位", "口"}
_LONE = {"双": 2, "首": 1}
_QUOTED = re.compile("[“‘《]([^”’》]*)[”’》]")
_DATE = re.compile(
    r"(?P<year>\d{4}|-)?(?:-(?:Q(?P<q>\d)|H(?P<h>\d)|(?P<month>\d\d)?(?:-(?P<day>\d\d))?))?"
    r"(?:T(?P<time>\d\d:\d\d))?.*"
)

Value = int | float | str
"""A number, or a date in ISO 8601; of a period both ends, with a stroke between them."""
Known = Collection[tuple[Value, str | None]]
"""The values that evidence holds, each with its unit."""


class Number(NamedTuple):
    """A number that a text states, with the words that state it.

    ``readings`` are all values and units that may be meant, ``place`` is the value of the last
    digit that is written, and a ``bare`` number is followed by nothing that it could count.
    ``parts`` may be meant one by one. With ``quoted`` it is a name in quotation marks that holds a
    numeral.
    """

    words: str
    readings: tuple[Reading, ...] = ()
    place: float = 0
    bare: bool = False
    parts: tuple["Number", ...] = ()
    quoted: bool = False


@cache
def read_chinese(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers that a Chinese text of ours states; ``date`` is the article's.

    Common words with a numeral in them (一批, 进一步) state none, unless they are quoted as a name.
    """
    found = []
    for quantity in scan_paragraph(text, date=date):
        if quantity.kind == "name":
            continue
        numbers = [
            Number(
                quantity.text, (_reading(value, quantity.unit),), _last_place(quantity.text, value)
            )
            for value in values_of(quantity)
        ]
        dates = [one.readings[0].value for one in numbers if one.readings[0].unit == "date"]
        if len(dates) == 2:  # a period, or its two ends
            begin, end = dates
            numbers = [Number(quantity.text, _from_to(begin, end), parts=tuple(numbers))]
        found += numbers
    quoted = (name for name in _QUOTED.findall(text) if _NUMERALS.search(name))
    return (*found, *(Number(name, quoted=True) for name in quoted))


def _from_to(begin: Any, end: Any) -> tuple[Reading, ...]:
    """Return the period of two months or quarters; years and days are no more than two ends."""
    if not begin.first or begin.day:
        return ()
    return (Reading(begin._replace(last=end.last or end.first), "date"),)


def is_among(number: Number, values: Collection[int | float | Span]) -> bool:
    """Return whether a number may mean one of some values, or each of its parts may."""
    if any(one.value in values for one in number.readings):
        return True
    return bool(number.parts) and all(is_among(part, values) for part in number.parts)


def all_values(numbers: Iterable[Number]) -> set[int | float | Span]:
    """Return every value that numbers may mean."""
    found = {one.value for number in numbers for one in number.readings}
    return found | {value for number in numbers for value in all_values(number.parts or ())}


def _reading(value: Value, unit: str | None) -> Reading:
    return Reading(read_date(value) if isinstance(value, str) else value, unit)


def _last_place(text: str, value: Value) -> float:
    """Return the value of the last digit of a number in digits, such as 0.01亿 of 4.88亿元."""
    digits = re.search(r"[0-9]+(?:\.([0-9]+))?", text)
    if isinstance(value, str) or digits is None or not float(digits[0]):
        return 0
    return abs(value) / float(digits[0]) * 10.0 ** -len(digits[1] or "")


@cache
def read_english(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers and dates that an English text of ours states."""
    return tuple(_number(text, one) for one in scan_english(text, date))


def _number(text: str, one: EnglishNumber) -> Number:
    parts = tuple(_number(text, part) for part in one.parts)
    words = text[one.start : one.end]
    return Number(words, one.readings, one.place, one.bare, parts)


@cache
def read_anchor(
    anchor: str, date: datetime.date | None = None
) -> frozenset[tuple[Value, str | None]]:
    """Return (value, unit) of every number in an anchor.

    A number that is part of a lexicalised name has the unit ``None``, which matches any unit.
    """
    quantities = [one for one in scan_paragraph(anchor, date=date) if one.kind != "name"]
    found = {(value, quantity.unit) for quantity in quantities for value in held_values(quantity)}
    spans = [range(one.offset, one.offset + len(one.text)) for one in quantities]
    found.update((value, None) for value in read_names(anchor, spans))
    return frozenset(found)


def read_names(anchor: str, taken: Sequence[range]) -> Iterator[Value]:
    """Yield what the numerals of an anchor spell that lie outside the spans that are taken."""
    for run in _NUMERALS.finditer(anchor):
        if not any(run.start() in span for span in taken):
            yield from read_spelled(run[0])


def bears_out(number: Number, known: Known) -> bool:
    """Return whether a number is one of those known, and counts or measures the same thing.

    It may be rounded to the digits that are written, and be in another unit of the same kind.
    """
    if number.parts and all(bears_out(part, known) for part in number.parts):
        return True
    return any(
        _agrees(reading, number, value, unit)
        for reading in number.readings
        for value, unit in known
    )


def _agrees(reading: Reading, number: Number, value: Value, unit: str | None) -> bool:
    if isinstance(reading.value, Span):
        return isinstance(value, str) and _is_same_time(reading.value, value)
    if isinstance(value, str):
        return False
    if unit is None or reading.unit == unit or _counts_the_same(unit, reading.unit):
        return _is_rounded(value, reading.value, number.place)
    if reading.unit is None:
        counted = not unit.isascii() or unit == "times"
        return (counted or number.bare) and _is_rounded(value, reading.value, number.place)
    if "times" in (unit, reading.unit) and "%" in (unit, reading.unit):
        return _is_multiple(value, unit, reading, number.place)
    same = convert(value, unit, reading.unit)
    return same is not None and _is_rounded(same, reading.value, number.place)


def _counts_the_same(unit: str, other: str | None) -> bool:
    """Return whether two Chinese measure words may count the same things."""
    if other is None or other.isascii() or unit.isascii():
        return False
    return "个" in (unit, other) or {unit, other} <= _PEOPLE


def _is_rounded(value: float, said: float, place: float) -> bool:
    """Return whether a value is ``said`` where that is rounded to a place; a sign is no part."""
    value, said = abs(value), abs(said)
    if said == value or abs(said - value) <= 1e-9 * value:
        return True
    significant = said / place if place else 0
    return significant >= 10 and abs(said - value) <= 0.5000001 * place


def _is_multiple(value: float, unit: str, reading: Reading, place: float) -> bool:
    """Return whether a percentage and a multiple may say the same: 230% more is 3.3 times."""
    assert not isinstance(reading.value, Span)
    percent = value if unit == "%" else 100 * value
    said = reading.value if reading.unit == "%" else 100 * reading.value
    place = place if reading.unit == "%" else 100 * place
    return any(_is_rounded(one, said, place) for one in (percent, percent + 100, percent - 100))


def _is_same_time(said: Span, value: str) -> bool:
    """Return whether a date that is said is that of the evidence, as far as it goes."""
    begin, _, end = value.partition("/")
    known = read_date(begin)
    if end:
        last = read_date(end)
        whole = known._replace(last=last.last or last.first, day=0)
        return any(_is_part(said, one) for one in (known, last, whole))
    return _is_part(said, known)


def _is_part(said: Span, known: Span) -> bool:
    if said.time:
        return said.time == known.time
    if said.decade:
        return known.year // 10 == said.year // 10
    if said.year and known.year and said.year != known.year:
        return False
    if not said.first:
        return said.day == known.day if said.day else said.year == known.year
    if (said.first, said.last) != (known.first, known.last):
        return False
    return said.day in (0, known.day)


@cache
def read_date(text: str) -> Span:
    """Return a date or period of the scanner, which is in ISO 8601 or ends in a quarter or half."""
    match = _DATE.fullmatch(text)
    if match is None:
        return Span()
    year = 0 if match["year"] in (None, "-") else int(match["year"])
    time, day = match["time"] or "", int(match["day"] or 0)
    if match["q"]:
        return Span(year, 3 * int(match["q"]) - 2, 3 * int(match["q"]))
    if match["h"]:
        return Span(year, 6 * int(match["h"]) - 5, 6 * int(match["h"]))
    month = int(match["month"] or 0)
    return Span(year, month, month, day, time)


def values_of(quantity: Quantity) -> list[Value]:
    """Return the value of a quantity, or its values where it is a range or a list."""
    if quantity.value is None:
        return []
    return quantity.value if isinstance(quantity.value, list) else [quantity.value]


def held_values(quantity: Quantity) -> list[Value]:
    """Return the values of a quantity and, of a range of dates, the period from end to end."""
    values = values_of(quantity)
    if len(values) == 2 and isinstance(values[0], str):
        return [*values, f"{values[0]}/{values[1]}"]
    return values


def read_spelled(run: str) -> list[Value]:
    """Return what a run of numerals spells: its value, or those of its parts (十四五: 14, 5)."""
    numeral = numerals.read(numerals.fold(run), 0)
    value = numeral.value() if numeral else None
    if numeral is None or value is None:
        first: list[Value] = [_LONE[run[0]]] if run[0] in _LONE else []
        rest = run[1:]
    else:
        first = [value]
        # 十四五 reads as fourteen or fifteen; in a name its last numeral stands alone.
        rest = run[numeral.end :] if numeral.high is None else run[numeral.end - 1 :]
    return first + (read_spelled(rest) if rest else [])
