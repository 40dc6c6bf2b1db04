"""The rules on what places, bodies and strategies are, which their names and anchors tell."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.checks.registry import model_rule, source_rule
from briefing.model.article import Article
from briefing.model.choices import DIVISIONS, OrganisationKind
from briefing.model.parts import Evidence, parts
from briefing.model.records import Organisation, Place, Strategy
from briefing.names.gazetteer import Listed, lies_in, places_by_name
from briefing.names.sides import SIDES
from briefing.names.tables import words
from briefing.problem import Finding, message
from briefing.quantities.data import WordTable

_LISTED = ("province", "city", "county")


@model_rule(warning=True)
def place_misplaced(article: Article) -> Iterator[Finding]:
    """A division of China is of another kind than the gazetteer has, or lies elsewhere. A warning.

    This is told where none of the divisions of that name is of the `kind`, or none of them lies in
    the nearest division that `part_of` tells, directly or by way of other places. A place that the
    gazetteer does not have is of the kind that its name says: 乙镇 is a town, 甲都市圈 a cluster.
    One that it has by the whole name is a division.

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
    nearest = _Nearest(article)
    for index, place in enumerate(article.of(Place)):
        listed = _list_divisions(place)
        fitting = [one for one in listed if one.level == place.kind]
        whole = nearest.find(place) if fitting else None
        if listed and not fitting:
            levels = sorted({one.level for one in listed}, key=_LISTED.index)
            told = message("place-misplaced.kind", name=place.name.zh, kinds=levels)
            yield Finding(told, ("places", index, "kind"))
        elif not listed and (kinds := _kinds_by_name(place)):
            told = message("place-misplaced.name", name=place.name.zh, kinds=kinds)
            yield Finding(told, ("places", index, "kind"))
        elif whole and not _lie_in(fitting, whole):
            around = (lies_in(one) for one in fitting)
            right = sorted(
                {"".join(whole.name for whole in reversed(one)) for one in around if one}
            )
            told = message("place-misplaced", name=place.name.zh, said=whole.name.zh, known=right)
            yield Finding(told, ("places", index, "part_of"))


_BY_NAME = {
    "自治区": ("province",),
    "自治州": ("city",),
    "省": ("province",),
    "市": ("city", "county"),
    "县": ("county",),
    "街道": ("town",),
    "镇": ("town",),
    "乡": ("town",),
    "村": ("village",),
}
"""The kinds of divisions by how their names end."""
_BY_END = {
    "都市圈": ("cluster", "region"),
    "城市圈": ("cluster", "region"),
    "经济圈": ("cluster", "region"),
    "城市群": ("cluster", "region"),
    "城镇群": ("cluster", "region"),
    "经济带": ("corridor", "region"),
    "产业带": ("corridor", "region"),
    "走廊": ("corridor", "region"),
    "开发区": ("zone",),
    "高新区": ("zone",),
    "园区": ("zone",),
    "产业园": ("zone",),
    "软件园": ("zone",),
    "科技园": ("zone",),
    "示范区": ("zone", "region"),
    "试验区": ("zone", "region"),
    "保税区": ("zone",),
    "合作区": ("zone", "region"),
    "流域": ("region",),
    "盆地": ("region",),
    "半岛": ("region",),
    "山脉": ("region",),
}
"""The kinds of other places by how their names end, which are no divisions."""
_WHOLE = ("省", "市", "县", "自治州")
"""How the names of divisions end that are hardly ever those of another area."""
_SHORTEST = 3
"""A shorter name may end so without being in full: 乌镇, 水乡."""


def _kinds_by_name(place: Place) -> list[str]:
    """Return of which kinds a place is by its name, if it is told to be a division of another."""
    name = place.name.zh
    if place.coined or place.kind not in DIVISIONS or len(name) < _SHORTEST:
        return []
    ends = {**_BY_NAME, **_BY_END}
    kinds = next((kinds for end, kinds in ends.items() if name.endswith(end)), ())
    return [] if place.kind in kinds else list(kinds)


def _list_divisions(place: Place) -> list[Listed]:
    """Return the divisions that a record may be, which has the name of one and such a kind."""
    if place.coined or place.kind in ("abroad", "town", "village"):
        return []
    if place.kind not in _LISTED:  # only a whole name tells that it is one all the same
        held = places_by_name().get(place.name.zh, ())
        return [one for one in held if one.name == place.name.zh and one.suffix in _WHOLE]
    return [one for name in names_of(place) for one in places_by_name().get(name, ())]


def _lie_in(places: Iterable[Listed], whole: Place) -> bool:
    """Return whether one of some divisions lies in one of those that a record may be."""
    around = _list_divisions(whole)
    return any(one.code.startswith(other.code) for one in places for other in around)


