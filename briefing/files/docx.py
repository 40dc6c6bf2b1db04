"""The text of a Word document, out of its XML: no library is needed for that, only care.

The document is taken as it would stand with every tracked change accepted. Notes, and
what stands in the margins of its pages, are kept apart from the running text. The numbers that Word
gives to lists and pages are left out; what else is left out is told by its name.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple, NoReturn
from xml.etree.ElementTree import ParseError, XMLParser

from briefing.files.cells import Cells, read_span
from briefing.files.wordstyles import OF_WORD, Styles, find_attribute, is_off
from briefing.limits import DOCUMENT_MEBIBYTES, DOCUMENT_TAGS
from briefing.model.reading import refuse
from briefing.model.text import split_paragraphs
from briefing.problem import message

_MAIN_PART = re.compile(r"word/document\d*\.xml", re.I)
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\d*\.xml", re.I)
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml", re.I)
_STYLES = re.compile(r"word/styles\d*\.xml", re.I)
_COMMENTS = re.compile(r"word/comments\d*\.xml", re.I)
_DRAWN = {
    "charts": re.compile(r"word/charts/chart\w*\.xml", re.I),
    "diagrams": re.compile(r"word/diagrams/data\d*\.xml", re.I),
}
"""Parts with text that Word draws, which are only told of."""
_OF_FORMULA = re.compile(r"\{[^}]*/officeDocument/(?:2006/)?math\}")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CHANGES = frozenset(["ins", "del", "moveFrom", "moveTo"])
_NOT_SHOWN = frozenset(["del", "moveFrom", "Fallback", "rt", "rPrChange", "pPrChange"])
"""Elements whose text nobody sees: what was deleted or moved away, a second copy of a text box for
old programs, how a character is read, and what a format was before it was changed."""
_OF_RUN = ["r", "rPr"]
_STYLED = {"rStyle": _OF_RUN, "pStyle": ["p", "pPr"]}
_LEFT = frozenset(["del", "moveFrom"])
_PARTS = {"tbl": "table", "tr": "row", "tc": "cell"}
_REFERENCE = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_RAISED = {"m:sup": "^", "m:sub": "_"}
_MARKS = {"m:den": "/", "m:d": "("}
"""What stands in a line for the form of a formula, as people write formulas in a line."""
_OF_PAGES = re.compile(r"\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.I)
"""Fields that hold the number of a page."""
_PAGED = re.compile(r"(?i)page|of|[第共页\W\d_]")
"""What a line of a margin has that only counts pages."""
_HEADING = re.compile(r"(?i)(?:heading|标题)? ?([1-6])|title|标题")
"""The names of the styles of headings; in Chinese versions of Word they are bare numbers."""
_LOCKED_BIT = 1
_TROUBLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class WordText(NamedTuple):
    """The text of a Word document: its non-blank lines, stripped, as a source text counts them.

    Each paragraph of a cell of a table is a line of its own, and so is each part of a paragraph
    between forced line breaks. ``cells`` has for each line where it stands in a table: the number
    of the table, the row and the column, from 0; or None. ``levels`` has for each line how deep a
    heading it is, from 1; or 0. ``is_changed`` says that the document
    holds tracked changes. ``notes`` are the lines of footnotes and then of endnotes, ``margins``
    those of headers and footers, each once. ``unread`` names what else has text: ``comments``,
    ``charts``, ``diagrams``, and ``files`` that Word is to insert.
    """

    paragraphs: tuple[str, ...]
    is_changed: bool
    cells: tuple[tuple[int, int, int] | None, ...] = ()
    notes: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()


def read_docx(content: bytes, file: str) -> WordText:
    """Return the text of a Word document (.docx); ``file`` is its name, for messages.

    Raises :class:`ModelError` where it is broken, locked with a password, not a Word document, or
    larger than the limit once it is unpacked.
    """
    package = _Package(content, file)
    styles = Styles(file)
    package.read(_STYLES, styles)
    hidden = styles.list_hidden()
    body, notes, margins, comments = (_Reader(file, hidden) for _ in range(4))
    package.read(_MAIN_PART, body)
    if not package.has_text:
        raise refuse(file, message("no-document.broken"))
    notes.wanted = body.referred
    package.read(_NOTES, notes)
    package.read(_MARGINS, margins)
    package.read(_COMMENTS, comments)
    lines = list(body.shown())
    texts, cells, levels = zip(*lines, strict=True) if lines else ((), (), ())
    unread = {
        "comments": any(comments.shown()),
        **{name: package.holds(pattern) for name, pattern in _DRAWN.items()},
        "files": body.inserts_files,
    }
    return WordText(
        texts,
        body.is_changed or notes.is_changed,
        cells,
        tuple(line for line, *_ in notes.shown()),
        tuple(dict.fromkeys(line for line, *_ in margins.shown() if _PAGED.sub("", line))),
        tuple(name for name, is_there in unread.items() if is_there),
        levels,
    )


class _Package:
    """The parts of a Word document, which together are unpacked as far as the limit."""

    def __init__(self, content: bytes, file: str) -> None:
        self.has_text = False
        self._file = file
        self._left, self._tags_left = DOCUMENT_MEBIBYTES * 2**20, DOCUMENT_TAGS
        try:
            self._parts = zipfile.ZipFile(io.BytesIO(content))
            self._names = sorted(self._parts.namelist(), key=lambda one: (len(one), one))
        except _TROUBLE:
            raise refuse(file, message("no-document.broken")) from None

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Return whether there is a part of such a name."""
        return any(map(pattern.fullmatch, self._names))

    def read(self, pattern: re.Pattern[str], reader: "_Reader | Styles") -> None:
        """Let a reader read the parts of such a name; of the running text there is one."""
        named = [one for one in dict.fromkeys(self._names) if pattern.fullmatch(one)]
        for name in named[:1] if pattern is _MAIN_PART else reversed(named):
            parser = XMLParser(target=reader)
            try:
                parser.feed(self._unpack(name))
                parser.close()
            except (ParseError, ValueError, LookupError):  # or it is in an unknown encoding
                raise refuse(self._file, message("no-document.broken")) from None
            self.has_text = self.has_text or pattern is _MAIN_PART

    def _unpack(self, name: str) -> bytes:
        """Return the XML of a part."""
        try:
            part = self._parts.getinfo(name)
            if part.flag_bits & _LOCKED_BIT:
                locked = message("not-text", kind=message("kind.locked"), hint=None)
                raise refuse(self._file, locked)
            with self._parts.open(part) as stream:  # the size that the file tells may be a lie
                xml = stream.read(self._left + 1)
        except _TROUBLE:
            raise refuse(self._file, message("no-document.broken")) from None
        self._left -= len(xml)
        if self._left < 0:
            raise refuse(self._file, message("too-large.document"))
        self._tags_left -= xml.count(b"<")
        if self._tags_left < 0:
            raise refuse(self._file, message("too-large.document-tags"))
        return xml


