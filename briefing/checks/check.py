"""Checking models: their reading, the rules, and their proof by the source text."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from briefing.checks import anchors, claims, coverage, figures, names, prose, structure
from briefing.checks.context import ProofContext
from briefing.checks.registry import RULES
from briefing.checks.report import Report, Share, Tally, sort_problems
from briefing.model.article import Article
from briefing.model.parts import Part
from briefing.model.reading import Inspected, inspect_models, list_models
from briefing.model.records import Figure, Record
from briefing.model.text import read_text
from briefing.problem import Finding, ModelError, Problem, message

RULE_MODULES = (structure, claims, anchors, names, figures, prose, coverage)
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
    ignored: list[Problem] = []
    tally = None
    if article is not None:
        found = {rule: list(rule.on_model(article)) for rule in RULES.values() if rule.on_model}
        try:
            if source is None:
                source = _own_text(inspected, article)
            if source is not None:
                context = ProofContext(article, read_text(source))
                proofs = {
                    rule: list(rule.on_proof(context)) for rule in RULES.values() if rule.on_proof
                }
                tally = _tally(context, {rule.code: held for rule, held in proofs.items()})
                found |= proofs
        except ModelError as error:
            problems += error.problems
        used: set[int] = set()
        for rule, findings in found.items():
            for one in findings:
                problem = _locate(inspected, one, rule.warning, source)
                entries = _ignoring(article, rule.code, one)
                used.update(entries)
                (ignored if entries else problems).append(problem)
        codes = {rule.code for rule in found}
        for index, entry in enumerate(article.ignore):
            if entry.code in codes - {"ignores-nothing"} and index not in used:
                unused = message("ignores-nothing.unused", code=entry.code)
                problems.append(inspected.locate(Finding(unused, ("ignore", index)), warning=True))
    return Report(file, sort_problems(file, problems), tally, tuple(ignored))


def _locate(inspected: Inspected, one: Finding, warning: bool, source: str | None) -> Problem:
    """Return a finding as a problem, with its position in the model or in the source text."""
    if one.place is None or source is None:
        return inspected.locate(one, warning=warning)
    return Problem(source, *one.place, one.message, warning)


def _ignoring(article: Article, code: str, finding: Finding) -> list[int]:
    """Return the positions of the entries of ``ignore`` that let such a problem be.

    They let it be everywhere, or in this record. A wrong entry of ``ignore`` cannot be ignored.
    """
    entries = [(index, one) for index, one in enumerate(article.ignore) if one.code == code]
    if not entries or code == "ignores-nothing":
        return []
    held: Any = article
    records = set()
    for step in finding.path:
        held = held[step] if isinstance(step, int) else getattr(held, step, None)
        if isinstance(held, Record):
            records.add(held.id)
        if not isinstance(held, Part | tuple):
            break
    return [index for index, one in entries if one.record is None or one.record in records]


def _own_text(inspected: Inspected, article: Article) -> str | None:
    """Return the file of the text that the model names, if it names one."""
    if article.source.text is None:
        return None
    text = os.path.join(os.path.dirname(inspected.file), article.source.text)
    if os.path.exists(text) and not os.path.isfile(text):  # reading a device might never end
        no_file = message("unreadable", why=message("system.no-file"))
        raise ModelError([inspected.locate(Finding(no_file, ("source", "text")))])
    return text


def _tally(context: ProofContext, found: dict[str, list[Finding]]) -> Tally:
    article = context.article
    # A record with several wrong fields counts once, but each date of the source by itself.
    wrong = {
        one.path if one.path[0] == "source" else one.path[:-1]
        for code in ("figure-differs", "date-differs")
        for one in found[code]
    }
    # The dates of the paper and of the page are among the values.
    dates = sum(one is not None for one in (article.source.published, article.source.republished))
    values = len(article.of(Figure)) + len(list(figures.dated_records(article))) + dates
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
