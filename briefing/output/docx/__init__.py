"""Word: headings, lists and tables as Word itself has them, to be edited and quoted."""

import io
import re
from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, NamedTuple

import docx
from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell as GridCell
from docx.table import _Row as Row

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
from briefing.output.docx.text import element, parts, run, state, write
from briefing.output.office import packed

_STEP = Cm(0.6)
_HALF_CHARACTER = Pt(4.6)  # what a terminal's cell takes in a table
_TALL = 24  # lines
_MANY = 7  # a table of more columns than these wants a page on its side
_UNBROKEN = {"number": 1, "paragraph": 1, "id": 0.85}  # and how wide their characters are
_SEAM = re.compile("(?<=[0-9A-Za-z])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9A-Za-z])")  # half a cell wide


class _Page(NamedTuple):
    """What is written to: its width, and the level of the headings over its blocks."""

    word: Word
    width: int
    level: int


def render(document: Document) -> bytes:
    """The document for Word, its citation last."""
    word = docx.Document()
    set_styles(word)
    title = document.title or document.name or document.source
    several = any(isinstance(block, Prose) and block.title for block in document.blocks)
    wide = any(isinstance(one, Table) and len(one.columns) > _MANY for one in document.blocks)
    page = _Page(word, set_paper(word, on_its_side=wide), 2 if several else 1)
    set_margins(word, title)
    if any(title):  # of several articles each has a heading of its own
        write(word.add_paragraph(style="Subtitle" if several else "Title"), title)
    if document.subtitle:
        write(word.add_paragraph(style="Subtitle"), document.subtitle)
    for block in document.blocks:
        _RENDER[type(block)](page, block)
    said = [*parts(document.rights), *parts(document.attribution)]
    for number, (lang, words) in enumerate(said):
        paragraph = word.add_paragraph(style="Citation")
        if not number:
            rule = element("w:top", val="single", sz="6", space="6", color=LIGHT)
            paragraph._p.get_or_add_pPr().append(element("w:pBdr", rule))
            paragraph.paragraph_format.space_before = Pt(20)
        run(paragraph, words, lang)
    describe(word, title, document)
    out = io.BytesIO()
    word.save(out)
    return packed(out.getvalue())


def _heading(page: _Page, title: Phrase | None, below: int = 0) -> None:
    if title:
        level = min(page.level + below, 9)
        write(page.word.add_paragraph(style=f"Heading {level}"), title, between="  ")


def _grid(page: _Page, rows: int, columns: Sequence[float], ruled: bool = True) -> Grid:
    """An empty table; ``columns`` are their shares of the page's width."""
    body = page.word.element.body
    if len(body) > 1 and body[-2].tag == qn("w:tbl"):  # Word would join the two
        page.word.add_paragraph(style="Table Text")
    grid: Grid = page.word.add_table(rows, len(columns))
    properties = grid._tbl.tblPr
    if ruled:
        edges = [element(f"w:{e}", val="single", sz="8", color=BLUE) for e in ("top", "bottom")]
        inside = element("w:insideH", val="single", sz="4", color=LIGHT)
        properties.append(element("w:tblBorders", *edges, inside))
    sides = {"top": "45", "left": "85", "bottom": "45", "right": "85"}
    margins = (element(f"w:{side}", w=wide, type="dxa") for side, wide in sides.items())
    properties.append(element("w:tblCellMar", *margins))
    properties.append(properties.xpath("w:tblLook")[0])  # the schema has it behind these
    grid.autofit = False
    sizes = [Length(int(page.width * share / sum(columns))) for share in columns]
    for column, size in zip(grid.columns, sizes, strict=True):
        column.width = size
    text = page.word.styles["Table Text"].style_id
    for row in grid.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size
            cell.paragraphs[0]._p.style = text
    return grid


def _shade(cell: GridCell) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=PALE))


def _keep_whole(row: Row, lines: int) -> None:
    """Let no page end in the row, unless it is so tall that it would leave half a page empty."""
    if lines <= _TALL:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def _fill(cell: GridCell, lines: Sequence[Line]) -> None:
    """A table's cell: one statement, or a list of them."""
    style = "Table Bullet" if len(lines) > 1 else "Table Text"
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = style
        state(paragraph, line)


def _prose(page: _Page, block: Prose) -> None:
    _heading(page, block.title, -1)
    state(page.word.add_paragraph(), Line(block.text, block.paragraphs))


def _items(page: _Page, block: Items) -> None:
    _heading(page, block.title)
    for line in block.lines:
        state(page.word.add_paragraph(style="List Bullet"), line)


def _key_figures(page: _Page, block: KeyFigures) -> None:
    _heading(page, block.title)
    longest = max((len(words) for value, _ in block.rows for _, words in parts(value)), default=0)
    share = 0.4 if longest > 12 else 0.25
    grid = _grid(page, len(block.rows), (share, 1 - share), ruled=False)
    for row, (value, line) in zip(grid.rows, block.rows, strict=True):
        _keep_whole(row, 1)
        write(row.cells[0].paragraphs[0], value, "Figure")
        row.cells[1].paragraphs[0].style = "Normal"
        state(row.cells[1].paragraphs[0], line)
        for cell in row.cells:
            cell.vertical_alignment = VERTICAL.CENTER


