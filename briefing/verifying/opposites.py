"""Opposed ways to tell something, by ``opposites.tsv``."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.languages import ByLanguage, compile_words
from briefing.verifying.wording import read_lines


class Way(NamedTuple):
    """One of two opposed ways to tell something, in both languages.

    That of a rise or fall is also that of an amount beside it, and one of a difference tells on
    which side of another an amount lies.
    """

    name: str
    is_of_amount: bool
    is_of_difference: bool
    own: ByLanguage[re.Pattern[str]]
    opposite: ByLanguage[re.Pattern[str]]


class _Pair(NamedTuple):
    """Two opposed ways, and the words of either, by which most texts tell of neither."""

    either: ByLanguage[re.Pattern[str]]
    ways: tuple[Way, Way]


@cache
def _read_pairs() -> tuple[_Pair, ...]:
    """Return the pairs of opposites."""
    found = []
    for line in read_lines("opposites.tsv"):
        name, *held = line.split("\t")
        one, other = (compile_words(*words) for words in zip(held[::2], held[1::2], strict=True))
        either = compile_words(f"{held[0]}|{held[2]}", f"{held[1]}|{held[3]}")
        kinds = name == "rise", name in ("above", "speed")
        ways = Way(name, *kinds, one, other), Way(name, *kinds, other, one)
        found.append(_Pair(either, ways))
    return tuple(found)


@lru_cache(maxsize=16)
def list_ways_told(text: str, languages: tuple[str, ...]) -> tuple[Way, ...]:
    """Return the ways of which a text tells, be it of those opposed to them as well.

    Several judges ask for those of one sentence.
    """
    return tuple(
        way
        for either, ways in _read_pairs()
        if any(either[lang].search(text) for lang in languages)
        for way in ways
        if any(way.own[lang].search(text) for lang in languages)
    )


def compare_otherwise(told: str, language: str, chinese: str) -> bool:
    """Return whether words tell that an amount lies on the other side than a Chinese text does."""
    return any(
        way.own[language].search(told)
        and not way.opposite[language].search(told)
        and way.opposite["zh"].search(chinese)
        and not way.own["zh"].search(chinese)
        for pair in _read_pairs()
        for way in pair.ways
        if way.is_of_difference
    )
