"""The table of units (units.tsv): what a unit is called, and which unit a word means.

A unit's code is what `Quantity.unit` holds. A unit of measurement has an international code (`kW`,
`km2`, `CNY`, `%`); a measure word is its own code, as written.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.quantities.conversion import convert
from briefing.quantities.data import read_rows, read_words

MULTIPLIED = frozenset("×xX*✕")
"""The signs between factors, or between the sides of a thing: 2×66万千瓦, 3×2米."""


class Unit(NamedTuple):
    """A unit after a number.

    `code` is its code, `kind` the kind of quantity that it makes, and `factor` the numerator and
    denominator of what the number is multiplied by.
    """

    code: str | None
    kind: str
    factor: tuple[int, int] = (1, 1)


class Row(NamedTuple):
    """One line of units.tsv, with the spellings as they are written there."""

    kind: str
    code: str
    chinese: list[str]
    english: list[str]
    metric: Sequence[str] = ()


@cache
def rows() -> list[Row]:
    """Return the lines of units.tsv, in the order of the file."""
    return [
        Row(
            kind,
            code,
            chinese.split(", "),
            english.split(", ") if english else [],
            metric[0].split(", ") if metric else (),
        )
        for kind, code, chinese, english, *metric in read_rows("units.tsv")
    ]


def chinese_units() -> dict[str, Unit]:
    """Return the unit of each Chinese spelling and measure word that can follow a number."""
    found = {word: Unit(word, "count") for word in read_words("measure_words.txt")}
    for row in rows():
        for spelling in row.chinese:
            word, _, factor = spelling.partition("=")
            top, _, bottom = factor.partition("/")
            if not word.startswith("("):
                found[word] = Unit(row.code, row.kind, (int(top or 1), int(bottom or 1)))
    return found


@cache
def english_units() -> dict[str, str]:
    """Return the code of the unit of each English spelling, in lower case, that can be read."""
    return {
        spelling.lower(): row.code
        for row in rows()
        for spelling in row.english
        if not spelling.startswith("(")
    }


@cache
def _rows_by_code() -> dict[str, Row]:
    return {row.code: row for row in rows()}


def is_measured(code: str) -> bool:
    """Return whether a unit is one of measurement and not a measure word for things counted."""
    return code in _measured()


@cache
def _measured() -> frozenset[str]:
    return frozenset(row.code for row in rows() if row.kind != "count")


def metric(code: str, value: float) -> list[str]:
    """Return about what an amount in a Chinese unit is in a metric one, in English, if it is known.

    >>> metric("mu", 1_000_000), metric("mu", 30), metric("km", 5)
    (['667 km²'], ['2 ha'], [])
    """
    row = _rows_by_code().get(code)
    for name in row.metric if row else ():
        amount = convert(value, code, unit_named(name))
        assert amount is not None  # a test converts every unit of the table
        if abs(amount) >= 1 or name == row.metric[-1]:  # type: ignore[union-attr]  # there is a row
            return [f"{float(f'{amount:.3g}'):,.10g} {name}"]
    return []


def unit_name(code: str, lang: str, *, plural: bool = False) -> str:
    """Return the name of a unit in `zh` or `en`; a unit that has none there is called its code.

    >>> unit_name("km2", "zh"), unit_name("km2", "en"), unit_name("km2", "en", plural=True)
    ('平方公里', 'square kilometre', 'square kilometres')
    >>> unit_name("km/hour", "zh"), unit_name("km/hour", "en", plural=True)
    ('公里/小时', 'kilometres per hour')
    """
    row = _rows_by_code().get(code)
    if row is None and "/" in code:
        top, *each = code.split("/")
        named = [unit_name(top, lang, plural=plural), *(_each_name(one, lang) for one in each)]
        return ("/" if lang == "zh" else " per ").join(named)
    names = [] if row is None else row.chinese if lang == "zh" else row.english
    if not names:
        return code
    name = names[min(1, len(names) - 1) if plural and lang == "en" else 0]
    return name.strip("()").partition("=")[0]


def unit_written(code: str, *, plural: bool = False) -> str:
    """Return how English writes a unit beside a number: its code, or its name if none reads that.

    >>> unit_written("km"), unit_written("in", plural=True), unit_written("度", plural=True)
    ('km', 'inches', 'degrees')
    """
    is_letter = len(code) == 1 and code.isascii()
    is_read = is_letter or code.lower() in english_units()
    return code if is_read else unit_name(code, "en", plural=plural)


_SCALES = {"百": "100", "千": "1,000", "万": "10,000", "亿": "100 million"}
_EACH = {"人": "person", "户": "household", "股": "share"}
"""What English calls things without a unit that an amount is for each of."""
_SYMBOLS = {"hour": "h", "minute": "min", "second": "s"}


def _split_scale(code: str) -> tuple[str, str]:
    """Return the number and the unit of what an amount is for each of: 100 and km of 百km."""
    scale = _SCALES.get(code[:1], "") if len(code) > 1 else ""
    return (f"{scale} ", code[1:]) if scale else ("", code)


def _each_name(code: str, lang: str) -> str:
    """Return the name of what an amount is for each of."""
    if lang == "zh":
        scale = code[:1] if _split_scale(code)[0] else ""
        return scale + unit_name(code.removeprefix(scale), "zh")
    scale, unit = _split_scale(code)
    return scale + (_EACH.get(unit) or unit_name(unit, "en", plural=bool(scale)))


def each_written(code: str) -> str:
    """Return how English writes behind an amount what it is for each of, a unit as ``CNY/mu``.

    >>> each_written("km/hour"), each_written("CNY/人/day"), each_written("t/万CNY")
    ('/h', '/person/day', '/10,000 CNY')
    """
    top, *each = code.split("/")
    is_symbol = top in _rows_by_code() and _rows_by_code()[top].kind == "measure"
    written = ""
    for one in each:
        scale, unit = _split_scale(one)
        symbol = _SYMBOLS.get(unit) if is_symbol else None
        written += f"/{scale}{symbol or _EACH.get(unit) or unit_written(unit)}"
    return written


def unit_named(word: str) -> str:
    """Return the code of the unit that a Chinese or English word means, or else the word itself.

    >>> unit_named("亩"), unit_named("hectares"), unit_named("pp"), unit_named("项")
    ('mu', 'ha', 'pp', '项')
    >>> unit_named("公里/小时"), unit_named("km/h")
    ('km/hour', 'km/hour')
    """
    if word in _rows_by_code():
        return word
    if "/" in word and word.lower() not in _codes():
        return "/".join(map(unit_named, word.split("/")))
    return _codes().get(word) or _codes().get(word.lower(), word)


def is_unit(code: str) -> bool:
    """Return whether there is a unit with that code, of measurement or for things counted."""
    return code in _rows_by_code() or code in read_words("measure_words.txt")


@cache
def _codes() -> dict[str, str]:
    """Return the code of each spelling: English in lower case, Chinese as it is written."""
    return {
        spelling.strip("()").partition("=")[0]: code
        for row in rows()
        for code in [row.code]
        for spelling in (*map(str.lower, row.english), *row.chinese)
    }
