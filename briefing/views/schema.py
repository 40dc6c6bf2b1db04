"""The JSON Schema of a model, by which an editor checks, completes and explains what one types.

An editor reads a plain ``2022`` as a number and ``true`` as a truth value, where the reader of
models takes text for what its field says. The schema therefore lets both forms be wherever the
reader does.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from briefing.document import Lang, Phrase
from briefing.model import parts
from briefing.model.article import Article, article_type
from briefing.model.kinds import leave_out_none
from briefing.model.periods import MOMENT
from briefing.model.sections import SECTIONS
from briefing.model.typed import EXPECTED
from briefing.words.catalogue import describe_field, describe_value, fill

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema that our schemas are written in."""

Schema = dict[str, Any]
_LANGUAGES: tuple[Lang, ...] = ("zh", "en")
_YEARS = {"minimum": 1000, "maximum": 9999}
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_TRUTH = "[01]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]"
_SCALARS: dict[Any, Schema] = {
    parts.Words: {"type": ["string", "number", "boolean"]},
    parts.Id: {"type": ["string", "integer", "boolean"], "minimum": 0},
    parts.Digest: {"type": ["string", "number"]},
    parts.Date: {"type": ["string", "integer"], **_YEARS},
    parts.Dates: {"type": ["string", "integer"], **_YEARS},
    get_args(parts.Period)[0]: {"type": ["string", "integer"], **_YEARS},
    parts.Moment: {"type": ["string"], "pattern": MOMENT},
    parts.Number: {"type": ["number", "string"], "pattern": f"^(?:{_NUMBER})$(?!\n)"},
    parts.ParagraphNumber: {"type": ["integer", "string"], "pattern": "^[1-9][0-9]*$(?!\n)"},
    bool: {
        "type": ["boolean", "integer", "string"],
        **{"minimum": 0, "maximum": 1, "pattern": f"^(?:{_TRUTH})$(?!\n)"},
    },
}
"""What an editor may make of a scalar that a model's reader takes for a value of each type."""

_LIMITS = {
    "pattern": "pattern",
    "min_length": "minLength",
    "max_length": "maxLength",
    "ge": "minimum",
    "le": "maximum",
}
"""The limits of a type, and what JSON Schema calls them."""


def describe_model() -> Schema:
    """Return the JSON Schema of a model as plain data, with its descriptions in both languages."""
    article = article_type()
    defined = {kind.__name__: _record(kind) for kind in list_kinds(article)}
    whole = defined.pop(article.__name__)
    return {"$schema": DRAFT} | whole | {"$defs": defined}


def list_kinds(kind: Any, seen: set[Any] | None = None) -> Iterator[type[msgspec.Struct]]:
    """Yield each type of mapping that a type is made of, once, itself first."""
    seen = set() if seen is None else seen
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if kind in seen:
            return
        seen.add(kind)
        yield kind
        for field in msgspec.structs.fields(kind):
            yield from list_kinds(field.type, seen)
    for part in get_args(kind):
        yield from list_kinds(part, seen)


def _record(kind: type[msgspec.Struct]) -> Schema:
    """Return the schema of a mapping with the fields of a type, and with no others."""
    fields, name = msgspec.structs.fields(kind), kind.__name__.lower()
    schema: Schema = {
        "title": fill(f"record.{name}", "both", name=Phrase(name)).joined(" / "),
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.required],
        "properties": {field.name: _field(kind, field) for field in fields},
    }
    if {"published", "republished"} <= set(schema["properties"]):
        schema["anyOf"] = [_given("published"), _given("republished")]
    return schema


def _given(field: str) -> Schema:
    return {"required": [field], "properties": {field: {"not": {"type": "null"}}}}


def _field(kind: type[msgspec.Struct], field: msgspec.structs.FieldInfo) -> Schema:
    """Return the schema of a field: what it holds in words, its values and its default."""
    described: Schema = {"description": "\n\n".join(_describe(kind, field.name))}
    if field.default not in (msgspec.NODEFAULT, None, ()):
        described["default"] = field.default
    plain = leave_out_none(field.type)
    if get_origin(plain) is Literal:
        described |= _meanings(kind, field.name, plain)
    schema = described | _schema(plain)
    return schema if plain == field.type else _or_null(schema)


def _describe(kind: type[msgspec.Struct], field: str) -> Iterable[str]:
    """Return what a field holds, in Chinese and in English."""
    if issubclass(kind, Article) and field in SECTIONS:
        return SECTIONS[field].heading
    return [describe_field(kind.__name__, field, lang) for lang in _LANGUAGES]


def _meanings(kind: type[msgspec.Struct], field: str, choices: Any) -> Schema:
    """Return what the values of a field mean, which editors show as one chooses; a number has none.

    JSON Schema has no word for this; ``enumDescriptions`` is what editors have agreed on.
    """
    meanings = [
        [describe_value(kind.__name__, field, one, lang) for lang in _LANGUAGES]
        for one in get_args(choices)
        if isinstance(one, str)
    ]
    return {"enumDescriptions": [" / ".join(both) for both in meanings]} if meanings else {}


def _schema(kind: Any) -> Schema:
    """Return the schema of what is written where a field has a value of a type."""
    if kind in _SCALARS:
        return _scalar(kind)
    if kind == parts.Period:
        return {"anyOf": [_schema(one) for one in get_args(kind)]}
    if get_origin(kind) is Literal:
        return {"enum": [*get_args(kind), *(str(one) for one in get_args(kind) if one != str(one))]}
    bare, limits = kind, {}
    if get_origin(kind) is Annotated:
        bare, limits = get_args(kind)[0], {"minItems": get_args(kind)[1].min_length}
    if get_origin(bare) is tuple:
        return {"type": "array", "items": _schema(get_args(bare)[0])} | limits
    return {"$ref": f"#/$defs/{bare.__name__}"}


def _scalar(kind: Any) -> Schema:
    """Return the schema of a scalar: its types, its limits, and what an editor says is expected."""
    schema = dict(_SCALARS[kind])
    for one in get_args(kind):
        held = one if isinstance(one, msgspec.Meta) else get_args(one)[1] if get_args(one) else None
        for name, called in _LIMITS.items():
            if getattr(held, name, None) is not None:
                schema[called] = getattr(held, name)
    expected = fill(f"value.{EXPECTED.get(kind, 'period')}", "both")
    if "pattern" in schema:
        schema["patternErrorMessage"] = expected.joined(" / ")
    return schema


def _or_null(schema: Schema) -> Schema:
    """Return a schema that lets nothing stand in its place, too; the rest stays as it is."""
    if "type" in schema:
        types = schema["type"]
        return schema | {"type": [*([types] if isinstance(types, str) else types), "null"]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    reference = schema.pop("$ref")
    return schema | {"anyOf": [{"$ref": reference}, {"type": "null"}]}
