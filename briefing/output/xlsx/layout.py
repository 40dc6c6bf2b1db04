"""How a sheet is set and printed: the widths of its columns, the heights of its rows, its pages."""

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.cells import width, wrap
from briefing.output.xlsx.tables import Column, Table
from briefing.output.xlsx.values import Value

_NARROWEST = 7
_LINE_HEIGHT, _MOST_HEIGHT = 15, 400  # points; Excel allows 409
_PAGE = 145
"""How many characters stand side by side on A4 in landscape at full size, which is 11 points."""
_GOOD_SCALE, _LEAST_SCALE = 85, 76
"""Per cent of the full size: about 9.5 and 8.5 points on paper."""
_NARROW = 18
"""Columns of text are not made narrower than this to fit them all on a page."""
_WIDEST_FROZEN = 36
"""A wider first column would leave too little of a screen to move in."""
_MARGIN = 0.4  # inches


def lay_out(sheet: Worksheet, table: Table, footer: str) -> None:
    """Set the widths and heights of a sheet that is filled, and how it is shown and printed."""
    widths = _fit_page(table.columns)
    for number, one in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = one
    _set_heights(sheet, table.columns, widths)
    repeated = bool(widths) and widths[0] <= _WIDEST_FROZEN and len(widths) > 1
    sheet.freeze_panes = "B2" if repeated else "A2"
    if widths:
        sheet.auto_filter.ref = sheet.dimensions
    set_page(sheet, footer)
    sheet.print_title_rows = "1:1"
    if repeated:
        sheet.print_title_cols = "A:A"
    printed = [one for one, column in zip(widths, table.columns, strict=True) if column.key != "id"]
    if printed and table.rows:  # an id is for a screen
        last = f"{get_column_letter(len(printed))}{sheet.max_row}"
        sheet.print_area = f"A1:{last}"
    sheet.page_setup.scale = _choose_scale(sum(printed))


def set_page(sheet: Worksheet, footer: str) -> None:
    """Set a sheet to be printed on A4 in landscape, with its name and numbers on the pages."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    margins = sheet.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    head: Any = sheet.oddHeader
    foot: Any = sheet.oddFooter
    head.left.text = "&A"
    foot.left.text = footer.replace("&", "&&")[:200]
    foot.right.text = "&P / &N"
    for part in (head.left, foot.left, foot.right):
        part.size = 8


def _choose_scale(total: float) -> int:
    """Return the scale at which columns of that width fit on a page, if it can still be read.

    Columns that do not fit then stand on further pages, behind the first column again.
    """
    fitting = int(100 * _PAGE / total) if total else 100
    return min(100, fitting) if fitting >= _LEAST_SCALE else _GOOD_SCALE


def _fit_page(columns: Sequence[Column]) -> list[float]:
    """Return the widths of columns, those of long texts narrowed if all fit on a page then."""
    widths = [_natural_width(one) for one in columns]
    most = 100 * _PAGE / _GOOD_SCALE
    printed = [at for at, one in enumerate(columns) if one.key != "id"]
    while sum(widths[at] for at in printed) > most:
        wide = max(printed, key=lambda at: widths[at])
        if widths[wide] <= _NARROW:
            break
        widths[wide] -= 1
    return widths


def _natural_width(column: Column) -> float:
    """Return how wide a column is: as its longest line, or as it may be at most.

    Its heading may run over two lines, with a button for the filter beside it.
    """
    longest = max(
        (width(line) for cell in column.cells for line in shown_lines(cell.value)), default=0
    )
    words = column.heading.replace("\n", " ").split(" ")
    head = max(*map(width, words), width(column.heading) // 2) + 4
    return max(_NARROWEST, min(head, 16), min(longest + 2, column.widest))


def _set_heights(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float]) -> None:
    """Set the heights of rows that have several lines, because not all programs find them."""
    heads = [_count_lines(one.heading, at - 4) for one, at in zip(columns, widths, strict=True)]
    sheet.row_dimensions[1].height = _LINE_HEIGHT * max(heads, default=1) + 4
    counts: dict[int, int] = {}
    for column, at in zip(columns, widths, strict=True):
        for number, cell in enumerate(column.cells, 2):
            if isinstance(cell.value, str):
                lines = _count_lines(cell.value, at)
                if lines > counts.get(number, 1):
                    counts[number] = lines
    for number, count in counts.items():
        sheet.row_dimensions[number].height = min(_MOST_HEIGHT, _LINE_HEIGHT * count)


def count_lines(text: str, at: float) -> int:
    """Return how many lines a text needs in a column that is ``at`` digits wide."""
    return _count_lines(text, at)


@cache
def _count_lines(text: str, at: float) -> int:
    if "\n" not in text and width(text) < at * 0.9:
        return 1
    # More letters than digits fit in a line, but fewer Chinese characters than half as many.
    return sum(
        len(wrap(line, int(at * (11 if line.isascii() else 9) // 10))) for line in text.splitlines()
    )


def shown_lines(value: Value) -> list[str]:
    """Return the lines of text that a cell shows, approximately."""
    if isinstance(value, datetime.datetime):
        return [f"{value:%Y-%m-%d %H:%M:%S} +00:00"]
    if isinstance(value, datetime.date):
        return [value.isoformat()]
    if isinstance(value, int | float):
        return [f"{value:,}"]
    return value.splitlines()
