"""Where many words stand in a text, which is gone through once for all of them."""

from collections.abc import Iterable, Iterator

from briefing.checks.context import find_all

_LONG = 32
"""A word that is longer is looked for alone: a model has room for few of them."""


def find_each(text: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield every word that stands in a text, with its offset; those of one word do not overlap.

    >>> sorted(find_each("三座码头，码头三座", ["三座", "码头", "头，码", "五座"]))
    [('三座', 0), ('三座', 7), ('头，码', 3), ('码头', 2), ('码头', 5)]
    """
    known = {word for word in words if word}
    lengths: dict[str, set[int]] = {}
    for word in known:
        if len(word) <= _LONG:
            lengths.setdefault(word[:2], set()).add(len(word))
        else:
            yield from ((word, start) for start, _ in find_all(text, word))
    free: dict[str, int] = {}
    for at in range(len(text)):
        for begin in (text[at], text[at : at + 2]):
            for length in lengths.get(begin, ()):
                word = text[at : at + length]
                if word in known and free.get(word, 0) <= at:
                    free[word] = at + length
                    yield word, at
