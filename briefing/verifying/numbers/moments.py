"""Holds the dates of a sentence against figures, events, projects and deadlines."""

import datetime
import re
from collections.abc import Iterator

from briefing.checks.numbers import Number, read_chinese
from briefing.model.records import Figure
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clause import Clause, list_years
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import may_be_of_year, suits
from briefing.verifying.numbers.othertimes import find_time_left, list_compared_beside
from briefing.verifying.numbers.times import is_at_end, year_beside
from briefing.verifying.numbers.weighing import (
    AS_GOOD,
    SPOKEN_OF,
    Claims,
    Judged,
    Results,
    is_of_other,
    tell_found,
)
from briefing.verifying.sentences import Sentence

_DATED = 0.5
"""The share from which a sentence speaks of what happened or is due on a date."""
_DATED_TO_THE_DAY = 0.35
_LABELLED = 0.75
"""The share from which a sentence without an amount tells of a figure, and so of its time."""
_COMPARES = re.compile(r"\b(?:\w+er|more|less) than\b|[高快大多优低慢小少]于")
"""Words that set something against others, of which the label of a figure tells nothing."""
_AS_NEAR = 1.5
"""By how much less a sentence may speak of what happened on just the day that it tells."""


NO_QUARTER = re.compile("前?[五六七八九十]个?季度|前[一四]个?季度")


def judge_date(
    one: Judged,
    claims: Claims,
    results: Results,
    binder: Binder,
    *,
    compared: bool,
) -> Found:
    """Judge a date by the figures of the sentence, or by what happened or is due then.

    A figure that is told with another number, or with none, may be told with its own date.
    """
    sentence, facts = binder.sentence, binder.facts
    number = one.number
    one = _of_year(one, sentence)
    spans = [reading.value for reading in number.readings if isinstance(reading.value, Span)]
    told = _find_told(number, spans, results, facts, compared=compared)
    told = told or find_time_left(number, results, binder)
    if told:
        return told
    rivals = [
        bound
        for bound in one.ranked
        if bound.fits and bound.share >= SPOKEN_OF and not is_of_other(bound, one, claims)
    ]
    best = max((bound.score for bound in rivals), default=0.0)
    to_the_day = any(span.day for span in spans)
    dated, near = (_DATED_TO_THE_DAY, _AS_NEAR) if to_the_day else (_DATED, AS_GOOD)
    is_bare = not (results or _COMPARES.search(sentence.text))
    labelled = _list_labelled(number, binder) if is_bare else []
    for bound in labelled:
        if any(suits(span, code) for span in spans for code in bound.fact.times):
            return tell_found(number, BORNE_OUT, bound, kind="date")
    dated = max([dated, *(bound.share for bound in labelled)])
    for bound in one.agreeing:
        if bound.fits and bound.share >= dated and (not rivals or bound.score >= best - near):
            return tell_found(number, BORNE_OUT, bound, kind="date")
    if sentence.find("released"):
        borne_out = {
            found.record.id
            for _, found in results
            if found and found.record and found.status == BORNE_OUT
        }
        for bound in one.agreeing:
            if bound.fits and bound.fact.named & borne_out:
                return tell_found(number, BORNE_OUT, bound, kind="date")
    clear = rivals[0] if rivals else None
    may_be = any(bound.fits and bound.share >= _DATED for bound in one.agreeing)
    may_be = may_be or _is_limit(number, sentence)
    if clear and clear.share >= 0.8 and clear.score > 0 and not results and not may_be:
        return tell_found(number, CONTRADICTED, clear, kind="date")
    return Found(number.start, number.end, "date", UNKNOWN)


_BEFORE = {"en": re.compile(r"\bbefore [a-z ]{0,20}$", re.I), "zh": re.compile("(?:到来)?之?前")}


def _is_limit(number: Number, sentence: Sentence) -> bool:
    """Return whether something is to be before a time, as before 2033 is by the end of 2032."""
    if sentence.language == "en":
        return bool(_BEFORE["en"].search(sentence.text[: number.start]))
    return bool(_BEFORE["zh"].match(sentence.text, number.end))


