"""The check of a model: its own rules, and with a source text what it owes to that.

A rule is a function from a model to findings; its docstring is its entry in the manual, and its
name, with hyphens, is the code that its problems carry. The rules that need the source text are in
:mod:`briefing.checks.provenance`.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from briefing.checks.proof import prove
from briefing.checks.report import Report
from briefing.model.load import Inspected, inspect, same_article
from briefing.model.records import Article, Bilingual, Evidence, Figure, Strategy
from briefing.model.references import Path
from briefing.model.walk import parts
from briefing.problem import ModelError, Problem
from briefing.shelf.query import name_key, place_names

MAX_ANCHOR = 20
WARNINGS = frozenset({"untranslated"})
"""The codes of these rules that leave a model as it is."""


class Finding(NamedTuple):
    """What a rule found at a path of the model."""

    path: Path
    message: str


Rule = Callable[[Article], Iterator[Finding]]

RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Enter a rule under its code."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


def check(file: str) -> list[Problem]:
    """Every problem of a model file that shows without its source, in the order of its lines."""
    return report(file, None).problems


def report(file: str, source: str | None) -> Report:
    """Every problem of one model file, and of its source text if there is one."""
    return reports([file], source)[0]


def reports(files: Iterable[str], source: str | None) -> list[Report]:
    """Every problem of some model files, and of their source texts.

    ``source`` is the file of the text; without it the one that a model names, if any. What keeps a
    model from being read comes alone: the rules need a typed model.
    """
    inspected = [inspect(file) for file in files]
    twice = same_article(inspected)
    return [
        _report(one, source, [problem for problem in twice if problem.file == one.file])
        for one in inspected
    ]


def _report(inspected: Inspected, source: str | None, problems: list[Problem]) -> Report:
    file, article = inspected.file, inspected.article
    problems = [*inspected.problems, *problems]
    tally = None
    if article is not None:
        problems += _broken(inspected, article)
        if source is None and article.source.text is not None:
            source = os.path.join(os.path.dirname(file), article.source.text)
            if os.path.exists(source) and not os.path.isfile(source):  # it might never end
                message = f"{article.source.text} is no file"
                problems.append(inspected.problem(("source", "text"), "unreadable", message))
                source = None
        if source is not None:
            try:
                found, tally = prove(inspected, article, source)
            except ModelError as error:
                found = list(error.problems)
            problems += found
    return Report(file, sorted(problems, key=lambda one: (one.file != file, one[1:3])), tally)


def _broken(inspected: Inspected, article: Article) -> Iterator[Problem]:
    for code, apply in RULES.items():
        for finding in apply(article):
            yield inspected.problem(finding.path, code, finding.message, warning=code in WARNINGS)


@rule
def untranslated(article: Article) -> Iterator[Finding]:
    """A text has no English yet; English readers are shown the Chinese. A warning."""
    for path, part in parts(article):
        if isinstance(part, Bilingual) and part.en is None:
            yield Finding(path, f"{part.zh!r} has no English")


@rule
def anchor_too_long(article: Article) -> Iterator[Finding]:
    """An anchor has over 20 characters: it is to be a name, a term or a quantity, no sentence."""
    for path, part in parts(article):
        if isinstance(part, Evidence) and len(part.anchor) > MAX_ANCHOR:
            message = f"an anchor of {len(part.anchor)} characters; at most {MAX_ANCHOR}"
            yield Finding((*path, "anchor"), message)


@rule
def no_such_paragraph(article: Article) -> Iterator[Finding]:
    """A paragraph number is higher than the number of paragraph digests in ``source``."""
    last = len(article.source.paragraphs)
    for path, part in parts(article):
        number = getattr(part, "paragraph", None)
        if last and number is not None and number > last:
            yield Finding((*path, "paragraph"), f"paragraph {number}; the source has {last}")


@rule
def ambiguous_name(article: Article) -> Iterator[Finding]:
    """Two places answer to one name or alias, so that looking it up finds both."""
    first: dict[str, str] = {}
    for index, place in enumerate(article.places):
        for name in place_names(place):
            other = first.setdefault(name_key(name), place.id)
            if other != place.id:
                yield Finding(("places", index), f"{name!r} is a name of {other!r} too")
                break


@rule
def text_without_anchor(article: Article) -> Iterator[Finding]:
    """A figure's ``text`` and its anchors have nothing in common: one must hold the other."""
    for index, figure in enumerate(article.figures):
        anchors = [proof.anchor for proof in figure.evidence]
        if not any(figure.text in anchor or anchor in figure.text for anchor in anchors):
            yield Finding(("figures", index, "text"), f"{figure.text!r} is in none of its anchors")


@rule
def value_without_unit(article: Article) -> Iterator[Finding]:
    """A figure of money, percent, duration or measure says no unit."""
    for index, figure in enumerate(article.figures):
        if figure.kind in ("money", "percent", "duration", "measure") and figure.unit is None:
            yield Finding(("figures", index), f"a figure of kind {figure.kind} needs a unit")


@rule
def range_reversed(article: Article) -> Iterator[Finding]:
    """A range ends below its beginning, or a ``value_to`` belongs to no range."""
    for index, figure in enumerate(article.figures):
        if not _range_fits(figure):
            yield Finding(("figures", index, "value_to"), "a range runs from low to high")


def _range_fits(figure: Figure) -> bool:
    if figure.value_to is None:
        return figure.kind != "range"
    return figure.value_to >= figure.value


@rule
def named_only_with_detail(article: Article) -> Iterator[Finding]:
    """A strategy marked ``named_only`` has an aim, measures or parts: then it is described."""
    parents = {strategy.part_of for strategy in article.strategies}
    for index, strategy in enumerate(article.strategies):
        if strategy.detail == "named_only" and _is_described(strategy, parents):
            yield Finding(("strategies", index, "detail"), f"{strategy.id!r} says more than a name")


def _is_described(strategy: Strategy, parents: set[str | None]) -> bool:
    return bool(strategy.aim or strategy.measures or strategy.id in parents)
