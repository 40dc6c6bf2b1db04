"""The claims of what is to be done, and of what happened or is due: commitments and timeline."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from briefing.model.article import Article
from briefing.model.choices import OPEN_STAGES, Stage
from briefing.model.parts import Bilingual, Evidence, Part
from briefing.model.periods import Days
from briefing.model.records import Figure, Record
from briefing.shelf.claims import Claim
from briefing.shelf.filtering import Filter, select_claims
from briefing.shelf.library import Hit, Library
from briefing.shelf.listed import describe_list
from briefing.shelf.ordering import Row, make_row, order
from briefing.shelf.times import read_time

_STAGES: tuple[Stage, ...] = (
    *OPEN_STAGES,
    *(one for one in get_args(Stage) if one not in OPEN_STAGES),
)

_ENDS = {
    len("2031"): re.compile("年[底末终](?![初前])|岁末(?!年初)"),
    len("2031-05"): re.compile("月[底末](?!前)|下旬"),
}
"""Words for the end of a year or a month, by the length of the code that dates something there."""


class Moment(NamedTuple):
    """A claim of a record, which happened or is due ``when``; nothing is an event without a date.

    ``part`` is the record itself, or one of its parts.
    """

    hit: Hit[Record]
    part: Part
    when: str | Bilingual | None
    due: bool


def find_commitments(library: Library, wanted: Filter) -> list[Claim]:
    """Return the claims that say what is still to be done, what is furthest first.

    Where a stage is wanted, which may also be that it is done, the claims at it are returned; where
    every one is wanted, also what is done or has no stage.

    Raises :class:`BriefingError` for a place, kind or speaker that there is not.
    """
    stages = _STAGES if wanted.every or wanted.stage else OPEN_STAGES
    found = [
        one
        for one in select_claims(library, wanted, describe_list("commitments").sections)
        if getattr(one.part, "stage", None) in stages
        and not getattr(one.hit.record, "in_name", False)
        and not is_deadline(one.hit.article, one.part)
    ]
    found.sort(key=lambda one: stages.index(one.part.stage))  # type: ignore[attr-defined]
    return order(found, wanted.sort, lambda one: make_row(one.hit, one.part))


def is_deadline(article: Article, claim: Part) -> bool:
    """Return whether a claim is a figure of the time in which something is due that says so."""
    return (
        isinstance(claim, Figure)
        and claim.kind == "duration"
        and any(getattr(article.by_id[name], "due", None) for name in claim.about)
    )


def find_moments(library: Library, wanted: Filter) -> list[Moment]:
    """Return the claims that are events, dated projects or have a deadline, in order of time.

    What happened at the end of a year or month stands behind what happened in it. What the article
    dates in words only, and then what it does not date, stand last.

    Raises :class:`BriefingError` for a place, kind or speaker that there is not.
    """
    claims = select_claims(library, wanted, describe_list("timeline").sections)
    moments = [one for claim in claims for one in _moments(claim)]
    if wanted.dated:
        moments = [one for one in moments if any(map(wanted.spans, read_time(one.when)))]
    moments.sort(key=lambda one: one.when is None)
    return order(moments, wanted.sort or "date", _row)


def _moments(claim: Claim) -> Iterator[Moment]:
    hit, part = claim
    record: Any = hit.record
    date, due = getattr(part, "date", None), getattr(part, "due", None)
    if date or (part is record and hit.section.name == "events"):
        yield Moment(hit, part, date, due=False)
    if due and (part is record or due != getattr(record, "due", None)):
        yield Moment(hit, part, due, due=True)


def _row(moment: Moment) -> Row:
    days = tuple(read_time(moment.when))
    if moment.due or _is_late(moment):  # what is due in a year is due at its end
        days = tuple(Days(one.last, one.last) for one in days)
    return Row(moment.hit, moment.part, days)


def _is_late(moment: Moment) -> bool:
    """Return whether an anchor says that it was at the end of the year or month of its date."""
    ends = _ENDS.get(len(moment.when)) if isinstance(moment.when, str) else None
    evidence: tuple[Evidence, ...] = getattr(moment.part, "evidence", ())
    return ends is not None and any(ends.search(proof.anchor) for proof in evidence)
