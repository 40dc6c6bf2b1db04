"""Whether what a sentence lists stands in the list of the texts that tells of the same."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import measure_support
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence

_LIST = {
    "zh": re.compile(
        "[\u4e00-\u9fffA-Za-z0-9]{1,12}(?:、[\u4e00-\u9fffA-Za-z0-9]{1,12})+"
        "(?:(?:和|与|及|以及)[\u4e00-\u9fff]{1,10})?"
    ),
    "en": re.compile(
        r"(?<![\w'’-])(?:[\w'’-]++ ){0,3}[\w'’-]++(?:, (?:[\w'’-]++ ){0,3}[\w'’-]++)+,? and"
        r" (?:[\w'’-]++ ?){1,4}"
    ),
}
_BETWEEN = {"zh": re.compile("、|和|与|以及|及"), "en": re.compile(",? and |, ")}
_NO_LIST = re.compile(r"[0-9]|, (?:is|are|was|were|who|which|in|of|at|by) ")
"""What stands between commas that part no items of a list."""
_FEWEST = {"zh": 2, "en": 3}
"""So many items of a list must stand in the text that is of the same."""
_LEAST = 0.34
"""The least share of an item that must stand there."""


def judge_lists(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the only item of a list that the sentence of the texts lacks which has all others."""
    for language in sentence.languages:
        for run in islice(_LIST[language].finditer(sentence.text), MOST_ASKED):
            items = list(_split(run, language))
            if len(items) <= _FEWEST[language] or _NO_LIST.search(run[0]):
                continue
            alike = clauses.align_closely(sentence, run.start(), [])
            window = list(clauses.sentences_of(alike[:1]))
            lacking = [
                (start, end)
                for start, end in items
                if measure_support(sentence.text[start:end], language, window) < _LEAST
            ]
            if len(lacking) != 1 or lacking[0] in (items[0], items[-1]):
                continue  # the first and last items may go on beyond the list
            start, end = lacking[0]
            if not any(one.start < end and start < one.end for one in mentions):
                first = alike[0]
                yield Found(start, end, "name", UNKNOWN, first.article, None, first.paragraph)


def _split(run: re.Match[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of a list."""
    start = run.start()
    for between in _BETWEEN[language].finditer(run.string, run.start(), run.end()):
        yield start, between.start()
        start = between.end()
    yield start, run.end()
