"""The records that answer best to a query that no record answers to in every word."""

from collections.abc import Container, Sequence
from itertools import chain
from math import log2
from operator import mul
from typing import NamedTuple

from briefing.shelf.index import Index
from briefing.shelf.pages import LABELS, NAMES, NOTES, OTHERS, TEXTS, Page
from briefing.shelf.segmenting import Term
from briefing.shelf.wordpatterns import SOUND, Found

_FACTORS = {NAMES: 1.0, LABELS: 1.0, TEXTS: 0.8, NOTES: 0.7, OTHERS: 0.4}
"""What a word counts by the field that it is found in."""
_AROUND = 0.25  # what a word counts that only surrounds a record
_IN_SECTION = 0.8  # what one counts that names the section of a record
_SURE = 0.7  # how like a word must be to count as found
_LEAST = 0.5  # the share of a query of which more must be found
_TOGETHER = 0.6  # what is added for words that stand in one text
_WHOLE = 1.2  # what a record with every word counts more
_IN_NAME = 0.7  # what a figure counts that is only a numeral in a name
_NAMED = 0.3  # what a record counts more of which the whole name is found
_USUAL, _LONG = 400, 0.15  # characters of a usual page, and what twice as many take off
_NEAR_BEST = 0.6  # how near to the best a record must come to be shown
_MOST = 10
_PROPER = ("people", "projects", "organisations")
_MOST_OF_NAME, _WHOLE_NAME = 0.6, 0.9


class Near(NamedTuple):
    """A page, how well it answers, and where each of the terms that it has is found."""

    page: int
    score: float
    places: dict[int, list[Found]]


def rank(index: Index, terms: Sequence[Term], whole: Container[int] = ()) -> list[Near]:
    """Return the pages that have enough of some terms, the best first.

    The pages of ``whole`` have every word, and count more for it.
    """
    around = [index.find_around(term.text) for term in terms]
    sections = [index.find_in_section(term.text) for term in terms]
    held = (
        _Held(
            index.pages[at],
            at,
            terms,
            [
                _IN_SECTION if at in listed else _AROUND * (at in pages)
                for pages, listed in zip(around, sections, strict=True)
            ],
        )
        for at in sorted({at for term in terms for at in term.places})
    )
    ranked = [
        Near(one.at, one.score() * (_WHOLE if one.at in whole else 1), one.places)
        for one in held
        if one.texts and (one.at in whole or one.is_enough())
    ]
    ranked.sort(key=lambda near: -near.score)
    return [near for near in ranked[:_MOST] if near.score >= _NEAR_BEST * ranked[0].score]


class _Held:
    """What a page holds of some terms, which are numbered.

    ``texts`` has the numbers of the page's own texts and, of each, what its terms count there.
    """

    def __init__(self, page: Page, at: int, terms: Sequence[Term], around: Sequence[float]) -> None:
        self.page, self.at, self.terms = page, at, terms
        self.worths = [term.worth for term in terms]
        self.likeness = list(around)
        self.counts = list(around)
        self.places: dict[int, list[Found]] = {}
        self.texts: dict[int, dict[int, float]] = {}
        self.found: dict[int, list[Found]] = {}
        for number, term in enumerate(terms):
            for one in term.places.get(at, ()):
                self._add(number, one)

    def _add(self, number: int, one: Found) -> None:
        text = self.page.find_text(one.start)
        kind = self.page.texts[text].kind
        counts = one.likeness * _FACTORS[kind]
        self.places.setdefault(number, []).append(one)
        self.likeness[number] = max(self.likeness[number], one.likeness)
        self.counts[number] = max(self.counts[number], counts)
        if kind < OTHERS:
            held = self.texts.setdefault(text, {})
            held[number] = max(held.get(number, 0), counts)
            self.found.setdefault(text, []).append(one)

    def is_enough(self) -> bool:
        """Return whether more than half of what is asked is found, or the record's name is."""
        found = (1 if one >= _SURE else one for one in self.likeness)
        share = sum(map(mul, self.worths, found)) / sum(self.worths)
        return share > _LEAST or self._is_called()

    def score(self) -> float:
        """Return how well the page answers: a long one answers to much and is about less of it."""
        record, size = self.page.hit.record, len(self.page.level)
        together: float = max(
            sum(self.worths[number] * counts for number, counts in text.items())
            for text in self.texts.values()
        )
        score: float = sum(map(mul, self.worths, self.counts)) + _TOGETHER * together
        score *= 1 + _NAMED * self._share_of_name()
        in_name: bool = getattr(record, "in_name", False)
        score *= _IN_NAME if in_name else 1
        return score / (1 + _LONG * log2(max(1, size / _USUAL)))

    def _is_called(self) -> bool:
        """Return whether the record is asked for by its name, and is no place.

        Beside words that no page has, a name counts if it is one's own, or whole and of two words.
        """
        section = self.page.hit.section.name
        if section == "places":
            return False
        share = self._share_of_name(SOUND)
        known = all(term.places for term in self.terms)
        whole = share >= _WHOLE_NAME and len(self.places) > 1
        return whole or (share >= _MOST_OF_NAME and (known or section in _PROPER))

    def _share_of_name(self, least: float = 0) -> float:
        """Return how much is found of that one of the names which is found best, at most 1.

        What is less like a word than ``least`` does not count.
        """
        best = 0.0
        for number, found in self.found.items():
            text = self.page.texts[number]
            if text.kind <= LABELS:
                spans = (range(one.start, one.end) for one in found if one.likeness >= least)
                covered = set(chain.from_iterable(spans))
                best = max(best, len(covered) / len(text.text))
        return best
