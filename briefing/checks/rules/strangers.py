"""The rules on places and people that our own prose names, and the whole text does not.

What the model names is told by other rules, which hold it against its evidence.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.owntexts import rests_on_evidence
from briefing.checks.registry import source_rule
from briefing.limits import MEMO_CHARACTERS
from briefing.model.parts import Bilingual, Part
from briefing.model.records import Person, Place, Term
from briefing.names.abroad import find_abroad, list_abroad, names_abroad
from briefing.names.divisions import Candidate, find_candidates, is_sure
from briefing.names.gazetteer import Listed, lies_in, names_of_place
from briefing.names.people import find_people
from briefing.names.romanizing import read_out
from briefing.names.spelt import find_spelt, list_countries, list_spelt
from briefing.names.tables import toponyms
from briefing.names.treated import find_treated
from briefing.problem import Finding, message

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


class _Text(Lookup):
    """What divisions and countries a text names."""

    def __init__(self, context: ProofContext) -> None:
        super().__init__(context)
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
            if abroad.name in list_countries() and abroad.name not in self._abroad:
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


@cache
def _short_names(place: Listed) -> tuple[str, ...]:
    return tuple(one for one, name in toponyms("character").items() if name == place.name)


@cache
def _all_short() -> str:
    return "".join(toponyms("character"))


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
