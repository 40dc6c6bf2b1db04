"""Lines of styled text: broken, put beside each other, and painted."""

from collections.abc import Container, Iterable, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import NamedTuple

from briefing.document import Cell, Line, Phrase, marks
from briefing.output.cells import breaks, width

# Magenta is the one hue that is legible on black and on white in the usual palettes.
_BOLD, _DIM, _ITALIC, _MAGENTA = "1", "2", "3", "35"  # ECMA-48, 8.3.117
_STYLES = {
    "title": _BOLD,
    "heading": f"{_BOLD};{_MAGENTA}",
    "name": _BOLD,
    "number": _BOLD,
    "text": "",
    "paragraph": _DIM,
    "id": _DIM,
    "remark": f"{_ITALIC};{_MAGENTA}",
    "faint": _DIM,
}
"""The escape codes of each style. Every role of a column is a style, too."""


class Run(NamedTuple):
    """A stretch of text in one of the styles."""

    text: str
    style: str = "text"


Lines = list[list[Run]]


def plain(cell: Cell, between: str = "\n") -> str:
    """Return a cell's words, by default with each language on a line of its own."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Phrase):
        return cell.joined(between)
    return "\n".join(filter(None, (plain(part, between) for part in cell)))


def statement(line: Line, style: str = "text") -> list[Run]:
    """Return a statement with its remark and its paragraph marks behind it."""
    runs = [Run(plain(line.text), style)]
    if line.remark:
        runs.append(Run(f"  {plain(line.remark, ' ')}", "remark"))
    if line.paragraphs:
        runs.append(Run(f"  {marks(line.paragraphs)}", "paragraph"))
    return runs


def widest(texts: Iterable[str]) -> int:
    """Return the width of the widest line in the texts."""
    return max((width(line) for text in texts for line in text.splitlines()), default=0)


def paint(lines: Lines, *, colour: bool) -> str:
    """Return the lines as a terminal takes them, without blanks at their ends."""
    painted = map(_coloured if colour else _bare, lines)
    return "".join(f"{line.rstrip()}\n" for line in painted)


def _coloured(line: list[Run]) -> str:
    found = ""
    for style, runs in groupby(line, attrgetter("style")):
        text, codes = _bare(runs), _STYLES[style]
        found += f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
    return found


def _bare(line: Iterable[Run]) -> str:
    return "".join(run.text for run in line)


def wrapped(runs: Iterable[Run], cells: int) -> Lines:
    """Break runs into lines of at most that many cells, without blanks at their ends."""
    lines: Lines = [[]]
    for run in runs:
        first, *others = run.text.replace("\t", " ").split("\n")
        lines[-1].append(Run(first, run.style))
        lines += ([Run(other, run.style)] for other in others)
    return [part for line in lines for part in _folded(line, cells)]


def _folded(line: list[Run], cells: int) -> Lines:
    text = _bare(line)
    folded: Lines = []
    start = 0
    for end in [*breaks(text, cells), len(text)]:
        folded.append(_between(line, start, start + len(text[start:end].rstrip())))
        start = end
    return folded


def _between(line: list[Run], start: int, stop: int) -> list[Run]:
    found, at = [], 0
    for run in line:
        if part := run.text[max(0, start - at) : max(0, stop - at)]:
            found.append(Run(part, run.style))
        at += len(run.text)
    return found


def prefixed(lines: Lines, first: str, others: str, style: str = "text") -> Lines:
    """Put ``first`` before the first line and ``others`` before every other one."""
    return [[Run(others if number else first, style), *line] for number, line in enumerate(lines)]


def indented(lines: Lines) -> Lines:
    """Put the lines one cell in from the left edge."""
    return prefixed(lines, " ", " ")


def bullets(lines: Iterable[Line], cells: int) -> Lines:
    """Return statements under each other, each behind a dash, in at most that many cells."""
    return [
        part for line in lines for part in prefixed(wrapped(statement(line), cells - 2), "- ", "  ")
    ]


def beside(
    columns: Sequence[Lines], widths: Sequence[int], gap: int, right: Container[int] = ()
) -> Lines:
    """Put columns of lines beside each other, each line filled up to its column's width.

    ``right`` holds the indexes of the columns whose lines are aligned on the right.
    """
    found: Lines = []
    for parts in zip_longest(*columns, fillvalue=[]):
        line: list[Run] = []
        for index, (runs, cells) in enumerate(zip(parts, widths, strict=True)):
            blanks = Run(" " * (cells - sum(width(run.text) for run in runs)))
            line += [blanks, *runs] if index in right else [*runs, blanks]
            line.append(Run(" " * gap))
        found.append(line)
    return found
