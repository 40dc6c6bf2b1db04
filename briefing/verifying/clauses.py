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
from briefing.verifying.claim import BORNE_OUT, Found, Kind
from briefing.verifying.glosses import find_alike, meanings_of
from briefing.verifying.kinds import is_time, is_unit_alike
from briefing.verifying.memo import split_sentences
from briefing.verifying.naming import Entry, Mention
from briefing.verifying.rounding import is_exact
from briefing.verifying.sentences import Sentence
from briefing.verifying.translating import stems_of
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
_FEWEST = 2


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
    is_hoped: bool


class Clauses:
    """The clauses of some texts that hold amounts or dates, by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts

    @cached_property
    def _all(self) -> list[Clause]:
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
                    if held and "分别" not in part[0]:
                        hoped = bool(pattern("hoped", "zh").search(part[0]))
                        number = paragraph.number
                        yield Clause(article, number, part[0], held, zh, en, hoped)
                    before = own if len(own["zh"]) > 1 else before

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {
            "zh": Counter(
                word for one in self._all for word, much in one.zh.items() if much >= _BEFORE
            ),
            "en": Counter(
                word for one in self._all for word, much in one.en.items() if much >= _BEFORE
            ),
        }

    def judge(self, number: Number, sentence: Sentence, mentions: list[Mention]) -> Found | None:
        """Return a number or date of a sentence as borne out by a text, if it is."""
        rivals = [one for one in self._all if _is_of_kind(number, one.held)]
        rivals = [one for one in rivals if _names_all(one, mentions, self._texts)]
        wanted = self._want(number, sentence)
        total = sum(much for _, much in wanted.values())
        if len(wanted) < _FEWEST or not total:
            return None
        lang = sentence.language

        def score(clause: Clause) -> float:
            counted = clause.zh if lang == "zh" else clause.en
            return (
                sum(
                    much * max((counted.get(word, 0.0) for word in forms), default=0.0)
                    for forms, much in wanted.values()
                )
                / total
            )

        scored = sorted(((score(one), one) for one in rivals), key=lambda one: -one[0])
        agreeing = [one for one in scored if _agrees(number, one[1].held)]
        if not agreeing or agreeing[0][0] < _SPOKEN_OF:
            return None
        most, clause = agreeing[0]
        others = [other for other, one in scored if not _agrees(number, one.held)]
        if others and others[0] > _RIVAL * most:
            return None
        if clause.is_hoped and not sentence.is_hoped():
            return None
        kind: Kind = "date" if is_time(number) else "number"
        return Found(
            number.start, number.end, kind, BORNE_OUT, clause.article, None, clause.paragraph
        )

    def _want(self, number: Number, sentence: Sentence) -> dict[str, tuple[frozenset[str], float]]:
        """Return the words of a sentence, each with its forms and how much it counts."""
        start, end = sentence.clauses[sentence.clause_at(number.start)]
        found: dict[str, tuple[frozenset[str], float]] = {}
        if sentence.language == "zh":
            words = {(one.word, start <= one.at < end) for one in sentence.words}
        else:
            own = stems_of(sentence.text[start:end])
            words = {(one, one in own) for one in stems_of(sentence.text)}
        for word, is_own in words:
            forms = (
                frozenset([word])
                if sentence.language == "zh"
                else find_alike(word, self._vocabulary)
            )
            counts = self._counts[sentence.language]
            seen = sum(counts[one] for one in forms)
            much = log(1 + len(self._all) / (seen or 1)) * (_OWN if is_own else _OTHER)
            much *= 1 if seen else _UNSEEN
            found[word] = forms, max(much, found.get(word, (forms, 0.0))[1])
        return found

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for one in self._all for word in one.en)


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


def _agrees(number: Number, held: frozenset[Held]) -> bool:
    return judge(number, held).fault in (Fault.NONE,) and is_exact(number, held)


def _names_all(clause: Clause, mentions: list[Mention], texts: Mapping[str, SourceText]) -> bool:
    """Return whether the paragraph of a clause has all that a sentence names."""
    paragraph = texts[clause.article.source.id].paragraphs[clause.paragraph - 1].text
    kinds = (Place, Person, Project, Organisation)
    for mention in mentions:
        entries = [one for one in mention.entries if isinstance(one.record, kinds)]
        if entries and not any(_is_named(one, clause, paragraph) for one in entries):
            return False
    return True


def _is_named(entry: Entry, clause: Clause, paragraph: str) -> bool:
    if entry.article is not clause.article:
        return False
    record = entry.record
    if any(one.paragraph == clause.paragraph for one in record.evidence):
        return True
    if isinstance(record, Place) and record.kind in ("province", "region"):
        return True
    short = getattr(record, "short", None)
    names = [record.title.zh, *getattr(record, "aliases", ()), *([short.zh] if short else [])]
    return any(name.rstrip("市县区省") in paragraph for name in names if name)
