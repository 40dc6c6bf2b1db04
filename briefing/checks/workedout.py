"""Numbers of our own prose that only reckon with those of their evidence, and reckon right."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, permutations
from typing import NamedTuple

from briefing.checks.agreement import derive
from briefing.checks.context import ProofContext
from briefing.checks.evidence import NAME, PHASE, Held
from briefing.checks.judging import Judged, judged_numbers
from briefing.checks.matching import ABOVE, BELOW, in_unit, last_significant
from briefing.checks.numbers import Number
from briefing.checks.once import once
from briefing.checks.times import read_date
from briefing.problem import Path
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.quantities.surroundings import Surroundings
from briefing.quantities.units import is_measured

_MOST = 24
"""With more numbers in the evidence too much would follow from them by chance."""
_EXACT = 1e-6
_FEWEST_DIGITS = 10
"""So many of its last places a number has at least that is rounded from what is worked out."""
_NEAR = 0.08
"""By what part of it a number with a qualifier may be away from what is worked out."""
_ROUND = 0.2
"""The same of a number of one digit, or half."""
_FEW_DAYS = 28
_YEAR = re.compile(r"\d{4}(?=-|$)")
_SMALL = 10
"""A smaller count would follow from almost anything, and needs words that tell of reckoning."""
_TOTAL = re.compile(
    r"\b(?:total\w*|all|altogether|together|combined|overall|sum|plus|both)\b|[共合总计全]", re.I
)
"""What tells that a number is a sum."""
_APART = re.compile(
    r"\b(?:more|fewer|less|ahead|remain\w*|rest|other|yet|still|not|un\w+|outstanding|short|to go"
    r"|margin|by|places|points|gap|difference|below|above|better|worse|higher|lower|save\w*)\b"
    "|[余剩还尚其多高低差未不非降升快慢少]",
    re.I,
)
"""What tells that a number is what is left, or how far two are apart."""
_EARLIER = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|prior|last|had|ago|start|beginning|first|H1|Q[1-3]|second"
    r"|20\d\d|from|was|were|average\w*|urban|national\w*|provincial|city-?wide)\b"
    "|[上去前年初城原]|平均|此前|同期|季度",
    re.I,
)
"""What tells that a number is of another time, or of what something is compared with."""
_WHOLE = re.compile(
    r"\b(?:total|whole|target\w*|full|design\w*|overall|all|goal|capacity|budget\w*|plan\w*|sought"
    r"|impl\w+|length)\b|[总全目标计共]|设计",
    re.I,
)
"""What tells that a number is the whole of which the evidence tells a share."""
_EACH = re.compile(r"\b(?:per|each|every|average\w*|apiece|mean)\b|[每均]", re.I)
"""What tells that an amount is for each of some things."""


class _Amount(NamedTuple):
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

    def is_like(self, other: "_Amount") -> bool:
        """Return whether two amounts of different words count or measure the same."""
        same = not self.is_share and convert(1, other.unit, self.unit) is not None
        return same and self.held.words != other.held.words

    def take(self, other: "_Amount") -> float:
        """Return another amount of the same kind in the unit of this one."""
        return convert(other.value, other.unit, self.unit) or 0


def is_worked_out(context: ProofContext, said: Judged) -> bool:
    """Return whether a number follows from two of its evidence by plain arithmetic.

    It is their sum or difference, the one as a share or multiple of the other, what is left of a
    hundred per cent, what a share of an amount comes to, an amount before its change, or one for
    each of some things. It must be as exact as it is written. Where much else might follow, words
    must tell of the reckoning, and a value that the evidence itself has is none. The year before
    is one of what is worked out, and of nothing else that the text tells.
    """
    if not _tells_time(said.number):
        return _is_amount_worked_out(said)
    beside = [one for one in _group(context)[said.path] if not _tells_time(one.number)]
    return _is_year_before(said) and bool(beside) and all(map(_is_amount_worked_out, beside))


@once
def _group(context: ProofContext) -> dict[Path, list[Judged]]:
    """Return the numbers of each text of ours."""
    found: dict[Path, list[Judged]] = {}
    for said in judged_numbers(context):
        found.setdefault(said.path, []).append(said)
    return found


def _tells_time(number: Number) -> bool:
    values = [one.value for one in number.readings]
    dated = any(isinstance(one, Span) and (one.year or one == values[0]) for one in values)
    return number.relative or dated


def _is_year_before(said: Judged) -> bool:
    """Return whether a time is the year before that of the evidence, which compares with it."""
    known = said.known
    if not any(one.words[:1] in "上去" or one.words == "同比" or one.value == -1 for one in known):
        return said.number.relative
    years = {int(found[0]) - 1 for one in known if (found := _YEAR.match(str(one.value)))}
    return said.number.relative or any(
        isinstance(one.value, Span) and one.value.year in years and not one.value.day
        for one in said.number.readings
    )


def _is_amount_worked_out(said: Judged) -> bool:
    number = said.number
    if number.quoted or not number.readings:
        return False
    amounts = _list_amounts(tuple(said.known))
    values = {reading.value for reading in number.readings}
    if len(amounts) > _MOST or values & {one.held.value for one in amounts}:
        return False
    plain = number._replace(around=Surroundings())
    return any(
        _is_rounded(number, abs(reading.value), abs(same))
        for reading in number.readings
        if not isinstance(reading.value, Span)
        for value, unit in _work_out(amounts, reading.unit, said)
        for same in in_unit(Held(value, unit, ""), reading, plain)
    )


@lru_cache(maxsize=64)
def _list_amounts(known: tuple[Held, ...]) -> tuple[_Amount, ...]:
    """Return the different amounts that the evidence counts or measures."""
    found = {
        (abs(one.value), one.unit): _Amount(one, abs(one.value), one.unit)
        for one in known
        if one.unit not in (None, NAME, PHASE, "date")
        and not one.unit.startswith("+")
        and not isinstance(one.value, str)
        and one.value
    }
    return tuple(found.values())


@lru_cache(maxsize=64)
def _list_lengths(known: tuple[Held, ...]) -> tuple[_Amount, ...]:
    """Return how long the periods of the evidence are."""
    periods = [str(one.value).split("/") for one in known if "/" in str(one.value)]
    lengths = [one for one in derive(known) if one.unit in TIMES]
    lengths += [
        Held(value, unit, f"{first}/{last}")
        for first, last in periods
        for value, unit in _measure(read_date(first), read_date(last))
    ]
    return _list_amounts(tuple(lengths))


def _measure(first: Span, last: Span) -> Iterator[tuple[float, str]]:
    """Yield how many hours, days and months lie between two dates or times of the day."""
    days = 0
    if first.day and last.day:
        year = last.year or 2000
        begin = datetime.date(first.year or year, first.first or last.first or 1, first.day)
        days = (datetime.date(year, last.first or 1, last.day) - begin).days
        if days > _FEW_DAYS:
            months = 12 * (year - begin.year) + last.first - begin.month
            yield months + (begin.day == 1 and last.day >= _FEW_DAYS), "month"
        yield days, "day"
        yield days + 1, "day"
    if first.time and last.time:
        hours = int(last.time[:2]) - int(first.time[:2])
        yield 24 * days + hours if days or hours > 0 else 24 + hours, "hour"


def _work_out(
    amounts: Sequence[_Amount], unit: str | None, said: Judged
) -> Iterator[tuple[float, str]]:
    """Yield what may be worked out in a unit, or in one that it can be."""
    text = said.text
    if unit == "%":
        yield from _work_out_shares(amounts, text)
    elif unit == "times":
        pairs = permutations(amounts, 2)
        yield from ((a.value / a.take(b), "times") for a, b in pairs if a.is_like(b))
    elif unit in TIMES:
        yield from ((one.value, one.unit) for one in _list_lengths(tuple(said.known)))
        yield from _work_out_sums(amounts, text)
    else:
        yield from _work_out_sums(amounts, text)
        yield from _work_out_parts([one for one in amounts if one.unit not in TIMES], text)
        if said.number.around.rates or _EACH.search(text):
            yield from _work_out_rates([*amounts, *_list_lengths(tuple(said.known))])


def _work_out_shares(amounts: Sequence[_Amount], text: str) -> Iterator[tuple[float, str]]:
    """Yield shares: what is left of a whole, before a change in points, and of two amounts."""
    for one in amounts:
        if one.unit == "%" and one.value < 100 and _APART.search(text):
            yield 100 - one.value, "%"
        for points in amounts:
            if one.unit == "%" and points.unit == "pp" and _EARLIER.search(text):
                yield from ((value, "%") for value in _undo(one, points))
    for one, other in permutations(amounts, 2):
        if one.is_like(other) and one.value < (more := one.take(other)):
            yield 100 * one.value / more, "%"
            yield 100 * (more - one.value) / one.value, "%"
            yield 100 * (more - one.value) / more, "%"
            if one.is_change:
                yield 100 * one.value / (more - one.value), "%"
                yield 100 * one.value / (more + one.value), "%"


def _undo(one: _Amount, change: _Amount) -> Iterator[float]:
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


def _work_out_sums(amounts: Sequence[_Amount], text: str) -> Iterator[tuple[float, str]]:
    """Yield the sums and differences of two amounts of one unit."""
    is_total, is_earlier = _TOTAL.search(text), _EARLIER.search(text)
    for one, other in combinations(amounts, 2):
        if not one.is_like(other) or one.value == one.take(other):
            continue
        for a, b in ((one, other), (other, one)):
            if b.is_change and not a.is_change and is_earlier:
                yield from ((value, a.unit) for value in _undo(a, b) if value >= _SMALL)
        if is_total:
            yield one.value + one.take(other), one.unit
        apart = abs(one.value - one.take(other))
        if is_measured(one.unit) or apart >= _SMALL or _APART.search(text):
            yield apart, one.unit


def _work_out_parts(amounts: Sequence[_Amount], text: str) -> Iterator[tuple[float, str]]:
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


def _work_out_rates(amounts: Sequence[_Amount]) -> Iterator[tuple[float, str]]:
    """Yield amounts for each of some things, and what they come to for all of them."""
    for one, other in permutations(amounts, 2):
        if one.is_share or other.is_share or other.value <= 1:
            continue
        if one.value / other.value > 1:
            yield one.value / other.value, one.unit
        if one.unit != other.unit and one.held.around.rates:
            yield one.value * other.value, one.unit


def _is_rounded(number: Number, said: float, value: float) -> bool:
    """Return whether a value is rounded to what is said, with a qualifier to its last digit."""
    apart = abs(said - value)
    if apart <= _EXACT * value:
        return True
    if number.place and said / number.place >= _FEWEST_DIGITS and apart <= 0.500001 * number.place:
        return True
    marked = set(number.qualifiers) - {"", "exact"}
    coarse = last_significant(said, number.place)
    near = _NEAR if coarse < said else _ROUND
    if not marked or apart >= coarse or apart > near * value:
        return False
    if marked <= BELOW:
        return value < said
    return value > said if marked <= ABOVE else apart <= coarse / 2
