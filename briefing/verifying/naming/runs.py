"""Words in a row of an English sentence that may be a name, and the orders in which they say it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model.records import Place
from briefing.verifying.naming.naming import Mention, placed_tokens
from briefing.verifying.naming.parts import FREE, Word
from briefing.verifying.naming.standing import divisions, name_otherwise, shorten_place
from briefing.verifying.naming.variants import list_stems

_LONGEST = 10
"""A name has so many words at most."""
_BETWEEN = re.compile(r"\.? ?\(?|\)? | ?[-–—&] ?|['’]")
"""What may stand between two words of a name."""
_DASHES = ("-", "–", "—")
_OF = "of"
_KINDS_BEFORE = frozenset(["mount", "mt", "lake", "port", "river"])
"""What a thing is, where it stands before its name."""
_LONGEST_PLACE = 4
"""The name of a place, or of a part of a province, has so many words at most."""
_LONGEST_BEHIND = 6
"""Of what is behind "of" so many words at most are told before what is before it."""
_HEADS = (1, 2)
"""So many words at the end of those before "of" may be the last of the Chinese name, or all."""


class Run(NamedTuple):
    """Words that may be a name, and the spans at which they stand in a sentence."""

    words: tuple[Word, ...]
    spans: tuple[tuple[int, int], ...]


def list_runs(text: str, mentions: list[Mention]) -> Iterator[Run]:
    """Yield the words from each with a capital on that may be a name."""
    placed = list(placed_tokens(text))
    gaps = [text[one[2] : other[1]] for one, other in pairwise(placed)]
    gaps.append("\n")
    words = [
        Word(word, text[start].isupper(), _list_known(placed, at, gaps, mentions))
        for at, (word, start, _) in enumerate(placed)
    ]
    for at, word in enumerate(words):
        if word.text in FREE or not (word.is_capital or word.known):
            continue
        last = at + 1
        while last < min(at + _LONGEST, len(placed)) and _BETWEEN.fullmatch(gaps[last - 1]):
            last += 1
        spans = ((start, end) for _, start, end in placed[at:last])
        yield Run(tuple(words[at:last]), tuple(spans))


def _list_known(
    placed: Sequence[tuple[str, int, int]], at: int, gaps: Sequence[str], mentions: list[Mention]
) -> tuple[tuple[int, str], ...]:
    """Return the known names of places that begin with a word.

    A place that a dash joins to another may be told by one character, as in 汕潮揭, and a part of
    a province by two: northern Anhui is 皖北.
    """
    text, start, _ = placed[at]
    following = tuple(word for word, _, _ in placed[at : at + _LONGEST_PLACE])
    known: set[tuple[int, str]] = set()
    for words, han in name_otherwise().get(text, ()):
        if following[: len(words)] == words:
            known.add((len(words), han))
    for mention in mentions:
        if mention.start == start:
            size = sum(mention.start <= one[1] < mention.end for one in placed)
            places = (one.record for one in mention.entries if isinstance(one.record, Place))
            known |= {
                (size, name) for one in places for name in (one.title.zh, *list_stems(one, "zh"))
            }
    if any(one in _DASHES for one in (gaps[at], gaps[at - 1])):
        names = {name for _, name in known} | divisions().get(text, frozenset())
        known |= {(1, short) for name in names for short in shorten_place(name)}
    return tuple(known)


def list_orders(words: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], int]]:
    """Yield the orders in which some words may say a Chinese name, each with how many they are.

    They are none in the order in which they stand, in which not all of them need say it. What is
    behind "of" may be said first: Institute of Materials.
    """
    yield words, 0
    if words[0].text in _KINDS_BEFORE:
        for end in range(2, min(len(words), _LONGEST_PLACE) + 1):
            yield (*words[1:end], words[0]), end
    of = next((at for at, word in enumerate(words) if word.text == _OF and at), len(words))
    before = words[:of]
    for end in range(of + 2, min(len(words), of + _LONGEST_BEHIND) + 1):
        behind = words[of + 1 : end]
        for cut in sorted({0, *(max(0, of - head) for head in _HEADS)}):
            yield (*before[:cut], *behind, *before[cut:]), end
