"""Whether a number follows from others of which its sentence speaks, as its words tell.

A memo works out shares, averages, differences, sums and what was before a change. What it works out
of is told in the sentence, is a figure that it speaks of, or stands in the clauses of a text that
tell the same. Two numbers follow a third one only where both are of one paragraph or one sentence,
and where words tell that something was worked out: apiece, together, the rest, a year earlier.
"""

import re
from itertools import islice

from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR, NOT_BEGUN
from briefing.model.records import Figure
from briefing.names.languages import compile_words
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found
from briefing.verifying.numbers.averages import work_out_average
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.deriving import (
    derive,
    has_three_digits,
    has_two_digits,
    may_be_derived,
)
from briefing.verifying.numbers.doubts import is_doubtful
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.numbers.operands import CLEARLY, Operand
from briefing.verifying.numbers.othertimes import work_out_of_time
from briefing.verifying.numbers.points import work_out_points
from briefing.verifying.numbers.qualified import is_told_as_worked_out
from briefing.verifying.numbers.rounding import is_fraction, is_result
from briefing.verifying.numbers.sums import Whole, value_of
from briefing.verifying.numbers.weighing import Judged, Results, find_only, tell_found
from briefing.verifying.sentences import Sentence

_MOST_FACTS = 6
"""Of how many facts at most it is asked whether they have a number otherwise."""
_MOST_NUMBERS = 12
"""Of how many numbers at most before it in its sentence, and of how many behind it."""
_TOTAL = re.compile(r"\b(?:total|altogether|in all)\b|总|一共", re.I)
_YEAR = 12


def work_out_all(results: Results, binder: Binder, clauses: Clauses) -> Results:
    """Return results in which a doubted number is borne out if it follows from others.

    One that is contradicted may follow by chance, so that it is only unknown then, unless its
    clause tells that it is a sum, and what contradicts it is none. One that the models or texts
    have themselves, of something else, was not worked out.
    """
    told: Results = []
    operands: dict[int, Operand] = {}
    for at, (one, found) in enumerate(results):
        told_of = found
        if found and found.status != BORNE_OUT:
            around = results[max(0, at - _MOST_NUMBERS) : at + _MOST_NUMBERS + 1]
            told_of, used = _judge(one, found, around, binder, clauses)
            operands |= {each.tells: each for each in used if each.tells is not None}
        told.append((one, told_of))
    return [_bear_out_operand(one, found, operands, binder, clauses) for one, found in told]


def _judge(
    one: Judged, found: Found, around: Results, binder: Binder, clauses: Clauses
) -> tuple[Found, tuple[Operand, ...]]:
    """Return what becomes of a doubted number, and of what it was worked out if it is borne out."""
    if timed := work_out_of_time(one, binder):
        return timed, ()
    if _is_known_change(one, binder):
        return found, ()
    worked = _of_length(one, around, binder) or work_out_points(one, around, binder)
    share = work_out_average(one, binder) or work_out_share(one, binder) or _find_rough(one)
    derived = None if worked or share else derive(one, around, binder, clauses)
    operands = derived.operands if derived else ()
    worked = worked or share or (derived.found if derived else None)
    if worked and found.status == CONTRADICTED:
        is_part = any(_is_of(each, found) for each in operands)
        clear = _is_told_so(one, found, operands, binder.sentence)
        if not (share or clear or _adds_up(one.number, binder.sentence, is_part=is_part)):
            return found._replace(status=UNKNOWN, says=None), ()
    if not worked and found.status == CONTRADICTED and may_be_derived(one, around, binder, clauses):
        return found._replace(status=UNKNOWN, says=None), ()
    return (worked, operands) if worked and not _is_known(one, binder.sentence) else (found, ())


def _is_told_so(
    one: Judged, found: Found, operands: tuple[Operand, ...], sentence: Sentence
) -> bool:
    """Return whether words tell that a number was worked out of operands of which it speaks.

    The label of the figure that contradicts it has no such words.
    """
    spoken = bool(operands) and all(each.strength >= CLEARLY for each in operands)
    label = found.record.title.zh if found.record else ""
    return spoken and is_told_as_worked_out(one.number, label, sentence)


def _is_of(operand: Operand, found: Found) -> bool:
    """Return whether an operand is the figure that was found of a number, or has its value."""
    value = getattr(found.record, "value", None)
    return operand.record is found.record or (value is not None and operand.value == value)


