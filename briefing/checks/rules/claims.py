"""The rules on claims: how far a thing has come, by when it is due, what is left to do."""

import re
from collections.abc import Iterator

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.checks.registry import model_rule, source_rule
from briefing.checks.stages import (
    StageTold,
    is_pursued,
    read_stage,
)
from briefing.model.article import Article
from briefing.model.choices import STAGE_OF_STATUS
from briefing.model.parts import Evidence, Part, is_implied
from briefing.model.periods import days_of
from briefing.model.records import Figure, Project
from briefing.problem import Finding, message

_PERIOD_FIELDS = ("date", "period", "due", "since")


@model_rule()
def due_before_article(article: Article) -> Iterator[Finding]:
    """Something that is still to be done is due before the date of the article.

    What is done may have been due before. Where only the month or the year of the article is known,
    its first day counts.

    Passes:
        strategies: [{id: plan, name: {zh: 计划}, kind: goal, due: 2035,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        strategies: [{id: plan, name: {zh: 计划}, kind: goal, due: 2025,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    day = days_of(article.source.date).first
    for path, part in article.all_parts:
        due = getattr(part, "due", None)
        if getattr(part, "stage", None) == "done":
            continue
        if isinstance(due, str) and days_of(due).last < day:
            found = message("due-before-article", due=due, date=article.source.date)
            yield Finding(found, (*path, "due"))


@model_rule()
def period_reversed(article: Article) -> Iterator[Finding]:
    """An interval of two dates or periods ends before it begins, or its two ends are the same.

    Passes:
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          period: 2026/2030, evidence: [{paragraph: 1, anchor: 5%}]}]
    Fails:
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          period: 2030/2026, evidence: [{paragraph: 1, anchor: 5%}]}]
    """
    for path, part in article.all_parts:
        for field in _PERIOD_FIELDS:
            period = getattr(part, field, None)
            if not isinstance(period, str):
                continue
            begin, _, end = period.partition("/")
            if begin == end:
                yield Finding(message("period-reversed.same", period=begin), (*path, field))
            elif days_of(period).first > days_of(period).last:
                yield Finding(message("period-reversed", period=period), (*path, field))


@model_rule()
def stage_not_of_status(article: Article) -> Iterator[Finding]:
    """A project's stage is written, and is not the one that its status makes it.

    Passes:
        projects: [{id: wharf, name: {zh: 码头}, status: signed,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        projects: [{id: wharf, name: {zh: 码头}, status: signed, stage: done,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for index, project in enumerate(article.of(Project)):
        expected = STAGE_OF_STATUS[project.status]
        if project.stage != expected:
            found = message(
                "stage-not-of-status",
                status=project.status,
                expected=expected,
                stage=project.stage,
            )
            yield Finding(found, ("projects", index, "stage"))


@model_rule()
def nothing_inferred(article: Article) -> Iterator[Finding]:
    """A field is marked as inferred that the record does not have, or leaves empty.

    Passes:
        events: [{id: start, name: {zh: 开工}, about: [start], inferred: [about],
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, name: {zh: 开工}, inferred: [about],
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in article.all_parts:
        for index, field in enumerate(getattr(part, "inferred", ())):
            if not getattr(part, field, None):
                found = message("nothing-inferred", field=field)
                yield Finding(found, (*path, "inferred", index))


@model_rule(warning=True)
def left_to_do(article: Article) -> Iterator[Finding]:
    """A draft leaves something for a person to do. A warning.

    Passes:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, name: {zh: 开工}, todo: [在文中找日期],
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in article.all_parts:
        for index, text in enumerate(getattr(part, "todo", ())):
            yield Finding(message("left-to-do", text=text), (*path, "todo", index))


@source_rule(warning=True)
def stage_contradicts_verb(context: ProofContext) -> Iterator[Finding]:
    """The verb beside a claim's anchors shows another stage than the claim has. A warning.

    A verb such as 投产, 开工, 签约 or 停工 shows that a thing is done, under way, agreed or
    stalled. With 力争, 谋划, 将 or the like before it, or with a time after the article's day
    (明年底前, 到2028年), the thing is planned or sought; with 尚未 before it, it has not come
    about; after 负责 or 牵头, it may or may not be done. Only the clause of the first anchor is
    read, nothing in quotation marks, and no clause whose verbs show different stages. The claim is
    right if the clause of any of its anchors shows its stage. 加快推进 and the like bear out what
    is under way, and contradict nothing. How many were begun is done: 新开工25万个. A numeral of a
    name needs no stage. The status of a project has a rule of its own.

    Passes:
        # 去年建成20座码头。
        figures: [{id: wharves, label: {zh: 码头}, text: 20座, value: 20, unit: 座, kind: count,
          stage: done, evidence: [{paragraph: 2, anchor: 20座码头}]}]
    Fails:
        # 去年建成20座码头。
        figures: [{id: wharves, label: {zh: 码头}, text: 20座, value: 20, unit: 座, kind: count,
          stage: planned, evidence: [{paragraph: 2, anchor: 20座码头}]}]
    """
    for path, part in context.article.claims:
        stage = getattr(part, "stage", None)
        if stage is None or is_implied(part) or isinstance(part, Project):
            continue
        if getattr(part, "in_name", False) and stage == "unstated":
            continue
        main, *others = _verbs_beside(context, part) or (None,)
        if _is_told(context, part, [one for one in (main, *others) if one]):
            continue
        if main is None:
            continue
        verb, stages = main.verb, main.stages
        if stage == "unstated" and (len(stages) > 1 or not isinstance(part, Figure)):
            continue  # a verb of hope does not say how far a thing has come, nor does a role
        expected = message("value.choice", choices=stages) if len(stages) > 1 else stages[0]
        found = message("stage-contradicts-verb", stage=stage, verb=verb, expected=expected)
        yield Finding(found, (*path, "stage"))


def _is_told(context: ProofContext, claim: Part, told: list[StageTold]) -> bool:
    """Return whether the clause of an anchor of a claim tells its stage, or may tell it."""
    stage = getattr(claim, "stage", None)
    if any(stage in one.stages for one in told):
        return True
    if stage == "done" and isinstance(claim, Figure) and _counts_starts(context, claim):
        return True
    evidence: tuple[Evidence, ...] = getattr(claim, "evidence", ())
    places = map(context.locate_anchor, evidence if stage == "under_way" else ())
    return any(is_pursued(*one) for one in places if one)


_STARTED = re.compile("(?:新?开工|动工|开建)(?:了|改造|建设|实施|项目|工程|重大|重点|各类)*$")


def _counts_starts(context: ProofContext, claim: Figure) -> bool:
    """Return whether a figure tells how many were begun, which has come about: 新开工25万个."""
    proof = claim.evidence[0]
    place, at = context.locate_anchor(proof), proof.anchor.find(claim.text)
    return bool(place and at >= 0 and _STARTED.search(place[0][: place[1] + at]))


def _verbs_beside(context: ProofContext, claim: Part) -> list[StageTold | None]:
    """Return what the clause of each anchor of a claim tells, the main one's first."""
    evidence: tuple[Evidence, ...] = getattr(claim, "evidence", ())
    found = []
    for proof in evidence:
        place, told = context.locate_anchor(proof), None
        if place:
            ahead = context.times_ahead.get(proof.paragraph, ())
            counted = isinstance(claim, Figure)
            told = read_stage(*place, ahead, counted=counted)
        found.append(told)
    return found


@model_rule(warning=True)
def in_no_name(article: Article) -> Iterator[Finding]:
    """A figure is marked `in_name`, but its text stands in no name or other label. A warning.

    Lists leave out what is only part of a name, so a figure that is more would not be seen. An
    ordinal may be `in_name` by itself, as that of a berth. The title of the article is a name,
    too.

    Passes:
        strategies: [{id: corridors, name: {zh: 一廊两带}, kind: layout,
          evidence: [{paragraph: 1, anchor: 要点}]}]
        figures: [{id: belts, label: {zh: 带数}, text: 两带, value: 2, unit: 带, kind: count,
          in_name: true, evidence: [{paragraph: 1, anchor: 两带}]}]
    Fails:
        figures: [{id: cover, label: {zh: 覆盖率}, text: 72%, value: 72, unit: '%', kind: percent,
          in_name: true, evidence: [{paragraph: 1, anchor: 72%}]}]
    """
    records = [one for _, one in article.records() if one.TITLE == "name"]
    names = [name for record in records for name in names_of(record)]
    names.append(article.source.title.zh)
    labels = [(one.id, one.label.zh) for one in article.of(Figure)]  # 3.0 of 3.0智能线的条数
    for index, figure in enumerate(article.of(Figure)):
        if not figure.in_name or figure.kind == "ordinal":
            continue
        if any(figure.text in name for name in names):
            continue
        if not any(figure.text in label for own, label in labels if own != figure.id):
            yield Finding(message("in-no-name", text=figure.text), ("figures", index, "in_name"))
