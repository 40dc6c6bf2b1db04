"""Records as flat rows, for table formats: one column for each field and language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from briefing.document import Document
from briefing.model import parts as model
from briefing.model.records import Source
from briefing.model.sections import SECTIONS
from briefing.output.fields import empty_records, refuse_unknown
from briefing.problem import BriefingError, Status, message
from briefing.words.values import attribution

# This field of a source has the name that says where every record stands.
_SOURCE_FIELDS = {"section": "rubric"}
_LANGS = ("zh", "en")
_LISTED_PARTS = (model.Bilingual, model.Post, model.Statement)  # and what is made of these
_IN_TEXT = ("zh", "en", "text", "title", "place", "evidence")
"""The fields of a listed part that its text or its paragraphs hold."""
_PERIODS = ("period", "due", "since", "when")
"""The fields that hold the code of a date or period, or else the source's words and ours."""
_TEXTS = ("aliases", "todo")
"""The fields that hold a list of texts, not of ids."""
_SEPARATOR = " | "
_ESCAPES = str.maketrans({"\\": r"\\", "|": r"\|"})

Row = dict[str, str | int | float]


def list_objects(document: Document) -> list[dict[str, Any]]:
    """Return a document's records as a list, even where they are one object."""
    return document.records if isinstance(document.records, list) else [document.records]


def has_sections(record: dict[str, Any]) -> bool:
    """Return whether ``record`` is an object of sections, such as an article or a profile."""
    return "id" not in record and ("article" in record or "source" in record)


def is_one_table(document: Document) -> bool:
    """Return whether a document's records make one table: a list, and no object of sections."""
    return not any(map(has_sections, list_objects(document)))


def article_id(sections: dict[str, Any]) -> str:
    """Return the id of the article that an object of sections belongs to."""
    id_: str = sections["source"]["id"] if "source" in sections else sections["article"]
    return id_


def split_records(document: Document) -> list[dict[str, Any]]:
    """Return a document's records as one list. Those taken from a section name the section."""
    return [
        record
        for one in list_objects(document)
        for record in (_split_sections(one) if has_sections(one) else [one])
    ]


def _split_sections(sections: dict[str, Any]) -> Iterator[dict[str, Any]]:
    article = {"article": article_id(sections)}
    for section, content in sections.items():
        if section == "summary":
            own = {name: held for name, held in content.items() if name != "takeaways"}
            yield {**article, "section": section, **own}
            yield from _split_sections({**article, "takeaways": content["takeaways"]})
            continue
        for record in content if isinstance(content, list) else [content]:
            if isinstance(record, dict):
                fields = {"text": record} if "zh" in record else record
                if section == "source":
                    fields = {_SOURCE_FIELDS.get(key, key): fields[key] for key in fields}
                yield {**article, "section": section, **fields}


def make_rows(document: Document) -> tuple[list[str], list[Row]]:
    """Return the columns of a document's records, and a row for each record.

    A bilingual text has a column for each language, a list is joined in one column, and evidence
    is in the columns ``paragraphs`` and ``anchors``. What a search has found is in ``match_fields``
    and ``match_texts``. The last column is the attribution, which stands in the first row of each
    article. An empty list has the columns of its section all the same. Where fields are asked for,
    only their columns are returned. Raises :class:`BriefingError` where the records are of several
    sections, which have no columns in common.
    """
    if not is_one_table(document):
        raise BriefingError(
            message("usage.several-tables"), message("hint.several-tables"), status=Status.USAGE
        )
    records = split_records(document)
    rows = [dict(flatten(record)) for record in records]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    if not rows:
        columns = list_empty_columns(document)
    if document.articles is not None:
        columns.append("attribution")
        firsts = {row["article"]: row for row in reversed(rows)}
        for article in document.articles:
            first = firsts.get(article.source.id, {})
            first["attribution"] = attribution([article.source]).joined("; ")
    if document.fields:
        columns = _pick_columns(columns, records or empty_records(document), document.fields)
    return columns, rows


def list_empty_columns(document: Document) -> list[str]:
    """Return the columns that the records of a document would have, but for the attribution."""
    empty = empty_records(document)
    return [column for record in empty for column, _ in flatten(record)]


def _pick_columns(
    columns: Sequence[str], records: Iterable[dict[str, Any]], fields: Sequence[str]
) -> list[str]:
    """Return the columns of some fields; a column may be asked for by its own name as well."""
    made: dict[str, dict[str, None]] = {}
    for record in records:
        for field, value in record.items():
            own = dict.fromkeys(column for column, _ in flatten({field: value}))
            made.setdefault(field, {}).update(own)
    refuse_unknown(fields, list(dict.fromkeys((*made, *columns))) if made else ())
    return list(dict.fromkeys(column for name in fields for column in made.get(name, (name,))))


