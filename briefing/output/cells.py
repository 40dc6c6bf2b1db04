"""Text measured and broken as terminals and Chinese typesetting want it.

A Chinese character fills two cells. A line may break between any two of them, but does not begin
with a closing mark, nor end with an opening one (GB/T 15834-2011, 5.1).
"""

import re
import unicodedata
from itertools import pairwise

_NOT_FIRST = frozenset("，。、；：？！）》」』】〕”’…—·％,.;:?!)]}%")
_NOT_LAST = frozenset("（《「『【〔“‘([{")
_WORD = r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_HYPHEN = "[-–](?=[A-Z])"  # a compound of names may break behind its hyphen, an id may not
_PIECES = re.compile(rf"\s+|(?:(?!{_HYPHEN}){_WORD})+(?:{_HYPHEN})?|.", re.S)


def width(text: str) -> int:
    """Return how many cells ``text`` fills.

    >>> width("阳泉"), width("Yangquan")
    (4, 8)
    """
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, cells: int) -> str:
    """Return ``text`` with blanks after it, so that it fills that many cells."""
    return text + " " * (cells - width(text))


def centre(text: str, cells: int) -> str:
    """``text`` in the middle of that many cells."""
    before = (cells - width(text)) // 2
    return pad(" " * max(0, before) + text, cells)


def pieces(text: str) -> list[str]:
    """Return the pieces of ``text`` that no line break may part, each with the blanks after it."""
    found: list[str] = []
    for piece in _PIECES.findall(text):
        joined = found and (piece.isspace() or piece[0] in _NOT_FIRST or found[-1][-1] in _NOT_LAST)
        if joined and not (found[-1][-1].isspace() and not piece.isspace()):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def breaks(text: str, cells: int) -> list[int]:
    """Return the offsets at which to break ``text`` into lines of at most that many cells.

    A piece wider than a whole line is broken wherever the line is full.
    """
    offsets: list[int] = []
    if width(text) <= cells:
        return offsets
    at = used = 0
    for piece in pieces(text):
        solid = width(piece.rstrip())
        if used and used + solid > cells:
            offsets.append(at)
            used = 0
        if solid > cells:
            for index, character in enumerate(piece):
                size = _cells(character)
                if used and used + size > cells and not character.isspace():
                    offsets.append(at + index)
                    used = 0
                used += size
        else:
            used += width(piece)
        at += len(piece)
    return offsets


def wrap(text: str, cells: int) -> list[str]:
    """Return ``text`` as lines of at most that many cells."""
    edges = [0, *breaks(text, cells), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(edges)]
