"""Lists of records."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.document import Cell, Column, Document, Lang, Phrase, Table
from briefing.model.records import Record
from briefing.model.sections import SECTIONS
from briefing.shelf.library import Hit, Library
from briefing.views.cells import KEYS, ROLES, list_cell, make_title
from briefing.views.common import list_credited, make_data, make_document, name_articles
from briefing.words.catalogue import heading, label, phrase, say

FURTHER = ("note", "cite")
"""The columns that a list for people has only where they are asked for."""


def make_table(
    hits: Sequence[Hit[Record]],
    section: str | None,
    lang: Lang,
    title: Phrase | None = None,
    without: Sequence[str] = (),
    articles: Mapping[str, Phrase] = MappingProxyType({}),
    snippets: Sequence[Cell] = (),
    has_room: bool = False,
    titles: Sequence[Cell] = (),
    further: Sequence[str] = (),
) -> Table:
    """Return records of one section, or of any for ``None``, as a table.

    Columns with nothing in them are left out, and those that are named in ``without``. Where
    ``articles`` are the names of several, by their ids, a column says which one a record is of.
    ``snippets`` are what a search has found in each record; they stand in the last column. Where a
    format ``has_room``, each name has what is to be remarked of it, and its note, behind it;
    ``titles`` stand in the place of the names. Of the columns in :data:`FURTHER`, those that are
    asked for stand last.
    """
    own = SECTIONS[section].columns if section else ("title", "section")
    names = [name for name in own if name not in without]
    names += ["paragraph", "id", "article"] if articles else ["paragraph", "id"]
    rows = [
        tuple(
            articles[hit.article.source.id]
            if name == "article"
            else make_title(hit, lang)
            if name == "title" and has_room
            else list_cell(hit, name, lang)
            for name in names
        )
        for hit in hits
    ]
    for name in further:
        names.append(name)
        rows = [(*row, _tell(hit, name, lang)) for row, hit in zip(rows, hits, strict=True)]
    if titles:
        at = names.index("title")
        rows = [(*row[:at], one, *row[at + 1 :]) for row, one in zip(rows, titles, strict=True)]
    if snippets:
        names.append("snippet")
        rows = [(*row, snippet) for row, snippet in zip(rows, snippets, strict=True)]
    kept = [at for at in range(len(names)) if not rows or any(row[at] for row in rows)]
    return Table(
        columns=tuple(_column(names[at], section, lang) for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
        title=title,
        empty=label("nothing", lang),
        left_out=tuple(
            _column(name, section, lang)
            for name in (
                *(name for at, name in enumerate(names) if at not in kept),
                *(name for name in FURTHER if name not in names),
            )
        ),
    )


def _tell(hit: Hit[Record], column: str, lang: Lang) -> Cell:
    """Return what a further column has of a record."""
    if column == "cite":
        from briefing.views.cite import cite_in_a_row  # few lists have it

        return cite_in_a_row(hit, lang)
    note = getattr(hit.record, "note", None)
    return say(note, lang) if note else ""


def _column(name: str, section: str | None, lang: Lang) -> Column:
    if name != "title":
        return Column(heading(name, lang), ROLES.get(name, "text"), KEYS.get(name, name))
    if section is None:
        return Column(heading("record", lang), "name", name)
    one, holds = phrase(*SECTIONS[section].one, lang), SECTIONS[section].holds
    key = holds.TITLE if issubclass(holds, Record) else name
    return Column(one, "text" if section == "takeaways" else "name", key)


def list_records(
    library: Library,
    section: str,
    hits: Sequence[Hit[Record]],
    lang: Lang,
    without: Sequence[str] = (),
    has_room: bool = False,
    fields: Sequence[str] = (),
) -> Document:
    """Return a list of records of one section; ``fields`` are those that are asked for by name."""
    names = name_articles(library, lang)
    further = [name for name in FURTHER if name in fields]
    shown = make_table(
        hits, section, lang, without=without, articles=names, has_room=has_room, further=further
    )
    records = [make_data(hit) for hit in hits]
    if "cite" in fields:  # in one style, since the language changes nothing for programs
        records = [
            {**one, "cite": _tell(hit, "cite", "zh")}
            for one, hit in zip(records, hits, strict=True)
        ]
    whole = make_document(list_credited(library, records), [shown], records, lang)
    return whole._replace(section=section, name=heading(section, lang))
