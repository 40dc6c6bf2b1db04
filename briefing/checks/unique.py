"""The shortest anchor around a place that stands nowhere else in the text."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise

from briefing.limits import ANCHOR_CHARACTERS
from briefing.names.gazetteer import places_by_name
from briefing.names.tables import words

_IN_NUMBER = re.compile("[0-9A-Za-z.．%％０-９]")
_MOST_PLACES = 300
_LONGEST_WORD = 5
_Ranked = tuple[int, int, int, int, str]
"""A piece of a text behind what ranks it: the best of several is the least."""


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


class UniquePieces:
    """The pieces of a text that stand nowhere else in it, no longer than an anchor may be.

    All places of the text are sorted by the characters from there on. Pieces that are alike stand
    side by side, so that nobody needs to go through the text to find whether there is another.
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

    def lengthen(self, anchor: str, start: int, stop: int) -> str | None:
        """Return the best unique anchor that holds another one where it stands in a paragraph."""
        places = re.finditer(f"(?={re.escape(anchor)})", self._text[start:stop])
        found = (self._find_best(start + at.start(), len(anchor), start, stop) for at in places)
        best = min(filter(None, found), default=None)
        return best[-1] if best else None

    def widen(self, at: int, length: int, start: int, stop: int) -> str | None:
        """Return the best unique anchor around a piece at a place.

        ``start`` and ``stop`` are where its paragraph begins and ends. The anchor is as short as
        can be, begins and ends with no blank, and cuts no number that the piece does not cut. One
        that cuts no word either is better, though it be longer. Of several that are as short, one
        without a mark of punctuation at its ends is better, then the one that goes on furthest.
        There is none where the piece stands at very many places.
        """
        best = self._find_best(at, length, start, stop)
        return best[-1] if best else None

    def _find_best(self, at: int, length: int, start: int, stop: int) -> _Ranked | None:
        if self._has_many(at, length):
            return None
        text, behind = self._text, at + length
        begins = [  # from which any piece is unique: the longest one is
            begin
            for begin in range(max(start, behind - ANCHOR_CHARACTERS), at + 1)
            if self.is_unique(begin, begin + ANCHOR_CHARACTERS)
            and not text[begin].isspace()
            and (begin == at or not _cuts_number(text, begin))
        ]
        best: _Ranked | None = None
        for size in range(length, ANCHOR_CHARACTERS + 1) if begins else ():
            for begin in begins:
                end = begin + size
                if (
                    behind <= end <= stop
                    and not text[end - 1].isspace()
                    and (end == behind or not _cuts_number(text, end))
                    and self.is_unique(begin, end)
                ):
                    cuts = (begin != at and _cuts_word(text, begin)) + (
                        end != behind and _cuts_word(text, end)
                    )
                    piece = text[begin:end]
                    one = cuts, size, _ends_in_marks(piece), -end, piece
                    best = min(best, one) if best else one
            if best and not best[0]:
                break
        return best

    def _has_many(self, at: int, length: int) -> bool:
        """Return whether a piece stands at more places than are gone through."""
        piece, rank = self._text[at : at + length], self._ranks[at]
        before = range(max(0, rank - _MOST_PLACES), rank)
        begins = bisect_left(before, True, key=lambda one: self._stands(piece, one))
        return self._stands(piece, before.start + begins + _MOST_PLACES)

    def _stands(self, piece: str, rank: int) -> bool:
        return rank < len(self._sorted) and self._text.startswith(piece, self._sorted[rank])


@lru_cache(maxsize=1)
def pieces_of(text: str) -> UniquePieces:
    """Return the unique pieces of a text, which are asked for many anchors of it."""
    return UniquePieces(text)
