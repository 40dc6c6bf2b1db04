"""How much each word of a sentence counts for a number in it: the more, the nearer it stands."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.records import Organisation, Place, Project
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.kinds import is_alike, is_time
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import Word, read_words

EARLIER = 0.35
"""How much a word counts that only the sentences before or the heading have."""


class Near(NamedTuple):
    """How much a word counts for a number, and where it stands; before the sentence it is -1.

    Of two that count the same, the greater is the one that is read first.
    """

    weight: float
    order: int
    at: int


class Nearness:
    """The words of a sentence, and how much each counts for the numbers in it.

    Words for which nothing ``hears`` are left out.
    """

    def __init__(
        self, sentence: Sentence, mentions: list[Mention], hears: Callable[[str], bool]
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self._hears = hears
        self._far: dict[object, dict[str, Near]] = {}

    def near(self, number: Number) -> dict[str, Near]:
        """Return how much each word of the sentence counts for a number in it."""
        own = self.sentence.clause_at(number.start)
        first = self.sentence.clauses[own][0]
        stops = self.sentence.text.count("；", first, number.start)
        unit = None if is_time(number) else number.readings[0].unit
        key = own, stops, is_time(number), unit
        if key not in self._far:  # which is the same for all numbers of a unit in a clause
            self._far[key] = self._read_far(number, own)
        found = self._far[key].copy()
        for order, (word, at) in self._told_words.get(own, {}).items():
            near = Near(1 - min(abs(number.start - at), 80) / 200, order, at)
            if word not in found or found[word] < near:
                found[word] = near
        return found

    def _read_far(self, number: Number, own: int) -> dict[str, Near]:
        """Return how much the words of other clauses count for a number."""
        sentence = self.sentence
        earlier = filter(self._hears, sentence.earlier_words)
        found = {word: Near(EARLIER, 1, -1) for word in earlier}
        taken = {
            sentence.clause_at(one.start)
            for one in sentence.numbers
            if one.readings and is_alike(one, number)
        }
        for clause, words in self._told_words.items():
            apart = own - clause
            if not apart:
                continue
            weight = _fade(apart)
            if clause in taken:  # which speaks of a number of its own
                weight *= 0.6
            for order, (word, at) in words.items():
                first, last = sorted((at, number.start))
                parted = bisect_left(self._stops, first) < bisect_left(self._stops, last)
                near = Near(weight * (0.6 if apart > 0 else 0.3) if parted else weight, order, at)
                if word not in found or found[word] < near:
                    found[word] = near
        return found

    @cached_property
    def _told_words(self) -> dict[int, dict[int, tuple[str, int]]]:
        """The words of each clause, but for those of places, by their order; the first is 0."""
        found: dict[int, dict[int, tuple[str, int]]] = {}
        for order, (word, at) in enumerate((*self.sentence.words, *self._named_words)):
            in_place = any(start <= at < end for start, end in self._place_spans)
            if not in_place and self._hears(word):
                found.setdefault(self.sentence.clause_at(at), {})[-order] = word, at
        return found

    @cached_property
    def _stops(self) -> list[int]:
        """Where the sentence has semicolons, which part its words from its numbers."""
        return [found.start() for found in re.finditer("[;；]", self.sentence.text)]

    @cached_property
    def _place_spans(self) -> list[tuple[int, int]]:
        """Where the sentence names places, whose words tell nothing else."""
        return [
            (one.start, one.end)
            for one in self.mentions
            if one.entries and all(isinstance(entry.record, Place) for entry in one.entries)
        ]

    @cached_property
    def _named_words(self) -> list[Word]:
        """The words of the whole names of projects and bodies, where shorter ones stand."""
        found = []
        for mention in self.mentions:
            for entry in mention.entries:
                if isinstance(entry.record, (Project, Organisation)):
                    title = entry.record.title
                    for lang, text in (("zh", title.zh), ("en", title.en or "")):
                        words = read_words(text, lang)
                        found += [Word(one.word, mention.start) for one in words]
        return found


def _fade(apart: int) -> float:
    """Return how much words count that stand so many clauses before a number, or behind it."""
    return max(0.45, 0.85 - 0.12 * apart) if apart > 0 else max(0.4, 0.7 + 0.1 * apart)
