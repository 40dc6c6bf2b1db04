"""The lines of a memo in HTML, with the place of each character in the file."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from briefing.files.cells import Cells, read_span
from briefing.files.webpages import UNREAD_OF_RUBY, is_hidden
from briefing.model.text import split_lines
from briefing.verifying.line import Cell, Line, join_broken

_HIDDEN = frozenset(
    [
        "script",
        "style",
        "code",
        "head",
        "template",
        "title",
        "noscript",
        "del",
        "s",
        "strike",
        *UNREAD_OF_RUBY,
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
        "rb",
        "rbc",
        "ruby",
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
        *UNREAD_OF_RUBY,
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements that hold nothing, and have no end."""
_ENDED_BY = {
    **{name: frozenset([name]) for name in ("li", "tr", "option")},
    **dict.fromkeys(("dt", "dd"), frozenset(["dt", "dd"])),
    **dict.fromkeys(("td", "th"), frozenset(["td", "th", "tr"])),
    **dict.fromkeys(UNREAD_OF_RUBY, frozenset(["rb", *UNREAD_OF_RUBY])),
    "head": frozenset(["body"]),
    "p": frozenset(["p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "section", "hr"])
    | {f"h{level}" for level in range(1, 7)},
}
"""Elements whose end need not be written, and which elements end them where they begin."""

_LEVELS = {f"h{level}": level for level in range(1, 7)}
"""The levels of the elements that are headings."""
_NUMERALS = frozenset("0123456789０１２３４５６７８９十百千万亿%％")
_ENDLESS = re.compile(r"&#\d{8,}")
"""A character by a number that none has, and that Python refuses to read if it is long."""
_PARTS = {"table": "table", "tr": "row", "td": "cell", "th": "cell"}


def read_page(text: str) -> list[Line]:
    """Return the lines of a page: what stands between the bounds of its blocks."""
    reader = _Reader()
    reader.feed(_ENDLESS.sub(lambda found: "\ufffd".ljust(len(found[0])), text))
    reader.close()
    reader.end_line()
    reader.end_plain()
    return reader.lines


class _Reader(HTMLParser):
    """Collects the characters that a reader of the page sees.

    What stands in ``pre`` is read as a plain text is, line by line.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._hidden: list[str] = []  # the element that is not shown, and those open in it
        self._counts: Counter[str] = Counter()  # how often each of those is open
        self._plain: int | None = None  # how many lines stand before the plain text
        self._cells = Cells()
        self._level = 0
        self._mark = ""
        self._is_whole = False

    def close(self) -> None:
        """Read what is left of the page."""
        self._is_whole = True
        super().close()

    def parse_starttag(self, i: int) -> int:
        """Read an element's beginning; one that the page does not end has all the rest in it.

        Browsers read it so, and each of many would be looked for to the end of the page.
        """
        end = super().parse_starttag(i)
        return len(self.rawdata) if end < 0 and self._is_whole else end

    def parse_html_declaration(self, i: int) -> int:
        """Read a declaration; what Word marks with a bracket is a comment, as in browsers."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def end_line(self) -> None:
        """End the line that is being read; a blank one parts those of a plain text."""
        if self._text or self._plain is not None:
            here = self._cells.here()
            cell = Cell(*here) if here else None
            line = Line("".join(self._text), tuple(self._places), cell)
            self.lines.append(line._replace(level=self._level, mark=self._mark))
            self._mark = ""  # an item may have several lines
        self._text, self._places = [], []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take notice of an element that begins."""
        held = dict(attributes)
        self._hide(tag, held)
        if tag not in _INLINE:
            self.end_line()
            self._level = _LEVELS.get(tag, 0)
            self._mark = "•" if tag == "li" else self._mark
        if tag == "pre" and self._plain is None:
            self._plain = len(self.lines)
        columns, rows = (read_span(held.get(name)) for name in ("colspan", "rowspan"))
        self._cells.begin(_PARTS.get(tag, ""), columns, rows)

    def handle_endtag(self, tag: str) -> None:
        """Take notice of an element that ends."""
        self._show(tag)
        if tag not in _INLINE:
            self.end_line()
            self._level = 0
            self._mark = "" if tag == "li" else self._mark
        if tag == "pre":
            self.end_plain()
        self._cells.end(_PARTS.get(tag, ""))

    def end_plain(self) -> None:
        """End a plain text, of which lines may be broken to fit a page."""
        if self._plain is not None:
            self.lines[self._plain :] = join_broken(self.lines[self._plain :])
            self._plain = None

    def handle_data(self, data: str) -> None:
        """Add text; a line break of the file is a blank of the page, but in a plain text."""
        line, column = self.getpos()
        if self._plain is not None:
            for at, piece in enumerate(split_lines(data)):
                if at:
                    self.end_line()
                start = piece.column + (column if piece.line == 1 else 0)
                for place, one in enumerate(piece.text, start):
                    self._add(one, line + piece.line - 1, place)
            return
        for one in data:
            self._add(" " if one in "\r\n\t" else one, line, column + 1)
            line, column = (line + 1, 0) if one == "\n" else (line, column + 1)

    def handle_entityref(self, name: str) -> None:
        """Add a character that is written by its name."""
        self._add_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Add a character that is written by its number."""
        self._add_reference(f"&#{name};")

    def _hide(self, tag: str, held: dict[str, str | None]) -> None:
        """Take notice that an element is not shown, or begins in one that is not."""
        while self._hidden and tag in _ENDED_BY.get(self._hidden[-1], ()):
            self._close_hidden()
        unseen = tag in _HIDDEN or is_hidden(held.get("style"), hidden="hidden" in held)
        # A raised number behind another refers to a note.
        refers = tag == "sup" and self._text and self._text[-1] in _NUMERALS
        if tag not in _VOID and (self._hidden or unseen or refers):
            self._hidden.append(tag)
            self._counts[tag] += 1

    def _show(self, tag: str) -> None:
        """Take notice that an element ends, and with it those in it whose end is not written."""
        if self._counts[tag]:
            while self._close_hidden() != tag:
                pass
        elif self._hidden and self._hidden[0] in _ENDED_BY:
            self._hidden.clear()  # that which the hidden element stands in ends
            self._counts.clear()

    def _close_hidden(self) -> str:
        closed = self._hidden.pop()
        self._counts[closed] -= 1
        return closed

    def _add_reference(self, written: str) -> None:
        line, column = self.getpos()
        for one in unescape(written):
            self._add(" " if one == "\xa0" else one, line, column + 1)

    def _add(self, character: str, line: int, column: int) -> None:
        is_more = character == " " and (not self._text or self._text[-1] == " ")
        if not self._hidden and not (is_more and self._plain is None):
            self._text.append(character)
            self._places.append((line, column))
