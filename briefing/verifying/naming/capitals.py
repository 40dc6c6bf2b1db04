"""English words with a capital that are nearly a word of a known name, or are in none at all."""

import re
from collections.abc import Iterator
from functools import cached_property

from briefing.model.records import Person, Place
from briefing.names.glosses import is_english
from briefing.names.stems import root
from briefing.names.tables import words_of
from briefing.verifying.naming.joined import without_water
from briefing.verifying.naming.likeness import PROPER, is_near, looks_pinyin
from briefing.verifying.naming.naming import Entry, Mention, Names, placed_tokens, tokens
from briefing.verifying.naming.standing import (
    Standing,
    family_names,
    list_cities,
    spell_provinces,
)
from briefing.verifying.naming.strangers import Near, touches

_SHORTEST_NAME, _SHORTEST_WORD = 3, 4
_LONG_WORD = 9
_CAPITALS = re.compile(r"[A-Z][a-z]")
_PARTICIPLE = re.compile("(?:[a-z]+(?:ed|ing)|laid|built|held|led|drawn|given|seen|made|run)$")


def _is_common(word: str, *, initial: bool) -> bool:
    """Return whether a word is no name by itself: Commissioned in 2031, which is no commission."""
    if initial and _PARTICIPLE.match(word) and not looks_pinyin(word):
        return True
    return word in words_of("common_words.txt") or len(word) < _SHORTEST_NAME


def _is_spelt_otherwise(entry: Entry) -> bool:
    """Return whether a name may be spelt in more ways than one: it is no pinyin, or has a dot."""
    record = entry.record
    if isinstance(record, Person):
        return "·" in record.title.zh
    if not isinstance(record, Place):
        return False
    first = (record.title.en or "").split()[:1]
    return not all(map(looks_pinyin, map(str.lower, first)))


def _sounds_alike(one: str, other: str) -> bool:
    """Return whether two spellings of a name have the same consonants: Mamut, Mamuti."""
    return re.sub("[aeiouyü]", "", one) == re.sub("[aeiouyü]", "", other)


