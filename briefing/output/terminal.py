"""The terminal: the one output that knows Rich.

Colours are the terminal's own, so that they suit dark and light alike. Text is never read as
markup. Lines are broken by :mod:`briefing.output.cells`, since Rich takes a Chinese sentence for
one long word.
"""

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from rich.box import Box as Frame
from rich.console import Console, ConsoleOptions, RenderableType
from rich.containers import Lines
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree as Branches

from briefing.document import (
    Cell,
    Commands,
    Compass,
    Document,
    Fields,
    Items,
    KeyFigures,
    Line,
    Node,
    Phrase,
    Prose,
    Table,
    Tree,
)
from briefing.output import compass
from briefing.output.cells import breaks, pieces, width

WIDEST = 100
"""Lines of prose longer than this are hard to read, however wide the terminal."""

STYLES = {
    "title": "bold",
    "heading": "bold blue",
    "name": "bold",
    "number": "bold",
    "text": "",
    "paragraph": "dim",
    "id": "cyan",
    "remark": "italic magenta",
    "faint": "dim",
}
_RULED = Frame("    \n    \n ── \n    \n    \n    \n    \n    \n")


class Broken(Text):
    """Text that breaks where Chinese and English allow it, and never loses a character."""

    def wrap(self, console: Console, width: int, **_: Any) -> Lines:
        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in line.divide(breaks(line.plain, width)):
                part.rstrip()
                lines.append(part)
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        lines = self.plain.splitlines() or [""]
        widest = max(map(width, lines))
        piece = max((width(one.rstrip()) for line in lines for one in pieces(line)), default=0)
        return Measurement(piece, widest)


