"""Where names of organisations and posts may begin in a text: behind what is no part of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from briefing.names.tables import words

_MARKS = "，。；：！？“”‘’《》（）()…—、,;:!? \u3000"
_INSIDE = re.compile(
    "[“《][^“”《》，。；！？、]{1,12}[”》](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[（(][^（）()]{1,8}[）)](?=[\u4e00-\u9fff])"
)
"""Quotation marks and brackets inside a name: “示例”公司, 示例（集团）公司."""
_DATE = "\\d+(?:年|月|日|时|分)"
_COUNT = "[\\d一二两三四五六七八九十几多数各余](?:家|个|所|批|座|支|项)|\\d[万亿]?元"


class Breaks:
    """The offsets in a text behind a mark, a date, or a word that is no part of a name.

    ``more`` are further offsets that are known to be breaks.

    >>> Breaks("昨天，他在示例省发展和改革委员会说").before(8, 0)
    5
    """

    def __init__(self, text: str, more: Iterable[int] = ()) -> None:
        hidden = text
        for pattern in (_INSIDE, _whole()):
            hidden = pattern.sub(lambda match: "\0" * len(match[0]), hidden)
        self._ends = sorted([*(match.end() for match in _cuts().finditer(hidden)), *more])

    def before(self, at: int, floor: int) -> int:
        """Return the last break at or before an offset, and no less than ``floor``."""
        index = bisect_right(self._ends, at)
        return max(floor, self._ends[index - 1] if index else 0)


@cache
def alternatives(*kinds: str) -> str:
    """Return a pattern of all words of some kinds of the tables, the longest first."""
    listed = {word for kind in kinds for word in words(kind)}
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(alternatives("whole"))


@cache
def _cuts() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_MARKS)}]|兼任?|{_DATE}|{_COUNT}|{alternatives('cut')}")
