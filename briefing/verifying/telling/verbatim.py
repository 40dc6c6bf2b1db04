"""Sentences of a memo that stand in a text as they are, so that what they tell is so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.quantities.numerals import read_any
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.memo import split_sentences
from briefing.verifying.sentences import Sentence

_FEWEST = 10
"""What has fewer characters may stand in a text by chance, or as a part of something else."""
_FEWEST_OF_CLAUSE = 7
"""A clause with fewer characters beside its numerals may tell of something else elsewhere."""
_RUN = 8
"""By so many characters, a numeral counting as one, the clauses that may be the same are found."""
_MOST_LIKELY = 200
"""What more clauses have tells of nothing in particular."""
_BLANK = re.compile(r"\s+")
_WIDTHS = str.maketrans("，；：！？（）％", ",;:!?()%")
_NUMERAL = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千万亿]+"
)
_MASK = "\0"
_CLAUSE_MARK = re.compile("[,;:!?。()]|——")
_AT_EDGES = " 。.；;，,“”\"’‘'"


class _Masked(NamedTuple):
    """Words of which the numerals are masked: these, with their spans, and where the words stand.

    The spans count from the beginning of the text that was masked.
    """

    words: str
    numerals: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    article: Article | None = None
    paragraph: int = 0

    def clauses(self) -> Iterator["_Masked"]:
        """Yield the clauses that have numerals."""
        first = 0
        for words in _CLAUSE_MARK.split(self.words):
            last = first + words.count(_MASK)
            if last > first:
                yield self._replace(
                    words=words.strip(_AT_EDGES),
                    numerals=self.numerals[first:last],
                    spans=self.spans[first:last],
                )
            first = last

    def differing(self, other: "_Masked") -> list[tuple[int, int]]:
        """Return the spans of the numerals for which another, which has the words, has others."""
        first = other.words.count(_MASK, 0, other.words.index(self.words))
        return [
            span
            for span, numeral, held in zip(
                self.spans, self.numerals, other.numerals[first:], strict=False
            )
            if numeral != held
        ]


class Verbatim:
    """The paragraphs of some texts; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts

    @cached_property
    def _paragraphs(self) -> list[tuple[Article, int, str]]:
        return [
            (article, paragraph.number, _fold(paragraph.text))
            for article in self._articles
            for paragraph in self._texts[article.source.id].paragraphs
        ]

    @cached_property
    def _whole(self) -> str:
        """All paragraphs, in which one search tells that a sentence stands in none."""
        return "\n".join(text for _, _, text in self._paragraphs)

    def settle(self, sentence: Sentence, found: list[Found]) -> list[Found]:
        """Return what was found of a sentence, held against the sentences and clauses of the texts.

        All is borne out if a text has the sentence word for word. A numeral is unknown where a
        text has the same words around it with another one.
        """
        words = _fold(sentence.text).strip(_AT_EDGES)
        if sentence.language != "zh" or len(words) < _FEWEST:
            return found
        article, number = self._find(words)
        if article is None:
            return self._doubt_numerals(sentence, found)
        return [
            one
            if one.status == BORNE_OUT
            else Found(one.start, one.end, one.kind, BORNE_OUT, article, None, number)
            for one in found
        ]

    def _find(self, words: str) -> tuple[Article | None, int]:
        """Return the article and paragraph that has words as a sentence, or None and 0."""
        if words not in self._whole:
            return None, 0
        # From the beginning of a sentence to the end of a clause, so that no 预计 is left out.
        same = re.compile(rf"(?:^|[。!?“”(]){re.escape(words)}(?=$|[。!?,;:”)])")
        known = (
            (article, number) for article, number, text in self._paragraphs if same.search(text)
        )
        return next(known, (None, 0))

    @cached_property
    def _sentences(self) -> dict[str, list[_Masked]]:
        """The sentences of the texts, by what they are without their numerals."""
        found: dict[str, list[_Masked]] = {}
        for article in self._articles:
            for paragraph in self._texts[article.source.id].paragraphs:
                for start, end in split_sentences(paragraph.text):
                    masked = _mask(paragraph.text[start:end], article, paragraph.number)
                    found.setdefault(masked.words, []).append(masked)
        return found

    @cached_property
    def _clauses(self) -> dict[str, list[_Masked]]:
        """The clauses of the texts that have numerals, by each run of so many characters."""
        found: dict[str, list[_Masked]] = {}
        for sentence in chain.from_iterable(self._sentences.values()):
            for clause in sentence.clauses():
                words = clause.words
                for run in {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}:
                    found.setdefault(run, []).append(clause)
        return found

    def _doubt_numerals(self, sentence: Sentence, found: list[Found]) -> list[Found]:
        """Return what was found of a sentence of which a text has parts with other numerals."""
        told = list(found)
        whole = _mask(sentence.text)
        parts = [(whole, self._sentences.get(whole.words, []))]
        parts += [(clause, self._find_clauses(clause)) for clause in whole.clauses()]
        doubted: dict[tuple[int, int], _Masked] = {}
        for part, likely in parts:
            if likely:
                nearest = min(likely, key=lambda one: len(part.differing(one)))
                doubted |= dict.fromkeys(part.differing(nearest), nearest)
        for (start, end), nearest in doubted.items():
            inside = [k for k, one in enumerate(told) if one.start < end and start < one.end]
            for k in inside:
                if told[k].status == BORNE_OUT:
                    told[k] = told[k]._replace(status=UNKNOWN)
            if not inside:
                article, number = nearest.article, nearest.paragraph
                told.append(Found(start, end, "number", UNKNOWN, article, None, number))
        return told

    def _find_clauses(self, clause: _Masked) -> list[_Masked]:
        """Return the clauses of the texts that have the words of one, which are long enough."""
        words = clause.words
        if len(words) - len(clause.numerals) < _FEWEST_OF_CLAUSE:
            return []
        likely = self._clauses.get(words[:_RUN], [])
        return [one for one in likely if words in one.words] if len(likely) <= _MOST_LIKELY else []


def _mask(text: str, article: Article | None = None, paragraph: int = 0) -> _Masked:
    """Return a text without blanks and with its numerals masked."""
    found = list(_NUMERAL.finditer(text))
    words = _fold(_NUMERAL.sub(_MASK, text.replace(_MASK, " ")))
    return _Masked(
        words.strip(_AT_EDGES),
        tuple(_read(one[0]) for one in found),
        tuple(one.span() for one in found),
        article,
        paragraph,
    )


@lru_cache(maxsize=4096)
def _read(numeral: str) -> str:
    """Return a numeral in one way of writing: 两 and 2, 1,000 and 1000 and 1000.0 are the same."""
    read = read_any(numeral, 0)
    return str(read.value()) if read and read.end == len(numeral) else numeral


def _fold(text: str) -> str:
    """Return a text without blanks, and with marks of one width."""
    return _BLANK.sub("", text).translate(_WIDTHS)
