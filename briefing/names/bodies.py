"""Where places, organisations and lists of projects may be named in a Chinese text.

These are guesses by the ends of words, good enough for hints and for nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.names.gazetteer import places_by_name
from briefing.names.tables import words

Span = tuple[int, int]
_HAN = "\u4e00-\u9fff"
_LISTED = re.compile(
    "(?:包括|(?<![具拥没享所])有|如)([^，。；：！？“”]{2,200}?)等"
    "(?![一-鿿]{0,6}(?:设施|设备|功能|环节|领域|方面|行业|产业|产品|特点|优势|问题))"
)
_SHORTEST = 2
_NOT_FIRST = (
    "(?!(?<=以)[前后上下内外来]|(?<=从)前|(?<=[其随])后|(?<=一)[流般些切体]"
    "|(?<=经)[济纪营贸历]|(?<=实)[验业]|(?<=动)[力车物]|(?<=设)[备计施]|(?<=建)[筑材]|(?<=合)[肥作]|(?<=服)[装]"
    "|(?<=推)广|(?<=组)团)"
)
"""A name does not begin with the rest of a word whose first character is a mark: 以前, 一流."""
_OF_A_KIND = re.compile("[各多这此几某每两][类种级批]|各[个地]")
"""How the words begin that are cut where many bodies of a kind are told of: 各类农业合作社."""
_AIM = re.compile("[兴强富立活旺治][省市县区镇]$")
"""How what somebody wants to make of a place ends, which is no name: 以港兴市, 旅游富县."""
_LED = re.compile(
    "地[处属]|毗[邻连]|紧[邻临]|[东南西北][接连邻靠临依抵]|途经|隶属|下?辖|横跨|纵贯|连[接通]|走进|来到|前往|赶赴|驶[入出]"
)
"""Words right before a place that are no part of its name: 地处云岭省, 东接青河市."""
_SHORTEST_PLACE = 3
# The last character of a place may be the first of another word: 贷款市场, 中部省份, 震中距县城.
_NOT_BEFORE = (
    f"[{_HAN}]?(?:长|级|域|内|外)|(?<=省)会|场(?!监)|值(?!得)|价|面(?![积向临])|政(?![府协])|份|纪录"
    "|城(?![关乡镇市])|间|位|别|块|民(?![政族间营办宗])|集(?!团)|部(?![署门分委])"
)


def find_bodies(text: str) -> Iterator[Span]:
    """Yield the spans that may name an organisation: words before 公司, 大学, 局 and the like."""
    nouns = tuple(words("noun") | words("common-body"))
    for start, end in _find(text, _pattern("body", 20), nouns):
        if not _OF_A_KIND.match(text, max(0, start - 1)):
            yield start, end


def find_places(text: str) -> Iterator[Span]:
    """Yield the spans that may name a place: a few characters before 省, 市, 县, 区 or 镇.

    >>> text = "地处东甲市，到西乙县的班车跨省，不受国内楼市和中部省会贷款市场拖累"
    >>> [text[start:end] for start, end in find_places(text)]
    ['东甲市', '西乙县']
    """
    for begin, end in _find(text, _pattern("place", 4), tuple(words("noun"))):
        led = _LED.match(text, begin)
        start = led.end() if led and end - led.end() >= _SHORTEST_PLACE else begin
        name = text[start:end]
        is_known = any(name[at:] in places_by_name() for at in range(len(name) - 2))
        if is_known or not _AIM.search(name):
            yield start, end


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
    return re.compile(f"{_NOT_FIRST}{own}{{2,{longest}}}?(?:{endings})(?!{_NOT_BEFORE})")


def _find(text: str, pattern: re.Pattern[str], nouns: tuple[str, ...]) -> Iterator[Span]:
    yield from (one.span() for one in pattern.finditer(text) if not one[0].endswith(nouns))
