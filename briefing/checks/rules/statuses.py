"""The rule on the status of projects, and how the words about a project are found for it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.checks.building import Account, Mention, find_plan, read_mentions
from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_sentence
from briefing.checks.naming import names_of
from briefing.checks.progress import ENDING, Sign, conclude_status
from briefing.checks.registry import source_rule
from briefing.checks.spans import Span
from briefing.checks.widen import widen_marks
from briefing.model.choices import ProjectStatus
from briefing.model.records import Project
from briefing.problem import Finding, message

_SHORTEST = 2
"""Characters that an anchor must share with the name of a project to mention it, at least."""
_MOST_MENTIONS = 12
"""Mentions of one name in one paragraph that are read, at most."""
_LONGEST = 60
"""Characters of a name that are looked for in an anchor, at most."""
_OPEN: tuple[ProjectStatus, ...] = ("planned", "sought", "proposed", "signed", "listed")
_RESULT = re.compile("了|已|累计|先后|相继|年来|以来|去年|成功|通过|如今|目前")
"""Words by which what somebody builds may have come about: 去年，县里建设甲码头."""
_BEGINNINGS = ("开工", "动工", "开建", "破土", "奠基", "启动建设", "启动施工")
_IN_USE = (
    "投|运[营行作转]|使用|用上|启用|开[业通放园馆港行张学航办始]|通[车航水气电]|营业|试|产[出能量值]|生产|接待|建[成了起]"
    "|竣工|完[工成善]|[挂揭]牌|落[成户地]|上线|入驻|服务|成[为立效]|累计|实现|年来|以来|了|发[出运货]|首[列班航]|结束"
    "|并网|供[水气电热暖货]|已(?!经?(?:通过|获|列|签|纳|批|编|完成))|目前|如今|现[有已在]|迎来|收[入获]|销|养|种|住"
)
"""Words that may tell of what is in use, or has been built."""
_MAY_TELL: dict[ProjectStatus, re.Pattern[str]] = {
    "operating": re.compile(_IN_USE),
    "completed": re.compile(_IN_USE),
    "under_construction": re.compile(
        "正(?!式)|在[建抓]|[新扩改续复修兴动开承]建|建[起了设]|施工|工[地期程]|推进|[开动复]工|破土|奠基|启动|实施|进[度展程]"
        "|完成|封顶|收尾|铺|浇|安装|主体|改造|进场|打桩|合[龙拢]|贯通|抓紧|加[快紧]|调试|投入|投资|累计"
    ),
}
"""Words without which nothing tells of a status."""
_DONE: tuple[ProjectStatus, ...] = ("operating", "completed")


@source_rule(warning=True)
def status_of_project(context: ProofContext) -> Iterator[Finding]:
    """The words about a project show another status than it has. A warning.

    The words are the sentences of its anchors, from its name to the next project, and the
    sentences that go on with 该项目 or the like. A verb counts for the whole only if its subject
    is the project: if its main canal or its first turbine is built, the project is being built, or
    nothing is known of the whole; and one of which a part is opened may have been in use before.
    What 力争, 将 or a time that is still to come governs is planned or sought. Nothing in
    quotation marks is read. If the words show no status, the project is not in use, completed or
    being built, unless some word of its sentences may mean that. A status that is only `implied`
    need not be shown, but must not go beyond planned or sought. A campaign (行动) is neither built
    nor opened, so nothing contradicts its status.

    Passes:
        # 5月2日，甲一码头开工。
        projects: [{id: wharf, name: {zh: 码头}, status: under_construction,
          evidence: [{paragraph: 2, anchor: 甲一码头}, {paragraph: 2, anchor: 5月2日}]}]
    Fails:
        # 5月2日，甲一码头开工。
        projects: [{id: wharf, name: {zh: 码头}, status: operating,
          evidence: [{paragraph: 2, anchor: 甲一码头}, {paragraph: 2, anchor: 5月2日}]}]
    """
    told = _read_projects(context)
    for index, project in enumerate(context.article.of(Project)):
        is_implied = project.basis == "implied"
        if project.name.zh.endswith("行动"):
            continue
        signs = told.get(index, ())
        may_tell = project.status in _MAY_TELL and not is_implied
        if not signs and may_tell and _is_untold(context, project):
            found = message("status-of-project.untold", status=project.status)
            yield Finding(found, ("projects", index, "status"))
        contrary = _find_contrary(project.status, signs)
        if contrary and not (is_implied and not _goes_further(project.status, contrary)):
            found = message(
                "status-of-project",
                status=project.status,
                verb=contrary.verb,
                expected=contrary.sign.status,
            )
            yield Finding(found, ("projects", index, "status"))


def _goes_further(status: ProjectStatus, told: "StatusTold") -> bool:
    """Return whether a status has come further than what the text only plans or strives for."""
    return status in _MAY_TELL and told.sign.status in ("planned", "sought", "proposed")


def _is_untold(context: ProofContext, project: Project) -> bool:
    """Return whether no word in the sentences of a project, but for its names, tells its status."""
    sentences = set()
    for proof in project.evidence:
        if place := context.locate_anchor(proof):
            sentences.add(place[0][slice(*limits_of_sentence(*place))])
    for name in names_of(project):
        sentences = {one.replace(name, "〇") for one in sentences}
    return bool(sentences) and not any(map(_MAY_TELL[project.status].search, sentences))


class StatusTold(NamedTuple):
    """A sign of how far a project is, and its verb in the words of the text."""

    sign: Sign
    verb: str


def _read_projects(context: ProofContext) -> dict[int, list[StatusTold]]:
    """Return what the text tells of each project of the model, by its place in the model."""
    mentions: dict[int, list[tuple[Mention, int]]] = {}
    texts: dict[int, str] = {}
    for index, project in enumerate(context.article.of(Project)):
        for number in {proof.paragraph for proof in project.evidence}:
            paragraph = context.source.paragraph(number)
            if paragraph is None:
                continue
            if number not in texts:
                texts[number] = widen_marks(paragraph.text)
            found = _find_mentions(context, project, number, texts[number])
            mentions.setdefault(number, []).extend((one, index) for one in found)
    told: dict[int, list[StatusTold]] = {}
    for number, paired in mentions.items():
        held: dict[Mention, list[int]] = {}
        for mention, index in paired:
            held.setdefault(mention, []).append(index)
        apart = _drop_nested(held)
        bare, accounts = read_mentions(texts[number], apart, context.day)
        for mention, account in zip(apart, accounts, strict=True):
            signs = tuple(_read_account(bare, mention, account))
            for index in held[mention]:
                told.setdefault(index, []).extend(signs)
    return told


def _read_account(text: str, mention: Mention, account: Account) -> Iterator[StatusTold]:
    """Yield the signs in the words about a mention, or else that it is only to be built.

    Where the words tell of the rest of a project, no verb tells that all of it is done.
    """
    surest = conclude_status(account.signs, text[account.clause : account.last])
    for sign in account.signs:
        told = surest if surest and sign[1:] == surest[1:] else sign
        yield StatusTold(told, text[sign.start : sign.end])
    plan = None if surest else find_plan(text, mention, account.clause)
    begin, _ = limits_of_sentence(text, mention.start, mention.end)
    if (plan and plan.kind == "builds") or (plan and not _RESULT.search(text, begin, account.last)):
        yield StatusTold(plan, text[plan.start : plan.end])


def _find_mentions(
    context: ProofContext, project: Project, number: int, text: str
) -> list[Mention]:
    """Return where a paragraph names a project, or has what its anchors share with the name.

    The ``text`` is that of the paragraph, with wide marks.
    """
    name = project.name.zh
    spans = [
        span
        for one in names_of(project)
        for span in context.occurrences(number, one)[:_MOST_MENTIONS]
    ]
    anchors = [
        (proof.anchor, place[1], place[2])
        for proof in project.evidence
        if proof.paragraph == number and (place := context.locate_anchor(proof))
    ]
    if not spans:
        shared = [
            (start + at, start + at + length)
            for anchor, start, _ in anchors
            for at, length in [_share(anchor, name)]
            if length
        ]
        # Of a phase the end of its name tells it from the others.
        shared.sort(key=lambda one: (not name.endswith(text[slice(*one)]), one[0] - one[1]))
        spans = shared[:1]
    named = {limits_of_sentence(text, *span) for span in spans}
    for _, start, end in anchors:
        sentence = limits_of_sentence(text, start, end)
        if sentence not in named and text[start:end] not in name:
            named.add(sentence)
            spans.append((start, start))
    return [Mention(*span, name) for span in spans]


def _share(anchor: str, name: str) -> Span:
    """Return where an anchor has the end of a name, or else its beginning, and how much of it."""
    longest = min(len(anchor), len(name), _LONGEST)
    for part in (name[-length:] for length in range(longest, _SHORTEST - 1, -1)):
        if part in anchor:
            return anchor.index(part), len(part)
    for part in (name[:length] for length in range(longest, _SHORTEST - 1, -1)):
        if part in anchor:
            return anchor.index(part), len(part)
    return 0, 0


def _drop_nested(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in order, without those that begin in an earlier and longer one."""
    apart: list[Mention] = []
    for one in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not apart or apart[-1].end <= one.start:
            apart.append(one)
    return apart


