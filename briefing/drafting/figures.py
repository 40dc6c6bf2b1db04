"""Figures for a draft: every quantity of a text with what the words around it say of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from briefing.checks.stages import read_stage
from briefing.checks.times import find_ahead, find_times
from briefing.drafting.found import Span
from briefing.drafting.naming import make_label
from briefing.drafting.text import DraftText, span_of
from briefing.model.choices import Stage
from briefing.model.parts import LARGEST_WHOLE
from briefing.model.periods import CODE, days_of
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.bases import find_bases, find_bases_of
from briefing.quantities.directions import find_direction

_BEFORE, _AFTER = 8, 4
"""How many characters before and behind a quantity its qualifier may take."""
_WIDTHS = sorted(product(range(_BEFORE + 1), range(_AFTER + 1)), key=lambda one: (sum(one), one))
_DAY = len("2031-05-02")
_COMPARED = re.compile("(?:[比较与同]|相比|相较)$")
_REACHED = re.compile("(?:截至|截止|截止到|到|至)$")
_WISHED = re.compile("力争|确保|争取|努力|目标|争创|锚定|要")
_PLANNED = re.compile("计划|规划|拟|谋划|将")
_YEAR = re.compile("(?:^|[，,；;])[^，,；;]{0,4}(?:今年(?!以来|第|首)|全年|年内)")
_IN_WORDS = re.compile(
    "截至目前|截止目前|目前|“?十[一二三四五六七]五”?(?:时期|期间)|[一-鿿]{2,6}期间"
)
_APART = re.compile(
    "(?:底|末|初|间|内|中|以来|期间|全年|时)?(?:，|,(?![0-9]))|[、和及与至]|当月|当季"
)
_TURNS = {"up": "up", "down": "down", "flat": "level"}
_CHANGED = re.compile(
    "同比|环比|增长|下降|上升|提高|提升|增加|减少|增速|增幅|降幅|涨幅|回落|加快|上涨|下跌|[升降增减涨跌]$"
)
_BESIDE = re.compile("(?:增长|下降|上升|提高|提升|增加|减少|净增|新增|回落|加快)了?$")
_CARRIED = ("percent", "money", "measure")
"""The kinds of figures that are of the time which an earlier sentence of the paragraph names."""


class DraftFigure(NamedTuple):
    """A quantity as a figure: its fields by name, and the span of its text with its qualifier.

    ``dates`` are the spans of what tells its period, its deadline or what it is measured from.
    """

    span: Span
    fields: dict[str, Any]
    dates: tuple[Span, ...] = ()


class _Times(NamedTuple):
    """The fields of a figure that tell times, and where these are told."""

    fields: dict[str, Any]
    spans: tuple[Span, ...] = ()


class _Before(NamedTuple):
    """Where the figure before another one in its sentence ends, and the times that it has."""

    end: int
    times: _Times


_NOTHING = _Before(0, _Times({}))


def list_figures(text: DraftText, but_in: frozenset[int] = frozenset()) -> Iterator[DraftFigure]:
    """Yield a figure for each quantity of a text that has a value and is no date.

    Paragraphs whose numbers are in ``but_in`` are left out.
    """
    for number, quantities in text.quantities.items():
        if number in but_in:
            continue
        sentence, subject, before = None, "", _NOTHING
        for quantity in quantities:
            if not is_figure(quantity):
                continue
            around = text.sentence_of(span_of(quantity))
            if around != sentence:
                sentence, subject = around, ""
                before = _Before(around.start, _Times({}))
            span = _with_qualifier(text, quantity)
            label, subject = make_label(text, quantity, span.start, subject)
            fields, dates = _read_fields(text, quantity, span, before)
            yield DraftFigure(span, {"label": label} | fields, dates)
            before = _Before(span.end, _Times(_times_of(fields)))


def is_figure(quantity: Quantity) -> bool:
    """Return whether a quantity can be a figure: it has a value and is no date and no name."""
    return (
        quantity.kind not in ("name", "date")
        and quantity.unit != "date"
        and quantity.value is not None
        and _may_be_held(quantity.value)
        and quantity.qualifier != "every"
        and not is_article(quantity)
    )


def _may_be_held(value: object) -> bool:
    """Return whether a model may have a value, or each of several: some are too large."""
    if isinstance(value, list):
        return all(map(_may_be_held, value))
    return not isinstance(value, int | float) or abs(value) <= LARGEST_WHOLE


def is_article(quantity: Quantity) -> bool:
    """Return whether a quantity only says that it is some thing, as 一座 in 不能只是一座码头."""
    return quantity.kind == "count" and quantity.value == 1 and quantity.text.startswith("一")


def _times_of(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in ("period", "due", "inferred") if fields.get(name)}


def _read_fields(text: DraftText, quantity: Quantity, span: Span, before: _Before) -> _Times:
    """Return the fields of a figure, and where its times are told."""
    low, high = quantity.value, None
    if isinstance(quantity.value, list):
        low, high = quantity.value[0], quantity.value[-1]
    change = _read_change(text, quantity, span, before.end)
    times = _read_times(text, span, quantity.kind, change, before)
    if change and "over" in change:
        change |= _read_span(text, span, times.fields.get("period"))
    stage = _read_stage(text, span) or _stage_of_result(text, span, times.fields)
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
    return _Times(fields, times.spans)


def _with_qualifier(text: DraftText, quantity: Quantity) -> Span:
    """Return the shortest span around a quantity in which it is read with its qualifier."""
    span = span_of(quantity)
    paragraph = text.paragraphs[span.paragraph - 1]
    if quantity.qualifier == "exact":
        return span
    wanted = (quantity.value, quantity.unit, quantity.qualifier)
    for left, right in _WIDTHS:
        first, last = max(0, span.start - left), min(len(paragraph), span.end + right)
        read = scan_paragraph(paragraph[first:last], date=text.date)
        if any((one.value, one.unit, one.qualifier) == wanted for one in read):
            return Span(span.paragraph, first, last)
    return span


def _read_change(text: DraftText, quantity: Quantity, span: Span, last: int) -> dict[str, Any]:
    """Return the fields of a figure's change, as far as the words beside it tell of one."""
    paragraph = text.paragraphs[span.paragraph - 1]
    before = paragraph[text.clause_of(span).start : span.start]
    if quantity.unit not in ("%", "pp") and not _BESIDE.search(before):
        return {}
    turn = find_direction(paragraph, quantity.offset, quantity.offset + len(quantity.text), "zh")
    if not turn or not _CHANGED.search(before):
        return {}
    near = find_bases(paragraph, span.start, span.end, "zh")
    near |= find_bases_of(paragraph[max(last, span.start - 40) : span.start])
    far = find_bases_of(text.read(text.sentence_of(span)))
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
    before = text.paragraphs[span.paragraph - 1][sentence.start : span.start]
    if re.search("当月|当季|单月", before):
        return {"span": "current"}
    starts = isinstance(period, str) and re.search("-(?:01|Q1)/", period)
    return {"span": "cumulative"} if starts or "累计" in before else {}


