"""What an article names and does not explain, counts and does not list, or leaves open.

What is to be done may lack a deadline, an amount of money, or somebody who is to do it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.choices import OPEN_STAGES, GapKind
from briefing.model.names import name_key
from briefing.model.parts import Measure, Part
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Place,
    Project,
    Record,
    Sector,
    Strategy,
    Term,
)
from briefing.shelf.answered import Answers
from briefing.shelf.finding import Claim
from briefing.shelf.library import Hit
from briefing.shelf.web import Web

_LACKING: tuple[GapKind, ...] = ("no_date", "no_money", "no_owner")
_MOST_LISTABLE = 1000  # of more than that, and of people, no newspaper lists each
_PEOPLE = ("人", "人次", "户")
_WORKS = ("项目", "工程")
"""What the Chinese name of a figure ends with that counts things to be built."""

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

_KEPT = "web_of_gaps"


class Gap(NamedTuple):
    """One thing that the article leaves unsaid of a record, or of a measure in it.

    Of what is counted and not listed, ``counted`` says how many there are by the article, and
    ``listed`` how many of them have records that are tied to the figure. The article may name more.
    """

    kind: GapKind
    hit: Hit[Record]
    part: Part
    counted: int | None = None
    listed: int | None = None


def find_gaps(claims: Iterable[Claim]) -> list[Gap]:
    """Return what the articles leave unsaid of some claims, in the order of the claims.

    What a whole lacks is not told again of its parts. What is told of a strategy or a count is not
    told again of a term of the same name.
    """
    found: list[tuple[_Web, Gap]] = []
    for claim in claims:
        web = _web_of(claim.hit.article)
        found += ((web, gap) for gap in _gaps_of(web, claim))
    of_web: dict[_Web, list[Gap]] = defaultdict(list)
    for web, gap in found:
        of_web[web].append(gap)
    told = {web: _Told(web, gaps) for web, gaps in of_web.items()}
    return [gap for web, gap in found if not told[web].tells(gap)]


class _Web(Web):
    """What the records of one article say of one another, and what it says of their completion."""

    @cached_property
    def answers(self) -> dict[GapKind, Answers]:
        """The answers to each question, by the gap that there is without one."""
        return {kind: Answers(self, kind) for kind in _LACKING}

    @cached_property
    def spelled_out(self) -> Mapping[str, set[str]]:
        """The names of the terms about a record that spell out what they count."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.article.of(Term):
            for name in term.about if term.spelled_out else ():
                found[name].add(name_key(term.name.zh))
        return found

    @cached_property
    def open_figures(self) -> dict[str, set[int]]:
        """The paragraphs of the figures about a record that are still to be reached."""
        found: dict[str, set[int]] = defaultdict(set)
        for figure in self.article.of(Figure):
            if _is_open(self, figure, figure):
                for name in figure.about:
                    found[name].update(proof.paragraph for proof in figure.evidence)
        return found


def _web_of(article: Article) -> _Web:
    """Return the web of an article, which is kept with it, as its own indexes are."""
    kept = vars(article)
    if _KEPT not in kept:
        kept[_KEPT] = _Web(article)
    web: _Web = kept[_KEPT]
    return web


def _gaps_of(web: _Web, claim: Claim) -> Iterator[Gap]:
    hit, part = claim
    if part is hit.record:
        if _is_unexplained(web, hit.record):
            yield Gap("unexplained", hit, part)
            return
        if isinstance(hit.record, Figure) and (counted := _count(web, hit.record)) is not None:
            listed = _members_listed(web, hit.record)
            if listed < counted:
                yield Gap("unlisted", hit, part, counted, listed)
    if _is_open(web, hit.record, part):
        for kind in _LACKING:
            if kind == "no_money" and not _is_built(hit.record, part):
                continue
            if not web.answers[kind].is_said_of(hit.record, part):
                yield Gap(kind, hit, part)


def _is_unexplained(web: _Web, record: Record) -> bool:
    """Return whether the article does no more than name a thing."""
    if isinstance(record, Strategy):
        return record.detail == "named_only"
    if isinstance(record, Project):
        told = (record.date, record.partners, record.actors, record.due)
        figures = (one for one in web.about(record) if isinstance(one, Figure))
        return record.status == "listed" and not any(told) and not any(figures)
    if not isinstance(record, Term) or record.spelled_out:
        return False
    return not any(
        isinstance(one, Strategy)
        and name_key(one.name.zh) == name_key(record.name.zh)
        and bool(one.aim or one.measures or web.parts(one))
        for one in web.whom(record)
    )


def _count(web: _Web, figure: Figure) -> int | None:
    """Return how many things a figure counts of which each might be named.

    The parts of one project, as the beds of a hospital, are not named one by one, nor are what is
    counted for each of so many.
    """
    whole = figure.kind == "count" and not figure.change and figure.unit not in _PEOPLE
    if not whole or not 1 < figure.value <= _MOST_LISTABLE or figure.value != int(figure.value):
        return None
    of_projects = [one for one in web.whom(figure) if isinstance(one, Project)]
    members = [one for one in web.about(figure) if isinstance(one, Project)]
    is_of_one = len(of_projects) == 1 and not members and not figure.in_name
    return None if is_of_one else int(figure.value)


