"""What can be wrong with an input: values with a position, raised together or listed."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple


class Status(IntEnum):
    """The exit statuses."""

    OK = 0
    PROBLEMS = 1
    """Problems were found, or there is nothing by that name."""
    USAGE = 2
    """The command line is wrong."""
    INPUT_OUTPUT = 3
    """A model or source that can't be read, or an output that can't be written."""


class Problem(NamedTuple):
    """Something wrong at a place in a file; ``line`` and ``column`` count from 1.

    ``code`` names the rule that found it. A ``warning`` leaves the model usable.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return printable(f"{place}: {self.code}: {self.message}")


class BriefingError(Exception):
    """A run that cannot go on, told in ``lines`` and ended with ``status``."""

    def __init__(self, lines: str | Iterable[str], status: Status) -> None:
        self.lines: Sequence[str] = [lines] if isinstance(lines, str) else list(lines)
        self.status = status
        super().__init__("\n".join(self.lines))


class ModelError(BriefingError):
    """Models that could not be read, with every problem found in them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__((str(problem) for problem in problems), Status.INPUT_OUTPUT)


_SHORT = 4
_LONG = 100
_MANY = 1000
"""What is longer is no slip of a name, and among more names than these a hint takes too long."""

READING: dict[str, str] = {
    "unreadable": "The file is missing or may not be read.",
    "no-model": "The folder holds no `.yaml` or `.yml` file.",
    "too-large": (
        "The model is over 16 MiB or 40,000 values, a text in it over 20,000 characters, or the "
        "source text over 60,000."
    ),
    "not-utf-8": "A byte is not UTF-8.",
    "byte-order-mark": "A byte order mark stands before the text. A warning.",
    "control-character": "A character would move the cursor, hide text or turn its direction.",
    "syntax": "The text is not YAML, or not one document of it.",
    "alias": "An alias or an anchor of YAML: each value is written where it belongs.",
    "tag": "A tag of YAML: the model's own types say what a value is.",
    "too-deep": "The nesting is over 64 levels.",
    "empty": "The file holds nothing.",
    "duplicate-key": "A mapping has a key twice.",
    "unknown-key": "A record has a key that the model does not know.",
    "missing-key": "A record lacks a key that it needs.",
    "missing": "A list that needs at least one entry has none.",
    "wrong-type": "A value is not what its field holds.",
    "duplicate-id": "An id is used by two records.",
    "unknown-id": "A reference names no record, or one of the wrong section.",
    "circle": "A record is part of itself, by way of what it is part of.",
    "duplicate-article": "Two models give their article the same id.",
}
"""The codes of what keeps a model from being read, and what each one means."""


def printable(text: str) -> str:
    r"""``text`` with what would move the cursor or hide text written as an escape.

    >>> printable("red \x1b[31m")
    'red \\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``" (did you mean x?)"`` for the known word nearest to this one, or nothing."""
    close = nearest(word, known)
    return f" (did you mean {close}?)" if close else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to this one, if one is near."""
    from difflib import get_close_matches  # only a mistake needs it

    if len(word) > _LONG:
        return None
    # Of two Chinese characters one may be wrong.
    cutoff = 0.5 if len(word) < _SHORT else 0.6
    close = get_close_matches(word, islice(known, _MANY), n=1, cutoff=cutoff)
    return close[0] if close else None
