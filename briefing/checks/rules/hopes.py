"""The rules on our own prose that tells as a fact or as reached what the article hopes for."""

import datetime
import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from briefing.checks.agreement import Fault
from briefing.checks.beside import amounts_of
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Value
from briefing.checks.hopes import (
    COME_ABOUT,
    STRIVEN,
    find_hope,
    find_hope_at,
)
from briefing.checks.judging import Judged, judged_by_path, judged_numbers
from briefing.checks.marks import limits_of_clause, limits_of_sentence
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.stages import ALREADY, HAS, HOPED
from briefing.checks.tenses import Tense, find_other_tense, tell_tense
from briefing.model.choices import NOT_BEGUN
from briefing.model.forms import pairs_of
from briefing.model.parts import Evidence, Rendering, infers
from briefing.model.periods import CODE, days_of
from briefing.model.records import Figure, Term
from briefing.problem import Finding, Path, message
from briefing.quantities import Quantity

_DRAWN_UP = ("谋划", "储备")
"""Words of hope for what may be told as a fact: projects have been drawn up."""
_NEED_NOT_BE_TOLD = re.compile("[可能]|.*[年月日]|明")
"""Words of hope that a text may leave out: what a thing can do, and a time that is to come."""
_PLACED = re.compile(
    r"第|号|[期届]$|\d(?:st|nd|rd|th)\b|^(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th)$",
    re.I,
)
"""What tells the place of a thing in an order."""
_NOT_PROSE = ("name", "short", "due", "unit", "tier", "title")
"""Fields that tell no more than what a thing is called, or until when something is to be done."""


@source_rule(warning=True)
def hope_told_as_fact(context: ProofContext) -> Iterator[Finding]:
    """Our own prose gives a number as a fact that its evidence only hopes for. A warning.

    Wherever the number stands in the evidence, a word of hope, of a plan or of a demand governs
    it, or a time that is still to come. In our prose, in either language, the last verb before it
    must say so, too: plans to, is expected to, will; 将, 力争, 目标. So does "due" behind the whole
    of which a part is told: 12 of the 30 berths due. A text that no verb decides need say so only
    if the word of hope stands in the clause of the number, and is no time and no 可. The text of
    what has a stage need not say so again, but must not give the number as a fact.
    Ordinals, months without a year, labels of figures and names of records are not read; dates
    only if they are given as past. If one language has hope alone and the other one facts alone,
    this is reported as well.

    Passes:
        # 今年产量将达到5万吨。
        events:
        - {id: output, coined: true, name: {zh: 产量}, note: {zh: 将达5万吨, en: to be 50000 t},
           evidence: [{paragraph: 2, anchor: 产量将达到5万吨}]}
    Fails:
        # 今年产量将达到5万吨。
        events:
        - {id: output, coined: true, name: {zh: 产量}, note: {zh: 已达5万吨, en: It was 50000 t},
           evidence: [{paragraph: 2, anchor: 产量将达到5万吨}]}
    """
    numbers = list(_find_numbers(context))
    yield from numbers
    told = {one.path[:-1] for one in numbers}
    for part in context.own_texts:
        for where, text in part.texts:
            language, hope = find_other_tense(text.zh, text.en or "", context.day)
            if language and where[-1] not in _NOT_PROSE and where not in told:
                yield Finding(message("hope-told-as-fact.other", verb=hope), (*where, language))


def _find_numbers(context: ProofContext) -> Iterator[Finding]:
    """Yield the numbers that our prose does not tell as hoped for, as the evidence does."""
    for said in judged_numbers(context):
        if said.verdict.fault or isinstance(said.part, Figure) or said.path[-2] in _NOT_PROSE:
            continue
        number, language = said.number, str(said.path[-1])
        tense = tell_tense(said.text, language, number.start, number.end)
        hope = "" if _PLACED.search(number.words) else _find_hope(context, said, tense)
        if not hope or hope in _DRAWN_UP or (tense == "none" and _NEED_NOT_BE_TOLD.match(hope)):
            continue
        is_date = any(isinstance(value, str) for value, _ in said.held)
        if is_date and context.day and all(_is_over(value, context.day) for value, _ in said.held):
            continue
        need_not_tell = hasattr(said.part, "stage") or isinstance(said.part, Rendering) or is_date
        if tense == "fact" or (tense == "none" and not need_not_tell):
            key = "hope-told-as-fact" if tense == "fact" else "hope-told-as-fact.untold"
            yield Finding(message(key, number=number.words, verb=hope), said.path)


