"""The places that a Chinese text names, for a draft, and what lies in what.

A full name, as 方山县, is a place. A short one, as 方山, may be other words: it is taken for a
place only where the rest of the text speaks for it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from briefing.drafting.finding.namesakes import find_names_of_towns, give_ids, is_town, tell_apart
from briefing.drafting.finding.owncounty import find_often_named, find_own_counties
from briefing.drafting.finding.placelists import find_firms_of_lists, find_place_lists
from briefing.drafting.finding.terms import find_titles
from briefing.drafting.finding.towns import find_towns
from briefing.drafting.finding.wholes import find_wholes
from briefing.drafting.found import FoundPlace, Span
from briefing.model.choices import PlaceKind
from briefing.names.divisions import Candidate, find_candidates
from briefing.names.gazetteer import Listed, id_of_place, lies_in, spell_place
from briefing.names.joints import JOINTS
from briefing.names.people import Mention, find_people
from briefing.names.tables import starts_word, toponyms
from briefing.names.zones import (
    Zone,
    ZoneMention,
    find_listed_zones,
    find_new_areas,
    find_zones_behind,
    find_zones_of_state,
    listed_zones,
)

_WATERS = ("河", "江", "湖", "山")
"""The ends of names of cities that are also names of rivers, lakes and mountains: 黑河."""
_LEADS = re.compile("(?:来自|销往|运往|发往|开往|前往|抵达|飞往|位于|地处|落户|[赴往至到在从])$")
"""What before a name tells that it is a place to which one goes or from which one comes."""
_SIGHTS = ("风景", "景区", "名胜", "国家公园", "地质公园", "保护区", "山脉", "流域", "水系")
"""What behind the name of a mountain or a river keeps it from being that of the city."""
_OF_THING = re.compile("[一-鿿]{0,3}?(?:社区|街道|镇|乡|村)|湿地|草原|大道|[沙茶山河湖江寺路]")
"""What behind a name makes it a part of that of something else: 龙井茶, 八步沙, 灵山卫街道."""
_NEAR = 4
_BEHIND, _ELSEWHERE, _LISTED = 9, 8, 7
_ROUNDS = 3
"""What is found in one round speaks for more in the next."""


_Written = tuple[Span, str]
"""Where a place is named, and how."""


class _Named(NamedTuple):
    """A division that is named, and where."""

    place: Listed
    span: Span
    name: str


def find_places(
    paragraphs: Sequence[str], known: Mapping[str, str] | None = None
) -> list[FoundPlace]:
    """Return the places that a text names, in the order of their first mentions.

    ``known`` has the ids that other models give to places, by Chinese name; they come first.
    Countries and regions of the world are found apart (:mod:`briefing.drafting.finding.abroad`).

    >>> found = find_places(["吕梁市方山县", "方山开工"])
    >>> [(one.name, one.id, one.part_of, len(one.mentions)) for one in found]
    [('吕梁市', 'lvliang', None, 1), ('方山县', 'fangshan', '吕梁市', 2)]
    """
    texts = [_Paragraph(number, text) for number, text in enumerate(paragraphs, 1)]
    divisions, zones = _part_zones(_decide(texts))
    gathered = [*_gather_divisions(divisions), *_gather_zones(texts, zones)]
    found = list(find_wholes(tell_apart(gathered), paragraphs))
    found += find_towns(paragraphs, found)
    return give_ids(sorted(found, key=lambda one: min(one.mentions)), known or {})


class _Paragraph:
    """A paragraph with what may be named in it."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.text = text
        listed = list(find_listed_zones(text))
        everything = find_candidates(text)
        taken = _offsets(listed)
        behind = [one for one in find_zones_behind(text, everything) if not _offsets([one]) & taken]
        taken |= _offsets(behind)
        more = [*find_zones_of_state(text), *find_new_areas(text)]
        of_state = [one for one in more if not _offsets([one]) & taken]
        self.zones: list[ZoneMention] = sorted(listed + behind + of_state)
        taken |= _offsets(of_state)
        people = {at: one for one in find_people(text) for at in range(one.start, one.end)}
        self.people = frozenset(people)
        works = ((start, end) for start, end, _, kind in find_titles(text) if kind == "work")
        taken |= {at for work in works for at in range(*work)}  # a show, a film or a song
        firms = {at: end for start, end in find_firms_of_lists(text) for at in range(start, end)}
        lists = list(find_place_lists(text))
        towns = {at for *span, counties in lists if not counties for at in range(*span)}
        self.in_counties = {at for *span, counties in lists if counties for at in range(*span)}
        self.candidates = [
            one
            for one in everything
            if one.start not in taken
            and (one.full or one.start not in towns or one.places[0].level == "province")
            and (one.full or not (_is_in_person(text, one, people) or _is_sight(text, one)))
            and (one.full or firms.get(one.start, one.end) == one.end)
        ]
        self._places = {one.start: at for at, one in enumerate(self.candidates)}

    def before(self, one: Candidate) -> Candidate | None:
        """Return the candidate that ends where another begins."""
        at = self._places[one.start]
        other = self.candidates[at - 1] if at else None
        return other if other and other.end == one.start else None

    def beside(self, one: Candidate) -> Iterator[Candidate]:
        """Yield the neighbours of a candidate in a list of names."""
        at = self._places[one.start]
        near = self.candidates[max(at - 1, 0) : at + 2]
        for first, second in pairwise(near):
            if self.text[first.end : second.start] in JOINTS:
                yield second if first is one else first


