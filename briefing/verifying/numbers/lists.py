"""Numbers that stand in lists, change from one to another, or follow from each other."""

import math
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.rounding import last_digit
from briefing.verifying.numbers.weighing import CLEARLY, Judged, Results, is_small_count
from briefing.verifying.sentences import Sentence

_SWAPPED = 0.25
"""By how much more the words beside a number must tell of another's figure than of its own."""
_BETWEEN = re.compile(
    r"[\s,，、;；%]*(?:and|和|与|及|以及|yuan|CNY|RMB|亿元|万元)?[\s,，、]*(?:CNY|RMB|of)?\s*", re.I
)


def tell_apart(results: Results) -> Results:
    """Return results in which what changes from one number to another is no number twice.

    Nor does it rise to less, or fall to more.
    """
    told = list(results)
    for at in range(1, len(told)):
        (one, found), (other, after) = told[at - 1], told[at]
        roles = one.number.around.role, other.number.around.role
        if roles != ("from", "to") or not (found and after) or after.status != BORNE_OUT:
            continue
        begin, end = one.number.readings[0].value, other.number.readings[0].value
        way = other.number.around.direction or one.number.around.direction
        if isinstance(begin, Span) or isinstance(end, Span):
            continue
        reversed_ = (way == "up" and end < begin) or (way == "down" and end > begin)
        if reversed_ or found.record is after.record:
            told[at] = other, after._replace(status=CONTRADICTED if reversed_ else UNKNOWN)
    return told


def doubt_swaps(results: Results, listed: Collection[int]) -> Results:
    """Return results in which two numbers are unknown that each tell what the other is of.

    Those that are ``listed`` in the order of their things, by their offsets, are left out.
    """
    told = list(results)
    borne = [
        at
        for at, (one, found) in enumerate(told)
        if found and found.status == BORNE_OUT and one.number.start not in listed
    ]
    for at, other in pairwise(borne):
        (one, found), (after, last) = told[at], told[other]
        if found and last and _are_swapped(one, found.record, after, last.record):
            told[at] = one, found._replace(status=UNKNOWN)
            told[other] = after, last._replace(status=UNKNOWN)
    return told


def _are_swapped(one: Judged, record: object, other: Judged, own: object) -> bool:
    """Return whether each of two numbers stands rather beside the words for the other's figure."""
    if record is own or one.number.readings[0].unit != other.number.readings[0].unit:
        return False
    return (
        _score(one, own) > _score(one, record) + _SWAPPED
        and _score(other, record) > _score(other, own) + _SWAPPED
    )


def _score(one: Judged, record: object) -> float:
    """Return how much a sentence speaks of the figure of a record beside a number."""
    scores = (each.score for each in one.ranked if each.fits and each.fact.record is record)
    return max(scores, default=-math.inf)


_TO = re.compile(r"\s*(?:[-–—~～]|to|and|至|到)\s*")


def doubt_ranges(results: Results, sentence: Sentence) -> Results:
    """Return results in which two numbers with what is known between them are only unknown."""
    told = list(results)
    for at in range(1, len(told)):
        (one, low), (other, high) = told[at - 1], told[at]
        if not low or not high or CONTRADICTED not in (low.status, high.status):
            continue
        begin, end = one.number.readings[0].value, other.number.readings[0].value
        is_one = one.number.start == other.number.start  # 260至270项
        joined = is_one or _TO.fullmatch(sentence.text, one.number.end, other.number.start)
        alike = one.number.readings[0].unit in (None, other.number.readings[0].unit)
        if not (joined and alike) or isinstance(begin, Span) or isinstance(end, Span):
            continue
        figures = [held for held in (low.record, high.record) if isinstance(held, Figure)]
        if any(begin < (held.value or 0) < end for held in figures):
            told[at - 1] = one, low._replace(status=UNKNOWN)
            told[at] = other, high._replace(status=UNKNOWN, says=low.says or high.says)
    return told


