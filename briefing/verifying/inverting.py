"""Finds what has some words by an index, so that what has none of them is not looked at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

Key = TypeVar("Key")


def invert(words: Iterable[tuple[Key, Iterable[str]]]) -> dict[str, list[Key]]:
    """Return the keys under which each word stands, in order."""
    found: dict[str, list[Key]] = defaultdict(list)
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
