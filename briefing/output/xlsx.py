"""Excel: one sheet for each section. Numbers and dates are typed; text is never a formula."""

import datetime
import io
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefing.document import Document
from briefing.output.cells import width, wrap
from briefing.output.office import legal, packed
from briefing.output.rows import flat, objects

Value = str | int | float | datetime.datetime | datetime.date
Row = dict[str, Value]

_SOURCE = "Source 来源"  # no stroke may stand in a sheet's name
_DATES = ("date", "published")
_NARROWEST, _WIDEST = 8, 48
_LINE, _TALLEST = 16, 400  # points; Excel's own limit is 409
_LARGE = 10_000  # numbers from here on get separators, years do not
_DIGITS = 15  # what Excel keeps of a number
_CHARACTERS = 32_767  # what a cell holds, in UTF-16
_EARLIEST = 1901  # Excel has no dates before 1900, and has that year wrong
_FORMULA = ("=", "+", "-", "@")


def render(document: Document) -> bytes:
    """Return the records as a workbook whose last sheet says whose reporting they are."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for section, records in _sections(document).items():
        _fill(book.create_sheet(section), [dict(_typed(record)) for record in records])
    if any(document.attribution):
        _fill(book.create_sheet(_SOURCE), list(_source(document)))
    book.properties.title = _fitting(document.source.joined(" / "))
    book.properties.description = _fitting(document.attribution.joined(" / "))
    book.properties.creator = ""
    out = io.BytesIO()
    book.save(out)
    return packed(out.getvalue())


def _sections(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Return the records by section, in the order of the model.

    A record that several places have in common is there once.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for one in objects(document):
        for section, record in _split(one, document.section):
            held = found.setdefault(section, [])
            if record not in held:
                held.append(record)
    return found or {document.section: []}


def _split(whole: dict[str, Any], listed: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a record with its section or, from an object of sections, every record of each."""
    parts = {name: held for name, held in whole.items() if _are_records(name, held)}
    if "id" in whole or not (parts or "summary" in whole):
        section = whole.get("section") or listed
        yield section, {key: whole[key] for key in whole if key != "section"}
        return
    article = {"article": whole.get("article") or whole["source"]["id"]}
    apart = ("article", "schema_version", "source", "summary", *parts)
    if own := {key: whole[key] for key in whole if key not in apart}:
        yield "summary", {**article, **own}
    if "summary" in whole:
        yield from _split({**article, **whole["summary"]}, listed)
    for section, held in parts.items():
        for record in held if isinstance(held, list) else [held]:
            yield section, {**article, **record}
            if "source" in whole:  # a record's cell has no room for what bears its parts out
                for name, statements in record.items():
                    for one in statements if _are_records(name, statements) else ():
                        yield name, {**article, "record": record["id"], **one}


def _are_records(name: str, held: Any) -> bool:
    if isinstance(held, list):
        return name != "evidence" and all(isinstance(one, dict) and "zh" not in one for one in held)
    return isinstance(held, dict) and "id" in held and name != "source"


def _typed(record: dict[str, Any]) -> Iterator[tuple[str, Value]]:
    """Yield the columns of a record, with truths, dates and single paragraphs as such."""
    for column, value in flat(record):
        if isinstance(record.get(column), bool):
            yield column, record[column]
        elif column in _DATES and isinstance(value, str):
            yield column, _moment(value)
        elif column == "paragraphs" and isinstance(value, str) and value.isdecimal():
            yield column, int(value)
        else:
            yield column, value


def _moment(text: str) -> Value:
    """Return the date or moment that ``text`` names, or the text where Excel has no such date."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    if moment.year < _EARLIEST:
        return text
    return moment if "T" in text else moment.date()


def _source(document: Document) -> Iterator[Row]:
    """Yield whose reporting it is and, for a whole model, each field of its source."""
    yield _said("attribution", document.attribution._asdict())
    for whole in objects(document):
        if isinstance(source := whole.get("source"), dict):
            yield _said("schema_version", whole["schema_version"])
            for name, held in source.items():
                if isinstance(held, list):
                    for number, one in enumerate(held, 1):
                        yield _said(f"{name} {number}", one)
                elif held is not None:
                    yield _said(name, _moment(held) if name in _DATES else held)


def _said(name: str, held: Any) -> Row:
    if isinstance(held, dict):
        return {"field": name, "value": "", "zh": held["zh"] or "", "en": held["en"] or ""}
    return {"field": name, "value": held, "zh": "", "en": ""}


def _fill(sheet: Worksheet, rows: Sequence[Row]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [1] * len(rows)
    for index, column in enumerate(columns, 1):
        head = sheet.cell(1, index, column)
        head.font = Font(name="Calibri", size=11, bold=True, color="1F3864")
        head.fill = PatternFill("solid", "EEF2F8")
        cells: list[Any] = [sheet.cell(number, index) for number in range(2, len(rows) + 2)]
        for cell, row in zip(cells, rows, strict=True):
            _put(cell, row.get(column, ""))
        widest = max((width(line) for cell in cells for line in _shown(cell)), default=0)
        # The button of the filter stands beside the heading.
        wide = max(_NARROWEST, len(column) + 4, min(widest + 2, _WIDEST))
        sheet.column_dimensions[get_column_letter(index)].width = wide
        side = "left" if column == "paragraphs" else None
        for number, cell in enumerate(cells):
            cell.alignment = Alignment(side, vertical="top", wrap_text=True)
            if widest + 2 > wide:
                shown = sum(len(wrap(line, _room(line, wide))) for line in _shown(cell))
                lines[number] = max(lines[number], shown)
    for number, shown in enumerate(lines, 2):
        if shown > 1:  # Excel measures such rows itself, other programs do not
            sheet.row_dimensions[number].height = min(_TALLEST, _LINE * shown)
    if columns:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _room(line: str, wide: int) -> int:
    """Return how many cells a column holds. Its width counts digits, and letters are narrower."""
    return wide * (11 if line.isascii() else 9) // 10


def _put(cell: Any, value: Value) -> None:
    """Put a value into a cell with its type and format."""
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, datetime.datetime):
        cell.value = value.replace(tzinfo=None)  # Excel knows no time zones
        cell.number_format = f'yyyy-mm-dd hh:mm:ss "{value.isoformat()[-6:]}"'
    elif isinstance(value, datetime.date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, int | float) and _is_kept(value):
        cell.value = value
        if abs(value) >= _LARGE:
            cell.number_format = "#,##0" if value == int(value) else "#,##0.00"
    elif value != "":
        text = _fitting(str(value))
        cell.value = text
        cell.data_type = "s"  # neither a formula nor an error, whatever it looks like
        cell.quotePrefix = text.startswith(_FORMULA)


def _is_kept(number: float) -> bool:
    """Return whether Excel keeps all digits of a number. Other numbers are written as text."""
    if isinstance(number, float):
        return True
    return abs(number) < 10**300 and len(str(number).strip("-").rstrip("0")) <= _DIGITS


def _shown(cell: Any) -> list[str]:
    """Return the lines that a cell shows, for measuring."""
    if cell.value is None:
        return []
    if isinstance(cell.value, int | float):
        return [f"{cell.value:,}"]
    return str(cell.value).splitlines()


def _fitting(text: str) -> str:
    """Return ``text`` as a cell can hold it: legal in XML, and no longer than a cell."""
    units = legal(text).encode("utf-16-le")
    if len(units) > 2 * _CHARACTERS:
        return units[: 2 * (_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
    return units.decode("utf-16-le")
