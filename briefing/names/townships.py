"""Where towns and villages of China may be named in a Chinese text.

No table has them, so what stands around decides: a division right before the name, a word that
leads to a place, an office behind it, or another such name beside it in a list. What could as well
be a common noun, as 示范村 or 古镇, is none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing.names.gazetteer import places_by_name
from briefing.names.joints import JOINT
from briefing.names.tables import toponyms, words
from briefing.names.townshipnames import (
    Kind,
    ending_of_township,
    group_of_peoples,
    kind_of_township,
)

_LONGEST = 5
"""The own part of a name is no longer: 杨家崴子 of 杨家崴子村; in a banner it may be."""
_FURTHEST = 9
"""With the peoples of a town, and in a banner, it is no longer: 巴雅尔图胡硕镇."""
_LONGEST_ALONE = 4
"""That of one which no division stands before."""
_HAN = re.compile("[\u4e00-\u9fff]")
_GOES_ON = {
    "镇": "[长江里上村海静定压痛内外街民]|中(?!心[小学校卫幼敬]|学)",
    "乡": "[村镇亲土里下愁情音间贤居民风俗]",
    "村": "[民里庄级务落寨屯镇干官集貌容规头中内外企医户口组改域史校小道]",
    "街道": "[上两口边里]",
    "社区": "[服工治文嵌食养团矫康医]|建(?![立成起有了])",
    "苏木": "[茶]",
    "嘎查": "[长]",
}
"""Characters behind the end of a name with which it is another word: 镇江, 乡村, 村民."""
_UPPER = re.compile("[上下里][\u4e00-\u9fff]{1,3}村(?![里上])")
"""The name of a village in a town, which begins like what is in the town: 上木村."""
_ANOTHER = re.compile(
    "(?:特?大桥|隧道|火?车站|高铁站|站(?![在起])|高速|互通|收费|水库|水电站|煤矿|银行|小区|遗址|号线|\\d+号|[·・])"
)
"""Words behind such a name with which it is that of another thing."""
_LARGER = re.compile("乡(?![村镇亲])|镇|街道|社区")
"""The ends of names in which the name of a village may stand."""
_NUMBER = re.compile(
    "[〇零一二三四五六七八九十百千万两几数0-9]+|[^\\W多余]*[十百千万数0-9][多余]|[多余]+"
)
"""A number, of which a single digit has no 多 behind it: 三多乡 is the name of one."""
_TOPIC = re.compile("[的有是在今去把将从以已]")
"""What stands behind the name of a town of which a clause speaks: 沙溪镇的集市."""
_LIST = re.compile(f"(?:[（(][^（）()]{{1,24}}[）)])?{JOINT}")
_OUR_OWN = re.compile("[我本该][省市县区州旗盟镇乡](?!$)")
"""What points at the place of the paper, in which a town lies: 我县甲镇."""
_HOMES = re.compile("，?(?:现|仅|共|总|只)*有?[0-9]+[多余]?(?:户|口人)")
"""What behind the name of a village tells how many live there: 甲村，仅有41户."""
_MAY_END = "多乡古小强名重下"
"""Characters that end the names of some towns, and much else: 山下镇, 人才下乡."""
_WHOLE = 3
_GROUND = "嘴咀坨洼峁墩滩沱塬坎垌桥河山湾坪沟岭坝塘坡寨井泉岩洞峪溪庄湖圩堡店岗岸塬港畈坳垭坑垄埠屯"
"""What is in the ground that a village is called after, at the end of its own name: 龙头桥村."""
_VILLAGE = re.compile("(?![各多几数两三]|[一-鿿]?[个些批])[\u4e00-\u9fff]{2,4}村(?![镇民级])")
"""A village right behind its town."""
_JOINT = re.compile("[至到和与及同](?=..)")
"""What joins a name to the one before, and is no part of it."""
_OFFICE = "办事处"
"""What may stand between a subdistrict and what lies in it: 甲街道办事处乙社区."""
_SEEN = re.compile("[，,]|查看|察看|看到|走访|采访|调研|进行|召开|举行")
"""What behind the name of a village tells that somebody is there: 在甲村查看."""
_CLEAR = re.compile("[的了在到为着]")
"""Characters that are in no such name, behind which one may begin."""
_BEGINS = re.compile("[从让当以据由被把与跟]")
"""Characters at the beginning of a clause that are no part of a name."""


class Township(NamedTuple):
    """A town or a village in a text, with the offsets of its start and end.

    It is ``attached`` where what it lies in stands right before it: a division or another of them.
    """

    start: int
    end: int
    kind: Kind
    attached: bool


class _Candidate(NamedTuple):
    """What may be such a name; it is ``told`` where the words around say that it is a place."""

    start: int
    end: int
    ending: str
    attached: bool
    told: bool


def find_townships(
    texts: Sequence[str], divisions: Mapping[int, Sequence[tuple[int, int]]]
) -> dict[int, list[Township]]:
    """Return the towns and villages that paragraphs name, by the place of the paragraph.

    ``divisions`` are the offsets of the larger places that each paragraph names.

    >>> find_townships(["方山县圪洞镇来堡村"], {0: [(0, 3)]})
    {0: [Township(start=3, end=6, kind='town', attached=True), Township(start=6, end=9, \
kind='village', attached=True)]}
    """
    held = {at: list(_candidates(text, divisions.get(at, ()))) for at, text in enumerate(texts)}
    names = set(_settle(texts, held))
    found = {}
    for at, text in enumerate(texts):
        attached = {one.start for one in held[at] if one.attached}
        taken = divisions.get(at, ())
        found[at] = [
            Township(start, end, kind_of_township(text[start:end]), start in attached)
            for start, end in _find_again(text, names)
            if not any(first < end and start < last for first, last in taken)
        ]
    return {at: each for at, each in found.items() if each}


def _candidates(text: str, divisions: Sequence[tuple[int, int]]) -> Iterator[_Candidate]:
    """Yield what may be the name of a town or a village, from left to right."""
    ends = {end for _, end in divisions}
    own = {match.end() for match in _OUR_OWN.finditer(text)}
    inside = {at for start, end in divisions for at in range(start, end)}
    last = 0  # where the last one ends
    for match in ending_of_township().finditer(text):
        if match.start() in inside or _goes_on(text, match):
            continue
        start = _find_start(text, last, match.start(), ends | own)
        if start is None or not inside.isdisjoint(range(start, match.end())):
            continue
        joined = start in ends and bool(_JOINT.match(text, start))  # 甲镇至乙镇
        start += joined
        is_behind = start in ends | own or (text[start - 1 : start] == "的" and start - 1 in ends)
        attached = is_behind and not joined
        if not _may_be_own(text, start, match, attached):
            continue
        told = attached or joined or _is_told(text, start, match)
        yield _Candidate(start, match.end(), match[0], attached, told)
        ends.add(match.end() + len(_OFFICE) * text.startswith(_OFFICE, match.end()))
        last = match.end()


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Return whether an end is only a part of another word, or of the name of another thing."""
    end, following = match.end(), text[match.end() : match.end() + 1]
    if match[0] in "镇乡" and _UPPER.match(text, end):
        return False
    if re.compile(_GOES_ON[match[0]]).match(text, end) and not text.startswith("村民", end):
        return True
    is_part = match[0] == "村" and bool(_LARGER.match(text, end))  # 枣村 of 枣村乡
    is_part = is_part or (match[0] in "镇乡" and text.startswith(("镇", "乡", "村镇"), end))
    return is_part or bool(_ANOTHER.match(text, end) or re.match("[A-Za-z]", following))  # 村BA


