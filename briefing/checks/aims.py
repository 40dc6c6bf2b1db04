"""The rule on figures that are planned, sought or done, as the words around them tell."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import chain

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.checks.stages import HOPED, find_hoped, limits_of_clause, limits_of_sentence
from briefing.checks.stated import find_told, stated_quantities
from briefing.checks.times import times_between
from briefing.model.choices import Stage
from briefing.model.periods import days_of
from briefing.model.records import Figure
from briefing.problem import Finding, message
from briefing.quantities import Quantity

_OPEN: tuple[Stage, ...] = ("planned", "sought")
MAY_BE_OPEN = re.compile(
    "将|拟|划|目标|愿景|蓝图|预|望|争|保|要|提出|部署|任务|方案|倡议|纲要|意见|未来|今后|届时|推动|推进|加快|加强|加大|打造"
    "|力|可|培育|构建|支持|鼓励|落实|深化|设计|不[超低少]|总投资|至少|最[迟晚多]|以[内上]|待|申报|谋|商|尚未|措施|办法|[成产用车工]后"
)
"""Words that may tell of what is to be done."""
COME_ABOUT = re.compile(
    "(?<![为除])了(?!解)|(?<!早)已(?!经?(?:[编完]成|备案|立项|获批|批))|累计|同比|陆续出台|建成(?:通车|投[产用运])|正式(?:通车|投[产用运]|启用)|全线(?:通车|贯通)|共(?:销|推|发|接|完|举|有|办)"
)
"""Words that tell of what has come about."""
STRIVEN = re.compile(
    "力争|争取|确保|有望|预计|预期|(?<![模虚摹])拟(?![态合人声音真])|目标[为是]|可达|规划(?:建设|新建|布局)"
    "|(?<!即)将(?=[再于在要新建投达完形实培途前举接吸带供发开使])|计划(?=[供建再于在到开实新生引补送发增用]|完成)"
    "|(?:投[运产用]|建成|达产|完工|竣工)后[^，。；]{0,4}(?:可|能|将)"
)
"""Words behind which nothing in a sentence has come about, up to one that tells of now."""
_EXPECTED = re.compile(
    "(?:投[运产用]|建成|达产|完工|竣工|通车|贯通)(?:之|以)?后，?[^，。；]{0,12}?(?:可|能(?![源力耗量])|将|有望)|届时"
    "|规划(?=用地|新增|营造|装机|总?面积|中的|治)|估算投资|年度计划(?=总?投资)"
    "|可(?:以)?(?=有效|进一步|改善|保障|满足|解决|带动|辐射|惠及|新增|实现|节约|减少|增加|提高)"
)
"""Words behind which something is expected of a thing, which need not have come about."""
_STILL_TO_COME = re.compile(
    "(?![^将]{0,5}的)[\u4e00-\u9fff]{0,6}?((?<!即)将(?=[在于陆])|力争|预计|计划(?=[在于今明]))"
)
"""What behind a number tells that it is still to come: 其余6座将在年底前合龙."""
_ATTRIBUTE = re.compile("(?:总?投资|目标|总?产能)?的")
"""What behind a word of hope makes an attribute of it: 仅为计划投资的26%."""
_END_OF_YEAR = re.compile("年[底末]前?$")
"""A time of no year, which is of the last one where 去年 stands before it."""
_NEAR = 60
"""Characters before such a time in which 去年 is looked for."""
_COMPARED = re.compile("[比较由从][^，。；]{0,2}$")
HAPPENED = re.compile(
    "了|已|累计|同比|(?<![由从])目前|现有|截至|去年|今年(?:以来|前|上半年|一季度)|[“”]"
)
PLANS = re.compile(
    "划|拟|提出|部署|明确|确定|制定|储备|签|安排|布局|下达|设立|申报|备案|立项|批|目标|任务|将|要|预|力争|确保|争取|到20"
)
"""Words by which what has come about is only a plan."""


@source_rule(warning=True)
def stage_not_told(context: ProofContext) -> Iterator[Finding]:
    """Nothing beside a figure's number tells that it is planned or sought. A warning.

    A word of hope, of a plan or a demand, or a time that is still to come must stand in the
    sentence of its number or in the one before. What has come about is told by 了, 已 or 累计, and
    then its own clause must tell of the plan. A figure that is done is doubted where 力争, 计划 or
    the like stands before it, or a time that is still to come, or 建成后 with 可 or 能, and nothing
    behind that tells that it has come about.

    Passes:
        # 县里计划建设5个码头。
        figures: [{id: wharves, label: {zh: 码头}, text: 5个, value: 5, unit: 个, kind: count,
          stage: planned, evidence: [{paragraph: 2, anchor: 5个码头}]}]
    Fails:
        # 县里建设了5个码头。
        figures: [{id: wharves, label: {zh: 码头}, text: 5个, value: 5, unit: 个, kind: count,
          stage: planned, evidence: [{paragraph: 2, anchor: 5个码头}]}]
    """
    for index, figure in enumerate(context.article.of(Figure)):
        if "stage" in figure.inferred or figure.in_name:
            continue
        stated = stated_quantities(context, figure)
        path = ("figures", index, "stage")
        if not stated:
            continue
        if figure.stage in _OPEN and not any(_may_be_open(context, one) for one in stated):
            yield Finding(message("stage-not-told", stage=figure.stage), path)
        is_done = figure.stage == "done"
        if hope := find_told(stated, partial(_find_hope, context)) if is_done else "":
            yield Finding(message("stage-not-told.done", verb=hope), path)


def _find_hope(context: ProofContext, quantity: Quantity) -> str:
    """Return the word of hope that governs a number, behind which nothing has come about, or ""."""
    text, begin, end = context.locate(quantity)
    first, _ = limits_of_sentence(text, begin, end)
    _, last = limits_of_clause(text, begin, end)
    hopes = [
        one.span()
        for one in chain(
            find_hoped(text, first, begin),
            STRIVEN.finditer(text, first, begin),
            _EXPECTED.finditer(text, first, begin),
        )
        if not _ATTRIBUTE.match(text, one.end())
    ]
    ahead = context.times_ahead.get(quantity.paragraph, ())
    hopes += [
        one
        for one in ahead[bisect_left(ahead, (first, 0)) : bisect_left(ahead, (begin, 0))]
        if not (_END_OF_YEAR.match(text, *one) and "去年" in text[max(0, one[0] - _NEAR) : one[0]])
    ]
    if not hopes:
        behind = _STILL_TO_COME.match(text, end)
        return behind[1] if behind and not HAPPENED.search(text, first, last) else ""
    start, stop = max(hopes, key=lambda one: one[1])
    times = times_between(context.times[quantity.paragraph], stop, begin)
    if context.date and any(
        days_of(one.code).last < context.date and not _COMPARED.search(text, stop, one.start)
        for one in times
    ):
        return ""  # it is of a time that is over: 将办30场，去年为18场
    return "" if HAPPENED.search(text, stop, last) else text[start:stop]


def _may_be_open(context: ProofContext, quantity: Quantity) -> bool:
    """Return whether the words beside a number may tell that something is still to be done."""
    text, begin, end = context.locate(quantity)
    first, last = limits_of_sentence(text, begin, end)
    clause = text[slice(*limits_of_clause(text, begin, end))]
    if COME_ABOUT.search(clause) and not PLANS.search(clause):
        return False
    before, _ = limits_of_sentence(text, max(first - 1, 0), max(first - 1, 0))
    ahead = context.times_ahead.get(quantity.paragraph, ())
    return bool(
        HOPED.search(text, before, last)
        or MAY_BE_OPEN.search(text, before, last)
        or bisect_left(ahead, (before, 0)) < bisect_left(ahead, (last, 0))
    )
