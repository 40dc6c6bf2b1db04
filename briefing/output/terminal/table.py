"""A table on a terminal, as wide as its rows need or the terminal allows."""

from collections.abc import Sequence
from typing import TypeGuard

from briefing.document import Cell, Table, is_list, statements, with_colon
from briefing.output.columns import choose_widths, min_total_width
from briefing.output.renderer import RIGHT_ALIGNED
from briefing.output.terminal.groups import find_groups
from briefing.output.terminal.lines import (
    MAX_PROSE_WIDTH,
    Lines,
    Run,
    flatten,
    indent,
    join_columns,
    list_statements,
    marked_runs,
    max_width,
    prefix,
    wrap_runs,
)

_GAP = 3
_MIN_BESIDE = 14  # cells; what is narrower cannot be read across


def draw(block: Table, cells: int) -> Lines:
    """Return the table in lines of at most that many cells.

    Where a row does not fit on one line, ids are put behind the names. Where some word would still
    be broken, each row becomes a card. What a search has found stands below its row.
    """
    columns = block.columns
    shown = [i for i, column in enumerate(columns) if column.role != "snippet"]
    texts = [
        [
            flatten(column.heading),
            *(
                flatten(row[i], " ") if column.role == "id" else _measured(row[i])
                for row in block.rows
            ),
        ]
        for i, column in enumerate(columns)
    ]
    if sum(max_width(texts[i]) for i in shown) + _GAP * len(shown) > cells:
        shown = [i for i in shown if columns[i].role != "id"]
    ids = [i for i, column in enumerate(columns) if column.role == "id" and i not in shown]
    name = next((i for i in shown if columns[i].role == "name"), shown[0])
    for i in ids:
        texts[name] = [f"{text}  {id_}" for text, id_ in zip(texts[name], texts[i], strict=True)]
    available = cells - _GAP * len(shown) + 1
    needed = min_total_width(texts[i] for i in shown)
    if block.side_by_side:
        least = max_width(texts[0]) + _MIN_BESIDE * (len(shown) - 1)
        if max(needed, least) > available:
            return _draw_by_row(block, cells)
    elif needed > available:
        return _draw_cards(block, name, ids, cells)
    widths = choose_widths([texts[i] for i in shown], available)
    right = {number for number, i in enumerate(shown) if columns[i].role in RIGHT_ALIGNED}

    headings = [
        wrap_runs([Run(flatten(columns[i].heading))], column_width)
        for i, column_width in zip(shown, widths, strict=True)
    ]
    height = max(map(len, headings))
    headings = [[[]] * (height - len(lines)) + lines for lines in headings]
    rule = Run("─" * (sum(widths) + _GAP * len(widths) - 1), "line")
    lines = [*indent(join_columns(headings, widths, _GAP, right)), [rule]]
    groups = find_groups(block)
    for number, row in enumerate(block.rows):
        lines += [[]] if number in groups else []
        parts = [
            _draw_cell(row[i], columns[i].role, [row[j] for j in ids] if i == name else [], size)
            for i, size in zip(shown, widths, strict=True)
        ]
        lines += indent(join_columns(parts, widths, _GAP, right))
        lines += _draw_snippets(block, row, cells)
    return lines


def _measured(cell: Cell) -> str:
    """Return the text of a cell with all that is drawn of it, unbroken where it is not to break."""
    if _is_list(cell):
        return "\n".join(f"__{flatten(part)}" for part in cell)  # for a dash and a blank
    return flatten(cell)


def _is_list(cell: Cell) -> TypeGuard[tuple[Cell, ...]]:
    return is_list(cell) and len(cell) > 1


def _draw_snippets(block: Table, row: Sequence[Cell], cells: int) -> Lines:
    """Return what a search has found in a record, below it."""
    found: Lines = []
    for column, cell in zip(block.columns, row, strict=True):
        if column.role == "snippet" and cell:
            found += prefix(wrap_runs(marked_runs(cell), cells - 4), "   ", "   ")
    return found


def _draw_cards(block: Table, name: int, ids: list[int], cells: int) -> Lines:
    """Return each row as its name with the other cells in running text below it."""
    lines: Lines = []
    groups = find_groups(block)
    for number, row in enumerate(block.rows):
        lines += [[]] if number in groups else []
        lines += indent(_draw_cell(row[name], "name", [row[i] for i in ids], cells - 2))
        details: list[Run] = []
        for index, column in enumerate(block.columns):
            text = flatten(row[index], " ").replace("\n", "; ")
            if index != name and index not in ids and text and column.role != "snippet":
                details += [Run(" · ", "line")] if details else []
                details.append(Run(with_colon(column.heading) + text))
        lines += prefix(wrap_runs(details, cells - 4), "   ", "   ")
        lines += _draw_snippets(block, row, cells)
    return lines


def _draw_by_row(block: Table, cells: int) -> Lines:
    """Return what is side by side as groups, one for each row, with the columns in it as labels."""
    labels = [flatten(column.heading, " ") for column in block.columns[1:]]
    label_width = min(max_width(labels), cells // 3)
    body_width = min(cells, MAX_PROSE_WIDTH) - 2 - label_width - 2 - _GAP
    lines: Lines = []
    for name, *row in block.rows:
        lines += [[]] if lines else []
        lines += indent(wrap_runs([Run(flatten(name, "  "), "heading")], cells - 2))
        for label, cell in zip(labels, row, strict=True):
            body = _draw_cell(cell or "–", "text", [], body_width)
            columns = [wrap_runs([Run(label, "name")], label_width), body]
            lines += prefix(join_columns(columns, [label_width, body_width], 2), "   ", "   ")
    return lines


def _draw_cell(cell: Cell, style: str, ids: Sequence[Cell], cells: int) -> Lines:
    if _is_list(cell):
        return list_statements(statements(cell), cells)
    id_runs = [Run(f"  {flatten(id_, ' ')}", "id") for id_ in ids]
    return wrap_runs([Run(flatten(cell), style), *id_runs], cells)
