"""Lists in a text, as 甲、乙和丙等三个项目, and where their items stand."""

import re
from collections.abc import Iterator, Sequence

from briefing.drafting.finding.breaks import Breaks

NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NUMBERS |= {str(number): number for number in range(2, 10)}
"""How many items a number tells that stands before or behind a list."""
_JOINT = re.compile("、|(?:以及|和(?!平|田|顺|谐))(?=[^、]*$)")
"""What stands between two items of a list of projects: 和 only before the last one."""
_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_LONGEST = 300
"""A list has no more characters."""
_OPEN = {"“": "”", "‘": "’", "《": "》"}
_CLOSE = {close: begin for begin, close in _OPEN.items()}
_COUNT = "(?:[\\d一二两三四五六七八九十百几多数]{1,12}余?)?[个项大类条种批]?"


def compile_tail(ends: str) -> re.Pattern[str]:
    """Return the pattern of the end of a list: 等12个重大项目, with ``ends`` for 项目."""
    return re.compile(
        f"(?:等|(?=[\\d两三四五六七八九十]{{1,12}}[个项大类条种]))(?!\\d{{1,12}}余?[家所位名]){_COUNT}[^，。；：、！？“”了等]{{0,10}}?(?:{ends})"
    )


def split_items(
    text: str, breaks: Breaks, leads: re.Pattern[str], end: int, floor: int = 0
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the items of a list that ends at an offset, the last one first.

    ``leads`` matches the words before the first item that are no part of it. Nothing is yielded
    for fewer than two items.
    """
    floor = max(floor, end - _LONGEST)
    begin = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "，。；：！？"))
    begin += 2 if text.startswith("以及", begin) else 0
    # What brackets hold is one part of an item: 甲街改造（东段、西段）、乙街改造
    piece = _BRACKETS.sub(lambda match: "\0" * len(match[0]), text[begin:end])
    joints = [match.span() for match in _JOINT.finditer(piece)]
    if not joints:
        return
    limits = [begin, *(begin + at for joint in joints for at in joint), end]
    items = list(zip(limits[::2], limits[1::2], strict=True))
    first = max(breaks.before(items[0][1] - 1, begin), begin)
    # One that ends the item is a part of its name: 甲机场改扩建.
    if lead := last_match(leads, text, begin, max(begin, items[0][1] - 1)):
        first = max(first, lead.end())
    items[0] = (first, items[0][1])
    yield from reversed(items)


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match of a pattern in a piece of a text."""
    found: Sequence[re.Match[str]] = list(pattern.finditer(text, start, end))
    return found[-1] if found else None


def strip_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a piece of a text without quotation marks around it."""
    if text[start : start + 1] in _OPEN and _OPEN[text[start]] not in text[start : end - 1]:
        start += 1
    if text[end - 1 : end] in _CLOSE and _CLOSE[text[end - 1]] not in text[start:end]:
        end -= 1
    return start, end
