"""Words of hope: which govern a number of the source, and how our own prose tells a number."""

import datetime
import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import chain
from typing import Literal

from briefing.checks.context import ProofContext
from briefing.checks.marks import find_marks, limits_of_clause, limits_of_sentence, right_before
from briefing.checks.once import once
from briefing.checks.spans import Span
from briefing.checks.stages import ALREADY, HAS, HOPED, INTENDS, MUST, WILL, find_hoped
from briefing.checks.times import is_deadline
from briefing.model.periods import days_of
from briefing.quantities import Quantity

MAY_BE_OPEN = re.compile(
    "将|拟|划|目标|愿景|蓝图|预|望|争|保|要|提出|部署|任务|方案|倡议|纲要|意见|未来|今后|届时|推动|推进|加快|加强|加大|打造"
    "|力|可|培育|构建|支持|鼓励|落实|深化|设计|不[超低少]|总投资|至少|最[迟晚多]|以[内上]|待|申报|谋|商|尚未|措施|办法|[成产用车工]后"
    "|估算|概算|工期|同意|批复|核准|立项|需"
)
"""Words that may tell of what is to be done."""
COME_ABOUT = re.compile(
    f"{HAS}|{ALREADY}(?!经?(?:[编完]成|备案|立项|获批|批))|累计|同比|陆续出台|建成(?:通车|投[产用运])|正式(?:通车|投[产用运]|启用)|全线(?:通车|贯通)|共(?:销|推|发|接|完|举|有|办)"
)
"""Words that tell of what has come about."""
PLANS = re.compile(
    "划|拟|提出|部署|明确|确定|制定|储备|签|安排|布局|下达|设立|申报|备案|立项|批|目标|任务|将|要|预|力争|确保|争取|到20"
)
"""Words by which what has come about is only a plan."""
STRIVEN = re.compile(
    f"力争|争取|确保|有望|预计|预期|{INTENDS}|目标[为是]|可达|规划(?:建设|新建|布局)"
    f"|{WILL}(?=[再于在要新建投达完形实培途前举接吸带供发开使])|计划(?=[供建再于在到开实新生引补送发增用]|完成)"
    "|(?:投[运产用]|建成|达产|完工|竣工)后[^，。；]{0,4}(?:可|能|将)"
    "|(?:未来|今后)[一二三四五六七八九十几两0-9]{1,2}(?:年|个月)"
)
"""Words behind which nothing in a sentence has come about, up to one that tells of now."""
_EXPECTED = re.compile(
    "(?:投[运产用]|建成|达产|完工|竣工|通车|贯通)(?:之|以)?后，?[^，。；]{0,12}?(?:可|能(?![源力耗量])|将|有望)|届时"
    "|规划(?=用地|新增|营造|装机|总?面积|中的|治)|估算投资|年度计划(?=总?投资)"
    "|可(?:以)?(?=有效|进一步|改善|保障|满足|解决|带动|辐射|惠及|新增|实现|节约|减少|增加|提高)"
)
"""Words behind which something is expected of a thing, which need not have come about."""
_STILL_TO_COME = re.compile(
    f"(?![^将]{{0,5}}的)[\u4e00-\u9fff]{{0,6}}?({WILL}(?=[在于陆])|力争|预计|计划(?=[在于今明]))"
)
"""What behind a number tells that it is still to come: 其余6座将在年底前合龙."""
_ATTRIBUTE = re.compile("(?:总?投资|目标|总?产能)?的")
"""What behind a word of hope makes an attribute of it: 仅为计划投资的26%."""
_NAMES_SIZE = re.compile("规划(?=用地|总?面积)|估算投资")
"""A word of hope that is part of what a size is called, and governs its own clause alone."""
_OF_ANOTHER = re.compile("(?:新建|改建|扩建|建设?|开[建通]|设立)中?的")
"""What behind a word of hope makes it tell of the thing behind it alone: 拟建的环线."""
_BY_YEAR = re.compile("到([0-9]{4})年")
_TELLS_YEAR = re.compile("[年明今下后来]|20[0-9]{2}")
"""What a time has that tells of which year it is."""
_END_OF_YEAR = re.compile("年[底末]前?$")
"""A time of no year, which is of the last one where 去年 stands before it."""
_NEAR = 60
"""Characters before such a time in which 去年 is looked for."""
_COMPARED = re.compile("[比较由从][^，。；]{0,2}$")
FORETOLD = re.compile(
    f"预[计期测估判]|估[计算]|测算|有望|可望|望(?=[达超突])|或将|{WILL}|可|能|届时|后"
)
"""Words that may tell that something is expected, and not only striven for."""
HAPPENED = re.compile(
    "了|已|累计|同比|(?<![由从])目前|现有|截至|去年|今年(?:以来|前|上半年|一季度)|[“”]"
)
"""Words behind those of hope by which what follows has come about all the same."""
_BASE = re.compile("[由从](?:目前|现在|现有|当前)[^，。；]{0,6}$")
"""What before a number makes it that from which a hoped-for change begins."""
_SO_FAR = re.compile("已[^，。；]{0,6}$")
"""What before a time to come tells that this has come about: 订单已排到9月."""
_TIME = re.compile("[0-9]|明|后年|到20|年[底内]")


