"""The clauses of a text, each with its numbers and with how much each word counts in it.

A clause has its own words, and those with which a model tells what stands there: a figure is called
by its label as well, in both languages.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.checks.evidence import Held, read_anchor
from briefing.model.article import Article
from briefing.model.choices import WIDE
from briefing.model.parts import Bilingual, parts
from briefing.model.records import Place, Record
from briefing.model.text import SourceText
from briefing.names.glosses import meanings_of, stems_of
from briefing.names.languages import ByLanguage
from briefing.names.milestones import CLAUSE
from briefing.verifying.naming.naming import Entry
from briefing.verifying.naming.variants import list_names
from briefing.verifying.splitting import split_sentences
from briefing.verifying.wording import pattern, words_in

_KINDS_OF_PLACE = "市县区省"
_OWN, _BEFORE, _SENTENCE, _PARAGRAPH = 1.0, 0.7, 0.35, 0.15
"""How much a word counts of a clause, the one before, the rest of the sentence and paragraph."""

_MOST_PROOFS = 2
"""What a model bears out by more anchors tells more than stands in the clause of one of them."""

Words = ByLanguage[frozenset[str]]
"""The Chinese words of a text, and the English ones that it may mean, by language."""


class Clause(NamedTuple):
    """A clause of a text, with the words of it and of what stands around it.

    Clauses of one sentence or paragraph have the words of it in common. ``day`` is the text's.
    ``names_place`` tells whether the paragraph names a city, county or zone.
    """

    article: Article
    paragraph: int
    text: str
    day: datetime.date
    own: Words
    before: Words
    sentence: Words
    around: Words
    names_place: bool

    @property
    def held(self) -> tuple[Held, ...]:
        """Its numbers and dates, which are read when they are first asked for."""
        return read_anchor(self.text, self.day)

    @property
    def is_counting(self) -> bool:
        """Whether it has numbers or dates, and these are not of several things in their order."""
        return bool(self.held) and "分别" not in self.text

    @property
    def is_hoped(self) -> bool:
        """Whether it tells what is planned or hoped for."""
        return bool(pattern("hoped", "zh").search(self.text))

    def weigh(self, language: str, forms: frozenset[str]) -> float:
        """Return how much a word counts in it that has some forms."""
        around = (_OWN, self.own), (_BEFORE, self.before), (_SENTENCE, self.sentence)
        for much, words in (*around, (_PARAGRAPH, self.around)):
            if not forms.isdisjoint(words[language]):
                return much
        return 0.0


def is_amount(held: Held) -> bool:
    """Return whether a value that is held counts or measures something."""
    unit = held.unit or ""
    return not isinstance(held.value, str) and unit not in ("name", "date") and unit[:1] != "+"


def read_clauses(article: Article, text: SourceText) -> Iterator[Clause]:
    """Yield the clauses of an article's text, in order."""
    kept: dict[frozenset[str], frozenset[str]] = {}  # many clauses mean the same in English
    titles = [(one.title.zh, stems_of(one.title.en or "")) for _, one in article.records()]
    places = [
        one.title.zh.rstrip(_KINDS_OF_PLACE)
        for one in article.of(Place)
        if one.kind in ("city", "county", "zone")
    ]
    day = article.source.day
    told = _find_told(article)
    for paragraph in text.paragraphs:
        known = _Known(_find_named(titles, paragraph.text), told[paragraph.number])
        names_place = any(one in paragraph.text for one in places)
        around = _words(paragraph.text, known, kept)
        for start, end in split_sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            wide = _words(sentence, known, kept)
            before = _words("", known, kept)
            for part in CLAUSE.finditer(sentence):
                own = _words(part[0], known, kept)
                at, words = paragraph.number, (own, before, wide, around)
                yield Clause(article, at, part[0], day, *words, names_place)
                before = own if len(own["zh"]) > 1 else before


class Layer(NamedTuple):
    """The clauses from ``start`` up to ``end``, in each of which a word counts so much."""

    start: int
    end: int
    much: float


