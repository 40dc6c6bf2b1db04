"""Into how many areas, measures, tasks or paths something falls, as memos and texts count them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found
from briefing.verifying.naming.numbered import CARDINALS
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
_DIGITS = "一二三四五六七八九十"
_COUNTED = {
    "en": [
        re.compile(
            rf"\b(?P<count>{'|'.join(CARDINALS[1:])}) (?:[\w-]+ ){{0,2}}(?:{english})\b", re.I
        )
        for english, _ in _KINDS
    ],
    "zh": [
        re.compile(f"(?<!第)(?P<count>[{_DIGITS}两])(?:个|条|项|大|方面的)?(?:{chinese})")
        for _, chinese in _KINDS
    ],
}
_MOST_READ = 8
"""So many clauses that tell most of a sentence are read, with the others of their sentences."""


class _Counted(NamedTuple):
    """A count of a sentence with its span, and a clause that has as many of the kind, or others."""

    start: int
    end: int
    is_so: bool
    clause: Clause


def judge_areas(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield what was found, with how many areas and the like there are as the texts count them.

    The clauses are those that tell most of the sentence, with the others of their sentences.
    """
    counted = list(_list_counted(sentence, clauses))
    told = {(one.start, one.end): one.clause for one in counted if one.is_so}
    for one in found:
        clause = told.get((one.start, one.end))
        if clause and one.kind == "number" and one.status != CONTRADICTED:
            where = clause.article, None, clause.paragraph
            yield Found(one.start, one.end, "number", BORNE_OUT, *where)
        else:
            yield one
    for count in counted:
        if not count.is_so:
            where = count.clause.article, None, count.clause.paragraph
            yield Found(count.start, count.end, "number", UNKNOWN, *where)


def _list_counted(sentence: Sentence, clauses: Clauses) -> Iterator[_Counted]:
    """Yield the counts of a sentence of which the clauses that tell most of it count the kind."""
    for language in sentence.languages:
        for kind, words in enumerate(_COUNTED[language]):
            for said in islice(words.finditer(sentence.text), MOST_ASKED):
                ranked = islice(clauses.rank(sentence, said.start(), []), _MOST_READ)
                told = [
                    (_read(match["count"]), one)
                    for one in clauses.sentences_of(one for _, one in ranked)
                    for match in _COUNTED["zh"][kind].finditer(one.text)
                ]
                same = next((one for value, one in told if value == _read(said["count"])), None)
                if told:
                    yield _Counted(*said.span("count"), same is not None, same or told[0][1])


def _read(count: str) -> int:
    if count == "两":
        return 2
    if count in _DIGITS:
        return _DIGITS.index(count) + 1
    return CARDINALS.index(count.lower()) + 1
