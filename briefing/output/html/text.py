"""Text as HTML, in elements that name its language.

A page has every phrase in both languages, and ``base.css`` decides which is shown: a phrase in both
is two ``i`` elements next to each other, and what has one language only is a ``span``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from briefing.document import Cell, Line, Marked, Phrase, marks
from briefing.output.html.element import EMPTY, SPACE, element, join

CHINESE = "zh"
ENGLISH = "en"

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]+")


def guess_lang(text: str) -> str:
    """Return the language of a text by its script."""
    return CHINESE if _HAN.search(text) else ENGLISH


def data_attributes(phrase: Phrase) -> dict[str, str]:
    """Return attributes with the phrase in both languages, for the page's script."""
    return {"data_zh": phrase.chinese, "data_en": phrase.english}


class TextWriter:
    """Writes text without any link in it; :class:`~.linking.LinkWriter` adds the links."""

    def words(self, text: str) -> Markup:
        """Return words of one language, escaped."""
        return escape(text)

    def marks(self, line: Line) -> Markup:
        """Return the paragraphs of a statement as marks, which lead nowhere."""
        return escape(marks(line.paragraphs))

    def text(self, text: str, lang: str | None = None) -> Markup:
        """Return text in one language, which is guessed where it is not given."""
        written = lang or guess_lang(text)
        return element("span", self._of(written, text), lang=written)

    def phrase(self, phrase: Phrase, between: Markup = SPACE) -> Markup:
        """Return a phrase in each of its languages, with something ``between`` the two."""
        if phrase.zh and phrase.en:
            texts = ((CHINESE, phrase.zh), (ENGLISH, phrase.en))
            return join((element("i", self._of(*one), lang=one[0]) for one in texts), between)
        if phrase.en:
            return self.text(phrase.en, ENGLISH)
        return self.text(phrase.zh) if phrase.zh else EMPTY

    def cell(self, cell: Cell) -> Markup:
        """Return a cell's text. A cell of several parts becomes a list."""
        if isinstance(cell, str):
            return self.text(cell) if cell else EMPTY
        if isinstance(cell, Phrase):
            return self.phrase(cell)
        if isinstance(cell, Marked):
            return self._marked(cell)
        if isinstance(cell, Line):
            return self.statement(cell)
        return list_parts(map(self.cell, cell))

    def statement(self, line: Line) -> Markup:
        """Return a statement with its remark and its paragraph marks."""
        return join((self._remarked(line.text, line.remark), self.marks(line)), Markup("&nbsp;"))

    def _remarked(self, text: Cell, remark: Phrase | None) -> Markup:
        """Return a text with its remark behind it, in each language where both have both."""
        if not (isinstance(text, Phrase) and remark and all(text) and all(remark)):
            return join((self.cell(text), self.remark(remark)), SPACE)
        pairs = ((CHINESE, text.zh, remark.zh), (ENGLISH, text.en, remark.en))
        return join(
            (
                element("i", self._of(lang, said), SPACE, self._remark(lang, more), lang=lang)
                for lang, said, more in pairs
                if said and more
            ),
            SPACE,
        )

    def _remark(self, lang: str, text: str) -> Markup:
        return element("span", self._of(lang, text), class_="remark")

    def _of(self, lang: str, text: str) -> Markup:
        """Return words of a language, of which English may quote Chinese."""
        return self._english(text) if lang == ENGLISH else self.words(text)

    def remark(self, remark: Phrase | None) -> Markup:
        """Return a remark such as *implied* or *says the mayor*, if there is one."""
        return element("span", self.phrase(remark), class_="remark") if remark else EMPTY

    def tag(self, cell: Cell) -> Markup:
        """Return a word or two of ours on something, as its kind or its stage."""
        return element("span", self.cell(cell), class_="tag")

    def _english(self, text: str) -> Markup:
        """Return words in English, in which Chinese that they quote names its own language."""
        if not _HAN.search(text):
            return self.words(text)
        pieces = re.split(f"({_HAN.pattern})", text)
        return join(
            element("span", self.words(piece), lang=CHINESE) if at % 2 else self.words(piece)
            for at, piece in enumerate(pieces)
            if piece
        )

    def _marked(self, cell: Marked) -> Markup:
        """Return a text with an element around each of its marked words, after its label."""
        lang = {"zh": CHINESE, "en": ENGLISH}.get(cell.lang or "") or guess_lang(cell.text)
        parts = (element("mark", text) if on else escape(text) for text, on in cell.parts())
        text = element("span", *parts, lang=lang)
        return join((self.tag(cell.label), text), SPACE)


PLAIN = TextWriter()
"""Writes what no link belongs in: titles, headings and words of ours."""


@lru_cache(maxsize=1024)
def render_phrase(phrase: Phrase) -> Markup:
    """Return a phrase in each of its languages, without links; most stand on a page often."""
    return PLAIN.phrase(phrase)


def list_parts(parts: Iterable[Markup]) -> Markup:
    """Return one part without any change, several as a list, and nothing for none."""
    found = [part for part in parts if part]
    if not found:
        return EMPTY
    return found[0] if len(found) == 1 else render_list(found)


def render_list(parts: Iterable[Markup]) -> Markup:
    """Return the parts as a bulleted list."""
    return element("ul", *(element("li", part) for part in parts), class_="lines")
