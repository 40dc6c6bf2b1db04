"""Where the provinces, prefectures and counties of China may be named in a Chinese text.

What is found is a candidate: whether a short name is a place or another word, the whole text tells.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.names.gazetteer import Listed, lies_in, places_by_name
from briefing.names.sides import SIDES
from briefing.names.tables import toponyms, words

_HAN = re.compile("[\u4e00-\u9fff]")
_UNLIKE = ("区域", "区间", "区划", "区位", "区别", "旗下", "旗舰")
"""Words that begin with the last character of what looks like a full name, and is none."""
_PARTS = re.compile("市(?:中心|场|民(?!和[回县])[们的、，。和与及])")
"""Words of which the first character looks like the last one of a full name before them."""
_DATELINE = re.compile("[0-9０-９一二三四五六七八九十]{1,3}月[^，。]{1,4}日[^，。]{0,3}[电讯]")
_PUBLISHER = re.compile("(?:来源|转自|稿源|供稿)[:：] *[^ \u3000）)，。]+")
_HEAD = re.compile("(?:[部局县市院校团队科处厅所委组社区镇乡村]|(?<!省)会)长$")
"""A person at the head of something, whose name may follow."""
_AIRPORT = re.compile("[^和与及的在至到从往飞，、。；]{2,3}国际机场")
"""The rest of the name of an airport that begins with a city: 北京大兴国际机场."""
AIRPORTS = "(?:、[^，。、；的]{2,4}){1,3}[大座个]?机场"
"""What stands behind the first of some airports: 浦东、虹桥两大机场."""
_OF_AIRPORT = re.compile(f"国际机场|{AIRPORTS}")
_SHORTEST = 2
_COMMON = ("城市", "城区", "都市")
_FARTHEST = 12
"""The name of a firm that begins with a place is seldom longer."""


class Candidate(NamedTuple):
    """A name of some places in a text, with the offsets of its start and end.

    It is ``full`` with the word for the kind, as 太原市. It is ``clear`` where no other word is
    likely to run into it from before. A ``word`` is another word as well, or a part of such words.
    """

    start: int
    end: int
    name: str
    places: tuple[Listed, ...]
    full: bool
    clear: bool
    word: bool


def find_candidates(text: str) -> list[Candidate]:
    """Return where divisions may be named, the longest name at each place, none over another.

    Names of roads, mountains, villages, firms, schools and publishers that begin with one are left
    out.

    >>> [one.name for one in find_candidates("吕梁市离石区与太原路边的大同煤业公司")]
    ['吕梁市', '离石区']
    """
    found: list[Candidate] = []
    hidden = {at for one in _PUBLISHER.finditer(text) for at in range(*one.span())}
    for start, end in _scan(text):
        candidate = _judge(text, start, end, found) if start not in hidden else None
        if candidate:
            found.append(candidate)
    return sorted([*found, *_find_pairs(text)])


def is_sure(one: Candidate, before: Candidate | None) -> bool:
    """Return whether what looks like the name of a place is no other word.

    ``before`` is what looks so before it in the text. Right behind what it lies in, it is a place.
    """
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


def _find_pairs(text: str) -> Iterator[Candidate]:
    """Yield the provinces of a pair that is named by a character of each, as 京津."""
    for match in _pairs().finditer(text):
        for at, name in enumerate(toponyms("pair")[match[0]].split(), match.start()):
            yield Candidate(
                at, at + 1, text[at], places_by_name()[name], full=False, clear=True, word=False
            )


@cache
def _pairs() -> re.Pattern[str]:
    """Return the pattern of such pairs, where no road or larger region begins with them."""
    pairs = "|".join(toponyms("pair"))
    is_attribute = "(?<=港澳)(?!两地|三地|地区|[和与、，。等])"  # 港澳青年
    return re.compile(
        f"(?<![粤京深])(?:{pairs})(?![冀鲁沪皖塘唐高铁城公大中合线台珠青居企同签籍通特段])(?!{is_attribute})"
    )


def _scan(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the names of the tables, from left to right, the longest first."""
    lengths = _lengths()
    at = 0
    behind: tuple[Listed, ...] = ()  # the places whose name ends here
    while at < len(text):
        around, behind = behind, ()
        for length in lengths.get(text[at : at + 2], ()):
            piece = text[at : at + length]
            if piece in toponyms("other"):
                at += length
                break
            if piece in places_by_name():
                inside = _is_part(places_by_name()[piece], around)  # 漠河 of 黑龙江漠河北极村
                if not inside and _is_cut(text, at, at + length):
                    continue
                if _PARTS.match(text, at + length - 1):
                    continue  # 拉萨 of 拉萨市中心
                yield at, at + length
                at += length
                behind = places_by_name()[piece]
                break
        else:
            at += 1


def _is_cut(text: str, start: int, end: int) -> bool:
    """Return whether the short name of a county takes a part of a larger place, as 和安 of 安徽."""
    place = places_by_name()[text[start:end]][0]
    if place.level != "county" or place.name == text[start:end] or _after().match(text, end):
        return False
    for at in range(start + 1, end):
        for length in _lengths().get(text[at : at + 2], ()):
            first, *_ = places_by_name().get(text[at : at + length], (None,))
            if first and first.level != "county" and at + length > end:
                return True
    return False


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the names are that begin with two characters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in (*places_by_name(), *toponyms("other")):
        found.setdefault(name[:2], set()).add(len(name))
    return {first: tuple(sorted(each, reverse=True)) for first, each in found.items()}


