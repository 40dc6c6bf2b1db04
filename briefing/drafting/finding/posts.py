"""Posts beside the names of people: where each begins and ends, and the body that it is in."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from briefing.drafting.finding.breaks import Breaks
from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives, words

_KINDS = ("party", "government", "firm", "institute", "association", "body-of-post")
_LONGEST = 40
"""A post with its organisation has no more characters."""
_SHORTEST = 2
_FAR = 12
"""What somebody is in charge of has fewer characters."""
_WORD = 8
"""No word for a post is longer."""
_ITEMS = re.compile("[^、，。；：！？“”]+")
_CALLED = frozenset("员师手户民者匠友工")
"""Words for what somebody does end in one of these."""
_BESIDE = " ：:（(”\u3000"
"""What may stand between a post and a name."""
_REMARK = re.compile("[（(][^（）()]{1,6}[）)]$")
"""A short remark between a post and a name: 市长（代）王某."""
_AS = re.compile("(?:作为|身为)([^，。；：“”]+)，(?:[今现]?年?\\d+岁的)?$")
"""A post before a comma is that of the name behind it: 作为局长，王某."""
_JOINT = re.compile("(?:(?:之一)?[、，]来自|[、， \u3000]|兼任?|[，、]?现任|[，、]兼任?)$")
_RUN_ON = re.compile("(?:书记|主任|主席|常委|委员|总经理|[省市县区州旗镇乡部局院校会事书]长)")
"""How a post ends behind which another one may stand without a mark: 市委副书记市长."""
_BODY = re.compile(
    "[省市县区州旗镇乡](?:委|政府|人大|政协|纪委|长|[\u4e00-\u9fff]{2,6}?[局厅]|直)|政协|人大常委|党[委组]"
)
"""How the next one begins, if not with a place."""
_HELD = re.compile("(?:[担现]任|当[上了]?)(?!过)([^，。；：“”的]{2,8})的$")
"""A post that is told before another one: 当组长的老工人."""
_WAS = re.compile(
    "(?:(?:曾经?|原本?|原来|本来|过去|以前|从前|此前|如今|已经?|还|只|正)[是为]|[担曾历现时]任|身为|做过"
    "|(?<![相适应])当(?!时)[过上]?)(?:了?一[名位个])?([^，。；：“”的]{2,20})的$"
)
"""A post that a name has behind it with 的: 原本是矿工的王某."""
_ONE = re.compile("(?:一|这|那|其中一)[名位个家]")
"""What stands before a post that is told of somebody: 是一名画师."""
SHORT_NAME = re.compile("（(?:以下|下)?简称[：为]?[“「]?([^“”「」（）]{2,12})[”」]?）")
"""What gives a short name to the body before it, and is no part of a post."""
_OF_BODY = re.compile(
    "(?P<body>[村镇乡县市区省州旗盟]|公司|集团|企业|工厂|农场|基地|法院|[队社校院站所局厂馆店园部])"
    "的(?:一[名位个])?$"
)
"""A body with 的 behind it, before the post in it: 某某社区的居委会主任."""
_SHORTEST_BODY = 3
"""The name of such a body has no fewer characters."""
_IN_CHARGE = re.compile("(?:分管|主管|负责|主持)[^，。；：、“”的]{2,8}的$")
"""What the holder of a post is in charge of, between the body and the post."""
_TERM = re.compile("[一二三四五六七八九十]+届")
_TERMS = re.compile("第[一二三四五六七八九十]+届(?:、第?[一二三四五六七八九十]+届){0,3}[、和]第?$")
"""The terms of office before the last one of a post: 第十届、十一届某某会委员."""
_POINTED_AT = re.compile(
    "[该本](?:(?:公司|集团|企业|社区|[院局校厂所厅会社行馆站村镇乡县市区州])$"
    "|[省市县区州旗镇乡村](?=[省市县区州旗镇乡村](?:委|政府|人大|政协)))"
)
_LEADS = "率携偕和与及"
"""Verbs behind a name that lead on to those who come with its holder: 厅长王某率处长李某."""
_LEAD = re.compile(f"[（()）]|(?<=—)记|\\d+多?岁的?|[{_LEADS}]")
_SINCE = re.compile("自(?![治然来贡流动主由驾营考行强])")
"""What tells since when, and begins no body: 自铁道部原部长王某落马后."""
_LEADERS = re.compile("(?:有关|相关|主要|各级|与会|在家|其他|老|班子)*领导(?:同志|干部|人)?")
"""What only says that somebody leads, and no post: 领导王某."""
_OF_CONGRESS = re.compile("[一二三四五六七八九十]+大代表")
"""A delegate, who is one of the congress of the party: 党的二十大代表."""
_FORMER = re.compile("^(?:原|前(?!海))")
_COMMITTEE = "(?:党委|党组|党总支|党支部|团委)"
_PARTY = re.compile(f"(?<=[院会局厅部委司团校学社行所联协场厂矿])原?{_COMMITTEE}$")
_OWN_COMMITTEE = re.compile(_COMMITTEE)
"""A committee that is of the body of the post before it: 某院院长、党组书记."""
_SENTENCE = re.compile("(?:^|[。；！？“])\\s*$")
_END = re.compile(
    "(?:等?(?:多[个项种])?(?:职务?|岗位)|的?(?:一职|职位|职责|职务的请求)|等|（[^（）]{0,12}）|(?:之)?后|以来|时|期间)+$"
)


class Title(NamedTuple):
    """A post at two offsets of a text, the word for it (副书记) at ``office``, and its body."""

    start: int
    office: int
    end: int
    text: str
    organisation: str | None

    @property
    def word(self) -> str:
        """The word for the post without the organisation before it."""
        return self.text[self.office - self.end :]


class Titles:
    """The posts of one paragraph, of which each is found where it is asked for.

    ``names`` are the offsets behind the names of people.
    """

    def __init__(self, text: str, names: Iterable[int] = ()) -> None:
        self.text = text
        self._names = frozenset(names)
        self._breaks = Breaks(text, self._names)

    def find_one(self, floor: int, end: int) -> Title | None:
        """Return the post that ends at an offset and begins at or behind ``floor``."""
        office = find_office(self.text, floor, end)
        if office is None:
            return None
        start = self._breaks.before(office, floor)
        behind = office  # where the words for the body end
        if charge := _IN_CHARGE.search(self.text, max(floor, start - _FAR), start):
            start, behind = self._breaks.before(charge.start(), floor), charge.start()
        start = self._behind_other(start, office)
        start, body = self._read_body(start, office, behind, floor)
        if _TERM.match(self.text, start) and (
            terms := _TERMS.search(self.text, max(floor, start - _LONGEST), start)
        ):
            start = self._breaks.before(terms.start(), floor)
        if _OF_CONGRESS.match(self.text, start) and self.text.startswith("党的", start - 2):
            start = max(floor, start - 2)
        text = SHORT_NAME.sub("", self.text[start:end])
        if len(text) > _LONGEST or len(text) < _SHORTEST or _LEADERS.fullmatch(text):
            return None
        return Title(start, office, end, text, body)

    def _read_body(
        self, start: int, office: int, behind: int, floor: int
    ) -> tuple[int, str | None]:
        """Return where a post begins, and the body that its words up to ``behind`` name."""
        if self.text[start] == "“" and self.text.find("”", start, office) < 0:  # “劳动模范”王某
            start += 1
        start = self._behind_lead(start, office)
        if since := _SINCE.match(self.text, start, office):
            start = since.end()
        if pointed := _POINTED_AT.search(self.text, max(floor, start - 1), office):  # 该院
            start = pointed.end()
        body = _body_of(SHORT_NAME.sub("", self.text[start:behind]))
        if body is None and (of := _OF_BODY.search(self.text, max(floor, start - _LONGEST), start)):
            first = self._breaks.before(of.start(), floor)
            if of.end("body") - first >= _SHORTEST_BODY:
                start = first
                if self.text[first - 1 : first] not in ("家", "个", "所"):  # 一家企业的经理
                    body = _body_of(self.text[first : of.end("body")])
        return start, body

    def _behind_lead(self, start: int, office: int) -> int:
        """Return where a post begins behind what is no part of it: an age, a bracket, a name."""
        lead = _LEAD.match(self.text, start, office)
        is_led = lead and (lead[0] not in _LEADS or start in self._names)
        return lead.end() if lead and is_led else start

    def _behind_other(self, start: int, office: int) -> int:
        """Return where a post begins before which another one stands without a mark: 副书记市长."""
        found = (one.end() for one in _RUN_ON.finditer(self.text, start, office))
        return max((at for at in found if _begins_body(self.text, at)), default=start)

    def find_before(self, floor: int, at: int) -> list[Title]:
        """Return the posts that stand before a name, in order: 省委副书记、省长."""
        found: list[Title] = []
        if was := _WAS.search(self.text, max(floor, at - _LONGEST), at):
            told = self.find_after(*was.span(1))
            return told if told and told[-1].end == was.end(1) else []
        if as_one := _AS.search(self.text, max(floor, at - _LONGEST), at):
            return self.find_told(as_one.start(1), as_one.end(1))
        before = self.text[max(floor, at - _LONGEST) : at]
        before = _REMARK.sub("", before.rstrip(_BESIDE))
        end = max(floor, at - _LONGEST) + len(before)
        while one := self.find_one(floor, end):
            apart = self.text[one.end : one.end + 1] == "，" and one.organisation is None
            listed = one.text.endswith(_heads()) and self.text[one.start - 1 : one.start] == "、"
            opens = _SENTENCE.search(self.text, max(0, one.start - 2), one.start)
            is_held = self.text.startswith("现任", one.end + 1)
            if found and apart and not (listed or opens or is_held):
                break
            found.append(one)
            joint = _JOINT.search(self.text, max(floor, one.start - 6), one.start)
            others = _RUN_ON.finditer(self.text, max(floor, one.start - _WORD), one.start)
            if not joint and all(other.end() != one.start for other in others):
                break
            end = joint.start() if joint else one.start
        if found and (
            held := _HELD.search(self.text, max(floor, found[-1].start - _LONGEST), found[-1].start)
        ):
            now = self.find_one(held.start(1), held.end(1))
            found += [now] if now and now.start == held.start(1) else []
        return carry(found[::-1])

    def find_after(self, start: int, stop: int) -> list[Title]:
        """Return the posts that make up a clause: 市水务局局长、党组书记."""
        found: list[Title] = []
        for match in _ITEMS.finditer(self.text, start, stop):
            rest = _END.search(match[0])
            end = match.start() + (rest.start() if rest else len(match[0]))
            one = self.find_one(match.start(), end)
            if one is None and (of := match[0].find("的")) > 0:  # 任组长的专班
                one = self.find_one(match.start(), match.start() + of)
            if one is None or one.start != match.start():
                break
            found.append(one)
        return carry(found)

    def find_told(self, start: int, stop: int) -> list[Title]:
        """Return the posts of a clause that says what somebody is: 某某队的队长, 一名画师.

        Words before 的 that end in no body only describe somebody, and are no part of the post.
        """
        if one := _ONE.match(self.text, start, stop):
            start = one.end()
        if found := self.find_after(start, stop):
            return found
        item = _ITEMS.match(self.text, start, stop)
        one_title = self.find_one(start, item.end()) if item else None
        if one_title is None or self.text[one_title.start - 1] != "的":
            return []
        if not _OF_BODY.search(self.text, start, one_title.start):
            return [one_title]
        if one_title.end - start > _LONGEST:
            return [one_title]
        body = self.text[start : one_title.start - 1]
        whole = self.text[start : one_title.end]
        own = None if one or one_title.organisation else _body_of(body)
        return [one_title._replace(start=start, text=whole, organisation=own)]

    def find_style(self, at: int) -> Title | None:
        """Return the post that stands right behind a name: 副局长."""
        match = _style().match(self.text, at)
        return Title(at, at, match.end(), match[0], None) if match else None


def find_office(text: str, floor: int, end: int) -> int | None:
    """Return where the word for a post begins that ends at an offset (常务副市长), or nothing."""
    sizes = range(min(_WORD, end - floor), 1, -1)
    found = next((size for size in sizes if text[end - size : end] in _offices()), 0)
    if any(text[end - size : end] in words("no-office") for size in sizes if size > found > 0):
        return None  # 小记者
    at = end - found
    if not found or at < floor:
        at = end - 2
        if at < floor or text[end - 1 : end] not in _CALLED or text[at:end] in words("no-office"):
            return None
        return at
    while match := _modifiers().search(text, max(floor, at - 4), at):
        at = match.start()
    return at


def is_bare(title: Title) -> bool:
    """Return whether a post is named without its body, and is not that of the head of a place."""
    before = title.text[: title.office - title.start]
    bare = title.organisation is None and (not before or _OWN_COMMITTEE.fullmatch(before))
    return bool(bare) and not title.text.endswith(_heads())


def carry(titles: list[Title]) -> list[Title]:
    """Give posts without a body that of the post before them: 省统计局副局长、新闻发言人."""
    carried: list[Title] = []
    for one in titles:
        own = one.organisation
        before = carried[-1].organisation if carried else None
        if is_bare(one):
            own = before
        carried.append(one._replace(organisation=own))
    return carried


def _body_of(before: str) -> str | None:
    """Return the organisation that the words before the word for a post name, if they name one."""
    if not before or _OWN_COMMITTEE.fullmatch(before):
        return None
    body = _PARTY.sub("", _FORMER.sub("", before))
    return body if body.endswith(_bodies()) else None


def _begins_body(text: str, at: int) -> bool:
    """Return whether a body of a post begins at an offset, or a place that it is of."""
    return bool(_BODY.match(text, at) or longest_place(text, at))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(word for kind in _KINDS for word in words(kind))


@cache
def _heads() -> tuple[str, ...]:
    return tuple(words("head"))


@cache
def _offices() -> frozenset[str]:
    return (words("post") | words("office") | words("style")) - words("no-office")


@cache
def _modifiers() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives('modifier')})$")


@cache
def _style() -> re.Pattern[str]:
    return re.compile(
        f"(?:{alternatives('modifier')})*(?:{alternatives('style')})(?!助理|会议|办公|职)"
    )
