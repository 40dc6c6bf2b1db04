"""Finds the qualifiers around a quantity: 近 or 不低于 before it, 以上 or 多 after it."""

import re

from briefing.quantities.amounts import Found
from briefing.quantities.data import WordTable, read_context, read_rows
from briefing.quantities.numerals import skip_blanks


def _words(where: str) -> dict[str, str]:
    """Return the meaning of each qualifier that stands `before` or `after` the quantity."""
    return {
        word: meaning
        for place, meaning, words in read_rows("qualifiers.tsv")
        if place == where
        for word in words.split()
    }


_MARKED = _words("before")
_FAR = [word.strip("[]") for word in _MARKED if word.startswith("[")]
_BEFORE = {word.strip("[]"): meaning for word, meaning in _MARKED.items()}
_AFTER = _words("after")
_BEFORE_TABLE, _AFTER_TABLE = WordTable(_BEFORE), WordTable(_AFTER)
_DENIED = re.compile("不[得应能可宜许会要再]?$")
_OPPOSITE = {"less_than": "at_least", "more_than": "at_most"}
# One of these may stand between a qualifier and its number, as in 约缺6亿立方米.
_LIGHT_VERBS = frozenset("缺省占达为需花用剩增减降升涨跌待能要卖收")
_VERB_BETWEEN = re.compile(
    "(大约|大概|约|至少|最多|不足|超过)"
    "(?:收入|达到|实现|完成|投资|销售|需要|花费|占有|增长|增加|减少|下降|提高|产出|发电|处理|接待|供应|节约|节省)$"
)
_FARTHEST = 20
"""A qualifier may stand so many characters before its number."""
_CROSSING = ("跨越", "跨过", "越过", "迈过", "冲破", "迈上", "跨上", "站上")
_CROSSED = re.compile(
    "[0-9一二两三四五六七八九十百千]{1,4}[多余]?"
    "(?:[个条座道处级](?:新?台阶|[县市省区州国乡镇村河江山海峡岭沟桥关坎街路铁公门时])|[省市县国州村年]"
    "(?!的?(?:大关|关口)))"
)
"""What is crossed or climbed, and not passed in number: 跨越3个县, 迈上两个台阶."""
_GREAT = re.compile("[百千万亿]|[0-9.一二三四五六七八九十百千]{1,8}[万亿%]|[0-9]{4,}")
"""What a 破 behind which it stands has passed, for it may break no record then: 破150万标箱."""
_STRONG = re.compile("[强弱](?:[,，。;；、)）的]|$)")
"""Where 强 and 弱 behind a share tell that it is more or less: 四分之一强."""
_AREA = re.compile("(?:全[国省市县区州旗镇乡球]|当地|同期|总[量数额])$")
_YEAR = re.compile("[0-9]{4}年")
_CLAUSE_MARK = re.compile("[,，。;:、；：]")
_COMPARES_WITH = re.compile("(?<!不)[高低](?:于|过)(?!于)")
_PERCENT = re.compile("[0-9.]+%")
_SHARE = re.compile("[一二三四五六七八九十两半]+成|[一过]?半|.{1,3}分之|[0-9.]+%")
_FRACTION = re.compile("[一二三四五六七八九十两半]+成|一半|半数|.{1,3}分之")
_OF_NAMED = re.compile(
    "(不足|不到|未达|接近)(?!部分|资金|问题|之处|[者的])"
    "(?:[\u4e00-\u9fff]{2,4}[、和与及]){0,3}[\u4e00-\u9fff]{2,4}$"
)
"""What tells how much of the amount of others there is: 不足甲市、乙市三分之一.

超过 and 高于 tell there by how much they are exceeded.
"""
_APPROACHED = ("近", "接近", "逼近", "近乎")
_LIMITS = {
    "at_most": "设计 限速 限流 限额 限购 限载 限重 限高 最迟 最高 最多 最大 最长 最远"
    " 上限 封顶 可达 高达 多达 至多 最快 不超过",
    "at_least": "最低 最少 最小 最短 下限 起步 至少 门槛 守住 红线 底线",
}
_LASTED = (
    *"将接几时达隔过计了用已",
    *("提前", "提早", "推迟", "延后", "延长", "缩短", "滞后", "延误", "拖延", "超期"),
    *(
        "通水",
        "通车",
        "通航",
        "运行",
        "运营",
        "运转",
        "开通",
        "建成",
        "成立",
        "任职",
        "从事",
        "扎根",
    ),
    *(
        "坚守",
        "持续",
        "施工",
        "投产",
        "投用",
        "服役",
        "工作",
        "从教",
        "从医",
        "执教",
        "驻守",
        "守护",
    ),
)
"""What before 近 tells that something has lasted for almost so long."""
_GOAL = re.compile("的[\u4e00-\u9fff]{0,4}目标")
_COMPARES = ("低于", "高于", "未达到", "未达", "没达到", "没有达到")
_OTHER = re.compile(
    "(?:[去前今]年|上一?(?:年度?|季度?|个?月|半年|周)|前一(?:年|季度|个?月)|年初|年末|[上下]半年|同期|同月|同季"
    "|全[国省市县区州旗球]|世界|各地|[\u4e00-\u9fff]{2,6}[国省市县区州旗]|的?平均(?:水平|值|数)?|的?均值|水平|[初末底])+"
)
"""Another time or place with whose number one is compared: 高于上年同期的4.1%."""
_SHARE_OF_OTHER = re.compile(f"{_SHARE.pattern}|[0-9一二三四五六七八九十两几.]+倍")
_PASSES = re.compile(
    "(?:首次|首度|双双|一举|率先|历史性地?|年内|[产总价市货]值|总量|总额|规模|收入|存款|贷款|余额"
    "|(?:销售|交易|投资|出口)额|吞吐量|客流量|企业|人口|人数|总数|数量)$"
)
"""What before 过 tells that an amount is passed."""
_NOT_AFTER = read_context("qualifier-not-after")
_NOT_BEFORE = read_context("qualifier-not-before")


