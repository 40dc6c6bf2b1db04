"""What a number of a memo is of: which facts its sentence speaks of, and how clearly."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR, WIDE
from briefing.model.records import Place, Term
from briefing.quantities.english_dates import Span
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.facts import LANGUAGES, Fact
from briefing.verifying.numbers.indexes import Facts, Label
from briefing.verifying.numbers.nearness import EARLIER, Near, Nearness
from briefing.verifying.numbers.told import Told
from briefing.verifying.sentences import Sentence

_UNMATCHED = 0.4
"""How much a word of a label that the sentence lacks counts against it."""


_HINT = 0.3
"""How much a word counts that stands beside a figure, but is none of its label."""


_CHANGE_BONUS = 0.8


_NAMED_BONUS = 1.5


_SHARE_OF_PLACE = 0.15


_SHARE_OF_NAMED = 0.5
"""What share counts as spoken of where what a figure is about is named."""


class Heard(NamedTuple):
    """How much a sentence tells of a label around a number.

    ``score`` orders labels. ``share`` is how much of the label the sentence has, from 0 to 1, and
    ``words`` are which words of it. ``at`` is where the most telling of them stands; it is -1 if
    there is none, or if it stands before the sentence.
    """

    score: float
    share: float
    at: int
    words: frozenset[str]


class Bound:
    """A fact that a number may be of: how well the sentence's words suit it, from 0 to 1.

    ``score`` orders facts. What is told of places and times is worked out when it is asked for,
    since most facts turn out to be of no number.
    """

    __slots__ = ("_fits", "_heard", "_number", "_places", "_told", "fact", "score", "share")

    def __init__(
        self,
        told: Told,
        number: Number,
        places: list[set[str]],
        heard: Heard,
        fact: Fact,
        score: float,
        share: float,
    ) -> None:
        self._told, self._number, self._places, self._heard = told, number, places, heard
        self._fits: bool | None = None
        self.fact, self.score, self.share = fact, score, share

    @property
    def at(self) -> int:
        """Where the most telling word of the label stands that the sentence has, or -1."""
        return self._heard.at

    @property
    def heard(self) -> frozenset[str]:
        """The words of the label that the sentence has."""
        return self._heard.words

    @property
    def wrong_place(self) -> bool:
        """Whether the sentence names another place."""
        return self._told.is_elsewhere(self._places, self.fact)

    @property
    def names_other(self) -> bool:
        """Whether the sentence names a place beside the number that the fact is not of."""
        own = self.fact.places | self.fact.besides
        near = self._places[0] if self._places else set()
        named = (one.ids(Place) & near for one in self._told.mentions)
        return any(places and places.isdisjoint(own) for places in named)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the sentence clearly speaks of another place or thing."""
        return self.wrong_thing or self._told.is_of_another_place(self._places, self.fact)

    @property
    def is_contradicted(self) -> bool:
        """Whether the sentence clearly speaks of another place, time or thing."""
        return self.is_elsewhere or not (self.fits or self.wrong_place)

    @property
    def wrong_thing(self) -> bool:
        """Whether the sentence names other projects alone."""
        return self._told.is_of_another_thing(self._number, self.fact)

    @property
    def is_placed(self) -> bool:
        """Whether the sentence, or what is before it, names the place or thing of the fact."""
        return self._told.is_placed(self.fact)

    @property
    def fits(self) -> bool:
        """Whether place, time and thing do not speak against the fact."""
        if self._fits is None:
            self._fits = not (
                self.wrong_place
                or self._told.is_of_another_time(self._number, self.fact)
                or self.wrong_thing
            )
        return self._fits


class _View(NamedTuple):
    """What a sentence tells around one number: its words, its places, and whether it is hoped.

    ``is_change`` tells that the number is a share by which something rises or falls. ``spoken`` are
    the ids of the objects of the facts of which the sentence has a word or name. ``heard`` has what
    was heard of labels, and ``bound`` the facts that were bound to the number, both by the ids of
    the objects.
    """

    number: Number
    near: dict[str, Near]
    places: list[set[str]]
    hoped: float
    is_change: bool
    spoken: set[int]
    heard: dict[int, Heard]
    bound: dict[int, Bound]


