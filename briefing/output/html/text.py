"""Text as HTML: escaped, and in elements that name its language.

A page has every phrase in both languages, and ``page.css`` decides which is shown.
"""

import re
from collections.abc import Iterable
from html import escape

from briefing.document import Cell, Line, Marked, Phrase, marks

CHINESE = "zh-Hans"
ENGLISH = "en"

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def render_text(text: str, lang: str | None = None) -> str:
    """Return text in one language, which is guessed from the script where it is not given."""
    return f'<span lang="{lang or guess_lang(text)}">{escape(text)}</span>'


def guess_lang(text: str) -> str:
    """Return the language of a text by its script."""
    return CHINESE if _HAN.search(text) else ENGLISH


def render_phrase(phrase: Phrase) -> str:
    """Return a phrase in each of its languages."""
    if phrase.zh and phrase.en:
        zh, en = render_text(phrase.zh, CHINESE), render_text(phrase.en, ENGLISH)
        return f'<span class="pair">{zh} {en}</span>'
    if phrase.en:
        return render_text(phrase.en, ENGLISH)
    return render_text(phrase.zh) if phrase.zh else ""


def data_attributes(phrase: Phrase) -> str:
    """Return attributes with the phrase in both languages, for the page's script and style."""
    zh, en = phrase.zh or phrase.en or "", phrase.en or phrase.zh or ""
    return f' data-zh="{escape(zh)}" data-en="{escape(en)}"'


def render_cell(cell: Cell) -> str:
    """Return a cell's text. A cell of several parts becomes a list."""
    if isinstance(cell, str):
        return render_text(cell) if cell else ""
    if isinstance(cell, Phrase):
        return render_phrase(cell)
    if isinstance(cell, Marked):
        return _render_marked(cell)
    return render_parts(map(render_cell, cell))


def _render_marked(cell: Marked) -> str:
    """Return a text with an element around each of its marked words, after its label."""
    lang = {"zh": CHINESE, "en": ENGLISH}.get(cell.lang or "") or guess_lang(cell.text)
    parts = (f"<mark>{escape(text)}</mark>" if on else escape(text) for text, on in cell.parts())
    text = f'<span lang="{lang}">{"".join(parts)}</span>'
    return f'<span class="tag">{render_phrase(cell.label)}</span> {text}'


def render_parts(parts: Iterable[str]) -> str:
    """Return one part without any change, and several as a list."""
    found = list(parts)
    return found[0] if len(found) == 1 else render_list(found)


def render_list(parts: Iterable[str]) -> str:
    """Return the parts as a bulleted list."""
    return f'<ul class="lines">{"".join(f"<li>{part}</li>" for part in parts)}</ul>'


def render_statement(line: Line) -> str:
    """Return a statement with its remark and paragraph marks."""
    text = " ".join(
        filter(None, (render_cell(line.text), render_tag(line.remark) if line.remark else ""))
    )
    return "&nbsp;".join(filter(None, (text, render_marks(line.paragraphs))))


def render_tag(cell: Cell) -> str:
    """Return a tag or a remark such as *implied*."""
    return f'<span class="tag">{render_cell(cell)}</span>'


def render_marks(paragraphs: Iterable[int]) -> str:
    """Return paragraphs as marks, each with a label for screen readers and pointers."""
    return " ".join(map(render_mark, marks(paragraphs).split()))


def render_mark(mark: str) -> str:
    """Return a paragraph mark, such as ``¶5`` or ``¶12–14``, with a label."""
    numbers = mark.removeprefix("¶")
    label = f"原文第{numbers}段 · paragraph {numbers} of the article"
    return f'<span class="mark" role="img" aria-label="{label}" title="{label}">{mark}</span>'
