"""The rule on figures that are planned, expected, sought or done, as the words around them tell."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from briefing.checks.context import ProofContext
from briefing.checks.hopes import COME_ABOUT, FORETOLD, MAY_BE_OPEN, PLANS, find_hope
from briefing.checks.marks import stands_between
from briefing.checks.registry import source_rule
from briefing.checks.stages import HOPED, limits_of_clause, limits_of_sentence
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.choices import NOT_BEGUN, Stage
from briefing.model.records import Figure
from briefing.problem import Finding, message
from briefing.quantities import Quantity


@source_rule(warning=True)
def stage_not_told(context: ProofContext) -> Iterator[Finding]:
    """Nothing beside a figure's number tells that it is planned, expected or sought. A warning.

    A word of hope, of a plan or a demand, or a time that is still to come must stand in the
    sentence of its number or in the one before, and of what is expected 预计, 有望, 将 or the like.
    What has come about is told by 了, 已 or 累计, and then its own clause must tell of the plan. A
    figure that is done is doubted where 力争, 计划 or the like stands before it, or a time that is
    still to come, or 建成后 with 可 or 能, and nothing behind that tells that it has come about.

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
        may_be = partial(_may_be_at, figure.stage, context)
        if figure.stage in NOT_BEGUN and not any(map(may_be, stated)):
            yield Finding(message("stage-not-told", stage=figure.stage), path)
        is_done = figure.stage == "done"
        if hope := find_told(stated, partial(find_hope, context)) if is_done else "":
            yield Finding(message("stage-not-told.done", verb=hope), path)


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
