"""The amounts and dates of the texts, clause by clause, for what no record of a model bears out.

A model need not have all that its text tells. A number of a memo is borne out by a text if the
clause that speaks most of what the memo's sentence speaks of has it, and clearly more so than any
clause with another number of the kind. English is held against what the Chinese may mean.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from math import log
from typing import NamedTuple

from briefing.checks.agreement import Fault, judge
from briefing.checks.evidence import Held, read_anchor
from briefing.checks.numbers import Number
from briefing.model.article import Article
from briefing.model.records import Organisation, Person, Place, Project
from briefing.model.text import SourceText
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Kind
from briefing.verifying.glosses import find_alike, meanings_of, stems_of
from briefing.verifying.memo import split_sentences
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.numbers.kinds import is_time, is_unit_alike
from briefing.verifying.numbers.rounding import is_exact
from briefing.verifying.numbers.times import year_beside
from briefing.verifying.reading import find_tellers
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern, read_words

_CLAUSE = re.compile("[^，。；：！？,;:!?（）()]+")
_BEFORE, _SENTENCE, _PARAGRAPH = 0.7, 0.35, 0.15
"""How much a word counts of the clause before, of the rest of the sentence and paragraph."""
_OWN, _OTHER = 1.0, 0.5
"""How much a word of the memo's own clause counts, and one of the rest of its sentence."""
_UNSEEN = 0.4
"""How much a word counts that no clause has."""
_SPOKEN_OF = 0.3
_RIVAL = 0.75
"""The clause of another number must be spoken of less than this part of the number's own."""
_ALIGNED = 0.35
"""The least share of what a sentence tells that a clause must have which tells the same."""
_NEAREST = 0.7
_FEWEST = 2
_NUMERALS = "零一二三四五六七八九十"
_MOST_NAMED = 10
_LABELS = {
    **dict.fromkeys(("unit", "berth", "block", "no.", "number"), "[号#]"),
    **dict.fromkeys(("phase", "stage"), "期|阶段"),
    "section": "标段|标|段",
    "line": "号?线",
}
"""What stands before a number that names one of several things, and behind it in Chinese."""
_LABEL = re.compile(rf"\b({'|'.join(map(re.escape, _LABELS))}) $", re.I)


class Clause(NamedTuple):
    """A clause of a text, with what it holds and how much each word counts in it.

    ``zh`` are its own words, ``en`` what it may mean.
    """

    article: Article
    paragraph: int
    text: str
    held: frozenset[Held]
    zh: dict[str, float]
    en: dict[str, float]

    @property
    def is_counting(self) -> bool:
        """Whether it has numbers or dates, and these are not of several things in their order."""
        return bool(self.held) and "分别" not in self.text

    @property
    def is_hoped(self) -> bool:
        """Whether it tells what is planned or hoped for."""
        return bool(pattern("hoped", "zh").search(self.text))


