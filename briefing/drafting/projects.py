"""Projects for a draft: what was found, with the times that the text tells of them."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.drafting.figures import code_of
from briefing.drafting.found import FoundProject, Span
from briefing.drafting.text import LONGEST_ANCHOR, DraftText, span_of
from briefing.model.periods import DATE, days_of

_MARK = re.compile("[，,]")
_OVER = ("signed", "under_construction", "completed", "operating", "stalled")
"""The statuses that a project reached on a day that is past."""


class DraftProject(NamedTuple):
    """A project, its ``date`` and ``due``, and where these and its status are told.

    ``dates`` are those of the spans that are dates.
    """

    found: FoundProject
    times: dict[str, str]
    spans: tuple[Span, ...]
    dates: tuple[Span, ...]


def list_projects(text: DraftText, found: Sequence[FoundProject]) -> Iterator[DraftProject]:
    """Yield projects, each with when it came so far, and when what is hoped of it is due."""
    for one in found:
        times: dict[str, str] = {}
        dates: list[Span] = []
        spans: list[Span] = []
        for field, verb in (("date", one.told), ("due", one.hoped)):
            told = _time_before(text, verb) if verb else None
            if verb and told and _is_over(text, told[0]) == (field == "date") and _fits(field, one):
                times[field] = told[0]
                dates.append(told[1])
                spans += _join(text, told[1], verb)
            elif verb and field == "date":
                spans.append(verb)
        yield DraftProject(one, times, tuple(dict.fromkeys(spans)), tuple(dates))


def _join(text: DraftText, date: Span, verb: Span) -> list[Span]:
    """Return a date and its verb as one span where an anchor can hold them, with their clause."""
    clause = text.clause_of(verb).start
    start = clause if verb.end - clause <= LONGEST_ANCHOR and clause <= date.start else date.start
    whole = Span(verb.paragraph, start, verb.end)
    return [whole] if whole.end - whole.start <= LONGEST_ANCHOR else [date, verb]


def _fits(field: str, one: FoundProject) -> bool:
    return field == "due" or one.status in _OVER


def _is_over(text: DraftText, code: str) -> bool:
    return days_of(code).first <= (text.date or datetime.date.max)


def _time_before(text: DraftText, verb: Span) -> tuple[str, Span] | None:
    """Return the date that a verb has: in its clause, or alone before a comma in its sentence."""
    sentence, clause = text.sentence_of(verb), text.clause_of(verb)
    paragraph = text.paragraphs[verb.paragraph - 1]
    found = None
    for one in text.starting(verb.paragraph, sentence.start, verb.start):
        code = code_of(one) if one.unit == "date" else None
        span = span_of(one)
        near = span.start >= clause.start or (
            text.clause_of(span).start == span.start and _MARK.match(paragraph, span.end)
        )
        if code and re.match(DATE, code) and near:
            found = (code, span)
    return found
