"""YAML text to plain data with positions.

The reader takes a plain subset of YAML: mappings, sequences and scalars that stay text. What a
scalar means is for the model's types to decide, so ``no``, ``12:30`` and ``1.10`` stay the text
that they are; only an empty scalar, ``~`` and ``null`` are null. Tags, aliases and a second
document are refused, as are files and nesting beyond any real model's size.
"""

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from briefing.limits import FINDINGS_OF_A_CODE, MODEL_VALUES, NESTING_LEVELS, VALUE_CHARACTERS
from briefing.model.mark import Mark
from briefing.model.yamlevents import (
    LOADER,
    UNSEEN,
    Refused,
    find_unseen,
    may_have_unseen,
    read_events,
    refuse_forbidden,
    tell_forbidden,
)
from briefing.problem import Edit, Fix, Message, Path, Problem, message

if TYPE_CHECKING:
    from briefing.model.layout import Layout

Data = dict[str, Any] | list[Any] | str | None

_NO_CHARACTERS = "".join(
    f"{chr(one + 0xFFFE)}{chr(one + 0xFFFF)}" for one in range(0, 17 << 16, 1 << 16)
)
HIDDEN = f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]|{UNSEEN}"
"""A character that would move the cursor or hide text, as a regular expression."""
VERSION = "schema_version"
"""The key of the version of a model's format."""
_NULLS = frozenset(("", "~", "null"))
_NOTHING: dict[str | int, Mark] = {}


