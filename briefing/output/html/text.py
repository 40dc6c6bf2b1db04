"""Words as HTML: escaped, each run marked with its language.

A page holds both languages; which of a pair is shown is up to ``page.css``.
"""

import re
from html import escape

from briefing.document import Cell, Line, Phrase, marks

CHINESE = "zh-Hans"
ENGLISH = "en"

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


class Anchors:
    """The ids that a page has links to; the first element that claims an id has it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def claim(self, name: str) -> str:
        """The attribute for an element of that id, or nothing where another has it."""
        if not name or name in self._taken:
            return ""
        self._taken.add(name)
        return f' id="{escape(name)}"'


def language(text: str) -> str:
    """The language of text that is said to have none, such as an id or a quoted name."""
    return CHINESE if _HAN.search(text) else ENGLISH


def run(text: str, lang: str | None = None) -> str:
    """Text in one language."""
    return f'<span lang="{lang or language(text)}">{escape(text)}</span>'


def pair(phrase: Phrase) -> str:
    """Words in both languages, of which the reader picks; or in the one that there is."""
    if phrase.zh and phrase.en:
        zh, en = run(phrase.zh, CHINESE), run(phrase.en, ENGLISH)
        return f'<span class="pair">{zh} {en}</span>'
    return run(phrase.en, ENGLISH) if phrase.en else run(phrase.zh) if phrase.zh else ""


def text(cell: Cell) -> str:
    """What stands in one place; several things become a list."""
    if isinstance(cell, str):
        return run(cell) if cell else ""
    if isinstance(cell, Phrase):
        return pair(cell)
    parts = [text(part) for part in cell]
    if len(parts) == 1:
        return parts[0]
    return f'<ul class="lines">{"".join(f"<li>{part}</li>" for part in parts)}</ul>'


def statement(line: Line) -> str:
    """A statement with its remark and its paragraphs behind it."""
    said = " ".join(filter(None, (text(line.text), tag(line.remark) if line.remark else "")))
    return "&nbsp;".join(filter(None, (said, proof(line.paragraphs))))


def statements(lines: tuple[Line, ...]) -> str:
    """One statement as it is, several as a list."""
    if len(lines) == 1:
        return statement(lines[0])
    return f'<ul class="lines">{"".join(f"<li>{statement(line)}</li>" for line in lines)}</ul>'


def tag(cell: Cell) -> str:
    """A remark such as *implied*."""
    return f'<span class="tag">{text(cell)}</span>'


def proof(paragraphs: tuple[int, ...]) -> str:
    """The marks of the paragraphs that bear a statement out, each saying what it is."""
    return " ".join(_mark(mark) for mark in marks(paragraphs).split())


def _mark(mark: str) -> str:
    numbers = mark.removeprefix("¶")
    label = f"原文第{numbers}段 · paragraph {numbers} of the article"
    return f'<span class="mark" role="img" aria-label="{label}" title="{label}">{mark}</span>'
