"""Parts the words of a query into terms that the pages have, each with its synonyms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.shelf.index import Index, Places
from briefing.shelf.pages import level
from briefing.shelf.query import JOINING, Word
from briefing.shelf.resolving import join_syllables
from briefing.shelf.synonyms import LONGEST_PHRASE, find_synonyms, list_asking_words
from briefing.shelf.wordpatterns import (
    STEM,
    Found,
    Pattern,
    is_han,
    is_latin,
    make_sound,
    split_pieces,
)

_SYNONYM, _PART, _SOUND, _TYPO, _CLIPPED = 0.78, 0.7, 0.8, 0.6, 0.7
"""How well a word of like meaning answers, the parts of a long word, one that sounds alike, one
that is nearly spelt so, and one that is written out where the query shortens it."""
_ALONE = 0.5  # what a character by itself counts, which is only a part of a word
_KNOWN, _NAMED, _ASKING, _LEFT = 1.0, 0.9, 0.5, 1.5
"""What a piece of Chinese costs that some page has, that has synonyms, that only asks, and what
each character costs that is none of these; the cut that costs least is taken."""
_LONGEST_PIECE, _LONGEST_RUN = 8, 40
_MIN_PART = 2
_MOST_TOLD = 3  # words that one was looked for as
_PARTICLES = frozenset("的了吗呢")
_MIN_CLIPPED = 3  # letters of each half of a word such as ``biotech``


class Term(NamedTuple):
    """A part of a query: how it was written, where it stands, and what it is worth.

    One that stands nowhere may be found as other words, which mean about the same or are meant.
    """

    text: str
    places: Places
    worth: float
    found_as: tuple[str, ...] = ()


def segment(index: Index, words: Sequence[Word]) -> list[Term]:
    """Return the parts of the words of a query; what joins others and asks is left out."""
    runs: list[list[str]] = []
    for word in words:
        for piece in _runs_of(split_pieces(level(word.text))):
            if is_han(piece) or not runs or is_han(runs[-1][-1]):
                runs.append([piece])
            else:
                runs[-1].append(piece)
    found = [
        term
        for run in runs
        for term in (_cut_han(index, run[0]) if is_han(run[0]) else _cut_latin(index, run))
    ]
    return list({term.text: term for term in found}.values())


def _runs_of(pieces: Iterable[str]) -> Iterator[str]:
    """Yield words and numbers, and the characters of Chinese that follow one another as one."""
    run = ""
    for piece in pieces:
        if is_han(piece):
            run += piece
            continue
        if run:
            yield run
        run = ""
        yield piece
    if run:
        yield run


def _cut_latin(index: Index, words: Sequence[str]) -> Iterator[Term]:
    """Yield the parts of some words: names in pinyin, words that are one in meaning, and words."""
    joined = join_syllables(index, [Word(one) for one in words])
    left: list[str] = []
    for one in joined:
        if isinstance(one, Word):
            left.append(one.text)
            continue
        yield from _cut_plain(index, left)
        left = []
        written = " ".join(words[one.first : one.last])
        yield Term(written, one.places, index.rarity(one.places))
    yield from _cut_plain(index, left)


def _cut_plain(index: Index, words: Sequence[str]) -> Iterator[Term]:
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST_PHRASE), at, -1):
            phrase = " ".join(words[at:end])
            if end == at + 1 or find_synonyms(phrase):
                break
        alone = end == at + 1
        at = end
        if alone and (phrase in JOINING or phrase in list_asking_words()):
            continue
        yield _make_latin(index, phrase)


def _make_latin(index: Index, phrase: str) -> Term:
    term = _make_term(index, phrase)
    if term.places or not is_latin(phrase):
        return term
    places, meant = _find_otherwise(index, phrase)
    return Term(phrase, places, index.rarity(places), meant)


def _make_term(index: Index, words: str, share: float = 1) -> Term:
    """Return where a word or one that means about the same is found."""
    own = index.find(words)
    places = {at: list(found) for at, found in own.items()}
    found_as = []
    for other in find_synonyms(words):
        if len(other) == 1 and is_han(other):
            continue  # one character stands in too many words
        found = {
            at: sure
            for at, here in index.find(other).items()
            if (sure := [one for one in here if one.likeness >= STEM])
        }
        if found:
            found_as.append(other)
        for at, here in found.items():
            places.setdefault(at, []).extend(_weaken(here, _SYNONYM))
    return Term(
        words, places, share * index.rarity(places), () if own else tuple(found_as[:_MOST_TOLD])
    )


def _weaken(places: Iterable[Found], likeness: float) -> Iterator[Found]:
    return (one._replace(likeness=one.likeness * likeness) for one in places)


def _find_otherwise(index: Index, word: str) -> tuple[Places, tuple[str, ...]]:
    """Return where a word that no page has is found, and as what if it may be misspelt.

    It is found by its sound, as two words that it shortens, and as the one that is nearest to it.
    """
    from briefing.names.pinyin import count_syllables

    sound = make_sound(word) if count_syllables(word) else None
    if sound and (places := index.find_pattern(sound)):
        return places, ()
    for end in range(_MIN_CLIPPED, len(word) - _MIN_CLIPPED + 1):
        if places := index.find_starting(word[:end], word[end:]):
            return {at: list(_weaken(here, _CLIPPED)) for at, here in places.items()}, ()
    near = index.spelling.suggest(word)
    if len(near) != 1 or near[0][0] != word[0] or find_synonyms(word):
        return {}, ()
    return {at: list(_weaken(here, _TYPO)) for at, here in index.find(near[0]).items()}, tuple(near)


def _cut_han(index: Index, run: str) -> Iterator[Term]:
    """Yield the parts of a run of Chinese characters."""
    left = ""
    for piece, known in _cut_cheaply(index, run[:_LONGEST_RUN]):
        if known or piece in list_asking_words():
            yield from _make_left(index, left)
            left = ""
        if known:
            yield _make_han(index, piece)
        elif piece not in list_asking_words():
            left += piece
    yield from _make_left(index, left)


def _cut_cheaply(index: Index, run: str) -> list[tuple[str, bool]]:
    """Return the pieces of a run in the cheapest cut, and whether each is known."""
    best: list[tuple[float, int, list[tuple[str, bool]]]] = [(0, 0, [])]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - _LONGEST_PIECE), end):
            piece = run[start:end]
            cost, known = _price(index, piece)
            before, squares, pieces = best[start]
            ways.append((before + cost, squares - len(piece) ** 2, [*pieces, (piece, known)]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _price(index: Index, piece: str) -> tuple[float, bool]:
    if piece in list_asking_words():
        return _ASKING, False
    if len(piece) < _MIN_PART or _PARTICLES.intersection(piece):
        return _LEFT * len(piece), False
    if find_synonyms(piece):
        return _NAMED, True
    return (_KNOWN, True) if index.has(piece) else (_LEFT * len(piece), False)


def _make_han(index: Index, piece: str) -> Term:
    term = _make_term(index, piece)
    if len(piece) > _MIN_PART:
        for at, found in _find_parts(index, piece).items():
            term.places.setdefault(at, list(found))
    return term


def _find_parts(index: Index, piece: str) -> Places:
    """Return where two characters of a piece that follow one another are found."""
    parts = [piece[at : at + _MIN_PART] for at in range(len(piece) - _MIN_PART + 1)]
    found: dict[int, dict[str, list[Found]]] = {}
    for part in parts:
        for at, places in index.find(part).items():
            found.setdefault(at, {})[part] = places
    return {
        at: [
            one._replace(likeness=_PART * len(held) / len(parts))
            for places in held.values()
            for one in places
        ]
        for at, held in found.items()
    }


def _make_left(index: Index, left: str) -> Iterator[Term]:
    """Yield the term of characters that no page has together, found by their sound if at all."""
    if not left:
        return
    if len(left) < _MIN_PART:
        yield _make_term(index, left, _ALONE)
        return
    from briefing.names.pinyin import sound_of

    alike = Pattern(re.compile(sound_of(left)), likeness=_SOUND)
    places = index.find_pattern(alike)
    yield Term(left, places, index.rarity(places))
