"""YAML text to the events of a parser, up to the first thing that cannot be read."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from briefing.problem import Message, message

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNSEEN = "[\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\U000e0000-\U000e007f]"
"""Line and paragraph separators, marks of direction, and tags, as a regular expression."""


class Refused(Exception):  # noqa: N818  # it never leaves this package
    """Raised where the text cannot be read on: line and column from 0, and the message."""


def refuse_forbidden(text: str) -> None:
    """Raise ``Refused`` at a character that may not stand in a model.

    PyYAML reports such a character without a position, so it is looked for first. Besides those
    that YAML forbids, those that turn the direction of text or break a line unseen are refused.
    """
    bad = re.search(
        "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|" + UNSEEN, text
    )
    if bad:
        wrong = message("control-character", character=f"U+{ord(bad[0]):04X}")
        raise Refused(*_end(text[: bad.start()]), wrong)


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
        at = error.problem_mark or error.context_mark
        wrong = _explain(error)
        if at and text[at.index : at.index + 1] == "\t":
            wrong = message("syntax.tab")
        raise Refused(*_end(text[: at.index if at else 0]), wrong) from None
    except yaml.YAMLError:
        raise Refused(0, 0, message("syntax")) from None


def _parse(text: str) -> Iterator[Any]:
    """Yield the parser's events as far as it comes."""
    loader = LOADER(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def _explain(error: yaml.MarkedYAMLError) -> Message:
    """Return what is wrong in our own words, by the words that the parsers share."""
    said = f"{error.problem} {error.context}"
    return next((message(key) for part, key in _SYNTAX.items() if part in said), message("syntax"))


_SYNTAX = {
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
