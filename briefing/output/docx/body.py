"""What a Word file says, as XML that is written piece by piece.

Elements take ten times the memory of what they say in XML. Paragraphs, and rows of tables, are
therefore written as soon as there are some, and are put into the file when that has been saved.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import oxml_parser

from briefing.output.docx.element import Element, make

_TOGETHER = 20
"""So many paragraphs or rows are written together."""


class Body:
    """The paragraphs and tables of a Word file, in order, as pieces of XML."""

    def __init__(self, file: Document) -> None:
        self._file = file
        self._holder = self._make_holder()
        self._holder.text = "|"
        self._before, self._after = map(len, serialize_part_xml(self._holder).split(b"|"))
        self._holder.text = None
        self._pieces: list[bytes] = []
        self._ends_in_table = False

    def _make_holder(self) -> Element:
        """Return what holds elements until they are written.

        What is written in it has the prefixes of the file, and declares no other ones.
        """
        return oxml_parser.makeelement(qn("w:body"), nsmap=self._file.element.body.nsmap)

    def append(self, element: Element) -> None:
        """Take a paragraph."""
        self._take(element)
        self._ends_in_table = False

    def append_table(self, table: Element, rows: Iterable[Element], between: Element) -> None:
        """Take a table without rows, and its rows; ``between`` parts it from a table before it.

        Word joins two tables that nothing parts.
        """
        if self._ends_in_table:
            self.append(between)
        rest = iter(rows)
        first = list(islice(rest, _TOGETHER))
        if len(first) < _TOGETHER:  # it is no longer than other pieces are
            table.extend(first)
            self._take(table)
        else:
            self._append_long(table, chain(first, rest))
        self._ends_in_table = True

    def _append_long(self, table: Element, rows: Iterable[Element]) -> None:
        """Take a table whose rows are too many to be held together."""
        self.close_piece()
        begin, tag, end = self._write(table).rpartition(b"</")
        self._pieces.append(begin)
        for row in rows:
            self._take(row)
        self.close_piece()
        self._pieces.append(tag + end)

    def close_piece(self) -> int:
        """Begin another piece, and return its number."""
        if len(self._holder):
            self._pieces.append(self._write())
        return len(self._pieces)

    def insert(self, at: int, elements: Iterable[Element]) -> None:
        """Take paragraphs that belong before a piece."""
        self.close_piece()
        self._pieces.insert(at, self._write(*elements))

    def mark(self) -> None:
        """Mark where the pieces belong in the file, which is before its last section ends."""
        self._file.element.body[-1].addprevious(make("p"))

    def fill(self, document: bytes) -> Iterator[bytes]:
        """Yield the XML of the file that was marked, with the pieces in their place."""
        self.close_piece()
        before, _, after = document.rpartition(self._write(make("p")))
        yield before
        yield from self._pieces
        yield after

    def _take(self, element: Element) -> None:
        self._holder.append(element)
        if len(self._holder) == _TOGETHER:
            self.close_piece()

    def _write(self, *elements: Element) -> bytes:
        """Return the XML of what the holder has and of some more elements, and take another one.

        To take elements out of a holder takes ten times as long as to write them: each of them is
        given the prefixes of the file.
        """
        self._holder.extend(elements)
        written: bytes = serialize_part_xml(self._holder)
        self._holder = self._make_holder()
        return written[self._before : len(written) - self._after]
