"""What Excel can hold in a cell, and how a value is written so that it stays what it is."""

import datetime
from typing import Any

from briefing.output.office import replace_illegal
from briefing.output.xlsx.values import Value

_MIN_SEPARATED = 10_000  # smaller numbers have no thousands separator, as years have none
_MAX_DIGITS = 15  # what Excel keeps of a number
_MAX_CHARACTERS = 32_767  # what Excel keeps in a cell, in UTF-16 code units
_FORMULA_STARTS = ("=", "+", "-", "@")


def set_value(cell: Any, value: Value) -> None:
    """Set a cell's value, type and number format. Text never becomes a formula."""
    if isinstance(value, datetime.datetime):
        cell.value = value.replace(tzinfo=None)  # Excel has no time zones
        cell.number_format = f'yyyy-mm-dd hh:mm:ss "{value.isoformat()[-6:]}"'
    elif isinstance(value, datetime.date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, int | float) and _keeps_digits(value):
        cell.value = value
        if abs(value) >= _MIN_SEPARATED:
            cell.number_format = "#,##0" if value == int(value) else "#,##0.00"
    elif value != "":
        set_text(cell, str(value))


def set_text(cell: Any, text: str) -> None:
    """Set a cell's text, which is text whatever it looks like."""
    text = fit_cell(text)
    cell.value = text
    cell.data_type = "s"  # or openpyxl would make some texts formulas or errors
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _keeps_digits(number: float) -> bool:
    """Return whether Excel keeps all digits of a number. Others are written as text."""
    if isinstance(number, float):
        return True
    return abs(number) < 10**300 and len(str(number).strip("-").rstrip("0")) <= _MAX_DIGITS


def fit_cell(text: str) -> str:
    """Return ``text`` without illegal characters, cut to what a cell can hold."""
    units = replace_illegal(text).encode("utf-16-le")
    if len(units) > 2 * _MAX_CHARACTERS:
        return units[: 2 * (_MAX_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
    return units.decode("utf-16-le")
