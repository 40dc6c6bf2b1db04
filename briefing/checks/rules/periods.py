"""The rule on when a figure is of, where the words around its number tell a time.

Much else may stand in a sentence. Therefore the rule speaks only where the words before the number
tell another time than the model, and nothing there tells the one that the model has.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_clause, limits_of_sentence, right_before
from briefing.checks.registry import source_rule
from briefing.checks.spans import between
from briefing.checks.stated import find_told, stated_quantities
from briefing.checks.times import Time, find_times, list_plans
from briefing.model.parts import Bilingual
from briefing.model.periods import Days, days_of
from briefing.model.records import Figure
from briefing.problem import Finding, message
from briefing.quantities import Quantity, scan_paragraph

_COMPARED = re.compile("(?:[比较]|相比|相较|对比)$")
"""What before a time tells that something is only compared with it."""
_WITH = re.compile("[与和同跟]$")
_FAR = 30
"""So far behind it may 相比 stand that tells that something is compared with a time."""
_COMPARED_BEHIND = re.compile("(?:年|月|末|底|初|时)*(?:的?基础上|相比|同期|以来)")
"""What behind a time tells that something is compared with it, or only begins with it."""
_SAME_TIME = re.compile("同期[^，。；、增升降减多少高低上下涨跌提扩缩]{0,8}")
"""What stands between a year and a number that was so then: 去年同期不到50元."""
_MULTIPLE_OF = re.compile("(?:同期|全年|[年月季末底初])*的(?:大?约|将?近|超过?|逾|不到|不足)?")
"""What stands between a time and the number of times that something is of what it was then."""
_GIVEN_SHARE = re.compile("(?:[是为]|相当于|达到?)$")
_FROM = re.compile("(?:从|由|自)$")
_GREW = re.compile("的?[^，。；]{0,24}(?:[到至为成]|，[^，。；]{0,8}[到至])")
"""What stands between the time of the beginning and the number at the end: 由2012年的5吨增至."""
_BEGINS_RISE = re.compile("[从由][^，。；、]{0,6}$")
_TO_ITS_END = re.compile("[^，。；、]{0,6}[到至为成]")
"""What stands around the number at the beginning: 由2012年的5吨增至2021年的8吨，从9位升至4位."""
_WHOLE_YEAR = re.compile("全年|年度|年内|年终|(?<![0-9今去明前])年[末底初]")
"""What tells of a year that another sentence may name."""
_OF_MONTHS = re.compile("半年|季度|月")
"""What a time has that is less than a year."""
_AROUND = 1000
"""A time farther from a number than this is not asked whether it is that of the number."""


@source_rule(warning=True)
def period_of_another(context: ProofContext) -> Iterator[Finding]:
    """The words before a figure's number name another time than its period. A warning.

    In the sentence of the number the last times before it count, if no other number comes after
    them, and so do times after it in its clause. What is `inferred` is not checked.

    Passes:
        # 2030年产量5吨，2031年产量7吨。
        figures: [{id: output, label: {zh: 产量}, text: 7吨, value: 7, unit: t, kind: measure,
          period: 2031, evidence: [{paragraph: 2, anchor: 产量7吨}]}]
    Fails:
        # 2030年产量5吨，2031年产量7吨。
        figures: [{id: output, label: {zh: 产量}, text: 7吨, value: 7, unit: t, kind: measure,
          period: 2030, evidence: [{paragraph: 2, anchor: 产量7吨}]}]
    """
    for index, figure in enumerate(context.article.of(Figure)):
        if "period" not in figure.inferred and (told := tell_other_time(context, figure)):
            code, words = told
            found = message(code, period=_write(figure.period), told=words)
            yield Finding(found, ("figures", index, "period"))


def _write(period: str | Bilingual | None) -> str:
    """Return a period as a message names it."""
    return period.zh if isinstance(period, Bilingual) else period or ""


def tell_other_time(context: ProofContext, figure: Figure) -> tuple[str, str] | None:
    """Return what is wrong if the words around a figure's number tell another time, and that."""
    wanted = _days_of_period(context, figure.period) if figure.period else None
    if wanted is None:
        return None
    tell = partial(_tell_other_time, context, wanted)
    return find_told(stated_quantities(context, figure), tell) or None


def _days_of_period(context: ProofContext, period: str | Bilingual) -> Days | None:
    """Return the days of a period, also of one in words that are a time as a whole: 上半年."""
    if isinstance(period, str):
        return days_of(period)
    words = period.zh
    if not _OF_MONTHS.search(words):
        return None
    found = find_times(words, scan_paragraph(words, date=context.date), context.date)
    whole = {days_of(one.code) for one in found if (one.start, one.end) == (0, len(words))}
    return whole.pop() if len(whole) == 1 else None


