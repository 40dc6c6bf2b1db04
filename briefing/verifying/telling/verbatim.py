"""Sentences of a memo that stand in a text as they are, so that what they tell is so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property

from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.masked import AT_EDGES, MASK, Masked, MaskedTexts, fold
from briefing.verifying.wording import pattern

_FEWEST = 10
"""What has fewer characters may stand in a text by chance, or as a part of something else."""
_MOST_ALIKE, _LEAST = 3, 0.6
_NUMBERED = r"(?:[0-9]{1,2}[.、．]|\(?[一二三四五六七八九十]{1,3}[、)])?"
"""The number of an item, which a memo leaves out or has otherwise."""
_FEWEST_OF_CLAUSE = 7
"""A clause with fewer characters beside its numerals may tell of something else elsewhere."""


class Verbatim:
    """The paragraphs of some texts; ``texts`` are by the ids of their articles."""

    def __init__(
        self, articles: Iterable[Article], texts: Mapping[str, SourceText], masked: MaskedTexts
    ) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts
        self._masked = masked

    @cached_property
    def _paragraphs(self) -> list[tuple[Article, int, str]]:
        return [
            (article, paragraph.number, fold(paragraph.text))
            for article in self._articles
            for paragraph in self._texts[article.source.id].paragraphs
        ]

    @cached_property
    def _whole(self) -> str:
        """All paragraphs, in which one search tells that a sentence stands in none."""
        return "\n".join(text for _, _, text in self._paragraphs)

    @cached_property
    def _lines(self) -> frozenset[str]:
        """The paragraphs as a whole, headings and bylines among them."""
        return frozenset(text.strip(AT_EDGES) for _, _, text in self._paragraphs)

    def find(self, sentence: Sentence) -> tuple[Article, int] | None:
        """Return the article and the paragraph that has a sentence word for word, if one does."""
        words = fold(sentence.text).strip(AT_EDGES)
        is_short = len(words) < _FEWEST and words not in self._lines
        return None if sentence.language != "zh" or is_short else self._find(words)

    def doubt_numerals(self, sentence: Sentence, found: list[Found]) -> list[Found]:
        """Return what was found of a sentence of which a text has parts with other numerals.

        Such a numeral is unknown.
        """
        told = list(found)
        if sentence.language != "zh":
            return told
        for (start, end), other in self._find_doubted(Masked(sentence.text)).items():
            if _is_worked_out(sentence, start, other):
                continue
            inside = [k for k, one in enumerate(told) if one.start < end and start < one.end]
            for k in inside:
                if told[k].status == BORNE_OUT:
                    told[k] = told[k]._replace(status=UNKNOWN)
            if not inside:
                told.append(
                    Found(start, end, "number", UNKNOWN, other.article, None, other.paragraph)
                )
        return told

    def _find(self, words: str) -> tuple[Article, int] | None:
        if words not in self._whole:
            return None
        # From the beginning of a sentence to the end of a clause, so that no 预计 is left out.
        same = re.compile(rf"(?:^{_NUMBERED}|[。!?“”(]){re.escape(words)}(?=$|[。!?,;:”)])")
        known = (
            (article, number) for article, number, text in self._paragraphs if same.search(text)
        )
        return next(known, None)

    def _find_doubted(self, memo: Masked) -> dict[tuple[int, int], Masked]:
        """Return the spans of numerals with the sentence of a text that has others in their place.

        Of several such sentences the one with most of the numerals counts.
        """
        doubted: dict[tuple[int, int], Masked] = {}
        whole = memo.words.strip(AT_EDGES)
        first = memo.words.index(whole)
        parts = [((first, first + len(whole)), self._masked.find_same(whole))]
        for part in memo.clauses():
            parts += self._find_parts(memo, part)
        for part, likely in parts:
            if likely:
                nearest = min(likely, key=lambda one: len(memo.find_differing(part, one)))
                doubted |= dict.fromkeys(memo.find_differing(part, nearest), nearest)
        return doubted

    def _find_parts(
        self, memo: Masked, clause: tuple[int, int]
    ) -> Iterator[tuple[tuple[int, int], list[Masked]]]:
        """Yield the longest part of a clause that a text has, with the sentences that have it."""
        words = memo.words[slice(*clause)]
        if MASK not in words:
            return
        parts = [clause]
        for other in self._masked.find_alike(words, _MOST_ALIKE):
            block = SequenceMatcher(None, other.words, words, autojunk=False).find_longest_match()
            found = words[block.b : block.b + block.size].strip(MASK)  # another unit may follow
            first = clause[0] + words.index(found)
            parts.append((first, first + len(found)))
        for start, end in set(parts):
            part = memo.words[start:end]
            plain = len(part) - part.count(MASK)
            if plain >= _FEWEST_OF_CLAUSE and plain >= _LEAST * (len(words) - words.count(MASK)):
                yield (start, end), self._masked.find_with(part)


_WORKED_OUT = ("averaged", "earlier", "left", "needed", "not-yet", "in-all", "implied")
"""Kinds of words that tell that a number was worked out."""


def _is_worked_out(sentence: Sentence, at: int, other: Masked) -> bool:
    """Return whether words tell that a numeral was worked out which another sentence lacks."""
    return any(
        sentence.find(kind, at) and not pattern(kind, "zh").search(other.text)
        for kind in _WORKED_OUT
    )


def bear_out(found: list[Found], article: Article, paragraph: int) -> list[Found]:
    """Return what was found of a sentence that a paragraph of an article has word for word."""
    return [
        one
        if one.status == BORNE_OUT
        else Found(one.start, one.end, one.kind, BORNE_OUT, article, None, paragraph)
        for one in found
    ]
