"""Stretches of a paragraph, which are found by where they stand, however many there are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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
