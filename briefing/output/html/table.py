"""Tables that a reader can sort: numbers and dates by their value, other text by its spelling."""

import re
from collections.abc import Callable

from briefing.document import Cell, Column, Phrase, Table
from briefing.output.cells import width
from briefing.output.html.text import data_attributes, render_cell, render_mark, render_phrase

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


def render_table(block: Table, anchor: Callable[[str], str], labelled_by: str) -> str:
    """Return the table, whose rows can be linked to by their ids.

    ``anchor`` returns the id attribute for an id, and ``labelled_by`` is the id of the heading.
    """
    columns = block.columns
    sortable = len(block.rows) > 1 and all(any(column.heading) for column in columns)
    head = "".join(
        f'<th scope="col" class="{column.role}">{render_phrase(column.heading)}</th>'
        for column in columns
    )
    id_column = next((i for i, column in enumerate(columns) if column.role == "id"), None)
    rows = []
    for row in block.rows:
        name = "" if id_column is None else row[id_column]
        own_id = anchor(name) if isinstance(name, str) else ""
        cells = "".join(_table_cell(*pair) for pair in zip(columns, row, strict=True))
        rows.append(f"<tr{own_id}>{cells}</tr>\n")
    kind = ' class="sortable"' if sortable else ""
    return (
        f'<table{kind} aria-labelledby="{labelled_by}">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>"
    )


def _table_cell(column: Column, cell: Cell) -> str:
    kind = column.role + (" short" if _is_short(cell) else "")
    if column.role == "name":
        return f'<th scope="row" class="{kind}">{render_cell(cell)}</th>'
    content = render_cell(cell)
    if column.role == "paragraph" and isinstance(cell, str):
        content = " ".join(map(render_mark, cell.split()))
    value = sort_value(cell, column)
    key = "" if value is None else f' data-value="{value:.15g}"'
    # On a narrow screen page.css shows the heading before each cell.
    label = data_attributes(column.heading) if column.role != "id" and any(column.heading) else ""
    return f'<td class="{kind}"{key}{label}>{content}</td>'


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
    if not isinstance(cell, Phrase):
        return None
    if column.role in ("number", "paragraph"):
        found = _NUMBER.search(cell.en or cell.zh or "")
        if found is None:
            return None
        return float(found[1].replace(",", "")) * _SCALES.get(found[2], 1)
    date = _DATE.fullmatch(cell.zh or "")
    return float("{:0>4}{:0>2}{:0>2}".format(*date.groups())) if date else None
