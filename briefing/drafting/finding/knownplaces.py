"""The places that other models have and a text names, which no gazetteer has: zones, rivers."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.drafting.found import FoundPlace, Span, Spans
from briefing.model.records import Place

_SHORTEST = 3
"""A shorter name may be other words, or stand in the name of something else."""
_Written = list[tuple[str, Span]]
"""The names by which a place is called, and where."""


def find_known_places(
    paragraphs: Sequence[str], known: Iterable[Place], found: Sequence[FoundPlace]
) -> list[FoundPlace]:
    """Return the ``known`` places that a text names, besides those that were ``found`` in it.

    Of several with one id the first counts. One that lies in another known place tells so where
    the text names that one, too.
    """
    names = {name for one in found for name in (one.name, *one.aliases)}
    ids = {one.id for one in found}
    places: dict[str, Place] = {}
    for one in known:
        if one.id not in ids and names.isdisjoint(_names_of(one)):
            places.setdefault(one.id, one)
    told = _find_names(paragraphs, places, [span for one in found for span in one.mentions])
    inside = {one.id: one.name for one in found}
    inside |= {own: written[0][0] for own, written in told.items()}
    return [_make(places[own], written, inside) for own, written in told.items()]


def _names_of(place: Place) -> list[str]:
    """Return what a place is called in Chinese, but for what is ours alone or short."""
    own = [] if place.coined else [place.name.zh, *([place.short.zh] if place.short else [])]
    return [name for name in dict.fromkeys((*own, *place.aliases)) if len(name) >= _SHORTEST]


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
    """Yield where a name stands."""
    for number, text in enumerate(paragraphs, 1):
        start = text.find(name)
        while start >= 0:
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
