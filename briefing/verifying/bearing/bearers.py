"""What each clause of a text is of: what it names, what it carries on, and what it bears out.

A clause carries on what was named before it in its sentence. The next sentence of the paragraph
carries that on, but for a place, a person or a thing in whose stead it names another one. So a
clause is not of what is only named behind it, or in another sentence that is of something else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

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
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.naming.naming import Entry, Names

_THINGS = (Project, Event, Strategy)
_FIELDS = [name for name in REFERENCES if name not in ("record", "headline")]
_SHORTEST = 4
"""A clause of so many characters may stand within an anchor, and be borne out as a whole."""

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
        """Return whether a clause is of what a name stands for, or bears out what is told of it."""
        key = key_of(entry)
        return key in self._carried[id(clause)] or key in self._tied[id(clause)]

    def list_borne(self, clause: Clause) -> frozenset[_Key]:
        """Return the ids of what a clause names or carries on."""
        return self._carried[id(clause)]

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
        last: Clause | None = None
        before: dict[_Key, str] = {}
        own: dict[_Key, str] = {}
        for clause in self._clauses.all:
            if last is None or (last.article, last.paragraph) != (clause.article, clause.paragraph):
                before, own = {}, {}
            elif last.sentence is not clause.sentence:
                before, own = _carry_on(before, own), {}
            own |= self._list_named(clause)
            found[id(clause)] = frozenset(_carry_on(before, own))
            last = clause
        return found

    def _list_named(self, clause: Clause) -> dict[_Key, str]:
        """Return what a clause names, with the kind of each."""
        entries = (entry for one in self._names.find(clause.text) for entry in one.entries)
        return {
            key_of(entry): kind
            for entry in entries
            if entry.article is clause.article and (kind := kind_of(entry.record))
        }

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
