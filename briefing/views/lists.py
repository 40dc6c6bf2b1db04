"""Lists of records: one section's, or what a search has found."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefing.document import Cell, Column, Document, Lang, Phrase, Role, Table
from briefing.model.article import SECTIONS
from briefing.model.records import Record
from briefing.shelf.library import Hit, Library
from briefing.views.cells import list_cell, role_of
from briefing.views.common import data, document, paragraphs
from briefing.words.catalogue import heading, label, phrase


class _Field(NamedTuple):
    """A column of a list: what it is of, what stands over it, and what stands in it."""

    name: str
    heading: Phrase
    role: Role
    cell: Callable[[Hit[Record]], Cell]


def _own_fields(name: str, lang: Lang) -> list[_Field]:
    """Return the columns that the table of sections gives a section."""
    section = SECTIONS[name]
    title = getattr(section.holds, "TITLE", "name")
    return [
        _Field(
            field,
            phrase(*section.one, lang) if field == "title" else heading(field, lang),
            role_of(field, title),
            lambda hit, field=field: list_cell(hit, field, lang),  # type: ignore[misc]  # bound early
        )
        for field in section.columns
    ]


def _search_fields(lang: Lang) -> list[_Field]:
    return [
        _Field("title", heading("record", lang), "name", lambda hit: list_cell(hit, "title", lang)),
        _Field(
            "section",
            heading("section", lang),
            "text",
            lambda hit: heading(hit.section.name, lang),
        ),
    ]


def _common_fields(lang: Lang, *, several: bool) -> list[_Field]:
    """Return the columns that close every list; several articles get one that says which."""
    fields = [
        _Field(
            "paragraph",
            heading("paragraph", lang),
            "paragraph",
            lambda hit: ", ".join(map(str, paragraphs(hit.record.evidence))),
        ),
        _Field("id", heading("id", lang), "id", lambda hit: hit.record.id),
    ]
    if several:
        fields.append(
            _Field("article", heading("article", lang), "id", lambda hit: hit.article.source.id)
        )
    return fields


def table(
    hits: Iterable[Hit[Record]],
    section: str | None,
    lang: Lang,
    title: Phrase | None = None,
    without: Sequence[str] = (),
    several: bool = False,
) -> Table:
    """Return records of one section, or of all for ``None``, as a table.

    Columns with nothing in them are left out, and those whose field is named in ``without``.
    """
    own = _own_fields(section, lang) if section else _search_fields(lang)
    fields = [field for field in own if field.name not in without]
    fields += _common_fields(lang, several=several)
    rows = [tuple(field.cell(hit) for field in fields) for hit in hits]
    kept = [at for at in range(len(fields)) if not rows or any(row[at] for row in rows)]
    return Table(
        columns=tuple(Column(fields[at].heading, fields[at].role) for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
        title=title,
        empty=label("nothing", lang),
    )


def list_records(
    library: Library, section: str, hits: Sequence[Hit[Record]], lang: Lang
) -> Document:
    """Return a list of records of one section."""
    shown = table(hits, section, lang, several=len(library.articles) > 1)
    whole = document(library.articles, [shown], [data(hit) for hit in hits], lang)
    return whole._replace(section=section, name=heading(section, lang))


def list_found(library: Library, hits: Sequence[Hit[Record]], lang: Lang) -> Document:
    """Return what a search has found in any section."""
    shown = table(hits, None, lang, several=len(library.articles) > 1)
    records = [
        {"article": hit.article.source.id, "section": hit.section.name, **data(hit)} for hit in hits
    ]
    whole = document(library.articles, [shown], records, lang)
    return whole._replace(section="search", name=heading("found", lang))
