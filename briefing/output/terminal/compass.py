"""The compass on a terminal: boxes for places around a core, joined by lines."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.document import Box, Compass
from briefing.output.cells import width
from briefing.output.terminal.lines import Lines, Run, wrap_runs

_MIN_WIDTH, _MAX_WIDTH = 58, 78  # cells
_JOIN = 2  # cells; the length of the lines between boxes beside each other


class _Frame(NamedTuple):
    """A box with its text wrapped; its width in cells and its height in lines have borders."""

    body: Lines
    width: int

    @property
    def height(self) -> int:
        return len(self.body) + 2


class _Canvas:
    """Text by line and column. A later text replaces an earlier one in the same place."""

    def __init__(self) -> None:
        self._rows: list[dict[int, Run]] = []

    def put(self, line: int, column: int, run: Run) -> None:
        self._rows += ({} for _ in range(line + 1 - len(self._rows)))
        self._rows[line][column] = run

    def put_border(self, line: int, column: int, border: str) -> None:
        for index, character in enumerate(border, column):
            self.put(line, index, Run(character, "line"))

    def put_frame(self, frame: _Frame, top: int, left: int, height: int) -> None:
        """Draw a box of that height with its text in the middle."""
        self.put_border(top, left, f"┌{'─' * (frame.width - 2)}┐")
        for line in range(top + 1, top + height - 1):
            self.put_border(line, left, "│")
            self.put_border(line, left + frame.width - 1, "│")
        self.put_border(top + height - 1, left, f"└{'─' * (frame.width - 2)}┘")
        for line, runs in enumerate(frame.body, top + 1 + (height - frame.height) // 2):
            column = left + (frame.width - sum(width(run.text) for run in runs)) // 2
            for run in runs:
                self.put(line, column, run)
                column += width(run.text)

    def lines(self) -> Lines:
        """Return the lines, with spaces where nothing was put."""
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
    """Return the compass in at most that many cells.

    Return no lines where it does not fit or has no centre.
    """
    if cells < _MIN_WIDTH or compass.centre is None:
        return []
    total = min(cells, _MAX_WIDTH)
    side = min(_side_width(compass.west, compass.east), (total - 2 * _JOIN) // 3)
    core = total - 2 * (side + _JOIN)
    outer = _outer_width([compass.north, compass.south], core + 2 * (side // 2), total)
    centre = _frame(compass.centre, core)
    west, east = (_frame(box, side) if box else None for box in (compass.west, compass.east))
    north, south = (
        _frame(box, outer, one_line=True) if box else None for box in (compass.north, compass.south)
    )
    height = max(frame.height for frame in (west, centre, east) if frame)
    top = north.height if north else 0
    below = top + height
    middle_line, middle_column = top + height // 2, (total - 1) // 2

    canvas = _Canvas()
    canvas.put_frame(centre, top, side + _JOIN, height)
    if west:
        canvas.put_frame(west, middle_line - west.height // 2, 0, west.height)
        canvas.put_border(middle_line, side - 1, f"├{'─' * _JOIN}┤")
    if east:
        canvas.put_frame(east, middle_line - east.height // 2, total - side, east.height)
        canvas.put_border(middle_line, total - side - _JOIN - 1, f"├{'─' * _JOIN}┤")
    for frame, start, joint in ((north, 0, top), (south, below, below)):
        if frame:
            canvas.put_frame(frame, start, (total - outer) // 2, frame.height)
            canvas.put_border(joint - 1, middle_column, "┬")
            canvas.put_border(joint, middle_column, "┴")
    return canvas.lines()


def _side_width(*boxes: Box | None) -> int:
    """Return the width in cells at which no text in the boxes is wrapped."""
    texts = [text for box in boxes if box for text in (*box.part.remarked(box.remark), *box.name)]
    return max((width(text) for text in texts if text), default=0) + 4


def _outer_width(boxes: Sequence[Box | None], least: int, most: int) -> int:
    """Return the width in cells at which no name in ``boxes`` is wrapped, within two limits.

    It is even where ``most`` is even, and odd where that is odd, so that lines between boxes meet.
    """
    names = [width(words) + 4 for box in boxes if box for words in box.name if words]
    outer = min(most, max([least, *names]))
    return outer + (most - outer) % 2


def _on_one_line(box: Box, cells: int) -> list[Run]:
    """Return a box's part and name on one line, if it holds them and they are in one language."""
    parts = [text for text in box.part.remarked(box.remark) if text]
    names = [text for text in box.name if text]
    if len(parts) != 1 or len(names) != 1:
        return []
    part = next(filter(None, box.part), "")
    colon = "：" if box.name.zh else ": "
    line = [Run(part, "heading"), Run(parts[0].removeprefix(part) + colon), Run(names[0])]
    return line if sum(width(run.text) for run in line) <= cells else []


def _frame(box: Box, frame_width: int, *, one_line: bool = False) -> _Frame:
    if one_line and (line := _on_one_line(box, frame_width - 4)):
        return _Frame([line], frame_width)
    body: Lines = []
    for part, remarked in zip(box.part, box.part.remarked(box.remark), strict=True):
        if remarked:
            body += _wrap_part(part or "", remarked, frame_width - 4)
    for name in filter(None, box.name):
        body += wrap_runs([Run(name)], frame_width - 4)
    return _Frame(body, frame_width)


def _wrap_part(part: str, remarked: str, cells: int) -> Lines:
    """Return a part with its remark, which stands below it where it would else be broken."""
    remark = remarked.removeprefix(part)
    below = remark.strip()
    if width(remarked) > cells >= max(width(part), width(below)) and part and below:
        return [[Run(part, "heading")], [Run(below)]]
    return wrap_runs([Run(part, "heading"), Run(remark)], cells)
