"""How much clauses of texts have of what sentences tell, and which have most of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, takewhile
from math import log
from typing import NamedTuple

from briefing.names.glosses import by_beginning, find_alike, stems_of
from briefing.names.languages import ByLanguage
from briefing.verifying.aligning.clause import Clause, Layer, add_up, layers_of
from briefing.verifying.inverting import invert
from briefing.verifying.sentences import Sentence

_OWN, _OTHER = 1.0, 0.5
"""How much a word of the memo's own clause counts, and one of the rest of its sentence."""
_UNSEEN = 0.4
"""How much a word counts that no clause has."""
LEAST = 0.225
"""Clauses that have a smaller share are not looked at."""
_EXACT = 1e-9
_DIGITS = 12
"""Shares that are less apart are the same; sums of floats are not exact."""
_FEWEST = 2
_FEW, _MANY = 40, 1_000
"""In so few clauses, or of so long a text, words are looked for clause by clause; else they are
looked up in all clauses at once."""
_MOST_LIKELY = 150
"""So many clauses at most, which have most of the words of a sentence, may tell it."""
_MOST_KEPT = 200_000
"""How many weights of words in clauses are kept at most, which take some 20 MiB."""
_MOST_ASKED_FOR = 20_000
"""How many clauses that may have what sentences ask for are kept at most."""


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


class Shares:
    """The words of clauses, by which those are found that tell what a sentence tells."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._weighed: dict[tuple[str, str], _Wanted] = {}
        self._heard: dict[tuple[str, frozenset[str]], list[Layer]] = {}
        self._weights: dict[tuple[str, frozenset[str]], dict[int, float]] = {}
        self._kept = 0
        self._asked: dict[frozenset[tuple[str, str]], _Asked] = {}
        self._asked_for = 0
        self._last: tuple[Sentence, _Asked] | None = None
        self._found: dict[int, list[tuple[float, int]]] = {}

    @cached_property
    def _counts(self) -> ByLanguage[Counter[str]]:
        return ByLanguage(
            lambda lang: Counter(
                word for one in self._clauses for word in one.own[lang] | one.before[lang]
            )
        )

    def find(self, sentence: Sentence, clause: int) -> list[tuple[float, int]]:
        """Return the share that clauses have of what a sentence tells, and their indexes.

        Numbers of one clause of the sentence ask for the same, which is worked out once. Of the
        words of that clause, which count more, a clause of the texts has no more than of those of
        the whole sentence: it is left out where these are not enough.
        """
        if self._last is None or self._last[0] is not sentence:
            self._last = sentence, self._ask(sentence)
            self._found = {}
        if clause not in self._found:
            self._found[clause] = self._find(sentence, clause, self._last[1])
        return self._found[clause]

    def _find(self, sentence: Sentence, clause: int, asked: _Asked) -> list[tuple[float, int]]:
        """Return the same; clauses of other sentences may have asked for the same words."""
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
            if self._asked_for > _MOST_ASKED_FOR:
                self._asked.clear()
                self._asked_for = 0
            self._asked[key] = self._look_up(words)
            self._asked_for += len(self._asked[key].heard)
        return self._asked[key]

    def _look_up(self, words: dict[tuple[str, str], _Wanted]) -> _Asked:
        """Return what the clauses of the texts have of the words of a sentence."""
        total = sum(one.much for one in words.values())
        if len(words) < _FEWEST or not total:
            return _Asked(words, total, [], {})
        least = (1 - _EXACT) * LEAST * _OTHER * total  # some words may count twice as much
        heard = enumerate(self._hear_all(words.values()))
        found = [(-much, index) for index, much in heard if much >= least]
        best = nsmallest(_MOST_LIKELY, found)
        return _Asked(words, total, [(-much, index) for much, index in best], {})

    def _hear(self, words: Sequence[_Wanted], indexes: Sequence[int]) -> Mapping[int, float]:
        """Return how much of some words clauses of the texts have, by their indexes.

        Where these are few, they are looked at one by one.
        """
        if len(indexes) > _FEW and len(self._clauses) < _MANY:
            return dict(enumerate(self._hear_all(words)))
        heard = dict.fromkeys(indexes, 0.0)
        for lang, forms, much in words:
            known = self._list_weights(lang, forms)
            for index in indexes:
                weight = known.get(index)
                if weight is None:
                    weight = known[index] = self._clauses[index].weigh(lang, forms)
                    self._kept += 1
                if weight:
                    heard[index] += much * weight
        return heard

    def _list_weights(self, lang: str, forms: frozenset[str]) -> dict[int, float]:
        """Return what is known of how much the forms of a word count in clauses, by their indexes.

        Sentences of a memo have the same words, and are held against the same clauses.
        """
        if self._kept > _MOST_KEPT:
            self._heard, self._weights, self._kept = {}, {}, 0
        return self._weights.setdefault((lang, forms), {})

    def _hear_all(self, words: Iterable[_Wanted]) -> Iterator[float]:
        """Return how much of some words each clause of the texts has."""
        steps = [0.0] * (len(self._clauses) + 1)
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
                self._heard, self._weights = {key: found}, {}
                self._kept = len(found)
        return self._heard[key]

    @cached_property
    def _by_word(self) -> ByLanguage[dict[str, list[Layer]]]:
        """In which clauses each word counts, and how much, by language."""
        return ByLanguage(
            lambda lang: invert((layer, words[lang]) for words, layer in layers_of(self._clauses))
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
            much = log(1 + len(self._clauses) / (seen or 1)) * (1 if seen else _UNSEEN)
            self._weighed[key] = _Wanted(lang, forms, much)
        return self._weighed[key]

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        return by_beginning(set(self._by_word["en"]))
