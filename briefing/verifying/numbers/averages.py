"""How much a month a number is of what a figure counts up over several months."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR
from briefing.model.records import Figure
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.numbers.operands import CLEARLY
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.weighing import Judged, tell_found

_MOST_FACTS = 6
_FLOW = re.compile(
    "产[量值]|[发用耗]电量|(?:完成|资产|民间|工业|开发|产业)投资|[进出]口(?!岸)|贸易额|零售|销售额|销量|[客货]运量"
    "|吞吐量|接待|游客|人次|新增[^，。]*就业"
)
"""What a figure is of that comes about month by month, and adds up."""
_LEVEL = re.compile(
    "标准|能力|[库留]?存|余额|人口|价|保有|在[校册建用]|[均率每日月]|最|总投资|目标|[规计]划|累计"
)
"""What tells of a level, or of what has come about since long ago, which months do not share."""
_QUARTERS = re.compile(r"(\d{4})-Q(\d)(?:/\1-Q(\d))?")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")
_HALF = re.compile(r"\d{4}-H\d")
_YEAR = re.compile(r"\d{4}")
_OF_QUARTER, _OF_HALF, _OF_YEAR = 3, 6, 12


def work_out_average(one: Judged, binder: Binder) -> Found | None:
    """Return a number for each month as borne out by the figure of the months that are named.

    What is only reached at the end of them, as a rate or a goal, has no average.
    """
    number = one.number
    if not any(rate.unit == "month" and rate.number == 1 for rate in number.around.rates):
        return None
    spans = binder.list_times(number)
    for bound in islice(binder.rank_amounts(number), _MOST_FACTS):
        if bound.share < CLEARLY or not _adds_up(bound):
            continue
        codes = [code for code in bound.fact.times if any(suits(span, code) for span in spans)]
        for value in _list_values(number, bound):
            if any(is_result(number, value / months) for months in _list_lengths(codes)):
                return tell_found(number, BORNE_OUT, bound)
    return None


def _adds_up(bound: Bound) -> bool:
    """Return whether a fact that a number fits is of what its months have added up to."""
    fact = bound.fact
    label = fact.record.label.zh if isinstance(fact.record, Figure) else ""
    if not _FLOW.search(label) or _LEVEL.search(label):
        return False
    return bound.fits and not (fact.is_change or fact.stage in HOPED_FOR)


def _list_values(number: Number, bound: Bound) -> Iterator[float]:
    """Yield the values of a fact in the unit of a number, or of things if that has none."""
    value, unit = number.readings[0]
    for held in bound.fact.held if not isinstance(value, Span) else ():
        counts = unit is None and not (held.unit or "").isascii()
        if not isinstance(held.value, str) and held.unit != "%" and (counts or unit == held.unit):
            yield float(held.value)


def _list_lengths(codes: list[str]) -> Iterator[int]:
    """Yield how many months the periods of some codes have; one month has no average."""
    for code in codes:
        if found := _QUARTERS.fullmatch(code):
            yield _OF_QUARTER * (int(found[3] or found[2]) - int(found[2]) + 1)
        elif found := _MONTHS.fullmatch(code):
            yield int(found[3]) - int(found[2]) + 1
        elif _HALF.fullmatch(code):
            yield _OF_HALF
        elif _YEAR.fullmatch(code):
            yield _OF_YEAR
