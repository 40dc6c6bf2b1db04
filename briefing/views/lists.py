"""The plain lists: figures, projects, people, events, sectors, terms, places, search results."""

from collections.abc import Callable, Iterable, Sequence

from briefing.document import Cell, Column, Document, Lang, Phrase, Role, Table
from briefing.model.load import Library
from briefing.shelf.query import Hit
from briefing.views.common import data, document, implied, numbers, place_cell
from briefing.words import day, heading, label, listed, quantity, say

Field = tuple[str, Role, Callable[[Hit, Lang], Cell]]


def _title(hit: Hit, lang: Lang) -> Cell:
    return say(hit.record.title, lang)


def _posts(hit: Hit, lang: Lang) -> Cell:
    return listed((post.title for post in hit.record.posts), lang)


def _date(hit: Hit, lang: Lang) -> Cell:
    return day(hit.record.date, lang) if hit.record.date else label("undated", lang)


def _explained(hit: Hit, lang: Lang) -> Cell:
    return label("yes" if hit.record.spelled_out else "no", lang)


def _role(hit: Hit, lang: Lang) -> Cell:
    roles = hit.record.roles
    return say(roles[0].text, lang).remarked(implied(roles[0].basis, lang)) if roles else ""


def _status(hit: Hit, lang: Lang) -> Cell:
    return label(hit.record.status, lang).remarked(implied(hit.record.basis, lang))


def _kind(hit: Hit, lang: Lang) -> Cell:
    return label(hit.record.kind, lang)


PARAGRAPH: Field = ("paragraph", "paragraph", lambda hit, _: numbers(hit.record.evidence))
ID: Field = ("id", "id", lambda hit, _: hit.record.id)
PLACE: Field = ("place", "text", place_cell)

FIELDS: dict[str, tuple[Field, ...]] = {
    "figures": (
        ("figure", "name", _title),
        ("value", "number", lambda hit, lang: quantity(hit.record, lang)),
        PLACE,
        PARAGRAPH,
        ID,
    ),
    "projects": (
        ("project", "name", _title),
        ("status", "text", _status),
        PLACE,
        ("partners", "text", lambda hit, lang: listed(hit.record.partners, lang)),
        PARAGRAPH,
        ID,
    ),
    "people": (("person", "name", _title), ("posts", "text", _posts), PLACE, PARAGRAPH, ID),
    "events": (("date", "text", _date), ("event", "name", _title), PLACE, PARAGRAPH, ID),
    "sectors": (
        ("industry", "name", _title),
        ("tier", "text", lambda hit, lang: say(hit.record.tier, lang)),
        PLACE,
        PARAGRAPH,
        ID,
    ),
    "terms": (
        ("term", "name", _title),
        ("gloss", "text", lambda hit, lang: say(hit.record.gloss, lang)),
        ("spelled_out", "text", _explained),
        PARAGRAPH,
        ID,
    ),
    "strategies": (
        ("strategy", "name", _title),
        ("kind", "text", _kind),
        PLACE,
        PARAGRAPH,
        ID,
    ),
    "places": (
        ("place", "name", _title),
        ("kind", "text", _kind),
        ("role", "text", _role),
        PARAGRAPH,
        ID,
    ),
    "takeaways": (("takeaways", "text", _title), PARAGRAPH, ID),
    "search": (
        ("record", "name", _title),
        ("section", "text", lambda hit, lang: heading(hit.section, lang)),
        PARAGRAPH,
        ID,
    ),
}
"""The columns of each list: heading, role, and what stands there."""

NAMES = {"search": "found"}


def table(
    hits: Iterable[Hit],
    section: str,
    lang: Lang,
    title: Phrase | None = None,
    without: Sequence[str] = (),
    several: bool = False,
) -> Table:
    """Records as a table; columns with nothing in them are left out.

    ``several`` articles get a column that says which.
    """
    fields = [field for field in FIELDS[section] if field[0] not in without]
    if several:
        fields.append(("article", "id", lambda hit, _: hit.article.source.id))
    rows = [tuple(cell(hit, lang) for _, _, cell in fields) for hit in hits]
    kept = [
        index for index, field in enumerate(fields) if any(row[index] for row in rows) or not rows
    ]
    return Table(
        columns=tuple(Column(heading(fields[index][0], lang), fields[index][1]) for index in kept),
        rows=tuple(tuple(row[index] for index in kept) for row in rows),
        title=title,
        empty=label("nothing", lang),
    )


def records(library: Library, section: str, hits: Sequence[Hit], lang: Lang) -> Document:
    """A list of records of one section, or of all for ``search``."""
    several = len(library.articles) > 1
    shown = table(hits, section, lang, several=several)
    rows = [data(hit) for hit in hits]
    if section == "search":
        rows = [
            {"article": row.pop("article"), "section": hit.section, **row}
            for hit, row in zip(hits, rows, strict=True)
        ]
    whole = document(library.articles, [shown], rows, lang)
    return whole._replace(section=section, name=heading(NAMES.get(section, section), lang))
