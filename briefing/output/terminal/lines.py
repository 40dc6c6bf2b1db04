"""Lines of styled text, drawn without Rich: its import alone takes as long as reading a model.

Tables, titles and source lines need no more than these; what is nested is left to Rich.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.document import Cell, Phrase
from briefing.output.cells import breaks, width

# Magenta is the one hue that is legible on black and on white in the usual palettes.
STYLES = {
    "title": "bold",
    "heading": "bold magenta",
    "name": "bold",
    "number": "bold",
    "text": "",
    "paragraph": "dim",
    "id": "dim",
    "remark": "italic magenta",
    "faint": "dim",
}
"""How each role is set, in words that Rich knows too."""

_CODES = {"bold": "1", "dim": "2", "italic": "3", "magenta": "35"}  # ECMA-48, 8.3.117


class Run(NamedTuple):
    """A stretch of text in one of the styles."""

    text: str
    style: str


def plain(cell: Cell, between: str = "\n") -> str:
    """A cell's words without style, by default a language a line."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Phrase):
        return cell.joined(between)
    return "\n".join(filter(None, (plain(part, between) for part in cell)))


def widest(cells: Iterable[str]) -> int:
    """The width of the widest line."""
    return max((width(line) for cell in cells for line in cell.splitlines()), default=0)


def paint(runs: Iterable[Run], *, colour: bool) -> str:
    """Runs as a terminal takes them."""
    return "".join(_painted(run) if colour else run.text for run in runs)


def _painted(run: Run) -> str:
    codes = ";".join(_CODES[word] for word in STYLES[run.style].split())
    return f"\x1b[{codes}m{run.text}\x1b[0m" if codes and run.text else run.text


def wrapped(runs: Sequence[Run], cells: int) -> list[list[Run]]:
    """Runs as lines of at most that many cells, blanks at their ends left out."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.style))
        lines += ([Run(other, run.style)] for other in others)
    return [part for line in lines for part in _folded(line, cells)]


def _folded(line: list[Run], cells: int) -> list[list[Run]]:
    text = "".join(run.text for run in line)
    edges = [*breaks(text, cells), len(text)]
    folded: list[list[Run]] = []
    start = 0
    for end in edges:
        stop = start + len(text[start:end].rstrip())
        folded.append(_between(line, start, stop))
        start = end
    return folded


def _between(line: list[Run], start: int, stop: int) -> list[Run]:
    found, at = [], 0
    for run in line:
        part = run.text[max(0, start - at) : max(0, stop - at)]
        if part:
            found.append(Run(part, run.style))
        at += len(run.text)
    return found


def set_line(cell: Cell, style: str, cells: int, *, colour: bool, between: str = "\n") -> str:
    """A cell's words as lines of their own, a cell in from either edge."""
    lines = wrapped([Run(plain(cell, between), style)], cells - 2)
    return "".join(f" {paint(line, colour=colour)}\n" for line in lines)