def find_before(text: str, start: int) -> str:
    """Return the qualifier that stands before `start`, or an empty string."""
    end = start - 1 if text[start - 1 : start] == " " else start
    for currency in ("人民币", "美元"):  # 约合人民币1.8亿元
        end -= len(currency) if text.endswith(currency, 0, end) else 0
    word = _BEFORE_TABLE.longest_before(text, end)
    if not word and text[end - 1 : end] in _LIGHT_VERBS:
        word = _BEFORE_TABLE.longest_before(text, end - 1)
    if not word:
        return _apart(text, start, end)
    if text.endswith(_NOT_AFTER.get(word, ()), 0, end - len(word)):
        return ""
    if word in _CROSSING and _CROSSED.match(text, start):
        return ""
    if word == "过" and not _is_passed(text, start, end - 1):
        return ""  # a 过 that only ends a verb
    if word == "破" and not _GREAT.match(text, start):
        return ""
    if _DENIED.search(text[max(0, end - len(word) - 3) : end - len(word)]):
        return _OPPOSITE.get(_BEFORE[word], _BEFORE[word])  # 不得低于
    return _BEFORE[word]


def _is_passed(text: str, start: int, end: int) -> bool:
    """Return whether 过 at an offset tells that an amount is passed: 首次过1800亿元."""
    if text[start] in "百千万亿半" or "成" in text[start : start + 3]:
        return True
    return bool(_PASSES.search(text, max(0, end - _FARTHEST), end) and _GREAT.match(text, start))


def _apart(text: str, start: int, end: int) -> str:
    """Return the qualifier that does not stand right before a number, or an empty string."""
    if found := _VERB_BETWEEN.search(text, max(0, end - 6), end):
        return _BEFORE[found[1]]
    if text.endswith("的", 0, end):
        return "" if is_of_another(text, start, end - 1) else _afar(text, end - 1)
    if "至少" in text[max(0, end - 6) : end]:
        return _afar(text, end)
    if (area := _AREA.search(text, max(0, end - 4), end)) and _SHARE.match(text, start):
        word = _BEFORE_TABLE.longest_before(text, area.start())  # 超过全市四成
        return _BEFORE[word] if word else ""
    over = text.endswith("上", 0, end) and not text.endswith(("以上", "之上"), 0, end)
    return "about" if over and text[start] in "百千万亿" else ""


def is_of_another(text: str, start: int, end: int) -> bool:
    """Return whether an amount is that of another time or place, to which one is compared.

    It begins at ``start``, and the name of that time or place ends at ``end``. A share and a
    multiple are of the amount there, and are what is exceeded: 高于全国的三成.
    """
    clause = _CLAUSE_MARK.split(text[max(0, end - _FARTHEST) : end])[-1]
    compares = _COMPARES_WITH.search(clause)
    if not compares or (_SHARE_OF_OTHER.match(text, start) and not _PERCENT.match(text, start)):
        return False
    return bool(_OTHER.fullmatch(_YEAR.sub("", clause[compares.end() :]) or "同期"))


