"""Where words stand in some pages, found in all of them at once."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from math import log

from briefing.model.sections import REFERENCES
from briefing.names.stems import is_akin, stem
from briefing.shelf.pages import OTHERS, Page, level
from briefing.shelf.terms import SAME, START, STEM, Found, is_latin, pieces_of

_TOKEN = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_LETTERS = re.compile("(?<![a-z])[a-z]+(?![a-z])")
_NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*")
_MOST_BETWEEN = 3  # marks and blanks between the pieces of a word
_MIN_START = 4  # letters
AKIN = 0.75
"""How well a word of another ending answers, such as ``farmers`` for ``farming``."""
_OTHER = 0.3
_NO_PAGE = 0.5  # what a word that no page has counts as, in pages
_POINTING = {"about", "part_of", "record"} & set(REFERENCES)
_POINTED_AT_BY_MANY = ("places", "people", "organisations")
"""Sections whose records are pointed at by too many others for these to say what they are."""

Places = dict[int, list[Found]]


class Index:
    """The levelled texts of some pages as one, with the words that are in it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self._text = "\f".join(page.level for page in pages)
        self._starts = list(accumulate((len(page.level) + 1 for page in pages), initial=0))
        self._found: dict[str, Places] = {}

    @cached_property
    def _tokens(self) -> dict[str, list[str]]:
        """The words and numbers, these without their commas, and how each is written."""
        found: dict[str, list[str]] = {}
        for one in set(_TOKEN.findall(self._text)):
            found.setdefault(one.replace(",", ""), []).append(one)
        return found

    @cached_property
    def around(self) -> list[str]:
        """What surrounds each record: the names of those that point at it, and of its section."""
        numbers = {page.hit.key: at for at, page in enumerate(self.pages)}
        texts = [[*page.hit.section.one, *page.hit.section.heading] for page in self.pages]
        for page in self.pages:
            article, _ = page.hit.key
            title = page.hit.record.title
            for one in page.texts:
                if one.field in _POINTING and one.lang is None:
                    at = numbers.get((article, one.text))
                    section = at is not None and self.pages[at].hit.section.name
                    if at is not None and section not in _POINTED_AT_BY_MANY:
                        texts[at] += [title.zh, title.en or ""]
        return [level(" \n ".join(["", *one, ""])) for one in texts]

    def find(self, words: str) -> Places:
        """Return where a word stands, in any of its forms, or several one after another."""
        pieces = pieces_of(level(words))
        if not pieces:
            return {}
        if not any(map(_TOKEN.fullmatch, pieces)):
            return self._find_written("".join(pieces))
        found = self._find_piece(pieces[0])
        for piece in pieces[1:]:
            found = self._join(found, self._find_piece(piece))
        return found

    def find_around(self, words: str) -> set[int]:
        """Return the pages around whose records a word stands."""
        whole = level(words).strip()
        if whole.isascii():
            whole = f" {whole} "
        return {at for at, text in enumerate(self.around) if whole in text}

    def find_starting(self, first: str, second: str) -> Places:
        """Return where a word that begins with some letters stands before one with others."""
        before, after = (
            [token for token in self._tokens if token.startswith(start)]
            for start in (first, second)
        )
        found: Places = {}
        for one in before if after else ():
            for other in after:
                joined = self._join(self._find_written(one), self._find_written(other))
                for at, places in joined.items():
                    found.setdefault(at, []).extend(places)
        return found

    def has(self, characters: str) -> bool:
        """Return whether some Chinese characters stand together anywhere."""
        return characters in self._text

    def rarity(self, found: Places) -> float:
        """Return what a word is worth: the fewer records have it, the more.

        Records that have it only in a code or in the name of another one count a part.
        """
        pages = self.pages
        own = sum(
            any(pages[at].texts[pages[at].find_text(one.start)].kind < OTHERS for one in places)
            for at, places in found.items()
        )
        having = own + _OTHER * (len(found) - own)
        return log(1 + len(pages) / max(having, _NO_PAGE))

    def _find_piece(self, piece: str) -> Places:
        if not _TOKEN.fullmatch(piece):
            return self._find_written(piece)
        found: Places = {}
        for token, likeness in self._like(piece.replace(",", "")):
            for written in self._tokens[token]:
                for at, places in self._find_written(written).items():
                    weaker = (one._replace(likeness=likeness) for one in places)
                    found.setdefault(at, []).extend(weaker)
        return found

    def _like(self, piece: str) -> list[tuple[str, float]]:
        """Return the known words that are like one, and how like."""
        if not is_latin(piece):
            return [(piece, SAME)] if piece in self._tokens else []
        wanted = stem(piece)
        return [
            (token, likeness)
            for token in self._tokens
            if token[0] == piece[0] and (likeness := _compare(piece, wanted, token))
        ]

    def _find_written(self, word: str) -> Places:
        """Return where a word of letters, a number or Chinese characters stand as written."""
        if word not in self._found:
            found: Places = {}
            for start in self._find_starts(word):
                at = bisect_right(self._starts, start) - 1
                begin = start - self._starts[at]
                found.setdefault(at, []).append(Found(begin, begin + len(word), SAME))
            self._found[word] = found
        return self._found[word]

    def _find_starts(self, word: str) -> Iterator[int]:
        text = self._text
        whole = (_LETTERS if is_latin(word) else _NUMBER) if word.isascii() else None
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if whole is None or ((one := whole.match(text, start)) and one.end() == end):
                yield start
            start = text.find(word, end)

    def _join(self, before: Places, after: Places) -> Places:
        """Return the places at which one word stands right behind another."""
        found: Places = {}
        for at in before.keys() & after.keys():
            text = self.pages[at].level
            for one in before[at]:
                for other in after[at]:
                    near = 0 <= other.start - one.end <= _MOST_BETWEEN
                    if near and not text[one.end : other.start].strip(" ,."):
                        likeness = min(one.likeness, other.likeness)
                        found.setdefault(at, []).append(Found(one.start, other.end, likeness))
        return found


def _compare(piece: str, wanted: str, token: str) -> float:
    if token == piece:
        return SAME
    if stem(token) == wanted:
        return STEM
    if is_akin(piece, token):
        return AKIN
    return START if len(piece) >= _MIN_START and token.startswith(piece) else 0
