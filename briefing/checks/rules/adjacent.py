"""The rules on what lies in another place than a label or the words before its name tell."""

import re
from collections.abc import Iterator
from functools import cached_property

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.naming import index_names, names_of
from briefing.checks.registry import model_rule, source_rule
from briefing.model.article import Article
from briefing.model.choices import DIVISIONS
from briefing.model.records import Figure, Place, Project, Record
from briefing.problem import Finding, message

_COMPARES = re.compile(
    "[比较距离往至到和与及、对向从由]|高于|低于|超|来自|相当|之间|以外|排名|位次|占|其中|经|通"
)
"""What tells that a label names a place of which its figure is not: how far it is from there."""
_SHORTEST = 2


@model_rule(warning=True)
def place_contradicts_label(article: Article) -> Iterator[Finding]:
    """The label of a figure names one place, and the figure lies in another one. A warning.

    The Chinese label has the name of one place of the model, or an alias of it, and of no other.
    The figure lies neither there nor in a place that lies in it or around it, and is not about it.
    Labels that compare, or tell of a way from one place to another, are left out, and so are
    figures of several places, which may make up the one that is named.

    Passes:
        places: [{id: jia, name: {zh: 甲县}, kind: county,
            evidence: [{paragraph: 1, anchor: 甲县}]}]
        figures: [{id: area, label: {zh: 甲县的面积}, text: 5平方公里, value: 5, unit: km2,
            kind: measure, places: [jia], evidence: [{paragraph: 1, anchor: 5平方公里}]}]
    Fails:
        places: [{id: jia, name: {zh: 甲县}, kind: county,
            evidence: [{paragraph: 1, anchor: 甲县}]},
          {id: yi, name: {zh: 乙县}, kind: county, evidence: [{paragraph: 1, anchor: 乙县}]}]
        figures: [{id: area, label: {zh: 甲县的面积}, text: 5平方公里, value: 5, unit: km2,
            kind: measure, places: [yi], evidence: [{paragraph: 1, anchor: 5平方公里}]}]
    """
    names = sorted(_list_names(article), key=lambda one: -len(one[0]))
    for index, figure in enumerate(article.of(Figure)):
        label = figure.label.zh
        if len(figure.places) != 1 or _COMPARES.search(label):
            continue
        named = _find_named(label, names)
        if len(named) != 1 or not isinstance(named[0], Place):
            continue
        related = _are_related(article, named[0], figure.places[0])
        if not related and named[0].id not in figure.about:
            told = message("place-contradicts-label", name=named[0].name.zh)
            yield Finding(told, ("figures", index, "places"))


def _list_names(article: Article) -> Iterator[tuple[str, Record]]:
    """Yield the Chinese names of all records but figures, with the records."""
    for record in article.by_id.values():
        if not isinstance(record, Figure):
            for name in names_of(record):
                if len(name) >= _SHORTEST:
                    yield name, record


def _find_named(label: str, names: list[tuple[str, Record]]) -> list[Record]:
    """Return the records that a label names, of names in one another the longest."""
    found: dict[str, Record] = {}
    for name, record in names:
        if name in label:
            found[record.id] = record
            label = label.replace(name, "\0" * len(name))
    return list(found.values())


def _are_related(article: Article, place: Place, other_id: str) -> bool:
    """Return whether two places are one, or one lies in the other or is named by it."""
    other = article.place(other_id)
    if other is None or other is place:
        return True
    wholes = {one.id for one in article.wholes_of(place.id)}
    if other_id in wholes or place.id in {one.id for one in article.wholes_of(other_id)}:
        return True
    one, two = (re.sub("[省市县区]$", "", each.name.zh) for each in (place, other))
    return one in two or two in one


_MOST = 8
"""A name is looked for in so many paragraphs."""


