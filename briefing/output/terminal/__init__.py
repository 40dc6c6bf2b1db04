"""The terminal: every block as lines of styled text, no wider than the screen.

Colours are the terminal's own, so that they suit dark and light alike.
"""

from collections.abc import Sequence

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
from briefing.output.renderer import Renderer
from briefing.output.terminal import table
from briefing.output.terminal.lines import (
    Lines,
    Run,
    beside,
    bullets,
    indented,
    paint,
    plain,
    prefixed,
    statement,
    widest,
    wrapped,
)

WIDEST = 100
"""Lines of prose longer than this are hard to read, however wide the terminal."""

_LEAST_BESIDE = 12  # what is left beside labels, or else half of the width
_LEAST_BRANCH = 8  # a branch of a tree that would be narrower is not set further in
_UNTITLED = (Compass, Commands)  # a reader sees at once what these are


def render(document: Document, *, colour: bool, cells: int) -> str:
    """Return the document for a terminal of that many cells."""
    terminal = Terminal(cells)
    parts: list[Lines] = []
    if document.title:
        parts.append(terminal.line(document.title, "title"))
        if document.subtitle:
            parts[0] += terminal.line(document.subtitle, "faint")
    for block in document.blocks:
        title = None if isinstance(block, _UNTITLED) else block.title
        heading = terminal.line(title.joined("  "), "heading") if title else []
        parts.append(heading + terminal.block(block))
    if any(document.source) and document.source != document.subtitle:
        parts.append(terminal.line(document.source, "faint"))
    return "\n".join(paint(part, colour=colour) for part in parts)


class Terminal(Renderer[Lines]):
    """Renders each block as lines of styled text, one cell in from either edge."""

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.prose_width = min(cells, WIDEST) - 2

    def line(self, cell: Cell, style: str) -> Lines:
        """Return a cell's words on lines of their own."""
        return indented(wrapped([Run(plain(cell), style)], self.cells - 2))

    def prose(self, block: Prose) -> Lines:
        return indented(wrapped(statement(block.line), self.prose_width))

    def items(self, block: Items) -> Lines:
        return indented(bullets(block.lines, self.prose_width))

    def key_figures(self, block: KeyFigures) -> Lines:
        rows = [(Run(plain(value), "number"), (line,)) for value, line in block.rows]
        return self._labelled(rows, self.prose_width // 3, right=True)

    def fields(self, block: Fields) -> Lines:
        quarter = self.prose_width // 4
        rows = [(Run(plain(label), "name"), lines) for label, lines in block.rows]
        return self._labelled(rows, max(12, quarter), self.prose_width - quarter)

    def table(self, block: Table) -> Lines:
        return table.draw(block, self.cells)

    def tree(self, block: Tree) -> Lines:
        roots = (self._branch(root, self.prose_width) for root in block.roots)
        return indented([line for lines in roots for line in lines])

    def compass(self, block: Compass) -> Lines:
        from briefing.output.terminal import compass

        if drawn := compass.draw(block, self.prose_width):
            return indented(drawn)
        rows = [
            (Run(plain(box.part), "heading"), (Line(box.name, (), box.remark),))
            for box in block.boxes().values()
        ]
        return self._labelled(rows, self.prose_width // 3)

    def commands(self, block: Commands) -> Lines:
        rows = [(Run(command, "name"), (Line(shows),)) for command, shows in block.rows]
        return self._labelled(rows, self.prose_width, style="faint")

    def verbatim(self, block: Verbatim) -> Lines:
        # The terminal itself folds a line that is too long, so that what is copied is one line.
        return [[Run(line)] for line in block.text.splitlines()]

    def empty(self, words: Phrase) -> Lines:
        return self.line(words, "faint")

    def _labelled(
        self,
        rows: Sequence[tuple[Run, Sequence[Line]]],
        label_width: int,
        body_width: int | None = None,
        *,
        right: bool = False,
        style: str = "text",
    ) -> Lines:
        """Return rows of a label and what is said beside it, each no wider than given."""
        most = max(self.prose_width - _LEAST_BESIDE, self.prose_width // 2) - 2
        wide = min(widest(label.text for label, _ in rows), label_width, most)
        rest = min(body_width or self.prose_width, self.cells - 2 - wide - 2)
        found: Lines = []
        for label, lines in rows:
            if len(lines) == 1:
                body = wrapped(statement(lines[0], style), rest)
            else:
                body = bullets(lines, rest)
            found += beside([wrapped([label], wide), body], [wide, rest], 2, {0} if right else ())
        return indented(found)

    def _branch(self, node: Node, cells: int) -> Lines:
        """Return a branch of a tree, its statements, and its own branches behind guides."""
        head = [Run(plain(node.label, "  "), "name")]
        if node.tags:
            head.append(Run(f"  {' · '.join(plain(tag, ' ') for tag in node.tags)}", "remark"))
        head += [Run(f"  {marks(node.paragraphs)}", "paragraph"), Run(f"  {node.id}", "id")]
        found = wrapped(head, cells) + bullets(node.lines, cells)
        deepest = cells - 4 < _LEAST_BRANCH
        for number, child in enumerate(node.children, 1):
            if deepest:
                found += self._branch(child, cells)
                continue
            guides = ("└── ", "    ") if number == len(node.children) else ("├── ", "│   ")
            found += prefixed(self._branch(child, cells - 4), *guides, "faint")
        return found
