"""How Rich sets text: lines that break where they may, statements, bullets.

Text is never read as markup. Lines are broken by :mod:`briefing.output.cells`, since Rich takes a
Chinese sentence for one long word.
"""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType
from rich.containers import Lines
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from briefing.document import Cell, Line, marks
from briefing.output.cells import breaks, pieces, width
from briefing.output.terminal.lines import STYLES, plain


class Broken(Text):
    """Text that breaks where Chinese and English allow it, and never loses a character."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        **_: Any,
    ) -> Lines:
        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in line.divide(breaks(line.plain, width)):
                part.rstrip()
                lines.append(part)
        if justify:
            lines.justify(console, width, justify=justify, overflow="fold")
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        lines = self.plain.splitlines() or [""]
        widest = max(map(width, lines))
        piece = max((width(one.rstrip()) for line in lines for one in pieces(line)), default=0)
        return Measurement(piece, widest)


def indented(body: RenderableType) -> RenderableType:
    """``body`` a cell in from either edge."""
    return Padding(body, (0, 1), expand=False)


def styled(cell: Cell, style: str, between: str = "\n") -> Text:
    """A cell's words in one of :data:`STYLES`, by default a language a line."""
    return Broken(plain(cell, between), style=STYLES[style])


def proof(paragraphs: Iterable[int]) -> Text:
    """Paragraph marks, faint."""
    return Text(marks(paragraphs), style=STYLES["paragraph"])


def statement(line: Line, style: str = "text") -> Text:
    """A statement with its remark and its paragraphs behind it."""
    text = styled(line.text, style)
    if line.remark:
        text.append("  ")
        text.append(plain(line.remark, " "), style=STYLES["remark"])
    if line.paragraphs:
        text.append("  ")
        text.append_text(proof(line.paragraphs))
    return text


def columns() -> Grid:
    """An empty grid of columns with a gap between."""
    return Grid.grid(padding=(0, 2, 0, 0))


def bullets(lines: Iterable[Line], cells: int | None = None) -> Grid:
    """Statements under each other, each behind a dash, in at most that many cells."""
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(max_width=cells - 2 if cells else None)
    for line in lines:
        grid.add_row("-", statement(line))
    return grid
