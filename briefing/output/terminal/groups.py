"""Groups of a long table: rows that follow one another and share most of what stands in them.

What they share is told once, over them. Rows are never moved.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from briefing.document import Table
from briefing.output.terminal.lines import flatten

_LONG = 12  # rows; a shorter table is read at a glance


class Shared(NamedTuple):
    """The columns of a table that are told over its groups: of a whole part of it, and of a few."""

    outer: tuple[int, ...] = ()
    inner: tuple[int, ...] = ()


def find_shared(block: Table) -> Shared:
    """Return the columns that are told over groups of rows; none where the table is short.

    Of all columns of text those are left out, the sparse and the most changing first, with which
    groups would have fewer than two rows on average, or more than half of them would have only one.
    The column that the rows are in order of, or else the one that changes least, is told over
    several groups.
    """
    if len(block.rows) < _LONG or any(one.role == "snippet" for one in block.columns):
        return Shared()
    texts = [at for at, one in enumerate(block.columns) if one.role == "text"]
    texts.sort(key=lambda at: _rank(block, at))
    while texts:
        runs = _measure_runs(block, texts)
        if 2 * len(runs) <= len(block.rows) and 2 * runs.count(1) <= len(runs):
            break
        texts.pop()
    if all(_is_sparse(block, at) for at in texts):
        return Shared()
    if len(texts) > 1 and 4 * len(_measure_runs(block, texts[:1])) <= len(block.rows):
        return Shared((texts[0],), tuple(sorted(texts[1:])))
    return Shared((), tuple(sorted(texts)))


def _rank(block: Table, column: int) -> tuple[bool, bool, int]:
    """Return what columns are told over groups by: one that the rows are in order of comes first.

    In such a column no value comes back.
    """
    runs = len(_measure_runs(block, [column]))
    comes_back = runs > len({flatten(row[column]) for row in block.rows})
    return _is_sparse(block, column), comes_back, runs


def _is_sparse(block: Table, column: int) -> bool:
    """Return whether most rows have nothing in a column."""
    return 2 * sum(not flatten(row[column]) for row in block.rows) > len(block.rows)


def _measure_runs(block: Table, columns: Sequence[int]) -> list[int]:
    """Return how many rows follow one another that have the same in some columns, run by run."""
    runs = groupby(block.rows, lambda row: [flatten(row[at]) for at in columns])
    return [sum(1 for _ in rows) for _, rows in runs]
