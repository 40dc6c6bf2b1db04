"""The rules on when a figure is of, and on what change it tells: both must be in the text."""

import datetime
import re
from collections.abc import Iterator
from functools import cached_property

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import limits_of_clause
from briefing.checks.naming import comparable
from briefing.checks.registry import source_rule
from briefing.checks.rules.periods import tell_other_time
from briefing.checks.stated import MOST_PLACES, all_stated, stated_quantities
from briefing.checks.times import list_plans
from briefing.model.parts import Bilingual, Change, Evidence, infers
from briefing.model.periods import Days, days_of
from briefing.model.records import Figure
from briefing.model.text import Paragraph
from briefing.problem import Finding, message
from briefing.quantities import Quantity
from briefing.quantities.bases import find_bases, find_bases_of
from briefing.quantities.directions import find_direction
from briefing.quantities.ends import find_ends

_BASES = {"yoy": "yoy", "mom": "mom", "qoq": "mom"}
_COMPARISONS = frozenset(["yoy", "mom"])
_PRICES = frozenset(["real", "nominal"])
_TURNS = {"up": "up", "down": "down", "level": "flat"}
_MOVED = ("up", "down")
_OF_CHANGE = re.compile("[增升涨高快多扩减降跌落少低缩负回速长超翻差余]|[-−]")
"""Characters of which one stands in any word that tells of a rise or fall."""
_MULTIPLE = re.compile(
    "(?:是|为|相当于|达到?)[^，。；]{0,12}(?:前|[年月时初期])的[近约超逾]?(?:过|超过)?$"
)
"""What stands before a number of times, or a share, of what there was before."""
_AVERAGE = re.compile(
    "年(?:均|平均|复合)[^，。；0-9]{0,12}[增升涨减降速]|[增升涨减降][^，。；0-9]{0,4}年均"
)
"""What tells that a change is that of a year, on the average of several."""
_YEARLY = re.compile("年(?:均|平均|复合)|每年|平均.{0,8}年")
"""What may tell so, anywhere in a paragraph."""
_NEAR = 60
_WHOLE_YEAR = re.compile("全年|年度|年内|年终")
_UP_TO_NOW = re.compile("截[至止]到?(?:目前|今日|今天|发稿)")
_TITLE = 1
"""The paragraph of the title, which tells what the whole article is of."""
_FIELDS = ("period", "due")


@source_rule()
def period_not_told(context: ProofContext) -> Iterator[Finding]:
    """A period or a deadline (`due`) is not stated in the paragraphs of its anchors.

    It may also be stated in the title or, if these paragraphs state no time at all, before them. A
    period may be stated by its two ends. Words must stand there or before. What is `inferred` is
    not checked.

    Passes:
        # 前三季度总投资300亿元。
        figures: [{id: cost, label: {zh: 总投资}, text: 300亿元, value: 30000000000, unit: CNY,
          kind: money, period: 2031-Q1/2031-Q3, evidence: [{paragraph: 2, anchor: 300亿元}]}]
    Fails:
        # 前三季度总投资300亿元。
        figures: [{id: cost, label: {zh: 总投资}, text: 300亿元, value: 30000000000, unit: CNY,
          kind: money, period: 2031-Q2, evidence: [{paragraph: 2, anchor: 300亿元}]}]
    """
    times = _Times(context)
    for path, part in context.article.claims:
        evidence: tuple[Evidence, ...] = getattr(part, "evidence", ())
        for field in _FIELDS:
            period = getattr(part, field, None)
            if not period or infers(part, field) or not evidence:
                continue
            numbers = {proof.paragraph for proof in evidence}
            if not times.tell(period, numbers):
                words = period.zh if isinstance(period, Bilingual) else period
                found = message("period-not-told", period=words)
                of_figure = part if isinstance(part, Figure) and field == "period" else None
                if of_figure and (other := tell_other_time(context, of_figure)):
                    found = message("period-not-told.other", period=words, told=other[1])
                yield Finding(found, (*path, field))


