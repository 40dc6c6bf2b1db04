"""The parts that a model is made of besides records: texts, evidence, statements, ties, waivers.

Each class says which fields a part has, which of them must be written, and what each holds.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args

from msgspec import Meta, Struct
from msgspec.structs import fields

from briefing.limits import ID_CHARACTERS
from briefing.model.choices import Basis, Comparison, Inferred, Prices, Span, Stage, Turn
from briefing.model.periods import CODE, DATE, DATES
from briefing.model.width import narrow
from briefing.problem import Path

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)"
Id = Annotated[str, Meta(pattern=_ID, max_length=ID_CHARACTERS)]


def mend_id(text: str) -> str | None:
    """Return a text as the id that it is meant for, or nothing if it is one or cannot be.

    >>> mend_id("Dong_Jia"), mend_id("dong-jia"), mend_id("东甲")
    ('dong-jia', None, None)
    """
    mended = re.sub("[ _]+", "-", narrow(text).strip().lower())
    return mended if mended != text and re.match(_ID, mended) else None


Words = Annotated[str, Meta(min_length=1)]
LARGEST_WHOLE = 10**18
"""No whole number of a model is larger, and no negative one has more digits."""
Number = (
    Annotated[int, Meta(ge=-LARGEST_WHOLE, le=LARGEST_WHOLE)]
    | Annotated[float, Meta(ge=-1e300, le=1e300)]
)
ParagraphNumber = Annotated[int, Meta(ge=1)]
Moment = Annotated[datetime.datetime, Meta(tz=True)]
Date = Annotated[str, Meta(pattern=DATE)]
Dates = Annotated[str, Meta(pattern=DATES)]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]


Handed = dict[str, Any]
"""The values that fields have where they are left out, by their names."""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every piece of a model: it has named fields and takes no unknown ones."""

    @property
    def implied(self) -> Handed:
        """The values that follow from other fields, and need not be written."""
        return {}

    @property
    def handed_down(self) -> dict[str, Handed]:
        """The values that the parts in a field have where they leave them out, by that field."""
        return {}


class Bilingual(Part, frozen=True, kw_only=True):
    """A text in Chinese and in English; ``en`` may be missing in a draft."""

    zh: Words
    en: Words | None = None


class Author(Bilingual, frozen=True, kw_only=True):
    """Who wrote an article: a person or, where ``corporate``, an organisation or a column.

    Citations never split the name of an organisation into a family and a given name.
    """

    corporate: bool = False


Period = Annotated[str, Meta(pattern=CODE)] | Bilingual
"""A day, month, quarter, half, year or interval, or the source's own words with a rendering."""


class Evidence(Part, frozen=True, kw_only=True):
    """Where a statement comes from.

    ``paragraph`` counts the source's non-blank lines from 1. ``anchor`` is a name, term or
    quantity of at most 20 characters that stands in that paragraph exactly so.
    """

    paragraph: ParagraphNumber
    anchor: Words


Proof = Annotated[tuple[Evidence, ...], Meta(min_length=1)]


class Statement(Part, frozen=True, kw_only=True):
    """One thing that the article says, in our words, who says it, and where.

    ``said_by`` names people, organisations, events or plans, the nearest speaker first. None means
    the article's own voice; left out, it is that of the record that the statement is a part of.
    """

    text: Bilingual
    basis: Basis = "stated"
    said_by: tuple[Id, ...] | None = None
    inferred: tuple[Inferred, ...] = ()
    evidence: Proof


class Measure(Statement, frozen=True, kw_only=True):
    """One thing that is done or to be done: how far it has come, who is to do it, by when.

    Left out, ``stage`` is that of the strategy.
    """

    stage: Stage | None = None
    actors: tuple[Id, ...] = ()
    due: Period | None = None


class Role(Measure, frozen=True, kw_only=True):
    """A part that a place has in the plan, and who gave it, if the article says so."""

    given_by: tuple[Id, ...] = ()


class Link(Measure, frozen=True, kw_only=True):
    """How one place is tied to another; it is written at one of them and shown at both."""

    place: Id


class Change(Part, frozen=True, kw_only=True):
    """What a figure of change compares: with what, which way, in which prices, over which span.

    ``since`` is the period that it is measured from, where the article names one. What the article
    does not say is left out.
    """

    over: Comparison | None = None
    turn: Turn | None = None
    since: Period | None = None
    prices: Prices | None = None
    span: Span | None = None
    comparable: bool = False


class Post(Part, frozen=True, kw_only=True):
    """An office that a person holds, and the organisation that it is in."""

    title: Bilingual
    organisation: Id | None = None
    evidence: Proof


class Ignored(Part, frozen=True, kw_only=True):
    """A code of problems that this model lets be, of one record or of all, and why."""

    code: Words
    record: Id | None = None
    reason: Bilingual


class Waiver(Part, frozen=True, kw_only=True):
    """A quantity, name or quoted term of the source that is deliberately no record, and why."""

    paragraph: ParagraphNumber
    text: Words
    reason: Bilingual


class Rendering(Part, frozen=True, kw_only=True):
    """What an anchor says word for word, for those who do not read Chinese.

    It is written once, whatever rests on the anchor.
    """

    paragraph: ParagraphNumber
    anchor: Words
    en: Words


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield every part of a model, or of a part of it, with its path, outermost first."""
    found: list[tuple[Path, Part]] = []
    _collect(value, path, found)
    return iter(found)


def _collect(value: Any, path: Path, found: list[tuple[Path, Part]]) -> None:
    if isinstance(value, Part):
        found.append((path, value))
        for name in fields_with_parts(type(value)):
            if held := getattr(value, name):
                _collect(held, (*path, name), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Part):
                _collect(item, (*path, index), found)


@cache
def fields_with_parts(kind: type[Part]) -> tuple[str, ...]:
    """Return the fields of a kind of part that may hold other parts, which most do not."""
    return tuple(one.name for one in fields(kind) if _may_hold_parts(one.type))


def _may_hold_parts(kind: Any) -> bool:
    is_part = isinstance(kind, type) and issubclass(kind, Part)
    return is_part or any(map(_may_hold_parts, get_args(kind)))


def is_implied(part: Part) -> bool:
    """Return whether a part tells what its words imply, and do not state."""
    return getattr(part, "basis", "stated") == "implied"


def infers(part: Part, field: str) -> bool:
    """Return whether a field of a part was inferred, so that no words need to tell it."""
    return field in getattr(part, "inferred", ())
