"""Reads the data files of this package, and finds their words in a text.

The package stands alone, so that it reads its files itself, also inside a zip file.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

_LONGEST_BEFORE = 6


def read_lines(name: str) -> list[str]:
    """Return the lines of the data file `name` that are neither blank nor comments.

    A comment is a line that is "#" alone or begins with "# ".
    """
    loader: Any = __spec__.loader
    content: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), name))
    lines = content.decode("utf-8").splitlines()
    return [line for line in lines if line.strip() and f"{line} "[:2] != "# "]


@cache
def read_rows(name: str) -> list[list[str]]:
    """Return the lines of a data file as lists of their columns, which tabs separate."""
    return [line.split("\t") for line in read_lines(name)]


def read_words(name: str) -> list[str]:
    """Return the words of a data file that has no columns."""
    return " ".join(read_lines(name)).split()


def read_context(rule: str) -> dict[str, tuple[str, ...]]:
    """Return what context.tsv says for a rule: what stands beside each word."""
    return {
        word: tuple(beside.split())
        for named, words, beside in read_rows("context.tsv")
        if named == rule
        for word in words.split()
    }


def words(text: str) -> frozenset[str]:
    """Return the words of a text that blanks separate."""
    return frozenset(text.split())


def either(words: Iterable[str]) -> str:
    """Return a pattern of the longest of some words at a place.

    It is a tree of their characters, so that at a place only those words are tried that go on as
    the text does.

    >>> either(["ton", "tonne", "tonnes", "%"])
    '(?:%|ton(?:ne(?:s)?)?)'
    """
    ordered = sorted(set(words))
    return f"(?:{_write_tree(ordered, 0)})"


def _write_tree(words: list[str], at: int) -> str:
    """Return the pattern of what sorted words that begin alike have from a character on."""
    branches = []
    for first, alike in groupby((one for one in words if len(one) > at), key=lambda one: one[at]):
        held = list(alike)
        pairs = zip(held[0], held[-1], strict=False)
        shared = next((place for place, (a, b) in enumerate(pairs) if a != b), len(held[0]))
        rest = _write_tree(held, shared)
        ends = len(held[0]) == shared
        behind = rest if not rest else f"(?:{rest})?" if ends else f"(?:{rest})"
        branches.append(re.escape(first + held[0][at + 1 : shared]) + behind)
    return "|".join(branches)


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

    def starts(self, text: str) -> list[int]:
        """Return the places in a text at which the first character of a word stands."""
        firsts = self._lengths
        return [at for at, character in enumerate(text) if character in firsts]

    def find_all(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the words in a text with their offsets, the longest at each place, none twice."""
        end = 0
        for at in self.starts(text):
            if at >= end and (word := self.longest(text, at)):
                yield at, word
                end = at + len(word)

    def longest_before(self, text: str, end: int) -> str:
        """Return the longest word, of at most six characters, that ends at `end`, or ""."""
        words = (text[start:end] for start in range(max(0, end - _LONGEST_BEFORE), end))
        return next((word for word in words if word in self._words), "")
