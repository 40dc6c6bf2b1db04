"""A table on a terminal, as wide as it needs to be or as there is room."""

from collections.abc import Sequence

from briefing.document import Cell, Line, Phrase, Table
from briefing.output.columns import least, widths
from briefing.output.renderer import RIGHT_ALIGNED
from briefing.output.terminal.lines import (
    Lines,
    Run,
    beside,
    bullets,
    indented,
    plain,
    prefixed,
    widest,
    wrapped,
)

_GAP = 3


def draw(block: Table, cells: int) -> Lines:
    """Return the lines of a table.

    Where the table is too wide for one line a row, ids go behind names. Where even then some word
    would be broken, each row becomes a card.
    """
    columns = block.columns
    shown = list(range(len(columns)))
    texts = [[plain(columns[i].heading), *(plain(row[i]) for row in block.rows)] for i in shown]
    if sum(map(widest, texts)) + _GAP * len(shown) > cells:
        shown = [i for i in shown if columns[i].role != "id"]
    ids = [i for i in range(len(columns)) if i not in shown]
    name = next((i for i in shown if columns[i].role == "name"), shown[0])
    for i in ids:
        texts[name] = [f"{text}  {held}" for text, held in zip(texts[name], texts[i], strict=True)]
    available = cells - _GAP * len(shown) + 1
    if least([texts[i] for i in shown]) > available:
        return _cards(block, name, ids, cells)
    fitted = widths([texts[i] for i in shown], available)
    right = {number for number, i in enumerate(shown) if columns[i].role in RIGHT_ALIGNED}

    heads = [
        wrapped([Run(plain(columns[i].heading), "faint")], wide)
        for i, wide in zip(shown, fitted, strict=True)
    ]
    tall = max(map(len, heads))
    heads = [[[]] * (tall - len(lines)) + lines for lines in heads]
    rule = Run("─" * (sum(fitted) + _GAP * len(fitted) - 1), "faint")
    drawn = [*indented(beside(heads, fitted, _GAP, right)), [rule]]
    for row in block.rows:
        held = [
            _cell(row[i], columns[i].role, [row[j] for j in ids] if i == name else [], wide)
            for i, wide in zip(shown, fitted, strict=True)
        ]
        drawn += indented(beside(held, fitted, _GAP, right))
    return drawn


def _cards(block: Table, name: int, ids: list[int], cells: int) -> Lines:
    """Return each row as its name with the other cells in running text below it."""
    drawn: Lines = []
    for row in block.rows:
        drawn += indented(_cell(row[name], "name", [row[i] for i in ids], cells - 2))
        below: list[Run] = []
        for index, column in enumerate(block.columns):
            words = plain(row[index], " ").replace("\n", "; ")
            if index != name and index not in ids and words:
                below += [Run(" · ", "faint")] if below else []
                below += [Run(f"{plain(column.heading, ' ')} ", "faint"), Run(words)]
        drawn += prefixed(wrapped(below, cells - 4), "   ", "   ")
    return drawn


def _cell(cell: Cell, style: str, ids: Sequence[Cell], cells: int) -> Lines:
    if not isinstance(cell, str | Phrase) and len(cell) > 1:
        return bullets([Line(part) for part in cell], cells)
    return wrapped([Run(plain(cell), style), *(Run(f"  {plain(one)}", "id") for one in ids)], cells)
