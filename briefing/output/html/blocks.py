"""Each block of a document as a section of the page."""

import re
from collections.abc import Callable
from itertools import count
from typing import Any

from briefing.document import (
    Block,
    Cell,
    Commands,
    Compass,
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
)
from briefing.output.html.compass import draw
from briefing.output.html.table import table
from briefing.output.html.text import Anchors, pair, proof, run, statement, statements, tag, text

_NUMERAL = re.compile(r"(\d[\d.,–%]*|第?[一二三四五六七八九十百千万两]+)")


class Sections:
    """The blocks of one page in turn."""

    def __init__(self) -> None:
        self.anchors = Anchors()
        self.titles: list[tuple[str, Phrase]] = []
        self.entries = 0
        self._numbers = count(1)
        self._make: dict[type, Callable[[Any, str], str]] = {
            Prose: self._prose,
            Items: self._items,
            KeyFigures: self._key_figures,
            Fields: self._fields,
            Table: self._table,
            Tree: self._tree,
            Compass: self._compass,
            Verbatim: self._verbatim,
        }

    def add(self, block: Block) -> str:
        """The section for a block; commands are for a terminal."""
        if isinstance(block, Commands):
            return ""
        number = next(self._numbers)
        name = f"section_{number}"  # a record's id has no underscore
        body = self._make[type(block)](block, name if block.title else "page_title")
        kind = type(block).__name__.lower()
        if block.title is None:
            return f'<section class="{kind} untitled">\n{body}\n</section>\n'
        self.titles.append((name, block.title))
        return (
            f'<section class="{kind}" aria-labelledby="{name}">\n'
            f'<h2 id="{name}">{pair(block.title)}</h2>\n'
            f'<div class="body">{body}</div>\n</section>\n'
        )

    def _prose(self, block: Prose, _: str) -> str:
        return f"<p>{statement(Line(block.text, block.paragraphs))}</p>"

    def _items(self, block: Items, _: str) -> str:
        return f"<ul>{''.join(f'<li>{statement(line)}</li>' for line in block.lines)}</ul>"

    def _key_figures(self, block: KeyFigures, _: str) -> str:
        rows = "".join(
            f"<div><dt>{statement(line)}</dt><dd>{_large(value)}</dd></div>"
            for value, line in block.rows
        )
        return f"<dl>{rows}</dl>"

    def _fields(self, block: Fields, _: str) -> str:
        rows = "".join(
            f"<div><dt>{text(label)}</dt><dd>{statements(lines)}</dd></div>"
            for label, lines in block.rows
        )
        return f"<dl>{rows}</dl>"

    def _table(self, block: Table, name: str) -> str:
        if not block.rows:
            return _nothing(block.empty)
        self.entries += len(block.rows)
        return table(block, self.anchors, name)

    def _tree(self, block: Tree, _: str) -> str:
        if not block.roots:
            return _nothing(block.empty)
        return f'<ul class="nodes">{"".join(map(self._node, block.roots))}</ul>'

    def _node(self, node: Node) -> str:
        self.entries += 1
        anchor = self.anchors.claim(node.id)
        tags = " ".join(tag(one) for one in node.tags)
        parts = [
            f"<b>{text(node.label)}</b>",
            tags,
            proof(node.paragraphs),
            f"<code>{run(node.id)}</code>",
        ]
        head = " ".join(filter(None, parts))
        lines = "".join(f"<li>{statement(line)}</li>" for line in node.lines)
        said = f'<ul class="lines">{lines}</ul>' if lines else ""
        held = "".join(map(self._node, node.children))
        if not (said or held):
            return f'<li{anchor} class="node"><p class="own">{head}</p></li>\n'
        below = f'<ul class="nodes">{held}</ul>' if held else ""
        return (
            f'<li{anchor} class="node"><details open><summary class="own">{head}</summary>'
            f"{said}{below}</details></li>\n"
        )

    def _compass(self, block: Compass, name: str) -> str:
        return draw(block, name)

    def _verbatim(self, block: Verbatim, _: str) -> str:
        lines = "\n".join(run(line) for line in block.text.splitlines())
        return f"<pre>{lines}</pre>"


def _nothing(empty: Phrase | None) -> str:
    return f'<p class="empty">{pair(empty)}</p>' if empty else ""


def _large(value: Cell) -> str:
    """A value with its numeral set larger than its unit."""
    shown = text(value)
    return re.sub(r"(?<=>)[^<]+(?=<)", lambda found: _numeral(found[0]), shown)


def _numeral(words: str) -> str:
    if not _NUMERAL.search(words):
        return words
    return _NUMERAL.sub(r"<b>\1</b>", words, count=1)
