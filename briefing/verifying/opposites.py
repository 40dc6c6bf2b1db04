"""Opposed ways to tell something, by ``opposites.tsv``."""

import re
from functools import cache
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


@cache
def read_ways() -> tuple[Way, ...]:
    """Return both ways of each pair of opposites."""
    found = []
    for line in read_lines("opposites.tsv"):
        name, *held = line.split("\t")
        one, other = (compile_words(*words) for words in zip(held[::2], held[1::2], strict=True))
        kinds = name == "rise", name in ("above", "speed")
        found += [Way(name, *kinds, one, other), Way(name, *kinds, other, one)]
    return tuple(found)


def compare_otherwise(told: str, language: str, chinese: str) -> bool:
    """Return whether words tell that an amount lies on the other side than a Chinese text does."""
    return any(
        way.own[language].search(told)
        and not way.opposite[language].search(told)
        and way.opposite["zh"].search(chinese)
        and not way.own["zh"].search(chinese)
        for way in read_ways()
        if way.is_of_difference
    )
