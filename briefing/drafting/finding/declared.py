"""Whether words beside a name tell that it is that of a project, whatever verbs tell of it."""

import re
from functools import cache

from briefing.drafting.finding.commonworks import is_plain
from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives, words
from briefing.names.zones import listed_zones

_COSTS = re.compile("投资[^，]{0,12}元的$")
"""What before a name tells a project: 总投资12亿元的."""
_SIZE = (
    "(?:规划|计划|预计|概算|估算|设计)?(?:总投资|总?(?:建筑|占地|用地|规划)面积|总面积|占地|全长"
    "|总长|总?库容|总?装机(?:容量)?)|(?:计划|预计)投资"
)
_DESCRIBED = re.compile(
    "(?:项目|工程)?(?:，?(?:位于|地处|坐落[于在]|起于|是)[^。；]{2,60}?，)?"
    f"(?:(?:{_SIZE})(?:[约达为]|估算为)*|(?<=[路铁速线段])约)\\d"
)
"""What behind a name tells how large the work is, or what it costs: 位于甲镇，总投资12亿元."""
_TRAVELLED = re.compile("的?(?:日均|目前的?)?(?:交通量|车流量|通行量|通行能力)")
"""What behind a name tells how many travel there."""
_INSPECTED = re.compile("的?(?:建设|施工|改造|(?:项目)?推进)(?:情况|进度|进展)")
"""What behind a name tells that somebody looks how far it has come: 察看甲服务区建设情况."""
_AT_PARK = re.compile(
    "(?:在|位于|来到|走进|奔赴|前往|走访|探访了?|参观了?|考察了?)+"
    "(?:(?P<place>[一-鿿]{2,8})的|\\d+[多余]?公?里外的)?$|[一-鿿]{2,4}[县区市镇乡]的$"
)
"""What before the name of a park tells that somebody is there."""
_PARK = re.compile(
    "(?:产业园|园区|科技园|科创园|基地|国家公园|(?:数据|算力|智算|计算)中心|灌区|合作区|滑雪场|度假区|科技城)$"
)
"""The ends of the names of what was laid out for a purpose, and is a project where it is in use."""
_HELD = re.compile("举[行办]|召开|管(?:委会|理委员会)|候选")
"""What behind the name of a park says that it is a place to meet, the office of it, or none yet."""
_BUILDS = re.compile("[一-鿿]{2,4}?(?:建设|新建|投建|布局|设立|兴建)")
"""How words behind 在 begin that tell where somebody builds a work, and name none: 甲市建设."""
_FIELD = ("种植基地", "养殖基地", "种养基地")
"""What ends the common noun for fields and stables, which only a place in it makes a name."""
_OWN = re.compile("(?![从经往至到来去沿过])[一-鿿]{2,}(?<![上下内外前后级中大])")
"""The own part of the name of a work: what leads to a name does not begin it."""
_FROM_TO = re.compile("[一-鿿]{2,8}[至—-][一-鿿]{2,8}")
_NETWORK = re.compile("“[一二两三四五六七八九十\\d]+[纵横环射联]")
"""The plan of a net of lines, each of which has a name: “两环八射”快速路."""
_LINES = "(?:城际)?铁路|高铁|高速(?:公路)?|公路|快速路"
_SHORTEST, _LONGEST, _LINE = 2, 4, 3
"""The own part of the name of a line, which tells its ends, is no longer."""
_NEAR = 20
_LONG = 9
"""So long a name tells one park from others without a place."""


def is_declared(text: str, start: int, end: int) -> bool:
    """Return whether words before a name tell what it costs, or those behind it how it stands."""
    costs = _COSTS.search(text, max(0, start - _NEAR), start)
    behind = (_DESCRIBED, _INSPECTED, _TRAVELLED)
    return bool(costs or any(told.match(text, end) for told in behind))


def is_at_park(text: str, start: int, end: int) -> bool:
    """Return whether a name is that of a park at which somebody is, or something happens."""
    near = max(0, start - _NEAR)
    at = _AT_PARK.search(text, near, start) if _PARK.search(text, start, end) else None
    if at is None:
        return False
    if _HELD.match(text, end) or _BUILDS.match(text, start, end):
        return False
    is_long = end - start >= _LONG and not text[:end].endswith("基地")
    around = "" if text[:end].endswith(_FIELD) else at["place"]
    return is_long or longest_place(around or text[start:end]) > 0


def is_called(text: str, start: int, end: int) -> bool:
    """Return whether a name has a part of its own before the word for its kind: 甲乙高速.

    Such is one of few characters that are no word, or one behind a place: 平州甲乙产业园. The two
    ends of a line are its own as well: 甲县至乙县铁路.
    """
    kind = _called().search(text, start, end)
    if not kind or _NETWORK.search(text, start, end):
        return False
    if kind["line"] and _FROM_TO.fullmatch(text, start, kind.start()):
        return True
    place = longest_place(text[start : kind.start()])
    own = text[start + place : kind.start()]
    if place and not kind["section"] and len(own) >= _SHORTEST:
        return not is_plain(own)
    if kind["numbered"] or kind["section"]:
        return False
    is_short = len(own) <= (_LINE if kind["line"] else _LONGEST)
    is_word = any(own[at : at + 2] in words("whole-word") for at in range(len(own) - 1))
    return bool(_OWN.fullmatch(own)) and is_short and not (is_word or own in listed_zones())


@cache
def _called() -> re.Pattern[str]:
    section = "(?P<section>[一-鿿]{2,3}段)?"
    numbered = "(?P<numbered>(?<=第[二三四五六])(?:[东西南北]{1,2})?通道)"
    return re.compile(f"(?:(?P<line>{_LINES}){section}|{numbered}|{alternatives('listed-works')})$")
