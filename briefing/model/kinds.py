"""What the types of the model's fields are, worked out once for each type.

A model in which much is wrong is walked value by value, and msgspec works the fields of a type out
again whenever it is asked for them.
"""

import functools
import operator
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

from briefing.model import parts


class Kind:
    """A type as a field of the model has it.

    ``expected`` is the type itself, and ``given`` that of a value where there is one: it differs
    where the field may be ``None``. ``is_record`` says whether that is a mapping with fields of
    its own; ``item`` is the kind of the items of a list, which ``may_be_empty`` or not.
    """

    __slots__ = ("expected", "given", "is_period", "is_record", "item", "may_be_empty", "optional")

    def __init__(self, expected: Any) -> None:
        given = leave_out_none(expected)
        bare = get_args(given)[0] if get_origin(given) is Annotated else given
        self.expected = expected
        self.given = given
        self.optional = given != expected
        self.is_record = isinstance(given, type) and issubclass(given, msgspec.Struct)
        self.item = kind_of(get_args(bare)[0]) if get_origin(bare) is tuple else None
        self.may_be_empty = bare is given
        self.is_period = given == parts.Period

    def of(self, value: Any) -> "Kind":
        """Return the kind that a value must be of; a period may be a text in two languages."""
        return kind_of(parts.Bilingual) if self.is_period and isinstance(value, dict) else self


class Field(NamedTuple):
    """A field of a record: its name, whether it must be written, and what it holds."""

    name: str
    required: bool
    kind: Kind


@functools.cache
def kind_of(expected: Any) -> Kind:
    """Return what a type is."""
    return Kind(expected)


@functools.cache
def fields_of(record: type[msgspec.Struct]) -> dict[str, Field]:
    """Return the fields of a type of record by name, in order."""
    fields = msgspec.structs.fields(record)
    return {one.name: Field(one.name, one.required, kind_of(one.type)) for one in fields}


def leave_out_none(kind: Any) -> Any:
    """Return the type that a value has where it is given at all."""
    if get_origin(kind) in (Union, UnionType):
        rest = tuple(part for part in get_args(kind) if part is not type(None))
        return functools.reduce(operator.or_, rest)
    return kind
