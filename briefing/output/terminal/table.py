"""A table on a terminal, as wide as its rows need or the terminal allows."""

from collections.abc import Sequence
from typing import TypeGuard

from briefing.document import Cell, Table, is_list, statements
from briefing.output.columns import choose_widths, min_total_width
from briefing.output.renderer import RIGHT_ALIGNED
from briefing.output.terminal.cards import draw_cards, draw_groups, draw_snippets
from briefing.output.terminal.lines import (
    MAX_PROSE_WIDTH,
    Lines,
    Run,
    flatten,
    indent,
    join_columns,
    list_statements,
    max_width,
    prefix,
    wrap_runs,
)

_GAP = 3
_LONG = 36  # rows; a longer table is told in groups, where these are shorter
_MIN_BESIDE = 14  # cells; what is narrower cannot be read across


def draw(block: Table, cells: int) -> Lines:
    """Return the table in lines of at most that many cells.

    Where a row does not fit on one line, ids are put behind the names. Where some word would still
    be broken, each row becomes a card, and so it does where rows in groups that share cells need
    much less room than the table, unless there are values to compare. What a search has found
    stands below its row.
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
        return draw_groups(block, name, ids, cells) or draw_cards(block, name, ids, cells)
    # A value stays on one line as long as the other cells can be broken.
    whole = [_hold(texts[i]) if columns[i].role == "number" else texts[i] for i in shown]
    if min_total_width(whole) > available:
        whole = [texts[i] for i in shown]
    widths = choose_widths(whole, available)
    right = {number for number, i in enumerate(shown) if columns[i].role in RIGHT_ALIGNED}

    headings = [
        wrap_runs([Run(flatten(columns[i].heading))], column_width)
        for i, column_width in zip(shown, widths, strict=True)
    ]
    height = max(map(len, headings))
    headings = [[[]] * (height - len(lines)) + lines for lines in headings]
    rule = Run("─" * (sum(widths) + _GAP * len(widths) - 1), "line")
    lines = [*indent(join_columns(headings, widths, _GAP, right)), [rule]]
    for row in block.rows:
        parts = [
            _draw_cell(row[i], columns[i].role, [row[j] for j in ids] if i == name else [], size)
            for i, size in zip(shown, widths, strict=True)
        ]
        lines += indent(join_columns(parts, widths, _GAP, right))
        lines += draw_snippets(block, row, cells)
    if len(block.rows) > _LONG and all(one.role != "number" for one in columns):
        groups = draw_groups(block, name, ids, cells)
        return groups if groups and len(groups) <= len(lines) else lines
    return lines


def _hold(texts: Sequence[str]) -> list[str]:
    """Return the texts of a column, each but the heading as one word."""
    heading, *others = texts
    return [heading, *(text.replace(" ", "_") for text in others)]


def _measured(cell: Cell) -> str:
    """Return the text of a cell with all that is drawn of it, unbroken where it is not to break."""
    if _is_list(cell):
        return "\n".join(f"__{flatten(part)}" for part in cell)  # for a dash and a blank
    return flatten(cell)


def _is_list(cell: Cell) -> TypeGuard[tuple[Cell, ...]]:
    return is_list(cell) and len(cell) > 1


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
