"""Longest-match lookup of words at a place in a text."""

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Return the words of a text that blanks separate."""
    return frozenset(text.split())


class WordTable:
    """A set of words that finds the longest of them at a place in a text.

    A lookup takes at most as many slices as the words with that first character have different
    lengths, so that a scan over a text takes time linear in its length.
    """

    __slots__ = ("_lengths", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def longest(self, text: str, start: int) -> str:
        """Return the longest word of the table that begins at `start`, or an empty string."""
        for length in self._lengths.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self._words:
                return word
        return ""

    def longest_before(self, text: str, end: int, limit: int = 6) -> str:
        """Return the longest word, of at most `limit` characters, that ends at `end`, or ""."""
        for length in range(min(limit, end), 0, -1):
            word = text[end - length : end]
            if word in self._words:
                return word
        return ""

    @property
    def firsts(self) -> frozenset[str]:
        """The first characters of the words."""
        return frozenset(self._lengths)
