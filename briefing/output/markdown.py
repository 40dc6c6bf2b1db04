"""GitHub's Markdown: headings, lists and pipe tables."""

import re
from collections.abc import Iterable, Iterator

from briefing import document as doc
from briefing.output.fragments import link_marks
from briefing.output.renderer import RIGHT_ALIGNED, LineRenderer

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$^{}&@])")  # also what pandoc alone takes for marks
_ADDRESS = re.compile(r"(:)(?=//)|(?<=www)(\.)", re.I)
"""The marks by which GitHub takes text for an address, and makes a link of it."""
_NAMING = re.compile(
    r"(?<=\\[@#])(?=\w)|(?<=\bGH-)(?=\d)|(?<=:)(?=(?:[a-z+-](?:[a-z\d+-]|\\_)*|100|1234):)"
)
"""Where a name or a number begins of which GitHub would make a link or a picture (:tea:); no escape
keeps it from that, but a comment does, which nobody sees."""
_LIST_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")
_BETWEEN = " / "  # two languages; pandoc knows no line break within a cell of a table


def render(document: doc.Document) -> str:
    """Return the document as Markdown with the attribution at its end."""
    markdown = Markdown(document.links)
    parts = []
    if title := document.title or document.name:
        parts.append(f"# {markdown.inline(title)}")
        if document.subtitle:
            parts.append(markdown.inline(document.subtitle))
    for block in document.blocks:
        if lines := markdown.block(block):
            if block.title:
                parts.append(f"## {markdown.inline(block.title)}")
            parts.append("\n".join(lines))
    attribution = list(map(_escape, document.attributed()))
    parts += ["---", *attribution] if attribution else []
    return "\n\n".join(parts) + "\n"


class Markdown(LineRenderer):
    """Renders each block as lines of Markdown."""

    child_indent = "  "

    def __init__(self, links: doc.Links | None = None) -> None:
        self._links = links

    def inline(self, cell: doc.Cell) -> str:
        return self._text(cell)

    def statement(self, line: doc.Line, separator: str = _BETWEEN) -> str:
        text = self._text(line.text, separator) + _remark(line.remark)
        return f"{text} {self._marks(line.evidence)}".strip()

    def node(self, node: doc.Node) -> str:
        tags = f" *({', '.join(map(self.inline, node.tags))})*" if node.tags else ""
        name = f" `{node.id}`" if node.id else ""
        return f"- **{self.inline(node.label)}**{tags} {self._marks(node.evidence)}{name}".rstrip()

    def prose(self, block: doc.Prose) -> list[str]:
        return [self.statement(block.line, "\n\n")]

    def key_figures(self, block: doc.KeyFigures) -> list[str]:
        return [
            f"- **{self.inline(value)}** — {self.statement(line)}" for value, line in block.rows
        ]

    def fields(self, block: doc.Fields) -> list[str]:
        found = []
        for label, lines in block.rows:
            name = f"- **{self.inline(label)}**"
            if len(lines) == 1:
                found.append(f"{name}: {self.statement(lines[0])}")
            else:
                found += [name, *(f"  - {self.statement(line)}" for line in lines)]
        return found

    def outline(self, block: doc.Outline) -> list[str]:
        found = []
        for label, lines in block.rows:
            found.append(f"- **{self.inline(label)}**")
            found += self.outline_lines(lines, "  ")
        return found

    def outline_lines(self, lines: Iterable[doc.Line], indent: str = "") -> Iterator[str]:
        """Yield statements as nested lists."""
        for line in lines:
            yield f"{indent}- {self.statement(line)}"
            yield from self.outline_lines(line.inside, f"{indent}  ")

    def table(self, block: doc.Table) -> list[str]:
        return [
            _row([self.inline(column.heading) for column in block.columns]),
            _row(["--:" if column.role in RIGHT_ALIGNED else "---" for column in block.columns]),
            *(_row(list(map(self._text, row))) for row in block.rows),
        ]

    def compass(self, block: doc.Compass) -> list[str]:
        return ["| | | |", "|:-:|:-:|:-:|", *(_row(list(map(_box, row))) for row in block.grid())]

    def verbatim(self, block: doc.Verbatim) -> list[str]:
        """Return the text in a code fence that is longer than any row of backticks in it."""
        text = "\n".join(block.lines)
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return [fence, text, fence]

    def _text(self, cell: doc.Cell, separator: str = _BETWEEN) -> str:
        if isinstance(cell, doc.Line):
            return self.statement(cell, separator)
        if isinstance(cell, tuple) and doc.is_list(cell):
            return doc.list_mark(cell).join(filter(None, map(self._text, cell)))
        return _text(cell, separator)

    def _marks(self, evidence: doc.Evidence) -> str:
        """Return paragraph marks, each a link to the words on the page of the article."""
        return " ".join(
            f"[{run}]({address})" if address else run
            for run, address in link_marks(evidence, self._links)
        )


def _text(cell: doc.Cell, separator: str = _BETWEEN) -> str:
    """Return a cell in which nothing has evidence."""
    if isinstance(cell, doc.Marked):
        return _escape(cell.heading()) + " " + _marked(cell)
    return separator.join(_escape(text) for _, text in doc.texts(cell))


def _marked(cell: doc.Marked) -> str:
    """Return a text with its marked words in bold."""
    pieces = ((_disarm(text), marked) for text, marked in cell.parts())
    return " ".join("".join(f"**{one}**" if on else one for one, on in pieces).split())


def _disarm(text: str) -> str:
    """Return a text in which nothing is a mark, an address or a name for Markdown."""
    escaped = _ADDRESS.sub(lambda found: f"\\{found[0]}", _SPECIAL.sub(r"\\\1", text))
    return _NAMING.sub("<!-- -->", escaped)


def _escape(text: str) -> str:
    escaped = _disarm(" ".join(text.split()))
    return _LIST_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)


def _remark(cell: doc.Cell | None) -> str:
    return f" *({_text(cell)})*" if cell else ""


def _box(box: doc.Box | None) -> str:
    return f"{_text(box.part)}{_remark(box.remark)}: **{_text(box.name)}**" if box else ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
