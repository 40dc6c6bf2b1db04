"""The rule on the places that a figure is of, where the words before its number tell a place.

Much else may stand in a sentence. Therefore the rule speaks only where the words before the number
tell another place than the model, and nothing there tells the one that the model has.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, pairwise
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import limits_of_clause, limits_of_sentence, right_before
from briefing.checks.naming import STEM, index_names, names_of
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.spans import Words, between, make_spans
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.choices import DIVISIONS
from briefing.model.records import Figure, Organisation, Place, Project
from briefing.names.joints import JOINTS
from briefing.problem import Finding, message
from briefing.quantities import Quantity
from briefing.quantities.data import WordTable

_JOINTS = frozenset([*JOINTS, "，", "（", "("])
MOVED = re.compile(
    "(?:(?<![达得收拿找])到|赴|前往|运往|输往|发往|销往|飞往|开往|出口至?|来自|(?<!方)向|从|距离?|通往|直达)$"
)
"""What before a place tells that something goes to it, comes from it or is so far from it."""
_ASIDE = re.compile(
    "(?:(?<![占对之环同])比|相?较于?|相比于?|[高低优快慢多少大小强弱早晚先逊次]于|不[及如]|胜过|超[过出越]了?|[赶反]超了?"
    "|(?:领先|落后|赶上|追上|追赶)于?|对接|连接|融入|联通|辐射|建设|共建|打造|推进)$"
)
"""What before a place tells that something is compared with it, or is done to it."""
_COMPARED = re.compile("(?:平均水平)?(?:仅?相[差比较]|差距?(?!旅)|持平|齐平|相当|之[前后])")
_WITH = re.compile("[与和同跟继]$")
"""What stands behind and before a place with which something is compared: 与甲市相差3亿元."""
_AROUND = 1000
"""A name farther before a number than this tells nothing of it."""
_WHOLE = re.compile(
    "全[国省市县区州旗镇乡]|各[地省市县区州]|我[国省市县区州]|两[地省市县]"
    "|自治区|[省市县区州](?:财政|政府|委|级|里|直|属)"
)
"""What tells of a place without its name."""
_ROUTE = re.compile("[从自由][^，。；0-9]{2,20}[到至往]")
"""What tells of a way from one place to another."""
_COUNTRY = re.compile("(?:在|截至目前，)?(?:全国|我国)(?!第|各|首|最|前|排名|范围|性)")
"""How a clause begins that is about the whole country."""
_ITEM = re.compile("[^0-9一二两三四五六七八九十，。；：、和与及]{1,20}[、和与及]$")
"""What stands before the name of a place that is one of a list of other things."""
_EXAMPLE = re.compile("包括[^，。；]{1,40}在内")
"""What tells of some among others, of which a number is not: 包括甲县在内的13个县."""
_STATION = re.compile("(?:国际|空港|[东西南北])?(?:机场|火车站|高铁站|站(?![位点在])|港区|港口)")
"""What has the name of a place that is told in short, and serves a wider one."""
_FULL = "省市县区州旗盟镇乡"
"""How the name of a place ends that is told in full."""
_BARE = re.compile("[省市县区州旗]")
"""How the name of a place begins that lies in one which is not named: 县工业园区."""


class _Mention(NamedTuple):
    """Where the name of a place stands, and the places that have that name."""

    start: int
    end: int
    places: frozenset[str]


@source_rule(warning=True)
def place_of_another(context: ProofContext) -> Iterator[Finding]:
    """The clause of a figure's number names another place before it than the figure has. A warning.

    The last place before the number counts, or a list that ends with it, and a place that lies in
    one of these. A place to which something goes, from which it comes or with which it is compared
    is not that of the number. What is `inferred` need not be told, but no clause of its number may
    name another place.

    Passes:
        # 甲县产量5吨，乙县产量7吨。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙县}, kind: county, evidence: [{paragraph: 2, anchor: 乙县}]}
        figures: [{id: output, label: {zh: 产量}, text: 7吨, value: 7, unit: t, kind: measure,
          places: [yi], evidence: [{paragraph: 2, anchor: 产量7吨}]}]
    Fails:
        # 甲县产量5吨，乙县产量7吨。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙县}, kind: county, evidence: [{paragraph: 2, anchor: 乙县}]}
        figures: [{id: output, label: {zh: 产量}, text: 7吨, value: 7, unit: t, kind: measure,
          places: [jia], evidence: [{paragraph: 2, anchor: 产量7吨}]}]
    """
    mentions = _Mentions(context)
    for index, figure in enumerate(context.article.of(Figure)):
        if not figure.places or figure.in_name:
            continue
        if figure.kind == "ordinal":
            continue  # it is one of things that may be anywhere: 继甲港之后的第三条航线
        is_inferred = "places" in figure.inferred
        tell = partial(mentions.tell_in_clause if is_inferred else mentions.tell_other, figure)
        told = find_told(stated_quantities(context, figure), tell)
        names = "、".join(mentions.name_of(one) for one in figure.places)
        path = ("figures", index, "places")
        if told and is_inferred:
            yield Finding(message("place-of-another.inferred", place=names, told=told), path)
        elif told:
            yield Finding(message("place-of-another", place=names, told=told), path)
        elif figure.evidence and not is_inferred and mentions.follow(figure):
            yield Finding(message("place-of-another.later", place=names), path)


class _Mentions(Lookup):
    """Where the places of a model are named in its text."""

    def __init__(self, context: ProofContext) -> None:
        super().__init__(context)
        self._places = {one.id: one for one in context.article.of(Place)}

    def name_of(self, place: str) -> str:
        """Return the Chinese name of a place."""
        return self._places[place].name.zh if place in self._places else place

    def tell_other(self, figure: Figure, quantity: Quantity) -> str:
        """Return the place that the words before a figure's number tell, or "" if it is its own."""
        text, begin, end = self._context.locate(quantity)
        clause, clause_end = limits_of_clause(text, begin, end)
        sentence, _ = limits_of_sentence(text, begin, end)
        held = self._in(quantity.paragraph)
        if self._may_be_one(between(held, end, clause_end), figure, text):
            return ""
        if country := self._tell_country(figure, text[:begin], clause, sentence):
            return country
        near = between(held, begin - _AROUND, begin)
        part = None if _WHOLE.search(text, clause, begin) else self._find_part(figure, near)
        if part:
            return text[part.start : part.end]
        before = between(held, sentence, begin)
        return self._tell_last(figure, text[:begin], before, clause, sentence)

    def tell_in_clause(self, figure: Figure, quantity: Quantity) -> str:
        """Return the same, if it is a place that the clause of the number names before it."""
        told = self.tell_other(figure, quantity)
        text, begin, end = self._context.locate(quantity)
        clause, _ = limits_of_clause(text, begin, end)
        held = between(self._in(quantity.paragraph), clause, begin)
        names = (text[one.start : one.end] for one in held)
        # A short name may be that of a port or a zone: 甲地口岸.
        return told if any(one in told and one[-1] in _FULL for one in names) else ""

    def _tell_last(
        self, figure: Figure, text: str, before: Sequence[_Mention], clause: int, sentence: int
    ) -> str:
        """Return the last places before the number at the end of a text, or "" for its own."""
        own = [one for one in _leave_out_moved(text, before, sentence) if not self._is_abroad(one)]
        if not own or _WHOLE.search(text, own[-1].end) or _BARE.match(text, own[-1].start):
            return ""
        if _STATION.match(text, own[-1].end) and text[own[-1].end - 1] not in _FULL:
            return ""  # it is the name of an airport, of which the number may be: 甲北机场
        is_near = own[-1].start >= clause
        if not is_near and any(self._stem_of(one) in text for one in figure.places):
            return ""  # the paragraph is about it
        listed = _list_of(text, own)
        start, end = listed[0].start, listed[-1].end
        if _ITEM.search(text, clause, start):
            return ""  # it is one of other things of which the clause tells: 推动甲江、乙河流域
        if figure.kind == "rank" and start > clause:
            return ""  # it may be where that is the rank: 居甲省第二
        if _ROUTE.search(text, clause):
            listed += [one for one in before if clause <= one.start]  # it is of both ends
        wholes = [one for one in before if one.end < start]
        parts = {place for one in listed for place in self._wholes_of(one)}
        is_within = any(one.places & parts & set(figure.places) for one in wholes)
        return "" if is_within or self._may_be_one(listed, figure, text) else text[start:end]

    def _is_abroad(self, mention: _Mention) -> bool:
        """Return whether a name is that of a place abroad, of which few numbers are."""
        return all(self._places[place].kind == "abroad" for place in mention.places)

    def _tell_country(self, figure: Figure, text: str, clause: int, sentence: int) -> str:
        """Return 全国 or 我国 with which a clause begins, or "" where a figure's place is named."""
        whole = _COUNTRY.match(text, clause)
        if not whole or any(
            self._stem_of(one) in text[sentence:] or self._is_country(one) for one in figure.places
        ):
            return ""
        return whole[0]

    def _is_country(self, place: str) -> bool:
        """Return whether a place is China, which a text calls 全国 or 我国 as well."""
        return place in self._places and "中国" in names_of(self._places[place])

    def _find_part(self, figure: Figure, held: Sequence[_Mention]) -> _Mention | None:
        """Return the place before a number of which that of a figure is only an attribute.

        So is the province in 甲省乙市, where no other name before the number is its.
        """
        wanted = set(figure.places)
        found = None
        for one, following in pairwise([*held, None]):
            if one is None or not one.places & wanted:
                continue
            if following is None or one.end != following.start:
                return None
            kinds = {self._places[place].kind for place in following.places}
            if not (wanted & set(self._wholes_of(following)) and kinds <= set(DIVISIONS[1:])):
                return None
            found = following
        return found

    def follow(self, figure: Figure) -> bool:
        """Return whether all places of a figure are named only behind the paragraphs of it."""
        last = max(proof.paragraph for proof in figure.evidence)
        return all(
            place in self._places and self._first_of(place) > last for place in figure.places
        )

    @once
    def _first_of(self, place: str) -> int:
        """Return the first paragraph that has the characters with which a place is named, or 0."""
        stems = {name[:STEM] for name in names_of(self._places[place])}
        standing = (self._context.paragraphs_containing(stem, 1) for stem in stems)
        return min(chain.from_iterable(standing), default=0)

    def _may_be_one(self, held: Sequence[_Mention], figure: Figure, text: str) -> bool:
        """Return whether a name may be that of a place of a figure, or of one in which it lies."""
        if not held:
            return False
        names = "\n".join(map(self.name_of, figure.places))
        wholes = {whole for place in figure.places for whole in self._lies_in(place)}
        return any(
            not one.places.isdisjoint(wholes) or text[one.start : one.end] in names for one in held
        )

    def _stem_of(self, place: str) -> str:
        """Return the characters with which any name of a place begins."""
        return self.name_of(place)[:STEM]

    def _wholes_of(self, mention: _Mention) -> Iterator[str]:
        """Yield the places in which those of a name lie."""
        for place in mention.places:
            yield from self._lies_in(place)[1:]

    @once
    def _lies_in(self, place: str) -> list[str]:
        """Return a place and those in which it lies."""
        return [place, *(one.id for one in self._context.article.wholes_of(place))]

    @once
    def _in(self, number: int) -> list[_Mention]:
        """Return where places are named in a paragraph, the longest names first, in order."""
        text = self._context.text_of(number)
        bodies = make_spans((at, at + len(name)) for name, at in self._bodies.find(text))
        found = ((at, at + len(name), name) for at, name in self._table.find_all(text))
        return [
            _Mention(start, end, self._names[name])
            for start, end, name in found
            if not bodies.touch((start, end))
        ]

    @cached_property
    def _table(self) -> WordTable:
        return WordTable(self._names)

    @cached_property
    def _bodies(self) -> Words:
        """The organisations and projects, of whose names that of a place is only a part."""
        article = self._context.article
        named = [one.name.zh for one in article.of(Organisation)]
        named += [one.name.zh for one in article.of(Project)]
        return Words(one for one in named if one not in self._names)

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """The places by their names."""
        named = index_names(self._places.values(), 2)
        return {name: frozenset(one.id for one in held) for name, held in named.items()}


def _is_moved(text: str, one: _Mention) -> bool:
    """Return whether a place is only where something goes, or what it is compared with."""
    if right_before(_WITH, text, one.start) and _COMPARED.match(text, one.end):
        return True
    return any(right_before(words, text, one.start) for words in (MOVED, _ASIDE))


def _leave_out_moved(text: str, held: Sequence[_Mention], sentence: int) -> Iterator[_Mention]:
    """Yield names of a sentence but for those to which something goes, and lists of such."""
    end = -1  # of the last one that is left out
    examples = [one.span() for one in _EXAMPLE.finditer(text, sentence)]
    for one in held:
        if any(start <= one.start < last for start, last in examples):
            continue
        if _is_moved(text, one) or (end >= 0 and text[end : one.start] in _JOINTS):
            end = one.end
        else:
            yield one


def _list_of(text: str, own: Sequence[_Mention]) -> list[_Mention]:
    """Return the last of some names in a text, with those of the list that ends with it."""
    first = len(own) - 1
    while first and text[own[first - 1].end : own[first].start] in _JOINTS:
        first -= 1
    return list(own[first:])
