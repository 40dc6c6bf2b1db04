"""A source text as paragraphs: its non-blank lines, stripped, counted from 1."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.limits import (
    SOURCE_CHARACTERS,
    SOURCE_NUMBERS,
    SOURCE_PARAGRAPHS,
    SOURCE_SENTENCES,
)
from briefing.model.article import Article
from briefing.model.forms import compose
from briefing.model.reading import decode, find_beside, read_bytes, refuse
from briefing.model.textkind import name_fragment
from briefing.model.yamlevents import tell_forbidden
from briefing.problem import ModelError, Problem, message

_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_NUMBER = re.compile("[0-9０-９]+|[〇零一二三四五六七八九十百千万亿]{1,5}")
"""A number, or a part of a long one: more numerals in a row may as well be several numbers."""
_SENTENCE_END = re.compile("[。！？!?]+")
_MOST_WRITTEN_OUT = 18
"""A character that stands for others stands for so many at most."""
_LETTER = re.compile(r"[^\W\d_]")
_LINE_END = re.compile("\r\n|\r|\n")
_OTHER_BREAK = re.compile("[\v\f\x85\u2028\u2029]")
"""What ends a line of a text, and what breaks it for a reader though no editor counts a line there:
vertical tabs, the ends of pages, and separators of lines and paragraphs."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""A control character that is no blank and no break."""


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

    def text_of(self, number: int) -> str:
        """Return the text of the paragraph of a number, or "" where there is none."""
        paragraph = self.paragraph(number)
        return paragraph.text if paragraph else ""


def read_text(file: str) -> SourceText:
    """Return the paragraphs of a file in UTF-8, or of standard input where the file is ``-``.

    Raises :class:`ModelError` where it cannot be read, is empty, has control characters, or is
    longer or has more numbers than the limits.
    """
    too_large = message("too-large.source")
    # A character of UTF-8 has at most four bytes.
    return parse_text(read_bytes(file, 4 * SOURCE_CHARACTERS, too_large), file)


def parse_text(content: bytes, file: str) -> SourceText:
    """Return the paragraphs of what a file holds; ``file`` is only what it is called.

    Raises :class:`ModelError` as :func:`read_text` does.
    """
    if fragment := name_fragment(content, file):
        raise refuse(file, fragment)
    text, _ = decode(content, file)
    refuse_controls(text, file)
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise refuse(file, message("empty.source"))
    refuse_long(text, len(paragraphs), file)
    return SourceText(file, paragraphs)


def refuse_long(text: str, paragraphs: int, file: str) -> None:
    """Raise :class:`ModelError` where a text of so many paragraphs is over a limit for sources."""
    if len(text) > SOURCE_CHARACTERS or _is_longer(text, SOURCE_CHARACTERS):
        raise refuse(file, message("too-large.source"))
    if has_many_numbers(text):
        raise refuse(file, message("too-large.numbers"))
    if paragraphs > SOURCE_PARAGRAPHS:
        raise refuse(file, message("too-large.paragraphs"))
    if _has_more(_SENTENCE_END, text, SOURCE_SENTENCES):
        raise refuse(file, message("too-large.sentences"))


def refuse_controls(text: str, file: str) -> None:
    """Raise :class:`ModelError` at the first control character of a text that people read.

    Such a character, as those by which a terminal is told colours, would stand inside a word or a
    number and make another one of it.
    """
    if found := _CONTROL.search(text):
        before = _LINE_END.split(text[: found.start()])
        place = len(before), len(before[-1]) + 1
        raise ModelError([Problem(file, *place, tell_forbidden(found[0]))])


def has_many_numbers(text: str) -> bool:
    """Return whether a text has more numbers than a source text may have."""
    return _has_more(_NUMBER, text, SOURCE_NUMBERS)


def count_numbers(text: str) -> int:
    """Return how many numbers, or parts of long ones, a text has."""
    return sum(1 for _ in _NUMBER.finditer(text))


def _has_more(pattern: re.Pattern[str], text: str, limit: int) -> bool:
    """Return whether a pattern stands in a text more often than a limit allows."""
    return next(islice(pattern.finditer(text), limit, None), None) is not None


def _is_longer(text: str, limit: int) -> bool:
    """Return whether a text is over a limit as it is compared, with all written out."""
    return _MOST_WRITTEN_OUT * len(text) > limit and len(compose(text)) > limit


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text."""
    found: list[Paragraph] = []
    for line in split_lines(text):
        stripped = line.text.strip()
        if stripped:
            blanks = len(line.text) - len(line.text.lstrip())
            column, offset = line.column + blanks, line.offset + blanks
            found.append(Paragraph(len(found) + 1, stripped, line.line, column, offset=offset))
    return tuple(found)


class PlacedLine(NamedTuple):
    """A line without its break, the line and column of the file at which it begins, from 1.

    ``offset`` is where it begins in the whole text, in code points.
    """

    text: str
    line: int
    column: int
    offset: int


def split_lines(text: str) -> Iterator[PlacedLine]:
    """Yield the lines of a text as a reader sees them; an editor may count fewer in the file."""
    start = 0
    ends = [(one.start(), one.end()) for one in _LINE_END.finditer(text)]
    for number, (end, after) in enumerate([*ends, (len(text), len(text))], start=1):
        begin = start
        for other in _OTHER_BREAK.finditer(text, start, end):
            yield PlacedLine(text[begin : other.start()], number, begin - start + 1, begin)
            begin = other.end()
        yield PlacedLine(text[begin:end], number, begin - start + 1, begin)
        start = after


def own_text(model: str, article: Article) -> str:
    """Return the path of the text that a model names, if it names one, beside the model's file."""
    return find_beside(model, article.source.text or "")


def is_in_folder_of(model: str, file: str) -> bool:
    """Return whether a file is in the folder of a model or below it, where no link leads out."""
    folder = os.path.realpath(find_beside(model, "") or ".")
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
