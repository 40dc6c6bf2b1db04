"""What stands in the Chinese of some articles and their texts, and is therefore no unknown name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain, product

from briefing.model.article import Article
from briefing.model.parts import parts
from briefing.model.records import Place
from briefing.model.text import SourceText
from briefing.names.divisions import find_candidates
from briefing.names.gazetteer import lies_in, listed_places, places_by_name
from briefing.names.glosses import meanings_of
from briefing.names.pinyin import fold_pinyin, readings
from briefing.names.romanizing import usual_reading
from briefing.names.sides import SIDES
from briefing.names.tables import surnames
from briefing.verifying.naming.naming import Mention
from briefing.verifying.wording import pattern, read_lines

_HAN = re.compile("[\u3400-\u9fff]")
_CORRIDORS = "corridor", "走廊"
_JOINT = "(?:[至到—–-]*|[至到][\u4e00-\u9fff]{2,4}?|[、和与])"
_LINE = "[\u4e00-\u9fff]{0,8}(?:路|线|高速|高铁|走廊|大桥|隧道|通道|航线|运河|管道|电缆)"
_SHORT_LINE = "[一-鿿]{0,4}(?:路|线|段|高速|高铁|城际|走廊|通道|管道|运河|铁)"
_MIDDLE = re.compile(
    "[\u4e00-\u9fff]{0,12}(?:[（(][\u4e00-\u9fff]{2,6}[）)][\u4e00-\u9fff]{0,12})?"
)
"""What may stand between the beginning and the end of a body's name: 甲乙（青川）材料公司."""


@cache
def spell_provinces() -> frozenset[str]:
    """Return the names of the provinces in pinyin."""
    return frozenset(
        one for name in pattern("province-name", "zh").pattern.split("|") for one in _spell(name)
    )


@cache
def name_province() -> dict[str, str]:
    """Return the short names of provinces by the characters that stand for them."""
    return dict(line.split("\t") for line in read_lines("provinces.tsv"))


def shorten_place(name: str) -> str:
    """Return the characters by one of which the name of a line calls a place at its end."""
    return "".join(one for one, of in name_province().items() if of == name) or name[:1]


_Otherwise = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def name_otherwise() -> _Otherwise:
    """Return places that are called otherwise than pinyin has them, by the first English word.

    Each has its words and its Chinese: Urad Front is 乌拉特前, northern Anhui 皖北.
    """
    found: _Otherwise = {}

    def add(words: tuple[str, ...], *names: str) -> None:
        found.setdefault(words[0], []).extend((words, name) for name in names)

    for place in listed_places():
        if place.spelling:
            words = tuple(re.findall("[a-z]+", fold_pinyin(place.spelling)))
            add(words, place.stem, place.name)
        if place.level == "province":
            name = fold_pinyin(place.spelling) or "".join(map(_usual, place.stem))
            for side, written in (*SIDES.items(), ("central", "中")):
                for short in shorten_place(place.stem):
                    if short + written in places_by_name():
                        continue  # 晋中 is a city
                    add((side, name), short + written)
                    add((f"{side}ern", name), short + written)
    return found


def _usual(character: str) -> str:
    return usual_reading(character) or ""


@cache
def divisions() -> dict[str, frozenset[str]]:
    """Return the Chinese names of provinces, cities and counties by their spelling."""
    found: dict[str, set[str]] = {}
    for place in listed_places():
        name = place.stem if len(place.stem) > 1 else place.name
        if place.spelling and name == place.stem:
            first, *rest = fold_pinyin(place.spelling).replace("'", "").split()
            found.setdefault(first, set()).add(name[:2] if rest else name)
        else:
            found.setdefault("".join(map(_usual, name)), set()).add(name)
    return {spelling: frozenset(names) for spelling, names in found.items()}


@cache
def _cities() -> frozenset[str]:
    """Return the short names of the prefectures and cities of their level."""
    return frozenset(one.stem for one in listed_places() if one.level == "city")


def list_cities(spelling: str) -> list[str]:
    """Return the short names of the prefectures that are spelt so, in small letters."""
    return [one for one in divisions().get(spelling, ()) if one in _cities()]


@cache
def family_names() -> frozenset[str]:
    """Return the Chinese family names in pinyin, in small letters without tone marks."""
    return frozenset(one for name in surnames() for one in _spell(name))


def shortens(some: str, whole: str) -> bool:
    """Return whether some characters are others with characters left out: 发改委."""
    rest = iter(whole)
    return all(one in rest for one in some)


def _spell(han: str) -> Iterator[str]:
    return map("".join, product(*map(_read, han)))


@cache
def _read(character: str) -> tuple[str, ...]:
    """Return the readings of a Chinese character in small letters without tone marks."""
    return tuple(map(fold_pinyin, readings(character))) if _HAN.match(character) else ()


