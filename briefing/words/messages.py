"""Messages and problems as sentences, in Chinese and in English."""

from collections.abc import Sequence
from typing import Any

from briefing import limits
from briefing.document import Lang, Phrase
from briefing.problem import Message, Problem, printable
from briefing.words.catalogue import texts

_COMMAS = {"zh": "、", "en": ", "}


def sentence(message: Message) -> Phrase:
    """Return a message in both languages; what would move a cursor in its values is escaped."""
    zh, en = texts(message.key)
    return Phrase(_fill(zh, message, "zh"), _fill(en, message, "en"))


def told(message: Message, lang: Lang) -> str:
    """Return a message in one language; for a reader of both it is English."""
    zh, en = sentence(message)
    return (zh if lang == "zh" else en) or ""


def problem_line(problem: Problem, lang: Lang) -> str:
    """Return a problem as one line: file, line, column, code and sentence."""
    place = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    line = f"{place}: {problem.code}: {told(problem.message, lang)}"
    return f"{line}{texts('warning')[0 if lang == 'zh' else 1]}" if problem.warning else line


def _fill(text: str, message: Message, lang: str) -> str:
    values = {name: _shown(value, lang) for name, value in message.values.items()}
    return text.format_map(limits.by_name() | values)


def _shown(value: Any, lang: str) -> Any:
    """Return a value as it is put into a sentence of one language."""
    if value is None:
        return ""
    if isinstance(value, Message):
        return _fill(texts(value.key)[0 if lang == "zh" else 1], value, lang)
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Sequence):
        return _COMMAS[lang].join(str(_shown(one, lang)) for one in value)
    return value
