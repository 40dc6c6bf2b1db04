"""The county that a paper writes of as its own: 我县 in an article of 甲县新闻网."""

import re
from collections.abc import Sequence

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
