"""Records as flat rows, for formats that are tables: a column for each field and language."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

import msgspec

from briefing.document import Document
from briefing.model import records as model
from briefing.model.article import SECTIONS

# In the row of a source these fields would be taken for the record's section and paragraphs.
_OF_SOURCE = {"section": "rubric", "paragraphs": "digests"}

Row = dict[str, str | int | float]

_LANGS = ("zh", "en")
_PARTS = (model.Bilingual, model.Statement, model.Post, model.Link)
_BETWEEN = " | "  # stands in no text of ours, so that a list can be taken apart again


def records(document: Document) -> list[dict[str, Any]]:
    """Return a document's records as one list; those of an object say their section."""
    return [
        row
        for one in objects(document)
        for row in (_of_object(one) if _holds_sections(one) else [one])
    ]


def objects(document: Document) -> list[dict[str, Any]]:
    """Return a document's records as a list, even where they are one object."""
    return document.records if isinstance(document.records, list) else [document.records]


def _holds_sections(one: dict[str, Any]) -> bool:
    return "id" not in one and ("article" in one or "source" in one)


def _of_object(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    source = whole.get("source")
    article = {"article": source["id"] if isinstance(source, dict) else whole.get("article")}
    for section, held in whole.items():
        if section == "summary":
            yield from _of_object({**article, **held})
            continue
        for one in held if isinstance(held, list) else [held]:
            if isinstance(one, dict):
                fields = {"text": one} if "zh" in one else one
                own = {
                    _OF_SOURCE.get(key, key) if section == "source" else key: fields[key]
                    for key in fields
                }
                yield {**article, "section": section, **own}


def rows(document: Document) -> tuple[list[str], list[Row]]:
    """Return the columns of a document's records, and the records as rows under them.

    Texts in two languages have a column each; lists are joined; evidence becomes ``paragraphs``
    and ``anchors``. The last column says whose reporting it is.
    """
    found = [dict(flat(record)) for record in records(document)]
    columns = list(dict.fromkeys(column for row in found for column in row))
    last = "; ".join(line for line in document.attribution if line)
    if last:
        columns.append("attribution")
        for row in found:
            row["attribution"] = last
    return columns, found


def flat(record: dict[str, Any]) -> Iterator[tuple[str, str | int | float]]:
    """Yield each column of one record with its value."""
    fields = _fields(tuple(section.holds for section in SECTIONS.values()))
    for key, value in record.items():
        if key == "evidence":
            yield "paragraphs", "; ".join(str(proof["paragraph"]) for proof in value)
            yield "anchors", "; ".join(proof["anchor"] for proof in value)
        elif key in fields.lists:
            yield from _listed(key, value or [], fields.lists[key])
        elif isinstance(value, dict) or (value is None and key in fields.texts):
            for lang in _LANGS:
                yield f"{key}_{lang}", _text(value or {}, lang)
        elif isinstance(value, list):
            yield key, "; ".join(map(str, value))
        elif isinstance(value, bool):
            yield key, str(value).lower()
        else:
            yield key, "" if value is None else value


def _listed(
    key: str, items: list[dict[str, Any]], kind: type[model.Part]
) -> Iterator[tuple[str, str]]:
    """Yield the columns of a list of parts: what each says, its paragraphs and its basis."""
    for lang in _LANGS:
        yield f"{key}_{lang}", _BETWEEN.join(_text(item, lang) for item in items)
    if "evidence" in kind.__struct_fields__:
        proofs = ([str(one["paragraph"]) for one in item["evidence"]] for item in items)
        yield f"{key}_paragraphs", _BETWEEN.join(map(" ".join, proofs))
    if "basis" in kind.__struct_fields__:
        yield f"{key}_basis", _BETWEEN.join(item["basis"] for item in items)


def _text(value: dict[str, Any], lang: str) -> str:
    """Return one language of a text, or of a statement, post or link that holds one."""
    if "zh" in value:
        return value.get(lang) or ""
    held = value.get("text") or value.get("title") or {}
    text = held.get(lang) or "" if isinstance(held, dict) else ""
    return f"{value['place']}: {text}" if "place" in value and text else text


class _Fields(NamedTuple):
    """The fields of records by what they hold, so that they have columns even without a value."""

    lists: dict[str, type[model.Part]]
    """The fields that hold lists of texts, statements, posts or links, and the type of these."""
    texts: set[str]
    """The fields that hold a text in two languages."""


@cache
def _fields(kinds: tuple[type[model.Part], ...]) -> _Fields:
    found = _Fields({}, set())
    every: tuple[type[model.Part], ...] = (model.Source, *kinds)
    for kind in every:
        for field in msgspec.structs.fields(kind):
            held = get_args(field.type) or (field.type,)
            if get_origin(field.type) is tuple and held[0] in _PARTS:
                found.lists[field.name] = held[0]
            elif model.Bilingual in held:
                found.texts.add(field.name)
    return found
