"""Which claims about a place fit one screen; one rule chooses them for every place and article.

The claims are ranked by what they are. They are taken in that order, as long as the screen has room
in the reader's language. What an earlier claim has told already is not told again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from briefing.model.article import Article
from briefing.model.choices import Stage
from briefing.model.parts import Measure, is_implied
from briefing.model.records import Event, Figure, Person, Place, Project, Record, Strategy
from briefing.shelf.agenda import is_deadline
from briefing.shelf.filtering import leave_out_names
from briefing.shelf.library import Hit, Library, keep_kind, list_ties_of
from briefing.views.belonging import find_layout_role, split_own
from briefing.views.ranks import (
    DEPTH,
    EVENTS,
    FIGURES,
    PEOPLE,
    ROLES,
    TIES,
    WIDER,
    Choice,
    Rank,
    Ranked,
)
from briefing.views.repeated import Told, is_told
from briefing.views.wordings import Wordings

_STAGES = [stage for stage in get_args(Stage) if stage != "unstated"]
_KEY_FIGURES = 6
"""How many results and sums of money count as much as the key figures of the article."""


def _with_takeaways(article: Article, claims: Iterable[Ranked]) -> Iterator[Ranked]:
    """Yield the claims; parts and plans that the article's summary tells, too, are told soon."""
    gist = article.summary
    words = Wordings([*gist.evidence, *(proof for one in gist.takeaways for proof in one.evidence)])
    for claim in claims:
        is_told = any(map(words.share, claim.claim.evidence))
        is_plan = not isinstance(claim.claim, Project | Event | Figure | Person)
        soon = is_told and is_plan and Rank.TAKEAWAY < claim.rank < Rank.LISTED
        yield claim._replace(rank=Rank.TAKEAWAY) if soon else claim


