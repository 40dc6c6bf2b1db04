"""Tables that a reader can sort: numbers and dates by their value, words by their spelling."""

import re
from collections.abc import Callable

from briefing.document import Cell, Column, Phrase, Table
from briefing.output.cells import width
from briefing.output.html.text import data, pair, proof, text

_SHORT = 16
"""A cell of at most so many terminal cells stays on one line."""

_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(trillion|billion|million|万亿|亿|万)?")
_SCALES = {
    "trillion": 10**12,
    "billion": 10**9,
    "million": 10**6,
    "万亿": 10**12,
    "亿": 10**8,
    "万": 10**4,
}
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def draw(block: Table, anchor: Callable[[str], str], labelled_by: str) -> str:
    """Return the table. Its rows can be linked to by their ids."""
    columns = block.columns
    sortable = len(block.rows) > 1 and all(any(column.heading) for column in columns)
    head = "".join(
        f'<th scope="col" class="{column.role}">{pair(column.heading)}</th>' for column in columns
    )
    id_column = next((i for i, column in enumerate(columns) if column.role == "id"), None)
    rows = []
    for row in block.rows:
        name = "" if id_column is None else row[id_column]
        own_id = anchor(name) if isinstance(name, str) else ""
        cells = "".join(_cell(*held) for held in zip(columns, row, strict=True))
        rows.append(f"<tr{own_id}>{cells}</tr>\n")
    kind = ' class="sortable"' if sortable else ""
    return (
        f'<table{kind} aria-labelledby="{labelled_by}">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>"
    )


def _cell(column: Column, cell: Cell) -> str:
    kind = column.role + (" short" if _is_short(cell) else "")
    if column.role == "name":
        return f'<th scope="row" class="{kind}">{text(cell)}</th>'
    value = sort_value(cell, column)
    key = "" if value is None else f' data-value="{value:.15g}"'
    # A phone shows the heading before each cell, because it has no columns.
    label = data(column.heading) if column.role != "id" and any(column.heading) else ""
    return f'<td class="{kind}"{key}{label}>{_content(cell, column)}</td>'


def _is_short(cell: Cell) -> bool:
    return isinstance(cell, Phrase) and all(width(words) <= _SHORT for words in cell if words)


def _content(cell: Cell, column: Column) -> str:
    if column.role == "paragraph" and isinstance(cell, str):
        return proof(tuple(map(int, re.findall(r"\d+", cell))))
    return text(cell)


def sort_value(cell: Cell, column: Column) -> float | None:
    """Return the number by which a cell is sorted, if it is a number or a date.

    >>> sort_value(Phrase("近2000亿元", "nearly CNY 200 billion"), Column(Phrase(), "number"))
    200000000000.0
    >>> sort_value(Phrase("2031年5月2日", "2 May 2031"), Column(Phrase(), "text"))
    20310502.0
    """
    words = cell if isinstance(cell, Phrase) else Phrase(en=cell) if isinstance(cell, str) else None
    if words is None:
        return None
    if column.role in ("number", "paragraph"):
        found = _NUMBER.search(words.en or words.zh or "")
        if found is None:
            return None
        return float(found[1].replace(",", "")) * _SCALES.get(found[2], 1)
    date = _DATE.fullmatch(words.zh or "")
    return float("{:0>4}{:0>2}{:0>2}".format(*date.groups())) if date else None
