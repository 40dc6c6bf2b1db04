"""Where places, organisations and lists of projects may be named in a Chinese text.

These are guesses by the ends of words, good enough for hints and for nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.names.tables import words

Span = tuple[int, int]
_HAN = "\u4e00-\u9fff"
_LISTED = re.compile("(?:包括|有|如)([^，。；：！？“”]{2,200}?)等")
_SHORTEST = 2


def find_bodies(text: str) -> Iterator[Span]:
    """Yield the spans that may name an organisation: words before 公司, 大学, 局 and the like."""
    yield from _find(text, _pattern("body", 20))


def find_places(text: str) -> Iterator[Span]:
    """Yield the spans that may name a place: a few characters before 省, 市, 县, 区 or 镇."""
    yield from _find(text, _pattern("place", 4))


def find_listed(text: str) -> Iterator[Span]:
    """Yield the spans of what a list names that begins with 包括 and ends with 等."""
    for match in _LISTED.finditer(text):
        start = match.start(1)
        items = match[1].split("、")
        for item in items if len(items) > 1 else ():
            if len(item) >= _SHORTEST:
                yield start, start + len(item)
            start += len(item) + 1


@cache
def _pattern(kind: str, longest: int) -> re.Pattern[str]:
    """Return the pattern of up to so many characters, none of which ends a word, and an ending."""
    marks = "".join(sorted(words("mark")))
    endings = "|".join(sorted(words(kind), key=len, reverse=True))
    own = f"(?:(?![{marks}])[{_HAN}]|[（(][{_HAN}]{{2,6}}[）)])"
    return re.compile(f"{own}{{2,{longest}}}?(?:{endings})(?![{_HAN}]?(?:长|级|域|内|外))")


def _find(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    nouns = tuple(words("noun"))
    yield from (one.span() for one in pattern.finditer(text) if not one[0].endswith(nouns))