def _afar(text: str, end: int) -> str:
    """Return the qualifier in the clause before `end`, as in 不足全国的一半, or ""."""
    before = _YEAR.sub("", text[max(0, end - _FARTHEST) : end])  # 超过2030年的一半
    clause = re.split("[,，。;:、；：0-9]", before)[-1]
    held = [word for word in _FAR if word in clause]
    last = max(held, key=lambda word: (clause.rfind(word) + len(word), len(word)), default="")
    return _BEFORE.get(last, "")


def add_qualifier(text: str, found: Found) -> Found:
    """Return `found` with its qualifier: before the number, inside it, or after the unit."""
    bare = found.kind in ("date", "ordinal") or _recent(text, found)
    bare = bare or is_missed_goal(text, found.start, found.end)
    leading = "" if bare else find_before(text, found.start)
    trailing = "" if leading or found.qualifier else _after(text, found)
    return found._replace(qualifier=leading or found.qualifier or trailing or "exact")


def is_missed_goal(text: str, start: int, end: int) -> bool:
    """Return whether a quantity is the goal from which a result differs: 低于45%的目标.

    What stands before it compares the result with it, and makes no limit of it.
    """
    compares = text.endswith(_COMPARES, 0, start) and not text.endswith("不", 0, start - 2)
    return compares and is_goal(text, end)


def is_goal(text: str, end: int) -> bool:
    """Return whether the words behind the end of a quantity call it a goal: 45%的预期目标."""
    return bool(_GOAL.match(text, end))


def _recent(text: str, found: Found) -> bool:
    """Return whether 近 means the last N years (近三年) and not almost N (历时近三年)."""
    return (
        found.unit in ("year", "month", "day", "week")
        and text.endswith("近", 0, found.start)
        and not text.endswith(_LASTED, 0, found.start - 1)
        and isinstance(found.value, int)
        and found.value <= 10
    )


def _after(text: str, found: Found) -> str:
    """Return the qualifier after `found`, or an empty string."""
    end = skip_blanks(text, found.end)
    end += text.startswith("级", end) and found.kind == "measure"  # 万吨级以上
    end += text.startswith("期", end) and found.kind == "duration"  # 5年期以上
    word = _AFTER_TABLE.longest(text, end)
    if word == "封顶" and found.kind == "date":
        return ""  # a building is topped out then: 7月封顶
    if not word and text.startswith("(", end):  # 800亿元(及以上)
        word = _AFTER_TABLE.longest(text, end + 1)
        return _AFTER[word] if word and text.startswith(")", end + 1 + len(word)) else ""
    if word and not text.startswith(_NOT_BEFORE.get(word, ()), end + len(word)):
        return _AFTER[word]
    mark = text[end : end + 1]
    if text.startswith(_NOT_BEFORE.get(mark, ()), end + 1):
        return ""
    if mark == "内":
        return "at_most" if found.kind == "duration" else ""
    if mark in ("强", "弱") and found.kind == "percent" and _STRONG.match(text, end):
        return "more_than" if mark == "强" else "less_than"
    more = mark in ("多", "余") and found.kind in ("duration", "measure", "money", "percent")
    return "more_than" if more else ""


def is_approached(text: str, start: int) -> bool:
    """Return whether the words before `start` say that an amount is almost reached (近, 接近)."""
    return text.endswith(_APPROACHED, 0, start)


def find_limits(text: str, start: int) -> list[str]:
    """Return the qualifiers that an amount may have by the words before `start`, or be exact.

    The clause calls it a limit, as 最高 and 上限 do, or tells how much of the amount of others it
    is: 不足甲市、乙市三分之一.
    """
    clause = re.split("[,。;:、,;，；：]", text[max(0, start - _FARTHEST) : start])[-1]
    limits = [
        limit for limit, words in _LIMITS.items() if any(word in clause for word in words.split())
    ]
    if text.endswith("的", 0, start) and is_of_another(text, start, start - 1):
        higher = clause.rfind("高") > clause.rfind("低")  # 低于去年同期的8.3%
        limits.append("more_than" if higher else "less_than")
    of_named = _OF_NAMED.search(text, max(0, start - _FARTHEST), start)
    if of_named and _FRACTION.match(text, start):
        limits.append(_BEFORE[of_named[1]])
    return limits
