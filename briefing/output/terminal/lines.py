"""Lines of styled text: wrapped, arranged beside each other, and painted."""

from collections.abc import Container, Iterable, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import NamedTuple

from briefing.document import Cell, Line, Marked, Phrase, marks
from briefing.output.cells import find_breaks, width

# Of what each terminal draws in its own way, only its plain text is legible on every background:
# faint text and each of the eight colours fall below a contrast of 2.5 to 1 somewhere. These two
# are the same in all, and have at least 3.5 to 1 on light and dark backgrounds that are in use.
_PURPLE, _GREY = "38;5;134", "38;5;244"
_BOLD, _ITALIC, _REVERSE = "1", "3", "7"  # ECMA-48, 8.3.117
STYLES = {
    "title": _BOLD,
    "heading": f"{_BOLD};{_PURPLE}",
    "name": _BOLD,
    "number": _BOLD,
    "text": "",
    "paragraph": "",
    "id": "",
    "remark": f"{_ITALIC};{_PURPLE}",
    "line": _GREY,
    "snippet": "",
    "marked": _REVERSE,
}
"""The escape codes of each style. Every role of a column is also a style.

What must be read is in the terminal's own colour, or in purple; only drawn lines are grey.
"""


MAX_PROSE_WIDTH = 100  # cells; longer lines are hard to read


class Run(NamedTuple):
    """A piece of text in one style."""

    text: str
    style: str = "text"


Lines = list[list[Run]]


def flatten(cell: Cell, separator: str = "\n") -> str:
    """Return a cell's text, with ``separator`` between languages and a line for each part."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Phrase):
        return cell.joined(separator)
    if isinstance(cell, Marked):
        return cell.heading() + cell.text
    if isinstance(cell, Line):
        remark = flatten(cell.remark or "", " ")
        text = flatten(cell.text, separator)
        return "  ".join(filter(None, (text, remark, marks(cell.paragraphs))))
    return "\n".join(filter(None, (flatten(part, separator) for part in cell)))


def statement_runs(line: Line) -> list[Run]:
    """Return a statement with its remark and paragraph marks."""
    runs = [Run(flatten(line.text))]
    if line.remark:
        runs.append(Run(f"  {flatten(line.remark, ' ')}", "remark"))
    if line.paragraphs:
        runs.append(Run(f"  {marks(line.paragraphs)}", "paragraph"))
    return runs


def marked_runs(cell: Cell) -> list[Run]:
    """Return the texts of a cell one after another, with what is marked in them."""
    if isinstance(cell, str | Phrase | Line):
        return [Run(flatten(cell, " "))]
    if isinstance(cell, Marked):
        pieces = (Run(text, "marked" if marked else "text") for text, marked in cell.parts())
        return [Run(cell.heading()), *pieces]
    found: list[Run] = []
    for part in cell:
        found += [*([Run("   ")] if found else []), *marked_runs(part)]
    return found


def max_width(texts: Iterable[str]) -> int:
    """Return the width in cells of the widest line in the texts."""
    return max((width(line) for text in texts for line in text.splitlines()), default=0)


def paint(lines: Lines, *, colour: bool) -> str:
    """Return the lines as text, with escape codes if ``colour``, and no spaces at line ends."""
    painted = map(_add_escape_codes if colour else _join, lines)
    return "".join(f"{line.rstrip()}\n".replace("\xa0", " ") for line in painted)


def _add_escape_codes(line: list[Run]) -> str:
    painted = ""
    for style, runs in groupby(line, attrgetter("style")):
        text, codes = _join(runs), STYLES[style]
        painted += f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
    return painted


def _join(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def wrap_runs(runs: Iterable[Run], cells: int) -> Lines:
    """Break runs into lines of at most that many cells, without spaces at their ends."""
    lines: Lines = [[]]
    for run in runs:
        first, *others = run.text.replace("\t", " ").split("\n")
        lines[-1].append(Run(first, run.style))
        lines += ([Run(other, run.style)] for other in others)
    return [part for line in lines for part in _wrap_line(line, cells)]


def _wrap_line(line: list[Run], cells: int) -> Lines:
    text = _join(line)
    wrapped: Lines = []
    start = 0
    for end in [*find_breaks(text, cells), len(text)]:
        wrapped.append(_slice(line, start, start + len(text[start:end].rstrip())))
        start = end
    return wrapped


def _slice(line: list[Run], start: int, stop: int) -> list[Run]:
    """Return the runs between two offsets of a line's text."""
    found, offset = [], 0
    for run in line:
        if part := run.text[max(0, start - offset) : max(0, stop - offset)]:
            found.append(Run(part, run.style))
        offset += len(run.text)
    return found


def prefix(lines: Lines, first: str, others: str, style: str = "text") -> Lines:
    """Put ``first`` before the first line and ``others`` before every other line."""
    return [[Run(others if number else first, style), *line] for number, line in enumerate(lines)]


def indent(lines: Lines) -> Lines:
    """Put one space before every line."""
    return prefix(lines, " ", " ")


def list_statements(statements: Iterable[Line], cells: int) -> Lines:
    """Return a list of statements, each with a dash, in lines of at most that many cells."""
    return [
        line
        for statement in statements
        for line in prefix(wrap_runs(statement_runs(statement), cells - 2), "- ", "  ")
    ]


def list_outline(statements: Iterable[Line], cells: int, first: str = "") -> Lines:
    """Return statements, and below each a list of what is inside it.

    ``first`` stands before each of them; what does not fit on its line is indented.
    """
    found: Lines = []
    for statement in statements:
        wrapped = wrap_runs(statement_runs(statement), cells - 2)
        found += prefix(wrapped, first, "  ", "line")
        found += prefix(list_outline(statement.inside, cells - 2, "· "), "  ", "  ")
    return found


def join_columns(
    columns: Sequence[Lines], widths: Sequence[int], gap: int, right: Container[int] = ()
) -> Lines:
    """Put columns of lines beside each other, each line padded to its column's width in cells.

    ``right`` contains the indexes of the columns that are aligned on the right.
    """
    joined: Lines = []
    for parts in zip_longest(*columns, fillvalue=[]):
        line: list[Run] = []
        for index, (runs, cells) in enumerate(zip(parts, widths, strict=True)):
            padding = Run(" " * (cells - width(_join(runs))))
            line += [padding, *runs] if index in right else [*runs, padding]
            line.append(Run(" " * gap))
        joined.append(line)
    return joined
