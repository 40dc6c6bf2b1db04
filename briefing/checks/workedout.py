"""Numbers of our own prose that only reckon with those of their evidence, and reckon right."""

import re
from collections.abc import Sequence

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
from briefing.checks.times import read_date
from briefing.quantities.conversion import convert
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
"""The same of a number of one digit."""
_NEARLY_SO_MUCH = 0.03
"""By what part of it a multiple may be away from the one that is said: twice for 2.003 times."""
_BOUND = 0.15
"""The same of a third or a quarter of which more or less is told."""
_ROUND = 0.2
"""The same of a number that is a digit with noughts, or half."""
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")
_YEAR = re.compile(r"\d{4}(?=-|$)")


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
    beside = [one for one in judged_by_path(context)[said.path] if not _tells_time(one.number)]
    is_time = _is_year_before(said) or _is_before(said) or _is_end(said)
    return is_time and (_is_end(said) or any(map(_is_amount_worked_out, beside)))


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


def _is_before(said: Judged) -> bool:
    """Return whether a time is the one with which the evidence compares, or the rest of a period.

    Without the third quarter the first three are the first half of the year.
    """
    spans = [read_date(str(one.value).split("/")[0]) for one in said.known if one.unit == "date"]
    times = [one for one in derive(said.known) if one.around.role == "before"]
    if any(match.held.unit == "date" for match in find_matches(said.number, times)):
        return True
    wholes = [
        read_date(first)._replace(last=read_date(last).last, day=0)
        for first, _, last in (str(one.value).partition("/") for one in said.known)
        if last
    ]
    rests = {
        (whole.first, part.first - 1)
        for whole in wholes
        for part in spans
        if whole.first < part.first <= part.last == whole.last
    }
    values = (one.value for one in said.number.readings)
    return any(isinstance(one, Span) and (one.first, one.last) in rests for one in values)


def _is_end(said: Judged) -> bool:
    """Return whether a month or year is that in which ends what begins in one of the evidence."""
    begins = [read_date(str(one.value)) for one in said.known if _MONTH.match(str(one.value))]
    lasts = [
        round(convert(one.value, one.unit, "month") or 0)
        for one in said.known
        if one.unit in ("month", "year") and not isinstance(one.value, str)
    ]
    longest = max(lasts, default=0)  # 五年零两个月 has both its parts, too
    ends = [divmod(12 * one.year + one.first - 1 + longest, 12) for one in begins if longest]
    return any(
        isinstance(one.value, Span)
        and any(
            one.value.year == year and one.value.first in (0, month + 1) for year, month in ends
        )
        for one in said.number.readings
    )


def _is_amount_worked_out(said: Judged) -> bool:
    number = said.number
    if number.quoted or not number.readings:
        return False
    amounts = list_amounts(tuple(said.known))
    if len(amounts) > _MOST or _stands(number, amounts):
        return False
    plain = number._replace(around=Surroundings())
    return any(
        _is_rounded(number, abs(reading.value), abs(same))
        for reading in number.readings
        if not isinstance(reading.value, Span)
        for value, unit in work_out(amounts, reading.unit, said)
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
    if number.readings[0].unit == "times" and is_plain and apart <= _NEARLY_SO_MUCH * value:
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
