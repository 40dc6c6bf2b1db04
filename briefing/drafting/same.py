"""Figures and events of a draft that are the same: told again, or in a headline and below it."""

import re
from collections.abc import Iterable

from briefing.drafting.events import DraftEvent
from briefing.drafting.figures import DraftFigure
from briefing.drafting.text import DraftText

_SENTENCE_END = re.compile("[。！？；]")


def find_headlines(text: DraftText) -> frozenset[int]:
    """Return the numbers of the paragraphs that are no sentences; the first one is among them."""
    numbered = enumerate(text.paragraphs, 1)
    return frozenset({1, *(at for at, one in numbered if not _SENTENCE_END.search(one))})


def join_same_figures(
    figures: Iterable[DraftFigure], headlines: frozenset[int]
) -> list[list[DraftFigure]]:
    """Return the figures, those together that are the same: of a headline, or of the same label.

    The one of the body stands first, since more is told around it. A headline inside the text is
    that of the paragraph behind it.
    """

    def is_below(one: DraftFigure, known: list[DraftFigure]) -> bool:
        at = known[0].span.paragraph
        is_behind = len(known) == 1 and at in headlines and one.span.paragraph == at + 1
        return (at == 1 and one.span.paragraph > 1) or is_behind

    groups: list[list[DraftFigure]] = []
    firsts: dict[tuple[object, ...], list[DraftFigure]] = {}
    labelled: dict[tuple[object, ...], list[DraftFigure]] = {}
    for one in figures:
        fields = one.fields
        same = (fields["text"], fields["value"], fields["unit"], fields.get("in_name"))
        first, named = firsts.get(same), labelled.get((*same, fields["label"]))
        known = first if first and is_below(one, first) else named
        if known is None:
            known = []
            groups.append(known)
        known.append(one)
        firsts.setdefault(same, known)
        labelled.setdefault((*same, fields["label"]), known)
    return [sorted(held, key=lambda one: one.span.paragraph in headlines) for held in groups]


def join_same_events(events: Iterable[DraftEvent]) -> list[DraftEvent]:
    """Return the events, those together that have one name and date."""
    found: dict[tuple[object, ...], DraftEvent] = {}
    for one in events:
        same = (one.fields["name"], one.fields.get("date"))
        first = found.get(same)
        found[same] = first._replace(spans=first.spans + one.spans) if first else one
    return list(found.values())
