"""Longest-match lookup of words at a place in a text; the one access path to the word tables."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated table."""
    return frozenset(text.split())


class WordTable:
    """A set of words that answers which is the longest of them that begins here.

    A lookup costs at most as many slices as the longest word with that first character has
    characters, so a scan over a text is linear in its length.
    """

    __slots__ = ("_lengths", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def longest(self, text: str, start: int) -> str:
        """The longest word of the table that begins at `start`, or the empty string."""
        for length in self._lengths.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self._words:
                return word
        return ""

    def longest_before(self, text: str, end: int, limit: int = 6) -> str:
        """The longest word of the table, at most `limit` characters, that ends at `end`."""
        for length in range(min(limit, end), 0, -1):
            word = text[end - length : end]
            if word in self._words:
                return word
        return ""

    @property
    def firsts(self) -> frozenset[str]:
        """The characters that a word of the table can begin with."""
        return frozenset(self._lengths)

    def __contains__(self, word: str) -> bool:
        return word in self._words
