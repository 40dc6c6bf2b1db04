"""Countries and regions of the world that a Chinese text names."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.tables import read_lines

_NOT_BEFORE = "—－–-"
"""Behind such a dash a name is that of what belongs to both: 中国—东盟博览会."""
_NOT_BEHIND = "族语裔籍"
"""With these a name is that of a people or a tongue, and most are of our own country: 俄罗斯族."""
_NOT_BEHIND_STATE = "家际有土资企债防庆营"
"""With these 国 is no end of a name: 依法国有."""


class Abroad(NamedTuple):
    """A country or a region of the world, and where a text names it."""

    start: int
    end: int
    name: str
    english: str


class Names(NamedTuple):
    """The Chinese names of a country or region, the usual one first, and the English ones."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]


@cache
def list_abroad() -> tuple[Names, ...]:
    """Return the names of all countries and regions of the table."""
    rows = ([*line.split("\t"), "", "", "", ""] for line in read_lines("abroad.tsv"))
    return tuple(
        Names((row[0], *row[2].split()), (row[1], *filter(None, row[5].split(";")))) for row in rows
    )


def find_abroad(text: str) -> Iterator[Abroad]:
    """Yield where a text names countries and regions of the world, each with its usual name.

    >>> [(one.name, one.english) for one in find_abroad("出口印尼，依法国有；中国—东盟博览会")]
    [('印度尼西亚', 'Indonesia')]
    """
    end = 0
    firsts = _by_first()
    for at, first in enumerate(text):
        if first in firsts and at >= end and (name := _name_at(text, at)):
            end = at + len(name)
            usual, english = _listed()[name]
            yield Abroad(at, end, usual, english)


def starts_abroad(text: str, at: int) -> bool:
    """Return whether the name of a country or region of the world stands at an offset.

    >>> starts_abroad("应法国前总理邀请", 1)
    True
    """
    return bool(_name_at(text, at))


def _name_at(text: str, at: int) -> str:
    """Return the longest name of a country or region that stands at an offset, or ""."""
    if at >= len(text):
        return ""
    before = text[at - 1 : at]
    for name, not_before, not_behind in _by_first().get(text[at], ()):
        if text.startswith(name, at) and not (before and before in not_before):
            behind = text[at + len(name) : at + len(name) + 1]
            if not (behind and behind in not_behind):
                return name
    return ""


def names_abroad(text: str, abroad: Names) -> bool:
    """Return whether a text names a country or region, if only by its first character: 美元.

    >>> names_abroad("中美贸易", next(one for one in list_abroad() if "美国" in one.chinese))
    True
    """
    first, pairs = abroad.chinese[0][0], _pairs(text)
    return (
        any(name in text for name in abroad.chinese if name[:2] in pairs)
        or any(f"{before}{first}" in pairs for before in "中对驻赴访")
        or any(f"{first}{behind}" in pairs for behind in "资企方商元")
    )


@lru_cache(maxsize=1)
def _pairs(text: str) -> frozenset[str]:
    """Return every two characters that stand side by side in a text; each country is asked for."""
    return frozenset(map(str.__add__, text, text[1:]))


@cache
def _listed() -> dict[str, tuple[str, str]]:
    """Return the usual name and the English one of each name of the table."""
    return {name: (one.chinese[0], one.english[0]) for one in list_abroad() for name in one.chinese}


@cache
def _by_first() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the names by their first character, the longest first.

    With each stand the characters that it is not before and not behind, as 裔 of 法国裔.
    """
    found: dict[str, dict[str, tuple[str, str, str]]] = {}
    for line in read_lines("abroad.tsv"):
        usual, _, others, before, behind, *_ = [*line.split("\t"), "", "", ""]
        behind += _NOT_BEHIND_STATE if usual.endswith("国") and len(usual) == len("法国") else ""
        for name in (usual, *others.split()):
            around = (name, f"{before}{_NOT_BEFORE}", f"{_NOT_BEHIND}{behind}")
            found.setdefault(name[0], {})[name] = around
    return {
        first: tuple(sorted(names.values(), key=lambda one: len(one[0]), reverse=True))
        for first, names in found.items()
    }