class _Nearest:
    """The nearest division in which each place lies, also by way of what is none."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._found: dict[str, Place | None] = {}

    def find(self, place: Place) -> Place | None:
        """Return that division; every place on the way to it is gone through once."""
        passed, found = [place.id], None
        for whole in self._article.wholes_of(place.id):
            if _list_divisions(whole):
                found = whole
                break
            if whole.id in self._found:
                found = self._found[whole.id]
                break
            passed.append(whole.id)
        self._found |= dict.fromkeys(passed, found)
        return found


_UNSURE = ("总公司", "工作站", "合作社", "专业合作社", "农场", "林场", "联社", "政协")
"""How bodies of any kind are named."""
_SEVERAL = {
    "集团": frozenset(["firm", "institute"]),
    "中心": frozenset(["institute", "government", "firm"]),
    "企业": frozenset(["firm"]),
}
"""The kinds of bodies that are named so: a group may be one of hospitals."""
_LONGEST = 12
_LAYOUT = "^“?(?:[一二三四五六七八九十两双][带核翼湾廊区轴心圈极点群园环链]){2,4}”?$"
_UNLIKE = (
    (re.compile(_LAYOUT), frozenset(["reform", "effort", "node"])),
    (re.compile("战略$"), frozenset(["reform", "node", "path", "goal"])),
    (
        re.compile("^(?!.*(?:改革|布局)).*(?:规划|计划|方案|条例|办法)$"),
        frozenset(["reform", "node", "path"]),
    ),
    (re.compile("改革$"), frozenset(["layout", "node", "goal", "path"])),
    (re.compile("目标$"), frozenset(["layout", "node", "path", "reform", "effort"])),
)
"""The kinds that strategies are not of whose names are such."""


@model_rule(warning=True)
def kind_contradicts_name(article: Article) -> Iterator[Finding]:
    """An organisation or a strategy is of another kind than its name tells. A warning.

    The Chinese name of an organisation, or the short one, ends as names of another kind alone do:
    in 公司, 大学, 协会, 局 or 县委. The kind `other` says nothing else. A strategy whose name ends
    in 战略, 规划, 改革 or 目标, or is one of parts, as 一核两翼, is not of every kind.

    Passes:
        organisations: [{id: port, name: {zh: 甲县水利局}, kind: government,
          evidence: [{paragraph: 1, anchor: 甲县水利局}]}]
    Fails:
        organisations: [{id: port, name: {zh: 甲县水利局}, kind: firm,
          evidence: [{paragraph: 1, anchor: 甲县水利局}]}]
    """
    for index, body in enumerate(article.of(Organisation)):
        names = [name.zh for name in (body.name, body.short) if name]
        kinds = frozenset[str]().union(*map(_read_kinds, names))
        if body.kind != "other" and kinds and body.kind not in kinds:
            told = message("kind-contradicts-name", name=names[0], kind=sorted(kinds))
            yield Finding(told, ("organisations", index, "kind"))
    for index, strategy in enumerate(article.of(Strategy)):
        name = strategy.name.zh
        if any(strategy.kind in kinds and ends.search(name) for ends, kinds in _UNLIKE):
            told = message("kind-contradicts-name.unlike", name=name, kind=strategy.kind)
            yield Finding(told, ("strategies", index, "kind"))


def _read_kinds(name: str) -> frozenset[str]:
    """Return the kinds of which the longest end of a name tells, or none if it tells nothing."""
    ends = (name[-length:] for length in range(min(len(name), _LONGEST), 0, -1))
    return next((_kinds()[end] for end in ends if end in _kinds()), frozenset())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the kinds by the ends of names; an end that tells nothing has none."""
    found: dict[str, frozenset[str]] = {}
    for kind in get_args(OrganisationKind):
        for word in words(kind) if kind != "other" else ():
            found[word] = frozenset() if word in found else frozenset([kind])
    return found | dict.fromkeys([*words("weak"), *_UNSURE], frozenset()) | _SEVERAL


_DIRECTIONS = {written: side for side, written in SIDES.items()} | {"中": "centre", "核": "centre"}
_SIDE_OF_REGION = re.compile(
    "[^东西南北中]{1,3}([东西南北中])(?:地区|区域|片区|各[市县地]|城市群|经济[区带])?"
)
"""A region that is called by its part of a province or a city."""


@source_rule()
def direction_differs(context: ProofContext) -> Iterator[Finding]:
    """A place's direction is stated, and none of its anchors shows it.

    An anchor shows a direction if it has the character for it and for no other one, outside the
    names of places. The anchors of the place's roles and ties count, too, and so does the name of
    a region that is called by it: 皖北, 苏中地区.

    Passes:
        # 东翼是东甲市。
        places: [{id: east, name: {zh: 东甲市}, kind: city, direction: east,
          evidence: [{paragraph: 2, anchor: 东翼是东甲市}]}]
    Fails:
        # 东翼是东甲市。
        places: [{id: east, name: {zh: 东甲市}, kind: city, direction: west,
          evidence: [{paragraph: 2, anchor: 东翼是东甲市}]}]
    """
    places = context.article.of(Place)
    names = WordTable({name for place in places for name in names_of(place) if name})
    for index, place in enumerate(places):
        if place.direction is None or place.basis == "implied":
            continue
        anchors = [one.anchor for _, one in parts(place) if isinstance(one, Evidence)]
        anchors += re.findall("[东西南北中]部", place.name.zh)  # 北部茶旅带 says it itself
        if place.kind not in DIVISIONS and (region := _SIDE_OF_REGION.fullmatch(place.name.zh)):
            anchors.append(region[1])
        told = [
            {_DIRECTIONS[one] for one in _leave_out(names, anchor) if one in _DIRECTIONS}
            for anchor in anchors
        ]
        if not any(one == {place.direction} for one in told):
            found = message("direction-differs", direction=message(f"label.{place.direction}"))
            yield Finding(found, ("places", index, "direction"))


def _leave_out(names: WordTable, text: str) -> Iterator[str]:
    """Yield what is left of a text without the names in it, the longest at each place."""
    at = 0
    for start, name in names.find_all(text):
        yield from text[at:start]
        at = start + len(name)
    yield from text[at:]
