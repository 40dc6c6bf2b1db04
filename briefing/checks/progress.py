"""How far a project is: the signs of it in the clauses about the project, and what they come to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from briefing.checks.marks import right_before
from briefing.checks.stages import EFFORT, HAS, HOPED, end_of_condition
from briefing.model.choices import ProjectStatus
from briefing.names.tables import alternatives
from briefing.names.wordbreaks import cuts_words

_CLAUSE = re.compile("[^，。；：！？]+")
_SOUGHT = re.compile(f"力争|争取(?![了到])|{EFFORT}|争创|冲刺(?!阶段|期)|希望|期待|呼吁|申报|申请")
_LATER = re.compile(
    "明年|后年|届时|有望|最快|最早|(?<![去前上\\d])年底|按计划|按规划|按照计划|按照规划|根据规划"
)
"""Words besides those of hope after which nothing has happened yet."""
_ONCE_BUILT = re.compile(
    "(?:建成|竣工|完工|达产|投[产运用]|投入(?:使用|运[行营])|通[车航水]|贯通|启用)(?:之|以)?后(?![^，]{0,6}[了已])"
)
"""What tells of the time after a thing is built, of which what follows is expected."""
_CAME_OF_IT = re.compile(f"[^。！？]{{0,120}}?(?:{HAS}|已(?!经?列)|同比|累计)")
"""What behind such a clause tells what has come of it: 大桥通车后，往来方便了."""
_MAY_COME = re.compile("[^。！？]{0,120}?(?:将|可(?!是)|预计|有望|能够|届时|力争|计划|目标)")
_PRICED = re.compile("(?:计划|预计|规划)(?=总?投资)")
"""What tells a cost and no time."""
_NOW = re.compile("已|目前|现[已在]|正[在加抓]|截至|仍|去年|如今")
_YEAR = re.compile("([12][0-9]{3})年")
_ANY_YEAR = re.compile("[0-9]年|[去前上昨]年")
_MONTH = re.compile("(?P<this>[今当]年)?(?<![0-9至到—-])(?P<month>1?[0-9])月(?!份?以来)")
_MONTHS = 12
_DENIED = re.compile(
    "(?:没有?|未能?|不(?![久断仅但])|否|难以?|无法|即将|如能?|若(?!干)|原定|等待|暂无|尚无|待)[^，]{0,3}$"
)
_ABLE = re.compile("(?:(?<![认许])可(?![研持行控再降])以?|能够|[才方]能)[^，]{0,2}$")
"""What before a verb says that it may be so: 可通航千吨级船舶."""
_MADE_INTO = re.compile("[将把][^，]{2,16}$")
_INTO = re.compile("(?![投通使并启后]|运营|交付)[^，。；！]{2}")
"""What stands around 建成 where one thing is made into another: 将农田建成高产良田."""
_SOON = re.compile("即将[^，]{0,3}$")
_DENIED_AFAR = re.compile(
    "(?:[尚还仍]|至今|迄今|一直)(?:未|没有?)(?:(?!已|但|就|即|便)[^，]){0,12}$"
)
"""What denies a verb that stands further behind it: 尚未按图纸全面开工."""
_ON_LIST = re.compile("(?P<no>[未不]|没有?)?(?:[列纳编排写归]入|进入|安排进|[入列]选)[^，]{0,12}$")
"""What makes the verbs behind it the name of a plan or a list: 列入今年开工计划."""
_LIST = re.compile("[^，]{0,6}?(?:计划|规划|清单|名单|目录|项目|范围|序列|盘子)")
_BEGINS = ("开工", "动工", "开建")
STANDING = ("在建", "续建项目", "现场", "工地", "一线")
"""Signs of what is being built that no word of hope before them governs: 将推进22个在建项目."""
ENDING = ("贯通", "合龙", "封顶")
"""Verbs of building that tell of its end."""
_NOT_YET = re.compile("[尚还仍](?:未|没有?)$")
_ONCE = re.compile("曾|一度")
_FORMER = re.compile("原(?:计划|定|拟|本)")
"""What before a verb says that it has not come about as it was planned."""
_SINCE_THEN = re.compile("(?:[去前今]年|\\d年|\\d月).{0,8}$")
"""What before a verb dates it, so that 后 behind it tells what came of it."""
_PASSED = re.compile("(?:获批|通过|完成|批复)了?$")
_PASSES = re.compile("(?:报告)?(?:已|获|经)?(?:获批|批复|通过|审查)")
_NOUN = re.compile(
    "[率区前后时即额量待费]|的?影响|以[后前]|之[前后]|高峰|现场|队|人员|单位|工地|企业|时限|时间|仪式|典礼|招标|图|方案"
    "|许可|手续|条件|进度|日期|工作|准备|报告|尚无|尚未|难度"
)
"""What behind a verb makes a noun or a condition of it."""
_OF_PART = re.compile(
    "(?:主体|土建|桩基|路基|首批|首个|首台|部分|大坝|主塔|厂房|结构|[0-9.]+(?:公里|%|千米)(?!的)|号机组"
    "|[至到][^，〇]{1,8}段)[^，〇]{0,14}$"
)
"""What before a verb says that only a part of the project is so far; its name is hidden as 〇."""
_BY_AND_BY = re.compile("(?:陆续|相继|分批|逐步|分[两二三四五]期)[^，]{0,3}$")
"""What before a verb says that not all of it is so yet."""
_EACH = re.compile("〇[、和与及][^，]*$")
"""Several projects before such a verb, each of which is so by now; their names are hidden as 〇."""
_HURRIED = re.compile("(?:加快|加紧|抓紧|加速|提速|全力|全速)[中地]?$")
"""What before 建成 or 投产 says that it is pressed for: it may be built, or only be meant to be."""
_LENGTH = re.compile("[\\d.]+(?:公里|[栋幢座台条段])")
_HELD = re.compile("(?:举行|举办|出席|参加)[^，。；]{0,20}$")
_CEREMONY = ("仪式", "典礼")
"""What behind a verb is a noun, which tells that it came about where the ceremony was held."""
_SERVICE = re.compile("(?:服务|航班|列车|航线|班车|业务|交通|通行|营业|销售|活动|供应)[^，]{0,4}$")
_SERVES = re.compile("(?:对外)?(?:开放|通行|营业|服务|使用|办理|供应|运行|销售)")
"""What around 暂停 tells that a thing is closed for a while, and no building stands still."""
_FIRMS = re.compile("(?:\\d余?家|企业|门店)[^，]{0,4}$")
"""What before a verb says that it is what firms in it do."""
_REST = re.compile(
    "(?:其余|剩余|余下)的?(?:[\\d一二两三四五六七八九十]|[路标区]段|部分|工程|项目|机组)"
)
_PACE = (
    "(?:加快|加紧|抓紧|加速|提速|快速|全力|全速|有序|稳步|平稳|持续|全面|顺利|紧张|扎实|同步|火热|如火如荼"
    "|紧锣密鼓|热火朝天)"
)
_PACED = re.compile(f"{_PACE}[中地]?(?:推进|施工|建设|进行|展开|开展|作业|实施)$")
"""How what goes on is told, which 将 before it makes no plan of: 将加速推进."""
_MORE = {
    "operates": "|通航(?!能力|条件|建筑|设施|里程|保障|水域|安全|[0-9])"
    "|(?:平稳|稳定|安全|正常|高效|良好)(?:地?运行|运作|运营)"
    "|实现(?:批量生产|量产)",
    "completes": "|(?:全面|全部|圆满|顺利|如期|提前|基本|已经?)完成(?=[，。；！]|$)",
    "builds": "|[进转]入"
    "(?![^，。；]{0,8}(?:试运|运营|投[产运用]|竣工|可研|前期|论证|规划|招标|设计))"
    "[^，。；]{0,10}(?:阶段|关键期|高峰期|黄金期|攻坚期|冲刺期)"
    "|完成(?:总?工程量的)?[超近约逾过]?[\\d一二三四五六七八九][\\d.]*(?:%|成|公里|米)"
    f"|(?:建设|施工|作业|安装)(?:仍|也|正在?|还在|都|均|在)*{_PACE}[中地]?(?:推进|进行|展开|开展|实施)?(?=[，。；！、]|$)"
    f"|{_PACE}[中地]?(?:施工|建设|作业)中?(?=[，。；！]|$)"
    f"|(?:(?<=正)|(?<=正在)|(?<=[仍还都均]在)){_PACE}[中地]?(?:推进|进行|展开|开展|实施)(?=中?(?:[，。；！]|$))"
    f"|{_PACE}[中地]?(?:推进|进行|实施)中(?=[，。；！]|$)"
    f"|(?<=〇){_PACE}进行(?=[，。；！]|$)"
    "|(?:建设|施工|工程|项目|工地|现场)[^，。；]{0,4}(?:一[派片]繁忙|一[派片]忙碌|过半|收尾阶段|尾声)"
    "|正(?:在)?(?:加紧|抓紧)[^，。；]{0,6}(?:装修|安装|调试|收尾)"
    "|完成[^，。；]{0,8}(?:浇筑|吊装|升顶|铺设|安装|开挖|掘进|土石?方|回填|衬砌|架[设梁]|主体|基础|结构|路基|[桥隧堤坝渠桩])"
    "|(?:工期|进度|工程量)[^，。；]{0,6}(?:接近|过半|超过?|达到?|完成)",
    "stalls": "|(?:已|被|全面)(?:经)?停止(?=[，。；！]|$)|停止(?:建设|施工)"
    "|暂缓(?=[，。；！]|$|建设|实施|推进)",
}
"""What tells besides the verbs of ``projects.tsv`` that it is in use, done, built or halted.

