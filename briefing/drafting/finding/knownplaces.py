"""The places that other models have and a text names, which no gazetteer has: zones, rivers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.drafting.found import FoundPlace, Span, Spans
from briefing.model.records import Place
from briefing.names.gazetteer import id_of_place, lies_in, places_by_name
from briefing.names.glosses import is_explained
from briefing.names.tables import toponyms

_SHORTEST = 3
"""A shorter name may be other words, or stand in the name of something else."""
_ENDS = re.compile("[^\u4e00-\u9fff]|[在与和及到从向于的是为由对经至往]|$")
"""What may stand before a name that is no part of a longer one."""
_Written = list[tuple[str, Span]]
"""The names by which a place is called, and where."""


def find_known_places(
    paragraphs: Sequence[str], known: Iterable[Place], found: Sequence[FoundPlace]
) -> list[FoundPlace]:
    """Return the ``known`` places that a text names, besides those that were ``found`` in it.

    Of several with one id the first counts. One that lies in another known place tells so where
    the text names that one, too. Where the text names other divisions, and none that it lies in or
    beside, its name is another's.
    """
    names = {name for one in found for name in (one.name, *one.aliases)}
    ids = {one.id for one in found}
    around = ids | _list_divisions_around(found)
    wholes: dict[str, str] = {}
    for one in known:
        wholes.setdefault(one.id, one.part_of or "")
    places: dict[str, Place] = {}
    for one in known:
        inside = _list_wholes(one, wholes)
        is_near = not (inside and around) or not around.isdisjoint(inside)
        if is_near and one.id not in ids and names.isdisjoint(_names_of(one)):
            places.setdefault(one.id, one)
    told = _find_names(paragraphs, places, [span for one in found for span in one.mentions])
    named = {one.id: one.name for one in found}
    named |= {own: written[0][0] for own, written in told.items()}
    return [_make(places[own], written, named) for own, written in told.items()]


def _list_divisions_around(found: Iterable[FoundPlace]) -> set[str]:
    """Return the ids of the divisions in which found places lie, where their names tell it."""
    listed = [places_by_name().get(one.name, ()) for one in found]
    return {id_of_place(whole) for each in listed if len(each) == 1 for whole in lies_in(each[0])}


def _list_wholes(place: Place, wholes: Mapping[str, str]) -> list[str]:
    """Return the ids of the places in which a place lies, the nearest first."""
    found: list[str] = []
    whole = place.part_of or ""
    while whole and whole not in found:
        found.append(whole)
        whole = wholes.get(whole, "")
    return found


def _names_of(place: Place) -> list[str]:
    """Return what a place is called in Chinese, but for what is ours, short or common."""
    own = [] if place.coined else [place.name.zh, *([place.short.zh] if place.short else [])]
    names = dict.fromkeys((*own, *place.aliases))
    return [one for one in names if len(one) >= _SHORTEST and not _is_common(one)]


def _is_common(name: str) -> bool:
    """Return whether a name is a word that any text may have, or only tells a kind of zone."""
    kinds = toponyms("zone") if len(name) == _SHORTEST else ()
    return is_explained(name) or any(kind.endswith(name) for kind in kinds)


def _find_names(
    paragraphs: Sequence[str], places: dict[str, Place], taken: list[Span]
) -> dict[str, _Written]:
    """Return where a text has the names of places, the longest first, none of them in another."""
    owners: dict[str, str] = {}
    for own, place in places.items():
        for name in _names_of(place):
            owners.setdefault(name, own)
    told: dict[str, _Written] = {}
    by_length: dict[int, list[str]] = {}
    for name in owners:
        by_length.setdefault(len(name), []).append(name)
    for size in sorted(by_length, reverse=True):
        held = Spans(taken)
        for name in by_length[size]:
            written = [
                (name, span) for span in _find(paragraphs, name) if not _is_inside(span, held)
            ]
            taken += [span for _, span in written]
            if written:
                told.setdefault(owners[name], []).extend(written)
    return told


def _find(paragraphs: Sequence[str], name: str) -> Iterator[Span]:
    """Yield where a name stands, the shortest ones only where nothing may be a part of them."""
    for number, text in enumerate(paragraphs, 1):
        start = text.find(name)
        while start >= 0:
            if len(name) > _SHORTEST or _ENDS.match(text[max(0, start - 1) : start]):
                yield Span(number, start, start + len(name))
            start = text.find(name, start + len(name))


def _is_inside(span: Span, held: Spans) -> bool:
    """Return whether both ends of a name are in other ones: 山西 of 山西示范区 is only one end."""
    last = span._replace(start=span.end - 1)
    return held.touch(span._replace(end=span.start + 1)) and held.touch(last)


def _make(place: Place, written: _Written, inside: dict[str, str]) -> FoundPlace:
    name = written[0][0]
    english = place.name.en or None
    aliases = tuple(dict.fromkeys(one for one, _ in written if one != name))
    part_of = inside.get(place.part_of or "")
    spans = tuple(span for _, span in written)
    return FoundPlace(name, place.kind, place.id, english, part_of, spans, aliases)
