"""The rules on what is given as done, under way or planned, and told otherwise by its words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.hopes import (
    COME_ABOUT,
    FORETOLD,
    HAPPENED,
    MAY_BE_OPEN,
    PLANS,
    STRIVEN,
    find_hope,
)
from briefing.checks.marks import is_in_title, limits_of_clause, limits_of_sentence, stands_between
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.spans import Span
from briefing.checks.stages import ALREADY, HAS, HOPED, MUST
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.choices import NOT_BEGUN, Stage
from briefing.model.parts import infers, is_implied
from briefing.model.records import Figure, Project
from briefing.names.issuing import ISSUE
from briefing.names.quoted import find_quoted
from briefing.problem import Finding, message
from briefing.quantities import Quantity

_MARKS = re.compile("[“”]")
_TITLE = re.compile("《[^《》]{1,80}》")

_CALLED_FOR = re.compile(
    "下一步|今后|接下来|下半年|明年|推动(?!了)"
    f"|(?:指出|强调|要求|提出|表示)[^。；]{{0,14}}?[，,：:]?“?(?:{MUST}|将|构建|打造|建设|推动|推进)"
    f"|{MUST}(?=当|坚持|把|使|继续|在|以|完善|加强|做|让|进一步)"
)
"""Words, besides those of hope, behind which a thing is still to be done."""
_OF_ITS_CLAUSE = re.compile("谋划|前期工作|可研|可行性研究")
"""Words of what is done before any work: 谋划活动，发出首趟班列."""
_DOES = re.compile(
    "[^，,。；、]{0,8}?(?:发[出送放]|开[出行通展]|举[办行]|承办|组织|完成|出台|印发|帮助|帮扶|引进|签[订下署约]|派[出驻]|选派|促成|达成|新增|建成)"
)
"""What begins a clause with a verb of its own, which no such word before it governs."""
_TOLD_APART = re.compile(
    "先后|相继|首次|圆满|一举|成功(?=[举获入创签研引发开申通])|荣?获(?:评|批|奖|得)|创下"
)
"""Words of what has come about, whatever is hoped for in a clause before."""
_ISSUED = re.compile(f"(?:{ISSUE}|下发|制定|通过)了[^，。；]{{0,20}}$")
"""What before a word makes it part of the title of what was issued: 出台了推动…的意见."""
_PURSUED = re.compile("推|加")
"""How words begin that may be said of what is under way as well: 推动, 加快."""
_GOES_ON = re.compile(
    "正[在加抓]|正(?=[推建开打培进逐织探着积全大有稳不日由以])|加[快速紧](?!了)|推进(?!会|了|小组|办)"
    "|不断|持续|逐步|稳步|深入(?=实施|推进)|仍在|还在|着手|紧锣密鼓"
)
"""Words by which a thing goes on, and is not over."""
_IS_OVER = re.compile(
    f"{HAS}|{ALREADY}|累计|完成|建成|成功|通过|出台|印发|发布|公布|上线|落地|实现|设立|成立|启动|获批"
    "|(?:[构搭]建|[建设成]立|培育|打造)起"
)
"""Words by which something has come about, so that what goes on may be another thing."""
_BORNE_OUT = re.compile(
    f"{_IS_OVER.pattern}|同比|年来|如今|目前|截至|去年|今年以来|首次|成为|位居|获|列|入选"
    "|[升增涨降减][至到为]|超|达"
    "|(?:大幅|显著|明显)(?:提[升高]|改善|增[强加]|下降|减少)"
)
"""Words that stand where something has come about."""
_TO_DO = re.compile(
    "打造|构建|培育|做[强优大]|壮大|深化|强化|加强|完善|优化|提升|支持|鼓励|引导|坚持|统筹|围绕|聚焦|扎实|促进"
)
"""Verbs of duties, which alone do not tell that anything has come about."""


class _Place(NamedTuple):
    """Where an anchor first stands in the text of a paragraph, and what is read around it.

    ``bare`` is the text without the names in it, and ``ahead`` are the times of its sentence that
    are still to come.
    """

    text: str
    bare: str
    end: int
    sentence: Span
    clause: Span
    ahead: list[Span]

    @property
    def said(self) -> str:
        """The words of its sentence."""
        return self.text[slice(*self.sentence)]


@source_rule(warning=True)
def stage_of_sentence(context: ProofContext) -> Iterator[Finding]:
    """The sentence of a strategy, a measure or a role shows another stage than it has. A warning.

    What is done or under way is doubted if 下一步, 指出要, 力争 or a time that is still to come
    stands before its anchor, and nothing after that shows that it has come about. What is done is
    doubted if its clause says that it goes on, as by 正在 or 持续, or only what there is to do, as
    by 打造 or 加强. What is planned, expected or sought is doubted if 了, 已, 成立 or the like
    stands in its sentence, and no word of a plan. Words in quoted names, in titles and within the
    names of records show no stage, nor does 谋划 of a later clause that has a verb of its own. An
    `inferred` stage is doubted only if it is done and its clause has a word of hope. Nothing is
    found if the words around any anchor may fit the stage.

    Passes:
        # 下一步，青川市将治理甲河。
        strategies: [{id: river, name: {zh: 治理甲河}, kind: effort, stage: planned,
          evidence: [{paragraph: 2, anchor: 治理甲河}]}]
    Fails:
        # 下一步，青川市将治理甲河。
        strategies: [{id: river, name: {zh: 治理甲河}, kind: effort, stage: done,
          evidence: [{paragraph: 2, anchor: 治理甲河}]}]
    """
    for path, claim in context.article.claims:
        stage = getattr(claim, "stage", None)
        if stage is None or isinstance(claim, (Figure, Project)):
            continue
        if is_implied(claim):
            continue
        places = list(_find_places(context, claim))
        doubts = _DOUBTS.get(stage, ())
        if infers(claim, "stage"):
            doubts = (_find_contrary_hope,) if stage == "done" else ()
        for doubt in doubts:
            told = doubt(places[0]) if places else ""
            if told and all(doubt(one) for one in places[1:]):
                found = message("stage-of-sentence", stage=stage, verb=told)
                yield Finding(found, (*path, "stage"))
                break


def _find_places(context: ProofContext, claim: Any) -> Iterator[_Place]:
    """Yield where the anchors of a claim stand."""
    for proof in claim.evidence:
        place = context.locate_anchor(proof)
        if place is None:
            continue
        text, _, end = place
        sentence, clause = limits_of_sentence(*place), limits_of_clause(*place)
        ahead = context.times_ahead.get(proof.paragraph, ())
        begin, stop = (bisect_left(ahead, (at, 0)) for at in sentence)
        bare = _hide_names(context, proof.paragraph)
        yield _Place(text, bare, end, sentence, clause, list(ahead[begin:stop]))


@once
def _names_with_hope(context: ProofContext) -> list[str]:
    """Return the names of records that have a word of hope behind their first character."""
    names = (getattr(one, "name", None) for one in context.article.records())
    return [name.zh for name in names if name and HOPED.search(name.zh, 1)]


@once
def _hide_names(context: ProofContext, number: int) -> str:
    """Return the text of a paragraph, as long as it is, without titles, quoted and given names.

    The first character of a record's name stays: 力争建成码头 is hoped for, and 项目争取年 is not.
    """
    text = context.text_of(number)
    spans = [(one.start, one.end) for one in find_quoted(text)]
    spans += [one.span() for one in _TITLE.finditer(text)]
    spans += [
        (a + 1, b)
        for name in _names_with_hope(context)
        for a, b in context.occurrences(number, name)
    ]
    hidden = list(text)
    for start, end in spans:
        hidden[start:end] = "〇" * (end - start)
    return "".join(hidden)


def _find_hope(place: _Place) -> str:
    """Return the last words before the end of an anchor by which a thing is still to be done.

    Nothing is returned where something behind them has come about.
    """
    text, end = place.bare, place.end
    first, (clause, last) = place.sentence[0], place.clause
    is_own = _DOES.match(text, clause, last)
    hopes = [
        one.span()
        for words in (STRIVEN, HOPED, _CALLED_FOR)
        for one in words.finditer(text, first, end)
        if not text.startswith("的", one.end())
        and not _ISSUED.search(text, first, one.start())
        and not (one.start() < clause and is_own and _OF_ITS_CLAUSE.match(one[0]))
    ]
    hopes += [
        one for one in place.ahead if one[0] < end and not is_in_title(place.text, one[0], first)
    ]
    start, stop = max(hopes, key=lambda one: one[1], default=(end, end))
    happened = HAPPENED.search(_MARKS.sub("〇", text[stop:last]))
    if happened or (stop <= clause and _TOLD_APART.search(text, clause, last)):
        return ""
    return place.text[start:stop]


def _find_contrary_hope(place: _Place) -> str:
    """Return such words if the clause itself has them, against which no stage is concluded."""
    hope = _find_hope(place)
    is_open = not _CALLED_FOR.fullmatch(hope) and hope in place.text[slice(*place.clause)]
    return hope if is_open else ""


def _find_hope_beyond(place: _Place) -> str:
    """Return such words but for those that may be said of what is under way as well."""
    hope = _find_hope(place)
    return "" if _PURSUED.match(hope) else hope


def _find_going_on(place: _Place) -> str:
    """Return the word by which the clause of an anchor tells that a thing goes on, or nothing."""
    goes_on = _GOES_ON.search(place.bare, *place.clause)
    is_over = _IS_OVER.search(place.text, *place.clause)
    return goes_on[0] if goes_on and not is_over else ""


def _find_duty(place: _Place) -> str:
    """Return the verb of a clause that tells what there is to do, and nothing that is done."""
    to_do = _TO_DO.search(place.bare, *place.clause)
    return to_do[0] if to_do and not _BORNE_OUT.search(place.said) else ""


def _find_result(place: _Place) -> str:
    """Return the word by which a sentence tells what has come about, and nothing of a plan."""
    clause = place.text[slice(*place.clause)]
    told = COME_ABOUT.search(clause)
    if told and not PLANS.search(clause):
        return told[0]
    first, last = place.sentence
    before, _ = limits_of_sentence(place.text, max(first - 1, 0), max(first - 1, 0))
    words = (HOPED, MAY_BE_OPEN, _CALLED_FOR, _GOES_ON)
    if place.ahead or any(one.search(place.text, before, last) for one in words):
        return ""
    result = _BORNE_OUT.search(place.said)
    return result[0] if result else ""


_DOUBTS: dict[Stage, tuple[Callable[[_Place], str], ...]] = {
    "done": (_find_hope, _find_going_on, _find_duty),
    "under_way": (_find_hope_beyond,),
    "planned": (_find_result,),
    "expected": (_find_result,),
    "sought": (_find_result,),
}
"""What finds, for each stage, the words around an anchor that speak against it."""


@source_rule(warning=True)
def stage_not_told(context: ProofContext) -> Iterator[Finding]:
    """Nothing beside a figure's number shows that it is planned, expected or sought. A warning.

    A word of hope, of a plan or a demand, or a time that is still to come must stand in the
    sentence of its number or in the one before; for what is expected, 预计, 有望, 将 or the like.
    If 了, 已 or 累计 says that something has come about, the clause of the number itself must have
    the plan. A figure that is done is doubted if 力争, 计划 or the like stands before it, or a
    time that is still to come, or 建成后 with 可 or 能, and nothing after that shows that it has
    come about. An `inferred` stage is doubted only if the clause of the number has the word.

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
        if figure.in_name:
            continue
        is_inferred = "stage" in figure.inferred
        stated = stated_quantities(context, figure)
        path = ("figures", index, "stage")
        if not stated:
            continue
        may_be = partial(_may_be_at, figure.stage, context)
        if not is_inferred and figure.stage in NOT_BEGUN and not any(map(may_be, stated)):
            yield Finding(message("stage-not-told", stage=figure.stage), path)
        is_done = figure.stage == "done"
        find = partial(_find_hope_in_clause if is_inferred else find_hope, context)
        if hope := find_told(stated, find) if is_done else "":
            yield Finding(message("stage-not-told.done", verb=hope), path)


def _find_hope_in_clause(context: ProofContext, quantity: Quantity) -> str:
    """Return the word of hope that governs a number, if its own clause has it."""
    text, begin, end = context.locate(quantity)
    hope = find_hope(context, quantity)
    return hope if hope and hope in text[slice(*limits_of_clause(text, begin, end))] else ""


def _may_be_at(stage: Stage, context: ProofContext, quantity: Quantity) -> bool:
    """Return whether the words beside a number may tell that it is at a stage before any work."""
    text, begin, end = context.locate(quantity)
    first, last = limits_of_sentence(text, begin, end)
    clause = text[slice(*limits_of_clause(text, begin, end))]
    if COME_ABOUT.search(clause) and not PLANS.search(clause):
        return False
    before, _ = limits_of_sentence(text, max(first - 1, 0), max(first - 1, 0))
    if stage == "expected" and not stands_between(FORETOLD, text, before, last):
        return False
    ahead = context.times_ahead.get(quantity.paragraph, ())
    return bool(
        stands_between(HOPED, text, before, last)
        or stands_between(MAY_BE_OPEN, text, before, last)
        or bisect_left(ahead, (before, 0)) < bisect_left(ahead, (last, 0))
    )
