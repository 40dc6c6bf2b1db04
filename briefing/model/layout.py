"""Where each part of a YAML text begins and ends, and how it is written there."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from briefing.model.yamlevents import kind_of, read_events
from briefing.problem import Edit, Path

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
Piece = tuple[int, int, str]
"""The offsets at which a piece of a text begins and ends, and what belongs in its place."""
Step = str | int | None


class Node:
    """A part of a text: its offsets, and its parts.

    ``style`` is the mark that a scalar begins with, empty for a plain one, and ``None`` for a list
    or a mapping. With ``flow``, it stands between brackets or has them itself. ``keys`` and
    ``inner`` have the keys of a mapping and what stands under them, or the items of a list.
    """

    __slots__ = ("_beside", "flow", "inner", "keys", "start", "stop", "style", "value")

    def __init__(self, start: int, stop: int, style: str | None, flow: bool, value: str) -> None:
        self.start = start
        self.stop = stop
        self.style = style
        self.flow = flow
        self.value = value
        self.keys: dict[str | int, Node] = {} if style is None else _NO_PARTS
        self.inner: dict[str | int, Node] = {} if style is None else _NO_PARTS
        self._beside: dict[str | int, tuple[Step, Step]] | None = None

    def beside(self, step: str | int) -> tuple[Step, Step]:
        """Return what leads to the parts before and behind a part, where there are any."""
        if self._beside is None:
            steps = [None, *self.inner, None]
            self._beside = {
                one: (before, after)
                for before, one, after in zip(steps, self.inner, steps[2:], strict=False)
            }
        return self._beside[step]

    def begin(self, step: str | int) -> int:
        """Return the offset at which a part begins, with its key if it has one."""
        return self.keys.get(step, self.inner[step]).start


_NO_PARTS: dict[str | int, Node] = {}
"""What a scalar has; most nodes are one."""


class Layout:
    """The parts of a text that can be read as YAML, by their paths."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = _read(text)
        self.lines = Lines(text)

    def node(self, path: Path) -> Node | None:
        """Return what stands at a path, if anything does."""
        node: Node | None = self.root
        for step in path:
            node = node.inner.get(step) if node else None
        return node

    def begin(self, path: Path, *, key: bool = False) -> int:
        """Return the offset of what is at a path, or nearest above it; with ``key``, its key's."""
        node = self.root
        for depth, step in enumerate(path, start=1):
            if key and depth == len(path) and step in node.keys:
                return node.keys[step].start
            if step not in node.inner:
                break
            node = node.inner[step]
        return node.start

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of an offset begins."""
        return offset - self.lines.place(offset)[1] + 1

    def line_stop(self, offset: int) -> int:
        """Return the offset at which the line of an offset ends, before its break."""
        found = BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    @property
    def line_break(self) -> str:
        """The break that the lines of the text end in."""
        found = BREAK.search(self.text)
        return found[0] if found else "\n"


def _read(text: str) -> Node:
    """Return the whole of a text as a node; raise ``Refused`` where it cannot be read."""
    top = Node(0, len(text), None, False, "")
    above: list[tuple[Node, str | None]] = []
    holder, key = top, None
    for event in read_events(text):
        kind = kind_of(event)
        if kind == "end":
            closed = holder
            closed.stop = event.end_mark.index if closed.flow else _last_stop(closed)
            holder, key = above.pop()
            continue
        if not kind:
            continue
        node = _begin(event, kind, holder.flow, text)
        if kind == "scalar" and key is None and holder.value == "mapping":
            key = event.value
            holder.keys[event.value] = node
            continue
        holder.inner[len(holder.inner) if key is None else key] = node
        key = None
        if node.style is None:
            above.append((holder, None))
            holder = node
    return top.inner.get(0, top)


def _begin(event: Any, kind: str, in_flow: bool, text: str) -> Node:
    """Return the node that an event begins; a list or a mapping has its kind as its value."""
    start, stop = event.start_mark.index, event.end_mark.index
    if kind != "scalar":
        return Node(start, stop, None, in_flow or bool(event.flow_style), kind)
    style = event.style or ""
    if style in ("|", ">"):  # which end where the next line that has something begins
        stop = start + len(text[start:stop].rstrip())
    return Node(start, stop, style, in_flow, event.value)


def _last_stop(node: Node) -> int:
    ends = [one.stop for one in (*node.inner.values(), *node.keys.values())]
    return max(ends, default=node.stop)


class Lines:
    """The lines of a text, to change offsets into lines and columns from 1, and back."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(one.end() for one in BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column."""
        return self._starts[line - 1] + column - 1

    def edits(self, pieces: Sequence[Piece], file: str) -> tuple[Edit, ...]:
        """Return pieces of the text of a file as edits, in order."""
        return tuple(
            Edit(file, *self.place(start), *self.place(stop), text)
            for start, stop, text in sorted(pieces)
        )