def _bear_out_operand(
    one: Judged, found: Found | None, operands: dict[int, Operand], binder: Binder, clauses: Clauses
) -> tuple[Judged, Found | None]:
    """Return an unknown number as borne out if another one was worked out of it as a figure's.

    The sentence must not tell otherwise of it than the figure does.
    """
    number = one.number
    bound = (
        find_only(one) if found and found.status == UNKNOWN and number.start in operands else None
    )
    if bound is None or is_doubtful(number, bound, binder.sentence, binder.facts, clauses):
        return one, found
    return one, tell_found(number, BORNE_OUT, bound)


def _adds_up(number: Number, sentence: Sentence, *, is_part: bool) -> bool:
    """Return whether a number that is contradicted is told as worked out, in so many words.

    They may stand anywhere in the sentence where what contradicts it is a part of it.
    """
    told_as_sum = sentence.find("in-all", None if is_part else number.start)
    return bool(told_as_sum) or _tells_working(number, sentence)


def _tells_working(number: Number, sentence: Sentence) -> bool:
    """Return whether words tell that a number of many digits was worked out, as by implication."""
    if (
        has_two_digits(number)
        and sentence.find("implied")
        and _TOTAL.search(sentence.clause_text(number.start))
    ):
        return True
    return has_three_digits(number) and any(
        sentence.find(kind) for kind in ("implied", "left", "needed")
    )


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


def _is_known(one: Judged, sentence: Sentence) -> bool:
    """Return whether a figure of which the sentence speaks has a number, told otherwise.

    A fraction in words is no rate of growth, and what is not begun is as good as what is to come.
    """
    rough = is_fraction(one.number)
    not_yet = bool(sentence.find("not-yet", one.number.start))
    return any(
        held.value == reading.value and held.unit == reading.unit
        for bound in one.ranked[:_MOST_FACTS]
        if bound.share >= CLEARLY and not (rough and bound.fact.is_change)
        if not (not_yet and bound.fact.stage in NOT_BEGUN)
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


_RATIO = re.compile(r"\d+(?:\.\d+)?(?: ?[:∶：/] ?\d+(?:\.\d+)?)+")
_TELLS_SHARE = compile_words(
    r"of|share|accounts?(?:ed)? for|makes? up|made up|total|half|contribut\w+",
    "占|比重|份额|半|贡献",
)
"""What tells that a number is a share of a whole, which need not be named."""


def work_out_share(one: Judged, binder: Binder) -> Found | None:
    """Return a share or ratio as borne out where it is that of the parts of a whole."""
    number, sentence, wholes = one.number, binder.sentence, binder.facts.wholes
    ratio = next(
        (x for x in _RATIO.finditer(sentence.text) if x.start() <= number.start < x.end()), None
    )
    if ratio:
        values = [float(x) for x in re.findall(r"\d+(?:\.\d+)?", ratio[0])]
        for whole in wholes:
            if _are_as(values, whole):
                return _bear_out_whole(one, whole.whole)
        return None
    until = sentence.clauses[sentence.clause_at(number.start)][1]
    tells_share = any(
        _TELLS_SHARE[lang].search(sentence.text, 0, until) for lang in sentence.languages
    )
    if number.readings[0].unit != "%" or number.around.direction or not tells_share:
        return None
    parts = {id(part): whole for whole in wholes for part in whole.parts}
    spoken = [
        bound
        for bound in binder.rank_amounts(number)
        if id(bound.fact) in parts and bound.share >= CLEARLY and bound.fits
    ]
    if not spoken or (len(spoken) > 1 and spoken[1].score == spoken[0].score):
        return None
    part = spoken[0].fact
    share = 100 * value_of(part) / value_of(parts[id(part)].whole)
    return _bear_out_whole(one, part) if is_result(number, share) else None


def _are_as(values: list[float], whole: Whole) -> bool:
    """Return whether the parts of a whole are to each other as some values are that are told."""
    told, total = sum(values), value_of(whole.whole)
    return len(values) == len(whole.parts) and all(
        abs(value / told - value_of(part) / total) <= 0.5 / told
        for value, part in zip(values, whole.parts, strict=True)
    )


def _bear_out_whole(one: Judged, fact: Fact) -> Found:
    at = one.number.start, one.number.end
    return Found(*at, "number", BORNE_OUT, fact.article, fact.record, fact.paragraph)
