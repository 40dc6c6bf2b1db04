"""What the passages of an article tell, and whether a sentence tells the same of them otherwise.

A passage is a statement of a model, in both languages, or a sentence of the text, in Chinese.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from math import log

from briefing.model.article import Article
from briefing.model.parts import Evidence, parts
from briefing.model.records import Person, Place
from briefing.model.text import SourceText
from briefing.names.languages import ByLanguage
from briefing.verifying.aligning.support import stands_in
from briefing.verifying.claim import UNKNOWN, Found, Says
from briefing.verifying.inverting import invert, share, share_at_least
from briefing.verifying.naming.naming import Mention
from briefing.verifying.reading import Passage, read_passages
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern, words_in

_TOLD = 0.45
"""The least share of the words of a sentence that a passage has which tells the same."""
_AS_GOOD = 0.12
_LEAST = 0.25
"""Passages that have less are not as good as any that tells of the same."""
_LESS = 0.25
"""By how much less the paragraphs of a speaker must have of what another one's tell."""
_FEWEST = 2
_UNSEEN = 0.4
"""How much a word counts that no passage has."""


class Passages:
    """All passages of some articles; ``texts`` are source texts by the articles' ids."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = tuple(articles)
        self._texts = texts

    @cached_property
    def all(self) -> list[Passage]:
        """The passages, article by article."""
        return [one for article in self._articles for one in read_passages(article, self._texts)]

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return ByLanguage(
            lambda lang: Counter(word for one in self.all for word in one.words[lang])
        )

    def judge(self, sentence: Sentence) -> Iterator[Found]:
        """Yield what a sentence tells as done that is hoped for."""
        weights = self._weigh(sentence, ())
        if len(weights) < _FEWEST:
            return
        shares = share_at_least(_LEAST, weights, self._by_word[sentence.language])
        best = max(shares.values(), default=0)
        if best < _TOLD:
            return
        as_good = sorted(at for at, one in shares.items() if one >= best - _AS_GOOD)
        yield from _judge_hope(sentence, [self.all[at] for at in as_good])

    def judge_speakers(self, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
        """Yield the speaker of whom a sentence tells what only another one's paragraphs tell."""
        people = [one for one in mentions if one.ids(Person)]
        if len(people) != 1 or not sentence.find("says"):
            return
        weights = self._weigh(sentence, people)
        if len(weights) < _FEWEST:
            return
        own = people[0].ids(Person)
        known = share(weights, self._paragraphs_by_word[sentence.language])
        for article, speakers in self._speakers:
            shares: dict[bool, tuple[float, int]] = {True: (0.0, 0), False: (0.0, 0)}
            for number, ids in speakers.items():
                theirs = known.get((article.source.id, number), 0.0)
                shares[bool(ids & own)] = max(shares[bool(ids & own)], (theirs, number))
            best, number = shares[False]
            if own & set(article.by_id) and best >= _TOLD and shares[True][0] <= best - _LESS:
                only = len(speakers[number]) == 1 and self._names_all(article, number, mentions)
                other = article.by_id[min(speakers[number])] if only else None
                says = Says("name", other) if other else None
                yield Found(
                    people[0].start, people[0].end, "name", UNKNOWN, article, other, number, says
                )

    def _names_all(self, article: Article, number: int, mentions: list[Mention]) -> bool:
        """Return whether a paragraph has all places that are named, as far as it is known."""
        text = self._texts.get(article.source.id)
        places = [one for one in mentions if one.ids(Place)]
        return text is None or all(stands_in(one, text.text_of(number)) for one in places)

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[int]]]:
        """The indexes of the passages that have each word, by language."""
        return ByLanguage(
            lambda lang: invert((at, one.words[lang]) for at, one in enumerate(self.all))
        )

    @cached_property
    def _paragraphs_by_word(self) -> dict[str, dict[str, list[tuple[str, int]]]]:
        """The paragraphs whose passages have each word, by language."""
        return ByLanguage(lambda lang: invert(self._read_paragraphs(lang).items()))

    def _read_paragraphs(self, language: str) -> dict[tuple[str, int], set[str]]:
        """Return the words of all passages of each paragraph."""
        found: dict[tuple[str, int], set[str]] = defaultdict(set)
        for one in self.all:
            found[one.article.source.id, one.paragraph] |= one.words[language]
        return found

    @cached_property
    def _speakers(self) -> list[tuple[Article, dict[int, set[str]]]]:
        """The ids of the people of whom each paragraph tells, for each article."""
        found = []
        for article in self._articles:
            speakers: dict[int, set[str]] = {}
            for person in article.of(Person):
                for _, part in parts(person):
                    if isinstance(part, Evidence):
                        speakers.setdefault(part.paragraph, set()).add(person.id)
            keys = {one.paragraph for one in self.all if one.article is article}
            found.append((article, {n: ids for n, ids in speakers.items() if n in keys}))
        return found

    def _weigh(self, sentence: Sentence, names: Iterable[Mention]) -> dict[str, float]:
        """Return the words of a sentence with how telling they are, without those of names."""
        language, size = sentence.language, len(self.all)
        counts = self._counts[language]
        spans = [(one.start, one.end) for one in names]
        return {
            word: log(1 + size / counts[word]) if word in counts else _UNSEEN * log(1 + size)
            for word, at in sentence.words
            if not any(start <= at < end for start, end in spans)
            and not pattern("says", language).fullmatch(word)
        }


def _judge_hope(sentence: Sentence, alike: list[Passage]) -> Iterator[Found]:
    done = sentence.find("told-done")
    aimed = done and sentence.find("aimed", done.start())
    counted = done and sentence.has_amount(done.start())
    if done and not aimed and not counted and all(_hopes(one, sentence) for one in alike):
        yield _found(done.start(), done.end(), alike[0])


def _hopes(passage: Passage, sentence: Sentence) -> bool:
    """Return whether what a passage tells as a Chinese sentence does is hoped for in it."""
    if sentence.language == "en":
        return passage.is_hoped
    said = {one.word for one in sentence.words}
    clauses = re.split("[，,。；;\n]", passage.texts["zh"])
    nearest = max(clauses, key=lambda one: len(said & words_in(one, "zh")))
    if re.search("已|截至|目前", nearest):
        return False
    return passage.is_hoped


def _found(start: int, end: int, passage: Passage) -> Found:
    at = passage.paragraph
    return Found(start, end, "stage", UNKNOWN, passage.article, passage.record, at)
