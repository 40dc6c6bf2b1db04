"""The blocks of a document as paragraphs and tables of Word."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from briefing import document as doc
from briefing.output.docx.body import Body
from briefing.output.docx.compass import make_compass_rows
from briefing.output.docx.element import (
    PLAIN,
    Element,
    Layout,
    make_cell,
    make_edges,
    make_paragraph,
    make_row,
    make_run,
    make_table,
)
from briefing.output.docx.links import find_ref
from briefing.output.docx.styles import BLUE, BULLET, LIGHT, PALE
from briefing.output.docx.text import TextWriter
from briefing.output.docx.widths import measure_columns, share_width
from briefing.output.renderer import RIGHT_ALIGNED, Renderer

_BULLET = round(BULLET * 567)  # twentieths of a point
_INDENT = 340  # of a branch of a tree, in twentieths of a point
_MAX_UNSPLIT_LINES = 24  # a row of more lines may be split across pages
_MAX_NARROW_FIGURE = 12  # characters; a longer key figure needs a wider column


class Heading(NamedTuple):
    """A heading of the file: its level, its words, and the bookmark that it has."""

    level: int
    title: doc.Cell
    bookmark: str


class Word(Renderer[None]):
    """Appends each block to ``body``.

    ``width`` is that of the page without margins, in twentieths of a point, and ``level`` is that
    of the headings, which are listed in ``headings``.
    """

    def __init__(self, write: TextWriter, body: Body, width: int, level: int) -> None:
        self.write = write
        self.body = body
        self.width = width
        self.level = level
        self.headings: list[Heading] = []

    def paragraph(
        self, style: str, content: Sequence[Element] = (), layout: Layout = PLAIN
    ) -> None:
        """Append a paragraph in the style of that name."""
        self.body.append(make_paragraph(self.write.styles[style], content, layout))

    def block(self, block: doc.Block) -> None:
        """Append a block with its heading. The heading of prose is that of an article."""
        if block.title and not isinstance(block, doc.Commands):
            self._heading(
                self.write.cell(block.title, separator="  "),
                block.title,
                max(1, self.level - isinstance(block, doc.Prose)),
                Layout(new_page=isinstance(block, doc.Passages)),
            )
        super().block(block)

    def prose(self, block: doc.Prose) -> None:
        """Append running text, which begins two characters in, in Chinese."""
        content = self.write.statement(block.line)
        self.paragraph("Normal", content, Layout(first_line=self.write.lang == "zh"))

    def items(self, block: doc.Items) -> None:
        for line in block.lines:
            self.paragraph("List Bullet", self.write.statement(line))

    def key_figures(self, block: doc.KeyFigures) -> None:
        values = (text for value, _ in block.rows for _, text in doc.texts(value))
        share = 0.4 if max(map(len, values), default=0) > _MAX_NARROW_FIGURE else 0.25
        first, second = widths = share_width(self.width, (share, 1 - share))
        rows = []
        for value, line in block.rows:
            what = make_paragraph(self.write.styles["Normal"], self.write.statement(line))
            cells = (
                make_cell([self._in_cell(self.write.cell(value, "Figure"))], first),
                make_cell([what], second, centred=True),
            )
            rows.append(make_row(cells, whole=True))
        self._append_table(rows, widths, ruled=False)

    def fields(self, block: doc.Fields) -> None:
        self._append_labelled(block.rows, (0.26, 0.74), self._statements, whole=True)

    def outline(self, block: doc.Outline) -> None:
        self._append_labelled(block.rows, (0.16, 0.84), self._outline)

    def _append_labelled(
        self,
        rows: Sequence[tuple[doc.Cell, Sequence[doc.Line]]],
        shares: Sequence[float],
        write: Callable[[Sequence[doc.Line]], list[Element]],
        *,
        whole: bool = False,
    ) -> None:
        """Append a table with labels in its first column, and what ``write`` makes beside them.

        Rows that are ``whole`` are not split across pages, unless they are long.
        """
        first, second = widths = share_width(self.width, shares)

        def make_all() -> Iterator[Element]:
            for label, lines in rows:
                cells = (
                    make_cell([self._in_cell(self.write.cell(label, "Label"))], first),
                    make_cell(write(lines), second),
                )
                yield make_row(cells, whole=whole and len(lines) <= _MAX_UNSPLIT_LINES)

        self._append_table(make_all(), widths)

    def table(self, block: doc.Table) -> None:
        """Append a table. The ids of records are left out: they are for programs."""
        kept = [at for at, column in enumerate(block.columns) if column.role != "id" or not at]
        columns = [block.columns[at] for at in kept]
        widths = share_width(self.width, measure_columns(block, kept, self.width))
        self._append_table(self._rows(block, kept, columns, widths), widths)

    def _rows(
        self,
        block: doc.Table,
        kept: Sequence[int],
        columns: Sequence[doc.Column],
        widths: Sequence[int],
    ) -> Iterator[Element]:
        yield self._header(columns, widths)
        for whole in block.rows:
            ref = find_ref(block, whole, self.write.bookmarks)
            self.write.article = ref[0] if ref else self.write.article
            cells = [self._contents(whole[at], block.columns[at]) for at in kept]
            if ref:
                first = cells[0][0]
                first.extend(self.write.bookmarks.mark(ref, list(first[1:])))
            lines = max((len(doc.texts(whole[at])) for at in kept), default=0)
            yield make_row(map(make_cell, cells, widths), whole=lines <= _MAX_UNSPLIT_LINES)

    def passages(self, block: doc.Passages) -> None:
        """Append the words that claims rest on, each with links to what rests on it.

        The words are links to the page of the article, if its address is known.
        """
        every = range(len(block.table.columns))
        widths = share_width(self.width, measure_columns(block.table, every, self.width))
        self._append_table(self._passage_rows(block, widths), widths, small=True)

    def _passage_rows(self, block: doc.Passages, widths: Sequence[int]) -> Iterator[Element]:
        table, article, write = block.table, block.article, self.write
        yield self._header(table.columns, widths)
        for (number, words, *literal, names), passage in zip(
            table.rows, block.passages, strict=True
        ):
            target = (article, (passage.paragraph, passage.anchor))
            ids = [one.id for one in passage.resting]
            assert doc.is_list(names)
            contents = [
                write.bookmarks.mark(target, write.cell(number)),
                write.bookmarks.link_words(article, passage.anchor, write.cell(words)),
                *map(write.cell, literal),
                write.names(article, names, ids),
            ]
            cells = [
                [self._in_cell(content, column, small=True)]
                for content, column in zip(contents, table.columns, strict=True)
            ]
            yield make_row(map(make_cell, cells, widths), whole=True)

    def tree(self, block: doc.Tree) -> None:
        self._nodes(block.roots, 0)

    def compass(self, block: doc.Compass) -> None:
        """Append the places as a table that stands on one page."""
        widths = share_width(self.width, (1, 1, 1))
        self._append_table(make_compass_rows(self.write, block, widths), widths, ruled=False)

    def commands(self, _: doc.Commands) -> None:
        """Append nothing, because only a terminal shows commands."""

    def verbatim(self, block: doc.Verbatim) -> None:
        """Append a paragraph for each line, so that a citation is one paragraph."""
        for line in block.lines:
            self.paragraph("Normal", [make_run(line)])

    def empty(self, words: doc.Phrase) -> None:
        self.paragraph("Normal", self.write.cell(words))

    def _heading(
        self, content: list[Element], title: doc.Cell, level: int, layout: Layout = PLAIN
    ) -> None:
        """Append a heading that can be linked to, and list it."""
        level = min(level, 9)
        name = f"_Toc{len(self.headings) + 1:06}"
        self.headings.append(Heading(level, title, name))
        self.paragraph(f"Heading {level}", self.write.bookmarks.set(name, content), layout)

    def _header(self, columns: Sequence[doc.Column], widths: Sequence[int]) -> Element:
        """Return the row of the headings of a table, which is repeated on each page."""
        cells = (
            make_cell(
                [self._in_cell(self.write.cell(one.heading, "Label"), one, keep_next=True)],
                size,
                fill=PALE,
            )
            for one, size in zip(columns, widths, strict=True)
        )
        return make_row(cells, header=True, whole=True)

    def _contents(self, cell: doc.Cell, column: doc.Column) -> list[Element]:
        """Return the paragraphs of a cell of a table."""
        if doc.is_list(cell):
            return self._statements(doc.statements(cell))
        write = self.write.named if column.key != "name" else self.write.cell
        return [self._in_cell(write(cell), column)]

    def _in_cell(
        self,
        content: Sequence[Element],
        column: doc.Column | None = None,
        *,
        keep_next: bool = False,
        small: bool = False,
    ) -> Element:
        align = "right" if column and column.role in RIGHT_ALIGNED else None
        style = self.write.styles["Small" if small else "Table Text"]
        return make_paragraph(style, content, Layout(keep_next=keep_next, align=align))

    def _statements(self, lines: Sequence[doc.Line]) -> list[Element]:
        """Return one statement, or a list of several, as the paragraphs of a cell."""
        style = self.write.styles["Table Bullet" if len(lines) > 1 else "Table Text"]
        return [
            make_paragraph(style, self.write.statement(line)) for line in lines or [doc.Line("")]
        ]

    def _outline(self, lines: Sequence[doc.Line], depth: int = 0) -> list[Element]:
        """Return statements as the paragraphs of a cell, below each what is inside it."""
        style = self.write.styles["Table Bullet" if depth else "Table Text"]
        found = []
        for line in lines:
            found.append(make_paragraph(style, self.write.statement(line)))
            found += self._outline(line.inside, depth + 1)
        return found or ([] if depth else self._statements(()))

    def _nodes(self, nodes: Sequence[doc.Node], depth: int) -> None:
        """Append nodes of a tree; where none has anything below it, they are a list."""
        write = self._node if any(one.lines or one.children for one in nodes) else self._leaf
        for node in nodes:
            self.write.article = self.write.bookmarks.home(node.evidence)
            write(node, depth)

    def _leaf(self, node: doc.Node, depth: int) -> None:
        """Append a node as an entry of a list."""
        label = self._mark(node, self.write.cell(node.label, "Name", separator="  "))
        tags = self._tags(node)
        indent = max(0, depth - 1) * _INDENT + _BULLET
        gap = [make_run("  ")] if tags else []
        layout = Layout(indent=indent, hanging=_BULLET)
        self.paragraph("List Bullet", [*label, *gap, *tags], layout)

    def _node(self, node: doc.Node, depth: int) -> None:
        """Append a node with a heading: its label, tags, statements and children."""
        self._heading(
            self._mark(node, self.write.cell(node.label, separator="  ")),
            node.label,
            self.level + depth + 1,
        )
        indent = depth * _INDENT
        if tags := self._tags(node):
            self.paragraph("Tags", tags, Layout(keep_next=bool(node.lines), indent=indent))
        for line in node.lines:
            content = self.write.statement(line)
            layout = Layout(indent=indent + _BULLET, hanging=_BULLET)
            self.paragraph("List Bullet", content, layout)
        self._nodes(node.children, depth + 1)

    def _mark(self, node: doc.Node, label: list[Element]) -> list[Element]:
        """Return the label of a node as what its id leads to."""
        return self.write.bookmarks.mark((self.write.article, node.id), label)

    def _tags(self, node: doc.Node) -> list[Element]:
        """Return the tags of a node, with its paragraph marks behind them."""
        tags: list[Element] = []
        for tag in node.tags:
            tags += [make_run(" · ")] if tags else []
            tags += self.write.cell(tag, separator=" ")
        return tags + self.write.marks(doc.Line("", node.evidence), apart=bool(tags))

    def _append_table(
        self,
        rows: Iterable[Element],
        widths: Sequence[int],
        *,
        ruled: bool = True,
        small: bool = False,
    ) -> None:
        table = copy(_empty_table(tuple(widths), ruled, small))
        self.body.append_table(table, rows, make_paragraph(self.write.styles["Table Text"]))


@lru_cache(maxsize=256)
def _empty_table(widths: tuple[int, ...], ruled: bool, small: bool) -> Element:
    edges = []
    if ruled:
        edges = [*make_edges(BLUE, 8, "top", "bottom"), *make_edges(LIGHT, 4, "insideH")]
    return make_table(widths, edges, padding=10 if small else 45)
