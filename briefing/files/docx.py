"""The text of a Word document, out of its XML: no library is needed for that, only care.

The document is taken as it would stand with every tracked change accepted. What is no part of the
running text is left out: notes, comments, headers, and the numbers that Word gives to lists.
"""

import io
import re
import zipfile
import zlib
from typing import NamedTuple, NoReturn
from xml.etree.ElementTree import ParseError, XMLParser

from briefing.files.cells import Cells, read_span
from briefing.limits import DOCUMENT_MEBIBYTES
from briefing.model.reading import refuse
from briefing.model.text import split_paragraphs
from briefing.problem import message

_MAIN_PART = re.compile(r"word/document\d*\.xml", re.I)
_OF_WORD = re.compile(r"\{[^}]*/(?:wordprocessingml/(?:2006/)?main|markup-compatibility/2006)\}")
_VALUE = re.compile(r"(?:\{.*\})?val$")
_OFF = frozenset(["0", "false", "off", "none"])
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CHANGES = frozenset(["ins", "del", "moveFrom", "moveTo"])
_NOT_SHOWN = frozenset(["del", "moveFrom", "Fallback", "rt", "rPrChange", "pPrChange"])
"""Elements whose text nobody sees: what was deleted or moved away, a second copy of a text box for
old programs, how a character is read, and what a format was before it was changed."""
_LEFT = frozenset(["del", "moveFrom"])
_PARTS = {"tbl": "table", "tr": "row", "tc": "cell"}
_LOCKED_BIT = 1
_TROUBLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class WordText(NamedTuple):
    """The text of a Word document: its non-blank lines, stripped, as a source text counts them.

    Each paragraph of a cell of a table is a line of its own, and so is each part of a paragraph
    between forced line breaks. ``cells`` has for each line where it stands in a table: the number
    of the table, the row and the column, from 0; or None. ``is_changed`` says that the document
    holds tracked changes.
    """

    paragraphs: tuple[str, ...]
    is_changed: bool
    cells: tuple[tuple[int, int, int] | None, ...] = ()


def read_docx(content: bytes, file: str) -> WordText:
    """Return the text of a Word document (.docx); ``file`` is its name, for messages.

    Raises :class:`ModelError` where it is broken, locked with a password, not a Word document, or
    larger than the limit once it is unpacked.
    """
    reader = _Reader(file)
    parser = XMLParser(target=reader)
    try:
        parser.feed(_unpack(content, file))
        parser.close()
    except (ParseError, UnicodeError):
        raise refuse(file, message("no-document.broken")) from None
    lines = [
        (line.text, cell)
        for pieces, cell in zip(reader.lines, reader.cells, strict=True)
        for line in split_paragraphs("".join(pieces))
    ]
    texts, cells = zip(*lines, strict=True) if lines else ((), ())
    return WordText(texts, reader.is_changed, cells)


def _unpack(content: bytes, file: str) -> bytes:
    """Return the XML of the running text of a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            named = next(filter(_MAIN_PART.fullmatch, parts.namelist()), None)
            if named is None:
                raise refuse(file, message("no-document.broken"))
            part = parts.getinfo(named)
            if part.flag_bits & _LOCKED_BIT:
                raise refuse(file, message("not-text", kind=message("kind.locked"), hint=None))
            most = DOCUMENT_MEBIBYTES * 2**20
            with parts.open(part) as stream:  # the size that the file tells may be a lie
                xml = stream.read(most + 1)
    except _TROUBLE:
        raise refuse(file, message("no-document.broken")) from None
    if len(xml) > most:
        raise refuse(file, message("too-large.document"))
    return xml


class _Reader:
    """Takes the lines of a document from its XML while that is parsed, so that no tree is built.

    ``lines`` has the pieces of each paragraph, in the order in which paragraphs begin: the text
    of a box follows the paragraph that the box is tied to.
    """

    def __init__(self, file: str) -> None:
        self.lines: list[list[str]] = []
        self.is_changed = False
        self._file = file
        self._open: list[str] = []  # the names of the elements that are open
        self._at: list[int] = []  # the places in `lines` of the paragraphs that are open
        self._hidden = 0  # how many elements were open where the hidden text ends; 0 for none
        self._joined: int | None = None  # the paragraph that the next one continues
        self.cells: list[tuple[int, int, int] | None] = []  # where each of the lines stands
        self._position = Cells()

    def doctype(self, *_: object) -> NoReturn:
        """Refuse a document type: Word writes none, and it could define endless entities."""
        raise refuse(self._file, message("no-document.broken"))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take notice of an element that begins."""
        name, known = _OF_WORD.subn("", tag)
        self._open.append(name if known else "")
        if not known:
            return
        above = self._open[-3:-1]
        if name in _CHANGES:
            self.is_changed = True
        if self._hidden:
            return
        if name in _LEFT and above == ["pPr", "rPr"]:
            self._joined = self._at[-1] if self._at else None
        elif _hides_all_around(name, above, attributes):
            self._hidden = len(self._open) - 2
        elif name in _NOT_SHOWN:
            self._hidden = len(self._open)
        elif name == "p":
            self._begin_paragraph()
        elif name in _BREAKS and above[-1:] == ["r"]:
            self._add(_BREAKS[name])
        elif name == "gridSpan":
            written = next((one for key, one in attributes.items() if _VALUE.search(key)), None)
            self._position.widen(read_span(written))
        else:
            self._position.begin(_PARTS.get(name, ""))

    def data(self, text: str) -> None:
        """Add text to the paragraph that is open."""
        if not self._hidden and self._open[-1] == "t":
            self._add(text)

    def end(self, _: str) -> None:
        """Take notice that the last element that began ends."""
        if self._hidden:
            if self._hidden == len(self._open):
                self._hidden = 0
        elif self._open[-1] == "p" and self._at:
            self._at.pop()
        self._position.end(_PARTS.get(self._open[-1], ""))
        self._open.pop()

    def close(self) -> None:
        """End the document."""

    def _begin_paragraph(self) -> None:
        if self._joined is not None and self._joined not in self._at:
            self._at.append(self._joined)
            self._joined = None
        else:
            self._at.append(len(self.lines))
            self.lines.append([])
            self.cells.append(self._position.here())

    def _add(self, text: str) -> None:
        if self._at:
            self.lines[self._at[-1]].append(text)


def _hides_all_around(name: str, above: list[str], attributes: dict[str, str]) -> bool:
    """Return whether a property says that the row is deleted, or the run hidden, that it is of."""
    if name in _LEFT:
        return above[-1:] == ["trPr"]
    return (
        name == "vanish"
        and above == ["r", "rPr"]
        and not any(_VALUE.search(key) and value in _OFF for key, value in attributes.items())
    )
