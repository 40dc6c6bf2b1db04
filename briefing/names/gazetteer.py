"""The provinces, prefectures and counties of China: their names, and what lies in what."""

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

from briefing.names.romanizing import cut_id, join_syllables, usual_reading
from briefing.names.tables import read_lines, toponyms

Level = Literal["province", "city", "county"]
_LEVELS: dict[int, Level] = {2: "province", 4: "city", 6: "county"}


class Listed(NamedTuple):
    """A division: its code, its full name, and the parts of that name.

    The ``stem`` is what the place is called for short, ``group`` names the peoples after which an
    autonomous place is named, and ``suffix`` is the word for its kind. ``spelling`` is the English
    of the stem where it is not the usual pinyin, or empty; ``others`` are more short names. A
    ``former`` name is one that has been replaced.
    """

    code: str
    name: str
    stem: str
    group: str
    suffix: str
    spelling: str
    others: tuple[str, ...]
    former: bool

    @property
    def level(self) -> Level:
        """What the place is: a prefecture is a city, a district and a banner are counties."""
        return _LEVELS[len(self.code)]


@cache
def listed_places() -> tuple[Listed, ...]:
    """Return every division of the table, with those whose names have been replaced at the end.

    >>> [one.name for one in listed_places() if one.code == "1401"]
    ['太原市']
    """
    cut = _cutter()
    found: list[Listed] = []
    last = ""
    former = False
    for line in read_lines("gazetteer.tsv"):
        code, name, spelling, others = (*line.split("\t"), "", "")[:4]
        former = former or code < last
        last = code
        match = cut.fullmatch(name)
        stem, group, suffix = match.groups("") if match else (name, "", "")
        parts = (stem, group, suffix, spelling, tuple(others.split()))
        found.append(Listed(code, name, *parts, former))
    return tuple(found)


@cache
def _cutter() -> re.Pattern[str]:
    """Return the pattern of a full name: its stem, the peoples, and the word for its kind."""
    groups = "|".join(sorted(toponyms("group"), key=len, reverse=True))
    long = "自治[区州县旗]|特别行政区|地区|(?<=..)[新矿特]区|(?<=神农架)林区"
    return re.compile(f"(.+?)((?<=..)(?:{groups})+(?=自治|区))?({long}|[省市县区旗盟])")


@cache
def places_by_name() -> dict[str, tuple[Listed, ...]]:
    """Return the divisions by every name that they go by, full or short; the present ones first.

    A short name is the stem, if it has two characters. An autonomous prefecture, county or banner
    is also called by its stem and the last character, as 延边州.

    >>> [one.name for one in places_by_name()["朝阳"]]
    ['朝阳市', '朝阳区', '朝阳县', '朝阳区']
    """
    found: dict[str, list[Listed]] = {}
    for place in sorted(listed_places(), key=lambda one: (one.former, len(one.code))):
        for name in names_of_place(place):
            found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def longest_place(text: str, at: int = 0) -> int:
    """Return the length of the longest name of a division at an offset, or 0.

    >>> longest_place("吉林市民"), longest_place("市民")
    (3, 0)
    """
    sizes = sizes_of_places().get(text[at : at + 2], ())
    pieces = (text[at : at + size] for size in sizes)
    return next((len(piece) for piece in pieces if piece in places_by_name()), 0)


@cache
def sizes_of_places() -> dict[str, tuple[int, ...]]:
    """Return how long the names are that begin with two characters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in places_by_name():
        found.setdefault(name[:2], set()).add(len(name))
    return {first: tuple(sorted(each, reverse=True)) for first, each in found.items()}


def names_of_place(place: Listed) -> set[str]:
    """Return every name that a division goes by, full or short."""
    names = {place.name, *place.others}
    if len(place.stem) > 1:
        names.add(place.stem)
        if place.group or place.suffix.startswith("自治"):
            names.add(place.stem + place.suffix[-1])
    return names


@cache
def places_by_code() -> dict[str, Listed]:
    """Return the divisions of today by their codes."""
    return {place.code: place for place in reversed(listed_places()) if not place.former}


@cache
def lies_in(place: Listed) -> tuple[Listed, ...]:
    """Return what a place lies in, the nearest first.

    >>> [one.name for one in lies_in(places_by_name()["小店区"][0])]
    ['太原市', '山西省']
    """
    codes = (place.code[:length] for length in (4, 2) if length < len(place.code))
    return tuple(places_by_code()[code] for code in codes if code in places_by_code())


def spell_stem(place: Listed) -> str:
    """Return how a place is spelt without the word for its kind, as ``Xi'an``."""
    return place.spelling or spell_plainly(place.stem)


def spell_place(place: Listed) -> str:
    """Return the English name of a place; a province and a city go without a word for the kind.

    >>> [spell_place(places_by_name()[name][0]) for name in ("西安市", "蔚县", "松桃县")]
    ["Xi'an", 'Yu County', 'Songtao Miao Autonomous County']
    """
    english = [spell_stem(place)]
    kind = toponyms("kind").get(place.suffix, "")
    if kind:
        groups = re.findall("|".join(toponyms("group")), place.group)
        english += [" and ".join(toponyms("group")[one] for one in groups)] if groups else []
        english.append(kind)
    return " ".join(english)


def spell_plainly(characters: str) -> str:
    """Return some characters in their usual pinyin, as one word with a capital.

    >>> spell_plainly("吕梁")
    'Lüliang'
    """
    syllables = [usual_reading(one) or "" for one in characters]
    return join_syllables(syllables).capitalize().replace("v", "ü")


def id_of(spelling: str) -> str:
    """Return an id made of the letters of an English name; lü and nü become lv and nv.

    >>> id_of("Lüliang"), id_of("Xi'an"), id_of("Ürümqi"), id_of("Inner Mongolia")
    ('lvliang', 'xian', 'urumqi', 'inner-mongolia')
    """
    folded = unicodedata.normalize("NFD", re.sub("(?<=[LlNn])ü", "v", spelling).casefold())
    return cut_id(re.sub("[^a-z]+", "-", re.sub("['\u0300-\u036f]", "", folded)).strip("-"))


def id_of_place(place: Listed) -> str:
    """Return the id of a place: its stem, or its whole name where the stem is one character.

    >>> [id_of_place(places_by_name()[name][0]) for name in ("太原市", "岚县")]
    ['taiyuan', 'lanxian']
    """
    own = id_of(spell_stem(place))
    ending = id_of(spell_plainly(place.suffix))
    return own + ending if len(place.stem) == 1 and not own.endswith(ending) else own
