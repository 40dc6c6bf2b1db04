"""The times that a text tells, and of how much around them they are the time."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from briefing.checks.marks import is_in_title
from briefing.checks.stages import HOPED, MUST
from briefing.drafting.found import Span
from briefing.drafting.text import DraftText
from briefing.model.periods import CODE, days_of
from briefing.quantities import Quantity
from briefing.quantities.relative_dates import find_relative

DAY = re.compile("\\d{4}-\\d\\d-\\d\\d(?!/)")
MONTH = re.compile("\\d{4}-\\d\\d(?![-/])")
COMPARED = re.compile("(?:[比较与同]|相比|相较)$")
_IS, _TIMES = (
    re.compile("(?:是|为|相当于)$"),
    re.compile("同?期?的[近约超逾]?(?:过|超过)?[0-9.]+(?:倍|%)"),
)
"""What stands around a time of which a number is a multiple: 是十年前的3.5倍."""
REACHED = re.compile("(?:截至|截止|截止到|到|至)$")
WISHED = re.compile(f"力争|确保|争取(?![了到])|努力|目标|争创|锚定|{MUST}|预计|预期")
FROM = re.compile("[由从]$")
"""What before a time says that only the next number is of it: 由去年的9%升至12%."""
_WORDS = re.compile(
    "截至目前|截止目前|目前|当前|如今|现在|眼下|[今去]年以来|年初(?!以来|预|计|目)|[去今][春夏秋冬]"
    "|[今去明]年[春夏秋冬][季天]?"
    "|(?:未来|今后|过去)的?[一二两三四五六七八九十几\\d]+年(?![前来])"
    "|“?十[一二三四五六七]五”?以来|党的[一二三四五六七八九十]+大以来|改革开放以来"
    "|[一二两三四五六七八九十几\\d]+年[前来]|(?:[今去前]年|[0-9]{4}年)?(?:春节|国庆|中秋|元旦|清明|端午|劳动节|“?五一”?|“?十一”?|双节|寒|暑){1,2}节?(?:小长)?(?:假期|黄金周)|“?十[一二三四五六七]五”?(?:时期|期间)|[一-鿿]{2,6}期间"
)
"""Times that are told in words and have no code."""
_SAME = re.compile("[去上]年同期")
_WHOLE = re.compile("全年|年内")
_AT_END = re.compile("(?<![0-9年今去明前])年底前?")
_SOONEST = re.compile("最[快早迟晚]")
_THEN = re.compile("届时|到那时")
_PART = "(?:底|末|初|间|内|中|以来|期间|全年|时|份)?"
APART = re.compile(
    f"[）)]?{_PART}(?:[上下中]午|[早当]?晚|凌晨|清晨)?(?:，|,(?![0-9]))|[、和及与至]|当月|当季"
)
_OF_MONTH = re.compile("份|当月")
_OF_EVENT = re.compile("[^，。；]{0,14}(?:仪式|会议?|活动|观摩)")
"""What behind a period makes the name of an event of it: 四季度开工仪式."""
_LEAD = re.compile(
    "(?:其中|仅|展望|提出|明确|要求|但|而|则|在|自|从|还|又|，|“)*(?:截至|截止|到|至)?[今去明前]?年?"
)
"""What may stand in a clause before the time that begins it."""
_SINCE = re.compile("[底末]?以来")


_MOST_TIMES = 50
"""So many times before another one in a sentence may give it their year."""


class Time(NamedTuple):
    """A time at offsets of a paragraph: its code, or none where it has only words.

    ``governs`` is whether it is also of the clauses behind its own, and ``is_next`` whether it is
    only of the next number. One that ``is_shifted`` is a year before the time that governs it, and
    one that ``is_compared`` is of no number. ``is_written`` tells a date from other words.
    """

    start: int
    end: int
    code: str | None
    governs: bool = False
    is_next: bool = False
    is_shifted: bool = False
    is_compared: bool = False
    is_written: bool = False


@lru_cache(maxsize=4)
def list_times(text: DraftText, number: int) -> list[Time]:
    """Return the times that a paragraph tells, in order."""
    paragraph = text.paragraphs[number - 1]
    years = {one.end: one.start for one in find_relative(paragraph, "zh") if one.unit == "year"}
    found = [
        # What stands before 去年12月 stands before its year.
        Time(years.get(one.offset, one.offset), one.offset + len(one.text), code, is_written=True)
        for one in text.quantities[number]
        if one.unit == "date" and (code := code_of(one)) and not is_in_title(paragraph, one.offset)
    ]
    taken = {at for one in found for at in range(one.start - 1, one.end)}
    found += [
        one for one in _in_words(text, paragraph) if taken.isdisjoint((one.start, one.end - 1))
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    times: list[Time] = []
    for one in found:
        if times and one.end <= times[-1].end:
            continue  # 今年 of 今年秋季
        if one.is_written and (since := _SINCE.match(paragraph, one.end)):
            completed: Time | None = one._replace(end=since.end(), code=None)
        else:
            completed = _complete(text, paragraph, one, times, number)
        if completed:
            times.append(_with_scope(text, completed, number))
    return times


def _in_words(text: DraftText, paragraph: str) -> Iterator[Time]:
    """Yield the times that words tell; such as a year that is missing is found later."""
    for one in find_relative(paragraph, "zh"):
        is_other = paragraph.startswith(("同期", "以来"), one.end)
        if one.unit == "year" and text.date and not is_other:
            yield Time(one.start, one.end, str(one.year(text.date)))
    for match in _WORDS.finditer(paragraph):
        yield Time(*match.span(), None)
    for match in _SAME.finditer(paragraph):
        yield Time(*match.span(), None, is_shifted=True)
    for pattern in (_WHOLE, _THEN, _AT_END):
        for match in pattern.finditer(paragraph):
            yield Time(*match.span(), "")


def _complete(
    text: DraftText, paragraph: str, one: Time, before: list[Time], number: int
) -> Time | None:
    """Return a time with the year that words before it or the article give to 全年 and 届时."""
    is_last = paragraph.startswith("上", one.start) and not one.is_written
    if one.code and is_last and (year := _year_before(text, one, before, number)):
        return one._replace(code=year_before(year))
    if one.code != "":
        return one
    if _THEN.match(paragraph, one.start):
        last = next((each.code for each in reversed(before) if each.code), None)
        return one._replace(code=last) if last and is_to_come(text, last) else None
    is_end = bool(_AT_END.match(paragraph, one.start))  # that of this year, if it is to come
    if not is_end and (year := _year_before(text, one, before, number)):
        return one._replace(code=year)
    clause = text.read(text.clause_of(Span(number, one.start, one.end)))
    is_own = text.date and (text.date.month == 12 or _is_hoped(clause))
    return one._replace(code=str(text.date.year)) if text.date and is_own else None


def _year_before(text: DraftText, one: Time, before: list[Time], number: int) -> str | None:
    """Return the year of the last time with one that the sentence tells before another."""
    begins = text.sentence_of(Span(number, one.start, one.end)).start
    told = takewhile(lambda each: each.start >= begins, reversed(before))
    near = islice(told, _MOST_TIMES)
    return next((each.code[: len("2031")] for each in near if each.code), None)


def _is_hoped(clause: str) -> bool:
    return any(pattern.search(clause) for pattern in (WISHED, HOPED, _SOONEST))


def _with_scope(text: DraftText, one: Time, number: int) -> Time:
    """Return a time with what it is of: the next number, its clause, or the clauses behind, too."""
    paragraph = text.paragraphs[number - 1]
    span = Span(number, one.start, one.end)
    before = paragraph[text.sentence_of(span).start : one.start]
    if COMPARED.search(before) or (_IS.search(before) and _TIMES.match(paragraph, one.end)):
        return one._replace(is_compared=True)
    if one.is_shifted or FROM.search(before):
        return one._replace(is_next=True)
    clause = text.clause_of(span)
    begins = bool(_LEAD.fullmatch(paragraph, clause.start, one.start))
    apart = bool(APART.match(paragraph, one.end))
    if _THEN.match(paragraph, one.start):
        return one._replace(governs=True)
    if one.code is None:
        return one._replace(governs=begins and (apart or _is_counted(text, one, clause)))
    reached = bool(REACHED.search(before))
    if DAY.match(one.code) or MONTH.match(one.code):
        of_month = MONTH.match(one.code) and _OF_MONTH.match(paragraph, one.end)
        return one._replace(governs=reached or bool(of_month))
    counted = begins and _is_counted(text, one, clause)  # 2030年开工 dates an event
    is_span = re.search("[/QH]", one.code) and not _OF_EVENT.match(paragraph, one.end)
    return one._replace(governs=(begins and apart) or counted or bool(is_span))


def _is_counted(text: DraftText, one: Time, clause: Span) -> bool:
    """Return whether a number stands behind a time in its clause."""
    behind = text.starting(clause.paragraph, one.end, clause.end)
    return any(each.unit != "date" and each.kind != "name" for each in behind)


def times_between(text: DraftText, number: int, first: int, last: int) -> list[Time]:
    """Return the times that stand between two offsets of a paragraph."""
    held = list_times(text, number)
    begin = bisect_left(held, first, key=_start)
    return [one for one in held[begin : bisect_left(held, last, key=_start)] if one.end <= last]


def _start(one: Time) -> int:
    return one.start


def leads(text: DraftText, one: Time, clause: Span) -> bool:
    """Return whether a time stands alone before the comma with which a clause begins."""
    paragraph = text.paragraphs[clause.paragraph - 1]
    apart = APART.match(paragraph, one.end)
    begins = text.clause_of(Span(clause.paragraph, one.start, one.end)).start
    is_first = _LEAD.fullmatch(paragraph, begins, one.start)
    return bool(apart and apart.end() == clause.start and is_first)


def year_before(code: str) -> str:
    """Return the same span of the year before."""
    return re.sub("[0-9]{4}", lambda year: f"{max(1, int(year[0]) - 1):04}", code)


def is_to_come(text: DraftText, code: str) -> bool:
    """Return whether a period ends after the day of the article."""
    return text.date is not None and days_of(code).last > text.date


def leading_period(text: DraftText, sentence: Span) -> str | None:
    """Return the last period with which a sentence before this one begins in its paragraph."""
    leading = _leading_periods(text, sentence.paragraph)
    at = bisect_left(leading, (sentence.start, ""))
    return leading[at - 1][1] if at else None


@lru_cache(maxsize=4)
def _leading_periods(text: DraftText, number: int) -> list[tuple[int, str]]:
    """Return the periods with which sentences of a paragraph begin, each with its offset."""
    found = []
    for one in list_times(text, number):
        begins = text.sentence_of(Span(number, one.start, one.end)).start
        lead = text.paragraphs[number - 1][begins : one.start]
        is_first = not re.search("[一-鿿]{5}", lead)
        is_span = one.code and not (DAY.match(one.code) or MONTH.match(one.code))
        if one.code and is_span and is_first and not is_to_come(text, one.code):
            found.append((one.start, one.code))
    return found


def code_of(date: Quantity) -> str | None:
    """Return the code of the day, month, year or interval that a date is, if it is one."""
    values = date.value if isinstance(date.value, list) else [date.value]
    days = [str(one).partition("T")[0] for one in values]
    code = days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}"
    if not re.match(CODE, code) or days_of(code).first > days_of(code).last:
        return None
    return code
