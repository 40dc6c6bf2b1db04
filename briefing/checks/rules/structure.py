"""The rules that need no source text."""

import re
from collections.abc import Iterator

from briefing.checks.registry import RULES, model_rule
from briefing.checks.spelling import as_readers_see
from briefing.limits import ANCHOR_CHARACTERS
from briefing.model.article import Article
from briefing.model.names import NamesOfPlaces, place_names
from briefing.model.parts import Bilingual, Evidence, Rendering
from briefing.model.records import Figure, Place, Strategy
from briefing.problem import Amendment, Finding, Remedy, message, suggest
from briefing.quantities import scan_paragraph
from briefing.quantities.rates import PEOPLE

_NEEDLESS = re.compile(r"^[^\S\n]+|[^\S\n]+$|(?<=[^\S\n])[^\S\n]+")
_Spellings = dict[tuple[int, str], list[str]]
"""Anchors by paragraph, and by what a reader sees of them."""


@model_rule(warning=True)
def untranslated(article: Article) -> Iterator[Finding]:
    """A text has no English yet; English readers are shown the Chinese. A warning.

    Passes:
        events: [{id: start, name: {zh: 开工, en: Start}, evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in article.all_parts:
        if isinstance(part, Bilingual) and part.en is None:
            yield Finding(message("untranslated", text=part.zh), path)


@model_rule(warning=True)
def needless_blanks(article: Article) -> Iterator[Finding]:
    """A text of ours begins or ends with a blank, or has two in a row. A warning.

    `--fix` takes out those that are too many.

    Passes:
        events: [{id: start, name: {zh: 开工, en: Work begins},
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        events: [{id: start, name: {zh: 开工, en: Work  begins},
          evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for path, part in article.all_parts:
        if not isinstance(part, Bilingual | Rendering):
            continue
        for field in ("zh", "en"):
            text = getattr(part, field, None)
            if text and _NEEDLESS.search(text):
                where = (*path, field)
                tidy = Amendment(where, _NEEDLESS.sub("", text))
                found = message("needless-blanks", field=field)
                yield Finding(found, where, remedy=Remedy(True, (tidy,)))


@model_rule()
def anchor_too_long(article: Article) -> Iterator[Finding]:
    """An anchor has over {ANCHOR_CHARACTERS} characters.

    It is to be a name, a term or a quantity, and not a sentence.

    Passes:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 项目开工}]}]
    Fails:
        events: [{id: start, name: {zh: 开工},
          evidence: [{paragraph: 1, anchor: 全市今年第一批重点项目在东甲市河边集中开工建设}]}]
    """
    for path, part in article.all_parts:
        if isinstance(part, Evidence) and len(part.anchor) > ANCHOR_CHARACTERS:
            yield Finding(message("anchor-too-long", length=len(part.anchor)), (*path, "anchor"))


@model_rule(warning=True)
def renders_nothing(article: Article) -> Iterator[Finding]:
    """A rendering is of an anchor that no evidence has, or that has one already. A warning.

    `--fix` gives it the spelling of its anchor, where only blanks, width or marks differ.

    Passes:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 要点}]}]
        renderings: [{paragraph: 1, anchor: 要点, en: main points}]
    Fails:
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 1, anchor: 要点}]}]
        renderings: [{paragraph: 1, anchor: 要旨, en: main points}]
    """
    anchors = {
        (part.paragraph, part.anchor) for _, part in article.all_parts if isinstance(part, Evidence)
    }
    rendered = {(one.paragraph, one.anchor) for one in article.of(Rendering)}
    waiting = _by_spelling(anchors - rendered) if rendered - anchors else {}
    for index, one in enumerate(article.of(Rendering)):
        key = (one.paragraph, one.anchor)
        if key not in anchors:
            values = {"anchor": one.anchor, "paragraph": one.paragraph}
            wrong = message("renders-nothing", **values)
            remedy = _spell_rendering(one, index, waiting)
            yield Finding(wrong, ("renderings", index), remedy=remedy)
        anchors.discard(key)


def _spell_rendering(one: Rendering, index: int, waiting: _Spellings) -> Remedy | None:
    """Return that a rendering is spelled as the only anchor that it may be of."""
    alike = waiting.get((one.paragraph, as_readers_see(one.anchor)), [])
    if len(alike) != 1:
        return None
    return Remedy(True, (Amendment(("renderings", index, "anchor"), alike[0]),))


def _by_spelling(anchors: set[tuple[int, str]]) -> _Spellings:
    found: _Spellings = {}
    for number, anchor in anchors:
        found.setdefault((number, as_readers_see(anchor)), []).append(anchor)
    return found


@model_rule()
def no_such_paragraph(article: Article) -> Iterator[Finding]:
    """A paragraph number is higher than the number of paragraph digests in `source`.

    Passes:
        # 码头开工。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头}]}]
    Fails:
        # 码头开工。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 3, anchor: 码头}]}]
    """
    last = len(article.source.paragraphs)
    for path, part in article.all_parts:
        number = getattr(part, "paragraph", None)
        if last and number is not None and number > last:
            found = message("no-such-paragraph", number=number, last=last)
            yield Finding(found, (*path, "paragraph"))


@model_rule()
def ambiguous_name(article: Article) -> Iterator[Finding]:
    """Two places answer to one name or alias, so that looking it up finds both.

    Names with other words for the kind, as 东甲省 and 东甲市, are not one.

    Passes:
        places:
          - {id: dong, name: {zh: 东甲}, kind: city, evidence: [{paragraph: 1, anchor: 要点}]}
          - {id: xi, name: {zh: 西乙}, kind: city, evidence: [{paragraph: 1, anchor: 要点}]}
    Fails:
        places:
          - {id: dong, name: {zh: 东甲}, kind: city, evidence: [{paragraph: 1, anchor: 要点}]}
          - {id: xi, name: {zh: 东甲市}, kind: county, evidence: [{paragraph: 1, anchor: 要点}]}
    """
    known = NamesOfPlaces()
    for index, place in enumerate(article.of(Place)):
        names = place_names(place)
        if found := known.find_first(names):
            name, other = found
            yield Finding(message("ambiguous-name", name=name, other=other), ("places", index))
        known.add(names, place.id)


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


@model_rule()
def named_only_with_detail(article: Article) -> Iterator[Finding]:
    """A strategy marked `named_only` has an aim, measures or parts: then it is described.

    Passes:
        strategies: [{id: plan, name: {zh: 计划}, kind: programme, detail: named_only,
          evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        strategies: [{id: plan, name: {zh: 计划}, kind: programme, detail: named_only,
          aim: {zh: 增长}, evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    strategies = article.of(Strategy)
    parents = {strategy.part_of for strategy in strategies}
    for index, one in enumerate(strategies):
        if one.detail == "named_only" and (one.aim or one.measures or one.id in parents):
            found = message("named-only-with-detail", id=one.id)
            yield Finding(found, ("strategies", index, "detail"))


@model_rule()
def tied_to_itself(article: Article) -> Iterator[Finding]:
    """A tie of a place names the place itself, or a strategy is `said_by` itself.

    Its measures may be.

    Passes:
        places: [{id: east, name: {zh: 东甲}, kind: city, evidence: [{paragraph: 1, anchor: 要点}]},
          {id: west, name: {zh: 西乙}, kind: city, evidence: [{paragraph: 1, anchor: 要点}],
            links: [{place: east, text: {zh: 相连}, evidence: [{paragraph: 1, anchor: 要点}]}]}]
    Fails:
        places: [{id: west, name: {zh: 西乙}, kind: city, evidence: [{paragraph: 1, anchor: 要点}],
            links: [{place: west, text: {zh: 相连}, evidence: [{paragraph: 1, anchor: 要点}]}]}]
    """
    for index, place in enumerate(article.of(Place)):
        for number, tie in enumerate(place.links):
            if tie.place == place.id:
                found = message("tied-to-itself", id=place.id)
                yield Finding(found, ("places", index, "links", number, "place"))
    for index, one in enumerate(article.of(Strategy)):
        if one.id in one.said_by:
            said = message("tied-to-itself.said", id=one.id)
            yield Finding(said, ("strategies", index, "said_by"))


@model_rule(warning=True)
def ignores_nothing(article: Article) -> Iterator[Finding]:
    """An entry of `ignore` names no rule of this manual, or there is nothing that it could ignore.

    What keeps a model from being read cannot be ignored. A warning. `--unsafe-fixes` takes the
    entry out, or writes the code that was meant.

    Passes:
        ignore: [{code: untranslated, reason: {zh: 只供中文读者使用}}]
    Fails:
        ignore: [{code: untransalted, reason: {zh: 只供中文读者使用}}]
    """
    for index, entry in enumerate(article.ignore):
        if entry.code not in RULES:
            hint = suggest(entry.code, RULES)
            unknown = message("ignores-nothing", code=entry.code, hint=hint)
            path = ("ignore", index, "code")
            remedy = Remedy(False, (Amendment(path, hint.values["suggestion"]),)) if hint else None
            yield Finding(unknown, path, remedy=remedy)
