"""Plain text for pipes: no colour, one record on each line, and no line folded or cut."""

from collections.abc import Iterator

from briefing import document as doc
from briefing.output.cells import pad, width
from briefing.output.renderer import LineRenderer
from briefing.words.values import join

_GAP = "  "
_MAX_COLUMN_WIDTH = 1000  # so that one very long cell does not widen every other row


def render(document: doc.Document) -> str:
    """Return the document for ``grep``, ``less`` and logs, with one record on each line."""
    plain = Plain()
    parts = []
    if document.title:
        titles = filter(None, (document.title, document.subtitle))
        parts.append("\n".join(map(plain.inline, titles)))
    for block in document.blocks:
        if lines := plain.block(block):
            title = [plain.inline(block.title)] if block.title else []
            parts.append("\n".join(title + lines))
    if any(document.source):
        parts += map(plain.inline, document.attributed())
    return "\n\n".join(parts) + "\n"


class Plain(LineRenderer):
    """Renders each block as lines of plain text."""

    child_indent = "    "

    def inline(self, cell: doc.Cell) -> str:
        if isinstance(cell, str):
            text = cell
        elif isinstance(cell, doc.Phrase):
            text = cell.joined(" / ")
        elif isinstance(cell, doc.Marked):
            text = cell.heading() + cell.text
        elif isinstance(cell, doc.Line):
            return self.statement(cell)
        else:
            text = doc.list_mark(cell).join(filter(None, map(self.inline, cell)))
        return " ".join(text.split())

    def statement(self, line: doc.Line) -> str:
        remark = f"[{self.inline(line.remark)}]" if line.remark else ""
        return _join(self.inline(line.text), remark, doc.marks(line.paragraphs))

    def node(self, node: doc.Node) -> str:
        tags = f"[{self.inline(node.tags)}]" if node.tags else ""
        return _join(self.inline(node.label), tags, doc.marks(node.paragraphs), node.id)

    def key_figures(self, block: doc.KeyFigures) -> list[str]:
        return _align([[self.inline(value), self.statement(line)] for value, line in block.rows])

    def fields(self, block: doc.Fields) -> list[str]:
        rows = [
            [self.inline(label), doc.list_mark(lines).join(map(self.statement, lines))]
            for label, lines in block.rows
        ]
        return _align(rows, block.label_width)

    def outline(self, block: doc.Outline) -> list[str]:
        rows = [
            [self.inline(label), text]
            for label, lines in block.rows
            for text in self.outline_lines(lines)
        ]
        return _align(rows)

    def table(self, block: doc.Table) -> list[str]:
        if block.side_by_side:
            return _align(list(self._entries(block)))
        headings = [column.heading for column in block.columns]
        return _align([list(map(self.inline, row)) for row in (headings, *block.rows)])

    def compass(self, block: doc.Compass) -> list[str]:
        return [_join(self.inline(box.name.labelled(_part(box))), box.id) for box in block.told()]

    def _entries(self, block: doc.Table) -> Iterator[list[str]]:
        """Yield what is side by side one below the other, each with its row and its column."""
        for label, *row in block.rows:
            for column, cell in zip(block.columns[1:], row, strict=True):
                entries = cell if doc.is_list(cell) else (cell,)
                for entry in entries:
                    yield [self.inline(label), self.inline(column.heading), self.inline(entry)]

    def verbatim(self, block: doc.Verbatim) -> list[str]:
        # A line of RIS ends in a carriage return, too, which belongs to the text to copy.
        copied = (text for _, text in doc.texts(block.text))
        return [line for text in copied for line in text.removesuffix("\n").split("\n")]


def _part(box: doc.Box) -> doc.Phrase:
    """Return the part of a place with its remark, and with its direction if that is not told."""
    told = all(
        direction.lower() in (part or "").lower()
        for direction, part in zip(box.direction, box.part, strict=True)
        if direction
    )
    remarks = [box.remark] if box.remark else []
    if not told:
        remarks.insert(0, box.direction)
    return box.part.remarked(join(remarks, "；", "; ") if remarks else None)


def _join(*texts: str) -> str:
    """Join the texts that are not empty with a gap between them."""
    return _GAP.join(filter(None, texts))


def _align(rows: list[list[str]], first_width: int = 0) -> list[str]:
    """Return rows of cells as lines in which each column begins at the same place.

    The first column is at least ``first_width`` cells wide.
    """
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    widths = [max(first_width, widths[0]), *widths[1:]] if widths else []
    capped = [min(_MAX_COLUMN_WIDTH, one) for one in widths]
    return [_GAP.join(map(pad, row, capped)).rstrip() for row in rows]
