"""Whether the things that a clause names are told of together anywhere in an article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from briefing.model.article import Article
from briefing.model.parts import Evidence, parts
from briefing.model.records import (
    Event,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Strategy,
    Term,
)
from briefing.model.sections import REFERENCES
from briefing.model.text import SourceText
from briefing.names.sides import SIDE
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence

_OWNERS = (Person, Place, Organisation, Project)
_OWNED = (Project, Organisation, Event, Place)
_FIELDS = [name for name in REFERENCES if name not in ("record", "headline")]
_MOST = 0.6
_PARTICULAR = re.compile(
    f"[一二三四五六七八九十两双\\d]|{SIDE}[翼引]|[Ww]ing|[Ee]ngine|屏障|支点|shield|fulcrum|[Cc]ore"
)


class Together:
    """Knows in which paragraphs the records of some articles are told of."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = tuple(articles)
        self._texts = texts
        self._together: dict[tuple[int, int], bool] = {}

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, str], set[int]]:
        """The paragraphs of what is told of each record, by the ids of its article and itself."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for article in self._articles:
            for _, record in article.records():
                own = {part.paragraph for _, part in parts(record) if isinstance(part, Evidence)}
                for name, numbers in [(record.id, own), *_names_in(record)]:
                    found[article.source.id, name] |= numbers
                    place = article.place(name)
                    if place and place.kind == "county" and place.part_of:
                        found[article.source.id, place.part_of] |= numbers
            wide = self._wide(article, found)
            for (source, _), numbers in found.items():
                if source == article.source.id:
                    numbers.difference_update(wide)
        return found

    def _wide(self, article: Article, found: dict[tuple[str, str], set[int]]) -> set[int]:
        """Return the paragraphs that tell of most cities, such as a title."""
        cities = [one for one in article.of(Place) if one.kind == "city"]
        counts = Counter(n for one in cities for n in found[article.source.id, one.id])
        least = max(2, _MOST * len(cities))
        return {number for number, count in counts.items() if count > least}

    def judge(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
        """Yield what a clause names beside a place or person of whom no paragraph tells it."""
        for first, last in sentence.clauses:
            named = [one for one in mentions if first <= one.start < last and one.entries]
            for one, other in pairwise(named):
                if found := self._judge(one, other):
                    yield found
                    break

    def _judge(self, one: Mention, other: Mention) -> Found | None:
        owners = [entry for entry in one.entries if isinstance(entry.record, _OWNERS)]
        owned = [entry for entry in other.entries if _is_owned(entry, other.text)]
        if not owners or not owned or _is_wide(owners) or _is_wide(owned):
            return None
        if _are_cities(owners) and _are_cities(owned):
            return None  # places are compared with each other
        shared = {one.article.source.id for one in owners}
        if not any(one.article.source.id in shared for one in owned):
            return None  # a word that only another article explains
        for entry in owners:
            for that in owned:
                if entry.article is that.article and self._are_together(entry, that):
                    return None
        article, record = owned[0]
        at = record.evidence[0].paragraph
        return Found(other.start, other.end, "name", UNKNOWN, article, record, at)

    def _are_together(self, entry: Entry, other: Entry) -> bool:
        """Return whether a paragraph tells of both, or has the names of both and is no title.

        What is asked again of two records, in whatever sentence, is known.
        """
        key = id(entry.record), id(other.record)
        if key not in self._together:
            self._together[key] = self._share_paragraph(entry, other)
        return self._together[key]

    def _share_paragraph(self, entry: Entry, other: Entry) -> bool:
        if self.list_paragraphs(entry) & self.list_paragraphs(other):
            return True
        text = self._texts.get(entry.article.source.id)
        names = entry.record.title.zh, other.record.title.zh
        return text is not None and any(
            all(name in one.text for name in names) for one in text.paragraphs[1:]
        )

    def list_paragraphs(self, entry: Entry) -> set[int]:
        """Return the paragraphs that tell of a record."""
        return self._paragraphs[entry.article.source.id, entry.record.id]


def _names_in(record: Record) -> Iterator[tuple[str, set[int]]]:
    """Yield the ids that a record and its parts refer to, with the paragraphs that tell of it."""
    for _, part in parts(record):
        numbers = {proof.paragraph for proof in getattr(part, "evidence", ())}
        for field in _FIELDS:
            value = getattr(part, field, None)
            for name in value if isinstance(value, tuple) else [value] if value else []:
                yield name, numbers


def _is_owned(entry: Entry, name: str) -> bool:
    """Return whether what a name stands for is something particular, and no common phrase."""
    if isinstance(entry.record, (Strategy, Term)):
        return bool(_PARTICULAR.search(name))
    return isinstance(entry.record, _OWNED)


def _is_wide(entries: Iterable[Entry]) -> bool:
    """Return whether a name is that of a province or of a wide area, of which much is told."""
    return any(
        getattr(one.record, "kind", "") in ("region", "abroad")
        or any(place.part_of == one.record.id for place in one.article.of(Place) if place.part_of)
        for one in entries
        if isinstance(one.record, Place) and one.record.kind != "city"
    )


def _are_cities(entries: Iterable[Entry]) -> bool:
    return any(isinstance(one.record, Place) and one.record.kind == "city" for one in entries)
