"""Figures for a draft: every quantity of a text with what the words around it say of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from briefing.checks.hopes import FORETOLD, STRIVEN
from briefing.checks.stages import HOPED, read_stage
from briefing.checks.times import find_ahead, find_times
from briefing.drafting.figuretimes import Before, Told, read_times
from briefing.drafting.found import Span
from briefing.drafting.naming import is_span, leave_bracket, make_label
from briefing.drafting.text import LONGEST_ANCHOR, DraftText, span_of
from briefing.drafting.times import WISHED, is_to_come, times_between
from briefing.drafting.wishes import begins_later, is_demanded, is_wished
from briefing.model.choices import Stage
from briefing.model.parts import LARGEST_WHOLE
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.bases import find_bases, find_bases_of
from briefing.quantities.directions import find_direction
from briefing.quantities.qualifiers import is_goal

_CLOSE = 16
"""No word right before a number that tells of it stands further before it."""
_BEFORE, _AFTER = 8, 4  # so many characters around a quantity its qualifier may take
_WIDTHS = sorted(product(range(_BEFORE + 1), range(_AFTER + 1)), key=lambda one: (sum(one), one))
_PLANNED = re.compile("计划|规划|拟|谋划|将")
_TURNS = {"up": "up", "down": "down", "flat": "level"}
_CHANGED = re.compile(
    "同比|环比|增长|下降|上升|提高|提升|增加|减少|[增减]产|[增减]收|增速|增幅|降幅|涨幅|回落|加快|上涨|下跌"
    "|(?:提速|缩短|降低|压缩|压减|缩减|精简)了?$|[升降增减涨跌]$"
)
_AGAINST_OTHERS = re.compile(
    "(?:[高低快慢优多少]于|[高低快慢](?:过|出)|比(?:全|其他|周边|邻|[一-鿿]{0,4}平均)[^，]{0,8}[高低快慢多少])[^，]*$"
)
"""What before a number compares with others, and not with what was: 高于全省平均水平."""
_CAME_ABOUT = re.compile(
    "(?:已经?|累计|工程|投资)(?:完成|入驻|投入|掘进|浇筑|落地|签|交付|发放|铺)[^，,]{0,8}$|完成(?:投资|年度)[^，,]{0,8}$"
    "|(?:清退|腾出|关停|撤并|修复|接诊|新改建|改扩建|新增(?!年|产能)|铺了|减少|净增|发放|惠及)[^，,]{0,10}$"
    "|(?:[增减升降]至|[高低]到|缩短[至到]|压缩[至到])$|比[^，,]{1,6}(?:提高|减少|增加了?|缩小|净增|提前)$|同比[^，,]{1,4}$"
)
"""What before a number without a time tells that this is how things are by now."""
_OF_GROWTH = re.compile("增长的?(?:[一-鿿]{0,4}?)(?:贡献|拉动)[^，]*$")
"""What before a number names the growth to which something contributes, and tells of no change."""
_CLASS = re.compile(
    "(?:[十百千]?[亿万]|[百千]万)"
    "(?:级?(?:县区?|镇|村|园区|企业|产业|集群|强县|商圈)"
    "|(?:元|美元|斤|吨)?级?(?:以上|以下)?的?级?[一-鿿]{0,6}?(?:项目|工程|企业|产业|集群|园区|粮食产能))"
)
"""A class of things, told by their size: 百亿县区, 亿元以上项目."""
_REFERS_BACK = re.compile("[两二三四五]地|[两二]国|[两二三四]个?方面")
_BESIDE = re.compile(
    "(?:增长|下降|上升|提高|提升|增加|减少|净增|新增|回落|加快|缩短|压缩|压减|缩减|降低|延长"
    "|(?:同比|[比较][去上]年)[^，]{0,4}[增减][产收])了?$"
)


class DraftFigure(NamedTuple):
    """A quantity as a figure: its fields by name, and the span of its text with its qualifier.

    ``dates`` are the spans of what tells its period, its deadline or what it is measured from.
    ``before`` is that of the number which the same thing had before.
    """

    span: Span
    fields: dict[str, Any]
    dates: tuple[Span, ...] = ()
    before: Span | None = None


def list_figures(text: DraftText, but_in: frozenset[int] = frozenset()) -> Iterator[DraftFigure]:
    """Yield a figure for each quantity of a text that has a value and is no date.

    Paragraphs whose numbers are in ``but_in`` are left out.
    """
    for number, quantities in text.quantities.items():
        if number in but_in:
            continue
        sentence, subject, outer, before = None, "", "", Before(0, {})
        for quantity in quantities:
            if not is_figure(quantity) or is_span(text, quantity) or is_class(text, quantity):
                continue
            around = text.sentence_of(span_of(quantity))
            if around != sentence:
                sentence, subject = around, ""
                before = Before(around.start, _times_of_part(text, around, before))
            span = _with_class(text, quantity, _with_qualifier(text, quantity))
            between = text.paragraphs[number - 1][before[0] : span.start]
            subject, outer = leave_bracket(between, subject, outer)
            label, subject = make_label(text, quantity, span.start, subject)
            if _is_goal(text, quantity):  # else it has the label of the result
                label = "目标" if re.search("^比|[高低快慢]于", subject) else f"{subject}目标"
            fields, dates = _read_fields(text, quantity, span, before)
            yield DraftFigure(span, {"label": label} | fields, dates)
            before = Before(
                span.end, _times_of(fields), quantity, fields["change"], fields["stage"]
            )


def is_figure(quantity: Quantity) -> bool:
    """Return whether a quantity can be a figure: it has a value and is no date and no name."""
    return (
        quantity.kind not in ("name", "date")
        and quantity.unit != "date"
        and quantity.value is not None
        and _may_be_held(quantity.value)
        and quantity.qualifier != "every"
        and not is_article(quantity)
        and not refers_back(quantity)
    )


def _may_be_held(value: object) -> bool:
    """Return whether a model may have a value, or each of several: some are too large."""
    if isinstance(value, list):
        return all(map(_may_be_held, value))
    return not isinstance(value, int | float) or abs(value) <= LARGEST_WHOLE


def is_article(quantity: Quantity) -> bool:
    """Return whether a quantity only says that it is some thing, as 一座 in 不能只是一座码头."""
    return quantity.kind == "count" and quantity.value == 1 and quantity.text.startswith("一")


def is_class(text: DraftText, quantity: Quantity) -> bool:
    """Return whether a quantity only names a class of things by their size: 百亿县区."""
    named = _CLASS.match(text.paragraphs[quantity.paragraph - 1], quantity.offset)
    return named is not None and quantity.kind in ("count", "money", "measure")


def refers_back(quantity: Quantity) -> bool:
    """Return whether a quantity only sums up the places that were named: 甲乙丙三地, 两国."""
    return bool(_REFERS_BACK.fullmatch(quantity.text))


def _times_of_part(text: DraftText, sentence: Span, before: Before) -> dict[str, Any]:
    """Return the times of the figure before, if a sentence tells of its parts: 其中，出口5亿元."""
    if not before.times or not text.read(sentence).lstrip().startswith("其中"):
        return {}
    return {name: before.times[name] for name in before.times if name != "due"} | {
        "inferred": ["period"]
    }


def _times_of(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in ("period", "due", "inferred") if fields.get(name)}


def _read_fields(text: DraftText, quantity: Quantity, span: Span, before: Before) -> Told:
    """Return the fields of a figure, and where its times are told."""
    low, high = quantity.value, None
    if isinstance(quantity.value, list):
        low, high = quantity.value[0], quantity.value[-1]
    listed = before.goes_on(text, quantity, span)
    change = _read_change(text, quantity, span, before.end)
    if listed and not change:  # 分别增长5%、6%
        change = dict(before.change or {})
    is_ratio = quantity.kind == "count" and quantity.unit is None
    times = read_times(text, span, "measure" if is_ratio else quantity.kind, change, before)
    if change and change.get("over") not in (None, "annual_average"):
        change |= _read_span(text, span, times.fields.get("period"))
    stage = _read_stage(text, span) or _stage_of_result(text, span, times.fields)
    if listed:
        stage = stage or before.stage
    if stage == "done" and begins_later(text, times.fields.get("period")):
        stage = "planned"
    is_demand = stage != "expected" and is_demanded(text, span, times.fields)
    if is_demand or _is_goal(text, quantity):
        stage = "sought"
    elif stage in (None, "planned") and is_wished(text, span, times.fields):
        stage, times = "sought", times._replace(fields=_with_due(times.fields))
    fields = {
        "text": text.read(span),
        "value": low,
        "value_to": high,
        "unit": quantity.unit,
        "qualifier": "rank" if quantity.kind == "rank" else quantity.qualifier,
        "kind": quantity.kind,
        **times.fields,
        "change": change or None,
        "stage": stage,
    }
    return Told(fields, times.spans)


def _with_qualifier(text: DraftText, quantity: Quantity) -> Span:
    """Return the shortest span around a quantity in which it is read with its qualifier.

    Of an ordinal that is none by itself the word behind it is a part: 一等奖.
    """
    span = span_of(quantity)
    paragraph = text.paragraphs[span.paragraph - 1]
    if quantity.qualifier == "exact" and _says_something(quantity.text):
        return span
    wanted = (quantity.value, quantity.unit, quantity.qualifier)
    further = ((left, 0) for left in range(_BEFORE + 1, LONGEST_ANCHOR - len(quantity.text) + 1))
    for left, right in (*_WIDTHS, *further):
        first, last = max(0, span.start - left), min(len(paragraph), span.end + right)
        read = scan_paragraph(paragraph[first:last], date=text.date)
        if any((one.value, one.unit, one.qualifier) == wanted for one in read):
            # no word of it is cut in two
            first -= paragraph.startswith(("超过", "突破", "接近", "将近", "大约"), first - 1)
            return Span(span.paragraph, first, last)
    return span


def _with_class(text: DraftText, quantity: Quantity, span: Span) -> Span:
    """Return the span with the 级 behind a measure, which tells a class and no amount: 7亿吨级."""
    is_class = text.paragraphs[span.paragraph - 1].startswith("级", span.end)
    return span._replace(end=span.end + (is_class and quantity.kind == "measure"))


@lru_cache(maxsize=4096)
def _says_something(words: str) -> bool:
    """Return whether a quantity is one without the words around it."""
    return bool(scan_paragraph(words))


def _read_change(text: DraftText, quantity: Quantity, span: Span, last: int) -> dict[str, Any]:
    """Return the fields of a figure's change, as far as the words beside it tell of one."""
    paragraph = text.paragraphs[span.paragraph - 1]
    before = text.words_before(text.clause_of(span), span)
    is_share = quantity.unit in ("%", "pp")  # an age is none: 提高3岁以下婴幼儿的扣除标准
    if not is_share and (quantity.unit in ("岁", "级") or not _BESIDE.search(before[-_CLOSE:])):
        return {}
    turn = find_direction(paragraph, quantity.offset, quantity.offset + len(quantity.text), "zh")
    if not turn or _OF_GROWTH.search(before):
        return {}
    if not _CHANGED.search(before) or _AGAINST_OTHERS.search(before):
        return {}
    near = find_bases(paragraph, span.start, span.end, "zh")
    near |= find_bases_of(paragraph[max(last, span.start - 40) : span.start])
    far = find_bases_of(text.words_before(text.sentence_of(span), span))
    change: dict[str, Any] = {}
    if "年均" in before:
        change["over"] = "annual_average"
    elif over := {"yoy", "mom"} & near or {"yoy"} & far:
        change["over"] = max(over)
    change["turn"] = _TURNS[turn]
    if prices := {"real", "nominal"} & near:
        change["prices"] = min(prices)
    if "口径" in before:
        change["comparable"] = True
    return change


