"""The typed records of a modelled article.

Each class says which fields a record has, which of them must be written, and what each holds. The
reader (:mod:`briefing.model.typed`) refuses everything else. Every record is immutable.
"""

import datetime
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta, Struct

from briefing.problem import Path

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=64)]
Words = Annotated[str, Meta(min_length=1)]
Number = Annotated[int, Meta(ge=-(10**18), le=10**18)] | Annotated[float, Meta(ge=-1e300, le=1e300)]
ParagraphNumber = Annotated[int, Meta(ge=1)]
Moment = Annotated[datetime.datetime, Meta(tz=True)]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]

Basis = Literal["stated", "implied"]
Direction = Literal["north", "south", "east", "west", "centre"]
PlaceKind = Literal["province", "city", "county", "zone", "cluster", "corridor", "region"]
StrategyKind = Literal[
    "layout", "guideline", "strategy", "programme", "effort", "reform", "path", "node", "goal"
]
Detail = Literal["described", "named_only"]
FigureKind = Literal["count", "money", "percent", "duration", "ordinal", "rank", "measure", "range"]
Qualifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "rank"]
ProjectStatus = Literal["proposed", "planned", "signed", "under_construction", "operating"]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every piece of a model: it has named fields and takes no unknown ones."""


class Bilingual(Part, frozen=True, kw_only=True):
    """A text in Chinese and in English; ``en`` may be missing in a draft."""

    zh: Words
    en: Words | None = None


class Evidence(Part, frozen=True, kw_only=True):
    """Where a statement comes from.

    ``paragraph`` counts the source's non-blank lines from 1. ``anchor`` is a name, term or
    quantity of at most 20 characters that stands in that paragraph exactly so.
    """

    paragraph: ParagraphNumber
    anchor: Words


Proof = Annotated[tuple[Evidence, ...], Meta(min_length=1)]


class Statement(Part, frozen=True, kw_only=True):
    """One thing that the article says, in our words, and where it says it."""

    text: Bilingual
    basis: Basis = "stated"
    evidence: Proof


class Record(Part, frozen=True, kw_only=True):
    """A fact with an id that is unique in its article, and its evidence."""

    TITLE: ClassVar[str] = "name"
    """The field that holds what a reader calls this record."""

    id: Id
    evidence: Proof

    @property
    def title(self) -> Bilingual:
        """What a reader calls this record."""
        title: Bilingual = getattr(self, self.TITLE)
        return title


class Takeaway(Record, frozen=True, kw_only=True):
    """One of the few sentences that a busy reader should leave with."""

    TITLE = "text"

    text: Bilingual


class Summary(Part, frozen=True, kw_only=True):
    """The article on one screen: the gist, what to take away, the figures to show first."""

    gist: Bilingual
    evidence: Proof
    takeaways: tuple[Takeaway, ...] = ()
    headline: tuple[Id, ...] = ()


class Source(Part, frozen=True, kw_only=True):
    """The article that is modelled, as one would cite it.

    ``published`` carries its offset from UTC. ``rights`` says in our words what reuse asks for.
    ``paragraphs`` holds the SHA-256 of each stripped paragraph in UTF-8; ``text`` may name the
    source text's file, relative to the model's. ``address`` is given only where it is known.
    """

    id: Id
    title: Bilingual
    publisher: Bilingual
    republisher: Bilingual | None = None
    section: Bilingual | None = None
    published: Moment
    reporters: tuple[Bilingual, ...] = ()
    editor: Bilingual | None = None
    rights: Bilingual | None = None
    address: Words | None = None
    text: Words | None = None
    paragraphs: tuple[Digest, ...] = ()


class Link(Part, frozen=True, kw_only=True):
    """How one place is tied to another."""

    place: Id
    text: Bilingual
    basis: Basis = "stated"
    evidence: Proof


class Place(Record, frozen=True, kw_only=True):
    """A city, a zone, or another area that the article names.

    ``short`` is what tables call it. The first role is the headline one. ``direction`` is the
    place's position in the layout, and ``basis`` says whether the article states that position or
    only implies it.
    """

    name: Bilingual
    short: Bilingual | None = None
    kind: PlaceKind
    aliases: tuple[Words, ...] = ()
    part_of: Id | None = None
    direction: Direction | None = None
    basis: Basis = "stated"
    roles: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    note: Bilingual | None = None


class Strategy(Record, frozen=True, kw_only=True):
    """A layout, strategy, programme, reform, path, node or goal; a tree by ``part_of``.

    ``place`` is whose it is. ``detail`` is ``named_only`` where the article gives no more than
    the name.
    """

    name: Bilingual
    kind: StrategyKind
    part_of: Id | None = None
    place: Id | None = None
    about: tuple[Id, ...] = ()
    detail: Detail = "described"
    basis: Basis = "stated"
    aim: Bilingual | None = None
    measures: tuple[Statement, ...] = ()
    note: Bilingual | None = None


class Figure(Record, frozen=True, kw_only=True):
    """A quantity: ``text`` as the article writes it, ``value`` as a number in ``unit``.

    万 and 亿 are multiplied out. ``unit`` is a symbol (CNY, %, mu, GW, year) or, for things
    counted, the measure word as written. ``value_to`` is the upper end of a range.
    """

    TITLE = "label"

    label: Bilingual
    text: Words
    value: Number
    value_to: Number | None = None
    unit: Words | None = None
    qualifier: Qualifier = "exact"
    kind: FigureKind
    place: Id | None = None
    about: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Project(Record, frozen=True, kw_only=True):
    """A named project, who takes part in it, and how far it is.

    ``basis`` says whether the article states the status or only implies it.
    """

    name: Bilingual
    status: ProjectStatus
    basis: Basis = "stated"
    place: Id | None = None
    partners: tuple[Bilingual, ...] = ()
    date: datetime.date | None = None
    about: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Post(Part, frozen=True, kw_only=True):
    """An office that a person holds."""

    title: Bilingual
    evidence: Proof


class Person(Record, frozen=True, kw_only=True):
    """Somebody named in the article, the offices held, and what they said, in our words."""

    name: Bilingual
    posts: tuple[Post, ...] = ()
    place: Id | None = None
    positions: tuple[Statement, ...] = ()
    note: Bilingual | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened; ``date`` is missing where the article gives none."""

    name: Bilingual
    date: datetime.date | None = None
    place: Id | None = None
    about: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Sector(Record, frozen=True, kw_only=True):
    """An industry and the tier that the article gives it."""

    name: Bilingual
    tier: Bilingual
    place: Id | None = None
    note: Bilingual | None = None


class Term(Record, frozen=True, kw_only=True):
    """A policy term with a gloss of ours.

    ``spelled_out`` is false where the article uses the term without explaining it.
    """

    name: Bilingual
    gloss: Bilingual
    spelled_out: bool = True
    about: tuple[Id, ...] = ()


class Waiver(Part, frozen=True, kw_only=True):
    """A quantity, name or quoted term of the source that is deliberately no record, and why."""

    paragraph: ParagraphNumber
    text: Words
    reason: Bilingual


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """Yield every part of a model, or of a part of it, with its path, outermost first."""
    if isinstance(value, Part):
        yield path, value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, (*path, index))
