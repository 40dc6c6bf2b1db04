"""Which of the times that a text tells a figure is of."""

import re
from typing import Any, NamedTuple

from briefing.checks.stages import HOPED
from briefing.drafting.finding.meetings import SPEAKS
from briefing.drafting.found import Span
from briefing.drafting.sections import section_of
from briefing.drafting.text import DraftText
from briefing.drafting.times import (
    APART,
    DAY,
    FROM,
    MONTH,
    REACHED,
    WISHED,
    Time,
    is_to_come,
    leading_period,
    leads,
    times_between,
    year_before,
)
from briefing.model.choices import Stage
from briefing.model.periods import days_of
from briefing.names.joints import JOINT
from briefing.problem import message
from briefing.quantities import Quantity

_PRICE = re.compile("(?:总|概算|估算|拟|计划)投资[^，]{0,3}$|(?:^|的)投资约?$|授信")
_MAKE = re.compile("全长|总长|长约|占地|用地|设计|规划|容量|装机|库容|坝高|面积|年产|年处理")
"""What tells of the make of a thing, which an event in another clause gives no time to."""
_ON, _BASIS = re.compile("在[^，。；]*$"), re.compile("[^，。；0-9]{0,16}的?基础上")
"""What stands around what there was before the time of a sentence: 今年，在建成5家的基础上."""
_NEXT = re.compile(JOINT)
"""What stands between two numbers of a list."""
_NEAR = 8
_FARTHEST = 300
"""No word of a clause further before a number tells of it, so that a dense text is read in time."""
_FLOW = re.compile(
    "新增|新建|改造|完成|发放|接待|惠及|实现|销售|出栏|接诊|交付|办理|办结|培训|发送|运送|签|达到|增至|投入|查处"
)
"""What tells that a number of things is of some time, and not of how many there are."""
_CONTINUES = re.compile("其中|占|比|达到?|居|位居|位列|排|在[^，]{1,8}[排居列]")
"""How a clause begins that goes on to tell of what the number before is of."""
_OTHER_END = re.compile("[^，。；0-9]{0,8}(?:至|到|为)约?")
"""What stands between the two ends of a change, of which the first has a time of its own."""
_YEARLY = re.compile("每年(?!度|[0-9一二三四五六七八九十]+月)")
"""What tells that a number is of each year: 每年节省3亿元."""
_SINCE = re.compile("年起|年以来|年开始")
"""What before that tells more of the time: 自2031年起每年."""
_IS_YEARLY = re.compile("年(?:均|增收|增产|减排|节约|节省|产值|收入|接待)[^，]*$")
"""What before a number tells the same, in a word that may as well be of one year."""
_SO_FAR = re.compile("[去上]年同期|同比")
"""What tells of a change that has come about, of which no time to come is the time."""
_DAYS = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/")
_MEETS = re.compile(f"(?:^|[，。；]){SPEAKS.pattern}")
"""What tells that days before it are those of a meeting, and not of what it says."""
_LONGEST = 1000
"""A meeting speaks no further before a number."""
_CARRIED = ("percent", "money", "measure")
"""The kinds of figures that are of the time which an earlier sentence of the paragraph names."""


class Told(NamedTuple):
    """The fields of a figure that tell times, and the dates that tell them."""

    fields: dict[str, Any]
    spans: tuple[Span, ...] = ()


class Before(NamedTuple):
    """Where the number before a figure ends in its sentence, and what is told of that."""

    end: int
    times: dict[str, Any]
    quantity: Quantity | None = None
    change: dict[str, Any] | None = None
    stage: Stage | None = None

    def goes_on(self, text: DraftText, quantity: Quantity, span: Span) -> bool:
        """Return whether a figure is the next one of a list of numbers: 分别增长5%、6%."""
        one = self.quantity
        if one is None or (one.kind, one.unit) != (quantity.kind, quantity.unit):
            return False
        between = text.paragraphs[span.paragraph - 1][self.end : span.start]
        return one.paragraph == span.paragraph and bool(_NEXT.fullmatch(between))


