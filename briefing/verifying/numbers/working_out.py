"""Whether a number follows from others of which its sentence speaks, as its words tell.

A memo works out shares, averages, differences, sums and what was before a change. What it works out
of is told in the sentence, is a figure that it speaks of, or stands in the clauses of a text that
tell the same. Two numbers follow a third one only where both are of one paragraph or one sentence,
and where words tell that something was worked out: apiece, together, the rest, a year earlier.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, islice, permutations
from typing import NamedTuple

from briefing.checks.matching import find_matches
from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR
from briefing.model.records import Figure
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.kinds import digits_of, suits
from briefing.verifying.numbers.operands import (
    CLEARLY,
    Operand,
    list_alike,
    list_operands,
    without_doubles,
)
from briefing.verifying.numbers.othertimes import work_out_of_time
from briefing.verifying.numbers.points import work_out_points
from briefing.verifying.numbers.rounding import is_fraction, is_result
from briefing.verifying.numbers.ways import Way, add_all, list_ways
from briefing.verifying.numbers.weighing import Judged, Results, tell_found
from briefing.verifying.numbers.wholes import work_out_share
from briefing.verifying.sentences import Sentence

_MOST_FACTS = 6
"""Of how many facts at most it is asked whether they have a number otherwise."""
_MOST_NUMBERS = 12
"""Of how many numbers at most before it in its sentence, and of how many behind it."""
_SUM = re.compile("总|累计|合计|共")
_TOTAL = re.compile(r"\b(?:total|altogether|in all)\b|总|一共", re.I)
_FEWEST_DIGITS = 3
_AS_STRONG = 0.5
"""By how much less clearly it may speak of the operands of a rough number than of any others."""
_SECOND = 0.2
"""How much the operand counts of which it speaks more clearly."""
_WHOLE = 100.0
_YEAR = 12


def work_out_all(results: Results, binder: Binder, clauses: Clauses) -> Results:
    """Return results in which a doubted number is borne out if it follows from others.

    One that is contradicted may follow by chance, so that it is only unknown then, unless its
    clause tells that it is a sum, and what contradicts it is none. One that the models or texts
    have themselves, of something else, was not worked out. One in brackets is the number before it
    in other words.
    """
    told: Results = []
    for at, (one, found) in enumerate(results):
        timed = found and found.status != BORNE_OUT and work_out_of_time(one, binder)
        if timed:
            told.append((one, timed))
            continue
        worked = share = None
        if found and found.status != BORNE_OUT and not _is_known_change(one, binder):
            around = results[max(0, at - _MOST_NUMBERS) : at + _MOST_NUMBERS + 1]
            worked = _of_length(one, around, binder) or work_out_points(one, around, binder)
            share = work_out_share(one, binder) or _find_rough(one)
            worked = worked or share or _work_out(one, around, binder, clauses)
        told_as_sum = binder.sentence.find("in-all", one.number.start)
        is_part = bool(worked and found and worked.record is found.record)
        adds_up = bool(told_as_sum) and (is_part or not (found and _is_sum(found)))
        adds_up = adds_up or bool(share) or _tells_working(one.number, binder.sentence)
        if worked and found and found.status == CONTRADICTED and not adds_up:
            found = found._replace(status=UNKNOWN, says=None)  # noqa: PLW2901
        elif worked and not _is_known(one):
            found = worked  # noqa: PLW2901
        if found and found.status != BORNE_OUT and told:
            found = _find_before(one.number, told[-1], binder.sentence) or found  # noqa: PLW2901
        told.append((one, found))
    return told


def _tells_working(number: Number, sentence: Sentence) -> bool:
    """Return whether words tell that a number of many digits was worked out, as by implication."""
    if (
        _has_two_digits(number)
        and sentence.find("implied")
        and _TOTAL.search(sentence.clause_text(number.start))
    ):
        return True
    return _is_telling(number) and any(sentence.find(kind) for kind in ("implied", "left"))


_BRACKET = re.compile("[（(] ?(?:或|即|or |i[.]e[.],? )?")


def _find_rough(one: Judged) -> Found | None:
    """Return a fraction or tenths as borne out by the figure that the sentence clearly speaks of.

    14.2% are about a seventh, and more than a tenth.
    """
    number = one.number
    if not (is_fraction(number) or "成" in number.words):
        return None
    there_is = (bound for bound in one.ranked if bound.fact.stage not in HOPED_FOR)
    for bound in islice((x for x in there_is if x.share >= CLEARLY and x.fits), 1):
        for held in bound.fact.held:
            ways = {number.around.direction, held.around.direction}
            alike = held.unit == number.readings[0].unit and not isinstance(held.value, str)
            if alike and ways != {"up", "down"} and is_result(number, float(held.value)):
                return tell_found(number, BORNE_OUT, bound)
    return None


def _find_before(
    number: Number, last: tuple[Judged, Found | None], sentence: Sentence
) -> Found | None:
    """Return what bears out the number before one that says the same in brackets."""
    other, found = last
    same = other.number.readings[0] == number.readings[0]
    beside = _BRACKET.fullmatch(sentence.text[other.number.end : number.start].strip())
    if found and found.status == BORNE_OUT and same and beside:
        return found._replace(start=number.start, end=number.end)
    return None


def _is_known(one: Judged) -> bool:
    """Return whether a figure of which the sentence speaks has a number, told otherwise."""
    return any(
        held.value == reading.value and held.unit == reading.unit
        for bound in one.ranked[:_MOST_FACTS]
        if bound.share >= CLEARLY
        for held in bound.fact.held
        for reading in one.number.readings
    )


def _is_known_change(one: Judged, binder: Binder) -> bool:
    """Return whether a figure tells by how many points something changed since a time that is told.

    What it has changed by since then need not be worked out of anything else.
    """
    sentence = binder.sentence
    if one.number.readings[0].unit != "pp":
        return False
    spans = [
        reading.value
        for other in sentence.numbers
        if sentence.is_compared_with(other.start)
        for reading in other.readings
        if isinstance(reading.value, Span)
    ]
    return any(
        suits(span, code)
        for bound in one.ranked[:_MOST_FACTS]
        if bound.share >= CLEARLY and bound.fits
        for code in bound.fact.compared
        for span in spans
    )


def _of_length(one: Judged, results: Results, binder: Binder) -> Found | None:
    """Return a number of months as borne out where a figure of the sentence is of so many."""
    value, unit = one.number.readings[0]
    if unit != "month" or not isinstance(value, int) or not 1 < value < _YEAR:
        return None
    for _, other in results:
        if other and other.status == BORNE_OUT and isinstance(other.record, Figure):
            times = binder.facts.of_figure(other.record).times
            if any(suits(Span(0, 1, value), code) for code in times):
                return other._replace(start=one.number.start, end=one.number.end)
    return None


def _work_out(one: Judged, results: Results, binder: Binder, clauses: Clauses) -> Found | None:
    """Return a number as borne out if it follows from two others, or is what one leaves of all."""
    number, sentence = one.number, binder.sentence
    if isinstance(number.readings[0].value, Span):
        return None
    unit, told = number.readings[0].unit, list_ways(number, sentence)
    if not told:
        return None  # and what it might be worked out of need not be looked for
    operands = without_doubles(list_operands(one, results, binder, clauses))
    if unit == "%" and sentence.find("without", number.start):
        for a in operands:
            if a.unit == "%" and is_result(number, 100 - a.value):
                return _borne_out(number, a)
    worked = list(_work_out_pairs(number, told, operands))
    if not _is_telling(number):
        most = max((_strength(one.a, one.b) for one in worked), default=0.0)
        worked = [one for one in worked if _strength(one.a, one.b) >= most - _AS_STRONG]
    if _is_telling(number) or (not worked and _has_two_digits(number)):
        alike = without_doubles(list_alike(one, results, binder))
        worked += _work_out_pairs(number, told, [*operands, *alike])
    worked = _keep_of_whole(worked, number, sentence)
    stands = _stands(number, binder, clauses)
    for a, b, result in worked:
        # What stands elsewhere as well was copied, unless the sentence clearly speaks of both.
        if is_result(number, result) and not (stands and min(a.strength, b.strength) < CLEARLY):
            return _borne_out(number, b if b.is_change and b.record else a)
    return None if stands else _add_up(number, operands, sentence)


_OF_WHOLE = re.compile(r" (?:out )?of (?:the |its |their |all )*$")


def _keep_of_whole(worked: "list[_Worked]", number: Number, sentence: Sentence) -> "list[_Worked]":
    """Return what a fraction may be of the whole that is told behind it: one in six of the 24."""
    for one in sentence.numbers if is_fraction(number) else ():
        if one.start > number.end and _OF_WHOLE.fullmatch(sentence.text, number.end, one.start):
            value, unit = one.readings[0] if one.readings else (Span(), None)
            if unit is None and not isinstance(value, Span):
                return [each for each in worked if each.b.value == value]
    return worked


_FEWEST_ADDED, _MOST_ADDED = 3, 6
"""How many numbers at least and at most may be added up, other than two."""


def _add_up(number: Number, operands: list[Operand], sentence: Sentence) -> Found | None:
    """Return a number as borne out if three numbers of like things or more add up to it.

    They are all of the kind, or as many of them as the sentence tells: the three batches together.
    """
    if not (_has_two_digits(number) and sentence.find("in-all")):
        return None
    told = {one.readings[0].value for one in sentence.numbers if one.readings}
    alike = _keep_alike(number, operands)
    sizes = range(_FEWEST_ADDED, min(len(alike), _MOST_ADDED) + 1)
    for size in (one for one in sizes if one == len(alike) or one in told):
        for group in combinations(alike, size):
            if is_result(number, add_all(number, group) or 0):
                return _borne_out(number, group[0])
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


class _Worked(NamedTuple):
    """What was worked out of two operands."""

    a: Operand
    b: Operand
    result: float


def _work_out_pairs(number: Number, told: list[Way], operands: list[Operand]) -> Iterator[_Worked]:
    """Yield what a number may be by what words tell of how it was worked out."""
    for a, b in permutations(operands, 2):
        if _may_go_together(a, b):
            results = (each for way in told for each in way(number, a, b))
            yield from (_Worked(a, b, each) for each in results if _may_be(number, each))


def _may_go_together(a: Operand, b: Operand) -> bool:
    """Return whether something may be worked out of two operands, of which neither is nothing.

    Both are of one paragraph, or the sentence clearly speaks of both.
    """
    apart = a.article is not b.article or a.paragraph != b.paragraph
    unspoken = apart and not (a.is_spoken_of and b.is_spoken_of)
    return bool(a.value and b.value) and not (unspoken or _are_one(a, b))


def _may_be(number: Number, result: float) -> bool:
    """Return whether what was worked out is no share of over a whole, unless it is a change."""
    part = number.readings[0].unit == "%" and not number.around.direction
    return result > 0 and not (part and result > _WHOLE)


def _strength(a: Operand, b: Operand) -> float:
    """Return how clearly the sentence speaks of both of two operands."""
    return min(a.strength, b.strength) + _SECOND * max(a.strength, b.strength)


def _has_two_digits(number: Number) -> bool:
    """Return whether a number is told in two digits or more, and not as a fraction."""
    value, unit = number.readings[0]
    rough = is_fraction(number) or unit == "times" or "成" in number.words
    return not (rough or isinstance(value, Span)) and len(digits_of(value)) > 1


def _is_telling(number: Number) -> bool:
    """Return whether a number has so many digits that it hardly follows by chance."""
    value, unit = number.readings[0]
    rough = is_fraction(number) or unit == "times"
    return not (rough or isinstance(value, Span)) and len(digits_of(value)) >= _FEWEST_DIGITS


def _is_sum(found: Found) -> bool:
    """Return whether the figure that was found of a number is a sum itself, as its label tells."""
    return bool(found.record and _SUM.search(found.record.title.zh))


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
    if isinstance(value, Span) or not _is_telling(number):  # which agrees with much by chance
        return False
    held = [*binder.facts.held, *clauses.amounts]
    return any(digits_of(one.value) == digits_of(value) for one in held) or any(
        match.held.unit != "name" for match in find_matches(number, held)
    )


def _borne_out(number: Number, a: Operand) -> Found:
    return Found(number.start, number.end, "number", BORNE_OUT, a.article, a.record, a.paragraph)
