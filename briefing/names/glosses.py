"""What the words of a Chinese text may mean in English, by ``glosses.tsv``.

It tells whether an English text can be a translation of a Chinese one, and never that it is a good
one: each word of the English must be a meaning of some word of the Chinese.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import ceil

from briefing.names.stems import is_akin, root
from briefing.names.tables import groups_of_words, read_lines, words_of

_WORD = re.compile(r"[A-Za-zÀ-ž]{3,}")
_LONG = 5
_ALIKE = 0.8
"""So much of the shorter of two words of so many letters at least begins the other one, too."""
_COMMON = 3
"""The forms of a word have so many letters in common at their beginning."""
LONGEST = 3
"""The words of the table have so many characters at most."""


@cache
def _table() -> dict[str, str]:
    """Return the meanings of each Chinese word, with blanks between them."""
    cells = "\t".join(read_lines("glosses.tsv")).split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def is_explained(word: str) -> bool:
    """Return whether a Chinese word is one of those that are explained.

    >>> is_explained("城市"), is_explained("心城")
    (True, False)
    """
    return word in _table()


def is_english(word: str) -> bool:
    """Return whether a Chinese word is explained by a word, or by a form of it: it is ordinary.

    >>> is_english("harbours"), is_english("huangshan")
    (True, False)
    """
    return root(word) in _stems_with(word[:1])


@cache
def _stems_with(letter: str) -> frozenset[str]:
    """Return the stems of the words with a first letter by which Chinese ones are explained."""
    return frozenset(root(one) for one in _explaining() if one[0] == letter)


@cache
def _explaining() -> frozenset[str]:
    return frozenset(" ".join(_table().values()).split())


def meanings_of(text: str) -> frozenset[str]:
    """Return the stems of the English words that words of a Chinese text may mean.

    >>> {"wharf", "pier"} <= meanings_of("码头"), "harvest" in meanings_of("码头")
    (True, False)
    """
    table = _table()
    words = {text[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(text))}
    return frozenset(root(one) for word in words if word in table for one in table[word].split())


def meanings_of_word(word: str) -> frozenset[str]:
    """Return the stems of the English words that one Chinese word may mean.

    >>> "hospital" in meanings_of_word("医院"), meanings_of_word("医院甲")
    (True, frozenset())
    """
    return frozenset(map(root, _table().get(word, "").split()))


def by_beginning(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by the first letters that all forms of one have in common."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[:_COMMON]].append(word)
    return found


def find_alike(word: str, meant: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the stems among those that are ``meant`` which are forms of a word, or mean it.

    They are told apart by their beginnings, see :func:`by_beginning`.
    """
    return frozenset(
        one
        for each in (word, *_same_as(word))
        for one in meant.get(each[:_COMMON], ())
        if are_forms(one, each)
    )


def are_forms(one: str, other: str) -> bool:
    """Return whether two stems are of forms of one word.

    >>> are_forms("industr", "industrial"), are_forms("port", "airport")
    (True, False)
    """
    return one == other or (
        len(one) >= _COMMON and (is_akin(one, other) or _begin_alike(one, other))
    )


def _begin_alike(one: str, other: str) -> bool:
    """Return whether two longer words are forms of one, as expansion and expand are."""
    shorter = min(len(one), len(other))
    common = one[: ceil(_ALIKE * shorter)]
    return shorter >= _LONG and other.startswith(common)


def _same_as(word: str) -> tuple[str, ...]:
    """Return the stems of the words that memos use for the same thing as a word."""
    return _same().get(word, ())


@cache
def _same() -> dict[str, tuple[str, ...]]:
    """Return the stems of the words of each group by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups_of_words("en"):
        stems = tuple(map(root, group))
        found |= {one: found.get(one, ()) + stems for one in dict.fromkeys(stems)}
    return found


def stems_of(english: str) -> frozenset[str]:
    """Return the stems of the words of an English text that tell something."""
    words = (one.lower() for one in _WORD.findall(english))
    return frozenset(root(one) for one in words if one not in _untelling())


@cache
def _untelling() -> frozenset[str]:
    return words_of("stopwords.txt") | words_of("function_words.txt")
