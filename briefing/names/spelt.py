"""The English names of divisions of China and of countries, and where a text has one of them."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.names.abroad import Names, list_abroad
from briefing.names.gazetteer import Listed, listed_places, spell_stem
from briefing.names.spelling import known_spellings

_REGION = re.compile("[东西南北中].{0,2}亚|.+洲|中东欧?|[东欧]盟")
"""A region of the world, which a text may name by the countries in it."""
_WORD = re.compile("[^\\W\\d_][\\w’'.]*(?<![.])|U\\.S\\.")
_LONGEST = 4
"""An English name has so many words at most."""
_COUNTY = frozenset(["County", "District", "Banner"])
"""What stands behind the English name of a county, which alone may be any other name."""
_JOINED = frozenset("-–—")


@cache
def list_countries() -> frozenset[str]:
    """Return the usual Chinese names of the countries, without regions of the world."""
    names = (one.chinese[0] for one in list_abroad())
    return frozenset(name for name in names if not _REGION.fullmatch(name))


@cache
def list_spelt() -> dict[str, tuple[tuple[Listed, ...], tuple[Names, ...]]]:
    """Return the divisions and the countries by their English names.

    A county is there with a word such as County behind its name, too.
    """
    divisions: dict[str, list[Listed]] = {}
    for place in listed_places():
        usual = spell_stem(place)
        others = (one.title() for one in known_spellings(place.stem))
        for name in {usual, usual.replace("ü", "v"), usual.replace("ü", "u"), *others}:
            divisions.setdefault(name, []).append(place)
    countries = {
        english: one
        for one in list_abroad()
        if one.chinese[0] in list_countries()
        for english in one.english
    }
    return {
        name: (tuple(divisions.get(name, ())), (countries[name],) if name in countries else ())
        for name in {*divisions, *countries}
    }


@cache
def _bare() -> frozenset[str]:
    """Return the English names that are places without a word for the kind behind them."""
    return frozenset(
        name
        for name, (divisions, countries) in list_spelt().items()
        if countries or any(one.level != "county" and not one.former for one in divisions)
    )


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which English names of places begin."""
    return frozenset(found[0] for name in list_spelt() if (found := _WORD.search(name)))


def find_spelt(text: str) -> Iterator[str]:
    """Yield the English names of places in a text, the longest at each word, none joined."""
    found = list(_WORD.finditer(text))
    begins, at = _first_words(), 0
    while at < len(found):
        sizes = range(_LONGEST, 0, -1) if found[at][0].replace("’", "'") in begins else ()
        size = next((one for one in sizes if _is_place(text, found, at, one)), 0)
        if size:
            yield " ".join(one[0] for one in found[at : at + size]).replace("’", "'")
        at += size or 1


def _is_place(text: str, found: list[re.Match[str]], at: int, size: int) -> bool:
    """Return whether so many words from one on are the name of a place."""
    run = found[at : at + size]
    start, end = run[0].start(), run[-1].end()
    name = text[start:end].replace("’", "'")
    if name not in list_spelt() or _JOINED.intersection(
        text[max(0, start - 1) : start] + text[end : end + 1]
    ):
        return False
    return name in _bare() or (at + size < len(found) and found[at + size][0] in _COUNTY)
