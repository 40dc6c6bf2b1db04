"""The sheet on which texts go on that a cell of another sheet cannot hold."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.xlsx.cells import CELL, HEAD, LINK, set_text
from briefing.output.xlsx.reader import Reader

_WIDTHS = 24, 100


class CutOff(NamedTuple):
    """The pieces of a text that are left over, and the sheet and cell in which it begins."""

    sheet: str
    cell: str
    pieces: Sequence[str]


def write_rest(sheet: Worksheet, texts: Sequence[CutOff], reader: Reader) -> None:
    """Write the pieces of each text below one another, beside a link to where it begins."""
    for number, (key, width) in enumerate(zip(("cell", "rest"), _WIDTHS, strict=True), 1):
        head = sheet.cell(1, number)
        head.style = HEAD
        set_text(head, reader.heading(key))
        sheet.column_dimensions["AB"[number - 1]].width = width
    line = 1
    for text in texts:
        for piece in text.pieces:
            line += 1
            place, rest = sheet.cell(line, 1), sheet.cell(line, 2)
            place.style, rest.style = LINK, CELL
            set_text(place, f"{text.sheet}!{text.cell}")
            place.hyperlink = Hyperlink(ref="", location=f"'{text.sheet}'!{text.cell}")
            set_text(rest, piece)
