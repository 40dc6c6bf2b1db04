"""One line of a memo, with the places of its characters."""

from typing import NamedTuple


class Line(NamedTuple):
    """One line of a memo: its text, and the line and column in the file of each character."""

    text: str
    places: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column in the file of the character at an offset."""
        return self.places[min(offset, len(self.places) - 1)]
