"""Places of a text that have one name, and names under which each of them can be looked up."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import get_args

from briefing.drafting.found import FoundPlace
from briefing.model.choices import PlaceKind
from briefing.model.names import NamesOfPlaces
from briefing.names.divisions import Candidate
from briefing.names.gazetteer import places_by_code

_SIZES = get_args(PlaceKind)
_TOWN = re.compile("镇|乡|街道")
_KINDS = {"省": "Province", "市": "City", "州": "Prefecture", "盟": "League"}
"""English words for the kind of a place, of which names in English have none by themselves."""


def tell_apart(found: Iterable[tuple[str, FoundPlace]]) -> list[tuple[str, FoundPlace]]:
    """Return places, each with its code, of which no two answer to one name.

    The larger of two keeps it. The other has its official name and, where that is the same too,
    the name of what it lies in before it. Names that are left to neither are no aliases.
    """
    places = list(found)
    known = NamesOfPlaces()
    told: dict[int, tuple[str, FoundPlace]] = {}
    for at in sorted(range(len(places)), key=lambda at: _SIZES.index(places[at][1].kind)):
        code, place = places[at]
        names = (place.name, *place.aliases)
        name = next(one for one in _names_of(code, place) if not known.find(one, names))
        aliases = [one for one in names if one != name and not known.find(one, names)]
        english = place.english
        if english and (known.find(english, names) or known.find(place.id, names)):
            english = _with_kind(english, names)
        told[at] = code, place._replace(name=name, english=english, aliases=tuple(aliases))
        known.add(filter(None, (name, *aliases, english, place.id)), str(at))
    return [told[at] for at in range(len(places))]


def give_ids(found: list[FoundPlace], known: Mapping[str, str]) -> list[FoundPlace]:
    """Return the places with ids of which none is there twice.

    Those of other models come first; of two places with one name the larger has the plain id.
    """
    ids = [next(filter(None, map(known.get, (one.name, *one.aliases))), "") for one in found]
    taken = set(ids)
    for at in sorted(range(len(found)), key=lambda at: _SIZES.index(found[at].kind)):
        ids[at] = ids[at] or _free(found[at], taken)
        taken.add(ids[at])
    return [place._replace(id=own) for place, own in zip(found, ids, strict=True)]


def _free(place: FoundPlace, taken: set[str]) -> str:
    """Return the id of a place, with its kind or a number behind it where another place has it."""
    tries = (f"{place.id}-{each}" for each in (place.kind, *map(str, range(2, len(taken) + 3))))
    return next(one for one in (place.id, *tries) if one not in taken)


def find_names_of_towns(text: str) -> Iterator[str]:
    """Yield what may be the own parts of the names of towns in a text: 龙港 of 龙港镇."""
    for end in _TOWN.finditer(text):
        yield from (text[end.start() - size : end.start()] for size in (2, 3, 4))


def is_town(one: Candidate, towns: Collection[str], full: Collection[str]) -> bool:
    """Return whether the short name of a county is that of a town that a text names.

    Of no county that is called so the text has the ``full`` name.
    """
    is_county = not one.full and all(place.level == "county" for place in one.places)
    return is_county and one.name in towns and all(place.name not in full for place in one.places)


def _names_of(code: str, place: FoundPlace) -> Iterator[str]:
    """Yield what a place may be called, first as the text calls it; no two have the last name."""
    yield place.name
    official = max((place.name, *place.aliases), key=len)
    yield official
    for size in (4, 2):
        around = places_by_code().get(code[:size])
        if around and size < len(code):
            yield around.name + official
    yield f"{official}（{code or place.id}）"


def _with_kind(english: str, names: Iterable[str]) -> str:
    """Return an English name with the word for the kind with which one of the names ends."""
    kind = next((_KINDS[one[-1]] for one in names if one[-1] in _KINDS), "")
    return f"{english} {kind}".strip()