加快推进 and the like alone tell nothing of it: that may be said of what is prepared, or of what is
still to do. With 正, 在 or 中 it has begun.
"""
_TRIAL = re.compile("[^。；]{0,20}调试")
"""What behind 通水 tells that water was only let in for a trial."""
_KINDS: dict[str, ProjectStatus] = {
    "operates": "operating",
    "completes": "completed",
    "builds": "under_construction",
    "resumes": "under_construction",
    "stalls": "stalled",
    "signs": "signed",
    "studies": "proposed",
    "seeks": "sought",
    "plans": "planned",
}
"""The statuses that the kinds of verbs in ``projects.tsv`` tell."""
_SUREST: tuple[ProjectStatus, ...] = (
    "operating",
    "completed",
    "under_construction",
    "signed",
    "proposed",
    "sought",
    "planned",
)


_FAR = 120
"""The names of a list before a verb take no more characters."""
_NEAR = 24
"""No pattern of what stands right before a verb takes more characters."""


class Before(NamedTuple):
    """The words right before a verb, and what stands before it anywhere in its clause."""

    near: str
    is_of_several: bool
    is_condition: bool
    is_former: bool
    is_once: bool


class Sign(NamedTuple):
    """A verb at offsets of a text: its kind, the status that it tells, where its clause begins."""

    status: ProjectStatus
    kind: str
    clause: int
    start: int
    end: int


def find_signs(
    text: str, start: int, end: int, day: date | None = None, since: int | None = None
) -> Iterator[Sign]:
    """Yield the signs of how far a thing is in a piece of a text, in which nothing is quoted.

    What is hoped for or planned governs the clauses behind it, up to one that tells of now; it is
    looked for from ``since`` on, by default in the piece itself. Times after ``day`` are to come.

    >>> text = "大桥去年开工，计划明年通车"
    >>> [(one.status, text[one.start : one.end]) for one in find_signs(text, 0, len(text))]
    [('under_construction', '开工'), ('planned', '通车')]
    """
    hoped, is_dated = "", False
    for clause in _CLAUSE.finditer(text, start if since is None else since, end):
        if _NOW.search(clause[0]):
            hoped = ""
        later = find_hope(clause[0]) or _find_later(clause[0], day, is_dated)
        is_dated = is_dated or bool(_ANY_YEAR.search(clause[0]))
        if _ONCE_BUILT.fullmatch(later) and _has_come_of_it(text, clause.end()):
            continue
        begin = clause.start()
        if begin < start:
            hoped = later or hoped
            continue
        governing = (
            end_of_condition(text, *clause.span()),
            *(begin + _end_of(one, clause[0]) for one in (_FORMER, _ONCE)),
        )
        for verb in _verbs().finditer(text, *clause.span()):
            near = text[max(begin, verb.start() - _NEAR) : verb.start()]
            several = bool(_EACH.search(text, max(begin, verb.start() - _FAR), verb.start()))
            before = Before(near, several, *(end <= verb.start() for end in governing))
            kind = verb.lastgroup or ""
            if cuts_words(text, *verb.span()):
                continue
            if status := _read(kind, before, text, verb.end(), hoped or later):
                yield Sign(status, kind, begin, *verb.span())
        hoped = later or hoped


def _has_come_of_it(text: str, end: int) -> bool:
    """Return whether the rest of a sentence tells what has come of a thing, and of nothing more."""
    return bool(_CAME_OF_IT.match(text, end)) and not _MAY_COME.match(text, end)


def is_sought(hope: str) -> bool:
    """Return whether a word of hope says that somebody strives, rather than plans."""
    return bool(_SOUGHT.search(hope))


def _end_of(pattern: re.Pattern[str], clause: str) -> int:
    """Return where the first words of a kind end in a clause; without any, behind all of it."""
    found = pattern.search(clause)
    return found.end() if found else len(clause)


def _read(kind: str, before: Before, text: str, end: int, hope: str) -> ProjectStatus | None:
    """Return what a verb of a kind tells, given the words before it and what is hoped for."""
    near = before.near
    if (on_list := _ON_LIST.search(near)) and _LIST.match(text, end):
        return None if on_list["no"] else "planned"
    if _DENIED.search(near) or _DENIED_AFAR.search(near) or before.is_condition:
        not_begun = text.endswith(_BEGINS, 0, end) and _NOT_YET.search(near)
        is_soon = _SOON.search(near) and kind in ("operates", "completes", "builds")
        if not_begun or (is_soon and not before.is_condition and not _NOUN.match(text, end)):
            return "planned"
        return "stalled" if kind == "resumes" else None
    if kind in ("studies", "seeks"):
        is_over = kind == "studies" and (_PASSED.search(near) or _PASSES.match(text, end))
        return "planned" if is_over else _KINDS[kind]
    if text.startswith("后", end) and _SINCE_THEN.search(near) and not hope:
        return _KINDS[kind]
    if _tells_nothing(kind, before, text, end):
        return None
    if hope and kind not in ("stalls", "signs") and not text.endswith(STANDING, 0, end):
        if right_before(_PACED, text, end):
            return None  # what has begun may be to go on, too
        return "sought" if is_sought(hope) else "planned"
    is_part = kind in ("operates", "completes") and (
        (_BY_AND_BY.search(near) and not before.is_of_several)
        or _OF_PART.search(near)
        or _LENGTH.match(text, end)
    )
    is_trial = text.endswith("通水", 0, end) and _TRIAL.match(text, end)
    return "under_construction" if is_part or is_trial else _KINDS[kind]


def _tells_nothing(kind: str, before: Before, text: str, end: int) -> bool:
    """Return whether the words around a verb keep it from telling how far a thing is."""
    near = before.near
    if text.endswith("建成", 0, end) and _MADE_INTO.search(near) and _INTO.match(text, end):
        return True
    is_held = text.startswith(_CEREMONY, end) and _HELD.search(near)
    if before.is_former or _ABLE.search(near) or (_NOUN.match(text, end) and not is_held):
        return True
    if kind == "stalls" and (_SERVICE.search(near) or _SERVES.match(text, end)):
        return True
    if kind != "signs" and _FIRMS.search(near):
        return True
    if kind in ("operates", "completes") and _HURRIED.search(near):
        return True
    return kind == "stalls" and before.is_once


def find_hope(clause: str) -> str:
    """Return the word of a clause that tells that nothing has happened yet, or nothing."""
    clause = _PRICED.sub("", clause)
    if found := HOPED.search(clause) or _LATER.search(clause):
        sought = _SOUGHT.search(clause)
        return sought[0] if sought else found[0]
    once = _ONCE_BUILT.search(clause)
    return once[0] if once and not _SINCE_THEN.search(clause[: once.start()]) else ""


def _find_later(clause: str, day: date | None, is_dated: bool) -> str:
    """Return the year or month of a clause that is still to come on a day, or nothing.

    A month without a year is of the year of that day, but not where a clause before it has a year.
    """
    if day is None:
        return ""
    for one in _YEAR.finditer(clause):
        if int(one[1]) > day.year:
            return one[0]
    for one in _MONTH.finditer(clause):
        is_of_this_year = one["this"] or not (is_dated or _ANY_YEAR.search(clause))
        if is_of_this_year and day.month < int(one["month"]) <= _MONTHS:
            return one[0]
    return ""


def conclude_status(signs: Sequence[Sign], text: str = "") -> Sign | None:
    """Return the sign that tells how far a project is, of all in the words about it.

    A standstill counts where nothing was taken up again behind it; else what is farthest.
    ``text`` are these words: where they tell of the rest of it, the project is not complete.
    """
    halts = [at for at, one in enumerate(signs) if one.status == "stalled"]
    if halts and not any(_goes_on(one) for one in signs[halts[-1] + 1 :]):
        stopped = [at for at in halts if signs[at].kind == "stalls"]  # it is what has a date
        return signs[(stopped or halts)[-1]]
    going = [one for one in signs if one.status != "stalled"]
    planned = {one.kind for one in going if one.status == "planned"}
    if "builds" in planned and planned & {"operates", "completes"}:  # it has a timetable
        going = [one for one in going if one.status != "proposed"]
    found = min(going, key=lambda one: _SUREST.index(one.status), default=None)
    if found and found.status in ("operating", "completed") and _REST.search(text):
        return found._replace(status="under_construction")
    return found


def _goes_on(sign: Sign) -> bool:
    is_done = sign.status in ("operating", "completed", "under_construction")
    return is_done and sign.kind in ("resumes", "operates", "completes")


def find_verb(text: str, start: int, end: int) -> bool:
    """Return whether a verb that tells how far a thing is stands in a piece of a text."""
    return bool(_verbs().search(text, start, end))


@cache
def _verbs() -> re.Pattern[str]:
    each = (f"(?P<{kind}>{alternatives(kind)}{_MORE.get(kind, '')})" for kind in _KINDS)
    return re.compile("|".join(each))
