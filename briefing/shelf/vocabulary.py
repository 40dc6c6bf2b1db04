"""The words and numbers that a levelled text has, found by how they begin and by what is near."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from briefing.names.stems import ENDINGS, MIN_ROOT, is_akin, stem
from briefing.shelf.synonyms import list_words_for_posts
from briefing.shelf.wordpatterns import MIN_START, SAME, compare, is_latin

_TOKEN = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_AFTER_LETTERS = "{"  # the character that follows the letter z
AKIN = 0.75
"""How well a word of another ending answers, such as ``farmers`` for ``farming``."""


def is_token(piece: str) -> bool:
    """Return whether a piece of a levelled text is a word of letters or a number."""
    return bool(_TOKEN.fullmatch(piece))


class Vocabulary:
    """The words and numbers of a levelled text, these without their commas.

    What is looked for costs time by what is found, and none by the number of words that there are.
    """

    def __init__(self, text: str) -> None:
        self._stems: dict[str, dict[str, list[str]]] = {}
        self._written: dict[str, list[str]] = {}
        for one in dict.fromkeys(_TOKEN.findall(text)):
            self._written.setdefault(one.replace(",", ""), []).append(one)

    def written(self, token: str) -> list[str]:
        """Return how a word or number is written."""
        return self._written.get(token, [])

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._written)

    def starting(self, letters: str) -> list[str]:
        """Return the words that begin with some letters."""
        first = bisect_left(self._sorted, letters)
        return self._sorted[first : bisect_left(self._sorted, letters + _AFTER_LETTERS)]

    def answering(self, word: str) -> list[str]:
        """Return the words that are of the stem of one or, if it is long enough, begin with it."""
        wanted = stem(word)
        # All that a stem may change or lose before an ending is its last letter.
        of_stem = self._by_stem(wanted[:-1] or wanted).get(wanted, [])
        longer = self.starting(word) if len(word) >= MIN_START else []
        return [*of_stem, *longer]

    def _by_stem(self, letters: str) -> dict[str, list[str]]:
        """Return the words that begin with some letters by their stems; each is worked out once."""
        if letters not in self._stems:
            found: dict[str, list[str]] = {}
            for one in self.starting(letters):
                found.setdefault(stem(one), []).append(one)
            self._stems[letters] = found
        return self._stems[letters]

    def like(self, piece: str) -> list[tuple[str, float]]:
        """Return the known words that are like a word of letters or a number, and how like."""
        if not is_latin(piece):
            return [(piece, SAME)] if piece in self._written else []
        alike = sorted({*self.answering(piece), *self._akin(piece)})
        return [(token, likeness) for token in alike if (likeness := _compare(piece, token))]

    def _akin(self, piece: str) -> Iterator[str]:
        """Yield the known words that have a root in common with one, and another ending."""
        for root in range(MIN_ROOT, len(piece) + 1):
            if piece[root:] in ENDINGS:
                candidates = (piece[:root] + ending for ending in ENDINGS)
                yield from (one for one in candidates if one in self._written)


def _compare(piece: str, token: str) -> float:
    likeness = compare(piece, token)
    if likeness < AKIN and piece not in list_words_for_posts() and is_akin(piece, token):
        return AKIN
    return likeness
