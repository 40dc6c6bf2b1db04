"""Counts where a reader of a document is in its tables, which may stand in each other."""


class Cells:
    """The table, row and column that is being read, each counted from 0."""

    def __init__(self) -> None:
        self._open: list[list[int]] = []
        self._taken: list[set[tuple[int, int]]] = []  # by cells of rows before, in open tables
        self._tables = 0

    def begin(self, part: str, columns: int = 1, rows: int = 1) -> None:
        """Take notice that a ``table``, a ``row`` or a ``cell`` begins; others are no part.

        A cell may go over several columns and rows.
        """
        if part == "table":
            self._open.append([self._tables, -1, -1])
            self._taken.append(set())
            self._tables += 1
        elif self._open and part == "row":
            self._open[-1][1:] = [self._open[-1][1] + 1, -1]
        elif self._open and part == "cell":
            _, row, column = self._open[-1]
            column += 1
            while (row, column) in self._taken[-1]:
                column += 1
            self._open[-1][2] = column
            self._take(columns, rows)

    def widen(self, columns: int) -> None:
        """Take notice that the cell that is being read goes over several columns."""
        if self.here():
            self._take(columns, 1)

    def _take(self, columns: int, rows: int) -> None:
        _, row, column = self._open[-1]
        self._taken[-1].update(
            (row + down, column + right)
            for down in range(rows)
            for right in range(columns)
            if down or right
        )

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
