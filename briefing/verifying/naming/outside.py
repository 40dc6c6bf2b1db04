"""What a memo may name only where a text does: a country, and what ``outside.tsv`` has.

Regions, ministries and posts are too ordinary for a list of names, and no writer's own words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.abroad import Names, find_abroad, list_abroad, names_abroad
from briefing.verifying.naming.strangers import Near, touches
from briefing.verifying.wording import read_lines

_SHORTEST = 4
"""A shorter word in small letters is an ordinary one: us, un."""


_ADJECTIVE = "(?:n|an|ian|ese|i)?"
"""What is behind the name of a country in an adjective that is made of it: Brazilian."""
_DASH = re.compile("[–—]")
_NEVER = "(?!)"
"""What stands nowhere."""


class _Thing(NamedTuple):
    """The English and the Chinese words for a thing, and those by which a text may have it."""

    english: str
    chinese: str
    told: re.Pattern[str]


@cache
def _things() -> tuple[_Thing, ...]:
    rows = (line.split("\t") for line in read_lines("outside.tsv"))
    return tuple(_Thing(row[0], row[1], re.compile(row[-1])) for row in rows)


class Outside:
    """Finds what is named in sentences and stands nowhere in the Chinese of some articles."""

    def __init__(self, text: str) -> None:
        absent = [one for one in _things() if not one.told.search(text)]
        abroad = [one for one in list_abroad() if not names_abroad(text, one)]
        self._abroad = frozenset(one.chinese[0] for one in abroad)
        self._words = (
            re.compile("|".join((*(one.chinese for one in absent), _NEVER))),
            _compile_english(absent, abroad),
        )
        known = [one for one in _things() if one not in absent]
        self._known = _compile_english(known, [one for one in list_abroad() if one not in abroad])

    def find(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        """Yield such things outside of what is ``taken`` of a sentence."""
        text = _DASH.sub("-", text)
        spans = [one[:2] for one in find_abroad(text) if one.name in self._abroad]
        for words in self._words:
            spans += (one.span() for one in words.finditer(text) if not _is_word(one[0]))
        yield from (Near(*span) for span in sorted(set(spans)) if not touches(*span, taken))

    def find_known(self, text: str) -> list[tuple[int, int]]:
        """Return where an English sentence names such things that the articles have."""
        found = self._known.finditer(_DASH.sub("-", text))
        return [one.span() for one in found if not _is_word(one[0])]


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
