"""Words of hope, and which of them govern a number of the source."""

import re
from bisect import bisect_left, bisect_right
from itertools import chain

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_clause, limits_of_sentence, right_before
from briefing.checks.once import once
from briefing.checks.spans import Span
from briefing.checks.stages import ALREADY, HAS, INTENDS, WILL, find_hoped
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
OF_ANOTHER = re.compile("(?:新建|改建|扩建|建设?|开[建通]|设立)中?的")
"""What behind a word of hope makes it tell of the thing behind it alone: 拟建的环线."""
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
        found = OF_ANOTHER.match(self._text, hope[1]) or _NAMES_SIZE.match(self._text, hope[0])
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
