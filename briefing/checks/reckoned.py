"""What follows by plain arithmetic from the amounts of the evidence, where words tell of it."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, permutations
from typing import NamedTuple

from briefing.checks.agreement import derive
from briefing.checks.evidence import NAME, PHASE, Held
from briefing.checks.judging import Judged
from briefing.checks.phrases import MARGIN, ORDER
from briefing.checks.reckoning import Wording
from briefing.checks.times import read_date
from briefing.model.periods import days_of
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.quantities.units import is_measured

_MOST_ADDED = 12
"""Of more amounts no three are added up."""

_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|H[12]|\d\d)(?:/\d{4}-(?:Q[1-4]|H[12]|\d\d))?")
_DATE = re.compile(r"(?:\d{4}|-)-\d\d(?:-\d\d)?")

_HALF_A_MONTH = 15
_SMALL = 10
"""A smaller count would follow from almost anything, and needs words that tell of reckoning."""

_FEW_DAYS = 28


class Amount(NamedTuple):
    """An amount of the evidence, without its sign."""

    held: Held
    value: float
    unit: str

    @property
    def is_share(self) -> bool:
        return self.unit in ("%", "times", "pp")

    @property
    def is_change(self) -> bool:
        """Whether it tells by how much something has risen or fallen."""
        return bool(self.held.around.direction) and self.held.around.role != "to"

    @property
    def is_compared(self) -> bool:
        """Whether it tells how much more or less something else is: 比上年多5吨."""
        return self.is_change and not self.held.around.role

    def is_like(self, other: "Amount") -> bool:
        """Return whether two amounts of different words count or measure the same."""
        same = not self.is_share and convert(1, other.unit, self.unit) is not None
        return same and self.held.words != other.held.words

    def take(self, other: "Amount") -> float:
        """Return another amount of the same kind in the unit of this one."""
        return convert(other.value, other.unit, self.unit) or 0


@lru_cache(maxsize=64)
def list_amounts(known: tuple[Held, ...]) -> tuple[Amount, ...]:
    """Return the different amounts that the evidence counts or measures."""
    found = {
        (abs(one.value), one.unit): Amount(one, abs(one.value), one.unit)
        for one in known
        if one.unit not in (None, NAME, PHASE, ORDER, MARGIN, "date", "ratio")
        and not one.unit.startswith("+")
        and not isinstance(one.value, str)
        and one.value
    }
    return tuple(found.values())


@lru_cache(maxsize=64)
def _list_lengths(known: tuple[Held, ...]) -> tuple[Amount, ...]:
    """Return how long the periods of the evidence are."""
    periods = [str(one.value).split("/") for one in known if "/" in str(one.value)]
    days = sorted({_day_of(one) for one in known if _DATE.fullmatch(_day_of(one))})
    periods += [days] if len(days) == 2 else []  # of more dates nobody knows which are meant
    lengths = [one for one in derive(known) if one.unit in TIMES]
    lengths += [
        Held((span.last - span.first).days + 1, "day", str(one.value))
        for one in known
        if one.unit == "date" and _PERIOD.fullmatch(str(one.value))
        for span in [days_of(str(one.value))]
    ]
    lengths += [
        Held(value, unit, f"{first}/{last}")
        for first, last in periods
        for value, unit in _measure(read_date(first), read_date(last))
    ]
    return list_amounts(tuple(lengths))


def _day_of(held: Held) -> str:
    """Return the day or month of a date; the end of a year is its last month."""
    at_end = held.around.part == "late" and re.fullmatch(r"\d{4}", str(held.value))
    return f"{held.value}-12" if at_end else str(held.value)


def _measure(first: Span, last: Span) -> Iterator[tuple[float, str]]:
    """Yield how many hours, days and months lie between two dates or times of the day."""
    days = 0
    if first.day and last.day:
        year = last.year or 2000
        begin = _find_day(first, first.year or year, last.first)
        end = _find_day(last, year)
        if not begin or not end:
            return
        days = (end - begin).days
        if days > _FEW_DAYS:
            months = 12 * (end.year - begin.year) + end.month - begin.month
            yield months + (begin.day == 1 and end.day >= _FEW_DAYS), "month"
            if abs(end.day - begin.day - _HALF_A_MONTH) <= 1:
                yield months + 0.5, "month"
        yield days, "day"
        yield days + 1, "day"
    elif first.first and last.first and first.year and last.year:
        yield 12 * (last.year - first.year) + last.first - first.first, "month"
    if first.time and last.time:
        hours = _hours(last) - _hours(first)
        yield 24 * days + hours if days or hours > 0 else 24 + hours, "hour"


def _find_day(span: Span, year: int, month: int = 0) -> datetime.date | None:
    """Return the day that a date is in a year, or nothing if no calendar has it.

    A year that only another date tells may be the one before, as for 29 February.
    """
    for possible in (year,) if span.year else (year, year - 1):
        try:
            return datetime.date(possible, span.first or month or 1, span.day)
        except ValueError:
            continue
    return None


def _hours(moment: Span) -> float:
    """Return how many hours of its day have passed at a time of the day."""
    return int(moment.time[:2]) + int(moment.time[3:5]) / 60


def work_out(
    amounts: Sequence[Amount], unit: str | None, said: Judged, told: Wording
) -> Iterator[tuple[float, str]]:
    """Yield what may be worked out in a unit, or in one that it can be."""
    if unit in ("%", "pp") and told.beyond:  # 106% of the plan is 6% more
        over = (one for one in amounts if one.unit == "%" and not one.is_change)
        yield from ((one.value - 100, unit) for one in over if one.value > 100)
    if unit == "%":
        yield from _work_out_shares(amounts, told)
    elif unit == "times":
        ratios = [a.value / a.take(b) for a, b in permutations(amounts, 2) if a.is_like(b)]
        more = said.number.around.direction == "up"  # 扩大了3倍 is four times as much
        yield from ((one - less, "times") for one in ratios for less in {0, int(more)})
    elif unit in TIMES:
        yield from ((one.value, one.unit) for one in _list_lengths(tuple(said.known)))
        yield from _work_out_sums(amounts, told)
    else:
        yield from _work_out_sums(amounts, told)
        yield from _work_out_parts([one for one in amounts if one.unit not in TIMES], told)
        yield from _work_out_products(amounts)
        if said.number.around.rates or told.each:
            yield from _work_out_rates([*amounts, *_list_lengths(tuple(said.known))])


def _work_out_shares(amounts: Sequence[Amount], told: Wording) -> Iterator[tuple[float, str]]:
    """Yield shares: what is left of a whole, before a change in points, and of two amounts."""
    for one in amounts:
        fallen = one.held.around.direction == "down" and told.left
        if one.unit == "%" and one.value < 100 and (fallen or told.rest):
            yield 100 - one.value, "%"
        for points in amounts:
            if one.unit == "%" and points.unit == "pp" and told.earlier:
                yield from ((value, "%") for value in _undo(one, points))
    for one, other in permutations(amounts, 2):
        if one.is_like(other) and one.value < (more := one.take(other)):
            yield 100 * one.value / more, "%"
            if told.apart or told.rest or told.earlier or told.passed:
                yield 100 * (more - one.value) / one.value, "%"
                yield 100 * (more - one.value) / more, "%"
            if one.is_change:
                yield 100 * one.value / (more - one.value), "%"
                yield 100 * one.value / (more + one.value), "%"


def _undo(one: Amount, change: Amount) -> Iterator[float]:
    """Yield an amount before it changed by another one, or that with which it is compared.

    Who has gone up in a ranking had a greater number before.
    """
    by = change.value if one.unit == "%" else one.take(change)
    direction = change.held.around.direction
    is_rank = one.held.words.startswith("第")
    if is_rank or direction != "down":
        yield abs(one.value - by)
    if is_rank or direction != "up":
        yield one.value + by


def _work_out_sums(amounts: Sequence[Amount], told: Wording) -> Iterator[tuple[float, str]]:
    """Yield the sums and differences of two amounts of one unit."""
    if told.total:
        yield from _work_out_totals(amounts)
    for one, other in combinations(amounts, 2):
        if not one.is_like(other) or one.value == one.take(other):
            continue
        for a, b in ((one, other), (other, one)):
            if told.earlier and b.is_change and (b.is_compared or not a.is_change):
                yield from ((value, a.unit) for value in _undo(a, b) if value >= _SMALL)
                if a.unit in TIMES:  # who is 11 seconds ahead has the lesser time
                    yield from ((a.value + b.take(a) * sign, a.unit) for sign in (1, -1))
        if told.total:
            yield one.value + one.take(other), one.unit
        apart = abs(one.value - one.take(other))
        if told.apart and _goes_so(one, other, told.direction):
            yield apart, one.unit


def _goes_so(one: Amount, other: Amount, direction: str) -> bool:
    """Return whether a change between two amounts may go in a direction: down from 3 to 2."""
    ends = {amount.held.around.role: amount for amount in (one, other)}
    if direction not in ("up", "down") or not {"from", "to"} <= ends.keys():
        return True
    is_more = ends["to"].value > ends["to"].take(ends["from"])
    return (is_more != ends["to"].held.words.startswith("第")) == (direction == "up")


def _work_out_totals(amounts: Sequence[Amount]) -> Iterator[tuple[float, str]]:
    """Yield the sums of three amounts of one unit, and what two to nine come to, each of one."""
    for one, second, third in combinations(amounts[:_MOST_ADDED], 3):
        if one.is_like(second) and one.is_like(third) and second.is_like(third):
            yield one.value + one.take(second) + one.take(third), one.unit
    for one in amounts:
        if one.held.around.apiece and not one.is_share and one.value >= _SMALL:
            yield one.value * one.held.around.apiece, one.unit


def _work_out_parts(amounts: Sequence[Amount], told: Wording) -> Iterator[tuple[float, str]]:
    """Yield what a share of an amount comes to, the whole of which it is one, and what it was."""
    for share in amounts:
        part = share.value / 100 if share.unit == "%" else share.value
        if not share.is_share or share.unit == "pp":
            continue
        for one in amounts:
            if one.is_share:
                continue
            if share.is_change and told.earlier:
                down = share.held.around.direction == "down"
                if not down or part < 1:
                    yield one.value / (1 - part if down else 1 + part), one.unit
            elif not share.is_change:
                yield one.value * part, one.unit
                if told.whole or told.earlier:
                    yield one.value / part, one.unit
                if part < 1 and told.rest:  # what is still to be done of the whole
                    yield one.value / part - one.value, one.unit


def _work_out_rates(amounts: Sequence[Amount]) -> Iterator[tuple[float, str]]:
    """Yield amounts for each of some things, and what they come to for all of them."""
    for one, other in permutations(amounts, 2):
        if one.is_share or other.is_share or other.value <= 1:
            continue
        if one.value / other.value > 1:
            yield one.value / other.value, one.unit
        if one.unit != other.unit and one.held.around.rates:
            yield one.value * other.value, one.unit
            if not is_measured(one.unit):  # three flights a week of 20 tonnes each
                yield one.value * other.value, other.unit


def _work_out_products(amounts: Sequence[Amount]) -> Iterator[tuple[float, str]]:
    """Yield what an amount for each of some things comes to for so many: 每股14.2元, 5000万股."""
    for one, other in permutations(amounts, 2):
        of = {rate.unit for rate in one.held.around.rates if rate.number == 1}
        if other.unit in of and other.unit not in TIMES:
            yield one.value * other.value, one.unit
