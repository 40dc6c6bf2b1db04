"""Lengths of time in a sentence: 八年前, over the past decade, four months later.

A text has a length if a clause has it, or if two of its times are so far apart: the wharf was
agreed on in May and begun in September.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import combinations

from briefing.checks.numbers import Number
from briefing.checks.once import once
from briefing.model.records import Project
from briefing.names.languages import compile_words
from briefing.quantities.conversion import convert
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.kinds import is_ordinal
from briefing.verifying.sentences import Sentence

_UNITS = TIMES | {"decade", "century"}
_OF_TIME = re.compile("[年载季月周星礼天日昼夜晚时钟分秒旬世代]|h|min", re.I)
"""What a clause has that tells a length of time: the numbers of others are not read."""
_DAYS = {"day", "week"}
_SPELLED = re.compile(
    r"\b(?<!half )(?:past|last|next|coming|previous|a|the) (decade|century)\b(?!['’]s)", re.I
)
"""A length that is told without a number."""
_SINCE = compile_words(
    r"\s*(?:[a-z]+ ){0,4}?(?:days?|weeks?|months?|years?) (?:after|before|ahead of)\b[^;]*",
    "[^，。；]{0,8}?[天日周年月](?:之?[前后])[^，。；]*",
)
"""A clause that tells how long it is from one thing to another."""
_SPAN = {
    "en": re.compile(
        r"[ -]*(?:(?:days?|weeks?|months?|years?) )?(?:after|before|ahead of|later|earlier|apart"
        r"|elapsed|passed|separat\w+|between|from|since)\b",
        re.I,
    ),
    "zh": re.compile("[天日周年]?(?:个月)?(?:之?[前后]|才|的?时间)"),
}
_LASTING = compile_words(
    r"\b(?:took|tak(?:es|en|ing)|last(?:s|ed|ing)|within|after)(?: [a-z]+){0,3} $"
    r"|\bfor(?: (?:about|over|nearly|some|almost|just|exactly|more than))? $",
    "(?:历时|用时|耗时|前后|时隔|间隔|相隔|相距|隔了?|过了|花了|用了|不到|仅)[约近]?$",
)
"""What stands behind a length of time from one thing to another, and what before one."""
_NEAR = 30
_CODE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>\d)|H(?P<half>\d)))?"
)
_MOST_TIMES = 40
"""Of so many times at most that are told beside it, a length is worked out."""
_Time = tuple[int, int, int]
"""A year, month and day; 0 where it is not told."""
_YEAR = 12  # months
_MONTH = 30.4  # days
_MANY_DAYS = 5


def find_spelled(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield a decade or century, of which no number is told, where no text has such a length."""
    if sentence.language == "zh" or not clauses.all:
        return
    for spelled in _SPELLED.finditer(sentence.text):
        if not _has_length(1, spelled[1].lower(), sentence, spelled.start(), [], clauses):
            yield Found(*spelled.span(), "date", UNKNOWN)


