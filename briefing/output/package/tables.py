"""A document as tables with keys: no list in a cell that a join would need."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from briefing.document import Document
from briefing.model import packed
from briefing.model.parts import Evidence, Ignored, Link, Part
from briefing.model.records import Summary
from briefing.model.results import Held as HeldRecord
from briefing.model.results import Match, Pointing, make_shelved_type
from briefing.model.sections import REFERENCES, SECTIONS
from briefing.output.package.columns import Column, Held, columns_of, held_by, write_cells
from briefing.output.rows import article_id, has_sections, list_objects
from briefing.words.values import attribution

ARTICLES, RECORDS, RELATIONS, EVIDENCE = "articles", "records", "relations", "evidence"
_SUMMARIES, _PARAGRAPHS = "summaries", "paragraphs"
_LISTS = {"layout": "places", "headline": "figures", "parts": "places"}
"""The sections of the lists in a profile or a summary that are not called after them."""
_EXTRA = {"matches": Match, "parts": HeldRecord, "referenced_by": Pointing}
"""The types of what a search or a card says of records besides their own fields."""
_DESCRIBED = {"Shelved": "Source"}
"""The types whose fields are described as those of another type are."""
_SEARCH = "search"
_NOTHING: Mapping[str, str] = MappingProxyType({})
_KEYS = {
    "article": Column("article", "string", "the id of the article", required=True),
    "record": Column("record", "string", "the id of the record", required=True),
    "number": Column("number", "integer", "the number of the row, from 1", required=True),
    "position": Column("position", "integer", "the place in the record, from 1", required=True),
    "id": Column("id", "string", "the id, as the table of records has it", required=True),
}
"""The columns that tables have before those of their records."""


class Key(NamedTuple):
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str
    named: tuple[str, ...]


class Table(NamedTuple):
    """A table: its columns, those that name a row, those that name rows elsewhere, and its rows."""

    name: str
    columns: dict[str, Column]
    key: tuple[str, ...]
    named: tuple[Key, ...]
    rows: list[dict[str, str]]


class Place(NamedTuple):
    """Where something stands: in a record of a section, or in a part of it."""

    article: str
    section: str
    record: str | None
    part: str | None = None
    position: int | None = None


_ALL = ("article", "id")
_ARTICLE = Key(("article",), ARTICLES, ("id",))
_RECORD = Key(("article", "record"), RECORDS, _ALL)
_TARGET = Key(("article", "target"), RECORDS, _ALL)
_OWN = Key(_ALL, RECORDS, _ALL)


class Tables:
    """The tables of a document, by name."""

    def __init__(self, document: Document) -> None:
        self._tables: dict[str, Table] = {}
        self._articles = {one.source.id: one for one in document.articles or ()}
        self._texts = document.texts or {}
        self._known: set[Place] = set()
        if document.articles is not None:
            self._open_common()
        for article in self._articles.values():
            self._index(article)
        self._take(document)

    def listed(self) -> list[Table]:
        """Return the tables: articles and records first, relations and evidence last."""
        last = (RELATIONS, EVIDENCE)
        tables = self._tables.values()
        return sorted(
            tables, key=lambda table: last.index(table.name) if table.name in last else -1
        )

    def _open(
        self, name: str, kind: Any, key: Sequence[str], named: Sequence[Key], before: str = ""
    ) -> None:
        """Enter a table for records of a type, if it is not there yet.

        The columns ``before`` those of the type are named with blanks between.
        """
        if name in self._tables:
            return
        columns = {column: _KEYS[column] for column in before.split()}
        for column in columns_of(kind, _DESCRIBED.get(kind.__name__, kind.__name__)):
            columns.setdefault(column.name, column)
        self._tables[name] = Table(name, columns, tuple(key), tuple(named), [])

    def _open_common(self) -> None:
        self._open(ARTICLES, make_shelved_type(), ("id",), ())
        columns = self._tables[ARTICLES].columns
        del columns["article"]
        for lang in ("zh", "en"):
            name = f"attribution_{lang}"
            columns[name] = Column(name, "string", "whose reporting it is", required=True)
        self._open(RECORDS, packed.Indexed, _ALL, (_ARTICLE,))
        self._open(RELATIONS, packed.Named, ("article", "number"), (_ARTICLE, _RECORD, _TARGET))
        self._open(EVIDENCE, packed.Rested, ("article", "number"), (_ARTICLE, _RECORD))

    def _open_section(self, name: str) -> None:
        """Enter the table of a section, and those of the parts that its records have."""
        kind = SECTIONS[name].holds
        self._open(name, kind, _ALL, (_ARTICLE, _OWN), "article")
        for held in held_by(kind):
            if held.part and held.kind is not Evidence:
                self._open_parts(held)

    def _open_parts(self, held: Held) -> None:
        key = "article record position"
        owners = [name for name, one in SECTIONS.items() if held.name in one.fields]
        # Parts that only one section has lead to its table, and others to that of all records.
        owned = len(owners) == 1 and owners[0] in self._tables
        owner = Key(("article", "record"), owners[0], _ALL) if owned else _RECORD
        self._open(held.name, held.kind, key.split(), (_ARTICLE, owner), key)

    def _open_answer(self, name: str, kind: Any) -> None:
        """Enter a table whose records have no ids of their own, so that their rows are numbered."""
        columns = {column.name: column for column in columns_of(kind, kind.__name__)}
        named = [_OWN] if "id" in columns and columns["id"].required else []
        key = "article number" if self._articles or "article" in columns else "number"
        if RECORDS in self._tables:
            named.insert(0, _ARTICLE)
        self._open(name, kind, key.split(), named, key)

    def _index(self, article: Any) -> None:
        """Enter an article, and what its records are called."""
        credit = attribution([article.source])
        row = {**_plain(article.source), "records": len(list(article.records()))}
        own = {"attribution_zh": credit.zh or "", "attribution_en": credit.en or ""}
        self._add(ARTICLES, make_shelved_type(), row, own)
        titles = [(packed.SUMMARY, "summary", article.summary.gist)]
        titles += [(one.id, section.name, one.title) for section, one in article.records()]
        for id_, section, title in titles:
            entry = {"article": article.source.id, "id": id_, "section": section}
            self._add(RECORDS, packed.Indexed, {**entry, "title": _plain(title)})

    def _take(self, document: Document) -> None:
        """Enter the records of a document, of one table or of several sections."""
        name, kind = document.section, document.holds
        is_answer = kind is not None and name not in (_SEARCH, ARTICLES)
        if is_answer:
            self._open_answer(name, kind)
        elif name in SECTIONS:
            self._open_section(name)
        for at, one in enumerate(list_objects(document), 1):
            if has_sections(one):
                self._take_sections(one)
            elif is_answer:
                where = Place(one.get("article", ""), name, one.get("id"), None, at)
                self._add_row(kind, one, where, number=at)
            elif name != ARTICLES:  # which are entered already
                self._add_record(one.get("section") or name, one["article"], one)

    def _take_sections(self, whole: dict[str, Any]) -> None:
        """Enter an article, a profile of a place or a summary."""
        article = article_id(whole)
        if "gist" in whole or "summary" in whole:
            self._add_summary(article)
        for name, content in whole.items():
            section = _LISTS.get(name, name)
            if name == "place":
                self._add_record("places", article, content)
            elif name == "ties":
                where = Place(article, "places", whole["place"]["id"])
                self._add_parts(Held("ties", Link, is_list=True, may_lack=False), where, content)
            elif name == "ignore" or section in SECTIONS:
                self._add_section(section, article, content)
        if "source" in whole:
            self._add_paragraphs(article, whole["source"]["paragraphs"])

    def _add_section(self, name: str, article: str, content: Sequence[Any]) -> None:
        """Enter records or, of sections without, entries, which are numbered."""
        section = SECTIONS.get(name)
        if section and section.has_records:
            self._open_section(name)
            for record in content:
                self._add_record(name, article, record)
            return
        kind: Any = section.holds if section else Ignored
        self._open_answer(name, kind)
        for at, entry in enumerate(content, 1):
            self._add_row(kind, entry, Place(article, name, None, None, at), number=at)

    def _add_summary(self, article: str) -> None:
        self._open(_SUMMARIES, Summary, _ALL, (_ARTICLE, _OWN), "article id")
        where = Place(article, _SUMMARIES, packed.SUMMARY)
        summary = _plain(self._articles[article].summary)
        self._add_row(Summary, summary, where, id=packed.SUMMARY)
        self._add_section("takeaways", article, summary["takeaways"])

    def _add_record(self, section: str, article: str, record: dict[str, Any]) -> None:
        """Enter a record of a section, with what a search or a card says of it; each once."""
        self._open_section(section)
        where = Place(article, section, record["id"])
        if where not in self._known:
            self._known.add(where)
            self._add_row(SECTIONS[section].holds, record, where)
            for name, kind in _EXTRA.items():
                if name in record:
                    self._add_parts(
                        Held(name, kind, is_list=True, may_lack=False), where, record[name]
                    )

    def _add_paragraphs(self, article: str, digests: Sequence[str]) -> None:
        self._open(_PARAGRAPHS, packed.Digested, ("article", "paragraph"), (_ARTICLE,))
        for at, digest in enumerate(digests, 1):
            row = {"article": article, "paragraph": at, "sha256": digest}
            self._add(_PARAGRAPHS, packed.Digested, row)

    def _add(self, table: str, kind: Any, record: dict[str, Any], own: Any = _NOTHING) -> None:
        """Enter a row, with the cells that are its ``own`` besides those of its type."""
        self._tables[table].rows.append({**dict(write_cells(kind, record)), **own})

    def _add_row(self, kind: Any, record: dict[str, Any], where: Place, **more: Any) -> None:
        """Enter a row, and what of it stands in other tables."""
        own = {name: str(value) for name, value in more.items()}
        self._add(where.section, kind, record, {"article": where.article, **own})
        self._add_rest(kind, record, where)

    def _add_rest(self, kind: Any, record: dict[str, Any], where: Place) -> None:
        """Enter the parts of a record, or of a part, and what they rest on and name."""
        for held in held_by(kind):
            value = record.get(held.name) or ()
            if held.kind is Evidence:
                self._add_evidence(where, value)
            elif held.part and held.name not in SECTIONS:
                self._add_parts(held, where, value)
            elif held.name in REFERENCES and value and where.record:
                self._add_relations(where, held.name, value if held.is_list else [value])

    def _add_parts(self, held: Held, where: Place, parts: Sequence[dict[str, Any]]) -> None:
        self._open_parts(held)
        for at, part in enumerate(parts, 1):
            place = where._replace(part=held.name, position=at)
            own = {"article": where.article, "record": where.record, "position": str(at)}
            self._add(held.name, held.kind, part, own)
            self._add_rest(held.kind, part, place)

    def _add_evidence(self, where: Place, evidence: Sequence[dict[str, Any]]) -> None:
        for proof in evidence:
            renderings = self._articles[where.article].renderings_of
            number = len(self._tables[EVIDENCE].rows) + 1
            at = (proof["paragraph"], proof["anchor"])
            row = {**where._asdict(), **proof, "number": number, "rendering": renderings.get(at)}
            self._add(EVIDENCE, packed.Rested, row | self._locate(where.article, *at))

    def _locate(self, article: str, number: int, anchor: str) -> dict[str, int]:
        """Return where an anchor stands, if the text is at hand and has it."""
        text = self._texts.get(article)
        paragraph = text.paragraph(number) if text else None
        offset = paragraph.text.find(anchor) if paragraph else -1
        if paragraph is None or offset < 0:
            return {}
        return {"paragraph_start": paragraph.offset, "start": offset}

    def _add_relations(self, where: Place, field: str, ids: Sequence[str]) -> None:
        for item, target in enumerate(ids, 1):
            number = len(self._tables[RELATIONS].rows) + 1
            named = {"number": number, "field": field, "item": item, "target": target}
            self._add(RELATIONS, packed.Named, where._asdict() | named)


def _plain(part: Part) -> dict[str, Any]:
    """Return a part of a model as plain data."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(part))
    return fields
