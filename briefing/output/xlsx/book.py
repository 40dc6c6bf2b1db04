"""The workbook itself, written with openpyxl: sheets, cells, links between them, and styles."""

import re
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.cells import width
from briefing.output.xlsx.cells import fit_cell, set_text, set_value
from briefing.output.xlsx.charts import draw_charts
from briefing.output.xlsx.contents import Contents
from briefing.output.xlsx.evidence import SECTION as EVIDENCE
from briefing.output.xlsx.layout import fit_widths, lay_out, measure, set_page
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row
from briefing.output.xlsx.tables import Table
from briefing.output.xlsx.values import Datum

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31  # characters, the most that Excel takes
_BLUE, _PALE = "1F4E9E", "EEF2F8"
_HEAD, _CELL, _LINK, _TITLE = "Briefing heading", "Briefing cell", "Briefing link", "Briefing title"
_CONTENTS_WIDTHS = (36, 110)
Places = dict[Row, tuple[str, int]]
"""The sheet and the number of the line that each row has in the workbook."""


def write_book(
    tables: Sequence[Table], contents: Contents, reader: Reader, whole: bool
) -> Workbook:
    """Return the workbook of some tables.

    The sheet of contents and source stands first in the workbook of a ``whole``, such as an article
    or a place, and last in that of a list, which opens with its records.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _add_styles(book)
    named = {id(table): name for table, name in zip(tables, _name_sheets(tables), strict=True)}
    places = {
        row: (named[id(table)], number)
        for table in tables
        for number, row in enumerate(table.rows, 2)
    }
    for table in tables:
        sheet = book.create_sheet(named[id(table)])
        widths = fit_widths(table.columns)
        _fill(sheet, table, widths, places)
        lay_out(sheet, table, widths, contents.source)
        if table.section == EVIDENCE:
            sheet.sheet_properties.tabColor = "BFBFBF"
    drawn = draw_charts(book, tables, named, reader, contents.source)
    if contents.lines:
        at = 0 if whole else len(book.worksheets)
        _write_contents(
            book, at, [(named[id(one)], len(one.rows)) for one in tables], drawn, contents, reader
        )
    book.active = 0
    book.properties.title = fit_cell(contents.title)
    book.properties.description = fit_cell(contents.credit)
    book.properties.creator = ""
    return book


def _add_styles(book: Workbook) -> None:
    """Add the styles that cells have, so that each is one entry and can be changed at once."""
    top = Alignment(vertical="top", wrap_text=True)
    line = Border(bottom=Side("thin", color="D5DBE5"))
    for name, font, fill in (
        (_HEAD, Font(name="Calibri", size=11, bold=True, color="1F3864"), _PALE),
        (_CELL, Font(name="Calibri", size=11), None),
        (_LINK, Font(name="Calibri", size=11, color=_BLUE, underline="single"), None),
        (_TITLE, Font(name="Calibri", size=16, bold=True, color="1F3864"), None),
    ):
        style = NamedStyle(name, font=font, alignment=top)
        if name != _TITLE:
            style.border = line
        if fill:
            style.fill = PatternFill("solid", fill)
        book.add_named_style(style)


def _name_sheets(tables: Sequence[Table]) -> list[str]:
    """Return names that Excel takes, each of them once."""
    names: list[str] = []
    for table in tables:
        name = clean_name(table.title)
        number = 2
        while name.lower() in (one.lower() for one in names):
            name = f"{clean_name(table.title)[: _NAME_LENGTH - 4]} {number}"
            number += 1
        names.append(name)
    return names


def clean_name(title: str) -> str:
    """Return a title as the name of a sheet, without the characters that Excel refuses."""
    shown = title.replace(" / ", " ")
    return _NOT_IN_NAMES.sub("-", shown)[:_NAME_LENGTH].strip() or "-"


def _fill(sheet: Worksheet, table: Table, widths: Sequence[float], places: Places) -> None:
    """Write the columns of a table below their headings.

    LibreOffice wraps no text that is a link, so what is too long for a line is none.
    """
    for number, column in enumerate(table.columns, 1):
        most = widths[number - 1] - 1
        head: Any = sheet.cell(1, number)
        head.style = _HEAD
        set_text(head, column.heading)
        for line, datum in enumerate(column.cells, 2):
            if datum.value == "":
                sheet.cell(line, number).style = _CELL
            else:
                is_short = not isinstance(datum.value, str) or width(datum.value) <= most
                shown = datum if is_short else datum._replace(target=None)
                _set(sheet.cell(line, number), shown, places, column.key)


def _set(cell: Any, datum: Datum, places: Places, key: str) -> None:
    """Set what stands in a cell, and where it leads."""
    to = datum.target.to if datum.target else None
    place = places.get(to) if isinstance(to, Row) else None
    cell.style = _LINK if place or isinstance(to, str) else _CELL
    set_value(cell, datum.value)
    if isinstance(datum.value, int | float):
        is_amount = datum.target is None and key != "paragraph"
        cell.alignment = Alignment("right" if is_amount else "left", vertical="top")
    if isinstance(to, str):
        cell.hyperlink = to
    elif place and datum.target:
        cell.hyperlink = lead(place[0], place[1], datum.target.tip)


def lead(name: str, line: int = 1, tip: str = "") -> Hyperlink:
    """Return a link to a line of a sheet."""
    return Hyperlink(ref="", location=f"'{name}'!A{line}", tooltip=tip or None)


def _write_contents(
    book: Workbook,
    at: int,
    sheets: Sequence[tuple[str, int]],
    drawn: str | None,
    contents: Contents,
    reader: Reader,
) -> None:
    """Write the sheet that names the others, and says whose reporting it is."""
    sheet = book.create_sheet(clean_name(reader.heading("contents")), at)
    for column, one in zip("AB", _CONTENTS_WIDTHS, strict=True):
        sheet.column_dimensions[column].width = one
    lines: list[tuple[Any, Any, str]] = [(contents.title, "", _TITLE), ("", "", _CELL)]
    lines.append((reader.heading("sheet"), reader.heading("records"), _HEAD))
    lines += [(Datum(name), count, _LINK) for name, count in sheets]
    if drawn:
        lines.append((Datum(drawn), "", _LINK))
    lines += [("", "", _CELL), (reader.heading("source"), "", _HEAD)]
    lines += [(name, value, _CELL) for name, value in contents.lines]
    for number, (name, value, style) in enumerate(lines, 1):
        first, second = sheet.cell(number, 1), sheet.cell(number, 2)
        first.style = style
        second.style = _HEAD if style == _HEAD else _CELL
        set_value(first, name.value if isinstance(name, Datum) else name)
        set_value(second, value)
        second.alignment = Alignment("left", vertical="top", wrap_text=True)
        if style == _TITLE:
            first.alignment = Alignment(vertical="top")
            sheet.row_dimensions[number].height = 24
        if isinstance(name, Datum):
            first.hyperlink = lead(str(name.value))
        elif isinstance(value, str) and style == _CELL:
            sheet.row_dimensions[number].height = measure(value, _CONTENTS_WIDTHS[1])
    set_page(sheet, contents.source)
    sheet.sheet_view.showGridLines = False
