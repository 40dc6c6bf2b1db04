"""What an article names and does not explain, counts and does not list, or leaves open.

What is to be done may lack a deadline, an amount of money, or somebody who is to do it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.choices import LACKING, OPEN_STAGES, GapKind
from briefing.model.names import name_key
from briefing.model.parts import Measure, Part
from briefing.model.records import Figure, Project, Record, Strategy, Term
from briefing.shelf.claims import Claim
from briefing.shelf.counted import counts_works, find_unlisted, list_named
from briefing.shelf.lacking import Answers
from briefing.shelf.library import Hit
from briefing.shelf.relations import Relations

_KEPT = "known_for_gaps"


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
    found: list[tuple[_Known, Gap]] = []
    for claim in claims:
        known = know(claim.hit.article)
        found += ((known, gap) for gap in _gaps_of(known, claim))
    of_article: dict[_Known, list[Gap]] = defaultdict(list)
    for known, gap in found:
        of_article[known].append(gap)
    told = {known: _Told(known, gaps) for known, gaps in of_article.items()}
    return [gap for known, gap in found if not told[known].tells(gap)]


class _Known(Relations):
    """The relations of the records of an article, and what is told of what is still to be done."""

    @cached_property
    def answers(self) -> dict[GapKind, Answers]:
        """The answers to each question, by the gap that there is without one."""
        return {kind: Answers(self, kind) for kind in LACKING}

    @cached_property
    def open_figures(self) -> dict[str, set[int]]:
        """The paragraphs of the figures about a record that are still to be reached."""
        found: dict[str, set[int]] = defaultdict(set)
        for figure in self.article.of(Figure):
            if _is_open(self, figure, figure):
                for name in figure.about:
                    found[name].update(proof.paragraph for proof in figure.evidence)
        return found


def know(article: Article) -> _Known:
    """Return what is known of an article, which is kept with it, as its own indexes are."""
    kept = vars(article)
    if _KEPT not in kept:
        kept[_KEPT] = _Known(article)
    known: _Known = kept[_KEPT]
    return known


def _gaps_of(known: _Known, claim: Claim) -> Iterator[Gap]:
    hit, part = claim
    if part is hit.record:
        if _is_unexplained(known, hit.record):
            yield Gap("unexplained", hit, part)
            return
        if isinstance(hit.record, Figure) and (missed := find_unlisted(known, hit.record)):
            yield Gap("unlisted", hit, part, *missed)
    if _is_open(known, hit.record, part):
        for kind in LACKING:
            if kind == "no_money" and not _is_built(hit.record, part):
                continue
            if not known.answers[kind].is_said_of(hit.record, part):
                yield Gap(kind, hit, part)


def _is_unexplained(known: _Known, record: Record) -> bool:
    """Return whether the article does no more than name a thing."""
    if isinstance(record, Strategy):
        return record.detail == "named_only"
    if isinstance(record, Project):
        told = (record.date, record.partners, record.actors, record.due)
        figures = (one for one in known.list_about(record) if isinstance(one, Figure))
        return record.status == "listed" and not any(told) and not any(figures)
    if not isinstance(record, Term) or record.spelled_out:
        return False
    return not any(
        isinstance(one, Strategy)
        and name_key(one.name.zh) == name_key(record.name.zh)
        and bool(one.aim or one.measures or known.list_parts(one))
        for one in known.list_subjects(record)
    )


def _is_open(known: _Known, record: Record, part: Part) -> bool:
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
            and not _is_open(known, record, record)
            and not _has_figure(known, record, part)
        )
    if isinstance(record, Strategy):
        return record.stage in OPEN_STAGES and record.kind != "guideline"
    if isinstance(record, Project):
        plans = (one for one in known.list_about(record) if isinstance(one, Strategy))
        planned = record.status == "unstated" and any(_is_open(known, one, one) for one in plans)
        return record.stage in OPEN_STAGES or planned
    if isinstance(record, Figure):
        other = record.in_name or record.kind in ("money", "duration")
        return record.stage in OPEN_STAGES and not other
    return False


def _has_figure(known: _Known, record: Strategy, part: Measure) -> bool:
    """Return whether what a measure says is told of a figure of the same paragraph."""
    told = {proof.paragraph for proof in part.evidence}
    return not told.isdisjoint(known.open_figures.get(record.id, ()))


def _is_built(record: Record, part: Part) -> bool:
    """Return whether a claim is of something that is built, and therefore costs money."""
    if part is not record:
        return False
    if isinstance(record, Figure):
        return counts_works(record)
    return isinstance(record, Project) or getattr(record, "kind", None) == "programme"


class _Told:
    """Knows what the gaps of one article tell, so that nothing is told twice."""

    def __init__(self, known: _Known, gaps: Iterable[Gap]) -> None:
        self._known = known
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
                    self._counted.update(one.id for one in list_named(known, record))

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
            whole = self._known.find(record.part_of)
            yield from [whole] if whole else ()
        if not isinstance(record, Figure):
            return
        for others, kinds in (
            (self._known.list_subjects(record), Figure | Strategy | Project),
            (self._known.list_about(record), Strategy | Project),
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
            for one in self._known.list_subjects(term)
            if name in name_key(one.title.zh)
        )