def _find_start(text: str, last: int, end: int, ends: set[int]) -> int | None:
    """Return where the own part of a name may begin that ends at an offset.

    It begins behind a division, a mark, or a word that leads to a place.
    """
    first = max(last, end - _FURTHEST)
    for at in range(end - 1, first - 1, -1):
        if not _HAN.match(text, at) or _CLEAR.match(text, at):
            return at + 1 + bool(_BEGINS.match(text, at + 1))
        if at in ends or _leads(text, at):
            return at
    return None if first else int(bool(_BEGINS.match(text)))


def _leads(text: str, at: int) -> bool:
    """Return whether a word that leads to a town or a village ends before an offset."""
    return text[max(0, at - 4) : at].endswith(_words("town-lead"))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(toponyms(kind))


def _is_told(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the words around a name say that it is one.

    So they do where something is in a town, or where a clause is about one; many a common noun is
    called a village.
    """
    opens = not start or not _HAN.match(text, start - 1)
    apart = opens or _CLEAR.match(text, start - 1)
    if match[0] in toponyms("town"):
        is_short = match.start() - start == 2
        if text[start - 1 : start] in ("在", "到"):
            return True
        if opens and is_short and (match[0] == "镇" or _TOPIC.match(text, match.end())):
            return True
    elif apart and (
        _HOMES.match(text, match.end())
        or _is_called_after(text[start : match.start()])
        or (text[start - 1 : start] == "在" and bool(_SEEN.match(text, match.end())))
    ):
        return True
    return _leads(text, start) or text.startswith(_words("town-behind"), match.end())


def _is_called_after(own: str) -> bool:
    """Return whether a village is called after a family or the ground: 张家村, 青石桥村."""
    if own[:1] in words("common") and own[1:2] == "家":
        return len(own) <= _WHOLE
    return len(own) == _WHOLE and own[-1] in _GROUND and own[0] not in "小大老一"


def _may_be_own(text: str, start: int, match: re.Match[str], attached: bool) -> bool:
    """Return whether the characters before an end may be the own part of a name."""
    own = group_of_peoples().sub("", text[start : match.start()])
    longest = _FURTHEST if text[start - 1 : start] == "旗" else _LONGEST
    least = 1 if attached and match[0] == "镇" else 2
    if not least <= len(own) <= (longest if attached else _LONGEST_ALONE):
        return False
    if (
        own in toponyms("no-town-own")
        or ending_of_township().fullmatch(own)
        or _NUMBER.fullmatch(own)
    ):
        return False
    if own.startswith(_words("no-town-begin")) or (len(own) > _WHOLE and own[-1] in "和与及"):
        return False
    is_doubtful = own.endswith(_words("no-town-end"))
    if is_doubtful and not _is_sure(text, start, match, own, attached):
        return False
    if not attached and match[0] in "镇乡" and own.endswith("城") and len(own) > 2:
        return False  # 新型城镇
    if not attached and len(own) > 3 and own[:2] in places_by_name():
        return False  # it is not told where the one ends and the other begins
    if _common().search(own):
        return False
    if any(own[at : at + 2] in words("whole-word") for at in range(len(own) - 1)):
        return attached and own[-1] in _GROUND
    return True


def _is_sure(text: str, start: int, match: re.Match[str], own: str, attached: bool) -> bool:
    """Return whether a name may end in a character that is mostly no part of one: 长乡镇石岭村.

    It has two characters, and a division or a word that leads to it, or a village behind it; or it
    is the lower one of two villages: 柘溪下村.
    """
    if own[-1] == "下" and len(own) == _WHOLE and own[1] in _GROUND:
        return True
    if len(own) != 2 or match[0] not in toponyms("town") or own[1] not in _MAY_END:
        return False
    opens = not start or not _HAN.match(text, start - 1)
    return attached or _leads(text, start) or bool(opens and _VILLAGE.match(text, match.end()))


@cache
def _common() -> re.Pattern[str]:
    return re.compile("|".join(sorted(toponyms("no-town"), key=len, reverse=True)))


def _settle(texts: Sequence[str], held: Mapping[int, Sequence[_Candidate]]) -> Iterator[str]:
    """Yield the names that are told by the words around them, or that stand beside such a name."""
    for at, each in held.items():
        text = texts[at]
        joined = {one.start - 1 for one in each if _JOINT.match(text, one.start - 1) and one.told}
        joined |= {one.start for one in each if one.attached}
        told = {one for one in each if one.told or one.end in joined}
        told.update(_find_listed(text, each))
        for _ in range(2):  # along a list and back
            for one, other in [*pairwise(each), *pairwise(reversed(each))]:
                first, second = sorted((one, other))
                between = text[first.end : second.start]
                if one in told and _are_alike(one, other) and _LIST.fullmatch(between):
                    told.add(other)
        yield from (text[one.start : one.end] for one in told)


def _are_alike(one: _Candidate, other: _Candidate) -> bool:
    """Return whether two names of a list are of one kind: 甲镇、乙乡, but not 甲镇、乙村."""
    return one.ending == other.ending or {one.ending, other.ending} <= toponyms("town").keys()


def _find_listed(text: str, each: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield the towns of lists of such: 甲镇、乙镇."""
    for one, other in pairwise(each):
        is_list = text[other.start - 1] == "、" and _LIST.fullmatch(text[one.end : other.start])
        if is_list and _are_alike(one, other) and one.ending in toponyms("town"):
            yield from (one, other)


def _find_again(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where any of some names stands, the longest at each place."""
    if not names:
        return
    listed = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for match in re.finditer(listed, text):
        if not _ANOTHER.match(text, match.end()):
            yield match.span()
