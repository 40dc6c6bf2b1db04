"""Finds the projects and plans of which a sentence speaks without their whole names."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from math import log

from briefing.model.article import Article
from briefing.model.records import Organisation, Place, Project, Strategy
from briefing.verifying.inverting import invert
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_words

_SPOKEN_OF = 0.45
_OF_PARTNER = 0.2


class Projects:
    """Finds the projects that a sentence speaks of without their whole names."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._words: list[tuple[Entry, dict[str, frozenset[str]]]] = []
        for article in articles:
            for record in (*article.of(Project), *article.of(Strategy)):
                words = {
                    lang: frozenset(one.word for one in read_words(text or "", lang))
                    for lang, text in (("zh", record.title.zh), ("en", record.title.en))
                }
                self._words.append((Entry(article, record), words))
        self._weighed: dict[tuple[int, str], tuple[dict[str, float], float]] = {}
        self._counts = Counter(
            word for _, words in self._words for lang in words for word in words[lang]
        )

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[int]]]:
        """The indexes of the projects whose names have each word, by language."""
        return {
            lang: invert((at, words[lang]) for at, (_, words) in enumerate(self._words))
            for lang in ("zh", "en")
        }

    def _weigh(self, at: int, language: str) -> tuple[dict[str, float], float]:
        """Return how telling each word of a project's name is, and all of them together."""
        key = at, language
        if key not in self._weighed:
            size = len(self._words)
            words = sorted(self._words[at][1][language])
            weights = {one: log(1 + size / self._counts[one]) for one in words}
            self._weighed[key] = weights, sum(weights.values())
        return self._weighed[key]

    def find(self, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
        """Return the project that each clause speaks of most, where it names none."""
        found = []
        for first, last in sentence.parts:
            inside = [one for one in mentions if first <= one.start < last]
            if not any(
                isinstance(e.record, (Project, Strategy)) for m in inside for e in m.entries
            ):
                found += self._find(sentence, inside, first, last)
        named = any(isinstance(e.record, (Project, Strategy)) for m in mentions for e in m.entries)
        return found if found or named else self._find(sentence, mentions, 0, len(sentence.text))

    def _find(
        self, sentence: Sentence, mentions: list[Mention], first: int, last: int
    ) -> list[Mention]:
        said = {one.word: one.at for one in sentence.words if first <= one.at < last}
        bodies = {one for mention in mentions for one in mention.ids(Organisation)}
        places = {one for mention in mentions for one in mention.ids(Place)}
        theirs = [
            entry
            for entry, _ in (self._words if bodies else ())
            if bodies.intersection(getattr(entry.record, "partners", ()))
        ]
        best: tuple[float, Mention] | None = None
        indexed = self._by_word[sentence.language]
        spoken = {at for word in said for at in indexed.get(word, ())}
        for at in sorted(spoken):
            entry = self._words[at][0]
            if theirs and entry not in theirs:
                continue
            weights, total = self._weigh(at, sentence.language)
            shared = [one for one in weights if one in said]
            share = sum(weights[one] for one in shared) / (total or 1)
            told_by_side = entry in theirs or _joins(entry, places)
            enough = (
                share > _OF_PARTNER if told_by_side else share >= _SPOKEN_OF and len(shared) > 1
            )
            if enough and (best is None or share > best[0]):
                start = min(said[one] for one in shared)
                end = max(said[one] for one in shared) + 2
                best = share, Mention(start, end, sentence.text[start:end], (entry,))
        return [best[1]] if best else []


def _joins(entry: Entry, places: set[str]) -> bool:
    """Return whether a project lies in several places, which are all named."""
    own = set(getattr(entry.record, "places", ()))
    return isinstance(entry.record, Project) and len(own) > 1 and own <= places
