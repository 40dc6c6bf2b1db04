"""The facts of models by what a sentence may say of them, so that a number is held against few.

A number of a memo is compared with the facts of its kind, and how much the sentence speaks of a
fact is worked out only where it has a word or name of it, or the number is the fact's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from briefing.checks.evidence import Held
from briefing.checks.known import Known
from briefing.checks.numbers import Number
from briefing.model.article import Article
from briefing.model.records import Figure
from briefing.names.languages import ByLanguage
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Names
from briefing.verifying.numbers.earlier import work_out_earlier
from briefing.verifying.numbers.facts import LANGUAGES, Fact, read_facts
from briefing.verifying.numbers.kinds import is_of_kind, is_ordinal, is_rank, is_time
from briefing.verifying.numbers.sums import Whole, find_groups, find_wholes
from briefing.verifying.numbers.whereabouts import find_own_province

_LEFT_OUT = {
    "en": re.compile(
        r"[（(](?:excluding|without|not counting) (?:the )?(?P<what>[\w -]{3,40})[）)]"
    ),
    "zh": re.compile("[（(](?:不含|不包括|不计|扣除|剔除)(?P<what>[\u4e00-\u9fff]{2,8})[）)]"),
}
"""What the label of a figure tells in brackets that its number is without."""
_MOST_ALIKE = 40
"""Of facts with the same words, of which a sentence names none, so many are compared."""
LEAST_HEARD = 0.19
"""A fact of whose words the sentence has a smaller share is of no number: it is no rival even."""


class Label(NamedTuple):
    """The words of what a fact is of, each with how telling it is, and the sum of that.

    ``hints`` are other words that stand beside the fact.
    """

    words: list[tuple[str, float]]
    total: float
    hints: list[tuple[str, float]]


class Facts:
    """The facts of some articles, and how telling each word of them is."""

    def __init__(self, articles: Iterable[Article], names: Names) -> None:
        self.articles = tuple(articles)
        self.all = tuple(read_facts(self.articles, names))
        self._counts = ByLanguage(
            lambda lang: Counter(word for fact in self.all for word in fact.words[lang])
        )
        self._weights: dict[tuple[str, str], float] = {}
        self._labels: dict[tuple[int, str], Label] = {}
        self._alike: dict[tuple[str, frozenset[str], frozenset[str]], Label] = {}
        self._siblings: dict[int, list[Fact]] = {}
        self._of_kind: dict[object, dict[int, Fact]] = {}
        self._same: dict[object, frozenset[int]] = {}

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The ids of the provinces of the articles."""
        return frozenset(one for each in self.articles for one in find_own_province(each))

    def of_figure(self, figure: Figure) -> Fact:
        """Return the fact of a figure."""
        return self._figures[id(figure)]

    @cached_property
    def _figures(self) -> dict[int, Fact]:
        return {id(fact.record): fact for fact in self.all if isinstance(fact.record, Figure)}

    @cached_property
    def earlier(self) -> tuple[Fact, ...]:
        """What rates were in the times since which they have changed."""
        return tuple(work_out_earlier(self.all))

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """The figures to which others add up."""
        return tuple(find_wholes(self.all))

    @cached_property
    def groups(self) -> list[list[Fact]]:
        """The figures of each kind, which may be added up."""
        return find_groups(self.all)

    @cached_property
    def left_out(self) -> ByLanguage[set[str]]:
        """What figures are without, as their labels tell in brackets: rural households."""
        labels = [one.record.label for one in self.all if isinstance(one.record, Figure)]
        texts = {"zh": [one.zh for one in labels], "en": [one.en or "" for one in labels]}
        return ByLanguage(
            lambda lang: {
                found["what"] for text in texts[lang] for found in _LEFT_OUT[lang].finditer(text)
            }
        )

    def list_alike(self, fact: Fact) -> list[Fact]:
        """Return the other figures of the paragraph of a fact that are of much the same things.

        Their labels have half of the words of the shorter one in common.
        """
        if id(fact) not in self._siblings:
            words = fact.words["zh"]
            self._siblings[id(fact)] = [
                one
                for one in self._beside[id(fact.article), fact.paragraph]
                if one is not fact
                and 2 * len(words & one.words["zh"]) >= min(len(words), len(one.words["zh"])) > 0
            ]
        return self._siblings[id(fact)]

    @cached_property
    def _beside(self) -> dict[tuple[int, int], list[Fact]]:
        """The first figures of each paragraph, by the id of the article's object."""
        found: dict[tuple[int, int], list[Fact]] = defaultdict(list)
        for fact in self._figures.values():
            beside = found[id(fact.article), fact.paragraph]
            if len(beside) < _MOST_ALIKE:
                beside.append(fact)
        return found

    def weigh(self, word: str, language: str) -> float:
        """Return how telling a word is: the fewer facts have it, the more."""
        key = language, word
        if key not in self._weights:
            seen = self._counts[language].get(word, 1)
            self._weights[key] = log(1 + len(self.all) / seen)
        return self._weights[key]

    def label_of(self, fact: Fact, language: str) -> Label:
        """Return the words of what a fact is of; facts with the same words share one label."""
        key = id(fact), language
        if key not in self._labels:
            words, hints = fact.words[language], fact.hints[language]
            same = language, words, hints
            if same not in self._alike:
                weighed = [(one, self.weigh(one, language)) for one in sorted(words)]
                beside = [(one, self.weigh(one, language)) for one in sorted(hints)]
                total = sum(weight for _, weight in weighed)
                self._alike[same] = Label(weighed, total, beside)
            self._labels[key] = self._alike[same]
        return self._labels[key]

    def knows(self, word: str, language: str) -> bool:
        """Return whether a fact is of what a word tells."""
        return word in self._counts[language]

    def hears(self, word: str) -> bool:
        """Return whether a word speaks for a fact, in either language.

        Words of English are spelt in ASCII, so that others are sought in Chinese alone.
        """
        languages = LANGUAGES if word.isascii() else ("zh",)
        return any(word in self._by_word[lang] for lang in languages)

    @cached_property
    def order(self) -> dict[int, int]:
        """The places of the facts in the order of all, by the ids of their objects."""
        return {id(fact): at for at, fact in enumerate(self.all)}

    @cached_property
    def dates(self) -> dict[int, Fact]:
        """The facts that are dates, by the ids of their objects."""
        return {id(fact): fact for fact in self.all if fact.is_date}

    @cached_property
    def amounts(self) -> dict[int, Fact]:
        """The facts that are neither dates nor counts in words, by the ids of their objects."""
        return {id(fact): fact for fact in self.all if not (fact.is_date or fact.is_count)}

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every value of a fact that is no date."""
        return tuple(held for fact in self.all if not fact.is_date for held in fact.held)

    def of_kind(self, number: Number) -> dict[int, Fact]:
        """Return the facts that could be compared with a number, by the ids of their objects."""
        if is_time(number):
            return self.dates
        key = is_ordinal(number), tuple(one.unit for one in number.readings)
        if key not in self._of_kind:
            groups = (facts for facts in self._kinds if is_of_kind(number, facts[0]))
            self._of_kind[key] = {id(fact): fact for facts in groups for fact in facts}
        return self._of_kind[key]

    @cached_property
    def _kinds(self) -> Collection[list[Fact]]:
        """The facts that are no dates, those of the same units together."""
        found: dict[object, list[Fact]] = defaultdict(list)
        for fact in self.all:
            if not fact.is_date:
                found[is_rank(fact), frozenset(held.unit for held in fact.held)].append(fact)
        return found.values()

    def find_same(
        self, number: Number, key: object, agrees: Callable[[Fact], bool]
    ) -> frozenset[int]:
        """Return the ids of the objects of the facts that agree with a number.

        A number that a memo has again, under the same ``key``, is compared once.
        """
        if key not in self._same:
            groups = self._find_near(number)
            same = (id(fact) for alike in groups if agrees(alike[0]) for fact in alike)
            self._same[key] = frozenset(same)
        return self._same[key]

    def _find_near(self, number: Number) -> Iterable[Sequence[Fact]]:
        """Return the facts of the kind of a number that have what may agree with it, by groups.

        The facts of a group agree with the same numbers. A date may agree with any, and so may what
        has parts that are not read.
        """
        if is_time(number):
            return self._alike_dates
        facts = self.of_kind(number)
        if not all(one.readings for one in number.parts):
            return [(fact,) for fact in facts.values()]
        near = (one for held in self._known.near(number) for one in self._having[held])
        return [(facts[one],) for one in dict.fromkeys(near) if one in facts]

    @cached_property
    def _alike_dates(self) -> Collection[list[Fact]]:
        """The facts that are dates, those of the same date together."""
        found: dict[object, list[Fact]] = defaultdict(list)
        for fact in self.dates.values():
            found[frozenset(fact.held), fact.times, fact.stage].append(fact)
        return found.values()

    @cached_property
    def _known(self) -> Known:
        return Known(self._having)

    @cached_property
    def _having(self) -> dict[Held, list[int]]:
        """The facts that have each value that is no date, by the ids of their objects."""
        return invert((id(fact), fact.held) for fact in self.all if not fact.is_date)

    def find_spoken(
        self,
        words: Mapping[str, float],
        languages: Collection[str],
        names: Iterable[str],
        places: Iterable[str],
    ) -> set[int]:
        """Return the ids of the objects of the facts that a sentence may speak of.

        They are of something that it names; or it has some words of theirs, each of which counts
        so much, and names a place of theirs, or the words are enough of what they are of.
        """
        heard: dict[int, float] = {}
        for word, much in words.items():
            for lang in languages:
                weight = much * self.weigh(word, lang)
                for one in self._by_word[lang].get(word, ()):
                    heard[one] = heard.get(one, 0.0) + weight
        told: set[int] = set()
        for lang in languages:
            least = self._least_heard[lang]
            told.update(one for one, much in heard.items() if much >= least[one])
        found = self._without_alike(told)
        for place in places:
            found.update(one for one in self._by_place.get(place, ()) if one in heard)
        for name in names:
            found.update(self._by_name.get(name, ()))
        return found

    def _without_alike(self, found: set[int]) -> set[int]:
        """Return the ids of facts, of those with the same words no more than the first few."""
        if len(found) <= _MOST_ALIKE:
            return found
        counts: Counter[int] = Counter()
        kept = set()
        for one in sorted(found, key=self.order.__getitem__):
            alike = self._group_of[one]
            counts[alike] += 1
            if counts[alike] <= _MOST_ALIKE:
                kept.add(one)
        return kept

    @cached_property
    def _group_of(self) -> dict[int, int]:
        """A number for each fact, by the id of its object, that facts of the same words share."""
        groups: dict[tuple[frozenset[str], ...], int] = {}
        return {
            id(one): groups.setdefault(tuple(one.words[lang] for lang in LANGUAGES), len(groups))
            for one in self.all
        }

    @cached_property
    def _least_heard(self) -> ByLanguage[dict[int, float]]:
        """How much of each fact's words must be heard at least, by language."""
        return ByLanguage(
            lambda lang: {
                id(one): sum(self.weigh(word, lang) for word in sorted(one.words[lang]))
                * LEAST_HEARD
                for one in self.all
            }
        )

    @cached_property
    def _by_place(self) -> dict[str, list[int]]:
        return invert((id(fact), fact.places) for fact in self.all)

    @cached_property
    def _by_word(self) -> ByLanguage[dict[str, list[int]]]:
        return ByLanguage(
            lambda lang: invert((id(one), one.words[lang] | one.hints[lang]) for one in self.all)
        )

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        return invert((id(fact), fact.named) for fact in self.all)
