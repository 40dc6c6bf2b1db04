"""Names of people that begin with no family name, where the words around them leave no doubt.

Such are an item in a list of people (甲某、瓦标龙、乙某), and three characters between a post and a
verb of speech (书记柔贵忠笑呵呵地说) or a mark (县长霰某某、副县长).
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.names.gazetteer import places_by_name
from briefing.names.glosses import meanings_of_word
from briefing.names.personal.edges import STOPS, is_han
from briefing.names.tables import ends_word, longest_word, places_of_words, starts_word, words

_LENGTH = 3
"""So many characters such a name has: fewer, or more, are mostly words."""
_SHORT = 2
"""So many have the shorter ones that only the holder of a post who speaks is looked for with."""
_OTHERS = 3
"""A list with so many other names is one of people."""
_SURE = 2
"""So many of these are told to be names; the others look like some."""
_ITEM = re.compile("、([\u4e00-\u9fff]{3})(?=[、，。；（(]|等(?![待候级额])|$)")
_JOINT = re.compile("(?:[（(][^（）()]{1,24}[）)])?(?=、)")
_NEVER = re.compile("[一二三四五六七八九十百千万]|儿$|(.)\\1$")
"""What is in no such name, but in words for how one speaks: 兴冲冲, 压根儿."""
_SPEAKS = re.compile("[^，。；：、！？“”]{0,8}[说道示绍调出诉言露慨忆][：，“]")
"""What stands behind a speaker, with how he or she speaks: 笑呵呵地说：."""
_HOLDS = re.compile("[，、。；）]|等(?![待候级额])|陪同|出席|主持|参加|带队|一行")
"""What stands behind the name of the holder of a post."""
_NO_NAME = ("particle", "place-suffix", "word-tail", "thing-end", "office-end")
"""Kinds of characters that are in no such name."""
_WORDS = ("ordinary", "post", "crowd", "country", "no-office", "office", "body", "before")
"""Kinds of words that are in no such name."""


def find_unusual(
    text: str, named: Mapping[int, int], likely: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of such names, and of the other names of their lists.

    ``named`` are the starts of the people found before, each with its end, and ``likely`` those of
    what looks like a name.

    >>> text = "领导刘建民、王国太、瓦标龙、陈忆秋到会。"
    >>> named = {2: 5, 6: 9, 14: 17}
    >>> [text[start:end] for start, end in find_unusual(text, named, {})]
    ['瓦标龙', '刘建民', '王国太', '陈忆秋']
    """
    yield from _find_listed(text, named, likely)
    yield from _find_speakers(text)
    yield from _find_short_speakers(text)
    yield from _find_holders(text)


def _find_listed(
    text: str, named: Mapping[int, int], likely: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield what is no known name in lists of people that hold an item without a family name."""
    ends = {**likely, **named}
    left = set(ends)
    for start in sorted(ends):
        if start not in left:
            continue
        known, unusual, end = [start], [], ends[start]
        while joint := _JOINT.match(text, end):
            at = joint.end() + 1
            if at in ends:
                left.discard(at)
                known.append(at)
                end = ends[at]
            elif (item := _ITEM.match(text, joint.end())) and _may_be_name(text, item.start(1)):
                unusual.append(item.span(1))
                end = item.end()
            else:
                break
        sure = len(named.keys() & known)
        if unusual and len(known) >= max(_OTHERS, len(unusual) + 1) and sure >= _SURE:
            yield from unusual
            yield from ((at, ends[at]) for at in known)


def _find_speakers(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between a post and a verb of speech and is made like a name."""
    for speech in _SPEAKS.finditer(text):
        for end in range(speech.start(), speech.end()):
            start = end - _LENGTH
            if (
                start > 0
                and (starts_word(text, end, "speech") or starts_word(text, end, "saying"))
                and ends_word(text, start, "post")
                and not ends_word(text, start, "crowd")
                and _may_be_name(text, start)
            ):
                yield start, end


def _find_short_speakers(text: str) -> Iterator[tuple[int, int]]:
    """Yield two characters between the post of one person and a verb of speech before a mark.

    They are made like a given name, and are no word: 理事长军青介绍，.
    """
    for end in places_of_words(text, "speech"):
        start = end - _SHORT
        stop = end + longest_word(text, end, "speech")
        if (
            start > 0
            and text[stop : stop + 1] in STOPS
            and ends_word(text, start, "style")
            and words("given").issuperset(text[start:end])
            and _may_be_name(text, start, _SHORT)
            and not meanings_of_word(text[start:end])  # 大声
        ):
            yield start, end


def _find_holders(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between the post of one person and a mark or a verb, made like a name."""
    for at in places_of_words(text, "post"):
        start = at + longest_word(text, at, "post")
        end = start + _LENGTH
        if (
            ends_word(text, start, "style")
            and _HOLDS.match(text, end)
            and _may_be_name(text, start)
        ):
            yield start, end


def _may_be_name(text: str, start: int, length: int = _LENGTH) -> bool:
    """Return whether so many characters may be a name: no word is in them, and no particle."""
    inside = range(1, length)
    is_torn = any(ends_word(text, start + more, "post") for more in inside)  # 长林某 of 秘书长林某
    return not is_torn and _is_like_name(text[start : start + length])


@lru_cache(maxsize=10_000)
def _is_like_name(name: str) -> bool:
    pairs = {name[:2], name[1:]}
    is_post = name[1:] in words("post") - words("address") - words("style")
    if name[0] in words("common") and is_post:  # 林文书
        return words("given").issuperset(name[1:])
    return (
        all(is_han(name, at) for at in range(len(name)))
        and words("given").issuperset(name[1:])
        and not _NEVER.search(name)
        and not any(words(kind).intersection(name) for kind in _NO_NAME)
        and all(pairs.isdisjoint(words(kind)) for kind in ("whole-word", "phrase", "word-end"))
        and not any(one in places_by_name() for one in (*pairs, name))
        and not any(starts_word(name, at, kind) for at in range(len(name)) for kind in _WORDS)
        and not starts_word(name, 0, "after")
    )
