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
from briefing.checks.times import read_date
from briefing.model.periods import days_of
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.quantities.units import is_measured

_MOST_ADDED = 12
"""Of more amounts no three are added up."""

_LEVELS = ("m", "cm", "°C", "km")
"""The units of what stands above or below a mark: 超警戒水位0.65米."""

_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|H[12]|\d\d)(?:/\d{4}-(?:Q[1-4]|H[12]|\d\d))?")
_DATE = re.compile(r"(?:\d{4}|-)-\d\d(?:-\d\d)?")

_HALF_A_MONTH = 15
_SMALL = 10
"""A smaller count would follow from almost anything, and needs words that tell of reckoning."""

_LEFT_OVER = "[余剩还尚]|其[他它余]|未(?!来)|非(?![常洲])|不(?![足到超断])|少(?![数年])"
"""Chinese words of what is left, or is not so."""
_UNDONE = (
    r"un(?!it|i[fv]|der|prece|riv|paral|expect|plan)\w+ed"
    r"|un(?:met|paid|sold|done|spent|built|bought|sown|fit|taken|fulfilled|known|able)"
)
"""English words of what has not been done."""

_TOTAL = re.compile(
    r"\b(?:total\w*|all|altogether|together|combined|overall|sum|plus|both|between them"
    r"|(?:dead|killed|hurt|injured|missing) or (?:dead|missing|hurt|injured|wounded)"
    r"|improv\w*|swing|swung|turn(?:ed )?around|turnaround|of which)\b"
    "|[共总]|[难亡伤踪联]或|合(?![作同格理法资])|计(?![划算])|全(?![年省市县区国州])|其中|多出|好转|扭亏",
    re.I,
)
"""What tells that a number is a sum."""

_APART = re.compile(
    r"\b(?:more|fewer|less|ahead|remain\w*|rest|other|yet|still|not|outstanding|short|to go"
    rf"|{_UNDONE}|all but|except|bar|climb\w*|rose|moved|up|down|margin|by|places"
    r"|points|gap|difference|below|above|better|worse|higher|lower|save\w*)\b"
    rf"|{_LEFT_OVER}|[差降升快慢移退]|多(?![年种样元])"
    r"|(?:(?<![提新])高|低)(?=[出于了约近逾\d])|更[高低]|进(?=[了\d])",
    re.I,
)
"""What tells that a number is what is left, or how far two are apart."""

_REST = re.compile(
    r"\b(?:remain\w*|rest|other\w*|yet|still|not|outstanding|short|fail\w*|without|all but"
    rf"|{_UNDONE}"
    r"|lack\w*|outside|away|to go|no more|at most|up to)\b|n't\b"
    rf"|\b(?:left|else)\b|{_LEFT_OVER}|没"
    "|(?:另|[以之除])外|外地|空[缺白置]|至多|只有|仅有",
    re.I,
)
"""What tells that a share is what another one leaves of a hundred per cent."""

_LEFT = re.compile(
    r"\b(?:of what|as (?:long|much|many)|of the (?:time|earlier|previous|levels?))\b|原[来先有]"
)
"""What tells that a share is what is left after a fall."""

_BEYOND = re.compile(r"\b(?:beat|exceed|surpass|above|over|beyond|more)|[超多]|高[出于]", re.I)
"""What tells that a share is one by which a plan or an earlier level is exceeded."""

_EARLIER = re.compile(
    r"\b(?:runner-?up|behind|earlier|before|previous(?:ly)?|prior|last|had|ago|start|beginning|first|H1|Q[1-3]|second"
    r"|20\d\d|from|was|were|usual\w*|normal\w*|ordinary|typical\w*|average\w*|urban|national\w*|provincial|city-?wide)\b"
    "|[上去前初城原]|(?<![今全本当])年|[亚季]军|第[二三]|平[均日时常]|往[常年]|此前|同期|季度",
    re.I,
)
"""What tells that a number is of another time, or of what something is compared with."""

_WHOLE = re.compile(
    r"\b(?:total|whole|target\w*|full|design\w*|overall|all|goal|capacity|budget\w*|plan\w*|sought"
    r"|impl\w+|length|population|registered)\b|[总全目标计共]|设计",
    re.I,
)
"""What tells that a number is the whole of which the evidence tells a share."""

