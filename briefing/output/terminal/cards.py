"""The rows of a table as cards: each a name with the rest of its row, which groups may share."""

from collections.abc import Iterable, Sequence

from briefing.document import Cell, Table, is_list, list_mark, with_colon
from briefing.output.terminal.groups import find_shared
from briefing.output.terminal.lines import Lines, Run, flatten, marked_runs, prefix, wrap_runs

_NO_BREAK = "\xa0"
_STEP = 2  # cells that what stands under something else is indented by
_BEHIND = ("paragraph", "number")
"""The roles of the cells that stand behind a name where most of its row is told over its group."""


def draw_cards(block: Table, name: int, ids: Sequence[int], cells: int) -> Lines:
    """Return each row as its name with the other cells below it."""
    lines: Lines = []
    others = [at for at, one in enumerate(block.columns) if one.role != "snippet"]
    others = [at for at in others if at not in (name, *ids)]
    for row in block.rows:
        lines += _indent(wrap_runs(_draw_name(block, row, (name, *ids)), cells - 2))
        lines += _indent(wrap_runs(_join(block, row, others), cells - 2 - _STEP), 1)
        lines += draw_snippets(block, row, cells)
    return lines


def draw_groups(block: Table, name: int, ids: Sequence[int], cells: int) -> Lines:
    """Return rows under what they share with their neighbours; none where they share too little.

    Each has its name and, behind it, what it has for itself. What is of the same record as the row
    above has no id, and a dash before it.
    """
    shared = find_shared(block)
    levels = [level for level in shared if level]
    if not levels:
        return []
    told = {name, *ids, *shared.outer, *shared.inner}
    own = [at for at in range(len(block.columns)) if at not in told]
    behind = [at for at in own if block.columns[at].role in _BEHIND]
    below = [at for at in own if at not in behind]
    lines: Lines = []
    last: Sequence[Cell] | None = None
    for row in block.rows:
        heads = _draw_heads(block, levels, last, row, cells)
        same = (
            last is not None and bool(ids) and not heads and all(row[at] == last[at] for at in ids)
        )
        runs = _draw_name(block, row, (name, *([] if same else ids), *behind))
        card = wrap_runs(runs, cells - 2 - _STEP * (2 if same else 1))
        lines += [*heads, *_indent(prefix(card, "- ", "  ") if same else card, 1)]
        lines += _indent(wrap_runs(_join(block, row, below), cells - 2 - 2 * _STEP), 2)
        last = row
    return lines


def _draw_heads(
    block: Table,
    levels: Sequence[Sequence[int]],
    last: Sequence[Cell] | None,
    row: Sequence[Cell],
    cells: int,
) -> Lines:
    """Return what is told over a row, from the first level on that the row above does not share."""
    changed = [
        depth
        for depth, level in enumerate(levels)
        if not last or any(flatten(last[at]) != flatten(row[at]) for at in level)
    ]
    lines: Lines = [[]] if last and changed[:1] == [0] else []
    for depth in range(changed[0], len(levels)) if changed else ():
        style = "text" if depth else "heading"
        nothing = Run(f"{with_colon(block.columns[levels[depth][0]].heading)}–", style)
        runs = _join(block, row, levels[depth], style) or [nothing]
        lines += _indent(wrap_runs(runs, cells - 2))
    return lines


def _draw_name(block: Table, row: Sequence[Cell], columns: Sequence[int]) -> list[Run]:
    """Return the name of a row with other cells behind it."""
    name, *others = columns
    runs = [Run(flatten(row[name]), "name")]
    for at in others:
        role, text = block.columns[at].role, flatten(row[at], " ")
        if role == "number":  # a value stays on one line
            text = text.replace(" ", _NO_BREAK)
        runs += [Run(f"  {text}", role)] if text else []
    return runs


def _join(
    block: Table, row: Sequence[Cell], columns: Iterable[int], style: str = "text"
) -> list[Run]:
    """Return some cells of a row, each with the heading of its column before it."""
    runs: list[Run] = []
    for at in columns:
        if text := _flatten(row[at]):
            runs += [Run(" · ", "line" if style == "text" else style)] if runs else []
            runs.append(Run(with_colon(block.columns[at].heading) + text, style))
    return runs


def _flatten(cell: Cell) -> str:
    """Return the text of a cell on one line, as what it lists is told in one sentence."""
    parts = cell if is_list(cell) else (cell,)
    return list_mark(parts).join(filter(None, (flatten(one, " ") for one in parts)))


def _indent(lines: Lines, depth: int = 0) -> Lines:
    """Return lines with the margin of a terminal before them, and steps for what is over them."""
    blank = " " * (1 + depth * _STEP)
    return prefix(lines, blank, blank) if any(lines) else []


def draw_snippets(block: Table, row: Sequence[Cell], cells: int) -> Lines:
    """Return what a search has found in a record, below it."""
    found: Lines = []
    for column, cell in zip(block.columns, row, strict=True):
        if column.role == "snippet" and cell:
            found += prefix(wrap_runs(marked_runs(cell), cells - 4), "   ", "   ")
    return found
