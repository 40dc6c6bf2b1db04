"""Whose a statement is, in a record that is about several places and belongs to none of them."""

from collections.abc import Container, Iterable

from briefing.model.names import place_names
from briefing.model.parts import Part, Statement
from briefing.model.records import Place, Record
from briefing.shelf.library import Hit, list_places_of


def is_of_another_place(hit: Hit[Record], part: Part, places: Container[tuple[str, str]]) -> bool:
    """Return whether a statement names another place that its record is about, and none of these.

    ``places`` are the keys of the places asked for. The other place is of their kind, as one city
    beside another. A record that belongs to one of them is its own, whatever it names.
    """
    article = hit.article
    owners = {
        name for one in getattr(hit.record, "places", ()) for name in article.places_around(one)
    }
    key = article.source.id
    if not isinstance(part, Statement) or any((key, name) in places for name in owners):
        return False
    found = [article.place(name) for name in list_places_of(hit) if name not in owners]
    subjects = [place for place in found if place is not None]
    here = [place for place in subjects if (key, place.id) in places]
    kinds = {place.kind for place in here}
    others = [place for place in subjects if place not in here and place.kind in kinds]
    return _names_one(part.text.zh, others) and not _names_one(part.text.zh, here)


def _names_one(text: str, places: Iterable[Place]) -> bool:
    """Return whether a text in Chinese has a name of one of some places."""
    names = (name for place in places for name in place_names(place))
    return any(not name.isascii() and name in text for name in names)
