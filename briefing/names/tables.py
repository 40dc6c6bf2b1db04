"""The tables of this package: files of words, separated by blanks or line ends."""

import re
from functools import cache

from briefing import datafiles


def read_lines(file: str) -> list[str]:
    """Return the lines of a table beside this module, without comments and blank lines."""
    return datafiles.read_lines(__spec__, file)


@cache
def words_of(file: str) -> frozenset[str]:
    """Return the words of a list beside this module."""
    return frozenset(" ".join(read_lines(file)).split())


@cache
def groups_of_words(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the words for each thing in a language, in small letters."""
    rows = (line.split("\t") for line in read_lines("synonyms.tsv"))
    return tuple(
        tuple(word.strip().lower() for word in words.split(";"))
        for lang, words in rows
        if lang == language
    )


@cache
def toponyms(kind: str) -> dict[str, str]:
    """Return the words of one kind of ``toponyms.tsv``, as ``group``, with their English."""
    rows = (line.split("\t") for line in read_lines("toponyms.tsv"))
    found = ((row[1], row[2]) if len(row) > 2 else (row[1], "") for row in rows if row[0] == kind)
    return {word: english for listed, english in found for word in listed.split()}


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Return every family name with its own readings, the usual one first, if it has any."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in " ".join(read_lines("surnames.txt")).split():
        name, _, own = entry.partition(":")
        told = (*found.get(name, ()), *(own.split(",") if own else ()))
        found[name] = tuple(dict.fromkeys(told))
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind, as ``post``, of the tables of people, bodies and projects."""
    return _words()[kind]


@cache
def alternatives(*kinds: str) -> str:
    """Return a pattern of all words of some kinds of the tables, the longest first."""
    listed = {word for kind in kinds for word in words(kind)}
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word))))


def starts_word(text: str, at: int, kind: str) -> bool:
    """Return whether a word of a kind stands at an offset."""
    return at < len(text) and text.startswith(_by_first(kind).get(text[at], ()), at)


def longest_word(text: str, at: int, kind: str) -> int:
    """Return the length of the longest word of a kind at an offset, or 0."""
    listed = _by_first(kind).get(text[at : at + 1], ())
    if not text.startswith(listed, at):
        return 0
    return len(next(word for word in listed if text.startswith(word, at)))


def places_of_words(text: str, kind: str) -> list[int]:
    """Return the offsets at which a word of a kind begins."""
    firsts = _by_first(kind)
    return [
        at
        for at, character in enumerate(text)
        if character in firsts and text.startswith(firsts[character], at)
    ]


def ends_word(text: str, at: int, kind: str) -> bool:
    """Return whether a word of a kind ends before an offset."""
    return at > 0 and text.endswith(_by_last(kind).get(text[at - 1], ()), 0, at)


_FAR = 16
"""No word of the tables is longer, with the blanks behind it."""


def text_before(text: str, at: int) -> str:
    """Return the few characters before an offset, without a mark or blank before a name."""
    return text[max(0, at - _FAR) : at].rstrip(" ：:”\u3000")


@cache
def _by_first(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a kind by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words(kind), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(listed) for first, listed in found.items()}


@cache
def _by_last(kind: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words(kind):
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(listed) for last, listed in found.items()}


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for file in ("people.tsv", "nonames.tsv", "lexicon.tsv", "bodies.tsv", "projects.tsv"):
        for line in read_lines(file):
            kind, _, listed = line.partition("\t")
            found.setdefault(kind, set()).update(listed.split())
    return {kind: frozenset(listed) for kind, listed in found.items()}
