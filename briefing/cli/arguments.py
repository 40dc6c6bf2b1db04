"""One pass over the arguments, before anything is parsed.

It finds the command, the language of help and messages, and whether help is asked for. It knows
which options take a value, so that no value is taken for a command or an option. Shared options
that stand before the command are moved behind it, where they are parsed.
"""

import os
from collections.abc import Sequence
from typing import NamedTuple

from briefing.cli.environment import LANGUAGES, find_preferred_language, read_locale_language
from briefing.cli.options import ARTICLE_NAMES, HELP, NAMES_WITH_VALUE, SHARED_NAMES
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

    @property
    def models(self) -> list[str]:
        """The models that the arguments name."""
        words, named = list(self.arguments), []
        while words:
            name, value, _ = _take(words.pop(0), words)
            named += [value] if name in ARTICLE_NAMES and value else []
        return named

    @property
    def message_lang(self) -> Lang:
        """The one language of messages; who reads both is told in that of the locale."""
        return self.lang if self.lang != "both" else read_locale_language()


def read_command_line(arguments: Sequence[str]) -> CommandLine:
    """Return what the arguments say, in the environment of the process."""
    command: str | None = None
    moved: list[str] = []
    rest: list[str] = []
    asked: str | None = None
    wants_help = wants_version = False
    words = list(map(_decode, arguments))
    while words:
        word = words.pop(0)
        name, value, parsed = _take(word, words)
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
    lang = asked if asked in LANGUAGES else None
    if command is None and lang:
        # Help can be asked for in a language; any other option is of a command.
        moved = [word for word in moved if word != lang and not word.startswith("--lang")]
    chosen = lang or find_preferred_language()
    return CommandLine(command, (*moved, *rest), chosen, wants_help, wants_version)


def _take(word: str, words: list[str]) -> tuple[str, str | None, list[str]]:
    """Return the option that a word names, its value, and the words that are used up by it."""
    name, value = _split(word)
    if name in NAMES_WITH_VALUE and value is None and words:
        value = words.pop(0)
        return name, value, [word, value]
    return name, value, [word]


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
