"""Messages and problems as sentences, in Chinese and in English."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from briefing import limits
from briefing.document import Lang, Phrase
from briefing.problem import Message, Problem, printable
from briefing.words.catalogue import texts
from briefing.words.todo import read_todo

_COMMAS = {"zh": "、", "en": ", "}
_UNOPENED = ("unreadable", "no-model")
_LONGEST = 1_000
"""So many characters of a value are told: a name that is longer is none."""


def sentence(message: Message) -> Phrase:
    """Return a message in both languages; what would move a cursor in its values is escaped."""
    return Phrase(_tell(message, "zh"), _tell(message, "en"))


def told(message: Message, lang: Lang) -> str:
    """Return a message in one language; for a reader of both it is English."""
    return _tell(message, "zh" if lang == "zh" else "en")


def problem_line(problem: Problem, lang: Lang) -> str:
    """Return a problem as one line: file, line, column, code and sentence.

    A file that cannot be opened has neither lines nor columns.
    """
    if problem.message.key in _UNOPENED:
        name = printable(problem.file) or "''"
        return f"briefing: {name}: {told(problem.message, lang)}"
    place = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    line = f"{place}: {problem.code}: {told(problem.message, lang)}"
    for key in ("warning", "note"):
        if getattr(problem, key):
            line += told(Message(key), lang)
    return line


def _tell(message: Message, lang: Literal["zh", "en"]) -> str:
    zh, en = texts(message.key)
    if message.key == "left-to-do":
        text = message.values["text"]
        message = Message(message.key, {"text": read_todo(text) or text})
    text = zh if lang == "zh" else en
    if "{" not in text:
        return text
    # An option is given all that any of them may name, such as every stage, and names little of it.
    values = {
        name: _shown(value, lang) for name, value in message.values.items() if f"{{{name}" in text
    }
    return text.format_map(_limits() | values)


@cache
def _limits() -> dict[str, int]:
    return limits.by_name()


def _shown(value: Any, lang: Literal["zh", "en"]) -> Any:
    """Return a value as it is put into a sentence of one language."""
    if value is None:
        return ""
    if isinstance(value, Message):
        return _tell(value, lang)
    if isinstance(value, str):
        return printable(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
    if isinstance(value, Sequence):
        return _COMMAS[lang].join(str(_shown(one, lang)) for one in value)
    return value
