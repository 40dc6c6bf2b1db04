"""Sentences of a memo that stand in a text as they are, so that what they tell is so."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.sentences import Sentence

_FEWEST = 10
"""What has fewer characters may stand in a text by chance, or as a part of something else."""
_BLANK = re.compile(r"\s+")
_WIDTHS = str.maketrans("，；：！？（）％", ",;:!?()%")
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
        if sentence.language != "zh" or len(words) < _FEWEST or words not in self._whole:
            return found
        # From the beginning of a sentence to the end of a clause, so that no 预计 is left out.
        same = re.compile(rf"(?:^|[。!?“”(]){re.escape(words)}(?=$|[。!?,;:”)])")
        known = (
            (article, number) for article, number, text in self._paragraphs if same.search(text)
        )
        article, number = next(known, (None, 0))
        if article is None:
            return found
        return [
            one
            if one.status == BORNE_OUT
            else Found(one.start, one.end, one.kind, BORNE_OUT, article, None, number)
            for one in found
        ]


def _fold(text: str) -> str:
    """Return a text without blanks, and with marks of one width."""
    return _BLANK.sub("", text).translate(_WIDTHS)
