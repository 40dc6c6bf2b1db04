"""What happened and what is due, in the order of time."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from briefing.document import Cell, Document, Lang, marks
from briefing.model.parts import Bilingual, Part
from briefing.model.periods import days_of
from briefing.model.records import Project, Record
from briefing.shelf.finding import Claim
from briefing.shelf.library import Hit, Library
from briefing.views.answers import answer, text_of
from briefing.views.claims import paragraphs, reach, together, voice
from briefing.views.common import places_cell, plain
from briefing.words.catalogue import label, say
from briefing.words.values import period

_COLUMNS = ("when", "what", "record", "places", "paragraph", "id", "article")
_LAST = date.max


class Moment(NamedTuple):
    """A claim of a record, which happened or is due ``when``; nothing is an event without a date.

    ``part`` is the record itself, or one of its parts.
    """

    hit: Hit[Record]
    part: Part
    when: str | Bilingual | None
    due: bool


def list_moments(library: Library, claims: Iterable[Claim], lang: Lang) -> Document:
    """Return the claims that are events, dated projects or have a deadline, in order of time.

    What the article dates in words only, and then what it does not date, stand last.
    """
    moments = sorted(
        (moment for claim in claims for moment in _moments(claim)), key=lambda one: _key(one.when)
    )
    rows = (_cells(one, lang) for one in moments)
    return answer(library, "timeline", _COLUMNS, rows, [_data(one) for one in moments], lang)


def _moments(claim: Claim) -> Iterator[Moment]:
    hit, part = claim
    record: Any = hit.record
    date, due = getattr(part, "date", None), getattr(part, "due", None)
    if date or (part is record and hit.section.name == "events"):
        yield Moment(hit, part, date, due=False)
    if due and (part is record or due != getattr(record, "due", None)):
        yield Moment(hit, part, due, due=True)


def _key(when: str | Bilingual | None) -> tuple[int, date, date]:
    if not isinstance(when, str):
        return (1 if when else 2, _LAST, _LAST)
    return (0, *days_of(when))


def _cells(moment: Moment, lang: Lang) -> Iterator[Cell]:
    hit, part = moment.hit, moment.part
    yield period(moment.when, lang) if moment.when else label("undated", lang)
    yield label(_what(moment), lang)
    yield say(text_of(part), lang).remarked(
        together((reach(part, lang), voice(hit.article, part, lang)))
    )
    yield places_cell(hit, lang)
    yield marks(paragraphs(part.evidence))  # type: ignore[attr-defined]  # it is a claim
    yield hit.record.id
    yield hit.article.source.id


def _what(moment: Moment) -> str:
    """Return how far a dated project has come, or whether something happened or is due."""
    if moment.due:
        return "due"
    return moment.part.status if isinstance(moment.part, Project) else "happened"


def _data(moment: Moment) -> dict[str, Any]:
    hit, part = moment.hit, moment.part
    return {
        "article": hit.article.source.id,
        "when": plain(moment.when) if isinstance(moment.when, Bilingual) else moment.when,
        "due": moment.due,
        "text": plain(text_of(part)),
        "stage": getattr(part, "stage", None),
        "said_by": list(getattr(part, "said_by", None) or ()),
        "places": list(getattr(hit.record, "places", ())),
        "section": hit.section.name,
        "id": hit.record.id,
        "evidence": [plain(proof) for proof in part.evidence],  # type: ignore[attr-defined]
    }
