"""How a sheet is set and printed: the widths of its columns, the heights of its rows, its pages."""

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefing.output.cells import width, wrap
from briefing.output.xlsx.cells import escape_codes
from briefing.output.xlsx.tables import Column, Table
from briefing.output.xlsx.values import Value

_NARROWEST = 6
_LINE_HEIGHT, _MOST_HEIGHT = 15.0, 400  # points; Excel allows 409
_CHINESE_HEIGHT = 17.0
_PAGE = 180
"""How many characters stand side by side on A4 in landscape at 80 %, which is about 9 points."""
_FULL_SIZE, _WIDEST = 145, 80
"""How many characters stand there at full size, and the most that a line of text may have."""
_LEAST = ((46, 28), (34, 26), (30, 20), (0, 13))
"""How narrow columns may be made to fit on a page: how wide they may be, and the least of it."""
_UNBROKEN = ("owner", "record", "anchor", "id", "number")
"""The columns that are never narrowed, because LibreOffice does not wrap what is a link."""
_WIDEST_FROZEN = 36
"""A wider first column would leave too little of a screen to move in."""
_MARGIN = 0.4  # inches
_MOST_FOOTER = 200  # characters, of the 255 that Excel takes with all their codes


def lay_out(sheet: Worksheet, table: Table, widths: Sequence[float], footer: str) -> None:
    """Set the widths and heights of a sheet that is filled, and how it is shown and printed."""
    for number, one in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = one
    _set_heights(sheet, table.columns, widths)
    repeated = len(widths) > 1 and widths[0] <= _WIDEST_FROZEN
    sheet.freeze_panes = "B2" if repeated else "A2"
    if widths:
        sheet.auto_filter.ref = sheet.dimensions
    printed = [one for one, column in zip(widths, table.columns, strict=True) if column.key != "id"]
    pages = next((one for one in range(1, 9) if sum(printed) <= _room(one, widths[0])), 9)
    set_page(sheet, footer, pages)
    sheet.print_title_rows = "1:1"
    if repeated:
        sheet.print_title_cols = "A:A"
    if printed and table.rows:  # an id is for a screen
        sheet.print_area = f"A1:{get_column_letter(len(printed))}{sheet.max_row}"


def fit_widths(columns: Sequence[Column]) -> list[float]:
    """Return the widths of columns, narrowed until all fit side by side on as few pages as can be.

    The ids are not printed, and need no room.
    """
    natural = [_natural_width(one) for one in columns]
    least = [_least_width(one, most) for one, most in zip(columns, natural, strict=True)]
    printed = [at for at, one in enumerate(columns) if one.key != "id"]
    pages = 1
    while printed and sum(least[at] for at in printed) > _room(pages, least[0]):
        pages += 1
    widths = list(natural)
    while printed and sum(widths[at] for at in printed) > _room(pages, widths[0]):
        widths[max(printed, key=lambda at: (widths[at] - least[at]) / least[at])] -= 1
    return widths if pages > 1 else _fill_page(columns, widths)


def _fill_page(columns: Sequence[Column], widths: Sequence[float]) -> list[float]:
    """Return the widths with those of long texts made wider where a page has room for it."""
    wider = list(widths)
    long = [at for at, one in enumerate(columns) if one.widest >= _LEAST[0][0]]
    wanted = {at: min(_WIDEST, _longest_line(columns[at]) + 2) for at in long}
    printed = [at for at, one in enumerate(columns) if one.key != "id"]
    while growing := [at for at in long if wider[at] < wanted[at]]:
        if sum(wider[at] for at in printed) >= _FULL_SIZE:
            break
        wider[min(growing, key=lambda at: wider[at] / wanted[at])] += 1
    return wider


def _room(pages: int, first: float) -> float:
    """Return how much stands side by side on some pages, which all begin with the first column."""
    return _PAGE + (pages - 1) * (_PAGE - first - _LEAST[-1][1])


def _least_width(column: Column, natural: float) -> float:
    if column.key in _UNBROKEN:
        return natural
    for most, least in _LEAST:
        if column.widest >= most:
            return min(natural, least)
    return natural


def _natural_width(column: Column) -> float:
    """Return how wide a column is: as its longest line, or as it may be at most.

    Its heading may run over two lines, with a button for the filter beside it.
    """
    words = column.heading.split(" ")
    head = max(*map(width, words), width(column.heading) // 2) + 3
    # Where digits are wider than a typeface promises, Excel shows no number at all.
    gap = 5 if any(isinstance(cell.value, int | float) for cell in column.cells) else 2
    return max(_NARROWEST, min(head, 15), min(_longest_line(column) + gap, column.widest))


def _longest_line(column: Column) -> int:
    lines = (width(line) for cell in column.cells for line in shown_lines(cell.value))
    return max(lines, default=0)


def set_page(sheet: Worksheet, footer: str, pages: int = 1) -> None:
    """Set a sheet to be printed on A4 in landscape, on so many ``pages`` side by side.

    Each page has the name of the sheet, whose reporting it is, and its number.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = pages
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    head: Any = sheet.oddHeader
    foot: Any = sheet.oddFooter
    head.left.text = "&A"
    foot.left.text = fit_footer(footer)
    foot.right.text = "&P / &N"
    for part in (head.left, foot.left, foot.right):
        part.size = 8


def fit_footer(text: str) -> str:
    """Return a text as it stands in a footer, where ``&`` begins a code, without what is too long.

    >>> fit_footer("R&D _x000A_")
    'R&&D _x005F_x000A_'
    """
    for most in range(min(len(text), _MOST_FOOTER), -1, -1):
        written = escape_codes(text[:most]).replace("&", "&&")
        if len(written) <= _MOST_FOOTER:
            return written
    return ""


def _set_heights(sheet: Worksheet, columns: Sequence[Column], widths: Sequence[float]) -> None:
    """Set the heights of rows that have several lines, because not all programs find them."""
    heads = [measure(one.heading, at - 2) for one, at in zip(columns, widths, strict=True)]
    sheet.row_dimensions[1].height = max(heads, default=_LINE_HEIGHT) + 3
    heights: dict[int, float] = {}
    for column, at in zip(columns, widths, strict=True):
        for number, cell in enumerate(column.cells, 2):
            if isinstance(cell.value, str):
                heights[number] = max(heights.get(number, 0), measure(cell.value, at))
    for number, height in heights.items():
        if height > _CHINESE_HEIGHT:
            sheet.row_dimensions[number].height = min(_MOST_HEIGHT, height)


@cache
def measure(text: str, at: float) -> float:
    """Return how high a text is in a column that is ``at`` digits wide, in points."""
    return _count_lines(text, at) * (_CHINESE_HEIGHT if _is_wide(text) else _LINE_HEIGHT)


def _count_lines(text: str, at: float) -> int:
    if "\n" not in text and width(text) < at * 0.9:
        return 1
    # More letters than digits fit in a line, but fewer Chinese characters than half as many.
    return sum(
        len(wrap(line, int(at * (9 if _is_wide(line) else 11) // 10))) for line in text.splitlines()
    )


def _is_wide(text: str) -> bool:
    """Return whether a text has Chinese characters, which are higher and wider than letters."""
    return width(text) > len(text)


def shown_lines(value: Value) -> list[str]:
    """Return the lines of text that a cell shows, approximately."""
    if isinstance(value, datetime.datetime):
        return [f"{value:%Y-%m-%d %H:%M:%S} +00:00"]
    if isinstance(value, datetime.date):
        return [value.isoformat()]
    if isinstance(value, int | float):
        return [f"{value:,}"]
    return value.splitlines()
