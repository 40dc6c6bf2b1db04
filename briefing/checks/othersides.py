"""Sides of the map that a text of ours has, and the text that it is of has another."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.names.divisions import find_candidates, is_sure
from briefing.names.sides import BETWEEN_SIDES, OPPOSITE_SIDES, SIDE, SIDES

_SIDES = re.compile(
    "\\b(north(?:[- ]?(?:east|west))?|south(?:[- ]?(?:east|west))?|east|west)(?:ern)?\\b", re.I
)
_SIDE = re.compile(SIDE)
_PLACED = re.compile(f"(?<!{SIDE}){SIDE}(?!{SIDE})[\u4e00-\u9fff]")
"""A side with the character behind it: 北延 of 北延段."""
_ATTRIBUTE = re.compile(
    r"\b(?:(?:north|south|east|west)ern|(?:(?<=[Tt]he )|(?<=[Ii]ts ))(?:north|south|east|west))"
    r"(?= (?!(?:of|to|and|or|is|was|are|were|has|had|as|by|in|on)\b)[a-z])"
)
"""A side that an English text has of a thing, and not of a country, a way or a wind."""
_NO_SIDE = re.compile("[东西南北](?:风|下|上|方航空|[亚非美欧])")
"""Winds, ways and parts of the world, which are no side of a thing."""
_BOTH = re.compile("东西|南北")
"""Two sides that are told together: 东翼 of 东西两翼."""
_OPPOSITES = {SIDES[one]: SIDES[other] for one, other in OPPOSITE_SIDES.items()}


def contrast_sides(chinese: str, english: str) -> tuple[str, str] | None:
    """Return a side that an English text names alone, and one that the Chinese does."""
    said = {re.sub("[- ]", "", one[1].lower()): one[0] for one in _SIDES.finditer(english)}
    between = {one for one in BETWEEN_SIDES.values() if one in chinese}
    for name, word in said.items():
        if name in BETWEEN_SIDES:
            if between and BETWEEN_SIDES[name] not in between:
                return word, min(between)
            continue
        opposite = OPPOSITE_SIDES[name]
        is_told = between or SIDES[name] in chinese or opposite in said
        if not is_told and SIDES[opposite] in chinese:
            return word, SIDES[opposite]
    return None


def find_other_side(
    text: str, language: str, paragraphs: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield a side that a text of ours has, and the opposite one that some paragraphs have alone.

    In Chinese the same word must stand behind both, and in English the side must be one of a thing:
    the northern extension, and not north of it. Sides in the names of provinces, cities and
    counties are not read in Chinese.

    >>> list(find_other_side("The northern extension is dug.", "en", ["线路南延段已掘通。"]))
    [('northern', '南')]
    """
    if not (_ATTRIBUTE if language == "en" else _SIDE).search(text):
        return
    whole = "\n".join(map(_leave_out_places, paragraphs))
    if language == "en":
        sides = " ".join(_ATTRIBUTE.findall(text))
        if found := contrast_sides(_NO_SIDE.sub("", whole), sides):
            yield found
        return
    told = {whole[at.start() : at.start() + 2] for at in _SIDE.finditer(whole)}
    if not told or _BOTH.search(whole):
        return
    for match in _PLACED.finditer(_leave_out_places(text)):
        opposite = _OPPOSITES[match[0][0]] + match[0][1]
        if match[0] not in told and opposite in told:
            yield match[0], opposite


@lru_cache(maxsize=256)  # each paragraph is asked for by all texts that rest on it
def _leave_out_places(text: str) -> str:
    """Return a text without the names of places, which have sides of their own: 河南."""
    left: list[str] = []
    end = 0
    for before, one in pairwise([None, *find_candidates(text)]):
        if one and is_sure(one, before):
            left.append(text[end : one.start])
            end = one.end
    return "".join([*left, text[end:]])
