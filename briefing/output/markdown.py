"""Markdown: headings, lists and pipe tables."""

import re
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

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_AT_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")


def render(document: Document) -> str:
    """The document as GitHub's Markdown, its source in the last line."""
    parts = []
    title = document.title or document.name
    if title:
        parts.append(f"# {_text(title, ' / ')}")
        if document.subtitle:
            parts.append(_text(document.subtitle, " / "))
    for block in document.blocks:
        over: Phrase | None = block.title
        body = "\n".join(_RENDER[type(block)](block))
        if body and over:
            parts.append(f"## {_text(over, ' / ')}")
        if body:
            parts.append(body)
    said = [_escape(line) for line in document.attribution if line]
    parts += ["---", *said] if said else []
    return "\n\n".join(parts) + "\n"


def _text(cell: Cell, between: str = "<br>") -> str:
    if isinstance(cell, str):
        return _escape(cell)
    if isinstance(cell, Phrase):
        return between.join(_escape(words) for words in cell if words)
    return between.join(filter(None, (_text(part, between) for part in cell)))


def _escape(text: str) -> str:
    safe = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", safe)


def _statement(line: Line, between: str = "<br>") -> str:
    remark = f" *({_text(line.remark, ' / ')})*" if line.remark else ""
    return f"{_text(line.text, between)}{remark} {marks(line.paragraphs)}".rstrip()


def _prose(block: Prose) -> Iterator[str]:
    yield _statement(Line(block.text, block.paragraphs), "\n\n")


def _items(block: Items) -> Iterator[str]:
    for line in block.lines:
        yield f"- {_statement(line)}"


def _key_figures(block: KeyFigures) -> Iterator[str]:
    for value, line in block.rows:
        yield f"- **{_text(value, ' / ')}** — {_statement(line)}"


def _fields(block: Fields) -> Iterator[str]:
    for label, lines in block.rows:
        if len(lines) == 1:
            yield f"- **{_text(label, ' / ')}**: {_statement(lines[0])}"
            continue
        yield f"- **{_text(label, ' / ')}**"
        for line in lines:
            yield f"  - {_statement(line)}"


def _table(block: Table) -> Iterator[str]:
    if not block.rows:
        if block.empty:
            yield _text(block.empty, " / ")
        return
    yield _row([_text(column.heading, " / ") for column in block.columns])
    right = ("number", "paragraph")
    yield _row(["--:" if column.role in right else "---" for column in block.columns])
    for row in block.rows:
        yield _row([_text(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _tree(block: Tree) -> Iterator[str]:
    if not block.roots and block.empty:
        yield _text(block.empty, " / ")
    for root in block.roots:
        yield from _node(root, "")


def _node(node: Node, indent: str) -> Iterator[str]:
    tag = f" *({', '.join(_text(tag, ' / ') for tag in node.tags)})*" if node.tags else ""
    yield f"{indent}- **{_text(node.label, ' / ')}**{tag} {marks(node.paragraphs)}"
    for line in node.lines:
        yield f"{indent}  - {_statement(line)}"
    for child in node.children:
        yield from _node(child, indent + "  ")


def _compass(block: Compass) -> Iterator[str]:
    grid = (
        (None, block.north, None),
        (block.west, block.centre, block.east),
        (None, block.south, None),
    )
    yield "| | | |"
    yield "|:-:|:-:|:-:|"
    for row in grid:
        yield _row([_box(box) for box in row])


def _box(box: Any) -> str:
    if box is None:
        return ""
    remark = f" *({_text(box.remark, ' / ')})*" if box.remark else ""
    return f"{_text(box.part)}{remark}<br>**{_text(box.name)}**"


def _nothing(_: Commands) -> Iterator[str]:
    return iter(())


def _verbatim(block: Verbatim) -> Iterator[str]:
    ticks = max(map(len, re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield fence
    yield block.text
    yield fence


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