def render(document: Document, *, colour: bool, cells: int) -> str:
    """The document for a terminal of that many cells."""
    out = StringIO()
    console = Console(
        file=out,
        width=cells,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(document, cells):
        console.print(part, crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(document: Document, cells: int) -> Iterator[RenderableType]:
    if document.title:
        yield _indented(_text(document.title, "title"))
        if document.subtitle:
            yield _indented(_text(document.subtitle, "faint"))
        yield ""
    for block in document.blocks:
        title = getattr(block, "title", None)
        body = _RENDER[type(block)](block, min(cells, WIDEST) - 2)
        if title:
            yield _indented(_text(title, "heading", between="  "))
        yield body
        yield ""
    yield _indented(_text(document.source, "faint"))


def _indented(body: RenderableType) -> RenderableType:
    return Padding(body, (0, 1), expand=False)


def _text(cell: Cell, style: str, between: str = "\n") -> Text:
    return Broken(_plain(cell, between), style=STYLES[style])


def _plain(cell: Cell, between: str = "\n") -> str:
    if isinstance(cell, Phrase):
        return cell.joined(between)
    if isinstance(cell, tuple):
        return "\n".join(filter(None, (_plain(part, between) for part in cell)))
    return cell


def _proof(paragraphs: Iterable[int]) -> Text:
    return Text(" ".join(f"¶{number}" for number in paragraphs), style=STYLES["paragraph"])


def _statement(line: Line, style: str = "text") -> Text:
    """A statement with its remark and its paragraphs behind it."""
    text = _text(line.text, style)
    if line.remark:
        text.append("  ")
        text.append(_plain(line.remark, " "), style=STYLES["remark"])
    if line.paragraphs:
        text.append("  ")
        text.append_text(_proof(line.paragraphs))
    return text


def _columns(*, expand: bool = True) -> Grid:
    return Grid.grid(padding=(0, 2, 0, 0), expand=expand, pad_edge=False)


def _prose(block: Prose, cells: int) -> RenderableType:
    return Padding(_limited(_statement(Line(block.text, block.paragraphs)), cells), (0, 1))


def _limited(body: RenderableType, cells: int) -> RenderableType:
    """``body`` no wider than is good to read."""
    grid = Grid.grid(expand=False)
    grid.add_column(max_width=cells)
    grid.add_row(body)
    return grid


def _items(block: Items, cells: int) -> RenderableType:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(max_width=cells - 2)
    for line in block.lines:
        grid.add_row("-", _statement(line))
    return _indented(grid)


def _key_figures(block: KeyFigures, cells: int) -> RenderableType:
    grid = _columns(expand=False)
    grid.add_column(justify="right", max_width=cells // 3)
    grid.add_column(max_width=cells - cells // 3)
    for value, line in block.rows:
        grid.add_row(_text(value, "number"), _statement(line))
    return _indented(grid)


def _fields(block: Fields, cells: int) -> RenderableType:
    grid = _columns(expand=False)
    grid.add_column(max_width=max(12, cells // 4))
    grid.add_column(max_width=cells - cells // 4)
    for label, lines in block.rows:
        body = Grid.grid()
        for line in lines:
            body.add_row(_statement(line))
        grid.add_row(_text(label, "name"), body)
    return _indented(grid)


def _commands(block: Commands, cells: int) -> RenderableType:
    grid = _columns(expand=False)
    grid.add_column(no_wrap=True)
    grid.add_column(max_width=cells - 30)
    for command, shows in block.rows:
        grid.add_row(_text(command, "id"), _text(shows, "faint"))
    return _indented(grid)


def _table(block: Table, cells: int) -> RenderableType:
    if not block.rows:
        return _indented(_text(block.empty or "", "faint"))
    return _Fitted(block)


class _Fitted:
    """A table that, where the terminal is narrow, sets its ids below its names."""

    def __init__(self, block: Table) -> None:
        self.block = block

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        roles = [column.role for column in self.block.columns]
        stacked = "id" in roles and self._natural() > options.max_width
        yield self._grid(stacked)

    def _natural(self) -> int:
        """The width of the table if no cell is folded."""
        rows = [tuple(column.heading for column in self.block.columns), *self.block.rows]
        widths = [
            max(width(line) for cell in cells for line in (_plain(cell).splitlines() or [""]))
            for cells in zip(*rows, strict=True)
        ]
        return sum(widths) + 2 * len(widths)

    def _grid(self, stacked: bool) -> Grid:
        shown = [
            index
            for index, column in enumerate(self.block.columns)
            if not (stacked and column.role == "id")
        ]
        ids = [i for i, column in enumerate(self.block.columns) if column.role == "id"]
        name = next(
            (i for i in shown if self.block.columns[i].role in ("name", "text")), shown[0]
        )
        grid = Grid(
            box=_RULED, pad_edge=True, padding=(0, 1), header_style=STYLES["faint"],
            border_style=STYLES["faint"], show_edge=False, leading=1 if stacked else 0,
        )
        for index in shown:
            column = self.block.columns[index]
            right = column.role in ("number", "paragraph")
            grid.add_column(
                _text(column.heading, "faint"),
                justify="right" if right else "left",
                no_wrap=column.role in ("id", "paragraph"),
            )
        for row in self.block.rows:
            cells = {index: _text(row[index], self.block.columns[index].role) for index in shown}
            if stacked:
                for index in ids:
                    cells[name].append(f"\n{_plain(row[index])}", style=f"not bold {STYLES['id']}")
            grid.add_row(*(cells[index] for index in shown))
        return grid


def _tree(block: Tree, cells: int) -> RenderableType:
    if not block.roots:
        return _indented(_text(block.empty or "", "faint"))
    top = Branches("", hide_root=True, guide_style=STYLES["faint"])
    for root in block.roots:
        _grow(top, root)
    return _indented(_limited(top, cells))


def _grow(above: Branches, node: Node) -> None:
    text = _text(node.label, "name", between="  ")
    if node.tag:
        separate = " · " if isinstance(node.tag, tuple) else " "
        tags = node.tag if isinstance(node.tag, tuple) else (node.tag,)
        text.append("  ")
        text.append(separate.join(_plain(tag, " ") for tag in tags), style=f"not bold {STYLES['remark']}")
    text.append("  ")
    text.append_text(_proof(node.paragraphs))
    text.append("  ")
    text.append(node.id, style=f"not bold {STYLES['id']}")
    branch = above.add(text)
    for line in node.lines:
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_row("-", _statement(line))
        branch.add(grid)
    for child in node.children:
        _grow(branch, child)


def _compass(block: Compass, cells: int) -> RenderableType:
    lines = compass.draw(block, cells)
    if not lines:
        return _compass_list(block, cells)
    text = Text("\n".join(lines), no_wrap=True)
    text.highlight_regex("[─│┌┐└┘├┤┬┴]+", STYLES["faint"])
    for box in block[1:]:
        if box:
            text.highlight_words([words for words in box.part if words], STYLES["heading"])
    return _indented(text)


def _compass_list(block: Compass, cells: int) -> RenderableType:
    grid = _columns(expand=False)
    grid.add_column(max_width=cells // 3)
    grid.add_column()
    for box in block[1:]:
        if box:
            grid.add_row(_text(box.part, "heading"), _statement(Line(box.name, (), box.remark)))
    return _indented(grid)


_RENDER: dict[type, Callable[[Any, int], RenderableType]] = {
    Prose: _prose,
    Items: _items,
    KeyFigures: _key_figures,
    Fields: _fields,
    Table: _table,
    Tree: _tree,
    Compass: _compass,
    Commands: _commands,
}
