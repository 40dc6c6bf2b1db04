"""Where clauses and sentences begin and end: their marks are found once a text, not once a span."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

_LONGEST = 1000
"""No clause or sentence has more characters: what goes on without a mark is cut into such pieces,
so that what is read around a number does not grow with the text."""


class Marks:
    """The marks of one kind in a text, with those cuts that stand in for them."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern = pattern
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        last = 0
        for start, end in [*(one.span() for one in pattern.finditer(text)), (len(text),) * 2]:
            cuts = range(last + _LONGEST, start, _LONGEST)
            self._starts += [*cuts, start]
            self._ends += [*cuts, end]
            last = end

    def behind(self, at: int) -> int:
        """Return where the piece begins in which an offset stands: behind the last mark before."""
        if at and self._pattern.match(self._text, at - 1, at):
            return at  # also in the middle of a long mark, or before what would make it none
        index = bisect_right(self._ends, at, hi=len(self._ends) - 1)
        return self._ends[index - 1] if index else 0

    def before(self, at: int) -> int:
        """Return where the piece ends in which an offset stands: before the next mark."""
        index = bisect_right(self._ends, at, hi=len(self._ends) - 1)
        return max(at, self._starts[index])


LONGEST_TITLE = 80
"""A title of a document has fewer characters."""
_NEXT_TITLE = re.compile("[、和及与]?《[^《》]{1,80}》")
"""A title right behind a word or another title."""


def is_in_title(text: str, at: int, first: int = 0) -> bool:
    """Return whether an offset stands in the title of a document that begins from ``first`` on.

    >>> text = "印发《甲方案（2024—2026年）》，"
    >>> is_in_title(text, text.index("2024")), is_in_title(text, len(text) - 1)
    (True, False)
    """
    return text.rfind("《", first, at) > text.rfind("》", first, at)


def widen_to_titles(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the whole of the titles of documents in which it begins and ends.

    An anchor may be too short for a title. One that ends right before some is of them as well.

    >>> text = "甲市印发《甲方案（2024—2026年）》，"
    >>> [text[slice(*widen_to_titles(text, 0, 4))], text[slice(*widen_to_titles(text, 5, 8))]]
    ['甲市印发《甲方案（2024—2026年）》', '《甲方案（2024—2026年）》']
    """
    first = max(0, start - LONGEST_TITLE)
    if is_in_title(text, start, first):
        start = text.rfind("《", first, start)
    if is_in_title(text, end, max(0, end - LONGEST_TITLE)):
        closed = text.find("》", end, end + LONGEST_TITLE)
        end = closed + 1 if closed >= 0 else end
    while title := _NEXT_TITLE.match(text, end):
        end = title.end()
    return start, end


@lru_cache(maxsize=16)
def list_spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, which is asked about for each of its numbers."""
    return [one.span() for one in pattern.finditer(text)]


def stands_between(pattern: re.Pattern[str], text: str, first: int, last: int) -> bool:
    """Return whether words stand between two offsets of a text, which is gone through once.

    >>> [stands_between(re.compile("力争"), "力争开工，建成", *span) for span in ((0, 4), (1, 7))]
    [True, False]
    """
    spans = list_spans(pattern, text)
    at = bisect_left(spans, (first, 0))
    return at < len(spans) and spans[at][1] <= last


@lru_cache(maxsize=4096)  # rules go through the paragraphs of a text one after another
def find_marks(pattern: re.Pattern[str], text: str) -> Marks:
    """Return the marks of a text, which is asked about again for every span in it."""
    return Marks(pattern, text)


CLAUSE_END = re.compile("(?<![0-9])[,，]|[,，](?![0-9])|[。；：！？;:!?]")
_PART_END = re.compile("[。；！？;!?]")
_SENTENCE_END = re.compile("[。！？!?]")


def limits_of_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause around a span of a text begins and ends."""
    return _limits_of(CLAUSE_END, text, start, end)


def limits_of_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a span of a text begins and ends, or its part up to a ；."""
    return _limits_of(_PART_END, text, start, end)


def limits_of_whole_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a span of a text begins and ends, with all its parts."""
    return _limits_of(_SENTENCE_END, text, start, end)


def _limits_of(mark: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    marks = find_marks(mark, text)
    return marks.behind(start), marks.before(end)


_NEAR = 60
"""No word that tells what stands behind it is longer, with all that may stand between the two."""


def right_before(
    pattern: re.Pattern[str], text: str, at: int, first: int = 0
) -> re.Match[str] | None:
    """Return what a pattern that ends in ``$`` finds right before an offset, from ``first`` on.

    >>> right_before(re.compile("由[^，]{0,4}$"), "由去年的5吨增至9吨", 4)[0]
    '由去年的'
    """
    return pattern.search(text, max(first, at - _NEAR), at)
