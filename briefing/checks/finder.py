"""Where many words stand in a text, which is gone through once for all of them."""

import re
from collections.abc import Iterable, Iterator

from briefing.checks.occurrences import find_all

_LONG = 32
"""A word that is longer is looked for alone: a model has room for few of them."""


class Words:
    """Many words that are looked for in one text after another.

    They are found in the same order in whatever order they are given.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {word for word in words if word}
        self._long = sorted(word for word in self._known if len(word) > _LONG)
        lengths: dict[str, set[int]] = {}
        for word in self._known:
            if len(word) <= _LONG:
                lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {begin: sorted(found) for begin, found in lengths.items()}
        firsts = "".join(sorted({re.escape(begin[0]) for begin in self._lengths}))
        self._firsts = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield every word that stands in a text, with its offset; those of one do not overlap."""
        for word in self._long if len(text) > _LONG else ():
            yield from ((word, start) for start, _ in find_all(text, word))
        free: dict[str, int] = {}
        for at in (one.start() for one in self._firsts.finditer(text)):
            for begin in (text[at], text[at : at + 2]):
                for length in self._lengths.get(begin, ()):
                    word = text[at : at + length]
                    if word in self._known and free.get(word, 0) <= at:
                        free[word] = at + length
                        yield word, at


def find_each(text: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield every word that stands in a text, with its offset; those of one word do not overlap.

    >>> sorted(find_each("三座码头，码头三座", ["三座", "码头", "头，码", "五座"]))
    [('三座', 0), ('三座', 7), ('头，码', 3), ('码头', 2), ('码头', 5)]
    """
    return Words(words).find(text)
