"""Whether what a sentence tells of a place or person is told of another one in the models."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from math import log
from typing import Any, NamedTuple

from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, parts
from briefing.model.records import Figure, Person, Place, Project, Record, Sector, Strategy, Term
from briefing.names.languages import ByLanguage
from briefing.names.sides import SIDE, SIDES
from briefing.verifying.aligning.support import stands_in
from briefing.verifying.claim import CONTRADICTED, UNKNOWN, Found, Says
from briefing.verifying.inverting import invert, share_at_least
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern, words_in

_TOLD = 0.5
"""The least share of what a sentence tells that another record must tell."""
_LESS = 0.3
"""By how much less the records of the one that the sentence names must tell of it."""
_LEAST = 0.15
"""Records that have less of a sentence do not matter, whosever they are."""
_FEWEST = 2


class Told(NamedTuple):
    """What is told of some places or people, as its words and as the anchors in its text."""

    entry: Entry
    subjects: frozenset[str]
    words: dict[str, frozenset[str]]
    anchors: str


class Tellings:
    """All that some articles tell of their places and people."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = tuple(articles)

    @cached_property
    def _all(self) -> list[Told]:
        return [told for article in self._articles for told in _told_of(article)]

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return ByLanguage(
            lambda lang: Counter(word for told in self._all for word in told.words[lang])
        )

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[int]]]:
        """The indexes of what is told in each word, by language."""
        return ByLanguage(
            lambda lang: invert((at, told.words[lang]) for at, told in enumerate(self._all))
        )

    def judge(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
        """Yield the place or speaker of whom a sentence tells what is another one's."""
        for kind in (Person, Place):
            named = [one for one in mentions if one.ids(kind) and not _is_province(one)]
            if kind is Person and not sentence.find("says"):
                continue
            if named:
                yield from self._judge(sentence, mentions, named, kind)

    def _judge(
        self, sentence: Sentence, mentions: list[Mention], named: list[Mention], kind: type[Record]
    ) -> Iterator[Found]:
        weights = self._weigh(sentence, mentions)
        if len(weights) < _FEWEST:
            return
        articles = {id(entry.article) for mention in named for entry in mention.entries}
        own = {one for mention in named for one in mention.ids(kind)}
        own |= {
            place
            for mention in named
            for entry in mention.entries
            for place in self._places_before(entry)  # 吕梁 of 吕梁山
        }
        best: tuple[float, Told] | None = None
        ours = 0.0
        shares = share_at_least(_LEAST, weights, self._by_word[sentence.language])
        for at, much in sorted(shares.items()):
            told = self._all[at]
            if (kind is Person) != isinstance(told.entry.record, Person) or not told.subjects:
                continue
            if id(told.entry.article) not in articles:
                continue
            if told.subjects & own:
                ours = max(ours, much)
            elif best is None or much > best[0]:
                best = much, told
        if best and best[0] >= _TOLD and ours <= best[0] - _LESS:
            first = named[0]
            if stands_in(first, best[1].anchors):
                return
            article, record = entry = best[1].entry
            at = record.evidence[0].paragraph
            places = [one for one in mentions if one.ids(Place) and not _is_province(one)]
            if kind is Person and not all(stands_in(one, best[1].anchors) for one in places):
                yield Found(first.start, first.end, "name", UNKNOWN)  # of whom is another question
            else:
                says = _say(entry)
                yield Found(first.start, first.end, "name", UNKNOWN, article, record, at, says)

    def _places_before(self, entry: Entry) -> Iterator[str]:
        """Yield the ids of the places with whose names that of a record begins."""
        name = entry.record.title.zh
        for size in range(1, len(name) + 1):
            yield from self._places.get((entry.article.source.id, name[:size]), ())

    @cached_property
    def _places(self) -> dict[tuple[str, str], list[str]]:
        """The ids of the places by the ids of their articles and their names."""
        found: dict[tuple[str, str], list[str]] = {}
        for article in self._articles:
            for place in article.of(Place):
                found.setdefault((article.source.id, place.name.zh), []).append(place.id)
        return found

    def _weigh(self, sentence: Sentence, mentions: list[Mention]) -> dict[str, float]:
        """Return the words of a sentence with how telling they are, without those of names."""
        language = sentence.language
        spans = [
            (one.start, one.end)
            for one in mentions
            if any(isinstance(entry.record, (Place, Person)) for entry in one.entries)
        ]
        counts, size = self._counts[language], len(self._all)
        return {
            word: log(1 + size / counts.get(word, 1))
            for word, at in sentence.words
            if not any(start <= at < end for start, end in spans)
            and not pattern("says", language).fullmatch(word)
        }


def _is_province(mention: Mention) -> bool:
    """Return whether a name is that of a whole province, of which much is told."""
    return any(getattr(one.record, "kind", "") == "province" for one in mention.entries)


def _told_of(article: Article) -> Iterator[Told]:
    """Yield what an article tells, record by record; what several places share is of each."""
    for _, record in article.records():
        entry = Entry(article, record)
        if isinstance(record, Person):
            for one in record.positions:
                yield _read(entry, frozenset([record.id]), [one])
        elif isinstance(record, Place):
            for one in (*record.roles, *record.links):
                yield _read(entry, _places_with(article, [record.id]), [one])
        elif isinstance(record, (Figure, Strategy, Project, Sector)):
            subjects = [*record.places, *getattr(record, "actors", ()), *_about(article, record)]
            yield _read(entry, _places_with(article, subjects), [record])
        elif isinstance(record, Term):
            subjects = list(_about(article, record))
            yield _read(entry, _places_with(article, subjects), [record])


def _read(entry: Entry, subjects: frozenset[str], told: Sequence[Any]) -> Told:
    """Return what parts of a record tell of some places or people."""
    anchors = (
        inner.anchor for part in told for _, inner in parts(part) if isinstance(inner, Evidence)
    )
    return Told(entry, subjects, _read_words_of_parts(told, entry.article), "\n".join(anchors))


def _about(article: Article, record: Any) -> Iterator[str]:
    """Yield the places of what a record is about."""
    for name in getattr(record, "about", ()):
        other = article.by_id[name]
        if isinstance(other, Place):
            yield other.id
        yield from getattr(other, "places", ())


def _places_with(article: Article, names: Iterable[str]) -> frozenset[str]:
    """Return places with those that they lie in, but for the province, and those in them."""
    found = set(names)
    for name in tuple(found):
        place = article.place(name)
        if place is None or place.kind == "province":
            continue
        around = list(article.places_around(name))
        if around and (last := article.place(around[-1])) and last.kind == "city":
            found.update(around)
        found.update(one.id for one in article.of(Place) if one.part_of == name)
    return frozenset(found)


def _read_words_of_parts(told: Iterable[Any], article: Article) -> ByLanguage[frozenset[str]]:
    """Return the words of parts of a model: their texts, their anchors, and what these mean."""
    return ByLanguage(
        lambda lang: frozenset().union(
            *(words_in(text, lang) for text in _texts_of(told, article, lang))
        )
    )


def _texts_of(told: Iterable[Any], article: Article, language: str) -> Iterator[str]:
    for part in told:
        for _, inner in parts(part):
            if isinstance(inner, Bilingual):
                yield inner.zh if language == "zh" else inner.en or ""
            elif isinstance(inner, Evidence):
                meant = article.renderings_of.get((inner.paragraph, inner.anchor), "")
                yield inner.anchor if language == "zh" else meant


def _say(entry: Entry) -> Says | None:
    """Return of whom something is told, if it is told of a person or a place."""
    record = entry.record
    if isinstance(record, (Person, Place)):
        return Says("name", record)
    if not getattr(record, "places", ()):
        return None
    places = (entry.article.by_id[one].title for one in getattr(record, "places", ()))
    return Says("places", record, names=tuple(places))


_ENGLISH_SIDE = re.compile(r"(?<!central and )\b(north|south|east|west)(?:ern)?\b(?!-|–)", re.I)
_CHINESE_SIDE = re.compile(
    f"(?<!{SIDE})({SIDE})(?:部|边|翼|引擎|侧|端|大门|门户)(?!{SIDE})|(?<=向)({SIDE})(?=[，。、是走])"
)


def judge_sides(sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """Yield the side of the map on which a sentence puts a place that lies on another one."""
    find = _ENGLISH_SIDE if sentence.language == "en" else _CHINESE_SIDE
    text = sentence.text
    for mention in mentions:
        if any(not isinstance(entry.record, Term) for entry in mention.entries):
            text = text[: mention.start] + "\n" * len(mention.text) + text[mention.end :]
    sides = list(find.finditer(text))
    places = [
        [
            (entry, place.direction or "")
            for entry in mention.entries
            for place in _sited(entry)
            if place.direction in SIDES
        ]
        for mention in mentions
    ]
    known = [one for one in places if one]
    if len(sides) == 1:
        if not known and (found := sentence.find("sited")):
            yield Found(*found.span(), "name", UNKNOWN)
        known = [list(chain.from_iterable(known))]
    if len(sides) == len(known) and (len(sides) == 1 or _alternate(sides, mentions, places)):
        for side, one in zip(sides, known, strict=True):
            yield from _judge_side(side, one)


def _alternate(
    sides: list[re.Match[str]],
    mentions: list[Mention],
    places: Sequence[Sequence[tuple[Entry, object]]],
) -> bool:
    """Return whether different places and their sides follow each other, one by one."""
    sited = [(one, own) for one, own in zip(mentions, places, strict=True) if own]
    names = {entry.record.id for _, own in sited for entry, _ in own}
    order = sorted([*((one.start(), 0) for one in sides), *((one.start, 1) for one, _ in sited)])
    kinds = [kind for _, kind in order]
    return len(names) == len(sited) and all(one != other for one, other in pairwise(kinds))


def _judge_side(side: re.Match[str], known: Sequence[tuple[Entry, str]]) -> Iterator[Found]:
    """Yield a side of the map that is told of places which all lie on another one."""
    if len({direction for _, direction in known}) != 1:
        return
    entry, direction = known[0]
    said = next(filter(None, side.groups())).lower()
    if said not in (direction, SIDES[direction]):
        at = entry.record.evidence[0].paragraph
        says = Says("side", entry.record, direction)
        yield Found(*side.span(), "name", CONTRADICTED, entry.article, entry.record, at, says)


def _sited(entry: Entry) -> Iterator[Place]:
    """Yield a place, or the places of a project."""
    record = entry.record
    if isinstance(record, Place):
        yield record
    elif isinstance(record, Project):
        for name in record.places:
            if place := entry.article.place(name):
                yield place
