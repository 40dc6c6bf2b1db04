"""The sheet of a workbook that names the others and says whose reporting it is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.xlsx.cells import CELL, HEAD, LINK, TITLE, lead, set_value
from briefing.output.xlsx.contents import Contents
from briefing.output.xlsx.layout import measure, set_page
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.values import Value

_WIDTHS = (36, 110)
_TITLE_HEIGHT = 24  # points
_MOST_LINES = 42  # that can be read on one page


class _Line(NamedTuple):
    """A line of two cells; a line that is a link leads to the sheet that it names."""

    first: Value = ""
    second: Value = ""
    style: str = CELL


def write_cover(
    sheet: Worksheet, sheets: Iterable[tuple[str, Value]], contents: Contents, reader: Reader
) -> None:
    """Write the names of the ``sheets`` with the number of their records, and the source below."""
    for column, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    lines = list(_list_lines(sheets, contents, reader))
    for number, line in enumerate(lines, 1):
        _write_line(sheet, number, line)
    set_page(sheet, contents.source)
    if len(lines) <= _MOST_LINES:
        sheet.page_setup.fitToHeight = 1
    sheet.sheet_view.showGridLines = False


def _list_lines(
    sheets: Iterable[tuple[str, Value]], contents: Contents, reader: Reader
) -> Iterator[_Line]:
    yield _Line(contents.title, style=TITLE)
    yield _Line()
    yield _Line(reader.heading("sheet"), reader.heading("records"), HEAD)
    yield from (_Line(name, count, LINK) for name, count in sheets)
    yield _Line()
    yield _Line(reader.heading("source"), style=HEAD)
    yield from (_Line(*line) for line in contents.lines)


def _write_line(sheet: Worksheet, number: int, line: _Line) -> None:
    first, second = sheet.cell(number, 1), sheet.cell(number, 2)
    first.style = line.style
    second.style = CELL if line.style == LINK else line.style
    set_value(first, line.first)
    set_value(second, line.second)
    second.alignment = Alignment("left", vertical="top", wrap_text=True)
    if line.style == LINK:
        first.hyperlink = lead(str(line.first))
    elif line.style == TITLE:
        first.alignment = Alignment(vertical="top")
        sheet.row_dimensions[number].height = _TITLE_HEIGHT
    elif isinstance(line.second, str) and line.second:
        sheet.row_dimensions[number].height = measure(line.second, _WIDTHS[1])