def _read_times(
    text: DraftText, span: Span, kind: str, change: dict[str, Any], before: _Before
) -> _Times:
    """Return the period or deadline of a figure, where the words before it tell one.

    It is the last time of its clause, or of the sentence if a comma sets that apart, but no day on
    which something happened; a time that something is compared with is what the change is measured
    from. A change has the time of the figure before it. Where the sentence tells none, it may be
    that which begins an earlier sentence of the paragraph, which is our conclusion.
    """
    sentence = text.sentence_of(span)
    paragraph = text.paragraphs[span.paragraph - 1]
    wished = _WISHED.search(paragraph, sentence.start, span.start)
    found = _Times({})
    since: tuple[Span, ...] = ()
    start = text.clause_of(span).start
    for date in _dates(text, sentence, span):
        code = code_of(date)
        words = paragraph[sentence.start : date.offset]
        if code is None:
            continue
        if _COMPARED.search(words):
            if change and date.offset > before.end and not _is_to_come(text, code):
                change |= {"since": code, "over": "total"}
                since = (span_of(date),)
        elif (len(code) != _DAY or _REACHED.search(words)) and (
            date.offset >= start
            or re.search("[/QH]", code)  # a month or a year in another clause may be of an event
            or _APART.match(paragraph, date.offset + len(date.text))
        ):
            is_due = _is_to_come(text, code) and (_REACHED.search(words) or wished)
            due = {"due": code} if is_due else {}
            found = _Times({"period": code} | due, (span_of(date),))
    clause = paragraph[start : span.start]
    if _YEAR.search(clause) and text.date:
        found = _conclude_time(text, span, kind, clause)
    elif not found.fields and change and before.times.fields:
        found = before.times
    elif not found.fields:
        found = _conclude_time(text, span, kind, clause)
    return found._replace(spans=found.spans + since)


