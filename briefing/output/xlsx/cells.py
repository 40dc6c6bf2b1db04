"""What Excel can hold in a cell, how a value stays what it is, and the styles of cells."""

import datetime
import re
from copy import copy
from typing import Any, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from briefing.document import Lang
from briefing.output.formulas import may_be_formula
from briefing.output.office import replace_illegal
from briefing.output.xlsx.values import Value

_MIN_SEPARATED = 10_000  # smaller numbers have no thousands separator, as years have none
_MAX_DIGITS = 15  # what Excel keeps of a number
_MAX_CHARACTERS = 32_767  # what Excel keeps in a cell, in UTF-16 code units
_MOST_TIP = 250  # characters
HEAD, CELL, LINK, TITLE = "Briefing heading", "Briefing cell", "Briefing link", "Briefing title"
"""The names of the styles, which Excel lists among its own."""
_ALIGNED = {
    "amount": Alignment("right", vertical="top", indent=1),
    "left": Alignment("left", vertical="top"),
}
_DARK, _BLUE, _PALE, _GREY = "1F3864", "1F4E9E", "EEF2F8", "D5DBE5"


def add_styles(book: Workbook, lang: Lang) -> None:
    """Add the styles that cells have, so that each is one entry and can be changed at once."""
    typeface = "Calibri" if lang == "en" else "宋体"
    for name, font in (
        (HEAD, Font(name=typeface, size=11, bold=True, color=_DARK)),
        (CELL, Font(name=typeface, size=11)),
        (LINK, Font(name=typeface, size=11, color=_BLUE, underline="single")),
        (TITLE, Font(name=typeface, size=16, bold=True, color=_DARK)),
    ):
        style = NamedStyle(name, font=font, alignment=Alignment(vertical="top", wrap_text=True))
        if name != TITLE:
            style.border = Border(bottom=Side("thin", color=_GREY))
        if name == HEAD:
            style.fill = PatternFill("solid", _PALE)
        book.add_named_style(style)


class Look(NamedTuple):
    """How a cell looks: its style, how it is aligned, and the format of a number or date."""

    style: str
    aligned: Literal["", "amount", "left"] = ""
    number_format: str = ""


def set_look(cell: Any, look: Look, known: dict[Look, Any]) -> None:
    """Give a cell a look; ``known`` has what cells before it have.

    openpyxl looks a style up and works it out anew for every cell, which takes longer than all else
    that is done with the cell.
    """
    if look in known:
        cell._style = known[look]
        return
    cell.style = look.style
    if look.number_format:
        cell.number_format = look.number_format
    if look.aligned:
        cell.alignment = _ALIGNED[look.aligned]
    known[look] = cell._style


def lead(name: str, line: int = 1, tip: str = "") -> Hyperlink:
    """Return a link to a line of a sheet."""
    shown = escape_codes(fit_cell(tip)[:_MOST_TIP]) or None
    return Hyperlink(ref="", location=f"'{name}'!A{line}", tooltip=shown)


def set_value(cell: Any, value: Value) -> None:
    """Set a cell's value, type and number format. Text never becomes a formula."""
    if is_text(value):
        if value != "":
            set_text(cell, str(value))
        return
    if isinstance(value, datetime.datetime):
        cell.value = value.replace(tzinfo=None)  # Excel has no time zones
    else:
        cell.value = value
    if number_format := format_of(value):
        cell.number_format = number_format


def is_text(value: Value) -> bool:
    """Return whether a value is written as text, as a number is that has too many digits."""
    return isinstance(value, str) or (isinstance(value, int | float) and not _keeps_digits(value))


def format_of(value: Value) -> str:
    """Return the format of a number or a date, if it has one of its own."""
    if isinstance(value, datetime.datetime):
        return f'yyyy-mm-dd hh:mm:ss "{value.isoformat()[-6:]}"'
    if isinstance(value, datetime.date):
        return "yyyy-mm-dd"
    if isinstance(value, int | float) and abs(value) >= _MIN_SEPARATED and _keeps_digits(value):
        return "#,##0" if value == int(value) else "#,##0.00"
    return ""


def set_text(cell: Any, text: str) -> None:
    """Set a cell's text, which is text whatever it looks like."""
    text = fit_cell(text)
    # What openpyxl does to a text besides takes longer, and would make some formulas or errors.
    cell._value, cell.data_type = escape_codes(text), "s"
    if may_be_formula(text):
        cell._style = copy(cell._style)  # else other cells would have the mark, too
        cell.quotePrefix = True


def _keeps_digits(number: float) -> bool:
    """Return whether Excel keeps all digits of a number. Others are written as text."""
    if isinstance(number, float):
        return True
    return abs(number) < 10**300 and len(str(number).strip("-").rstrip("0")) <= _MAX_DIGITS


_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escape_codes(text: str) -> str:
    """Return a text in which nothing is the code of a character (ECMA-376-1, 22.9.2.19).

    >>> escape_codes("_x0041_ is no A")
    '_x005F_x0041_ is no A'
    """
    return _CODE.sub("_x005F_", text)


def fit_cell(text: str) -> str:
    """Return ``text`` without illegal characters, cut to what a cell can hold."""
    return split_text(text)[0]


def split_text(text: str) -> list[str]:
    """Return ``text`` without illegal characters, in pieces that a cell can hold.

    All of them but the last end in an ellipsis.
    """
    text = replace_illegal(text)
    if 2 * len(text) <= _MAX_CHARACTERS:  # no character has more than two units
        return [text]
    units = text.encode("utf-16-le")
    pieces: list[str] = []
    start = 0
    while len(units) - start > 2 * _MAX_CHARACTERS:
        end = start + 2 * (_MAX_CHARACTERS - 1)
        piece = units[start:end].decode("utf-16-le", "ignore")  # half a character is left for later
        start += len(piece.encode("utf-16-le"))
        pieces.append(f"{piece}…")
    return [*pieces, units[start:].decode("utf-16-le")]
