"""What can be wrong with an input: codes, values and positions, without the words to say them.

A sentence is made where it is shown, in the reader's language, by :mod:`briefing.words`.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""Where a part of a model stands: the keys and indexes that lead to it."""


class Status(IntEnum):
    """The exit statuses of the command line."""

    OK = 0
    PROBLEMS = 1
    """Problems were found, or there is nothing by that name."""
    USAGE = 2
    """The command line is wrong."""
    INPUT_OUTPUT = 3
    """A model or source cannot be read, or an output cannot be written."""
    READER_LEFT = 141
    """Whoever reads the output has left: what a shell tells of a program that SIGPIPE has ended."""


class Message(NamedTuple):
    """A message without its words: a key of the catalogue, and the values that it names.

    A value is a text, a number, a sequence of texts, another message, or ``None`` for nothing.
    """

    key: str
    values: Mapping[str, Any] = {}

    @property
    def code(self) -> str:
        """The part of the key before the first dot, which is the code of a problem."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """The part of the key behind the last dot, which names an inner message."""
        return self.key.rpartition(".")[2]

    def __str__(self) -> str:
        """Return the message for programmers; readers are told by :mod:`briefing.words`."""
        return f"{self.key} {dict(self.all_values())}"

    def all_values(self) -> Iterator[tuple[str, Any]]:
        """Yield the name and value of everything that the sentence says, for programs.

        For an inner message, the value is the last part of its key; its own values follow. For a
        list of messages it is the last part of each.
        """
        for name, value in self.values.items():
            if isinstance(value, Message):
                yield name, value.name
                yield from value.all_values()
            elif isinstance(value, list):
                yield name, [one.name if isinstance(one, Message) else one for one in value]
            elif value is not None:
                yield name, value


def message(key: str, /, **values: Any) -> Message:
    """Return the message with that key and those values."""
    return Message(key, values)


class Amendment(NamedTuple):
    """A change of the part of a model at ``path``.

    ``to`` is another value, a list of texts, or ``None`` where the part is to be left out. With an
    ``order``, the part is a list, and its items take the places that their indexes have there.
    """

    path: Path
    to: str | int | float | tuple[str, ...] | None = None
    order: tuple[int, ...] = ()


class Remedy(NamedTuple):
    """What a machine may do about a finding: all of these changes together.

    One that is not ``safe`` may hide that something is wrong, and needs a person's consent.
    """

    safe: bool
    changes: tuple[Amendment, ...]


class Edit(NamedTuple):
    """A piece of a file, and the text that belongs in its place.

    Lines and columns count from 1, columns in code points; the end stands behind the last character
    of the piece. A piece may be empty, and so may the text.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(NamedTuple):
    """The edits that mend a problem; they are made together, and none overlaps another."""

    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """Something wrong with the part of a model at ``path``, or at a place in its source text.

    With ``on_key`` it is the key at the end of the path that is wrong, not the value. ``place`` is
    a line and a column of the source text, counted from 1; where it is given there is no path.
    """

    message: Message
    path: Path = ()
    on_key: bool = False
    place: tuple[int, int] | None = None
    remedy: Remedy | None = None

    def let_be(self) -> "Finding":
        """Return the finding without anything that would mend it."""
        return self._replace(remedy=None)


class Problem(NamedTuple):
    """Something wrong at a position in a file; ``line`` and ``column`` count from 1.

    A ``warning`` leaves the model usable. A ``note`` is only a hint, and nothing is wrong. Where it
    is in a part of a model, ``path`` leads to that. Where a machine can mend it, ``fix`` says how.
    """

    file: str
    line: int
    column: int
    message: Message
    warning: bool = False
    note: bool = False
    path: Path = ()
    fix: Fix | None = None

    @property
    def code(self) -> str:
        """The code that the manual explains."""
        return self.message.code

    def __str__(self) -> str:
        """Return the problem for programmers; readers are told by :mod:`briefing.words`."""
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class BriefingError(Exception):
    """A run that cannot go on: the messages to show, and the exit status."""

    def __init__(self, *messages: Message, status: Status) -> None:
        self.messages = messages
        self.status = status
        super().__init__("; ".join(map(str, messages)))


class ModelError(BriefingError):
    """Models or source texts that could not be read or used, with the problems found in them."""

    def __init__(self, problems: Sequence[Problem], status: Status = Status.INPUT_OUTPUT) -> None:
        self.problems = problems
        super().__init__(*(one.message for one in problems), status=status)
        self.args = ("; ".join(map(str, problems)),)


def system_reason(error: OSError | ValueError) -> Message:
    """Return the reason that the operating system gives for an error."""
    name = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return message(f"system.{name}", why=why)


def closed_stream() -> OSError:
    """Return the error of a standard stream that was closed before the program started."""
    return OSError(errno.EBADF, os.strerror(errno.EBADF))


_SHORT_WORD = 4
_SAME_WORD = 0.75
"""So much of two spellings of one word is the same."""
MAX_HINT_LENGTH = 40
MAX_HINT_CANDIDATES = 500
"""No spelling is suggested above these limits, because difflib is too slow."""


def printable(text: str) -> str:
    r"""Return ``text`` with an escape for each character that moves the cursor or hides text.

    >>> printable("red \x1b[31m")
    'red \\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def as_utf8(text: str) -> str:
    r"""Return ``text`` with an escape for each byte of a file name that is no UTF-8.

    >>> as_utf8("m\udcfe.yaml")
    'm\\udcfe.yaml'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def suggest(word: str, known: Iterable[str]) -> Message | None:
    """Return the hint "did you mean …?" with the known word nearest to this one, if any is near."""
    return did_you_mean(nearest(word, known))


def suggest_spelling(word: str, known: Iterable[str]) -> Message | None:
    """Return the hint with the known word of which this one is only a wrong spelling, if it is one.

    What only looks alike, as approved and proposed, means something else.
    """
    close = nearest(word, (one for one in known if one[:1] == word[:1].lower()), _SAME_WORD)
    return did_you_mean(close)


def did_you_mean(meant: str | None) -> Message | None:
    """Return the hint at what was meant, if that is known."""
    return message("hint.did-you-mean", suggestion=meant) if meant else None


def nearest(word: str, known: Iterable[str], least: float = 0) -> str | None:
    """Return the known word nearest to this one, if any is near; ``least`` is how near, up to 1."""
    if len(word) > MAX_HINT_LENGTH:
        return None
    # A Chinese name may have two characters, of which one may be wrong.
    is_short_name = len(word) < _SHORT_WORD and not word.isascii()
    cutoff = max(least, 0.5 if is_short_name else 0.6)
    return _find_close(word, tuple(islice(known, MAX_HINT_CANDIDATES)), cutoff)


@lru_cache(maxsize=100)
def _find_close(word: str, known: tuple[str, ...], cutoff: float) -> str | None:
    """Return the known word nearest to this one, of those as near the last in the alphabet.

    How near a word is at most is told sooner than how near it is, so that most are not compared. A
    model that is mended asks again and again.
    """
    from difflib import SequenceMatcher  # only a mistake needs it

    matcher = SequenceMatcher(b=word)
    best, closest = cutoff, ""
    for one in known:
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best:
            best, closest = max((best, closest), (matcher.ratio(), one))
    return closest or None
