"""Word: documents of ordinary headings, lists and tables, which can be edited."""

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

from briefing import document as doc
from briefing.output.cells import width
from briefing.output.columns import choose_widths
from briefing.output.docx.file import (
    BLUE,
    BULLET,
    LIGHT,
    PALE,
    set_header_and_footer,
    set_paper,
    set_properties,
    set_styles,
)
from briefing.output.docx.text import (
    add_run,
    make_element,
    write_cell,
    write_marks,
    write_statement,
)
from briefing.output.office import remove_dates
from briefing.output.renderer import RIGHT_ALIGNED, Renderer

_TREE_INDENT = Cm(0.6)
_CELL_WIDTH = Pt(4.6)  # of a terminal cell, or half of a Chinese character, in a table
_MAX_UNSPLIT_LINES = 24  # a row of more lines may be split across pages
_MAX_NARROW_FIGURE = 12  # characters; a longer key figure needs a wider column
_MAX_PORTRAIT_COLUMNS = 7  # a table of more columns needs a page in landscape
_UNWRAPPED = {"number": 1, "paragraph": 1, "id": 0.85}  # roles that do not wrap: cells a character
_SCRIPT_CHANGE = re.compile("(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])")


def render(document: doc.Document) -> bytes:
    """Return the document as a Word file that ends with the attribution."""
    title = document.title or document.name or document.source
    several = any(isinstance(block, doc.Prose) and block.title for block in document.blocks)
    tables = (block for block in document.blocks if isinstance(block, doc.Table))
    landscape = any(len(table.columns) > _MAX_PORTRAIT_COLUMNS for table in tables)
    word = docx.Document()
    set_styles(word)
    page_width = set_paper(word, landscape=landscape)
    set_header_and_footer(word, title)
    renderer = Word(word, page_width, 2 if several else 1, document.links)
    # Of several articles, each has a heading of its own below.
    renderer.paragraph("Subtitle" if several else "Title", title)
    if document.subtitle:
        renderer.paragraph("Subtitle", document.subtitle)
    for block in document.blocks:
        renderer.block(block)
    closing = [*doc.texts(document.rights), *doc.texts(document.attribution)]
    for number, (lang, text) in enumerate(closing):
        paragraph = renderer.paragraph("Citation")
        if not number:
            rule = make_element("w:top", val="single", sz="6", space="6", color=LIGHT)
            paragraph._p.get_or_add_pPr().append(make_element("w:pBdr", rule))
            paragraph.paragraph_format.space_before = Pt(20)
        add_run(paragraph, text, lang)
    set_properties(word, title, document)
    out = io.BytesIO()
    word.save(out)
    return remove_dates(out.getvalue())


