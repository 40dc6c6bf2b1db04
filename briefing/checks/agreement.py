"""Judges a number in our own prose by what the evidence holds."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from briefing.checks.evidence import NAME, SAME_SPAN, Held
from briefing.checks.matching import ABOVE, BELOW, Match, find_matches, is_bounded
from briefing.checks.numbers import Number
from briefing.checks.phrases import MARGIN, ORDER
from briefing.checks.times import read_date
from briefing.quantities.bases import contradict
from briefing.quantities.english_dates import Span
from briefing.quantities.ordinals import AMONG
from briefing.quantities.rates import TIMES
from briefing.quantities.surroundings import Surroundings
from briefing.quantities.units import is_measured

_SAYS = {
    "": {"exact", "every"},
    "exact": {"exact"},
    "about": {"about", "nearly", "more_than"},
    "nearly": {"nearly", "less_than"},
    "less_than": {"less_than", "nearly", "at_most"},
    "at_most": {"at_most", "less_than"},
    "more_than": {"more_than", "at_least"},
    "at_least": {"at_least", "more_than"},
}
"""The qualifiers in the evidence that one in our prose renders; some takes in 余 as well as 约."""
_MOST_COMPARED = 50
"""How many amounts of the evidence are compared with each other."""
_BEFORE = Surroundings(role="before")
"""What surrounds a date with which the evidence compares, though it does not name it."""
_OTHER_YEARS = frozenset(["前年", "去年", "上年", "上一年", "明年", "来年", "后年"])
"""Words for a year that is not compared with the one before it, as the year of the text is."""
_YEAR_ENDS = frozenset(["年末", "年底", "年终", "岁末"])
"""Words for the end of a year that the sentence before may tell: of last year, in its report."""
_BOTH_WAYS = frozenset(["up", "down"])
"""The ways in which growth itself may go."""
SHORT_TIMES: frozenset[str | None] = frozenset(["+quarter", "+month", "+week", "+day"])


class Fault(IntEnum):
    """What is wrong with a number; the worse, the greater."""

    NONE = 0
    DROPPED = 1
    """The evidence qualifies the number, and our prose does not."""
    QUALIFIER = 2
    """Our prose qualifies the number as the evidence does not."""
    DIRECTION = 3
    """A rise is told as a fall, a growth rate on a year as one on a month, "by" as "to"."""
    VALUE = 4
    """The evidence does not hold the number, or it counts or measures something else."""


class Verdict(NamedTuple):
    """What is wrong with a number, and what the evidence holds that comes nearest to it.

    ``about`` says what is wrong with a change: its ``direction``, ``basis`` or ``role``.
    """

    fault: Fault
    held: Held | None = None
    about: str = ""


def judge(number: Number, known: tuple[Held, ...]) -> Verdict:
    """Return what is wrong with a number, seen from the piece of evidence that suits it best.

    The number may be rounded to the digits that are written, be in another unit of the same kind,
    and be for each of another number of things.
    """
    return judge_by(number, known, lambda _: _derived(known))


def judge_by(
    number: Number, known: Collection[Held], follow: Callable[[Number], Iterable[Held]]
) -> Verdict:
    """Return what is wrong with a number; ``follow`` has what follows from the evidence for one."""
    if number.each and _needs_no_proof(number, known):
        return Verdict(Fault.NONE)
    verdicts = [_judge_match(number, match) for match in find_matches(number, known)]
    if not verdicts and not number.parts and not number.relative:
        derived = find_matches(number, follow(number))
        verdicts = [_judge_match(number, match) for match in derived]
    if number.parts:
        of_parts = [judge_by(part, known, follow) for part in number.parts]
        verdicts.append(max(of_parts, key=lambda one: one.fault))
    best = min(verdicts, key=lambda one: one.fault, default=Verdict(Fault.VALUE))
    free = number.relative and not _tells(known, number)
    return Verdict(Fault.NONE) if best.fault and free else best


def _needs_no_proof(number: Number, known: Collection[Held]) -> bool:
    """Return whether a number is judged with the rate that it belongs to, or only says 一年间."""
    if any(held.around.rates for held in known):
        return True
    units = {reading.unit for reading in number.readings}
    return bool(units & TIMES) and not any(held.unit in units for held in known)


@lru_cache(maxsize=1)
def _derived(known: tuple[Held, ...]) -> tuple[Held, ...]:
    """Return what follows from the evidence; the numbers of a text are judged one by one."""
    return tuple(derive(known))


def derive(known: Collection[Held]) -> Iterator[Held]:
    """Yield what follows from the evidence: differences, lengths of periods, dates compared with.

    Small counts are left out, because they would follow from almost anything.
    """
    amounts = list(_amounts(known))[:_MOST_COMPARED]
    for (one, value), (other, less) in combinations(amounts, 2):
        if one.unit == other.unit == "%" and one.words != other.words:
            words, said = f"{one.words}, {other.words}", one.qualifiers | other.qualifiers
            yield Held(abs(value - less), "pp", words, said | {"exact"})
    yield from _derive_times(known)


def _derive_times(known: Collection[Held]) -> Iterator[Held]:
    """Yield the lengths of periods, and the dates with which the evidence compares."""
    compared = {one.unit for one in known if one.value == -1}
    for one in known:
        if one.unit == "date" and isinstance(one.value, str):
            yield from _length(one)
            of_now = one.words not in _OTHER_YEARS
            if "+year" in compared and of_now and re.match(r"\d{4}(?:-|$)", one.value):
                before = re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", one.value)
                told = SAME_SPAN in compared  # which names it, where 同比 only compares
                yield Held(before, "date", one.words, around=Surroundings() if told else _BEFORE)
            if "+quarter" in compared and (quarter := re.fullmatch(r"(\d{4})-Q([2-4])", one.value)):
                yield Held(f"{quarter[1]}-Q{int(quarter[2]) - 1}", "date", one.words)
            if "+month" in compared and re.fullmatch(r"\d{4}-\d\d", one.value):
                year, month = divmod(12 * int(one.value[:4]) + int(one.value[5:]) - 2, 12)
                before = f"{year:04}-{month + 1:02}"
                yield Held(before, "date", one.words, around=_BEFORE)


def _amounts(known: Collection[Held]) -> Iterator[tuple[Held, int | float]]:
    """Yield what is counted or measured, with its value."""
    for one in known:
        dated = (
            one.unit in (None, NAME, ORDER, MARGIN)
            or one.unit == "date"
            or one.unit.startswith("+")
        )
        if not dated and not isinstance(one.value, str):
            yield one, one.value


def _length(held: Held) -> Iterator[Held]:
    """Yield how many years, months or days a period has, its ends included."""
    first, _, last = str(held.value).partition("/")
    begin = read_date(first)
    if not last:
        if begin.first < begin.last:
            yield held._replace(value=begin.last - begin.first + 1, unit="month")
        return
    end = read_date(last)
    if begin.first and not begin.day:
        months = 12 * (end.year - begin.year) + (end.last or end.first) - begin.first + 1
        yield held._replace(value=months, unit="month")
    elif begin.day and begin[:2] == end[:2]:
        yield held._replace(value=end.day - begin.day + 1, unit="day")
    elif not begin.first and begin.year and end.year:
        yield held._replace(value=end.year - begin.year + 1, unit="year")


def _tells(known: Collection[Held], number: Number) -> bool:
    """Return whether the evidence tells a time of the kind that a number tells by the text's day.

    Where it does not, the article itself says what last year is.
    """
    units = frozenset(reading.unit for reading in number.readings)
    if units & SHORT_TIMES:
        units = SHORT_TIMES  # today may as well be nowadays
    elif "+end" in units:
        units = frozenset(["+end"])  # the end of the year may be that of another year told
    of_now = any(reading == (0, "+year") for reading in number.readings)
    return any(
        held.unit in units
        and not (of_now and _is_only_compared(held))
        and not (isinstance(held.value, str) and held.value.startswith("-"))
        and not (held.words in _YEAR_ENDS and "+end" not in units)
        for held in known
    )


def _is_only_compared(held: Held) -> bool:
    """Return whether last year is only what this year is compared with: 同比, 比去年."""
    return held.unit == "+year" and (held.words == "同比" or held.around.role == _BEFORE.role)


def _judge_match(number: Number, match: Match) -> Verdict:
    held = match.held
    if isinstance(held.value, str):
        compared = number.relative or number.around.role == "than"
        if held.around.role == _BEFORE.role and not compared:
            return Verdict(Fault.VALUE, held)
        at_end = held.around.part == "late" and match.reading == _first_date(number)
        if number.around.role == "before" and at_end:
            return Verdict(Fault.VALUE, held)  # before April, for 4月底前
        return Verdict(_judge_part(number.around.part, match), held)
    if number.relative:
        return Verdict(Fault.NONE, held)
    if wrong := _find_wrong_change(number.around, held):
        return Verdict(Fault.DIRECTION, held, wrong)
    return Verdict(min(_judge_qualifier(said, match) for said in number.qualifiers), held)


def _first_date(number: Number) -> Span | None:
    """Return the date that a number is as it is written, without what else it may mean."""
    return next((one.value for one in number.readings if isinstance(one.value, Span)), None)


def _find_wrong_change(said: Surroundings, known: Held) -> str:
    """Return what is said of a change and is not what the evidence says of it, or ""."""
    if known.unit == "ratio" and not said.direction:
        return ""  # six to four tells no change
    held, negative = known.around, not isinstance(known.value, str) and known.value < 0
    if contradict(said.bases, held.bases):
        return "basis"
    if {said.role, held.role} == {"from", "to"}:
        return "role"
    if not said.direction:
        return "direction" if negative else _find_wrong_level(said, known)
    if held.is_share and said.role == "by" and not (said.is_share or held.direction):
        return said.direction
    is_amount = is_measured(known.unit or "") and known.unit not in ("%", "pp", "times")
    if is_amount and said.role == "by" and not (held.direction or held.role):
        return said.direction
    is_pace = said.role == held.role == "to" and {said.pace, held.pace} <= _BOTH_WAYS
    if is_pace or (said.pace and is_growth_reached(said.role, known)):
        return "direction" if {held.pace, said.pace} == {"up", "down"} else ""
    if said.is_less_time and known.unit in TIMES:
        return "" if held.is_less_time or not held.direction else "direction"
    if held.direction not in ("", said.direction):
        return "direction"
    differs = said.role and held.role and "than" != said.role != held.role
    return "role" if differs else ""


def _find_wrong_level(said: Surroundings, known: Held) -> str:
    """Return what a plain amount that is told as no change cannot be by the evidence, or ""."""
    held = known.around
    if said.is_grown and (held.direction, held.role) == ("down", "by"):
        return "direction"
    is_growth = said.is_share and held.role == "by" and not held.is_share
    return "role" if is_growth and known.unit == "%" else ""


def is_growth_reached(role: str, held: Held) -> bool:
    """Return whether a role tells what growth slows to, where something grows by so much."""
    around = held.around
    return (role, around.role, around.direction, held.unit) == ("to", "by", "up", "%")


def _judge_part(said: str, match: Match) -> Fault:
    """Return whether the part of a year or month that is said is that of the evidence.

    Until 2027 may be told as until the end of 2027, and January as early in the year.
    """
    held = match.held
    if said in ("", held.around.part) or not match.reading:
        return Fault.NONE
    known = read_date(str(held.value).split("/")[0])
    place, length = (known.day - 1, 10) if match.reading.first else (known.first - 1, 4)
    if place >= 0:
        expected = ("early", "mid", "late")[min(2, place // length)]
        if known.first < known.last and said == ("early", "mid", "late")[(known.last - 1) // 4]:
            return Fault.NONE  # the middle of the year for its first half
        until = "late" if match.reading.first else expected  # the end of a month for a day of it
        return Fault.NONE if said in (expected, until) else Fault.QUALIFIER
    return Fault.NONE if said == "late" and not held.around.part else Fault.QUALIFIER


def _judge_qualifier(said: str, match: Match) -> Fault:
    held = match.held.qualifiers
    if match.rounded and (match.tenths or not is_bounded(match.held)):
        suits = {"up": {"", "about", *BELOW}, "down": {"", "about", *ABOVE}}[match.rounded]
        return Fault.NONE if said in suits else Fault.QUALIFIER
    if held & _SAYS[said]:
        return Fault.NONE
    if said == "about" and (match.converted or match.held.words.endswith("成")):
        return Fault.NONE  # a share in tenths is round by itself
    if said == AMONG and match.held.words.startswith("第"):
        return Fault.NONE  # the third is among the first three
    return Fault.QUALIFIER if said else Fault.DROPPED
