"""Finds the clauses of the texts that tell the same as a sentence of a memo.

What a clause has of the words of a sentence is weighed by how telling they are. English is held
against what the Chinese may mean.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, takewhile
from math import log
from typing import NamedTuple

from briefing.checks.evidence import Held
from briefing.model.article import Article
from briefing.model.records import Organisation, Person, Place, Project
from briefing.model.text import SourceText
from briefing.verifying.aligning.clause import (
    Clause,
    Layer,
    add_up,
    is_amount,
    is_named,
    layers_of,
    read_clauses,
)
from briefing.verifying.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.reading import find_tellers
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import ByLanguage

_OWN, _OTHER = 1.0, 0.5
"""How much a word of the memo's own clause counts, and one of the rest of its sentence."""
_UNSEEN = 0.4
"""How much a word counts that no clause has."""
_ALIGNED, _NEAREST = 0.35, 0.7
"""The least share of what a sentence tells that a clause must have which tells the same, and the
least part of what the best one has."""
_CLOSE = 0.45
"""The least share of a clause that clearly tells the same."""
LEAST = 0.225
"""Clauses that have a smaller share are not looked at."""
_EXACT = 1e-9
_DIGITS = 12
"""Shares that are less apart are the same; sums of floats are not exact."""
_FEWEST = 2
_FEW = 40
"""In no more clauses than these each word is looked for; for more it is looked up."""
MOST_ASKED = 12
"""Of a sentence, so many words of a kind at most are taken out to align what is left."""
_MOST_KEPT = 200_000
"""How many weights of words in clauses are kept at most, which take some 20 MiB."""
_MOST_ASKED_FOR = 20_000
"""How many clauses that may have what sentences ask for are kept at most."""
_NAMED = (Place, Person, Project, Organisation)


class _Wanted(NamedTuple):
    """A word of a sentence: its forms in the clauses of texts, and how telling it is."""

    language: str
    forms: frozenset[str]
    much: float


class _Asked(NamedTuple):
    """The words of a sentence by language, and how telling all of them are.

    ``heard`` tells how much of them the clauses of the texts have that have most, and their
    indexes, and ``known`` the shares that were worked out for clauses of sentences, by their words.
    """

    words: dict[tuple[str, str], _Wanted]
    total: float
    heard: list[tuple[float, int]]
    known: dict[frozenset[_Wanted], list[tuple[float, int]]]