def _read_span(text: DraftText, span: Span, period: Any) -> dict[str, Any]:
    """Return whether a change is of the time since the year began, or of its last part alone."""
    sentence = text.sentence_of(span)
    before = text.words_before(sentence, span)
    if re.search("当月|当季|单月", before):
        return {"span": "current"}
    starts = isinstance(period, str) and re.search("-(?:01|Q1)/", period)
    return {"span": "cumulative"} if starts or "累计" in before else {}


@lru_cache(maxsize=4)
def _find_ahead(text: DraftText, number: int) -> list[tuple[int, int]]:
    """Return the spans of the times of a paragraph that are still to come."""
    paragraph = text.paragraphs[number - 1]
    times = find_times(paragraph, text.quantities[number], text.date)
    return find_ahead(paragraph, times, text.date)


def _read_stage(text: DraftText, span: Span) -> Stage | None:
    """Return how far a thing has come, where the verbs of its clause tell one stage."""
    paragraph = text.paragraphs[span.paragraph - 1]
    told = read_stage(paragraph, span.start, span.end, _find_ahead(text, span.paragraph))
    if told is None:
        return None
    if len(told.stages) == 1:
        return told.stages[0]
    dated = re.search("[0-9年月]", told.verb)  # a time to come, and no word of hope
    if dated or _PLANNED.search(told.verb):
        return "planned"
    return "expected" if FORETOLD.fullmatch(told.verb) else "sought"


def _is_goal(text: DraftText, quantity: Quantity) -> bool:
    span = span_of(quantity)
    return is_goal(text.paragraphs[span.paragraph - 1], span.end)


def _with_due(times: dict[str, Any]) -> dict[str, Any]:
    """Return times of which the period is the deadline, too."""
    return {name: value for name, value in times.items() if name != "todo"} | {
        "due": times["period"]
    }


def _stage_of_result(text: DraftText, span: Span, times: dict[str, Any]) -> Stage | None:
    """Return that a figure of a time that is past is a result, unless it was wished or planned."""
    period = times.get("period")
    sentence = text.sentence_of(span)
    before = text.words_before(sentence, span)
    if WISHED.search(before) or _PLANNED.search(before) or STRIVEN.search(before):
        return None
    if isinstance(period, str):
        return None if is_to_come(text, period) else "done"
    is_told = _CAME_ABOUT.search(before[-_CLOSE:]) and not HOPED.search(before)
    is_later = any(
        is_to_come(text, one.code)
        for one in times_between(text, span.paragraph, sentence.start, span.start)
        if one.code
    )
    return "done" if is_told and not is_later else None
