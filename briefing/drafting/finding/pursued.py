"""What is pursued: projects that are built, prepared or aimed at, as the words around them tell."""

import re
from collections.abc import Sequence
from datetime import date

from briefing.checks.building import Mention, find_plan, start_of_list
from briefing.checks.progress import ENDING, Sign, conclude_status, find_signs
from briefing.drafting.finding.listing import last_match

_PURSUED = re.compile(
    "(?:(?P<goes>加快|加速|推进|推动)(?:推进|突破)?|(?P<begun>启动|深入实施|开始实施|组织实施|大力实施|开工|实施)"
    "|(?P<aim>打造|建好|构筑|布局))(?:了|一批)?(?:以[^，。；]{2,40}为[^，。；]{1,4}的)?(?P<built>建设)?$"
)
"""Verbs right before what is built, or done as a programme, or before the list of such."""
_BUILDING = re.compile(
    "(?:[（(][^（）()]*[）)])?(?:[、和与及]〇+(?:[（(][^（）()]*[）)])?)*(?:(?P<several>等[^，。；〇]{0,8}?(?:项目|工程))|等[^，。；〇]{0,10}?)?"
    "(?:的?(?:重[大点])?(?:项目|工程)?(?:建设|施工|提速)(?![好成用]|工作|标准|水平|指南|资金)"
    "|的对接|(?P<prepares>的?(?:项目|工程)?的?(?:勘[测察]|设计|可研|前期工作)))"
)
"""What right behind what is pursued tells that it is built, or prepared: 加快甲基地建设."""
_WORKED_FOR = re.compile("力争|争取|确保|推动|促进|力促")
"""Words by which somebody works towards an end."""
_TO_COME = re.compile(
    "(?:建成|竣工|完工|投产|达产|通车|投用|投入使用|投入运营)(?:之|以)?后，?[^。；！？]{0,30}?(?:将|可(?!是)|预计)"
    "|^，?计划总?投资"
)
"""What behind a project tells what it will bring, or is to cost, so that it is not built yet."""
_STOP = re.compile("[。！？]")
_PROJECTS = re.compile("(?:项目|工程)[^，。；]{0,8}$|(?:开工|签约|竣工|投产)的?(?:有|包括|为|是)?$")
"""How the words before a list of projects end: 集中开工项目分别为."""
_NAMED = re.compile(
    "(?P<verb>开工|签约|竣工|投产|投用|建成)(?:建设)?的?(?:重[大点])?(?:项目|工程)?(?:中，?)?(?:主要)?(?:有|包括)(?=〇|[^，。；]{0,30}〇)"
)
"""What in a sentence tells what the projects behind it are: 此次开工的项目有甲、乙，还有丙."""
_QUOTES = ("“", "〇")
"""The mark before a quoted name, which may be left out of the text with the name."""
_FARTHEST = 300


def find_aim(text: str, mention: Mention, clause: int, last: int) -> Sign | None:
    """Return what verbs of building and pursuing before a project tell, if no other verb does.

    Without these it is what is told of the time after it is built, up to the offset ``last``.
    """
    plan = find_plan(text, mention, clause)
    if plan and plan.kind != "to":
        return plan
    if told := find_pursued(text, mention, clause) or plan:
        return told
    to_come = _TO_COME.search(text[mention.end : last])
    if not to_come:
        return None
    start, end = (mention.end + at for at in to_come.span())
    return Sign("planned", "to", clause, start, end)


def is_pursued(text: str, start: int, end: int) -> bool:
    """Return whether a verb of pursuing stands right before what begins at the offset ``end``."""
    return bool(_PURSUED.search(text, start, start_of_list(text, start, end)))


def find_pursued(text: str, mention: Mention, clause: int) -> Sign | None:
    """Return what 加快…建设, 实施 or 打造 around a project tell of it, if no verb tells more.

    It is looked for before and behind the list that the project stands in.
    """
    start = start_of_list(text, clause, mention.start)
    is_quoted = text.startswith(_QUOTES, start - 1)
    start -= is_quoted
    pursued = _PURSUED.search(text, max(clause, start - _FARTHEST), start)
    if not pursued or (pursued["aim"] and is_quoted):  # a goal has a name in quotation marks
        return None
    built = _BUILDING.match(text, mention.end)
    if pursued["aim"] or (pursued["goes"] and built and built["prepares"]):
        return Sign("planned", "to", clause, *pursued.span())
    if pursued["goes"] and not pursued["built"] and not (built and _is_paced(pursued, built)):
        return None
    return Sign("under_construction", "builds", clause, *pursued.span())


def _is_paced(pursued: re.Match[str], built: re.Match[str]) -> bool:
    """Return whether building goes on: of a list with 等项目 推进 alone does not tell it."""
    return not built["several"] or pursued["goes"].startswith("加")


def is_to_be_finished(text: str, told: Sign, signs: Sequence[Sign]) -> bool:
    """Return whether somebody works towards the end of a project, which was thus begun.

    That is so of 力争甲运河建成 where nothing tells that it is still to be begun: what is only
    expected, as 预计建成, may not have been begun.
    """
    if told.status not in ("planned", "sought") or not _is_end(text, told):
        return False
    begins = any(one.kind in ("builds", "plans") and not _is_end(text, one) for one in signs)
    return not begins and bool(_WORKED_FOR.search(text, told.clause, told.start))


def _is_end(text: str, sign: Sign) -> bool:
    """Return whether a verb tells of the end of building, or of what comes behind that."""
    return sign.kind in ("completes", "operates") or text.endswith(ENDING, sign.start, sign.end)


def find_of_list(text: str, start: int, day: date | None) -> Sign | None:
    """Return what the words before a list tell of each of its items: 开工的项目有：甲；乙.

    Such a list has ： and ； or goes on over commas to the end of its sentence.
    """
    since = max(0, start - _FARTHEST)
    head = max(since, *(text.rfind(mark, since, start) + 1 for mark in "。；！？"))
    if named := last_match(_NAMED, text, head, start):
        return conclude_status(list(find_signs(text, head, named.end("verb"), day)))
    colon = text.rfind("：", since, start)
    if colon < 0:
        return None
    stop = _STOP.search(text, colon + 1)
    end = stop.start() if stop else len(text)
    if end < start or "；" not in text[colon:end]:
        return None
    begin = max(text.rfind(mark, 0, colon) + 1 for mark in "，。；！？")
    if not _PROJECTS.search(text, begin, colon):
        return None
    return conclude_status(list(find_signs(text, begin, colon, day)))