class Standing:
    """The Chinese of some articles; ``texts`` are source texts by the articles' ids."""

    def __init__(self, articles: Iterable[Article], texts: Mapping[str, SourceText]) -> None:
        self._articles = tuple(articles)
        self._texts = texts
        self._bodies: dict[tuple[str, str], tuple[str, ...]] = {}
        self._heads: dict[str, set[str]] = {}

    @cached_property
    def text(self) -> str:
        """All Chinese that the articles and their texts have, in which what stands is no slip."""
        held = [one.text for text in self._texts.values() for one in text.paragraphs]
        held += [
            text
            for article in self._articles
            for _, part in article.all_parts
            for text in (getattr(part, "zh", None), getattr(part, "anchor", None))
            if isinstance(text, str)
        ]
        return "\n".join(held)

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The short names of the provinces in which the cities of the articles lie."""
        cities = [
            place
            for article in self._articles
            for one in article.of(Place)
            if one.kind == "city"
            for place in places_by_name().get(one.name.zh, ())[:1]
        ]
        return frozenset(above.stem for one in cities for above in lies_in(one))

    def is_aside(self, text: str, names: Iterable[str], mentions: Iterable[Mention]) -> bool:
        """Return whether a model alone has a place, and tells it of what a sentence does not name.

        An explanation of the name of a railway tells of which cities it is made. A sentence that
        tells of a line may name the places that it joins; a corridor joins none. ``names`` are
        Chinese names of the place.
        """
        told = [name for name in names if name in self.text]
        lines = (found[0] for one in ("en", "zh") for found in pattern("line", one).finditer(text))
        if not told or any(one.lower() not in _CORRIDORS for one in lines):
            return False
        if not self._texts or any(name in text for text in self._own_texts for name in told):
            return False
        named = {entry.record.id for one in mentions for entry in one.entries}
        owners = {owner for name in told for owner in self._find_owners(name)}
        return bool(owners) and not owners & named

    @cached_property
    def _own_texts(self) -> list[str]:
        """The texts of the articles, whole."""
        return ["\n".join(one.text for one in text.paragraphs) for text in self._texts.values()]

    def _find_owners(self, name: str) -> set[str]:
        """Return the ids of the records of which a model tells something with a name in it.

        What such a record is about counts as well.
        """
        return {
            owner
            for article in self._articles
            for _, record in article.records()
            if any(name in (getattr(part, "zh", None) or "") for _, part in parts(record))
            for owner in (record.id, *getattr(record, "about", ()))
        }

    def has_place(self, name: str, *, is_aside: bool = False) -> bool:
        """Return whether a place stands in the Chinese of the articles, or is a province of it.

        A place in brackets is a part of a name, and counts for what ``is_aside`` as well alone.
        """
        text = self.text if is_aside else self._without_brackets
        if name in text or name in self.provinces:
            return True
        stems = {one.stem for one in places_by_name().get(name, ()) if len(one.stem) > 1}
        return any(one in text or one in self.provinces for one in stems)

    @cached_property
    def _without_brackets(self) -> str:
        return re.sub("[（(][\u4e00-\u9fff]{2,3}[)）](?=[\u4e00-\u9fff])", " ", self.text)

    @cached_property
    def meant(self) -> frozenset[str]:
        """The stems of what the Chinese of the articles may mean in English."""
        return meanings_of(self.text)

    def heads_of(self, rest: str) -> set[str]:
        """Return what two characters stand before others in the Chinese of the articles."""
        if rest not in self._heads:
            starts = (found.start() for found in re.finditer(re.escape(rest), self.text))
            self._heads[rest] = {self.text[max(0, at - 2) : at] for at in starts}
        return self._heads[rest]

    def spells(self, word: str) -> bool:
        """Return whether a word in small letters is how the articles' Chinese may be spelt.

        The name of a province, city or county is so only where it stands there itself.
        """
        if names := divisions().get(word):
            cities = list_cities(word)
            standing = [one for one in names if one in self.text or one in self.provinces]
            if cities and standing and not set(cities) & set(standing):
                return any(one in self._divisions for one in standing)  # 大通道 has no Datong
            return bool(standing)
        return word in self._spelt

    @cached_property
    def _divisions(self) -> frozenset[str]:
        """The provinces, cities and counties that the Chinese of the articles names."""
        found = (one for one in find_candidates(self.text) if one.full or not one.word)
        return frozenset(self.text[one.start : one.end][:size] for one in found for size in (2, 3))

    @cached_property
    def _spelt(self) -> frozenset[str]:
        """What two or three characters in a row of the Chinese of the articles are in pinyin."""
        text = self.text
        rows = {text[at : at + size] for size in (2, 3) for at in range(len(text) - size + 1)}
        return frozenset(chain.from_iterable(map(_spell, rows)))

    def joins(self, begins: Iterable[str], ends: Iterable[str], *, as_line: bool = True) -> bool:
        """Return whether two places stand together, as the ends of a line or at all: 江山至玉山.

        They may be told by one character each, as in 文蒙铁路 and 陇电入鲁.
        """
        line = _LINE if as_line else ""
        return any(
            re.search(f"{re.escape(one)}[市县区]?{_JOINT}{re.escape(other)}{line}", self.text)
            or any(
                re.search(f"{a}(?:{b}{_SHORT_LINE}|[电气煤水][入送]{b})", self.text)
                for a, b in product(shorten_place(one), shorten_place(other))
            )
            for one, other in product(begins, ends)
        )

    def has_body(self, body: str) -> bool:
        """Return whether the articles have the name of a body, or a longer one that it shortens."""
        ends = body[:2], body[-2:]
        if ends not in self._bodies:
            self._bodies[ends] = tuple(self._list_between(*ends))
        return any(shortens(body, one) for one in self._bodies[ends]) or body in self.text

    def _list_between(self, begin: str, end: str) -> Iterator[str]:
        """Yield the longest names of the articles that begin and end so."""
        first, second = map(re.escape, begin)
        for found in re.finditer(f"{first}(?={second})", self.text):
            run = _MIDDLE.match(self.text, found.end() + 1)
            last = run and self.text.rfind(end, found.end() + 1, run.end() + len(end))
            if last and last >= 0:
                yield self.text[found.start() : last + len(end)]