def _judge(text: str, start: int, end: int, before: list[Candidate]) -> Candidate | None:
    """Return the candidate at some offsets, or ``None`` where another thing is named."""
    name = text[start:end]
    places = places_by_name()[name]
    named = tuple(place for place in places if place.name == name)
    full = bool(named) or (name[-1] in "县旗" and len(name) > _SHORTEST)  # 石柱县
    follows = bool(before) and before[-1].end == start and _is_part(places, before[-1].places)
    clear = follows or _is_clear(text, start, end)
    if (
        _is_airport(text, start, end, places)
        or _AIRPORT.match(text, end)
        or _firm().match(text, end)
    ):
        return None
    if full:
        word = name in toponyms("generic") or (not clear and _is_common(name, places))
        unlike = text.startswith(_UNLIKE, end - 1)
        if unlike:
            return None
        return Candidate(start, end, name, named or places, full=True, clear=clear, word=word)
    certain = follows or (clear and places[0].level != "county")
    if not _has_part_behind(text, end, places) and _names_another(text, start, end, certain):
        return None
    word = _is_word(name, places)
    return Candidate(start, end, name, places, full=False, clear=clear, word=word)


def _is_airport(text: str, start: int, end: int, places: tuple[Listed, ...]) -> bool:
    """Return whether a name is that of an airport that is called after a part of a city.

    An airport may be called after two cities: 西安咸阳国际机场.
    """
    if places[0].level == "county":
        is_full = places[0].name == text[start:end]
        return bool(_OF_AIRPORT.match(text, end)) and not is_full
    first, *_ = places_by_name().get(text[max(0, start - 2) : start], (None,))
    is_other = first is not None and first.level == "city" and not _is_part(places, (first,))
    return is_other and text.startswith("国际机场", end)


def _is_common(name: str, places: tuple[Listed, ...]) -> bool:
    """Return whether a full name may be the end of other words, as 应城市 is of 适应城市."""
    short = len(name) == _SHORTEST or name.endswith(_COMMON)
    return short or any(_is_word(place.stem, (place,)) for place in places)


def _is_clear(text: str, start: int, end: int) -> bool:
    """Return whether no other word is likely to run into a name from before."""
    return (
        not (start and _HAN.match(text, start - 1))
        or text[start - 1] in toponyms("clear")
        or text[max(0, start - 2) : start] in toponyms("lead")
        or bool(_DATELINE.match(text, end))
    )


def _names_another(text: str, start: int, end: int, certain: bool) -> bool:
    """Return whether a short name is a part of another: of a road, a person, a larger place."""
    if _after().match(text, end):
        return True
    if certain:
        return False
    return _overlaps(text, end) or bool(_HEAD.search(text[max(0, start - 2) : start + 1]))


def _is_part(places: tuple[Listed, ...], around: tuple[Listed, ...]) -> bool:
    """Return whether one of some places lies in one of others, of which there may be none."""
    codes = tuple(place.code for place in around)
    return any(place.code.startswith(codes) for place in places)


def _has_part_behind(text: str, end: int, places: tuple[Listed, ...]) -> bool:
    """Return whether what lies in one of some places is named right behind it: 广东江门."""
    pieces = (text[end : end + length] for length in _lengths().get(text[end : end + 2], ()))
    return any(_is_part(places_by_name().get(piece, ()), places) for piece in pieces)


def _overlaps(text: str, end: int) -> bool:
    """Return whether another name begins one character before an offset, as 江苏 in 美丽江苏."""
    for length in _lengths().get(text[end - 1 : end + 1], ()):
        piece = text[end - 1 : end - 1 + length]
        first, *_ = places_by_name().get(piece, (None,))
        if piece in toponyms("other") or (first and first.level == "province"):
            return True
    return False


def _is_word(name: str, places: tuple[Listed, ...]) -> bool:
    kind = "word" if places[0].level == "county" else "city-word"
    return name in toponyms(kind) or name in toponyms("strict")


@cache
def _after() -> re.Pattern[str]:
    listed = "|".join(sorted(toponyms("after"), key=len, reverse=True))
    not_after = "|".join(toponyms("not-after"))
    return re.compile(f"(?!{not_after})(?:{listed})")


@cache
def _firm() -> re.Pattern[str]:
    """Return the pattern of the rest of a firm's or a school's name."""
    marks = "".join(sorted(words("mark")))
    listed = "|".join(toponyms("firm"))
    own = f"(?:(?![{marks}])[\u4e00-\u9fff]|[（(][\u4e00-\u9fff]{{2,6}}[）)])"
    verbs = toponyms("lead").keys() - toponyms("company-part").keys()
    stops = "|".join([*toponyms("particle"), *sorted(verbs)])
    any_own = f"(?:国有|(?!{stops})[\u4e00-\u9fff（）()])"
    companies = "|".join(toponyms("company"))
    return re.compile(
        f"{own}{{0,{_FARTHEST}}}?(?:(?:{listed})(?!生|路|城|区)|(?<![部军大支总])队(?![伍列员]))"
        f"|{any_own}{{0,{_FARTHEST}}}?(?:{companies})(?<!工厂)(?![区房家商长内主])"
    )
