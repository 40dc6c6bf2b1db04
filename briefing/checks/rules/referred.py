"""The rule on who speaks, who acts and where: whether the text names them near the record."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.naming import STEM, names_of
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.spans import find_each
from briefing.model.parts import Part, infers, is_implied
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Strategy,
)
from briefing.problem import Finding, message

_WITHOUT_NAME = re.compile(
    "(?:全|各|我|[两二三四五六七八九十0-9]个?|这个|该)(?P<all>[国省市县区州旗镇乡村])|(?P<of>[省市县区州旗镇])(?:财政|政府|人民|[委级里直属内长])"
    "|(?P<any>当地|本地|这里|此地)"
)
"""What tells of a place without its name: 全省 of a province, 当地 of any."""
_BY_CHARACTER = re.compile(
    r"[在来赴抵](?P<one>\w)(?:召开|举[行办]|开[幕工馆园业]|闭幕|揭牌|签[约署]|启动|发布|成立|落[户地]|考察|调研|视察|出席)"
)
"""What tells of a place by one character of its name: 在兰召开 of 兰州."""
_ISSUED = re.compile("会议|方案|意见|《|文件|规划|通知|[大全]会")
"""What tells of a body by what it has issued, or by where it has met."""
_ENDS = {"province": "省区", "city": "市州盟", "county": "县区市旗", "town": "镇乡"}
"""The ends of names of divisions, with which a text may tell of them: 四省."""
_NAMED = (Person, Organisation, Place)


@source_rule(warning=True)
def reference_not_near(context: ProofContext) -> Iterator[Finding]:
    """Whom or what a record refers to is not named near its anchors. A warning.

    A speaker is named in the paragraphs of the anchors, in the next one, or in the last one before
    that names any person of the model. The place of a project, a figure, a strategy or an event is
    named in the paragraphs of the anchors if these name any place, and else in one of the last two
    before that do so. Who acts is named in the paragraphs of the anchors or in the one before. A
    place may also be told as 全省, 当地, 县里 or 在兰召开, or by a place that lies in it, and a
    body by 公司 or by a plan that it has issued. What is `inferred` need not be told.

    Passes:
        # 甲市码头开工。
        # 乙港雨季就要来了。
        places:
        - {id: jia, name: {zh: 甲市}, kind: city, evidence: [{paragraph: 2, anchor: 甲市}]}
        - {id: yi, name: {zh: 乙港}, kind: zone, evidence: [{paragraph: 3, anchor: 乙港}]}
        events: [{id: rain, name: {zh: 雨季}, places: [yi],
          evidence: [{paragraph: 3, anchor: 雨季}]}]
    Fails:
        # 甲市码头开工。
        # 乙港雨季就要来了。
        places:
        - {id: jia, name: {zh: 甲市}, kind: city, evidence: [{paragraph: 2, anchor: 甲市}]}
        - {id: yi, name: {zh: 乙港}, kind: zone, evidence: [{paragraph: 3, anchor: 乙港}]}
        events: [{id: rain, name: {zh: 雨季}, places: [jia],
          evidence: [{paragraph: 3, anchor: 雨季}]}]
    """
    references = references_of(context)
    for path, part in context.article.claims:
        if is_implied(part):
            continue
        for field in ("said_by", "actors", "places"):
            for index, identity in enumerate(_list_referred(part, field)):
                record = context.article.by_id.get(identity)
                whole = context.article.by_id.get(getattr(part, "part_of", None) or "")
                if whole and identity in getattr(whole, field, ()):
                    continue  # it is told of the strategy that this is part of
                if record and not references.is_near(record, part, field):
                    found = message("reference-not-near", name=record.title.zh)
                    yield Finding(found, (*path, field, index))


def _list_referred(part: Part, field: str) -> tuple[str, ...]:
    """Return the ids in a field of a part, which its own words are expected to name."""
    if infers(part, field) or not getattr(part, "evidence", ()):
        return ()
    if field == "places" and not isinstance(part, (Project, Event, Figure, Strategy)):
        return ()
    return tuple(getattr(part, field, None) or ())


class References(Lookup):
    """The paragraphs of a text in which the records of its model are named."""

    def is_near(self, record: Record, part: Part, field: str) -> bool:
        """Return whether a record that a field refers to is named near the anchors of a part."""
        if not isinstance(record, _NAMED):
            return True
        numbers = {proof.paragraph for proof in getattr(part, "evidence", ())}
        named = self._paragraphs[record.id]
        if not named:  # a rule on names tells that the text has it nowhere
            return True
        if any(_is_between(named, *self._near(one, field)) for one in numbers):
            return True
        texts = map(self._context.text_of, numbers)
        return any(_may_tell(text, record, field) for text in texts)

    def names_place(self, place: Place, numbers: Set[int]) -> bool:
        """Return whether any of some paragraphs, or one right before them, tells of a place."""
        named = self._paragraphs[place.id]
        if not named or any(_is_between(named, one - 1, one) for one in numbers):
            return True
        texts = map(self._context.text_of, numbers)
        return any(_may_tell(text, place, "places") for text in texts)

    def _near(self, number: int, field: str) -> tuple[int, int]:
        """Return the first and last paragraph in which what a field refers to may be named."""
        if field == "said_by":
            at = bisect_left(self._speaking, number)
            return self._speaking[at - 1] if at else number, number + 1
        at = bisect_right(self._placed, number)
        if field != "places":
            return number - 1, number
        if not at:  # a heading, before any place is named
            return number, self._placed[0] if self._placed else number
        last = self._placed[at - 1]
        return (last if last == number else self._placed[max(at - 2, 0)]), number

    @cached_property
    def _placed(self) -> list[int]:
        """The paragraphs that name any place of the model, in order."""
        places = self._context.article.of(Place)
        return sorted({number for one in places for number in self._paragraphs[one.id]})

    @cached_property
    def _speaking(self) -> list[int]:
        """The paragraphs that name any person of the model, in order."""
        people = self._context.article.of(Person)
        return sorted({number for one in people for number in self._paragraphs[one.id]})

    @cached_property
    def _paragraphs(self) -> dict[str, list[int]]:
        """The paragraphs that name each record, and for a place those that name a part of it."""
        article = self._context.article
        words: dict[str, set[str]] = {one.id: set() for kind in _NAMED for one in article.of(kind)}
        for record in (*article.of(Person), *article.of(Organisation), *article.of(Place)):
            names = names_of(record)
            words[record.id].update(
                names if isinstance(record, Person) else [name[:STEM] for name in names]
            )
        for place in article.of(Place):
            for whole in article.wholes_of(place.id):
                words[whole.id] |= words[place.id]
        numbers: dict[str, set[int]] = {}
        for word, number in self._find({word for said in words.values() for word in said}):
            numbers.setdefault(word, set()).add(number)
        # Thousands of records may be named alike, and share one list.
        merged: dict[frozenset[str], list[int]] = {}
        for said in map(frozenset, words.values()):
            if said not in merged:
                merged[said] = sorted({one for word in said for one in numbers.get(word, ())})
        return {identity: merged[frozenset(said)] for identity, said in words.items()}

    def _find(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Yield the words that stand in the text, with the numbers of their paragraphs."""
        for word, at in find_each(self._context.whole_text, words):
            yield word, self._context.number_at(at)


@once
def references_of(context: ProofContext) -> References:
    """Return where the records of a model are named; several rules ask for it."""
    return References(context)


def _may_tell(text: str, record: Record, field: str) -> bool:
    """Return whether a text may tell of a record without its name: 全省, 当地, 公司, 会议."""
    names = names_of(record)
    if isinstance(record, Organisation):
        is_issued = field == "said_by" and _ISSUED.search(text)
        return bool(is_issued) or any(one[-STEM:] in text for one in names)
    if not isinstance(record, Place):
        return False
    characters = {each for one in names for each in one[:STEM]}
    if any(one["one"] in characters for one in _BY_CHARACTER.finditer(text)):
        return True
    ends = {one[-1] for one in names} | set(_ENDS.get(record.kind, ""))
    return any(
        one["any"] or (one["all"] or one["of"]) in ends or (one["all"] == "国" and "中国" in names)
        for one in _WITHOUT_NAME.finditer(text)
    )


def _is_between(numbers: list[int], first: int, last: int) -> bool:
    """Return whether any of some numbers, in order, lies between two, which count as well."""
    return bisect_left(numbers, first) < bisect_right(numbers, last)
