"""What each clause of a text is of: what it names, what it carries on, and what it bears out.

A clause carries on what was named before it in its sentence. The next sentence of the paragraph
carries that on, but for a place, a person or a thing in whose stead it names another one; so does
what stands behind a semicolon, or begins with a name. So a clause is not of what is only named
behind it, or where the text tells of something else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.checks.once import once
from briefing.model.article import Article
from briefing.model.choices import WIDE
from briefing.model.parts import Evidence, parts
from briefing.model.records import (
    Event,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Strategy,
)
from briefing.model.sections import REFERENCES
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses, Unit
from briefing.verifying.naming.naming import Entry, Mention, Names

_THINGS = (Project, Event, Strategy)
_FIELDS = [name for name in REFERENCES if name not in ("record", "headline")]
_SHORTEST = 4
"""A clause of so many characters may stand within an anchor, and be borne out as a whole."""

_LEADING = re.compile("[“‘]?(?:[^，。；：]{1,8}的)?")
"""What may stand before the name of that of which a clause tells: 落户该区的."""

_Key = tuple[str, str]
"""The ids of an article and of a record of it."""


def kind_of(record: Record) -> str | None:
    """Return the kind of what a record stands for, one of which may stand in another's stead.

    Much is told of a province or a wide area without its name, so that these are of no kind.
    """
    if isinstance(record, Person):
        return "person"
    if isinstance(record, Place):
        return None if record.kind in WIDE else "place"
    if isinstance(record, Organisation):
        return "body"
    return "thing" if isinstance(record, _THINGS) else None


def key_of(entry: Entry) -> _Key:
    """Return what tells a record from those of all articles."""
    return entry.article.source.id, entry.record.id


class Bearers:
    """Knows of what the clauses of some texts are, by the ``names`` of their articles."""

    def __init__(self, names: Names, clauses: Clauses) -> None:
        self._names = names
        self._clauses = clauses

    def are_of(self, clause: Clause, entry: Entry) -> bool:
        """Return whether a clause is of what a name stands for, or bears out what is told of it.

        What has that name in its own, and is of the same kind, may stand for it.
        """
        akin = self._list_akin(entry.article, entry.record)
        return key_of(entry) in self._tied[id(clause)] or not akin.isdisjoint(
            self.list_borne(clause)
        )

    def list_borne(self, clause: Clause) -> frozenset[_Key]:
        """Return the ids of what a clause names or carries on."""
        return self._carried[id(clause)]

    @once
    def _list_akin(self, article: Article, record: Record) -> frozenset[_Key]:
        name, kind = record.title.zh, kind_of(record)
        alike = (other for _, other in article.records() if kind_of(other) == kind)
        return frozenset((article.source.id, one.id) for one in alike if name in one.title.zh)

    def count_clauses(self, entry: Entry) -> int:
        """Return how many clauses are of what a name stands for."""
        return self._counts[key_of(entry)]

    @cached_property
    def _counts(self) -> Counter[_Key]:
        return Counter(key for keys in self._carried.values() for key in keys)

    @cached_property
    def _carried(self) -> dict[int, frozenset[_Key]]:
        """What each clause names or carries on, by the id of the object that the clause is."""
        found: dict[int, frozenset[_Key]] = {}
        paragraph: tuple[Article, int] | None = None
        before: dict[_Key, str] = {}
        for held in self._clauses.list_sentences():
            first = held[0][0].clauses[0]
            if (first.article, first.paragraph) != paragraph:
                paragraph, before = (first.article, first.paragraph), {}
            before = _carry_on(before, self._carry_within(held, before, found))
        return found

    def _carry_within(
        self, held: list[list[Unit]], before: dict[_Key, str], found: dict[int, frozenset[_Key]]
    ) -> dict[_Key, str]:
        """Find what the clauses of a sentence are of, and return all that it names.

        What stands between semicolons carries on what the sentence begins with, and of what other
        parts name only that in whose stead it names no other. Nor does what begins with a name
        carry on what was named before of its kind.
        """
        article = held[0][0].clauses[0].article
        own: dict[_Key, str] = {}
        opening: dict[_Key, str] | None = None
        for part in held:
            said: dict[_Key, str] = {}
            for unit in part:
                mentions = self._names.find(unit.text)
                parts_of_unit = unit.clauses if len(unit.clauses) > 1 else []
                within = [one for each in parts_of_unit for one in self._names.find(each.text)]
                named = _list_keys([*mentions, *within], article)
                leading = [one for one in mentions if _LEADING.fullmatch(unit.text[: one.start])]
                subjects = _list_keys(leading, article)
                opening = (subjects or named) if opening is None else opening
                said |= named
                carried = _carry_on(_carry_on(before, own), opening | said)
                keys = frozenset(_carry_on(carried, subjects) | named)
                found |= {id(one): keys for one in unit.clauses}
            own |= said
        return own

    @cached_property
    def _tied(self) -> dict[int, set[_Key]]:
        """What the model tells of with an anchor in each clause."""
        found: dict[int, set[_Key]] = defaultdict(set)
        for article in {id(one.article): one.article for one in self._clauses.all}.values():
            for proof, ids in _list_told(article):
                for clause in self._clauses.of_paragraph(article, proof.paragraph):
                    whole = len(clause.text) >= _SHORTEST and clause.text in proof.anchor
                    if whole or proof.anchor in clause.text:
                        found[id(clause)] |= {(article.source.id, one) for one in ids}
        return found


def _list_keys(mentions: Iterable[Mention], article: Article) -> dict[_Key, str]:
    """Return what is named of an article, with the kind of each."""
    return {
        key_of(entry): kind
        for one in mentions
        for entry in one.entries
        if entry.article is article and (kind := kind_of(entry.record))
    }


def _carry_on(before: dict[_Key, str], own: dict[_Key, str]) -> dict[_Key, str]:
    """Return what a sentence is of: what it names, and of what was before what it names no other.

    >>> _carry_on({("a", "jia"): "place", ("a", "ji"): "person"}, {("a", "yi"): "place"})
    {('a', 'ji'): 'person', ('a', 'yi'): 'place'}
    """
    kinds = set(own.values())
    return {key: kind for key, kind in before.items() if kind not in kinds} | own


def _list_told(article: Article) -> Iterator[tuple[Evidence, set[str]]]:
    """Yield the evidence of a model, each with the ids of what is told with it."""
    for _, record in article.records():
        for _, part in parts(record):
            ids = {record.id, *_list_referred(record), *_list_referred(part)}
            for proof in getattr(part, "evidence", ()):
                yield proof, ids


def _list_referred(part: object) -> Iterator[str]:
    """Yield the ids that a record or a part of one refers to."""
    for name in _FIELDS:
        value = getattr(part, name, None)
        yield from value if isinstance(value, tuple) else [value] if value else []
