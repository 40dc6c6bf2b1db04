"""The rules that a model keeps beyond being readable.

A rule is a function from a model to findings; its docstring is its entry in the manual, and its
name, with hyphens, is the code that its problems carry.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from briefing.load import Inspected, inspect
from briefing.model import Article, Evidence, Figure, Record, Strategy
from briefing.problem import Problem
from briefing.query import name_key, place_names
from briefing.references import Path

MAX_ANCHOR = 20


class Finding(NamedTuple):
    """What a rule found at a path of the model."""

    path: Path
    message: str


Rule = Callable[[Article], Iterator[Finding]]

RULES: dict[str, Rule] = {}
WARNINGS = frozenset({"untranslated"})


def rule(function: Rule) -> Rule:
    """Enter a rule under its code."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


def check(file: str) -> list[Problem]:
    """Every problem of a model file, in the order of its lines.

    What keeps the model from being read comes first: the rules need a typed model.
    """
    inspected = inspect(file)
    if inspected.article is None:
        return inspected.problems
    problems = [*inspected.problems, *broken_rules(inspected, inspected.article)]
    return sorted(problems, key=lambda problem: problem[1:3])


def broken_rules(inspected: Inspected, article: Article) -> Iterator[Problem]:
    """The problems that the rules find in a model that could be read."""
    for code, apply in RULES.items():
        for finding in apply(article):
            at = inspected.mark.at(finding.path)
            yield Problem(
                inspected.file,
                at.line + 1,
                at.column + 1,
                code,
                finding.message,
                warning=code in WARNINGS,
            )


def _records(article: Article) -> Iterator[tuple[Path, Record]]:
    counts: dict[str, int] = {}
    for section, record in article.records():
        index = counts.get(section, 0)
        counts[section] = index + 1
        top: Path = ("summary", "takeaways") if section == "takeaways" else (section,)
        yield (*top, index), record


def _walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, msgspec.Struct]]:
    """Every part of a model with its path, outermost first."""
    if isinstance(value, msgspec.Struct):
        yield path, value
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))


@rule
def untranslated(article: Article) -> Iterator[Finding]:
    """A text has no English yet; English readers are shown the Chinese. A warning."""
    from briefing.model import Bilingual

    for path, part in _walk(article):
        if isinstance(part, Bilingual) and part.en is None:
            yield Finding(path, f"{part.zh!r} has no English")


@rule
def anchor_too_long(article: Article) -> Iterator[Finding]:
    """An anchor has over 20 characters: it is to be a name, a term or a quantity, no sentence."""
    for path, part in _walk(article):
        if isinstance(part, Evidence) and len(part.anchor) > MAX_ANCHOR:
            message = f"an anchor of {len(part.anchor)} characters; at most {MAX_ANCHOR}"
            yield Finding((*path, "anchor"), message)


@rule
def no_such_paragraph(article: Article) -> Iterator[Finding]:
    """A paragraph number is higher than the number of paragraph digests in ``source``."""
    last = len(article.source.paragraphs)
    for path, part in _walk(article):
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
