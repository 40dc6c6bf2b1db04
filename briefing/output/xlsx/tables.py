"""The rows of a section as a table: which columns it has, in which order, and what is in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from briefing.model.article import REFERENCES
from briefing.output.fragments import link_to_words
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row, holds_parts
from briefing.output.xlsx.values import (
    PERIODS,
    Datum,
    Target,
    as_figure,
    goes_without_saying,
    is_figure,
    show,
)
from briefing.words.values import quantity

TITLES = ("name", "label", "title", "text", "citation")
"""The fields of which the first that a row has is what it is called."""
_FIRST = (
    *("when", "matches", "gist", "value", "value_to", "unit", "qualifier", "change", "kinds"),
    *("counted", "listed", "status", "stage", "kind", "tier", "gloss", "posts", "place", "places"),
    *("date", "period", "due", "said_by", "given_by", "actors", "partners", "organisation"),
)
"""The fields that a reader needs first, in this order; the others follow in that of the record."""
_LAST = ("note", "basis", "inferred", "coined", "todo", "field", "anchors", "section")
_NEVER = ("evidence", "paragraph", "paragraphs", "id", "spans")
_LONG = (
    "text",
    "note",
    "aim",
    "gloss",
    "gist",
    "reason",
    "rights",
    "citation",
    "anchors",
    "matches",
)
"""The fields whose texts run over several lines."""
_BILINGUAL = ("zh", "en")
_WIDEST = {"title": 34, "long": 46, "short": 22}


class Column(NamedTuple):
    """A column: a name of its own, its heading, its cells, and how it is set.

    ``widest`` is the most characters that a line of it may have.
    """

    key: str
    heading: str
    cells: Sequence[Datum]
    widest: int = _WIDEST["short"]


class Table(NamedTuple):
    """A sheet: its title, its columns, and the rows that they are made of."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    section: str = ""

    def column(self, key: str) -> int | None:
        """Return the place of a column, counted from 1, or nothing where there is none."""
        keys = [one.key for one in self.columns]
        return keys.index(key) + 1 if key in keys else None


