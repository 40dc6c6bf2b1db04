"""Whole names of people of other peoples, between a post and what follows a name.

The words around such a name tell where it begins and ends: 州长阿木石日介绍, 村民热依拉·克热木说.
What stands between them is made of the characters with which these names are written.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from briefing.names.gazetteer import longest_place
from briefing.names.personal.edges import is_han
from briefing.names.tables import ends_word, longest_word, places_of_words, starts_word, words

_DOTS = "·•・‧"
_SHORTEST = 3
_USUAL = 4
"""A shorter name without a dot is mostly a Chinese one, and of no other characters than sounds."""
_LONGEST = 7
_LONGEST_DOTTED = 20
_MARKS = "，。、；：！？”）) \u3000"
_NEVER = frozenset("的了们在是着过和与及等将被把向对从给而但并或")
"""Characters of grammar that are in no such name."""
_WORDS = ("whole-word", "phrase", "word-end", "ordinary", "post", "country", "office", "before")


def find_wholes(text: str, named: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of such names; ``named`` are the starts of people found before, with ends.

    >>> text = "州长阿木石日介绍，村民热依拉·克热木说。"
    >>> [text[start:end] for start, end in find_wholes(text, {})]
    ['阿木石日', '热依拉·克热木']
    """
    for at in places_of_words(text, "post"):
        start = at + longest_word(text, at, "post")
        if start > at and (end := _find_end(text, start, named.get(start, 0))):
            yield start, end


def _find_end(text: str, start: int, known: int) -> int:
    """Return where a name ends that begins at an offset, or 0 if none does.

    A Chinese name that ends at ``known`` stays one where a word follows it that follows names.
    """
    holds = ends_word(text, start, "style")
    is_whole = known and (_ends(text, known, holds) or starts_word(text, known, "after"))
    if is_whole and not starts_word(text, start, "element"):
        return 0
    weak = 0
    for end in range(start, min(len(text), start + _LONGEST_DOTTED) + 1):
        name = text[start:end]
        if len(name) >= _SHORTEST and _ends(text, end, holds):
            return end if _is_like_name(name) else weak
        if text[end : end + 1] in _NEVER or not (is_han(text, end) or text[end : end + 1] in _DOTS):
            return weak
        goes_on = starts_word(text, end, "after") or (
            len(name) > _USUAL and text[end : end + 2] in words("whole-word")
        )
        if not weak and len(name) >= _USUAL and goes_on:
            others = len(name) - sum(one in _sounds() for one in name)
            weak = end if _is_like_name(name) and others <= (len(name) > _USUAL) else 0
    return weak


def _ends(text: str, at: int, holds: bool) -> bool:
    """Return whether a name ends at an offset: before what somebody does.

    That of the holder of a post in a body ends before a mark as well.
    """
    return starts_word(text, at, "saying") or (holds and text[at : at + 1] in _MARKS)


@lru_cache(maxsize=10_000)
def _is_like_name(name: str) -> bool:
    if name[0] in _DOTS or name[-1] in _DOTS:
        return False
    dots = sum(name.count(dot) for dot in _DOTS)
    sounds = sum(one in _sounds() for one in name)
    if any(starts_word(name, at, "post") for at in range(len(name))):
        return False
    if longest_word(name, 0, "after") > 1 or name[-2:] in words("after") | words("speech"):
        return False  # 总书记再次强调
    if dots:
        is_torn = name[-2:] in words("whole-word") and name[-2:] not in words("element")
        return 4 * sounds >= 3 * (len(name) - dots) and not is_torn
    if len(name) < _USUAL:
        return sounds == len(name) and not _count_of_words(name)
    is_made_so = 4 * sounds >= 3 * len(name) and 2 * _count_of_words(name) <= len(name)
    return len(name) <= _LONGEST and is_made_so


def _count_of_words(name: str) -> int:
    """Return how many characters of a name belong to words or places, and to no element of it."""
    of_words: set[int] = set()
    of_elements: set[int] = set()
    for at in range(len(name)):
        of_elements.update(range(at, at + longest_word(name, at, "element")))
        sizes = (longest_place(name, at), *(longest_word(name, at, kind) for kind in _WORDS))
        if max(sizes) > 1:
            of_words.update(range(at, at + max(sizes)))
    return len(of_words - of_elements)


@cache
def _sounds() -> frozenset[str]:
    """Return the characters of foreign sounds, and those of which elements of names are made."""
    return words("loan") | words("sound") | frozenset("".join(words("element")))
