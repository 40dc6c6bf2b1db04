"""Who is to do what, where and by when, how far it has come, and whose word that is."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from briefing.document import Cell, Document, Lang, Table
from briefing.model.results import Commitment
from briefing.shelf.claims import Claim
from briefing.shelf.library import Library
from briefing.shelf.owners import find_actors
from briefing.views.answers import describe_claim, make_answer, make_answer_table, say_claim
from briefing.views.claims import (
    name_records,
    name_speakers,
    remark_implied,
    remark_inferred,
)
from briefing.views.common import make_plain
from briefing.views.folding import Folded, fold, list_evidence, say_others, say_places
from briefing.words.catalogue import label, stage
from briefing.words.values import period, say_implied

_COLUMNS = ("record", "stage", "actors", "places", "due", "said_by", "paragraph", "id", "article")


def list_commitments(
    library: Library, claims: Sequence[Claim], lang: Lang, full: bool = False
) -> Document:
    """Return what is to be done, or other claims with a stage; all are records for programs.

    Unless the list is to be ``full``, what one claim tells of another one is not told again.
    """
    told = [Folded(one) for one in claims] if full else fold(claims)
    rows = (_cells(one, lang) for one in told)
    return make_answer(
        library, "commitments", _COLUMNS, rows, [_data(one) for one in claims], lang, Commitment
    )


def draw_commitments(
    library: Library, claims: Sequence[Claim], lang: Lang, columns: Sequence[str]
) -> Table:
    """Return some of the columns of what is to be done, what claims tell alike in one row."""
    kept = [_COLUMNS.index(name) for name in columns]
    rows = (tuple(_cells(one, lang)) for one in fold(claims))
    return make_answer_table(library, columns, ([row[at] for at in kept] for row in rows), lang)


def _cells(folded: Folded[Claim], lang: Lang) -> Iterator[Cell]:
    one = folded.row
    hit, part = one.hit, cast(Any, one.part)
    article = hit.article
    yield say_claim(part, lang).remarked(say_others(folded, lang))
    yield stage(part.stage, lang).remarked(remark_implied(getattr(part, "basis", "stated"), lang))
    actors = find_actors(one)
    who = name_records(article, actors.ids, lang) if actors.ids else label("not_stated", lang)
    yield who.remarked(say_implied(len(actors.ids), lang) if actors.inferred else None)
    yield say_places(folded, lang)
    yield period(part.due, lang) if part.due else ""
    if part.said_by:
        said = name_speakers(article, part.said_by, lang)
        yield said.remarked(remark_inferred(part, "said_by", lang))
    else:
        yield label("article_itself", lang)
    yield list_evidence(folded)
    yield hit.record.id
    yield article.source.id


def _data(one: Claim) -> dict[str, Any]:
    due, actors = cast(Any, one.part).due, find_actors(one)
    fields = describe_claim(one.hit, one.part, ("actors",) if actors.inferred else ())
    return make_plain(Commitment(**fields, actors=actors.ids, due=due))
