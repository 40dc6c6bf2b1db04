"""A source text as paragraphs: its non-blank lines, stripped, counted from 1."""

import hashlib
import re
from typing import NamedTuple

from briefing.model.load import decode, read_bytes, too_large

MAX_CHARACTERS = 60_000
"""Three times the longest work report; a newspaper article has a few thousand."""


class Paragraph(NamedTuple):
    """One paragraph, and where it stands in the file: line and column of its first character."""

    number: int
    text: str
    line: int
    column: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the paragraph in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class SourceText(NamedTuple):
    """The text that a model was made of, or a copy of it."""

    file: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number, if there is one."""
        if 1 <= number <= len(self.paragraphs):
            return self.paragraphs[number - 1]
        return None


def read(file: str) -> SourceText:
    """The paragraphs of a file in UTF-8; raises :class:`ModelError` where it cannot be read."""
    content = read_bytes(file, 4 * MAX_CHARACTERS)  # UTF-8 has at most four bytes a character
    text, _ = decode(content, file)
    if len(text) > MAX_CHARACTERS:
        raise too_large(file, f"{MAX_CHARACTERS:,} characters")
    return SourceText(file, paragraphs(text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text."""
    found: list[Paragraph] = []
    for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
        stripped = line.strip()
        if stripped:
            column = len(line) - len(line.lstrip()) + 1
            found.append(Paragraph(len(found) + 1, stripped, number, column))
    return tuple(found)