class Clauses:
    """The clauses of some texts; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self.texts = texts
        self._having: dict[object, frozenset[int]] = {}
        self._weighed: dict[tuple[str, str], _Wanted] = {}
        self._heard: dict[tuple[str, frozenset[str]], list[Layer]] = {}
        self._kept = 0
        self._asked: dict[frozenset[tuple[str, str]], _Asked] = {}
        self._last: tuple[Sentence, _Asked] | None = None

    @cached_property
    def all(self) -> list[Clause]:
        """The clauses of the texts, in order."""
        return [
            one
            for article in self._articles
            for one in read_clauses(article, self.texts[article.source.id])
        ]

    @cached_property
    def amounts(self) -> tuple[Held, ...]:
        """Every value in the texts that counts or measures something."""
        return tuple(held for one in self.all for held in one.held if is_amount(held))

    @cached_property
    def _counts(self) -> ByLanguage[Counter[str]]:
        return ByLanguage(
            lambda lang: Counter(
                word for one in self.all for word in one.own[lang] | one.before[lang]
            )
        )

    def align(
        self,
        sentence: Sentence,
        at: int,
        mentions: list[Mention],
        least: float = _ALIGNED,
        nearest: float = _NEAREST,
    ) -> list[Clause]:
        """Return the clauses of the texts that tell most of what a sentence tells at an offset.

        The best one has at least the share ``least`` of it, and the others the part ``nearest`` of
        what the best one has.
        """
        found: list[Clause] = []
        lowest = least
        for share, one in self.rank(sentence, at, mentions):
            if share < lowest:
                break
            if not found:
                lowest = nearest * share - _EXACT
            found.append(one)
        return found

    def align_closely(self, sentence: Sentence, at: int, mentions: list[Mention]) -> list[Clause]:
        """Return the clauses that clearly tell what a sentence tells at an offset, if any do."""
        return self.align(sentence, at, mentions, _CLOSE)

    def align_rest(self, sentence: Sentence, start: int, end: int, at: int) -> list[Clause]:
        """Return the clauses that clearly tell a sentence, but for the words of a span.

        What is told at an offset counts most, or else at the beginning.
        """
        rest = sentence.without(start, end)
        return self.align_closely(rest, at, []) or self.align_closely(rest, 0, [])

    def sentences_of(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        """Yield all clauses of the sentences that some clauses are of, each sentence once."""
        for one in {id(one.sentence): one for one in clauses}.values():
            yield from self._of_sentence[id(one.sentence)]

    def has(self, words: str) -> bool:
        """Return whether a text has some words as they are."""
        return bool(words) and any(words in one.text for one in self.all)

    def around(self, clause: Clause) -> list[Clause]:
        """Return a clause with those before and behind it in its sentence."""
        beside = self._of_sentence[id(clause.sentence)]
        at = next(index for index, one in enumerate(beside) if one is clause)
        return beside[max(0, at - 1) : at + 2]

    def paragraph_of(self, clause: Clause) -> str:
        """Return the text of the paragraph that a clause is of."""
        return self.texts[clause.article.source.id].paragraphs[clause.paragraph - 1].text

    @cached_property
    def _of_sentence(self) -> dict[int, list[Clause]]:
        """The clauses of each sentence, by the id of the object of its words."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for one in self.all:
            found[id(one.sentence)].append(one)
        return found

    def _naming(self, mentions: list[Mention]) -> Collection[int]:
        """Return the indexes of the clauses of the paragraphs that have all that is named."""
        found: Collection[int] = range(len(self.all))
        for mention in mentions:
            entries = tuple(one for one in mention.entries if isinstance(one.record, _NAMED))
            if entries:
                having = self._find_having(entries)
                found = having.intersection(found)
        return found

    def _find_having(self, entries: tuple[Entry, ...]) -> frozenset[int]:
        """Return the indexes of the clauses of the paragraphs that have one of some records."""
        key = tuple((id(article), record.id) for article, record in entries)
        if key not in self._having:
            self._having[key] = frozenset(
                at
                for members in self._paragraphs.values()
                if self._names_any(entries, self.all[members[0]])
                for at in members
            )
        return self._having[key]

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, int], list[int]]:
        """The indexes of the clauses of each paragraph, by the id of its article and its number."""
        found: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, one in enumerate(self.all):
            found[one.article.source.id, one.paragraph].append(at)
        return found

    def of_paragraph(self, article: Article, number: int | None) -> Iterator[Clause]:
        """Yield the clauses of a paragraph of an article."""
        if number is not None:
            for at in self._paragraphs.get((article.source.id, number), ()):
                yield self.all[at]

    def _names_any(self, entries: tuple[Entry, ...], clause: Clause) -> bool:
        text = self.texts[clause.article.source.id]
        return any(is_named(one, clause, text) for one in entries)

    def find_tellers(self, article: Article, number: int) -> set[str]:
        """Return the ids of the people who may have said what a paragraph of a text tells."""
        text = self.texts.get(article.source.id)
        return find_tellers(article, text, number) if text else set()

    def rank(
        self, sentence: Sentence, at: int, mentions: list[Mention]
    ) -> Iterator[tuple[float, Clause]]:
        """Yield clauses with the share that they have of what a sentence tells, best first.

        What it tells at the offset counts most. Clauses that have little of it are left out, and
        those of paragraphs that lack something that it names.
        """
        shares = self._share(sentence, sentence.clause_at(at))
        clauses = self._naming(mentions) if shares else ()
        return ((share, self.all[index]) for share, index in shares if index in clauses)

    def _share(self, sentence: Sentence, clause: int) -> list[tuple[float, int]]:
        """Return the share that clauses have of what a sentence tells, and their indexes.

        Numbers of one clause of the sentence ask for the same, which is worked out once. Of the
        words of that clause, which count more, a clause of the texts has no more than of those of
        the whole sentence: it is left out where these are not enough.
        """
        if self._last is None or self._last[0] is not sentence:
            self._last = sentence, self._ask(sentence)
        asked = self._last[1]
        own = self._find_own(sentence, clause, asked.words)
        key = frozenset(own)
        if key not in asked.known:
            most_own, more = sum(one.much for one in own), _OWN - _OTHER
            total = _OTHER * asked.total + more * most_own
            least = LEAST * total

            def may_be_enough(one: tuple[float, int]) -> bool:
                return _OTHER * one[0] + more * min(one[0], most_own) >= (1 - _EXACT) * least

            likely = list(takewhile(may_be_enough, asked.heard))
            heard = self._hear(own, [index for _, index in likely])
            shares = ((_OTHER * much + more * heard[index], index) for much, index in likely)
            found = [(round(one / total, _DIGITS), index) for one, index in shares if one >= least]
            asked.known[key] = sorted(found, key=lambda one: (-one[0], one[1]))
        return asked.known[key]

    def _ask(self, sentence: Sentence) -> _Asked:
        """Return what a sentence asks for, wherever in it.

        Rows of a table and sentences with a few words less often ask for the same.
        """
        words = self._want(sentence)
        key = frozenset(words)
        if key not in self._asked:
            if sum(len(one.heard) for one in self._asked.values()) > _MOST_ASKED_FOR:
                self._asked.clear()
            self._asked[key] = self._look_up(words)
        return self._asked[key]

    def _look_up(self, words: dict[tuple[str, str], _Wanted]) -> _Asked:
        """Return what the clauses of the texts have of the words of a sentence."""
        total = sum(one.much for one in words.values())
        if len(words) < _FEWEST or not total:
            return _Asked(words, total, [], {})
        least = (1 - _EXACT) * LEAST * _OTHER * total  # some words may count twice as much
        heard = enumerate(self._hear_all(words.values()))
        found = [(much, index) for index, much in heard if much >= least]
        return _Asked(words, total, sorted(found, reverse=True), {})

    def _hear(self, words: Sequence[_Wanted], indexes: Sequence[int]) -> Mapping[int, float]:
        """Return how much of some words clauses of the texts have, by their indexes.

        Few clauses are looked at one by one.
        """
        if len(indexes) > _FEW:
            return dict(enumerate(self._hear_all(words)))
        clauses = ((index, self.all[index]) for index in indexes)
        return {
            index: sum(one.much * clause.weigh(one.language, one.forms) for one in words)
            for index, clause in clauses
        }

    def _hear_all(self, words: Iterable[_Wanted]) -> Iterator[float]:
        """Return how much of some words each clause of the texts has."""
        steps = [0.0] * (len(self.all) + 1)
        for lang, forms, much in words:
            for start, end, weight in self._find_heard(lang, forms):
                steps[start] += much * weight
                steps[end] -= much * weight
        return accumulate(steps[:-1])

    def _find_heard(self, lang: str, forms: frozenset[str]) -> list[Layer]:
        """Return where the forms of a word count: from which clause up to which, and how much.

        Weights of the same clause are to be added. What was found is kept for the sentences that
        have the same word, up to a limit.
        """
        key = lang, forms
        if key not in self._heard:
            spans = {each for one in forms for each in self._by_word[lang].get(one, ())}
            self._heard[key] = found = list(add_up(spans))
            self._kept += len(found)
            if self._kept > _MOST_KEPT:
                self._heard = {key: found}
                self._kept = len(found)
        return self._heard[key]

    @cached_property
    def _by_word(self) -> ByLanguage[dict[str, list[Layer]]]:
        """In which clauses each word counts, and how much, by language."""
        return ByLanguage(
            lambda lang: invert((layer, words[lang]) for words, layer in layers_of(self.all))
        )

    def _want(self, sentence: Sentence) -> dict[tuple[str, str], _Wanted]:
        """Return the words of a sentence by language, with their forms and how telling they are."""
        words: set[tuple[str, str]] = set()
        if sentence.language == "zh" or sentence.is_mixed:
            words |= {("zh", one.word) for one in sentence.words if not one.word.isascii()}
        if sentence.language == "en" or sentence.is_mixed:
            words |= {("en", one) for one in stems_of(sentence.text)}
        return {one: self._weigh(*one) for one in sorted(words)}

    def _find_own(
        self, sentence: Sentence, clause: int, words: Mapping[tuple[str, str], _Wanted]
    ) -> list[_Wanted]:
        """Return those of the words of a sentence that stand in a clause of it."""
        start, end = sentence.clauses[clause]
        own = {("zh", one.word) for one in sentence.words if start <= one.at < end}
        own |= {("en", one) for one in stems_of(sentence.text[start:end])}
        return [words[one] for one in sorted(own) if one in words]

    def _weigh(self, lang: str, word: str) -> _Wanted:
        """Return a word with its forms in the clauses, and how telling it is.

        The forms of an English word are those of what the clauses may mean.
        """
        key = lang, word
        if key not in self._weighed:
            forms = frozenset([word]) if lang == "zh" else find_alike(word, self._vocabulary)
            seen = sum(self._counts[lang][one] for one in forms)
            much = log(1 + len(self.all) / (seen or 1)) * (1 if seen else _UNSEEN)
            self._weighed[key] = _Wanted(lang, forms, much)
        return self._weighed[key]

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        return by_beginning(set(self._by_word["en"]))
