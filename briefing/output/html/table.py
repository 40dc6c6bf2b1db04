"""Tables that a reader can sort: numbers and dates by their value, other text by its spelling."""

import re
from collections.abc import Callable

from markupsafe import Markup

from briefing.document import Cell, Column, Line, Phrase, Table
from briefing.output.cells import width
from briefing.output.html.element import element, join
from briefing.output.html.text import data_attributes, render_cell, render_phrase

_MAX_SHORT_WIDTH = 16  # terminal cells; a cell this narrow stays on one line
_SCALES = {
    "trillion": 10**12,
    "billion": 10**9,
    "million": 10**6,
    "万亿": 10**12,
    "亿": 10**8,
    "万": 10**4,
}
_NUMBER = re.compile(rf"(-?\d[\d,]*(?:\.\d+)?)\s*({'|'.join(_SCALES)})?")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def render_table(block: Table, anchor: Callable[[str], str | None], labelled_by: str) -> Markup:
    """Return the table, whose rows can be linked to by their ids.

    ``anchor`` returns the id that an element may have for an id, and ``labelled_by`` is the id of
    the heading.
    """
    columns = block.columns
    sortable = len(block.rows) > 1 and all(any(column.heading) for column in columns)
    head = (
        element("th", render_phrase(column.heading), scope="col", class_=column.role)
        for column in columns
    )
    id_column = next((i for i, column in enumerate(columns) if column.role == "id"), None)
    rows = []
    for row in block.rows:
        name = "" if id_column is None else row[id_column]
        own_id = anchor(name) if isinstance(name, str) else None
        cells = (_table_cell(*pair) for pair in zip(columns, row, strict=True))
        rows.append(element("tr", *cells, id=own_id))
    return element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", join(rows, Markup("\n"))),
        class_="sortable" if sortable else None,
        aria_labelledby=labelled_by,
    )


def _table_cell(column: Column, cell: Cell) -> Markup:
    kind = column.role + (" short" if _is_short(cell) else "")
    if column.role == "name":
        return element("th", render_cell(cell), scope="row", class_=kind)
    content = render_cell(cell)
    value = sort_value(cell, column)
    key = None if value is None else f"{value:.15g}"
    # On a narrow screen page.css shows the heading before each cell.
    labelled = column.role != "id" and any(column.heading)
    label = data_attributes(column.heading) if labelled else {}
    return element("td", content, class_=kind, data_value=key, **label)


def _is_short(cell: Cell) -> bool:
    return isinstance(cell, Phrase) and all(width(text or "") <= _MAX_SHORT_WIDTH for text in cell)


def sort_value(cell: Cell, column: Column) -> float | None:
    """Return the number by which a cell is sorted, or ``None`` where it is sorted by its text.

    >>> sort_value(Phrase("近2000亿元", "nearly CNY 200 billion"), Column(Phrase(), "number"))
    200000000000.0
    >>> sort_value(Phrase("2031年5月2日", "2 May 2031"), Column(Phrase(), "text"))
    20310502.0
    """
    if isinstance(cell, str):
        cell = Phrase(en=cell)
    if isinstance(cell, Line) and cell.evidence:
        return float(cell.paragraphs[0])
    if not isinstance(cell, Phrase):
        return None
    if column.role in ("number", "paragraph"):
        found = _NUMBER.search(cell.en or cell.zh or "")
        if found is None:
            return None
        return float(found[1].replace(",", "")) * _SCALES.get(found[2], 1)
    date = _DATE.fullmatch(cell.zh or "")
    return float("{:0>4}{:0>2}{:0>2}".format(*date.groups())) if date else None
