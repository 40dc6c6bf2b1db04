"""Where words stand in some pages, found in all of them at once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from math import log

from briefing.model.sections import REFERENCES, Section
from briefing.shelf.pages import OTHERS, Page, level
from briefing.shelf.synonyms import key_of
from briefing.shelf.typos import Spelling
from briefing.shelf.vocabulary import Vocabulary, is_token
from briefing.shelf.wordpatterns import SAME, Found, Pattern, is_latin, split_pieces

_LETTERS = re.compile("(?<![a-z])[a-z]+(?![a-z])")
_NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*")
_MOST_BETWEEN = 3  # marks and blanks between the pieces of a word
_OTHER = 0.3
_NO_PAGE = 0.5  # what a word that no page has counts as, in pages
_POINTING = {"about", "part_of", "record"} & set(REFERENCES)
_POINTED_AT_BY_MANY = ("places", "people", "organisations")
"""Sections whose records are pointed at by too many others for these to say what they are."""


@cache
def _names_of(section: Section) -> frozenset[str]:
    return frozenset(map(key_of, (*section.one, *section.heading)))


Places = dict[int, list[Found]]


class Index:
    """The levelled texts of some pages as one, with the words that are in it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self._text = "\f".join(page.level for page in pages)
        self._starts = list(accumulate((len(page.level) + 1 for page in pages), initial=0))
        self._found: dict[str | Pattern, Places] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of letters and the numbers of the texts."""
        return Vocabulary(self._text)

    @cached_property
    def spelling(self) -> Spelling:
        """The words and names to which a mistake may be near."""
        return Spelling(self.pages)

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
        pieces = split_pieces(level(words))
        if not pieces:
            return {}
        if not any(map(is_token, pieces)):
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

    def find_in_section(self, words: str) -> set[int]:
        """Return the pages of the section that a word names, as projects or 项目."""
        key = key_of(words)
        return {at for at, page in enumerate(self.pages) if key in _names_of(page.hit.section)}

    def find_pattern(self, pattern: Pattern) -> Places:
        """Return where a pattern is found."""
        if pattern not in self._found:
            # Most words of a query stand nowhere, and the words of the texts tell this at once.
            vocabulary = self.vocabulary
            known = vocabulary.written if pattern.exact else vocabulary.answering
            may_stand = all(map(known, pattern.words))
            self._found[pattern] = self._place(pattern.find(self._text) if may_stand else ())
        return self._found[pattern]

    def find_starting(self, first: str, second: str) -> Places:
        """Return where a word that begins with some letters stands before one with others."""
        before, after = map(self.vocabulary.starting, (first, second))
        if not before or not after:
            return {}
        return self._join(self._find_any(before), self._find_any(after))

    def has(self, characters: str) -> bool:
        """Return whether some Chinese characters stand together anywhere."""
        return characters in self._text

    def rarity(self, found: Places) -> float:
        """Return what a word is worth: the fewer records have it, the more.

        Records that have it only in a code or in the name of another one count a part.
        """
        pages = self.pages
        own = sum(
            any(pages[at].kind_at(one.start) < OTHERS for one in places)
            for at, places in found.items()
        )
        having = own + _OTHER * (len(found) - own)
        return log(1 + len(pages) / max(having, _NO_PAGE))

    def _find_piece(self, piece: str) -> Places:
        if not is_token(piece):
            return self._find_written(piece)
        found: Places = {}
        for token, likeness in self.vocabulary.like(piece.replace(",", "")):
            for at, places in self._find_any([token]).items():
                weaker = (one._replace(likeness=likeness) for one in places)
                found.setdefault(at, []).extend(weaker)
        return found

    def _find_any(self, tokens: Iterable[str]) -> Places:
        """Return where any of some words and numbers stands, however it is written."""
        found: Places = {}
        for token in tokens:
            for written in self.vocabulary.written(token):
                for at, places in self._find_written(written).items():
                    found.setdefault(at, []).extend(places)
        return found

    def _find_written(self, word: str) -> Places:
        """Return where a word of letters, a number or Chinese characters stand as written."""
        if word not in self._found:
            starts = self._find_starts(word)
            self._found[word] = self._place(Found(one, one + len(word), SAME) for one in starts)
        return self._found[word]

    def _place(self, found: Iterable[Found]) -> Places:
        """Return what is found in the whole text by the page, with its place on that."""
        places: Places = {}
        for start, end, likeness in found:
            at = bisect_right(self._starts, start) - 1
            begin = self._starts[at]
            places.setdefault(at, []).append(Found(start - begin, end - begin, likeness))
        return places

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
            starting: dict[int, list[Found]] = {}
            for other in after[at]:
                starting.setdefault(other.start, []).append(other)
            for one in before[at]:
                for start in range(one.end, one.end + _MOST_BETWEEN + 1):
                    if start in starting and not text[one.end : start].strip(" ,."):
                        found.setdefault(at, []).extend(
                            Found(one.start, other.end, min(one.likeness, other.likeness))
                            for other in starting[start]
                        )
        return found
