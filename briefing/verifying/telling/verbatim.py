"""Sentences of a memo that stand in a text as they are, so that what they tell is so."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.memo import split_sentences
from briefing.verifying.sentences import Sentence

_FEWEST = 10
"""What has fewer characters may stand in a text by chance, or as a part of something else."""
_BLANK = re.compile(r"\s+")
_WIDTHS = str.maketrans("，；：！？（）％", ",;:!?()%")
_NUMERAL = re.compile("[0-9]+(?:[.,][0-9]+)*|[〇零一二两三四五六七八九十百千万亿]+")
_AT_EDGES = " 。.；;，,“”\"’‘'"


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
        """Return what was found of a sentence: all is borne out if a text has it word for word."""
        words = _fold(sentence.text).strip(_AT_EDGES)
        if sentence.language != "zh" or len(words) < _FEWEST:
            return found
        if words not in self._whole:
            return self._doubt_numerals(sentence, found)
        # From the beginning of a sentence to the end of a clause, so that no 预计 is left out.
        same = re.compile(rf"(?:^|[。!?“”(]){re.escape(words)}(?=$|[。!?,;:”)])")
        known = (
            (article, number) for article, number, text in self._paragraphs if same.search(text)
        )
        article, number = next(known, (None, 0))
        if article is None:
            return self._doubt_numerals(sentence, found)
        return [
            one
            if one.status == BORNE_OUT
            else Found(one.start, one.end, one.kind, BORNE_OUT, article, None, number)
            for one in found
        ]

    @cached_property
    def _masked(self) -> dict[str, tuple[Article, int, list[set[str]]]]:
        """The numerals that sentences of the texts have in turn, by the sentence without them."""
        found: dict[str, tuple[Article, int, list[set[str]]]] = {}
        for article, number, text in self._paragraphs:
            for start, end in split_sentences(text):
                masked, numerals = _mask(text[start:end])
                known = found.setdefault(masked, (article, number, [set() for _ in numerals]))
                for held, numeral in zip(known[2], numerals, strict=True):
                    held.add(numeral)
        return found

    def _doubt_numerals(self, sentence: Sentence, found: list[Found]) -> list[Found]:
        """Return what was found of a sentence that a text has word for word, but for numerals.

        Those that are others there are unknown.
        """
        masked, numerals = _mask(_fold(sentence.text))
        same = self._masked.get(masked) if numerals else None
        spans = [one.span() for one in _NUMERAL.finditer(sentence.text.translate(_WIDTHS))]
        if not same or len(spans) != len(numerals):  # of which a blank parts one
            return found
        article, number, known = same
        told = list(found)
        for at, (start, end) in enumerate(spans):
            if numerals[at] in known[at]:
                continue
            inside = [k for k, one in enumerate(told) if one.start < end and start < one.end]
            for k in inside:
                if told[k].status == BORNE_OUT:
                    told[k] = told[k]._replace(status=UNKNOWN)
            if not inside:
                told.append(Found(start, end, "number", UNKNOWN, article, None, number))
        return told


def _mask(folded: str) -> tuple[str, list[str]]:
    """Return a text without its numerals, and these in order."""
    plain = folded.strip(_AT_EDGES)
    return _NUMERAL.sub("#", plain), _NUMERAL.findall(plain)


def _fold(text: str) -> str:
    """Return a text without blanks, and with marks of one width."""
    return _BLANK.sub("", text).translate(_WIDTHS)
