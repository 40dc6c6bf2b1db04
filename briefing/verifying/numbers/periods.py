"""Periods that a sentence tells by their first and last times: 2021年至2025年, from 9 to 21 May."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import Number, read_chinese
from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.planyears import judge_plan_years
from briefing.verifying.sentences import Sentence

_MAY_BE = re.compile(
    "[-－—~～–―─−‐‑﹣〜∼至到、]{1,2}[ \u3000\u00a0]{0,2}"
    "[0-9０-９〇○零一二两兩三四五六七八九十廿卅第前上下今去明本次翌当]"
)
"""What stands before the last time of every period: the others of a text are not looked for."""


class _Period(NamedTuple):
    """A period that a paragraph of a text tells."""

    first: Span
    last: Span
    article: Article
    paragraph: int


class Periods:
    """The periods that some texts tell; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts

    @cached_property
    def _known(self) -> list[_Period]:
        return [
            _Period(*ends, article, paragraph.number)
            for article in self._articles
            for paragraph in self._texts[article.source.id].paragraphs
            if _MAY_BE.search(paragraph.text)
            for number in read_chinese(paragraph.text, article.source.day)
            if (ends := _read_ends(number))
        ]

    def judge(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the periods of a sentence, which are unknown where no text tells them.

        So is a Five-Year Plan of which a wrong year is told as the first or last one.
        """
        yield from judge_plan_years(sentence, {one.source.day.year for one in self._articles})
        for number in sentence.numbers if self._articles else ():
            ends = _read_ends(number)
            if not ends:
                continue
            known = (one for one in self._known if all(map(_may_be, ends, one[:2])))
            one = next(known, None)
            if one:
                found = BORNE_OUT, one.article, None, one.paragraph
                yield Found(number.start, number.end, "date", *found)
            else:
                yield Found(number.start, number.end, "date", UNKNOWN)


def _read_ends(number: Number) -> tuple[Span, Span] | None:
    """Return the first and the last time of a period, if a number is one."""
    if number.readings or len(number.parts) != 2:
        return None
    first, last = (one.readings[0].value if one.readings else None for one in number.parts)
    return (first, last) if isinstance(first, Span) and isinstance(last, Span) else None


def _may_be(said: Span, known: Span) -> bool:
    """Return whether two times are the same, of which one may have its year left unsaid."""
    years = said.year == known.year or not (said.year and known.year)
    return years and said._replace(year=0) == known._replace(year=0)
