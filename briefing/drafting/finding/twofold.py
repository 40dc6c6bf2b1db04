"""Where the name of a work begins that has two parts: 甲县至乙市高速公路, 甲配套与乙改造工程."""

import re

from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.leads import trim_name
from briefing.names.gazetteer import places_by_name

_LINES = re.compile(
    "(?:[铁公]路|高铁|高速|通道|航道|管道|线路|千伏)|(?:路|线|工程|项目)(?:[一二三四]期)?$"
)
"""What stands in the names of works that go from one place to another."""
_PLACE = re.compile("[\u4e00-\u9fff]{1,6}")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST_PLACE = 8
_EQUIPPED = re.compile("[\u4e00-\u9fff]{2}(?:续建|工程|设施)?配套[和与及]$")
"""How the first part of a name ends: 甲灌区续建配套与."""
_ITEM = re.compile("(?:项目|工程)、(?P<first>[^，。；、“”]{2,16})[和与及]$")
"""The first part of an item of a list of works, behind another one."""
_ADDED = re.compile("及(?=城乡)")
"""What joins to a work what is built with it: 甲水库骨干及城乡配套."""
_NEAR = 20


def find_origin(text: str, breaks: Breaks, start: int, end: int, floor: int) -> int:
    """Return where the name of a work begins that goes from one place to another: 甲县至乙市."""
    joint = text[start - 1 : start]
    is_line = joint in ("至", "到", "—", "-") and _LINES.search(text, start, end)
    if not (is_line or joint == "都"):  # no noun stands behind 都 where that is a word of its own
        return start
    begin, _ = trim_name(text, breaks.before(start - 2, floor), end)
    name = _HAN if joint == "都" else _PLACE
    if name.fullmatch(text, begin, start - 1):
        return begin
    sizes = range(_LONGEST_PLACE, 1, -1) if is_line else ()
    listed = (
        start - 1 - size for size in sizes if text[start - 1 - size : start - 1] in places_by_name()
    )
    return next(listed, start)


def find_first_part(text: str, breaks: Breaks, start: int, floor: int) -> int:
    """Return where a name begins of which 与 joins two parts: 甲灌区续建配套与节水改造工程.

    In a list they are one item: 甲产业园项目、乙设备与丙材料项目.
    """
    if _EQUIPPED.search(text, floor, start) or _ADDED.match(text, start - 1):
        return trim_name(text, breaks.before(start - 2, floor), start - 1)[0]
    item = _ITEM.search(text, max(0, start - _NEAR), start)
    return item.start("first") if item else start
