"""What records claim: themselves, and the statements in them, each with who says it."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.model.parts import Part, Statement
from briefing.model.records import Person, Record
from briefing.shelf.library import Hit


class Claim(NamedTuple):
    """What a record claims; ``part`` is the record itself or a statement in it."""

    hit: Hit[Record]
    part: Part


def list_speakers(record: Record) -> set[str]:
    """Return the ids of all who say a record or a statement in it."""
    return {name for claim in list_claims(record) for name in speakers_of(claim)}


def speakers_of(claim: Part) -> tuple[str, ...]:
    """Return the ids of those who say a record or a statement."""
    return getattr(claim, "said_by", None) or ()


def list_claims(record: Record) -> Iterator[Part]:
    """Yield the record and the statements in it, each of which may have a speaker and a stage.

    A person is no claim.
    """
    if not isinstance(record, Person):
        yield record
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Statement))
