"""The sections of a page, each from a block of a document."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from briefing import document as doc
from briefing.output.html.element import EMPTY, SPACE, element, join
from briefing.output.html.linking import LinkWriter
from briefing.output.html.table import render_table
from briefing.output.html.text import PLAIN, list_parts, render_list, render_phrase
from briefing.output.renderer import Renderer

# A quotation mark is escaped as &#34;, of which the digits are no numeral.
_NUMERAL = re.compile(r"((?<!#)(?<!#\d)\d[\d.,–%]*|第?[一二三四五六七八九十百千万两]+)")
_LEVELS = ("h2", "h3")
_UNFOLD = doc.Phrase("展开", "Unfold")


class Page(Renderer[Markup]):
    """Renders the blocks of one page as HTML.

    ``titles`` are those of the sections so far, each with its id. ``entries`` counts rows and
    nodes, and ``rows`` are the records that have one, each with its id on the page.
    """

    def __init__(self, links: doc.Links | None = None) -> None:
        self.write = LinkWriter(links)
        self.titles: list[tuple[str, doc.Phrase]] = []
        self.entries = 0
        self.rows: dict[doc.Ref, str] = {}
        self._ids: dict[str, int] = {}
        self._labelled_by = ""
        articles = links.articles if links else {}
        self._pointing = {name: one.pointing for name, one in articles.items()}

    def section(self, block: doc.Block, level: int = 0) -> Markup:
        """Return the section of a block, or an empty text for commands.

        The title of one of ``level`` 0 is among the contents of the page.
        """
        if isinstance(block, doc.Commands):
            return EMPTY
        kind = type(block).__name__.lower()
        if isinstance(block, doc.Verbatim) and block.meant_for:
            kind += f" for-{block.meant_for}"
        if block.title is None:
            return element("section", self.block(block), class_=f"{kind} untitled")
        name = self.open_section(block.title, listed=level == 0)
        return element(
            "section",
            render_heading(_LEVELS[level], block.title, name),
            self.block(block),
            class_=kind,
            aria_labelledby=name,
        )

    def open_section(self, title: doc.Phrase, *, listed: bool = True) -> str:
        """Return the id of a new section with that title."""
        name = self._new_id(section_id(title))
        if listed:
            self.titles.append((name, title))
        self._labelled_by = name
        return name

    def prose(self, block: doc.Prose) -> Markup:
        return element("p", self.write.statement(block.line))

    def items(self, block: doc.Items) -> Markup:
        return element("ul", *(element("li", self.write.statement(line)) for line in block.lines))

    def key_figures(self, block: doc.KeyFigures) -> Markup:
        return _pairs(
            (self.write.statement(line), _emphasize(PLAIN.cell(value)))
            for value, line in block.rows
        )

    def fields(self, block: doc.Fields) -> Markup:
        return _pairs(
            (self.write.cell(label), list_parts(map(self.write.statement, lines)))
            for label, lines in block.rows
        )

    def outline(self, block: doc.Outline) -> Markup:
        return _pairs((render_phrase(label), self._outline(lines)) for label, lines in block.rows)

    def table(self, block: doc.Table) -> Markup:
        if not block.side_by_side:  # its rows are no entries
            self.entries += len(block.rows)
        label = self._labelled_by if block.title else "page_title"
        return render_table(block, self.write, self._place, label)

    def tree(self, block: doc.Tree) -> Markup:
        return self._nodes(block.roots)

    def compass(self, block: doc.Compass) -> Markup:
        return element("ul", *(self._box(*one) for one in block.boxes().items()))

    def commands(self, _: doc.Commands) -> Markup:
        """Return an empty text, because only a terminal shows commands."""
        return EMPTY

    def verbatim(self, block: doc.Verbatim) -> Markup:
        return element("pre", PLAIN.phrase(block.text, EMPTY))

    def empty(self, words: doc.Phrase) -> Markup:
        return element("p", render_phrase(words), class_="empty") if any(words) else EMPTY

    def _new_id(self, name: str) -> str:
        """Return an id that no earlier element has: the name, with a number if need be.

        Each id is kept with the last number that was put behind it, where the next search begins.
        """
        found, number = name, self._ids.get(name, 1)
        while found in self._ids:
            number += 1
            found = f"{name}_{number}"
        self._ids[name] = number
        self._ids.setdefault(found, 1)
        return found

    def _place(self, ref: doc.Ref) -> tuple[str, Markup]:
        """Return the id of the element of a record, and the links to what points at it.

        Where the page has the record once more, the second element has a number behind the id.
        """
        name = self._new_id(self.write.address(*ref))
        self.rows.setdefault(ref, name)
        return name, self._pointing_at(ref)

    def _pointing_at(self, ref: doc.Ref) -> Markup:
        """Return links to the records that name a record, as far as they may be, in a list."""
        names = self._pointing.get(ref.article, {}).get(ref.id, ())
        refs = [doc.Ref(ref.article, name) for name in names]
        shown = [one for one in refs if self.write.knows(one)]
        if not shown:
            return EMPTY
        links = join((self.write.link(one, one.id) for one in shown), SPACE)
        count = element("summary", f"← {len(shown)}")
        return element("details", count, element("p", links, lang="en"), class_="from")

    def _outline(self, lines: Iterable[doc.Line]) -> Markup:
        """Return statements as a list, each with what is inside it as a list of its own."""
        return render_list(
            self.write.statement(line) + (self._outline(line.inside) if line.inside else EMPTY)
            for line in lines
        )

    def _box(self, direction: str, box: doc.Box) -> Markup:
        return element(
            "li",
            element("p", render_phrase(box.part.remarked(box.remark)), class_="part"),
            element("p", self.write.phrase(box.name), class_="name"),
            class_=f"{direction} remarked" if box.remark else direction,
        )

    def _nodes(self, nodes: Iterable[doc.Node]) -> Markup:
        items = [self._node(node) for node in nodes]
        return element("ul", *items, class_="nodes") if items else EMPTY

    def _node(self, node: doc.Node) -> Markup:
        self.entries += 1
        self.write.enter(node.evidence)
        around, name = EMPTY, None
        ref = doc.Ref(self.write.article.id, node.id) if self.write.article and node.id else None
        if ref:
            name, around = self._place(ref)
        self.write.own = ref
        parts = (
            element("b", self.write.cell(node.label)),
            self.write.marks(doc.Line("", node.evidence)),
            *map(self.write.tag, node.tags),
        )
        head = join(parts, SPACE)
        below = render_list(map(self.write.statement, node.lines)) if node.lines else EMPTY
        self.write.own = None
        below += self._nodes(node.children)
        if below:
            below = element("details", element("summary", render_phrase(_UNFOLD)), below, open=True)
        links = element("div", around, class_="around") if ref else EMPTY
        return element("li", element("p", head, class_="own"), links, below, id=name, class_="node")


def section_id(title: doc.Phrase) -> str:
    """Return the id of a section, whose underscore keeps it apart from the ids of records.

    >>> section_id(doc.Phrase("数字", "Key figures"))
    'key-figures_'
    """
    words = re.findall(r"[a-z0-9]+", (title.en or "").lower())
    return "-".join(words[:6]) + "_" if words else "section_"


def render_heading(level: str, title: doc.Phrase, name: str) -> Markup:
    """Return the heading of a section, which can be linked to."""
    return element(level, render_phrase(title), id=name)


def _pairs(rows: Iterable[tuple[Markup, Markup]]) -> Markup:
    return element(
        "dl",
        *(element("div", element("dt", key), element("dd", value)) for key, value in rows),
    )


def _emphasize(value: Markup) -> Markup:
    """Return a value with the first numeral of each of its texts in bold."""
    return Markup(
        re.sub(
            r"(?<=>)[^<]+(?=<)",
            lambda text: _NUMERAL.sub(r"<b>\1</b>", text[0], count=1),
            value,
        )
    )
