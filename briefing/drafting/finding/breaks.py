"""Where names of organisations and posts may begin in a text: behind what is no part of them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from briefing.names.gazetteer import places_by_name
from briefing.names.tables import alternatives, ends_word, words

_MARKS = "，。；：！？“”‘’《》【】（）()…—、,;:!?@ \t\xa0\u3000"
_INSIDE = re.compile(
    "[“《][^“”《》，。；！？、]{1,12}[”》](?=[\u4e00-\u9fff])|(?<=中国)[—-](?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff])[（(](?:[^（）()]{1,14}|(?:以下|下)?简称[^（）()]{1,16})[）)](?=[\u4e00-\u9fff])"
)
"""Quotation marks and brackets inside a name: “示例”公司, 示例（集团）公司."""
_DATE = "(?<!\\d)\\d++(?:年|月份?|日|时|分)"
_PLACES = ("省", "市", "县", "州")
_FAR = 30
_AND = ("与", "和", "及")
_PART = re.compile("(?:大学|[学委院所局厅])[\u4e00-\u9fff]{2,8}$")
_FIELD = re.compile("(?<![全各该])[省市县区州旗盟](?:政府)?[一-鿿]{2,5}$")
_OFFICE = re.compile("[一-鿿]{2,6}?(?:局|厅|委员会)(?!部)")
_FAMILY = "[于向任由从]家[沟坝坪湾山岭河湖桥店岗冲营堡塘垭梁村庄屯]"
"""A place that is called after a family whose name is a word as well."""
_SHORTEST_PLACE = 3
_GROUP = "[\u4e00-\u9fff]{1,3}村[上下里][\u4e00-\u9fff]{1,3}[组屯寨]"
"""A village with its group, whose name begins like what is in the village: 河湾村上院组."""
_UPPER = "(?<=[\u4e00-\u9fff]{2})[镇乡][上下里][\u4e00-\u9fff]{1,3}村(?![里上民])"
"""A village whose name begins like what is in its town: 甲河镇上木村."""
_COUNTY = "(?<![委局厅院府办部会])和县"
"""The county, and no joint of two bodies: 省水利厅和县财政局."""
_NAMED_BY_CUT = (
    "(?<=[县区市旗镇乡])(?:(?![和与及到在]){cuts}[\u4e00-\u9fff]|(?![城里内中全各和与及])[\u4e00-\u9fff]{cuts}|新建|共建)"
    "[村镇乡](?![里上中内民级]|镇(?!长))"
)
"""A village or town with such a word in its name, behind what it lies in: 甲县任店镇."""
_WITH = re.compile("同[\u4e00-\u9fff]{3}")
"""A word that begins a name where the same words stand behind it again: 同益码头."""
_TOWN = "[\u4e00-\u9fff](?<![们家人县省市])都[乡镇]"
_VILLAGE = "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}和[\u4e00-\u9fff]{0,2}村(?=村民|村?党|村?支)"
"""A village with the joint in its name, at the beginning of a clause: 永和桥村村民."""
_KIND_OF_FIRM = re.compile(
    "(?:(?:国有|民营|龙头|骨干|重点|知名|本土|链主){1,3}企业|[国央民]企|一家企业)(?![家服工改协联商党管]|$)"
)
"""What kind of firm it is, before the name of one."""
_COUNT = "[\\d首一二两三四五六七八九十几多数各余][百千万亿]*[家个所批座支项处]|\\d[万亿]?元"


class Breaks:
    """The offsets in a text behind a mark, a date, or a word that is no part of a name.

    ``more`` are further offsets that are known to be breaks.

    >>> Breaks("昨天，他在示例省发展和改革委员会说").before(8, 0)
    5
    """

    def __init__(self, text: str, more: Iterable[int] = ()) -> None:
        found = sorted([*_find_cuts(text), *((at, "") for at in more)])
        self._ends: list[int] = []
        for end, word in found:
            last = self._ends[-1] if self._ends else 0
            before = text[max(last, end - _FAR) : end - 1]
            if word not in _AND or not (_is_open(before, word) or _is_twofold(before, text, end)):
                self._ends.append(end)

    def before(self, at: int, floor: int) -> int:
        """Return the last break at or before an offset, and no less than ``floor``."""
        index = bisect_right(self._ends, at)
        return max(floor, self._ends[index - 1] if index else 0)

    def within(self, first: int, last: int) -> "Breaks":
        """Return the breaks of the piece of the text at some offsets, as offsets in it."""
        part = Breaks("")
        held = slice(bisect_right(self._ends, first), bisect_right(self._ends, last))
        part._ends = [end - first for end in self._ends[held]]
        return part


def _is_open(before: str, word: str) -> bool:
    """Return whether the words before 与 begin a name that goes on: 大学城市与环境学院."""
    if word == "及" and before.endswith(_PLACES):  # 甲省及乙市领导
        return True
    at = len(before)
    whole = any(ends_word(before, at, kind) for kind in ("post", "office", "body"))
    return not whole and bool(_PART.search(before))


def _is_twofold(before: str, text: str, at: int) -> bool:
    """Return whether 与 joins the two fields of one office: 县海洋与渔业局."""
    body = any(ends_word(before, len(before), kind) for kind in ("post", "office", "body"))
    body = body or text.startswith(_PLACES, at)  # 县示例办和县水务局
    return not body and bool(_FIELD.search(before) and _OFFICE.match(text, at))


@lru_cache(maxsize=8192)
def _find_cuts(text: str) -> tuple[tuple[int, str], ...]:
    """Return where what is no part of a name ends in a text, and what it is."""
    kinds = [(match.end(), "") for match in _KIND_OF_FIRM.finditer(text)]
    again = Counter(match[0] for match in _WITH.finditer(text))
    text = _WITH.sub(lambda match: "\0" + match[0][1:] if again[match[0]] > 1 else match[0], text)
    for pattern in (_INSIDE, _whole()):
        text = pattern.sub(lambda match: "\0" * len(match[0]), text)
    return (*kinds, *((match.end(), match[0]) for match in _cuts().finditer(text)))


@cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of what holds a word for a break and is none, names of places among it."""
    cut = re.compile(alternatives("cut"))
    sound = f"[{''.join(sorted(words('steppe')))}]{{1,6}}"
    spelt = f"{sound}(?:[都其]{sound}){{1,3}}"  # between such sounds 都 and 其 are sounds, too
    places = {
        name for name in places_by_name() if len(name) >= _SHORTEST_PLACE and cut.search(name)
    }
    single = f"[{''.join(sorted(word for word in words('cut') if len(word) == 1))}]"
    named, counties = _NAMED_BY_CUT.format(cuts=single), f"{_UPPER}|{_COUNTY}|{_TOWN}|{_VILLAGE}"
    listed, whole = _by_firsts("|".join(sorted(places))), _by_firsts(alternatives("whole"))
    return re.compile(f"{named}|{listed}|{spelt}|{_FAMILY}|{_GROUP}|{counties}|{whole}")


@cache
def _cuts() -> re.Pattern[str]:
    cut = _by_firsts(alternatives("cut"))
    return re.compile(f"[{re.escape(_MARKS)}]|兼任?|{_DATE}|{_COUNT}|{cut}")


def _by_firsts(words: str) -> str:
    """Return the pattern of hundreds of words so that none is tried where none of them begins."""
    firsts = "".join(sorted({re.escape(word[0]) for word in words.split("|")}))
    return f"(?=[{firsts}])(?:{words})"
