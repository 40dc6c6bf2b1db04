"""Which claims about a place fit one screen; one rule chooses them for every place and article.

The claims are ranked by what they are. They are taken in that order, as long as the screen has room
in the reader's language. What an earlier claim has told already is not told again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum, auto
from typing import Any, NamedTuple, get_args

from briefing.model.article import Article
from briefing.model.choices import Stage
from briefing.model.parts import Evidence, Link, Measure, Role, is_implied
from briefing.model.records import Event, Figure, Person, Place, Project, Record, Strategy
from briefing.shelf.agenda import is_deadline
from briefing.shelf.filtering import leave_out_names
from briefing.shelf.library import Hit, Library, keep_kind, list_ties_of
from briefing.views.belonging import find_layout_role, split_own
from briefing.views.wordings import Wordings

_STAGES = [stage for stage in get_args(Stage) if stage != "unstated"]
DEPTH = 2
"""How many strategies a claim may stand under."""
_KEY_FIGURES = 6
"""How many results and sums of money count as much as the key figures of the article."""


class Rank(IntEnum):
    """What is told first where there is not room for all."""

    HEADLINE_ROLE = auto()
    GIVEN_ROLE = auto()
    PERSON = auto()
    PROJECT = auto()
    KEY_FIGURE = auto()
    FIRST_OF_STAGE = auto()
    TAKEAWAY = auto()
    STRATEGY = auto()
    ROLE = auto()
    DETAIL = auto()
    FIGURE = auto()
    LISTED_PROJECT = auto()
    FIRST_MEASURE = auto()
    MEASURE = auto()
    PROJECT_OF_STRATEGY = auto()
    EVENT = auto()
    LISTED = auto()
    TIE = auto()
    POSITION = auto()
    WIDER = auto()


class Claim(NamedTuple):
    """A claim that may be told, and the strategies that it stands under, outermost first.

    ``group`` is where a screen tells it: at its stage, or with the other claims of its kind.
    ``turn`` is its place among those of its rank, so that each strategy gets a first measure before
    any gets a second.
    """

    rank: Rank
    turn: int
    group: str
    path: tuple[Strategy, ...]
    claim: Any


class Choice(NamedTuple):
    """The claims to tell of a place, in the order of the model, and those there is no room for."""

    told: tuple[Claim, ...]
    left_out: tuple[Claim, ...]


ROLES, EVENTS, FIGURES, PEOPLE = "roles", "events", "figures", "people"
WIDER, TIES = "wider", "links"


def _with_takeaways(article: Article, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims; parts and plans that the article's summary tells, too, are told soon."""
    gist = article.summary
    words = Wordings([*gist.evidence, *(proof for one in gist.takeaways for proof in one.evidence)])
    for claim in claims:
        is_told = any(map(words.share, claim.claim.evidence))
        is_plan = not isinstance(claim.claim, Project | Event | Figure | Person)
        soon = is_told and is_plan and Rank.TAKEAWAY < claim.rank < Rank.LISTED
        yield claim._replace(rank=Rank.TAKEAWAY) if soon else claim


def choose(claims: Sequence[Claim], room: int, measure: Callable[[Claim], int]) -> Choice:
    """Return the claims that there is room for.

    ``measure`` says how much of the ``room`` a claim takes, or a strategy that it stands under.
    """
    told: list[Claim] = []
    so_far = _Told()
    left_out: list[Claim] = []
    headings: set[tuple[str, str]] = set()
    cut: set[tuple[str, str]] = set()
    for claim in sorted(claims, key=_order):
        if claim.rank > Rank.HEADLINE_ROLE and _is_told(claim, so_far):
            continue
        # The names that a claim stands under are told once for all that stand there.
        above = [
            Claim(claim.rank, 0, claim.group, claim.path[:depth], one)
            for depth, one in enumerate(claim.path)
            if (claim.group, one.id) not in headings
        ]
        needed = measure(claim) + sum(map(measure, above))
        # A later measure without the one before it could say something else.
        list_of = (
            (claim.group, claim.path[-1].id)
            if claim.path and isinstance(claim.claim, Measure)
            else None
        )
        if (needed > room and claim.rank > Rank.HEADLINE_ROLE) or list_of in cut:
            left_out.append(claim)
            cut |= {list_of} if list_of else set()
            continue
        room -= needed
        headings |= {(claim.group, one.claim.id) for one in above}
        if isinstance(claim.claim, Strategy):
            headings.add((claim.group, claim.claim.id))
        told.append(claim)
        so_far.add(claim)
    order = {id(claim): number for number, claim in enumerate(claims)}
    in_order = sorted(told, key=lambda one: order[id(one)])
    # A strategy that something stands under is told as its heading.
    heading = {(one.group, above.id) for one in told for above in one.path}
    return Choice(
        tuple(
            one
            for one in in_order
            if not isinstance(one.claim, Strategy) or (one.group, one.claim.id) not in heading
        ),
        tuple(left_out),
    )


