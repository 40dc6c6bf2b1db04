"""The rules on texts, names and references, which need no source text."""

import re
from collections.abc import Iterator

from briefing.checks.registry import RULES, model_rule
from briefing.checks.spelling import as_readers_see
from briefing.limits import ANCHOR_CHARACTERS
from briefing.model.article import Article
from briefing.model.names import NamesOfPlaces, place_names
from briefing.model.parts import Bilingual, Evidence, Rendering
from briefing.model.records import Place, Strategy
from briefing.problem import Amendment, Finding, Remedy, message, suggest

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
                yield Finding(found, where, remedy=Remedy(safe=True, changes=(tidy,)))


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
    return Remedy(safe=True, changes=(Amendment(("renderings", index, "anchor"), alike[0]),))


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
            remedy = (
                Remedy(safe=False, changes=(Amendment(path, hint.values["suggestion"]),))
                if hint
                else None
            )
            yield Finding(unknown, path, remedy=remedy)
