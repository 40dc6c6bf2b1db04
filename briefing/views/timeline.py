"""What happened and what is due, in the order of time."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Lang, Line
from briefing.model import results as model
from briefing.model.records import Project
from briefing.shelf.answering import Moment
from briefing.shelf.library import Library
from briefing.views.answers import answer, claimed, say_claim
from briefing.views.claims import reach, together, voice
from briefing.views.common import places_cell, plain
from briefing.words.catalogue import label, stage
from briefing.words.values import period

_COLUMNS = ("when", "what", "record", "places", "paragraph", "id", "article")


def list_moments(library: Library, moments: Sequence[Moment], lang: Lang) -> Document:
    """Return what happened and is due, a row for each moment."""
    rows = (_cells(one, lang) for one in moments)
    return answer(
        library, "timeline", _COLUMNS, rows, [_data(one) for one in moments], lang, model.Moment
    )


def _cells(moment: Moment, lang: Lang) -> Iterator[Cell]:
    hit, part = moment.hit, moment.part
    yield period(moment.when, lang) if moment.when else label("undated", lang)
    yield label(_what(moment), lang)
    is_project = moment.due and isinstance(part, Project)
    reached = stage(part.stage or "unstated", lang) if is_project else reach(part, lang)  # type: ignore[attr-defined]
    yield say_claim(part, lang).remarked(together((reached, voice(hit.article, part, lang))))
    yield places_cell(hit, lang)
    yield Line("", part.evidence)  # type: ignore[attr-defined]  # it is a claim
    yield hit.record.id
    yield hit.article.source.id


def _what(moment: Moment) -> str:
    """Return how far a dated project has come, or whether something happened or is due."""
    if moment.due:
        return "due"
    return moment.part.status if isinstance(moment.part, Project) else "happened"


def _data(moment: Moment) -> dict[str, Any]:
    fields = claimed(moment.hit, moment.part)
    return plain(model.Moment(**fields, when=moment.when, due=moment.due))
