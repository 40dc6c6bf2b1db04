"""Numbers of our own prose that only reckon with those of their evidence, and reckon right."""

import re
from collections.abc import Sequence
from functools import partial

from briefing.checks.agreement import derive
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.judging import Judged, judged_by_path
from briefing.checks.matching import (
    ABOVE,
    BELOW,
    find_matches,
    in_unit,
    is_near_tenths,
    last_significant,
)
from briefing.checks.numbers import Number
from briefing.checks.reckoned import Amount, list_amounts, work_out
from briefing.checks.reckoning import Wording, read_wording
from briefing.checks.times import read_date
from briefing.quantities.english_dates import Span
from briefing.quantities.surroundings import Surroundings
from briefing.quantities.units import is_measured

_MOST = 24
"""With more numbers in the evidence too much would follow from them by chance."""
_EXACT = 1e-6
_FEWEST_DIGITS = 10
"""So many of its last places a number has at least that is rounded from what is worked out."""
_NEAR = 0.08
"""By what part of it a number with a qualifier may be away from what is worked out."""
_ONE_DIGIT = 0.15
"""The same of a number of one digit, with noughts or without: 3, 300."""
_NEARLY_SO_MUCH = 0.03
"""By what part of it a multiple may be away from the one that is said: twice for 2.003 times."""
_BOUND = 0.15
"""The same of a percentage such as a third or a quarter, of which more or less is told."""
_ROUND = 0.2
"""The same of 1, 10, 100 and the like."""
_CLAUSE_ENDS = re.compile(r"[;；，。（）()]|[,.](?=\s)")
_YEAR = re.compile(r"\d{4}(?=-|$)")


def is_worked_out(context: ProofContext, said: Judged) -> bool:
    """Return whether a number follows from others of its evidence by plain arithmetic.

    It is their sum or difference, the one as a share or multiple of the other, what is left of a
    hundred per cent, what a share of an amount comes to, an amount before its change, or one for
    each of some things. It must be as exact as it is written, words must tell of the reckoning,
    and a value that the evidence itself has is none. The year before and the rest of a period are
    those of what is worked out, and of nothing else that their clause tells.
    """
    if not _tells_time(said.number):
        return _is_amount_worked_out(context, said)
    if not (_is_year_before(said) or _is_compared(said) or _is_rest(said)):
        return False
    beside = [one for one in judged_by_path(context)[said.path] if not _tells_time(one.number)]
    worked = partial(_is_amount_worked_out, context)
    first, last = _find_clause(said)
    beside = [one for one in beside if one.number.words[0] not in "百千万亿"]  # 亿元以上项目
    near = [one for one in beside if first <= one.number.start < last] or beside
    is_now = any(one == (0, "+year") for one in said.number.readings)
    return any(map(worked, beside)) if is_now else bool(near) and all(map(worked, near))


def _find_clause(said: Judged) -> tuple[int, int]:
    """Return where the clause of a number begins and ends."""
    ends = [one.start() for one in _CLAUSE_ENDS.finditer(said.text)]
    first = max((at for at in ends if at < said.number.start), default=0)
    return first, min((at for at in ends if at >= said.number.end), default=len(said.text))


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


def _is_compared(said: Judged) -> bool:
    """Return whether a time is the one with which the evidence compares."""
    times = [one for one in derive(said.known) if one.around.role == "before"]
    return any(match.held.unit == "date" for match in find_matches(said.number, times))


def _is_rest(said: Judged) -> bool:
    """Return whether a time is the rest of a period: without the third quarter the first half."""
    periods = [str(one.value).partition("/") for one in said.known if one.unit == "date"]
    parts = [read_date(first) for first, _, _ in periods]
    rests = {
        (begin.year, begin.first, part.first - 1)
        for first, _, last in periods
        if last
        for begin, end in [(read_date(first), read_date(last))]
        for part in parts
        if begin.first < part.first <= part.last == end.last and part.year == begin.year
    }
    spans = [one.value for one in said.number.readings if isinstance(one.value, Span)]
    return any(
        (one.year or year, one.first, one.last) == (year, first, last)
        for one in spans
        for year, first, last in rests
    )


def _read_wording(context: ProofContext, said: Judged) -> Wording:
    """Return of which reckoning the words tell; a change and a time tell of one, too."""
    told, beside = read_wording(said.text), judged_by_path(context)[said.path]
    around = said.number.around
    direction = "down" if around.is_less_time else around.direction
    is_change = direction in ("up", "down")
    return told._replace(
        direction=direction,
        apart=told.apart or is_change or any(map(_is_rest, beside)),
        earlier=told.earlier or any(map(_is_compared, beside)),
    )


def _is_amount_worked_out(context: ProofContext, said: Judged) -> bool:
    number = said.number
    if number.quoted or not number.readings:
        return False
    amounts = list_amounts(tuple(said.known))
    if len(amounts) > _MOST or _stands(number, amounts):
        return False
    plain, told = number._replace(around=Surroundings()), _read_wording(context, said)
    return any(
        _is_rounded(number, abs(reading.value), abs(same))
        for reading in number.readings
        if not isinstance(reading.value, Span)
        for value, unit in work_out(amounts, reading.unit, said, told)
        for same in in_unit(Held(value, unit, ""), reading, plain)
    )


def _stands(number: Number, amounts: Sequence[Amount]) -> bool:
    """Return whether the evidence itself has the value of a number."""
    return any(
        abs(abs(reading.value) - one.value) <= _EXACT * one.value
        for reading in number.readings[:1]
        for one in amounts
        if not isinstance(reading.value, Span) and _may_be_of(reading.unit, one.unit)
    )


def _may_be_of(unit: str | None, other: str) -> bool:
    """Return whether an amount in a unit may be one of another unit, which may be a noun's."""
    if {unit, other} == {"%", "pp"}:
        return True
    apart = unit in ("times", "%") or (is_measured(unit or "") and is_measured(other))
    return unit == other if apart else True


def _is_rounded(number: Number, said: float, value: float) -> bool:
    """Return whether a value is rounded to what is said, with a qualifier to its last digit."""
    apart = abs(said - value)
    if apart <= _EXACT * value:
        return True
    marked = set(number.qualifiers) - {"", "exact"}
    is_plain = "" in number.qualifiers
    is_round = is_plain and said < _FEWEST_DIGITS and said == int(said)
    if number.readings[0].unit == "times" and is_round and apart <= _NEARLY_SO_MUCH * value:
        return True
    if (
        marked
        and not is_plain
        and ((marked <= BELOW and value > said) or (marked <= ABOVE and value < said))
    ):
        return False
    if is_near_tenths(number, apart):
        return True
    if number.place and said / number.place >= _FEWEST_DIGITS and apart <= 0.500001 * number.place:
        return True
    coarse = last_significant(said, number.place)
    near = _NEAR if 10 * coarse <= said else _ROUND if coarse == said else _ONE_DIGIT
    if number.readings[0].unit == "%" and said % 10:
        near = _BOUND if marked <= BELOW or marked <= ABOVE else _NEAR
    if not marked or apart >= coarse or apart > near * value:
        return False
    return bool(marked <= BELOW or marked <= ABOVE) or apart <= coarse / 2