class _Times(Lookup):
    """The periods that the paragraphs of a text tell, each paragraph being read once."""

    def tell(self, period: str | Bilingual, numbers: set[int]) -> bool:
        """Return whether a period is told in the paragraphs of those numbers.

        Where these tell no time at all, it may be told in those before them.
        """
        last = max(numbers)
        if isinstance(period, Bilingual):
            words = comparable(period.zh)
            return any(words in text for text in self._texts[:last])
        wanted = days_of(period)
        told = {days for number in numbers for days in self._told.get(number, ())}
        if told:
            told |= self._told.get(_TITLE, set())
            return any(one.first == wanted.first for one in told) and any(
                one.last == wanted.last for one in told
            )
        begins, ends = self._earliest
        return begins.get(wanted.first, last) < last and ends.get(wanted.last, last) < last

    @cached_property
    def _texts(self) -> list[str]:
        return [comparable(one.text) for one in self._context.source.paragraphs]

    @cached_property
    def _told(self) -> dict[int, set[Days]]:
        paragraphs = self._context.source.paragraphs
        return {one.number: set(_list_periods(self._context, one)) for one in paragraphs}

    @cached_property
    def _earliest(self) -> tuple[dict[datetime.date, int], dict[datetime.date, int]]:
        """The first paragraph that tells a period which begins on a day, and one which ends."""
        begins: dict[datetime.date, int] = {}
        ends: dict[datetime.date, int] = {}
        for number, told in self._told.items():
            for days in told:
                begins.setdefault(days.first, number)
                ends.setdefault(days.last, number)
        return begins, ends


def _list_periods(context: ProofContext, paragraph: Paragraph) -> Iterator[Days]:
    """Yield the periods that a paragraph tells."""
    text = paragraph.text
    yield from (days_of(one.code) for one in context.times[paragraph.number])
    if context.date and _WHOLE_YEAR.search(text):
        yield days_of(str(context.date.year))
    if context.date and _UP_TO_NOW.search(text):
        yield days_of(context.date.isoformat())
    yield from map(days_of, list_plans(text))


@source_rule()
def change_not_told(context: ProofContext) -> Iterator[Finding]:
    """A figure's change is not what stands around its number: on a year or a month, up or down.

    Passes:
        # 产量同比增长5%。
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          change: {over: yoy, turn: up}, evidence: [{paragraph: 2, anchor: 产量同比增长5%}]}]
    Fails:
        # 产量同比增长5%。
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          change: {over: yoy, turn: down}, evidence: [{paragraph: 2, anchor: 产量同比增长5%}]}]
    """
    for index, figure in enumerate(context.article.of(Figure)):
        if figure.change is None or "change" in figure.inferred:
            continue
        stated = stated_quantities(context, figure)
        differing = [set(_differing(context, figure.change, one)) for one in stated]
        for field in sorted(set.intersection(*differing)) if differing else ():
            given = getattr(figure.change, field)
            found = message("change-not-told", field=field, given=given)
            yield Finding(found, ("figures", index, "change", field))


