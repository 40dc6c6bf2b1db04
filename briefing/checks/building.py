"""What a paragraph tells of how far each project is that it names, and what of a part of it alone.

A verb tells of the whole only where its subject is the project. 甲灌区工程总干渠建成 tells that a
part of the irrigation scheme is built, and thus that the scheme is being built.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from briefing.checks.progress import STANDING, Sign, find_hope, find_signs, is_sought
from briefing.checks.stages import hide_quoted
from briefing.model.choices import ProjectStatus

_SENTENCE = re.compile("[^。；！？]{1,600}")
BUILT = re.compile(
    "(?:建设|新建|共建|合建|建成|开工|动工|兴建|修建|启用|投用|续建|扩建|改建|筹建|开建|援建|争取)(?:了|起)?$"
)
"""The verbs right before the name of what is built."""
_LISTED = re.compile("(?:〇+(?:[（(][^（）()]*[）)])?[、和与及])+$")
"""Other projects before one in a list, which the verb before the list governs as well."""
_URGED = re.compile(
    "(?:推动|推进|促进|力促|助推|抓好|加快)〇[〇、和与及（）()]*(?:等[^，。；〇]{0,12})?(?:尽早|尽快|早日|如期|实现|全面|全部|集中|陆续)*$"
)
"""What before a verb tells that somebody works towards it: 推动甲项目、乙项目建成."""
_SO_FAR = re.compile(
    "[去上]年|年来|以来|过去|同比|累计|先后|相继|成功|已|如今|了(?!解)|今年[^，。；]{0,6}[达超增]|更[^，。；]{1,2}[。；]|日均"
)
"""Words near results, where what was worked towards may have come about."""
_NEAR_RESULTS = 200
"""So many characters beside a verb are looked through for them."""
_UNDER_WAY = re.compile(
    "(?:正在?|仍在|还在)(?:加快|加紧|抓紧|加速|全力|有序|稳步|积极)*(?:进行|开展|实施|推进|建设|修建|打造|改造|铺设|安装)?的?"
    "[^，。；的]{0,3}$"
)
"""What right before a project tells that it is being built: 正在进行的甲改造."""
_TO_BUILD = re.compile(
    "(?:打造|布局|引进|加装|安装|铺设|新增|启动|实施|推进|设立|创建|[新扩改共合]?建)(?:了|起)?[^，。；]{0,6}$"
)
"""Verbs right before what is still to be built, where a word of hope stands before them."""
_AGAIN = "该|这[条座个]|项目|工程|主体|全线"
"""How a sentence may begin that is about the project of the sentence before it."""
_OBJECT = re.compile(
    "了?[一-鿿“”〇、]{1,24}?[\\d一二两三四五六七八九十][\\d.万多余]*[座个条项处台公家]"
)
"""What behind a verb that begins a clause is its object, and no earlier project."""
_ADVERBS = re.compile("(?:已经?|新|又|还|并|再|累计|共|先后|陆续|相继|同时|目前)*")
PARTS = (
    "[导引泄]流[洞渠]|泄洪[洞闸]|隧洞|隧道|竖井|斜井|[干支]渠|渠[道首段]|[大副]坝|[力拱土石]坝|坝体|围堰|堤[防段]|闸[门室]|节制闸"
    "|泵站|船闸|厂房|车间|机组|主[桥塔梁]|引桥|桥[塔墩梁]|路[基面]|匝道|互通|站房|车站|航站楼|跑道|塔台|廊桥"
    "|主体(?:工程|结构|建筑)?|结构|基[础坑]|桩基|管[廊网道线]|支线|标段|[东西南北中首]段|泊位|堆场|宿舍|[住门教综]\\w楼|储罐|升压站"
    "|控制性工程|配套工程|附属工程|[0-9一二两三四五六七八九十]+[段台孔]|先[导行]区|起步区|核心区|示范段|首期|一期|风机|组件|铁塔|塔筒"
)
"""The parts of works, each as a common noun."""
_PART = re.compile(
    f"(?P<part>{PARTS})(?:、\\w{{1,8}})?(?:等)?(?:\\d*[座条个处项台孔])?(?:主体|附属|配套)?(?:工程|项目|结构|建设|施工|作业)?的?(?![区县市])"
    "[^，的、和与]{0,14}$"
)
"""A part of a project as the subject of a verb, with the adverbs before the verb."""
_ALL = re.compile("全部|全面|全容量|所有|各(?:标段|机组)|千瓦的?机组|\\d(?:MW|GW)机组")
"""Words by which all parts of a kind are meant, or what the whole of a power station is."""
_JOINED = re.compile("[、和与及同跟]")
_AND = re.compile("[及和与暨、并]")
_OTHERS = re.compile(
    "(?:另有?|还有)?(?:第?[\\d一二两三四五六七八九十百余多]+[个项批]|总投资)[^，。；]{0,30}(?:项目|工程)[^，。；]{0,8}"
)
"""What begins a clause and has a verb of its own as other projects: 87个项目集中开工."""
_SOON = re.compile("即将[^，。；]{0,3}$")
"""What before a verb tells that a part will soon be ready, so that the whole is being built."""
_BEGINS = re.compile("开[工建]|[动启]工|启动|兴建")
"""What will soon begin tells nothing of the whole."""
_NEXT = 10
"""Characters between the name of a project and that of a part of it, at most."""
_MOST_SENTENCES = 3
_LONGEST = 600


class Mention(NamedTuple):
    """A project at offsets of a paragraph, by its name, which for a phase has that of the whole."""

    start: int
    end: int
    name: str


class Account(NamedTuple):
    """What the words about a mention tell: from the beginning of its ``clause`` to ``last``."""

    clause: int
    last: int
    signs: tuple[Sign, ...]


def read_mentions(
    text: str, mentions: Sequence[Mention], day: date | None = None
) -> tuple[str, list[Account]]:
    """Return a paragraph without names and quoted words, and what it tells of each mention.

    The mentions are in order, and the paragraph has wide marks. Times after ``day`` are to come.

    >>> text = "甲灌区工程总干渠建成。"
    >>> _, [account] = read_mentions(text, [Mention(0, 5, "甲灌区工程")])
    >>> [one.status for one in account.signs]
    ['under_construction']
    """
    sentences = sentences_of(text)
    bare = _hide(text, mentions)
    clauses = [_clause_start(bare, one.start) for one in mentions]
    accounts = []
    for at, one in enumerate(mentions):
        first, last = _region(bare, sentences, mentions, clauses, at)
        clause = clauses[at]
        begins = bool(BUILT.search(bare, clause, one.start)) and first == clause
        since = sentences[bisect_right(sentences, (clause, len(text))) - 1][0] if begins else first
        is_means = bare.endswith("以", 0, one.start) and bare.startswith("为", one.end)
        signs = (
            _weigh(bare, mentions, at, sign)
            for sign in find_signs(bare, first, last, day, since)
            if (sign.start >= clause or sign.kind == "signs")
            and not (is_means and sign.clause <= clause)
            and not _has_object(bare, sign, one.end)
        )
        own = _keep_own(bare, one, tuple(filter(None, signs)))
        accounts.append(Account(clause, last, own))
    return bare, accounts


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a paragraph begin and end, each with 600 characters at most."""
    return [one.span() for one in _SENTENCE.finditer(text)]


