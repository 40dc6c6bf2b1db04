"""The typed records of a modelled article.

Each class says which fields a record has, which of them must be written, and what each holds. The
reader (:mod:`briefing.model.typed`) refuses everything else. Every record is immutable.
"""

import datetime
from typing import ClassVar

from msgspec.structs import force_setattr

from briefing.model.choices import (
    STAGE_OF_STATUS,
    Basis,
    Detail,
    Direction,
    FigureKind,
    Inferred,
    KnownElsewhere,
    OrganisationKind,
    PlaceKind,
    ProjectStatus,
    Qualifier,
    Stage,
    StrategyKind,
)
from briefing.model.handing import hand_down
from briefing.model.parts import (
    Author,
    Bilingual,
    Change,
    Date,
    Dates,
    Digest,
    Handed,
    Id,
    Link,
    Measure,
    Moment,
    Number,
    Part,
    Period,
    Post,
    Proof,
    Role,
    Statement,
    Words,
)
from briefing.model.periods import end_of, is_no_date

LAST_FIELDS = ("inferred", "todo", "evidence")
"""The fields that stand last where a record is written out for programs."""


class Record(Part, frozen=True, kw_only=True):
    """A fact with an id that is unique in its article, and its evidence.

    ``inferred`` names the fields that are our conclusion, ``todo`` what a draft leaves to do.
    """

    TITLE: ClassVar[str] = "name"
    """The field that holds what a reader calls this record."""

    id: Id
    inferred: tuple[Inferred, ...] = ()
    todo: tuple[Words, ...] = ()
    evidence: Proof

    def __hash__(self) -> int:
        return hash(self.id)  # that of all fields takes long, and is asked for often

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
    todo: tuple[Words, ...] = ()


class Source(Part, frozen=True, kw_only=True):
    """The article that is modelled, as one would cite it.

    ``published`` is the paper's own date and may be missing; ``republished`` is the time of the
    page that the text is from, with its offset from UTC. At least one of them is given. ``rights``
    says in our words what reuse asks for.
    ``paragraphs`` holds the SHA-256 of each stripped paragraph in UTF-8; ``text`` may name the
    source text's file, relative to the model's. ``address`` is given only where it is known.
    ``inferred`` names the fields that the text does not tell, and a person knows from elsewhere.
    """

    id: Id
    title: Bilingual
    publisher: Bilingual
    republisher: Bilingual | None = None
    section: Bilingual | None = None
    published: Date | None = None
    republished: Moment | None = None
    reporters: tuple[Author, ...] = ()
    editor: Bilingual | None = None
    rights: Bilingual | None = None
    address: Words | None = None
    text: Words | None = None
    paragraphs: tuple[Digest, ...] = ()
    inferred: tuple[KnownElsewhere, ...] = ()
    todo: tuple[Words, ...] = ()

    @property
    def is_undated(self) -> bool:
        """Whether nobody has told the date yet, as in the draft of a text without any."""
        return is_no_date(self.published)

    @property
    def date(self) -> str:
        """The date of publication or, where it is not known, of republication, to its precision."""
        if self.published:
            return self.published
        assert self.republished  # a model without any date is not read
        return self.republished.date().isoformat()

    @property
    def day(self) -> datetime.date:
        """The day by which the article was out: the last one of :attr:`date`."""
        return end_of(self.date)


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
    coined: bool = False
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    note: Bilingual | None = None

    def __post_init__(self) -> None:
        hand_down(self, self.handed_down)

    @property
    def handed_down(self) -> dict[str, Handed]:
        """A role or a link is by itself what the article says, and of no stage."""
        return {key: {"said_by": (), "stage": "unstated"} for key in ("roles", "links")}


class Strategy(Record, frozen=True, kw_only=True):
    """A layout, strategy, programme, reform, path, node or goal; a tree by ``part_of``.

    ``places`` says whose it is. ``detail`` is ``named_only`` where the article gives no more than
    the name.
    """

    name: Bilingual
    coined: bool = False
    kind: StrategyKind
    part_of: Id | None = None
    places: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    detail: Detail = "described"
    basis: Basis = "stated"
    said_by: tuple[Id, ...] = ()
    stage: Stage = "unstated"
    actors: tuple[Id, ...] = ()
    due: Period | None = None
    aim: Bilingual | None = None
    measures: tuple[Measure, ...] = ()
    note: Bilingual | None = None

    def __post_init__(self) -> None:
        hand_down(self, self.handed_down)

    @property
    def handed_down(self) -> dict[str, Handed]:
        """A measure is said by whom the strategy is, and is as far as that."""
        return {"measures": {"said_by": self.said_by, "stage": self.stage}}


