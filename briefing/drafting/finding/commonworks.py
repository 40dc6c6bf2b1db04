"""Whether words that end like the name of works are a common noun: 第一座控制性枢纽工程."""

import re
from functools import cache

from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives

_COUNTED = re.compile(
    "(?:[\\d一二两三四五六七八九十百千万亿几多数每各]余?|[新多])[条座个家所批支项台处号栋张][“‘]?$|[多各每所]$"
)
"""What stands before a common noun: 十二条生产线."""
_COUNTS = re.compile(
    "\\d[\\d.,]*+(?![年月日时台号标])|[一二两三四五六七八九十百几多]+余?[条座个家所批项处公万]|[们里内外旁边容]"
    "|(?<=高速)(?:插|收割|机|运转|增长|发展|列车|动车|宽带|网络|摄|旋转|离心|行驶|飞|客[轮船])"
    "|(?<=高铁)(?:时代|经济|出行|旅游)|(?<=公路)型"
)
"""What stands behind one: 农村公路213公里."""
_MEASURED = re.compile("(?:设计)?时速|[\\d.]+(?:公里|千米|米|[条座个家所批支项台处号])")
"""How a common noun may begin: 28公里公路."""
_SEVERAL = re.compile(
    "(?<![第\\d一二三四五六七八九十])(?:[\\d一二两三四五六七八九十百千万几多数]|各|很多|许多|不少|众多)+(?:余|多)?[处座条个项家批类艘](?!建设者)"
    "(?=[\u4e00-\u9fff]{2})"
)
"""What in a name counts works that have none: 辽宁四处灌区改造工程, 多条铁路."""
_TAKES_PART = re.compile("(?:共同|联合|合作)?(?:合办|共建|合作|合建|承担|牵头|负责|签[约订署下])")
"""What stands behind the name of a body that has a part in a project."""
_GOES_ON = re.compile("(?:经济|产业|旅游|发展)?(?:带|走廊|经济区|示范区|规划区)")
"""What stands behind words that are only the beginning of the name of an area."""
_GOAL = re.compile("(?:全国|国际|世界|区域|一流|重要|知名|领先)[^，。—]{0,10}$")
"""What before a name says that it is what a place is to become."""
_IS_KIND = re.compile("(?:[都均]是|最大的[^，。；—]{0,10}[和与及])$")
"""What before a common noun says what several things are, or what a place is first in."""
_VAGUE = ("区域", "全国", "国际", "世界", "一流", "重要", "现代", "国家")
"""How the name of what a place is to become begins, which nobody builds: 区域性先进制造中心."""
_NO_WORKS = re.compile(
    "(?:比赛|运动|体育|竞技|申报|检[查测验]|收费|考试|演出|表演|治疗|体验|消费)项目$|[这那][个条座处]"
    "|[香粤京深沪]港$|[一二三四五六七八九十]纵|各(?!庄|村|镇|乡)|(?:第一|首)[条座](?!生产线)"
)
"""Items of other lists than those of what is built, which are called 项目, too."""
_NUMBERED = re.compile("^\\d+[多余]?[个部项家处户]|^[两三四五六七八九十]大")
"""How words begin that count things: 8个科研平台."""
_HOW_MANY = re.compile("的?(?:数量|总数|个数)|(?:就|共|已|达|有|超过?)+\\d+[多余]?[家座条个处项]")
"""What stands behind a common noun: 工厂就有108家."""
_OFFICE = re.compile(
    "副(?=主任|院长|校长|馆长|所长|站长|总|书记)|管(?:委会|理委员会)|党(?:委|组|支部)|(?:集团|有限|监理)|负责人"
    "|举[行办]|召开"
)
"""What stands behind the name of an office, a firm, or a place where something takes place."""
_CEREMONY = re.compile(
    "举[行办]了?[^，。；]{0,6}?"
    "(?:开工|奠基|竣工|通车|落成|开园|揭牌|启用|开业|投产|封顶|合龙|开馆)[^，。；]{0,8}?(?:仪式|典礼)"
)
"""What stands behind the name of works that are begun or opened; at a venue 在 stands before it."""
_SOFT = re.compile(
    "(?:品[质牌]|素质|能力|质量|水平|效能|技能|效益|学历)(?:提升|提质|建设|倍增|培育|培训|提高)+(?:工程|项目)$"
    "|(?:自由贸易|自贸|组合)港$"
)
"""The ends of the names of programmes and of zones, which nobody builds."""
_OF_CASE = re.compile("“[^“”]{1,12}”[^，。；、]{0,8}(?:事[故件]|火灾|爆炸|灾害|案)")
"""What behind a name makes it that of what came about there: 甲医院“4·18”火灾事故."""
_SEAT = re.compile("(?:落户|入驻|进驻|落子|落地)[于在到]?$")
"""What before a name says that it is where something comes to: 项目落户甲园区."""
_TWO = re.compile("(?:工程|项目)[和与及]")
"""What in a name joins two works: 甲工程和铁路."""
_DEED = re.compile("(?:[开闭进出入离到办设靠]|(?<!福)建)[馆园港站仓厂]$")
"""A verb with its object at the end of what looks like a name: 年底开馆."""
_RANKED = re.compile("(?<!”)重[点大][\u4e00-\u9fff]{0,4}(?:项目|工程)$")
"""The rank of many projects, and the name of none: 甲省“十五五”规划重点项目."""
_DATED = re.compile("^“[\\d.·]+”")
"""A day after which a meeting is called: “8·18”重大项目."""
_OF_PLAN = re.compile("^国?家?“(?:十[一二三四五六七八九]五|[八四]纵[八四]横)”(?:时期|规划|国家)*")
_PHASE = re.compile("[（(]?[一二三四五六七八九]期")
_OF_PLACE = re.compile(
    "^(?:(?![至到])[\u4e00-\u9fff]){1,6}?(?:[省市县州旗]|城市群|(?:经济|都市|生活)圈|(?<![院校园新片城小厂灌库矿林])区)(?=..)"
)
_PROJECTS = ("项目", "工程")
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"))
_NEAR = 20
_LONGEST = 40


