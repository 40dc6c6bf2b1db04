"""Plain data to the typed model, with every mistake named at its path.

msgspec converts and checks the whole model at once, and stops at its first error. Only where it
refuses is the data walked field by field, to name them all.
"""

import datetime
import functools
import operator
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from briefing.model import records as model
from briefing.model.references import Finding, Path
from briefing.problem import did_you_mean

_SHOWN = 40
_EXPECTED: dict[Any, str] = {
    model.Id: "an id of lower-case letters, digits and single hyphens",
    model.Words: "some text",
    model.Digest: "a SHA-256 in 64 hexadecimal digits",
    model.ParagraphNumber: "a whole number from 1",
    model.Moment: "a date and time with its offset, as 2022-03-21T14:45:00+08:00",
    model.Number: "a number",
    model.Bilingual: "a text as {zh: …, en: …}",
    model.Evidence: "evidence as {paragraph: …, anchor: …}",
    datetime.date: "a date as 2022-02-26",
    bool: "true or false",
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
        except msgspec.ValidationError:
            yield Finding(path, "wrong-type", _explain(value, kind))


def _in_record(value: dict[str, Any], kind: type[msgspec.Struct], path: Path) -> Iterator[Finding]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key, held in value.items():
        if key in fields:
            yield from _mistakes(held, fields[key].type, (*path, key))
        else:
            message = f"{_called(kind)} has no key {key!r}{did_you_mean(key, fields)}"
            if kind is model.Bilingual and held is None:
                message += "; quote a text that has a comma in it"
            yield Finding((*path, key), "unknown-key", message, on_key=True)
    for name, field in fields.items():
        if field.required and name not in value:
            message = f"{_called(kind)} needs the key {name!r}"
            yield Finding(path, "missing-key", message)


def _called(kind: type[msgspec.Struct]) -> str:
    return "text" if kind is model.Bilingual else kind.__name__.lower()


def _without_none(kind: Any) -> Any:
    """The type that a value has where it is given at all."""
    if get_origin(kind) in (Union, UnionType):
        rest = tuple(part for part in get_args(kind) if part is not type(None))
        return functools.reduce(operator.or_, rest)
    return kind


def _explain(value: Any, kind: Any) -> str:
    got = {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value))
    if got is None:
        got = repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
    hint = ""
    if get_origin(kind) is Literal:
        allowed = [str(choice) for choice in get_args(kind)]
        expected = "one of " * (len(allowed) > 1) + ", ".join(allowed)
        hint = did_you_mean(value, allowed) if isinstance(value, str) else ""
    elif kind in _EXPECTED:
        expected = _EXPECTED[kind]
    else:
        bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        expected = "a list" if get_origin(bare) is tuple else "a mapping"
    return f"expected {expected}, got {got}{hint}"