class Binder:
    """Finds the facts that the numbers of one sentence may be of."""

    def __init__(self, sentence: Sentence, mentions: list[Mention], facts: Facts) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.facts = facts
        self._told = Told(sentence, mentions, facts)
        self._words = Nearness(sentence, mentions, facts.hears)
        self._views: dict[tuple[int, int], _View] = {}
        self._spoken: dict[frozenset[str], set[int]] = {}
        self._ids = {one.record.id for mention in mentions for one in mention.entries}
        for one in (entry for mention in mentions for entry in mention.entries):
            if isinstance(one.record, Term):
                wide = (place.id for place in one.article.of(Place) if place.kind in WIDE)
                self._ids.update({*one.record.about}.difference(wide))

    def rank(
        self, number: Number, facts: Mapping[int, Fact], same: Collection[int] = ()
    ) -> list[Bound]:
        """Return facts, those that the sentence speaks of most first.

        Facts are given by the ids of their objects. One of which the sentence has hardly a word
        and no name is left out, unless it is among those that are the ``same`` as the number.
        """
        view = self._view(number)
        found = [self._bind(view, facts[one]) for one in view.spoken.union(same) if one in facts]
        order = self.facts.order
        return sorted(found, key=lambda one: (-one.score, order[id(one.fact)]))

    def rank_amounts(self, number: Number) -> list[Bound]:
        """Return the facts of all units that are no dates, as :meth:`rank` does those of one."""
        return self.rank(number, self.facts.amounts)

    def _view(self, number: Number) -> _View:
        key = number.start, number.end
        if key not in self._views:
            near, places = self._words.near(number), self.places_of(number)
            languages = LANGUAGES if self.sentence.is_mixed else (self.sentence.language,)
            told = frozenset(word for word, one in near.items() if one.at >= 0)
            if told not in self._spoken:  # which is mostly the same for all numbers
                much = {word: 1.0 if word in told else EARLIER for word in near}
                named = self._told.all_places
                self._spoken[told] = self.facts.find_spoken(much, languages, self._ids, named)
            spoken = self._spoken[told]
            hoped, is_change = self._hope(number), _is_change(number)
            self._views[key] = _View(number, near, places, hoped, is_change, spoken, {}, {})
        return self._views[key]

    def _bind(self, view: _View, fact: Fact) -> Bound:
        if id(fact) not in view.bound:
            view.bound[id(fact)] = self._read_bound(view, fact)
        return view.bound[id(fact)]

    def _read_bound(self, view: _View, fact: Fact) -> Bound:
        label = self.facts.label_of(fact, self._language_of(fact, view.near))
        heard = view.heard.get(id(label))
        if heard is None:
            heard = view.heard[id(label)] = _hear(label, view.near)
        score, share = heard.score + self._suit(view, fact), heard.share
        if not fact.named.isdisjoint(self._ids):
            score += _NAMED_BONUS
            share = max(share, _SHARE_OF_NAMED)
        if share and not self._told.all_places.isdisjoint(fact.places):
            share = min(1.0, share + _SHARE_OF_PLACE)
        return Bound(self._told, view.number, view.places, heard, fact, score, share)

    def _language_of(self, fact: Fact, near: dict[str, "Near"]) -> str:
        """Return the language in which a sentence speaks of a fact, where it has words of both."""
        if not self.sentence.is_mixed:
            return self.sentence.language

        def weigh(language: str) -> float:
            label = self.facts.label_of(fact, language)
            return sum(weight for word, weight in label.words if word in near) / (label.total or 1)

        return max(("zh", "en"), key=weigh)

    def _hope(self, number: Number) -> float:
        """Return how much the words tell that a number is aimed at, from -1 to 1."""
        sentence = self.sentence
        if sentence.is_hoped(number.start):
            return 1.0
        own = sentence.clause_at(number.start)
        return 0.3 if any(sentence.is_hoped(start) for start, _ in sentence.clauses[:own]) else -1.0

    def _suit(self, view: _View, fact: Fact) -> float:
        """Return how much else than its words speaks for a fact, or against it."""
        score = 0.0
        if self._told.things and fact.named.isdisjoint(self._told.things):
            score -= _NAMED_BONUS
        if fact.is_date:
            return score
        if view.is_change:
            score += _CHANGE_BONUS if fact.is_change else -_CHANGE_BONUS
        if fact.stage in HOPED_FOR:
            score += _CHANGE_BONUS * view.hoped
        return score

    def list_times(self, number: Number) -> list[Span]:
        """Return the times that the sentence names of a number."""
        return self._told.list_times(number)

    def places_of(self, number: Number) -> list[set[str]]:
        """Return the ids of the places that clauses name, those around the number first."""
        return [
            self._told.spoken_places[at]
            for at in self.sentence.nearest(self._told.spoken_places, number.start)
        ]


def _is_change(number: Number) -> bool:
    """Return whether a number is a share by which something rises or falls."""
    is_share = any(reading.unit in ("%", "pp", "bp") for reading in number.readings)
    return is_share and number.around.direction in ("up", "down")


def _hear(label: Label, near: dict[str, Near]) -> Heard:
    """Return how much the words around a number tell of a label."""
    matched = held = telling = 0.0
    at, heard = -1, []
    for word, weight in label.words:
        if one := near.get(word):
            heard.append(word)
            matched += weight * one.weight
            held += weight * (1 if one.at >= 0 else EARLIER)
            if weight > telling:
                telling, at = weight, one.at
    score = matched - _UNMATCHED * (label.total - matched)
    for word, weight in label.hints:
        if one := near.get(word):
            hint = _HINT * weight
            score += hint * one.weight
            held = min(label.total, held + hint)
    return Heard(score, held / label.total if label.total else 0.0, at, frozenset(heard))
