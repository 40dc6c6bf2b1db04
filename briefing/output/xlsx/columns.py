"""The columns of a section: which of its fields tell something, and what stands in each cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.document import Phrase
from briefing.model.sections import REFERENCES
from briefing.output.fragments import link_to_words
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row, holds_parts
from briefing.output.xlsx.tables import (
    TITLES,
    Column,
    Table,
    list_paragraphs,
    name_row,
    order_fields,
    put_sparse_last,
    widest,
)
from briefing.output.xlsx.values import (
    PERIODS,
    Datum,
    Target,
    as_figure,
    goes_without_saying,
    is_figure,
    show,
)
from briefing.words import catalogue
from briefing.words.posts import name_post
from briefing.words.values import SCALES, quantity

_NEVER = ("evidence", "paragraph", "paragraphs", "id", "position")
"""The fields that have columns of their own, or stand in those of others."""
_WIDE, _NAME = 30, 40


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

    def tabulate(self, section: str, rows: Sequence[Row]) -> Table:
        """Return the table of a section. Columns that tell nothing are left out.

        What a reader needs first stands first, the paragraphs and the id last. Numbers that are
        only part of a name stand below all others.
        """
        rows = sorted(rows, key=lambda row: bool(row.fields.get("in_name")))
        fields = list(dict.fromkeys(name for row in rows for name in row.fields))
        told = [name for name in fields if not all(goes_without_saying(name, row) for row in rows)]
        columns = self._list_columns(section, rows, told)
        kept = [one for one in columns if any(cell.value != "" for cell in one.cells)]
        return Table(self.reader.tab(section), put_sparse_last(kept), rows, section)

    def head(self, section: str, row: Row) -> Table:
        """Return the table of a section without rows, with the columns of an empty one."""
        columns = self._list_columns(section, [row], list(row.fields))
        bare = [one._replace(cells=()) for one in columns]
        return Table(self.reader.tab(section), bare, (), section)

    def lead_to_owner(self, row: Row) -> Datum:
        """Return what the record that a row is part of is called, which leads to that record."""
        if row.owner is None:
            return Datum("")
        said = name_row(row.owner, self.reader)
        return Datum(said, Target(row.owner, said))

    def _list_columns(
        self, section: str, rows: Sequence[Row], fields: Sequence[str]
    ) -> Iterator[Column]:
        title = next((name for name in TITLES if name in fields), None)
        yield from self._list_owners(rows)
        if any(row.owner for row in rows):
            yield from self._list_records(rows)
        for name in order_fields([one for one in fields if one not in _NEVER], title):
            said = self._heading(name, name == title, section, rows)
            yield from self._show_field(name, name == title, said, rows)
        if not any(row.owner for row in rows):
            yield from self._list_records(rows)
        if len(self.reader.articles) > 1:
            articles = [Datum(self.reader.article(row.article)) for row in rows]
            yield Column("article", self.reader.heading("article"), articles)
        yield from self._list_paragraphs(rows)
        if "id" in fields or any(row.owner for row in rows):
            ids = [Datum(row.id, Target(row.owner) if row.owner else None) for row in rows]
            yield Column("id", self.reader.heading("id"), ids, _WIDE)

    def _list_owners(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the records that the rows are parts of."""
        kinds = {row.owner.kind for row in rows if row.owner}
        if kinds:
            heading = self.reader.title_of(kinds.pop() if len(kinds) == 1 else "", "record")
            owners = [self.lead_to_owner(row) for row in rows]
            yield Column("owner", self.reader.say(heading), owners, _NAME + 4)

    def _list_records(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the records that lines are of, unless they say just that."""
        if not all(isinstance(row.fields.get("section"), str) for row in rows):
            return
        cells = [self._name(row, row.id) for row in rows]
        said = [self.reader.text(row.fields.get("text")) for row in rows]
        if [one.value for one in cells] != said:
            yield Column("record", self.reader.heading("record"), cells, _WIDE)

    def _list_paragraphs(self, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the column of the first paragraphs and, where a row has several, one of all."""
        if not any({"evidence", "paragraph", "paragraphs"} & row.fields.keys() for row in rows):
            return
        numbers = [list_paragraphs(row.fields) for row in rows]
        first = [
            Datum(found[0], self._lead_to_words(row)) if found else Datum("")
            for row, found in zip(rows, numbers, strict=True)
        ]
        yield Column("paragraph", self.reader.heading("paragraph"), first)
        every = [", ".join(map(str, found)) if len(found) > 1 else "" for found in numbers]
        if any(every):
            cells = [Datum(one) for one in every]
            yield Column("paragraphs", self.reader.heading("paragraphs"), cells, 12)

    def _lead_to_words(self, row: Row) -> Target | None:
        """Return where the words are that a row rests on: on the article's page, or in the book."""
        evidence = sorted(row.fields.get("evidence") or [], key=lambda one: one["paragraph"])
        home = self.reader.articles.get(row.article)
        if evidence and (address := link_to_words(home and home.address, evidence[0]["anchor"])):
            return Target(address)
        return Target(self.proofs[row]) if row in self.proofs else None

    def _heading(self, name: str, is_title: bool, section: str, rows: Sequence[Row]) -> Phrase:
        """Return what stands over a field; over titles, it is what one record is called."""
        if is_title and any(row.owner for row in rows):
            return catalogue.heading(section, "both")
        if is_title:
            is_ours = name == "text" and _is_bilingual(name, rows)
            return self.reader.title_of(rows[0].kind, "claim" if is_ours else name)
        if section == "articles":
            return self.reader.source_heading(name)
        if (section, name) == ("links", "place"):
            return catalogue.heading("tied_to", "both")
        if name == "due" and any(isinstance(row.fields.get(name), bool) for row in rows):
            return catalogue.heading("what", "both")
        return catalogue.heading(name, "both")

    def _show_field(
        self, name: str, is_title: bool, said: Phrase, rows: Sequence[Row]
    ) -> Iterator[Column]:
        """Yield the columns of a field: one, or one for each language of its texts."""
        key = "title" if is_title else name
        heading = self.reader.say(said)
        of_figures = all(is_figure(row.fields) for row in rows)
        if name == "value" and of_figures:
            yield from self._show_figures(heading, rows)
        elif name not in PERIODS and _is_bilingual(name, rows):
            yield from self._show_texts(
                key, name, said, rows, widest(name, is_title=is_title, is_text=True)
            )
        elif any(holds_parts(name, row.fields.get(name)) for row in rows):
            yield Column(key, heading, [self._count_parts(name, row) for row in rows], _WIDE)
        elif name in REFERENCES:
            yield Column(key, heading, [self._show_names(name, row) for row in rows], _WIDE)
        elif not (name == "text" and of_figures and self.reader.lang == "zh"):  # it is the value
            cells = [Datum(show(name, row, self.reader)) for row in rows]
            yield Column(key, heading, cells, widest(name, is_title=is_title))

    def _show_texts(
        self, key: str, name: str, said: Phrase, rows: Sequence[Row], most: int
    ) -> Iterator[Column]:
        """Yield the column of a text, or one for each language where both are to be shown."""
        if self.reader.lang != "both":
            cells = [Datum(self.reader.text(row.fields.get(name))) for row in rows]
            yield Column(key, self.reader.say(said), cells, most)
            return
        for language, own in (("zh", key), ("en", f"{key}_en")):
            cells = [Datum(self.reader.text(row.fields.get(name), language)) for row in rows]
            yield Column(own, self.reader.heading_in(said, language), cells, most)

    def _show_figures(self, heading: str, rows: Sequence[Row]) -> Iterator[Column]:
        """Yield the values of figures as people say them, and as numbers."""
        figures = [as_figure(row.fields) for row in rows if row.fields["value"] != ""]
        said = [Datum(self.reader.say(quantity(one, self.reader.lang))) for one in figures]
        yield Column("value", heading, said)
        # An order of magnitude, as 千亿级, is no number to be added to others.
        numbers = [Datum("" if one.unit in SCALES else one.value) for one in figures]
        yield Column("number", self.reader.heading("number"), numbers, 24)

    def _count_parts(self, name: str, row: Row) -> Datum:
        """Return the number of parts, or what posts are called, which leads to the first."""
        held = row.fields.get(name) or []
        if not held:
            return Datum("")
        posts = [self._name_post(row.article, one) for one in held if "title" in one]
        said = self.reader.separator().join(posts) if posts else len(held)
        first = row.parts.get(name)
        return Datum(said, Target(first, self.reader.tab(name)) if first else None)

    def _name_post(self, article: str, post: Mapping[str, Any]) -> str:
        """Return what a post is called, with its organisation, if the title does not name that."""
        title = post["title"]
        id_ = post.get("organisation")
        body = self.reader.name(article, id_) if id_ else Phrase()
        return self.reader.say(name_post(Phrase(title.get("zh"), title.get("en")), body))

    def _show_names(self, name: str, row: Row) -> Datum:
        """Return the names of the records in a field; it leads to the first that has a row."""
        shown = show(name, row, self.reader)
        value = row.fields.get(name) or []
        ids = value if isinstance(value, list) else [value]
        found = next((one for one in ids if (row.article, one) in self.home), None)
        return self._name(row, found)._replace(value=shown) if found else Datum(shown)

    def _name(self, row: Row, id_: str) -> Datum:
        """Return the name of a record, which leads to its row, if it has one."""
        to = self.home.get((row.article, id_))
        said = self.reader.names(row.article, [id_]) if id_ else ""
        return Datum(said, Target(to, said) if to and to is not row else None)


def _is_bilingual(name: str, rows: Iterable[Row]) -> bool:
    """Return whether a field holds a text in two languages in the rows that have it."""
    return any(
        isinstance(value, dict) and ("zh" in value or not value)
        for value in (row.fields.get(name) for row in rows)
    )
