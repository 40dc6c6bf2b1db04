"""Finds terms of which no part is a quantity: slogans in quotation marks, and given names."""

import re
from functools import lru_cache

from briefing.quantities.data import WordTable
from briefing.quantities.numerals import ARABIC, fold
from briefing.quantities.unit_words import UNIT_TABLE, UNITS, fitting_unit

_QUOTED = re.compile('[“‘「『"]([^“”‘’「」『』"]*)[”’」』"]')
_NUMERALS = re.compile("[一二两三四五六七八九十百千万亿双半零〇]+")
# A numeral and a measure word (三台) are a name after these, or where a clause begins.
_LEADING = frozenset("在于到与和及向从由为是赴")

_MAX_SLOGAN = 14
_MAX_TERM = 6
# Words of a sentence, which no slogan of numeral and noun contains.
_SPOKEN = re.compile("[了的吗呢吧是在有,。?!]|就|也|都|没|不够|以上|左右")


@lru_cache(maxsize=8)
def select_given_names(names: frozenset[str]) -> WordTable | None:
    """Return a table of those names that begin like a number (三台县), or None if there is none.

    A numeral within a name, as in 沿黄四县, is a count too.
    """
    folded = {fold(name) for name in names}
    held = [name for name in folded if _NUMERALS.match(name) or name[:1] in ARABIC]
    return WordTable(held) if held else None


def find_given_names(text: str, names: WordTable | None) -> list[tuple[int, int]]:
    """Return the spans of the given names in a folded text, in order and without overlap."""
    spans: list[tuple[int, int]] = []
    end = 0
    if not names:
        return spans
    for at in names.starts(text):
        name = names.longest(text, at) if at >= end else ""
        if name and _is_meant(text, at, name):
            end = at + len(name)
            spans.append((at, end))
    return spans


def _is_meant(text: str, start: int, name: str) -> bool:
    """Return whether a name that is given is meant at `start`, and no count (购置三台设备)."""
    numeral = _NUMERALS.match(name)
    if not numeral or name[numeral.end() :] not in UNITS:
        return True
    before = text[start - 1 : start]
    return before in _LEADING or not "一" <= before <= "鿿"


def find_slogans(text: str) -> dict[int, int]:
    """Return the end of each short quoted slogan with numerals (“一群两区三圈”), by its start."""
    return {
        found.start(1): found.end(1)
        for found in _QUOTED.finditer(text)
        if len(found[1]) <= _MAX_SLOGAN and is_slogan(found[1])
    }


def is_slogan(quoted: str) -> bool:
    """Return whether a quoted text is a slogan or the name of a programme.

    These are slogans: a formula or a lone number (“1+3+N”, “14510”, “十四五”), several numerals
    (“三个一批”), and one numeral with a noun, with a measure word or without (“三圈”, “四个提升”).
    A text with an amount is none (“三个100万亩”), nor words of a sentence (“两个都在”).
    """
    if any(mark in ARABIC for mark in quoted):
        return not re.search("[^A-Za-z0-9+*/.×·-]", quoted)
    runs = [found.span() for found in _NUMERALS.finditer(quoted)]
    if not runs or re.search("[%元吨亩]", quoted):
        return False
    begin, end = runs[0]
    if end - begin == len(quoted) or quoted[0] == "双" or len(runs) > 1:
        return True
    unit = fitting_unit(quoted, end, UNIT_TABLE.longest(quoted, end))
    if begin or (unit and UNITS[unit].kind != "count"):
        return False
    rest = quoted[end + len(unit) :]
    if not unit:
        return not rest.startswith("分之") and len(quoted) <= 8
    if quoted[0] in "百千万":
        return True
    if not rest and len(unit) > 1:
        return False  # “五连冠” counts
    return len(rest) <= _MAX_TERM and not _SPOKEN.search(rest)
