"""Which of the words around a date tell no whole thing that happened then."""

import re
from functools import cache

from briefing.names.issuing import ISSUE
from briefing.names.tables import alternatives
from briefing.quantities import scan_paragraph

GIVEN_OUT = f"{ISSUE}|签署|通过|出炉|揭晓"
_HALF = tuple(
    re.compile(row)
    for row in (
        # The rest of a clause begins with what leads on from its subject.
        "[由因可曾被从为至仍尚未无应要拟是据的就获受]|在(?!建)|以(?=[^，]{2,14}为)|没有|根据|随着|伴随|针对",
        "这是|另据|得益|来到|前往|停靠|加入|处于|面对|经过|落下|停止|发生|列为|开始|成为|出生|推迟",
        "举行|播出|全面展开|正式上线|小幅|大幅|有所|略有|首次[^、，]{2,4}$",
        "(?:活动|项目|仪式|会议|大会|论坛)(?=启动|举行|举办|召开|开幕|闭幕|开始)",
        "任(?=[^，]{0,8}(?:书记|主任|总理|总裁|[局厅部市县省院校会]长))",
        # A name has no person who speaks, tells no wish and denies nothing.
        ".*(?:[他她你咱]|自己|我(?![国省市县区州校院军])|将(?![军来乐])|没有|尚未|未能|还未)",
        # What goes on happened on no day.
        ".*正在",
        # What a channel shows is no event.
        ".*(?:频道|黄金档)",
        # A time, or what is only told of, is at the end of half a clause.
        ".*(?:季节|时节|时候|日子|前夕|假期|之际|伊始|年来|日起|[今昨明][天日早晚]|时|后|前|以来|期间)$",
        ".*(?:(?<![发公]布)数据|情况|目标|问题|专访|报道|中国)$",
        # So is a verb whose object is missing, or which tells only how something is.
        f".*(?:{ISSUE}|通过|签署|提出|要求|确认|承认|属实|扩大|明显)$",
        ".*(?:[室局部委厅院府台]|公司)(?:举行|举办|召开|播出|发行)$",
        ".*(?:获悉|了解到|看到|得知|表示|介绍|强调|指出|透露|告诉|说|称|显示|宣布)$",
        # So is what leads to a noun.
        ".*[的和与及把将对向在于到]$",
    )
)
"""What tells no whole thing that happened, one reason a row."""
_TREND = re.compile(
    "(?:指数|价格|余额|规模|总值|增加值|产值|产量|销售|气温|空气质量|[一-鿿]率)[^，]{0,8}"
    "(?:扩张|回升|回落|上升|下降|收窄|扩大|增长|上涨|下跌|转涨|转降|改善|新高)"
)
"""How things went in a time, which happened on no day of it."""
ALL_YEAR = re.compile("不断|持续|稳中|更加|日益|加速|纵深|蔚然|惠及|新高")
"""Words of what went on through a whole year."""


def is_half(name: str) -> bool:
    """Return whether a name tells no whole thing: half a clause, a place, or how much there is."""
    if _given_out().search(name):
        return name.count("“") != name.count("”")
    is_open = name.count("“") != name.count("”")
    is_rest = any(row.match(name) for row in _HALF)
    if is_rest or _TREND.search(name) or _is_of_place(name) or is_open:
        return True
    amounts = [one for one in scan_paragraph(name) if one.kind != "name"]
    return any(one.offset + len(one.text) == len(name) for one in amounts)


@cache
def _given_out() -> re.Pattern[str]:
    """Return the pattern of a document that is given out; without one nobody is told of what."""
    kinds = alternatives("document")
    return re.compile(
        f"(?:{kinds}|名单|结果|数据|榜单|指数|奖项|公报)(?:[（(][^（）()]*[）)])?[》”]?(?:正式|今天)?(?:{GIVEN_OUT})$"
    )


def _is_of_place(name: str) -> bool:
    """Return whether a name only tells where something happened: it has no verb in it."""
    return bool(_place().search(name)) and not _verb().search(name)


@cache
def _place() -> re.Pattern[str]:
    """Return the pattern of the ends of what is a place or a building."""
    ends = alternatives("place-suffix", "works", "weak-works")
    more = "走廊|作业区|大地|高原|草原|现场|两岸|沿线|一带|之间|[上下里内外旁畔边]"
    return re.compile(f"(?<![抵离到进入靠出登返退开闭停封上下过])(?:{ends}|{more})$")


@cache
def _verb() -> re.Pattern[str]:
    kinds = ("operates", "completes", "builds", "resumes", "stalls", "signs", "plans")
    more = "获|入选|达到|突破|发生|遭遇|走进|来到|落户|移交|划归|迁[入出至往]|升格|启动|打造|设立"
    return re.compile(f"{alternatives('act', 'speech', *kinds)}|{more}")
