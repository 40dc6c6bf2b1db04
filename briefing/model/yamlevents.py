"""YAML text to the events of a parser, up to the first thing that cannot be read."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from briefing.problem import Message, message

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_NEVER_SEEN = (
    "[\x85\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\U00013430-\U00013455\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
UNSEEN = f"{_NEVER_SEEN}|(?:^|(?<={_SELECTORS})){_SELECTORS}"
"""What stands in a text unseen, as a regular expression.

These are separators of lines and paragraphs, marks of direction, characters of no width, fillers,
byte order marks, soft hyphens, tags, and marks of annotations. A selector of a variant is seen in
the character before it, but a second one, or one without a character, is not.
"""


_MAY_BE_UNSEEN = re.compile(f"{_NEVER_SEEN}|{_SELECTORS}")


class Refused(Exception):  # noqa: N818  # it never leaves this package
    """Raised where the text cannot be read on: line and column from 0, and the message."""


def refuse_forbidden(text: str) -> None:
    """Raise ``Refused`` at a character that may not stand in a model.

    PyYAML reports such a character without a position, so it is looked for first.
    """
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if bad:
        raise Refused(*_end(text[: bad.start()]), tell_forbidden(bad[0]))


def may_have_unseen(text: str) -> bool:
    """Return whether a text has a character that may stand in it unseen; most texts have none.

    It is quickly told of the characters that the text has, each once.
    """
    return _MAY_BE_UNSEEN.search("".join(set(text))) is not None


def find_unseen(text: str) -> Iterator[tuple[int, int, Message]]:
    """Yield the line and column, from 0, of every character that stands in the text unseen."""
    at, line, column = 0, 0, 0
    for found in re.finditer(UNSEEN, text):
        lines, end = _end(text[at : found.start()])
        line, column = (line + lines, end) if lines else (line, column + end)
        at = found.start()
        yield line, column, tell_forbidden(found[0])


def tell_forbidden(character: str, key: str = "control-character") -> Message:
    """Return the message that a character may not stand in a model, and of what kind it is."""
    kind = next((name for name, some in _KINDS.items() if re.match(some, character)), "unseen")
    code = f"U+{ord(character):04X}"
    if (kind, key) == ("break", "control-character"):
        key = "control-character.break"
    return message(key, character=code, kind=message(f"character.{kind}"))


_KINDS = {
    "byte-order-mark": "\ufeff",
    "zero-width": "[\u200b-\u200d\u2060-\u2064]",
    "direction": "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]",
    "break": "[\u2028\u2029\x85]",
    "control": "[\x00-\x1f\x7f-\x9f]",
}
"""The kinds of characters that may not stand in a model, as regular expressions."""


def read_events(text: str) -> Iterator[Any]:
    """Yield the parser's events; raise ``Refused`` at the first error.

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
        raise Refused(*_tell(error, text)) from None
    except yaml.YAMLError:
        raise Refused(0, 0, message("syntax")) from None


def kind_of(event: Any) -> str:
    """Return what an event is of: a ``scalar``, a ``mapping``, a ``sequence``, an ``end``."""
    return _EVENTS.get(type(event), "")


_EVENTS = {
    yaml.ScalarEvent: "scalar",
    yaml.MappingStartEvent: "mapping",
    yaml.SequenceStartEvent: "sequence",
    yaml.MappingEndEvent: "end",
    yaml.SequenceEndEvent: "end",
}


def _parse(text: str) -> Iterator[Any]:
    """Yield the parser's events as far as it comes."""
    loader = LOADER(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def _tell(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, Message]:
    """Return the line and column of an error, from 0, and what is wrong there in our own words."""
    at = error.problem_mark or error.context_mark
    index = at.index if at else 0
    line, column = _end(text[:index])
    if text[index : index + 1] == "\t":
        return line, column, message("syntax.tab")
    said = f"{error.problem} {error.context}"
    key = next((key for part, key in _SYNTAX.items() if part in said), "syntax")
    before = text[:index].rstrip(" ").rpartition("\n")[2]
    begins_line = line > 0 and re.fullmatch(r" *[\w-]+", before)
    if key == "syntax.colon" and begins_line:
        return line, column, message("syntax.continued", line=line)
    if key == "syntax.bracket" and text[index : index + 1] == ":" and not begins_line:
        key = "syntax.colon"
    if key == "syntax.bracket" and error.context_mark:
        opened = _end(text[: error.context_mark.index])
        where = message("hint.opened", line=opened[0] + 1, column=opened[1] + 1)
        return line, column, message(key, where=where)
    return line, column, message(key)


_SYNTAX = {
    "escape": "syntax.escape",
    "mapping values": "syntax.colon",
    "expected ':'": "syntax.colon-missing",
    "',' or": "syntax.bracket",
    "expected key": "syntax.indentation",
    "expected <block end>": "syntax.indentation",
    "expected '-' indicator": "syntax.indentation",
    "end of stream": "syntax.unclosed",
    "stream end": "syntax.unclosed",
    "quoted scalar": "syntax.unclosed",
    "start any token": "syntax.character",
    "sequence entries": "syntax.dash",
}
"""What the parsers' messages have in common, and what each means."""


def _start(error: yaml.MarkedYAMLError) -> int:
    """Return the index at which the token that holds an error begins."""
    at = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    at = at or error.problem_mark
    return at.index if at else 0


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 0, that follow the last character of ``text``."""
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
    return len(lines) - 1, len(lines[-1])