def find_plan(text: str, mention: Mention, clause: int) -> Sign | None:
    """Return what the words right before a project tell of it, of which no verb tells more.

    正在 tells that it is being built. 将 or a word of hope tells that it is planned or sought, and
    a verb of building alone, as 建设, that it is to be built or being built: its kind is ``to``.
    The ``text`` is without names and quoted words; ``clause`` is where that of the mention begins.
    """
    at = start_of_list(text, clause, mention.start)
    if found := _UNDER_WAY.search(text, clause, at):
        return Sign("under_construction", "builds", clause, *found.span())
    built = BUILT.search(text, clause, at)
    hope = find_hope(text[clause:at])
    if hope and (built or _TO_BUILD.search(text, clause, at)):
        start = text.index(hope, clause)
        status: ProjectStatus = "sought" if is_sought(hope) else "planned"
        return Sign(status, "plans", clause, start, start + len(hope))
    if not built or built[0].startswith("建成"):
        return None
    if built[0].startswith("续建"):  # it was begun before
        return Sign("under_construction", "builds", clause, *built.span())
    return Sign("planned", "to", clause, *built.span())


def start_of_list(text: str, first: int, at: int) -> int:
    """Return where a list begins of which one project stands at an offset; alone, it begins there.

    The ``text`` is without names, and is looked at from the offset ``first`` on.
    """
    before = _LISTED.search(text, max(first, at - _LONGEST), at)
    return before.start() if before else at


def _weigh(text: str, mentions: Sequence[Mention], at: int, sign: Sign) -> Sign | None:
    """Return what a sign tells of a mentioned project, of which it may concern a part alone.

    A part that is built tells that the whole is being built; what is planned or hoped of a part
    tells nothing of it. What somebody works towards is planned, but where results are told.
    """
    if _is_urged(text, sign):
        return sign._replace(status="planned")
    if not _is_of_part(text, mentions, at, sign):
        return sign
    is_near = _SOON.search(text, sign.clause, sign.start) and not _BEGINS.match(text, sign.start)
    if sign.status in ("operating", "completed") or is_near:
        return sign._replace(status="under_construction")
    return None if sign.status in ("planned", "sought") else sign