def _is_over(value: Value, day: datetime.date) -> bool:
    """Return whether a value is a time that is over on a day."""
    code = value.partition("T")[0] if isinstance(value, str) else ""
    return bool(re.match(CODE, code)) and days_of(code).last < day


def _find_hope(context: ProofContext, said: Judged, tense: Tense) -> str:
    """Return a word of hope if one governs a number of ours wherever its evidence has it, or ""."""
    known = amounts_of(context, said.owner)
    standing = [place for amount in said.held for place in known.get(amount, {}).items()]
    if any(quantity.kind == "ordinal" for _, quantity in standing):
        return ""  # what is called the ninth is so before it is held
    near = tense == "none"
    hopes = [find_hope(context, quantity, near=near) for _, quantity in standing]
    return hopes[0] if hopes and all(hopes) else ""


_CLAUSE = re.compile("[^，。；：！？,;:]+")
_HAN = "\u4e00-\u9fff"
_REACHED = re.compile(f"{ALREADY}经?(?P<ahead>[{_HAN}]{{2}})|(?P<behind>[{_HAN}]{{2}}){HAS}")
"""What tells in Chinese that something has come about, and its verb."""
_OPEN = re.compile(
    f"{HOPED.pattern}|{STRIVEN.pattern}|[将要拟待需可争望]|计划|规划|目标|部署|安排|如果|一旦"
)
"""Words by which our prose may tell of an aim all the same."""
_AGREED = re.compile(
    "发布|印发|出台|制定|编制|制订|提出|明确|列入|纳入|获批|批复|批准|签约|签订|签署|签下|立项|备案|启动|通过|宣布|公布"
    "|申报|成立|组建|谋划|推出|开始|形成共识|达成|选[定址]|推介|召开|举行|拟定|设立|下达|上报|储备|筹|[确商约敲议]定|研究|表示"
)
"""What may have been done about a thing that is only planned."""
_REACHING = frozenset(["超过", "突破", "达到", "增至", "升至", "增加", "提高", "跃升", "攀升"])
"""Verbs that tell nothing but that a number is reached."""
_BESIDE = 3
"""So many characters may stand between such a verb and its number: 已达到了近3万吨."""
_ON = re.compile("(?:同时|此外|另外|与此同时|还)[，,]?")
"""How a sentence begins that goes on with what the one before it tells."""
_FIELDS = frozenset(["text", "note", "aim", "tier", "gist"])


class _Claim(NamedTuple):
    """A verb by which our prose tells that a thing has come about, and the clause that it is in.

    ``behind`` is the offset behind the verb, with which our prose may go on.
    """

    verb: str
    clause: str
    behind: int


@source_rule(warning=True)
def aim_told_as_reached(context: ProofContext) -> Iterator[Finding]:
    """Our own Chinese prose tells as reached what the article only aims at. A warning.

    Its clause has 已 or 了 beside a verb and no word of hope, and is the text of what is planned,
    expected or sought; or all clauses of its paragraphs with the verb and other words of
    it are governed by a word of hope, and no anchor stands in a clause that tells a result. What
    may be done about an aim, as to publish a plan, is not looked at, nor is a number behind a verb
    such as 超过 that the evidence has, and not only as hoped for.

    Passes:
        # 今后五年，东甲市要建成枢纽码头。
        events: [{id: hub, coined: true, name: {zh: 码头}, note: {zh: 要建成枢纽码头},
          evidence: [{paragraph: 2, anchor: 建成枢纽码头}]}]
    Fails:
        # 今后五年，东甲市要建成枢纽码头。
        events: [{id: hub, coined: true, name: {zh: 码头}, note: {zh: 建成了枢纽码头},
          evidence: [{paragraph: 2, anchor: 建成枢纽码头}]}]
    """
    for _, part, evidence, texts in context.own_texts:
        if isinstance(part, Term):
            continue
        for where, text in texts:
            if not _FIELDS.intersection(map(str, where[-2:])):
                continue
            for claim in _list_reached(text.zh):
                stage = getattr(part, "stage", None)
                if stage in NOT_BEGUN and where[-1] == "text" and not infers(part, "stage"):
                    told = message("aim-told-as-reached.stage", verb=claim.verb, stage=stage)
                    yield Finding(told, (*where, "zh"))
                    break
                hope = _find_aim(context, claim, evidence)
                if hope and not _rests_on_number(context, claim, where):
                    told = message("aim-told-as-reached", verb=claim.verb, hope=hope)
                    yield Finding(told, (*where, "zh"))
                    break


