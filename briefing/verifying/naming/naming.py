"""The names that models know, and where they stand in a memo.

English names are compared as words, without marks, accents and capitals; Chinese ones as written.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.model.article import Article
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
from briefing.verifying.naming.variants import (
    SHORTEST,
    list_chinese_names,
    list_english_names,
    list_stems,
)
from briefing.verifying.wording import pattern

_NAMED = (Place, Person, Organisation, Project, Event, Strategy, Term)
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_HAN = re.compile("[\u3400-\u9fff]")
_SHORTEST_TERM = 4


_TITLED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Mme|Comrade|Mayor|Director|Governor|Secretary|Chief|Official)\.? $"
)
_ACTS = re.compile(
    r"(?:,? (?:the |a |who |deputy |vice |mayor|director|secretary|head |chief|spokes)"
    r"| is (?:the |a |dep|dir|may|sec)"
    r"|['’]s (?:words|views?|post|title|warning|call|hope|message|remarks|opinion|assessment)\b)"
)
_BEFORE_ACT = re.compile(" (?:(?:also|then|has|had|further|again) )?")


_PRONOUNS = frozenset(["he", "she", "you", "an"])
"""Words that family names are spelt like, which stand before such verbs themselves."""


def _acts(text: str, end: int) -> bool:
    """Return whether what somebody is or says stands behind a name that ends at an offset."""
    verb = _BEFORE_ACT.match(text, end)
    says = verb and pattern("says", "en").match(text, verb.end())
    return bool(says or _ACTS.match(text, end))


class Entry(NamedTuple):
    """A record that a name stands for, and the article that it is of."""

    article: Article
    record: Record


class Entries(tuple[Entry, ...]):
    """All that a name may stand for; what it is of a kind is found once, however many they are."""

    def ids(self, kind: type[Record]) -> frozenset[str]:
        """Return the ids of the records of a kind."""
        found: dict[type[Record], frozenset[str]] = self.__dict__.setdefault("found", {})
        if kind not in found:
            found[kind] = frozenset(one.record.id for one in self if isinstance(one.record, kind))
        return found[kind]


class Mention(NamedTuple):
    """A known name at ``start`` to ``end`` of a text, and all that it may stand for."""

    start: int
    end: int
    text: str
    entries: Entries

    def ids(self, kind: type[Record]) -> frozenset[str]:
        """Return the ids of the records of a kind that the name may stand for."""
        return self.entries.ids(kind)


def list_projects(mentions: Iterable[Mention]) -> list[Project]:
    """Return the projects that names stand for, each once."""
    records = (entry.record for one in mentions for entry in one.entries)
    return list({one.id: one for one in records if isinstance(one, Project)}.values())


def hide(text: str, mentions: Iterable[Mention], mark: str = " ") -> str:
    """Return a text, as long as it was, with a mark for each character of some names in it."""
    hidden = list(text)
    for one in mentions:
        hidden[one.start : one.end] = mark * (one.end - one.start)
    return "".join(hidden)


def _add_once(entries: list[Entry], entry: Entry) -> None:
    """Add an entry, unless it was the last to be added, under another form of the same name."""
    if not entries or entries[-1].record is not entry.record:
        entries.append(entry)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of an English name as they are compared.

    >>> tokens("Lüliang’s Xi'an–Yan'an Railway")
    ('luliang', 's', 'xi', 'an', 'yan', 'an', 'railway')
    """
    return tuple(word for word, _, _ in placed_tokens(text))


