"""The Chinese posts that English words for a post may render, by ``offices.tsv``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.tables import read_lines

_ANY = "."
"""What stands for the Chinese of English words by which no post can be told from others."""


_AREA = re.compile(r"\b(?:county|city|district|town|township|village|province|prefecture)$", re.I)
_OF_BODY = re.compile(
    r" (?:[a-z]+ ){0,3}(?:bureau|department|commission|committee|court|procuratorate"
    r"|association|cent(?:re|er)|federation|administration|agency|authority)\b"
)
"""What follows where an office is of no whole area: head of the county agriculture bureau."""


class Office(NamedTuple):
    """English words for a post at two offsets, and what the word for it has in Chinese."""

    start: int
    end: int
    renders: re.Pattern[str]

    @property
    def tells(self) -> bool:
        """Whether the words tell which post it is."""
        return self.renders.pattern != _ANY


def find_english_offices(text: str) -> Iterator[Office]:
    """Yield the posts in an English text in order; of two at one place the longer one.

    >>> [(text[one.start : one.end], bool(one.renders.search("县长")))
    ...  for text in ["the county head and his party chief"] for one in find_english_offices(text)]
    [('county head', True), ('party chief', False)]
    """
    if not _any_office().search(text):
        return
    found = [
        Office(*one.span(), renders)
        for english, renders in _offices()
        for one in english.finditer(text)
        if not (_AREA.search(one[0]) and _OF_BODY.match(text, one.end()))
    ]
    end = 0
    for office in sorted(found, key=lambda one: (one.start, -one.end)):
        if office.end > end:
            yield office
            end = office.end


@cache
def _offices() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in read_lines("offices.tsv"))
    return tuple((_compile(english), re.compile(chinese)) for english, chinese in rows)


@cache
def _any_office() -> re.Pattern[str]:
    """Return the pattern of all English posts, which most texts have none of."""
    return _compile("|".join(line.split("\t")[0] for line in read_lines("offices.tsv")))


def _compile(english: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])", re.I)