@source_rule()
def before_not_told(context: ProofContext) -> Iterator[Finding]:
    """The text does not tell that a figure was another one `before`: 由9%升至12%.

    A word such as 由 or 从 stands before the first number, and a verb of change between the two. Of
    two lists each number was the one in its place: 从8家、5家增加到9家、7家. What is `inferred`
    need not be told.

    Passes:
        # 机床占比由9%升至12%。
        figures: [{id: share, label: {zh: 占比}, text: 12%, value: 12, unit: '%', kind: percent,
            before: old-share, evidence: [{paragraph: 2, anchor: 12%}]},
          {id: old-share, label: {zh: 占比}, text: 9%, value: 9, unit: '%', kind: percent,
            evidence: [{paragraph: 2, anchor: 9%}]}]
    Fails:
        # 机床占比由12%降至9%。
        figures: [{id: share, label: {zh: 占比}, text: 12%, value: 12, unit: '%', kind: percent,
            before: old-share, evidence: [{paragraph: 2, anchor: 12%}]},
          {id: old-share, label: {zh: 占比}, text: 9%, value: 9, unit: '%', kind: percent,
            evidence: [{paragraph: 2, anchor: 9%}]}]
    """
    figures = {one.id: one for one in context.article.of(Figure)}
    told: dict[int, _Firsts] = {}
    for index, figure in enumerate(context.article.of(Figure)):
        if figure.before is None or "before" in figure.inferred:
            continue
        earlier = figures[figure.before]
        for number in {proof.paragraph for proof in figure.evidence} - told.keys():
            told[number] = _find_firsts(context, number)
        stated, before = all_stated(context, figure), all_stated(context, earlier)
        if max(len(stated), len(before)) > MOST_PLACES:
            continue
        known = {(one.paragraph, one.offset) for one in before}
        if not any(
            (one.paragraph, first) in known
            for one in stated
            for first in told[one.paragraph].get(one.offset, ())
        ):
            found = message("before-not-told", first=earlier.text, last=figure.text)
            yield Finding(found, ("figures", index, "before"))


_Firsts = dict[int, list[int]]
"""Where the numbers stand from which a thing has changed, by where those stand to which it has."""


def _find_firsts(context: ProofContext, number: int) -> _Firsts:
    paragraph = context.source.paragraph(number)
    quantities = context.quantities.get(number, ())
    found: _Firsts = {}
    for one in find_ends(paragraph.text, quantities) if paragraph else ():
        found.setdefault(one.last.offset, []).append(one.first.offset)
    return found


def _differing(context: ProofContext, change: Change, quantity: Quantity) -> Iterator[str]:
    """Yield the fields of a change that the words around a quantity do not tell so.

    With what it is compared may be said anywhere in its sentence, and once for several numbers.
    """
    text, start, end = context.locate(quantity)
    wanted = _BASES.get(change.over or "")
    near, far = find_bases(text, start, end, "zh"), find_bases_of(text)
    prices = near & _PRICES or far & _PRICES
    told = near & _COMPARISONS or far & _COMPARISONS or {"yoy"}
    average = _AVERAGE.search(_clause_around(text, start, end))
    if wanted and wanted not in told:  # what is compared with nothing is so with the year before
        yield "over"
    elif (wanted or change.over == "total") and average and not near & _COMPARISONS:
        yield "over"  # it is that of a year among several
    elif change.over == "annual_average" and not _YEARLY.search(text):
        yield "over"
    if change.prices and change.prices not in prices:
        yield "prices"
    turn = find_direction(text, start, end, "zh")
    turn = turn or _compare_with_before(text[max(0, start - _NEAR) : start], quantity)
    told_otherwise = turn and turn != _TURNS.get(change.turn or "", turn)
    if told_otherwise or (change.turn in _MOVED and not turn and not _tells_turn(text, start)):
        yield "turn"


def _clause_around(text: str, start: int, end: int) -> str:
    """Return the clause in which a number stands, as far as it is near."""
    first, last = limits_of_clause(text, start, end)
    return text[max(first, start - _NEAR) : min(last, end + _NEAR)]


def _compare_with_before(before: str, quantity: Quantity) -> str:
    """Return the turn of what is so many times what it was: up in 是十年前的3.5倍."""
    whole = {"times": 1, "%": 100}.get(quantity.unit or "")
    if whole is None or not _MULTIPLE.search(before) or not isinstance(quantity.value, int | float):
        return ""
    return "up" if quantity.value > whole else "down"


def _tells_turn(text: str, start: int) -> bool:
    """Return whether the clause of a number, or the one before it, has any word of a change."""
    clauses = re.split("[，。；！？,;]", text[max(0, start - _NEAR) : start + _NEAR])
    before = re.split("[，。；！？,;]", text[max(0, start - _NEAR) : start])
    own = len(before) - 1
    return any(_OF_CHANGE.search(one) for one in clauses[max(0, own - 1) : own + 1])
