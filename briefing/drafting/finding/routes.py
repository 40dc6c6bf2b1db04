"""Members of a list of works that leave out what the list ends in: 甲县至乙市、乙市至丙县铁路."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.leads import name_leads, trim_name
from briefing.drafting.finding.listing import split_items
from briefing.names.tables import alternatives

_MARKS = ("至", "万吨级", "一级", "二级", "-", "—", "－")
"""What a sentence with such a list has one of."""
_MEMBER = (
    "[一-鿿]{2,7}(?P<joint>至|[-—－])[一-鿿]{2,7}(?:[（(][^（）()]{3,14}[）)])?"
    "|(?:[一-鿿]{2,7}至)?[一-鿿]{2,5}(?:\\d+万吨|[一二])级"
)
"""A route by its ends, or works by their size, in a list that ends in what they are."""
_WHOLE, _LAST = re.compile(_MEMBER), re.compile(f"(?:{_MEMBER})$")
_NO_END = re.compile("[由被把将为是以的]")
"""What tells that the words before the kind are not the end of a route: 至丙县班线由铁路取代."""
_COUNT = (
    "(?:等|(?=[\\d两三四五六七八九十]))"
    "(?:[\\d一二两三四五六七八九十百几多]{1,6}[个条座处]|一批)?(?:重点|重大)?"
)

_GOES_ON = re.compile(
    "(?:的|全线|沿线)?(?:客[流运]|货[运物]|运[量价力营费]|通行|收费|车流|流量|票|班[线次列车]|列车|旅客|游客"
    "|里程|服务|用户|吞吐|市场|产业|行业)"
)
"""What tells behind the kind that it only says of what something else is: 铁路客流."""


class Route(NamedTuple):
    """A member of such a list at offsets of a text, and the offsets of what all of them are."""

    start: int
    end: int
    kind: tuple[int, int]


def find_routes(text: str, breaks: Breaks) -> Iterator[Route]:
    """Yield the members of lists that have the word for their kind only at the end of the list.

    The last one has it for itself where it stands right behind it.

    >>> text = "推进青河至白石、南岭至东溪等3个铁路项目。"
    >>> [text[one.start : one.end] for one in find_routes(text, Breaks(text))]
    ['青河至白石', '南岭至东溪']
    """
    if not any(mark in text for mark in _MARKS):
        return
    floor = 0
    for match in _tails().finditer(text):
        kind = match.span("kind")
        items = list(split_items(text, breaks, name_leads(), match.start(), floor))[::-1]
        items = [trim_name(text, *item) for item in items]
        if items:
            items[0] = _find_first(text, breaks, floor, items[0])
        are_works = all(_WHOLE.fullmatch(text, *item) for item in items)
        are_works = bool(items) and are_works and not _NO_END.search(text, *items[-1])
        if not match["several"]:
            items = items[:-1]  # the last one is found with what it ends in
        if are_works and not _GOES_ON.match(text, match.end()):
            yield from (Route(*item, kind) for item in items)
        floor = match.end()


def _find_first(text: str, breaks: Breaks, floor: int, item: tuple[int, int]) -> tuple[int, int]:
    """Return the offsets of the first member, which begins before the joint of its two ends."""
    start, end = item
    whole = _LAST.search(text, floor, end)
    if not whole:
        return item
    joint = whole.start("joint") if whole["joint"] else end
    begin = max(whole.start(), breaks.before(joint - 1, floor))
    return trim_name(text, min(begin, start), end)


@cache
def _tails() -> re.Pattern[str]:
    kinds = alternatives("listed-works")
    return re.compile(f"(?P<several>{_COUNT})?(?P<kind>{kinds})")
