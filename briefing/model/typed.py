"""Plain data to the typed model, with every mistake named at its path.

msgspec converts and checks a whole model at once, and stops at its first error. Only a model that
it refuses is walked field by field, to name all mistakes.
"""

import contextlib
import functools
import operator
import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from briefing.model import parts
from briefing.model.article import SECTIONS, Article, article_type
from briefing.model.width import narrow
from briefing.problem import Amendment, Finding, Message, Path, Remedy, message, suggest

_SHOWN = 40
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
EXPECTED: dict[Any, str] = {
    parts.Id: "id",
    parts.Words: "text",
    parts.Digest: "digest",
    parts.ParagraphNumber: "paragraph",
    parts.Date: "date",
    parts.Period: "period",
    parts.Moment: "moment",
    parts.Number: "number",
    parts.Bilingual: "bilingual",
    parts.Author: "bilingual",
    parts.Evidence: "evidence",
    bool: "boolean",
}
"""What is expected where a field of a type stands, as the catalogue names it."""


def convert(data: dict[str, Any]) -> tuple[Article | None, list[Finding]]:
    """Return the article in ``data``, or every reason why it is none."""
    kind = article_type()
    try:
        article = msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as error:
        found = list(_mistakes(data, kind, ()))
        return None, found or [Finding(message("wrong-type.other", why=str(error)))]
    time = data["source"].get("republished")
    if time and not is_moment(time):
        return None, [_explain(time, parts.Moment, ("source", "republished"))]
    if article.source.published or article.source.republished:
        return article, []
    return None, [Finding(message("missing-key.date"), ("source",))]


def is_moment(text: str) -> bool:
    """Return whether a text begins with a day; msgspec takes numbers for seconds since 1970."""
    return re.match(_DAY, text) is not None


def is_of_schema_1(data: dict[str, Any]) -> bool:
    """Return whether a model was written for schema 1, by its number or else by its keys."""
    if "schema_version" in data:
        return str(data["schema_version"]) in ("1", "1.0")
    source = data.get("source")
    published = source.get("published") if isinstance(source, dict) else None
    sections = (data[name] for name in SECTIONS if isinstance(data.get(name), list))
    held = (record for section in sections for record in section if isinstance(record, dict))
    has_time = isinstance(published, str) and re.match(_DAY + "[T ]", published) is not None
    return has_time or any("place" in record for record in held)


def _mistakes(value: Any, expected: Any, path: Path) -> Iterator[Finding]:
    kind = without_none(expected)
    if value is None and kind != expected:
        return
    if kind == parts.Period and isinstance(value, dict):
        kind = parts.Bilingual
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct) and isinstance(value, dict):
        yield from _mistakes_in_record(value, bare, path)
    elif get_origin(bare) is tuple and isinstance(value, list):
        if not value and bare is not kind:
            yield Finding(message("missing"), path)
        for index, item in enumerate(value):
            yield from _mistakes(item, get_args(bare)[0], (*path, index))
    else:
        try:
            msgspec.convert(value, expected, strict=False)
        except msgspec.ValidationError:
            yield _explain(value, kind, path)


def _mistakes_in_record(
    value: dict[str, Any], kind: type[msgspec.Struct], path: Path
) -> Iterator[Finding]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    record = message(f"record.{kind.__name__.lower()}", name=kind.__name__.lower())
    for key, held in value.items():
        if key in fields:
            yield from _mistakes(held, fields[key].type, (*path, key))
        else:
            found = message("unknown-key", record=record, key=key, **_hints(value, key, kind))
            yield Finding(found, (*path, key), on_key=True)
    for name, field in fields.items():
        if field.required and name not in value:
            expected = _expected(without_none(field.type))
            yield Finding(message("missing-key", record=record, key=name, expected=expected), path)


def _hints(value: dict[str, Any], key: str, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return what may have been meant by a key that a record does not know."""
    before = list(value.values())[list(value).index(key) - 1]
    if issubclass(kind, parts.Bilingual) and value[key] is None and isinstance(before, str):
        return {"hint": None, "comma": message("hint.quote-comma", text=f"{before}, {key}")}
    known = kind.__struct_fields__
    hint = suggest(key, known) or message("hint.keys", names=list(known))
    return {"hint": hint, "comma": None}


def without_none(kind: Any) -> Any:
    """Return the type that a value has where it is given at all."""
    if get_origin(kind) in (Union, UnionType):
        rest = tuple(part for part in get_args(kind) if part is not type(None))
        return functools.reduce(operator.or_, rest)
    return kind


def _explain(value: Any, kind: Any, path: Path) -> Finding:
    names = {dict: "mapping", list: "list", type(None): "nothing"}
    if type(value) in names:
        got = message(f"value.{names[type(value)]}")
    else:
        shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
        got = message("value.quoted", text=shown)
    hint = None
    if get_origin(kind) is Literal and isinstance(value, str):
        hint = suggest(value, map(str, get_args(kind)))
    wrong = message("wrong-type", expected=_expected(kind), got=got, hint=hint)
    return Finding(wrong, path, remedy=_remedy(value, kind, path, hint))


def _remedy(value: Any, kind: Any, path: Path, hint: Message | None) -> Remedy | None:
    """Return that a value is written in ASCII, where it fits then, or that it is what is meant."""
    plain = narrow(value).strip() if isinstance(value, str) else ""
    if plain and plain != value:
        with contextlib.suppress(msgspec.ValidationError):
            msgspec.convert(plain, kind, strict=False)
            return Remedy(True, (Amendment(path, plain),))
    return Remedy(False, (Amendment(path, hint.values["suggestion"]),)) if hint else None


def _expected(kind: Any) -> Message:
    """Return what a value of a type is."""
    if get_origin(kind) is Literal:
        choices = [str(choice) for choice in get_args(kind)]
        if len(choices) == 1:
            return message("value.quoted", text=choices[0])
        return message("value.choice", choices=choices)
    if kind in EXPECTED:
        return message(f"value.{EXPECTED[kind]}")
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return message("value.list" if get_origin(bare) is tuple else "value.mapping")