def _is_to_come(text: DraftText, code: str) -> bool:
    return text.date is not None and days_of(code).last > text.date


def _conclude_time(text: DraftText, span: Span, kind: str, clause: str) -> _Times:
    """Return the time of a figure that no date in its sentence tells, or its clause by 全年."""
    sentence = text.sentence_of(span)
    paragraph = text.paragraphs[span.paragraph - 1]
    before = paragraph[sentence.start : span.start]
    is_dated = any(_dates(text, sentence, span))
    if is_dated and not _YEAR.search(clause):
        return _Times({})  # a day of which something else is told
    if text.date and _YEAR.search(before):
        due = {"due": str(text.date.year)} if _WISHED.search(before) else {}
        return _Times({"period": str(text.date.year)} | due)
    if words := list(_IN_WORDS.finditer(before)):
        return _Times({"period": {"zh": words[-1][0]}})
    if kind not in _CARRIED:
        return _Times({})
    carried = _leading_period(text, sentence)
    return _Times({"period": carried, "inferred": ["period"]} if carried else {})


def _dates(text: DraftText, sentence: Span, span: Span) -> Iterator[Quantity]:
    """Yield the dates of a sentence before a span."""
    for one in text.starting(span.paragraph, sentence.start, span.start):
        if one.unit == "date":
            yield one


def _leading_period(text: DraftText, sentence: Span) -> str | None:
    """Return the last period with which a sentence before this one begins in its paragraph."""
    leading = _leading_periods(text, sentence.paragraph)
    at = bisect_left(leading, (sentence.start, ""))
    return leading[at - 1][1] if at else None


@lru_cache(maxsize=4)
def _leading_periods(text: DraftText, number: int) -> list[tuple[int, str]]:
    """Return the periods with which sentences of a paragraph begin, each with its offset."""
    paragraph, found = text.paragraphs[number - 1], []
    for date in text.quantities[number]:
        if date.unit != "date":
            continue
        code = code_of(date)
        begins = text.sentence_of(span_of(date)).start
        is_first = not re.search("[一-鿿]{5}", paragraph[begins : date.offset])
        if code and len(code) != _DAY and is_first:
            found.append((date.offset, code))
    return found


def code_of(date: Quantity) -> str | None:
    """Return the code of the day, month, year or interval that a date is, if it is one."""
    values = date.value if isinstance(date.value, list) else [date.value]
    days = [str(one).partition("T")[0] for one in values]
    code = days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}"
    if not re.match(CODE, code) or days_of(code).first > days_of(code).last:
        return None
    return code


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
    return "planned" if _PLANNED.search(told.verb) else "sought"


def _stage_of_result(text: DraftText, span: Span, times: dict[str, Any]) -> Stage | None:
    """Return that a figure of a time that is past is a result, unless it was wished or planned."""
    period = times.get("period")
    sentence = text.sentence_of(span)
    before = text.paragraphs[span.paragraph - 1][sentence.start : span.start]
    if not isinstance(period, str) or _is_to_come(text, period):
        return None
    return None if _WISHED.search(before) or _PLANNED.search(before) else "done"