def is_other_length(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> bool:
    """Return whether a number is a length of time that the texts do not have.

    One year or day may be any, and the second one is no length.
    """
    value, unit = number.readings[0]
    if unit not in _UNITS or isinstance(value, Span) or is_ordinal(number) or not clauses.all:
        return False
    alike = clauses.align_closely(sentence, number.start, mentions)
    beside = {held.value for one in alike for held in one.held if held.unit == unit}
    if beside and value not in beside:
        return True
    if value <= 1 and unit in TIMES:
        return False
    return not _has_length(value, unit, sentence, number.start, mentions, clauses)


def find_length_clause(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the span of another clause than that of an offset which begins with a length of time.

    It tells how long something is before or after another thing: a day after the signing.
    """
    own = sentence.clause_at(at)
    for index, (start, end) in enumerate(sentence.clauses):
        if index != own and _SINCE[sentence.language].match(sentence.text, start, end):
            return start, min(end, len(sentence.text))
    return None


def tells_span(number: Number, sentence: Sentence) -> bool:
    """Return whether a number is how long one thing is before or after another, or takes."""
    before = sentence.text[max(0, number.start - _NEAR) : number.start]
    return number.readings[0].unit in TIMES and bool(
        _SPAN[sentence.language].match(sentence.text, number.end)
        or _LASTING[sentence.language].search(before)
    )


def lies_between_own_times(number: Number, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether a number is how long it is from a time of its sentence to another, or to now.

    Now is the day of an article that tells the same, and a time without a year is of that year.
    """
    length = _read_length(number)
    if length is None:
        return False
    days = {sentence.date, *(one.day for one in clauses.list_best(sentence))}
    return any(
        _lies_between_any(*length, [_time_of(day), *own[:_MOST_TIMES]])
        for day in days
        for own in [list(dict.fromkeys(_own_times(sentence, day.year)))]
    )


def lies_between_times(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> bool:
    """Return whether a number is how long it is between two times of what a sentence tells of."""
    length = _read_length(number)
    if length is None:
        return False
    return _lies_between_any(*length, _list_times(sentence, number.start, mentions, clauses))


def _read_length(number: Number) -> tuple[float, str] | None:
    """Return the length of time that a number tells and its unit, or None; one may be any."""
    value, unit = number.readings[0]
    if unit not in _UNITS or isinstance(value, Span) or is_ordinal(number) or value <= 1:
        return None
    return value, unit


def _lies_between_any(value: float, unit: str, times: Sequence[_Time]) -> bool:
    """Return whether two of some times are so far apart."""
    return any(_lies_between(value, unit, *two) for two in combinations(times, 2))


def _has_length(
    value: float, unit: str, sentence: Sentence, at: int, mentions: list[Mention], clauses: Clauses
) -> bool:
    """Return whether a text has a length of time, or two times that are so far apart."""
    if any(convert(*one, unit) == value for one in _list_lengths(clauses)):
        return True
    return _lies_between_any(value, unit, _list_times(sentence, at, mentions, clauses))


@once
def _list_lengths(clauses: Clauses) -> frozenset[tuple[float, str]]:
    """Return every length of time in some texts once, with its unit."""
    return frozenset(
        (held.value, held.unit)
        for one in clauses.all
        if _OF_TIME.search(one.text)
        for held in one.held
        if held.unit in _UNITS and not isinstance(held.value, str)
    )


def _list_times(
    sentence: Sentence, at: int, mentions: list[Mention], clauses: Clauses
) -> list[_Time]:
    """Return the times of a sentence and of the paragraphs of what it tells, and the days.

    They are the paragraphs that tell the same, and those of the projects that it names.
    """
    alike = [*clauses.align(sentence, at, mentions), *clauses.list_best(sentence)]
    paragraphs = {(id(one.article), one.paragraph): one.article for one in alike}
    paragraphs |= {
        (id(entry.article), one.paragraph): entry.article
        for mention in mentions
        for entry in mention.entries
        if isinstance(entry.record, Project)
        for one in entry.record.evidence
    }
    found = {
        time
        for (_, number), article in paragraphs.items()
        for clause in clauses.of_paragraph(article, number)
        for held in clause.held
        if held.unit == "date" and isinstance(held.value, str)
        for time in _read(held.value)
    }
    days = {sentence.date, *(one.source.day for one in paragraphs.values())}
    found |= {time for day in days for time in _own_times(sentence, day.year)}
    return [*(_time_of(one) for one in sorted(days)), *sorted(found)[:_MOST_TIMES]]


def _time_of(day: datetime.date) -> _Time:
    return day.year, day.month, day.day


def _read(code: str) -> Iterator[_Time]:
    """Yield the times in a code such as 2024-04, or in one of a period such as 2021/2025."""
    for one in _CODE.finditer(code):
        last = 3 * int(one["quarter"] or 0) + 6 * int(one["half"] or 0)
        yield int(one["year"]), int(one["month"] or last), int(one["day"] or 0)


def _own_times(sentence: Sentence, year: int) -> Iterator[_Time]:
    """Yield the times that a sentence names, those without a year as of the one that is given."""
    spans = (
        reading.value
        for one in sentence.numbers
        for reading in one.readings
        if isinstance(reading.value, Span)
    )
    for span in spans:
        yield span.year or year, span.last, span.day


def _lies_between(value: float, unit: str, one: _Time, other: _Time) -> bool:
    """Return whether two times are so far apart, in whole units or nearly."""
    years, months, days = (abs(a) for a in _subtract(one, other))
    if unit in _DAYS and one[2] and other[2]:
        most = 4 if unit == "week" else value >= _MANY_DAYS  # of which both ends may be counted
        return abs(days - (convert(value, unit, "day") or 0)) <= most
    told = convert(value, unit, "month")
    if told is None:
        return False
    if unit == "month" and value in (one[1], other[1]):
        return True  # from the beginning of the year
    if one[1] and other[1]:
        return abs(months - told) <= (1 if unit == "month" else 6)
    return abs(_YEAR * years - told) < 1


def _subtract(one: _Time, other: _Time) -> tuple[int, int, float]:
    """Return how many years, months and days are between two times; without days, roughly."""
    years = one[0] - other[0]
    months = _YEAR * years + one[1] - other[1]
    days = _MONTH * months + one[2] - other[2]
    if all(one) and all(other):
        with suppress(ValueError):  # a day that there is not in a month
            days = (datetime.date(*one) - datetime.date(*other)).days
    return years, months, days
