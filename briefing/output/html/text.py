"""Words as HTML: escaped, each run marked with its language.

A page holds both languages; ``page.css`` decides which of a pair is shown.
"""

import re
from collections.abc import Iterable
from html import escape

from briefing.document import Cell, Line, Phrase, marks

CHINESE = "zh-Hans"
ENGLISH = "en"

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def run(text: str, lang: str | None = None) -> str:
    """Return text in one language, which is told by its script where it is not given."""
    lang = lang or (CHINESE if _HAN.search(text) else ENGLISH)
    return f'<span lang="{lang}">{escape(text)}</span>'


def pair(phrase: Phrase) -> str:
    """Return words in both languages, of which the reader picks, or in the one that there is."""
    if phrase.zh and phrase.en:
        zh, en = run(phrase.zh, CHINESE), run(phrase.en, ENGLISH)
        return f'<span class="pair">{zh} {en}</span>'
    return run(phrase.en, ENGLISH) if phrase.en else run(phrase.zh) if phrase.zh else ""


def data(phrase: Phrase) -> str:
    """Return the attributes that hold the words for the page's script and style."""
    zh, en = phrase.zh or phrase.en or "", phrase.en or phrase.zh or ""
    return f' data-zh="{escape(zh)}" data-en="{escape(en)}"'


def text(cell: Cell) -> str:
    """Return a cell's words; several things become a list."""
    if isinstance(cell, str):
        return run(cell) if cell else ""
    if isinstance(cell, Phrase):
        return pair(cell)
    return listed(map(text, cell))


def listed(parts: Iterable[str]) -> str:
    """Return one part as it is, several as a list."""
    held = list(parts)
    return held[0] if len(held) == 1 else bullets(held)


def bullets(parts: Iterable[str]) -> str:
    """Return parts as a list."""
    return f'<ul class="lines">{"".join(f"<li>{part}</li>" for part in parts)}</ul>'


def statement(line: Line) -> str:
    """Return a statement with its remark and its paragraph marks behind it."""
    said = " ".join(filter(None, (text(line.text), tag(line.remark) if line.remark else "")))
    return "&nbsp;".join(filter(None, (said, proof(line.paragraphs))))


def tag(cell: Cell) -> str:
    """Return a remark such as *implied*."""
    return f'<span class="tag">{text(cell)}</span>'


def proof(paragraphs: Iterable[int]) -> str:
    """Return paragraph marks, each with a label that says what it is."""
    return " ".join(map(_mark, marks(paragraphs).split()))


def _mark(mark: str) -> str:
    numbers = mark.removeprefix("¶")
    label = f"原文第{numbers}段 · paragraph {numbers} of the article"
    return f'<span class="mark" role="img" aria-label="{label}" title="{label}">{mark}</span>'