def list_claims(library: Library, place: Hit[Place]) -> list[Claim]:
    """Return all claims about a place, in the order in which a screen tells them."""
    return _with_first_of_stages(list(_with_takeaways(place.article, _claims(library, place))))


def _with_first_of_stages(claims: list[Claim]) -> list[Claim]:
    """Return the claims; the first of those at each stage is told soon, so that no stage lacks."""
    ranked = sorted(range(len(claims)), key=lambda at: _order(claims[at]))
    soon = _Told()
    for one in claims:
        if one.rank <= Rank.KEY_FIGURE:
            soon.add(one)
    found = {
        claims[at].group: at
        for at in reversed(ranked)
        if claims[at].group in _STAGES
        and (claims[at].rank <= Rank.KEY_FIGURE or not _is_told(claims[at], soon))
    }
    for at in found.values():
        claims[at] = claims[at]._replace(rank=min(claims[at].rank, Rank.FIRST_OF_STAGE))
    return claims


def _claims(library: Library, place: Hit[Place]) -> Iterator[Claim]:
    found = {
        name: split_own(leave_out_names(hits), place)
        for name, hits in library.concerning(place).items()
    }
    own = {name: hits for name, (hits, _) in found.items()}
    roles = sorted(place.record.roles, key=lambda one: (is_implied(one), not one.given_by))
    in_layout = find_layout_role(place.article, place.record) if place.record.direction else None
    for turn, role in enumerate(roles):
        rank = Rank.GIVEN_ROLE if role.given_by or role is in_layout else Rank.ROLE
        yield Claim(rank if turn else Rank.HEADLINE_ROLE, turn, ROLES, (), role)
    yield from _strategies(keep_kind(own.get("strategies", ()), Strategy))
    yield from _projects(own)
    headline = place.article.summary.headline
    key = [hit for hit in found.get("figures", ((), ()))[1] if hit.record.id in headline]
    yield from _figures(place.article, [*own.get("figures", ()), *key])
    for person in keep_kind(library.concerning(place).get("people", ()), Person):
        yield Claim(Rank.PERSON, 0, PEOPLE, (), person.record)
        for turn, position in enumerate(person.record.positions):
            yield Claim(Rank.POSITION, turn, PEOPLE, (), position)
    for name in ("strategies", "projects", "figures"):
        for turn, hit in enumerate(found.get(name, ((), ()))[1]):
            if hit not in key:
                yield Claim(Rank.WIDER, turn, WIDER, (), hit.record)
    for turn, (_, tie) in enumerate(list_ties_of(place)):
        if tie.stage == "done":
            yield Claim(Rank.EVENT, turn, "done", (), tie)
        else:
            yield Claim(Rank.TIE, turn, TIES, (), tie)


def _strategies(hits: Iterable[Hit[Strategy]]) -> Iterator[Claim]:
    strategies = {hit.record.id: hit.record for hit in hits}
    children: dict[str | None, list[Strategy]] = {}
    for one in strategies.values():
        children.setdefault(one.part_of if one.part_of in strategies else None, []).append(one)

    def grow(strategy: Strategy, above: tuple[Strategy, ...], turn: int) -> Iterator[Claim]:
        deep = len(above) == DEPTH  # what lies deeper is told by its name alone
        named = _rank_of_name(strategy, children.get(strategy.id, ()))
        if deep and turn:  # the first part of each strategy is told as soon as its name
            named = Rank.DETAIL
        yield Claim(named, turn, strategy.stage, above, strategy)
        path = above if deep else (*above, strategy)
        stages = set()
        for number, measure in enumerate(() if deep else strategy.measures):
            stage = measure.stage or strategy.stage
            first = named == Rank.STRATEGY and stage not in stages
            stages.add(stage)
            rank = Rank.FIRST_MEASURE if first else Rank.MEASURE
            yield Claim(rank, max(number, turn), stage, path, measure)
        for number, child in enumerate(children.get(strategy.id, ())):
            yield from grow(child, path, number)

    for turn, root in enumerate(children.get(None, [])):
        yield from grow(root, (), turn)


def _rank_of_name(strategy: Strategy, below: Sequence[Strategy]) -> Rank:
    """Return how soon the name of a strategy is told: not soon where it says little by itself."""
    says = strategy.aim or strategy.measures or below or strategy.stage != "unstated"
    if strategy.detail == "named_only" or strategy.kind == "guideline" or not says:
        return Rank.LISTED
    return Rank.STRATEGY


