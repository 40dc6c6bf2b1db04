"""A table on a terminal."""

from collections.abc import Iterator

from rich.box import Box as Frame
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table as Grid

from briefing.document import Cell, Line, Phrase, Table
from briefing.output.columns import widths
from briefing.output.terminal.setting import STYLES, bullets, plain, styled, widest

_BETWEEN = "   "
_RULED = Frame("    \n    \n ── \n    \n    \n    \n    \n    \n")


class Fitted:
    """A table that, where the terminal is too narrow for it, sets its ids behind its names."""

    def __init__(self, block: Table) -> None:
        self.block = block

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        columns = self.block.columns
        shown = list(range(len(columns)))
        texts = [
            [plain(columns[i].heading), *(plain(r[i]) for r in self.block.rows)] for i in shown
        ]
        between = len(_BETWEEN)
        if sum(map(widest, texts)) + between * len(shown) > options.max_width:
            shown = [i for i in shown if columns[i].role != "id"]
        ids = [i for i in range(len(columns)) if i not in shown]
        name = next((i for i in shown if columns[i].role == "name"), shown[0])
        for i in ids:
            texts[name] = [
                f"{cell}  {held}" for cell, held in zip(texts[name], texts[i], strict=True)
            ]
        available = options.max_width - between * len(shown) + 1
        fitted = widths([texts[i] for i in shown], available)

        grid = Grid(box=_RULED, padding=(0, 1), show_edge=False, border_style=STYLES["faint"])
        for i, cells in zip(shown, fitted, strict=True):
            right = columns[i].role in ("number", "paragraph")
            grid.add_column(
                styled(columns[i].heading, "faint"),
                justify="right" if right else "left",
                width=cells,
            )
        for row in self.block.rows:
            grid.add_row(*(self._cell(row, i, ids if i == name else []) for i in shown))
        yield grid

    def _cell(self, row: tuple[Cell, ...], index: int, ids: list[int]) -> RenderableType:
        cell = row[index]
        if not isinstance(cell, str | Phrase) and len(cell) > 1:
            return bullets(Line(part) for part in cell)
        text = styled(cell, self.block.columns[index].role)
        for i in ids:
            text.append(f"  {plain(row[i])}", style=f"not bold {STYLES['id']}")
        return text
