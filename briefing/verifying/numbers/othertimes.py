"""What something was at another time than its figures tell, and follows from two of them.

From 5.6% after nine months, 0.1 point more than in the first half, follows 5.5% for the first half;
from an amount of nine months and that of September, the amount of the first eight; from a year's
plan and what is done of it by September, what is left for the fourth quarter. The sentence names
that time, so that nothing else can be meant.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.choices import NOT_BEGUN
from briefing.model.periods import Days, days_of
from briefing.model.records import Figure
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.weighing import SPOKEN_OF, Judged, Results
from briefing.verifying.sentences import Sentence

_DAY = timedelta(days=1)


class Left(NamedTuple):
    """What two figures of like things leave: the ``part`` of the ``whole`` was told of a part."""

    span: Span
    whole: Fact
    part: Fact

    def is_of(self, spans: list[Span]) -> bool:
        """Return whether one of some times is the one that is left; its year may be unsaid."""
        return self.span in spans or self.span._replace(year=0) in spans


def work_out_of_time(one: Judged, binder: Binder) -> Found | None:
    """Return a number as borne out where it is what follows for the time that is named of it."""
    spans = binder.list_times(one.number)
    if not spans:
        return None
    spoken = [
        bound
        for bound in binder.rank_amounts(one.number)
        if bound.share >= SPOKEN_OF and not (bound.wrong_place or bound.wrong_thing)
    ]
    for fact, result in _work_out(one, spans, spoken, binder):
        if is_result(one.number, result):
            at, article, paragraph = (
                (one.number.start, one.number.end),
                fact.article,
                fact.paragraph,
            )
            return Found(*at, "number", BORNE_OUT, article, fact.record, paragraph)
    return None


def _work_out(
    one: Judged, spans: list[Span], spoken: list[Bound], binder: Binder
) -> Iterator[tuple[Fact, float]]:
    """Yield what follows for one of some times, with the figure by which it is known."""
    facts, unit = binder.facts, one.number.readings[0].unit
    for bound in spoken:
        if unit == "%":
            yield from _list_earlier(bound.fact, spans, facts)
            continue
        for left in list_left(bound.fact, facts):
            if left.is_of(spans) and is_rest(left, binder.sentence):
                yield from ((left.whole, each) for each in _subtract(left, unit))


def _list_earlier(fact: Fact, spans: list[Span], facts: Facts) -> Iterator[tuple[Fact, float]]:
    """Yield what a rate or share was at a time with which its rise or fall compares it.

    ``fact`` is either of the two.
    """
    for change, level in (
        (a, b) for one in facts.list_alike(fact) for a, b in ((fact, one), (one, fact))
    ):
        turned = [held for held in change.held if held.unit == "pp" and held.around.direction]
        if not turned or change.times != level.times:
            continue
        if any(suits(span, code) for span in spans for code in change.compared):
            for held in level.held:
                if held.unit == "%":
                    sign = 1 if turned[0].around.direction == "up" else -1
                    yield change, _value(held.value) - sign * _value(turned[0].value)


def list_left(fact: Fact, facts: Facts) -> Iterator[Left]:
    """Yield the times that a figure and another of like things leave, one of which is of both."""
    for other in facts.list_alike(fact):
        for whole, part in ((fact, other), (other, fact)):
            span = _leave(whole, part)
            if span and not (whole.is_change or part.is_change):
                yield Left(span, whole, part)


def is_rest(left: Left, sentence: Sentence) -> bool:
    """Return whether what two figures leave may be told: of a plan, as what is still to be done."""
    if left.whole.stage in NOT_BEGUN:
        return bool(sentence.find("left") or sentence.find("needed"))
    return True


def list_compared_beside(fact: Fact, facts: Facts) -> Iterator[str]:
    """Yield the times with which a figure, or one of like things and its time, is compared.

    What one month was used of is compared with a year and with a month before.
    """
    yield from fact.compared
    for one in facts.list_alike(fact):
        if one.times == fact.times:
            yield from one.compared


def find_time_left(number: Number, results: Results, binder: Binder) -> Found | None:
    """Return a date as borne out by a figure of the sentence and another that leave its time."""
    spans = [one.value for one in number.readings if isinstance(one.value, Span)]
    for _, found in results:
        if found and found.status == BORNE_OUT and isinstance(found.record, Figure):
            for left in list_left(binder.facts.of_figure(found.record), binder.facts):
                if left.is_of(spans) and is_rest(left, binder.sentence):
                    return found._replace(start=number.start, end=number.end, kind="date")
    return None


def _leave(whole: Fact, part: Fact) -> Span | None:
    """Return the months that are left of the time of one figure behind or before another's."""
    if len({*whole.times}) != 1 or len({*part.times}) != 1:
        return None
    (all_of, some_of) = days_of(whole.times[0]), days_of(part.times[0])
    if all_of.first == some_of.first and some_of.last < all_of.last:
        return _span_of(Days(some_of.last + _DAY, all_of.last))
    if all_of.last == some_of.last and all_of.first < some_of.first:
        return _span_of(Days(all_of.first, some_of.first - _DAY))
    return None


def _span_of(days: Days) -> Span | None:
    """Return the whole months of one year that some days are, if they are."""
    whole = days.first.day == 1 and (days.last + _DAY).day == 1
    same = days.first.year == days.last.year
    return Span(days.first.year, days.first.month, days.last.month) if whole and same else None


def _subtract(left: Left, unit: str | None) -> Iterator[float]:
    """Yield what is left of an amount in a unit."""
    for a in left.whole.held:
        for b in left.part.held:
            if a.unit != b.unit:
                continue
            scale = 1.0 if unit in (a.unit, None) else convert(1, a.unit or "", unit or "")
            if scale:
                yield (_value(a.value) - _value(b.value)) * scale


def _value(value: float | str) -> float:
    return 0.0 if isinstance(value, str) else value