def layers_of(clauses: Sequence[Clause]) -> Iterator[tuple[Words, Layer]]:
    """Yield words and the clauses in which they count: theirs, the next, the sentence's and so on.

    In a clause a word counts as much as it does most.
    """
    for at, one in enumerate(clauses):
        yield one.own, Layer(at, at + 1, _OWN)
        yield one.before, Layer(at, at + 1, _BEFORE)
    for much, held in (
        (_SENTENCE, [one.sentence for one in clauses]),
        (_PARAGRAPH, [one.around for one in clauses]),
    ):
        starts = [at for at, one in enumerate(held) if not at or one is not held[at - 1]]
        for start, end in pairwise([*starts, len(held)]):
            yield held[start], Layer(start, end, much)


def add_up(layers: Iterable[Layer]) -> Iterator[Layer]:
    """Yield layers of which the sum is, in each clause, the most that one of some has there.

    Of layers that share a clause, one lies in the other, and the inner one has more.
    """
    inside: list[Layer] = []
    for one in sorted(layers, key=lambda each: (each.start, -each.end, each.much)):
        while inside and inside[-1].end <= one.start:
            inside.pop()
        yield one._replace(much=one.much - (inside[-1].much if inside else 0.0))
        inside.append(one)


_Names = ByLanguage[list[tuple[str, frozenset[str]]]]
"""Names of records and what they are called in another language."""


def _find_named(titles: list[tuple[str, frozenset[str]]], text: str) -> _Names:
    """Return the names that a text has, which are looked for where English asks for them."""
    return ByLanguage(lambda _: [(name, stems) for name, stems in titles if name in text])


class _Known(NamedTuple):
    """The names in a paragraph, and its anchors with how a model tells what they bear out."""

    names: _Names
    told: list[tuple[str, Bilingual]]


def _find_told(article: Article) -> dict[int, list[tuple[str, Bilingual]]]:
    """Return the anchors of each paragraph, each with how a model tells what it bears out."""
    found: dict[int, list[tuple[str, Bilingual]]] = defaultdict(list)
    for _, record in article.records():
        for _, part in parts(record):
            proofs = getattr(part, "evidence", ())
            text = record.title if part is record else getattr(part, "text", None)
            if isinstance(text, Bilingual) and len(proofs) <= _MOST_PROOFS:
                for one in proofs:
                    found[one.paragraph].append((one.anchor, text))
    return found


def _words(text: str, known: _Known, kept: dict[frozenset[str], frozenset[str]]) -> Words:
    """Return the words of a text and of what a model tells by the anchors in it."""

    def work_out(language: str) -> frozenset[str]:
        told = [one for anchor, one in known.told if anchor in text]
        if language == "zh":
            texts = (text, *(one.zh for one in told))
            words = frozenset().union(*(words_in(one, "zh") for one in texts))
        else:
            named = {
                word for name, stems in known.names[language] if name in text for word in stems
            }
            meant = {word for one in told for word in stems_of(one.en or "")}
            words = meanings_of(text) | named | meant
        return kept.setdefault(words, words)

    return ByLanguage(work_out)


def is_named(entry: Entry, clause: Clause, text: SourceText) -> bool:
    """Return whether the paragraph of a clause names a record or tells of it."""
    if entry.article is not clause.article:
        return False
    record, paragraph = entry.record, text.text_of(clause.paragraph)
    if any(one.paragraph == clause.paragraph for one in record.evidence):
        return True
    if isinstance(record, Place) and (
        record.kind in WIDE
        or record.title.zh.rstrip(_KINDS_OF_PLACE) in clause.article.source.title.zh
        or not clause.names_place
    ):
        return True  # what is told of, and named in a paragraph before
    return names_record(paragraph, record)


def names_record(text: str, record: Record) -> bool:
    """Return whether a Chinese text has a name of a record, with or without its kind of place."""
    return any(name in text for name in list_plain_names(record))


def list_plain_names(record: Record) -> list[str]:
    """Return the Chinese names of a record without their kind of place."""
    plain = (name.rstrip(_KINDS_OF_PLACE) for name in list_names(record, "zh"))
    return [name for name in plain if name]


def list_years(clause: Clause) -> Iterator[int]:
    """Yield the years that the dates of a clause name."""
    for held in clause.held:
        if held.unit == "date" and isinstance(held.value, str) and held.value[:4].isdecimal():
            yield int(held.value[:4])
