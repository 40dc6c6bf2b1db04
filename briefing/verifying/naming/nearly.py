"""Names of a memo that are nearly known ones, and names that are not known at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from briefing.model.records import Person, Place
from briefing.model.text import SourceText
from briefing.names.glosses import is_english
from briefing.names.people import Mention as Mentioned
from briefing.names.people import find_people
from briefing.names.stems import root
from briefing.names.tables import words_of
from briefing.verifying.naming.heads import Heads
from briefing.verifying.naming.joined import JoinedNames, without_water
from briefing.verifying.naming.likeness import (
    PROPER,
    is_near,
    looks_pinyin,
)
from briefing.verifying.naming.naming import Entry, Mention, Names, placed_tokens, tokens
from briefing.verifying.naming.outside import Outside
from briefing.verifying.naming.slips import Slips
from briefing.verifying.naming.standing import (
    Standing,
    family_names,
    list_cities,
    spell_provinces,
)
from briefing.verifying.naming.strangers import (
    Near,
    touches,
    unknown_bodies,
    unknown_divisions,
    unknown_english_bodies,
    unknown_items,
    unknown_offices,
    unknown_provinces,
)
from briefing.verifying.wording import pattern

_HAN = re.compile("[\u3400-\u9fff]")
_SHORTEST_NAME, _SHORTEST_WORD = 3, 4
_LONG_WORD = 9
_SOMEBODY = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]某某?(?=说|表示|介绍|指出|认为|强调|告诉)"
)
_CAPITALS = re.compile(r"[A-Z][a-z]")


_PARTICIPLE = re.compile("(?:[a-z]+(?:ed|ing)|laid|built|held|led|drawn|given|seen|made|run)$")


def _is_common(word: str, *, initial: bool) -> bool:
    """Return whether a word is no name by itself: Commissioned in 2031, which is no commission."""
    if initial and _PARTICIPLE.match(word) and not looks_pinyin(word):
        return True
    return word in words_of("common_words.txt") or len(word) < _SHORTEST_NAME


def _is_division(mention: Mention) -> bool:
    """Return whether a name is that of a province, city or county."""
    places = (one.record for one in mention.entries if isinstance(one.record, Place))
    return any(one.kind in ("province", "city", "county") for one in places)


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


class NearNames:
    """Finds in sentences what is nearly a name of some articles, or no name of theirs."""

    def __init__(self, names: Names, texts: Mapping[str, SourceText]) -> None:
        self._names = names
        self._standing = Standing(names.articles, texts)
        self._heads = Heads(names, self._standing)
        self._slips = Slips(names, self._standing)
        self._found_like: dict[str, str] = {}

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
    def _proper(self) -> frozenset[str]:
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

    @cached_property
    def _joined_names(self) -> JoinedNames:
        return JoinedNames(self._names, self._standing, self._proper)

    def find(
        self, text: str, mentions: list[Mention], language: str, *, is_title: bool
    ) -> list[Near]:
        """Return what is nearly a name, or an unknown one, outside the known names of a text."""
        taken = [(one.start, one.end) for one in mentions]
        if language == "en":
            taken += self._outside.find_known(text)
        found = list(self._slips.find(text, taken))
        found += self._heads.find(text, taken)
        if language == "en":
            found += self._joined_names.find_unknown(text, taken)
            taken += self._joined_names.find_known(text)
        taken += [(one.start, one.end) for one in found]
        bodies = unknown_bodies(text, taken)
        found += (one for one in bodies if not self._has_body(text, one, mentions))
        around = [*taken, *((one.start, one.end) for one in found)]
        found += unknown_offices(text, around, self.text)
        found += unknown_items(text, mentions)
        for find_unknown in (unknown_provinces, unknown_divisions):
            unknown = find_unknown(text, [*taken, *((one.start, one.end) for one in found)])
            found += (one for one in unknown if not self._has_place(text, one, mentions))
        found += self._outside.find(text, [*taken, *((one.start, one.end) for one in found)])
        found += self._unknown_people(text, [*taken, *((one.start, one.end) for one in found)])
        if language == "en" and not is_title:
            found += [
                one
                for one in unknown_english_bodies(text, mentions)
                if not self._is_part(tokens(text[one.start : one.end]))
            ]
        if language == "en":
            found += self._english(text, taken, mentions, is_title=is_title)
        return found

    def _has_place(self, text: str, place: Near, mentions: list[Mention]) -> bool:
        """Return whether the articles have a place that a sentence names, and not as an aside."""
        name = text[place.start : place.end]
        return self._standing.has_place(name) and not self._is_aside(text, [name], mentions)

    def _is_aside(self, text: str, names: Sequence[str], mentions: list[Mention]) -> bool:
        """Return whether a model has a place in an explanation alone of what a sentence lacks.

        A sentence that tells of a line may name the places that it joins.
        """
        if not names or any(pattern("line", one).search(text) for one in ("en", "zh")):
            return False
        return self._standing.is_aside(names, mentions)

    def _has_body(self, text: str, body: Near, mentions: list[Mention]) -> bool:
        """Return whether the articles have a body, and have it with the name right before it.

        The place in which a body lies may be told before its name: 晋中示例集团.
        """
        begins = (one.start for one in mentions if one.end == body.start and not _is_division(one))
        return all(
            self._standing.has_body(text[start : body.end]) for start in (body.start, *begins)
        )

    @property
    def text(self) -> str:
        """All Chinese that the articles and their texts have."""
        return self._standing.text

    @cached_property
    def _outside(self) -> Outside:
        return Outside(self._standing.text)

    def _is_part(self, words: tuple[str, ...]) -> bool:
        """Return whether words stand together in a known English name."""
        written = f" {' '.join(words)} ".replace(" the ", " ")
        return any(written in f" {' '.join(name)} " for name in self._names.english)

    def _unknown_people(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Near]:
        if not _HAN.search(text):
            return
        unnamed = (Mentioned(*one.span(), one[0]) for one in _SOMEBODY.finditer(text))
        for person in (*find_people(text), *unnamed):
            if touches(person.start, person.end, taken) or person.name in self._standing.text:
                continue
            like = [
                (name, entries)
                for name, entries in self._people
                if len(name) == len(person.name)
                and sum(map(str.__ne__, name, person.name)) == 1
                and (len(name) > 2 or name[0] == person.name[0])
            ]
            name, entries = like[0] if like else ("", [])
            yield Near(person.start, person.end, tuple(entries), name)

    @cached_property
    def _people(self) -> list[tuple[str, list[Entry]]]:
        """The Chinese names of people."""
        return [
            (name, entries)
            for name, entries in self._names.chinese.items()
            if any(isinstance(one.record, Person) for one in entries)
        ]

    def _english(
        self,
        text: str,
        taken: list[tuple[int, int]],
        mentions: list[Mention],
        *,
        is_title: bool,
    ) -> Iterator[Near]:
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
            if is_part or self._is_aside(text, list_cities(word), mentions):
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
        return self._proper - self._joined - self._firsts

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
            near = (one for one in sorted(self._proper) if is_near(one, word, most))
            self._found_like[word] = next(near, "")
        return self._found_like[word]

    def _entries_of(self, word: str) -> tuple[Entry, ...]:
        for words, entries in self._names.english.items():
            if word in words and entries and isinstance(entries[0].record, PROPER):
                return tuple(entries)
        return ()
