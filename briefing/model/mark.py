"""Where the values of a text stand."""

from typing import NamedTuple

from briefing.problem import Path


class Mark(NamedTuple):
    """Where a value stands, from 0, and the marks of what it holds.

    ``keys`` has the mark of each key of a mapping, ``children`` that of each value in it, or of
    each item of a sequence by its index.
    """

    line: int
    column: int
    keys: dict[str | int, "Mark"]
    children: dict[str | int, "Mark"]

    def at(self, path: Path, *, key: bool = False) -> "Mark":
        """Return the mark at ``path``, or the nearest one above it; with ``key``, the key's own."""
        mark = self
        for depth, step in enumerate(path, start=1):
            if key and depth == len(path) and step in mark.keys:
                return mark.keys[step]
            if step not in mark.children:
                break
            mark = mark.children[step]
        return mark
