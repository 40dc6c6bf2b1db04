"""The rules on claims: how far a thing has come, by when it is due, what is left to do."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from briefing.checks.context import ProofContext
from briefing.checks.registry import model_rule, source_rule
from briefing.model.article import Article
from briefing.model.choices import STAGE_OF_STATUS, Stage
from briefing.model.parts import Evidence, Part, parts
from briefing.model.periods import days_of
from briefing.model.records import Project
from briefing.problem import Finding, message

_PERIOD_FIELDS = ("period", "due", "since")
_CLAUSE_END = re.compile("(?<![0-9])[,，]|[,，](?![0-9])|[。；：！？;:!?]")
_SENTENCE_END = re.compile("[。；！？;!?]")
_HOPED = re.compile(
    "力争|争取|努力|打造成|谋划|拟(?!态)|要(?![素点闻])|确保|争创|年底前|到[0-9]{4}年"
    "|计划(?=总投资|投资|再|于|在|用|新|建|开工|年|到|今|明|下)"
    "|将(?=于|在|要|继续|进一步|建|开工|投|实施|达到|完成|打造|形成|成为|有|新|被|为)"
)
_QUOTED = re.compile("“[^”]*”|‘[^’]*’")
_NOT_YET = "(?<!未)(?<!尚未)(?<!即)(?<!后)"
_VERBS: dict[str, tuple[Stage, ...]] = {
    "停工|停建|缓建|搁置|叫停|暂停": ("stalled",),
    "建成|竣工|投产|投运|投用|通车|完工|落成|完成(?!投资|年度|全年|计划)": ("done",),
    "开工|动工|在建(?![强好设立])|建设中(?!国)|正在|施工": ("under_way",),
    "签约|签订|签署": ("agreed",),
}
"""The verbs that tell a stage, where nothing says that they are only hoped for."""

_TELLING = [
    (re.compile(f"{_NOT_YET}(?:{verbs})(?!后|即)"), stages) for verbs, stages in _VERBS.items()
]
_OPEN: tuple[Stage, ...] = ("planned", "sought")


@model_rule()
def due_before_article(article: Article) -> Iterator[Finding]:
    """Something that is still to be done is due before the date of the article.

    Passes:
        strategies: [{id: plan, name: {zh: 计划}, kind: goal, due: 2035,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        strategies: [{id: plan, name: {zh: 计划}, kind: goal, due: 2025,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    day = article.source.day
    for path, part in parts(article):
        due = getattr(part, "due", None)
        if isinstance(due, str) and days_of(due).last < day:
            found = message("due-before-article", due=due, date=article.source.date)
            yield Finding(found, (*path, "due"))


@model_rule()
def period_reversed(article: Article) -> Iterator[Finding]:
    """An interval of two dates or periods ends before it begins.

    Passes:
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          period: 2026/2030, evidence: [{paragraph: 1, anchor: 5%}]}]
    Fails:
        figures: [{id: growth, label: {zh: 增长}, text: 5%, value: 5, unit: '%', kind: percent,
          period: 2030/2026, evidence: [{paragraph: 1, anchor: 5%}]}]
    """
    for path, part in parts(article):
        for field in _PERIOD_FIELDS:
            period = getattr(part, field, None)
            if isinstance(period, str) and days_of(period).first > days_of(period).last:
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


@model_rule(warning=True)
def left_to_do(article: Article) -> Iterator[Finding]:
    """A draft leaves something for a person to do. A warning.

    Passes:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, name: {zh: 开工}, todo: [在文中找日期],
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in parts(article):
        for index, text in enumerate(getattr(part, "todo", ())):
            yield Finding(message("left-to-do", text=text), (*path, "todo", index))


@source_rule(warning=True)
def stage_contradicts_verb(context: ProofContext) -> Iterator[Finding]:
    """The verb beside a claim's anchors tells another stage than the claim does. A warning.

    A verb such as 投产, 开工, 签约 or 停工 tells that a thing is done, under way, agreed or
    stalled. Where 力争, 谋划, 将 or the like stands before it in the sentence, the thing is planned
    or sought. Only the clause of the anchor is looked at, and nothing in quotation marks.

    Passes:
        # 5月2日，甲一码头开工。
        projects: [{id: wharf, name: {zh: 码头}, status: under_construction,
          evidence: [{paragraph: 2, anchor: 甲一码头}, {paragraph: 2, anchor: 5月2日}]}]
    Fails:
        # 5月2日，甲一码头开工。
        projects: [{id: wharf, name: {zh: 码头}, status: operating,
          evidence: [{paragraph: 2, anchor: 甲一码头}, {paragraph: 2, anchor: 5月2日}]}]
    """
    for path, part in parts(context.article):
        stage = getattr(part, "stage", None)
        if stage not in get_args(Stage) or getattr(part, "basis", "stated") == "implied":
            continue
        told = dict(_verbs_beside(context, part))
        if not told or any(stage in stages for stages in told.values()):
            continue
        verb, stages = next(iter(told.items()))
        if stage == "unstated" and stages == _OPEN:
            continue  # such a verb does not say how far a thing has come
        field = "status" if isinstance(part, Project) else "stage"
        found = message("stage-contradicts-verb", stage=stage, verb=verb, expected=stages)
        yield Finding(found, (*path, field))


def _verbs_beside(context: ProofContext, claim: Part) -> Iterator[tuple[str, tuple[Stage, ...]]]:
    """Yield the verbs that tell a stage in the clauses of a claim's anchors, with those stages."""
    evidence: Any = getattr(claim, "evidence", ())
    for proof in (one for one in evidence if isinstance(one, Evidence)):
        paragraph = context.source.paragraph(proof.paragraph)
        for start, end in context.occurrences(proof.paragraph, proof.anchor):
            assert paragraph is not None  # the anchor stands in it
            text = _QUOTED.sub(lambda quoted: "〇" * len(quoted[0]), paragraph.text)
            yield from _verbs_in(text, start, end)


def _verbs_in(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[Stage, ...]]]:
    """Yield the verb nearest to a span, unless it is only hoped for."""
    first, last = _limits_of(_CLAUSE_END, text, start, end)
    sentence, _ = _limits_of(_SENTENCE_END, text, start, end)
    if hoped := _HOPED.search(text, first, max(end, first)):
        yield hoped[0], _OPEN
        return
    if _HOPED.search(text, sentence, first):
        return  # what is hoped for before may govern this clause, too
    verbs = [
        (max(start - verb.end(), verb.start() - end), verb[0], stages)
        for pattern, stages in _TELLING
        for verb in pattern.finditer(text, first, last)
    ]
    if verbs:
        _, verb, stages = min(verbs)
        yield verb, stages


def _limits_of(mark: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause or sentence around a span begins and ends."""
    begins = [found.end() for found in mark.finditer(text, 0, start)]
    after = mark.search(text, end)
    return begins[-1] if begins else 0, after.start() if after else len(text)
