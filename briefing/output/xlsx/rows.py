"""The records of a document as rows of sheets, each row with the record that it is a part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from briefing.document import Document
from briefing.model.sections import SECTIONS
from briefing.output.fields import empty_records
from briefing.output.rows import article_id, has_sections, list_objects

_APART = ("schema_version", "source", "renderings", "article")
"""The fields of an article that no sheet of records holds; renderings stand with the evidence."""
_NO_PARTS = ("evidence", "matches")
"""The fields that hold a list of dictionaries which are no parts of their own."""


@dataclass(eq=False)
class Row:
    """A record, a part of one, or a line of an answer.

    ``fields`` are plain data, under the names that they have in JSON. ``section`` is the sheet that
    the row stands in. A part has an ``owner``, and an owner has the first row of each field of its
    ``parts``. ``article`` is an id, which is empty where there are no articles.
    """

    article: str
    section: str
    fields: Mapping[str, Any]
    owner: "Row | None" = None
    parts: "dict[str, Row]" = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the record that it is, or is a line of; a part without one has its owner's."""
        if self.owner and "id" not in self.fields:
            return self.owner.id
        return self.fields.get("id") or ""

    @property
    def kind(self) -> str:
        """The section of the model that the record is from, or else that of the row.

        A place may stand among the parts of another, and a figure among the key figures.
        """
        if self.section in SECTIONS:
            return self.section
        fitting = [
            section
            for section in SECTIONS.values()
            if section.has_records and self.fields.keys() >= {*section.fields}
        ]
        most = max(fitting, key=lambda one: len(one.fields), default=None)
        return most.name if most else self.section


Groups = dict[str, list[Row]]
"""The rows of each sheet, by the name of its section, in the order of the sheets."""


def gather_rows(document: Document) -> Groups:
    """Return the rows of a document by section. A record that several profiles share is there once.

    Parts stand in groups of their own, behind all records. A document without records has one group
    without rows.
    """
    groups: Groups = {}
    parts: Groups = {}
    known: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for row in _list_rows(document):
        same = known.setdefault((row.section, row.article, row.id), [])
        if row.id and row.fields in same:
            continue
        same.append(row.fields)
        groups.setdefault(row.section, []).append(row)
        _take_apart(row, groups if row.section == "summary" else parts)
    for name, rows in parts.items():
        groups.setdefault(name, []).extend(rows)
    return groups or {document.section: []}


def empty_row(document: Document) -> Row:
    """Return a row without values that has the fields of a document's records."""
    shape = next(iter(empty_records(document)), {})
    fields = {name: value for name, value in shape.items() if name != "article"}
    return Row("", document.section, fields)


def is_answer(document: Document) -> bool:
    """Return whether the rows of a document are claims of records and not the records themselves.

    All lines of an answer have the same fields, whatever records they are of.
    """
    if document.holds is None or not isinstance(document.records, list):
        return False
    fields = {field.name for field in msgspec.structs.fields(document.holds)}
    return all(one.keys() == fields for one in document.records)


def _list_rows(document: Document) -> Iterator[Row]:
    of_answer = is_answer(document)
    for whole in list_objects(document):
        if has_sections(whole):
            yield from _split(whole)
        else:
            named = whole.get("section")
            apart = isinstance(named, str) and not of_answer
            section: str = named if apart and named else document.section
            left_out = ("article", "section") if apart else ("article",)
            fields = {key: value for key, value in whole.items() if key not in left_out}
            yield Row(whole.get("article", ""), section, fields)


def _split(whole: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of an object of sections: an article, a summary, or a profile of a place."""
    article = article_id(dict(whole))
    held = {key: value for key, value in whole.items() if key not in _APART}
    ties = held.pop("ties", None)
    own = {key: value for key, value in held.items() if not _holds_rows(value)}
    summary = own.pop("summary", None) or own
    if summary:
        yield Row(article, "summary", summary)
    for section, value in held.items():
        if section not in own and section != "summary":
            for record in value if isinstance(value, list) else [value]:
                fields = {key: one for key, one in record.items() if key != "article"}
                if section == "place" and ties is not None:
                    fields["links"] = ties  # those that are written at the other place as well
                yield Row(article, section, fields)


def _holds_rows(value: Any) -> bool:
    """Return whether a field of an object of sections holds a record, or a list of records."""
    if isinstance(value, list):
        return all(isinstance(one, dict) for one in value)
    return isinstance(value, dict) and "id" in value


def _take_apart(row: Row, groups: Groups) -> None:
    """Add a row for each part of a record to the group of the field that holds it."""
    for name, value in row.fields.items():
        if not holds_parts(name, value):
            continue
        for part in value:
            fields = {key: one for key, one in part.items() if key != "article"}
            own = Row(
                row.article, name, fields, None if "id" in part and "evidence" in part else row
            )
            row.parts.setdefault(name, own)
            groups.setdefault(name, []).append(own)


def holds_parts(name: str, value: Any) -> bool:
    """Return whether a field of a record holds a list of parts that have fields of their own."""
    return (
        isinstance(value, list)
        and name not in _NO_PARTS
        and bool(value)
        and all(isinstance(one, dict) and "zh" not in one for one in value)
    )
