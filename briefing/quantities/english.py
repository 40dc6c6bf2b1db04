"""Reads the numbers and dates of English prose."""

import datetime
import re
from functools import cache
from math import isfinite
from typing import NamedTuple

from briefing.quantities.months import MONTHS
from briefing.quantities.units import english_units, rows

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_CARDINALS = {word: value for value, word in enumerate(_SMALL.split())}
_CARDINALS |= {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_ORDINALS |= {f"{word}th": n for word, n in _CARDINALS.items() if word[-1] != "y" and n > 3}
_WORDS = _CARDINALS | _ORDINALS
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Letters that match another one when case is ignored, but have no other case themselves.
_FOLD = str.maketrans("\u017f\u0131\u212a", "sik")
_MONTHS = {month.lower(): number for number, month in enumerate(MONTHS, start=1)}


class EnglishNumber(NamedTuple):
    """A number or date at `start` to `end` of an English text.

    `value` has hundred, million and the like multiplied out; a date is ISO 8601. `unit` is the code
    of the unit after the number or the currency before it, or None; `end` is before the unit.
    """

    start: int
    end: int
    value: int | float | str
    unit: str | None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns. The longest of several words is tried first."""
    word = f"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    money = (name for row in rows() if row.kind == "money" for name in row.english)
    currencies = "|".join(dict.fromkeys(name for name in money if name.isupper()))
    # A unit that ends in a letter must not be the beginning of a longer word. A currency before a
    # number belongs to that number: the 2025 of "by 2025 CNY 50 million" has no unit.
    units = "|".join(
        re.escape(unit) + (r"\b" if unit[-1].isalnum() else "")
        for unit in sorted(english_units(), key=len, reverse=True)
    )
    return {
        "date": re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b", re.I),
        "number": re.compile(
            r"(?<![\w.])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th)?"
            rf"|\b(?P<words>{word}(?:[- ]{word})*)\b(?!-class)",
            re.I,
        ),
        "scale": re.compile(rf"[- ]({'|'.join(_SCALES)})\b", re.I),
        "unit": re.compile(rf"[- ]?(?!(?:{currencies}) \d)({units})", re.I),
        "currency": re.compile(f"({currencies}) $"),
    }


def scan_english(text: str, date: datetime.date | None = None) -> list[EnglishNumber]:
    """Return the dates of an English text and then its numbers, each kind in order.

    `date` is the date of the text itself, from which a day without a year takes its year. "One" is
    left out, because it is mostly a pronoun.
    """
    patterns = _patterns()
    text = text.translate(_FOLD)
    found = []
    for match in patterns["date"].finditer(text):
        year = int(match[3]) if match[3] else date.year if date else 0
        iso = f"{year:04}-{_MONTHS[match[2].lower()]:02}-{int(match[1]):02}"
        found.append(EnglishNumber(*match.span(), iso, "date"))
    rest = patterns["date"].sub(lambda match: " " * len(match[0]), text)
    for match in patterns["number"].finditer(rest):
        if match[0].lower() == "one":
            continue
        value = float(match["digits"].replace(",", "")) if match["digits"] else _in_words(match[0])
        end = match.end()
        while scale := patterns["scale"].match(rest, end):
            value *= _SCALES[scale[1].lower()]
            end = scale.end()
        if isfinite(value) and value == int(value):
            value = int(value)
        found.append(EnglishNumber(match.start(), end, value, _unit(rest, match.start(), end)))
    return found


def _unit(text: str, start: int, end: int) -> str | None:
    """Return the code of the unit after a number, or else of the currency before it."""
    after = _patterns()["unit"].match(text, end)
    found = after or _patterns()["currency"].search(text, max(0, start - 8), start)
    return english_units()[found[1].lower()] if found else None


def _in_words(words: str) -> float:
    """Return the value of number words: twenty-one is 21, but of two first only the 2 is read."""
    first, *others = [_WORDS[word] for word in re.split("[- ]", words.lower())]
    total = first
    for part in others:
        if total == 0 or total % 10 or part >= 10:
            return first
        total += part
    return total