def _members_listed(web: _Web, figure: Figure) -> int:
    """Return how many of the things that a figure counts have records.

    They are the parts of the strategy or place that has the figure in its name, or the projects
    that are tied to the figure, or other records of a kind that it counts. A term that is spelled
    out names all of them, and so does a figure that is about as many records, all of one kind.
    """
    named = {one.id: one for one in _named(web, figure)}
    if any(name_key(figure.text) in web.spelled_out[one] for one in (*named, figure.id)):
        return int(figure.value)
    told_of = _leave_wholes(filter(None, map(web.get, figure.about)))
    if len({type(one) for one in told_of}) == 1 and len(told_of) == figure.value:
        return int(figure.value)
    tied = [one for one in (*web.whom(figure), *web.about(figure)) if one.id not in named]
    if len(figure.places) > 1:
        tied += [one for one in map(web.get, figure.places) if one]
    members = _leave_wholes(tied)
    others = (
        sum(isinstance(one, kind) for one in members)
        for kind, called in _OTHERS.items()
        if _find_called(figure, called)
    )
    return max(
        sum(len(web.parts(one)) for one in named.values()),  # nothing is a part of two of them
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


def _named(web: _Web, figure: Figure) -> list[Record]:
    """Return the records that have a counting figure in their name, as a plan has."""
    text = name_key(figure.text)
    return [one for one in web.whom(figure) if text in name_key(one.title.zh)]


def _is_open(web: _Web, record: Record, part: Part) -> bool:
    """Return whether a claim is of something that is still to be done.

    A measure that stands as its strategy does is told with it. A guideline is nothing to be done,
    nor is a figure of money or time, which tells of something else that is.
    """
    if part is not record:
        return (
            isinstance(record, Strategy)
            and isinstance(part, Measure)
            and part.stage in OPEN_STAGES
            and part.stage != record.stage
            and not _is_open(web, record, record)
            and not _has_figure(web, record, part)
        )
    if isinstance(record, Strategy):
        return record.stage in OPEN_STAGES and record.kind != "guideline"
    if isinstance(record, Project):
        plans = (one for one in web.about(record) if isinstance(one, Strategy))
        planned = record.status == "unstated" and any(_is_open(web, one, one) for one in plans)
        return record.stage in OPEN_STAGES or planned
    if isinstance(record, Figure):
        other = record.in_name or record.kind in ("money", "duration")
        return record.stage in OPEN_STAGES and not other
    return False


def _has_figure(web: _Web, record: Strategy, part: Measure) -> bool:
    """Return whether what a measure says is told of a figure of the same paragraph."""
    told = {proof.paragraph for proof in part.evidence}
    return not told.isdisjoint(web.open_figures.get(record.id, ()))


def _is_built(record: Record, part: Part) -> bool:
    """Return whether a claim is of something that is built, and therefore costs money."""
    if part is not record:
        return False
    if isinstance(record, Figure):
        return record.kind == "count" and record.title.zh.endswith(_WORKS)
    return isinstance(record, Project) or getattr(record, "kind", None) == "programme"


class _Told:
    """Knows what the gaps of one article tell, so that nothing is told twice."""

    def __init__(self, web: _Web, gaps: Iterable[Gap]) -> None:
        self._web = web
        self._wholes: set[tuple[GapKind, str]] = set()
        self._named: set[str] = set()
        self._counts: set[str] = set()
        self._counted: set[str] = set()
        for gap in gaps:
            record = gap.hit.record
            if gap.part is record:
                self._wholes.add((gap.kind, record.id))
            if gap.kind in ("unexplained", "unlisted") and not isinstance(record, Term):
                self._named.add(record.id)
                if isinstance(record, Figure):
                    self._counts.add(name_key(record.text))
                    self._counted.update(one.id for one in _named(web, record))

    def tells(self, gap: Gap) -> bool:
        """Return whether a gap is told of something else that holds the thing, or has its name."""
        record = gap.hit.record
        if isinstance(record, Term):
            return self._tells_name(record)
        wholes = (one for one in self._holding(record) if one is not record)
        return any((gap.kind, whole.id) in self._wholes for whole in wholes)

    def _holding(self, record: Record) -> Iterator[Record]:
        """Yield what a strategy or a figure is part of."""
        if isinstance(record, Strategy):
            whole = self._web.get(record.part_of)
            yield from [whole] if whole else ()
        if not isinstance(record, Figure):
            return
        for others, kinds in (
            (self._web.whom(record), Figure | Strategy | Project),
            (self._web.about(record), Strategy | Project),
        ):
            for one in others:
                # A count of projects is no part of one of them.
                if isinstance(one, kinds) and not (
                    isinstance(one, Project) and record.kind == "count"
                ):
                    yield one

    def _tells_name(self, term: Term) -> bool:
        """Return whether a gap is of the thing that a term names."""
        name = name_key(term.name.zh)
        if name in self._counts:
            return True
        return any(
            one.id in self._counted or (one.id in self._named and not isinstance(one, Figure))
            for one in self._web.whom(term)
            if name in name_key(one.title.zh)
        )
