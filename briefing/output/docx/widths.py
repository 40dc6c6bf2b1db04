"""The widths of the columns of a table in Word, by what stands in them."""

import re
from collections.abc import Sequence
from math import ceil

from briefing import document as doc
from briefing.output.cells import width
from briefing.output.columns import choose_widths

_CELL_WIDTH = 98  # of a terminal cell, or half of a Chinese character, in a table
_UNWRAPPED = {"number": 1.0, "paragraph": 1.3, "id": 0.85}
"""The roles of columns that do not wrap, and the cells that a character takes."""
_SCRIPT_CHANGE = re.compile("(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])")


def share_width(whole: int, shares: Sequence[float]) -> list[int]:
    """Return the widths of columns that share the whole in the given proportions."""
    return [int(whole * share / sum(shares)) for share in shares]


def measure_columns(block: doc.Table, kept: Sequence[int], whole: int) -> list[int]:
    """Return the widths in terminal cells of the columns that are kept of a table.

    ``whole`` is the width that they share, in twentieths of a point.
    """
    measured = [
        [
            _measurable(cell, _UNWRAPPED.get(block.columns[at].role))
            for cell in (block.columns[at].heading, *(row[at] for row in block.rows))
        ]
        for at in kept
    ]
    available = whole // _CELL_WIDTH - 2 * len(measured)
    return [cells + 2 for cells in choose_widths(measured, available)]


def _measurable(cell: doc.Cell, unwrapped: float | None) -> str:
    """Return a text that is as wide in terminal cells as a cell's text is in Word.

    ``unwrapped`` is the width of a character of a text that must not be wrapped. Such a text is
    returned as one long word.
    """
    # Word adds about half a cell between a Chinese character and a letter or digit.
    lines = [
        text + "_" * ceil(len(_SCRIPT_CHANGE.findall(text)) / 2) for _, text in doc.texts(cell)
    ]
    if unwrapped:
        lines = ["_" * ceil(unwrapped * width(line)) for line in lines]
    return "\n".join(lines)
