"""What stands in quotation marks in a Chinese text and is a term there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TERM = re.compile("“([^”]{1,20})”|‘([^’]{1,20})’")
_INNER = re.compile("‘([^‘’“”]{1,20})’")
"""A term inside words that somebody says: “‘一网通办’好，快。”"""
_CLAUSE_MARK = re.compile("[，。；！？：,;!?:]")


class Quoted(NamedTuple):
    """A term in quotation marks: the offsets of the marks, and the words between them."""

    start: int
    end: int
    text: str


def find_quoted(text: str) -> Iterator[Quoted]:
    """Yield the terms in quotation marks: up to 20 characters without a mark of a clause.

    >>> [one.text for one in find_quoted("他说：“好，就这样。”要“一网通办”。")]
    ['一网通办']
    """
    for match in _TERM.finditer(text):
        term = match[1] or match[2]
        if not _CLAUSE_MARK.search(term):
            yield Quoted(*match.span(), term)
            continue
        for inner in _INNER.finditer(text, *match.span()):
            if not _CLAUSE_MARK.search(inner[1]):
                yield Quoted(*inner.span(), inner[1])
