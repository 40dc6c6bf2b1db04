"""Where the sentences of a line begin and end, and where one that is too long is cut."""

import re
from collections.abc import Iterator
from itertools import islice

_END = re.compile(
    r"(?<=[。！？!?])(?![。！？!?])[”’」』）)]?|\n|(?<=[.?!])[\"”’')]?(?=\s+[\"“‘'(]?[A-Z\d\u4e00-\u9fff])"
)
_NO_END = re.compile(
    r"(?:\b(?:Co|Ltd|Inc|No|Mr|Mrs|Ms|Dr|St|vs|approx|c|ca|e\.g|i\.e|U\.S|Nos|para|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]))\.$"
)
_LONGEST_SHORT = 12
"""What is shortened before a full stop has fewer characters."""
_LONGEST = 1000
_MOST_NUMERALS = 60
"""A sentence that a writer has finished has fewer characters, and fewer numerals."""
_NUMERALS = re.compile(
    r"[0-9]{1,4}(?:\.[0-9]{1,4})?[万亿]{0,2}|[零一二两三四五六七八九十百千万亿]{1,2}"
)
_JOINT = re.compile(r"[；;：:、]|(?<!\d)[,，]|[,，](?!\d)|\s+")


def cut_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a line; what is no sentence in length is cut.

    The numbers and names of a sentence are held against each other. Rows of data, and what has no
    end, are therefore read in pieces: they are cut behind a mark or blank where there is one.
    """
    for start, end in split_sentences(text):
        while at := _find_cut(text, start, end):
            if text[start:at].strip():
                yield start, at
            start = at  # noqa: PLW2901
        if text[start:end].strip():
            yield start, end


def _find_cut(text: str, start: int, end: int) -> int:
    """Return where the sentence at a span must be cut, or 0."""
    last = min(end, start + _LONGEST)
    surplus = next(islice(_NUMERALS.finditer(text, start, last), _MOST_NUMERALS, None), None)
    if surplus:
        last = surplus.start()
    if last == end:
        return 0
    joints = [one.end() for one in _JOINT.finditer(text, (start + last) // 2, last)]
    return joints[-1] if joints else last


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a line."""
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if text[end : end + 1] == '"' and text.count('"', start, end) % 2:
            end += 1  # which closes what is quoted
        if end <= start or _NO_END.search(text, max(start, end - _LONGEST_SHORT), end):
            continue
        if text[start:end].strip():
            yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)
