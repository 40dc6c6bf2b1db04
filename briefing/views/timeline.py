"""What happened and what is due, in the order of time."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Lang, Phrase
from briefing.model import results as model
from briefing.model.records import Project
from briefing.shelf.agenda import Moment
from briefing.shelf.library import Library
from briefing.views.answers import describe_claim, make_answer, say_claim
from briefing.views.claims import LASTING, join_remarks, remark_reach, remark_speaker
from briefing.views.common import make_plain
from briefing.views.folding import Folded, fold, list_evidence, say_others, say_places
from briefing.words.catalogue import label, phrase, stage, texts
from briefing.words.values import period

_COLUMNS = ("when", "what", "record", "places", "paragraph", "id", "article")


def list_moments(
    library: Library, moments: Sequence[Moment], lang: Lang, full: bool = False
) -> Document:
    """Return what happened and is due, a row for each moment; all are records for programs.

    Unless the list is to be ``full``, what one moment tells of another one is not told again.
    """
    told = [Folded(one) for one in moments] if full else fold(moments)
    rows = (_cells(one, lang) for one in told)
    return make_answer(
        library, "timeline", _COLUMNS, rows, [_data(one) for one in moments], lang, model.Moment
    )


def _cells(folded: Folded[Moment], lang: Lang) -> Iterator[Cell]:
    moment = folded.row
    hit, part = moment.hit, moment.part
    yield period(moment.when, lang) if moment.when else label("undated", lang)
    yield _what(moment, lang)
    is_project = moment.due and isinstance(part, Project)
    reached = stage(part.stage or "unstated", lang) if is_project else remark_reach(part, lang)  # type: ignore[attr-defined]
    remarks = (reached, remark_speaker(hit.article, part, lang), say_others(folded, lang))
    yield say_claim(part, lang).remarked(join_remarks(remarks))
    yield say_places(folded, lang)
    yield list_evidence(folded)
    yield hit.record.id
    yield hit.article.source.id


def _what(moment: Moment, lang: Lang) -> Phrase:
    """Return what became of a dated project, or whether something happened or is due."""
    if moment.due:
        return label("due", lang)
    status = moment.part.status if isinstance(moment.part, Project) else "happened"
    return phrase(*texts(f"became.{status}"), lang) if status in LASTING else label(status, lang)


def _data(moment: Moment) -> dict[str, Any]:
    fields = describe_claim(moment.hit, moment.part)
    return make_plain(model.Moment(**fields, when=moment.when, due=moment.due))
