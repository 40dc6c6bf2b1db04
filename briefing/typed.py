"""Plain data to the typed model, with every mistake named at its path.

msgspec converts and checks the whole model at once, and stops at its first error. Only where it
refuses is the data walked field by field, to name them all.
"""

import datetime
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from briefing import model
from briefing.problem import did_you_mean
from briefing.references import Finding, Path

_EXPECTED: dict[Any, str] = {
    model.Id: "an id of lower-case letters, digits and single hyphens",
    model.Digest: "a SHA-256 in 64 hexadecimal digits",
    model.Words: "some text",
    model.Bilingual: "a text as {zh: …, en: …}",
    model.Evidence: "evidence as {paragraph: …, anchor: …}",
    bool: "true or false",
    datetime.date: "a date as 2022-02-26",
}


def convert(data: Any) -> tuple[model.Article | None, list[Finding]]:
    """The article in ``data``, or every reason why it is none."""
    try:
        return msgspec.convert(data, model.Article, strict=False), []
    except msgspec.ValidationError as error:
        found = list(_mistakes(data, model.Article, ()))
        return None, found or [Finding((), "wrong-type", str(error))]


def _mistakes(value: Any, expected: Any, path: Path) -> Iterator[Finding]:
    kind = _without_none(expected)
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if value is None and kind is not expected:
        return
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct) and isinstance(value, dict):
        yield from _in_record(value, bare, path)
    elif get_origin(bare) is tuple and isinstance(value, list):
        if not value and bare is not kind:
            yield Finding(path, "missing", "at least one is needed")
        for index, item in enumerate(value):
            yield from _mistakes(item, get_args(bare)[0], (*path, index))
    else:
        try:
            msgspec.convert(value, expected, strict=False)
        except msgspec.ValidationError as error:
            yield Finding(path, "wrong-type", _explain(value, kind, str(error)))


def _in_record(value: dict[str, Any], kind: type[msgspec.Struct], path: Path) -> Iterator[Finding]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key, held in value.items():
        if key in fields:
            yield from _mistakes(held, fields[key].type, (*path, key))
        else:
            message = f"{kind.__name__.lower()} has no key {key!r}{did_you_mean(key, fields)}"
            yield Finding((*path, key), "unknown-key", message, on_key=True)
    for name, field in fields.items():
        if field.required and name not in value:
            message = f"{kind.__name__.lower()} needs the key {name!r}"
            yield Finding(path, "missing-key", message)


def _without_none(kind: Any) -> Any:
    if get_origin(kind) is UnionType or str(get_origin(kind)) == "typing.Union":
        rest = [part for part in get_args(kind) if part is not type(None)]
        if len(rest) == 1:
            return rest[0]
    return kind


def _explain(value: Any, kind: Any, otherwise: str) -> str:
    got = {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value))
    if got is None:
        short = value if len(value) <= 40 else value[:39] + "…"
        got = repr(short)
    if get_origin(kind) is Literal:
        allowed = [str(choice) for choice in get_args(kind)]
        hint = did_you_mean(value, allowed) if isinstance(value, str) else ""
        return f"expected {'one of ' * (len(allowed) > 1)}{', '.join(allowed)}, got {got}{hint}"
    for known, expected in _EXPECTED.items():
        if kind == known:
            return f"expected {expected}, got {got}"
    if get_origin(kind) is tuple or "array" in otherwise:
        return f"expected a list, got {got}"
    if "`object`" in otherwise:
        return f"expected a mapping, got {got}"
    if "datetime" in str(kind):
        return f"expected a date and time with its offset, as 2022-03-21T14:45:00+08:00, got {got}"
    if ">= 1" in otherwise or kind == get_args(model.Evidence.__annotations__["paragraph"])[0]:
        return f"expected a whole number from 1, got {got}"
    return f"expected a number, got {got}"
