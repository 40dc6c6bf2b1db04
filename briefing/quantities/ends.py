"""Finds the two ends of a change from one number to another: 由1832户增至3382户."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.quantities.scanner import Quantity

_BEGINS = re.compile("[由从]")
_CLAUSE_END = re.compile("[，,。；;！!？?：:]")
_LEAD = re.compile("[^，,。；;！!？?：:、0-9]{0,14}")
"""What may stand between 由 or 从 and the first number, besides a time: 由目前的, 从每人每月."""
_CHANGES = re.compile(
    "[^，,。；;！!？?：:、0-9]{0,8}?(?:分别)?"
    "(?:[增升降减缩提跌涨扩跃压长攀拓延放调翻高变回上下]|发展|优化|改善)[^，,。；;！!？?：:、0-9]{0,4}?[至到为成]"
    "[^，,。；;！!？?：:、0-9]{0,6}"
)
"""What stands between the two numbers: a verb of change, and to what it leads."""
_AND = re.compile("[、和与及]|以及")
_FARTHEST = 40


class Ends(NamedTuple):
    """The number that a thing went from, and the one that it went to.

    ``start`` is the offset of the 由 or 从 that tells of the first one.
    """

    start: int
    first: Quantity
    last: Quantity


def find_ends(text: str, quantities: Sequence[Quantity]) -> list[Ends]:
    """Return the changes from one number to another that a paragraph with some quantities tells.

    Several things may change in one clause: 从771家、481家增加到1076家、636家.

    >>> from briefing.quantities import scan_paragraph
    >>> text = "企业由2025年的1832户增至3382户，占比从33%升到38%"
    >>> [(one.first.text, one.last.text) for one in find_ends(text, scan_paragraph(text))]
    [('1832户', '3382户'), ('33%', '38%')]
    """
    if not _BEGINS.search(text):
        return []
    plain = list(text)
    for one in quantities:  # a time may stand before either number
        if one.unit == "date":
            plain[one.offset : one.offset + len(one.text)] = "\0" * len(one.text)
    words = "".join(plain)
    numbers = [one for one in quantities if one.unit != "date" and one.kind != "name"]
    found: list[Ends] = []
    for at, one in enumerate(numbers):
        start = _begin_of(words, one.offset)
        if start < 0:
            continue
        firsts = _list_of(words, numbers, at)
        behind = at + len(firsts)
        if behind >= len(numbers):
            continue
        between = words[_end_of(firsts[-1]) : numbers[behind].offset]
        lasts = _list_of(words, numbers, behind)
        if len(firsts) != len(lasts) or not _CHANGES.fullmatch(between):
            continue
        pairs = list(zip(firsts, lasts, strict=True))
        if all(map(_are_alike, firsts, lasts)):
            found += [Ends(start, first, last) for first, last in pairs]
    return found


def _begin_of(words: str, offset: int) -> int:
    """Return where 由 or 从 stands before a number in its clause, or -1."""
    before = words[max(0, offset - _FARTHEST) : offset]
    first = max((one.end() for one in _CLAUSE_END.finditer(before)), default=0)
    leads = [one for one in _BEGINS.finditer(before, first) if _LEAD.fullmatch(before, one.end())]
    return offset - len(before) + leads[-1].start() if leads else -1


def _list_of(words: str, numbers: Sequence[Quantity], at: int) -> list[Quantity]:
    """Return the numbers of a list that begins with one of them: 771家、481家."""
    listed = [numbers[at]]
    for one in numbers[at + 1 :]:
        if not _AND.fullmatch(words, _end_of(listed[-1]), one.offset):
            break
        listed.append(one)
    return listed


def _end_of(one: Quantity) -> int:
    return one.offset + len(one.text)


def _are_alike(first: Quantity, last: Quantity) -> bool:
    """Return whether two numbers may be of one thing, of which time may change its unit."""
    if first.kind == last.kind == "duration":
        return True
    return (first.kind, first.unit) == (last.kind, last.unit)
