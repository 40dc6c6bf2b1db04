"""The lines of a memo in HTML, with the place of each character in the file."""

from html import unescape
from html.parser import HTMLParser

from briefing.files.cells import Cells, read_span
from briefing.verifying.line import Cell, Line

_HIDDEN = frozenset(
    [
        "script",
        "style",
        "code",
        "pre",
        "head",
        "template",
        "title",
        "noscript",
        "del",
        "s",
        "strike",
    ]
)
"""Elements of which nothing is told: what is not shown, is no text, or was struck out."""
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "del",
        "s",
        "strike",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)

_NUMERALS = frozenset("0123456789０１２３４５６７８９十百千万亿%％")
_PARTS = {"table": "table", "tr": "row", "td": "cell", "th": "cell"}


def read_page(text: str) -> list[Line]:
    """Return the lines of a page: what stands between the bounds of its blocks."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_line()
    return reader.lines


class _Reader(HTMLParser):
    """Collects the characters that a reader of the page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._hidden: list[str] = []
        self._cells = Cells()

    def end_line(self) -> None:
        """End the line that is being read."""
        if self._text:
            here = self._cells.here()
            cell = Cell(*here) if here else None
            self.lines.append(Line("".join(self._text), tuple(self._places), cell))
        self._text, self._places = [], []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take notice of an element that begins."""
        if tag in _HIDDEN or (tag == "sup" and self._text and self._text[-1] in _NUMERALS):
            self._hidden.append(tag)  # a raised number behind another refers to a note
        if tag not in _INLINE:
            self.end_line()
        held = dict(attributes)
        columns, rows = (read_span(held.get(name)) for name in ("colspan", "rowspan"))
        self._cells.begin(_PARTS.get(tag, ""), columns, rows)

    def handle_endtag(self, tag: str) -> None:
        """Take notice of an element that ends."""
        if self._hidden and self._hidden[-1] == tag:
            self._hidden.pop()
        if tag not in _INLINE:
            self.end_line()
        self._cells.end(_PARTS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """Add text; a line break of the file is a blank of the page."""
        line, column = self.getpos()
        for one in data:
            self._add(" " if one in "\r\n\t" else one, line, column + 1)
            line, column = (line + 1, 0) if one == "\n" else (line, column + 1)

    def handle_entityref(self, name: str) -> None:
        """Add a character that is written by its name."""
        self._add_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Add a character that is written by its number."""
        self._add_reference(f"&#{name};")

    def _add_reference(self, written: str) -> None:
        line, column = self.getpos()
        for one in unescape(written):
            self._add(" " if one == "\xa0" else one, line, column + 1)

    def _add(self, character: str, line: int, column: int) -> None:
        blank = character == " " and (not self._text or self._text[-1] == " ")
        if not self._hidden and not blank:
            self._text.append(character)
            self._places.append((line, column))
