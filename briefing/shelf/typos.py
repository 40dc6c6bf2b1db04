"""The words of the records that are near to one that stands in none of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from string import ascii_lowercase

from briefing.names.pinyin import sound_of
from briefing.names.stems import stem
from briefing.shelf.pages import LABELS, Page, level
from briefing.shelf.query import JOINING
from briefing.shelf.wordpatterns import LONGEST_WORD, is_han, is_latin

_MIN_LETTERS = 4
_LONG = 7  # letters; so long a word may have two mistakes
_MIN_HAN = 3  # characters; of a shorter name one may not be wrong


class Spelling:
    """The words and names of some pages, of which those are found that are near to another one."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._near: dict[str, list[str]] = {}

    def suggest(self, word: str) -> list[str]:
        """Return the words that are nearest to one; none where no word is near.

        Characters that sound alike are near, as is a word with one letter or character more, fewer
        or other, or with two exchanged. Of words of one stem only the first is returned.
        """
        levelled = level(word).strip()
        if len(levelled) > LONGEST_WORD:
            return []
        if levelled not in self._near:
            find = self._near_latin if is_latin(levelled) else self._near_han
            self._near[levelled] = find(levelled)
        return self._near[levelled]

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """The words of letters, each with its letters as bits."""
        known = dict.fromkeys(one for page in self._pages for one in page.words)
        return [(one, _letters_of(one)) for one in known if one not in JOINING]

    @cached_property
    def _names(self) -> list[str]:
        """The Chinese names and labels of the pages."""
        return list(dict.fromkeys(_list_names(self._pages)))

    def _near_latin(self, word: str) -> list[str]:
        if len(word) < _MIN_LETTERS:
            return []
        most = 2 if len(word) >= _LONG else 1
        letters, size = _letters_of(word), len(word)
        # One mistake makes a difference of at most two letters.
        alike = (
            one
            for one, others in self._words
            if (letters ^ others).bit_count() <= 2 * most and -most <= len(one) - size <= most
        )
        near = find_nearest(word, alike, most)
        return list({stem(one): one for one in reversed(near)}.values())[::-1]

    def _near_han(self, word: str) -> list[str]:
        if not is_han(word):
            return []
        alike = re.compile(sound_of(word))
        sounding = dict.fromkeys(
            one[0] for page in self._pages for one in alike.finditer(page.level)
        )
        if sounding or len(word) < _MIN_HAN:
            return list(sounding)
        return find_nearest(word, self._names, 1)


@cache
def _bits() -> dict[str, tuple[int, int]]:
    """Return the bits for the first and for any further of each letter in a word."""
    return {one: (1 << 2 * at, 2 << 2 * at) for at, one in enumerate(ascii_lowercase)}


def _letters_of(word: str) -> int:
    """Return the letters of a word as bits: which it has, and which more than once."""
    bits, held = _bits(), 0
    for one in word:
        first, more = bits[one]
        held |= more if held & first else first
    return held


def _list_names(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for text in page.texts:
            if text.kind <= LABELS and text.lang == "zh":
                yield level(text.text).replace(" ", "")


def find_nearest(word: str, others: Iterable[str], most: int) -> list[str]:
    """Return those of some words that are nearest to one, with no more mistakes than ``most``."""
    near: list[str] = []
    for one in others:
        steps = measure_distance(word, one, most)
        if steps < most:
            near, most = [], steps
        if steps == most:
            near.append(one)
    return near


def measure_distance(one: str, other: str, most: int) -> int:
    """Return how many characters must be added, taken, changed or exchanged with the next.

    Where they are more than ``most``, any number above that is returned.

    >>> measure_distance("yangqan", "yangquan", 2), measure_distance("xinhzou", "xinzhou", 2)
    (1, 1)
    >>> measure_distance("yangquan", "taiyuan", 2) > 2
    True
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, character in enumerate(one, 1):
        above, before_last = row, before
        # What is further from the diagonal takes more steps than there may be.
        first, last = max(1, at - most), min(len(other), at + most)
        row = [most + 1] * (len(other) + 1)
        row[0] = at
        for to in range(first, last + 1):
            met = other[to - 1]
            steps = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (character != met))
            if at > 1 and to > 1 and character == other[to - 2] and one[at - 2] == met:
                steps = min(steps, before_last[to - 2] + 1)
            row[to] = steps
        # An exchange of two characters leaps over one row.
        if min(row) > most and min(above) >= most:
            return most + 1
        before = above
    return row[-1]
