"""Whether a sentence puts together what stands in two of several clauses that are built alike.

Where a text strengthens coal machinery and other old industries and fosters aviation and other new
ones, a memo may not tell of aviation as an old industry.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.model.choices import DIVISIONS
from briefing.model.records import Person, Place
from briefing.names.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import words_in

_MOST_READ = 4
"""The sentences of so many clauses are looked at that tell most of what a sentence tells."""
_LONGEST = 40
"""A sentence of a text with more clauses is a list of its own, and is not looked at."""
_EXAMPLES = re.compile("等[^，。；]{2,16}$")
_RESTING = re.compile("^以[^，。]{2,30}为[^，。]{1,6}的[^，。]{2,}$")
"""What gives examples of a kind of thing, which it ends with, and what tells on what one rests."""
_SUBJECT = 3
"""So many characters at the beginning may name of whom all clauses of a sentence tell."""
_SAME = 4
_HAN = re.compile("[\u4e00-\u9fff]+")
_FEWEST = 2
"""So many words are the own ones of one clause at least, or of each of two longer pieces."""
_TOLD = 0.5
"""The two have more than this share of the words of a sentence together."""
JOINT = {
    "en": re.compile(r"\band\b|[,;]|\bwhile\b|\bas well\b|\bwith\b"),
    "zh": re.compile("[，、；,;]|[和与及并]|同时"),
}
"""What stands between two things that a sentence tells side by side."""
_GOES_ON = {
    "en": re.compile(
        r", (?=(?:it|they|the city|the zone) (?:want|plan|hope|aim|will|is|are)\w*\b)"
    ),
    "zh": re.compile("[，,](?=[^，。；]{0,4}(?:要|打造|打算|建成|建设|发展|借此|争取|努力|的是))"),
}
"""A comma behind which the same sentence goes on to tell of what stands before it."""
_GOING_ON = 8
"""So many characters behind it may tell so."""
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]*")


class _Word(NamedTuple):
    """A word of a memo's sentence, with its offset."""

    at: int
    word: str


class _Piece:
    """Clauses of a text that stand together between semicolons, or one clause."""

    def __init__(self, held: list[Clause], language: str, subject: str = "") -> None:
        words = frozenset().union(*(one.own[language] for one in held))
        if held[0].text.startswith(subject):
            words -= words_in(subject, "zh")
        self._words = words
        self._meant = by_beginning(words) if language == "en" else {}

    def has(self, word: str) -> bool:
        """Return whether the clauses have a word, or may mean it."""
        return word in self._words or bool(find_alike(word, self._meant))


def judge_exchanged(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the words of one of two clauses that are built alike, told with those of the other."""
    if sentence.is_mixed or sentence.is_title:
        return
    words = list(_list_words(sentence, mentions))
    best = [one for _, one in islice(clauses.rank(sentence, 0, []), _MOST_READ)]
    for told in {id(one.sentence): one for one in best}.values():
        held = list(clauses.sentences_of([told]))
        for group, fewest in _list_groups(held, sentence.language, clauses):
            if found := _find_exchanged(group, words, fewest, best, sentence):
                start, end = found[0].at, found[-1].at + len(found[-1].word)
                yield doubt(start, end, "statement", told)
                return


def _list_words(sentence: Sentence, mentions: Iterable[Mention]) -> Iterator[_Word]:
    """Yield the words of a sentence that are in no name of a person, or of a city, county or so.

    All that stands behind such a name may be told of it.
    """
    names = [
        (one.start, one.end)
        for one in mentions
        if any(
            isinstance(record, Person) or (isinstance(record, Place) and record.kind in DIVISIONS)
            for _, record in one.entries
        )
    ]
    if sentence.language == "zh":
        words: Iterable[tuple[int, str]] = ((one.at, one.word) for one in sentence.words)
    else:
        found = _ENGLISH.finditer(sentence.text)
        words = ((one.start(), stem) for one in found for stem in stems_of(one[0]))
    for at, word in words:
        if not any(start <= at < end for start, end in names):
            yield _Word(at, word)


def _list_groups(
    held: list[Clause], language: str, clauses: Clauses
) -> Iterator[tuple[list[_Piece], int]]:
    """Yield the clauses of a sentence of a text that are built alike, in groups.

    What stands between semicolons is; so are clauses that give examples of kinds of things. With
    each group it is told how many words of its own each of two clauses must have.
    """
    if len(held) > _LONGEST:
        return
    subject = held[0].text[:_SUBJECT]
    parts = _split(held, clauses)
    if len(parts) > 1:
        # The first may begin all others, unless it is built as another is.
        first = 0 if any(_has_same(parts[0], one) for one in parts[1:]) else 1
        yield [_Piece(one, language) for one in parts[first:]], _FEWEST
    for part in parts:
        for built in (_EXAMPLES, _RESTING):
            alike = [one for one in part if built.search(one.text)]
            fewest = 1 if built is _RESTING or language == "zh" else _FEWEST
            if len(alike) > 1:
                yield [_Piece([one], language, subject) for one in alike], fewest


def _has_same(one: list[Clause], other: list[Clause]) -> bool:
    """Return whether some characters in a row stand in clauses of both parts of a sentence."""
    text, rest = ("\n".join(each.text for each in part) for part in (one, other))
    rows = (text[at : at + _SAME] for at in range(len(text) - _SAME + 1))
    return any(_HAN.fullmatch(row) and row in rest for row in rows)


def _split(held: list[Clause], clauses: Clauses) -> list[list[Clause]]:
    """Return the clauses of a sentence, in parts between its semicolons."""
    return [[one for unit in part for one in unit.clauses] for part in clauses.split(held)]


def _find_exchanged(
    group: list[_Piece],
    words: list[_Word],
    fewest: int,
    best: list[Clause],
    sentence: Sentence,
) -> list[_Word]:
    """Return the words that a piece of a group has for itself, told with those of another, if any.

    Only two pieces have such words, one of them ``fewest`` of them. No clause of those that tell
    most of the sentence has nearly all of both, and they do not stand side by side.
    """
    own = [(held, one) for one in group if (held := _find_own(one, group, words))]
    some = [each for each in own if len(each[0]) >= _FEWEST]
    pair = some if len(some) == 2 else own  # a word may be in the third by chance
    told = {word.word for word in words if any(one.has(word.word) for _, one in pair)}
    if len(pair) != 2 or len(told) <= _TOLD * len({one.word for one in words}):
        return []
    first, second = sorted((held for held, _ in pair), key=lambda each: each[0].at)
    between = _GOES_ON[sentence.language].sub(
        " ", sentence.text[first[-1].at : second[0].at + _GOING_ON]
    )[: second[0].at - first[-1].at]
    counts = [len({one.word for one in held}) for held in (first, second)]
    if (
        first[-1].at >= second[0].at
        or JOINT[sentence.language].search(between)
        or min(counts) < fewest
        or max(counts) < _FEWEST
    ):
        return []
    whole = (_Piece([one], sentence.language) for one in best)
    elsewhere = max((_count([*first, *second], one) for one in whole), default=0)
    return second if sum(counts) - elsewhere >= min(_FEWEST, *counts) else []


def _find_own(piece: _Piece, group: list[_Piece], words: list[_Word]) -> list[_Word]:
    """Return the words that a piece has, and no other of its group."""
    return [
        word
        for word in words
        if piece.has(word.word) and not any(one.has(word.word) for one in group if one is not piece)
    ]


def _count(words: list[_Word], piece: _Piece) -> int:
    """Return how many of some words a piece has, each counted once."""
    return len({one.word for one in words if piece.has(one.word)})
