"""Opposed ways to tell something, by ``opposites.tsv``."""

import re
from functools import cache
from typing import NamedTuple

from briefing.verifying.wording import ByLanguage, compile_words, read_lines


class Way(NamedTuple):
    """One of two opposed ways to tell something, in both languages.

    That of a rise or fall is also that of an amount beside it.
    """

    name: str
    is_of_amount: bool
    own: ByLanguage[re.Pattern[str]]
    opposite: ByLanguage[re.Pattern[str]]


@cache
def read_ways() -> tuple[Way, ...]:
    """Return both ways of each pair of opposites."""
    found = []
    for line in read_lines("opposites.tsv"):
        name, *held = line.split("\t")
        one, other = (compile_words(*words) for words in zip(held[::2], held[1::2], strict=True))
        found += [Way(name, name == "rise", one, other), Way(name, name == "rise", other, one)]
    return tuple(found)


_OF_DIFFERENCES = ("above", "speed")
"""The pairs of opposites that tell on which side of another an amount lies."""


def compare_otherwise(told: str, language: str, chinese: str) -> bool:
    """Return whether words tell that an amount lies on the other side than a Chinese text does."""
    return any(
        way.own[language].search(told)
        and not way.opposite[language].search(told)
        and way.opposite["zh"].search(chinese)
        and not way.own["zh"].search(chinese)
        for way in read_ways()
        if way.name in _OF_DIFFERENCES
    )
