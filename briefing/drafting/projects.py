"""Projects for a draft: what was found, with the times that the text tells of them."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing.drafting.found import FoundProject, Span
from briefing.drafting.text import LONGEST_ANCHOR, DraftText
from briefing.drafting.times import REACHED, Time, is_to_come, leads, times_between
from briefing.model.periods import CODE, DATE, days_of

_OVER = ("signed", "under_construction", "completed", "operating", "stalled")
"""The statuses that a project reached on a day that is past."""
_BEGINS = re.compile("开工|动工|开建|破土|奠基|启动|复工|重启|恢复|复建")
"""Verbs that tell on what day a work came under way; others tell what it reached by a day."""


class DraftProject(NamedTuple):
    """A project, its ``date`` and ``due``, and where these and its status are told.

    ``dates`` are those of the spans that are dates.
    """

    found: FoundProject
    times: dict[str, Any]
    spans: tuple[Span, ...]
    dates: tuple[Span, ...]


def list_projects(text: DraftText, found: Sequence[FoundProject]) -> Iterator[DraftProject]:
    """Yield projects, each with when it came so far, and when what is hoped of it is due."""
    for one in found:
        times: dict[str, Any] = {}
        dates: list[Span] = []
        spans: list[Span] = []
        for field, verb in (("date", one.told), ("due", one.hoped)):
            told = _time_before(text, verb, DATE if field == "date" else CODE) if verb else None
            if field == "date" and one.told == one.hoped:  # its end is worked for
                told = None
            if verb and told and told.code and _fits(text, field, told.code, one, verb):
                times[field] = told.code
                date = Span(verb.paragraph, told.start, told.end)
                if told.is_written:
                    dates.append(date)
                else:  # 去年 is a year by the date of the article
                    times["inferred"] = [*times.get("inferred", ()), field]
                spans += _join(text, date, verb)
            elif verb and field == "date":
                spans.append(verb)
        yield DraftProject(one, times, tuple(dict.fromkeys(spans)), tuple(dates))


def _join(text: DraftText, date: Span, verb: Span) -> list[Span]:
    """Return a date and its verb as one span where an anchor can hold them, with their clause."""
    clause = text.clause_of(verb).start
    start = clause if verb.end - clause <= LONGEST_ANCHOR and clause <= date.start else date.start
    whole = Span(verb.paragraph, start, verb.end)
    return [whole] if whole.end - whole.start <= LONGEST_ANCHOR else [date, verb]


def _fits(text: DraftText, field: str, code: str, one: FoundProject, verb: Span) -> bool:
    """Return whether a time is such as a field holds: one that has begun, or a due one to come.

    A day on which work under way reaches a mark, as 大坝浇筑突破百万立方米, is no day since when.
    """
    if field == "due":
        return is_to_come(text, code)
    if one.status == "under_construction" and not _BEGINS.search(text.read(verb)):
        return False
    has_begun = days_of(code).first <= (text.date or datetime.date.max)
    return has_begun and one.status in _OVER


def _time_before(text: DraftText, verb: Span, code: str) -> Time | None:
    """Return the time of a kind of code that a verb has: in its clause, or alone before that."""
    sentence, clause = text.sentence_of(verb), text.clause_of(verb)
    paragraph = text.paragraphs[verb.paragraph - 1]
    dates = [
        one
        for one in times_between(text, verb.paragraph, sentence.start, verb.start)
        if one.code
        and re.match(code, one.code)
        and not (one.is_compared or REACHED.search(paragraph, sentence.start, one.start))
        and (one.start >= clause.start or leads(text, one, clause))
    ]
    return dates[-1] if dates else None
