"""Periods, years of plans, halves of days and days of publication, held against the texts.

Periods are told by their first and last times: 2021年至2025年, from 9 to 21 May.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import Number, read_chinese
from briefing.model.article import Article
from briefing.model.text import SourceText
from briefing.names.languages import compile_words
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.numbers.weighing import Judged
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

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


_FIRST_PLAN, _LENGTH = 1953, 5
"""When the first plan began, and how many years each has."""
_BREAK, _AFTER = 3, 2
"""So many years lay behind the second plan that were of none."""
_PLAN = compile_words(
    r"(?P<nth>\d{1,2})(?:st|nd|rd|th) five-year plan",
    '[“‘"]?(?P<nth>[一二三四五六七八九十]{1,3})五[”’"]?(?:规划|计划|时期)?',
)
_ENDS = compile_words(
    r"(?P<last>(?:final|last|closing) year)|(?P<first>(?:first|opening) year)",
    "(?P<last>收官|收尾|最后一年|末年)|(?P<first>开局|首年|第一年|起步之年|开篇)",
)
"""What tells that a year is the first one of a plan, or the last one."""
_THIS = compile_words("this year", "今年|本年")


def judge_plan_years(sentence: Sentence, now: Collection[int]) -> Iterator[Found]:
    """Yield a Five-Year Plan of which a year is told as the first or last one, and is not.

    The year is told, or is this one: ``now`` are those of the articles.
    """
    for language in sentence.languages:
        for start, end in sentence.clauses:
            plans = list(_PLAN[language].finditer(sentence.text, start, end))
            told = _ENDS[language].search(sentence.text, start, end)
            if len(plans) != 1 or not told:
                continue
            years = {
                reading.value.year
                for one in sentence.numbers
                if start <= one.start < end
                for reading in one.readings
                if isinstance(reading.value, Span) and reading.value.year
            }
            if not years and _THIS[language].search(sentence.text, start, end):
                years = {*now}
            first = find_first_year(plans[0]["nth"])
            right = first if told["first"] else first + _LENGTH - 1
            if years and right not in years:
                yield Found(*plans[0].span(), "date", UNKNOWN)


def find_first_year(written: str) -> int:
    """Return the first year of a plan that is told by its number."""
    nth = int(written) if written.isdigit() else _read_ordinal(written)
    return _FIRST_PLAN + _LENGTH * (nth - 1) + (_BREAK if nth > _AFTER else 0)


def _read_ordinal(written: str) -> int:
    tens, _, ones = written.rpartition("十")
    digits = "一二三四五六七八九"
    ten = 10 * (digits.find(tens) + 1 or 1) if "十" in written else 0
    return ten + (digits.find(ones) + 1 if ones else 0)


_ZH = "上午|早上|早晨|清晨|凌晨", "下午|午后|傍晚|晚上|晚间|当晚|夜里"
_HALVES = compile_words("morning", _ZH[0]), compile_words("afternoon|evening|night", _ZH[1])
"""The words of the first and the second half of a day."""
_NOON = 12


def judge_halves_of_days(sentence: Sentence, texts: Mapping[str, SourceText]) -> Iterator[Found]:
    """Yield the half of a day in which something is told, where texts have the other at its date.

    A clause that tells of both halves is not asked.
    """
    for number in sentence.numbers if texts else ():
        day = number.readings[0].value if number.readings else None
        if not isinstance(day, Span) or not day.day:
            continue
        span = sentence.clauses[sentence.clause_at(number.start)]
        said = [
            (half, found)
            for half, words in enumerate(_HALVES)
            for language in sentence.languages
            if (found := words[language].search(sentence.text, *span))
        ]
        told = _list_halves(day, texts) if len(said) == 1 else set()
        if told and said[0][0] not in told:
            yield Found(*said[0][1].span(), "date", UNKNOWN)


def _list_halves(day: Span, texts: Mapping[str, SourceText]) -> set[int]:
    """Return the halves of a day of which texts tell right behind its date, 0 for the first."""
    year = rf"(?:{day.year}[年-])?" if day.year else ""
    time = re.compile(
        rf"(?<!\d){year}0?{day.first}[月-]0?{day.day}日? ?"
        rf"(?:(?P<first>{_ZH[0]})|(?P<second>{_ZH[1]})|(?P<hour>\d{{1,2}}):\d\d)"
    )
    return {
        int(bool(found["second"]) or int(found["hour"] or 0) >= _NOON)
        for text in texts.values()
        for paragraph in text.paragraphs
        for found in time.finditer(paragraph.text)
    }


_DATELINE = re.compile("([0-9]{1,2})月([0-9]{1,2})日(?:电|讯)(?![\u4e00-\u9fff]{0,2}[话报])")
"""The day on which a report was sent, which stands at its beginning."""


def _list_moments(article: Article, clauses: Clauses) -> Iterator[str]:
    """Yield when an article was published, sent or published again, as codes of times."""
    source = article.source
    yield source.date
    if source.republished:
        yield f"{source.republished:%Y-%m-%dT%H:%M}"
    text = clauses.texts.get(source.id)
    for paragraph in text.paragraphs if text else ():
        if sent := _DATELINE.search(paragraph.text):
            yield f"{source.day.year}-{int(sent[1]):02}-{int(sent[2]):02}"


def is_of_article(
    one: Judged, sentence: Sentence, facts: Facts, clauses: Clauses
) -> Article | None:
    """Return the article of that date, where the sentence speaks of what was published then.

    It does where it says so, or has the title or the publisher beside the date.
    """
    text = sentence.text
    is_said = any(pattern("published", lang).search(text) for lang in ("zh", "en"))
    spans = [reading.value for reading in one.number.readings if isinstance(reading.value, Span)]
    for article in facts.articles:
        source = article.source
        titles = (source.title, source.publisher)
        names = (name for one in titles if one for name in (one.zh, one.en) if name)
        moments = list(_list_moments(article, clauses))
        if (is_said or any(name in text for name in names)) and any(
            suits(span, code) for span in spans for code in moments
        ):
            return article
    return None
