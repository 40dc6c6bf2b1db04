"""Whether English words in quotation marks can be a translation of what a text has in Chinese."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import read_chinese, read_english
from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.verifying.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.verifying.inverting import invert
from briefing.verifying.wording import pattern

_FEWEST = 2
"""A translation has so many words that tell something; fewer could be one by chance."""
_FEW_CHARACTERS = 5
"""What so few words translate has no more characters for each of them."""
_LONGEST = 6
"""So many clauses in a row may be translated together."""
_CLAUSE = re.compile("[^，,。；;：:！!？?]+")


class Original(NamedTuple):
    """Clauses of a text in a row, and the stems of the English words that they may mean."""

    article: Article
    paragraph: int
    text: str
    meant: frozenset[str]


class Translations:
    """What may be translated of some texts; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts
        self._meaning: dict[str, frozenset[int]] = {}

    @cached_property
    def _originals(self) -> list[Original]:
        return [one for article in self._articles for one in self._read(article)]

    def _read(self, article: Article) -> Iterator[Original]:
        names = [
            (record.title.zh, stems_of(record.title.en or "")) for _, record in article.records()
        ]
        for paragraph in self._texts[article.source.id].paragraphs:
            clauses = [one.span() for one in _CLAUSE.finditer(paragraph.text)]
            meant = [meanings_of(paragraph.text[slice(*one)]) for one in clauses]
            told = [(name, stems) for name, stems in names if name in paragraph.text]
            for size in range(1, _LONGEST + 1):
                for first in range(len(clauses) - size + 1):
                    text = paragraph.text[clauses[first][0] : clauses[first + size - 1][1]]
                    named = {word for name, stems in told if name in text for word in stems}
                    all_meant = frozenset(named).union(*meant[first : first + size])
                    yield Original(article, paragraph.number, text, all_meant)

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        """The indexes of the originals that may mean each stem."""
        return invert((at, one.meant) for at, one in enumerate(self._originals))

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        return by_beginning(self._by_stem)

    def _find_meaning(self, stem: str) -> frozenset[int]:
        """Return the indexes of the originals that may mean a stem, or a form of it."""
        if stem not in self._meaning:
            forms = find_alike(stem, self._vocabulary)
            self._meaning[stem] = frozenset(at for one in forms for at in self._by_stem[one])
        return self._meaning[stem]

    def find(self, words: str) -> Original | None:
        """Return the clauses of which English words can be the translation, if there are any.

        Of several the shortest are returned, which have least besides.
        """
        stems = stems_of(words)
        if len(stems) < _FEWEST:
            return None
        alike = frozenset.intersection(*map(self._find_meaning, stems))
        originals = (self._originals[at] for at in sorted(alike))
        for one in sorted(originals, key=lambda one: len(one.text)):
            if len(stems) == _FEWEST and len(one.text) > _FEWEST * _FEW_CHARACTERS:
                continue
            if _tells_the_same(words, one.text):
                return one
        return None


def _tells_the_same(english: str, chinese: str) -> bool:
    """Return whether a translation has no number and no denial that its original lacks."""
    values = {one.value for number in read_english(english) for one in number.readings}
    known = {one.value for number in read_chinese(chinese) for one in number.readings}
    digits = {at for at, digit in enumerate("零一二三四五六七八九十") if digit in chinese}
    digits |= {2} if "两" in chinese else set()
    denied = bool(pattern("denies", "en").search(english))
    return values <= known | digits and denied == bool(pattern("denies", "zh").search(chinese))
