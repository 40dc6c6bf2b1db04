"""What an article names and does not explain, counts and does not list, or leaves open.

What is to be done may lack a deadline, an amount of money, or somebody who is to do it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.choices import OPEN_STAGES, GapKind
from briefing.model.names import name_key
from briefing.model.parts import Measure, Part
from briefing.model.records import Figure, Place, Project, Record, Strategy, Term
from briefing.shelf.finding import Claim
from briefing.shelf.library import Hit, Library

_LACKING: tuple[GapKind, ...] = ("no_date", "no_money", "no_owner")
_MOST_LISTABLE = 1000  # of more than that, and of people, no newspaper lists each
_PEOPLE = ("人", "人次", "户")
_WORKS = ("项目", "工程")
"""What the Chinese name of a figure ends with that counts things to be built."""


class Gap(NamedTuple):
    """One thing that the article leaves unsaid of a record, or of a measure in it.

    Of what is counted and not listed, ``counted`` says how many there are by the article, and
    ``listed`` how many of them it names.
    """

    kind: GapKind
    hit: Hit[Record]
    part: Part
    counted: int | None = None
    listed: int | None = None


def find_gaps(library: Library, claims: Iterable[Claim]) -> list[Gap]:
    """Return what the articles leave unsaid of some claims, in the order of the claims.

    What a whole lacks is not told again of its parts. What is told of a strategy or a count is not
    told again of a term of the same name.
    """
    webs = {article.source.id: _Web(article) for article in library.articles}
    found = [gap for claim in claims for gap in _gaps_of(webs[claim.hit.key[0]], claim)]
    return [gap for gap in found if not _is_told(webs[gap.hit.key[0]], gap, found)]


class _Web:
    """What the records of one article say of one another."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def get(self, name: str | None) -> Record | None:
        return self._article.by_id.get(name or "")

    @cached_property
    def _about(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for _, record in self._article.records():
            for name in getattr(record, "about", ()):
                found.setdefault(name, []).append(record)
        return found

    @cached_property
    def _parts(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for _, record in self._article.records():
            found.setdefault(getattr(record, "part_of", None) or "", []).append(record)
        return found

    def whom(self, record: Record) -> list[Record]:
        """Return the records that a record is about."""
        return [self._article.by_id[name] for name in getattr(record, "about", ())]

    def about(self, record: Record) -> list[Record]:
        """Return the records that are about a record."""
        return self._about.get(record.id, [])

    def parts(self, record: Record) -> list[Record]:
        """Return the records that are directly part of a record."""
        return self._parts.get(record.id, [])


def _gaps_of(web: _Web, claim: Claim) -> Iterator[Gap]:
    hit, part = claim
    if part is hit.record:
        if _is_unexplained(web, hit.record):
            yield Gap("unexplained", hit, part)
            return
        if isinstance(hit.record, Figure) and (counted := _count(web, hit.record)) is not None:
            listed = _members_listed(web, hit.record)
            if listed < counted:
                yield Gap("unlisted", hit, part, counted, listed)
    if _is_open(web, hit.record, part):
        for kind in _LACKING:
            if kind == "no_money" and not _is_built(hit.record, part):
                continue
            if not any(_says(one, kind) for one in _answering(web, hit.record, part, kind)):
                yield Gap(kind, hit, part)


def _is_unexplained(web: _Web, record: Record) -> bool:
    """Return whether the article does no more than name a thing."""
    if isinstance(record, Strategy):
        return record.detail == "named_only"
    if isinstance(record, Project):
        told = (record.date, record.partners, record.actors, record.due)
        figures = (one for one in web.about(record) if isinstance(one, Figure))
        return record.status == "listed" and not any(told) and not any(figures)
    if not isinstance(record, Term) or record.spelled_out:
        return False
    return not any(
        isinstance(one, Strategy)
        and name_key(one.name.zh) == name_key(record.name.zh)
        and bool(one.aim or one.measures or web.parts(one))
        for one in web.whom(record)
    )


def _count(web: _Web, figure: Figure) -> int | None:
    """Return how many things a figure counts of which each might be named.

    The parts of one project, as the beds of a hospital, are not named one by one, nor are what is
    counted for each of so many.
    """
    whole = figure.kind == "count" and not figure.change and figure.unit not in _PEOPLE
    if not whole or not 1 < figure.value <= _MOST_LISTABLE or figure.value != int(figure.value):
        return None
    of_projects = [one for one in web.whom(figure) if isinstance(one, Project)]
    members = [one for one in web.about(figure) if isinstance(one, Project)]
    is_of_one = len(of_projects) == 1 and not members and not figure.in_name
    return None if is_of_one else int(figure.value)


def _members_listed(web: _Web, figure: Figure) -> int:
    """Return how many of the things that a figure counts the article names.

    They are the parts of the strategy or place that has the figure in its name, or the projects
    that are tied to the figure, or the places. A term that is spelled out names all of them.
    """
    named = _named(web, figure)
    terms = [
        term
        for one in (*named, figure)
        for term in web.about(one)
        if isinstance(term, Term) and term.spelled_out and _have_a_name(term, figure)
    ]
    if terms:
        return int(figure.value)
    tied = [one for one in (*web.whom(figure), *web.about(figure)) if one not in named]
    if len(figure.places) > 1:
        tied += [one for one in map(web.get, figure.places) if one]
    of_kind = (
        [part for one in named for part in web.parts(one)],
        [one for one in tied if isinstance(one, Project)],
        [one for one in tied if isinstance(one, Place)],
    )
    return max(len({one.id for one in some}) for some in of_kind)


def _named(web: _Web, figure: Figure) -> list[Record]:
    """Return the records that have a counting figure in their name, as a plan has."""
    text = name_key(figure.text)
    return [one for one in web.whom(figure) if text in name_key(one.title.zh)]


def _have_a_name(term: Term, figure: Figure) -> bool:
    return name_key(figure.text) == name_key(term.name.zh)


def _is_open(web: _Web, record: Record, part: Part) -> bool:
    """Return whether a claim is of something that is still to be done.

    A measure that stands as its strategy does is told with it. A guideline is nothing to be done,
    nor is a figure of money or time, which tells of something else that is.
    """
    if part is not record:
        return (
            isinstance(record, Strategy)
            and isinstance(part, Measure)
            and part.stage in OPEN_STAGES
            and part.stage != record.stage
            and not _is_open(web, record, record)
            and not _has_figure(web, record, part)
        )
    if isinstance(record, Strategy):
        return record.stage in OPEN_STAGES and record.kind != "guideline"
    if isinstance(record, Project):
        plans = (one for one in web.about(record) if isinstance(one, Strategy))
        planned = record.status == "unstated" and any(_is_open(web, one, one) for one in plans)
        return record.stage in OPEN_STAGES or planned
    if isinstance(record, Figure):
        other = record.in_name or record.kind in ("money", "duration")
        return record.stage in OPEN_STAGES and not other
    return False


def _has_figure(web: _Web, record: Strategy, part: Measure) -> bool:
    """Return whether what a measure says is told of a figure of the same paragraph."""
    told = {proof.paragraph for proof in part.evidence}
    return any(
        isinstance(one, Figure)
        and _is_open(web, one, one)
        and not told.isdisjoint(proof.paragraph for proof in one.evidence)
        for one in web.about(record)
    )


def _is_built(record: Record, part: Part) -> bool:
    """Return whether a claim is of something that is built, and therefore costs money."""
    if part is not record:
        return False
    if isinstance(record, Figure):
        return record.kind == "count" and record.title.zh.endswith(_WORKS)
    return isinstance(record, Project) or getattr(record, "kind", None) == "programme"


def _answering(web: _Web, record: Record, part: Part, kind: GapKind) -> Iterator[Part]:
    """Yield what may say by when, for how much money or by whom a thing is done.

    That is the claim, what it is part of, what is part of it, and what serves any of these.
    """
    if part is not record:
        yield part
    for one in (record, *_serving(web, record, kind)):
        yield from _with_wholes(web, one, kind)
    if part is record:
        yield from _below(web, record, kind)


def _serving(web: _Web, record: Record, kind: GapKind) -> list[Record]:
    """Return the plans that are about a plan or, where the owner is asked for, about a project."""
    if isinstance(record, Strategy) or (isinstance(record, Project) and kind == "no_owner"):
        return [one for one in web.about(record) if isinstance(one, Strategy)]
    return []


def _with_wholes(web: _Web, record: Record, kind: GapKind) -> Iterator[Record]:
    """Yield a record, all that it is part of, and the figures about each of these."""
    reached = [record]
    for one in reached:  # it grows
        reached += [whole for whole in _wholes(web, one, kind) if whole not in reached]
        yield one
        if kind != "no_date":
            yield from (figure for figure in web.about(one) if isinstance(figure, Figure))


def _wholes(web: _Web, record: Record, kind: GapKind) -> Iterator[Record]:
    """Yield what a record is part of; the money of a plan is not that of each project in it."""
    if isinstance(record, Strategy):
        whole = web.get(record.part_of)
        yield from [whole] if whole else ()
    for one in web.whom(record):
        if isinstance(record, Project) and isinstance(one, Project):
            if name_key(one.name.zh) in name_key(record.name.zh):
                yield one
        elif isinstance(record, Project) and isinstance(one, Strategy):
            if kind != "no_money":
                yield one
        elif isinstance(record, Figure) and isinstance(one, Figure | Strategy | Project):
            yield one


def _below(web: _Web, record: Record, kind: GapKind) -> Iterator[Part]:
    """Yield the measures and parts of a plan, and for money and owners the projects in it."""
    yield from getattr(record, "measures", ())
    if isinstance(record, Strategy):
        for part in web.parts(record):
            yield part
            yield from _below(web, part, kind)
    if kind == "no_money" or (kind == "no_owner" and isinstance(record, Figure)):
        for one in (*web.whom(record), *web.about(record)):
            if isinstance(one, Project | Figure):
                yield from _with_figures(web, one)


def _with_figures(web: _Web, record: Record) -> Iterator[Record]:
    yield record
    yield from (figure for figure in web.about(record) if isinstance(figure, Figure))


def _says(part: Part, kind: GapKind) -> bool:
    if kind == "no_money":
        return isinstance(part, Figure) and part.kind == "money"
    fields = ("due",) if kind == "no_date" else ("actors", "partners")
    return any(getattr(part, field, None) for field in fields)


def _is_told(web: _Web, gap: Gap, found: Sequence[Gap]) -> bool:
    """Return whether a gap is told of something else that holds the thing, or has its name."""
    record = gap.hit.record
    for other in found:
        if other is gap or other.hit.key[0] != gap.hit.key[0]:
            continue
        if gap.kind == other.kind and _is_whole(web, other, record):
            return True
        if isinstance(record, Term) and _is_namesake(web, record, other):
            return True
    return False


def _is_whole(web: _Web, other: Gap, record: Record) -> bool:
    """Return whether another gap is of what a strategy or a figure is part of."""
    whole = other.hit.record
    if other.part is not whole or whole is record:
        return False
    if isinstance(record, Strategy):
        return record.part_of == whole.id
    if not isinstance(record, Figure) or not isinstance(whole, Figure | Strategy | Project):
        return False
    if isinstance(whole, Project) and record.kind == "count":
        return False  # a count of projects is no part of one of them
    return whole in web.whom(record) or (
        not isinstance(whole, Figure) and whole in web.about(record)
    )


def _is_namesake(web: _Web, term: Term, other: Gap) -> bool:
    """Return whether another gap is of the thing that a term names."""
    told = other.hit.record
    if other.kind not in ("unexplained", "unlisted") or isinstance(told, Term):
        return False
    name = name_key(term.name.zh)
    if not isinstance(told, Figure):
        return told.id in term.about and name in name_key(told.title.zh)
    return name_key(told.text) == name or any(
        one.id in term.about and name in name_key(one.title.zh) for one in _named(web, told)
    )
