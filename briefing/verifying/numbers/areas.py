"""Into how many areas, measures, tasks or paths something falls, as memos and texts count them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found
from briefing.verifying.sentences import Sentence

_KINDS = (
    ("areas|fields|fronts|aspects|respects|domains|directions", "方面|领域|方向"),
    ("measures|steps|moves", "措施|举措|办法"),
    ("tasks", "任务"),
    ("paths|routes|ways|avenues", "路径|路子|途径"),
    ("principles", "原则"),
    ("advantages|strengths", "优势"),
    ("problems|issues", "问题"),
    ("conditions", "条件"),
)
"""The English and Chinese words for what a thing may fall into."""
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DIGITS = "一二三四五六七八九十"
_COUNTED = {
    "en": [
        re.compile(
            rf"\b(?P<count>{'|'.join(_ENGLISH[1:])}) (?:[\w-]+ ){{0,2}}(?:{english})\b", re.I
        )
        for english, _ in _KINDS
    ],
    "zh": [
        re.compile(f"(?<!第)(?P<count>[{_DIGITS}两])(?:个|条|项|大|方面的)?(?:{chinese})")
        for _, chinese in _KINDS
    ],
}
_MOST_READ = 8


def judge_areas(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield what was found, with how many areas and the like there are as the texts count them.

    The clauses are those that tell most of the sentence, with the others of their sentences.
    """
    found = list(found)
    counted = {
        span: told
        for language in sentence.languages
        for kind, words in enumerate(_COUNTED[language])
        for said in islice(words.finditer(sentence.text), MOST_ASKED)
        for span, told in [_compare(said, kind, sentence, clauses)]
    }
    for one in found:
        told = counted.pop((one.start, one.end), None) if one.kind == "number" else None
        is_right, clause = told or (None, None)
        if is_right and clause and one.status != CONTRADICTED:
            yield Found(
                one.start, one.end, "number", BORNE_OUT, clause.article, None, clause.paragraph
            )
        else:
            yield one
        if is_right is False and clause:
            yield _doubt(one.start, one.end, clause)
    for (start, end), (is_right, clause) in counted.items():
        if is_right is False and clause:
            yield _doubt(start, end, clause)


def _doubt(start: int, end: int, clause: Clause) -> Found:
    return Found(start, end, "number", UNKNOWN, clause.article, None, clause.paragraph)


def _compare(
    said: re.Match[str], kind: int, sentence: Sentence, clauses: Clauses
) -> tuple[tuple[int, int], tuple[bool | None, Clause | None]]:
    """Return the span of a count, and whether the texts have it, with the clause that counts."""
    ranked = islice(clauses.rank(sentence, said.start(), []), _MOST_READ)
    near = clauses.sentences_of(one for _, one in ranked)
    told = [(_value(match["count"]), one) for one in near for match in _find(kind, one.text)]
    own = _value(said["count"])
    right = next((one for value, one in told if value == own), None)
    if right or not told:
        return said.span("count"), (bool(right) or None, right)
    return said.span("count"), (False, told[0][1])


def _find(kind: int, text: str) -> Iterator[re.Match[str]]:
    return _COUNTED["zh"][kind].finditer(text)


def _value(count: str) -> int:
    if count == "两":
        return 2
    if count in _DIGITS:
        return _DIGITS.index(count) + 1
    return _ENGLISH.index(count.lower()) + 1
