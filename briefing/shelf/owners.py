"""Who is to do a thing: whom the article names for it, or for what it is tied to."""

from typing import Any, NamedTuple

from briefing.model.records import Place
from briefing.shelf.claims import Claim
from briefing.shelf.gaps import know


class Actors(NamedTuple):
    """The ids of those who are to do a thing, and whether it is our conclusion that they are."""

    ids: tuple[str, ...] = ()
    inferred: bool = False


def find_actors(claim: Claim) -> Actors:
    """Return those who are to do what a claim says.

    Where it names none, they are those of its record, or else of what the record is part of. They
    are concluded where they are so there, or where it is concluded what the record is part of.
    Where these name none either, they are concluded from what else answers who is to do it, as
    ``unsaid`` knows it.
    """
    records: list[Any] = [claim.part, claim.hit.record]
    concluded = False
    for one in records:  # it grows
        inferred = getattr(one, "inferred", ())
        if actors := getattr(one, "actors", ()):
            return Actors(tuple(actors), concluded or "actors" in inferred)
        whole = claim.hit.article.by_id.get(getattr(one, "part_of", None) or "")
        is_new = all(whole is not known for known in records)
        if whole is not None and not isinstance(whole, Place) and is_new:
            concluded = concluded or "part_of" in inferred
            records.append(whole)
    answers = know(claim.hit.article).answers["no_owner"]
    for one in answers.list_answering(claim.hit.record, claim.part):
        if actors := getattr(one, "actors", None):
            return Actors(tuple(actors), inferred=True)
        if partners := getattr(one, "partners", None):
            own = one is claim.hit.record and "partners" not in getattr(one, "inferred", ())
            return Actors(tuple(partners), inferred=not own)
    return Actors()