class Figure(Record, frozen=True, kw_only=True):
    """A quantity: ``text`` as the article writes it, ``value`` as a number in ``unit``.

    万 and 亿 are multiplied out. ``unit`` is a symbol (CNY, %, mu, GW, year) or, for things
    counted, the measure word as written. ``value_to`` is the upper end of a range. ``period`` is
    what the number is of, ``indicator`` an id that articles share for what it measures. ``before``
    names the figure that it was before, as 1832户 in 由1832户增至3382户. With ``in_name`` it is a
    numeral that is only part of a name, and lists leave it out.
    """

    TITLE = "label"

    label: Bilingual
    text: Words
    value: Number
    value_to: Number | None = None
    unit: Words | None = None
    qualifier: Qualifier = "exact"
    kind: FigureKind
    in_name: bool = False
    indicator: Id | None = None
    period: Period | None = None
    change: Change | None = None
    before: Id | None = None
    places: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    said_by: tuple[Id, ...] = ()
    stage: Stage = "unstated"
    actors: tuple[Id, ...] = ()
    due: Period | None = None
    note: Bilingual | None = None


class Project(Record, frozen=True, kw_only=True):
    """A named project, who takes part in it, and how far it is.

    ``basis`` says whether the article states the status or only implies it. ``stage`` follows from
    the status and need not be written. ``date`` is when the project reached the status.
    """

    name: Bilingual
    coined: bool = False
    status: ProjectStatus
    basis: Basis = "stated"
    stage: Stage | None = None
    date: Date | None = None
    places: tuple[Id, ...] = ()
    partners: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    said_by: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()
    due: Period | None = None
    note: Bilingual | None = None

    def __post_init__(self) -> None:
        if self.stage is None:
            force_setattr(self, "stage", self.implied["stage"])

    @property
    def implied(self) -> Handed:
        """The stage follows from the status."""
        return {"stage": STAGE_OF_STATUS[self.status]}


class Person(Record, frozen=True, kw_only=True):
    """Somebody named in the article, the offices held, and what they said, in our words.

    ``aliases`` are other names in either script. The positions are said by this person, where they
    name no other speaker.
    """

    name: Bilingual
    aliases: tuple[Words, ...] = ()
    posts: tuple[Post, ...] = ()
    places: tuple[Id, ...] = ()
    positions: tuple[Statement, ...] = ()
    note: Bilingual | None = None

    def __post_init__(self) -> None:
        hand_down(self, self.handed_down)

    @property
    def handed_down(self) -> dict[str, Handed]:
        """A position is the person's own."""
        return {"positions": {"said_by": self.said_by}}

    @property
    def said_by(self) -> tuple[str, ...]:
        """Whose words the positions are: the person's own."""
        return (self.id,)


class Organisation(Record, frozen=True, kw_only=True):
    """A firm, an office, an institute or another body that the article names."""

    name: Bilingual
    short: Bilingual | None = None
    coined: bool = False
    kind: OrganisationKind
    part_of: Id | None = None
    places: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened; ``date`` is missing where the article gives none."""

    name: Bilingual
    short: Bilingual | None = None
    coined: bool = False
    date: Dates | None = None
    places: tuple[Id, ...] = ()
    about: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Sector(Record, frozen=True, kw_only=True):
    """An industry and the tier that the article gives it, if it gives one."""

    name: Bilingual
    coined: bool = False
    tier: Bilingual | None = None
    places: tuple[Id, ...] = ()
    note: Bilingual | None = None


class Term(Record, frozen=True, kw_only=True):
    """A policy term with a gloss of ours.

    ``spelled_out`` is false where the article uses the term without explaining it.
    """

    name: Bilingual
    gloss: Bilingual
    spelled_out: bool = True
    about: tuple[Id, ...] = ()
