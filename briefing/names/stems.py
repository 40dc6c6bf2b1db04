"""What English words have in common with their plurals and with their forms in -ing and -ed."""

import re
from functools import cache

_VOWEL = re.compile("[aeiouy]")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURALS = ("ss", "us", "is")
_AMERICAN = {"is": "iz", "our": "or", "r": "er"}
_BRITISH = re.compile("(?<=[a-z]{3})(?:is(?=$|ation$|er$)|our$|(?<=t)r$)")
_SHORT = 3  # letters; so short a word has no ending to take off
ENDINGS = frozenset(
    [
        *("", "e", "y", "s", "es", "ed", "er", "ers", "or", "ors", "ing", "ings", "est", "land"),
        *("ion", "ions", "ation", "ations", "tion", "ction", "al", "ally", "ial", "ic", "ical"),
        *("ies", "ied", "ier", "iest", "ment", "ments", "ance", "ence", "ant", "ent", "ive"),
        *("ise", "ised", "ising", "isation", "ize", "ized", "izing", "ization", "ism", "ist"),
        *("ity", "ities", "ness", "ly", "ful", "able", "ible", "ary", "ous", "ure", "age", "ian"),
    ]
)
"""What may stand behind the root of a word."""
_LIGHT = frozenset(
    ["", "e", "s", "es", "ed", "er", "ers", "ing", "ings", "est", "ist", "ists", "ism", "land"]
)
MIN_ROOT = 4
"""Letters that words of one root have in common at least; so few take light endings alone."""


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
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz" and len(rest) > _SHORT
            word = rest[:-1] if doubled else rest
            break
    return word[:-1] if len(word) > _SHORT and word.endswith("e") else word


@cache
def root(word: str) -> str:
    """Return the stem of a word with its British spelling made American.

    What is the same for two words of ours is one word, in whatever number, form and spelling.

    >>> root("organizations") == root("organisation"), root("colours") == root("color")
    (True, True)
    """
    return _BRITISH.sub(lambda found: _AMERICAN[found[0]], stem(word))


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


def is_akin(one: str, other: str) -> bool:
    """Return whether two words in small letters differ in their endings alone.

    >>> is_akin("farmers", "farming"), is_akin("industry", "industrial"), is_akin("plan", "plant")
    (True, True, False)
    """
    common = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        common += 1
    return any(
        {one[root:], other[root:]} <= (_LIGHT if root == MIN_ROOT else ENDINGS)
        for root in range(max(MIN_ROOT, common - 1), common + 1)
    )