def reckon(results: Results, sentence: Sentence) -> Results:
    """Return results in which what follows from numbers that are borne out is so, too."""
    known = [(one.number, found) for one, found in results if found and found.status == BORNE_OUT]
    averaged = bool(sentence.find("averaged"))
    counts = [one.number for one, found in results if not found and is_small_count(one.number)]
    told = list(results)
    for at, (one, found) in enumerate(results):
        if not found:
            continue
        before = [number for number, _ in known if number.start < one.number.start]
        rest = sentence.pattern("rest").search(sentence.text[: one.number.start].rstrip())
        if rest and any(each.readings[0] == one.number.readings[0] for each in before):
            told[at] = one, found._replace(status=UNKNOWN)  # what is left is not the whole
        numbers = [number for number, _ in known] + (counts if averaged else [])
        if found.status == UNKNOWN and follows(
            one.number, numbers, averaged=averaged, is_rest=bool(rest)
        ):
            start, end = one.number.start, one.number.end
            told[at] = one, known[0][1]._replace(start=start, end=end, says=None)
    return told


def bind_lists(amounts: list[Judged], sentence: Sentence) -> dict[int, Bound | None]:
    """Return what the numbers of lists are of, where things are listed in the same order.

    A number of a list that does not stand in that order is of nothing. The keys are the offsets of
    the numbers.
    """
    found: dict[int, Bound | None] = {}
    run: list[Judged] = []
    for one in [*amounts, None]:
        if one and run and _BETWEEN.fullmatch(sentence.text, run[-1].number.end, one.number.start):
            run.append(one)
            continue
        if len(run) > 1:
            found |= _bind_list(run)
        run = [one] if one else []
    return found


def _bind_list(run: list[Judged]) -> dict[int, Bound | None]:
    """Return what each number of a list is of, if things that agree are named in its order."""
    first = run[0].number.start
    chosen: dict[int, Bound | None] = {}
    at = -1
    for one in run:
        later = [
            bound
            for bound in one.agreeing
            if bound.fits and bound.share >= CLEARLY and at < bound.at
        ]
        bound = min(later, key=lambda each: (-each.share, each.at), default=None)
        at = bound.at if bound else at
        chosen[one.number.start] = bound
    things = [bound.at for bound in chosen.values() if bound]
    listed = len(set(things)) > 1 and (max(things) < first or min(things) > first)
    return chosen if listed else {}


_HEDGED = 0.06
"""By what part of it a number that is marked as round may be off what follows."""


def follows(
    number: Number, known: Iterable[Number], *, averaged: bool = True, is_rest: bool = False
) -> bool:
    """Return whether a number is the sum, difference, ratio or rest of others, as it is rounded.

    It is no average unless the sentence is ``averaged``, and no sum if it ``is_rest``.
    """
    value, unit = number.readings[0]
    if isinstance(value, Span) or not value:
        return False
    hedged = bool(set(number.qualifiers) - {"", "exact"})
    rounder = min(_HEDGED * abs(value), 0.99 * last_digit(abs(value), number.place))
    most = max(0.5000001 * number.place, rounder if hedged else 0)
    results = _list_results(list(known), unit, averaged=averaged, is_rest=is_rest)
    return any(abs(abs(value) - result) <= most for result in results if result)


def _list_results(
    known: list[Number], unit: str | None, *, averaged: bool, is_rest: bool
) -> Iterator[float]:
    """Yield what follows from pairs of numbers in a unit, and what one leaves of a hundred."""
    for one, other in combinations(known, 2):
        yield from _of_pair(one, other, unit, averaged=averaged, is_rest=is_rest)
    for one in known:
        value, own = one.readings[0]
        if unit == own == "%" and not isinstance(value, Span):
            yield 100 - value


def _of_pair(
    one: Number, other: Number, unit: str | None, *, averaged: bool, is_rest: bool
) -> Iterator[float]:
    (a, first), (b, second) = one.readings[0], other.readings[0]
    if isinstance(a, Span) or isinstance(b, Span):
        return
    same = a if first == second else _in(a, first, second)
    if same is not None:
        if unit == second or (unit == "pp" and second == "%"):
            yield abs(same - b)
            if not is_rest:
                yield same + b
        if unit in ("%", "times", None) and b and same:
            scale = 100 if unit == "%" else 1
            yield from (scale * same / b, scale * b / same)
    elif averaged and unit in (first, second):
        amount, count = (a, b) if unit == first else (b, a)
        if count:
            yield amount / count


def _in(value: float, unit: str | None, other: str | None) -> float | None:
    return convert(value, unit, other) if unit and other else None
