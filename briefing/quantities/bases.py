"""Finds with what an amount is compared (a year before, a month before), and in what prices."""

import re
from functools import cache, lru_cache

from briefing.quantities.data import read_rows

_CLAUSE = {"zh": re.compile("[。；;！？!?]"), "en": re.compile(r"[;!?]|\.(?=\s|$)")}
_NEAREST = {"zh": re.compile("[，,]"), "en": re.compile(r",(?=\s)|\b(?:but|while|and)\b")}
_KINDS = ({"yoy", "mom"}, {"real", "nominal"})
_FARTHEST = 80


def find_bases(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """Return the bases that the clause of the amount at `start` to `end` names.

    They are `yoy`, `mom`, `real` and `nominal`. `language` is `zh` or `en`.
    """
    before, behind = text[max(0, start - _FARTHEST) : start], text[end : end + _FARTHEST]
    near = _NEAREST[language]
    clause = near.split(_CLAUSE[language].split(before)[-1])[-1]
    clause += "\n" + near.split(_CLAUSE[language].split(behind)[0])[0]
    return find_bases_of(clause, language)


@lru_cache(maxsize=4096)
def find_bases_of(text: str, language: str = "zh") -> frozenset[str]:
    """Return the bases that a text names anywhere."""
    text = text.lower()
    return frozenset(
        basis for basis, words in _words(language) if any(word in text for word in words)
    )


def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of bases name different ones of a kind."""
    return any(
        one & kind and other & kind and not one & other & kind for kind in map(frozenset, _KINDS)
    )


@cache
def _words(language: str) -> list[tuple[str, list[str]]]:
    return [
        (basis, text.split() if lang == "zh" else text.split(", "))
        for lang, basis, text in read_rows("bases.tsv")
        if lang == language
    ]