@source_rule(warning=True)
def place_behind_another(context: ProofContext) -> Iterator[Finding]:
    """The text names a place or project right after another place than it lies in. A warning.

    If the name follows that of a wider division (甲县乙镇), `part_of`, or the `places` of a
    project, must not name another division of the same kind. There is no warning if the name
    elsewhere follows a division that they may mean, or if they are left out.

    Passes:
        # 甲县乙镇的码头，丙县没有。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙镇}, kind: town, part_of: jia,
           evidence: [{paragraph: 2, anchor: 乙镇}]}
        - {id: bing, name: {zh: 丙县}, kind: county, evidence: [{paragraph: 2, anchor: 丙县}]}
    Fails:
        # 甲县乙镇的码头，丙县没有。
        places:
        - {id: jia, name: {zh: 甲县}, kind: county, evidence: [{paragraph: 2, anchor: 甲县}]}
        - {id: yi, name: {zh: 乙镇}, kind: town, part_of: bing,
           evidence: [{paragraph: 2, anchor: 乙镇}]}
        - {id: bing, name: {zh: 丙县}, kind: county, evidence: [{paragraph: 2, anchor: 丙县}]}
    """
    divisions = _Divisions(context)
    for index, place in enumerate(context.article.of(Place)):
        if place.part_of and (told := divisions.tell_other(place, (place.part_of,))):
            yield _report(context, place, told, place.part_of, ("places", index, "part_of"))
    for index, project in enumerate(context.article.of(Project)):
        if project.places and (told := divisions.tell_other(project, project.places)):
            yield _report(context, project, told, project.places[0], ("projects", index, "places"))


def _report(
    context: ProofContext, record: Record, told: Place, said: str, path: tuple[str | int, ...]
) -> Finding:
    values = {"name": record.title.zh, "told": told.name.zh}
    whole = context.article.by_id.get(said)
    values["said"] = whole.title.zh if whole else said
    return Finding(message("place-behind-another", **values), path)


class _Divisions(Lookup):
    """The divisions of a model by their names, which may stand before another name."""

    def tell_other(self, record: Record, said: tuple[str, ...]) -> Place | None:
        """Return the division behind which alone the text names a record, if it is another one."""
        found = None
        for before in self._find_before(record):
            if not self._are_apart(before, said):
                return None
            found = found or before
        return found

    def _find_before(self, record: Record) -> Iterator[Place]:
        """Yield the wider divisions that are named right before a name of a record."""
        widest = getattr(record, "kind", "")
        level = DIVISIONS.index(widest) if widest in DIVISIONS else len(DIVISIONS)
        for name in names_of(record):
            for number in self._context.paragraphs_containing(name, _MOST):
                for start, _ in self._context.occurrences(number, name):
                    before = self._find_ending(self._context.text_of(number), start)
                    if before and before is not record and DIVISIONS.index(before.kind) < level:
                        yield before

    def _find_ending(self, text: str, at: int) -> Place | None:
        """Return the division whose name ends right before an offset, the longest name first."""
        at -= text.endswith("的", 0, at)
        for length in self._lengths:
            place = self._by_name.get(text[max(0, at - length) : at])
            if place:
                return place
        return None

    def _are_apart(self, place: Place, said: tuple[str, ...]) -> bool:
        """Return whether a place and all of some others lie in different divisions of one kind."""
        own = self._lie_in(place.id)
        return all(
            any(kind in own and own[kind] != whole for kind, whole in self._lie_in(one).items())
            for one in said
        )

    def _lie_in(self, identity: str) -> dict[str, str]:
        """Return the divisions in which a place lies, itself included, by their kinds."""
        article = self._context.article
        places = [article.place(identity), *article.wholes_of(identity)]
        return {one.kind: one.id for one in places if one and one.kind in DIVISIONS}

    @cached_property
    def _by_name(self) -> dict[str, Place]:
        divisions = [one for one in self._context.article.of(Place) if one.kind in DIVISIONS]
        return {name: held[-1] for name, held in index_names(divisions, _SHORTEST).items()}

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(name) for name in self._by_name}, reverse=True)
