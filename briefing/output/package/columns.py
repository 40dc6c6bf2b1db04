"""What columns the tables of a package have, by the types of the records in them."""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from msgspec import Meta
from msgspec.structs import fields

from briefing.model.parts import Bilingual, Change, Id, Part, Period
from briefing.model.records import LAST_FIELDS
from briefing.output.rows import write_list
from briefing.words.catalogue import describe_field

_LANGS = {"zh": "in Chinese", "en": "in English"}
_UNITS = {
    "value": {"unitField": "unit"},
    "value_to": {"unitField": "unit"},
    "start": {"unit": "code points"},
    "paragraph_start": {"unit": "code points"},
}
"""The units of columns, or the column that has them; the standard has no word for these."""
_TYPES: dict[Any, str] = {
    **{int: "integer", float: "number", bool: "boolean", str: "string"},
    datetime.datetime: "datetime",
}


class Column(NamedTuple):
    """A column of a table: its name, its Table Schema type, and what limits its values."""

    name: str
    type: str
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    longest: int | None = None

    def describe(self) -> dict[str, Any]:
        """Return the column as a field descriptor of a Table Schema."""
        limits = {
            "required": self.required or None,
            "enum": list(self.choices) or None,
            "pattern": self.pattern,
            "maxLength": self.longest,
        }
        constraints = {name: limit for name, limit in limits.items() if limit is not None}
        described = {"name": self.name, "type": self.type, "description": self.description}
        described |= _UNITS.get(self.name, {})
        return described | ({"constraints": constraints} if constraints else {})


class Held(NamedTuple):
    """What a field of a record holds, without what only says that it may be missing.

    A list has the type of its items.
    """

    name: str
    kind: Any
    is_list: bool
    may_lack: bool

    @property
    def is_ids(self) -> bool:
        """Whether it is a list of ids."""
        return self.is_list and self.kind == Id

    @property
    def part(self) -> type[Part] | None:
        """The type of the parts that a list has, if they make a table of their own."""
        is_part = isinstance(self.kind, type) and issubclass(self.kind, Part)
        return self.kind if self.is_list and is_part and not self.is_bilingual else None

    @property
    def is_bilingual(self) -> bool:
        """Whether it is a text in two languages, or a list of such, with more fields or without."""
        return isinstance(self.kind, type) and issubclass(self.kind, Bilingual)


@cache
def held_by(kind: Any) -> list[Held]:
    """Return what the fields of a type hold, in the order in which records have them."""
    found = [_hold(field.name, field.type) for field in fields(kind)]
    return sorted(found, key=lambda held: held.name in LAST_FIELDS)


def _hold(name: str, kind: Any) -> Held:
    may_lack = type(None) in get_args(kind)
    if may_lack:
        rest = tuple(one for one in get_args(kind) if one is not type(None))
        kind = Period if set(rest) == set(get_args(Period)) else rest[0] if len(rest) == 1 else rest
    if get_origin(kind) is Annotated and get_origin(get_args(kind)[0]) is tuple:
        kind = get_args(kind)[0]
    if get_origin(kind) is tuple:
        return Held(name, get_args(kind)[0], is_list=True, may_lack=may_lack)
    return Held(name, kind, is_list=False, may_lack=may_lack)


def columns_of(kind: Any, like: str, before: str = "") -> Iterator[Column]:
    """Yield the columns of a type; evidence, ids in lists and lists of parts have other tables.

    ``like`` is what the type is called where its fields are described. Their names begin with
    ``before``.
    """
    for held in held_by(kind):
        if not (held.is_ids or held.part):
            yield from _columns(held, describe_field(like, held.name), before)


def _columns(held: Held, described: str, before: str) -> Iterator[Column]:
    name, needed = before + held.name, not held.may_lack
    if held.kind is Change:
        for column in columns_of(Change, "Change", f"{name}_"):
            yield column._replace(required=False)
    elif held.is_bilingual:
        for lang, which in _LANGS.items():
            needs = needed and lang == "zh" and not held.is_list
            yield Column(f"{name}_{lang}", "string", f"{described} ({which})", needs)
        for more in _more_of(held.kind):
            of_more = describe_field(held.kind.__name__, more)
            yield Column(f"{name}_{more}", "string", f"{described}: {of_more}")
    elif held.kind == Period:
        yield _limited(Column(name, "string", described), get_args(Period)[0])
        for lang, which in _LANGS.items():
            yield Column(
                f"{name}_{lang}", "string", f"{described} (in the words of the article, {which})"
            )
    elif held.is_list:
        yield Column(name, "string", f"{described} (a list, with ' | ' between the items)")
    else:
        yield _limited(Column(name, "any", described, needed), held.kind)


def _more_of(kind: Any) -> list[str]:
    """Return the fields of a text in two languages besides these."""
    return [name for name in kind.__struct_fields__ if name not in _LANGS]


def _limited(column: Column, kind: Any) -> Column:
    """Return a column with the type and the limits that a type of the model has."""
    if isinstance(kind, tuple) or (get_args(kind) and get_origin(kind) not in (Annotated, Literal)):
        kinds = kind if isinstance(kind, tuple) else get_args(kind)
        found = {_limited(column, one).type for one in kinds}
        return column._replace(type="number" if found == {"integer", "number"} else "any")
    if get_origin(kind) is Literal:
        return column._replace(type="string", choices=get_args(kind))
    if get_origin(kind) is Annotated:
        base, *metas = get_args(kind)
        limits = next(one for one in metas if isinstance(one, Meta))
        longest = limits.max_length
        return column._replace(type=_TYPES[base], pattern=limits.pattern, longest=longest)
    return column._replace(type=_TYPES.get(kind, "any"))


def write_cells(kind: Any, record: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Yield the cells of a record's own row, by the columns of its type."""
    for held in held_by(kind):
        value = record.get(held.name)
        if not (held.is_ids or held.part):
            yield from _cells(held, before + held.name, value)


def _cells(held: Held, name: str, value: Any) -> Iterator[tuple[str, str]]:
    if held.kind is Change:
        yield from write_cells(Change, value or {}, f"{name}_")
    elif held.is_bilingual:
        for more in _more_of(held.kind):
            ones = value if held.is_list else [value or {}]
            yield f"{name}_{more}", write_list(_write(one.get(more)) for one in ones)
        for lang in _LANGS:
            texts = [one.get(lang) or "" for one in (value if held.is_list else [value or {}])]
            yield f"{name}_{lang}", write_list(texts) if held.is_list else texts[0]
    elif held.kind == Period:
        words = value if isinstance(value, dict) else {}
        yield name, "" if words else value or ""
        for lang in _LANGS:
            yield f"{name}_{lang}", words.get(lang) or ""
    else:
        yield name, _write(value)


def _write(value: Any) -> str:
    """Return a value as the text of a cell; one that is missing is no text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return write_list(
            "-".join(map(str, one)) if isinstance(one, list) else one for one in value
        )
    return "" if value is None else str(value)
