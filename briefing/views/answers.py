"""Answers in one table, with a claim of the article in every row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.document import Block, Cell, Column, Document, Lang, Phrase, Table
from briefing.model.parts import Bilingual, Part
from briefing.model.records import Figure, Record
from briefing.shelf.library import Hit, Library
from briefing.views.cells import KEYS, ROLES
from briefing.views.common import article_names, credited, document, plain
from briefing.words.catalogue import heading, label, say
from briefing.words.values import quantity


def answer(
    library: Library,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Iterable[Cell]],
    records: list[dict[str, Any]],
    lang: Lang,
    shape: Mapping[str, Any],
) -> Document:
    """Return an answer of that ``name``: its rows for people, and its records for programs."""
    shown = answer_table(library, columns, rows, lang)
    return answer_document(library, name, [shown], records, lang, shape)


def answer_document(
    library: Library,
    name: str,
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]],
    lang: Lang,
    shape: Mapping[str, Any],
) -> Document:
    """Return an answer of that ``name`` that is made of several blocks.

    ``shape`` is a record without values.
    """
    whole = document(credited(library, records), blocks, records, lang)
    return whole._replace(section=name, name=heading(name, lang), shape=shape)


def answer_table(
    library: Library,
    columns: Sequence[str],
    rows: Iterable[Iterable[Cell]],
    lang: Lang,
    title: Phrase | None = None,
) -> Table:
    """Return the rows of an answer as a table.

    Each row has the id of its article in the column ``article``, which is left out where there is
    only one. So are columns with nothing in them.
    """
    called = article_names(library, lang)
    cells = [
        tuple(
            called.get(str(cell), "") if column == "article" else cell
            for column, cell in zip(columns, row, strict=True)
        )
        for row in rows
    ]
    kept = [
        at
        for at, column in enumerate(columns)
        if (column != "article" or called) and (not cells or any(row[at] for row in cells))
    ]
    return Table(
        tuple(_column(columns[at], lang) for at in kept),
        tuple(tuple(row[at] for at in kept) for row in cells),
        title,
        empty=label("nothing", lang),
        left_out=tuple(_column(name, lang) for at, name in enumerate(columns) if at not in kept),
    )


def _column(name: str, lang: Lang) -> Column:
    return Column(heading(name, lang), ROLES.get(name, "text"), KEYS.get(name, name))


def text_of(claim: Part) -> Bilingual:
    """Return what a claim says: the title of a record or a post, or the text of another part."""
    has_text = not isinstance(claim, Record) and hasattr(claim, "text")
    said: Bilingual = claim.text if has_text else claim.title  # type: ignore[attr-defined]
    return said


def say_claim(claim: Part, lang: Lang) -> Phrase:
    """Return what a claim says in the reader's language; a figure says its value, too."""
    said = say(text_of(claim), lang)
    return quantity(claim, lang).labelled(said) if isinstance(claim, Figure) else said


def standing_data(hit: Hit[Record], claim: Any) -> dict[str, Any]:
    """Return how far a claim of a record is, who says it and where it stands, for programs."""
    return {
        "stage": getattr(claim, "stage", None),
        "said_by": list(getattr(claim, "said_by", None) or ()),
        "places": list(getattr(hit.record, "places", ())),
        "section": hit.section.name,
        "id": hit.record.id,
        "evidence": [plain(proof) for proof in claim.evidence],
    }
