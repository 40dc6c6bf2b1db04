"""One line of a memo, with the places of its characters."""

from typing import NamedTuple


class Cell(NamedTuple):
    """Where a line stands in a table: the table, the row and the column, counted from 0."""

    table: int
    row: int
    column: int


class Line(NamedTuple):
    """One line of a memo: its text, and the line and column in the file of each character.

    A line of a ``cell`` of a table may have ``heads``: what the heads of its row and column tell
    before and behind the number that stands in it. A line that ``is_head`` is such a head itself.
    What stands at ``end`` and behind it is not judged. A heading has a ``level`` from 1, and an
    item of a list the ``mark`` that stands before its text.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    cell: Cell | None = None
    heads: tuple[str, str] | None = None
    is_head: bool = False
    end: int | None = None
    level: int = 0
    mark: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column in the file of the character at an offset."""
        return self.places[min(offset, len(self.places) - 1)]

    def read_cell(self) -> "Line":
        """Return the line with what its heads tell, of which all places are those of the cell."""
        before, behind = self.heads or ("", "")
        places = (
            *(self.places[:1] * len(before)),
            *self.places,
            *(self.places[-1:] * len(behind)),
        )
        return Line(before + self.text + behind, places)
