"""What the lists are made of: their sections and fields, and the kinds and units in them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from briefing.model.choices import GapKind
from briefing.model.sections import SECTIONS
from briefing.problem import Message, message

if TYPE_CHECKING:
    from briefing.model.records import Record
    from briefing.shelf.library import Hit, Library

KINDS = ("kind", "status")
"""The fields that ``--kind`` selects by: a kind, or a project's status."""


class Listed(NamedTuple):
    """The sections whose records a list has, and the fields that it is narrowed and ordered by."""

    sections: tuple[str, ...]
    fields: frozenset[str]
    words: str = "label"
    """The part of the catalogue with the words for the kinds."""

    def kinds(self) -> list[str]:
        """Return the kinds that the records of the list can have, in the order of the model."""
        if self.words == "gap":
            return list(get_args(GapKind))
        return list_known_kinds(self.sections)

    def kind_word(self, kind: str) -> Message:
        """Return our word for a kind."""
        return message(f"{self.words}.{kind}")

    def orders(self) -> list[str]:
        """Return the names of the orders that the list can have."""
        from briefing.shelf.ordering import ORDERS  # most lists stay as they are

        return [name for name, one in ORDERS.items() if one.suits(self.fields)]


def describe_list(name: str) -> Listed:
    """Return what a list is made of: that of a section, or one of the answers."""
    if name == "commitments":
        fields = frozenset(("places", "kind", "stage", "said_by", "due"))
        return Listed(_sections_with("stage"), fields)
    if name == "timeline":
        fields = frozenset(("places", "kind", "stage", "said_by", "date"))
        return Listed(_sections_with("date", "due", "roles"), fields)
    if name == "unsaid":
        fields = frozenset(("places", "kind", "stage", "said_by"))
        return Listed(_sections_with("evidence"), fields, words="gap")
    return Listed((name,), frozenset(SECTIONS[name].fields))


def _sections_with(*fields: str) -> tuple[str, ...]:
    return tuple(one.name for one in SECTIONS.values() if not set(fields).isdisjoint(one.fields))


def list_kinds_of(record: "Record") -> tuple[str, ...]:
    """Return the values of a record that ``--kind`` selects by: its kind, or a project's status."""
    return tuple(getattr(record, field) for field in KINDS if hasattr(record, field))


def list_known_kinds(sections: Iterable[str]) -> list[str]:
    """Return the kinds that records of some sections can have, in the order of the model."""
    fields = (one for name in sections for one in msgspec.structs.fields(SECTIONS[name].holds))
    kinds = (one.type for one in fields if one.name in KINDS and get_origin(one.type) is Literal)
    return list(dict.fromkeys(value for kind in kinds for value in get_args(kind)))


def list_kinds(sections: Iterable[str], library: "Library") -> list[str]:
    """Return the kinds that the records of some sections have, in alphabetical order."""
    hits = (hit for section in sections for hit in library.section(section))
    return sorted({kind for hit in hits for kind in list_kinds_of(hit.record)})


def list_units(hits: "Iterable[Hit[Any]]") -> list[str]:
    """Return the codes of the units that figures have, that of the first figure first."""
    units = (getattr(hit.record, "unit", None) for hit in hits)
    return list(dict.fromkeys(unit for unit in units if unit))
