"""Figures for a draft that are the two ends of one change: 由1832户增至3382户."""

from collections.abc import Iterable, Iterator

from briefing.drafting.figures import DraftFigure
from briefing.drafting.found import Span
from briefing.drafting.text import DraftText
from briefing.drafting.times import times_between
from briefing.quantities.ends import Ends, find_ends


def join_ends(text: DraftText, figures: Iterable[DraftFigure]) -> Iterator[DraftFigure]:
    """Yield figures, what a thing was before and what it became as two of the same thing.

    What it was is of no time but one that stands right before it, and has come about if it has one.
    What it became is a level and no change, though a verb of change stands before it.
    """
    listed = list(figures)
    at = {
        (one.span.paragraph, offset): index
        for index, one in enumerate(listed)
        for offset in range(one.span.start, one.span.end)
    }
    for number in sorted({one.span.paragraph for one in listed}):
        for ends in find_ends(text.paragraphs[number - 1], text.quantities[number]):
            first, last = (at.get((number, one.offset)) for one in (ends.first, ends.last))
            if first is not None and last is not None and first != last:
                listed[first] = _begin(text, listed[first], ends)
                label = {"label": listed[first].fields["label"], "change": None}
                listed[last] = listed[last]._replace(
                    fields=listed[last].fields | label, before=listed[first].span
                )
    yield from listed


def _begin(text: DraftText, figure: DraftFigure, ends: Ends) -> DraftFigure:
    """Return the figure from which a change began."""
    span = figure.span
    fields = {key: one for key, one in figure.fields.items() if key not in ("due", "change")}
    if times_between(text, span.paragraph, ends.start, span.start):
        dates = tuple(one for one in figure.dates if _is_behind(one, span.paragraph, ends.start))
        stage = "done" if fields.get("period") else None
        return figure._replace(fields=fields | {"stage": stage}, dates=dates)
    own = {key: one for key, one in fields.items() if key not in ("period", "inferred", "todo")}
    return figure._replace(fields=own | {"stage": None}, dates=())


def _is_behind(span: Span, paragraph: int, offset: int) -> bool:
    return span.paragraph == paragraph and span.start >= offset