def choose(claims: Sequence[Ranked], room: int, measure: Callable[[Ranked], int]) -> Choice:
    """Return the claims that there is room for.

    ``measure`` says how much of the ``room`` a claim takes, or a strategy that it stands under.
    """
    told: list[Ranked] = []
    so_far = Told()
    left_out: list[Ranked] = []
    headings: set[tuple[str, str]] = set()
    cut: set[tuple[str, str]] = set()
    is_full = False
    for claim in sorted(claims, key=_order):
        if claim.rank > Rank.HEADLINE_ROLE and is_told(claim, so_far):
            continue
        # The names that a claim stands under are told once for all that stand there.
        above = [
            Ranked(claim.rank, 0, claim.group, claim.path[:depth], one)
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
        too_long = needed > room and claim.rank > Rank.HEADLINE_ROLE
        if too_long or list_of in cut or is_full:
            left_out.append(claim)
            cut |= {list_of} if list_of else set()
            # What matters less does not take the place of one of several.
            is_member = isinstance(claim.claim, Strategy) and len(above) < len(claim.path)
            is_full = is_full or is_member
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


def list_claims(library: Library, place: Hit[Place]) -> list[Ranked]:
    """Return all claims about a place, in the order in which a screen tells them."""
    return _with_first_of_stages(list(_with_takeaways(place.article, _claims(library, place))))


def _with_first_of_stages(claims: list[Ranked]) -> list[Ranked]:
    """Return the claims; the first of those at each stage is told soon, so that no stage lacks."""
    ranked = sorted(range(len(claims)), key=lambda at: _order(claims[at]))
    soon = Told()
    for one in claims:
        if one.rank <= Rank.KEY_FIGURE:
            soon.add(one)
    found = {
        claims[at].group: at
        for at in reversed(ranked)
        if claims[at].group in _STAGES
        and (claims[at].rank <= Rank.KEY_FIGURE or not is_told(claims[at], soon))
    }
    for at in found.values():
        claims[at] = claims[at]._replace(rank=min(claims[at].rank, Rank.FIRST_OF_STAGE))
    return claims


def _claims(library: Library, place: Hit[Place]) -> Iterator[Ranked]:
    found = {
        name: split_own(leave_out_names(hits), place)
        for name, hits in library.concerning(place).items()
    }
    own = {name: hits for name, (hits, _) in found.items()}
    roles = sorted(place.record.roles, key=lambda one: (is_implied(one), not one.given_by))
    in_layout = find_layout_role(place.article, place.record) if place.record.direction else None
    for turn, role in enumerate(roles):
        rank = Rank.GIVEN_ROLE if role.given_by or role is in_layout else Rank.ROLE
        yield Ranked(rank if turn else Rank.HEADLINE_ROLE, turn, ROLES, (), role)
    yield from _strategies(keep_kind(own.get("strategies", ()), Strategy))
    yield from _projects(own)
    headline = place.article.summary.headline
    key = [hit for hit in found.get("figures", ((), ()))[1] if hit.record.id in headline]
    yield from _figures(place.article, [*own.get("figures", ()), *key])
    for person in keep_kind(library.concerning(place).get("people", ()), Person):
        yield Ranked(Rank.PERSON, 0, PEOPLE, (), person.record)
        for turn, position in enumerate(person.record.positions):
            yield Ranked(Rank.POSITION, turn, PEOPLE, (), position)
    for name in ("strategies", "projects", "figures"):
        for turn, hit in enumerate(found.get(name, ((), ()))[1]):
            if hit not in key:
                yield Ranked(Rank.WIDER, turn, WIDER, (), hit.record)
    for turn, (_, tie) in enumerate(list_ties_of(place)):
        if tie.stage == "done":
            yield Ranked(Rank.EVENT, turn, "done", (), tie)
        else:
            yield Ranked(Rank.TIE, turn, TIES, (), tie)


def _strategies(hits: Iterable[Hit[Strategy]]) -> Iterator[Ranked]:
    strategies = {hit.record.id: hit.record for hit in hits}
    children: dict[str | None, list[Strategy]] = {}
    for one in strategies.values():
        children.setdefault(one.part_of if one.part_of in strategies else None, []).append(one)

    def grow(strategy: Strategy, above: tuple[Strategy, ...], turn: int) -> Iterator[Ranked]:
        deep = len(above) == DEPTH  # what lies deeper is told by its name alone
        named = _rank_of_name(strategy, children.get(strategy.id, ()))
        if deep:  # each strategy gets a first part before any gets a second
            named = Rank.PART if turn else Rank.FIRST_PART
        elif named == Rank.STRATEGY and (above or strategy.id in children):
            named = Rank.BRANCH
        yield Ranked(named, turn, strategy.stage, above, strategy)
        path = above if deep else (*above, strategy)
        stages = set()
        for number, measure in enumerate(() if deep else strategy.measures):
            stage = measure.stage or strategy.stage
            first = named in (Rank.STRATEGY, Rank.BRANCH) and stage not in stages
            stages.add(stage)
            rank = Rank.FIRST_MEASURE if first else Rank.MEASURE
            yield Ranked(rank, max(number, turn), stage, path, measure)
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


def _projects(own: dict[str, list[Hit[Record]]]) -> Iterator[Ranked]:
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
        yield Ranked(rank, turn, group, (), project)
    for turn, event in enumerate(keep_kind(own.get("events", ()), Event)):
        yield Ranked(Rank.EVENT, turn, EVENTS, (), event.record)


def _figures(article: Article, hits: Iterable[Hit[Record]]) -> Iterator[Ranked]:
    figures = keep_kind(hits, Figure)
    earlier = {hit.record.before for hit in figures}  # each is told with what it became
    for turn, hit in enumerate(one for one in figures if one.record.id not in earlier):
        if not is_deadline(article, hit.record):
            is_key = hit.record.id in article.summary.headline or (
                turn < _KEY_FIGURES and (hit.record.stage == "done" or hit.record.kind == "money")
            )
            rank = Rank.KEY_FIGURE if is_key else Rank.FIGURE
            yield Ranked(rank, turn, FIGURES, (), hit.record)


def _order(claim: Ranked) -> tuple[Rank, bool, int]:
    """Return what claims are taken by: of one rank, what is stated before what is implied."""
    return claim.rank, is_implied(claim.claim), claim.turn
