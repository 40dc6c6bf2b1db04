"""Tables that a reader can sort: numbers and dates by their value, other text by its spelling."""

import re
from collections.abc import Callable, Sequence
from typing import get_args

from markupsafe import Markup

from briefing.document import Cell, Column, Line, Phrase, Ref, Table
from briefing.model.choices import Stage
from briefing.output.cells import width
from briefing.output.html.element import element, join
from briefing.output.html.linking import LinkWriter
from briefing.output.html.text import render_phrase
from briefing.words.catalogue import stage

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

Place = Callable[[Ref], tuple[str, Markup]]
"""Returns the id that the element of a record gets, and the links to what points at it."""


def render_table(block: Table, write: LinkWriter, place: Place, labelled_by: str) -> Markup:
    """Return the table, whose rows can be linked to; ``labelled_by`` is the id of the heading."""
    columns = block.columns
    sortable = len(block.rows) > 1 and all(any(column.heading) for column in columns)
    head = (
        element(
            "th",
            # Only what stands side by side has headings that are names.
            write.phrase(column.heading) if block.side_by_side else render_phrase(column.heading),
            scope="col",
            class_=column.role,
        )
        if any(column.heading)
        else element("td")
        for column in columns
    )
    return element(
        "table",
        element("thead", element("tr", *head)),
        element(
            "tbody", join((_row(columns, row, write, place) for row in block.rows), Markup("\n"))
        ),
        class_="side" if block.side_by_side else "sortable" if sortable else None,
        aria_labelledby=labelled_by,
    )


def _row(columns: Sequence[Column], row: Sequence[Cell], write: LinkWriter, place: Place) -> Markup:
    for cell in row:
        if isinstance(cell, Line):
            write.enter(cell.evidence)
    ids = [
        cell
        for column, cell in zip(columns, row, strict=True)
        if column.role == "id" and column.key == "id"
    ]
    own_id, around = None, Markup()
    if ids and write.article and isinstance(ids[0], str):
        write.own = Ref(write.article.id, ids[0])
        own_id, around = place(write.own)
    cells = (
        element("td", around, class_="id")
        if column.key == "id" and own_id
        else _cell(column, cell, write)
        for column, cell in zip(columns, row, strict=True)
    )
    made = element("tr", *cells, id=own_id)
    write.own = None
    return made


def _cell(column: Column, cell: Cell, write: LinkWriter) -> Markup:
    kind = " ".join([column.role] * (column.role != "text") + ["short"] * _is_short(cell)) or None
    if column.role == "name":
        return element("th", write.cell(cell), scope="row", class_=kind)
    value = None if column.role == "paragraph" else sort_value(cell, column)
    key = None if value is None else f"{value:.15g}"
    return element("td", write.cell(cell), class_=kind, data_value=key)


def _stage_order(cell: Phrase) -> float | None:
    """Return how far a stage has come, whatever is remarked of it."""
    said = cell.english.partition(" (")[0]
    stages = [stage(one, "en").en for one in get_args(Stage)]
    return float(stages.index(said)) if said in stages else None


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
    if isinstance(cell, Phrase) and column.key == "stage":
        return _stage_order(cell)
    if not isinstance(cell, Phrase):
        return None
    if column.role in ("number", "paragraph"):
        found = _NUMBER.search(cell.english)
        if found is None:
            return None
        return float(found[1].replace(",", "")) * _SCALES.get(found[2], 1)
    date = _DATE.fullmatch(cell.zh or "")
    return float("{:0>4}{:0>2}{:0>2}".format(*date.groups())) if date else None