def _offsets(zones: Iterable[ZoneMention]) -> set[int]:
    return {at for zone in zones for at in range(zone.start, zone.end)}


def _is_sight(text: str, one: Candidate) -> bool:
    """Return whether what may be a mountain or a river is one: 黄山风景区."""
    return one.name.endswith(_WATERS) and text.startswith(_SIGHTS, one.end)


def _is_in_person(text: str, one: Candidate, people: Mapping[int, Mention]) -> bool:
    """Return whether a short name is a part of a person's, or all of that of one who speaks."""
    person = people.get(one.end - 1)
    is_part = person is not None and (person.start < one.start or one.end < person.end)
    return is_part or (person is not None and starts_word(text, one.end, "speech"))


class _Settled(NamedTuple):
    """What a text is known to name: the codes of divisions, and its province or provinces.

    These are the provinces in which the most of what is named lies.
    """

    codes: frozenset[str]
    homes: frozenset[str]

    @classmethod
    def of(cls, places: Iterable[Listed]) -> "_Settled":
        """Return what is known where some places are named, each as often as it is."""
        codes = [place.code for place in places]
        provinces = Counter(code[:2] for code in codes)
        most = max(provinces.values(), default=0)
        homes = frozenset(code for code, count in provinces.items() if count == most)
        return cls(frozenset(codes), homes)


def _decide(texts: list[_Paragraph]) -> list[_Named]:
    """Return the divisions that are named, as far as the text tells which they are."""
    named = [(one, text) for text in texts for one in text.candidates]
    full = {one.name for one, _ in named if one.full}
    towns = {name for text in texts for name in find_names_of_towns(text.text)}
    every = [(one, text) for one, text in named if not is_town(one, towns, full)]
    own = find_own_counties([text.text for text in texts])
    sure = [place for place in (_sure(one) for one, _ in every) if place]
    provinces = {place.code[:2] for place in sure}
    own += find_often_named((one for one, text in every if one.start not in text.people), provinces)
    settled = _Settled.of([*sure, *own])
    decided: list[_Named] = []
    for _ in range(_ROUNDS):
        decided = [
            _Named(place, Span(text.number, one.start, one.end), one.name)
            for one, text in every
            if (place := _choose(one, text, settled))
        ]
        settled = _Settled.of([*(one.place for one in decided), *own])
    return decided


def _sure(one: Candidate) -> Listed | None:
    """Return the place that a name is whatever stands around it."""
    if one.word or _may_be_river(one):
        return None
    first, *others = one.places
    if one.full:
        return None if others else first
    larger = {place.code[:2] for place in one.places if place.level != "county"}
    return first if len(larger) == 1 else None  # 海南 is in Qinghai as well


def _may_be_river(one: Candidate) -> bool:
    """Return whether the short name of a city may as well be that of a river or a mountain."""
    return not one.full and one.name.endswith(_WATERS) and one.places[0].level == "city"


def _choose(one: Candidate, text: _Paragraph, settled: _Settled) -> Listed | None:
    """Return which of the places of a name is meant, or ``None`` if it may be none of them."""
    weights = [_weigh(place, one, text, settled) for place in one.places]
    best = max(weights)
    return one.places[weights.index(best)] if best > 0 else None


