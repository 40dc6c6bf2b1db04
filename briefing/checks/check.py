"""Checking models: their reading, the rules, and their proof by the source text."""

import os
from collections.abc import Callable, Iterable, Sequence

from briefing.checks import anchors, coverage, figures, prose, structure
from briefing.checks.context import ProofContext
from briefing.checks.registry import RULES
from briefing.checks.report import Report, Share, Tally
from briefing.model.article import Article
from briefing.model.reading import Inspected, inspect_models, list_models
from briefing.model.records import Figure
from briefing.model.text import read_text
from briefing.problem import Finding, ModelError, Problem, message

RULE_MODULES = (structure, anchors, figures, prose, coverage)
"""The modules that register the rules when they are imported, in the order of the manual."""


def check(
    paths: Iterable[str] = (),
    source: str | None = None,
    each: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> list[Report]:
    """Return a report on each model file, with every problem in it and in its source text.

    ``paths`` are files, or folders of them; without any, the shipped model is checked. ``each`` is
    given the files and yields them again, as something that shows progress does.

    ``source`` is the file of the source text. Where it is ``None``, the text that the model itself
    names is used, if it names one. The rules need a typed model, so a model that cannot be read has
    reading problems only.
    """
    return [_report(one, source) for one in inspect_models(each(list_models(paths)))]


def _report(inspected: Inspected, source: str | None) -> Report:
    file, article = inspected.file, inspected.article
    problems = list(inspected.problems)
    tally = None
    if article is not None:
        for rule in RULES.values():
            if rule.on_model:
                found = rule.on_model(article)
                problems += (inspected.locate(one, warning=rule.warning) for one in found)
        try:
            if source is None:
                source = _own_text(inspected, article)
            if source is not None:
                proved, tally = _prove(inspected, article, source)
                problems += proved
        except ModelError as error:
            problems += error.problems
    return Report(file, sorted(problems, key=lambda one: (one.file != file, one[1:3])), tally)


def _own_text(inspected: Inspected, article: Article) -> str | None:
    """Return the file of the text that the model names, if it names one."""
    if article.source.text is None:
        return None
    text = os.path.join(os.path.dirname(inspected.file), article.source.text)
    if os.path.exists(text) and not os.path.isfile(text):  # reading a device might never end
        no_file = message("unreadable", why=message("system.no-file"))
        raise ModelError([inspected.locate(Finding(no_file, ("source", "text")))])
    return text


def _prove(inspected: Inspected, article: Article, source: str) -> tuple[list[Problem], Tally]:
    context = ProofContext(article, read_text(source))
    found = {rule.code: list(rule.on_proof(context)) for rule in RULES.values() if rule.on_proof}
    problems = []
    for code, findings in found.items():
        warning = RULES[code].warning
        for one in findings:
            if one.place is None:
                problems.append(inspected.locate(one, warning=warning))
            else:
                problems.append(Problem(source, *one.place, one.message, warning))
    return problems, _tally(context, found)


def _tally(context: ProofContext, found: dict[str, list[Finding]]) -> Tally:
    article = context.article
    # A record with several wrong fields counts once.
    wrong = {one.path[:-1] for code in ("figure-differs", "date-differs") for one in found[code]}
    # The date of publication is one of the values.
    values = len(article.of(Figure)) + len(list(figures.dated_records(article))) + 1
    quantities = sum(
        quantity.kind != "name" for held in context.quantities.values() for quantity in held
    )
    missing = len({one.path for one in found["anchor-not-found"]})
    uncovered = len(found["quantity-not-covered"])
    return Tally(
        records=sum(1 for _ in article.records()),
        anchors=Share(len(context.anchors) - missing, len(context.anchors)),
        values=Share(values - len(wrong), values),
        quantities=Share(quantities - uncovered, quantities),
    )


def is_unread(report: Report) -> bool:
    """Return whether the model itself or its source text could not be read at all."""
    return any(
        one.code in ("unreadable", "no-model")
        or (one.file != report.file and one.code not in RULES)
        for one in report.problems
    )
