"""The records that commands return to programs where these are no records of a section.

Each class says which keys such a record has and what each holds. All keys are always there.
"""

from functools import cache
from typing import Any, Literal

from msgspec import Struct, defstruct
from msgspec.structs import fields

from briefing.model.choices import (
    Basis,
    FigureKind,
    GapKind,
    Inferred,
    OrganisationKind,
    PlaceKind,
    Qualifier,
    Stage,
    StrategyKind,
)
from briefing.model.parts import (
    Bilingual,
    Id,
    Number,
    ParagraphNumber,
    Part,
    Period,
    Proof,
    Words,
)
from briefing.model.records import Source

Kind = Literal[PlaceKind, StrategyKind, FigureKind, OrganisationKind]


class Claimed(Part, frozen=True, kw_only=True):
    """What each answer says of a claim, be it a record or a part of one.

    ``section`` and ``id`` name the record, whose ``kind`` it is. A part of it stands in a ``field``
    at a ``position``, from 1. The number is that of a figure.
    """

    article: Id
    text: Bilingual
    stage: Stage | None
    basis: Basis | None
    value: Number | None
    value_to: Number | None
    unit: Words | None
    qualifier: Qualifier | None
    kind: Kind | None
    places: tuple[Id, ...]
    said_by: tuple[Id, ...]
    section: Words
    id: Id
    field: Words | None
    position: int | None
    inferred: tuple[Inferred, ...]
    evidence: Proof


class Commitment(Claimed, frozen=True, kw_only=True):
    """Something to be done: by whom and by when."""

    actors: tuple[Id, ...]
    due: Period | None


class Moment(Claimed, frozen=True, kw_only=True):
    """What happened at a time or, where ``due`` is true, is to be done by it."""

    when: Period | None
    due: bool


class Unsaid(Claimed, frozen=True, kw_only=True):
    """What the article leaves unsaid of a claim; how many it counts, and how many it lists."""

    kinds: tuple[GapKind, ...]
    counted: int | None
    listed: int | None


class FromParagraph(Part, frozen=True, kw_only=True):
    """A record with anchors in a paragraph, or the part of it in ``field``; or what is waived."""

    article: Id
    paragraph: ParagraphNumber
    section: Words
    id: Id | None
    field: Words | None
    text: Bilingual
    anchors: tuple[Words, ...]


class Citation(Part, frozen=True, kw_only=True):
    """How an article is cited in a style, or the paragraphs of a record with that ``id``."""

    article: Id
    id: Id | None
    style: Words
    citation: Words
    paragraphs: tuple[ParagraphNumber, ...]


class Match(Part, frozen=True, kw_only=True):
    """A text in which the words of a search stand: from where to where, in characters."""

    field: Words
    lang: Literal["zh", "en"] | None
    text: Words
    spans: tuple[tuple[int, int], ...]


class Found(Part, frozen=True, kw_only=True):
    """What a search says of each record besides the record's own fields."""

    article: Id
    section: Words
    id: Id
    matches: tuple[Match, ...]
    evidence: Proof


class Held(Part, frozen=True, kw_only=True):
    """A record that is directly part of another."""

    section: Words
    id: Id


class Pointing(Part, frozen=True, kw_only=True):
    """A record that names another in some of its fields; the summary has no id."""

    section: Words
    id: Id | None
    fields: tuple[Words, ...]


@cache
def make_shelved_type() -> type[Struct]:
    """Return the type of an entry of the shelf: a source without digests, and how many records."""
    own: list[Any] = [
        (field.name, field.type) for field in fields(Source) if field.name != "paragraphs"
    ]
    return defstruct(
        "Shelved",
        [("article", Id), *own, ("records", int)],
        bases=(Part,),
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


def list_types() -> dict[str, type[Struct]]:
    """Return the types of these records by the commands that return them."""
    return {
        "commitments": Commitment,
        "timeline": Moment,
        "unsaid": Unsaid,
        "articles": make_shelved_type(),
        "paragraph": FromParagraph,
        "cite": Citation,
    }
