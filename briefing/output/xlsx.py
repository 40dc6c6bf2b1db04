"""Excel: one sheet for each section, with numbers and dates as such and no text as a formula."""

import datetime
import io
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from briefing.document import Document, Links
from briefing.output.cells import width, wrap
from briefing.output.fragments import link_to_words
from briefing.output.office import remove_dates, replace_illegal
from briefing.output.rows import article_id, flatten, has_sections, list_empty_columns, list_objects

Value = str | int | float | datetime.datetime | datetime.date
Row = dict[str, Value]

_SOURCE_SHEET = "Source 来源"  # Excel allows no slash in a sheet's name
_DATE_COLUMNS = ("date", "published", "republished")
_MIN_WIDTH, _MAX_WIDTH = 8, 48  # characters
_LINE_HEIGHT, _MAX_HEIGHT = 16, 400  # points; Excel allows 409
_MIN_SEPARATED = 10_000  # smaller numbers have no thousands separator, as years have none
_MAX_DIGITS = 15  # what Excel keeps of a number
_MAX_CHARACTERS = 32_767  # what Excel keeps in a cell, in UTF-16 code units
_MIN_YEAR = 1901  # Excel has no dates before 1900, and counts 1900 as a leap year
_FORMULA_STARTS = ("=", "+", "-", "@")


def render(document: Document) -> bytes:
    """Return the records as a workbook whose last sheet has the attribution."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for section, records in _group_by_section(document).items():
        rows = [dict(_typed_columns(one)) for one in records]
        columns = (
            [] if records else [one for one in list_empty_columns(document) if one != "section"]
        )
        sheet = book.create_sheet(section)
        _fill_sheet(sheet, rows, columns)
        _link_paragraphs(sheet, rows, [_find_words(one, document.links) for one in records])
    if any(document.attribution):
        _fill_sheet(book.create_sheet(_SOURCE_SHEET), list(_source_rows(document)))
    book.properties.title = _fit_cell(document.source.joined(" / "))
    book.properties.description = _fit_cell(document.attribution.joined(" / "))
    book.properties.creator = ""
    out = io.BytesIO()
    book.save(out)
    return remove_dates(out.getvalue())


def _group_by_section(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Return the records by section, in the order of the model.

    A record that several profiles have in common is there once.
    """
    sections: dict[str, list[dict[str, Any]]] = {}
    for one in list_objects(document):
        for section, record in _split_sections(one, document.section):
            records = sections.setdefault(section, [])
            if record not in records:
                records.append(record)
    return sections or {document.section: []}


