"""What is a place's own, what only concerns it, and what lies in it."""

from collections.abc import Iterable

from briefing.model.article import Article
from briefing.model.parts import Role
from briefing.model.records import Place, Record, Strategy
from briefing.shelf.claims import Claim, list_claims
from briefing.shelf.library import Hit, Library


def split_own(
    hits: Iterable[Hit[Record]], place: Hit[Place]
) -> tuple[list[Hit[Record]], list[Hit[Record]]]:
    """Return the records that are the place's own, and the others that concern it.

    What only another place is to do, which the record is not of, is not its own.
    """
    own: list[Hit[Record]] = []
    wider: list[Hit[Record]] = []
    for hit in hits:
        places, actors = (_places_around(hit, field) for field in ("places", "actors"))
        is_own = place.record.id in places and (not actors or not actors.isdisjoint(places))
        (own if is_own else wider).append(hit)
    return own, wider


def list_own_claims(library: Library, place: Hit[Place]) -> list[Claim]:
    """Return what the place's own records and the statements in them claim.

    Where it has none, that is what others claim of it.
    """
    found = library.concerning(place).values()
    split = [split_own(hits, place) for hits in found]
    own = [hit for hits, _ in split for hit in hits] or [hit for _, hits in split for hit in hits]
    return [Claim(hit, claim) for hit in own for claim in list_claims(hit.record)]


def list_wider_claims(library: Library, place: Hit[Place]) -> list[Claim]:
    """Return what the records claim that concern the place, and are not its own."""
    own = {id(one.part) for one in list_own_claims(library, place)}
    concerning = (hit for hits in library.concerning(place).values() for hit in hits)
    claims = (Claim(hit, part) for hit in concerning for part in list_claims(hit.record))
    return [one for one in claims if id(one.part) not in own]


def list_claims_within(library: Library, place: Hit[Place]) -> list[Claim]:
    """Return what the records of all places that lie in a place claim, however deep these lie."""
    inside = [place.record.id]
    for name in inside:  # it grows
        inside += (one.id for _, one in place.article.parts_of.get(name, ()))
    known = set(inside)
    return [
        Claim(hit, claim)
        for hit in library.within(place.article)
        if not known.isdisjoint(getattr(hit.record, "places", ()))
        for claim in list_claims(hit.record)
    ]


def find_layout_role(article: Article, place: Place) -> Role | None:
    """Return the role that the layout gives a place, or else its first.

    It is the one that shares evidence with a strategy of the kind *layout* about the place. Of a
    place whose direction is only implied, no other role belongs to the layout.
    """
    layouts = [one for one in article.of(Strategy) if one.kind == "layout"]
    known = {proof for one in layouts if place.id in one.about for proof in one.evidence}
    shared = (role for role in place.roles if not known.isdisjoint(role.evidence))
    first = next(iter(place.roles), None) if place.basis == "stated" else None
    return next(shared, first)


def _places_around(hit: Hit[Record], field: str) -> set[str]:
    ids = getattr(hit.record, field, ())
    return {name for one in ids for name in hit.article.places_around(one)}
