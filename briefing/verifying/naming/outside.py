"""What a memo may name only where a text does, by ``outside.tsv``: 中亚, a ministry, a mayor.

Each is ordinary enough to stand in no list of names, and too weighty to be a writer's own word.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.verifying.naming.strangers import Near, touches
from briefing.verifying.wording import read_lines

_SHORTEST = 4
"""A shorter word in small letters is an ordinary one: us, un."""


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
        english = "|".join(one.english for one in absent)
        self._words = (
            re.compile("|".join(one.chinese for one in absent)),
            re.compile(rf"(?<![\w’'-])(?:{english})(?![\w-])", re.I),
        )

    def find(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        """Yield such things outside of what is ``taken`` of a sentence."""
        for words in self._words:
            for found in words.finditer(text):
                is_word = len(found[0]) < _SHORTEST and found[0].islower()  # us is no country
                if not (is_word or touches(*found.span(), taken)):
                    yield Near(*found.span())
