"""Halves of a day that a sentence tells beside a date, held against the times of texts there.

A text tells them by words or by a clock: 1月8日上午, 2022-03-21 14:45.
"""

import re
from collections.abc import Iterator, Mapping

from briefing.model.text import SourceText
from briefing.names.languages import compile_words
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.sentences import Sentence

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
