"""Names of two places that are joined, as those at the ends of a line, and names with a number."""

import re
from collections.abc import Iterator

from briefing.model.records import Place
from briefing.verifying.naming.naming import Names, tokens
from briefing.verifying.naming.standing import Standing, divisions
from briefing.verifying.naming.strangers import Near
from briefing.verifying.wording import pattern

_NUMBERED = re.compile(r"\b[A-Z][a-z]+-\d{1,2}\b")
_JOINED = re.compile(r"\b([A-Z][A-Za-z'’]+)[–—-]([A-Z][A-Za-z'’]+)\b")
_ENDS = re.compile(r"\b([A-Z][\w'’]+)-to-([A-Z][\w'’]+)")
"""What leads from one place to another."""
_WATER = re.compile(r"(?<=\w\w)(?:jiang|he|hu|hai)$")


def without_water(word: str) -> str:
    """Return the name of a river or lake in pinyin without its word for one: huaihe, huai."""
    return _WATER.sub("", word)


class JoinedNames:
    """Finds joined names in English sentences; ``proper`` are words of names and no common ones."""

    def __init__(self, names: Names, standing: Standing, proper: frozenset[str]) -> None:
        self._names = names
        self._standing = standing
        self._proper = proper

    def find_unknown(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        """Yield joined names of places, and numbered names, that are no known ones."""
        for found in _NUMBERED.finditer(text):
            if not any(first <= found.start() < last for first, last in taken):
                yield Near(*found.span())
        for found in _ENDS.finditer(text):
            if not self._are_linked(found):
                yield Near(*found.span())
        for found in _JOINED.finditer(text):
            if not any(first <= found.start() and found.end() <= last for first, last in taken):
                parts = [tokens(one)[0] for one in (found[1], found[2])]
                is_line = pattern("line", "en").match(text, found.end() + 1)
                joined = self._are_joined(found, as_line=bool(is_line))
                if not joined and (is_line or all(one in self._proper for one in parts)):
                    yield Near(*found.span())

    def _are_linked(self, pair: re.Match[str]) -> bool:
        """Return whether an English name has both ends, a river with its word for one or without.

        The Yangtze-to-Hanjiang diversion is the Yangtze-to-Han one.
        """
        ends = {without_water(tokens(one)[0]) for one in pair.groups()}
        return any(ends <= {without_water(one) for one in words} for words in self._names.english)

    def _are_joined(self, pair: re.Match[str], *, as_line: bool = True) -> bool:
        """Return whether the articles have two places together, as the ends of a line or at all."""
        parts = (tokens(one)[0] for one in pair.groups())
        return self._standing.joins(*map(self._write, parts), as_line=as_line)

    def find_known(self, text: str) -> list[tuple[int, int]]:
        """Return where places are joined as the ends of a line that the articles have."""
        return [one.span() for one in _JOINED.finditer(text) if self._are_joined(one)]

    def _write(self, word: str) -> frozenset[str]:
        """Return the Chinese of a place that is written as one English word."""
        entries = self._names.english.get((word,), [])
        known = {one.record.title.zh for one in entries if isinstance(one.record, Place)}
        return frozenset(one.rstrip("市县区") for one in known) | divisions().get(word, frozenset())
