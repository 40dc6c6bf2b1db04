"""The blocks that hold more than lines, as Rich draws them."""

from collections.abc import Callable
from io import StringIO
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree as Branches

from briefing.document import (
    Block,
    Commands,
    Compass,
    Fields,
    Items,
    KeyFigures,
    Line,
    Node,
    Prose,
    Tree,
    Verbatim,
)
from briefing.output import compass
from briefing.output.terminal.lines import STYLES, plain, widest
from briefing.output.terminal.setting import (
    bullets,
    columns,
    indented,
    proof,
    statement,
    styled,
)


def draw(block: Block, cells: int, good: int, *, colour: bool) -> str:
    """A block on a terminal of that many cells, its prose no wider than is ``good`` to read."""
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
    console.print(_RENDER[type(block)](block, good), crop=False)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _prose(block: Prose, cells: int) -> RenderableType:
    return Padding(_limited(statement(Line(block.text, block.paragraphs)), cells), (0, 1))


def _limited(body: RenderableType, cells: int) -> RenderableType:
    """``body`` no wider than is good to read."""
    grid = Grid.grid(expand=False)
    grid.add_column(max_width=cells)
    grid.add_row(body)
    return grid


def _items(block: Items, cells: int) -> RenderableType:
    return indented(bullets(block.lines, cells))


def _key_figures(block: KeyFigures, cells: int) -> RenderableType:
    grid = columns()
    values = max((widest([plain(value)]) for value, _ in block.rows), default=0)
    grid.add_column(justify="right", width=min(values, cells // 3))
    grid.add_column()
    for value, line in block.rows:
        grid.add_row(styled(value, "number"), statement(line))
    return indented(grid)


def _fields(block: Fields, cells: int) -> RenderableType:
    grid = columns()
    grid.add_column(max_width=max(12, cells // 4))
    grid.add_column(max_width=cells - cells // 4)
    for label, lines in block.rows:
        body = bullets(lines) if len(lines) > 1 else statement(lines[0])
        grid.add_row(styled(label, "name"), body)
    return indented(grid)


def _commands(block: Commands, cells: int) -> RenderableType:
    grid = columns()
    grid.add_column(no_wrap=True)
    grid.add_column(max_width=cells - 30)
    for command, shows in block.rows:
        grid.add_row(styled(command, "name"), styled(shows, "faint"))
    return indented(grid)


def _tree(block: Tree, cells: int) -> RenderableType:
    if not block.roots:
        return indented(styled(block.empty or "", "faint"))
    top = Branches("", hide_root=True, guide_style=STYLES["faint"])
    for root in block.roots:
        _grow(top, root)
    return indented(_limited(top, cells))


def _grow(above: Branches, node: Node) -> None:
    text = styled(node.label, "name", between="  ")
    if node.tags:
        tags = " · ".join(plain(tag, " ") for tag in node.tags)
        text.append(f"  {tags}", style=f"not bold {STYLES['remark']}")
    text.append("  ")
    text.append_text(proof(node.paragraphs))
    text.append("  ")
    text.append(node.id, style=f"not bold {STYLES['id']}")
    branch = above.add(Group(text, bullets(node.lines)) if node.lines else text)
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
    return indented(text)


def _compass_list(block: Compass, cells: int) -> RenderableType:
    grid = columns()
    grid.add_column(max_width=cells // 3)
    grid.add_column()
    for box in block[1:]:
        if box:
            grid.add_row(styled(box.part, "heading"), statement(Line(box.name, (), box.remark)))
    return indented(grid)


def _verbatim(block: Verbatim, _: int) -> RenderableType:
    # The terminal itself folds a line that is too long, so that what is copied is one line.
    return Group(Text(block.text, no_wrap=True, overflow="ignore"))


_RENDER: dict[type, Callable[[Any, int], RenderableType]] = {
    Prose: _prose,
    Items: _items,
    KeyFigures: _key_figures,
    Fields: _fields,
    Tree: _tree,
    Compass: _compass,
    Commands: _commands,
    Verbatim: _verbatim,
}
