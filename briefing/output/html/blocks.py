"""Each block of a document as a section of the page."""

import re
from collections.abc import Iterable
from html import escape

from briefing.document import (
    Block,
    Cell,
    Commands,
    Compass,
    Fields,
    Items,
    KeyFigures,
    Node,
    Phrase,
    Prose,
    Table,
    Tree,
    Verbatim,
)
from briefing.output.html.table import draw
from briefing.output.html.text import bullets, listed, pair, proof, run, statement, tag, text
from briefing.output.renderer import Renderer

_NUMERAL = re.compile(r"(\d[\d.,–%]*|第?[一二三四五六七八九十百千万两]+)")


class Page(Renderer[str]):
    """Renders the blocks of one page, and keeps what its head has to know of them."""

    def __init__(self) -> None:
        self.titles: list[Phrase] = []
        self.entries = 0
        self._ids: set[str] = set()

    def section(self, block: Block) -> str:
        """Return the section for a block, or nothing for commands."""
        if isinstance(block, Commands):
            return ""
        kind = type(block).__name__.lower()
        if block.title is None:
            return f'<section class="{kind} untitled">\n{self.block(block)}\n</section>\n'
        self.titles.append(block.title)
        name = section_id(len(self.titles))
        return (
            f'<section class="{kind}" aria-labelledby="{name}">\n'
            f'<h2 id="{name}">{pair(block.title)}</h2>\n'
            f'<div class="body">{self.block(block)}</div>\n</section>\n'
        )

    def prose(self, block: Prose) -> str:
        return f"<p>{statement(block.line)}</p>"

    def items(self, block: Items) -> str:
        return f"<ul>{''.join(f'<li>{statement(line)}</li>' for line in block.lines)}</ul>"

    def key_figures(self, block: KeyFigures) -> str:
        return _pairs((statement(line), _large(value)) for value, line in block.rows)

    def fields(self, block: Fields) -> str:
        return _pairs((text(label), listed(map(statement, lines))) for label, lines in block.rows)

    def table(self, block: Table) -> str:
        self.entries += len(block.rows)
        label = section_id(len(self.titles)) if block.title else "page_title"
        return draw(block, self._anchor, label)

    def tree(self, block: Tree) -> str:
        return self._nodes(block.roots)

    def compass(self, block: Compass) -> str:
        places = "".join(
            f'<li class="{direction}{" remarked" if box.remark else ""}">'
            f'<p class="part">{pair(box.part.remarked(box.remark))}</p>'
            f'<p class="name">{pair(box.name)}</p></li>'
            for direction, box in block.boxes().items()
        )
        return f"<ul>{places}</ul>"

    def commands(self, _: Commands) -> str:
        """Return nothing: only a terminal shows commands."""
        return ""

    def verbatim(self, block: Verbatim) -> str:
        lines = "\n".join(map(run, block.text.splitlines()))
        return f"<pre>{lines}</pre>"

    def empty(self, words: Phrase) -> str:
        return f'<p class="empty">{pair(words)}</p>' if any(words) else ""

    def _anchor(self, name: str) -> str:
        """Return the attribute that gives an element an id, unless an earlier one has it."""
        if not name or name in self._ids:
            return ""
        self._ids.add(name)
        return f' id="{escape(name)}"'

    def _nodes(self, nodes: Iterable[Node]) -> str:
        held = "".join(map(self._node, nodes))
        return f'<ul class="nodes">{held}</ul>' if held else ""

    def _node(self, node: Node) -> str:
        self.entries += 1
        anchor = self._anchor(node.id)
        said = (f"<b>{text(node.label)}</b>", *map(tag, node.tags), proof(node.paragraphs))
        head = " ".join(filter(None, (*said, f"<code>{run(node.id)}</code>")))
        below = bullets(map(statement, node.lines)) if node.lines else ""
        below += self._nodes(node.children)
        if not below:
            return f'<li{anchor} class="node"><p class="own">{head}</p></li>\n'
        return (
            f'<li{anchor} class="node"><details open><summary class="own">{head}</summary>'
            f"{below}</details></li>\n"
        )


def section_id(number: int) -> str:
    """Return the id of a titled section. No record's id has an underscore."""
    return f"section_{number}"


def _pairs(rows: Iterable[tuple[str, str]]) -> str:
    return (
        f"<dl>{''.join(f'<div><dt>{name}</dt><dd>{said}</dd></div>' for name, said in rows)}</dl>"
    )


def _large(value: Cell) -> str:
    """Return a value with its numeral set larger than its unit."""
    return re.sub(r"(?<=>)[^<]+(?=<)", lambda found: _numeral(found[0]), text(value))


def _numeral(words: str) -> str:
    return _NUMERAL.sub(r"<b>\1</b>", words, count=1)
