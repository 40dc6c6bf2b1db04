"""Whether a sentence speaks of another time than a fact."""

import re
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.choices import NOT_BEGUN
from briefing.model.parts import Bilingual
from briefing.quantities.english_dates import Span
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import is_time, suits
from briefing.verifying.sentences import Sentence


class _Around(NamedTuple):
    """What a sentence tells of the time of one number.

    It ``begins`` where a thing stands before the time that is named. ``spoken`` are the times that
    are named, and ``is_past`` tells that they are of the year before.
    """

    begins: bool
    spoken: list[Span]
    is_past: bool


class Times:
    """The times of which a sentence speaks; what it tells of each number is read once."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._told: dict[tuple[int, int], _Around] = {}

    def is_other(self, number: Number, fact: Fact) -> bool:
        """Return whether the words around a number name a time, and not that of a fact."""
        around = self._around(number)
        if (around.is_past and _is_of_this_year(fact)) or self._is_of_another_plan(number, fact):
            return True
        if fact.compared and self._is_compared_otherwise(number, fact):
            return True
        if around.begins or not around.spoken or not fact.times:
            return False
        if self._is_goal_of_rest(around.spoken, fact):
            return False
        return not any(
            suits(span, code) for span in around.spoken for code in fact.times
        ) and not any(is_at_end(span, fact) for span in around.spoken)

    def _is_goal_of_rest(self, spans: list[Span], fact: Fact) -> bool:
        """Return whether a fact is what is to be reached in a year, of which the rest is told.

        Parts of the year are then the times of what is done of it or left: 8 more in the last
        quarter for the 45 of the year.
        """
        year = next((code for code in fact.times if len(code) == _YEAR), None)
        return (
            fact.stage in NOT_BEGUN
            and year is not None
            and all(one.year in (0, int(year)) for one in spans)
            and any(self._sentence.find(kind) for kind in ("left", "needed"))
        )

    def _around(self, number: Number) -> _Around:
        key = number.start, number.end
        if key not in self._told:
            self._told[key] = self._read(number)
        return self._told[key]

    def list_told(self, number: Number) -> list[Span]:
        """Return the times that are named of a number; the year before has no months."""
        around = self._around(number)
        past = [Span(self._sentence.date.year - 1)] if around.is_past else []
        return [*around.spoken, *past]

    def _is_compared_otherwise(self, number: Number, fact: Fact) -> bool:
        """Return whether the clause up to a change compares it with another time than the fact."""
        own = self._sentence.clause_at(number.start)
        spans = [
            span
            for clause, one, _ in self._dates
            if clause == own and one.end <= number.start
            if self._sentence.is_compared_with(one.start)
            for span in _spans_of(one)
        ]
        return bool(spans) and not any(
            suits(span, code) for span in spans for code in fact.compared
        )

    def _read(self, number: Number) -> _Around:
        before = self._sentence.text[: number.start].rstrip()
        begins = before.endswith(("from", "由", "从")) or number.around.role == "from"
        if nearest := self._find_own(number):
            is_past = self._sentence.find("last-year", nearest.start) is not None
            return _Around(begins, _spans_of(nearest), nearest.relative and is_past)
        if not (begins or _FROM.search(before)) and self._is_now(number):
            return _Around(begins, [], is_past=False)
        return _Around(begins, self._times_of(number), self._tells_last_year(number))

    def _is_now(self, number: Number) -> bool:
        """Return whether the clause of a number tells of the present, and of no other time."""
        own = self._sentence.clause_at(number.start)
        timed = any(clause == own for clause, _, _ in self._dates)
        return not timed and bool(_NOW.search(self._sentence.clause_text(number.start)))

    def _find_own(self, number: Number) -> Number | None:
        """Return the date beside a number from or to which something changes, of several.

        One clause may tell both ends: from 140 in 2020 to 200 last year.
        """
        own = self._sentence.clause_at(number.start)
        compares = self._sentence.is_compared_with
        beside = [
            one for clause, one, _ in self._dates if clause == own and not compares(one.start)
        ]
        if len(beside) <= 1 or not number.around.role:
            return None
        text = self._sentence.text
        behind = (one for one in beside if one.start >= number.end)
        for one in behind:  # 9.02 million mu in 2010
            if _IN.fullmatch(text, number.end, one.start):
                return one
        return min(beside, key=lambda one: _gap(one, number))

    @cached_property
    def _dates(self) -> list[tuple[int, Number, bool]]:
        """The dates of the sentence, each with its clause and whether that tells of an event."""
        sentence = self._sentence
        kinds = ("event",) if sentence.language == "zh" else ("done", "under_way", "agreed")
        return [
            (sentence.clause_at(one.start), one, any(sentence.find(x, one.start) for x in kinds))
            for one in sentence.numbers
            if is_time(one) or (one.relative and not sentence.is_compared_with(one.start))
        ]

    def _times_of(self, number: Number) -> list[Span]:
        """Return the times that the nearest clause with any names.

        That of something begun, finished or signed in another clause is none of them, nor is one
        behind a semicolon.
        """
        sentence = self._sentence
        own = sentence.clause_at(number.start)
        spoken: dict[int, list[Span]] = {}
        for clause, one, happened in self._dates:
            apart = happened and clause != own
            apart = apart or bool(_APART.search(sentence.text, number.end, one.start))
            if not (apart or one.relative or sentence.is_compared_with(one.start)):
                spoken.setdefault(clause, []).extend(_spans_of(one))
        if own not in spoken and any(one.relative for at, one, _ in self._dates if at == own):
            spoken = {}  # last year is the time of its own clause, whatever another tells
        order = sentence.nearest(spoken, number.start)
        found = list(spoken[order[0]]) if order else []
        of_time = [sentence.clauses[one][0] for one in order[:1]]
        whole = any(sentence.find("whole-year", at) for at in (number.start, *of_time))
        if whole:  # which is more than a part of the year that is named
            found = [one for one in found if one.first or one.day]
        if whole or (found and sentence.find("of-year", number.start)):
            found.append(Span(0, 1, 12))
        return found

    def _is_of_another_plan(self, number: Number, fact: Fact) -> bool:
        """Return whether the sentence tells of another Five-Year Plan than a fact's period."""
        period = getattr(fact.record, "period", None)
        if not isinstance(period, Bilingual):
            return False
        sentence = self._sentence
        plans = self._plans_beside(number)
        if not plans:
            return False
        written = (period.zh if sentence.language == "zh" else period.en) or ""
        own = sentence.pattern("plan").search(written)
        return bool(own and own[1] not in plans)

    def _plans_beside(self, number: Number) -> set[str]:
        """Return the Five-Year Plans of the last clause up to a number that tells of one, if any.

        Where something stands before a change is not of the time of the change.
        """
        sentence = self._sentence
        if number.around.role == "from":
            return set()
        for at in range(sentence.clause_at(number.start), -1, -1):
            text = sentence.text[slice(*sentence.clauses[at])]
            if plans := {found[1] for found in sentence.pattern("plan").finditer(text)}:
                return plans
        return set()

    def _tells_last_year(self, number: Number) -> bool:
        """Return whether the last clause up to a number that tells of a time is of last year."""
        sentence = self._sentence
        timed = {clause for clause, _, _ in self._dates}
        for at in range(sentence.clause_at(number.start), -1, -1):
            start = sentence.clauses[at][0]
            last = sentence.find("last-year", start)
            if last and not sentence.is_compared_with(start + last.start()):
                return True
            if at in timed or sentence.find("this-year", start):
                return False
        return False


