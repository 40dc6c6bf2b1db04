"""The industries of a text for a draft, from lists such as 聚焦氢能、信创等新兴产业."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.checks.widen import widen_marks
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.listing import compile_tail, split_items, strip_quotes
from briefing.drafting.found import FoundSector, Span
from briefing.names.tables import alternatives, words

_VERB = re.compile("(?:带动|拉动|推动|发展|做[强大优]|壮大|培育|[养种]?起(?!重))(?=[一-鿿]{2})")
"""A verb before an item of a list that is no part of what it names."""
_ITEM = re.compile("[\u4e00-\u9fffA-Za-z0-9+（）-]{2,14}(?<![区园县市镇])")


def find_sectors(paragraphs: Sequence[str]) -> list[FoundSector]:
    """Return the industries that lists of industries name, once each, in order.

    >>> [one.name for one in find_sectors(["我们聚焦氢能、低空经济和信创等新兴产业。"])]
    ['氢能', '低空经济', '信创']
    """
    paragraphs = [widen_marks(text) for text in paragraphs]
    found: dict[str, list[Span]] = {}
    for number, text in enumerate(paragraphs, 1):
        for start, end in sorted(_items(text)):
            found.setdefault(text[start:end], []).append(Span(number, start, end))
    return [FoundSector(name, tuple(spans)) for name, spans in found.items()]


def _items(text: str) -> Iterator[tuple[int, int]]:
    breaks = Breaks(text)
    floor = 0
    for tail in _tail().finditer(text):
        for item in split_items(text, breaks, _leads(), tail.start(), floor):
            start, end = strip_quotes(text, *item)
            if verb := _VERB.match(text, start, end):
                start = verb.end()
            name = text[start:end]
            if _ITEM.fullmatch(name) and name not in words("no-sector"):
                yield start, end
        floor = tail.end()


@cache
def _tail() -> re.Pattern[str]:
    return compile_tail(alternatives("sector"), 10)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(alternatives("sector-lead"))
