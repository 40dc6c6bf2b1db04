"""Whether a Chinese sentence has behind a number what the text has behind another one.

Where a text tells of 64项工作任务 and 31项建设项目, a memo may not tell of 31项工作任务; nor of
11%的人口 where the text tells of 6%的人口总量 and 11%的GDP.
"""

import re
from functools import lru_cache

from briefing.checks.numbers import Number, read_chinese
from briefing.model.forms import pairs_of
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.weighing import Results
from briefing.verifying.sentences import Sentence

_BEHIND = re.compile("的?([A-Za-z]{2,8}|[一-鿿]{2,6})")
_PARTED = re.compile("和|与|及|占|是|为|达|在|将|已|均|都|被|的")
"""What no longer belongs to what is counted."""
_MOST = 0.6
"""The least share of the shorter of two things by which they are the same."""


def judge_behind(results: Results, sentence: Sentence, clauses: Clauses) -> Results:
    """Return results in which a number with what stands behind another one is not borne out."""
    if sentence.language != "zh":
        return results
    return [
        (one, found._replace(status=UNKNOWN))
        if found
        and found.status == BORNE_OUT
        and _is_of_other(one.number, found, sentence, clauses)
        else (one, found)
        for one, found in results
    ]


def _is_of_other(number: Number, found: Found, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether the paragraph of a number has the thing counted behind other numbers alone."""
    said = _read_behind(sentence.text, number.end)
    if not said or found.article is None or found.paragraph is None:
        return False
    told = clauses.of_paragraph(found.article, found.paragraph)
    text = "，".join(one.text for one in told)  # what follows in the next clause is not counted
    values = {(one.value, one.unit) for one in number.readings}
    own: list[frozenset[str]] = []
    others: list[frozenset[str]] = []
    for readings, counted in _list_counted(text):
        if not readings.isdisjoint(values):
            own.append(counted)
        elif {unit for _, unit in readings} & {unit for _, unit in values}:
            others.append(counted)
    return (
        bool(own)
        and all(own)
        and not any(said & one for one in own)
        and any(_MOST * min(len(said), len(one)) <= len(said & one) for one in others if one)
    )


@lru_cache(maxsize=64)
def _list_counted(
    text: str,
) -> tuple[tuple[frozenset[tuple[object, str | None]], frozenset[str]], ...]:
    """Return the values and units of the numbers of a text, each with what stands behind it."""
    return tuple(
        (
            frozenset((one.value, one.unit) for one in number.readings),
            _read_behind(text, number.end),
        )
        for number in read_chinese(text)
    )


def _read_behind(text: str, at: int) -> frozenset[str]:
    """Return what a number that ends at an offset counts, as a word or as pairs of characters."""
    found = _BEHIND.match(text, at)
    if not found:
        return frozenset()
    thing = found[1]
    return frozenset([thing]) if thing.isascii() else frozenset(pairs_of(_PARTED.split(thing)[0]))