def _projects(own: dict[str, list[Hit[Record]]]) -> Iterator[Claim]:
    strategies = {hit.record.id for hit in own.get("strategies", ())}
    figures = keep_kind(own.get("figures", ()), Figure)
    counts = {one.record.id for one in figures if one.record.kind == "count"}
    for turn, hit in enumerate(keep_kind(own.get("projects", ()), Project)):
        project = hit.record
        rank = Rank.PROJECT if strategies.isdisjoint(project.about) else Rank.PROJECT_OF_STRATEGY
        group: str = project.stage or "unstated"
        if project.status == "listed":
            rank = Rank.LISTED_PROJECT
            group = FIGURES if not counts.isdisjoint(project.about) else group
        yield Claim(rank, turn, group, (), project)
    for turn, event in enumerate(keep_kind(own.get("events", ()), Event)):
        yield Claim(Rank.EVENT, turn, EVENTS, (), event.record)


def _figures(article: Article, hits: Iterable[Hit[Record]]) -> Iterator[Claim]:
    figures = keep_kind(hits, Figure)
    earlier = {hit.record.before for hit in figures}  # each is told with what it became
    for turn, hit in enumerate(one for one in figures if one.record.id not in earlier):
        if not is_deadline(article, hit.record):
            is_key = hit.record.id in article.summary.headline or (
                turn < _KEY_FIGURES and (hit.record.stage == "done" or hit.record.kind == "money")
            )
            rank = Rank.KEY_FIGURE if is_key else Rank.FIGURE
            yield Claim(rank, turn, FIGURES, (), hit.record)


def _order(claim: Claim) -> tuple[Rank, bool, int]:
    """Return what claims are taken by: of one rank, what is stated before what is implied."""
    return claim.rank, is_implied(claim.claim), claim.turn


class _Together(NamedTuple):
    """Claims that have something in common, and the words that they rest on."""

    claims: list[Claim]
    words: Wordings


class _Told:
    """What has been told, by where it is told, what it is of, and what that is about."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], _Together] = {}

    def add(self, claim: Claim) -> None:
        """Take a claim that is told."""
        keys = {("all", ""), ("group", claim.group)}
        if record := _record_of(claim):
            keys |= {("of", record.id), *(("about", one) for one in getattr(record, "about", ()))}
        for key in keys:
            together = self._found.setdefault(key, _Together([], Wordings()))
            together.claims.append(claim)
            together.words.add(claim.claim.evidence)

    def list_all(self, group: str | None = None) -> list[_Together]:
        """Return all that is told, or all that is told in one place."""
        return self._list([("all", "")] if group is None else [("group", group)])

    def list_beside(self, claim: Claim) -> list[_Together]:
        """Return what is of the same record as a claim, or of one that is about it or it about."""
        record = _record_of(claim)
        if record is None:
            return []
        about = (("of", one) for one in getattr(record, "about", ()))
        return self._list([("of", record.id), ("about", record.id), *about])

    def _list(self, keys: Iterable[tuple[str, str]]) -> list[_Together]:
        return [self._found[key] for key in keys if key in self._found]


def _is_told(claim: Claim, told: _Told) -> bool:
    """Return whether what has been told already tells this claim, too.

    That is so where the words that prove it prove something told that belongs with it. One of them
    is enough for a role or a tie, which sums up what its place does, and for what others do.
    """
    proofs = claim.claim.evidence
    if isinstance(claim.claim, Role | Link) or claim.group == WIDER:
        is_tie = not isinstance(claim.claim, Role)
        others = told.list_all(None if is_tie else claim.claim.stage)
        return any(one.words.share(proof) for proof in proofs for one in others)
    others = told.list_all() if claim.group == PEOPLE else told.list_beside(claim)
    if isinstance(claim.claim, Project):
        # It is told by a measure that speaks of nothing else.
        own = Wordings(proofs)
        above = (one for together in others for one in together.claims if one.path)
        return any(all(map(own.share, one.claim.evidence)) for one in above)
    if isinstance(claim.claim, Event):  # it may say more than what has some of its words
        claims = [one for together in others for one in together.claims]
        told_words = [proof for one in claims for proof in one.claim.evidence]
        return all(any(_is_in(proof, other) for other in told_words) for proof in proofs)
    return all(any(one.words.share(proof) for one in others) for proof in proofs)


def _record_of(claim: Claim) -> Record | None:
    """Return the record that a claim is, or that it is a part of where it stands under one."""
    if isinstance(claim.claim, Record):
        return claim.claim
    return claim.path[-1] if claim.path else None


def _is_in(one: Evidence, other: Evidence) -> bool:
    return one.paragraph == other.paragraph and one.anchor in other.anchor
