"""The rules on what the fields of a figure tell of each other, which need no source text."""

from collections.abc import Iterator

from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.records import Figure
from briefing.problem import Finding, message
from briefing.quantities import scan_paragraph
from briefing.quantities.rates import PEOPLE


@model_rule()
def text_without_anchor(article: Article) -> Iterator[Finding]:
    """A figure's `text` and its anchors have nothing in common: one must hold the other.

    Passes:
        figures: [{id: projects, label: {zh: 项目}, text: 24项, value: 24, unit: 项, kind: count,
          evidence: [{paragraph: 1, anchor: 谋划项目24项}]}]
    Fails:
        figures: [{id: projects, label: {zh: 项目}, text: 24项, value: 24, unit: 项, kind: count,
          evidence: [{paragraph: 1, anchor: 谋划项目}]}]
    """
    for index, figure in enumerate(article.of(Figure)):
        anchors = [proof.anchor for proof in figure.evidence]
        if not any(figure.text in anchor or anchor in figure.text for anchor in anchors):
            found = message("text-without-anchor", text=figure.text)
            yield Finding(found, ("figures", index, "text"))


@model_rule()
def value_without_unit(article: Article) -> Iterator[Finding]:
    """A figure of money, percent, duration or measure says no unit.

    Passes:
        figures: [{id: cover, label: {zh: 覆盖率}, text: 72.2%, value: 72.2, unit: '%',
          kind: percent, evidence: [{paragraph: 1, anchor: 72.2%}]}]
    Fails:
        figures: [{id: cover, label: {zh: 覆盖率}, text: 72.2%, value: 72.2,
          kind: percent, evidence: [{paragraph: 1, anchor: 72.2%}]}]
    """
    for index, figure in enumerate(article.of(Figure)):
        if figure.kind in ("money", "percent", "duration", "measure") and figure.unit is None:
            yield Finding(message("value-without-unit", kind=figure.kind), ("figures", index))


@model_rule()
def range_reversed(article: Article) -> Iterator[Finding]:
    """A range ends below its beginning or has no end, or a `value_to` belongs to no range.

    Passes:
        figures: [{id: starts, label: {zh: 开工}, text: 3至5项, value: 3, value_to: 5, unit: 项,
          kind: range, evidence: [{paragraph: 1, anchor: 3至5项}]}]
    Fails:
        figures: [{id: starts, label: {zh: 开工}, text: 3至5项, value: 5, value_to: 3, unit: 项,
          kind: range, evidence: [{paragraph: 1, anchor: 3至5项}]}]
    """
    for index, figure in enumerate(article.of(Figure)):
        path = ("figures", index, "value_to")
        if figure.value_to is None:
            if figure.kind == "range":
                yield Finding(message("range-reversed.no-end"), path)
        elif figure.kind != "range" and not _lists_numbers(figure.text):
            yield Finding(message("range-reversed.no-range", kind=figure.kind), path)
        elif figure.kind == "range" and figure.value_to < figure.value:
            yield Finding(message("range-reversed"), path)


def _lists_numbers(text: str) -> bool:
    """Return whether a text lists numbers, of which a figure has the first and the last: 2:3:5."""
    return any(isinstance(one.value, list) for one in scan_paragraph(text))


@model_rule()
def before_differs(article: Article) -> Iterator[Finding]:
    """A figure and the one that it was `before` differ in kind or unit, or are one and the same.

    Lengths of time and people may have different units, as in 由2小时缩短到70分钟, and a range may
    have been before a number.

    Passes:
        figures: [{id: share, label: {zh: 占比}, text: 38%, value: 38, unit: '%', kind: percent,
            before: old-share, evidence: [{paragraph: 1, anchor: 38%}]},
          {id: old-share, label: {zh: 占比}, text: 33%, value: 33, unit: '%', kind: percent,
            evidence: [{paragraph: 1, anchor: 33%}]}]
    Fails:
        figures: [{id: share, label: {zh: 占比}, text: 38%, value: 38, unit: '%', kind: percent,
          before: share, evidence: [{paragraph: 1, anchor: 38%}]}]
    """
    figures = {one.id: one for one in article.of(Figure)}
    turning = _find_circles({one.id: one.before for one in figures.values() if one.before})
    for index, figure in enumerate(article.of(Figure)):
        if figure.before is None:
            continue
        path = ("figures", index, "before")
        if figure.id in turning:
            yield Finding(message("before-differs.itself"), path)
            continue
        other = figures[figure.before]
        if not _are_alike(figure, other):
            yield Finding(message("before-differs", first=other.text, last=figure.text), path)


def _are_alike(one: Figure, other: Figure) -> bool:
    """Return whether the numbers of two figures may be before and after a change."""
    if one.kind == other.kind == "duration" or {one.unit, other.unit} <= PEOPLE:
        return True
    return one.unit == other.unit and (one.kind == other.kind or "range" in (one.kind, other.kind))


def _find_circles(earlier: dict[str, str]) -> set[str]:
    """Return the ids that lead back to themselves, where each leads to an earlier one."""
    seen: set[str] = set()
    found: set[str] = set()
    for start in earlier:
        passed: dict[str, int] = {}
        name = start
        while name in earlier and name not in seen:
            seen.add(name)
            passed[name] = len(passed)
            name = earlier[name]
        if name in passed:
            found |= set(list(passed)[passed[name] :])
    return found
