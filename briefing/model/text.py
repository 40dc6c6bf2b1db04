"""A source text as paragraphs: its non-blank lines, stripped, counted from 1."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.limits import SOURCE_CHARACTERS, SOURCE_NUMBERS, SOURCE_PARAGRAPHS
from briefing.model.article import Article
from briefing.model.forms import compose
from briefing.model.reading import beside, decode, read_bytes, refuse
from briefing.model.textkind import name_fragment
from briefing.problem import ModelError, message

_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_NUMBER = re.compile("[0-9０-９〇零一二三四五六七八九十百千万亿]+")
_MOST_WRITTEN_OUT = 18
"""A character that stands for others stands for so many at most."""
_LETTER = re.compile(r"[^\W\d_]")


def digest_of(paragraph: str) -> str:
    """Return the SHA-256 of a stripped paragraph in UTF-8, in hexadecimal."""
    return hashlib.sha256(paragraph.encode("utf-8", "surrogatepass")).hexdigest()


class Paragraph(NamedTuple):
    """One paragraph, and where it stands in the file: line and column of its first character.

    Where it does not stand there on one line as it is here, ``places`` has the line and column of
    each character. ``offset`` is where it begins in the whole text, in code points.
    """

    number: int
    text: str
    line: int
    column: int
    places: tuple[tuple[int, int], ...] = ()
    offset: int = 0

    @property
    def digest(self) -> str:
        """The SHA-256 of the paragraph in UTF-8, in hexadecimal."""
        return digest_of(self.text)

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Return the line and column in the file of the character at an offset."""
        if self.places:
            return self.places[min(offset, len(self.places) - 1)]
        return self.line, self.column + offset

    def made_of(self, text: str, places: Iterable[tuple[int, int]]) -> "Paragraph":
        """Return another text as this paragraph, with the place of each of its characters."""
        return self._replace(text=text, places=tuple(places))

    def cut(self, start: int, end: int) -> "Paragraph":
        """Return a piece of the paragraph, from one offset up to another, as a paragraph."""
        line, column = self.place(start)
        places, offset = self.places[start:end], self.offset + start
        return Paragraph(self.number, self.text[start:end], line, column, places, offset)


class SourceText(NamedTuple):
    """The text that a model was made of, or a copy of it."""

    file: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph | None:
        """Return the paragraph of that number, counted from 1, if there is one."""
        if 1 <= number <= len(self.paragraphs):
            return self.paragraphs[number - 1]
        return None


def read_text(file: str) -> SourceText:
    """Return the paragraphs of a file in UTF-8, or of standard input where the file is ``-``.

    Raises :class:`ModelError` where it cannot be read, is empty, or is longer or has more numbers
    than the limits.
    """
    too_large = message("too-large.source")
    # A character of UTF-8 has at most four bytes.
    content = read_bytes(file, 4 * SOURCE_CHARACTERS, too_large)
    if fragment := name_fragment(content, file):
        raise refuse(file, fragment)
    text, _ = decode(content, file)
    if len(text) > SOURCE_CHARACTERS or _is_longer(text, SOURCE_CHARACTERS):
        raise refuse(file, too_large)
    if has_many_numbers(text):
        raise refuse(file, message("too-large.numbers"))
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise refuse(file, message("empty.source"))
    if len(paragraphs) > SOURCE_PARAGRAPHS:
        raise refuse(file, message("too-large.paragraphs"))
    return SourceText(file, paragraphs)


def has_many_numbers(text: str) -> bool:
    """Return whether a text has more numbers than a source text may have."""
    return sum(1 for _ in _NUMBER.finditer(text)) > SOURCE_NUMBERS


def _is_longer(text: str, limit: int) -> bool:
    """Return whether a text is over a limit as it is compared, with all written out."""
    return _MOST_WRITTEN_OUT * len(text) > limit and len(compose(text)) > limit


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text."""
    found: list[Paragraph] = []
    for number, (start, line) in enumerate(_split_lines(text), start=1):
        stripped = line.strip()
        if stripped:
            blanks = len(line) - len(line.lstrip())
            at = Paragraph(len(found) + 1, stripped, number, blanks + 1, offset=start + blanks)
            found.append(at)
    return tuple(found)


def _split_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a text without its break, after the offset at which it begins."""
    start = 0
    for ended in re.finditer("\r\n|\r|\n", text):
        yield start, text[start : ended.start()]
        start = ended.end()
    yield start, text[start:]


def own_text(model: str, article: Article) -> str:
    """Return the path of the text that a model names, if it names one, beside the model's file."""
    return beside(model, article.source.text or "")


def is_in_folder_of(model: str, file: str) -> bool:
    """Return whether a file is in the folder of a model or below it, where no link leads out."""
    folder = os.path.realpath(beside(model, "") or ".")
    return os.path.realpath(file).startswith(os.path.join(folder, ""))


def read_own_text(model: str, article: Article) -> SourceText | None:
    """Return the text that a model names, if it names one that is there.

    A model may come from a stranger, and what is wrong with it is told with words of its text.
    Raises :class:`ModelError` therefore, which names the model, where the text is outside of the
    folder of the model, is no plain file, or is not mostly Chinese; and where it cannot be read.
    """
    file = own_text(model, article)
    if not article.source.text:
        return None
    if "\0" in file:  # no system has such a file
        raise _refuse_own(model, "system.no-file")
    if not is_in_folder_of(model, file):
        raise _refuse_own(model, "system.outside")
    if not os.path.exists(file):
        return None
    if not os.path.isfile(file):  # reading a device might never end
        raise _refuse_own(model, "system.no-file")
    text = read_text(file)
    if not is_mostly_chinese("".join(one.text for one in text.paragraphs)):
        raise _refuse_own(model, "system.not-chinese")
    return text


def is_mostly_chinese(text: str) -> bool:
    """Return whether at least half of the letters of a text are Chinese characters."""
    return 2 * len(_CHINESE.findall(text)) >= len(_LETTER.findall(text))


def _refuse_own(model: str, why: str) -> ModelError:
    return refuse(model, message("unreadable.own-text", why=message(why)))
