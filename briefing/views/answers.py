"""Answers in one table, with a claim of the article in every row."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.document import Block, Cell, Column, Document, Lang, Phrase, Table
from briefing.model.parts import Bilingual, Part
from briefing.model.records import Figure, Record
from briefing.shelf.library import Hit, Library
from briefing.views.cells import KEYS, ROLES
from briefing.views.common import list_credited, make_document, name_articles
from briefing.words.catalogue import heading, label, say
from briefing.words.values import quantity


def make_answer(
    library: Library,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Iterable[Cell]],
    records: list[dict[str, Any]],
    lang: Lang,
    holds: type[Part],
) -> Document:
    """Return an answer of that ``name``: its rows for people, and its records for programs."""
    shown = make_answer_table(library, columns, rows, lang)
    return make_answer_document(library, name, [shown], records, lang, holds)


def make_answer_document(
    library: Library,
    name: str,
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]],
    lang: Lang,
    holds: type[Part],
) -> Document:
    """Return an answer of that ``name`` that is made of several blocks.

    ``holds`` is the type of its records.
    """
    whole = make_document(list_credited(library, records), blocks, records, lang)
    return whole._replace(section=name, name=heading(name, lang), holds=holds)


def make_answer_table(
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
    called = name_articles(library, lang)
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


def find_text(claim: Part) -> Bilingual:
    """Return what a claim says: the title of a record or a post, or the text of another part."""
    has_text = not isinstance(claim, Record) and hasattr(claim, "text")
    said: Bilingual = claim.text if has_text else claim.title  # type: ignore[attr-defined]
    return said


def say_claim(claim: Part, lang: Lang) -> Phrase:
    """Return what a claim says in the reader's language; a figure says its value, too."""
    said = say(find_text(claim), lang)
    return quantity(claim, lang).labelled(said) if isinstance(claim, Figure) else said


def describe_claim(hit: Hit[Record], claim: Any, concluded: Iterable[str] = ()) -> dict[str, Any]:
    """Return the fields of :class:`Claimed`: what a claim says, how far it is, whose word it is.

    What the claim takes from its record is marked as our conclusion where it is one there, and so
    is what else is ``concluded``.
    """
    inferred = [*getattr(claim, "inferred", ()), *concluded]
    inferred += ["places"] if "places" in hit.record.inferred else []
    field, position = _find_part(hit.record, claim)
    return {
        "article": hit.article.source.id,
        "text": find_text(claim),
        **{name: getattr(claim, name, None) for name in _OWN},
        "kind": getattr(hit.record, "kind", None),
        "places": getattr(hit.record, "places", ()),
        "said_by": getattr(claim, "said_by", None) or (),
        "section": hit.section.name,
        "id": hit.record.id,
        "field": field,
        "position": position,
        "inferred": tuple(dict.fromkeys(inferred)),
        "evidence": claim.evidence,
    }


def _find_part(record: Record, part: Part) -> tuple[str | None, int | None]:
    """Return the field that a part of a record stands in, and its place there, from 1.

    The record itself has neither.
    """
    for field in record.__struct_fields__:
        held = getattr(record, field)
        for position, one in enumerate(held if isinstance(held, tuple) else (), 1):
            if one is part:
                return field, position
    return None, None


_OWN = ("stage", "basis", "value", "value_to", "unit", "qualifier")
"""The fields that a claim has itself, if its kind of record or part has them."""
