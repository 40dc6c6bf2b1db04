"""The workbook itself: its sheets, their cells, and the links between them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.cells import width
from briefing.output.xlsx.cells import (
    CELL,
    HEAD,
    LINK,
    Look,
    add_styles,
    fit_cell,
    format_of,
    lead,
    set_look,
    set_text,
    set_value,
    split_text,
)
from briefing.output.xlsx.charts import draw_charts
from briefing.output.xlsx.contents import Contents
from briefing.output.xlsx.cover import write_cover
from briefing.output.xlsx.evidence import SECTION as EVIDENCE
from briefing.output.xlsx.layout import fit_widths, lay_out
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rest import CutOff, write_rest
from briefing.output.xlsx.rows import Row
from briefing.output.xlsx.tables import Table
from briefing.output.xlsx.values import Datum, Value

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31  # characters, the most that Excel takes
_GREY = "BFBFBF"
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
    add_styles(book, reader.lang)
    named = {id(table): name for table, name in zip(tables, _name_sheets(tables), strict=True)}
    places = {
        row: (named[id(table)], number)
        for table in tables
        for number, row in enumerate(table.rows, 2)
    }
    cut: list[CutOff] = []
    for table in tables:
        sheet = book.create_sheet(named[id(table)])
        widths = fit_widths(table.columns)
        cut += _fill(sheet, table, widths, places)
        lay_out(sheet, table, widths, contents.source)
        if table.section == EVIDENCE:
            sheet.sheet_properties.tabColor = _GREY
    drawn = draw_charts(book, tables, named, reader, contents.source)
    more = [*drawn]
    if cut:
        more.append(clean_name(reader.heading("rest")))
        write_rest(book.create_sheet(more[-1]), cut, reader)
    if contents.lines:
        cover = book.create_sheet(clean_name(reader.heading("cover")), 0 if whole else None)
        sheets: list[tuple[str, Value]] = [(named[id(one)], len(one.rows)) for one in tables]
        write_cover(cover, sheets + [(name, "") for name in more], contents, reader)
    book.active = 0
    book.properties.title = fit_cell(contents.title)
    book.properties.description = fit_cell(contents.credit)
    book.properties.creator = ""
    return book


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


def _fill(
    sheet: Worksheet, table: Table, widths: Sequence[float], places: Places
) -> Iterator[CutOff]:
    """Write the columns of a table below their headings, and yield what cells cannot hold.

    LibreOffice wraps no text that is a link, so what is too long for a line is none.
    """
    looks: dict[Look, Any] = {}
    for number, column in enumerate(table.columns, 1):
        most = widths[number - 1] - 1
        head: Any = sheet.cell(1, number)
        head.style = HEAD
        set_text(head, column.heading)
        for line, datum in enumerate(column.cells, 2):
            cell = sheet.cell(line, number)
            if datum.value == "":
                set_look(cell, Look(CELL), looks)
            else:
                is_short = not isinstance(datum.value, str) or width(datum.value) <= most
                shown = datum if is_short else datum._replace(target=None)
                _set(cell, shown, places, column.key, looks)
                if not is_short and (rest := split_text(str(datum.value))[1:]):
                    yield CutOff(sheet.title, cell.coordinate, rest)


def _set(cell: Any, datum: Datum, places: Places, key: str, looks: dict[Look, Any]) -> None:
    """Set what stands in a cell, and where it leads."""
    value = datum.value
    to = datum.target.to if datum.target else None
    place = places.get(to) if isinstance(to, Row) else None
    style = LINK if place or isinstance(to, str) else CELL
    if isinstance(value, str):
        set_look(cell, Look(style), looks)
    else:
        is_amount = isinstance(value, int | float) and not datum.target and key != "paragraph"
        set_look(cell, Look(style, "amount" if is_amount else "left", format_of(value)), looks)
    set_value(cell, value)
    if isinstance(to, str):
        cell.hyperlink = to
    elif place and datum.target:
        cell.hyperlink = lead(place[0], place[1], datum.target.tip)
