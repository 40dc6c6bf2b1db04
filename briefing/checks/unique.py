"""The shortest anchor around a place that stands nowhere else in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, islice, pairwise

from briefing.limits import ANCHOR_CHARACTERS
from briefing.names.gazetteer import places_by_name
from briefing.names.tables import words

_IN_NUMBER = re.compile("[0-9A-Za-z.．%％０-９]")
_MOST_PLACES = 300
_LONGEST_WORD = 5


def shortest_unique(text: str, anchor: str, start: int, stop: int) -> str | None:
    """Return the shortest unique anchor that holds another one where it stands in a paragraph.

    ``text`` is the whole text, a paragraph a line, and the paragraph goes from ``start`` to
    ``stop`` in it. It is at most as long as an anchor may be, begins and ends with no blank, and
    cuts no number that the other anchor does not cut. One that cuts no word either is better,
    though it be longer. Of several that are as short, one without a mark of punctuation at its
    ends is better, then the one that goes on furthest. There is none where the anchor stands at
    very many places.
    """
    places = list(islice(_find_all(text, anchor), _MOST_PLACES + 1))
    if len(places) > _MOST_PLACES:
        return None
    found = [
        window
        for at in places
        if start <= at and at + len(anchor) <= stop
        for window in _unique_windows(text, anchor, places, at, start, stop)
    ]
    return min(found)[-1] if found else None


def _unique_windows(
    text: str, anchor: str, places: list[int], at: int, start: int, stop: int
) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield the unique pieces around one place with what ranks them, the best of them least."""
    for begin, end in _windows(text, places, at, len(anchor)):
        piece = text[begin:end]
        if (
            start <= begin
            and end <= stop
            and piece == piece.strip()
            and (begin == at or not _cuts_number(text, begin))
            and (end == at + len(anchor) or not _cuts_number(text, end))
        ):
            cuts = (begin != at and _cuts_word(text, begin)) + (
                end != at + len(anchor) and _cuts_word(text, end)
            )
            yield cuts, end - begin, _ends_in_marks(piece), -end, piece


def _windows(text: str, places: list[int], at: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield where unique pieces around a place begin and end."""
    spare = max(0, ANCHOR_CHARACTERS - length)
    least = [0] * (spare + 1)  # characters behind the place, by those before it
    for other in places:
        if other != at:
            before, after = _alike(text, at, other, length, spare)
            least[before] = max(least[before], after + 1)
    least = [*accumulate(reversed(least), max)][::-1]
    for left in range(min(spare, at) + 1):
        for more in range(least[left], spare - left + 1):
            yield at - left, at + length + more


def _find_all(text: str, anchor: str) -> Iterator[int]:
    at = text.find(anchor)
    while at >= 0:
        yield at
        at = text.find(anchor, at + 1)


def _alike(text: str, one: int, other: int, length: int, most: int) -> tuple[int, int]:
    """Return how many characters before two places are the same, and how many behind them."""
    before, before_other = (text[max(0, at - most) : at][::-1] for at in (one, other))
    behind, behind_other = (text[at : at + most] for at in (one + length, other + length))
    return _count_alike(before, before_other), _count_alike(behind, behind_other)


def _count_alike(one: str, other: str) -> int:
    """Return with how many characters two short texts begin alike."""
    if one == other:
        return len(one)
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cuts_number(text: str, at: int) -> bool:
    return bool(_IN_NUMBER.match(text[at - 1 : at]) and _IN_NUMBER.match(text[at : at + 1]))


def _cuts_word(text: str, at: int) -> bool:
    return text[at - 1 : at + 1] in _joined()


@cache
def _joined() -> frozenset[str]:
    """Return pairs of characters that stand in one word: common words, and names of places."""
    named = (name for name in places_by_name() if len(name) < _LONGEST_WORD)
    pairs = ("".join(pair) for name in named for pair in pairwise(name))
    return frozenset([*words("whole-word"), *pairs, "中国"])


def _ends_in_marks(text: str) -> int:
    return (not text[0].isalnum()) + (not text[-1].isalnum())


class Occurrences:
    """All places of a text, sorted by the characters from there on that an anchor may have.

    Pieces that are alike stand side by side, so that nobody needs to go through the text to find
    whether a piece of it stands anywhere else.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._sorted = sorted(range(len(text)), key=lambda at: text[at : at + ANCHOR_CHARACTERS])
        self._ranks = [0] * len(text)
        for rank, at in enumerate(self._sorted):
            self._ranks[at] = rank

    def is_unique(self, start: int, end: int) -> bool:
        """Return whether a piece, no longer than an anchor, stands nowhere else in the text."""
        rank, piece = self._ranks[start], self._text[start:end]
        beside = (*self._sorted[max(rank - 1, 0) : rank], *self._sorted[rank + 1 : rank + 2])
        return not any(self._text.startswith(piece, at) for at in beside)

    def widen(self, at: int, length: int, start: int, stop: int) -> str | None:
        """Return the shortest unique anchor around a piece, as :func:`shortest_unique` chooses it.

        ``at`` is where the piece stands, and ``start`` and ``stop`` where its paragraph does.
        """
        if self._has_many(at, length):
            return None
        text, behind = self._text, at + length
        begins = [  # from which any piece is unique: the longest one is
            begin
            for begin in range(max(start, behind - ANCHOR_CHARACTERS), at + 1)
            if self.is_unique(begin, begin + ANCHOR_CHARACTERS)
        ]
        best: tuple[int, str] | None = None
        for size in range(length, ANCHOR_CHARACTERS + 1) if begins else ():
            found = [
                (
                    (begin != at and _cuts_word(text, begin))
                    + (begin + size != behind and _cuts_word(text, begin + size)),
                    _ends_in_marks(text[begin : begin + size]),
                    -begin,
                )
                for begin in begins
                if behind - size <= begin <= stop - size
                and not text[begin].isspace()
                and not text[begin + size - 1].isspace()
                and (begin == at or not _cuts_number(text, begin))
                and (begin + size == behind or not _cuts_number(text, begin + size))
                and self.is_unique(begin, begin + size)
            ]
            if found:
                cuts, _, before = min(found)
                if best is None or cuts < best[0]:
                    best = cuts, text[-before : size - before]
                if cuts == 0:
                    break
        return best[1] if best else None

    def _has_many(self, at: int, length: int) -> bool:
        """Return whether a piece stands at more places than are gone through."""
        piece, rank = self._text[at : at + length], self._ranks[at]
        before = range(max(0, rank - _MOST_PLACES), rank)
        begins = bisect_left(before, True, key=lambda one: self._stands(piece, one))
        return self._stands(piece, before.start + begins + _MOST_PLACES)

    def _stands(self, piece: str, rank: int) -> bool:
        return rank < len(self._sorted) and self._text.startswith(piece, self._sorted[rank])
