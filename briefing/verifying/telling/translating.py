"""Whether English words in quotation marks can be a translation of what a text has in Chinese."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import read_chinese, read_english
from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
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

    @cached_property
    def _terms(self) -> list[Original]:
        """The terms that the texts have in quotation marks, with what models call them."""
        return [
            Original(article, paragraph.number, quoted[1], self._mean(article, quoted[1]))
            for article in self._articles
            for paragraph in self._texts[article.source.id].paragraphs
            for quoted in _QUOTED.finditer(paragraph.text)
        ]

    def _mean(self, article: Article, term: str) -> frozenset[str]:
        """Return the stems of what a term may mean, or is called by a record named in it."""
        titles = (one.title for _, one in article.records())
        named = (stems_of(one.en or "") for one in titles if one.zh in term or term in one.zh)
        return meanings_of(term).union(*named)

    def find(self, words: str) -> Original | None:
        """Return the clauses of which English words can be the translation, if there are any.

        Of several the shortest are returned, which have least besides. A term in quotation marks
        may be said word by word.
        """
        told = [one for one in self._terms if _says_term(words, one)]
        if told:
            counts = _list_counts(words)
            return next((one for one in told if _list_counted(one.text) == counts), None)
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


_QUOTED = re.compile("[“‘]([^“”‘’，。]{2,10})[”’]")
"""A term that a text has in quotation marks."""
_MOST_WORDS = 8
"""A translation of a term has so many words at most."""
_SIDE = re.compile("(?<=[ts][ht])ern$")
"""The end of western and the like, which is no part of west."""
_COUNTS = {
    word: at
    for at, words in enumerate(
        ("one single", "two dual twin double both", "three triple", "four", "five", "six"), 1
    )
    for word in words.split()
}
_COUNTED = {
    one: at for at, each in enumerate(("一", "二两双", "三", "四", "五", "六"), 1) for one in each
}
"""What English and Chinese words count in a term."""


def _says_term(english: str, term: Original) -> bool:
    """Return whether English words say a short Chinese term, but for what it counts."""
    words = [_SIDE.sub("", one) for one in re.findall("[a-z]+", english.lower())]
    stems = stems_of(" ".join(one for one in words if one not in _COUNTS))
    meant = by_beginning(term.meant)
    return (
        len(words) <= _MOST_WORDS
        and 0 < len(stems) <= len(term.text) - len(_list_counted(term.text))
        and all(find_alike(one, meant) for one in stems)
    )


def _list_counts(english: str) -> list[int]:
    """Return the counts that English words tell, in order.

    >>> _list_counts("one corridor and two belts")
    [1, 2]
    """
    return [_COUNTS[one] for one in re.findall("[a-z]+", english.lower()) if one in _COUNTS]


def _list_counted(term: str) -> list[int]:
    return [_COUNTED[one] for one in term if one in _COUNTED]


def _tells_the_same(english: str, chinese: str) -> bool:
    """Return whether a translation has no number and no denial that its original lacks."""
    values = {one.value for number in read_english(english) for one in number.readings}
    known = {one.value for number in read_chinese(chinese) for one in number.readings}
    digits = {at for at, digit in enumerate("零一二三四五六七八九十") if digit in chinese}
    digits |= {2} if "两" in chinese else set()
    denied = bool(pattern("denies", "en").search(english))
    return values <= known | digits and denied == bool(pattern("denies", "zh").search(chinese))
