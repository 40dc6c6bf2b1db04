"""Width and line breaks of text on a terminal, whose unit is the cell.

A Chinese character fills two cells. A line may break between any two Chinese characters, but no
line begins with a closing mark or ends with an opening one (GB/T 15834-2011, 5.1).
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

_NOT_FIRST = frozenset("，。、；：？！）》」』】〕”’…—·％,.;:?!)]}%")
_NOT_LAST = frozenset("（《「『【〔“‘([{")
_SPACE = r"[^\S\xa0]"  # a no-break space holds together what stands around it
_WORD = r"(?:\xa0|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—])"
_HYPHEN = "[-–](?=[A-Z])"  # a name such as Beijing-Tianjin may break here, an id may not
_SEGMENTS = re.compile(rf"{_SPACE}+|(?:(?!{_HYPHEN}){_WORD})+(?:{_HYPHEN})?|.", re.S)


def width(text: str) -> int:
    """Return how many cells ``text`` fills.

    >>> width("阳泉"), width("Yangquan")
    (4, 8)
    """
    return len(text) if text.isascii() else sum(map(_character_width, text))


@cache
def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, cells: int) -> str:
    """Return ``text`` with spaces after it, so that it fills that many cells."""
    return text + " " * (cells - width(text))


def split_segments(text: str) -> list[str]:
    """Return the parts of ``text`` between which a line may break, each with its spaces."""
    segments: list[str] = []
    for part in _SEGMENTS.findall(text):
        last = segments[-1] if segments else ""
        if last and (
            part.isspace()
            or (not last[-1].isspace() and (part[0] in _NOT_FIRST or last[-1] in _NOT_LAST))
        ):
            segments[-1] += part
        else:
            segments.append(part)
    return segments


def find_breaks(text: str, cells: int) -> list[int]:
    """Return the offsets at which to break ``text`` into lines of at most that many cells.

    A segment wider than a whole line is broken wherever the line is full.
    """
    offsets: list[int] = []
    if width(text) <= cells:
        return offsets
    start = used = 0
    for segment in split_segments(text):
        needed = width(segment.rstrip())
        if used and used + needed > cells:
            offsets.append(start)
            used = 0
        if needed > cells:
            for offset, character in enumerate(segment, start):
                size = _character_width(character)
                if used and used + size > cells and not character.isspace():
                    offsets.append(offset)
                    used = 0
                used += size
        else:
            used += width(segment)
        start += len(segment)
    return offsets


def wrap(text: str, cells: int) -> list[str]:
    """Return ``text`` as lines of at most that many cells."""
    edges = [0, *find_breaks(text, cells), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(edges)]
