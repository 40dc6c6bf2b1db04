"""Counts where a reader of a document is in its tables, which may stand in each other."""

import re

_MOST_SPANNED = 100
"""No table that is read by people has a cell over more columns or rows."""


class Cells:
    """The table, row and column that is being read, each counted from 0."""

    def __init__(self) -> None:
        self._open: list[list[int]] = []
        self._taken: list[dict[int, int]] = []  # for columns of open tables, up to which row
        self._tables = 0

    def begin(self, part: str, columns: int = 1, rows: int = 1) -> None:
        """Take notice that a ``table``, a ``row`` or a ``cell`` begins; others are no part.

        A cell may go over several columns and rows.
        """
        if part == "table":
            self._open.append([self._tables, -1, -1])
            self._taken.append({})
            self._tables += 1
        elif self._open and part == "row":
            self._open[-1][1:] = [self._open[-1][1] + 1, -1]
        elif self._open and part == "cell":
            _, row, column = self._open[-1]
            column += 1
            while self._taken[-1].get(column, 0) > row:
                column += 1
            self._open[-1][2] = column
            self.widen(columns, rows)

    def widen(self, columns: int, rows: int = 1) -> None:
        """Take notice that the cell that is being read goes over several columns and rows."""
        if here := self.here():
            _, row, column = here
            self._taken[-1] |= dict.fromkeys(range(column, column + columns), row + rows)

    def end(self, part: str) -> None:
        """Take notice that such a part ends."""
        if part == "table" and self._open:
            self._open.pop()
            self._taken.pop()
        elif part == "row" and self._open:
            self._open[-1][2] = -1

    def here(self) -> tuple[int, int, int] | None:
        """Return the table, row and column, or None outside of cells."""
        table, row, column = self._open[-1] if self._open else (0, -1, -1)
        return (table, row, column) if row >= 0 and column >= 0 else None


def read_span(written: str | None) -> int:
    """Return over how many columns or rows a cell goes, as a document writes it, or 1."""
    known = re.fullmatch("[1-9][0-9]{0,3}", written or "")
    return min(int(known[0]), _MOST_SPANNED) if known else 1