_EACH = re.compile(r"\b(?:per|each|every|groups? of|average\w*|apiece|mean)\b|[每均]", re.I)
"""What tells that an amount is for each of some things."""

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
    periods += [list(pair) for pair in combinations(days[:_MOST_ADDED], 2)]
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
    amounts: Sequence[Amount], unit: str | None, said: Judged
) -> Iterator[tuple[float, str]]:
    """Yield what may be worked out in a unit, or in one that it can be."""
    text = said.text
    if unit in ("%", "pp") and _BEYOND.search(text):  # 106% of the plan is 6% more
        over = (one for one in amounts if one.unit == "%" and not one.is_change)
        yield from ((one.value - 100, unit) for one in over if one.value > 100)
    if unit == "%":
        yield from _work_out_shares(amounts, text)
    elif unit == "times":
        ratios = [a.value / a.take(b) for a, b in permutations(amounts, 2) if a.is_like(b)]
        more = said.number.around.direction == "up"  # 扩大了3倍 is four times as much
        yield from ((one - less, "times") for one in ratios for less in {0, int(more)})
    elif unit in TIMES:
        yield from ((one.value, one.unit) for one in _list_lengths(tuple(said.known)))
        yield from _work_out_sums(amounts, text)
    else:
        yield from _work_out_sums(amounts, text)
        yield from _work_out_parts([one for one in amounts if one.unit not in TIMES], text)
        yield from _work_out_products(amounts)
        if said.number.around.rates or _EACH.search(text):
            yield from _work_out_rates([*amounts, *_list_lengths(tuple(said.known))])


def _work_out_shares(amounts: Sequence[Amount], text: str) -> Iterator[tuple[float, str]]:
    """Yield shares: what is left of a whole, before a change in points, and of two amounts."""
    for one in amounts:
        fallen = one.held.around.direction == "down" and _LEFT.search(text)
        if one.unit == "%" and one.value < 100 and (fallen or _REST.search(text)):
            yield 100 - one.value, "%"
        for points in amounts:
            if one.unit == "%" and points.unit == "pp":
                yield from ((value, "%") for value in _undo(one, points))
                if points.is_change and not _EARLIER.search(text):  # of what is 5 points higher
                    yield one.value + points.value, "%"
    for one, other in permutations(amounts, 2):
        if one.is_like(other) and one.value < (more := one.take(other)):
            yield 100 * one.value / more, "%"
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


def _work_out_sums(amounts: Sequence[Amount], text: str) -> Iterator[tuple[float, str]]:
    """Yield the sums and differences of two amounts of one unit."""
    is_total, is_earlier = _TOTAL.search(text), _EARLIER.search(text)
    if is_total:
        yield from _work_out_totals(amounts)
    for one, other in combinations(amounts, 2):
        if not one.is_like(other) or one.value == one.take(other):
            continue
        for a, b in ((one, other), (other, one)):
            if b.is_change and not a.is_change and (is_earlier or a.unit in _LEVELS):
                yield from ((value, a.unit) for value in _undo(a, b) if value >= _SMALL)
                if a.unit in TIMES:  # who is 11 seconds ahead has the lesser time
                    yield from ((a.value + b.take(a) * sign, a.unit) for sign in (1, -1))
        if is_total:
            yield one.value + one.take(other), one.unit
        apart = abs(one.value - one.take(other))
        if is_measured(one.unit) or apart >= _SMALL or _APART.search(text):
            yield apart, one.unit


def _work_out_totals(amounts: Sequence[Amount]) -> Iterator[tuple[float, str]]:
    """Yield the sums of three amounts of one unit, and what two to nine come to, each of one."""
    for one, second, third in combinations(amounts[:_MOST_ADDED], 3):
        if one.is_like(second) and one.is_like(third) and second.is_like(third):
            yield one.value + one.take(second) + one.take(third), one.unit
    for one, several in permutations(amounts, 2):
        is_count = not (several.is_share or is_measured(several.unit))
        is_apiece = one.held.around.apiece and not one.is_share and one.value >= _SMALL
        if is_count and several.value in range(2, 10) and is_apiece:
            yield one.value * several.value, one.unit


def _work_out_parts(amounts: Sequence[Amount], text: str) -> Iterator[tuple[float, str]]:
    """Yield what a share of an amount comes to, the whole of which it is one, and what it was."""
    for share in amounts:
        part = share.value / 100 if share.unit == "%" else share.value
        if not share.is_share or share.unit == "pp":
            continue
        for one in amounts:
            if one.is_share:
                continue
            if share.is_change and _EARLIER.search(text):
                down = share.held.around.direction == "down"
                if not down or part < 1:
                    yield one.value / (1 - part if down else 1 + part), one.unit
            elif not share.is_change:
                yield one.value * part, one.unit
                if _WHOLE.search(text) or _EARLIER.search(text):
                    yield one.value / part, one.unit
                if part < 1 and _REST.search(text):  # what is still to be done of the whole
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
