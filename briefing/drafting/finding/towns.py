"""The towns and villages that a Chinese text names, for a draft, and what they lie in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.drafting.found import FoundPlace, Span
from briefing.model.choices import PlaceKind
from briefing.names.townshipnames import id_of_township, kind_of_township, spell_township
from briefing.names.townships import find_townships

_AROUND: tuple[PlaceKind, ...] = ("town", "county", "zone", "city", "province")
"""What such a place may lie in, the nearest first."""
_LONGEST_SPELT = 5
"""A longer name is mostly that of another people, which is no pinyin in English."""


class _Named(NamedTuple):
    """A town or a village, where it is named, and the name of what stands right before it."""

    name: str
    span: Span
    within: str | None


def find_towns(paragraphs: Sequence[str], larger: Sequence[FoundPlace]) -> list[FoundPlace]:
    """Return the towns and villages that a text names; ``larger`` are its other places.

    What one lies in stands right before its name somewhere; else we guess that it is the nearest
    county or town that is named before it, or the only county of the text. Two places of one name
    in different counties are called as they are written there, with the county.

    >>> from briefing.drafting.finding.places import find_places
    >>> found = find_places(["方山县圪洞镇来堡村种了5亩豆，来堡村修了路。"])
    >>> [(one.name, one.kind, one.part_of, len(one.mentions)) for one in found[1:]]
    [('圪洞镇', 'town', '方山县', 1), ('来堡村', 'village', '圪洞镇', 2)]
    """
    around = [one for one in larger if one.kind in _AROUND]
    mentions = sorted((span, one.name) for one in around for span in one.mentions)
    kinds: dict[str, PlaceKind] = {one.name: one.kind for one in around}
    named = list(_name_each(paragraphs, mentions))
    kinds |= {one.name: kind_of_township(one.name) for one in named}
    by_name: dict[str, list[_Named]] = {}
    for one in _tell_apart(named, kinds):
        by_name.setdefault(one.name, []).append(one)
    places = [(one.span, one.name) for one in named] + mentions
    return [_make(name, held, kinds, places) for name, held in by_name.items()]


def _name_each(paragraphs: Sequence[str], mentions: Sequence[tuple[Span, str]]) -> Iterator[_Named]:
    """Yield each mention of a town or a village, in order, with what stands right before it."""
    divisions: dict[int, list[tuple[int, int]]] = {}
    for span, _ in mentions:
        divisions.setdefault(span.paragraph - 1, []).append((span.start, span.end))
    ends = {(span.paragraph, span.end): name for span, name in mentions}
    for at, held in find_townships(paragraphs, divisions).items():
        for one in held:
            name = paragraphs[at][one.start : one.end]
            before = one.start - paragraphs[at].startswith("的", one.start - 1)  # 甲县的乙镇
            within = ends.get((at + 1, before), ends.get((at + 1, one.start)))
            yield _Named(name, Span(at + 1, one.start, one.end), within)
            ends[at + 1, one.end] = name


def _tell_apart(named: Sequence[_Named], kinds: dict[str, PlaceKind]) -> Iterator[_Named]:
    """Yield mentions, with the county in the names of places of different counties called alike.

    One without a county is of the place of its name that was told last.
    """
    towns = {one.name: one.within for one in named if one.within and kinds[one.name] == "town"}
    homes: dict[str, set[str]] = {}
    for one in named:
        if home := _county_of(one, towns, kinds):
            homes.setdefault(one.name, set()).add(home)
    last: dict[str, _Named] = {}
    for one in named:
        if len(homes.get(one.name, ())) < 2:
            yield one
            continue
        if _county_of(one, towns, kinds):
            full = f"{one.within}{one.name}"
            start = one.span.start - len(one.within or "")
            last[one.name] = one._replace(name=full, span=one.span._replace(start=start))
            kinds[full] = kinds[one.name]
            yield last[one.name]
        elif one.name in last:
            yield last[one.name]._replace(span=one.span)


def _county_of(one: _Named, towns: Mapping[str, str], kinds: Mapping[str, PlaceKind]) -> str | None:
    """Return the county that stands before the name of a place, or before that of its town."""
    home = towns.get(one.within or "", one.within)
    return home if home and kinds[home] == "county" else None


def _make(
    name: str,
    held: Sequence[_Named],
    kinds: dict[str, PlaceKind],
    places: Iterable[tuple[Span, str]],
) -> FoundPlace:
    """Return a place with what it lies in: the smallest that stands before its name, the first."""
    told = [one.within for one in held if one.within]
    within = min(told, key=lambda one: [*_AROUND, kinds[one]].index(kinds[one]), default=None)
    guessed = None if within else _guess(held[0], kinds, places)
    own = name.removeprefix(within or "")
    return FoundPlace(
        name,
        kind_of_township(own),
        id_of_township(own),
        spell_township(own) if len(own) <= _LONGEST_SPELT else None,
        within or guessed,
        tuple(one.span for one in held),
        guessed=guessed is not None,
    )


def _guess(
    one: _Named, kinds: Mapping[str, PlaceKind], places: Iterable[tuple[Span, str]]
) -> str | None:
    """Return the county or town that is named before a place in its paragraph, or the only one.

    Where no county is named there it is the city, if it is the only one.
    """
    near: Sequence[PlaceKind] = ("county",)
    if kinds[one.name] == "village":
        near = ("county", "town")
    larger = sorted((span, name) for span, name in places if kinds[name] in (*near, "city"))
    before = [
        name for span, name in larger if span.paragraph == one.span.paragraph and span < one.span
    ]
    nearest = [name for name in before if kinds[name] in near]
    counties = {name for _, name in larger if kinds[name] == "county"}
    for told in (nearest[-1:], set(before), counties):
        if len(told) == 1:
            return next(iter(told))
    return None
