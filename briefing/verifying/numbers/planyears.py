"""Whether a year is told as the first or last one of a Five-Year Plan that it is."""

from collections.abc import Collection, Iterator

from briefing.names.languages import compile_words
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.sentences import Sentence

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
    nth = int(written) if written.isdigit() else _read(written)
    return _FIRST_PLAN + _LENGTH * (nth - 1) + (_BREAK if nth > _AFTER else 0)


def _read(written: str) -> int:
    tens, _, ones = written.rpartition("十")
    digits = "一二三四五六七八九"
    ten = 10 * (digits.find(tens) + 1 or 1) if "十" in written else 0
    return ten + (digits.find(ones) + 1 if ones else 0)
