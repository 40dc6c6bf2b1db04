"""Widths of a table's columns where some rows are too wide for one line."""

import re
from collections.abc import Iterable, Sequence

from briefing.output.cells import split_segments, width

_MAX_UNBROKEN = 22  # cells; a longer word is broken where columns are narrow
_FEW = 6  # cells; what is broken into fewer is not read but spelled
_PHRASE = 14  # cells; Chinese has no blanks, and a date or a name of that width is read as one word
_SHORT = 10  # cells; a column this narrow is not made narrower while there is room

_HAN = re.compile("[\u2e80-\uffef]")
"""A character of a script without blanks, or a mark of it."""


def min_total_width(columns: Iterable[Sequence[str]]) -> int:
    """Return the least total width in cells at which columns are read well, in either language.

    None breaks a word, and each has room for a phrase.
    """
    return sum(
        max(_least(lines), min(_PHRASE, max(map(width, lines)))) for lines in map(_lines, columns)
    )


def choose_widths(columns: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return the width in cells of each column, ``available`` in total or less.

    Every column first gets what its longest word needs. The rest is shared in proportion to the
    average width of the columns' lines, and no column gets more than its widest line needs.
    """
    lines = [_lines(column) for column in columns]
    natural = [max(map(width, column)) for column in lines]
    if sum(natural) <= available:
        return natural
    unbroken = [_least(column) for column in lines]
    if sum(unbroken) > available:
        unbroken = [min(_MAX_UNBROKEN, one) for one in unbroken]
    chosen = [max(least, min(_SHORT, most)) for least, most in zip(unbroken, natural, strict=True)]
    if sum(chosen) > available:
        chosen = unbroken
    mean = [1 + sum(map(width, column)) / len(column) for column in lines]
    while (spare := available - sum(chosen)) > 0:
        growing = [i for i, cells in enumerate(chosen) if cells < natural[i]]
        share = spare / sum(mean[i] for i in growing)
        for i in growing:
            more = min(natural[i] - chosen[i], max(1, int(share * mean[i])))
            chosen[i] += min(more, available - sum(chosen))
    while sum(chosen) > available and max(chosen) > 1:
        chosen[chosen.index(max(chosen))] -= 1
    return chosen


def _lines(cells: Iterable[str]) -> list[str]:
    return [line for cell in cells for line in cell.splitlines()] or [""]


def _least(lines: Sequence[str]) -> int:
    """Return the width of the longest word, or of a phrase of a script without words."""
    return max(min(_FEW, max(map(width, lines))), *map(_longest_word, lines))


def _longest_word(line: str) -> int:
    longest = max((width(segment.rstrip()) for segment in split_segments(line)), default=0)
    return max(longest, min(_PHRASE, width(line))) if _HAN.search(line) else longest