class Tabulator:
    """What makes tables of rows: the reader, and which rows there are to lead to.

    ``home`` has the row of each record, by the ids of its article and its own, and ``proofs`` the
    first row of the evidence of a row.
    """

    def __init__(
        self, reader: Reader, home: Mapping[tuple[str, str], Row], proofs: Mapping[Row, Row]
    ) -> None:
        self.reader = reader
        self.home = home
        self.proofs = proofs

    def tabulate(self, section: str, rows: Sequence[Row], *, every: bool = False) -> Table:
        """Return the table of a section. Columns that tell nothing are left out, if not ``every``.

        What a reader needs first stands first, the paragraphs and the id last.
        """
        fields = list(dict.fromkeys(name for row in rows for name in row.fields))
        told = [
            name
            for name in fields
            if name not in _NEVER
            and (every or not all(goes_without_saying(name, row.fields.get(name)) for row in rows))
        ]
        called = next((name for name in TITLES if name in told), None)
        columns = list(self._owner(rows))
        for name in _order(told, called):
            columns += self._columns(name, name == called, section, rows)
        columns += self._record(rows)
        columns += self._articles(rows)
        columns += self._paragraphs(rows, every)
        if any(row.id for row in rows) or (every and "id" in fields):
            ids = [Datum(row.id) for row in rows]
            columns.append(Column("id", self.reader.heading("id"), ids, 30))
        title = self.reader.heading(section)
        if every:
            return Table(title, [one._replace(cells=()) for one in columns], (), section)
        kept = [one for one in columns if any(cell.value != "" for cell in one.cells)]
        return Table(title, kept, rows, section)

    def _owner(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the records that the rows are parts of."""
        owners = [row.owner for row in rows]
        if not any(owners):
            return
        sections = {owner.section for owner in owners if owner}
        heading = self.reader.title_of(sections.pop() if len(sections) == 1 else "")
        yield Column("owner", heading, [self.lead_to_owner(row) for row in rows])

    def _record(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the records that the lines of an answer are of."""
        if not all(row.owner is None and "section" in row.fields for row in rows):
            return
        cells = [self._name(row, row.id) if row.id else Datum("") for row in rows]
        shown = [_text_of(row, self.reader) for row in rows]
        if [one.value for one in cells] != shown:
            yield Column("record", self.reader.heading("record"), cells, 30)

    def _articles(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the articles, where there are several."""
        if len(self.reader.articles) > 1 and any(row.article for row in rows):
            cells = [Datum(self.reader.article(row.article)) for row in rows]
            yield Column("article", self.reader.heading("article"), cells)

    def _paragraphs(self, rows: Sequence[Row], every: bool) -> Iterator[Column]:
        """Yield the column of the first paragraphs and, where a row has several, one of all."""
        numbers = [list_paragraphs(row.fields) for row in rows]
        if not any(numbers) and not every:
            return
        first = [
            Datum(found[0], self._lead_to_words(row)) if found else Datum("")
            for row, found in zip(rows, numbers, strict=True)
        ]
        yield Column("paragraph", self.reader.heading("paragraph"), first)
        if any(len(found) > 1 for found in numbers):
            cells = [
                Datum(", ".join(map(str, found)) if len(found) > 1 else "") for found in numbers
            ]
            yield Column("paragraphs", self.reader.heading("paragraphs"), cells, 12)

    def _lead_to_words(self, row: Row) -> Target | None:
        """Return where the words are that a row rests on: on the article's page, or in the book."""
        evidence = sorted(row.fields.get("evidence") or [], key=lambda one: one["paragraph"])
        home = self.reader.articles.get(row.article)
        if evidence and (address := link_to_words(home and home.address, evidence[0]["anchor"])):
            return Target(address)
        return Target(self.proofs[row]) if row in self.proofs else None

    def lead_to_owner(self, row: Row) -> Datum:
        """Return the name of the record that a row is of, which leads to that record's row."""
        return self._lead(row.owner)

    def _lead(self, row: Row | None) -> Datum:
        """Return the name of a record of the book, which leads to its row."""
        if row is None:
            return Datum("")
        return Datum(_text_of(row, self.reader), Target(row))

    def _name(self, row: Row, id_: str) -> Datum:
        """Return the name of a record, which leads to its row, if it has one."""
        to = self.home.get((row.article, id_))
        said = self.reader.names(row.article, [id_])
        return Datum(said, Target(to, said) if to and to is not row else None)

    def _columns(
        self, name: str, is_title: bool, section: str, rows: Sequence[Row]
    ) -> Iterator[Column]:
        """Yield the columns of a field: one, or one for each language of its texts."""
        widest = _WIDEST[
            "title" if is_title and name not in _LONG else "long" if name in _LONG else "short"
        ]
        key = "title" if is_title else name
        heading = "tied_to" if (section, name) == ("links", "place") else name
        if name == "value" and all(is_figure(row.fields) for row in rows):
            yield from self._figures(rows)
        elif any(holds_parts(name, row.fields.get(name)) for row in rows):
            yield Column(
                key, self.reader.heading(heading), [self._parts(name, row) for row in rows], 30
            )
        elif name not in PERIODS and _is_bilingual(name, rows):
            yield from self._texts(key, name, rows, widest)
        elif (
            name == "text"
            and not is_title
            and self.reader.lang == "zh"
            and is_figure(rows[0].fields)
        ):
            return  # it is what stands in the column of the values
        elif name in REFERENCES:
            yield Column(
                key, self.reader.heading(heading), [self._names(name, row) for row in rows], widest
            )
        else:
            cells = [Datum(show(name, row, self.reader)) for row in rows]
            what = (
                "what" if name == "due" and isinstance(rows[0].fields.get("due"), bool) else heading
            )
            yield Column(key, self.reader.heading(what), cells, widest)

    def _texts(self, key: str, name: str, rows: Sequence[Row], widest: int) -> Iterator[Column]:
        """Yield the column of a text, or one for each language where both are to be shown."""
        if self.reader.lang != "both":
            cells = [Datum(self.reader.text(row.fields.get(name))) for row in rows]
            yield Column(key, self.reader.heading(name), cells, widest)
            return
        for language in _BILINGUAL:
            cells = [Datum(self.reader.text(row.fields.get(name), language)) for row in rows]
            own = key if language == "zh" else f"{key}_{language}"
            yield Column(own, self.reader.heading_in(name, language), cells, widest)

    def _figures(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the values of figures as people say them, and as numbers."""
        said = [quantity(as_figure(row.fields), self.reader.lang) for row in rows]
        yield Column(
            "value", self.reader.heading("value"), [Datum(self.reader.say(one)) for one in said]
        )
        numbers = [Datum(row.fields["value"]) for row in rows]
        yield Column("number", self.reader.heading("number"), numbers, 24)

    def _parts(self, name: str, row: Row) -> Datum:
        """Return how many parts a record has, or what its posts are called, leading to the first."""
        held = row.fields.get(name) or []
        if not held:
            return Datum("")
        titles = [one["title"] for one in held if "title" in one]
        said = "；".join(map(self.reader.text, titles)) if titles else len(held)
        first = row.parts.get(name)
        return Datum(said, Target(first, self.reader.heading(name)) if first else None)

    def _names(self, name: str, row: Row) -> Datum:
        """Return the names of the records in a field; it leads to the first that has a row."""
        shown = show(name, row, self.reader)
        value = row.fields.get(name) or []
        for id_ in value if isinstance(value, list) else [value]:
            if to := self.home.get((row.article, id_)):
                return Datum(shown, Target(to, self.reader.names(row.article, [id_])))
        return Datum(shown)


def list_paragraphs(fields: Mapping[str, Any]) -> list[int]:
    """Return the numbers of the paragraphs that a row names, once each, in order."""
    found = {one["paragraph"] for one in fields.get("evidence") or []}
    found.update(fields.get("paragraphs") or [])
    if isinstance(fields.get("paragraph"), int):
        found.add(fields["paragraph"])
    return sorted(one for one in found if isinstance(one, int))


def _order(fields: Sequence[str], title: str | None) -> list[str]:
    """Return fields in the order in which a reader needs them."""
    first = [title] if title else []
    first += [name for name in _FIRST if name in fields and name != title]
    last = [name for name in _LAST if name in fields and name not in first]
    return [*first, *(name for name in fields if name not in (*first, *last)), *last]


def _is_bilingual(name: str, rows: Iterable[Row]) -> bool:
    """Return whether a field holds a text in two languages in the rows that have it."""
    return any(
        isinstance(value, dict) and ("zh" in value or not value)
        for value in (row.fields.get(name) for row in rows)
    )


def _text_of(row: Row, reader: Reader) -> str:
    """Return what a row is called in the reader's language, shortly if it is a record's."""
    if (known := reader.articles.get(row.article)) and row.id in known.called:
        return reader.names(row.article, [row.id])
    title = next((row.fields[name] for name in TITLES if name in row.fields), "")
    return (
        reader.text(title) if isinstance(title, dict) else str(title or reader.heading(row.section))
    )
