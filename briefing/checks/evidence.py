"""What the evidence of a record holds: values with their units, and what is said of them there.

An anchor holds a number that can be read in it: the value of a quantity, or what the numerals of a
name spell (十四五 holds 14 and 5).
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from briefing.checks.coordinated import find_qualifiers
from briefing.checks.phrases import IN_NAME, ORDER, find_phrases
from briefing.checks.spelled import read_spelled
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.conversion import add_smaller
from briefing.quantities.qualifiers import find_before, find_limits, is_approached
from briefing.quantities.rates import TIMES, Rate
from briefing.quantities.relative_dates import (
    Relative,
    find_holidays,
    find_plans,
    find_relative,
    part_of,
)
from briefing.quantities.surroundings import Surroundings, read_surroundings

_NUMERALS = re.compile(
    "[0-9０-９]+(?:[.．][0-9０-９]+)?|(?:[〇零一二两三四五六七八九十百千万亿首]"
    "|双(?![方边向])|(?<![长速效比利税费概])率(?=先)|[争抢](?=先)|(?<=为)人(?=先)|先(?=[行试])"
    "|初(?=[次审])|(?<=最)(?:早(?![也要将明今年0-9])|先))+"
)
_COMPARED_WITH = {"同比": "+year", "环比": "+month"}
_DOZEN = re.compile("(?:十|10)[几多余]")

_DATED = re.compile(
    "的?(?:[0-9一二三四五六七八九十]{1,3} ?[月至到~—-]|前|[上下]半年|第?[一二三四1-4]季度)"
)
"""Behind a year, what is a date with it, of which it is only a part: 去年12月."""
_NAMED_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
_SENTENCE = 100
"""So many characters before a word the sentence is searched for a year."""
_SENTENCE_END = re.compile("[。！？]")
_MONTH = re.compile(r"(?P<year>\d{4})-(?:0[2-9]|1[0-2])")
_SO_FAR = re.compile("累计|今年以来|[比较]年初")
"""What behind the end of a month tells that something is of the year up to then."""
_SAME_SPAN = re.compile("[去上]年(?:的)?同(?:期|月|季)")

_CENTURY = re.compile("([0-9]{2})XX")
"""The value of a century, which is called the one behind its first two digits: 21世纪 is 20XX."""

SAME_SPAN = "+span"
"""The unit of the year before where its same months are named: 去年同期."""
PHASES = ("期", "批")
PHASE = "phase"
"""The unit of the number of a phase or batch, of which nothing else is one: 二期, 首批."""
_PHASE = re.compile("(首|第?[一二三四五六七八九十1-9])[期批](?![间待望货权刊限内量发])")
NAME = IN_NAME
"""The unit of the numeral of a name."""

_FIRST = re.compile("首[次个家条座台套例届]|首度|第一次")
Value = int | float | str
"""A number, or a date in ISO 8601; of a period both ends, with a stroke between them."""


class Held(NamedTuple):
    """A value that evidence holds, in a unit; that of the numeral of a name is ``NAME``.

    ``words`` is how it stands there. ``qualifiers`` are all that may be said of it: those of
    `Quantity`, and ``nearly`` for 近. ``around`` is what else the words around say of it.
    """

    value: Value
    unit: str | None
    words: str
    qualifiers: frozenset[str] = frozenset(["exact"])
    around: Surroundings = Surroundings()


@cache
def read_anchor(anchor: str, date: datetime.date | None = None) -> tuple[Held, ...]:
    """Return every number in an anchor that is read alone, each once and in their order.

    去年 and the like are no dates there.
    """
    quantities = [one for one in scan_paragraph(anchor, date=date) if one.kind != "name"]
    governed = find_qualifiers(anchor, quantities)
    return tuple(dict.fromkeys(read_span(anchor, 0, len(anchor), quantities, governed=governed)))


def read_span(
    text: str,
    start: int,
    end: int,
    touched: Sequence[Quantity],
    date: datetime.date | None = None,
    governed: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[Held]:
    """Yield every number that a span of a paragraph holds; ``touched`` are its quantities.

    Those at the offsets of ``governed`` may be qualified by the verb before another one.

    A quantity that the span cuts is none of its numbers. What is said of a quantity is read in the
    whole paragraph. ``date`` is the day of the text, by which 去年 is a year.
    """
    whole = [one for one in touched if start <= one.offset and one.offset + len(one.text) <= end]
    for one in whole:
        also = {governed[one.offset]} if one.offset in governed else frozenset()
        for held in read_quantity(text, one):
            yield held._replace(qualifiers=held.qualifiers | also)
        if date and one.unit == "year" and text.startswith("前", one.offset + len(one.text)):
            yield from _read_years_ago(one, date)
    total = None
    for one, after in pairwise(whole):
        joined = text[one.offset + len(one.text) : after.offset] in ("", "零", "又")
        first = total or next(read_quantity(text, one), None)
        total = _add(first, next(read_quantity(text, after), None)) if joined else None
        yield from (total,) if total else ()
    yield from _read_times(text, start, end, date)
    yield from (Held(*one) for one in find_phrases(text, start, end))
    taken = {at for one in touched for at in range(one.offset, one.offset + len(one.text))}
    for run in _NUMERALS.finditer(text[start:end]):
        if start + run.start() not in taken:
            for value in read_spelled(run[0]):
                yield Held(value, NAME, run[0])


def _read_times(text: str, start: int, end: int, date: datetime.date | None) -> Iterator[Held]:
    """Yield last year and the like, holidays, the years of plans, and what is compared with."""
    words = text[start:end]
    for time in find_relative(words, "zh"):
        yield from _read_relative(text, start, time, date)
    if _SAME_SPAN.search(words):
        yield Held(-1, SAME_SPAN, "同期")
    for compared, unit in _COMPARED_WITH.items():
        if compared in words:
            yield Held(-1, unit, compared)
    for holiday, day in find_holidays(words):
        yield Held(day, "date", holiday)
    for plan, first, last in find_plans(words):
        for period in (f"{first}", f"{last}", f"{first}/{last}"):
            yield Held(period, "date", plan)


def _read_relative(
    text: str, offset: int, found: Relative, date: datetime.date | None
) -> Iterator[Held]:
    """Yield a time that is found behind an offset, as it is said and as what it is."""
    time = found._replace(start=offset + found.start, end=offset + found.end)
    said = text[time.start : time.end]
    compared = read_surroundings(text, time.start, time.end, "zh", "date").role
    if not time.years:  # the end of next year is not that of this one
        role = Surroundings(role="before" if compared else "")
        yield Held(time.offset, f"+{time.unit}", said, around=role)
    code = _code_of(text, time, date)
    if code and not _DATED.match(text, time.end):
        part = part_of(text, time, "zh")
        around = Surroundings(part=part, role="before" if compared else "")
        yield Held(code, "date", said, around=around)
        if text.startswith("以来", time.end):
            yield Held(f"{code}-01", "date", said, around=Surroundings(part="early"))


def _read_years_ago(quantity: Quantity, date: datetime.date) -> Iterator[Held]:
    """Yield the year that 三年前 is by the day of the text."""
    years = quantity.value
    if isinstance(years, int) and 0 < years < date.year:
        yield Held(f"{date.year - years:04}", "date", f"{quantity.text}前")


def _code_of(text: str, time: Relative, date: datetime.date | None) -> str:
    """Return the period that a time is; 上年 is the year before one that is named before it."""
    if text[time.start : time.end] in ("上年", "上一年"):
        sentence = text[max(0, time.start - _SENTENCE) : time.start].rpartition("。")[2]
        if named := _NAMED_YEAR.findall(sentence):
            return f"{int(named[-1]) - 1:04}"
    return time.code(date) if date else ""


def read_quantity(text: str, quantity: Quantity) -> Iterator[Held]:
    """Yield the values of a quantity of a text, with what the text says of them."""
    around = surroundings_of(text, quantity, implied=True)
    if months := count_first_months(text, quantity):
        yield Held(f"--01/--{months:02}", "date", quantity.text)
    if period := _find_so_far(text, quantity):
        yield Held(period, "date", quantity.text)
    unit = (quantity.unit or "").partition("/")[0]
    qualifiers = frozenset(_qualifiers(text, quantity))
    if quantity.text.endswith("折") and isinstance(quantity.value, int | float):
        yield Held(100 - quantity.value, "%", quantity.text, qualifiers)  # 六折 is 40% off
    if _DOZEN.match(quantity.text):
        yield Held(12, unit or None, quantity.text, frozenset(["about"]), around)
    for value in held_values(quantity):
        if century := _CENTURY.fullmatch(str(value)):
            yield Held(int(century[1]) + 1, "century", quantity.text)
        yield Held(value, unit or None, quantity.text, qualifiers, signed(around, value))
        if (
            quantity.kind in ("ordinal", "rank") and unit not in TIMES
        ):  # an 18th month is no quarter
            yield Held(value, ORDER, quantity.text, qualifiers, around)


def _find_so_far(text: str, quantity: Quantity) -> str:
    """Return the months of the year up to the end of one, of which the sentence tells.

    截至9月底累计完成 and 9月末比年初增加 tell of the first nine months.
    """
    end = quantity.offset + len(quantity.text)
    month = _MONTH.fullmatch(str(quantity.value))
    if quantity.unit != "date" or not month or text[end : end + 1] not in ("底", "末"):
        return ""
    told = _SO_FAR.search(_SENTENCE_END.split(text[end : end + _SENTENCE])[0])
    return f"{month['year']}-01/{month[0]}" if told else ""


def surroundings_of(text: str, quantity: Quantity, *, implied: bool = False) -> Surroundings:
    """Return what a text says around a quantity, and what its own unit says it is for each of."""
    start, end = quantity.offset, quantity.offset + len(quantity.text)
    around = read_surroundings(text, start, end, "zh", _kind_of(quantity), implied=implied)
    below = (quantity.unit or "").partition("/")[2]
    return around._replace(rates=(*around.rates, _rate_of(below))) if below else around


def signed(around: Surroundings, value: Value) -> Surroundings:
    """Return what is said around a value, which tells of a fall where the value is negative."""
    negative = not isinstance(value, str) and value < 0
    return around._replace(direction="down") if negative else around


def count_first_months(text: str, quantity: Quantity) -> int:
    """Return how many months of the year 前五个月 are, or 0 for another quantity."""
    value = quantity.value
    if quantity.unit != "month" or not isinstance(value, int) or not 1 < value <= 12:
        return 0
    return value if text.endswith(("前", "头"), 0, quantity.offset) else 0


def period_of_months(text: str, quantity: Quantity, year: int) -> str | None:
    """Return the period that 前五个月 is in a year; nothing for any other quantity."""
    months = count_first_months(text, quantity)
    return f"{year}-01/{year}-{months:02}" if months else None


def _qualifiers(text: str, quantity: Quantity) -> Iterator[str]:
    """Yield all that may be said of a quantity."""
    qualifier = qualifier_of(text, quantity)
    yield qualifier
    if qualifier == "exact":
        yield from find_limits(text, quantity.offset)
    if qualifier == "about" and _is_bare(text, quantity):
        yield "exact"  # a 万头牧场 is one of 10,000
    if text.startswith("上", quantity.offset - 1):
        yield "at_least"  # 上百家 are a hundred or more
    if quantity.kind == "rank" and quantity.unit == "强":
        yield "exact"  # 500强 is as well the name of those that are ranked
    if quantity.kind == "duration" and is_approached(text, quantity.offset):
        yield from ("nearly", "about")  # 近五年 is the last five years, or nearly five
    if quantity.kind == "duration" and text.startswith("内", quantity.offset + len(quantity.text)):
        yield "exact"  # 三年内 may set a limit, or only say when
    if isinstance(quantity.value, list):
        yield "exact"  # 七八百 says by its two ends that it is about so much


def _is_bare(text: str, quantity: Quantity) -> bool:
    """Return whether a round number has no other word that qualifies it: 百名, and not 近百名."""
    is_round = quantity.text[0] in "百千万亿" and quantity.text[1:2] not in ("余", "多", "来")
    return is_round and not find_before(text, quantity.offset)


def read_order_before(text: str, at: int) -> Iterator[Held]:
    """Yield the phase and the first that the sentence tells last before a place.

    All behind them is said of them, and an anchor that begins there may be too short to hold them:
    首期提供300套公寓, 首次突破5亿元.
    """
    sentence = re.split("[。；！？]", text[max(0, at - _SENTENCE) : at])[-1]
    for phase in list(_PHASE.finditer(sentence))[-1:]:
        yield Held(read_spelled(phase[1])[0], PHASE, phase[0])
    for first in list(_FIRST.finditer(sentence))[-1:]:
        yield Held(1, NAME, first[0])


def _add(one: Held | None, after: Held | None) -> Held | None:
    """Return the sum of an amount and a smaller one behind it, if it is one: 4小时40分钟."""
    if not one or not after or isinstance(one.value, str) or isinstance(after.value, str):
        return None
    total = add_smaller(one.value, one.unit, after.value, after.unit)
    if total is None:
        return None
    said = (one.qualifiers | after.qualifiers) - {"exact"} or {"exact"}
    words = one.words + after.words
    value, unit = total
    return after._replace(value=value, unit=unit, words=words, qualifiers=frozenset(said))


def _kind_of(quantity: Quantity) -> str:
    """Return the kind of a quantity, which is that of a date for a range of dates, too."""
    return "date" if quantity.unit == "date" else quantity.kind


def _rate_of(code: str) -> Rate:
    """Return the rate that stands below the line in the code of a unit: t, 万人, 人/month."""
    scale = {"百": 100, "千": 1000, "万": 10000}.get(code[0], 1) if len(code) > 1 else 1
    return Rate(scale, code[1:] if scale > 1 else code)


def qualifier_of(text: str, quantity: Quantity) -> str:
    """Return a quantity's qualifier, and ``nearly`` for an amount that is not reached."""
    if quantity.qualifier == "about" and is_approached(text, quantity.offset):
        return "nearly"
    return quantity.qualifier


def values_of(quantity: Quantity) -> list[Value]:
    """Return the value of a quantity, or its values where it is a range or a list."""
    if quantity.value is None:
        return []
    return quantity.value if isinstance(quantity.value, list) else [quantity.value]


def held_values(quantity: Quantity) -> list[Value]:
    """Return the values of a quantity and, of a range of dates, the period from end to end."""
    values = values_of(quantity)
    if len(values) == 2 and isinstance(values[0], str):
        whole = f"{values[0]}/{values[1]}"
        # The first three quarters are a whole, of which nobody names the two ends.
        return [whole] if quantity.text[0] in "前头" else [*values, whole]
    return values