def _fields(page: _Page, block: Fields) -> None:
    _heading(page, block.title)
    grid = _grid(page, len(block.rows), (0.26, 0.74))
    for row, (label, lines) in zip(grid.rows, block.rows, strict=True):
        _keep_whole(row, len(lines))
        write(row.cells[0].paragraphs[0], label, "Label")
        _fill(row.cells[1], lines)


def _table(page: _Page, block: Table) -> None:
    _heading(page, block.title)
    if not block.rows:
        write(page.word.add_paragraph(), block.empty or "")
        return
    texts = [
        [_measured(cell, _UNBROKEN.get(column.role)) for cell in (column.heading, *cells)]
        for column, *cells in zip(block.columns, *block.rows, strict=True)
    ]
    available = page.width // _HALF_CHARACTER - 2 * len(texts)
    grid = _grid(page, 1 + len(block.rows), [cells + 2 for cells in widths(texts, available)])
    head, *rows = grid.rows
    head._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for column, cell in zip(block.columns, head.cells, strict=True):
        write(cell.paragraphs[0], column.heading, "Label")
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        _shade(cell)
    for row, held in zip(rows, block.rows, strict=True):
        _keep_whole(row, max(len(parts(cell)) for cell in held))
        for column, cell, said in zip(block.columns, row.cells, held, strict=True):
            if isinstance(said, tuple) and not isinstance(said, Phrase) and len(said) > 1:
                _fill(cell, [Line(part) for part in said])
            else:
                write(cell.paragraphs[0], said, "Mark" if column.role == "id" else None)
    for row in grid.rows:
        for column, cell in zip(block.columns, row.cells, strict=True):
            if column.role in ("number", "paragraph"):
                cell.paragraphs[0].alignment = ALIGN.RIGHT


def _measured(cell: Cell, unbroken: float | None) -> str:
    """A cell's text for measuring: what is to stay on its line is one long word."""
    lines = [words + "_" * ceil(len(_SEAM.findall(words)) / 2) for _, words in parts(cell)]
    if unbroken:
        lines = ["_" * ceil(unbroken * width(line)) for line in lines]
    return "\n".join(lines)


def _tree(page: _Page, block: Tree) -> None:
    _heading(page, block.title)
    if not block.roots:
        write(page.word.add_paragraph(), block.empty or "")
    for root in block.roots:
        _node(page, root, 0)


def _node(page: _Page, node: Node, depth: int) -> None:
    """A branch: a heading, what it is tagged as below it, its statements, its own branches."""
    heading = page.word.add_paragraph(style=f"Heading {min(page.level + depth + 1, 9)}")
    write(heading, node.label, between="  ")
    tags = page.word.add_paragraph(style="Tags")
    for tag in node.tags:
        write(tags, tag, between=" ")
        run(tags, " · ")
    run(tags, "  ".join(filter(None, (marks(node.paragraphs), node.id))))
    tags.paragraph_format.keep_with_next = bool(node.lines)
    tags.paragraph_format.left_indent = Length(depth * _STEP)
    heading.paragraph_format.left_indent = Length(depth * _STEP)
    for line in node.lines:
        paragraph = page.word.add_paragraph(style="List Bullet")
        paragraph.paragraph_format.left_indent = Length(depth * _STEP + BULLET)
        state(paragraph, line)
    for child in node.children:
        _node(page, child, depth + 1)


def _compass(page: _Page, block: Compass) -> None:
    _heading(page, block.title)
    rows = (
        (None, block.north, None),
        (block.west, block.centre, block.east),
        (None, block.south, None),
    )
    grid = _grid(page, len(rows), (1, 1, 1), ruled=False)
    for row, boxes in zip(grid.rows, rows, strict=True):
        for cell, box in zip(row.cells, boxes, strict=True):
            if box is None:
                continue
            edges = [
                element(f"w:{edge}", val="single", sz="8", color=BLUE)
                for edge in ("top", "left", "bottom", "right")
            ]
            cell._tc.get_or_add_tcPr().append(element("w:tcBorders", *edges))
            if box is block.centre:
                _shade(cell)
            cell.vertical_alignment = VERTICAL.CENTER
            part, name = cell.paragraphs[0], cell.add_paragraph(style="Table Text")
            state(part, Line(box.part, (), box.remark))
            write(name, box.name, "Name")
            for paragraph in (part, name):
                paragraph.alignment = ALIGN.CENTER


def _verbatim(page: _Page, block: Verbatim) -> None:
    """Text as it stands, a paragraph a line, so that a citation is one."""
    _heading(page, block.title)
    for line in block.text.splitlines():
        run(page.word.add_paragraph(), line)


def _nothing(_: _Page, __: Commands) -> None:
    """Commands are for a terminal."""


_RENDER: dict[type, Callable[[_Page, Any], None]] = {
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