def flatten(record: dict[str, Any]) -> Iterator[tuple[str, str | int | float]]:
    """Yield each column of a record with its value; :func:`write_list` writes lists."""
    list_types, phrases, parts = _find_fields(tuple(section.holds for section in SECTIONS.values()))
    for key, value in record.items():
        if key in _FLATTENED:
            yield from _FLATTENED[key](value)
        elif key in list_types:
            yield from _flatten_list(key, value or [], list_types[key])
        elif key in parts:
            for field in parts[key].__struct_fields__:
                yield from flatten({f"{key}_{field}": (value or {}).get(field)})
        elif key in _TEXTS:
            yield key, write_list(value or ())
        elif key.rpartition("_")[2] in _PERIODS and not isinstance(value, bool):
            yield from _flatten_period(key, value)
        elif isinstance(value, dict) or (value is None and key in phrases):
            for lang in _LANGS:
                yield f"{key}_{lang}", _text(value or {}, lang)
        else:
            yield key, _written(value)


def _flatten_evidence(evidence: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield "paragraphs", write_list(sorted({entry["paragraph"] for entry in evidence}))
    yield "anchors", write_list(entry["anchor"] for entry in evidence)


def _flatten_matches(matches: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield "match_fields", write_list(match["field"] for match in matches)
    yield "match_texts", write_list(match["text"] for match in matches)


def _flatten_ids(name: str) -> Callable[[list[dict[str, Any]]], Iterator[tuple[str, str]]]:
    """Return what yields the column of a list of records, each by its id or else its section."""

    def flatten_ids(records: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
        yield name, write_list(record["id"] or record["section"] for record in records)

    return flatten_ids


_FLATTENED = {
    "evidence": _flatten_evidence,
    "matches": _flatten_matches,
    "parts": _flatten_ids("parts"),
    "referenced_by": _flatten_ids("referenced_by"),
}


def write_list(items: Iterable[Any]) -> str:
    r"""Return a list as the text of one cell, with a bar between the items.

    A bar or a backslash in an item has a backslash before it, so that the list can be split again.

    >>> print(write_list(["one", "a|b", 3]))
    one | a\|b | 3
    """
    return _SEPARATOR.join(str(item).translate(_ESCAPES) for item in items)


def _written(value: Any) -> str | int | float:
    """Return one value of a record; those of a list are one after another."""
    if isinstance(value, list):
        return write_list(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value


def _flatten_period(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the columns of a date or period: its code, or its words in each language."""
    words = value if isinstance(value, dict) else {}
    yield key, "" if words else value or ""
    for lang in _LANGS:
        yield f"{key}_{lang}", _text(words, lang)


def _flatten_list(
    key: str, parts: list[dict[str, Any]], kind: type[model.Part]
) -> Iterator[tuple[str, str]]:
    """Yield the columns of a list of parts: their texts, paragraphs and other fields."""
    for lang in _LANGS:
        yield f"{key}_{lang}", write_list(_text(part, lang) for part in parts)
    if "evidence" in kind.__struct_fields__:
        proofs = (dict(_flatten_evidence(part["evidence"])) for part in parts)
        yield f"{key}_paragraphs", write_list(proof["paragraphs"] for proof in proofs)
    for field in kind.__struct_fields__:
        if field not in _IN_TEXT:
            columns = [dict(flatten({field: part[field]})) for part in parts]
            names = columns[0] if columns else dict(flatten({field: None}))
            for name in names:
                yield f"{key}_{name}", write_list(column[name] for column in columns)


def _text(value: dict[str, Any], lang: str) -> str:
    """Return a bilingual text, or that of a statement, post or link, in one language."""
    if "zh" in value:
        return value.get(lang) or ""
    phrase = value.get("text") or value.get("title") or {}
    text = phrase.get(lang) or "" if isinstance(phrase, dict) else ""
    return f"{value['place']}: {text}" if "place" in value and text else text


@cache
def _find_fields(
    kinds: tuple[type[model.Part], ...],
) -> tuple[dict[str, type[model.Part]], set[str], dict[str, type[model.Part]]]:
    """Return the fields that hold a list of parts, the bilingual ones, and those with one part.

    The types of the parts tell the columns of a field even where a record has no value for it.
    """
    list_types: dict[str, type[model.Part]] = {}
    phrases: set[str] = set()
    parts: dict[str, type[model.Part]] = {"change": model.Change}
    all_kinds: tuple[type[model.Part], ...] = (Source, *kinds)
    for kind in all_kinds:
        for field in msgspec.structs.fields(kind):
            types = get_args(field.type) or (field.type,)
            if get_origin(field.type) is tuple and _is_listed(types[0]):
                list_types[field.name] = types[0]
            elif model.Bilingual in types:
                phrases.add(field.name)
    return list_types, phrases, parts


def _is_listed(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, _LISTED_PARTS)