def _split_sections(
    whole: dict[str, Any], default_section: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a record with its section or, for an object of sections, every record of each."""
    if not has_sections(whole):
        section = whole.get("section") or default_section
        yield section, {key: whole[key] for key in whole if key != "section"}
        return
    article = {"article": article_id(whole)}
    sections = {name: content for name, content in whole.items() if _has_records(name, content)}
    apart = ("article", "schema_version", "source", "summary", *sections)
    if own := {key: whole[key] for key in whole if key not in apart}:
        yield "summary", {**article, **own}
    if "summary" in whole:
        yield from _split_sections({**article, **whole["summary"]}, default_section)
    for section, content in sections.items():
        for record in content if isinstance(content, list) else [content]:
            yield section, {**article, **record}
            if "source" in whole:  # the evidence of a record's parts has no room in its own row
                for name, parts in record.items():
                    for part in parts if _has_records(name, parts) else ():
                        yield name, {**article, "record": record["id"], **part}


def _has_records(name: str, content: Any) -> bool:
    """Return whether a field holds a record, or a list of records or other parts."""
    if isinstance(content, list):
        return name != "evidence" and all(
            isinstance(one, dict) and "zh" not in one for one in content
        )
    return isinstance(content, dict) and "id" in content and name != "source"


def _typed_columns(record: dict[str, Any]) -> Iterator[tuple[str, Value]]:
    """Yield the columns of a record with truth values, dates and single paragraphs as such."""
    for column, value in flatten(record):
        if isinstance(record.get(column), bool):
            yield column, record[column]
        elif column in _DATE_COLUMNS and isinstance(value, str):
            yield column, _parse_date(value)
        elif column == "paragraphs" and isinstance(value, str) and value.isdecimal():
            yield column, int(value)
        else:
            yield column, value


def _parse_date(text: str) -> Value:
    """Return the date, or the date and time, in ``text``, or ``text`` where Excel has no such."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    if moment.year < _MIN_YEAR:
        return text
    return moment if "T" in text else moment.date()


def _source_rows(document: Document) -> Iterator[Row]:
    """Yield the attribution and, for a whole article, the schema and each field of its source."""
    yield _source_row("attribution", document.attribution._asdict())
    for whole in list_objects(document):
        if isinstance(source := whole.get("source"), dict):
            yield _source_row("schema_version", whole["schema_version"])
            for name, value in source.items():
                if isinstance(value, list):
                    for number, one in enumerate(value, 1):
                        yield _source_row(f"{name} {number}", one)
                elif value is not None:
                    yield _source_row(name, _parse_date(value) if name in _DATE_COLUMNS else value)


def _source_row(name: str, value: Any) -> Row:
    if isinstance(value, dict):
        return {"field": name, "value": "", "zh": value["zh"] or "", "en": value["en"] or ""}
    return {"field": name, "value": value, "zh": "", "en": ""}


def _fill_sheet(sheet: Worksheet, rows: Sequence[Row], columns: Sequence[str] = ()) -> None:
    """Write the rows below a header row, and set the widths, heights and print settings.

    Where there are no rows, the header row is of the ``columns``.
    """
    columns = list(dict.fromkeys(column for row in rows for column in row)) or columns
    line_counts = [1] * len(rows)
    for index, column in enumerate(columns, 1):
        header = sheet.cell(1, index, column)
        header.font = Font(name="Calibri", size=11, bold=True, color="1F3864")
        header.fill = PatternFill("solid", "EEF2F8")
        cells: list[Any] = [sheet.cell(number, index) for number in range(2, len(rows) + 2)]
        for cell, row in zip(cells, rows, strict=True):
            _set_value(cell, row.get(column, ""))
        longest = max((width(line) for cell in cells for line in _shown_lines(cell)), default=0)
        # The filter button needs four characters beside the column's name.
        column_width = max(_MIN_WIDTH, len(column) + 4, min(longest + 2, _MAX_WIDTH))
        sheet.column_dimensions[get_column_letter(index)].width = column_width
        side = "left" if column == "paragraphs" else None
        for number, cell in enumerate(cells):
            cell.alignment = Alignment(side, vertical="top", wrap_text=True)
            if longest + 2 > column_width:
                line_counts[number] = max(line_counts[number], _count_lines(cell, column_width))
    for number, count in enumerate(line_counts, 2):
        if count > 1:  # Excel finds the height of such rows itself, other programs do not
            sheet.row_dimensions[number].height = min(_MAX_HEIGHT, _LINE_HEIGHT * count)
    if columns:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _find_words(record: dict[str, Any], links: Links | None) -> str | None:
    """Return the address of the first words that bear out a record, if its article has one."""
    evidence = record.get("evidence")
    home = links.articles.get(record.get("article", "")) if links else None
    return link_to_words(home.address, evidence[0]["anchor"]) if home and evidence else None


def _link_paragraphs(
    sheet: Worksheet, rows: Sequence[Row], addresses: Sequence[str | None]
) -> None:
    """Make the paragraphs of each row a link to the words on the page of its article."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    if "paragraphs" not in columns:
        return
    for number, address in enumerate(addresses, 2):
        if address:
            cell: Any = sheet.cell(number, columns.index("paragraphs") + 1)
            cell.hyperlink = address
            cell.style = "Hyperlink"
            cell.alignment = Alignment("left", vertical="top", wrap_text=True)


def _count_lines(cell: Any, column_width: int) -> int:
    """Return how many lines a cell needs in a column that is ``column_width`` digits wide."""
    count = 0
    for line in _shown_lines(cell):
        # More letters than digits fit in a line, but fewer Chinese characters than half as many.
        count += len(wrap(line, column_width * (11 if line.isascii() else 9) // 10))
    return count


def _set_value(cell: Any, value: Value) -> None:
    """Set a cell's value, type and number format."""
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, datetime.datetime):
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
        text = _fit_cell(str(value))
        cell.value = text
        cell.data_type = "s"  # or openpyxl would make some texts formulas or errors
        cell.quotePrefix = text.startswith(_FORMULA_STARTS)


def _keeps_digits(number: float) -> bool:
    """Return whether Excel keeps all digits of a number. Others are written as text."""
    if isinstance(number, float):
        return True
    return abs(number) < 10**300 and len(str(number).strip("-").rstrip("0")) <= _MAX_DIGITS


def _shown_lines(cell: Any) -> list[str]:
    """Return the lines of text that a cell shows, approximately."""
    if cell.value is None:
        return []
    if isinstance(cell.value, int | float):
        return [f"{cell.value:,}"]
    return str(cell.value).splitlines()


def _fit_cell(text: str) -> str:
    """Return ``text`` without illegal characters, cut to what a cell can hold."""
    units = replace_illegal(text).encode("utf-16-le")
    if len(units) > 2 * _MAX_CHARACTERS:
        return units[: 2 * (_MAX_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
    return units.decode("utf-16-le")
