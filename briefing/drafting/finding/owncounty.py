"""The county that a text is about: its paper's own (我县 in 甲县新闻网), or one it names often."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from briefing.names.divisions import Candidate
from briefing.names.gazetteer import Listed, places_by_name

_PAPER = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,4})(?:新闻网|新闻中心|融媒体?|广播电视台|电视台|日报|晚报|报(?=讯|记者)|发布)"
)
_OWN = {
    "县": re.compile("[我全本]县(?!级)|县[委城]|县政府"),
    "市": re.compile("[我全本]市(?![场民])|市委|市政府"),
    "区": re.compile("[我全本]区(?!域)|区委|区政府"),
    "旗": re.compile("[我全本]旗|旗委|旗政府"),
}
"""How a text speaks of the county that it is of, by the last character of the county's name."""
_OFTEN = 3


def find_own_counties(texts: Sequence[str]) -> list[Listed]:
    """Return the counties of the papers that a text names, where it speaks of one as its own.

    >>> [one.name for one in find_own_counties(["方山新闻网讯 我县开工12个项目。"])]
    ['方山县']
    """
    named = [
        match["name"][-size:]
        for text in texts
        for match in _PAPER.finditer(text)
        for size in (4, 3, 2)
        if match["name"][-size:] in places_by_name()
    ]
    found = (places_by_name()[name] for name in dict.fromkeys(named))
    only = [places[0] for places in found if len(places) == 1 and places[0].level == "county"]
    return [
        one
        for one in only
        if (own := _OWN.get(one.name[-1])) and any(own.search(text) for text in texts)
    ]


def find_often_named(candidates: Iterable[Candidate], provinces: Collection[str]) -> list[Listed]:
    """Return the counties whose short names, which are no words, stand so often in a text alone.

    They lie in one of the ``provinces`` that the text names, given by their codes, if it names any.
    """
    short = (one for one in candidates if one.clear and not (one.full or one.word))
    counties = Counter(
        one.places[0] for one in short if len(one.places) == 1 and one.places[0].level == "county"
    )
    often = (place for place, count in counties.items() if count >= _OFTEN)
    return [place for place in often if not provinces or place.code[:2] in provinces]
