"""The rule on the directions of places."""

import re
from collections.abc import Iterator

from briefing.checks.context import ProofContext
from briefing.checks.naming import names_of
from briefing.checks.registry import source_rule
from briefing.model.choices import DIVISIONS
from briefing.model.parts import Evidence, parts
from briefing.model.records import Place
from briefing.problem import Finding, message
from briefing.quantities.data import WordTable

_DIRECTIONS = {
    "北": "north",
    "南": "south",
    "东": "east",
    "西": "west",
    "中": "centre",
    "核": "centre",
}
_REGION = re.compile(
    "[^东西南北中]{1,3}([东西南北中])(?:地区|区域|片区|各[市县地]|城市群|经济[区带])?"
)
"""A region that is called by its part of a province or a city."""


@source_rule()
def direction_differs(context: ProofContext) -> Iterator[Finding]:
    """A place's direction is stated, and none of its anchors tells it.

    An anchor tells a direction that has the character for it and for no other one, outside the
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
        if place.kind not in DIVISIONS and (region := _REGION.fullmatch(place.name.zh)):
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
