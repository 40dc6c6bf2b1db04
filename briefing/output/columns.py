"""The widths of a table's columns where its rows do not fit on one line each."""

from collections.abc import Sequence

from briefing.output.cells import pieces, width

_LONGEST_PIECE = 22
_SHORT = 10


def least(columns: Sequence[Sequence[str]]) -> int:
    """Return the width below which some word would be broken."""
    lines = ([line for cell in cells for line in cell.splitlines()] for cells in columns)
    return sum(max(map(_piece, column), default=0) for column in lines)


def widths(columns: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return the width of each column, given its cells, so that they fill ``available`` together.

    Every column gets what a short cell or its longest unbroken piece needs; what is left goes to
    those that have more to say, by the average of their cells, and none gets more than its widest
    cell.
    """
    lines = [[line for cell in cells for line in cell.splitlines()] or [""] for cells in columns]
    natural = [max(map(width, column)) for column in lines]
    if sum(natural) <= available:
        return natural
    longest = [min(_LONGEST_PIECE, max(map(_piece, column))) for column in lines]
    given = [max(piece, min(_SHORT, most)) for piece, most in zip(longest, natural, strict=True)]
    if sum(given) > available:
        given = longest
    mean = [1 + sum(map(width, column)) / len(column) for column in lines]
    while (spare := available - sum(given)) > 0:
        hungry = [i for i, cells in enumerate(given) if cells < natural[i]]
        share = spare / sum(mean[i] for i in hungry)
        for i in hungry:
            more = min(natural[i] - given[i], max(1, int(share * mean[i])))
            given[i] += min(more, available - sum(given))
    while sum(given) > available and max(given) > 1:
        given[given.index(max(given))] -= 1
    return given


def _piece(line: str) -> int:
    return max((width(piece.rstrip()) for piece in pieces(line)), default=0)
