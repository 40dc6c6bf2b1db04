"""Events for a draft: what a text tells of a day or a month that is past."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.drafting.found import Span
from briefing.drafting.naming import LONGEST_LABEL
from briefing.drafting.text import LONGEST_ANCHOR, DraftText, span_of
from briefing.drafting.times import code_of
from briefing.model.periods import DATE, days_of
from briefing.quantities import Quantity

_YEAR = len("2031")
_MARK = re.compile("[，。；：！？,;:!?（）()《》]|——")
_BEGINS = re.compile("[\\s，,、在的]*(?:上午|下午|晚|起|以来|前后)?[，,]?")
_LEADS_TO_TIME = re.compile("(?:已?于|已|在|将|到)?(?:去年|今年|明年|前年|当年|次年|同年)?$")
_SUBJECT = re.compile("(?!.*(?:截至|截止|到|自|从|于|在|至|比|较|记者)$)[\u4e00-\u9fff]{3,14}")
_SHORTEST_NAME = 3
_FAR = LONGEST_LABEL + 2
"""A mark so far behind a date ends no name, which is cut before it."""


class DraftEvent(NamedTuple):
    """A date as an event: its fields by name, and the spans of its anchors."""

    spans: tuple[Span, ...]
    fields: dict[str, Any]


def list_events(text: DraftText, used: frozenset[Span]) -> Iterator[DraftEvent]:
    """Yield an event for each day or month of a text at whose span no figure has its time.

    ``used`` are the spans of the dates that something else has. Years inside a clause,
    times to come and days of which the text tells nothing are left out.
    """
    for number in text.quantities:
        for date in text.quantities[number]:
            span = span_of(date)
            if date.unit == "date" and date.kind == "date" and span not in used:
                event = _make(text, date, span)
                if event:
                    yield event


def _make(text: DraftText, date: Quantity, span: Span) -> DraftEvent | None:
    code = code_of(date)
    today = text.date or datetime.date.max
    if code is None or not re.match(DATE, code):
        return None
    before = text.paragraphs[span.paragraph - 1][max(0, span.start - 1) : span.start]
    if len(code) == _YEAR and before and not _MARK.match(before):
        return None  # a year in the middle of a clause says when something else was
    if days_of(code).first > today:
        return None
    if around := _names_around(text, span):
        joined = "".join(map(text.read, around))
        return DraftEvent((span, *around), {"name": joined, "coined": True, "date": code})
    name = _name_behind(text, span)
    if name is None:
        return None
    fields = {"name": text.read(name), "date": code}
    if name.end - span.start <= LONGEST_ANCHOR:
        return DraftEvent((Span(span.paragraph, span.start, name.end),), fields)
    return DraftEvent((span, name), fields)


def _names_around(text: DraftText, span: Span) -> tuple[Span, Span] | None:
    """Return the words before and behind a date inside a clause, if both are of what happened.

    Together they are a name that does not stand so in the text: 中试基地去年10月建成.
    """
    clause = text.clause_of(span)
    before = Span(span.paragraph, clause.start, span.start)
    leads = _LEADS_TO_TIME.search(text.read(before))
    before = before._replace(end=before.end - len(leads[0] if leads else ""))
    behind = text.cut(Span(span.paragraph, span.end, clause.end))
    words = text.read(before)
    if not _SUBJECT.fullmatch(words) or not behind.end > behind.start:
        return None
    if (
        len(words) + behind.end - behind.start > LONGEST_LABEL
        or text.read(behind)[0] in "的起至前后底"
    ):
        return None
    return before, behind


def _name_behind(text: DraftText, span: Span) -> Span | None:
    """Return the first words behind a date that tell something, cut where they are long."""
    paragraph = text.paragraphs[span.paragraph - 1]
    begins = _BEGINS.match(paragraph, span.end)
    start = begins.end() if begins else span.end
    mark = _MARK.search(paragraph, start, start + _FAR)
    end = mark.start() if mark else len(paragraph)
    if end - start < _SHORTEST_NAME and mark:  # 5月2日，记者从…获悉，
        following = _MARK.search(paragraph, mark.end(), mark.end() + _FAR)
        start, end = mark.end(), following.start() if following else len(paragraph)
    name = text.cut(Span(span.paragraph, start, min(end, start + LONGEST_LABEL)))
    return name if name.end - name.start >= _SHORTEST_NAME else None
