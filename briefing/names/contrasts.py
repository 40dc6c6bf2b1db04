"""Words for things of one kind that are told apart, in both languages, by ``contrasts.tsv``.

A level of government, a post, a crop or a means of transport is not another one of its kind.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.tables import read_lines

_LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*\)")


class Member(NamedTuple):
    """One of the things of a kind, and the words for it.

    ``is_measured`` marks a kind of what numbers are of, so that the clause of a number tells which.
    ``chinese`` are words that surely mean it, and ``further`` ones that may mean it; each of the
    former begins with one of ``firsts``. Most texts ask for few of the others, so that these are
    compiled when they are asked for.
    """

    kind: str
    is_measured: bool
    english_words: str
    chinese: re.Pattern[str]
    further_words: str
    firsts: frozenset[str]

    @property
    def english(self) -> re.Pattern[str]:
        return _compile_english(self.english_words)

    @property
    def further(self) -> re.Pattern[str]:
        return _compile(self.further_words)


class Contrast(NamedTuple):
    """Words that a text says, and those for another thing of the same kind that it should say."""

    said: str
    other: str


@cache
def list_kinds() -> dict[str, tuple[Member, ...]]:
    """Return the things of each kind."""
    found: dict[str, list[Member]] = {}
    for line in read_lines("contrasts.tsv"):
        kind, english, chinese, further = line.split("\t")
        member = Member(
            kind.lstrip("*"),
            kind.startswith("*"),
            english,
            re.compile(chinese),
            f"{further}|{chinese}",
            _first_characters(chinese),
        )
        found.setdefault(member.kind, []).append(member)
    return {kind: tuple(members) for kind, members in found.items()}


@cache
def _compile_english(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z-])(?:{words})(?![A-Za-z])", re.I)


@cache
def _compile(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _first_characters(pattern: str) -> frozenset[str]:
    """Return the characters with which the words of a Chinese pattern begin."""
    words = _LOOKAROUND.sub("", pattern).split("|")
    return frozenset(
        one for word in words for one in (word[1 : word.index("]")] if word[0] == "[" else word[0])
    )


@lru_cache(maxsize=16)
def find_said(chinese: str) -> list[tuple[Member, str]]:
    """Return what a Chinese text surely names, each with the first words for it.

    A text is asked for several times in turn.
    """
    members, begun = _list_members()
    may_be = {at for one in begun.keys() & set(chinese) for at in begun[one]}
    return [
        (members[at], found[0])
        for at in sorted(may_be)
        if (found := members[at].chinese.search(chinese))
    ]


@cache
def _list_members() -> tuple[list[Member], dict[str, list[int]]]:
    """Return the things of all kinds, and where in that list words begin with a character."""
    members = [member for kind in list_kinds().values() for member in kind]
    begun: dict[str, list[int]] = {}
    for at, member in enumerate(members):
        for one in member.firsts:
            begun.setdefault(one, []).append(at)
    return members, begun


def contrast_languages(chinese: str, english: str) -> Iterator[Contrast]:
    """Yield what the English of a Chinese text says, where this says another thing of its kind.

    >>> list(contrast_languages("国家级贫困村", "a poor village at the provincial level"))
    [Contrast(said='provincial', other='国家级')]
    """
    told = set()
    for member, words in find_said(chinese) if english else ():
        if member.kind in told or member.english.search(english):
            continue
        for other in list_kinds()[member.kind]:
            said = other.english.search(english)
            if said and not other.further.search(chinese):
                told.add(member.kind)
                yield Contrast(said[0], words)
                break


def contrast_texts(text: str, near: str, is_said: Callable[[Member], bool]) -> Iterator[Contrast]:
    """Yield what a Chinese text says, where what it rests on says another thing of its kind.

    ``near`` are the sentences on which it rests, and ``is_said`` tells whether all of what it rests
    on says a thing.

    >>> list(contrast_texts("产品销往长江沿岸", "黄河沿岸的客商买走产品", lambda one: False))
    [Contrast(said='长江', other='黄河')]
    """
    for member, said in find_said(text):
        if member.further.search(near) or is_said(member):
            continue
        for other in list_kinds()[member.kind]:
            held = other.chinese.search(near)
            if held and not other.further.search(text):
                yield Contrast(said, held[0])
                break