def is_common(text: str, start: int, end: int, is_strong: bool) -> bool:
    """Return whether words beside a name of works say that it is a common noun, or of an office.

    Where it ``is_strong``, it ends like works alone.
    """
    counted = _COUNTED.search(text, max(0, start - _NEAR), start) or _COUNTS.match(text, end)
    counted = counted or _MEASURED.match(text, start, end)
    counted = counted or _SEVERAL.search(text, start, end)
    counted = counted or _GOAL.search(text, max(0, start - _NEAR), start)
    if text.startswith(("——", "之一"), end) or _OF_CASE.match(text, end):
        return True
    begins = _CEREMONY.match(text, end) and text[start - 1 : start] != "在"
    if _HOW_MANY.match(text, end) or (_OFFICE.match(text, end) and not begins):
        return True
    if _SEAT.search(text, max(0, start - _NEAR), start):
        return True
    if _IS_KIND.search(text, max(0, start - _NEAR), start):
        return True
    if _GOES_ON.match(text, end):
        return True
    if _TAKES_PART.match(text, end) and not is_strong:
        return True
    return bool(counted) or (text[end - 1] in "心港地" and text.startswith(_VAGUE, start))


def names_works(name: str, least: int) -> bool:
    """Return whether the name of a project is more than common nouns: 重点产业项目 is none.

    A kind of works, as 光伏项目, is a name where it has the place that they are in.
    """
    fits = least <= len(name) <= _LONGEST and not ("等" in name or "某" in name)
    if not fits or name.startswith(_PROJECTS) or _PHASE.match(name):
        return False
    if any(name.count(one) != name.count(two) for one, two in _PAIRS):
        return False
    if any(one.search(name) for one in (_NUMBERED, _TWO, _DEED, _RANKED)):
        return False
    whole = (name, _OF_PLAN.sub("", name))
    rests = [one.sub("", name) for one in (_OF_PLACE, _DATED)]
    if name.endswith(_PROJECTS):  # 平州机场 is the name of one
        rests.append(name[longest_place(name) :])
    return not (any(map(is_plain, rests)) or any(_kind().fullmatch(one) for one in whole))


def is_vague(name: str) -> bool:
    """Return whether what verbs tell of like works is none with a name: 战略骨干通道, 比赛项目."""
    return bool(_NO_WORKS.search(name) or _SOFT.search(name) or _vague().fullmatch(name))


def is_plain(name: str) -> bool:
    """Return whether a name is made of common nouns alone."""
    return bool(_plain().fullmatch(name))


@cache
def _plain() -> re.Pattern[str]:
    return _compile("plain-project", "project-lead")


@cache
def _kind() -> re.Pattern[str]:
    return _compile("plain-project", "plain-kind", "project-lead")


@cache
def _vague() -> re.Pattern[str]:
    return _compile("plain-project", "plain-kind", "vague-project", "project-lead")


def _compile(*kinds: str) -> re.Pattern[str]:
    ends = alternatives("project", "works", "weak-works")
    return re.compile(f"(?:{alternatives(*kinds)})*(?:{ends})?")
