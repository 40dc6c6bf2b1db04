"""The terminal: the one output that knows Rich.

Colours are the terminal's own, so that they suit dark and light alike. Text is never read as
markup. Lines are broken by :mod:`briefing.output.cells`, since Rich takes a Chinese sentence for
one long word.
"""

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Any

from rich.box import Box as Frame
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType
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
from briefing.output.columns import widths
from briefing.output.marks import marks

WIDEST = 100
"""Lines of prose longer than this are hard to read, however wide the terminal."""

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
_UNTITLED = (Compass, Commands)  # what these are is seen at once
_BETWEEN = "   "
_RULED = Frame("    \n    \n ── \n    \n    \n    \n    \n    \n")


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
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


def _parts(document: Document, cells: int) -> Iterator[RenderableType]:
    if document.title:
        yield _indented(_text(document.title, "title"))
        if document.subtitle:
            yield _indented(_text(document.subtitle, "faint"))
        yield ""
    for block in document.blocks:
        title: Phrase | None = None if isinstance(block, _UNTITLED) else block.title
        body = _RENDER[type(block)](block, min(cells, WIDEST) - 2)
        if title:
            yield _indented(_text(title, "heading", between="  "))
        yield body
        yield ""
    if document.source != document.subtitle:
        yield _indented(_text(document.source, "faint"))


def _indented(body: RenderableType) -> RenderableType:
    return Padding(body, (0, 1), expand=False)


def _text(cell: Cell, style: str, between: str = "\n") -> Text:
    return Broken(_plain(cell, between), style=STYLES[style])


def _plain(cell: Cell, between: str = "\n") -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Phrase):
        return cell.joined(between)
    return "\n".join(filter(None, (_plain(part, between) for part in cell)))


def _proof(paragraphs: Iterable[int]) -> Text:
    return Text(marks(paragraphs), style=STYLES["paragraph"])


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


def _columns() -> Grid:
    return Grid.grid(padding=(0, 2, 0, 0))


def _prose(block: Prose, cells: int) -> RenderableType:
    return Padding(_limited(_statement(Line(block.text, block.paragraphs)), cells), (0, 1))


def _limited(body: RenderableType, cells: int) -> RenderableType:
    """``body`` no wider than is good to read."""
    grid = Grid.grid(expand=False)
    grid.add_column(max_width=cells)
    grid.add_row(body)
    return grid


def _items(block: Items, cells: int) -> RenderableType:
    return _indented(_bullets(block.lines, cells))


def _bullets(lines: Iterable[Line], cells: int | None = None) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(max_width=cells - 2 if cells else None)
    for line in lines:
        grid.add_row("-", _statement(line))
    return grid


def _key_figures(block: KeyFigures, cells: int) -> RenderableType:
    grid = _columns()
    values = max((_widest([_plain(value)]) for value, _ in block.rows), default=0)
    grid.add_column(justify="right", width=min(values, cells // 3))
    grid.add_column()
    for value, line in block.rows:
        grid.add_row(_text(value, "number"), _statement(line))
    return _indented(grid)


def _fields(block: Fields, cells: int) -> RenderableType:
    grid = _columns()
    grid.add_column(max_width=max(12, cells // 4))
    grid.add_column(max_width=cells - cells // 4)
    for label, lines in block.rows:
        body = _bullets(lines) if len(lines) > 1 else _statement(lines[0])
        grid.add_row(_text(label, "name"), body)
    return _indented(grid)


def _commands(block: Commands, cells: int) -> RenderableType:
    grid = _columns()
    grid.add_column(no_wrap=True)
    grid.add_column(max_width=cells - 30)
    for command, shows in block.rows:
        grid.add_row(_text(command, "name"), _text(shows, "faint"))
    return _indented(grid)


def _table(block: Table, _: int) -> RenderableType:
    if not block.rows:
        return _indented(_text(block.empty or "", "faint"))
    return _Fitted(block)


class _Fitted:
    """A table that, where the terminal is too narrow for it, sets its ids behind its names."""

    def __init__(self, block: Table) -> None:
        self.block = block

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        columns = self.block.columns
        shown = list(range(len(columns)))
        texts = [
            [_plain(columns[i].heading), *(_plain(r[i]) for r in self.block.rows)] for i in shown
        ]
        between = len(_BETWEEN)
        if sum(map(_widest, texts)) + between * len(shown) > options.max_width:
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
                _text(columns[i].heading, "faint"),
                justify="right" if right else "left",
                width=cells,
            )
        for row in self.block.rows:
            grid.add_row(*(self._cell(row, i, ids if i == name else []) for i in shown))
        yield grid

    def _cell(self, row: tuple[Cell, ...], index: int, ids: list[int]) -> RenderableType:
        cell = row[index]
        if not isinstance(cell, str | Phrase) and len(cell) > 1:
            return _bullets(Line(part) for part in cell)
        text = _text(cell, self.block.columns[index].role)
        for i in ids:
            text.append(f"  {_plain(row[i])}", style=f"not bold {STYLES['id']}")
        return text


def _widest(cells: Iterable[str]) -> int:
    return max((width(line) for cell in cells for line in cell.splitlines()), default=0)


def _tree(block: Tree, cells: int) -> RenderableType:
    if not block.roots:
        return _indented(_text(block.empty or "", "faint"))
    top = Branches("", hide_root=True, guide_style=STYLES["faint"])
    for root in block.roots:
        _grow(top, root)
    return _indented(_limited(top, cells))


def _grow(above: Branches, node: Node) -> None:
    text = _text(node.label, "name", between="  ")
    if node.tags:
        tags = " · ".join(_plain(tag, " ") for tag in node.tags)
        text.append(f"  {tags}", style=f"not bold {STYLES['remark']}")
    text.append("  ")
    text.append_text(_proof(node.paragraphs))
    text.append("  ")
    text.append(node.id, style=f"not bold {STYLES['id']}")
    branch = above.add(Group(text, _bullets(node.lines)) if node.lines else text)
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
    grid = _columns()
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