_YEAR = 4  # digits
_FROM = re.compile(r"\bfrom (?:about|around|nearly|over|under|(?:less|more|fewer) than)$")
_NOW = re.compile(r"现在|如今|眼下|目前|现有|\b(?:now|currently|at present|today)\b", re.I)
_APART = re.compile("[；;]")
_IN = re.compile(
    r"(?: [a-z%]+){0,3} (?:in|at|by|for|after|over|as of)(?: the (?:end|start) of)?(?: the)? "
)


_END = re.compile("截至|截止|[月年季度]末|[月年]底")


def is_at_end(span: Span, fact: Fact) -> bool:
    """Return whether a fact is told as of the end of a half, of a row of months or of a year.

    It is how much there was by the end of June, 截至6月底, in the first half of the year.
    """
    told = not fact.is_change and any(_END.search(one.anchor) for one in fact.record.evidence)
    return told and any(_ends_with(span, code) for code in fact.times)


def _ends_with(span: Span, code: str) -> bool:
    """Return whether a half, row of months or year that is said ends with the month of a code."""
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-\d\d)?", code)
    if not found or not span.last:
        return False
    return span.last == int(found[2]) and span.year in (0, int(found[1]))


def _spans_of(date: Number) -> list[Span]:
    return [one.value for one in date.readings if isinstance(one.value, Span)]


def _gap(one: Number, other: Number) -> int:
    """Return how many characters stand between two numbers."""
    return max(one.start, other.start) - min(one.end, other.end)


_THIS_YEAR = re.compile("今年|本年")


def _is_of_this_year(fact: Fact) -> bool:
    """Return whether a fact has a time, and not that of the year before its article."""
    period = getattr(fact.record, "period", None)
    if isinstance(period, Bilingual) and _THIS_YEAR.match(period.zh):
        return True
    if not fact.times and not fact.is_change:
        return False  # what has no time, as a length
    before = str(fact.article.source.day.year - 1)
    return not any(before in code for code in fact.times)


def year_beside(sentence: Sentence, number: Number) -> int | None:
    """Return how many years ahead of the article a date is told to be: 去年5月, March this year."""
    for one in sentence.numbers:
        if not one.relative:
            continue
        years = [value for value, unit in one.readings if unit == "+year"]
        between = sentence.text[min(one.end, number.end) : max(one.start, number.start)]
        if years and isinstance(years[0], int) and between.strip(" ,的of") == "":
            return years[0]
    return None
