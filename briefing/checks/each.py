"""Of which of several things each number is told that stands behind 分别, "respectively"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.checks.marks import limits_of_sentence
from briefing.quantities import Quantity

_EACH = re.compile("分别")
_JOINT = re.compile("[、和与及]")
_BEFORE = re.compile("[^，。；;]{0,14}")
"""What may stand between the word and the first number."""
_BETWEEN = re.compile("(?:以[上下内]|左右)?[、和与及](?:同比|增长|下降|约|近|超|达到?|为)*")
"""What may stand between two of the numbers."""
_LEAD = re.compile("^.*(?:[，,：:；;]|其中)")
_CLAUSE = re.compile("[，,、]")
_TAIL = re.compile("[，,][^，,、和与及\n]{0,6}$")
"""What leads to the word behind the last thing, as in "同比分别"."""
_NUMBER = "\n"
"""What stands for each character of a number."""
_THING = re.compile("(?!.*分别)[\u4e00-\u9fff]{2}")
_FEWEST, _MOST = 2, 20
"""A list has so many things at least, and at most."""
_LONGEST = 300
"""It stands in so many characters before the word."""


class ToldEach(NamedTuple):
    """The thing of which a number is told, and the others that stand in its list."""

    thing: str
    others: tuple[str, ...]


def read_each(text: str, quantities: Sequence[Quantity]) -> dict[int, ToldEach]:
    """Return of what each number behind 分别 is told, by its offset; ``quantities`` are in order.

    There must be a list of as many things before the word as there are numbers behind it.
    """
    found: dict[int, ToldEach] = {}
    offsets = [one.offset for one in quantities]
    for each in _EACH.finditer(text):
        behind = bisect_left(offsets, each.end())
        numbers = list(_list_numbers(text, each.end(), quantities[behind : behind + _MOST]))
        start = limits_of_sentence(text, each.start(), each.end())[0]
        start = max(start, each.start() - _LONGEST)
        ahead = quantities[bisect_left(offsets, start) : behind]
        spans = [(one.offset, one.offset + len(one.text)) for one in ahead]
        before = (one for one in spans if one[1] <= each.start())
        things = _list_things(text[start : each.start()], len(numbers), start, before)
        for at, (number, thing) in enumerate(zip(numbers, things, strict=bool(things))):
            found[number.offset] = ToldEach(thing, (*things[:at], *things[at + 1 :]))
    return found


def _list_numbers(text: str, start: int, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers of a list that begins behind an offset."""
    end = start
    for one in quantities:
        if one.offset < start or one.kind == "name":
            continue
        allowed = _BEFORE if end == start else _BETWEEN
        if not allowed.fullmatch(text, end, one.offset):
            return
        yield one
        end = one.offset + len(one.text)


def _list_things(
    text: str, count: int, start: int, spans: Iterable[tuple[int, int]]
) -> tuple[str, ...]:
    """Return the last things of a list that ends a text, without the numbers in it.

    They stand side by side in it, or each with a number of its own in a clause. Behind the last of
    them stands what is told of all, and before the first what leads to them, so that of each no
    more is taken than of the others.
    """
    for first, end in spans:
        text = text[: first - start] + _NUMBER * (end - first) + text[end - start :]
    clauses = [one for one in _CLAUSE.split(text) if _NUMBER in one]
    listed = _JOINT.split(_TAIL.sub("", text))
    parts = listed if len(listed) >= count else clauses
    if not _FEWEST <= count <= len(parts):
        return ()
    parts = [one.replace(_NUMBER, "") for one in parts[-count:]]
    parts[0] = _LEAD.sub("", parts[0])
    if not all(map(_THING.search, parts)):
        return ()
    size = max(min(len(parts[0]), len(parts[-1])), *map(len, parts[1:-1]), 0)
    return (parts[0][-size - 1 :], *parts[1:-1], parts[-1][: size + 1])
