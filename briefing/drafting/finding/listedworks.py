"""The items of lists of projects: 甲、乙等12个项目, and 项目包括甲、乙."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.commonworks import is_plain
from briefing.drafting.finding.leads import name_leads, trim_name
from briefing.drafting.finding.listing import NUMBERS, compile_tail, last_match, split_items
from briefing.drafting.finding.parts import are_parts, is_of_one_work
from briefing.drafting.finding.roads import SECTION
from briefing.drafting.finding.twofold import find_first_part, find_origin
from briefing.names.tables import alternatives

_NAMES = re.compile("，如(?![期何此今果同])|包括|包含|涵盖|涉及|分别为|分别是|主要有|还有")
_OF_OTHERS = re.compile("(?:展出|参展|展示|经营|服务|收费|检[查测]|体检|[比竞]赛|培训|贸易)项目")
"""What is called so as well, and is nothing that is built: 展出项目."""
_COUNT = re.compile("[2-9两二三四五六七八九](?=[个项大类条种])")
_DEEDS = re.compile(
    "(?:改造|治理|整治|修复|扩能|提升|保护|取暖|补水|调水|[新改扩]建|搬迁|加固|绿化|供水|配套|提质增效|一体化|防洪|[一二三四五]期|班列|快线|遗址)$"
)
"""How items of a list of projects may end that tell what is done, and name no work."""
_ROUTE = re.compile("^[一-鿿]{2,6}[-—－][一-鿿]{2,6}$")
"""The two ends of a line, by which a list may name it: 甲县-乙县等3个项目."""
_RUN = re.compile("的?(?:科学|联合|统一|精细|优化|防洪)*(?:调度|调蓄|运行管理|巡查|巡检)")
"""What behind a list tells that its items are works that were built long ago."""
_GREAT = re.compile("(?:重大|重点|标志性|超级|世纪|国家|骨干)[^，。；]{0,6}$")
"""What in the end of a list tells that its items are works with their own names: 三峡等重大工程."""
_WATER = re.compile("[\u4e00-\u9fff]{1,3}[江河湖溪]")
_OF_WATER = re.compile(
    "[\u4e00-\u9fff]{1,3}[江河湖溪](?:小?流域|水系|河道|干流|两岸|综合|治理|整治)"
)
"""What several rivers of a list may share, as an item begins with the last of them."""
_BUILT_BY = re.compile("(?:投资|承建|建设|参建|援建|实施|运营|开发)的(?=[\u4e00-\u9fff]{3})")
"""Verbs of those who build, and stand before their works in a list."""
_REST_OF = re.compile("在建|其[他它]|一批|有关|相关")
"""How an item begins that names no works: 甲水库以及在建电站等项目."""
_NEAR = 20


def find_listed(text: str, breaks: Breaks) -> Iterator[tuple[int, int]]:
    """Yield the items of lists of projects: 甲、乙等12个项目, and 项目……包括甲、乙.

    A list with an item that names no project, as 能源、交通等重大工程, is one of fields, and one of
    which no item ends like works, as 田径、游泳等项目, is of sports or what else a 项目 may be.
    """
    floor = 0
    for tail in _tail().finditer(text):
        pieces = split_items(text, breaks, name_leads(), tail.start(), floor)
        items = [trim_name(text, *item) for item in _without_builders(text, pieces)]
        if items:  # the first one may go from one place to another
            first = find_origin(text, breaks, *items[-1], floor)
            first = find_first_part(text, breaks, first, floor)
            items[-1] = (first, items[-1][1])
        items = _join_waters(text, items)
        is_of_others = are_parts(text, floor, tail.start()) or _RUN.match(text, tail.end())
        if is_of_others or not _fits_count(tail[0], len(items)):
            floor = tail.end()
            continue
        is_great = _GREAT.search(tail[0]) and tail[0].endswith("工程")
        if not any(is_plain(text[slice(*item)]) for item in items) and (
            is_great or _has_works(text, items)
        ):
            yield from items
        floor = tail.end()
    for match in _NAMES.finditer(text):
        of_others = _OF_OTHERS.search(text, max(0, match.start() - _NEAR), match.start())
        if of_others or are_parts(text, 0, match.end()) or is_of_one_work(text, match.start()):
            continue
        if _project().search(text, 0, match.start()):
            end = re.compile("等|，|$").search(text, match.end())
            stop = end.start() if end else len(text)
            items = [
                trim_name(text, *item)
                for item in split_items(text, breaks, name_leads(), stop, match.end())
            ]
            items = _join_waters(text, items)
            if _has_works(text, items) and not any(is_plain(text[slice(*one)]) for one in items):
                yield from items


def _without_builders(text: str, items: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the items of a list, last first, without who built them, and what has no name.

    An item that begins with the verb of the builders before it is the first: 甲公司等承建的乙水库.
    """
    named = []
    for start, end in items:
        if not _REST_OF.match(text, start, end):
            builders = last_match(_BUILT_BY, text, start, end)
            named.append((builders.end() if builders else start, end))
            if builders:
                break
    return named


def _join_waters(text: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the items of a list, last first, with rivers that share a work as one: 甲江、乙江."""
    joined: list[tuple[int, int]] = []
    for start, end in items:
        if joined and _WATER.fullmatch(text, start, end) and _OF_WATER.match(text, *joined[-1]):
            joined[-1] = (start, joined[-1][1])
        elif not _WATER.fullmatch(text, start, end):
            joined.append((start, end))
    return joined


def _fits_count(tail: str, number: int) -> bool:
    """Return whether a list with a count alone behind it, and no 等, has as many items as that."""
    count = _COUNT.match(tail)
    return not count or NUMBERS.get(count[0], 0) in (0, number)


def _has_works(text: str, items: Iterable[tuple[int, int]]) -> bool:
    """Return whether an item of a list ends like works, in what is done for one, or is a route."""
    ends = (_ending_of_item(), _DEEDS, _ROUTE)
    return any(end.search(text[slice(*item)]) for item in items for end in ends)


@cache
def _ending_of_item() -> re.Pattern[str]:
    ends = alternatives("project", "works", "weak-works")
    return re.compile(f"(?:{ends})(?:[一二三四]期)?{SECTION}$")


@cache
def _project() -> re.Pattern[str]:
    return re.compile(alternatives("project"))


@cache
def _tail() -> re.Pattern[str]:
    return compile_tail(alternatives("project"))
