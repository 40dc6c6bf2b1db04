"""Records as flat rows, for formats that are a table: a column a field and language."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from briefing.document import Document
from briefing.model import records as model

# In a source's row these would be taken for the record's section and paragraphs.
_OF_SOURCE = {"section": "rubric", "paragraphs": "digests"}

Row = dict[str, str | int | float]

_LANGS = ("zh", "en")
_BETWEEN = " | "  # stands in no text of ours, so that a list can be taken apart again


def records(document: Document) -> list[dict[str, Any]]:
    """A document's records as one list; those of an object say which section they stand in."""
    whole = document.records if isinstance(document.records, list) else [document.records]
    return [row for one in whole for row in (_of_object(one) if _holds_sections(one) else [one])]


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
    """The columns of a document's records, and the records under them.

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
    """The columns of one record, and what stands in them."""
    for key, value in record.items():
        if key == "evidence":
            yield "paragraphs", "; ".join(str(proof["paragraph"]) for proof in value)
            yield "anchors", "; ".join(proof["anchor"] for proof in value)
        elif key in _fields_of(
            "Statement", "Link", "Post", "tuple[briefing.model.records.Bilingual"
        ):
            yield from _listed(key, value or [])
        elif isinstance(value, dict) or (value is None and key in _fields_of("Bilingual")):
            for lang in _LANGS:
                yield f"{key}_{lang}", _text(value or {}, lang)
        elif isinstance(value, list):
            yield key, "; ".join(map(str, value))
        elif isinstance(value, bool):
            yield key, str(value).lower()
        else:
            yield key, "" if value is None else value


def _listed(key: str, items: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The columns of a list of texts or statements: what each says, where, and on what basis."""
    for lang in _LANGS:
        yield f"{key}_{lang}", _BETWEEN.join(_text(item, lang) for item in items)
    if key in _fields_of("Statement", "Link", "Post"):
        proofs = ([str(one["paragraph"]) for one in item["evidence"]] for item in items)
        yield f"{key}_paragraphs", _BETWEEN.join(map(" ".join, proofs))
    if key in _fields_of("Statement", "Link"):
        yield f"{key}_basis", _BETWEEN.join(item["basis"] for item in items)


def _text(value: dict[str, Any], lang: str) -> str:
    """One language of a text, or of a statement, post or link that holds one."""
    if "zh" in value:
        return value.get(lang) or ""
    held = value.get("text") or value.get("title") or {}
    text = held.get(lang) or "" if isinstance(held, dict) else ""
    return f"{value['place']}: {text}" if "place" in value and text else text


@cache
def _fields_of(*kinds: str) -> frozenset[str]:
    """The fields of records whose type has one of these names in it.

    Their columns are there even where no record has a value.
    """
    records = (
        kind
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, model.Record)
    )
    return frozenset(
        field.name
        for record in records
        for field in msgspec.structs.fields(record)
        if field.name != "evidence" and any(kind in str(field.type) for kind in kinds)
    )
