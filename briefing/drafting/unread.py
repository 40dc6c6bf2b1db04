"""What a draft leaves to a person: quantities and names in no record, and amounts it cannot read.

Such are amounts with other marks than those of numbers: ③亿元, 1½亿元, 3e2亿元.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.finding.unrecorded import Held, find_unrecorded
from briefing.drafting.found import Findings, Span, Spans
from briefing.drafting.pages.page import Page
from briefing.drafting.text import DraftText, span_of
from briefing.problem import Message, message
from briefing.quantities.unit_words import unit_at

_MARKS = (
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u2160-\u217f\u3021-\u3029"
)
"""Digits in circles and brackets, Roman ones, and those of Suzhou."""
_PARTS = "\u00bc-\u00be\u2150-\u215f\u00b2\u00b3\u00b9\u2070-\u2089\u0300-\u036f\u20d0-\u20f0\u2044"
"""Fractions, small digits above and below the line, and marks over another character."""
_NUMERALS = "0-9０-９零一二两三四五六七八九"
_ANY = f"{_NUMERALS}{_MARKS}{_PARTS}.．·・‧•"
_RUN = re.compile(
    f"[{_NUMERALS}.．]*(?:[{_MARKS}{_PARTS}]|(?<=[0-9０-９])[·・‧•’'eE](?=[0-9０-９])"
    "|(?<![A-Za-z])N(?=[万亿]))"
    f"[{_ANY}’']*"
)
"""A number with at least one such mark in it, or a letter in its place."""
_SCALE = re.compile("[百千万亿]+")
_MOST = 20
"""So many names are listed; a draft that lists more would not be read."""
_DATED = re.compile("[0-9]{4}|--[0-9]{2}-[0-9]{2}")


def find_unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of amounts that are written so, each with a scale and its unit.

    >>> text = "投资③亿元、1½亿元和3e2亿元，①提升能力。"
    >>> [text[start:end] for start, end in find_unread(text)]
    ['③亿元', '1½亿元', '3e2亿元']
    """
    for match in _RUN.finditer(text):
        scale = _SCALE.match(text, match.end())
        end = scale.end() if scale else match.end()
        unit = unit_at(text, end)
        if unit and (scale or not re.match(f"[{_MARKS}]", match[0])):
            yield match.start(), end + len(unit)


def list_left_over(text: DraftText, placed: Spans) -> Iterator[Message]:
    """Yield what is to do about each quantity in no record and not waived, or not even read.

    Where the article has no date, a month without a year waits for that.
    """
    for number, quantities in text.quantities.items():
        for one in quantities:
            if text.date is None and one.unit == "date" and not _DATED.search(str(one.value)):
                continue
            if one.kind != "name" and not placed.touch(span_of(one)):
                yield message("draft.todo.unplaced", paragraph=number, text=one.text)
        for unread in find_unread(text.paragraphs[number - 1]):
            span = Span(number, *unread)
            if not placed.touch(span):
                yield message("draft.todo.unplaced", paragraph=number, text=text.read(span))


def list_unrecorded(page: Page, found: Findings, named: Sequence[Span]) -> Iterator[Message]:
    """Yield what is to do about the names of which no record was made, if there are any.

    ``named`` are the spans of other records.
    """
    furniture = frozenset(page.furniture)
    paragraphs = [
        "" if number in furniture else one for number, one in enumerate(page.paragraphs, 1)
    ]
    kinds = (found.people, found.organisations, found.projects, found.terms)
    spans = [span for kind in kinds for one in kind for span in one.mentions]
    held = Held([*spans, *named], (span for one in found.places for span in one.mentions))
    firms = [span for one in found.organisations if one.kind == "firm" for span in one.mentions]
    projects = [span for one in found.projects for span in one.mentions]
    names = find_unrecorded(paragraphs, held, firms, projects)
    if names:
        listed = [f"{name}（¶{number}）" for name, number in names[:_MOST]]
        yield message("draft.todo.unrecorded", names=listed)