def placed_tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as they are compared, each with its start and end."""
    for match in _TOKEN.finditer(text):
        if match[0].isascii():
            yield match[0].lower(), *match.span()
        elif not _HAN.search(match[0]):
            plain = unicodedata.normalize("NFD", match[0].casefold())
            yield "".join(c for c in plain if not unicodedata.combining(c)), *match.span()


class Names:
    """The names of some articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = tuple(articles)
        self.chinese: dict[str, list[Entry]] = defaultdict(list)
        self.english: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._entries: dict[str | tuple[str, ...], Entries] = {}
        for article in self.articles:
            for _, record in article.records():
                if isinstance(record, _NAMED):
                    self._add(Entry(article, record))
            self._share_stems(article)
            self._add_bodies(article)

    def _add(self, entry: Entry) -> None:
        for name in list_chinese_names(entry.record):
            if len(name) >= SHORTEST:
                _add_once(self.chinese[name], entry)
        for name in list_english_names(entry.record):
            words = tokens(name)
            if isinstance(entry.record, Term) and len(words) < 2 and len(name) < _SHORTEST_TERM:
                continue
            if words:
                _add_once(self.english[words], entry)

    def _share_stems(self, article: Article) -> None:
        """Let the name of a place and of one that it lies in stand for both without what they are.

        恩施 may be 恩施州 or its seat, 恩施市; "Jilin" the province or the city.
        """
        for place in article.of(Place):
            for above in article.wholes_of(place.id):
                shared = list_stems(place, "zh") & list_stems(above, "zh")
                for stem in shared:
                    self.chinese[stem] = _unite(self.chinese[stem], article, (place, above))
                for stem in list_stems(place, "en") | list_stems(above, "en") if shared else ():
                    words = tokens(stem)
                    self.english[words] = _unite(self.english[words], article, (place, above))

    def _add_bodies(self, article: Article) -> None:
        """Add who published and wrote an article, as names of nothing but themselves."""
        source = article.source
        titles = [source.title, source.publisher, source.republisher, source.editor, source.section]
        for title in (*titles, *source.reporters):
            if title:
                self.chinese.setdefault(title.zh, [])
                if title.en and (words := tokens(title.en)):
                    self.english.setdefault(words, [])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the English texts of the articles."""
        return frozenset(
            word
            for article in self.articles
            for _, part in article.all_parts
            for text in (getattr(part, name, None) for name in ("en", *part.__struct_fields__))
            if isinstance(text, str) and text.isprintable()
            for word in tokens(text)
        )

    @cached_property
    def _sizes(self) -> dict[str, list[int]]:
        """How long the Chinese names are that begin with each two characters, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for name in self.chinese:
            found[name[:SHORTEST]].add(len(name))
        return {begins: sorted(sizes, reverse=True) for begins, sizes in found.items()}

    @cached_property
    def by_ends(self) -> dict[tuple[str, str], str]:
        """The Chinese names by their first two characters and their last one, each on a line."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in self.chinese:
            found[name[:2], name[-1]].append(name)
        return {ends: "".join(f"\n{one}" for one in names) for ends, names in found.items()}

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How many words the English names have that begin with each word, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for words in self.english:
            found[words[0]].add(len(words))
        return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}

    def find(self, text: str) -> list[Mention]:
        """Return the known names in a text, in order, none overlapping, the longest first."""
        found = [*self._find_chinese(text), *self._find_english(text)]
        found += self.find_families(text, found)
        return sorted(found, key=lambda one: one.start)

    def _entries_of(self, name: str | tuple[str, ...]) -> Entries:
        """Return what a Chinese name or the words of an English one stand for."""
        if name not in self._entries:
            held = self.chinese[name] if isinstance(name, str) else self.english[name]
            self._entries[name] = Entries(held)
        return self._entries[name]

    def _find_chinese(self, text: str) -> Iterator[Mention]:
        at = 0
        while at < len(text):
            begins = text[at : at + SHORTEST]
            for size in (*self._sizes.get(begins, ()), 1):
                name = text[at : at + size]
                if name in self.chinese:
                    yield Mention(at, at + len(name), name, self._entries_of(name))
                    at += len(name)
                    break
            else:
                at += 1

    @cached_property
    def _families(self) -> dict[str, list[Entry]]:
        """The people by their family names in English; a name that several share is left out."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for article in self.articles:
            for person in article.of(Person):
                words = tokens(person.name.en or "")
                if len(words) > 1:
                    found[words[0]].append(Entry(article, person))
        return {name: entries for name, entries in found.items() if len(entries) == 1}

    def find_families(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Return the people of whom only the family name stands in an English text."""
        found = []
        for word, start, end in placed_tokens(text):
            entries = self._families.get(word)
            inside = any(one.start < end and start < one.end for one in mentions)
            if not entries or inside or not text[start].isupper():
                continue
            acts = word not in _PRONOUNS and _acts(text, end)
            if acts or _TITLED.search(text[:start]):
                found.append(Mention(start, end, text[start:end], Entries(entries)))
        return found

    def _find_english(self, text: str) -> Iterator[Mention]:
        words = list(placed_tokens(text))
        at = 0
        while at < len(words):
            for length in self._lengths.get(words[at][0], ()):
                key = tuple(word for word, _, _ in words[at : at + length])
                start, end = words[at][1], words[min(at + length, len(words)) - 1][2]
                if key in self.english and "\n" not in text[start:end]:
                    yield Mention(start, end, text[start:end], self._entries_of(key))
                    at += length
                    break
            else:
                at += 1


def _unite(entries: list[Entry], article: Article, places: Iterable[Place]) -> list[Entry]:
    """Return some entries and those of some places of an article that are not among them."""
    known = {id(one.record) for one in entries}
    return entries + [Entry(article, one) for one in places if id(one) not in known]
