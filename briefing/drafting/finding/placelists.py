"""Lists of which the words behind them say what is in them: 甲、乙等8个县, 甲、乙等乡镇."""

import re
from collections.abc import Iterator

_COUNT = "(?:\\d{1,3}|[两三四五六七八九十]{1,3})个"
_LIST = re.compile(
    f"[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,7}}){{1,20}}(?:等(?:{_COUNT})?|{_COUNT})"
    "(?:(?P<towns>(?:沿线|周边|重点|产粮|山区)?大?(?:乡镇|镇街|镇|乡(?!亲|村)|村(?!民)))"
    "|(?P<counties>县(?:市区?|区|（市(?:、区)?）)?|市县|区县|旗县|市)(?![场民委内里级政外中直区长]))"
)
"""A list, and the word for what is in it."""
_FIRMS = re.compile(
    "[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}){1,20}等\\d{1,4}[多余]?家(?![庭人乡长里])"
)
_ITEM = re.compile("[\u4e00-\u9fff]+")


def find_firms_of_lists(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the firms in lists of such, which may be called after places.

    >>> text = "甲乐、丙丁百货等16家超市"
    >>> [text[start:end] for start, end in find_firms_of_lists(text)]
    ['甲乐', '丙丁百货']
    """
    for match in _FIRMS.finditer(text):
        yield from (
            one.span()
            for one in _ITEM.finditer(text, match.start(), match[0].rindex("等") + match.start())
        )


def find_place_lists(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the offsets of lists of towns and counties, and whether it is one of counties.

    >>> text = "甲乙、丙丁等8个县通车，途经甲乙、大同等乡镇。"
    >>> [(text[start:end], counties) for start, end, counties in find_place_lists(text)]
    [('甲乙、丙丁等8个县', True), ('途经甲乙、大同等乡镇', False)]
    """
    for match in _LIST.finditer(text):
        yield *match.span(), match["counties"] is not None
