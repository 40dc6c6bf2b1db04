"""YAML text to plain data with positions, and back: the one module that imports yaml.

The reader takes a plain subset of YAML: mappings, sequences and scalars that stay text. What a
scalar means is for the model's types to decide, so ``no``, ``12:30`` and ``1.10`` are what they
look like; only an empty scalar, ``~`` and ``null`` are null. Tags, aliases and a second document
are refused, as are files and nesting beyond any real model's size.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import yaml

from briefing.problem import Problem

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 40_000
"""Nearly three times the shipped model; so many can be held against each other in a second."""
MAX_TEXT = 20_000
"""Characters of one value: ten pages of text; no table stands a longer cell."""

Path = tuple[str | int, ...]
Data = dict[str, Any] | list[Any] | str | None

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


class Parsed:
    """A file's plain data (``None`` where its text is no YAML), its problems, and positions.

    A sound text is read in one bare pass. Where that meets anything odd, and when a position is
    asked for, the text is read again with positions: most runs never need one, and keeping them
    takes longer than reading.
    """

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self.problems: list[Problem] = []
        try:
            self.data = _plain(text)
        except _Odd:
            self.data = self._built.data
            self.problems = self._built.problems

    @property
    def mark(self) -> Mark:
        """Where everything stands."""
        return self._built.root

    @cached_property
    def _built(self) -> "_Builder":
        builder = _Builder(self._file)
        try:
            _refuse_forbidden(self._text)
            for event in _events(self._text):
                builder.take(event)
        except _Refused as refused:
            builder.report(*refused.args)
            builder.data = None
        return builder


class _Odd(Exception):  # noqa: N818  # it names what happened, and never leaves this module
    """The text holds something that has to be looked at again, with positions."""


class _Refused(Exception):  # noqa: N818  # the same
    """The text cannot be read on from here: line and column from 0, code, message."""


def parse(text: str, file: str) -> Parsed:
    """Read one YAML document; a syntax error ends the reading, a doubled key does not."""
    return Parsed(text, file)


def _plain(text: str) -> Data:  # noqa: C901, PLR0912, PLR0915  # one flat loop is the point
    """The data of a sound text, with nothing kept beside it."""
    if not text.replace("\n", "").isprintable():
        raise _Odd
    loader = _Loader(text)
    top: list[Data] = []
    holder: Any = top  # what takes the next value, and for a mapping the key that waits for it
    key: str | None = None
    above: list[tuple[Any, str | None]] = []
    try:
        for _ in range(MAX_VALUES + 1):
            event = loader.get_event()
            kind = type(event)
            if kind is yaml.StreamEndEvent:
                return top[0] if top else None
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                holder, key = above.pop()
                continue
            if kind is yaml.ScalarEvent:
                value = event.value
                is_key = key is None and holder.__class__ is dict
                if not value.isprintable() or len(value) > MAX_TEXT or (is_key and value in holder):
                    raise _Odd
                if is_key and event.anchor is None and event.tag is None:
                    key = value
                    continue
                if not event.style and value in _NULLS:
                    value = None
            elif kind is yaml.MappingStartEvent:
                value = {}
            elif kind is yaml.SequenceStartEvent:
                value = []
            elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and top):
                raise _Odd
            else:
                continue
            if event.anchor is not None or event.tag is not None:
                raise _Odd
            if holder.__class__ is list:
                holder.append(value)
            elif key is None:
                raise _Odd
            else:
                holder[key] = value
                key = None
            if value.__class__ is dict or value.__class__ is list:
                if len(above) >= MAX_DEPTH:
                    raise _Odd
                above.append((holder, key))
                holder = value
        raise _Odd
    except yaml.YAMLError:
        raise _Odd from None
    finally:
        loader.dispose()


def _refuse_forbidden(text: str) -> None:
    # PyYAML reports a forbidden character without a position, so it is looked for first. Besides
    # YAML's own, those that turn the direction of text around or break a line unseen are refused.
    bad = re.search(
        "[^\t\n\r\x20-\x7e\x85\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd"
        "\U00010000-\U0010ffff]",
        text,
    )
    if bad:
        message = f"character U+{ord(bad[0]):04X} is not allowed"
        raise _Refused(*_end(text[: bad.start()]), "control-character", message)


def _hidden(value: str) -> "re.Match[str] | None":
    """The first character of a text that would move the cursor or hide what stands there."""
    return re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", value)


def _events(text: str) -> Iterator[Any]:
    """Yield the parser's events; raise ``_Refused`` at the first error.

    A parser reads ahead, and libyaml has a nesting limit of its own since version 0.2.6. An error
    that it meets ahead would hide what is wrong before it, such as nesting beyond our limit. The
    text before the error is therefore read again, for the events that were still missing.
    """
    handed_out = 0
    try:
        for event in _parse(text):
            handed_out += 1
            yield event
    except yaml.MarkedYAMLError as error:
        end = _start(error)
        try:
            for event in islice(_parse(text[:end]), handed_out, None):
                if event.start_mark.index >= end:
                    break  # the rest only closes what the cut has left open
                yield event
        except yaml.MarkedYAMLError as earlier:
            error = min(error, earlier, key=_start)
        at = error.problem_mark or error.context_mark
        what = error.problem or error.context or "not YAML"
        if at and text[at.index : at.index + 1] == "\t":
            what = "a tab stands where blanks are needed"
        raise _Refused(*_end(text[: at.index if at else 0]), "syntax", what) from None
    except yaml.YAMLError as error:
        raise _Refused(0, 0, "syntax", str(error).partition("\n")[0]) from None


def _parse(text: str) -> Iterator[Any]:
    """Yield the parser's events as far as it comes."""
    loader = _Loader(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def _start(error: yaml.MarkedYAMLError) -> int:
    """Return the index at which the token that holds an error begins."""
    at = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    at = at or error.problem_mark
    return at.index if at else 0


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 0, that follow the last character of ``text``."""
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    return len(lines) - 1, len(lines[-1])


class _Open:
    """A mapping or sequence that is not closed yet, and the key that waits for its value."""

    __slots__ = ("data", "key", "mark")

    def __init__(self, data: Any, mark: Mark) -> None:
        self.data = data
        self.mark = mark
        self.key: str | None = None


class _Builder:
    """Turns events into data and marks, in one pass and without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Data = None
        self.root = Mark(0, 0, {}, {})
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._values = 0

    def take(self, event: Any) -> None:
        """Go on by one event."""
        kind = type(event)
        self._values += 1
        if self._values > MAX_VALUES:
            self._refuse(event, "too-large", f"over {MAX_VALUES:,} values")
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._begin(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._begin(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
        elif kind is yaml.AliasEvent:
            self._refuse(event, "alias", f"an alias, *{event.anchor}: write the value out")
        elif kind is yaml.DocumentStartEvent and self._values > 2:  # the first is the second event
            self._refuse(event, "syntax", "a second YAML document")

    def report(self, line: int, column: int, code: str, message: str) -> None:
        """Note a problem at a place that counts from 0."""
        self.problems.append(Problem(self.file, line + 1, column + 1, code, message))

    def _refuse(self, event: Any, code: str, message: str) -> None:
        raise _Refused(event.start_mark.line, event.start_mark.column, code, message)

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        mark = Mark(event.start_mark.line, event.start_mark.column, _NOTHING, _NOTHING)
        self._check(event)
        if len(value) > MAX_TEXT:
            self._refuse(event, "too-large", f"a text of over {MAX_TEXT:,} characters")
        if not value.isprintable() and (hidden := _hidden(value)):
            message = f"character U+{ord(hidden[0]):04X} in a text"
            self.report(mark.line, mark.column, "control-character", message)
        if self._open and self._open[-1].key is None and type(self._open[-1].data) is dict:
            self._key(value, mark)
        else:
            self._place(None if not event.style and value in _NULLS else value, mark)

    def _key(self, key: str, mark: Mark) -> None:
        holder = self._open[-1]
        if key in holder.data:
            self.report(mark.line, mark.column, "duplicate-key", f"key {key!r} is written twice")
        holder.mark.keys[key] = mark
        holder.key = key

    def _begin(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        self._check(event)
        mark = Mark(event.start_mark.line, event.start_mark.column, {}, {})
        if self._open and self._open[-1].key is None and type(self._open[-1].data) is dict:
            self._refuse(event, "syntax", "a key must be text")
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, "too-deep", f"nested over {MAX_DEPTH} levels")
        self._place(value, mark)
        self._open.append(_Open(value, mark))

    def _place(self, value: Data, mark: Mark) -> None:
        """Put a value where it belongs: into what is open, or at the top."""
        if not self._open:
            self.data, self.root = value, mark
            return
        holder = self._open[-1]
        if holder.key is None:
            holder.mark.children[len(holder.data)] = mark
            holder.data.append(value)
        else:
            holder.mark.children[holder.key] = mark
            holder.data[holder.key] = value
            holder.key = None

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "alias", f"an anchor, &{event.anchor}: YAML anchors are not used")
        if event.tag is not None:
            self._refuse(event, "tag", f"a tag, {event.tag}: tags are not used")


def dump(data: Any) -> str:
    """``data`` as YAML text, in its own order, with Chinese as it is."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text
