"""Records as flat rows, for formats that are a table: a column a field and language."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from briefing import model
from briefing.document import Document

Row = dict[str, str | int | float]

_BETWEEN = {"zh": "；", "en": "; "}


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
                own = {"rubric" if key == "section" else key: fields[key] for key in fields}
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
        elif isinstance(value, dict) or (value in (None, []) and key in _in_two_languages()):
            for lang in ("zh", "en"):
                yield f"{key}_{lang}", _text(value or {}, lang)
        elif isinstance(value, list):
            if any(isinstance(item, dict) for item in value):
                for lang, between in _BETWEEN.items():
                    yield f"{key}_{lang}", between.join(_text(item, lang) for item in value)
            else:
                yield key, "; ".join(map(str, value))
        elif isinstance(value, bool):
            yield key, str(value).lower()
        else:
            yield key, "" if value is None else value


def _text(value: dict[str, Any], lang: str) -> str:
    """One language of a text, or of a statement, post or link that holds one."""
    if "zh" in value:
        return value.get(lang) or ""
    held = value.get("text") or value.get("title") or {}
    text = held.get(lang) or "" if isinstance(held, dict) else ""
    return f"{value['place']}: {text}" if "place" in value and text else text


@cache
def _in_two_languages() -> frozenset[str]:
    """The fields whose columns are two even where no record has a value."""
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type)]
    return frozenset(
        field.name
        for kind in kinds
        if issubclass(kind, model.Record)
        for field in msgspec.structs.fields(kind)
        if field.name != "evidence"
        and any(part in str(field.type) for part in ("Bilingual", "Statement", "Post", "Link"))
    )
