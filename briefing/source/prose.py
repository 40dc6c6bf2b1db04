"""The numbers in our own prose, Chinese and English, and those that an anchor holds.

An anchor holds a number that can be read in it: the value of a quantity, or what the numerals of a
name spell (十四五 holds 14 and 5). "One" is left out of English, where it is mostly a pronoun.
"""

import calendar
import datetime
import re
from collections.abc import Collection
from functools import cache
from math import isfinite
from typing import NamedTuple

from briefing.quantities import Quantity, numerals, scan_paragraph

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_CARDINALS = {word: value for value, word in enumerate(_UNITS.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_CARDINALS |= {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
} | {f"{word}th": value for word, value in _CARDINALS.items() if word[-1] not in "y" and value > 3}
_WORDS = _CARDINALS | _ORDINALS
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_MONTHS = {month.lower(): number for number, month in enumerate(calendar.month_name) if month}
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})(?: (\d{{4}}))?\b", re.I)
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:st|nd|rd|th)?"
    rf"|\b(?P<words>(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:[- ](?:"
    rf"{'|'.join(sorted(_WORDS, key=len, reverse=True))}))*)\b(?!-class)",
    re.I,
)
_SCALE = re.compile(rf"[- ]({'|'.join(_SCALES)})\b", re.I)
_NUMERALS = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二两双首三四五六七八九十百千万亿]+")
_SYMBOLS = {
    "%": "%",
    "per cent": "%",
    "year": "year",
    "month": "month",
    "day": "day",
    "mu": "mu",
    "gw": "GW",
    "km": "km",
}
_UNIT = re.compile(r"[- ]?(%|(?:per cent|year|month|day|mu|gw|km)(?=s?\b))", re.I)
_MONEY = re.compile(r"(?:CNY|RMB) $")
_LONE = {"双": 2, "首": 1}
_QUOTED = re.compile("[“‘《]([^”’》]*)[”’》]")

Value = int | float | str


class Number(NamedTuple):
    """A number that a text states, with the words that state it.

    ``unit`` is what it counts or measures: a measure word or a symbol, ``None`` where the text
    leaves it open. ``quoted`` is a name in quotation marks with a numeral in it; its value is the
    name itself.
    """

    words: str
    value: Value
    unit: str | None = None
    quoted: bool = False


@cache
def in_chinese(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """The numbers that a Chinese text of ours states.

    Common words with a numeral in them (一批, 进一步) state none, unless they are quoted as a name.
    """
    found = [
        Number(quantity.text, value, quantity.unit)
        for quantity in scan_paragraph(text, date=date)
        if quantity.kind != "name"
        for value in values(quantity)
    ]
    quoted = (name for name in _QUOTED.findall(text) if _NUMERALS.search(name))
    return (*found, *(Number(name, name, quoted=True) for name in quoted))


@cache
def in_english(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """The numbers that an English text states; dates as ISO 8601."""
    found: list[Number] = []

    def take_date(match: re.Match[str]) -> str:
        year = int(match[3]) if match[3] else date.year if date else 0
        iso = f"{year:04}-{_MONTHS[match[2].lower()]:02}-{int(match[1]):02}"
        found.append(Number(match[0], iso, "date"))
        return " " * len(match[0])

    text = _DATE.sub(take_date, text)
    for match in _NUMBER.finditer(text):
        value = _plain(match)
        if value is None or match[0].lower() == "one":
            continue
        end = match.end()
        while scale := _SCALE.match(text, end):
            value *= _SCALES[scale[1].lower()]
            end = scale.end()
        after = _UNIT.match(text, end)
        money = _MONEY.search(text, 0, match.start())
        unit = _SYMBOLS[after[1].lower()] if after else "CNY" if money else None
        found.append(Number(text[match.start() : end], _whole(value), unit))
    return tuple(found)


@cache
def held(anchor: str, date: datetime.date | None = None) -> frozenset[tuple[Value, str | None]]:
    """Every number that can be read in an anchor, with its unit; that of a name's is open."""
    quantities = [one for one in scan_paragraph(anchor, date=date) if one.kind != "name"]
    found = {(value, quantity.unit) for quantity in quantities for value in values(quantity)}
    spans = [range(one.offset, one.offset + len(one.text)) for one in quantities]
    for run in _NUMERALS.finditer(anchor):
        if not any(run.start() in span for span in spans):
            found.update((value, None) for value in spelled(run[0]))
    return frozenset(found)


def bears_out(number: Number, known: Collection[tuple[Value, str | None]]) -> bool:
    """Whether a number is one of those known, and of the same thing.

    English has no measure words: there a number without a unit may be of anything counted.
    """
    for value, unit in known:
        if value == number.value and (
            unit is None
            or unit == number.unit
            or (number.unit is None and not unit.isascii())
            or unit == "date"
        ):
            return True
    return False


def values(quantity: Quantity) -> list[Value]:
    """The number or numbers of a quantity."""
    if quantity.value is None:
        return []
    return quantity.value if isinstance(quantity.value, list) else [quantity.value]


def spelled(run: str) -> list[Value]:
    """What a run of numerals spells: its value, or else those of its parts (十四五: 14, 5)."""
    numeral = numerals.read(numerals.fold(run), 0)
    value = numeral.value() if numeral else None
    if numeral is None or value is None:
        first: list[Value] = [_LONE[run[0]]] if run[0] in _LONE else []
        rest = run[1:]
    else:
        first = [value]
        # 十四五 reads as fourteen or fifteen; in a name its last numeral stands alone
        rest = run[numeral.end :] if numeral.high is None else run[numeral.end - 1 :]
    return first + (spelled(rest) if rest else [])


def _plain(match: re.Match[str]) -> float | None:
    if match["digits"]:
        return float(match["digits"].replace(",", ""))
    parts = [_WORDS[word] for word in re.split("[- ]", match["words"].lower())]
    total = parts[0]
    for part in parts[1:]:  # twenty-one, twenty first
        if total % 10 == 0 and total and part < 10:
            total += part
        else:
            return parts[0]
    return total


def _whole(value: float) -> int | float:
    return int(value) if isfinite(value) and value == int(value) else value