def _list_reached(text: str) -> Iterator[_Claim]:
    """Yield the clauses of a text that tell of what has come about, and of no aim."""
    for clause in _CLAUSE.finditer(text):
        found = _REACHED.search(clause[0])
        if found and not _OPEN.search(clause[0]) and not _AGREED.search(clause[0]):
            yield _Claim(found["ahead"] or found["behind"], clause[0], clause.start() + found.end())


def _rests_on_number(context: ProofContext, claim: _Claim, where: Path) -> bool:
    """Return whether what is told as reached is a number that the article does not only hope for.

    It may tell so by another word, in a clause about the same: 突破3000万千瓦, 将超过1亿千瓦.
    """
    numbers = _find_by_start(context, (*where, "zh")) if claim.verb in _REACHING else {}
    beside = (numbers.get(at) for at in range(claim.behind, claim.behind + _BESIDE + 1))
    about = pairs_of(claim.clause) - pairs_of(claim.verb)
    return any(
        one.verdict.fault < Fault.VALUE and _is_fact(context, quantity, about)
        for one in beside
        if one
        for amount in one.held
        for quantity in amounts_of(context, one.owner).get(amount, {}).values()
    )


def _is_fact(context: ProofContext, quantity: Quantity, about: Set[str]) -> bool:
    """Return whether a clause with some words tells a number, and not only as hoped for."""
    text, start, end = context.locate(quantity)
    first, last = limits_of_clause(text, start, end)
    beside = pairs_of(text[first:start]) | pairs_of(text[end:last])
    return not find_hope(context, quantity, near=False) and bool(about & beside)


@once
def _find_by_start(context: ProofContext, path: Path) -> dict[int, Judged]:
    """Return the numbers of a text of ours by where they begin."""
    return {one.number.start: one for one in judged_by_path(context).get(path, ())}


def _find_aim(context: ProofContext, claim: _Claim, evidence: Sequence[Evidence]) -> str:
    """Return the word of hope of all that a claim may rest on, or ""."""
    others = pairs_of(claim.clause) - pairs_of(claim.verb)
    places = _find_clauses(context, claim.verb, others, evidence)
    hopes = [_read_hope(context, *one) for one in places]
    has_come_about = (_has_come_about(context, proof) for proof in evidence)
    return hopes[0] if hopes and all(hopes) and not any(has_come_about) else ""


def _find_clauses(
    context: ProofContext, verb: str, others: Set[str], evidence: Sequence[Evidence]
) -> Iterator[tuple[int, int, int]]:
    """Yield where a verb stands in the paragraphs of some evidence, beside words of a claim."""
    for number in {proof.paragraph: None for proof in evidence}:
        text = context.text_of(number)
        for start, end in context.occurrences(number, verb):
            first, last = limits_of_clause(text, start, end)
            if not others.isdisjoint(pairs_of(text[first:last])):
                yield number, start, end


@once
def _read_hope(context: ProofContext, number: int, start: int, end: int) -> str:
    """Return the word of hope that governs a place, also from the sentence it goes on from."""
    text = context.text_of(number)
    hope = find_hope_at(context, number, start, end, False)
    first, _ = limits_of_sentence(text, start, end)
    if hope or not first or not _ON.match(text, first):
        return hope
    before = text[slice(*limits_of_sentence(text, first - 1, first - 1))]
    aim = HOPED.search(before)
    return aim[0] if aim and not COME_ABOUT.search(before) else ""


def _has_come_about(context: ProofContext, proof: Evidence) -> bool:
    """Return whether the clause of an anchor tells a result; one that is not found may do so."""
    place = context.locate_anchor(proof)
    if place is None:
        return True
    return COME_ABOUT.search(place[0], *limits_of_clause(*place)) is not None
