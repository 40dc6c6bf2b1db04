"""The rules on places and people that our own prose names, and the whole text does not.

What the model names is told by other rules, which hold it against its evidence.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache

from briefing.checks.context import ProofContext
from briefing.checks.owntexts import rests_on_evidence
from briefing.checks.registry import source_rule
from briefing.limits import MEMO_CHARACTERS
from briefing.model.parts import Bilingual, Part
from briefing.model.records import Person, Place, Term
from briefing.names.abroad import Names, find_abroad, list_abroad, names_abroad
from briefing.names.divisions import Candidate, find_candidates
from briefing.names.gazetteer import (
    Listed,
    lies_in,
    listed_places,
    names_of_place,
    spell_stem,
)
from briefing.names.people import find_people
from briefing.names.romanizing import usual_reading
from briefing.names.sides import SIDES
from briefing.names.spelling import known_spellings
from briefing.names.tables import toponyms
from briefing.names.treated import find_treated
from briefing.problem import Finding, message

_REGION = re.compile("[东西南北中].{0,2}亚|.+洲|中东欧?|[东欧]盟")
"""A region of the world, which a text may name by the countries in it."""
_WORD = re.compile("[^\\W\\d_][\\w’'.]*(?<![.])|U\\.S\\.")
_LONGEST = 4
"""An English name has so many words at most."""
_COUNTY = frozenset(["County", "District", "Banner"])
"""What stands behind the English name of a county, which alone may be any other name."""
_JOINED = frozenset("-–—")
_OF_ARTICLE = re.compile("文中|[原本全]文")
"""How words about the article begin that look like a name: 文中未说."""
_SENTENCE = re.compile("[^。；！？]+")
_POST = re.compile("[长记席任员授士总者事理家说]|表示|介绍|指出|强调")
"""What stands in every sentence by which somebody who is named is told from other words."""
_WATERS = {"Strait": ("海峡", "海西"), "Sea": "海", "Bay": "湾", "Gulf": "湾", "Channel": ("海峡",)}
_ALONE = "京沪渝冀豫鲁晋陕秦皖苏浙赣湘鄂粤桂闽琼黔滇辽陇蜀川疆藏蒙港澳津"
"""Characters by which a text names a province wherever they stand outside of other places."""


@source_rule(warning=True)
def place_not_named(context: ProofContext) -> Iterator[Finding]:
    """Our own prose names a division of China or a country that the text nowhere names. A warning.

    The text may have it in full, in short, by a character as in 京津冀, or by a place that lies in
    it. An English name that several places have is told only where none of them is named. Names of
    places, glosses of terms and what is `implied` are not read.

    Passes:
        # 泗洪县开建码头。
        events: [{id: start, coined: true, name: {zh: 江苏建码头},
          evidence: [{paragraph: 2, anchor: 开建码头}]}]
    Fails:
        # 泗洪县开建码头。
        events: [{id: start, coined: true, name: {zh: 南京市建码头},
          evidence: [{paragraph: 2, anchor: 开建码头}]}]
    """
    text = _Text(context)
    for _, part, _, texts in context.own_texts:
        if not rests_on_evidence(part):
            continue
        for where, own in texts:
            if not (isinstance(part, Place) and where[-1] in ("name", "short")):
                for language, name in text.find_strangers(own):
                    yield Finding(message("place-not-named", name=name), (*where, language))


class _Text:
    """What divisions and countries a text names."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._given = "\n".join(sorted(context.given_names))
        self._whole = f"{context.whole_text}\n{self._given}"
        # Our prose may name one place in thousands of texts, and each is looked for once.
        self._names = cache(self._look_for)
        self._has = cache(self._whole.__contains__)

    def find_strangers(self, own: Bilingual) -> Iterator[tuple[str, str]]:
        """Yield the places that a text of ours names and this does not, with the language."""
        known = self._context.paragraphs_containing(own.zh, 1) or own.zh in self._given
        if not known:
            yield from (("zh", name) for name in dict.fromkeys(self._find_chinese(own.zh)))
        if own.en:
            yield from (("en", name) for name in self._find_english(own.en, own.zh))

    def _find_chinese(self, text: str) -> Iterator[str]:
        before: Candidate | None = None
        for one in find_candidates(text):
            sure = is_sure(one, before) and not self._cuts_word(text, one)
            if sure and not any(map(self._names, one.places)):
                yield one.name
            before = one
        for abroad in find_abroad(text):
            if abroad.name in _countries() and abroad.name not in self._abroad:
                yield text[abroad.start : abroad.end]

    def _cuts_word(self, text: str, one: Candidate) -> bool:
        """Return whether a name may begin within a word that the text has: 资中县 in 投资中县."""
        start = one.start
        return not one.clear and start > 0 and self._has(text[start - 1 : start + 1])

    def _find_english(self, text: str, chinese: str) -> Iterator[str]:
        for name in dict.fromkeys(find_spelt(text)):
            divisions, countries = list_spelt().get(name, ((), ()))
            named = any(one.chinese[0] in self._abroad for one in countries) or any(
                map(self._names, divisions)
            )
            if named or self._is_of_water(name, text):
                continue
            if not self._may_be_spelt(name, divisions, chinese):
                yield name

    def _is_of_water(self, name: str, text: str) -> bool:
        """Return whether a name is only that of a strait or sea, as the text has: Taiwan Strait."""
        waters = re.findall(rf"\b{re.escape(name)}(?: (Strait|Sea|Bay|Gulf|Channel))?", text)
        return all(one and any(map(self._has, _WATERS[one])) for one in waters)

    def _may_be_spelt(self, name: str, divisions: Iterable[Listed], chinese: str) -> bool:
        """Return whether an English name may be that of something else: Xinyu, of 新宇公司."""
        letters = name.replace("'", "").lower()
        read = read_out(chinese)
        heard = {read_out(one.stem) for one in divisions}
        alike = (one for one in heard if one.replace(" ", "") == letters)
        return any(one in read or self._is_heard(one) for one in alike)

    def _look_for(self, place: Listed) -> bool:
        """Return whether the text names a place, or one that lies in it."""
        return (
            place.code in self._codes
            or any(map(self._has, names_of_place(place)))
            or (place.level == "province" and any(map(self._has_short, _short_names(place))))
        )

    @cached_property
    def _abroad(self) -> frozenset[str]:
        """The usual names of the countries that the text names."""
        return frozenset(one.chinese[0] for one in list_abroad() if names_abroad(self._whole, one))

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The codes of the places that the text likely names, and of those in which they lie."""
        likely = (one for one in self._candidates if not one.word and (one.full or one.clear))
        named = [place for one in likely for place in one.places]
        around = [whole for place in named for whole in lies_in(place)]
        return frozenset(place.code for place in (*named, *around))

    @cached_property
    def _candidates(self) -> list[Candidate]:
        return find_candidates(self._whole)

    @cached_property
    def _outside(self) -> str:
        """The text without the names of places."""
        pieces, at = [], 0
        for one in self._candidates:
            pieces.append(self._whole[at : one.start])
            at = one.end if one.end - one.start > 1 else one.start
        return "〇".join([*pieces, self._whole[at:]])

    def _has_short(self, character: str) -> bool:
        if character in _ALONE:
            return character in self._outside
        return bool(
            re.search(f"{character}[{_all_short()}]|[{_all_short()}]{character}", self._outside)
        )

    @cached_property
    def _is_heard(self) -> Callable[[str], bool]:
        """Whether the text, read out, has some readings."""
        return cache(read_out(self._whole).__contains__)


def is_sure(one: Candidate, before: Candidate | None) -> bool:
    """Return whether what looks like the name of a place is no other word."""
    if (
        before
        and before.end == one.start
        and any(whole in before.places for place in one.places for whole in lies_in(place))
    ):
        return True
    if one.word or one.end - one.start == 1:
        return not one.word and one.clear
    ends_in_side = one.name[-1] in SIDES.values()  # other words run into it: 黄河南岸
    is_whole = one.places[0].level != "county" and not ends_in_side
    return one.full or one.clear or is_whole


@cache
def _countries() -> frozenset[str]:
    names = (one.chinese[0] for one in list_abroad())
    return frozenset(name for name in names if not _REGION.fullmatch(name))


@cache
def list_spelt() -> dict[str, tuple[tuple[Listed, ...], tuple[Names, ...]]]:
    """Return the divisions and the countries by their English names.

    A county is there with a word such as County behind its name, too.
    """
    divisions: dict[str, list[Listed]] = {}
    for place in listed_places():
        usual = spell_stem(place)
        others = (one.title() for one in known_spellings(place.stem))
        for name in {usual, usual.replace("ü", "v"), usual.replace("ü", "u"), *others}:
            divisions.setdefault(name, []).append(place)
    countries = {
        english: one
        for one in list_abroad()
        if one.chinese[0] in _countries()
        for english in one.english
    }
    return {
        name: (tuple(divisions.get(name, ())), (countries[name],) if name in countries else ())
        for name in {*divisions, *countries}
    }


@cache
def _bare() -> frozenset[str]:
    """Return the English names that are places without a word for the kind behind them."""
    return frozenset(
        name
        for name, (divisions, countries) in list_spelt().items()
        if countries or any(one.level != "county" and not one.former for one in divisions)
    )


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which English names of places begin."""
    return frozenset(found[0] for name in list_spelt() if (found := _WORD.search(name)))


