"""What a reader asks a search for: words, phrases that must stand so, and paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.limits import QUERY_CHARACTERS
from briefing.model.forms import compose
from briefing.problem import BriefingError, Status, message

_QUOTED = re.compile('[“”"＂]([^“”"＂]*)[“”"＂]|[「『]([^「」『』]*)[」』]')
_QUOTES = re.compile('[“”"＂「」『』]')
_PARAGRAPH = re.compile(
    r"(?:(?:¶|第|段|paragraphs?|paras?\.?|p\.?) *(?P<first>\d{1,6})"
    r"(?: *[-–—~至到] *[¶第p]?(?P<last>\d{1,6}))? *段?"
    r"|(?P<one>\d{1,6})(?: *[-–—~至到] *(?P<to>\d{1,6}))? *段)",
    re.IGNORECASE,
)
JOINING = frozenset(
    [
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"),
        *("are", "does", "how", "is", "was", "what", "when", "where", "which", "who", "whose"),
    ]
)
"""English words that say too little to be looked for beside others."""


class Word(NamedTuple):
    """A word or phrase to find; one that is ``exact`` must stand so, in quotation marks or not."""

    text: str
    exact: bool = False


class Query(NamedTuple):
    """The words of which all must be found, and the first and last paragraph to find them in."""

    words: tuple[Word, ...]
    paragraphs: tuple[int, int] | None = None

    def loosened(self) -> "Query":
        """Return the query with the words of each phrase that has no quotation marks by itself."""
        words = (one for word in self.words for one in _loosen(word))
        return self._replace(words=tuple(_leave_out(words)))


def _loosen(word: Word) -> Iterable[Word]:
    return [word] if word.exact else map(Word, word.text.split())


def parse(arguments: Sequence[str]) -> Query:
    """Return what the arguments of a search ask for.

    Raises :class:`BriefingError` where they are too long.

    >>> parse(["26段", "“dry port”"])
    Query(words=(Word(text='dry port', exact=True),), paragraphs=(26, 26))
    """
    given = [one.strip() for one in arguments if one.strip()]
    if sum(map(len, given)) > QUERY_CHARACTERS:
        raise BriefingError(message("usage.long-query"), status=Status.USAGE)
    paragraphs = read_paragraphs(" ".join(given))
    if paragraphs:
        return Query((), paragraphs)
    words: list[Word] = []
    for one in _close_quotes(given):
        asked = read_paragraphs(one)
        if asked and not paragraphs:
            paragraphs = asked
        else:
            words += _split(one)
    return Query(tuple(_leave_out(words)), paragraphs)


def _close_quotes(arguments: Iterable[str]) -> Iterator[str]:
    """Yield the arguments; those that a pair of quotation marks stands around are one."""
    opened: list[str] = []
    for one in arguments:
        opened.append(one)
        if not _QUOTES.search(_QUOTED.sub("", " ".join(opened))):
            yield " ".join(opened)
            opened = []
    yield from opened


def read_paragraphs(text: str) -> tuple[int, int] | None:
    found = _PARAGRAPH.fullmatch(compose(text))
    if not found:
        return None
    first = int(found["first"] or found["one"])
    last = int(found["last"] or found["to"] or first)
    return min(first, last), max(first, last)


def _split(argument: str) -> list[Word]:
    """Return the phrases in quotation marks of an argument, and what stands between them."""
    words: list[Word] = []
    at = 0
    for quoted in _QUOTED.finditer(argument):
        words += [
            Word(argument[at : quoted.start()]),
            Word(quoted[1] or quoted[2] or "", exact=True),
        ]
        at = quoted.end()
    words.append(Word(argument[at:]))
    return [word._replace(text=word.text.strip()) for word in words if word.text.strip()]


def _leave_out(words: Iterable[Word]) -> list[Word]:
    """Return each word once, without those that only join others, unless there are no others."""
    every = list(dict.fromkeys(words))
    telling = [one for one in every if one.exact or one.text.casefold() not in JOINING]
    return telling or every