class Word(Renderer[None]):
    """Appends each block to a Word file.

    ``width`` is that of the page without margins, in EMU, and ``level`` is that of the headings.
    ``links`` say where the words are that the claims rest on.
    """

    def __init__(
        self, word: WordDocument, width: int, level: int, links: doc.Links | None = None
    ) -> None:
        self.links = links
        self.word = word
        self.width = width
        self.level = level

    def paragraph(self, style: str | None = None, cell: doc.Cell = "") -> Paragraph:
        """Append a paragraph and return it."""
        added = self.word.add_paragraph(style=style)
        write_cell(added, cell)
        return added

    def block(self, block: doc.Block) -> None:
        """Append a block with its heading. The heading of prose is that of an article."""
        if block.title and not isinstance(block, doc.Commands):
            self._heading(block.title, self.level - isinstance(block, doc.Prose))
        super().block(block)

    def prose(self, block: doc.Prose) -> None:
        self._write(self.paragraph(), block.line)

    def items(self, block: doc.Items) -> None:
        for line in block.lines:
            self._write(self.paragraph("List Bullet"), line)

    def key_figures(self, block: doc.KeyFigures) -> None:
        values = (text for value, _ in block.rows for _, text in doc.texts(value))
        share = 0.4 if max(map(len, values), default=0) > _MAX_NARROW_FIGURE else 0.25
        grid = self._grid(len(block.rows), (share, 1 - share), ruled=False)
        for row, (value, line) in zip(grid.rows, block.rows, strict=True):
            _keep_whole(row, 1)
            write_cell(row.cells[0].paragraphs[0], value, "Figure")
            row.cells[1].paragraphs[0].style = "Normal"
            self._write(row.cells[1].paragraphs[0], line)
            for cell in row.cells:
                cell.vertical_alignment = VERTICAL.CENTER

    def fields(self, block: doc.Fields) -> None:
        grid = self._grid(len(block.rows), (0.26, 0.74))
        for row, (label, lines) in zip(grid.rows, block.rows, strict=True):
            _keep_whole(row, len(lines))
            write_cell(row.cells[0].paragraphs[0], label, "Label")
            self._write_statements(row.cells[1], lines)

    def outline(self, block: doc.Outline) -> None:
        grid = self._grid(len(block.rows), (0.16, 0.84))
        for row, (label, lines) in zip(grid.rows, block.rows, strict=True):
            write_cell(row.cells[0].paragraphs[0], label, "Label")
            self._write_outline(row.cells[1], lines)

    def table(self, block: doc.Table) -> None:
        measured = [
            [_measurable(cell, _UNWRAPPED.get(column.role)) for cell in (column.heading, *cells)]
            for column, *cells in zip(block.columns, *block.rows, strict=True)
        ]
        available = self.width // _CELL_WIDTH - 2 * len(measured)
        columns = [cells + 2 for cells in choose_widths(measured, available)]
        grid = self._grid(1 + len(block.rows), columns)
        header, *rows = grid.rows
        header._tr.get_or_add_trPr().append(make_element("w:tblHeader"))
        for column, cell in zip(block.columns, header.cells, strict=True):
            write_cell(cell.paragraphs[0], column.heading, "Label")
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            _shade(cell)
        for row, contents in zip(rows, block.rows, strict=True):
            _keep_whole(row, max(len(doc.texts(content)) for content in contents))
            for column, cell, content in zip(block.columns, row.cells, contents, strict=True):
                if isinstance(content, doc.Line):
                    self._write(cell.paragraphs[0], content)
                elif not doc.is_list(content):
                    style = "Mark" if column.role == "id" else None
                    write_cell(cell.paragraphs[0], content, style)
                else:
                    self._write_statements(cell, doc.statements(content))
        for row in grid.rows:
            for column, cell in zip(block.columns, row.cells, strict=True):
                if column.role in RIGHT_ALIGNED:
                    cell.paragraphs[0].alignment = ALIGN.RIGHT

    def tree(self, block: doc.Tree) -> None:
        for root in block.roots:
            self._node(root, 0)

    def compass(self, block: doc.Compass) -> None:
        grid = self._grid(3, (1, 1, 1), ruled=False)
        for row, boxes in zip(grid.rows, block.grid(), strict=True):
            for cell, box in zip(row.cells, boxes, strict=True):
                if box:
                    _write_box(cell, box, is_centre=box is block.centre)

    def commands(self, _: doc.Commands) -> None:
        """Append nothing, because only a terminal shows commands."""

    def verbatim(self, block: doc.Verbatim) -> None:
        """Append a paragraph for each line, so that a citation is one paragraph."""
        for line in block.lines:
            add_run(self.paragraph(), line)

    def empty(self, words: doc.Phrase) -> None:
        self.paragraph(cell=words)

    def _heading(self, title: doc.Cell, level: int) -> Paragraph:
        heading = self.paragraph(f"Heading {min(level, 9)}")
        write_cell(heading, title, separator="  ")
        return heading

    def _node(self, node: doc.Node, depth: int) -> None:
        """Append a node of a tree: its label, tags, statements and children."""
        indent = Length(depth * _TREE_INDENT)
        heading = self._heading(node.label, self.level + depth + 1)
        heading.paragraph_format.left_indent = indent
        if node.tags or node.evidence or node.id:
            tags = self.paragraph("Tags")
            for tag in node.tags:
                write_cell(tags, tag, separator=" ")
                add_run(tags, " · ")
            write_marks(tags, node.evidence, self.links)
            add_run(tags, f"  {node.id}" if node.evidence else node.id)
            tags.paragraph_format.keep_with_next = bool(node.lines)
            tags.paragraph_format.left_indent = indent
        for line in node.lines:
            paragraph = self.paragraph("List Bullet")
            paragraph.paragraph_format.left_indent = Length(indent + BULLET)
            self._write(paragraph, line)
        for child in node.children:
            self._node(child, depth + 1)

    def _write(self, paragraph: Paragraph, line: doc.Line) -> None:
        write_statement(paragraph, line, self.links)

    def _write_statements(self, cell: GridCell, lines: Sequence[doc.Line]) -> None:
        """Write one statement, or a list of several, into a table's cell."""
        style = "Table Bullet" if len(lines) > 1 else "Table Text"
        for number, line in enumerate(lines):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            paragraph.style = style
            self._write(paragraph, line)

    def _write_outline(self, cell: GridCell, lines: Sequence[doc.Line], depth: int = 0) -> None:
        """Write statements into a table's cell, and indented below each what is inside it."""
        for number, line in enumerate(lines):
            paragraph = cell.add_paragraph() if number or depth else cell.paragraphs[0]
            paragraph.style = "Table Bullet" if depth else "Table Text"
            self._write(paragraph, line)
            self._write_outline(cell, line.inside, depth + 1)

    def _grid(self, rows: int, columns: Sequence[float], ruled: bool = True) -> Grid:
        """Append an empty table, whose columns share the page's width in the given proportions."""
        body = self.word.element.body
        if len(body) > 1 and body[-2].tag == qn("w:tbl"):  # Word joins adjacent tables
            self.paragraph("Table Text")
        grid: Grid = self.word.add_table(rows, len(columns))
        properties = grid._tbl.tblPr
        if ruled:
            inside = make_element("w:insideH", val="single", sz="4", color=LIGHT)
            properties.append(make_element("w:tblBorders", *_edges("top", "bottom"), inside))
        sides = {"top": "45", "left": "85", "bottom": "45", "right": "85"}
        margins = (make_element(f"w:{side}", w=size, type="dxa") for side, size in sides.items())
        properties.append(make_element("w:tblCellMar", *margins))
        properties.append(properties.xpath("w:tblLook")[0])  # the schema wants it last
        grid.autofit = False
        sizes = [Length(int(self.width * share / sum(columns))) for share in columns]
        for column, size in zip(grid.columns, sizes, strict=True):
            column.width = size
        style_id = self.word.styles["Table Text"].style_id
        for row in grid.rows:
            for cell, size in zip(row.cells, sizes, strict=True):
                cell.width = size
                cell.paragraphs[0]._p.style = style_id
        return grid


