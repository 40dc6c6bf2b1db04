"""The rule on the places of a figure, of which its label may name another one."""

import re
from collections.abc import Iterator

from briefing.checks.naming import names_of
from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.records import Figure, Place, Record
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
