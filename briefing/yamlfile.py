"""YAML text to plain data with positions, and back: the one module that imports yaml.

The reader takes a plain subset of YAML: mappings, sequences and scalars that stay text. What a
scalar means is for the model's types to decide, so ``no``, ``12:30`` and ``1.10`` are what they
look like; only an empty scalar, ``~`` and ``null`` are null. Tags, aliases and a second document
are refused, as are files and nesting beyond any real model's size.
"""

import re
from typing import Any, NamedTuple

import yaml

from briefing.problem import Problem

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64

Path = tuple[str | int, ...]
Data = dict[str, Any] | list[Any] | str | None

# PyYAML reports a forbidden character without a position, so it is looked for first. Besides
# YAML's own, those that turn the direction of text around or break a line unseen are refused.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NULLS = frozenset(("", "~", "null"))
_NOTHING: dict[str | int, "Mark"] = {}

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Mark(NamedTuple):
    """Where a value stands, from 0, and the marks of what it holds.

    ``keys`` has the mark of each key of a mapping, ``children`` that of each value in it, or of
    each item of a sequence by its index.
    """

    line: int
    column: int
    keys: dict[str | int, "Mark"]
    children: dict[str | int, "Mark"]

    def at(self, path: Path, *, key: bool = False) -> "Mark":
        """The mark at ``path``, or the nearest one above it; with ``key`` the key's own."""
        mark = self
        for depth, step in enumerate(path, start=1):
            if key and depth == len(path) and step in mark.keys:
                return mark.keys[step]
            if step not in mark.children:
                break
            mark = mark.children[step]
        return mark


class Parsed(NamedTuple):
    """A file's plain data (``None`` where its text is no YAML), positions and problems."""

    data: Data
    mark: Mark
    problems: list[Problem]


class _Refused(Exception):
    """The text cannot be read on from here."""

    def __init__(self, line: int, column: int, code: str, message: str) -> None:
        self.line, self.column, self.code, self.message = line, column, code, message


def parse(text: str, file: str) -> Parsed:
    """Read one YAML document; a syntax error ends the reading, a doubled key does not."""
    root = Mark(0, 0, {}, {})
    problems: list[Problem] = []
    try:
        bad = _FORBIDDEN.search(text)
        if bad:
            before = _LINE_END.split(text[: bad.start()])
            raise _Refused(
                len(before) - 1,
                len(before[-1]),
                "control-character",
                f"character U+{ord(bad[0]):04X} is not allowed",
            )
        data = _Builder(file, problems).build(text, root)
    except _Refused as refused:
        problems.append(
            Problem(file, refused.line + 1, refused.column + 1, refused.code, refused.message)
        )
        return Parsed(None, root, problems)
    return Parsed(data, root, problems)


class _Builder:
    """Turns the parser's events into data and marks, in one pass and without recursion."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def build(self, text: str, root: Mark) -> Data:
        loader = _Loader(text)
        try:
            return self._read(loader.get_event, root)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = error.problem or error.context or "not YAML"
            line, column = (mark.line, mark.column) if mark else (0, 0)
            raise _Refused(line, column, "syntax", what) from None
        except yaml.YAMLError as error:
            raise _Refused(0, 0, "syntax", str(error).partition("\n")[0]) from None
        finally:
            loader.dispose()

    def _read(self, next_event: Any, root: Mark) -> Data:
        result: Data = None
        documents = 0
        # The open collections, innermost last: the data, its mark, and a mapping's pending key.
        stack: list[tuple[Any, Mark]] = []
        keys: list[str | None] = []
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value: Data = event.value
                if not event.style and value in _NULLS:
                    value = None
            elif kind is yaml.MappingStartEvent:
                value = {}
            elif kind is yaml.SequenceStartEvent:
                value = []
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                keys.pop()
                continue
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, "syntax", "a second YAML document")
                continue
            elif kind is yaml.AliasEvent:
                self._refuse(event, "alias", f"an alias, *{event.anchor}: write the value out")
            elif kind is yaml.StreamEndEvent:
                return result
            else:
                continue
            self._check(event, value)

            place = event.start_mark
            if not stack:
                result, mark = value, root
            else:
                parent, parent_mark = stack[-1]
                holds = value.__class__ is dict or value.__class__ is list
                mark = (
                    Mark(place.line, place.column, {}, {})
                    if holds
                    else Mark(place.line, place.column, _NOTHING, _NOTHING)
                )
                if type(parent) is list:
                    parent_mark.children[len(parent)] = mark
                    parent.append(value)
                elif keys[-1] is None:
                    if not isinstance(value, str):
                        self._refuse(event, "syntax", "a key must be text")
                    if value in parent:
                        self._report(event, "duplicate-key", f"key {value!r} is written twice")
                    parent_mark.keys[value] = mark
                    keys[-1] = value
                    continue
                else:
                    parent_mark.children[keys[-1]] = mark
                    parent[keys[-1]] = value
                    keys[-1] = None
            if value.__class__ is not str and value is not None:
                stack.append((value, mark))
                keys.append(None)
                if len(stack) > MAX_DEPTH:
                    self._refuse(event, "too-deep", f"nested over {MAX_DEPTH} levels")

    def _check(self, event: Any, value: Data) -> None:
        if event.anchor is not None:
            self._refuse(event, "alias", f"an anchor, &{event.anchor}: YAML anchors are not used")
        if event.tag is not None:
            self._refuse(event, "tag", f"a tag, {event.tag}: tags are not used")
        if isinstance(value, str) and not value.isprintable():
            hidden = _CONTROL.search(value)
            if hidden:
                code = ord(hidden[0])
                self._report(event, "control-character", f"character U+{code:04X} in a text")

    def _report(self, event: Any, code: str, message: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, code, message))

    def _refuse(self, event: Any, code: str, message: str) -> None:
        raise _Refused(event.start_mark.line, event.start_mark.column, code, message)


def dump(data: Any) -> str:
    """``data`` as YAML text, in its own order, with Chinese as it is."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return text
