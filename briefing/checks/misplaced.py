"""The rule on what kind of place a record is and in what it lies, which the gazetteer knows."""

from collections.abc import Iterable, Iterator

from briefing.checks.names import names_of
from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.records import Place
from briefing.names.gazetteer import Listed, lies_in, places_by_name
from briefing.problem import Finding, message

_DIVISIONS = ("province", "city", "county")


@model_rule(warning=True)
def place_misplaced(article: Article) -> Iterator[Finding]:
    """A division of China is of another kind than the gazetteer has, or lies elsewhere. A warning.

    This is told where none of the divisions of that name is of the `kind`, or none of them lies in
    the province or the prefecture that `part_of` tells, directly or by way of other places.

    Passes:
        places:
        - {id: shanxi, name: {zh: 山西省}, kind: province,
           evidence: [{paragraph: 2, anchor: 山西省}]}
        - {id: datong, name: {zh: 大同市}, kind: city, part_of: shanxi,
           evidence: [{paragraph: 2, anchor: 大同市}]}
    Fails:
        places:
        - {id: shaanxi, name: {zh: 陕西省}, kind: province,
           evidence: [{paragraph: 2, anchor: 陕西省}]}
        - {id: datong, name: {zh: 大同市}, kind: city, part_of: shaanxi,
           evidence: [{paragraph: 2, anchor: 大同市}]}
    """
    for index, place in enumerate(article.of(Place)):
        listed = _list_divisions(place)
        if not listed:
            continue
        fitting = [one for one in listed if one.level == place.kind]
        if not fitting:
            levels = sorted({one.level for one in listed}, key=_DIVISIONS.index)
            told = message("place-misplaced.kind", name=place.name.zh, kinds=levels)
            yield Finding(told, ("places", index, "kind"))
            continue
        for whole in _list_wholes(article, place):
            around = _list_divisions(whole)
            if around and not any(_lies_in_one(one, around) for one in fitting):
                right = sorted({lies_in(one)[-1].name for one in fitting if lies_in(one)})
                told = message(
                    "place-misplaced", name=place.name.zh, said=whole.name.zh, known=right
                )
                yield Finding(told, ("places", index, "part_of"))
                break


def _list_divisions(place: Place) -> list[Listed]:
    """Return the divisions that a record may be, which has the name of one and such a kind."""
    if place.kind not in _DIVISIONS or place.coined:
        return []
    return [one for name in names_of(place) for one in places_by_name().get(name, ())]


def _list_wholes(article: Article, place: Place) -> Iterator[Place]:
    """Yield the places in which one lies, the nearest first."""
    seen = {place.id}
    whole = article.place(place.part_of)
    while whole and whole.id not in seen:
        seen.add(whole.id)
        yield whole
        whole = article.place(whole.part_of)


def _lies_in_one(place: Listed, wholes: Iterable[Listed]) -> bool:
    return any(place.code.startswith(one.code) for one in wholes)