class _Words:
    """The words of hope in a paragraph, and those by which something has come about all the same.

    Many numbers are asked about one paragraph, which is read once for all of them.
    """

    def __init__(self, context: ProofContext, number: int) -> None:
        self._text = text = context.text_of(number)
        ahead = context.times_ahead.get(number, ())
        hopes = [
            one.span()
            for one in chain(
                find_hoped(text, 0, len(text), ahead),
                STRIVEN.finditer(text),
                _EXPECTED.finditer(text),
            )
            if not _ATTRIBUTE.match(text, one.end())
        ]
        hopes += [one for one in ahead if not self._may_be_of_last_year(one)]
        hopes = [one for one in hopes if not self._is_reached(one)]
        # Of those that end at one place the longest comes last.
        self._hopes = sorted(hopes, key=lambda one: (one[1], -one[0]))
        self._happened = [one.span() for one in HAPPENED.finditer(text)]
        self._over = [
            one.start
            for one in context.times.get(number, ())
            if context.day
            and days_of(one.code).last < context.day
            and not right_before(_COMPARED, text, one.start)
        ]

    def find_last(self, first: int, last: int) -> Span | None:
        """Return the span of the last word of hope that lies between two offsets."""
        at = bisect_right(self._hopes, last, key=lambda one: one[1])
        while at and self._hopes[at - 1][1] > first:
            at -= 1
            if self._hopes[at][0] >= first and not self._is_of_another(self._hopes[at], last):
                return self._hopes[at]
        return None

    def _is_of_another(self, hope: Span, last: int) -> bool:
        """Return whether a word of hope is of a thing that a clause before an offset names."""
        found = _OF_ANOTHER.match(self._text, hope[1]) or _NAMES_SIZE.match(self._text, hope[0])
        return bool(found and limits_of_clause(self._text, *hope)[1] <= last)

    def tell_of_the_past(self, first: int, last: int) -> bool:
        """Return whether a time that is over begins between two offsets: 将办30场，去年为18场."""
        return bisect_left(self._over, first) < bisect_left(self._over, last)

    def has_happened(self, first: int, last: int) -> bool:
        """Return whether words between two offsets tell that something has come about."""
        at = bisect_left(self._happened, (first, 0))
        return at < len(self._happened) and self._happened[at][1] <= last

    def _may_be_of_last_year(self, time: Span) -> bool:
        """Return whether a time tells of no year, nor until when something is to be done."""
        if not _TELLS_YEAR.search(self._text, *time):
            return not is_deadline(self._text, time[1])
        near = self._text[max(0, time[0] - _NEAR) : time[0]]
        return bool(_END_OF_YEAR.match(self._text, *time)) and "去年" in near

    def _is_reached(self, hope: Span) -> bool:
        """Return whether a time to come is one up to which something has come about already."""
        is_time = _TIME.match(self._text, hope[0])
        return bool(is_time and right_before(_SO_FAR, self._text, hope[0]))


_words_of = once(_Words)


def find_hope(context: ProofContext, quantity: Quantity, *, near: bool = False) -> str:
    """Return the word of hope that governs a number, behind which nothing has come about, or "".

    One that is near stands in the clause of the number.
    """
    return find_hope_at(context, quantity.paragraph, *context.locate(quantity)[1:], near)


@once
def find_hope_at(context: ProofContext, number: int, begin: int, end: int, near: bool) -> str:
    """Return the word of hope that governs what stands at a place of a paragraph, or ""."""
    text = context.text_of(number)
    first, last = limits_of_clause(text, begin, end)
    if not near:
        first, _ = limits_of_sentence(text, begin, end)
    if right_before(_BASE, text, begin, first):
        return ""
    words = _words_of(context, number)
    hope = words.find_last(first, begin)
    if not hope:
        behind = _STILL_TO_COME.match(text, end)
        return behind[1] if behind and not words.has_happened(first, last) else ""
    start, stop = hope
    if words.tell_of_the_past(stop, begin) or words.has_happened(stop, last):
        return ""
    return text[start:stop]


