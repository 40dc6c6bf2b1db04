"""How one text is changed into another, as ``diff -u`` writes it.

What a machine mends lies far apart in a large model. Therefore lines are compared where they stand,
and only around a change with those that follow: the time grows as the texts do, which it does not
with the longest runs of equal lines that :mod:`difflib` looks for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_CONTEXT = 3
_FARTHEST = 60
"""Behind a change, equal lines are looked for within so many lines of both texts."""


class Change(NamedTuple):
    """Lines of one text, from ``start`` to ``end``, instead of which another has others."""

    start: int
    end: int
    new_start: int
    new_end: int


def write_difference(before: Sequence[str], after: Sequence[str], name: str) -> Iterator[str]:
    """Yield the lines of the difference of two texts, each given as its lines.

    A last line without a line break has none in the difference either.
    """
    changes = list(find_changes(before, after))
    if changes:
        yield f"--- {name}\n"
        yield f"+++ {name}\n"
    for hunk in _group(changes):
        first, last = hunk[0], hunk[-1]
        above = min(_CONTEXT, first.start)
        below = min(_CONTEXT, len(before) - last.end)
        old = _write_range(first.start - above, last.end + below)
        new = _write_range(first.new_start - above, last.new_end + below)
        yield f"@@ -{old} +{new} @@\n"
        at = first.start - above
        for change in hunk:
            yield from (f" {one}" for one in before[at : change.start])
            yield from (f"-{one}" for one in before[change.start : change.end])
            yield from (f"+{one}" for one in after[change.new_start : change.new_end])
            at = change.end
        yield from (f" {one}" for one in before[at : at + below])


def find_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield what changes between two texts, in order; between changes, lines are equal."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(after):
        places.setdefault(line, []).append(place)
    at = new = 0
    while at < len(before) or new < len(after):
        if at < len(before) and new < len(after) and before[at] == after[new]:
            at, new = at + 1, new + 1
            continue
        skipped, added = _find_next(before, after, at, new, places)
        yield Change(at, at + skipped, new, new + added)
        at, new = at + skipped, new + added


def _find_next(
    before: Sequence[str],
    after: Sequence[str],
    at: int,
    new: int,
    places: Mapping[str, Sequence[int]],
) -> tuple[int, int]:
    """Return how many lines of each text lie before the next that are equal.

    Two lines in a row must be, or the last ones. Of several such places it is the nearest, counted
    in lines of both texts; where there are none near, it is one of each. ``places`` has the places
    of each line of the text ``after``, so that only equal lines are looked at.
    """
    left, right = len(before) - at, len(after) - new
    if not left or not right:
        return left, right
    nearest, found = _FARTHEST, (1, 1)
    if left + right < nearest:
        nearest, found = left + right, (left, right)
    for skipped in range(min(left, _FARTHEST)):
        if skipped >= nearest:
            break
        held = places.get(before[at + skipped], ())
        for place in map(held.__getitem__, range(bisect_left(held, new), len(held))):
            if skipped + place - new >= nearest:
                break
            if _are_equal(before, after, at + skipped, place):
                nearest, found = skipped + place - new, (skipped, place - new)
                break
    return found


def _are_equal(before: Sequence[str], after: Sequence[str], at: int, new: int) -> bool:
    """Return whether the lines behind two that are equal are so too, or both are the last."""
    if at + 1 == len(before) or new + 1 == len(after):
        return at + 1 == len(before) and new + 1 == len(after)
    return before[at + 1] == after[new + 1]


def _group(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Yield the changes that stand so near that what surrounds them touches."""
    group: list[Change] = list(changes[:1])
    for one, other in pairwise(changes):
        if other.start - one.end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(other)
    if group:
        yield group


def _write_range(start: int, end: int) -> str:
    """Return the range of some lines as a hunk's head has it, which counts from 1."""
    if end - start == 1:
        return f"{start + 1}"
    return f"{start + 1 if end > start else start},{end - start}"
