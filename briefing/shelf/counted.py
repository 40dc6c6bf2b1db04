"""How many things a figure counts that an article might list, and how many of them it does."""

import re
from collections.abc import Iterable

from briefing.model.names import name_key
from briefing.model.records import Event, Figure, Organisation, Place, Project, Record, Sector
from briefing.shelf.relations import Relations

_NEVER_LISTED = ("人", "人次", "户", "次")
"""Units of what no newspaper names one by one."""
_MOST_LISTABLE = 1000
"""Nor does it name each of more things than that."""
_FEW = 12
"""Of so many things a reader expects the names though none is given; of works, of more as well."""
_NUMBER_OF = re.compile("(?:之?[个总]?数量?|总计|合计)$")
_PLACES = re.compile(
    "(?:(?P<province>省|省份)|(?P<city>市|城市)|(?P<county>县)|[区州盟旗镇乡村城岛港园地翼圈群带廊极]"
    "|国家|口岸|枢纽|节点)$"
)
"""What things that are places are called; those of a province and the like are of that kind."""
_OTHERS: dict[type[Record], re.Pattern[str]] = {
    Sector: re.compile("(?:领域|行业|产业|产业链|集群|门类|赛道)$"),
    Organisation: re.compile("(?:企业|公司|集团|机构|部门|学校|高校|医院|实验室|银行|协会|商会)$"),
    Event: re.compile("(?:活动|会议|大会|论坛|展会)$"),
}
"""What other things are called that have records; one alone may be that which they belong to."""


def find_unlisted(relations: Relations, figure: Figure) -> tuple[int, int] | None:
    """Return how many things a figure counts, and how many are listed, where these are fewer.

    A rough number, or a large one that is not of works, is told only if some of them are listed:
    nobody expects to read the names of 46 airlines.
    """
    counted = _count_listable(relations, figure)
    if counted is None:
        return None
    listed = _count_members(relations, figure)
    is_expected = figure.qualifier == "exact" and (counted <= _FEW or counts_works(figure))
    return (counted, listed) if listed < counted and (listed or is_expected) else None


def counts_works(figure: Figure) -> bool:
    """Return whether a figure counts things to be built, by the end of its Chinese name."""
    return figure.kind == "count" and figure.title.zh.endswith(("项目", "工程"))


def _count_listable(relations: Relations, figure: Figure) -> int | None:
    """Return how many things a figure counts of which each might be named.

    The parts of one project, as the beds of a hospital, are not named one by one, nor are what is
    counted for each of so many.
    """
    whole = figure.kind == "count" and not figure.change and figure.unit not in _NEVER_LISTED
    if not whole or not 1 < figure.value <= _MOST_LISTABLE or figure.value != int(figure.value):
        return None
    of_projects = [one for one in relations.list_subjects(figure) if isinstance(one, Project)]
    members = [one for one in relations.list_about(figure) if isinstance(one, Project)]
    is_of_one = len(of_projects) == 1 and not members and not figure.in_name
    return None if is_of_one else int(figure.value)


def _count_members(relations: Relations, figure: Figure) -> int:
    """Return how many of the things that a figure counts have records.

    They are the parts of the strategy or place that has the figure in its name, or the projects
    that are tied to the figure, or other records of a kind that it counts. A term that is spelled
    out names all of them, and so does a figure that is about as many records, all of one kind.
    """
    named = {one.id: one for one in list_named(relations, figure)}
    if any(name_key(figure.text) in relations.spelled_out[one] for one in (*named, figure.id)):
        return int(figure.value)
    told_of = _leave_wholes(filter(None, map(relations.find, figure.about)))
    if len({type(one) for one in told_of}) == 1 and len(told_of) == figure.value:
        return int(figure.value)
    tied = [
        one
        for one in (*relations.list_subjects(figure), *relations.list_about(figure))
        if one.id not in named
    ]
    if len(figure.places) > 1:
        tied += [one for one in map(relations.find, figure.places) if one]
    members = _leave_wholes(tied)
    others = (
        sum(isinstance(one, kind) for one in members)
        for kind, called in _OTHERS.items()
        if _find_called(figure, called)
    )
    return max(
        # Nothing is a part of two of them.
        sum(len(relations.list_parts(one)) for one in named.values()),
        sum(isinstance(one, Project) for one in members),
        sum(isinstance(one, Place) and _is_counted(figure, one) for one in members),
        *(found for found in others if found > 1),
    )


def _leave_wholes(tied: Iterable[Record]) -> list[Record]:
    """Return records, each once, without those that others of them belong to.

    A record belongs to one that it is tied to, and that is not tied to it in turn.
    """
    records = {one.id: one for one in tied}
    belonging: dict[str | None, set[str]] = {}
    for one in records.values():
        for name in records.keys() & _ties(one):
            belonging.setdefault(name, set()).add(one.id)
    return [
        one
        for name, one in records.items()
        if name not in belonging or belonging[name].issubset(_ties(one))
    ]


def _ties(record: Record) -> tuple[str | None, ...]:
    """Return the ids of what a record is about and of what it is part of."""
    return (*getattr(record, "about", ()), getattr(record, "part_of", None))


def _is_counted(figure: Figure, place: Place) -> bool:
    """Return whether a figure counts places of the kind of a place."""
    found = _find_called(figure, _PLACES)
    return figure.in_name or bool(found and found.lastgroup in (None, place.kind))


def _find_called(figure: Figure, called: re.Pattern[str]) -> re.Match[str] | None:
    """Return how a figure calls what it counts, in its label, its text or an anchor, or nothing."""
    words = [_NUMBER_OF.sub("", figure.title.zh), figure.text]
    words += [proof.anchor for proof in figure.evidence if figure.text in proof.anchor]
    return next(filter(None, map(called.search, words)), None)


def list_named(relations: Relations, figure: Figure) -> list[Record]:
    """Return the records that have a counting figure in their name, as a plan has."""
    text = name_key(figure.text)
    return [one for one in relations.list_subjects(figure) if text in name_key(one.title.zh)]
