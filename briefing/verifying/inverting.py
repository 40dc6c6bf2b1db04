"""Finds what has some words by an index, so that what has none of them is not looked at."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
Word = TypeVar("Word", bound=Hashable)
_FAR_MORE = 8
"""A word under so many times more keys than are asked for is looked up for each of these."""


def invert(words: Iterable[tuple[Key, Iterable[Word]]]) -> dict[Word, list[Key]]:
    """Return the keys under which each word stands, in order."""
    found: dict[Word, list[Key]] = defaultdict(list)
    for key, held in words:
        for one in held:
            found[one].append(key)
    return found


def share(weights: Mapping[str, float], having: Mapping[str, Iterable[Key]]) -> dict[Key, float]:
    """Return the share of weighed words of each key that has one of them.

    >>> share({"wharf": 3, "tea": 1}, invert([(1, ["wharf"]), (2, ["tea", "rice"]), (3, ["rice"])]))
    {1: 0.75, 2: 0.25}
    """
    total = sum(weights.values())
    heard: dict[Key, float] = {}
    for word, weight in weights.items():
        for key in having.get(word, ()):
            heard[key] = heard.get(key, 0.0) + weight
    return {key: one / total for key, one in heard.items()}


def share_at_least(
    least: float, weights: Mapping[str, float], having: Mapping[str, Sequence[int]]
) -> dict[int, float]:
    """Return the share of weighed words of each key that has more than so much of them.

    Keys that have less may be left out, and are where only the words that tell least are theirs.
    The keys of each word are in order.

    >>> weights, having = {"wharf": 3, "tea": 1}, {"wharf": [1, 3], "tea": [1, 2]}
    >>> share_at_least(0.5, weights, having)
    {1: 1.0, 3: 0.75}
    """
    total = sum(weights.values())
    telling, left = set(), least * total
    for word in sorted(weights, key=weights.__getitem__):
        left -= weights[word]
        if left < 0:
            telling.add(word)
    heard = {key: 0.0 for word in weights if word in telling for key in having.get(word, ())}
    for word, weight in weights.items():
        held = having.get(word, ())
        keys: Iterable[int] = held
        if word not in telling:
            seldom = _FAR_MORE * len(heard) < len(held)
            asked = (one for one in heard if _holds(held, one))
            keys = list(asked) if seldom else heard.keys() & set(held)
        for key in keys:
            heard[key] += weight
    return {key: one / total for key, one in heard.items()}


def _holds(keys: Sequence[int], key: int) -> bool:
    """Return whether a key is among others that are in order."""
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at] == key
