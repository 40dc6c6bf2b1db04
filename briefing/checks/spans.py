"""Where words stand in a text, and which stretches of it have a part in common.

A long text in which many words are looked for is gone through once, and a stretch is found by where
it stands, however many there are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
Span = tuple[int, int]
"""The offsets of the first character and of that behind the last."""


class Spans(Generic[T]):
    """Spans of one paragraph in order, each with what it is of."""

    def __init__(self, held: Iterable[tuple[Span, T]]) -> None:
        self._held = sorted(held, key=lambda one: one[0])
        # The farthest end of all up to each; it tells how far back a span may go on.
        self._reach = list(accumulate((span[1] for span, _ in self._held), max))

    def touching(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Yield the spans that have a part in common with one, the last first."""
        at = bisect_left(self._held, span[1], key=lambda one: one[0][0])
        while at and self._reach[at - 1] > span[0]:
            at -= 1
            if self._held[at][0][1] > span[0]:
                yield self._held[at]

    def touch(self, span: Span) -> bool:
        """Return whether one of the spans has a part in common with a span."""
        return any(True for _ in self.touching(span))

    def hold(self, span: Span) -> bool:
        """Return whether one of the spans has all of a span."""
        return any(start <= span[0] and span[1] <= end for (start, end), _ in self.touching(span))


def make_spans(spans: Iterable[Span]) -> Spans[None]:
    """Return spans of which it does not matter what they are of."""
    return Spans((span, None) for span in spans)


class Standing(Protocol):
    """What begins at an offset of a paragraph."""

    @property
    def start(self) -> int:
        """The offset of its first character."""


Stands = TypeVar("Stands", bound=Standing)


def between(held: Sequence[Stands], first: int, last: int) -> Sequence[Stands]:
    """Return those of some things, in order, that begin from one offset up to another."""
    begin = bisect_left(held, first, key=lambda one: one.start)
    return held[begin : bisect_left(held, last, lo=begin, key=lambda one: one.start)]


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Return whether a span has a part in common with one of a few others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def find_touched(spans: Sequence[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Yield those of some spans that have a part in common with others, each once and in order.

    The spans are in order and do not overlap; there may be far more of them than of the others.

    >>> list(find_touched([(0, 2), (3, 5), (7, 9)], [(4, 8), (4, 6)]))
    [(3, 5), (7, 9)]
    """
    reached = 0
    for start, end in sorted(others):
        at = max(reached, bisect_left(spans, start, key=lambda one: one[0]) - 1)
        while at < len(spans) and spans[at][0] < end:
            if spans[at][1] > start:
                yield spans[at]
            at += 1
            reached = at


_LONG = 2_000
"""Characters of a text in which every part is as quickly looked for alone."""
_FEW = 50
"""So many parts are looked for in a long text before its pairs of characters are listed."""
_RARE = 100
"""A pair of characters that stands at most once in so many tells where a part may stand."""


def find_all(text: str, part: str) -> list[Span]:
    """Return the spans at which a part stands in a text, none overlapping; an empty one has none.

    >>> find_all("三座码头，三座", "三座")
    [(0, 2), (5, 7)]
    """
    found = []
    at = text.find(part) if part else -1
    while at >= 0:
        found.append((at, at + len(part)))
        at = text.find(part, at + len(part))
    return found


class Occurrences:
    """One text in which many parts are looked for, each of which costs what it finds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0

    def find(self, part: str) -> list[Span]:
        """Return the same as :func:`find_all`."""
        self._asked += 1
        if self._asked <= _FEW or len(self._text) <= _LONG or len(part) < 2:
            return find_all(self._text, part)
        pairs = ((self._places.get(part[at : at + 2], []), at) for at in range(len(part) - 1))
        places, behind = min(pairs, key=lambda one: len(one[0]))
        if len(places) * _RARE > len(self._text):
            return find_all(self._text, part)
        found: list[Span] = []
        for place in places:
            start = place - behind
            is_free = not found or found[-1][1] <= start
            if start >= 0 and is_free and self._text.startswith(part, start):
                found.append((start, start + len(part)))
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each two characters stand together."""
        found: dict[str, list[int]] = {}
        for at in range(len(self._text) - 1):
            found.setdefault(self._text[at : at + 2], []).append(at)
        return found


_LONGEST_SOUGHT = 32
"""A word that is longer is looked for alone: a model has room for few of them."""


class Words:
    """Many words that are looked for in one text after another.

    They are found in the same order in whatever order they are given.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._known = {word for word in words if word}
        self._long = sorted(word for word in self._known if len(word) > _LONGEST_SOUGHT)
        lengths: dict[str, set[int]] = {}
        for word in self._known:
            if len(word) <= _LONGEST_SOUGHT:
                lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {begin: sorted(found) for begin, found in lengths.items()}
        firsts = "".join(sorted({re.escape(begin[0]) for begin in self._lengths}))
        self._firsts = re.compile(f"[{firsts}]" if firsts else "(?!)")

    def find(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield every word that stands in a text, with its offset; those of one do not overlap."""
        for word in self._long if len(text) > _LONGEST_SOUGHT else ():
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
