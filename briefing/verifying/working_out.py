"""Whether a number follows from two facts that the sentence speaks of: a share, growth, a rest."""

from collections.abc import Iterator
from itertools import permutations

from briefing.checks.matching import ABOVE, BELOW
from briefing.checks.numbers import Number
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.verifying.binding import Binder, Bound
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.rounding import last_digit

_MOST = 6
"""Of how many facts at most a number may be worked out."""
_SPOKEN_OF = 0.5
_PASSED = 0.06
"""By what part of it a result may have passed a round number, or fall short of it."""


def work_out(number: Number, binder: Binder) -> Found | None:
    """Return a number as borne out if it follows from two facts that its sentence speaks of."""
    if isinstance(number.readings[0].value, Span):
        return None
    facts = [
        one
        for one in binder.rank_amounts(number)
        if not one.wrong_place and one.share >= _SPOKEN_OF
    ][:_MOST]
    if number.readings[0].unit == "%" and _is_denied(number, binder):
        for one in facts:
            values = (held.value for held in one.fact.held if held.unit == "%")
            if any(_suits(number, 100 - x) for x in values if not isinstance(x, str)):
                return _borne_out(number, one)
    for one, other in permutations(facts, 2):
        if any(_suits(number, result) for result in _results(number, one, other, binder)):
            return _borne_out(number, one)
    return None


def _borne_out(number: Number, bound: Bound) -> Found:
    article, record, at = bound.fact.article, bound.fact.record, bound.fact.paragraph
    return Found(number.start, number.end, "number", BORNE_OUT, article, record, at)


def _is_denied(number: Number, binder: Binder) -> bool:
    """Return whether a clause tells of what is without something."""
    text = binder.sentence.clause_text(number.start)
    return bool(binder.sentence.pattern("without").search(text))


def _results(number: Number, one: Bound, other: Bound, binder: Binder) -> Iterator[float]:
    """Yield what a sentence may work out of two facts, by the words around a number."""
    sentence = binder.sentence
    clause = sentence.clause_text(number.start)
    unit = number.readings[0].unit
    for a in one.fact.held:
        for b in other.fact.held:
            if isinstance(a.value, str) or isinstance(b.value, str) or not a.value or not b.value:
                continue
            same = a.value if a.unit == b.unit else _in(a.value, a.unit, b.unit)
            if same is None or one.fact.is_change or other.fact.is_change:
                continue
            grows = number.around.direction if number.around.role != "to" else ""
            if unit == "%" and a.unit != "%":
                if grows in ("up", "down") and _are_of_one(one, other):
                    yield 100 * (same - b.value) / b.value * (1 if grows == "up" else -1)
                elif not grows:
                    yield 100 * same / b.value
            apart = sentence.pattern("left").search(clause) or number.around.role == "by"
            if apart and unit != "%" and _in(1, b.unit, unit):
                yield (same - b.value) * (_in(1, b.unit, unit) or 0)


def _are_of_one(one: Bound, other: Bound) -> bool:
    """Return whether two facts are of one thing at two times."""
    words = [bound.fact.words["zh"] for bound in (one, other)]
    return len(words[0] & words[1]) * 2 > len(words[0] | words[1])


def _suits(number: Number, result: float) -> bool:
    """Return whether a number is a result as it is rounded, or one that it nearly or just is."""
    value = number.readings[0].value
    if isinstance(value, Span) or result <= 0:
        return False
    marked = set(number.qualifiers)
    most = min(_PASSED * value, 0.99 * last_digit(value, number.place))
    if marked & ABOVE:
        return value < result <= value + most
    if marked & BELOW:
        return value - most <= result < value
    if "about" in marked:
        return abs(value - result) <= most / 2
    return abs(value - result) <= min(0.5000001 * number.place, most) + 1e-9


def _in(value: float, unit: str | None, other: str | None) -> float | None:
    if unit == other or (unit is None or other is None):
        return value
    return convert(value, unit, other) if unit.isascii() and other.isascii() else value