def _find_contrary(status: ProjectStatus, told: Sequence[StatusTold]) -> StatusTold | None:
    """Return what tells otherwise than a status, or nothing where it may be so."""
    surest = conclude_status([one.sign for one in told])
    if surest is None:
        return None
    contrary = next(one for one in told if one.sign == surest)
    return None if _may_be(status, surest, told) else contrary


def _may_be(status: ProjectStatus, surest: Sign, told: Sequence[StatusTold]) -> bool:
    """Return whether a project may have a status of which the surest sign tells ``surest``."""
    if status == surest.status:
        return True
    signs = [one.sign for one in told]
    kinds = {one.kind for one in signs}
    if surest.status in _DONE:
        if status == "completed":
            return "completes" in kinds
        later = told[signs.index(surest) + 1 :]
        goes_on = any(one.sign.status == status and one.verb not in _BEGINNINGS for one in later)
        return status == "under_construction" and goes_on
    is_of_part = surest.status == "under_construction" and surest.kind in ("operates", "completes")
    if is_of_part and status in ("unstated", "operating"):
        return status == "unstated" or kinds == {"operates"}  # the whole may be in use, too
    if surest.status in ("under_construction", "stalled"):
        begins = any(one.verb in _BEGINNINGS and one.sign.status in _OPEN for one in told)
        return status in _OPEN and begins
    if status == "under_construction":  # of which more may be planned, or its end
        started = {one.sign.kind for one in told if one.verb not in ENDING} & {"builds", "plans"}
        return surest.status in ("planned", "sought") and not started
    return status in (*_OPEN, "stalled", "unstated")
