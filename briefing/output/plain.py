"""Plain text for pipes: no colour, one record on each line, nothing folded or cropped."""

from briefing.document import (
    Cell,
    Compass,
    Document,
    Fields,
    KeyFigures,
    Line,
    Node,
    Phrase,
    Table,
    Verbatim,
    marks,
)
from briefing.output.cells import pad, width
from briefing.output.renderer import LineRenderer

_GAP = "  "
_WIDEST_COLUMN = 1000  # one cell of ten pages need not widen every other row


def render(document: Document) -> str:
    """Return the document for ``grep``, ``less`` and a log, with one record on each line."""
    plain = Plain()
    parts = []
    if document.title:
        parts.append("\n".join(map(one_line, filter(None, (document.title, document.subtitle)))))
    for block in document.blocks:
        if lines := plain.block(block):
            title = [one_line(block.title)] if block.title else []
            parts.append("\n".join(title + lines))
    if any(document.source):
        parts += document.attributed()
    return "\n\n".join(parts) + "\n"


def one_line(cell: Cell) -> str:
    """Return a cell's text on one line, with a stroke between its languages."""
    if isinstance(cell, str):
        text = cell
    elif isinstance(cell, Phrase):
        text = cell.joined(" / ")
    else:
        only_chinese = all(isinstance(part, Phrase) and not part.en for part in cell)
        between = "；" if only_chinese else "; "
        text = between.join(filter(None, map(one_line, cell)))
    return " ".join(text.split())


class Plain(LineRenderer):
    """Renders each block as lines of plain text."""

    child_indent = "    "

    def inline(self, cell: Cell) -> str:
        return one_line(cell)

    def statement(self, line: Line) -> str:
        remark = f"[{one_line(line.remark)}]" if line.remark else ""
        return _apart(one_line(line.text), remark, marks(line.paragraphs))

    def branch(self, node: Node) -> str:
        tags = f"[{one_line(node.tags)}]" if node.tags else ""
        return _apart(one_line(node.label), tags, marks(node.paragraphs), node.id)

    def key_figures(self, block: KeyFigures) -> list[str]:
        return _aligned([[one_line(value), self.statement(line)] for value, line in block.rows])

    def fields(self, block: Fields) -> list[str]:
        return _aligned(
            [
                [one_line(label), "; ".join(map(self.statement, lines))]
                for label, lines in block.rows
            ]
        )

    def table(self, block: Table) -> list[str]:
        heads = [one_line(column.heading) for column in block.columns]
        return _aligned([heads, *(list(map(one_line, row)) for row in block.rows)])

    def compass(self, block: Compass) -> list[str]:
        return [
            f"{one_line(box.part)}: {one_line(box.name)}"
            + (f" [{one_line(box.remark)}]" if box.remark else "")
            + f"{_GAP}{box.id}"
            for box in block.boxes().values()
        ]

    def verbatim(self, block: Verbatim) -> list[str]:
        return block.text.splitlines()


def _apart(*texts: str) -> str:
    """Join the texts that are not empty with a gap between them."""
    return _GAP.join(filter(None, texts))


def _aligned(rows: list[list[str]]) -> list[str]:
    """Return rows of cells as lines in which every column begins at the same place."""
    widths = [min(_WIDEST_COLUMN, max(map(width, cells))) for cells in zip(*rows, strict=True)]
    return [_GAP.join(map(pad, row, widths)).rstrip() for row in rows]