def _edges(*names: str) -> list[Any]:
    return [make_element(f"w:{name}", val="single", sz="8", color=BLUE) for name in names]


def _shade(cell: GridCell) -> None:
    cell._tc.get_or_add_tcPr().append(make_element("w:shd", val="clear", color="auto", fill=PALE))


def _keep_whole(row: Row, lines: int) -> None:
    """Keep a row on one page, unless that could leave half of the page before it empty."""
    if lines <= _MAX_UNSPLIT_LINES:
        row._tr.get_or_add_trPr().append(make_element("w:cantSplit"))


def _write_box(cell: GridCell, box: doc.Box, *, is_centre: bool) -> None:
    """Write a place of the compass into a table's cell with borders."""
    borders = make_element("w:tcBorders", *_edges("top", "left", "bottom", "right"))
    cell._tc.get_or_add_tcPr().append(borders)
    if is_centre:
        _shade(cell)
    cell.vertical_alignment = VERTICAL.CENTER
    part, name = cell.paragraphs[0], cell.add_paragraph(style="Table Text")
    write_statement(part, doc.Line(box.part, (), box.remark))
    write_cell(name, box.name, "Name")
    part.alignment = name.alignment = ALIGN.CENTER


def _measurable(cell: doc.Cell, unwrapped: float | None) -> str:
    """Return a text that is as wide in terminal cells as a cell's text is in Word.

    ``unwrapped`` is the width of a character of a text that must not be wrapped. Such a text is
    returned as one long word.
    """
    # Word adds about half a cell between a Chinese character and a letter or digit.
    lines = [
        text + "_" * ceil(len(_SCRIPT_CHANGE.findall(text)) / 2) for _, text in doc.texts(cell)
    ]
    if unwrapped:
        lines = ["_" * ceil(unwrapped * width(line)) for line in lines]
    return "\n".join(lines)
