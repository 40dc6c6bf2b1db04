"""The industries of a text for a draft, from lists such as 聚焦氢能、信创等新兴产业."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.checks.widen import widen_marks
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.listing import compile_tail, split_items, strip_quotes
from briefing.drafting.found import FoundSector, Span
from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives, ends_word, words

_LEAD = re.compile(
    "(?:带动|拉动|推动|发展|做[强大优]|壮大|培育|扩大|新增|储备|发布|承担|深化|[上中下]游(?=.{3})|[养种]?起(?!重))"
    "(?=[一-鿿]{2})"
)
"""A verb, or a word for the part of a chain, before an item of a list that it does not name."""
_ITEM = re.compile("(?!\\d)[\u4e00-\u9fffA-Za-z0-9+（）-]{2,14}(?<![区园县市镇])")
_TASK = re.compile(
    "(?:(?<!网络)(?<!信息)安全|变化|减贫|保护|投入|培育|建设|保障|贷款|组织|群体|防御|打造|展示|中心)$"
)
"""The ends of what is done or held in a list of fields, and no industry: 粮食安全等领域."""


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
            if lead := _LEAD.match(text, start, end):
                start = lead.end()
            if _is_industry(text[start:end]):
                yield start, end
        floor = tail.end()


def _is_industry(name: str) -> bool:
    """Return whether an item may be an industry: no place, no body, no task and no count."""
    begins_with_place = longest_place(name)
    other = name in words("no-sector") or ends_word(name, len(name), "own-body")
    in_place = begins_with_place and name[begins_with_place:][:1] in ("", "在")
    return bool(_ITEM.fullmatch(name)) and not (other or in_place or _TASK.search(name))


@cache
def _tail() -> re.Pattern[str]:
    return compile_tail(f"(?:{alternatives('sector')})(?!机械|技术)")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(alternatives("sector-lead"))
