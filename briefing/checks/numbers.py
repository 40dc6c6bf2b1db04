"""The numbers in our own prose, Chinese and English, and those that an anchor holds.

An anchor holds a number that can be read in it: the value of a quantity, or what the numerals of a
name spell (十四五 holds 14 and 5).
"""

import datetime
import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from briefing.quantities import Quantity, numerals, scan_paragraph
from briefing.quantities.english import scan_english

_NUMERALS = re.compile("[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二两双首三四五六七八九十百千万亿]+")
_LONE = {"双": 2, "首": 1}
_QUOTED = re.compile("[“‘《]([^”’》]*)[”’》]")

Value = int | float | str
"""A number, or a date in ISO 8601."""


class Number(NamedTuple):
    """A number that a text states, with the words that state it.

    ``unit`` is what it counts or measures: a measure word or a symbol, ``None`` where the text
    does not say. With ``quoted`` it is a name in quotation marks that holds a numeral, and the
    value is the name itself.
    """

    words: str
    value: Value
    unit: str | None = None
    quoted: bool = False


@cache
def read_chinese(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers that a Chinese text of ours states; ``date`` is the article's.

    Common words with a numeral in them (一批, 进一步) state none, unless they are quoted as a name.
    """
    found = [
        Number(quantity.text, value, quantity.unit)
        for quantity in scan_paragraph(text, date=date)
        if quantity.kind != "name"
        for value in values_of(quantity)
    ]
    quoted = (name for name in _QUOTED.findall(text) if _NUMERALS.search(name))
    return (*found, *(Number(name, name, quoted=True) for name in quoted))


@cache
def read_english(text: str, date: datetime.date | None = None) -> tuple[Number, ...]:
    """Return the numbers and dates that an English text of ours states."""
    return tuple(
        Number(text[one.start : one.end], one.value, one.unit) for one in scan_english(text, date)
    )


@cache
def read_anchor(
    anchor: str, date: datetime.date | None = None
) -> frozenset[tuple[Value, str | None]]:
    """Return (value, unit) of every number in an anchor.

    A number that is part of a lexicalised name has the unit ``None``, which matches any unit.
    """
    quantities = [one for one in scan_paragraph(anchor, date=date) if one.kind != "name"]
    found = {(value, quantity.unit) for quantity in quantities for value in values_of(quantity)}
    spans = [range(one.offset, one.offset + len(one.text)) for one in quantities]
    for run in _NUMERALS.finditer(anchor):
        if not any(run.start() in span for span in spans):
            found.update((value, None) for value in read_spelled(run[0]))
    return frozenset(found)


def bears_out(number: Number, known: Collection[tuple[Value, str | None]]) -> bool:
    """Return whether a number is one of those known, and counts or measures the same thing.

    English has no measure words, so an English number without a unit may be of anything counted.
    """
    return any(
        value == number.value
        and (
            unit in (None, "date", number.unit)
            or (number.unit is None and unit is not None and not unit.isascii())
        )
        for value, unit in known
    )


def values_of(quantity: Quantity) -> list[Value]:
    """Return the value of a quantity, or its values where it is a range or a list."""
    if quantity.value is None:
        return []
    return quantity.value if isinstance(quantity.value, list) else [quantity.value]


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
