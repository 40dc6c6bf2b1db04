"""What a draft waives: the quantities, terms and names of a text that are no facts of it."""

import re
from collections.abc import Iterable, Iterator

from briefing.checks.marks import is_in_title
from briefing.drafting.events import is_explained
from briefing.drafting.figures import is_article, is_class, refers_back
from briefing.drafting.found import Span, Spans, by_paragraph
from briefing.drafting.naming import is_span
from briefing.drafting.pages.contributors import is_signed
from briefing.drafting.pages.leads import measure_lead
from briefing.drafting.pages.page import Page
from briefing.drafting.records import Data
from briefing.drafting.text import DraftText, span_of
from briefing.names.people import find_people
from briefing.names.quoted import find_quoted
from briefing.problem import Message, message
from briefing.quantities import Quantity

_BYLINE = re.compile(
    "(?:记者|通讯员|编辑|责编|校对|审核|审校|编审|编排|终审|核稿|摄影|制作|监制|实习生)"
    "(?:员)?[：:　 ]*(?:[一-鿿]{2,4}[、　 ]+){0,4}$"
)
_SAID = re.compile(
    "(?:[上中下]午|[早当]?晚上?|凌晨)?(?:[在向就对援从][一-鿿]{1,14}?|发[布表][^，。；]{0,6})?(?:[^，。；]{0,4}?)"
    "(?:表示|宣布|警告|报道|获悉|了解到|透露|介绍|指出|强调|(?<!来)[称说](?!为))"
)
"""What behind a date tells that somebody said something then, which happened at another time."""
_FARTHEST = 100
"""No by-line goes so far before a name in it."""
_LONGEST = 30
"""A quoted name goes no further before or behind a date in it."""
_HEAD, _FOOT = 5, 3
"""Of so many paragraphs at either end the time may be that of the page."""


def list_waivers(page: Page, text: DraftText, held: Spans) -> Iterator[Data]:
    """Yield a waiver for what is no fact: the page's time, its furniture, what has no number.

    ``held`` are the spans of the figures, which need none.
    """
    days = _days_of(page)
    furniture = frozenset(page.furniture)
    for number, quantities in text.quantities.items():
        for one in quantities:
            if one.kind == "name":
                continue
            reason = None
            if number in furniture:
                reason = message("draft.waived.furniture")
            elif _is_of_page(text, one, days) or _is_in_lead(text, one):
                reason = message("draft.waived.time")
            elif not held.touch(span_of(one)):
                reason = _reason(text, one)
            if reason:
                yield {
                    "span": span_of(one),
                    "paragraph": number,
                    "text": one.text,
                    "reason": reason,
                }


def leave_out_held(waived: Iterable[Data], named: Iterable[Span]) -> list[Data]:
    """Return the waivers without those of what a name or an event holds: 一户 of “帮一户”."""
    around = by_paragraph(named)
    return [
        one
        for one in waived
        if not any(
            each.start <= one["span"].start and one["span"].end <= each.end
            for each in around.get(one["paragraph"], ())
        )
    ]


def _reason(text: DraftText, one: Quantity) -> Message | None:
    """Return why a quantity that no figure has is no fact, or nothing where it may be one."""
    if is_span(text, one):
        return message("draft.waived.span")
    if is_class(text, one):
        return message("draft.waived.class")
    if one.qualifier == "every" and one.kind == "measure":
        return message("draft.waived.rate")
    if one.value is None or one.qualifier == "every":
        return message("draft.waived.open")
    if is_article(one):
        return message("draft.waived.article")
    return message("draft.waived.named") if refers_back(one) else None


def _days_of(page: Page) -> set[str]:
    """Return the days of the article itself: those of the paper and of the page."""
    moment = page.republished.isoformat() if page.republished else ""
    return {one for one in (page.published, moment[:10]) if one}


def waive_today(page: Page, text: DraftText, placed: Spans) -> Iterator[Data]:
    """Yield a waiver for each date of the article's own day that only explains 今天."""
    days = _days_of(page)
    for number, quantities in text.quantities.items():
        for one in quantities:
            span = span_of(one)
            own = one.unit == "date" and str(one.value)[:10] in days and is_explained(text, span)
            if own and not placed.touch(span):
                reason = message("draft.waived.time")
                yield {"span": span, "paragraph": number, "text": one.text, "reason": reason}


def waive_dates(text: DraftText, placed: Spans) -> Iterator[Data]:
    """Yield a waiver for each date in no record that is a part of a name, or of a saying only."""
    for number, quantities in text.quantities.items():
        paragraph = text.paragraphs[number - 1]
        for one in quantities:
            span = span_of(one)
            if one.unit != "date" or placed.touch(span):
                continue
            is_name = is_in_title(
                paragraph, one.offset, max(0, one.offset - _FARTHEST)
            ) or _in_quotes(paragraph, span)
            if is_name or _SAID.match(paragraph, span.end):
                reason = message("draft.waived.name" if is_name else "draft.waived.said")
                yield {"span": span, "paragraph": number, "text": one.text, "reason": reason}


def _in_quotes(paragraph: str, span: Span) -> bool:
    """Return whether a date stands in a quoted name, and not in what somebody says at length."""
    begin = paragraph.rfind("“", max(0, span.start - _LONGEST), span.start)
    end = paragraph.find("”", span.end, span.end + _LONGEST)
    name = paragraph[begin + 1 : end] if begin >= 0 and end >= 0 else "”"
    return not re.search("^[到自从]|[“”，。；]", name)


def waive_terms(page: Page, text: DraftText) -> Iterator[Data]:
    """Yield a waiver for each quoted term in what is no part of the article."""
    for number in page.furniture:
        for one in find_quoted(text.paragraphs[number - 1]):
            reason = message("draft.waived.furniture")
            yield {"paragraph": number, "text": one.text, "reason": reason}


def waive_bylines(page: Page, text: DraftText, people: Iterable[str]) -> Iterator[Data]:
    """Yield a waiver for each name of somebody who wrote, edited or took pictures."""
    known = {*people, *page.reporters, *(page.editor or "").split("、")}
    for number, paragraph in enumerate(text.paragraphs, 1):
        for one in find_people(paragraph):
            before = paragraph[max(0, one.start - _FARTHEST) : one.start]
            is_byline = _BYLINE.search(before) or is_signed(paragraph, one)
            if one.name not in known and is_byline:
                known.add(one.name)
                reason = message("draft.waived.byline")
                yield {"paragraph": number, "text": one.name, "reason": reason}


def _is_of_page(text: DraftText, one: Quantity, days: set[str]) -> bool:
    """Return whether a date of the article's own day only tells when it came out."""
    is_own = one.unit == "date" and str(one.value)[:10] in days
    return is_own and _is_outside(one.paragraph, text) and not is_explained(text, span_of(one))


def _is_in_lead(text: DraftText, one: Quantity) -> bool:
    """Return whether a date tells on what day an agency or a paper reported: 某某社某地5月6日电."""
    return one.unit == "date" and one.offset < measure_lead(text.paragraphs[one.paragraph - 1])


def _is_outside(number: int, text: DraftText) -> bool:
    """Return whether a paragraph is among the first or last, which tell of the article itself."""
    return number <= _HEAD or number > len(text.paragraphs) - _FOOT