Tense = Literal["fact", "hope", "none"]

_NO_VERB = (
    "the|a|an|its|their|his|her|this|that|these|those|about|around|nearly|almost|over|more|less|some"
    "|at|up|only|just|all|each|both|half|within|under|below|above|between|roughly|approximately|and"
    "|or|of|in|last|next|date|one|two|three|four|five|six|seven|eight|nine|ten"
)
"""Words behind "to" which tell that it is no infinitive."""
_INTENDED = (
    "plan|aim|target|goal|propos|pledg|promis|vow|decid|agree|call|ask|urg|requir|approv|draft"
    "|announc|issu|outlin|commit|submit|adopt|hop|expect|intend|design|schedul|forecast|predict"
    "|project|put (?:back|off)|push|postpon|delay|slip|resched|extend|brought forward|mov"
)
"""How the verbs begin by which one tells what one means to do."""
_UNGOVERNED = "".join(
    rf"(?<!\b{one} )"
    for one in (
        ["will", "would", "can", "could", "may", "might", "should", "to", "that", "which", "who"]
    )
)
"""What may not stand before a verb that tells what has come about: it will have 22 stations.

What is told by that or which is told of a thing, and of no number before it.
"""
_HOPES = {
    "zh": re.compile(f"{MAY_BE_OPEN.pattern}|打算|准备|有意|意欲|料|[上下]限|封顶|{HOPED.pattern}"),
    "en": re.compile(
        r"\b(?:will|would|shall|should|must|may|might|can|could|ought)\b"
        rf"|\b(?<!\bdue )(?<!\bthanks )(?<!\baccording )to (?!(?:{_NO_VERB})\b)(?=[a-z]{{2}})"
        r"|\b(?:plan|aim|target|goal|hop(?:e|ing)|intend|intent|propos|expect|forecast|estimat"
        r"|schedul|envisag|envision|predict|anticipat|pledg|promis|vow|ambition|vision|prospect"
        r"|striv|seek|ensur|brac|possibl|mean|task|requir|demand|call|ask|urg|decid|commit|agree"
        r"|approv|draft|want|wish|budget|due\b|future\b|coming\b|pipeline\b|yet\b|next year)"
        r"|\b(?:set out|puts? at|put forward|draw\w* up|drawing board)\b"
        r"|\b(?:once|when|if|until|after completion)\b"
        r"|\bby (?:the end of |around )?(?:20[0-9]{2}|the year|then|next)"
        r"|\bto (?:nearly |almost |more than |about )?(?:doubl|tripl|trebl|quadrupl|halve)"
        r"|\bset for\b|^(?:Have|Be)\b"
        r"|\bnext (?:comes?|up|on)\b|\b(?:list|menu|agenda|cards|way) for\b"
        r"|\bon the (?:way|cards|horizon)\b|\bin the (?:works|offing)\b|\bin (?:store|prospect)\b"
        r"|\b(?:ceiling|cap|limit|impl(?:y|ies)|would-be|later this)\b",
        re.I,
    ),
}
"""Words of what is hoped for, planned or demanded, or of a condition."""
_FACTS = {
    "zh": re.compile(
        f"{ALREADY}(?!经?(?:备案|立项|获批|批|定下|商定|达成|签|提出|明确|规划|部署|安排|列入|计划|拟|筹|谋|排|推迟|延))"
        f"|{HAS}|累计|(?<![由从])目前|如今|现有|截至"
    ),
    "en": re.compile(
        rf"{_UNGOVERNED}\b(?:has|have|had|having)\b"
        r"(?! (?:to\b|an?\b|(?:(?:also|further|now|already|been) )*"
        rf"(?:{_INTENDED}|set (?:a |the |its |out)|drawn up|put forward)))"
        rf"|\b(?:was|were)\b(?! (?:to\b|due\b|set\b|(?:{_INTENDED})))"
        r"|\b(?:already|now|reached|exceeded|surpassed|topped|totall?ed|grew|rose|fell|stood at)\b",
        re.I,
    ),
}
"""Words of what has come about."""
_STOPS = {"zh": re.compile("[。；！？;]"), "en": re.compile(r"[;!?]|\.(?=\s|$)")}
_JOINTS = re.compile(r", (?:and|but|while|whereas|as|with|of which|which|when)\b")
"""What in an English sentence begins a part that may have a verb of its own."""
_PLANNED = re.compile(
    r"[\w%]*(?: [\w'-]+){0,6}? (?:planned|expected|targeted|projected|proposed)\b"
)
"""What behind a number calls it a planned one: 115 billion yuan planned for the year."""