def _find_told(
    number: Number, spans: list[Span], results: Results, facts: Facts, *, compared: bool
) -> Found | None:
    """Return a date as borne out by a figure that the sentence tells, if there is one."""
    for judged, found in results:
        if found and found.status != UNKNOWN and isinstance(found.record, Figure):
            agreeing = (b.fact for b in judged.agreeing if b.fact.record is found.record)
            held = next(agreeing, None)
            fact = held or facts.of_figure(found.record)
            times = tuple(list_compared_beside(fact, facts)) if compared else fact.times
            if held is None:  # what was before a change is worked out of it
                times = (*fact.times, *fact.compared)
            if any(suits(span, code) or is_at_end(span, fact) for span in spans for code in times):
                at, article, paragraph = (number.start, number.end), found.article, found.paragraph
                return Found(*at, "date", BORNE_OUT, article, found.record, paragraph)
    return None


def _list_labelled(number: Number, binder: Binder) -> list[Bound]:
    """Return the figures with a time of which a sentence clearly speaks around a number."""
    return [
        bound
        for bound in binder.rank_amounts(number)
        if bound.share >= _LABELLED and bound.fact.times
    ]


def _of_year(one: Judged, sentence: Sentence) -> Judged:
    """Return a date with what agrees with the year that is told beside it, as in 去年5月."""
    ahead = year_beside(sentence, one.number)
    if ahead is None:
        return one
    return one._replace(agreeing=[each for each in one.agreeing if _is_due(each.fact, ahead)])


def judge_by_sentences(number: Number, sentence: Sentence, clauses: Clauses) -> Found | None:
    """Return a date as borne out if a sentence that tells the same tells of this year, or of it.

    The sentences are those that have most of what each clause of the memo's sentence tells.
    """
    spans = [one.value for one in number.readings if isinstance(one.value, Span)]
    alike = clauses.list_best(sentence)
    for clause in alike:
        day, text = clause.article.source.day, clauses.paragraph_of(clause)
        if len(text) < _LONG and any(_has(text, span, day) for span in spans):
            found = BORNE_OUT, clause.article, None, clause.paragraph
            return Found(number.start, number.end, "date", *found)
    for clause in clauses.sentences_of(alike):
        day = clause.article.source.day
        if any(_tells_time(span, clause, day) for span in spans):
            found = BORNE_OUT, clause.article, None, clause.paragraph
            return Found(number.start, number.end, "date", *found)
    if of_years := _find_years(spans, sentence, list(clauses.sentences_of(alike))):
        found = BORNE_OUT, of_years.article, None, of_years.paragraph
        return Found(number.start, number.end, "date", *found)
    return None


def _find_years(spans: list[Span], sentence: Sentence, alike: list[Clause]) -> Clause | None:
    """Return the clause that has one of some years, where those alike have no other year.

    Of two years of a text, of which a sentence has one, nobody knows what is of which.
    """
    told = {
        int(one.value): clause
        for clause in alike
        for one in clause.held
        if one.unit == "date" and re.fullmatch("[0-9]{4}", str(one.value))
    }
    said = {
        reading.value.year
        for number in sentence.numbers
        for reading in number.readings
        if isinstance(reading.value, Span)
    }
    if not told.keys() <= said:
        return None
    whole = (one.year for one in spans if one.year and not (one.first or one.day))
    return next((told[year] for year in whole if year in told), None)


_LONG = 300
"""A longer paragraph tells of too many things for a date in it to be that of one."""


def _has(text: str, span: Span, day: datetime.date) -> bool:
    """Return whether a text has a month, a day or a part of a year."""
    return bool(span.first and may_be_of_year(span, text, day)) and any(
        isinstance(one := reading.value, Span)
        and one[1:4] == span[1:4]
        and (one.year == span.year or not (one.year and span.year))
        for number in read_chinese(text, day)
        for reading in number.readings
    )


