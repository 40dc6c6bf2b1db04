"""Finds the unit or measure word at a place in a Chinese text."""

from briefing.quantities.data import WordTable, read_context
from briefing.quantities.units import chinese_units

UNITS = chinese_units()
UNIT_TABLE = WordTable(UNITS)
# Matches a unit that begins with 百 or 千 (千瓦, 百分点), where that is no numeral.
SCALE_UNIT = "|".join(word for word in UNITS if word[0] in "百千" and len(word) > 1)
_NOT_BEFORE = read_context("unit-not-before")


def unit_at(text: str, at: int) -> str:
    """Return the unit written at `at` of the folded text, or an empty string.

    A unit of Latin letters must end where the letters end: the G in 5Gbps is not a gram.
    """
    unit = UNIT_TABLE.longest(text, at)
    if unit and unit[-1].isascii() and unit[-1].isalnum():
        after = text[at + len(unit) : at + len(unit) + 1]
        if after.isascii() and after.isalnum():
            return ""
    return unit


def fitting_unit(text: str, at: int, word: str) -> str:
    """Return `word`, a unit at `at`, or a shorter one if `word` begins a longer word there.

    The 成 of 成立 is no unit; the result is an empty string if no shorter unit fits either.
    """
    while word and begins_longer_word(text, at, word):
        shorter = (word[:length] for length in range(len(word) - 1, 0, -1))
        word = next((part for part in shorter if part in UNITS), "")
    return word


def begins_longer_word(text: str, at: int, word: str) -> bool:
    """Return whether the unit `word` at `at` is only the beginning of another word."""
    return text.startswith(_NOT_BEFORE.get(word, ()), at + len(word))
