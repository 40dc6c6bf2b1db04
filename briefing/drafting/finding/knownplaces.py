"""The places that other models have and a text names, which no gazetteer has: zones, rivers."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.drafting.found import FoundPlace, Span, Spans
from briefing.model.records import Place

_SHORTEST = 3
"""A shorter name may be other words, or stand in the name of something else."""


def find_known_places(
    paragraphs: Sequence[str], known: Iterable[Place], found: Sequence[FoundPlace]
) -> list[FoundPlace]:
    """Return the ``known`` places that a text names, besides those that were ``found`` in it.

    One that lies in another known place tells so where the text names that one, too.
    """
    names = {name for one in found for name in (one.name, *one.aliases)}
    taken = Spans(span for one in found for span in one.mentions)
    places = {one.id: one for one in known}
    told: dict[str, list[tuple[str, Span]]] = {}
    for place in places.values():
        written = list(_find_names(paragraphs, place, taken))
        if written and names.isdisjoint(_names_of(place)):
            told[place.id] = written
    inside = {one.id: one.name for one in found}
    inside |= {own: written[0][0] for own, written in told.items()}
    return [_make(places[own], written, inside) for own, written in told.items()]


def _names_of(place: Place) -> list[str]:
    """Return what a place is called in Chinese, the longest name first; none that is ours alone."""
    own = [] if place.coined else [place.name.zh, *([place.short.zh] if place.short else [])]
    names = {name for name in (*own, *place.aliases) if len(name) >= _SHORTEST}
    return sorted(names, key=len, reverse=True)


def _find_names(
    paragraphs: Sequence[str], place: Place, taken: Spans
) -> Iterator[tuple[str, Span]]:
    """Yield where a text has the names of a place, the longest first, none of them in another."""
    held: list[Span] = []
    for name in _names_of(place):
        for number, text in enumerate(paragraphs, 1):
            start = text.find(name)
            while start >= 0:
                span = Span(number, start, start + len(name))
                if not _is_inside(span, taken) and not Spans(held).touch(span):
                    held.append(span)
                    yield name, span
                start = text.find(name, start + len(name))


def _is_inside(span: Span, taken: Spans) -> bool:
    """Return whether both ends of a name are in other ones: 山西 of 山西示范区 is only one end."""
    last = span._replace(start=span.end - 1)
    return taken.touch(span._replace(end=span.start + 1)) and taken.touch(last)


def _make(place: Place, written: Sequence[tuple[str, Span]], inside: dict[str, str]) -> FoundPlace:
    name = written[0][0]
    english = place.name.en or None
    aliases = tuple(dict.fromkeys(one for one, _ in written if one != name))
    part_of = inside.get(place.part_of or "")
    spans = tuple(span for _, span in written)
    return FoundPlace(name, place.kind, place.id, english, part_of, spans, aliases)