class _Reader:
    """Takes the lines of a document from its XML while that is parsed, so that no tree is built.

    ``lines`` has the pieces of each paragraph, in the order in which paragraphs begin: the text
    of a box follows the paragraph that the box is tied to. ``referred`` has the notes to which the
    text refers; where some are ``wanted``, no others are read.
    """

    def __init__(self, file: str, hidden_styles: frozenset[str]) -> None:
        self.lines: list[list[str]] = []
        self.is_changed = False
        self.inserts_files = False
        self.referred: set[tuple[str, str]] = set()
        self.wanted: set[tuple[str, str]] = set()
        self._file = file
        self._hidden_styles = hidden_styles
        self._open: list[str] = []  # the names of the elements that are open
        self._at: list[int] = []  # the places in `lines` of the paragraphs that are open
        self._hidden = 0  # how many elements were open where the hidden text ends; 0 for none
        self._joined: int | None = None  # the paragraph that the next one continues
        self._fields: list[str] = []  # what the fields that are open hold, as Word is told it
        self._counts = 0  # how many fields were open where a number of a page ends; 0 for none
        self.cells: list[tuple[int, int, int] | None] = []  # where each of the lines stands
        self.levels: list[int] = []  # how deep a heading each of the lines is
        self._position = Cells()

    def shown(self) -> Iterator[tuple[str, tuple[int, int, int] | None, int]]:
        """Yield the lines with text, where each stands in a table, and how deep a heading it is."""
        for pieces, cell, level in zip(self.lines, self.cells, self.levels, strict=True):
            for line in split_paragraphs("".join(pieces)):
                yield line.text, cell, level

    def doctype(self, *_: object) -> NoReturn:
        """Refuse a document type: Word writes none, and it could define endless entities."""
        raise refuse(self._file, message("no-document.broken"))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take notice of an element that begins."""
        name = _name_element(tag)
        self._open.append(name)
        if not name:
            return
        above = self._open[-3:-1]
        self.is_changed = self.is_changed or name in _CHANGES
        if self._hidden:
            # A run may be shown although its style is hidden.
            if self._hidden == len(self._open) - 2 and _is_run_shown(name, above, attributes):
                self._hidden = 0
        elif name in _LEFT and above == ["pPr", "rPr"]:
            self._joined = self._at[-1] if self._at else None
        elif self._hides_all_around(name, above, attributes):
            self._hidden = len(self._open) - 2
            if name == "pStyle" and self._at:
                self._at.pop()
        elif name in _NOT_SHOWN or self._is_passed_over(name, attributes):
            self._hidden = len(self._open)
        elif name in _BREAKS and above[-1:] == ["r"]:
            self._add(_BREAKS[name])
        elif name.startswith("m:"):
            self._add(self._mark_of(name, above))
        else:
            self._note(name, attributes)

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        """Take notice of what has no text of its own."""
        if name == "p":
            self._begin_paragraph()
            return
        if name == "gridSpan":
            self._position.widen(read_span(find_attribute("val", attributes)))
        elif name == "fldChar":
            self._bound_field(find_attribute("fldCharType", attributes))
        elif name in _REFERENCE:
            self.referred.add((_REFERENCE[name], find_attribute("id", attributes)))
        elif name == "altChunk":
            self.inserts_files = True
        elif name == "pStyle" and self._at:
            self.levels[self._at[-1]] = _level_of(find_attribute("val", attributes))
        else:
            self._position.begin(_PARTS.get(name, ""))

    def data(self, text: str) -> None:
        """Add text to the paragraph that is open."""
        if self._hidden:
            return
        if self._open[-1] in ("t", "m:t"):
            self._add(text)
        elif self._open[-1] == "instrText" and self._fields:
            self._fields[-1] += text

    def end(self, _: str) -> None:
        """Take notice that the last element that began ends."""
        if self._hidden:
            if self._hidden == len(self._open):
                self._hidden = 0
        elif self._open[-1] == "p" and self._at:
            self._at.pop()
        elif self._open[-1] == "m:d":
            self._add(")")
        self._position.end(_PARTS.get(self._open[-1], ""))
        self._open.pop()

    def close(self) -> None:
        """End a part of the document."""
        self._joined = None
        self._fields.clear()
        self._counts = 0

    def _hides_all_around(self, name: str, above: list[str], attributes: dict[str, str]) -> bool:
        """Return whether a property says that its row, its run or its paragraph is not shown."""
        if name in _LEFT:
            return above[-1:] == ["trPr"]
        if _STYLED.get(name) == above:
            return find_attribute("val", attributes) in self._hidden_styles
        hides = above == _OF_RUN if name == "vanish" else above[-1:] == ["trPr"]
        return name in ("vanish", "hidden") and hides and not is_off(attributes)

    def _is_passed_over(self, name: str, attributes: dict[str, str]) -> bool:
        """Return whether an element is a note to which nothing refers, or numbers a page."""
        if name in _REFERENCE.values():
            return (name, find_attribute("id", attributes)) not in self.wanted
        return name == "fldSimple" and bool(_OF_PAGES.match(find_attribute("instr", attributes)))

    def _bound_field(self, bound: str) -> None:
        """Take notice that a field begins, that its text does, or that it ends."""
        if bound == "begin":
            self._fields.append("")
        elif bound == "separate" and self._fields and not self._counts:
            self._counts = len(self._fields) if _OF_PAGES.match(self._fields[-1]) else 0
        elif bound == "end" and self._fields:
            if self._counts == len(self._fields):
                self._counts = 0
            self._fields.pop()

    def _mark_of(self, name: str, above: list[str]) -> str:
        """Return the mark in a line for a part of a formula: 10^4, 1/3; none in km2 and CO2."""
        if name in _RAISED and self._at:
            before = "".join(self.lines[self._at[-1]][-1:])[-1:]
            return "" if before.isalpha() else _RAISED[name]
        if name == "m:e" and above[-1:] == ["m:rad"]:
            return "√"
        return _MARKS.get(name, "")

    def _begin_paragraph(self) -> None:
        if self._joined is not None and self._joined not in self._at:
            self._at.append(self._joined)
            self._joined = None
        else:
            self._at.append(len(self.lines))
            self.lines.append([])
            self.cells.append(self._position.here())
            self.levels.append(0)

    def _add(self, text: str) -> None:
        if text and self._at and not self._counts:
            self.lines[self._at[-1]].append(text)


def _name_element(tag: str) -> str:
    """Return what an element of Word or of a formula is called; nothing for any other."""
    name, known = OF_WORD.subn("", tag)
    if not known:
        name, known = _OF_FORMULA.subn("m:", tag)
    return name if known else ""


def _level_of(style: str) -> int:
    """Return how deep a heading of such a style is, from 1; or 0 where the style is of none."""
    found = _HEADING.fullmatch(style)
    return int(found[1] or 1) if found else 0


def _is_run_shown(name: str, above: list[str], attributes: dict[str, str]) -> bool:
    """Return whether a property says that its run is not hidden, whatever its style says."""
    return name == "vanish" and above == _OF_RUN and is_off(attributes)
