"""Whether what a sentence lists stands in the list of the texts that tells of the same."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import measure_support
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_lines

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


def judge_lists(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield the only item of a list that the sentence of the texts lacks which has all others."""
    for language in sentence.languages:
        for run in islice(_LIST[language].finditer(sentence.text), MOST_ASKED):
            items, is_whole = _bound(sentence.text, list(_split(run, language)), language)
            if len(items) <= _FEWEST[language] or _NO_LIST.search(run[0]):
                continue
            alike = clauses.align_closely(sentence, run.start(), [])
            window = list(clauses.sentences_of(alike[:1]))
            lacking = [
                (start, end)
                for start, end in items
                if not _is_supported(sentence.text[start:end], language, window)
            ]
            if len(lacking) != 1 or (lacking[0] in (items[0], items[-1]) and not is_whole):
                continue  # the first and last items may go on beyond the list
            start, end = lacking[0]
            first = alike[0]
            yield Found(start, end, "name", UNKNOWN, first.article, None, first.paragraph)


@cache
def _provinces() -> dict[str, str]:
    """Return the short names of provinces by the characters that stand for them."""
    return dict(line.split("\t") for line in read_lines("provinces.tsv"))


def _is_supported(item: str, language: str, window: list[Clause]) -> bool:
    """Return whether clauses have an item, or the province for which a character stands: 粤."""
    written = (item, _provinces().get(item, item))
    return any(measure_support(one, language, window) >= _LEAST for one in written)


_HEAD = re.compile(".*(?:是|为|包括|有|投向|来自|涉及|即|在)")
_TAIL = re.compile(
    "这?[一二三四五六七八九十两0-9]+(?:个|大|种|类|项|家|地|市|县|省|国|处|条|座|方面)|等"
)
_ENDS = re.compile("[，,。；;、]|$")


def _bound(
    text: str, items: list[tuple[int, int]], language: str
) -> tuple[list[tuple[int, int]], bool]:
    """Return the items without what stands before and behind a Chinese list, if its ends are told.

    That is so where a verb stands before it, and a number of things or a mark behind it.
    """
    (first, begins), (last, end) = items[0], items[-1]
    head, tail = _HEAD.match(text, first, begins), _TAIL.search(text, last, end + 1)
    if language != "zh" or not head or not (tail or _ENDS.match(text, end)):
        return items, False
    behind = tail.start() if tail else end
    return [(head.end(), begins), *items[1:-1], (last, behind)], True


def _split(run: re.Match[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of a list."""
    start = run.start()
    for between in _BETWEEN[language].finditer(run.string, run.start(), run.end()):
        yield start, between.start()
        start = between.end()
    yield start, run.end()
