"""The sections of a page, each from a block of a document."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from briefing import document as doc
from briefing.output.html.element import EMPTY, SPACE, element, join
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
_LINES = Markup("\n")


class Page(Renderer[Markup]):
    """Renders the blocks of one page as HTML.

    ``titles`` are those of the sections so far, and ``entries`` counts their rows and nodes.
    """

    def __init__(self) -> None:
        self.titles: list[doc.Phrase] = []
        self.entries = 0
        self._ids: set[str] = set()

    def section(self, block: doc.Block) -> Markup:
        """Return the section of a block, or an empty text for commands."""
        if isinstance(block, doc.Commands):
            return EMPTY
        kind = type(block).__name__.lower()
        if block.title is None:
            return element("section", self.block(block), class_=f"{kind} untitled")
        self.titles.append(block.title)
        name = section_id(len(self.titles))
        return element(
            "section",
            element("h2", render_phrase(block.title), id=name),
            element("div", self.block(block), class_="body"),
            class_=kind,
            aria_labelledby=name,
        )

    def prose(self, block: doc.Prose) -> Markup:
        return element("p", render_statement(block.line))

    def items(self, block: doc.Items) -> Markup:
        return element("ul", *(element("li", render_statement(line)) for line in block.lines))

    def key_figures(self, block: doc.KeyFigures) -> Markup:
        return _pairs((render_statement(line), _emphasize(value)) for value, line in block.rows)

    def fields(self, block: doc.Fields) -> Markup:
        return _pairs(
            (render_cell(label), render_parts(map(render_statement, lines)))
            for label, lines in block.rows
        )

    def outline(self, block: doc.Outline) -> Markup:
        return _pairs((render_phrase(label), _outline_lines(lines)) for label, lines in block.rows)

    def table(self, block: doc.Table) -> Markup:
        self.entries += len(block.rows)
        label = section_id(len(self.titles)) if block.title else "page_title"
        return render_table(block, self._anchor, label)

    def tree(self, block: doc.Tree) -> Markup:
        return self._nodes(block.roots)

    def compass(self, block: doc.Compass) -> Markup:
        return element("ul", *(_box(*one) for one in block.boxes().items()))

    def commands(self, _: doc.Commands) -> Markup:
        """Return an empty text, because only a terminal shows commands."""
        return EMPTY

    def verbatim(self, block: doc.Verbatim) -> Markup:
        return element("pre", join(map(render_text, block.text.splitlines()), _LINES))

    def empty(self, words: doc.Phrase) -> Markup:
        return element("p", render_phrase(words), class_="empty") if any(words) else EMPTY

    def _anchor(self, name: str) -> str | None:
        """Return an id for an element, or nothing where an earlier element has the id."""
        if not name or name in self._ids:
            return None
        self._ids.add(name)
        return name

    def _nodes(self, nodes: Iterable[doc.Node]) -> Markup:
        items = [self._node(node) for node in nodes]
        return element("ul", *items, class_="nodes") if items else EMPTY

    def _node(self, node: doc.Node) -> Markup:
        self.entries += 1
        anchor = self._anchor(node.id)
        parts = (
            element("b", render_cell(node.label)),
            *map(render_tag, node.tags),
            render_marks(node.paragraphs),
            element("code", render_text(node.id)) if node.id else EMPTY,
        )
        head = join(parts, SPACE)
        below = render_list(map(render_statement, node.lines)) if node.lines else EMPTY
        below += self._nodes(node.children)
        if not below:
            return element("li", element("p", head, class_="own"), id=anchor, class_="node")
        own = element("summary", head, class_="own")
        return element("li", element("details", own, below, open=True), id=anchor, class_="node")


def section_id(number: int) -> str:
    """Return the id of a titled section. Its underscore keeps it apart from the ids of records."""
    return f"section_{number}"


def _box(direction: str, box: doc.Box) -> Markup:
    return element(
        "li",
        element("p", render_phrase(box.part.remarked(box.remark)), class_="part"),
        element("p", render_phrase(box.name), class_="name"),
        class_=f"{direction} remarked" if box.remark else direction,
    )


def _pairs(rows: Iterable[tuple[Markup, Markup]]) -> Markup:
    return element(
        "dl",
        *(element("div", element("dt", key), element("dd", value)) for key, value in rows),
    )


def _outline_lines(lines: Iterable[doc.Line]) -> Markup:
    """Return statements as a list, each with what is inside it as a list of its own."""
    return render_list(
        render_statement(line) + (_outline_lines(line.inside) if line.inside else EMPTY)
        for line in lines
    )


def _emphasize(value: doc.Cell) -> Markup:
    """Return a value with the first numeral of each of its texts in bold."""
    return Markup(
        re.sub(
            r"(?<=>)[^<]+(?=<)",
            lambda text: _NUMERAL.sub(r"<b>\1</b>", text[0], count=1),
            render_cell(value),
        )
    )
