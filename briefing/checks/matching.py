"""Finds what the evidence holds that agrees with a number of our own prose."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.checks.evidence import NAME, PHASE, Held
from briefing.checks.numbers import Number
from briefing.checks.phrases import MARGIN, ORDER, POINTS
from briefing.checks.times import is_last_day, is_same_time, read_date
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.english_number import Reading
from briefing.quantities.rates import compare
from briefing.quantities.units import is_measured

_SAME_MEASURES = [
    set(words.split())
    for words in (
        "人 名 位 口 人口",
        "辆次 车次 台次",
        "次 回 趟 遍",
        "辆 台 部",
        "家 户",
        "项 件 条 宗 起 桩",
        "处 座 所",
        "栋 幢 座",
        "头 只 匹",
        "株 棵",
        "套 间",
        "条 车道",
        "度 °C",
        "方 m3",
        "度 kWh",
    )
]
"""Measure words that may count the same things."""
_DAYS_IN: dict[str | None, float] = {"month": 30.44, "year": 365.25}
"""How many days there are in a month or a year, as which days are told only roughly."""
_SCORED = frozenset(["球", "局", "盘", POINTS, "粒"])
"""What the numbers of a score count."""
BELOW, ABOVE = {"nearly", "less_than", "at_most"}, {"more_than", "at_least"}
"""The qualifiers of an amount that is not reached, and of one that is passed."""
_ROUNDED_OFF = 0.03
"""By what part of it an amount in another unit may be rounded where it is qualified."""
_FARTHEST = 0.2
"""By what part of it an amount may be away from a round one that is more than reached."""
_UNDER = BELOW - {"nearly"}
_ROUND = 0.4
"""By what part of a limit of one digit an amount may be away from it."""
_TENTH = 10
"""So many hundredths are a tenth."""
NEARLY = 0.1
"""By what part of it an amount may fall short of a round one that is nearly reached."""


class Match(NamedTuple):
    """What agrees with a number; it is rounded ``up`` or ``down``, or the same.

    Where the number is told in ``tenths``, so may be what is nearly so much: 六成多 for 近65%.
    """

    held: Held
    rounded: str = ""
    converted: bool = False
    reading: Span | None = None
    tenths: bool = False


def find_matches(number: Number, known: Iterable[Held]) -> Iterator[Match]:
    """Yield what agrees with a number in value or date, whatever else is said of the two.

    The number may be rounded to the digits that are written, be in another unit of the same kind,
    and be for each of another number of things.
    """
    for reading in number.readings:
        is_date = isinstance(reading.value, Span)
        for held in known:
            if is_date or isinstance(held.value, str):
                yield from _match_date(number, reading.value, held)
            elif "+" in (reading.unit or "")[:1] + (held.unit or "")[:1]:  # last year
                if (held.value, held.unit) == reading:
                    yield Match(held)
            else:
                yield from _match_amount(number, reading, held)


def _match_date(number: Number, said: int | float | Span, held: Held) -> Iterator[Match]:
    if isinstance(held.value, str) and isinstance(said, Span):
        late = number.around.part == held.around.part == "late"
        if is_same_time(said, held.value, ends=late):
            yield Match(held, reading=said)
        elif held.around.part == "late" and said == Span(read_date(held.value).year, 12, 12):
            yield Match(held)  # December for the end of the year
        elif held.around.part == "late" and is_last_day(said, held.value):
            yield Match(held)


def _match_amount(number: Number, reading: Reading, held: Held) -> Iterator[Match]:
    assert not isinstance(reading.value, Span)
    loose = held.unit in ("day", "week") and reading.unit in _DAYS_IN
    for value in in_unit(held, reading, number):
        if loose and abs(abs(reading.value) - abs(value)) <= _ROUNDED_OFF * abs(value):
            said = "up" if abs(reading.value) > abs(value) else "down"
            yield Match(held, said if number.qualifiers != ("",) else "", converted=True)
            continue
        converted = value != held.value
        rounded = _rounded(value, reading.value, number, held, converted=converted)
        if rounded is not None:
            tenths = _is_between_tenths(value, abs(reading.value), number, held)
            yield Match(held, rounded, converted, tenths=tenths)


def in_unit(held: Held, reading: Reading, number: Number) -> Iterator[float]:
    """Yield what a value that is held amounts to in the unit of a reading, if that can be."""
    value, unit = held.value, held.unit
    assert not isinstance(value, str)
    if unit in (NAME, None):
        # The numeral of a name measures nothing, but for the years of a Five-Year Plan.
        years = unit == NAME and reading.unit == "year"
        if years or (unit is None and number.bare) or not is_measured(reading.unit or ""):
            yield value
    elif unit in (MARGIN, "ratio"):
        yield from _of_score(held, reading, number)
    elif "times" in (unit, reading.unit):
        yield from _as_multiple(held, reading, number)
    elif reading.unit == unit or _counts_the_same(unit, reading.unit):
        yield from _for_each(value, held, number)
    elif reading.unit is None:
        if unit not in (PHASE, ORDER) and (not unit.isascii() or number.bare):
            yield from _for_each(value, held, number)
    else:
        for same in _converted(value, unit, reading.unit):
            yield from _for_each(same, held, number)


def _of_score(held: Held, reading: Reading, number: Number) -> Iterator[float]:
    """Yield a number of a score or ratio, or the points by which a game is won, if it is one."""
    assert not isinstance(held.value, str)
    if held.unit == MARGIN:
        units = {one.unit for one in number.readings}
        is_one = reading.unit == POINTS or (reading.unit is None and "pp" in units)
    elif reading.unit is None:
        is_one = number.bare
    else:
        is_one = reading.unit == "ratio"
        is_one = is_one or (reading.unit in _SCORED and not number.words.startswith("第"))
    if is_one:
        yield held.value


def _converted(value: float, unit: str, other: str) -> Iterator[float]:
    """Yield an amount in another unit, if it can be; a temperature may also be a change of one."""
    if (unit, other) == ("°C", "°F"):
        yield from (value * 1.8 + 32, value * 1.8)
    elif {unit, other} == {"bp", "%"}:
        yield value / 100 if unit == "bp" else value * 100
    elif (same := convert(value, unit, other)) is not None:
        yield same
    elif (value, unit, other) == (15, "day", "month"):
        yield 0.5  # half a month, however long it is
    elif (days := _DAYS_IN.get(other)) and (same := convert(value, unit, "day")) is not None:
        yield same / days


def _as_multiple(held: Held, reading: Reading, number: Number) -> Iterator[float]:
    """Yield a multiple or share that is held as the other: 230% more is 3.3 times as much."""
    value, more = held.value, held.around.direction == "up"
    assert not isinstance(value, str)
    if held.unit == "times" and reading.unit in ("times", None):
        yield value
        if more:
            yield value + 1
        if held.words.startswith("翻") and number.around.direction == "up":
            yield value - 1  # 增加一倍 for 翻一番
    elif held.unit == "times" and reading.unit == "%":
        if more or number.around.direction != "up":
            yield value * 100
        if not more:
            yield (value - 1) * 100
    elif held.unit == "%":
        yield value / 100 + 1 if more else value / 100
        if more and number.around.direction == "up":
            yield value / 100


def _for_each(value: float, held: Held, number: Number) -> Iterator[float]:
    """Yield a value for as many things as the number is said to be for each of.

    What is for each month is none for each year, and what is for each box none for each tablet. Our
    prose may leave out for each of what a value is.
    """
    found = 1.0
    for said in number.around.rates:
        scales = (compare(said, known) for known in held.around.rates)
        same = next((one for one in scales if one is not None), None)
        if same is not None:
            found *= same
        elif said.is_of_time() or not all(one.implied for one in held.around.rates):
            return
    yield value * found


def _counts_the_same(unit: str, other: str | None) -> bool:
    """Return whether two Chinese measure words may count the same things."""
    if other is None or (other.isascii() and unit.isascii()):
        return False
    generic = "个" in (unit, other) and not other.isascii() and not unit.isascii()
    return generic or any({unit, other} <= same for same in _SAME_MEASURES)


def _rounded(
    value: float, said: float, number: Number, held: Held, *, converted: bool
) -> str | None:
    """Return how a value is rounded to what is said: not, ``up``, ``down``, or None if it is not.

    A sign is no part of the value. What is said to be about or more than so much may be rounder
    than its digits show.
    """
    value, said = abs(value), abs(said)
    apart = abs(said - value)
    if apart <= 1e-9 * value:
        return ""
    place = number.place
    written = place and said / place >= 10 and apart <= 0.5000001 * place
    written = written or is_near_tenths(number, apart)
    if not written and not _is_roughly(value, said, number, held, converted=converted):
        return None
    return "up" if said > value else "down"


def is_near_tenths(number: Number, apart: float) -> bool:
    """Return whether a number is a share in tenths that is less than a hundredth away: 四成."""
    return _is_in_tenths(number) and apart < 1


def _is_in_tenths(number: Number) -> bool:
    return "成" in number.words and number.words[-1] in "成半"


def _is_between_tenths(value: float, said: float, number: Number, held: Held) -> bool:
    """Return whether what is nearly so much lies a part of a tenth above or below a share in them.

    六成多 or over 60% is more than six tenths and less than seven, and 近七成 less than seven and
    more than six and a half.
    """
    marked = set(number.qualifiers)
    is_in_tenths = _is_in_tenths(number) or (held.unit == "%" and said % _TENTH == 0)
    if not is_in_tenths or "nearly" not in held.qualifiers:
        return False
    if marked <= ABOVE:
        return said + 1 <= abs(value) < said + _TENTH
    return marked <= BELOW and said - _TENTH / 2 < abs(value) < said


def _is_roughly(value: float, said: float, number: Number, held: Held, *, converted: bool) -> bool:
    """Return whether a number with a qualifier is as near to a value as that may be rounded."""
    if number.qualifiers == ("",):
        return False
    marked = set(number.qualifiers) - {"", "exact"}
    if not marked:
        return False
    apart, is_bound = abs(said - value), is_bounded(held)
    passed = held.qualifiers & ABOVE and marked <= ABOVE
    if passed and said < value and not converted:  # more than 20,000 for 2.3万余
        return apart <= _FARTHEST * value
    coarse = last_significant(said, number.place)
    bounds = marked <= _UNDER if value < said else marked <= ABOVE
    if bounds and coarse == said and not is_bound:
        return apart <= _ROUND * said  # under an hour for 53 minutes
    if converted:
        return (apart < coarse and apart <= 0.1 * value) or apart <= _ROUNDED_OFF * value
    if is_bound:
        return _is_between_tenths(value, said, number, held)
    nearer = 0.5 if marked == {"about"} else 1
    farthest = NEARLY if "nearly" in marked else _FARTHEST
    return apart < nearer * coarse and apart <= farthest * value


def is_bounded(held: Held) -> bool:
    """Return whether an amount is only the end up to or from which others go: at least 300.

    What may as well be exact is none: 最高达318万件.
    """
    return "exact" not in held.qualifiers and not held.qualifiers.isdisjoint(BELOW | ABOVE)


def last_significant(said: float, place: float) -> float:
    """Return the value of the last digit that is not zero: 100 of 4300."""
    place = place or (1 if said >= 1 else said)
    while (
        place
        and said >= place * 10
        and abs(round(said / (place * 10)) - said / (place * 10)) < 1e-9
    ):
        place *= 10
    return place
