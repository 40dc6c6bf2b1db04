"""Who is to do what, where and by when, how far it has come, and whose word that is."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from briefing.document import Cell, Document, Lang, Line
from briefing.shelf.finding import Claim, actors_of
from briefing.shelf.library import Library
from briefing.views.answers import answer, say_claim, text_of
from briefing.views.claims import implied, inferred, names, speakers
from briefing.views.common import places_cell, plain
from briefing.words.catalogue import label, stage
from briefing.words.values import period

_COLUMNS = ("record", "stage", "actors", "places", "due", "said_by", "paragraph", "id", "article")
_SHAPE: dict[str, Any] = {
    **{"article": "", "text": {}, "stage": "", "actors": [], "places": [], "due": None},
    **{"said_by": [], "section": "", "id": "", "evidence": []},
}
"""A record for programs without its values."""


def list_commitments(library: Library, claims: Sequence[Claim], lang: Lang) -> Document:
    """Return what is to be done, or other claims with a stage, a row for each."""
    rows = (_cells(one, lang) for one in claims)
    return answer(
        library, "commitments", _COLUMNS, rows, [_data(one) for one in claims], lang, _SHAPE
    )


def _cells(one: Claim, lang: Lang) -> Iterator[Cell]:
    hit, part = one.hit, cast(Any, one.part)
    article = hit.article
    yield say_claim(part, lang)
    yield stage(part.stage, lang).remarked(implied(getattr(part, "basis", "stated"), lang))
    actors = actors_of(one)
    concluded = inferred(part, "actors", lang) or inferred(hit.record, "actors", lang)
    yield names(article, actors, lang).remarked(concluded) if actors else ""
    yield places_cell(hit, lang)
    yield period(part.due, lang) if part.due else ""
    said = speakers(article, part.said_by, lang) if part.said_by else None
    yield said.remarked(inferred(part, "said_by", lang)) if said else label("article_itself", lang)
    yield Line("", part.evidence)
    yield hit.record.id
    yield article.source.id


def _data(one: Claim) -> dict[str, Any]:
    hit, part = one.hit, cast(Any, one.part)
    return {
        "article": hit.article.source.id,
        "text": plain(text_of(part)),
        "stage": part.stage,
        "actors": list(actors_of(one)),
        "places": list(hit.record.places),  # type: ignore[attr-defined]  # it has places
        "due": part.due if isinstance(part.due, str | None) else plain(part.due),
        "said_by": list(part.said_by or ()),
        "section": hit.section.name,
        "id": hit.record.id,
        "evidence": [plain(proof) for proof in part.evidence],
    }
