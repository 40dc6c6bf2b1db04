"""One pass over the arguments, before anything is parsed.

It finds the command, the language of help and messages, and whether help is asked for. It knows
which options take a value, so that no value is taken for a command or an option. Shared options
that stand before the command are moved behind it, where they are parsed.
"""

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.cli.environment import LANGUAGES, preferred_language
from briefing.cli.options import HELP, NAMES_WITH_VALUE, SHARED_NAMES
from briefing.document import Lang

_HELP_COMMAND = "help"
_VERSION = "--version"


class CommandLine(NamedTuple):
    """What the arguments say: the command, if there is one, and what is to be parsed after it."""

    command: str | None
    arguments: tuple[str, ...]
    lang: Lang
    wants_help: bool = False
    wants_version: bool = False


def read_command_line(arguments: Sequence[str], environ: Mapping[str, str]) -> CommandLine:
    """Return what the arguments say, in the environment of the process."""
    command: str | None = None
    moved: list[str] = []
    rest: list[str] = []
    asked: str | None = None
    wants_help = wants_version = False
    words = list(map(_decode, arguments))
    while words:
        word = words.pop(0)
        name, value = _split(word)
        parsed = [word]
        if name in NAMES_WITH_VALUE and value is None and words:
            value = words.pop(0)
            parsed.append(value)
        if name == "--lang":
            asked = value
        if word == "--":
            if command is not None:
                rest += [word, *words]
                break
        elif command is None and word == _VERSION:
            wants_version = True
        elif name in HELP or (command is None and word == _HELP_COMMAND):
            wants_help = True
        elif command is None and (word == "-" or not word.startswith("-")):
            command = word
        elif command is None and name in SHARED_NAMES:
            moved += parsed
        else:
            rest += parsed
    # Without a command there is nothing to which the shared options could apply.
    parsed_after = (*moved, *rest) if command else tuple(rest)
    lang = next((one for one in LANGUAGES if one == asked), preferred_language(environ))
    return CommandLine(command, parsed_after, lang, wants_help, wants_version)


def _split(word: str) -> tuple[str, str | None]:
    """Return the option that a word names, and the value that follows it in the same word."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, value if equals else None
    if (word[:2] in NAMES_WITH_VALUE or word[:2] in HELP) and len(word) > 2:
        return word[:2], word[2:]
    return word, None


def _decode(word: str) -> str:
    """Return a word of the command line, which a system without UTF-8 hands over undecoded."""
    try:
        return os.fsencode(word).decode()
    except UnicodeError:
        return word
