"""What English words have in common with their plurals and with their forms in -ing and -ed."""

import re
from functools import cache

_VOWEL = re.compile("[aeiouy]")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURALS = ("ss", "us", "is")
_SHORT = 3  # letters; so short a word has no ending to take off


@cache
def stem(word: str) -> str:
    """Return the stem of an English word in small letters, which need not be a word itself.

    >>> stem("cities") == stem("city"), stem("opening") == stem("open"), stem("business")
    (True, True, 'business')
    """
    word = _singular(word)
    if word.endswith("ied"):
        word = f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and not word.endswith("eed") and _may_stand_alone(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            word = rest[:-1] if doubled else rest
            break
    return word[:-1] if len(word) > _SHORT and word.endswith("e") else word


def _singular(word: str) -> str:
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(_NO_PLURALS):
        return word
    for ending, single in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + single
    return word[:-1]


def _may_stand_alone(rest: str) -> bool:
    """Return whether what stands before an ending is long enough for a word, and has a vowel."""
    return len(rest) >= _SHORT and bool(_VOWEL.search(rest))
