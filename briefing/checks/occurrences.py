"""Where a part stands in a text; a long text that many are looked for in is gone through once."""

from functools import cached_property

from briefing.checks.spans import Span

_LONG = 2_000
"""Characters of a text in which every part is as quickly looked for alone."""
_FEW = 50
"""So many parts are looked for in a long text before its pairs of characters are listed."""
_RARE = 100
"""A pair of characters that stands at most once in so many tells where a part may stand."""


def find_all(text: str, part: str) -> list[Span]:
    """Return the spans at which a part stands in a text, none overlapping; an empty one has none.

    >>> find_all("三座码头，三座", "三座")
    [(0, 2), (5, 7)]
    """
    found = []
    at = text.find(part) if part else -1
    while at >= 0:
        found.append((at, at + len(part)))
        at = text.find(part, at + len(part))
    return found


class Occurrences:
    """One text in which many parts are looked for, each of which costs what it finds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0

    def find(self, part: str) -> list[Span]:
        """Return the same as :func:`find_all`."""
        self._asked += 1
        if self._asked <= _FEW or len(self._text) <= _LONG or len(part) < 2:
            return find_all(self._text, part)
        pairs = ((self._places.get(part[at : at + 2], []), at) for at in range(len(part) - 1))
        places, behind = min(pairs, key=lambda one: len(one[0]))
        if len(places) * _RARE > len(self._text):
            return find_all(self._text, part)
        found: list[Span] = []
        for place in places:
            start = place - behind
            is_free = not found or found[-1][1] <= start
            if start >= 0 and is_free and self._text.startswith(part, start):
                found.append((start, start + len(part)))
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each two characters stand together."""
        found: dict[str, list[int]] = {}
        for at in range(len(self._text) - 1):
            found.setdefault(self._text[at : at + 2], []).append(at)
        return found