def _weigh(place: Listed, one: Candidate, text: _Paragraph, settled: _Settled) -> int:
    """Return how much speaks for a place: nothing, or so much that the greatest is meant.

    Most of all speaks for it that it stands behind what it lies in, then that the text names it
    elsewhere, then that it stands in a list with places nearby, then that what it lies in is named.
    """
    around = {other.code for other in lies_in(place)}
    if not one.full and _shares_with_province(place, one):
        return _BEHIND if settled.homes == {place.code[:2]} else 0
    strict = not one.full and one.name in toponyms("strict")
    before = text.before(one)
    if not strict and before and around.intersection(other.code for other in before.places):
        return _BEHIND
    if place.code in settled.codes and (one.clear or one.full):
        return _ELSEWHERE
    if place.level == "county" and one.clear and one.start in text.in_counties:
        return _LISTED
    if one.clear and any(_are_siblings(place, other, settled) for other in text.beside(one)):
        return _LISTED
    is_led = bool(_LEADS.search(text.text, max(0, one.start - _NEAR), one.start))
    if _may_be_river(one) and _is_elsewhere(place, settled):
        return int(is_led)
    named = len(around & settled.codes)
    if place.level == "county" and not one.full:
        if one.word or not one.clear:
            return 0
        at_home = place.code[:4] in settled.codes or place.code[:2] in settled.homes
        is_only = len(one.places) == 1 and not _is_elsewhere(place, settled)
        is_led &= is_only and not _OF_THING.match(text.text, one.end)
        return (named if at_home else 0) or int(is_led)
    if one.word:
        return named if strict else int(one.clear and not one.full)
    return 1 + named + (place.level != "county")


def _shares_with_province(place: Listed, one: Candidate) -> bool:
    """Return whether a city goes by a short name that is that of another province as well."""
    first = one.places[0]
    return place.level == "city" and first.level == "province" and first.code[:2] != place.code[:2]


def _is_elsewhere(place: Listed, settled: _Settled) -> bool:
    """Return whether a text speaks of provinces, and not of that in which a place lies."""
    provinces = {code[:2] for code in settled.codes if code != place.code}
    return bool(provinces) and place.code[:2] not in provinces


def _are_siblings(place: Listed, other: Candidate, settled: _Settled) -> bool:
    """Return whether a name beside a place in a list is that of a place of its kind nearby.

    It is of the same prefecture, or another prefecture, or is named elsewhere and of the same
    province.
    """
    for each in other.places:
        if each.level == "province" or each.code == place.code:
            continue
        if each.level == place.level == "city":
            return not other.word
        if each.code[:4] == place.code[:4] or (
            each.code in settled.codes and each.code[:2] == place.code[:2]
        ):
            return True
    return False


def _gather_divisions(named: list[_Named]) -> Iterator[tuple[str, FoundPlace]]:
    """Yield each division once, by its code, with its mentions and without what it lies in."""
    written: dict[Listed, list[_Written]] = {}
    for one in named:
        written.setdefault(one.place, []).append((one.span, one.name))
    for place, each in written.items():
        own = (place.level, id_of_place(place), spell_place(place))
        yield place.code, _make(place.name, each, *own)


def _part_zones(named: list[_Named]) -> tuple[list[_Named], list[tuple[_Named, Zone]]]:
    """Return the divisions that are named, and apart from them those that are national zones."""
    zones = [(one, zone) for one in named if (zone := listed_zones().get(one.place.name))]
    taken = {one for one, _ in zones}
    return [one for one in named if one not in taken], zones


def _gather_zones(
    texts: list[_Paragraph], named: list[tuple[_Named, Zone]]
) -> Iterator[tuple[str, FoundPlace]]:
    """Yield each zone and region once, by the code of what it lies in, with its mentions.

    ``named`` are the zones that were found as divisions.
    """
    written: dict[tuple[str, str], list[_Written]] = {}
    fullest: dict[tuple[str, str], Zone] = {}
    for text in texts:
        for start, end, zone in text.zones:
            key = (zone.id, zone.code)
            told = (Span(text.number, start, end), text.text[start:end])
            written.setdefault(key, []).append(told)
            fullest[key] = max(fullest.get(key, zone), zone, key=lambda one: len(one.name))
    for one, zone in named:
        written.setdefault((zone.id, zone.code), []).append((one.span, one.name))
        fullest.setdefault((zone.id, zone.code), zone)
    for key, zone in fullest.items():
        own = (cast(PlaceKind, zone.kind), zone.id, zone.english)
        yield zone.code, _make(zone.name, written[key], *own)


def _make(
    official: str, written: list[_Written], kind: PlaceKind, own_id: str, english: str
) -> FoundPlace:
    """Return a place with the fullest name that the text has for it, and with where it is named.

    The mention with that name is the first. A single character, as 京 in 京津, is no name.
    """
    names = [name for _, name in written]
    name = official if official in names else max(names, key=len)
    first = names.index(name)
    spans = [span for span, _ in written]
    mentions = (spans[first], *spans[:first], *spans[first + 1 :])
    name = name if len(name) > 1 else official
    aliases = tuple(dict.fromkeys(one for one in (*names, official) if one != name))
    return FoundPlace(name, kind, own_id, english or None, None, mentions, aliases)
