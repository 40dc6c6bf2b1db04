"""Where the words of a query stand: as they are written, by their sound, or in their parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model.names import name_key
from briefing.shelf.index import Index, Places
from briefing.shelf.pages import OTHERS, level
from briefing.shelf.query import Word
from briefing.shelf.wordpatterns import (
    LONGEST_WORD,
    STEM,
    Pattern,
    is_han,
    is_latin,
    make_inside,
    make_joined,
    make_pattern,
    make_sound,
    split_pieces,
)

_PARTICLES = re.compile("[的和与及]")
_MIN_SPLIT, _MAX_SPLIT = 4, 12  # characters of a word that is looked for in parts
_MIN_PART = 2
_MAX_JOINED = 6  # words that are read as the syllables of one
_MAX_WORDS = 12  # of a query in which syllables are joined


def resolve(index: Index, words: Sequence[Word]) -> tuple[list[Places], list[Word]]:
    """Return where each word is found, and the words that are found nowhere.

    The syllables of one word count as one, and a Chinese word that stands nowhere as its parts.
    """
    found: list[Places] = []
    missing = []
    for word in join_syllables(index, words):
        if isinstance(word, Joined):
            found.append(word.places)
        elif places := _resolve_word(index, word):
            found += places
        else:
            missing.append(word)
    return found, missing


def _look(index: Index, patterns: Iterable[Pattern | None]) -> Places:
    """Return where any of some patterns is found."""
    found: Places = {}
    for pattern in patterns:
        for at, here in index.find_pattern(pattern).items() if pattern else ():
            found.setdefault(at, []).extend(here)
    return found


def _resolve_word(index: Index, word: Word) -> list[Places]:
    """Return where a word or each of its parts is found; nothing where one of them is not."""
    text = level(word.text)
    pieces = split_pieces(text)
    if not pieces:
        return []
    whole = "".join(pieces)
    patterns = [make_pattern(pieces, exact=word.exact)]
    if not word.exact and is_han(whole) and len(name_key(whole)) < len(whole):
        patterns.append(make_pattern(name_key(whole))._replace(likeness=STEM))
    found = _look(index, patterns)
    if word.exact:
        return [found] if found else []
    if is_latin(whole) and not _is_known(index, found):
        for at, places in _look(index, [make_sound(whole)]).items():
            found.setdefault(at, []).extend(places)
    if not found and is_latin(whole):
        found = _look(index, make_joined(pieces)) or _look(index, [make_inside(whole)])
    if found:
        return [found]
    return _split(index, whole) if is_han(whole) else []


def _is_known(index: Index, found: Places) -> bool:
    """Return whether a word itself is found in a text that is more than a code."""
    return any(
        one.likeness >= STEM and index.pages[at].kind_at(one.start) < OTHERS
        for at, places in found.items()
        for one in places
    )


def _split(index: Index, text: str) -> list[Places]:
    """Return where the parts of a Chinese word are found that stand together on a page.

    The fewest parts that do are taken, and of these those of which the first is longest.
    """
    if len(text) > _MAX_SPLIT:
        return []
    chunks = [one for one in _PARTICLES.split(text) if one]
    known: dict[str, Places] = {}
    ways: list[list[str]] = [[]]
    for chunk in chunks:
        ways = [[*way, *parts] for way in ways for parts in _partitions(chunk)]
    for parts in sorted(ways, key=len):
        for part in parts:
            if part not in known:
                known[part] = _look(index, [make_pattern(list(part))])
        found = [known[part] for part in parts]
        if len(parts) > 1 and set(found[0]).intersection(*found[1:]):
            return found
    return []


def _partitions(text: str) -> Iterator[list[str]]:
    """Yield the ways to part a text into pieces of two or more characters, if it has as many."""
    yield [text]
    for end in range(len(text) - _MIN_PART, _MIN_PART - 1, -1):
        for rest in _partitions(text[end:]):
            yield [text[:end], *rest]


class Joined(NamedTuple):
    """Words from a first to before a last that are syllables of one, and where that is found."""

    first: int
    last: int
    places: Places


def join_syllables(index: Index, words: Sequence[Word]) -> Iterator[Word | Joined]:
    """Yield the words; of those that are syllables of one, yield where that is found."""
    at = 0 if len(words) <= _MAX_WORDS else len(words)
    yield from words[:at]
    while at < len(words):
        for end in range(min(len(words), at + _MAX_JOINED), at + 1, -1):
            if joined := _find_joined(index, words[at:end]):
                yield Joined(at, end, joined)
                at = end
                break
        else:
            yield words[at]
            at += 1


def _find_joined(index: Index, words: Sequence[Word]) -> Places:
    """Return where some words are found that are the pinyin of one, of which they are syllables.

    Words each of which stands in the pages are left as they are.
    """
    letters = [level(word.text) for word in words]
    if any(word.exact for word in words) or not all(map(_may_be_pinyin, letters)):
        return {}
    from briefing.names.pinyin import count_syllables

    if not all(map(count_syllables, letters)) or all(
        _is_known(index, _look(index, [make_pattern([one])])) for one in letters
    ):
        return {}
    joined = "".join(letters)
    return _look(
        index, [make_pattern([joined]), make_pattern(letters, exact=True), make_sound(joined)]
    )


def _may_be_pinyin(letters: str) -> bool:
    return letters.isascii() and letters.isalpha() and len(letters) <= LONGEST_WORD