def find_spelt(text: str) -> Iterator[str]:
    """Yield the English names of places in a text, the longest at each word, none joined."""
    found = list(_WORD.finditer(text))
    begins, at = _first_words(), 0
    while at < len(found):
        sizes = range(_LONGEST, 0, -1) if found[at][0].replace("’", "'") in begins else ()
        size = next((one for one in sizes if _is_place(text, found, at, one)), 0)
        if size:
            yield " ".join(one[0] for one in found[at : at + size]).replace("’", "'")
        at += size or 1


def _is_place(text: str, found: list[re.Match[str]], at: int, size: int) -> bool:
    """Return whether so many words from one on are the name of a place."""
    run = found[at : at + size]
    start, end = run[0].start(), run[-1].end()
    name = text[start:end].replace("’", "'")
    if name not in list_spelt() or _JOINED.intersection(
        text[max(0, start - 1) : start] + text[end : end + 1]
    ):
        return False
    return name in _bare() or (at + size < len(found) and found[at + size][0] in _COUNTY)


@cache
def _short_names(place: Listed) -> tuple[str, ...]:
    return tuple(one for one, name in toponyms("character").items() if name == place.name)


@cache
def _all_short() -> str:
    return "".join(toponyms("character"))


class _Readings(dict[int, str]):
    """The usual reading of each character, with a blank behind it, as it is asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = f"{usual_reading(chr(code)) or '?'} "
        return self[code]


_READINGS = _Readings()


@lru_cache(maxsize=32)  # a text stays known while the names beside it are read out
def read_out(text: str) -> str:
    """Return the usual readings of the characters of a text, with a blank around each."""
    return f" {text.translate(_READINGS)}"


_BLANKS = re.compile("(?<=[\u4e00-\u9fff·•・])[ \u3000]+(?=[\u4e00-\u9fff·•・])")
"""The blanks inside names: 某某 · 某某, 王　某."""


@source_rule(warning=True)
def person_not_named(context: ProofContext) -> Iterator[Finding]:
    """Our own Chinese prose names a person whose name the text does not have. A warning.

    People are found as `person-not-covered` finds them, in the first {MEMO_CHARACTERS:,} characters
    of sentences that tell of a post or of speech and are not copied. Names of people are not read,
    of which `name-not-found` tells, nor are glosses of terms.

    Passes:
        # 县长甲某说，码头开工了。
        events: [{id: start, coined: true, name: {zh: 县长甲某说开工了},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 县长甲某说，码头开工了。
        events: [{id: start, coined: true, name: {zh: 县长王明说开工了},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    """
    text, left = context.whole_text, MEMO_CHARACTERS
    closed = _BLANKS.sub("", text)
    for _, part, _, texts in context.own_texts:
        for where, own in texts:
            if isinstance(part, Term) or _is_name(part, where[-1]):
                continue
            for sentence in _SENTENCE.findall(own.zh):
                if not _POST.search(sentence) or sentence in text:
                    continue
                left -= len(sentence)
                if left < 0:
                    return
                for name in _list_people(sentence):
                    if _BLANKS.sub("", name) not in closed and not _OF_ARTICLE.match(name):
                        yield Finding(message("person-not-named", name=name), (*where, "zh"))


def _list_people(sentence: str) -> list[str]:
    """Return the people whom a sentence names, as they are found in the article."""
    return sorted(find_treated([sentence], [(1, one) for one in find_people(sentence)]))


def _is_name(part: Part, field: str | int) -> bool:
    return isinstance(part, (Person, Place)) and field in ("name", "short")