def read_times(
    text: DraftText, span: Span, kind: str, change: dict[str, Any], before: Before
) -> Told:
    """Return the period or deadline of a figure, where the words before it tell one.

    A change, a share and a rank have the time of the figure before them. Where the sentence tells
    none, it may be that which begins an earlier sentence of the paragraph, which is our conclusion.
    What a ``change`` is measured from is added to it. Where times stand in the sentence of which
    none is surely that of the figure, it is left to do.
    """
    sentence, clause = text.sentence_of(span), text.clause_of(span)
    begin = max(clause.start, span.start - _FARTHEST)
    words = text.paragraphs[span.paragraph - 1][begin : span.start]
    if _BASIS.match(text.paragraphs[span.paragraph - 1], span.end) and _ON.search(words):
        return Told({})
    times = times_between(text, span.paragraph, sentence.start, span.start)
    since = _measure(text, change, times, before.end, span.paragraph)
    if yearly := _find_yearly(text, span, sentence.start, max(begin, before.end)):
        return Told({"period": {"zh": text.read(yearly)}}, (yearly, *since))
    one, is_shifted = _choose(text, span, times, kind, before.end, bool(change))
    if one is None and not is_shifted:
        continues = _CONTINUES.match(words) or _is_of_part(text, span)
        is_end = _OTHER_END.fullmatch(text.paragraphs[span.paragraph - 1], before.end, span.start)
        was_then = is_end and any(each.is_next and each.start < before.end for each in times)
        if before.times and not was_then and (change or kind == "rank" or continues):
            return Told(before.times, since)
        carried = "" if times else _carry(text, span, kind, words)
        if carried:
            return Told({"period": carried, "inferred": ["period"]}, since)
        section = None if times else section_of(text, span.paragraph)
        if section and _may_carry(text, span, kind, words):
            return Told({"period": section.year, "inferred": ["period"]}, (section.told, *since))
    if one is None:
        left = [each for each in times if each.code and not each.is_compared]
        is_open = kind in _CARRIED and not (_PRICE.search(words) or _MAKE.search(words[-_NEAR:]))
        unsure = is_shifted or (left and is_open)
        return Told({"todo": [message("draft.todo.period")]} if unsure else {}, since)
    at = Span(span.paragraph, one.start, one.end)
    if one.code is None:  # what is said in words may have a number in it: 四年来
        return Told({"period": {"zh": text.read(at)}}, (at, *since))
    spans = (at,) if one.is_written else ()
    is_ours = is_shifted or text.read(at).startswith("上")  # the year of which it is the last
    code = year_before(one.code) if is_shifted else one.code
    ahead = text.paragraphs[span.paragraph - 1][sentence.start : span.start]
    told = ahead[: one.start - sentence.start]
    is_due = is_to_come(text, code) and (
        REACHED.search(told) or WISHED.search(ahead) or HOPED.search(ahead)
    )
    fields: dict[str, Any] = {"period": code} | ({"due": code} if is_due else {})
    return Told(fields | ({"inferred": ["period"]} if is_ours else {}), spans + since)


def _find_yearly(text: DraftText, span: Span, sentence: int, begin: int) -> Span | None:
    """Return where the words before a figure tell that it is of each year, if they tell no more."""
    paragraph = text.paragraphs[span.paragraph - 1]
    found = _YEARLY.search(paragraph, begin, span.start)
    if not found or _SINCE.search(paragraph, sentence, span.start):
        return None
    later = times_between(text, span.paragraph, found.end(), span.start)
    return None if later else Span(span.paragraph, *found.span())


def _is_of_part(text: DraftText, span: Span) -> bool:
    """Return whether 其中 begins the sentence of a figure, or the clause before its own."""
    paragraph = text.paragraphs[span.paragraph - 1]
    begin = text.sentence_of(span).start
    return paragraph.startswith("其中", begin) or paragraph.endswith(
        ("其中，", "其中:", "其中："), 0, text.clause_of(span).start
    )


