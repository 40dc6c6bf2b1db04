"""Changes of a model as edits of its text, which touch no other character of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from briefing.model.layout import BREAK, Layout, Lines, Node, Piece
from briefing.model.yamlfile import NeedsFullParse, read_quickly
from briefing.problem import Amendment, Fix, Path

_STYLES = ("", "'", '"')
"""The marks that a scalar on one line may begin with."""
_MOST_COMPARED = 1_000_000
"""Texts with so many pairs of characters are compared one by one, which takes as long."""


class _NoEditError(Exception):
    """Raised where a change cannot be made without touching what is not to change."""


def find_pieces(layout: Layout, changes: Iterable[Amendment]) -> list[Piece] | None:
    """Return the pieces of a text that changes of its model touch, and what belongs there.

    There are none where the text is written in a way that a clean edit cannot be made in.
    """
    try:
        pieces = {piece for change in changes for piece in _find(layout, change)}
    except _NoEditError:
        return None
    ordered = sorted(pieces)
    if any(_touch(one, other) for one, other in pairwise(ordered)):
        return None
    return ordered


def _find(layout: Layout, change: Amendment) -> Iterator[Piece]:
    if change.order:
        yield from _reorder(layout, change.path, change.order)
    elif change.to is None:
        yield from _remove(layout, change.path)
    elif isinstance(change.to, tuple):
        yield from _list(layout, change.path, change.to)
    else:
        yield from _replace(layout, change.path, str(change.to))


def _replace(layout: Layout, path: Path, value: str) -> Iterator[Piece]:
    """Yield what changes in a scalar, which is written as it was, or quoted where it must be."""
    node = _node(layout, path)
    before = layout.text[node.start : node.stop]
    if not before or node.style not in _STYLES or _write(node.value, node.style) != before:
        raise _NoEditError  # it is left out, has escapes or goes over several lines
    written = (_write(value, style) for style in (_STYLES if not node.style else node.style))
    after = next((one for one in written if _reads(one, value, node)), None)
    if after is None:
        raise _NoEditError
    for first, last, piece in _differences(before, after):
        yield node.start + first, node.start + last, piece


def _differences(before: str, after: str) -> Iterator[Piece]:
    """Yield what changes from one text to another; of long ones, all from the first change on."""
    same = _count_same(before, after)
    kept = _count_same(before[same:][::-1], after[same:][::-1])
    old, new = before[same : len(before) - kept], after[same : len(after) - kept]
    if len(old) * len(new) > _MOST_COMPARED:
        yield same, same + len(old), new
        return
    for tag, first, last, start, stop in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield same + first, same + last, new[start:stop]


def _count_same(one: str, other: str) -> int:
    """Return with how many of the same characters two texts begin."""
    differ = (
        at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second
    )
    return next(differ, min(len(one), len(other)))


def _write(value: str, style: str) -> str:
    """Return a text as a scalar of that style on one line.

    >>> _write("it's", "'")
    "'it''s'"
    """
    if style == "'":
        value = value.replace("'", "''")
    elif style == '"':
        value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f"{style}{value}{style}"


def _reads(written: str, value: str, node: Node) -> bool:
    """Return whether a scalar is read as that value where a node stands."""
    try:
        return read_quickly(f"{{k: {written}}}" if node.flow else f"k: {written}\n") == {"k": value}
    except NeedsFullParse:
        return False


def _list(layout: Layout, path: Path, items: tuple[str, ...]) -> Iterator[Piece]:
    """Yield what makes a list of plain texts at a path at which there is none yet."""
    parent, key = _node(layout, path[:-1]), path[-1]
    if parent.value != "mapping" or not parent.inner:
        raise _NoEditError
    held = parent.inner.get(key)
    if parent.flow:
        written = f"[{', '.join(items)}]"
        if held is None:
            end = max(one.stop for one in parent.inner.values())
            yield end, end, f", {key}: {written}"
        else:
            yield held.start, held.stop, written if held.start < held.stop else f" {written}"
        return
    first = min(one.start for one in parent.keys.values())
    margin = " " * (first - layout.line_start(first))
    lines = "".join(f"{layout.line_break}{margin}  - {one}" for one in items)
    if held is None:
        if re.search(r"^[|>]\S*\+", _header(layout, parent)):
            raise _NoEditError  # its last lines belong to a text
        end = layout.line_stop(parent.stop)
        yield end, end, f"{layout.line_break}{margin}{key}:{lines}"
        return
    colon = parent.keys[key].stop + 1
    if held.start < held.stop:
        yield colon, held.stop, ""
    end = layout.line_stop(max(colon, held.stop))
    yield end, end, lines


def _header(layout: Layout, node: Node) -> str:
    """Return the first line of the last scalar in a node."""
    while node.inner:
        node = max(node.inner.values(), key=lambda one: one.stop)
    return layout.text[node.start : layout.line_stop(node.start)] if node.style else ""


def _remove(layout: Layout, path: Path) -> Iterator[Piece]:
    """Yield what takes an item out of a list, or a key with its value out of a mapping."""
    parent, node = _node(layout, path[:-1]), _node(layout, path)
    last, following = parent.beside(path[-1])
    start, text = parent.begin(path[-1]), layout.text
    after = parent.begin(following) if following is not None else None
    before = parent.inner[last].stop if last is not None else start
    if before > start or (after and after < node.stop):
        raise _NoEditError  # a key stands there twice
    if parent.flow:
        yield _without_comment(text, *((start, after) if after else (before, node.stop)))
        return
    if len(parent.inner) == 1:
        yield _empty(layout, path[:-1])
    head = layout.line_start(start)
    if not re.fullmatch(r" *(- *)?" if parent.value == "sequence" else " *", text[head:start]):
        if after is None:
            raise _NoEditError
        yield _without_comment(text, start, after)  # the first key behind a hyphen
        return
    tail = layout.line_stop(node.stop)
    if text[node.stop : tail].strip():
        raise _NoEditError  # a comment stands behind it
    ended = BREAK.match(text, tail)
    if ended:
        yield head, ended.end(), ""
    else:
        yield head - len(layout.line_break), tail, ""


def _empty(layout: Layout, path: Path) -> Piece:
    """Return what says that a list is empty, of which the only item is taken out."""
    node = _node(layout, path)
    keys = _node(layout, path[:-1]).keys
    if node.value != "sequence" or path[-1] not in keys:
        raise _NoEditError
    colon = keys[path[-1]].stop + 1
    if layout.text[colon : node.start].strip(" -\r\n"):
        raise _NoEditError
    return colon, colon, " []"


def _reorder(layout: Layout, path: Path, order: tuple[int, ...]) -> Iterator[Piece]:
    """Yield what puts the items of a list in another order, as far as they change their places."""
    held = _node(layout, path)
    items = list(held.inner.values())
    moved = [at for at, index in enumerate(order) if at != index]
    if sorted(order) != list(range(len(items))) or not moved:
        raise _NoEditError
    stops = [held.start, *(one.stop for one in items)]
    gaps = [layout.text[stops[at] : items[at].start] for at in range(moved[0], moved[-1] + 1)]
    last = stops[moved[-1] + 1]
    if any("#" in one for one in (*gaps, layout.text[last : layout.line_stop(last)])):
        raise _NoEditError  # a comment would stand at another item
    for at in moved:
        new = items[order[at]]
        yield items[at].start, items[at].stop, layout.text[new.start : new.stop]


def _without_comment(text: str, start: int, stop: int) -> Piece:
    """Return what takes a piece out of a text, if it has no comment."""
    if "#" in text[start:stop]:
        raise _NoEditError
    return start, stop, ""


def _node(layout: Layout, path: Path) -> Node:
    node = layout.node(path)
    if node is None:
        raise _NoEditError
    return node


def _touch(one: Piece, other: Piece) -> bool:
    """Return whether two pieces of a text, the first of which begins before, are no two edits."""
    return other[0] < one[1] or other[0] == one[0]


class Edited(NamedTuple):
    """A text with some fixes made, and which of them were."""

    text: str
    made: list[Fix]


def apply_fixes(text: str, fixes: Iterable[Fix]) -> Edited:
    """Return the text of a file with fixes made, without those that overlap ones before them.

    The text may begin with a byte order mark, which counts as a character.
    """
    lines = Lines(text)
    pieces: list[Piece] = []
    made: list[Fix] = []
    for fix in fixes:
        own = [
            (
                lines.offset(one.line, one.column),
                lines.offset(one.end_line, one.end_column),
                one.text,
            )
            for one in fix.edits
        ]
        if all(_fits(one, pieces) for one in own):
            for one in own:
                at = bisect_left(pieces, one)
                if pieces[at : at + 1] != [one]:
                    pieces.insert(at, one)
            made.append(fix)
    parts, end = [], 0
    for start, stop, instead in pieces:
        parts += [text[end:start], instead]
        end = stop
    return Edited("".join([*parts, text[end:]]), made)


def _fits(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Return whether a piece is one of some others in order, or touches none of them."""
    at = bisect_left(pieces, piece)
    if pieces[at : at + 1] == [piece]:
        return True
    before, after = pieces[max(0, at - 1) : at], pieces[at : at + 1]
    return not any(_touch(one, piece) for one in before) and not any(
        _touch(piece, one) for one in after
    )
