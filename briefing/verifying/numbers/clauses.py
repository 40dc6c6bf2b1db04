"""The amounts and dates of the texts, clause by clause, for what no record of a model bears out.

A model need not have all that its text tells. A number of a memo is borne out by a text if the
clause that speaks most of what the memo's sentence speaks of has it, and clearly more so than any
clause with another number of the kind. English is held against what the Chinese may mean.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import takewhile
from math import log

from briefing.checks.agreement import Fault, judge
from briefing.checks.evidence import Held
from briefing.checks.numbers import Number
from briefing.model.article import Article
from briefing.model.records import Organisation, Person, Place, Project
from briefing.model.text import SourceText
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Kind
from briefing.verifying.glosses import by_beginning, find_alike, stems_of
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.numbers.clause import Clause, is_named, layers_of, read_clauses
from briefing.verifying.numbers.kinds import is_amount, is_time, is_unit_alike
from briefing.verifying.numbers.manner import is_below, tells_change, tells_rank
from briefing.verifying.numbers.rounding import is_exact
from briefing.verifying.numbers.times import year_beside
from briefing.verifying.reading import LANGUAGES, find_tellers
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

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
_LEAST = min(_SPOKEN_OF * _RIVAL, _ALIGNED * _NEAREST)
"""The least share that is compared with any other one."""
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


_NAMED = (Place, Person, Project, Organisation)


class Clauses:
    """The clauses of some texts that hold amounts or dates, by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self._texts = texts
        self._having: dict[object, frozenset[int]] = {}
        self._weighed: dict[tuple[str, str], tuple[frozenset[str], float]] = {}
        self._last: tuple[Sentence | None, dict[int, list[tuple[float, int]]]] = (None, {})

    @cached_property
    def all(self) -> list[Clause]:
        """The clauses of the texts, in order."""
        return [
            one
            for article in self._articles
            for one in read_clauses(article, self._texts[article.source.id])
        ]

    @cached_property
    def amounts(self) -> tuple[Held, ...]:
        """Every value in the texts that counts or measures something."""
        return tuple(held for one in self.all for held in one.held if is_amount(held))

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {
            lang: Counter(word for one in self.all for word in one.own[lang] | one.before[lang])
            for lang in LANGUAGES
        }

    def judge(self, number: Number, sentence: Sentence, mentions: list[Mention]) -> Found | None:
        """Return a number or date of a sentence as borne out by a text, if it is."""
        scored = (
            (share, one)
            for share, one in self._score(sentence, number.start, mentions)
            if one.is_counting and _is_of_kind(number, one.held)
        )
        most, clause = next(scored, (0.0, None))
        ahead = year_beside(sentence, number)
        if clause is None or most < _SPOKEN_OF or not _agrees(number, clause, ahead):
            return None
        rivals = takewhile(lambda one: one[0] > _RIVAL * most, scored)
        if not all(_agrees(number, one, ahead) for _, one in rivals):
            return None
        if clause.is_hoped and not sentence.is_hoped():
            return None
        if tells_rank(number, sentence) and not pattern("placed", "zh").search(clause.text):
            return None  # but the third meeting
        if is_below(number, clause.held) or (
            tells_change(number, sentence)
            and not any(one.around.direction in ("up", "down") for one in clause.held)
        ):
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
        scored = self._score(sentence, at, mentions)
        best = scored[0][0] if scored else 0.0
        return [one for score, one in scored if best >= _ALIGNED and score >= _NEAREST * best]

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
                for members in self._paragraphs
                if self._names_any(entries, self.all[members[0]])
                for at in members
            )
        return self._having[key]

    @cached_property
    def _paragraphs(self) -> list[list[int]]:
        """The indexes of the clauses of each paragraph."""
        found: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, one in enumerate(self.all):
            found[one.article.source.id, one.paragraph].append(at)
        return list(found.values())

    def _names_any(self, entries: tuple[Entry, ...], clause: Clause) -> bool:
        text = self._texts[clause.article.source.id]
        return any(is_named(one, clause, text) for one in entries)

    def find_tellers(self, clause: Clause) -> set[str]:
        """Return the ids of the people who may have said a clause."""
        text = self._texts[clause.article.source.id]
        return find_tellers(clause.article, text, clause.paragraph)

    def _score(
        self, sentence: Sentence, at: int, mentions: list[Mention]
    ) -> list[tuple[float, Clause]]:
        """Return clauses with the share that they have of what a sentence tells, best first.

        What it tells at the offset counts most. Clauses that have little of it are left out, and
        those of paragraphs that lack something that it names.
        """
        shares = self._share(sentence, sentence.clause_at(at))
        if not shares:
            return []
        clauses = self._naming(mentions)
        return [(share, self.all[index]) for share, index in shares if index in clauses]

    def _share(self, sentence: Sentence, clause: int) -> list[tuple[float, int]]:
        """Return the share that clauses have of what a sentence tells, and their indexes.

        Numbers of one clause of the sentence ask for the same, which is worked out once.
        """
        if self._last[0] is not sentence:
            self._last = sentence, {}
        known = self._last[1]
        if clause not in known:
            wanted = self._want(sentence, sentence.clauses[clause])
            total = sum(much for _, much in wanted.values())
            heard: dict[int, float] = defaultdict(float)
            for (lang, _), (forms, much) in wanted.items() if len(wanted) >= _FEWEST else ():
                for index, weight in self._find_heard(lang, forms).items():
                    heard[index] += much * weight
            shares = ((one / total, index) for index, one in heard.items())
            found = (one for one in shares if one[0] >= _LEAST)
            known[clause] = sorted(found, key=lambda one: (-one[0], one[1]))
        return known[clause]

    def _find_heard(self, lang: str, forms: frozenset[str]) -> dict[int, float]:
        """Return how much the forms of a word count in the clauses that have one of them."""
        found: dict[int, float] = {}
        for one in forms:
            for indexes, weight in self._by_word[lang].get(one, ()):
                for index in indexes:
                    found[index] = max(weight, found.get(index, 0.0))
        return found

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[tuple[range, float]]]]:
        """In which clauses each word counts, and how much, by language."""
        layers = [(words, (at, much)) for words, at, much in layers_of(self.all)]
        return {lang: invert((place, words[lang]) for words, place in layers) for lang in LANGUAGES}

    def _want(
        self, sentence: Sentence, span: tuple[int, int]
    ) -> dict[tuple[str, str], tuple[frozenset[str], float]]:
        """Return the words of a sentence by language, with their forms and how much they count.

        Those in the span of a clause count most.
        """
        start, end = span
        words: set[tuple[str, str, bool]] = set()
        if sentence.language == "zh" or sentence.is_mixed:
            chinese = (one for one in sentence.words if not one.word.isascii())
            words |= {("zh", one.word, start <= one.at < end) for one in chinese}
        if sentence.language == "en" or sentence.is_mixed:
            own = stems_of(sentence.text[start:end])
            words |= {("en", one, one in own) for one in stems_of(sentence.text)}
        found: dict[tuple[str, str], tuple[frozenset[str], float]] = {}
        for lang, word, is_own in words:
            forms, much = self._weigh(lang, word)
            much *= _OWN if is_own else _OTHER
            found[lang, word] = forms, max(much, found.get((lang, word), (forms, 0.0))[1])
        return found

    def _weigh(self, lang: str, word: str) -> tuple[frozenset[str], float]:
        """Return the forms of a word in the clauses, and how telling it is.

        The forms of an English word are those of what the clauses may mean.
        """
        key = lang, word
        if key not in self._weighed:
            forms = frozenset([word]) if lang == "zh" else find_alike(word, self._vocabulary)
            seen = sum(self._counts[lang][one] for one in forms)
            much = log(1 + len(self.all) / (seen or 1)) * (1 if seen else _UNSEEN)
            self._weighed[key] = forms, much
        return self._weighed[key]

    @cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        return by_beginning(set(self._by_word["en"]))


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
