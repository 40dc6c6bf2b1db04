"""Names of a memo that are nearly known ones, and names that are not known at all."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial

from briefing.model.records import Person, Place
from briefing.model.text import SourceText
from briefing.names.people import Mention as Mentioned
from briefing.names.people import find_people
from briefing.names.pinyin import fold_pinyin, readings
from briefing.verifying.naming.capitals import CapitalWords
from briefing.verifying.naming.heads import Heads
from briefing.verifying.naming.joined import JoinedNames
from briefing.verifying.naming.naming import Entry, Mention, Names, tokens
from briefing.verifying.naming.outside import Outside
from briefing.verifying.naming.slips import Slips
from briefing.verifying.naming.standing import Standing, divisions
from briefing.verifying.naming.strangers import (
    Near,
    touches,
    unknown_bodies,
    unknown_divisions,
    unknown_english_bodies,
    unknown_items,
    unknown_provinces,
)

_HAN = re.compile("[\u3400-\u9fff]")
_SOMEBODY = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]某某?(?=说|表示|介绍|指出|认为|强调|告诉)"
)


def _is_division(mention: Mention) -> bool:
    """Return whether a name is that of a province, city or county."""
    places = (one.record for one in mention.entries if isinstance(one.record, Place))
    return any(one.kind in ("province", "city", "county") for one in places)


class NearNames:
    """Finds in sentences what is nearly a name of some articles, or no name of theirs."""

    def __init__(self, names: Names, texts: Mapping[str, SourceText]) -> None:
        self._names = names
        self._standing = Standing(names.articles, texts)
        self._heads = Heads(names, self._standing)
        self._slips = Slips(names, self._standing)
        self._capitals = CapitalWords(names, self._standing)

    @cached_property
    def _joined_names(self) -> JoinedNames:
        return JoinedNames(self._names, self._standing, self._capitals.proper)

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
            is_known = partial(self._names_place, text, mentions=mentions)
            found += unknown_counties(text, taken, self.text, is_known)
            found += self._capitals.find(text, taken, mentions, is_title=is_title)
        return found

    def _has_place(self, text: str, place: Near, mentions: list[Mention]) -> bool:
        """Return whether the articles have a place that a sentence names, and not as an aside."""
        name = text[place.start : place.end]
        is_aside = text[max(0, place.start - 1) : place.start] in ("(", "（") or any(
            name in entry.record.title.zh for one in mentions for entry in one.entries
        )
        return self._names_place(text, name, mentions, is_aside=is_aside)

    def _names_place(
        self, text: str, name: str, mentions: list[Mention], *, is_aside: bool = False
    ) -> bool:
        is_told = self._standing.has_place(name, is_aside=is_aside)
        return is_told and not self._standing.is_aside(text, [name], mentions)

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


_ENGLISH = re.compile(r"\b([A-Z][a-zü]{1,5}) County\b")
_CHINESE = re.compile("[\u3400-\u9fff]县")


def unknown_counties(
    text: str, taken: list[tuple[int, int]], chinese: str, is_known: Callable[[str], bool]
) -> Iterator[Near]:
    """Yield such counties that are real, and of which none with the same spelling ``is_known``.

    What stands in some Chinese may be spelt as a real county is, and be none.
    """
    for found in _ENGLISH.finditer(text):
        spelt = fold_pinyin(found[1]).lower().replace("ü", "u")
        counties = divisions().get(f"{spelt}xian", ())
        if not counties or touches(*found.span(), taken) or any(map(is_known, counties)):
            continue
        invented = set(_CHINESE.findall(chinese)).difference(counties)
        if not any(spelt in map(fold_pinyin, readings(one[0])) for one in invented):
            yield Near(*found.span())