def _is_within(text: str, time: Time, times: Sequence[Time]) -> bool:
    """Return whether a time is only the year of a longer one: 今年 of 今年上半年."""
    return any(
        one.start == time.start
        and one.end > time.end
        and _OF_MONTHS.search(text, time.end, one.end)
        for one in times
    )


def _tell_other_time(
    context: ProofContext, wanted: Days, quantity: Quantity
) -> tuple[str, str] | None:
    """Return what is wrong if the words around a number tell another time, and that time."""
    text, begin, end = context.locate(quantity)
    first, last = limits_of_sentence(text, begin, end)
    clause_end = limits_of_clause(text, begin, end)[1]
    held = between(context.times[quantity.paragraph], first, last)
    held = [one for one in held if not _is_within(text, one, held)]
    times = [one for one in held if not (_is_base(text, one, quantity) or _is_of_run(text, one))]
    before = [one for one in times if one.end <= begin]
    if not before:
        base = _find_base(context, wanted, quantity)
        return ("period-of-another.base", base) if base else None
    if _WHOLE_YEAR.search(text, before[-1].start, clause_end):
        return None
    nearest = _list_nearest(context, before, quantity)
    if "分别" in text[nearest[-1].end : begin]:
        return None  # each number has a time of its own
    behind = [
        one
        for one in times
        if end <= one.start < clause_end
        and not any(
            each.unit != "date"
            for each in context.quantities_overlapping(quantity.paragraph, one.end, clause_end)
        )
    ]
    told = [days_of(one.code) for one in [*nearest, *behind]]
    if text.endswith("的", 0, begin):  # 较2012年最低时的1750平方公里
        told += [
            days_of(one.code)
            for one in held
            if nearest[-1].end <= one.start < begin and not _is_multiple_of(text, one, quantity)
        ]
    if _BEGINS_RISE.search(text[first:begin]) and _TO_ITS_END.match(text, end):
        told += [days_of(one.code) for one in held if right_before(_FROM, text, one.start)]
    told += [days_of(code) for code in list_plans(text[first:last])]
    if any(one.first == wanted.first for one in told) and any(
        one.last == wanted.last for one in told
    ):
        return None
    return "period-of-another", text[nearest[0].start : nearest[-1].end]


def _find_base(context: ProofContext, wanted: Days, quantity: Quantity) -> str:
    """Return the time wanted, if a number is only compared with it, or ""."""
    text, _, _ = context.locate(quantity)
    times = context.times[quantity.paragraph]
    first, _ = limits_of_clause(text, quantity.offset, quantity.offset)
    bases = [
        one
        for one in between(times, first, quantity.offset)
        if days_of(one.code) == wanted
        and (right_before(_COMPARED, text, one.start) or _is_multiple_of(text, one, quantity))
    ]
    around = between(times, quantity.offset - _AROUND, quantity.offset + _AROUND)
    if not bases or any(
        days_of(one.code) == wanted and not _is_base(text, one, quantity) for one in around
    ):
        return ""
    return text[bases[0].start : bases[0].end]


def _list_nearest(context: ProofContext, times: Sequence[Time], quantity: Quantity) -> list[Time]:
    """Return the last of some times before a number and those with no number behind them."""
    held = context.quantities_overlapping(quantity.paragraph, times[0].start, times[-1].start)
    after = max((one.offset for one in held if one.unit != "date"), default=-1)
    return [one for one in times if one.start > after]


def _is_base(text: str, time: Time, quantity: Quantity) -> bool:
    """Return whether a number is only compared with a time, or a change to it began then."""
    if _SAME_TIME.fullmatch(text[time.end : quantity.offset]) and not _is_in_comparison(text, time):
        return False
    if _is_compared(text, time) or _is_multiple_of(text, time, quantity):
        return True
    grew = _GREW.fullmatch(text, time.end, quantity.offset)
    return bool(grew and right_before(_FROM, text, time.start))


def _is_multiple_of(text: str, time: Time, quantity: Quantity) -> bool:
    """Return whether a number is a multiple or a share of what there was then: 是2021年的2.7倍."""
    if not _MULTIPLE_OF.fullmatch(text[time.end : quantity.offset]):
        return False
    is_share = quantity.unit == "%" and right_before(_GIVEN_SHARE, text, time.start)
    return quantity.unit == "times" or bool(is_share)


def _is_compared(text: str, time: Time) -> bool:
    """Return whether something is only compared with a time, or began then."""
    return _is_in_comparison(text, time) or bool(_COMPARED_BEHIND.match(text, time.end))


def _is_in_comparison(text: str, time: Time) -> bool:
    is_with = right_before(_WITH, text, time.start) and "相比" in text[time.end : time.end + _FAR]
    return bool(is_with or right_before(_COMPARED, text, time.start))


def _is_of_run(text: str, time: Time) -> bool:
    """Return whether a time tells how long something has gone on: 连续三年."""
    return text.endswith("连续", 0, time.start)