class CapitalWords:
    """The words of the English names of some articles, with which those of a memo are compared."""

    def __init__(self, names: Names, standing: Standing) -> None:
        self._names = names
        self._standing = standing
        self._found_like: dict[str, str] = {}

    def find(
        self,
        text: str,
        taken: list[tuple[int, int]],
        mentions: list[Mention],
        *,
        is_title: bool,
    ) -> Iterator[Near]:
        """Yield the words with a capital that are nearly a word of a known name, or are unknown."""
        before = ""
        for word, start, end in placed_tokens(text):
            initial, family, before = not before, before, word
            if text[start - 1 : start] in ("“", '"', "‘", ":"):
                initial = True
            if touches(start, end, taken) or not _CAPITALS.match(text, start):
                continue
            if _is_common(word, initial=initial) or self._is_transcribed(word, family):
                continue
            is_part = word in self._given or self._is_only_a_part(word)
            if is_part or self._standing.is_aside(text, list_cities(word), mentions):
                yield Near(start, end)
                continue
            like = "" if self._is_known(word) else self._like(word)
            stands = self._standing.spells(word) and not self._is_of_family(like, family)
            if self._is_known(word) or stands or (initial and is_english(word)):
                continue
            # So short a name may only be spelt otherwise: Urat, Urad.
            if like and len(word) > _SHORTEST_WORD:
                entries = self._entries_of(like)
                is_person = any(isinstance(one.record, Person) for one in entries)
                slipped = is_person or word not in family_names()
                slipped &= not all(map(_is_spelt_otherwise, entries))
                slipped &= word not in spell_provinces()  # Henan is none for Hunan
                yield Near(start, end, entries, like) if slipped else Near(start, end)
            elif word in words_of("function_words.txt"):
                continue  # when is no slip for Chen
            elif like or not (is_title or self._is_ordinary(word, initial=initial)):
                yield Near(start, end)

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The first words of English names."""
        return frozenset(words[0] for words in self._names.english)

    @cached_property
    def _given(self) -> frozenset[str]:
        """The given names of people, which stand for nobody by themselves."""
        people = [one for each in self._names.articles for one in each.of(Person)]
        return frozenset(word for one in people for word in tokens(one.name.en or "")[1:])

    @cached_property
    def _joined(self) -> frozenset[str]:
        """The words of English names that are joined, each of which names a place of its own."""
        return frozenset(
            word
            for article in self._names.articles
            for _, record in article.records()
            for run in re.findall(r"\b\w++(?:[–-]\w++)+", record.title.en or "")
            for word in tokens(run)
        )

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words of English names that are no common words."""
        common: set[str] = set()
        for article in self._names.articles:
            for _, record in article.records():
                for word in re.findall(r"(?<![.“\"'‘] )\b[a-z]+\b", record.title.en or ""):
                    common.add(word)
        return frozenset(
            word
            for words, entries in self._names.english.items()
            if any(isinstance(one.record, PROPER) for one in entries)
            for word in words
            if len(word) >= _SHORTEST_WORD and word not in common
        )

    def _is_transcribed(self, word: str, before: str) -> bool:
        """Return whether a word and the one before it spell a name with a dot in another way."""
        return any(
            _sounds_alike(word, own) and (not at or _sounds_alike(before, names[at - 1]))
            for names in self._transcribed
            for at, own in enumerate(names)
        )

    @cached_property
    def _transcribed(self) -> list[tuple[str, ...]]:
        """The words of the English names of people whose Chinese ones have a dot."""
        people = (one for each in self._names.articles for one in each.of(Person))
        return [tokens(one.name.en or "") for one in people if "·" in one.name.zh]

    def _is_of_family(self, given: str, family: str) -> bool:
        """Return whether a person of a family has a given name: a like one is a slip of it."""
        people = (one.record for one in self._entries_of(given) if given)
        names = (tokens(one.title.en or "") for one in people if isinstance(one, Person))
        return any(family in name[:1] for name in names)

    def _is_known(self, word: str) -> bool:
        """Return whether a word is one of a known name, or a form of one: Textile, Tibetan."""
        vocabulary = self._names.vocabulary
        forms = (word, f"{word}s", word.removesuffix("s"), word.removesuffix("an"))
        if (river := without_water(word)) != word and river in vocabulary:
            return True
        return any(one in vocabulary for one in forms if len(one) >= _SHORTEST_WORD or one == word)

    def _is_only_a_part(self, word: str) -> bool:
        """Return whether a word is a part of a name that stands for nothing by itself.

        A part that is spelt as the text has it may be a short name, unless it is a province.
        """
        if word not in self._parts or not looks_pinyin(word):
            return False
        return word in spell_provinces() or not self._standing.spells(word)

    @cached_property
    def _parts(self) -> frozenset[str]:
        return self.proper - self._joined - self._firsts

    def _is_ordinary(self, word: str, *, initial: bool) -> bool:
        """Return whether a word with a capital is no name.

        It begins a sentence, or means what stands in the Chinese of the articles.
        """
        if initial:
            return not looks_pinyin(word) or is_english(word)
        return root(word) in self._standing.meant

    def _like(self, word: str) -> str:
        """Return the word of a known name that a word is but for a letter or two, if any."""
        if len(word) < _SHORTEST_WORD:
            return ""
        if word not in self._found_like:
            most = 2 if len(word) >= _LONG_WORD else 1
            near = (one for one in sorted(self.proper) if is_near(one, word, most))
            self._found_like[word] = next(near, "")
        return self._found_like[word]

    def _entries_of(self, word: str) -> tuple[Entry, ...]:
        for words, entries in self._names.english.items():
            if word in words and entries and isinstance(entries[0].record, PROPER):
                return tuple(entries)
        return ()
