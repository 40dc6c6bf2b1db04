"""How a memo may round a number: less freely than the prose of a model, whose author is trusted."""

import re

from briefing.checks.evidence import Held
from briefing.checks.matching import ABOVE, BELOW, NEARLY, Match, find_matches
from briefing.checks.numbers import Number
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span

FARTHEST = 0.2
"""By what part of it an amount may have passed a round one, as is told."""
_FRACTION = re.compile(
    r"(?<![百千])分之|一半|半数|half|third|quarter|(?:fif|six|seven|eigh|nin|ten)th"
    r"|\w (?:in|out of) \w",
    re.I,
)
ROUGHLY = 0.07
"""By what part of it a share may be off a fraction that is marked as rough: a fifth for 21%."""
_SLIGHTLY = 0.04
"""By what part of it an amount may be off one that is marked as round and has a single digit."""
_PASSED = 0.06
"""By what part of it a result may have passed a round number, or fall short of it."""
_TENTH = 10.0
_EXACT = 1e-9
_ROUND = ABOVE | BELOW | {"about"}
_LEAST_DIGITS = 10
"""A rounded amount has two digits at least: it is ten times its last one or more."""


def is_exact(number: Number, held: tuple[Held, ...]) -> bool:
    """Return whether a number is one that is held, as exactly as the digits tell that it has.

    A round number that is marked as one may be off by less than its last digit that is not zero.
    """
    if isinstance(number.readings[0].value, Span):
        return True
    if number.parts and all(is_exact(part, held) for part in number.parts if part.readings):
        return True
    return any(_is_so(number, match) for match in find_matches(number, held))


def _is_so(number: Number, match: Match) -> bool:
    if {number.around.role, match.held.around.role} == {"from", "to"}:
        return False
    if not match.rounded:
        return True
    value = match.held.value
    said = number.readings[0].value
    marked = set(number.qualifiers)
    if isinstance(value, str) or isinstance(said, Span):
        return False
    if not _may_be_rounded(marked, match.held.qualifiers) or _is_off(said, value, match, marked):
        return False
    if match.converted:
        return _is_converted(number, match, said, value)
    apart = abs(said - value)
    if number.place and said / number.place >= _LEAST_DIGITS and apart <= 0.5000001 * number.place:
        return True
    last = last_digit(said, number.place)
    passed = (marked & ABOVE and said < value) or (marked & BELOW and said > value)
    roughly = "about" in marked and is_fraction(number)
    if roughly and apart <= ROUGHLY * abs(value):
        return True
    most = 1.0 if passed else 0.5 if "about" in marked else 0
    farthest = NEARLY if "nearly" in marked else FARTHEST
    if passed and apart > farthest * abs(value):
        return False
    if passed and 0 < apart < last:
        return True
    told = said / last >= _LEAST_DIGITS or apart <= _SLIGHTLY * abs(value)
    return told and apart < most * last


def _is_off(said: float, value: float, match: Match, marked: set[str]) -> bool:
    """Return whether a number is told to be just so much, and what is held is a little more."""
    return "exact" in marked and not match.converted and abs(said - value) > _EXACT * abs(value)


def _is_converted(number: Number, match: Match, said: float, value: float) -> bool:
    """Return whether an amount in another unit is rounded to its last digit that is not zero."""
    unit, held, marked = number.readings[0].unit, match.held.unit, set(number.qualifiers)
    same = convert(value, held, unit) if held and unit else None
    digits = number.place > 0 and said / number.place >= _LEAST_DIGITS
    if same is None:
        return digits
    if not digits and not (marked & _ROUND and abs(said - same) <= _SLIGHTLY * abs(same)):
        return False
    passed = (marked & ABOVE and said < same) or (marked & BELOW and said > same)
    last, apart = last_digit(said, number.place), abs(said - same)
    return apart < last if passed else apart <= 0.5000001 * last


def _may_be_rounded(marked: set[str], held: frozenset[str]) -> bool:
    """Return whether what is held as over or under an amount may be rounded as the memo marks it.

    What is over an amount is over a smaller one as well.
    """
    return not held & (ABOVE | BELOW) or any(held <= side >= marked for side in (ABOVE, BELOW))


def is_fraction(number: Number) -> bool:
    """Return whether a share is told in words, as a third, which no digits round."""
    return number.readings[0].unit == "%" and bool(_FRACTION.search(number.words))


def last_digit(said: float, place: float) -> float:
    """Return the value of the last digit that is not zero: 10,000 of 370,000."""
    last = place or 1.0
    while said and abs(said / (10 * last) - round(said / (10 * last))) < 1e-9:
        last *= 10
    return last


def is_result(number: Number, result: float) -> bool:
    """Return whether a number is a result as it is rounded, or one that it nearly or just is."""
    value = number.readings[0].value
    if isinstance(value, Span) or result <= 0:
        return False
    marked = set(number.qualifiers)
    last = last_digit(value, number.place)
    most = min(_PASSED * value, 0.99 * last)
    if "成" in number.words:  # two tenths and some more are less than three
        most = 0.99 * _TENTH
        if not marked - {"", "exact"}:
            return abs(value - result) <= _TENTH / 4
    elif number.readings[0].unit == "times" or re.search("[多余]|出头", number.words):
        most = 0.99 * last
    elif is_fraction(number):
        most = (FARTHEST if marked & (ABOVE | BELOW) else 2 * ROUGHLY) * value
    if marked & ABOVE:
        least = value - 1e-9 if "at_least" in marked else value  # which it may be exactly
        return least < result <= value + most
    if marked & BELOW:
        return value - most <= result < value
    rounded = min(0.5000001 * number.place, most) + 1e-9
    return abs(value - result) <= (max(most / 2, rounded) if "about" in marked else rounded)