def tell_tense(text: str, language: str, start: int, end: int) -> Tense:
    """Return as what the sentence around a span of a text tells it, ``none`` if no word decides."""
    if language == "en" and _PLANNED.match(text, end):
        return "hope"
    stops = find_marks(_STOPS[language], text)
    first, last = stops.behind(start), stops.before(end)
    part = max(first, find_marks(_JOINTS, text).behind(start)) if language == "en" else first
    found = _list_words(text, language, first, last)
    before = bisect_left(found, (start,))
    behind = bisect_left(found, (end,))
    if before and found[before - 1][0] >= part:
        told = found[before - 1]
        own = text.rfind("，", first, start)  # what a clause tells goes before what the last did
        if language == "zh" and told[0] < own and behind < len(found):
            later = found[behind]
            if later[1] == "hope" and "，" not in text[end : later[0]]:
                return "hope"
        return told[1]
    earlier = bisect_left(found, (part,))
    nearest = [*found[behind : behind + 1], *found[max(0, earlier - 1) : earlier]]
    return nearest[0][1] if nearest else "none"


@lru_cache(maxsize=4)
def _list_words(text: str, language: str, first: int, last: int) -> list[tuple[int, Tense]]:
    """Return where words of hope and of fact begin in a sentence, asked for each number in it."""
    hopes: list[tuple[int, Tense]] = [
        (one.start(), "hope") for one in _HOPES[language].finditer(text, first, last)
    ]
    return sorted(
        [*hopes, *((one.start(), "fact") for one in _FACTS[language].finditer(text, first, last))]
    )


_SURE_HOPES = {
    "zh": re.compile(
        f"{STRIVEN.pattern}|(?!可行性|可研|前期)(?:{HOPED.pattern})|(?<![需将还又]){MUST}(?="
        "[深加构打建抓把推坚全积成保实完发进落强努确争做筑创形融围紧以在从])"
    ),
    "en": re.compile(
        r"\b(?:will|(?:is|are) (?:(?:expected|planned|due|set|projected) )?to (?!date)"
        r"|(?:plan|aim|hope|strive|expect)s? to)\b",
        re.I,
    ),
}
"""Words of hope that are read as nothing else."""
_MAY_BE_FACTS = {
    "zh": re.compile(
        f"{ALREADY}|{HAS}|累计|目前|如今|现有|截至|曾|成立|设有|去年|年(?:来|以来)|过"
    ),
    "en": re.compile(r"\b(?:(?:has|have|had)\b(?! (?:to|yet|not)\b)|(?:was|were|already)\b)", re.I),
}
"""Words that may tell of what has come about."""
_MAY_BE_HOPES = {
    "zh": re.compile(f"{_HOPES['zh'].pattern}|(?<![大协工商委])会"),
    "en": _HOPES["en"],
}


def find_other_tense(
    chinese: str, english: str, day: datetime.date | None = None
) -> tuple[str, str]:
    """Return the language that tells as a fact what the other one hopes for, and its word of hope.

    One tells of hope alone, and the other of facts alone. Otherwise both are empty. By a year that
    is over on a day nothing is hoped for.

    >>> find_other_tense("要打造六大节点", "It has built six nodes")
    ('en', '要')
    >>> find_other_tense("要打造六大节点", "It is to build six nodes")
    ('', '')
    """
    texts = {"zh": chinese, "en": english}
    for hoping, telling in (("zh", "en"), ("en", "zh")):
        hope = _find_sure_hope(texts[hoping], hoping, day)
        if (
            hope
            and not _MAY_BE_FACTS[hoping].search(texts[hoping])
            and _FACTS[telling].search(texts[telling])
            and not _MAY_BE_HOPES[telling].search(texts[telling])
        ):
            return telling, hope.strip()
    return "", ""


def _find_sure_hope(text: str, language: str, day: datetime.date | None) -> str:
    """Return the first sure word of hope of a text, or ""; one that is an attribute comes last."""
    found = [
        one
        for one in _SURE_HOPES[language].finditer(text)
        if not (day and (by := _BY_YEAR.fullmatch(one[0])) and int(by[1]) < day.year)
    ]
    found.sort(key=lambda one: _OF_ANOTHER.match(text, one.end()) is not None)
    return found[0][0] if found else ""
