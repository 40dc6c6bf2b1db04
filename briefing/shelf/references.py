"""What points at a record: the records that name it in one of their fields."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.parts import parts
from briefing.model.records import Record
from briefing.model.sections import REFERENCES
from briefing.shelf.library import Hit


class Reference(NamedTuple):
    """A record that names another, and the fields in which it does, its own or of its parts."""

    hit: Hit[Record]
    fields: tuple[str, ...]


def index_references(article: Article) -> dict[str, list[str]]:
    """Return the ids of the records that name each record, in the order of the model."""
    found: dict[str, dict[str, None]] = {}
    for _, record in article.records():
        for _, part in parts(record):
            for field in REFERENCES:
                held = getattr(part, field, None) or ()
                for name in (held,) if isinstance(held, str) else held:
                    if name != record.id:
                        found.setdefault(name, {})[record.id] = None
    return {name: list(pointing) for name, pointing in found.items()}


def find_references(hit: Hit[Record]) -> list[Reference]:
    """Return the other records of its article that name a record, in the order of the model."""
    found = []
    for section, record in hit.article.records():
        if record is not hit.record and (fields := tuple(_fields_naming(record, hit.record.id))):
            found.append(Reference(Hit(hit.article, section, record), fields))
    return found


def _fields_naming(record: Record, name: str) -> Iterator[str]:
    """Yield the fields of a record and of its parts that hold an id, each once."""
    fields: dict[str, None] = {}
    for _, part in parts(record):
        for field in REFERENCES:
            held = getattr(part, field, None)
            if held == name or (isinstance(held, tuple) and name in held):
                fields[field] = None
    yield from fields


def is_headline(hit: Hit[Record]) -> bool:
    """Return whether the summary of the article shows the record among its first figures."""
    return hit.record.id in hit.article.summary.headline


def list_parts_of(hit: Hit[Record]) -> list[Hit[Record]]:
    """Return the records that are directly part of a record."""
    return [Hit(hit.article, *one) for one in hit.article.parts_of.get(hit.record.id, ())]
