"""What a workbook says of itself: its title, whose reporting it is, the data of its articles."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.document import Document
from briefing.output.rows import list_objects
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row
from briefing.output.xlsx.values import Value, show

_FIELDS = (
    *("title", "publisher", "republisher", "section", "published", "republished", "reporters"),
    *("editor", "rights", "address", "todo"),
)
"""The fields of a source that a reader may want; the others are for the check."""


class Contents(NamedTuple):
    """What is called what: the title of the workbook, and lines of a heading and a value each.

    ``credit`` is the attribution in the reader's language, and ``source`` the same in short.
    """

    title: str
    lines: list[tuple[str, Value]]
    credit: str
    source: str


def describe(document: Document, reader: Reader) -> Contents:
    """Return what a workbook says of itself. Without attribution there are no lines."""
    title = document.title or document.name
    credit = reader.say(document.attribution)
    return Contents(
        reader.say(title) if title else reader.say(document.source),
        list(_list_lines(document, reader, credit)),
        credit,
        reader.say(document.source),
    )


def _list_lines(document: Document, reader: Reader, credit: str) -> Iterator[tuple[str, Value]]:
    if credit:
        yield reader.heading("attribution"), credit
    sources = [one["source"] for one in list_objects(document) if _has_source(one)]
    if not sources and any(document.rights):
        yield reader.say(reader.source_heading("rights")), reader.say(document.rights)
    for source in sources:
        row = Row(source["id"], "source", source)
        for field in _FIELDS:
            shown = _show(field, row, reader)
            if shown != "":
                yield reader.say(reader.source_heading(field)), shown


def _has_source(whole: dict[str, Any]) -> bool:
    return isinstance(whole.get("source"), dict)


def _show(field: str, row: Row, reader: Reader) -> Value:
    value = row.fields.get(field)
    return reader.text(value) if isinstance(value, dict) else show(field, row, reader)
