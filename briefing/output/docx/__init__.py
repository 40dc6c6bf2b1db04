"""Word: headings, lists and tables that can be edited and quoted like any others."""

import io
import re
from collections.abc import Sequence
from math import ceil
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell as GridCell
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

from briefing.document import (
    Block,
    Box,
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
    texts,
)
from briefing.output.cells import width
from briefing.output.columns import widths
from briefing.output.docx.file import (
    BLUE,
    BULLET,
    LIGHT,
    PALE,
    describe,
    set_margins,
    set_paper,
    set_styles,
)
from briefing.output.docx.text import element, run, state, write
from briefing.output.office import packed
from briefing.output.renderer import RIGHT_ALIGNED, Renderer

_STEP = Cm(0.6)
_HALF_CHARACTER = Pt(4.6)  # the width of a terminal's cell in a table
_TALL = 24  # the lines of a row that may be broken across pages
_LONG_FIGURE = 12  # characters; a longer one needs a wider column
_MANY = 7  # a table of more columns than these is set on a page on its side
_UNBROKEN = {"number": 1, "paragraph": 1, "id": 0.85}  # roles that do not wrap: width a character
_SEAM = re.compile("(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])")  # half a cell wide


def render(document: Document) -> bytes:
    """Return the document as a Word file with its citation last."""
    title = document.title or document.name or document.source
    several = any(isinstance(block, Prose) and block.title for block in document.blocks)
    wide = any(isinstance(one, Table) and len(one.columns) > _MANY for one in document.blocks)
    word = docx.Document()
    set_styles(word)
    width = set_paper(word, on_its_side=wide)
    set_margins(word, title)
    renderer = Word(word, width, level=2 if several else 1)
    if any(title):  # each of several articles has a heading of its own
        renderer.paragraph("Subtitle" if several else "Title", title)
    if document.subtitle:
        renderer.paragraph("Subtitle", document.subtitle)
    for block in document.blocks:
        renderer.block(block)
    said = [*texts(document.rights), *texts(document.attribution)]
    for number, (lang, words) in enumerate(said):
        paragraph = renderer.paragraph("Citation")
        if not number:
            rule = element("w:top", val="single", sz="6", space="6", color=LIGHT)
            paragraph._p.get_or_add_pPr().append(element("w:pBdr", rule))
            paragraph.paragraph_format.space_before = Pt(20)
        run(paragraph, words, lang)
    describe(word, title, document)
    out = io.BytesIO()
    word.save(out)
    return packed(out.getvalue())


