"""Text as HTML, in elements that name its language.

A page has every phrase in both languages, and ``base.css`` decides which is shown: a phrase in both
is two ``i`` elements next to each other, and what has one language only is a ``span``.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from briefing.document import Cell, Line, Marked, Phrase, marks
from briefing.output.html.element import EMPTY, SPACE, element, join

CHINESE = "zh-Hans"
ENGLISH = "en"

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def render_text(text: str, lang: str | None = None) -> Markup:
    """Return text in one language, which is guessed from the script where it is not given."""
    return element("span", text, lang=lang or guess_lang(text))


def guess_lang(text: str) -> str:
    """Return the language of a text by its script."""
    return CHINESE if _HAN.search(text) else ENGLISH


def render_phrase(phrase: Phrase) -> Markup:
    """Return a phrase in each of its languages."""
    if phrase.zh and phrase.en:
        zh, en = element("i", phrase.zh, lang=CHINESE), element("i", phrase.en, lang=ENGLISH)
        return Markup("{} {}").format(zh, en)
    if phrase.en:
        return render_text(phrase.en, ENGLISH)
    return render_text(phrase.zh) if phrase.zh else EMPTY


def data_attributes(phrase: Phrase) -> dict[str, str]:
    """Return attributes with the phrase in both languages, for the page's script."""
    return {"data_zh": phrase.zh or phrase.en or "", "data_en": phrase.en or phrase.zh or ""}


def render_cell(cell: Cell) -> Markup:
    """Return a cell's text. A cell of several parts becomes a list."""
    if isinstance(cell, str):
        return render_text(cell) if cell else EMPTY
    if isinstance(cell, Phrase):
        return render_phrase(cell)
    if isinstance(cell, Marked):
        return _render_marked(cell)
    if isinstance(cell, Line):
        return render_statement(cell)
    return render_parts(map(render_cell, cell))


def _render_marked(cell: Marked) -> Markup:
    """Return a text with an element around each of its marked words, after its label."""
    lang = {"zh": CHINESE, "en": ENGLISH}.get(cell.lang or "") or guess_lang(cell.text)
    parts = (element("mark", text) if on else escape(text) for text, on in cell.parts())
    text = element("span", *parts, lang=lang)
    return join((element("span", render_phrase(cell.label), class_="tag"), text), SPACE)


def render_parts(parts: Iterable[Markup]) -> Markup:
    """Return one part without any change, and several as a list."""
    found = list(parts)
    return found[0] if len(found) == 1 else render_list(found)


def render_list(parts: Iterable[Markup]) -> Markup:
    """Return the parts as a bulleted list."""
    return element("ul", *(element("li", part) for part in parts), class_="lines")


def render_statement(line: Line) -> Markup:
    """Return a statement with its remark and paragraph marks."""
    remark = render_tag(line.remark) if line.remark else EMPTY
    text = join((render_cell(line.text), remark), SPACE)
    return join((text, render_marks(line.paragraphs)), Markup("&nbsp;"))


def render_tag(cell: Cell) -> Markup:
    """Return a tag or a remark such as *implied*."""
    return element("span", render_cell(cell), class_="tag")


def render_marks(paragraphs: Iterable[int]) -> Markup:
    """Return paragraphs as marks, each with a label for screen readers and pointers."""
    return join(map(render_mark, marks(paragraphs).split()), SPACE)


def render_mark(mark: str) -> Markup:
    """Return a paragraph mark, such as ``¶5`` or ``¶12–14``, with a label."""
    numbers = mark.removeprefix("¶")
    label = f"原文第{numbers}段 · paragraph {numbers} of the article"
    return element("span", mark, class_="mark", role="img", aria_label=label, title=label)
