"""How far a thing has come, as the verbs of a Chinese clause tell it.

Much in a clause is said of something else than the words that are asked about. Therefore a stage is
only read where nothing in the clause speaks against it, and otherwise nothing is said.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.checks.marks import (
    CLAUSE_END,
    limits_of_clause,
    limits_of_sentence,
    list_spans,
    stands_between,
)
from briefing.checks.spans import Span, touches
from briefing.checks.times import is_deadline
from briefing.model.choices import NOT_BEGUN, Stage
from briefing.quantities.relative_dates import YEAR_AFTER_NEXT

_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’|《[^《》]*》")

_MANNERS = (
    "(?:正式|全面|全部|全线|陆续|逐步|同步|率先|整体|如期|按期|重点|再|也|还|会|相继|分批|分期"
    "|今年|明年|年内)*"
)
"""Adverbs between 将 and the verb that tells what is still to come."""
_FUTURE = (
    "(?:于|在|要|继续|进一步|一律|建|开|投|实|达|完|打|形成|成为|有|新|被|为|增|缩|分|从|通[车航水气过]|竣工|落|启|运营|供"
    "|推|加|提|扩|支持|组织|举办|承办|安排|重点|突破|超|覆盖|惠及|带[动来]|辐射|受益|满足|解决|改善|释放|节[约省]|减|降|升|迎|吸[引纳]"
    "|培[育养]|引进|转[移入]|拓|延[伸长]|穿|跨|连[接通]|串[联起]|贯[通穿]|构建|创建|努力|全力|着力|持续|深[化入]|强化|优化|完善"
    "|健全|出台|印发|发布|公布|制定|编制|修[建订改复]|搭|设立|成立|组建|统筹|坚持|聚焦|围绕|依托|立足|按|以|与|由|使|让|助|促|保[持障证]"
    "|确保|逐|不断|全方位|大力|积极|联合|共同|携手|赴|前往|召开|进行|参加|参与|出席|访问|执行|采[取用]|利用|发挥|发放|派|调|试|取|申|争取|获)"
)
"""How a verb begins that stands behind 将 as what is to come, and not as the object of 将 as 把."""
MUST = "要(?<![主重必只首次概纪摘提简扼紧险]要)(?![素闻点件义领旨害塞职])"
"""要 as a verb, which tells what is to be done, as in 需要; in 主要 and 要素 it tells nothing."""
ALREADY = "(?<!早)已"
"""已 as what tells that a thing has come about; in 早已 it tells of long ago."""
HAS = "(?<![为除])了(?!解)"
"""了 as what tells that a thing has come about; in 为了, 除了 and 了解 it tells nothing."""
WILL = "(?<!即)将"
"""将 as what tells that a thing is to come; in 即将 it may be about to."""
INTENDS = "(?<![模虚摹])拟(?![态合人声音真])"
"""拟 as a verb, which tells what is intended; in 模拟 and 拟人 it tells nothing."""
EFFORT = "努力(?<!的努力)(?<![共不经通持多][同懈过续年]努力)(?![，,。；;！!、下之和与成方]|程度|$)"
"""努力 as a verb, which tells what is striven for; in 经过努力 and 努力下 it tells nothing."""
HOPED = re.compile(
    f"力争|争取(?![了到])|{EFFORT}|打造成|谋划|拟(?<![模虚摹]拟)(?![态合人声音真])"
    f"|{MUST}(?=加快|建|打造|推进|把)|确保|争创|冲刺(?!阶段|期)|锚定|希望|期待|呼吁|有望|预计|预定"
    "|最迟|最晚|不晚于|按(?<![^，,。；]按)照?(?:计划|规划|安排)(?=[，,])"
    f"|年内(?![已第首最])|明年(?!底)|{YEAR_AFTER_NEXT}|定于|下月|下一步|今后|年底前|到[0-9]{{4}}年"
    "|可行性研究|可研(?=阶段|报告)|前期工作"
    "|计划(?<![按本比较]计划)(?<!年度计划)(?=总投资|投资|完成|实施|新增|改造|治理|安排|引进|再|于|在|让|用|新|建|开工|年|到|今|明|下|[0-9]|投产|投用|投运|通车|完工|动工|竣工|实现|培育|打造|推进|推出|启动|建|增|达|提(?!前)|扩|招|举办|组织|发行|发放|投放|开展|开通|开放|引入|供|种|收|减|压)"
    f"|将(?!于.{{0,12}}(?:结束|闭幕))(?={_MANNERS}{_FUTURE})"
)
"""Words before which nothing has happened yet: it is planned, expected or sought.