class Word(Renderer[None]):
    """Appends each block to a Word file.

    ``width`` is that of the page without its margins; ``level`` is that of the headings of blocks.
    """

    def __init__(self, word: WordDocument, width: int, level: int) -> None:
        self.word = word
        self.width = width
        self.level = level

    def paragraph(self, style: str | None = None, cell: Cell = "") -> Paragraph:
        """Append a paragraph and return it."""
        added = self.word.add_paragraph(style=style)
        write(added, cell)
        return added

    def block(self, block: Block) -> None:
        """Append a block under its heading. Prose with one begins an article."""
        if block.title and not isinstance(block, Commands):
            self._heading(block.title, self.level - isinstance(block, Prose))
        super().block(block)

    def prose(self, block: Prose) -> None:
        state(self.paragraph(), block.line)

    def items(self, block: Items) -> None:
        for line in block.lines:
            state(self.paragraph("List Bullet"), line)

    def key_figures(self, block: KeyFigures) -> None:
        values = (words for value, _ in block.rows for _, words in texts(value))
        share = 0.4 if max(map(len, values), default=0) > _LONG_FIGURE else 0.25
        grid = self._grid(len(block.rows), (share, 1 - share), ruled=False)
        for row, (value, line) in zip(grid.rows, block.rows, strict=True):
            _keep_whole(row, 1)
            write(row.cells[0].paragraphs[0], value, "Figure")
            row.cells[1].paragraphs[0].style = "Normal"
            state(row.cells[1].paragraphs[0], line)
            for cell in row.cells:
                cell.vertical_alignment = VERTICAL.CENTER

    def fields(self, block: Fields) -> None:
        grid = self._grid(len(block.rows), (0.26, 0.74))
        for row, (label, lines) in zip(grid.rows, block.rows, strict=True):
            _keep_whole(row, len(lines))
            write(row.cells[0].paragraphs[0], label, "Label")
            _fill(row.cells[1], lines)

    def table(self, block: Table) -> None:
        measured = [
            [_measured(cell, _UNBROKEN.get(column.role)) for cell in (column.heading, *cells)]
            for column, *cells in zip(block.columns, *block.rows, strict=True)
        ]
        available = self.width // _HALF_CHARACTER - 2 * len(measured)
        columns = [cells + 2 for cells in widths(measured, available)]
        grid = self._grid(1 + len(block.rows), columns)
        head, *rows = grid.rows
        head._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for column, cell in zip(block.columns, head.cells, strict=True):
            write(cell.paragraphs[0], column.heading, "Label")
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            _shade(cell)
        for row, held in zip(rows, block.rows, strict=True):
            _keep_whole(row, max(len(texts(cell)) for cell in held))
            for column, cell, said in zip(block.columns, row.cells, held, strict=True):
                if isinstance(said, str | Phrase) or len(said) == 1:
                    write(cell.paragraphs[0], said, "Mark" if column.role == "id" else None)
                else:
                    _fill(cell, [Line(part) for part in said])
        for row in grid.rows:
            for column, cell in zip(block.columns, row.cells, strict=True):
                if column.role in RIGHT_ALIGNED:
                    cell.paragraphs[0].alignment = ALIGN.RIGHT

    def tree(self, block: Tree) -> None:
        for root in block.roots:
            self._node(root, 0)

    def compass(self, block: Compass) -> None:
        grid = self._grid(3, (1, 1, 1), ruled=False)
        for row, boxes in zip(grid.rows, block.grid(), strict=True):
            for cell, box in zip(row.cells, boxes, strict=True):
                if box:
                    _box(cell, box, is_core=box is block.centre)

    def commands(self, _: Commands) -> None:
        """Append nothing: only a terminal shows commands."""

    def verbatim(self, block: Verbatim) -> None:
        """Append a paragraph for each line, so that a citation is one paragraph."""
        for line in block.text.splitlines():
            run(self.paragraph(), line)

    def empty(self, words: Phrase) -> None:
        self.paragraph(cell=words)

    def _heading(self, title: Cell, level: int) -> Paragraph:
        heading = self.paragraph(f"Heading {min(level, 9)}")
        write(heading, title, between="  ")
        return heading

    def _node(self, node: Node, depth: int) -> None:
        """Append a branch: a heading, its tags below it, its statements, its own branches."""
        indent = Length(depth * _STEP)
        heading = self._heading(node.label, self.level + depth + 1)
        tags = self.paragraph("Tags")
        for tag in node.tags:
            write(tags, tag, between=" ")
            run(tags, " · ")
        run(tags, "  ".join(filter(None, (marks(node.paragraphs), node.id))))
        tags.paragraph_format.keep_with_next = bool(node.lines)
        tags.paragraph_format.left_indent = heading.paragraph_format.left_indent = indent
        for line in node.lines:
            paragraph = self.paragraph("List Bullet")
            paragraph.paragraph_format.left_indent = Length(indent + BULLET)
            state(paragraph, line)
        for child in node.children:
            self._node(child, depth + 1)

    def _grid(self, rows: int, columns: Sequence[float], ruled: bool = True) -> Grid:
        """Append an empty table. ``columns`` are their shares of the page's width."""
        body = self.word.element.body
        if len(body) > 1 and body[-2].tag == qn("w:tbl"):  # Word would join the two
            self.paragraph("Table Text")
        grid: Grid = self.word.add_table(rows, len(columns))
        properties = grid._tbl.tblPr
        if ruled:
            inside = element("w:insideH", val="single", sz="4", color=LIGHT)
            properties.append(element("w:tblBorders", *_edges("top", "bottom"), inside))
        sides = {"top": "45", "left": "85", "bottom": "45", "right": "85"}
        margins = (element(f"w:{side}", w=wide, type="dxa") for side, wide in sides.items())
        properties.append(element("w:tblCellMar", *margins))
        properties.append(properties.xpath("w:tblLook")[0])  # the schema has it behind these
        grid.autofit = False
        sizes = [Length(int(self.width * share / sum(columns))) for share in columns]
        for column, size in zip(grid.columns, sizes, strict=True):
            column.width = size
        text = self.word.styles["Table Text"].style_id
        for row in grid.rows:
            for cell, size in zip(row.cells, sizes, strict=True):
                cell.width = size
                cell.paragraphs[0]._p.style = text
        return grid


def _edges(*names: str) -> list[Any]:
    return [element(f"w:{name}", val="single", sz="8", color=BLUE) for name in names]


def _shade(cell: GridCell) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=PALE))


def _keep_whole(row: Row, lines: int) -> None:
    """Let no page end in the row, unless it is so tall that it would leave half a page empty."""
    if lines <= _TALL:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def _fill(cell: GridCell, lines: Sequence[Line]) -> None:
    """Write one statement into a table's cell, or a list of them."""
    style = "Table Bullet" if len(lines) > 1 else "Table Text"
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = style
        state(paragraph, line)


def _box(cell: GridCell, box: Box, *, is_core: bool) -> None:
    """Write a place of the compass into a table's cell, with a border around it."""
    borders = element("w:tcBorders", *_edges("top", "left", "bottom", "right"))
    cell._tc.get_or_add_tcPr().append(borders)
    if is_core:
        _shade(cell)
    cell.vertical_alignment = VERTICAL.CENTER
    part, name = cell.paragraphs[0], cell.add_paragraph(style="Table Text")
    state(part, Line(box.part, (), box.remark))
    write(name, box.name, "Name")
    part.alignment = name.alignment = ALIGN.CENTER


def _measured(cell: Cell, unbroken: float | None) -> str:
    """Return a cell's text for measuring. A text that must not wrap becomes one long word."""
    lines = [words + "_" * ceil(len(_SEAM.findall(words)) / 2) for _, words in texts(cell)]
    if unbroken:
        lines = ["_" * ceil(unbroken * width(line)) for line in lines]
    return "\n".join(lines)
