"""The compass on a terminal: places in boxes around a core, joined by lines."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.document import Box, Compass
from briefing.output.cells import width
from briefing.output.terminal.lines import Lines, Run, wrapped

_NARROWEST = 58
_WIDEST = 78
_JOIN = 3  # the length of the lines between boxes beside each other


class _Frame(NamedTuple):
    """A box with its words broken into lines."""

    body: Lines
    wide: int

    @property
    def tall(self) -> int:
        return len(self.body) + 2


class _Canvas:
    """Text by line and column. Of two texts in one place, the later one is shown."""

    def __init__(self) -> None:
        self._rows: list[dict[int, Run]] = []

    def put(self, line: int, column: int, run: Run) -> None:
        self._rows += ({} for _ in range(line + 1 - len(self._rows)))
        self._rows[line][column] = run

    def put_border(self, line: int, column: int, border: str) -> None:
        for index, character in enumerate(border, column):
            self.put(line, index, Run(character, "faint"))

    def put_frame(self, frame: _Frame, top: int, left: int, tall: int) -> None:
        """Draw a box of that height with its words in the middle."""
        self.put_border(top, left, f"┌{'─' * (frame.wide - 2)}┐")
        for line in range(top + 1, top + tall - 1):
            self.put_border(line, left, "│")
            self.put_border(line, left + frame.wide - 1, "│")
        self.put_border(top + tall - 1, left, f"└{'─' * (frame.wide - 2)}┘")
        for line, runs in enumerate(frame.body, top + 1 + (tall - frame.tall) // 2):
            column = left + (frame.wide - sum(width(run.text) for run in runs)) // 2
            for run in runs:
                self.put(line, column, run)
                column += width(run.text)

    def lines(self) -> Lines:
        """Return the lines, with blanks where nothing was put."""
        found: Lines = []
        for row in self._rows:
            line: list[Run] = []
            end = 0
            for column, run in sorted(row.items()):
                line += [Run(" " * (column - end)), run] if column > end else [run]
                end = column + width(run.text)
            found.append(line)
        return found


def draw(compass: Compass, cells: int) -> Lines:
    """Return the compass in at most that many cells, or no lines where it does not fit.

    A compass without a core is not drawn either.
    """
    if cells < _NARROWEST or compass.centre is None:
        return []
    whole = min(cells, _WIDEST)
    side = (whole - 2 * _JOIN) // 3
    core = whole - 2 * (side + _JOIN)
    outer = _outer_width([compass.north, compass.south], core + 2 * (side // 2), whole)
    centre = _frame(compass.centre, core)
    west, east = (_frame(box, side) if box else None for box in (compass.west, compass.east))
    north, south = (_frame(box, outer) if box else None for box in (compass.north, compass.south))
    tall = max(frame.tall for frame in (west, centre, east) if frame)
    top = north.tall if north else 0
    below = top + tall
    middle_line, middle_column = top + tall // 2, (whole - 1) // 2

    canvas = _Canvas()
    canvas.put_frame(centre, top, side + _JOIN, tall)
    if west:
        canvas.put_frame(west, middle_line - west.tall // 2, 0, west.tall)
        canvas.put_border(middle_line, side - 1, f"├{'─' * _JOIN}┤")
    if east:
        canvas.put_frame(east, middle_line - east.tall // 2, whole - side, east.tall)
        canvas.put_border(middle_line, whole - side - _JOIN - 1, f"├{'─' * _JOIN}┤")
    for frame, start, joint in ((north, 0, top), (south, below, below)):
        if frame:
            canvas.put_frame(frame, start, (whole - outer) // 2, frame.tall)
            canvas.put_border(joint - 1, middle_column, "┬")
            canvas.put_border(joint, middle_column, "┴")
    return canvas.lines()


def _outer_width(boxes: Sequence[Box | None], least: int, most: int) -> int:
    """Return the width at which the names in ``boxes`` need no second line, within bounds.

    It is even or odd as ``most`` is, so that the lines between the boxes meet.
    """
    names = [width(words) + 4 for box in boxes if box for words in box.name if words]
    wide = min(most, max([least, *names]))
    return wide + (most - wide) % 2


def _frame(box: Box, wide: int) -> _Frame:
    body: Lines = []
    for part, said in zip(box.part, box.part.remarked(box.remark), strict=True):
        if said:
            remark = said.removeprefix(part or "")
            body += wrapped([Run(part or "", "heading"), Run(remark)], wide - 4)
    names = [wrapped([Run(words)], wide - 4) for words in box.name if words]
    return _Frame(body + [line for name in names for line in name], wide)