def _is_urged(text: str, sign: Sign) -> bool:
    """Return whether a verb tells only what somebody works towards: 推动甲项目开工."""
    if sign.status not in ("operating", "completed", "under_construction"):
        return False
    if text.endswith(STANDING, sign.start, sign.end):  # 推进甲大桥等在建项目
        return False
    if not _URGED.search(text, sign.clause, sign.start):
        return False
    first = max(0, sign.clause - _NEAR_RESULTS)
    return not _SO_FAR.search(text, first, sign.end + _NEAR_RESULTS)


def _is_of_part(text: str, mentions: Sequence[Mention], at: int, sign: Sign) -> bool:
    """Return whether the subject of a verb is a part of a mentioned project."""
    one = mentions[at]
    begin = max(sign.clause, one.end if one.start < sign.start else sign.clause)
    behind = mentions[at + 1] if at + 1 < len(mentions) else None
    if behind and begin == one.end <= behind.start <= min(sign.start, one.end + _NEXT):
        return not _JOINED.search(text, one.end, behind.start)
    part = _PART.search(text, begin, sign.start)
    if not part or one.name.endswith(part["part"][-2:]):
        return False
    return not _ALL.search(text, begin, sign.start)


def _keep_own(text: str, mention: Mention, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Return the signs without those of others, where a verb behind the name in its clause tells.

    Others are what is joined to the project before it, as in 甲项目开工及乙项目签约, and projects
    with a number of their own in a later clause.
    """
    comma = text.find("，", mention.end)
    stop = comma if comma >= 0 else len(text)
    if not any(mention.end <= one.start < stop for one in signs):
        return signs
    return tuple(
        one
        for one in signs
        if not (one.end <= mention.start and _AND.search(text, one.end, mention.start))
        and not (one.clause >= mention.end and _OTHERS.fullmatch(text, one.clause, one.start))
    )


def _has_object(text: str, sign: Sign, end: int) -> bool:
    """Return whether a verb of a later clause tells of other things: …开工，建成水库3座."""
    is_later = sign.clause >= end and _ADVERBS.fullmatch(text, sign.clause, sign.start)
    return bool(is_later and _OBJECT.match(text, sign.end))


def _hide(text: str, mentions: Sequence[Mention]) -> str:
    """Return a text in which neither names nor quoted words can be taken for verbs."""
    hidden = list(hide_quoted(text))
    for one in mentions:
        hidden[one.start : one.end] = "〇" * (one.end - one.start)
    return "".join(hidden)


def _region(
    text: str,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    clauses: Sequence[int],
    at: int,
) -> tuple[int, int]:
    """Return where the words about a project begin and end.

    They begin with the sentence, or behind another project in it, and go up to the clause of the
    next one, over the sentences that go on to tell of it. The ``clauses`` are where those of the
    mentions begin.
    """
    clause = clauses[at]
    index = bisect_right(sentences, (mentions[at].start, len(text))) - 1
    first, last = sentences[index]
    before = bisect_left(clauses, clause, hi=at)
    start = clause if before and mentions[before - 1].start >= first else first
    behind = bisect_right(clauses, clause, lo=at)
    stop = clauses[behind] if behind < len(mentions) else len(text)
    for begin, end in sentences[index + 1 : index + 1 + _MOST_SENTENCES]:
        if stop <= begin or not _goes_on(text, begin, mentions[at].name):
            break
        last = end
    return start, min(last, stop)


def _goes_on(text: str, begin: int, name: str) -> bool:
    """Return whether a sentence goes on to tell of a project: by 该项目, or the end of its name."""
    ends = f"{re.escape(name[-2:])}|[大该新]{re.escape(name[-1])}"
    return bool(re.compile(f"(?:[^，]{{0,10}}，)?(?:{_AGAIN}|{ends})").match(text, begin))


def _clause_start(text: str, at: int) -> int:
    far = max(0, at - _LONGEST)
    start = max(text.rfind(mark, far, at) + 1 for mark in "，：。；！？") or far
    if text.startswith(("及", "以及"), start) and text[start - 1 : start] == "，":
        return max(text.rfind(mark, far, start - 1) + 1 for mark in "，：。；！？") or far
    return start  # 建成甲水库，及乙水库: what goes on with 及 has the verb before it
