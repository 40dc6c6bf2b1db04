"""Things of one kind of which a sentence may tell numbers side by side, by ``rivals.tsv``."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.tables import read_lines


class Rival(NamedTuple):
    """One of the things of a kind, and the words for it in both languages."""

    kind: str
    english_words: str
    chinese: re.Pattern[str]

    def is_said(self, text: str, language: str) -> bool:
        """Return whether a text of ours names it."""
        pattern = self.chinese if language == "zh" else _compile_english(self.english_words)
        return pattern.search(text) is not None


class Named(NamedTuple):
    """Where a Chinese text names one of the things of a kind."""

    start: int
    end: int
    rival: Rival


@cache
def list_rivals() -> dict[str, tuple[Rival, ...]]:
    """Return the things of each kind."""
    found: dict[str, list[Rival]] = {}
    for line in read_lines("rivals.tsv"):
        kind, english, chinese = line.split("\t")
        found.setdefault(kind, []).append(Rival(kind, english, re.compile(chinese)))
    return {kind: tuple(rivals) for kind, rivals in found.items()}


@cache
def _compile_english(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z-])(?:{words})(?![A-Za-z0-9])", re.I)


@lru_cache(maxsize=1024)
def find_rivals(sentence: str) -> dict[str, list[Named]]:
    """Return what a Chinese sentence names of each kind of which it names several, in order.

    >>> [one.start for one in find_rivals("出口5亿元，进口3亿元")["trade"]]
    [0, 6]
    """
    found = {}
    for kind, rivals in list_rivals().items():
        named = sorted(_find(sentence, rivals))
        if len({one.rival for one in named}) > 1:
            found[kind] = named
    return found


def _find(sentence: str, rivals: tuple[Rival, ...]) -> Iterator[Named]:
    """Yield where a sentence names some things; a name within a longer one is none."""
    named = [
        Named(*found.span(), rival)
        for rival in rivals
        for found in rival.chinese.finditer(sentence)
    ]
    for one in named:
        longer = (other for other in named if other.end - other.start > one.end - one.start)
        if not any(other.start <= one.start and one.end <= other.end for other in longer):
            yield one
