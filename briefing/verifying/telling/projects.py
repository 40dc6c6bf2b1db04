"""Finds the projects and plans of which a sentence speaks without their whole names."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Set
from functools import cached_property
from math import log
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.article import Article
from briefing.model.records import Organisation, Place, Project, Strategy
from briefing.quantities.units import is_measured
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Entries, Entry, Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_words, words_in

_SPOKEN_OF = 0.45
_OF_PARTNER = 0.2
_MANY = 100
"""A word that the names of more projects have than this tells little of any of them."""


_COUNTED = re.compile("^[一二三四五六七八九十两双0-9]+[大个项条]")
"""How many things a name is of, which other names begin with as well: 四大战略, 重大战略."""


_BESIDE = 1
"""So many characters at most are between a number and what it counts."""


class _Spoken(NamedTuple):
    """A project, by its index, and the share of its name that is told."""

    at: int
    share: float


class Projects:
    """Finds the projects that a sentence speaks of without their whole names."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._words: list[tuple[Entry, dict[str, frozenset[str]]]] = []
        for article in articles:
            for record in (*article.of(Project), *article.of(Strategy)):
                words = {
                    lang: words_in(text or "", lang)
                    for lang, text in (
                        ("zh", _COUNTED.sub("", record.title.zh)),
                        ("en", record.title.en),
                    )
                }
                self._words.append((Entry(article, record), words))
        self._chosen: dict[tuple[Set[str], str, Set[str]], _Spoken | None] = {}
        self._weighed: dict[tuple[int, str], tuple[dict[str, float], float]] = {}
        self._counts = Counter(
            word for _, words in self._words for lang in words for word in words[lang]
        )

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[int]]]:
        """The indexes of the projects whose names have each word, by language."""
        return {
            lang: invert((at, words[lang]) for at, (_, words) in enumerate(self._words))
            for lang in ("zh", "en")
        }

    @cached_property
    def _by_partner(self) -> dict[str, list[int]]:
        """The indexes of the projects in which each body takes part, by its id."""
        return invert(
            (at, getattr(entry.record, "partners", ())) for at, (entry, _) in enumerate(self._words)
        )

    def _weigh(self, at: int, language: str) -> tuple[dict[str, float], float]:
        """Return how telling each word of a project's name is, and all of them together."""
        key = at, language
        if key not in self._weighed:
            size = len(self._words)
            words = sorted(self._words[at][1][language])
            weights = {one: log(1 + size / self._counts[one]) for one in words}
            self._weighed[key] = weights, sum(weights.values())
        return self._weighed[key]

    def find(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """Return the project that each clause speaks of most, where it names none."""
        found = []
        for first, last in sentence.parts:
            inside = [one for one in mentions if first <= one.start < last]
            if not any(
                isinstance(e.record, (Project, Strategy)) for m in inside for e in m.entries
            ):
                found += self._find(sentence, inside, first, last)
        named = any(isinstance(e.record, (Project, Strategy)) for m in mentions for e in m.entries)
        return found if found or named else self._find(sentence, mentions, 0, len(sentence.text))

    def _find(
        self, sentence: Sentence, mentions: list[Mention], first: int, last: int
    ) -> list[Mention]:
        said = {one.word: one.at for one in sentence.words if first <= one.at < last}
        bodies = {one for mention in mentions for one in mention.ids(Organisation)}
        places = frozenset(one for mention in mentions for one in mention.ids(Place))
        theirs = {at for body in bodies for at in self._by_partner.get(body, ())}
        best = self._find_best(said, sentence.language, places, theirs)
        if not best:
            return []
        shared = [one for one in self._weigh(best.at, sentence.language)[0] if one in said]
        start = min(said[one] for one in shared)
        end = max(said[one] for one in shared) + 2
        if not self._is_begun(best.at, said, sentence.language) and any(
            _counts_beside(one, start, end) for one in sentence.numbers
        ):
            return []
        entry = self._words[best.at][0]
        if sentence.text[:start].endswith("等") or _tells_several(
            (sentence.text[said[one] :] for one in shared), entry
        ):
            return []
        return [Mention(start, end, sentence.text[start:end], Entries([entry]))]

    def _is_begun(self, at: int, said: Container[str], language: str) -> bool:
        """Return whether the first word of a project's name, which tells it apart, is told."""
        title = getattr(self._words[at][0].record.title, language) or ""
        return any(one.word in said for one in read_words(title, language)[:1])

    def _find_best(
        self, said: Iterable[str], language: str, places: frozenset[str], theirs: set[int]
    ) -> _Spoken | None:
        """Return the first of the projects of which some words tell most, if they tell enough.

        What only words have that very many names have is worked out once for these words.
        """
        indexed = self._by_word[language]
        known = {one for one in said if one in indexed}
        if theirs:
            spoken = theirs.intersection(at for one in known for at in indexed[one])
            return self._choose(spoken, known, language, places, theirs)
        rare = {one for one in known if len(indexed[one]) <= _MANY}
        spoken = {at for one in rare for at in indexed[one]}
        best = self._choose(spoken, known, language, places)
        key = frozenset(known - rare), language, places if len(places) > 1 else frozenset()
        if key not in self._chosen:
            common = {at for one in key[0] for at in indexed[one]}
            self._chosen[key] = self._choose(common, key[0], language, places)
        found = [one for one in (best, self._chosen[key]) if one]
        return min(found, key=lambda one: (-one.share, one.at), default=None)

    def _choose(
        self,
        spoken: Iterable[int],
        said: Set[str],
        language: str,
        places: Set[str],
        theirs: Container[int] = (),
    ) -> _Spoken | None:
        """Return the first of some projects of which words tell most, if they tell enough."""
        best: _Spoken | None = None
        for at in sorted(spoken):
            weights, total = self._weigh(at, language)
            shared = [one for one in weights if one in said]
            share = sum(weights[one] for one in shared) / (total or 1)
            told_by_side = at in theirs or _joins(self._words[at][0], places)
            enough = (
                share > _OF_PARTNER if told_by_side else share >= _SPOKEN_OF and len(shared) > 1
            )
            if enough and (best is None or share > best.share):
                best = _Spoken(at, share)
        return best


def _counts_beside(number: Number, start: int, end: int) -> bool:
    """Return whether a number tells that there are several of what stands between two offsets.

    24 bridges are no bridge of which a name tells as much.
    """
    value, unit = number.readings[0] if number.readings else (None, None)
    is_count = isinstance(value, int) and value > 1 and not is_measured(unit or "")
    apart = min(abs(number.start - end), abs(start - number.end))
    return is_count and apart <= _BESIDE and not (start <= number.start < end)


_WORD = re.compile("[a-z]+", re.I)


def _tells_several(texts: Iterable[str], entry: Entry) -> bool:
    """Return whether texts begin with a word in the plural that a project's name has in no such."""
    title = (entry.record.title.en or "").lower()
    words = (found[0].lower() for one in texts if (found := _WORD.match(one)))
    return any(
        one.endswith("s") and one not in title and one.removesuffix("s") in title for one in words
    )


def _joins(entry: Entry, places: Set[str]) -> bool:
    """Return whether a project lies in several places, which are all named."""
    own = set(getattr(entry.record, "places", ()))
    return isinstance(entry.record, Project) and len(own) > 1 and own <= places
