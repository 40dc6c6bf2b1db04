"""Whether a number that is told as about, over or under so much may be what a fact has."""

import re
from collections.abc import Iterable

from briefing.checks.evidence import Held
from briefing.checks.matching import ABOVE, BELOW, NEARLY, in_unit
from briefing.checks.numbers import Number
from briefing.quantities.english_dates import Span
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.rounding import last_digit
from briefing.verifying.numbers.weighing import AS_GOOD, Judged
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_FARTHEST = 0.2
"""By what part of it a number may be off what is known, however round it is."""
_DOUBLED = re.compile("翻|doubl|trebl|tripl", re.I)
_WORKED_OUT = ("in-all", "averaged", "implied")
"""Kinds of words that tell that a number was worked out of others."""


def may_follow(one: Judged, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a qualified number may follow from a fact that has another one.

    It may as well be of another place, be how much there is and no change of it, follow from a fact
    of which the sentence speaks nearly as clearly, or be worked out, where words tell so that the
    label of the fact lacks.
    """
    number, label = one.number, bound.fact.record.title.zh
    if set(number.qualifiers) <= {"", "exact"}:
        return False
    return (
        bound.names_other
        or (bound.fact.is_change and not number.around.direction)
        or any(
            not _is_ruled_out(number, other.fact.held)
            for other in (bound, *one.ranked)
            if other.score >= bound.score - AS_GOOD
        )
        or bool(_DOUBLED.match(number.words))
        or is_told_as_worked_out(number, label, sentence)
    )


def is_told_as_worked_out(number: Number, label: str, sentence: Sentence) -> bool:
    """Return whether words tell that a number was worked out, and a Chinese label has none so."""
    return any(
        sentence.find(kind, number.start) and not pattern(kind, "zh").search(label)
        for kind in _WORKED_OUT
    )


def _is_ruled_out(number: Number, held: Iterable[Held]) -> bool:
    """Return whether a qualified number cannot be what is held, however freely it was rounded.

    A bound is ruled out that what is held has not reached, or that is closer than one that is held;
    one that only follows is not.
    """
    values = [
        (one, reading.value, value)
        for reading in number.readings
        for one in held
        if not isinstance(reading.value, Span) and not isinstance(one.value, str)
        for value in in_unit(one, reading, number)
    ]
    return bool(values) and all(
        _is_beyond(number.place, abs(told), said, abs(value), known, value != one.value)
        for one, told, value in values
        for said in number.qualifiers
        for known in one.qualifiers or ("exact",)
    )


def _is_beyond(
    place: float, told: float, said: str, value: float, known: str, converted: bool
) -> bool:
    """Return whether a number that is told with one qualifier is ruled out by a value with one."""
    if "every" in (said, known):
        return False
    if said in ("", "exact"):
        return told != value
    apart = told - value
    rough = converted or known == "about" or (known == "nearly" and apart < 0)
    slack = (NEARLY if rough else 1e-9) * value
    if said in ABOVE:
        return apart > slack
    if said in BELOW and said != "nearly":
        return -apart > slack
    if known in (ABOVE if apart > 0 else BELOW):
        return abs(apart) > _FARTHEST * value
    return abs(apart) >= max(slack, min(last_digit(told, place), _FARTHEST * value))
