"""Finds the clauses of the texts that tell the same as a sentence of a memo.

What a clause has of the words of a sentence is weighed by how telling they are. English is held
against what the Chinese may mean.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checks.evidence import Held
from briefing.checks.once import once
from briefing.model.article import Article
from briefing.model.records import Organisation, Person, Place, Project, Record
from briefing.model.text import SourceText
from briefing.verifying.aligning.clause import (
    Clause,
    is_amount,
    is_named,
    names_record,
    read_clauses,
)
from briefing.verifying.aligning.shares import Shares
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.reading import find_tellers, find_tellers_of
from briefing.verifying.sentences import Sentence

_ALIGNED, _NEAREST = 0.35, 0.7
"""The least share of what a sentence tells that a clause must have which tells the same, and the
least part of what the best one has."""
CLOSE = 0.45
"""The least share of a clause that clearly tells the same."""
_EXACT = 1e-9
_SEMICOLON = re.compile("[；;]")
_COMMA = re.compile("[，；：！？。,;:!?]")
"""What parts of a sentence stand between, and what units of these do."""
MOST_ASKED = 12
"""Of a sentence, so many words of a kind at most are taken out to align what is left."""
_NAMED = (Place, Person, Project, Organisation)


class Unit(NamedTuple):
    """What stands between two commas of a text, with its clauses: several where it has brackets."""

    text: str
    clauses: list[Clause]


class Clauses:
    """The clauses of some texts; ``texts`` are by the ids of their articles."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = [one for one in articles if one.source.id in texts]
        self.texts = texts
        self._having: dict[object, frozenset[int]] = {}
        self._last: tuple[list[Mention] | None, Collection[int]] = None, ()

    @cached_property
    def all(self) -> list[Clause]:
        """The clauses of the texts, in order."""
        return [
            one
            for article in self._articles
            for one in read_clauses(article, self.texts[article.source.id])
        ]

    @cached_property
    def _shares(self) -> Shares:
        return Shares(self.all)

    @cached_property
    def amounts(self) -> tuple[Held, ...]:
        """Every value in the texts that counts or measures something."""
        return tuple(held for one in self.all for held in one.held if is_amount(held))

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
        return self.align(sentence, at, mentions, CLOSE)

    def align_beyond_names(
        self, sentence: Sentence, at: int, mentions: list[Mention], least: float = _ALIGNED
    ) -> list[Clause]:
        """Return the same as :meth:`align`, or else what tells most of a sentence but for names.

        A text goes on about a place or a person in paragraphs that do not name it.
        """
        if found := self.align(sentence, at, mentions, least):
            return found
        for one in mentions:
            if any(isinstance(entry.record, _NAMED) for entry in one.entries):
                sentence = sentence.without(one.start, one.end)
        return self.align(sentence, at, [], least)

    def list_best(self, sentence: Sentence) -> list[Clause]:
        """Return, for each clause of a sentence, the clause that has most of what it tells, if any.

        It may have little of it.
        """
        best = (next(self.rank(sentence, start, []), None) for start, _ in sentence.clauses)
        return [one for _, one in filter(None, best)]

    def align_rest(self, sentence: Sentence, start: int, end: int, at: int) -> list[Clause]:
        """Return the clauses that clearly tell a sentence, but for the words of a span.

        What is told at an offset counts most, or else at the beginning.
        """
        rest = sentence.without(start, end)
        return self.align_closely(rest, at, []) or self.align_closely(rest, 0, [])

    def find_told(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        at: int,
        proved: set[tuple[str, int]],
        beside: list[Clause],
    ) -> list[Clause]:
        """Return the clauses that tell a sentence, but for the words of a span.

        Of the paragraphs that are ``proved`` to tell something of it, by article and number, it is
        the one that tells most of what stands at an offset or at the beginning, or else one of
        those ``beside``, which have a number of the sentence.
        """
        rest = sentence.without(start, end)
        ranked = [one for place in (at, 0) for _, one in self.rank(rest, place, [])]
        told = [one for one in ranked if (one.article.source.id, one.paragraph) in proved]
        return told[:1] or beside[:1] or self.align_rest(sentence, start, end, at) or ranked[:1]

    def sentences_of(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        """Yield all clauses of the sentences that some clauses are of, each sentence once."""
        for one in {id(one.sentence): one for one in clauses}.values():
            yield from self._of_sentence[id(one.sentence)]

    def text_up_to(self, clause: Clause) -> str:
        """Return the words of the sentence of a clause up to its end."""
        found = []
        for one in self._of_sentence[id(clause.sentence)]:
            found.append(one.text)
            if one is clause:
                break
        return "\n".join(found)

    @once
    def list_telling(self, words: str) -> list[Clause]:
        """Return the clauses that a regular expression finds something in."""
        told = re.compile(words)
        return [one for one in self.all if told.search(one.text)]

    @once
    def list_naming(self, *records: Record) -> list[Clause]:
        """Return the clauses that name one of some records."""
        return [one for one in self.all if any(names_record(one.text, each) for each in records)]

    def has(self, words: str) -> bool:
        """Return whether a text has some words as they are."""
        return bool(words) and any(words in one.text for one in self.all)

    def around(self, clause: Clause) -> list[Clause]:
        """Return a clause with those before and behind it in its sentence."""
        beside = self._of_sentence[id(clause.sentence)]
        at = next(index for index, one in enumerate(beside) if one is clause)
        return beside[max(0, at - 1) : at + 2]

    def lead_to(self, clause: Clause) -> str:
        """Return the text of a clause with that of those right before it which have no number."""
        beside = self._of_sentence[id(clause.sentence)]
        at = next(index for index, one in enumerate(beside) if one is clause)
        first = next((i + 1 for i in range(at - 1, -1, -1) if beside[i].held), 0)
        return "，".join(one.text for one in beside[first : at + 1])

    def paragraph_of(self, clause: Clause) -> str:
        """Return the text of the paragraph that a clause is of."""
        return self.texts[clause.article.source.id].text_of(clause.paragraph)

    def list_sentences(self) -> Iterator[list[list[Unit]]]:
        """Yield the sentences of the texts in order, split as by :meth:`split`."""
        return map(self.split, self._of_sentence.values())

    def split(self, held: list[Clause]) -> list[list[Unit]]:
        """Return the clauses of a sentence in parts between semicolons, each of its units."""
        text, at = self.paragraph_of(held[0]), 0
        parts: list[list[Unit]] = [[]]
        for one in held:
            start = text.find(one.text, at)
            between = text[at:start]
            at = start + len(one.text)
            part = parts[-1]
            if part and _SEMICOLON.search(between):
                parts.append([Unit(one.text, [one])])
            elif part and not _COMMA.search(between):
                part[-1] = Unit(part[-1].text + between + one.text, [*part[-1].clauses, one])
            else:
                part.append(Unit(one.text, [one]))
        return parts

    @cached_property
    def _of_sentence(self) -> dict[int, list[Clause]]:
        """The clauses of each sentence, by the id of the object of its words."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for one in self.all:
            found[id(one.sentence)].append(one)
        return found

    def _naming(self, mentions: list[Mention]) -> Collection[int]:
        """Return the indexes of the clauses of the paragraphs that have all that is named.

        The clauses of a long sentence ask one after the other for the same.
        """
        if mentions != self._last[0]:
            self._last = [*mentions], self._find_naming(mentions)
        return self._last[1]

    def _find_naming(self, mentions: list[Mention]) -> Collection[int]:
        named = (
            tuple(one for one in mention.entries if isinstance(one.record, _NAMED))
            for mention in mentions
        )
        having = [self._find_having(entries) for entries in named if entries]
        return frozenset.intersection(*having) if having else range(len(self.all))

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

    def sentences_of_paragraph(self, article: Article, number: int) -> list[list[Clause]]:
        """Return the clauses of each sentence of a paragraph of an article."""
        held = {id(one.sentence): one for one in self.of_paragraph(article, number)}
        return [self._of_sentence[each] for each in held]

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

    def find_tellers_of(self, clause: Clause) -> set[str]:
        """Return the ids of the people who may have said what a clause of a text tells."""
        article = clause.article
        text = self.texts[article.source.id]
        return find_tellers_of(article, text, clause.paragraph, clause.text)

    def rank(
        self, sentence: Sentence, at: int, mentions: list[Mention]
    ) -> Iterator[tuple[float, Clause]]:
        """Yield clauses with the share that they have of what a sentence tells, best first.

        What it tells at the offset counts most. Clauses that have little of it are left out, and
        those of paragraphs that lack something that it names.
        """
        shares = self._shares.find(sentence, sentence.clause_at(at))
        clauses = self._naming(mentions) if shares else ()
        return ((share, self.all[index]) for share, index in shares if index in clauses)
