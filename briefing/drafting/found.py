"""What is found in a text for a draft: each thing with the places where it is named."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from briefing.model.choices import OrganisationKind, PlaceKind, ProjectStatus

TermKind = Literal["term", "document", "work"]
"""What is named in quotation marks or 《》: a term, a plan or the like, or another title."""


class Span(NamedTuple):
    """A piece of a text: the number of its paragraph, from 1, and two offsets in characters."""

    paragraph: int
    start: int
    end: int


class Spans:
    """Spans of which is asked whether another one touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}  # the furthest end of the spans up to each one
        for number, held in by_paragraph(spans).items():
            self._starts[number] = [one.start for one in sorted(held)]
            self._ends[number] = list(accumulate((one.end for one in sorted(held)), max))

    def touch(self, span: Span) -> bool:
        """Return whether a span overlaps one of them."""
        at = bisect_left(self._starts.get(span.paragraph, ()), span.end)
        return at > 0 and self._ends[span.paragraph][at - 1] > span.start


def by_paragraph(spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Return spans by the numbers of their paragraphs."""
    found: dict[int, list[Span]] = {}
    for span in spans:
        found.setdefault(span.paragraph, []).append(span)
    return found


class FoundPost(NamedTuple):
    """A post of a person as the text writes it, and the body that it is in, if that is named."""

    title: str
    organisation: str | None
    span: Span


class FoundPerson(NamedTuple):
    """A person with every post, where the name stands, and the clauses that are the person's words.

    The first of ``mentions`` is the one that tells most: where the name stands beside a post.
    ``has_namesake`` is whether a list has the name twice, which is that of two people then; what
    the text tells of the second one is left out.
    """

    name: str
    posts: tuple[FoundPost, ...]
    mentions: tuple[Span, ...]
    says: tuple[Span, ...] = ()
    has_namesake: bool = False


class FoundOrganisation(NamedTuple):
    """A body that the text names: a firm, an office, an institute; ``aliases`` are short names."""

    name: str
    kind: OrganisationKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()


class FoundMeeting(NamedTuple):
    """A meeting that the text names: where it is held or speaks, and the words that it says."""

    name: str
    mentions: tuple[Span, ...]
    says: tuple[Span, ...] = ()


class FoundPlace(NamedTuple):
    """A place that the text names: ``name`` is the fullest name that stands there and is its own.

    ``aliases`` are other names, those of the text first and its official name last. The first of
    ``mentions`` is one with the fullest name.

    ``part_of`` is the name of another place of the text in which it lies, which is ``guessed``
    where the text does not tell it; ``id`` is its pinyin.
    """

    name: str
    kind: PlaceKind
    id: str
    english: str | None
    part_of: str | None
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    guessed: bool = False


class FoundProject(NamedTuple):
    """A project that the text names, and how far it is; ``listed`` where no verb tells that.

    ``told`` is where the verb stands that tells it, and ``hoped`` where one stands that tells what
    is to come of it. The name is ``coined`` where the text has it in pieces, as that of a phase.
    """

    name: str
    status: ProjectStatus
    mentions: tuple[Span, ...]
    told: Span | None = None
    hoped: Span | None = None
    coined: bool = False


class FoundSector(NamedTuple):
    """An industry that the text names in a list of such."""

    name: str
    mentions: tuple[Span, ...]


class FoundTerm(NamedTuple):
    """What the text names in quotation marks or 《》, without these; and what a document says."""

    name: str
    kind: TermKind
    mentions: tuple[Span, ...]
    says: tuple[Span, ...] = ()


class Findings(NamedTuple):
    """All that was found in a text besides its quantities."""

    places: Sequence[FoundPlace] = ()
    people: Sequence[FoundPerson] = ()
    organisations: Sequence[FoundOrganisation] = ()
    projects: Sequence[FoundProject] = ()
    sectors: Sequence[FoundSector] = ()
    terms: Sequence[FoundTerm] = ()
    meetings: Sequence[FoundMeeting] = ()
