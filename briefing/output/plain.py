"""Plain text for pipes: no colour, a record a line, nothing folded or cropped."""

from collections.abc import Callable, Iterator
from typing import Any

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
    Verbatim,
    marks,
)
from briefing.output.cells import pad, width

GAP = "  "


def render(document: Document) -> str:
    """The document for ``grep``, ``less`` and a log: what a terminal shows, a record a line."""
    parts = []
    if document.title:
        subtitle = (one_line(document.subtitle),) if document.subtitle else ()
        parts.append("\n".join((one_line(document.title), *subtitle)))
    for block in document.blocks:
        lines = list(_RENDER[type(block)](block))
        title: Phrase | None = block.title
        if title and lines:
            lines.insert(0, one_line(title))
        if lines:
            parts.append("\n".join(lines))
    if any(document.source):
        parts += document.attributed()
    return "\n\n".join(parts) + "\n"


def one_line(cell: Cell) -> str:
    """A cell's text on one line, both languages with a stroke between."""
    if isinstance(cell, str):
        text = cell
    elif isinstance(cell, Phrase):
        text = cell.joined(" / ")
    else:
        only_chinese = all(isinstance(part, Phrase) and not part.en for part in cell)
        between = "；" if only_chinese else "; "
        text = between.join(filter(None, (one_line(part) for part in cell)))
    return " ".join(text.split())


def _statement(line: Line) -> str:
    """A statement, then its remark and its paragraphs."""
    remark = f"[{one_line(line.remark)}]" if line.remark else ""
    return GAP.join(filter(None, (one_line(line.text), remark, marks(line.paragraphs))))


def _prose(block: Prose) -> Iterator[str]:
    yield _statement(Line(block.text, block.paragraphs))


def _items(block: Items) -> Iterator[str]:
    for line in block.lines:
        yield f"- {_statement(line)}"


def _key_figures(block: KeyFigures) -> Iterator[str]:
    values = [one_line(value) for value, _ in block.rows]
    wide = max(map(width, values), default=0)
    for value, (_, line) in zip(values, block.rows, strict=True):
        yield pad(value, wide) + GAP + _statement(line)


def _fields(block: Fields) -> Iterator[str]:
    labels = [one_line(label) for label, _ in block.rows]
    wide = max(map(width, labels), default=0)
    for label, (_, lines) in zip(labels, block.rows, strict=True):
        yield pad(label, wide) + GAP + "; ".join(_statement(line) for line in lines)


def _table(block: Table) -> Iterator[str]:
    if not block.rows:
        if block.empty:
            yield one_line(block.empty)
        return
    rows = [[one_line(column.heading) for column in block.columns]]
    rows += [[one_line(cell) for cell in row] for row in block.rows]
    # A cell of ten pages need not widen every other row.
    widths = [min(1000, max(map(width, cells))) for cells in zip(*rows, strict=True)]
    for row in rows:
        yield GAP.join(map(pad, row, widths)).rstrip()


def _tree(block: Tree) -> Iterator[str]:
    if not block.roots and block.empty:
        yield one_line(block.empty)
    for root in block.roots:
        yield from _node(root, "")


def _node(node: Node, indent: str) -> Iterator[str]:
    tag = f"[{one_line(node.tags)}]" if node.tags else ""
    parts = (one_line(node.label), tag, marks(node.paragraphs), node.id)
    yield indent + GAP.join(filter(None, parts))
    for line in node.lines:
        yield f"{indent}  - {_statement(line)}"
    for child in node.children:
        yield from _node(child, indent + "    ")


def _compass(block: Compass) -> Iterator[str]:
    for box in block[1:]:
        if box:
            remark = f" [{one_line(box.remark)}]" if box.remark else ""
            yield f"{one_line(box.part)}: {one_line(box.name)}{remark}{GAP}{box.id}"


def _nothing(_: Commands) -> Iterator[str]:
    return iter(())


def _verbatim(block: Verbatim) -> Iterator[str]:
    return iter(block.text.splitlines())


_RENDER: dict[type, Callable[[Any], Iterator[str]]] = {
    Prose: _prose,
    Items: _items,
    KeyFigures: _key_figures,
    Fields: _fields,
    Table: _table,
    Tree: _tree,
    Compass: _compass,
    Commands: _nothing,
    Verbatim: _verbatim,
}
