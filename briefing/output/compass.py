"""The compass as text: places in boxes around a core, joined by lines."""

from typing import NamedTuple

from briefing.document import Box, Compass, Phrase
from briefing.output.cells import centre, pad, width, wrap

NARROWEST = 58
WIDEST = 78
_JOIN = 3


class Drawn(NamedTuple):
    """A box as lines of equal width; ``middle`` is the line at which others join it."""

    lines: list[str]
    middle: int


def draw(compass: Compass, cells: int) -> list[str]:
    """The compass in at most that many cells, or nothing where it does not fit or has no core.

    Lines have no blanks at their ends.
    """
    if cells < NARROWEST or compass.centre is None:
        return []
    whole = min(cells, WIDEST)
    side = (whole - 2 * _JOIN) // 3
    core = whole - 2 * _JOIN - 2 * side
    west, east = _box(compass.west, side), _box(compass.east, side)
    middle = _box(compass.centre, core)
    wide = _wide([compass.north, compass.south], core + 2 * (side // 2), whole)

    rows: list[str] = []
    if compass.north:
        rows += [centre(line, whole) for line in _box(compass.north, wide, below=True).lines]
    rows += _beside(west, middle, east, side, core, bool(compass.north), bool(compass.south))
    if compass.south:
        rows += [centre(line, whole) for line in _box(compass.south, wide, above=True).lines]
    return [row.rstrip() for row in rows]


def _wide(boxes: list[Box | None], least: int, most: int) -> int:
    """The width at which the names in ``boxes`` need no second line, within bounds.

    It is even or odd as ``most`` is, so that the lines between the boxes meet.
    """
    names = [width(words) + 4 for box in boxes if box for words in box.name if words]
    wide = min(most, max([least, *names]))
    return wide + (most - wide) % 2


def _box(box: Box | None, cells: int, *, above: bool = False, below: bool = False) -> Drawn:
    if box is None:
        return Drawn([], 0)
    inner = cells - 4
    body = _lines(box.part.remarked(box.remark), inner) + _lines(box.name, inner)
    top = "┌" + _rule(cells - 2, "┴" if above else None) + "┐"
    bottom = "└" + _rule(cells - 2, "┬" if below else None) + "┘"
    lines = [top, *(f"│ {centre(line, inner)} │" for line in body), bottom]
    return Drawn(lines, len(lines) // 2)


def _lines(phrase: Phrase, cells: int) -> list[str]:
    return [line for words in phrase if words for line in wrap(words, cells)]


def _rule(cells: int, mark: str | None) -> str:
    if mark is None:
        return "─" * cells
    before = (cells + 1) // 2 - 1 if cells % 2 else cells // 2 - 1
    return "─" * before + mark + "─" * (cells - before - 1)


def _beside(
    west: Drawn, middle: Drawn, east: Drawn, side: int, core: int, north: bool, south: bool
) -> list[str]:
    """Three boxes side by side, each set in the middle of the tallest."""
    tall = max(len(drawn.lines) for drawn in (west, middle, east))
    core_lines = list(middle.lines)
    if len(core_lines) < tall:  # a taller neighbour must not cut the line to the north or south
        body = core_lines[1:-1]
        spare = tall - len(core_lines)
        blank = "│" + " " * (core - 2) + "│"
        core_lines = [
            core_lines[0],
            *[blank] * (spare // 2),
            *body,
            *[blank] * (spare - spare // 2),
            core_lines[-1],
        ]
    join = tall // 2
    rows = []
    for index in range(tall):
        left, left_joins = _row(west, index, side, join)
        right, right_joins = _row(east, index, side, join)
        centre_line = core_lines[index]
        if index == 0 and north:
            centre_line = "┌" + _rule(core - 2, "┴") + "┐"
        if index == tall - 1 and south:
            centre_line = "└" + _rule(core - 2, "┬") + "┘"
        if left_joins:
            left = left[:-1] + "├"
            centre_line = "┤" + centre_line[1:]
        if right_joins:
            right = "┤" + right[1:]
            centre_line = centre_line[:-1] + "├"
        rows.append(
            left
            + ("─" if left_joins else " ") * _JOIN
            + centre_line
            + ("─" if right_joins else " ") * _JOIN
            + right
        )
    return rows


def _row(drawn: Drawn, index: int, cells: int, join: int) -> tuple[str, bool]:
    """One line of a box set with its middle at line ``join``, and whether it is joined there."""
    if not drawn.lines:
        return " " * cells, False
    first = join - len(drawn.lines) // 2
    if not first <= index < first + len(drawn.lines):
        return " " * cells, False
    return pad(drawn.lines[index - first], cells), index == join
