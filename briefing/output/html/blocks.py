"""The sections of a page, each from a block of a document."""

import re
from collections.abc import Iterable
from html import escape

from briefing import document as doc
from briefing.output.html.table import render_table
from briefing.output.html.text import (
    render_cell,
    render_list,
    render_marks,
    render_parts,
    render_phrase,
    render_statement,
    render_tag,
    render_text,
)
from briefing.output.renderer import Renderer

_NUMERAL = re.compile(r"(\d[\d.,–%]*|第?[一二三四五六七八九十百千万两]+)")


class Page(Renderer[str]):
    """Renders the blocks of one page as HTML.

    ``titles`` are those of the sections so far, and ``entries`` counts their rows and nodes.
    """

    def __init__(self) -> None:
        self.titles: list[doc.Phrase] = []
        self.entries = 0
        self._ids: set[str] = set()

    def section(self, block: doc.Block) -> str:
        """Return the section of a block, or an empty text for commands."""
        if isinstance(block, doc.Commands):
            return ""
        kind = type(block).__name__.lower()
        if block.title is None:
            return f'<section class="{kind} untitled">\n{self.block(block)}\n</section>\n'
        self.titles.append(block.title)
        name = section_id(len(self.titles))
        return (
            f'<section class="{kind}" aria-labelledby="{name}">\n'
            f'<h2 id="{name}">{render_phrase(block.title)}</h2>\n'
            f'<div class="body">{self.block(block)}</div>\n</section>\n'
        )

    def prose(self, block: doc.Prose) -> str:
        return f"<p>{render_statement(block.line)}</p>"

    def items(self, block: doc.Items) -> str:
        return f"<ul>{''.join(f'<li>{render_statement(line)}</li>' for line in block.lines)}</ul>"

    def key_figures(self, block: doc.KeyFigures) -> str:
        return _pairs((render_statement(line), _emphasize(value)) for value, line in block.rows)

    def fields(self, block: doc.Fields) -> str:
        return _pairs(
            (render_cell(label), render_parts(map(render_statement, lines)))
            for label, lines in block.rows
        )

    def outline(self, block: doc.Outline) -> str:
        return _pairs((render_phrase(label), _outline_lines(lines)) for label, lines in block.rows)

    def table(self, block: doc.Table) -> str:
        self.entries += len(block.rows)
        label = section_id(len(self.titles)) if block.title else "page_title"
        return render_table(block, self._anchor, label)

    def tree(self, block: doc.Tree) -> str:
        return self._nodes(block.roots)

    def compass(self, block: doc.Compass) -> str:
        places = "".join(
            f'<li class="{direction}{" remarked" if box.remark else ""}">'
            f'<p class="part">{render_phrase(box.part.remarked(box.remark))}</p>'
            f'<p class="name">{render_phrase(box.name)}</p></li>'
            for direction, box in block.boxes().items()
        )
        return f"<ul>{places}</ul>"

    def commands(self, _: doc.Commands) -> str:
        """Return an empty text, because only a terminal shows commands."""
        return ""

    def verbatim(self, block: doc.Verbatim) -> str:
        lines = "\n".join(map(render_text, block.text.splitlines()))
        return f"<pre>{lines}</pre>"

    def empty(self, words: doc.Phrase) -> str:
        return f'<p class="empty">{render_phrase(words)}</p>' if any(words) else ""

    def _anchor(self, name: str) -> str:
        """Return an id attribute, or an empty text where an earlier element has the id."""
        if not name or name in self._ids:
            return ""
        self._ids.add(name)
        return f' id="{escape(name)}"'

    def _nodes(self, nodes: Iterable[doc.Node]) -> str:
        items = "".join(map(self._node, nodes))
        return f'<ul class="nodes">{items}</ul>' if items else ""

    def _node(self, node: doc.Node) -> str:
        self.entries += 1
        anchor = self._anchor(node.id)
        tags = map(render_tag, node.tags)
        parts = (f"<b>{render_cell(node.label)}</b>", *tags, render_marks(node.paragraphs))
        code = f"<code>{render_text(node.id)}</code>" if node.id else ""
        head = " ".join(filter(None, (*parts, code)))
        below = render_list(map(render_statement, node.lines)) if node.lines else ""
        below += self._nodes(node.children)
        if not below:
            return f'<li{anchor} class="node"><p class="own">{head}</p></li>\n'
        return (
            f'<li{anchor} class="node"><details open><summary class="own">{head}</summary>'
            f"{below}</details></li>\n"
        )


def section_id(number: int) -> str:
    """Return the id of a titled section. Its underscore keeps it apart from the ids of records."""
    return f"section_{number}"


def _pairs(rows: Iterable[tuple[str, str]]) -> str:
    return (
        f"<dl>{''.join(f'<div><dt>{key}</dt><dd>{value}</dd></div>' for key, value in rows)}</dl>"
    )


def _outline_lines(lines: Iterable[doc.Line]) -> str:
    """Return statements as a list, each with what is inside it as a list of its own."""
    return render_list(
        render_statement(line) + (_outline_lines(line.inside) if line.inside else "")
        for line in lines
    )


def _emphasize(value: doc.Cell) -> str:
    """Return a value with the first numeral of each of its texts in bold."""
    return re.sub(
        r"(?<=>)[^<]+(?=<)",
        lambda text: _NUMERAL.sub(r"<b>\1</b>", text[0], count=1),
        render_cell(value),
    )
