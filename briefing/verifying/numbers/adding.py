"""What several numbers of like things add up to."""

from collections.abc import Iterable
from itertools import combinations

from briefing.checks.numbers import Number
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.operands import SPOKEN_OF, Operand, list_of_fact
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.ways import add_all
from briefing.verifying.sentences import Sentence

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
