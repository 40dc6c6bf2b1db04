"""A table on a terminal, as wide as it needs to be or as there is room."""

from collections.abc import Sequence

from briefing.document import Cell, Column, Phrase, Table
from briefing.output.cells import width
from briefing.output.columns import least, widths
from briefing.output.terminal.lines import Run, paint, plain, set_line, widest, wrapped

_BETWEEN = 3
_RIGHT = ("number", "paragraph")

Lines = list[list[Run]]


def draw(block: Table, cells: int, *, colour: bool) -> str:
    """The table's lines; where it is too wide for one line a row, ids go behind names."""
    if not block.rows:
        return set_line(block.empty or "", "faint", cells, colour=colour)
    columns = block.columns
    shown = list(range(len(columns)))
    texts = [[plain(columns[i].heading), *(plain(row[i]) for row in block.rows)] for i in shown]
    if sum(map(widest, texts)) + _BETWEEN * len(shown) > cells:
        shown = [i for i in shown if columns[i].role != "id"]
    ids = [i for i in range(len(columns)) if i not in shown]
    name = next((i for i in shown if columns[i].role == "name"), shown[0])
    for i in ids:
        texts[name] = [f"{text}  {held}" for text, held in zip(texts[name], texts[i], strict=True)]
    available = cells - _BETWEEN * len(shown) + 1
    if least([texts[i] for i in shown]) > available:
        return _cards(block, name, ids, cells, colour=colour)
    fitted = widths([texts[i] for i in shown], available)
    right = [columns[i].role in _RIGHT for i in shown]

    headings = [_heading(columns[i], wide) for i, wide in zip(shown, fitted, strict=True)]
    tall = max(map(len, headings))
    headings = [[[] for _ in range(tall - len(lines))] + lines for lines in headings]
    rule = "─" * (sum(fitted) + _BETWEEN * len(fitted) - 1)
    drawn = [_row(headings, fitted, right, colour=colour)]
    drawn.append(paint([Run(rule, "faint")], colour=colour) + "\n")
    for row in block.rows:
        found = [
            _cell(row[i], columns[i].role, [row[j] for j in ids] if i == name else [], wide)
            for i, wide in zip(shown, fitted, strict=True)
        ]
        drawn.append(_row(found, fitted, right, colour=colour))
    return "".join(drawn)


def _cards(block: Table, name: int, ids: list[int], cells: int, *, colour: bool) -> str:
    """Each row as a name with what is said of it below, where columns would break words."""
    drawn = ""
    for row in block.rows:
        over = [Run(plain(row[name]), "name"), *(Run(f"  {plain(row[i])}", "id") for i in ids)]
        below: list[Run] = []
        for index, column in enumerate(block.columns):
            words = plain(row[index], " ").replace("\n", "; ")
            if index == name or index in ids or not words:
                continue
            below += [Run(" · ", "faint")] if below else []
            below += [Run(f"{plain(column.heading, ' ')} ", "faint"), Run(words, "text")]
        lines = [
            *wrapped(over, cells - 2),
            *([Run("  ", "text"), *line] for line in wrapped(below, cells - 4)),
        ]
        drawn += "".join(f" {paint(line, colour=colour)}\n" for line in lines)
    return drawn


def _heading(column: Column, cells: int) -> Lines:
    return wrapped([Run(plain(column.heading), "faint")], cells)


def _cell(cell: Cell, style: str, ids: Sequence[Cell], cells: int) -> Lines:
    if not isinstance(cell, str | Phrase) and len(cell) > 1:
        lines: Lines = []
        for part in cell:
            folded = wrapped([Run(plain(part), "text")], cells - 2)
            starts = ["- ", *["  "] * (len(folded) - 1)]
            lines += (
                [Run(start, "text"), *line] for start, line in zip(starts, folded, strict=True)
            )
        return lines
    return wrapped([Run(plain(cell), style), *(Run(f"  {plain(one)}", "id") for one in ids)], cells)


def _row(cells: list[Lines], fitted: list[int], right: list[bool], *, colour: bool) -> str:
    """The lines of a row, each cell filled up to its column's width."""
    drawn = ""
    for index in range(max(map(len, cells))):
        line = ""
        for lines, wide, at_right in zip(cells, fitted, right, strict=True):
            runs = lines[index] if index < len(lines) else []
            blanks = " " * (wide - sum(width(run.text) for run in runs))
            text = paint(runs, colour=colour)
            line += f" {blanks}{text}  " if at_right else f" {text}{blanks}  "
        drawn += line.rstrip() + "\n"
    return drawn