class Parsed:
    """The plain data in the text of one YAML document, its problems, and its positions.

    ``data`` is ``None`` where the text cannot be read. A syntax error ends the reading; a key that
    is written twice does not. Most runs need no positions, which take longer to record than the
    text takes to read. The text is therefore first read without them, and read again only where
    something is wrong or a position is asked for.
    """

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self.problems: list[Problem] = []
        self._is_built = True
        try:
            self.data = read_quickly(text)
            self._is_built = False
        except _TooManyValuesError as many:
            self.data = None
            self.problems = [Problem(file, many.line, many.column, message("too-large.values"))]
        except NeedsFullParse:
            self.data = self._built.data
            self.problems = self._built.problems

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return the line and column, from 1, of what is at ``path``, or nearest above it.

        With ``key`` it is the key that leads there. Of a text in which nothing is wrong the layout
        tells, which is needed to mend it in any case.
        """
        if self._is_built:
            at = self.mark.at(path, key=key)
            return at.line + 1, at.column + 1
        return self.layout.lines.place(self.layout.begin(path, key=key))

    @property
    def mark(self) -> Mark:
        """The position of the whole document, and of everything in it."""
        return self._built.root

    @cached_property
    def layout(self) -> "Layout":
        """Where everything in a document that can be read begins and ends."""
        from briefing.model.layout import Layout  # only what is to be mended needs it

        return Layout(self._text)

    @cached_property
    def _built(self) -> "Builder":
        return read_with_positions(self._text, self._file)


class _TooManyValuesError(Exception):
    """Raised by the fast parser at the first value beyond the limit: nothing else matters then."""

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.line, self.column = mark.line + 1, mark.column + 1


class NeedsFullParse(Exception):  # noqa: N818  # it never leaves this module
    """Raised by the fast parser to fall back to the one that records positions."""


def read_quickly(text: str) -> Data:  # noqa: C901, PLR0912, PLR0915  # one flat loop is the point
    """Return the data of a text in which nothing is wrong, without positions.

    Raises :class:`NeedsFullParse` where something is wrong.
    """
    may_hide = may_have_unseen(text)
    if not _is_seen(text.replace("\n", "")) or (may_hide and re.search(UNSEEN, text)):
        raise NeedsFullParse
    may_hide = may_hide or "\\" in text  # what is escaped may be any character
    loader = LOADER(text)
    top: list[Data] = []
    holder: Any = top  # what takes the next value, and for a mapping the key that waits for it
    key: str | None = None
    above: list[tuple[Any, str | None]] = []
    left = MODEL_VALUES
    try:
        while True:
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
                too_long = len(value) > VALUE_CHARACTERS
                hidden = not _is_seen(value) or (
                    may_hide and event.style and re.search(UNSEEN, value)
                )
                if hidden or too_long or (is_key and value in holder):
                    raise NeedsFullParse
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
                raise NeedsFullParse
            else:
                continue
            if event.anchor is not None or event.tag is not None:
                raise NeedsFullParse
            left -= 1
            if left < 0 and (left < -1 or not _has_version(top[0], key)):
                raise _TooManyValuesError(event.start_mark)
            if holder.__class__ is list:
                holder.append(value)
            elif key is None:
                raise NeedsFullParse
            else:
                holder[key] = value
                key = None
            if value.__class__ is dict or value.__class__ is list:
                if len(above) >= NESTING_LEVELS:
                    raise NeedsFullParse
                above.append((holder, key))
                holder = value
    except yaml.YAMLError:
        raise NeedsFullParse from None
    finally:
        loader.dispose()


def _is_seen(text: str) -> bool:
    """Return whether every character of a text is printed; the wide blank of Chinese texts is."""
    return text.isprintable() or text.replace("\u3000", "").isprintable()


class _Open:
    """A mapping or sequence that is not closed yet, and the key that waits for its value."""

    __slots__ = ("data", "key", "mark")

    def __init__(self, data: Any, mark: Mark) -> None:
        self.data = data
        self.mark = mark
        self.key: str | None = None


class Builder:
    """Builds data and marks out of the parser's events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Data = None
        self.root = Mark(0, 0, {}, {})
        self.problems: list[Problem] = []
        self.unseen: set[str] = set()
        self._open: list[_Open] = []
        self._values = 0

    def take(self, event: Any) -> None:
        """Add what the parser's next event says."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._begin(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._begin(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
        elif kind is yaml.AliasEvent:
            self._refuse(event, message("alias", name=event.anchor))
        elif kind is yaml.DocumentStartEvent and self._values:
            self._refuse(event, message("syntax.second-document"))

    def report(self, line: int, column: int, wrong: Message) -> None:
        """Add a problem; the line and the column count from 0."""
        self.problems.append(Problem(self.file, line + 1, column + 1, wrong))

    def report_unseen(self, line: int, column: int, wrong: Message) -> None:
        """Add a problem of a character that stands unseen; one without a width may just go."""
        self.report(line, column, wrong)
        if wrong.values["kind"].name in ("zero-width", "byte-order-mark"):
            gone = Edit(self.file, line + 1, column + 1, line + 1, column + 2, "")
            self.problems[-1] = self.problems[-1]._replace(fix=Fix(safe=True, edits=(gone,)))

    def _refuse(self, event: Any, wrong: Message) -> None:
        raise Refused(event.start_mark.line, event.start_mark.column, wrong)

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        mark = Mark(event.start_mark.line, event.start_mark.column, _NOTHING, _NOTHING)
        self._check(event)
        if len(value) > VALUE_CHARACTERS:
            self._refuse(event, message("too-large.text"))
        plain = value.isascii() and value.isprintable()
        if not plain and (hidden := re.search(HIDDEN, value)):
            if hidden[0] not in self.unseen:  # which are told where they stand
                wrong = tell_forbidden(hidden[0], "control-character.in-text")
                self.report(mark.line, mark.column, wrong)
            value = re.sub(UNSEEN, "", value)
        if self._expects_key():
            self._key(value, mark)
        else:
            self._place(None if not event.style and value in _NULLS else value, mark, event)

    def _expects_key(self) -> bool:
        holder = self._open[-1] if self._open else None
        return holder is not None and holder.key is None and type(holder.data) is dict

    def _key(self, key: str, mark: Mark) -> None:
        holder = self._open[-1]
        if key in holder.data:
            self.report(mark.line, mark.column, message("duplicate-key", key=key))
        holder.mark.keys[key] = mark
        holder.key = key

    def _begin(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        self._check(event)
        mark = Mark(event.start_mark.line, event.start_mark.column, {}, {})
        if self._expects_key():
            self._refuse(event, message("syntax.key"))
        if len(self._open) >= NESTING_LEVELS:
            self._refuse(event, message("too-deep"))
        self._place(value, mark, event)
        self._open.append(_Open(value, mark))

    def _place(self, value: Data, mark: Mark, event: Any) -> None:
        """Put the value of an event into the innermost open mapping or sequence, or at the top."""
        self._values += 1
        beyond = self._values - MODEL_VALUES
        if beyond > 0:
            key = self._open[-1].key
            if beyond > 1 or not _has_version(self._open[0].data, key):
                self._refuse(event, message("too-large.values"))
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
            self._refuse(event, message("alias.anchor", name=event.anchor))
        if event.tag is not None:
            self._refuse(event, message("tag", tag=event.tag))


def _has_version(data: Data, key: str | None) -> bool:
    """Return whether a model has the version of its format, or has it under the key at hand.

    That is no value which counts, since an export has it where the model has not.
    """
    return VERSION in (data or ()) or key == VERSION


def read_with_positions(text: str, file: str) -> Builder:
    """Return the data of a text, the positions of everything in it, and its problems."""
    builder = Builder(file)
    try:
        refuse_forbidden(text)
        for line, column, wrong in islice(find_unseen(text), FINDINGS_OF_A_CODE):
            builder.report_unseen(line, column, wrong)
        builder.unseen.update(re.findall(UNSEEN, text))
        for event in read_events(text):
            builder.take(event)
    except Refused as refused:
        builder.report(*refused.args)
        builder.data = None
    return builder
