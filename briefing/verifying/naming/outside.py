"""What a memo may name only where a text does: a country, and what ``outside.tsv`` has.

Regions, ministries and posts are too ordinary for a list of names, and no writer's own words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from briefing.names.abroad import Names, find_abroad, list_abroad, names_abroad
from briefing.verifying.naming.strangers import Near, touches
from briefing.verifying.wording import read_lines

_SHORTEST = 4
"""A shorter word in small letters is an ordinary one: us, un."""


_ADJECTIVE = "(?:n|an|ian|ese|i)?"
"""What is behind the name of a country in an adjective that is made of it: Brazilian."""
_LETTER = re.compile("[A-Za-z]")
_PLAIN = re.compile(r"[\w|]*")
_DASH = re.compile("[–—]")
_NEVER = "(?!)"
"""What stands nowhere."""


class _Thing(NamedTuple):
    """The English and the Chinese words for a thing, and those by which a text may have it."""

    english: str
    chinese: str
    told: str

    def stands_in(self, text: str) -> bool:
        """Return whether a text has the thing; most are told by plain words."""
        if _PLAIN.fullmatch(self.told):
            return any(word in text for word in self.told.split("|"))
        return bool(re.search(self.told, text))


@cache
def _things() -> tuple[_Thing, ...]:
    rows = (line.split("\t") for line in read_lines("outside.tsv"))
    return tuple(_Thing(row[0], row[1], row[-1]) for row in rows)


class Outside:
    """Finds what is named in sentences and stands nowhere in the Chinese of some articles."""

    def __init__(self, text: str) -> None:
        things, countries = _things(), list_abroad()
        self._present = {one for one in things if one.stands_in(text)}
        self._named = {one for one in countries if names_abroad(text, one)}
        self._abroad = frozenset(one.chinese[0] for one in countries if one not in self._named)
        chinese = (one.chinese for one in things if one not in self._present)
        self._chinese = re.compile("|".join((*chinese, _NEVER)))

    @cached_property
    def _english(self) -> re.Pattern[str]:
        things = (one for one in _things() if one not in self._present)
        return _compile_english(things, (one for one in list_abroad() if one not in self._named))

    @cached_property
    def _known(self) -> re.Pattern[str]:
        things = (one for one in _things() if one in self._present)
        return _compile_english(things, (one for one in list_abroad() if one in self._named))

    def find(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        """Yield such things outside of what is ``taken`` of a sentence."""
        text = _DASH.sub("-", text)
        spans = [one[:2] for one in find_abroad(text) if one.name in self._abroad]
        languages = (self._chinese, self._english) if _LETTER.search(text) else (self._chinese,)
        for words in languages:
            spans += (one.span() for one in words.finditer(text) if not _is_word(one[0]))
        for start, end in sorted(set(spans)):
            if not touches(start, end, (one for one in taken if not _covers(start, end, *one))):
                yield Near(start, end)

    def find_known(self, text: str) -> list[tuple[int, int]]:
        """Return where an English sentence names such things that the articles have."""
        found = self._known.finditer(_DASH.sub("-", text))
        return [one.span() for one in found if not _is_word(one[0])]


def _covers(start: int, end: int, first: int, last: int) -> bool:
    """Return whether a span has another one within it and is longer: 国家发改委 for 发改委."""
    return start <= first and last <= end and end - start > last - first


def _compile_english(things: Iterable[_Thing], abroad: Iterable[Names]) -> re.Pattern[str]:
    """Return the pattern of the English words for some things and countries."""
    names = [f"{re.escape(name)}{_ADJECTIVE}" for one in abroad for name in one.english]
    english = "|".join((*(one.english for one in things), *names, _NEVER))
    return re.compile(
        rf"(?<![\w’'-])(?<!Inner )(?:{english})(?!\w)(?!-(?!based|led|wide|made))", re.I
    )


def _is_word(found: str) -> bool:
    """Return whether what is found is an ordinary word: us is no country."""
    return len(found) < _SHORTEST and found.islower()