def _tells_time(span: Span, clause: Clause, day: datetime.date) -> bool:
    """Return whether a clause tells of a year as this or last year, or of a period as it is.

    A month or day of a year is told with that year, or with none in the year of the article.
    """
    years = [
        day.year + held.value
        for held in clause.held
        if held.unit == "+year" and isinstance(held.value, int)
    ]
    if span.year and not (span.first or span.day):
        return span.year in years
    if not span.year and (span.day or not span.first < span.last):
        return False
    told = (
        reading.value
        for one in read_chinese(clause.text, day)
        for reading in one.readings
        if isinstance(reading.value, Span)
    )
    if not span.year:
        return any(one[:4] == span[:4] for one in told)
    return any(one[1:4] == span[1:4] and (one.year or day.year) == span.year for one in told)


def judge_relative_years(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield a year that has begun where the text clearly tells of the next one alone."""
    for number in sentence.numbers:
        units = {unit for _, unit in number.readings}
        if not number.relative or units.isdisjoint(("+year", "+end")):
            continue
        if _is_ahead(_years_ahead(number, sentence)):
            continue
        if sentence.is_compared_with(number.start):
            continue
        alike = clauses.align_closely(sentence, number.start, mentions)[:1]
        told = [
            held.value
            for clause in clauses.sentences_of(alike)
            for held in clause.held
            if held.unit == "+year"
        ]
        if "+end" in units and not told:
            told = [year - sentence.date.year for one in alike for year in list_years(one)]
        if told and all(map(_is_ahead, told)):
            yield doubt(number.start, number.end, "date", alike[0])


def _is_ahead(years: object) -> bool:
    return isinstance(years, int) and years > 0


_NEXT = re.compile("明年|来年|next year", re.I)
_PART_OF_YEAR = re.compile("[0-9一二三四上下春夏秋冬年底末初]")
"""What behind a year makes a part of it: 明年二季度."""
_NAMED_YEAR = re.compile(r"(\d{4}) ?年$")


def _years_ahead(number: Number, sentence: Sentence) -> int | None:
    """Return how many years ahead a coming year or the end of a year is, by the text's day."""
    for value, unit in number.readings:
        if unit == "+year" and isinstance(value, int) and value > 0:
            return value
        if unit == "+end" and value == 1:
            before = sentence.text[max(0, number.start - 6) : number.start].rstrip()
            named = _NAMED_YEAR.search(before)
            if named:
                return int(named[1]) - sentence.date.year
            return int(bool(_NEXT.search(before + number.words)))
    return None


def judge_next_year(
    sentence: Sentence,
    mentions: list[Mention],
    binder: Binder,
    clauses: Clauses,
    found: list[Found],
) -> Iterator[Found]:
    """Yield a coming year or the end of one in which nothing is due that the sentence speaks of.

    It is unknown, unless the text tells the same of that year.
    """
    known = {one.record.id for one in found if one.record and one.status == BORNE_OUT}
    for number in sentence.numbers:
        ahead = _years_ahead(number, sentence)
        if ahead is None:
            continue
        bounds = [one for one in binder.rank(number, binder.facts.dates) if one.share >= SPOKEN_OF]
        due = any(bound.fits and _is_due(bound.fact, ahead) for bound in bounds) or any(
            _is_due(fact, ahead) for fact in binder.facts.all if fact.record.id in known
        )
        if due:
            continue
        alike = clauses.align_closely(sentence, number.start, mentions)
        part = _PART_OF_YEAR.match(sentence.text, number.end)
        alike = [one for one in alike if not part or f"年{part[0]}" in one.text]
        told = next((one for one in alike if _tells_of(one, ahead)), None)
        if told:
            borne_out = Found(number.start, number.end, "date", BORNE_OUT)
            yield borne_out._replace(article=told.article, paragraph=told.paragraph)
        else:
            yield Found(number.start, number.end, "date", UNKNOWN)


def _tells_of(clause: Clause, ahead: int) -> bool:
    """Return whether a clause tells of the year so many years ahead."""
    return any(held.unit == "+year" and held.value == ahead for held in clause.held)


def _is_due(fact: Fact, ahead: int) -> bool:
    year = str(fact.article.source.day.year + ahead)
    return any(code.startswith(year) for code in fact.times)
