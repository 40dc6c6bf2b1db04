"""How a number follows from others, as its words tell: by two of them, or as what they add up to.

What it is worked out of are the numbers of which its sentence speaks, or those that stand beside
them, if it has so many digits that it hardly follows by chance.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from typing import NamedTuple

from briefing.checks.matching import ABOVE, BELOW, find_matches
from briefing.checks.numbers import Number
from briefing.quantities.english_dates import Span
from briefing.quantities.units import is_measured
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.kinds import digits_of
from briefing.verifying.numbers.operands import (
    CLEARLY,
    SPOKEN_OF,
    TOLD,
    Operand,
    list_alike,
    list_beside,
    list_of_fact,
    list_operands,
    without_doubles,
)
from briefing.verifying.numbers.rounding import is_fraction, is_result, last_digit
from briefing.verifying.numbers.ways import ALL_WAYS, Way, add_all, are_alike, list_ways
from briefing.verifying.numbers.weighing import Judged, Results
from briefing.verifying.sentences import Sentence

_FEWEST_DIGITS = 3
_AS_STRONG = 0.5
"""By how much less clearly it may speak of the operands of a rough number than of any others."""
_SECOND = 0.2
"""How much the operand counts of which it speaks more clearly."""
_WHOLE = 100.0
_EXACT = 1e-9


class Derived(NamedTuple):
    """What bears out a number that follows from others, and of what it follows."""

    found: Found
    operands: tuple[Operand, ...]


def derive(one: Judged, results: Results, binder: Binder, clauses: Clauses) -> Derived | None:
    """Return a number as borne out if it follows from others, or is what one leaves of all."""
    number, sentence = one.number, binder.sentence
    if isinstance(number.readings[0].value, Span):
        return None
    unit, told = number.readings[0].unit, list_ways(number, sentence)
    if not told:
        return None  # and what it might be worked out of need not be looked for
    operands = without_doubles(list_operands(one, results, binder, clauses))
    if unit == "%" and any(sentence.find(one, number.start) for one in ("without", "not-yet")):
        left = (a for a in operands if a.unit == "%" and is_result(number, _WHOLE - a.value))
        for a in left:
            return _borne_out(number, a)
    worked = list(_work_out_pairs(number, told, operands))
    if not has_three_digits(number):
        most = max((_strength(one.a, one.b) for one in worked), default=0.0)
        worked = [one for one in worked if _strength(one.a, one.b) >= most - _AS_STRONG]
    if has_three_digits(number) or (not worked and has_two_digits(number)):
        alike = without_doubles(list_alike(one, results, binder))
        worked += _work_out_pairs(number, told, [*operands, *alike])
    elif not worked and any(each.tells is not None for each in operands):
        beside = [*list_alike(one, results, binder), *list_beside(operands, clauses)]
        pairs = _work_out_pairs(number, told, without_doubles([*operands, *beside]))
        worked += (each for each in pairs if max(each.a.strength, each.b.strength) >= TOLD)
    worked = _keep_of_whole(worked, number, sentence)
    compared = _COMPARED.search(sentence.clause_text(number.start))
    worked = [one for one in worked if compared or not _are_parts(one, clauses)]
    stands = _stands(number, binder, clauses)
    for each in worked:
        a, b = each.a, each.b
        # What stands elsewhere as well was copied, unless the sentence clearly speaks of both.
        if _is_so(number, each) and not (stands and min(a.strength, b.strength) < CLEARLY):
            return _borne_out(number, *((b, a) if b.is_change and b.record else (a, b)))
    return None if stands else _add(number, operands, binder)


def may_be_derived(one: Judged, results: Results, binder: Binder, clauses: Clauses) -> bool:
    """Return whether a number of two digits or more follows from two others in any way at all."""
    if not has_two_digits(one.number):
        return False
    operands = without_doubles(list_operands(one, results, binder, clauses))
    return any(_is_so(one.number, each) for each in _work_out_pairs(one.number, ALL_WAYS, operands))


def _add(number: Number, operands: list[Operand], binder: Binder) -> Derived | None:
    """Return a number as borne out if several numbers of like things add up to it."""
    if not (has_two_digits(number) and binder.sentence.find("in-all")):
        return None
    added = add_up(number, operands, binder.sentence) or add_group(number, binder)
    return _borne_out(number, *added) if added else None


def _is_so(number: Number, worked: "_Worked") -> bool:
    """Return whether a number is what was worked out, over or under it as the operands are.

    What is worked out of nearly so much is a little less, so that it may be cut off at a digit.
    """
    value, marked = number.readings[0].value, set(number.qualifiers)
    if is_result(number, worked.result) or isinstance(value, Span):
        return True
    is_less = worked.a.qualifiers & BELOW or (worked.is_ratio and worked.b.qualifiers & ABOVE)
    least = worked.result - last_digit(value, number.place)
    is_share = number.readings[0].unit == "%"
    if is_less and not (is_share or marked & ABOVE) and least < value < worked.result:
        return True
    for side, other in ((ABOVE, BELOW), (BELOW, ABOVE)):
        beyond = worked.a.qualifiers & side or (worked.is_ratio and worked.b.qualifiers & other)
        if marked & side and marked <= side and beyond and value == worked.result:
            return True
    return False


_COMPARED = re.compile(r"\bthan\b|[比较多少超]")
"""What tells by how much one part is more than another."""


def _are_parts(worked: "_Worked", clauses: Clauses) -> bool:
    """Return whether a count is the difference of two that add up to a third one beside them.

    Where 4 of 24 are begun and 20 are not, nobody has 16 to begin.
    """
    a, b = worked.a, worked.b
    if is_measured(a.unit or "") or is_measured(b.unit or "") or worked.result != a.value - b.value:
        return False
    whole = a.value + b.value
    return any(
        held.value == whole and not is_measured(held.unit or "")
        for clause in clauses.of_paragraph(a.article, a.paragraph)
        for held in clause.held
        if held.unit in (None, a.unit, b.unit)
    )


_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |their |all )*$")


def _keep_of_whole(worked: "list[_Worked]", number: Number, sentence: Sentence) -> "list[_Worked]":
    """Return what a fraction may be of the whole that is told behind it: one in six of the 24."""
    for one in sentence.numbers if is_fraction(number) else ():
        if one.start > number.end and _OF_WHOLE.fullmatch(sentence.text, number.end, one.start):
            value, unit = one.readings[0] if one.readings else (Span(), None)
            if unit is None and not isinstance(value, Span):
                return [each for each in worked if each.b.value == value]
    return worked


class _Worked(NamedTuple):
    """What was worked out of two operands."""

    a: Operand
    b: Operand
    result: float

    @property
    def is_ratio(self) -> bool:
        """Whether it is less where the second operand is more."""
        return abs(self.result * self.b.value - self.a.value) <= _EXACT * abs(self.a.value)


def _work_out_pairs(number: Number, told: list[Way], operands: list[Operand]) -> Iterator[_Worked]:
    """Yield what a number may be by what words tell of how it was worked out."""
    for a, b in permutations(operands, 2):
        if _may_go_together(a, b):
            results = (each for way in told for each in way(number, a, b))
            yield from (_Worked(a, b, each) for each in results if _may_be(number, each))


def _may_go_together(a: Operand, b: Operand) -> bool:
    """Return whether something may be worked out of two operands, of which neither is nothing.

    Both are of one paragraph, or the sentence clearly speaks of both; it need not so clearly of
    what are like figures.
    """
    apart = a.article is not b.article or a.paragraph != b.paragraph
    unspoken = apart and not (a.is_spoken_of and b.is_spoken_of)
    alike = a.record and b.record and are_alike(a, b) and min(a.strength, b.strength) >= SPOKEN_OF
    unspoken = unspoken and not alike
    return bool(a.value and b.value) and not (unspoken or _are_one(a, b))


def _may_be(number: Number, result: float) -> bool:
    """Return whether what was worked out is no share of over a whole, unless it is a change."""
    part = number.readings[0].unit == "%" and not number.around.direction
    return result > 0 and not (part and result > _WHOLE)


def _strength(a: Operand, b: Operand) -> float:
    """Return how clearly the sentence speaks of both of two operands."""
    return min(a.strength, b.strength) + _SECOND * max(a.strength, b.strength)


def has_two_digits(number: Number) -> bool:
    """Return whether a number is told in two digits or more, and not as a fraction."""
    value, unit = number.readings[0]
    rough = is_fraction(number) or unit == "times" or "成" in number.words
    return not (rough or isinstance(value, Span)) and len(digits_of(value)) > 1


def has_three_digits(number: Number) -> bool:
    """Return whether a number has so many digits that it hardly follows by chance."""
    value, unit = number.readings[0]
    rough = is_fraction(number) or unit == "times"
    return not (rough or isinstance(value, Span)) and len(digits_of(value)) >= _FEWEST_DIGITS


def _are_one(a: Operand, b: Operand) -> bool:
    """Return whether two operands are one number of a text, once as that of a figure."""
    alike = (a.value, a.unit, a.paragraph) == (b.value, b.unit, b.paragraph)
    return alike and (a.record is None) != (b.record is None)


def _stands(number: Number, binder: Binder, clauses: Clauses) -> bool:
    """Return whether the models or texts have a number themselves, of whatever else they tell it.

    Where it is told otherwise than there, in another unit or of another place, it was not worked
    out but copied wrongly.
    """
    value = number.readings[0].value
    if isinstance(value, Span) or not has_three_digits(number):  # which agrees with much by chance
        return False
    held = [*binder.facts.held, *clauses.amounts]
    return any(digits_of(one.value) == digits_of(value) for one in held) or any(
        match.held.unit != "name" for match in find_matches(number, held)
    )


def _borne_out(number: Number, a: Operand, *others: Operand) -> Derived:
    at = number.start, number.end
    found = Found(*at, "number", BORNE_OUT, a.article, a.record, a.paragraph)
    return Derived(found, (a, *others))


_FEWEST_ADDED, _MOST_ADDED = 3, 6
"""How many numbers at least and at most may be added up, other than two."""
_FEWEST_OF_KIND = 2


def add_up(
    number: Number, operands: list[Operand], sentence: Sentence
) -> tuple[Operand, ...] | None:
    """Return three numbers of like things or more that add up to a number, if some do.

    They are all of the kind, or as many of them as the sentence tells: the three batches together.
    """
    told = {one.readings[0].value for one in sentence.numbers if one.readings}
    alike = _keep_alike(number, operands)
    sizes = range(_FEWEST_ADDED, min(len(alike), _MOST_ADDED) + 1)
    for size in (one for one in sizes if one == len(alike) or one in told):
        for group in combinations(alike, size):
            if is_result(number, add_all(number, group) or 0):
                return group
    return None


def _keep_alike(number: Number, operands: Iterable[Operand]) -> list[Operand]:
    """Return numbers of much the same things as the first that a number may be the sum of.

    Each value is taken once, as that of a figure if it is one.
    """
    fit = [one for one in operands if not one.is_change and add_all(number, [one])]
    first = fit[0].subject if fit else frozenset()
    alike = {
        one.value: one
        for one in reversed(fit)
        if 2 * len(first & one.subject) >= min(len(first), len(one.subject))
    }
    return list(reversed(alike.values()))


def add_group(number: Number, binder: Binder) -> tuple[Operand, ...] | None:
    """Return figures of a kind, as their labels end, that add up to a number, if some do.

    They are all of the kind or all but one, where the sentence tells how many they are, or all of
    which it clearly speaks.
    """
    sentence = binder.sentence
    told = {one.readings[0].value for one in sentence.numbers if one.readings}
    spoken = {id(one.fact) for one in binder.rank_amounts(number) if one.share >= SPOKEN_OF}
    for group in binder.facts.groups:
        whole = all(id(fact) in spoken for fact in group)
        for size in (len(group), len(group) - 1):
            if size < _FEWEST_OF_KIND or not (size in told or (whole and size == len(group))):
                continue
            for facts in combinations(group, size):
                operands = tuple(one for fact in facts for one in list_of_fact(fact))
                if is_result(number, add_all(number, operands) or 0):
                    return operands
    return None