def _measure(
    text: DraftText, change: dict[str, Any], times: list[Time], last: int, number: int
) -> tuple[Span, ...]:
    """Note in a change the written time that it is measured from, and return where that stands."""
    since: tuple[Span, ...] = ()
    paragraph = text.paragraphs[number - 1]
    last_year = str(text.date.year - 1) if text.date else ""
    for one in times:
        if one.code == last_year and paragraph.startswith("同期", one.end):
            continue  # that is on the year before
        is_of_change = one.is_compared and one.is_written and one.start >= last
        if change and is_of_change and one.code and not is_to_come(text, one.code):
            change |= {"since": one.code, "over": "total"}
            since = (Span(number, one.start, one.end),)
    return since


def _choose(
    text: DraftText, span: Span, times: list[Time], kind: str, last: int, is_change: bool
) -> tuple[Time | None, bool]:
    """Return the time of a figure, if one is surely its, and whether a year before it is meant.

    It is the last time of its clause, else the last that governs it. ``last`` is where the number
    before the figure ends.
    """
    paragraph = text.paragraphs[span.paragraph - 1]
    clause = text.clause_of(span)
    is_from = bool(FROM.search(paragraph, max(0, span.start - 1), span.start))
    words = paragraph[max(clause.start, span.start - _FARTHEST) : span.start]
    is_shifted = False
    for one in reversed(times):
        is_own = one.start >= clause.start or leads(text, one, clause)
        if one.is_compared or (one.is_next and not (is_own and one.start >= last)):
            continue
        if one.is_shifted:
            is_shifted = True
        elif is_from and one.code and is_to_come(text, one.code):
            continue
        elif is_own:
            is_day = one.code and DAY.match(one.code) and not one.governs
            if not is_day and not (one.start < clause.start and _PRICE.search(words)):
                return one, is_shifted
        elif _governs(text, one, span, kind, is_change) and (one.code or not is_shifted):
            return one, is_shifted
    return None, is_shifted


def _governs(text: DraftText, one: Time, span: Span, kind: str, is_change: bool) -> bool:
    """Return whether a time of another clause is that of a figure."""
    paragraph = text.paragraphs[span.paragraph - 1]
    of_month = is_change and MONTH.match(one.code or "") and APART.match(paragraph, one.end)
    if not (one.governs or of_month) or _is_quoted(text, one.end, span):
        return False
    start = max(text.clause_of(span).start, span.start - _FARTHEST)
    words = paragraph[start : span.start]
    is_reached = REACHED.search(paragraph, max(0, one.start - 3), one.start)
    if _PRICE.search(words) or (_MAKE.search(words[-_NEAR:]) and not is_reached):
        return False
    if one.code and is_to_come(text, one.code):
        begins_later = text.date is not None and days_of(one.code).first > text.date
        return not (is_change and begins_later and _SO_FAR.search(words))
    is_stock = kind == "duration" or (
        kind == "count" and not is_reached and not _FLOW.search(words)
    )
    return not (is_stock and not is_change) and not HOPED.search(words)


def _carry(text: DraftText, span: Span, kind: str, words: str) -> str | None:
    """Return the period with which an earlier sentence of the paragraph begins, for a figure."""
    sentence = text.sentence_of(span)
    carried = leading_period(text, sentence) if _may_carry(text, span, kind, words) else None
    paragraph, begin = text.paragraphs[span.paragraph - 1], max(0, span.start - _LONGEST)
    is_of_meeting = carried and _DAYS.match(carried) and _MEETS.search(paragraph, begin, span.start)
    return None if is_of_meeting else carried


def _may_carry(text: DraftText, span: Span, kind: str, words: str) -> bool:
    """Return whether a figure may be of a time that its sentence does not tell."""
    is_of_thing = (
        _IS_YEARLY.search(words)
        or _PRICE.search(words)
        or _MAKE.search(words[-_NEAR:])
        or HOPED.search(words)
    )
    is_flow = kind in _CARRIED or (kind == "count" and _FLOW.search(words))
    start = text.sentence_of(span).start
    return bool(is_flow) and not is_of_thing and not _is_quoted(text, start, span)


def _is_quoted(text: DraftText, at: int, span: Span) -> bool:
    """Return whether a quotation begins or ends between an offset and a figure."""
    between = text.paragraphs[span.paragraph - 1][at : span.start]
    return between.count("“") != between.count("”")
