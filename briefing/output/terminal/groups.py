"""Groups of a long table, between which a blank line lets the eye rest.

A group ends where the value of some column changes. Rows are never moved.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.document import Table
from briefing.output.terminal.lines import flatten

_LONG = 12  # rows; a shorter table is read at a glance
_LARGE = 8  # rows; a larger group is divided further
_SMALL = 3  # rows; of a group and what follows it, at least one is as large, and none is one row


def find_groups(block: Table) -> frozenset[int]:
    """Return the rows before which a group ends, counted from 0; none where the table is short.

    Rows are divided first by the column whose value changes least often, which is the one that the
    rows are in order of, and large groups by the next one. Columns in which nearly every value is
    another one divide nothing, and paragraphs divide last.
    """
    if len(block.rows) < _LONG or any(one.role == "snippet" for one in block.columns):
        return frozenset()
    texts = [_values(block, at) for at, one in enumerate(block.columns) if one.role == "text"]
    dividing = [values for values in texts if 2 * len(_runs(values)) <= len(values)]
    dividing.sort(key=lambda values: len(_runs(values)))
    marks = [_values(block, at) for at, one in enumerate(block.columns) if one.role == "paragraph"]
    first = [[text.partition(" ")[0] for text in values] for values in marks]
    return frozenset(_divide(0, len(block.rows), [*dividing, *first]))


def _values(block: Table, column: int) -> list[str]:
    return [flatten(row[column]) for row in block.rows]


def _runs(values: Sequence[str]) -> list[int]:
    """Return how many equal values follow one another, run by run."""
    return [len(list(run)) for _, run in groupby(values)]


def _divide(start: int, end: int, columns: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield the rows between two of them before which a group ends."""
    if end - start <= _LARGE or not columns:
        return
    group = at = start
    for run in _runs(columns[0][start:end]):
        if at - group > 1 and max(at - group, run) >= _SMALL:
            yield at
            yield from _divide(group, at, columns[1:])
            group = at
        at += run
    yield from _divide(group, end, columns[1:])
