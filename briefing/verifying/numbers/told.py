"""Of which places, times and things a sentence tells, whatever the number."""

import re
from functools import cached_property

from briefing.checks.numbers import Number
from briefing.model.records import Organisation, Project, Record
from briefing.quantities.english_dates import Span
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.manner import is_among
from briefing.verifying.numbers.times import Times
from briefing.verifying.numbers.whereabouts import find_spoken, places_above
from briefing.verifying.sentences import Sentence

_PART_OF = re.compile(r"其中|\b(?:of which|including)\b")
"""What tells that something behind it is a part of what is told before it."""


class Told:
    """What a sentence tells of around its numbers."""

    def __init__(self, sentence: Sentence, mentions: list[Mention], facts: Facts) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.facts = facts
        self._times = Times(sentence)
        self._placed: dict[tuple[int, frozenset[str]], bool] = {}

    def is_of_another_time(self, number: Number, fact: Fact) -> bool:
        """Return whether the words around a number name another time than that of a fact."""
        return not fact.is_date and self._times.is_other(number, fact)

    def list_times(self, number: Number) -> list[Span]:
        """Return the times that the sentence names of a number."""
        return self._times.list_told(number)

    def is_of_another_thing(self, number: Number, fact: Fact) -> bool:
        """Return whether a fact is of projects or firms, and the sentence names others alone.

        What is named as a part of something is not told of a number of the whole before it. What
        a project is about is no other one: a platform for the Dingsi project.
        """
        things = self._things_of(number)
        if fact.is_date or not (things or self._firms):
            return False
        named = [fact.article.by_id[one] for one in fact.named if one in fact.article.by_id]
        projects = {one.id for one in named if isinstance(one, Project)}
        served = {x for one in named if isinstance(one, Project) for x in one.about}
        if projects and things and not (projects | served) & things:
            return True
        firms = {one.id for one in named if _is_firm(one)}
        others = bool(self._firms) and not fact.named & self._owners
        return (
            bool(firms) and others and not self._is_around([fact.article.by_id[x] for x in firms])
        )

    @cached_property
    def things(self) -> set[str]:
        """The ids of the projects that the sentence names."""
        return {one for mention in self.mentions for one in mention.ids(Project)}

    def _things_of(self, number: Number) -> set[str]:
        """Return the ids of the projects of which a number may be told."""
        if not self.things:
            return self.things
        part = _PART_OF.search(self.sentence.text, number.end)
        end = part.start() if part else len(self.sentence.text)
        before = (one for one in self.mentions if one.start < end)
        return {one for mention in before for one in mention.ids(Project)}

    @cached_property
    def _firms(self) -> set[str]:
        """The ids of the firms that the sentence names."""
        entries = (entry for mention in self.mentions for entry in mention.entries)
        return {one.record.id for one in entries if _is_firm(one.record)}

    @cached_property
    def _places_of_things(self) -> set[tuple[str, str]]:
        """Where the projects lie that the sentence names, each place with its article's id."""
        entries = (entry for mention in self.mentions for entry in mention.entries)
        return {
            (entry.article.source.id, place)
            for entry in entries
            if isinstance(entry.record, Project)
            for place in entry.record.places
        }

    @cached_property
    def spoken_places(self) -> dict[int, set[str]]:
        """The ids of the places that each clause names, by the number of the clause."""
        return find_spoken(self.sentence, self.mentions, self.facts.provinces)

    @cached_property
    def all_places(self) -> set[str]:
        return {one for places in self.spoken_places.values() for one in places}

    def is_of_another_place(self, named: list[set[str]], fact: Fact) -> bool:
        """Return whether the sentence names a place that the fact is not of, and none around it."""
        above = {over for one in fact.places for over in places_above(fact, one)} | fact.besides
        return any(
            not places & fact.places and not self._named_in(places) <= above for places in named[:1]
        )

    def _named_in(self, places: set[str]) -> set[str]:
        """Return some places without the provinces that a mere "province" may be of all models."""
        several = len(self.facts.provinces) > 1 and self.facts.provinces <= places
        return places - self.facts.provinces if several else places

    def is_elsewhere(self, named: list[set[str]], fact: Fact) -> bool:
        """Return whether the sentence speaks of another place than the fact.

        The province of a city, and what a label names besides, tell nothing, unless they are all
        that is named and the thing itself is not; of a rank or share they tell among whom it is.
        """
        if not named:
            return False
        own = fact.article.source.id
        if not fact.places or any((own, one) in self._places_of_things for one in fact.places):
            return False
        above = {over for one in fact.places for over in places_above(fact, one)} | fact.besides
        here = not self.all_places.isdisjoint(fact.places)
        for places in named:
            if places & fact.places:
                return False
            if not (self._named_in(places) if here else places) <= above:
                return True
        around = (fact.article.place(one) for places in named for one in places)
        kinds: set[str] = {one.kind for one in around if one}
        return not (
            is_among(fact, kinds) or fact.named & self._owners or self._is_part(fact, named)
        )

    def _is_part(self, fact: Fact, named: list[set[str]]) -> bool:
        """Return whether a fact is of a port, zone or the like that lies in a place that is named.

        It may be told of the place around it, as one of a county is not.
        """
        places = [place for one in fact.places if (place := fact.article.place(one))]
        return any(
            one.kind not in ("province", "city", "county") and one.part_of in each
            for one in places
            for each in named
        )

    @cached_property
    def _owners(self) -> set[str]:
        """The ids of the projects and bodies that the sentence names."""
        kinds = (Project, Organisation)
        return {one for mention in self.mentions for kind in kinds for one in mention.ids(kind)}

    def is_placed(self, fact: Fact) -> bool:
        """Return whether the sentence, or what is before it, names the place or thing of a fact."""
        if fact.named & self._owners or not self.all_places.isdisjoint(fact.places):
            return True
        key = id(fact.article), fact.places
        if key not in self._placed:
            self._placed[key] = self._is_around([fact.article.by_id[one] for one in fact.places])
        return self._placed[key]

    def _is_around(self, places: list[Record]) -> bool:
        if all(getattr(one, "kind", "") == "province" for one in places):
            return True
        names = (name for one in places for name in (one.title.zh, one.title.en or one.title.zh))
        return any(name.lower() in self._around for name in names)

    @cached_property
    def _around(self) -> str:
        return f"{self.sentence.heading}\n{self.sentence.before}".lower()


def _is_firm(record: Record) -> bool:
    return isinstance(record, Organisation) and record.kind == "firm"