Each begins with its own first character, and what may not stand before it is asked behind that: so
the other characters of a text are passed over at once.
"""

_AGREED = re.compile("签约|签订|签署|签下|商定|约定|达成|协议|合同|备忘录")
"""Words after which what is to be done may be agreed already."""

_HOW = "(?:加快|加速|加紧|抓紧|有序|稳步|扎实|深入|持续|全面|积极|紧张)?"
"""How what goes on is done, which alone says nothing of how far it has come."""
_VERBS: dict[str, Stage] = {
    "停工|停建|缓建|搁置|搁浅|叫停|停摆|停滞|暂停|中止|终止|烂尾": "stalled",
    "建成|竣工|投产|投运|投用|投入(?:使用|运行|运营)|通车|完工|落成|收官": "done",
    "(?:全面|全部|圆满|顺利|如期|提前|已)完成(?=$|[,，。；;])": "done",
    "开工|动工|开建|破土|奠基|在建(?![强好设立])|施工": "under_way",
    "(?<!已)(?<!实现)(?<![%部面])复工(?![程复率企审申])": "under_way",
    f"正在(?={_HOW}(?:建|施|整|安装|浇|收尾|实施|推进|落地|开展|进行|改造|扩建))": "under_way",
    "签约|签订|签署|签下|达成(?:一致|协议)": "agreed",
}
_TELLING = [(re.compile(verbs), stage) for verbs, stage in _VERBS.items()]
_PURSUED = re.compile(
    f"{_HOW.rstrip('?')}(?:推进|建设|实施|开展|落地)|(?:推进|建设|实施|进行|施工)中"
)
"""What may be said of a thing that is under way, and of one that has to be done."""
_DENIED = re.compile(
    "(?:没|未|不(?![久断仅但])|否|难|无法|待|即|即将|正在申报|若(?!干)|如|原定|曾|一度)[^,，]{0,3}$|(?:未|不|没有)[列纳]入[^,，]*$"
    "|正在?(?:全面|全力|加快|加速|抓紧|加紧)?$"
)
"""What before a verb takes it back, or makes a question or a condition of it."""

CONDITION = re.compile("一旦|只要|如果|假如|倘若|^(?:待|等到?|若(?!干))")
"""What at the head of a clause, or in it before a verb, makes a condition of what it tells."""

_UNDONE = re.compile(
    "(?:尚|还|仍|至今|目前|一直)(?:未|没有?|未能)[^,，]{0,3}$|(?<![从并])未(?:能|获)?$"
)
"""What before a verb tells that it has not come about."""
_NOT_YET: dict[Stage, tuple[Stage, ...]] = {
    "done": (*NOT_BEGUN, "agreed", "under_way", "stalled"),
    "under_way": (*NOT_BEGUN, "agreed"),
}
"""The stages that are left open where one has not come about."""

_BY_NOW = re.compile(f"{ALREADY}(?!经?编成)|目前|如今")
"""Words that tell what has come about by now, whatever is hoped for before them."""
_DUTY = re.compile("负责|牵头|承担|加快(?!了)|推动|推进|促进|支持|要求|督促|早日")
"""Words behind which somebody has to do a thing, and may have done it."""
_DATED = re.compile("年底前|到[0-9]{4}年")
"""What is hoped for only if the time is still to come."""
_MANNER = re.compile(
    "[年月]?[底末初上中下春夏秋冬]?[天季旬内时]?(?:[将可再才并]|实现|全面|全部|全线|基本|正式|整体|同步|陆续|如期|有序|顺利|建成|竣工|完工|投入)*"
)
"""What may stand between a time and the verb that tells what comes about then."""
_BY_AND_BY = re.compile("(?:陆续|逐步|相继|分批|分期)[^,，。]{0,2}$")
"""What before a verb tells that one after the other has come about, and others may not have."""
_AMOUNT = re.compile("[0-9〇零一二两三四五六七八九十百千万亿]")

_NO_VERB = re.compile(
    "(?:[^,，。]{0,12}的)|项目中|(?:投[产用运]|通车|运营|使用)?[率区前后即线额量待]|[以之][前后]|时(?=$|[，,])|高峰|在即|情况|热潮|形势|数量|现场|队|人员|单位|工地|企业|时限|仪式|招标|图|方案|计划(?!于)|许可|手续|条件|进度|日期|工作|准备|安排|目标|意向|申请"
)
"""What behind a verb makes a noun or an attribute of it, or part of another verb."""


class StageTold(NamedTuple):
    """A verb, and the stages that it leaves open for what stands beside it."""

    verb: str
    stages: tuple[Stage, ...]


def read_stage(
    text: str, start: int, end: int, ahead: Sequence[Span] | None = None, *, counted: bool = False
) -> StageTold | None:
    """Return what the clause around a span of a text tells of its stage, or nothing.

    Nothing is told by what stands in quotation marks, nor where verbs tell different stages. The
    times that are ``ahead`` are still to come on the day of the text; where it is not known, any
    year is. What is ``counted`` before a
    verb with a number of its own is who acts: 四省签下26项协议.
    """
    said, text = text, hide_quoted(text)
    # The clause is about what the words describe, and none tells what is so of a part of speech.
    if text.startswith("的", end) or (
        not text[start:end].strip("〇") and _is_speech(said, start, end)
    ):
        return None
    first, last = limits_of_clause(text, start, end)
    sentence, _ = limits_of_sentence(text, start, end)
    if ahead is not None:
        ahead = ahead[bisect_left(ahead, (sentence, 0)) : bisect_left(ahead, (last, 0))]
    agreed = stands_between(_AGREED, text, sentence, last)
    still_open: tuple[Stage, ...] = (*NOT_BEGUN, "agreed") if agreed else NOT_BEGUN
    for hoped in find_hoped(text, first, last, ahead):
        if not _is_taken_back(text, hoped, first, last):
            return StageTold(hoped[0], still_open)
    if undone := _find_undone(text, first, last):
        return undone
    times = [span for span in ahead or () if first <= span[0]]
    if due := _find_deadline(text, times):
        return StageTold(due, still_open)
    stage, verb = _find_verb(text, first, last)
    if not verb or (counted and end <= verb.start() and _AMOUNT.search(text, verb.end(), last)):
        return None
    is_so_by_now = _BY_NOW.search(text, first, verb.start())
    if not is_so_by_now and any(find_hoped(text, sentence, last, ahead)):
        return None  # what is hoped for before may govern this clause, too
    if times:  # the time may be another thing's: 2027年运动会的场馆竣工
        comes = any(_MANNER.fullmatch(text, span[1], verb.start()) for span in times)
        return StageTold(verb[0], still_open) if comes else None
    return None if _DUTY.search(text, first, verb.start()) else _tell(text, first, verb, stage)


def _tell(text: str, first: int, verb: re.Match[str], stage: Stage) -> StageTold:
    goes_on = stage == "done" and _BY_AND_BY.search(text, first, verb.start())
    return StageTold(verb[0], ("done", "under_way") if goes_on else (stage,))


def is_pursued(text: str, start: int, end: int) -> bool:
    """Return whether the clause around a span of a text may tell that something is under way.

    加快推进 may as well tell what has to be done, so that it tells no stage by itself.
    """
    text = hide_quoted(text)
    first, last = limits_of_clause(text, start, end)
    return bool(_PURSUED.search(text, first, last)) and not HOPED.search(text, first, last)


def _find_deadline(text: str, times: Sequence[Span]) -> str:
    """Return the first of some times by which a thing is to be done, or ""."""
    return next(
        (
            text[start:end]
            for start, end in times
            if text.endswith("到", 0, start) or is_deadline(text, end)
        ),
        "",
    )


@lru_cache(maxsize=64)
def _find_verb(text: str, first: int, last: int) -> tuple[Stage, re.Match[str] | None]:
    """Return the stage that the verbs of a clause tell, and one of them, if they tell only one."""
    verbs = {
        stage: verb
        for pattern, stage in _TELLING
        for verb in pattern.finditer(text, first, last)
        if not _is_taken_back(text, verb, first, last)
    }
    others = any(
        pattern.search(text, first, last) for pattern, stage in _TELLING if stage not in verbs
    )
    if len(verbs) != 1 or others:
        return "unstated", None
    ((stage, verb),) = verbs.items()
    return stage, verb


def find_hoped(
    text: str, first: int, last: int, ahead: Sequence[Span] | None = None
) -> Iterator[re.Match[str]]:
    """Yield the words in a piece of a text by which a thing is hoped for.

    The times that are ``ahead`` are still to come on the day of the text, and of others nothing is
    hoped; where these are not known, any year counts.
    """
    spans = list_spans(HOPED, text)
    for start, _ in spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]:
        hoped = HOPED.match(text, start, last)
        dated = hoped and ahead is not None and _DATED.fullmatch(hoped[0])
        if hoped and not (dated and not touches(hoped.span(), ahead or ())):
            yield hoped


@lru_cache(maxsize=64)
def _find_undone(text: str, first: int, last: int) -> StageTold | None:
    """Return the only verb of a clause, if the clause tells that it has not come about."""
    found = [
        (verb, stage) for pattern, stage in _TELLING for verb in pattern.finditer(text, first, last)
    ]
    if len(found) != 1:
        return None
    verb, stage = found[0]
    if not _UNDONE.search(text[max(first, verb.start() - 6) : verb.start()]):
        return None
    if verb[0] == "复工":
        return StageTold(verb[0], ("stalled",))
    return StageTold(verb[0], _NOT_YET[stage]) if stage in _NOT_YET else None


def _is_taken_back(text: str, verb: re.Match[str], first: int, last: int) -> bool:
    """Return whether the words around a verb keep it from telling a stage."""
    denied = _DENIED.search(text[max(first, verb.start() - 6) : verb.start()])
    is_condition = end_of_condition(text, first, last) <= verb.start()
    return bool(denied or is_condition or _NO_VERB.match(text, verb.end(), last))


@lru_cache(maxsize=16)
def end_of_condition(text: str, first: int, last: int) -> int:
    """Return where the words end that make a condition of a clause; without any, its end."""
    found = CONDITION.search(text[first:last])
    return first + found.end() if found else last


@lru_cache(maxsize=16)
def hide_quoted(text: str) -> str:
    """Return a text of the same length without titles and what stands in quotation marks.

    It is asked about one text for many spans.
    """
    return _QUOTED.sub(lambda quoted: "〇" * len(quoted[0]), text)


def _is_speech(text: str, start: int, end: int) -> bool:
    """Return whether the quotation around a span has a clause or sentence that ends in it."""
    first, last = text.rfind("“", 0, start + 1), text.find("”", end - 1)
    return CLAUSE_END.search(text, max(first, 0), last) is not None
