"""Documents on a terminal: lines of styled text, no wider than the terminal.

Colours are those of the terminal's palette, so that they suit dark and light backgrounds.
"""

from collections.abc import Sequence

from briefing import document as doc
from briefing.output.renderer import Renderer
from briefing.output.terminal import table
from briefing.output.terminal.lines import (
    MAX_PROSE_WIDTH,
    Lines,
    Run,
    flatten,
    indent,
    join_columns,
    list_outline,
    list_statements,
    max_width,
    paint,
    prefix,
    statement_runs,
    wrap_runs,
)

_MIN_BODY_WIDTH = 12  # cells that labels leave to their values, or else half of the width
_MIN_NODE_WIDTH = 8  # cells; narrower nodes of a tree are not indented further
_LONG_TREE = 24  # lines; the branches of a longer one stand apart
_SMALL_ROOT = 2  # lines; where no branch is larger, they stand together
_UNTITLED = (doc.Compass, doc.Commands)  # these explain themselves


def render(document: doc.Document, *, colour: bool, cells: int) -> str:
    """Return the document for a terminal that is ``cells`` wide."""
    terminal = Terminal(cells)
    parts: list[Lines] = []
    if document.title:
        parts.append(terminal.title(document.title, document.subtitle))
    for block in document.blocks:
        title = None if isinstance(block, _UNTITLED) else block.title
        heading = terminal.line(title.joined("  "), "heading") if title else []
        parts.append(heading + terminal.block(block))
    if any(document.source) and document.source != document.subtitle:
        parts.append(terminal.line(document.source))
    return "\n".join(paint(part, colour=colour) for part in parts)


class Terminal(Renderer[Lines]):
    """Renders each block as lines of styled text, with a margin of one cell on each side."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.prose_width = min(cells, MAX_PROSE_WIDTH) - 2

    def line(self, cell: doc.Cell, style: str = "text") -> Lines:
        """Return a cell's text in one style, on as many lines as it needs."""
        return indent(wrap_runs([Run(flatten(cell), style)], self.cells - 2))

    def title(self, title: doc.Phrase, subtitle: doc.Phrase | None) -> Lines:
        """Return a document's title and subtitle, on one line if that holds both."""
        lines = self.line(title, "title") + (self.line(subtitle) if subtitle else [])
        runs = [Run(flatten(title), "title"), Run(f"  {flatten(subtitle or '')}")]
        one_line = wrap_runs(runs, self.cells - 2)
        return indent(one_line) if len(lines) == 2 and len(one_line) == 1 else lines

    def prose(self, block: doc.Prose) -> Lines:
        return indent(wrap_runs(statement_runs(block.line), self.prose_width))

    def items(self, block: doc.Items) -> Lines:
        return indent(list_statements(block.lines, self.prose_width))

    def key_figures(self, block: doc.KeyFigures) -> Lines:
        rows = [(Run(flatten(value), "number"), (line,)) for value, line in block.rows]
        return self._labelled(rows, self.prose_width // 3, right=True)

    def fields(self, block: doc.Fields) -> Lines:
        quarter = self.prose_width // 4
        rows = [(Run(flatten(label), "name"), lines) for label, lines in block.rows]
        if block.label_width:
            return self._labelled(rows, block.label_width, aligned=True)
        return self._labelled(rows, max(12, quarter), self.prose_width - quarter)

    def outline(self, block: doc.Outline) -> Lines:
        labels = max_width(flatten(label) for label, _ in block.rows)
        label_width = min(labels, self.prose_width // 4)
        body_width = self.prose_width - label_width - 2
        found: Lines = []
        for label, lines in block.rows:
            name = wrap_runs([Run(flatten(label), "heading")], label_width)
            body = list_outline(lines, body_width)
            found += join_columns([name, body], [label_width, body_width], 2)
        return indent(found)

    def table(self, block: doc.Table) -> Lines:
        return table.draw(block, self.cells)

    def tree(self, block: doc.Tree) -> Lines:
        roots = [self._draw_node(root, self.prose_width) for root in block.roots]
        is_long = sum(map(len, roots)) > _LONG_TREE
        apart = is_long and max(map(len, roots)) > _SMALL_ROOT
        found: Lines = []
        for root in roots:
            found += [[], *root] if apart and found else root
        return indent(found)

    def compass(self, block: doc.Compass) -> Lines:
        from briefing.output.terminal import compass

        if drawn := compass.draw(block, self.prose_width):
            return indent(drawn)
        rows = [
            (Run(flatten(box.part), "heading"), (doc.Line(box.name, (), box.remark),))
            for box in block.told()
        ]
        return self._labelled(rows, self.prose_width // 3)

    def commands(self, block: doc.Commands) -> Lines:
        rows = [(Run(command, "name"), (doc.Line(shows),)) for command, shows in block.rows]
        return self._labelled(rows, self.prose_width)

    def verbatim(self, block: doc.Verbatim) -> Lines:
        # Long lines are left to the terminal to fold, so that a reader copies each as one line.
        return [[Run(line)] for line in block.lines]

    def empty(self, words: doc.Phrase) -> Lines:
        return self.line(words)

    def _labelled(
        self,
        rows: Sequence[tuple[Run, Sequence[doc.Line]]],
        label_width: int,
        body_width: int | None = None,
        *,
        right: bool = False,
        aligned: bool = False,
    ) -> Lines:
        """Return rows of a label and statements beside it.

        ``label_width`` and ``body_width`` are the greatest widths in cells; with ``aligned`` the
        labels take all of theirs. With ``right`` the labels are aligned on the right.
        """
        most = max(self.prose_width - _MIN_BODY_WIDTH, self.prose_width // 2) - 2
        needed = label_width if aligned else max_width(label.text for label, _ in rows)
        label_width = min(needed, label_width, most)
        body_width = min(body_width or self.prose_width, self.cells - 2 - label_width - 2)
        widths = [label_width, body_width]
        found: Lines = []
        for label, lines in rows:
            if len(lines) == 1:
                body = wrap_runs(statement_runs(lines[0]), body_width)
            else:
                body = list_statements(lines, body_width)
            columns = [wrap_runs([label], label_width), body]
            found += join_columns(columns, widths, 2, {0} if right else ())
        return indent(found)

    def _draw_node(self, node: doc.Node, cells: int) -> Lines:
        """Return a node of a tree, its statements, and its children behind guide lines."""
        head = [Run(flatten(node.label, "  "), "name")]
        if node.tags:
            head.append(Run(f"  {' · '.join(flatten(tag, ' ') for tag in node.tags)}", "remark"))
        if node.paragraphs:
            head.append(Run(f"  {doc.marks(node.paragraphs)}", "paragraph"))
        if node.id:
            head.append(Run(f"  {node.id}", "id"))
        found = wrap_runs(head, cells) + list_statements(node.lines, cells)
        deepest = cells - 4 < _MIN_NODE_WIDTH
        for number, child in enumerate(node.children, 1):
            if deepest:
                found += self._draw_node(child, cells)
                continue
            guides = ("└── ", "    ") if number == len(node.children) else ("├── ", "│   ")
            found += prefix(self._draw_node(child, cells - 4), *guides, "line")
        return found