class Clauses:
    """The clauses of some texts that hold amounts or dates, by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts

    @cached_property
    def all(self) -> list[Clause]:
        """The clauses of the texts, in order."""
        return [one for article in self._articles for one in self._read(article)]

    def _read(self, article: Article) -> Iterator[Clause]:
        for paragraph in self._texts[article.source.id].paragraphs:
            around = _words(paragraph.text, article)
            for start, end in split_sentences(paragraph.text):
                sentence = paragraph.text[start:end]
                wide = _words(sentence, article)
                before: dict[str, frozenset[str]] = {"zh": frozenset(), "en": frozenset()}
                for part in _CLAUSE.finditer(sentence):
                    own = _words(part[0], article)
                    held = read_anchor(part[0], article.source.day)
                    zh, en = (
                        _weigh(
                            (around[lang], _PARAGRAPH),
                            (wide[lang], _SENTENCE),
                            (before[lang], _BEFORE),
                            (own[lang], 1.0),
                        )
                        for lang in ("zh", "en")
                    )
                    yield Clause(article, paragraph.number, part[0], held, zh, en)
                    before = own if len(own["zh"]) > 1 else before

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {
            "zh": Counter(
                word for one in self.all for word, much in one.zh.items() if much >= _BEFORE
            ),
            "en": Counter(
                word for one in self.all for word, much in one.en.items() if much >= _BEFORE
            ),
        }

    def judge(self, number: Number, sentence: Sentence, mentions: list[Mention]) -> Found | None:
        """Return a number or date of a sentence as borne out by a text, if it is."""
        rivals = [
            one
            for one in self._naming(mentions)
            if one.is_counting and _is_of_kind(number, one.held)
        ]
        scored = self._score(rivals, sentence, number.start)
        ahead = year_beside(sentence, number)
        agreeing = [one for one in scored if _agrees(number, one[1], ahead)]
        if not agreeing or agreeing[0][0] < _SPOKEN_OF:
            return None
        most, clause = agreeing[0]
        others = [other for other, one in scored if not _agrees(number, one, ahead)]
        if others and others[0] > _RIVAL * most:
            return None
        if clause.is_hoped and not sentence.is_hoped():
            return None
        kind: Kind = "date" if is_time(number) else "number"
        return Found(
            number.start, number.end, kind, BORNE_OUT, clause.article, None, clause.paragraph
        )

    def judge_label(self, number: Number, sentence: Sentence) -> Found | None:
        """Return what became of a number that names one of several things: Unit 2, Phase 2.

        Nothing is said where no text is there, or where a number names nothing.
        """
        value = number.readings[0].value
        named = _LABEL.search(sentence.text[: number.start])
        if not self._articles or not named or not isinstance(value, int) or value > _MOST_NAMED:
            return None
        written = f"(?<![0-9]){value}|{_NUMERALS[value]}"
        known = re.compile(f"(?:{written}) ?(?:{_LABELS[named[1].lower()]})")
        texts = (one.text for text in self._texts.values() for one in text.paragraphs)
        status = BORNE_OUT if any(map(known.search, texts)) else UNKNOWN
        return Found(number.start, number.end, "number", status)

    def align(self, sentence: Sentence, at: int, mentions: list[Mention]) -> list[Clause]:
        """Return the clauses of the texts that tell most of what a sentence tells at an offset."""
        scored = self._score(self._naming(mentions), sentence, at)
        best = scored[0][0] if scored else 0.0
        return [one for score, one in scored if best >= _ALIGNED and score >= _NEAREST * best]

    def _naming(self, mentions: list[Mention]) -> list[Clause]:
        """Return the clauses of the paragraphs that have all that a sentence names."""
        told: dict[tuple[str, int], bool] = {}
        found = []
        for one in self.all:
            key = one.article.source.id, one.paragraph
            if key not in told:
                told[key] = _names_all(one, mentions, self._texts)
            if told[key]:
                found.append(one)
        return found

    def find_tellers(self, clause: Clause) -> set[str]:
        """Return the ids of the people who may have said a clause."""
        text = self._texts[clause.article.source.id]
        return find_tellers(clause.article, text, clause.paragraph)

    def _score(
        self, clauses: list[Clause], sentence: Sentence, at: int
    ) -> list[tuple[float, Clause]]:
        """Return clauses with the share that they have of what a sentence tells, best first.

        What it tells at the offset counts most.
        """
        wanted = self._want(sentence, at)
        total = sum(much for _, much in wanted.values())
        if len(wanted) < _FEWEST or not total:
            return []

        def score(clause: Clause) -> float:
            heard = (
                much * max((one.get(word, 0.0) for word in forms), default=0.0)
                for (lang, _), (forms, much) in wanted.items()
                for one in (clause.zh if lang == "zh" else clause.en,)
            )
            return sum(heard) / total

        return sorted(((score(one), one) for one in clauses), key=lambda one: -one[0])

    def _want(
        self, sentence: Sentence, at: int
    ) -> dict[tuple[str, str], tuple[frozenset[str], float]]:
        """Return the words of a sentence by language, with their forms and how much they count."""
        start, end = sentence.clauses[sentence.clause_at(at)]
        words: set[tuple[str, str, bool]] = set()
        if sentence.language == "zh" or sentence.is_mixed:
            chinese = (one for one in sentence.words if not one.word.isascii())
            words |= {("zh", one.word, start <= one.at < end) for one in chinese}
        if sentence.language == "en" or sentence.is_mixed:
            own = stems_of(sentence.text[start:end])
            words |= {("en", one, one in own) for one in stems_of(sentence.text)}
        found: dict[tuple[str, str], tuple[frozenset[str], float]] = {}
        for lang, word, is_own in words:
            forms = frozenset([word]) if lang == "zh" else find_alike(word, self._vocabulary)
            seen = sum(self._counts[lang][one] for one in forms)
            much = log(1 + len(self.all) / (seen or 1)) * (_OWN if is_own else _OTHER)
            much *= 1 if seen else _UNSEEN
            found[lang, word] = forms, max(much, found.get((lang, word), (forms, 0.0))[1])
        return found

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for one in self.all for word in one.en)


def _weigh(*groups: tuple[frozenset[str], float]) -> dict[str, float]:
    """Return how much each word counts, by the last of the groups that has it."""
    return {word: much for words, much in groups for word in words}


def _words(text: str, article: Article) -> dict[str, frozenset[str]]:
    named = {
        word
        for _, record in article.records()
        if record.title.zh in text
        for word in stems_of(record.title.en or "")
    }
    zh = frozenset(one.word for one in read_words(text, "zh"))
    return {"zh": zh, "en": meanings_of(text) | named}


def _is_of_kind(number: Number, held: Iterable[Held]) -> bool:
    if is_time(number):
        return any(one.unit == "date" for one in held)
    return any(
        one.unit != "date" and is_unit_alike(reading.unit, one.unit)
        for reading in number.readings
        for one in held
    )


def _agrees(number: Number, clause: Clause, ahead: int | None) -> bool:
    """Return whether a clause has a number or date; ``ahead`` are the years told beside a date."""
    if ahead is not None and is_time(number):
        year = clause.article.source.day.year + ahead
        readings = tuple(
            one._replace(value=one.value._replace(year=year))
            for one in number.readings
            if isinstance(one.value, Span)
        )
        number = number._replace(readings=readings)
    return judge(number, clause.held).fault == Fault.NONE and is_exact(number, clause.held)


def _names_all(clause: Clause, mentions: list[Mention], texts: Mapping[str, SourceText]) -> bool:
    """Return whether the paragraph of a clause has all that a sentence names."""
    paragraph = texts[clause.article.source.id].paragraphs[clause.paragraph - 1].text
    kinds = (Place, Person, Project, Organisation)
    for mention in mentions:
        entries = [one for one in mention.entries if isinstance(one.record, kinds)]
        if entries and not any(_is_named(one, clause, paragraph) for one in entries):
            return False
    return True


def _names_a_place(clause: Clause, paragraph: str) -> bool:
    return any(
        one.title.zh.rstrip("市县区省") in paragraph
        for one in clause.article.of(Place)
        if one.kind in ("city", "county", "zone")
    )


def _is_named(entry: Entry, clause: Clause, paragraph: str) -> bool:
    if entry.article is not clause.article:
        return False
    record = entry.record
    if any(one.paragraph == clause.paragraph for one in record.evidence):
        return True
    if isinstance(record, Place) and (
        record.kind in ("province", "region")
        or record.title.zh.rstrip("市县区省") in clause.article.source.title.zh
        or not _names_a_place(clause, paragraph)
    ):
        return True  # what is told of, and named in a paragraph before
    short = getattr(record, "short", None)
    names = [record.title.zh, *getattr(record, "aliases", ()), *([short.zh] if short else [])]
    return any(name.rstrip("市县区省") in paragraph for name in names if name)
