"""Who is to do what, where and by when, how far it has come, and whose word that is."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from briefing.document import Cell, Document, Lang, marks
from briefing.model.choices import OPEN_STAGES, Stage
from briefing.model.records import Figure, Project, Strategy
from briefing.shelf.finding import Claim
from briefing.shelf.library import Library
from briefing.views.answers import answer, text_of
from briefing.views.claims import names, paragraphs, speakers
from briefing.views.common import places_cell, plain
from briefing.words.catalogue import say, stage
from briefing.words.values import period

_COLUMNS = ("record", "stage", "actors", "places", "due", "said_by", "paragraph", "id", "article")


def list_commitments(
    library: Library, claims: Iterable[Claim], lang: Lang, wanted: Stage | None = None
) -> Document:
    """Return the claims that say what is still to be done, what is furthest first.

    Where one stage is ``wanted``, which may also be that it is done, the claims at it are returned.
    """
    stages = (wanted,) if wanted else OPEN_STAGES
    found = [
        one
        for one in claims
        if isinstance(one.hit.record, Strategy | Project | Figure)
        and getattr(one.part, "stage", None) in stages
    ]
    found.sort(key=lambda one: stages.index(one.part.stage))  # type: ignore[attr-defined]
    rows = (_cells(one, lang) for one in found)
    return answer(library, "commitments", _COLUMNS, rows, [_data(one) for one in found], lang)


def _cells(one: Claim, lang: Lang) -> Iterator[Cell]:
    hit, part = one.hit, cast(Any, one.part)
    article = hit.article
    yield say(text_of(part), lang)
    yield stage(part.stage, lang)
    yield names(article, part.actors, lang) if part.actors else ""
    yield places_cell(hit, lang)
    yield period(part.due, lang) if part.due else ""
    yield speakers(article, part.said_by, lang) if part.said_by else ""
    yield marks(paragraphs(part.evidence))
    yield hit.record.id
    yield article.source.id


def _data(one: Claim) -> dict[str, Any]:
    hit, part = one.hit, cast(Any, one.part)
    return {
        "article": hit.article.source.id,
        "text": plain(text_of(part)),
        "stage": part.stage,
        "actors": list(part.actors),
        "places": list(hit.record.places),  # type: ignore[attr-defined]  # it has places
        "due": part.due if isinstance(part.due, str | None) else plain(part.due),
        "said_by": list(part.said_by or ()),
        "section": hit.section.name,
        "id": hit.record.id,
        "evidence": [plain(proof) for proof in part.evidence],
    }
