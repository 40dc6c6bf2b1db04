"""Narrowing the records of a list to those that meet some conditions, in the order asked for."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model.names import fold
from briefing.model.periods import Days
from briefing.model.records import Figure, Record
from briefing.model.sections import SECTIONS
from briefing.problem import Message, message
from briefing.quantities.units import is_unit, unit_name, unit_named
from briefing.shelf.claims import Claim, list_claims, speakers_of
from briefing.shelf.finding import find_places, find_speakers, refuse_name
from briefing.shelf.library import Hit, Library
from briefing.shelf.listed import list_kinds, list_kinds_of, list_known_kinds, list_units
from briefing.shelf.ordering import make_row, order
from briefing.shelf.times import list_times_of
from briefing.shelf.whose import is_of_another_place
from briefing.words.catalogue import suggest_word


class Filter(NamedTuple):
    """The conditions that the records of a list must meet; ``None`` and ``()`` set none.

    ``least`` and ``most`` are bounds of a figure's value, ``since`` and ``until`` the first and the
    last day of a span of time. ``sort`` is one of the orders of lists. Figures that are only
    numerals in names are left out, unless ``every`` figure is wanted; of commitments, ``every``
    one is also what is done or has no stage.
    """

    words: Sequence[str] = ()
    place: str | None = None
    kind: str | None = None
    stage: str | None = None
    said_by: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    unit: str | None = None
    least: float | None = None
    most: float | None = None
    sort: str | None = None
    every: bool = False

    @property
    def dated(self) -> bool:
        """Whether only what has a time is wanted."""
        return self.since is not None or self.until is not None

    def spans(self, days: Days) -> bool:
        """Return whether a time lies, at least in part, in the span that is wanted."""
        return (self.since is None or days.last >= self.since) and (
            self.until is None or days.first <= self.until
        )


def select(library: Library, section: str, wanted: Filter) -> list[Hit[Record]]:
    """Return the records of a section that meet the conditions, in the order asked for.

    Raises :class:`BriefingError` for a place, kind, unit or speaker that there is not.
    """
    hits = _narrow(library, library.section(section), wanted, [section])
    if wanted._replace(said_by=None, stage=None, since=None, until=None) != wanted:
        claiming = {claim.hit.key for claim in _claims(library, hits, wanted)}
        hits = [hit for hit in hits if hit.key in claiming]
    hits = hits if wanted.every else leave_out_names(hits)
    return order(hits, wanted.sort, lambda hit: make_row(hit, hit.record))


def select_claims(
    library: Library, wanted: Filter, sections: Sequence[str] | None = None
) -> list[Claim]:
    """Return the claims of some sections, or of all, that meet the conditions.

    The place, the kind and the words are those of the record; its parts may have each their own
    stage, speaker and times.

    Raises :class:`BriefingError` for a place, kind or speaker that there is not.
    """
    hits = library.hits
    if sections is not None:
        hits = tuple(hit for hit in hits if hit.section.name in sections)
    return _claims(library, _narrow(library, hits, wanted, sections or list(SECTIONS)), wanted)


def _narrow(
    library: Library, hits: Sequence[Hit[Record]], wanted: Filter, sections: Iterable[str]
) -> list[Hit[Record]]:
    """Return the records that meet the conditions but those of their claims."""
    if wanted.kind is not None and wanted.kind not in (known := list_known_kinds(sections)):
        unknown = message(
            "no-kind", name=wanted.kind, hint=suggest_word(wanted.kind, "label", known)
        )
        there = [message(f"label.{kind}") for kind in list_kinds(sections, library)]
        raise refuse_name(unknown, there)
    if wanted.unit is not None:
        wanted = wanted._replace(unit=_find_unit(hits, wanted.unit))
    if wanted.place is not None:
        concerned = {
            hit.key
            for place in find_places(library, wanted.place)
            for section in library.concerning(place).values()
            for hit in section
        }
        hits = [hit for hit in hits if hit.key in concerned]
    if wanted.words:
        from briefing.shelf.searching import narrow  # most lists are asked for without words

        hits = narrow(hits, wanted.words)
    return [hit for hit in hits if _is_wanted(hit.record, wanted)]


def _find_unit(figures: Sequence[Hit[Record]], name: str) -> str:
    """Return the code of the unit that a name means, folded, if there is such a unit.

    A scale before it is no part of it: 亿元 is meant as 元.
    """
    bare = name.lstrip("百千万亿")
    ends = [name, *(name[at:] for at in range(1, len(name) - len(bare) + 1))]
    unit = next((unit_named(one) for one in ends if is_unit(unit_named(one))), unit_named(name))
    units = list_units(leave_out_names(figures))
    if not is_unit(unit) and fold(unit) not in map(fold, list_units(figures)):
        raise refuse_name(message("no-unit", name=name), list(map(describe_unit, units)))
    return fold(unit)


def describe_unit(unit: str) -> Message:
    """Return a unit as one may choose it, in either language."""
    return message("choice", zh=unit_name(unit, "zh"), en=unit)


def _claims(library: Library, hits: Iterable[Hit[Record]], wanted: Filter) -> list[Claim]:
    """Return the claims of these records with the stage, speaker and time that are wanted."""
    speakers = find_speakers(library, wanted.said_by) if wanted.said_by is not None else None
    keys = None if speakers is None else {hit.key for hit in speakers}
    places = find_place_keys(library, wanted)
    return [
        Claim(hit, claim)
        for hit in hits
        for claim in list_claims(hit.record)
        if (wanted.stage is None or getattr(claim, "stage", None) == wanted.stage)
        and (keys is None or any((hit.key[0], one) in keys for one in speakers_of(claim)))
        and (not wanted.dated or any(map(wanted.spans, list_times_of(claim))))
        and not is_of_another_place(hit, claim, places)
    ]


def find_place_keys(library: Library, wanted: Filter) -> set[tuple[str, str]]:
    """Return the keys of the place that is wanted, in each article that has it; none for none."""
    places = () if wanted.place is None else find_places(library, wanted.place)
    return {hit.key for hit in places}


def leave_out_names(hits: Iterable[Hit[Record]]) -> list[Hit[Record]]:
    """Return the records without the figures that are only numerals in names."""
    return [hit for hit in hits if not getattr(hit.record, "in_name", False)]


def _is_wanted(record: Record, wanted: Filter) -> bool:
    """Return whether a record has the kind, and a figure the unit and the value, wanted.

    The unit is folded.
    """
    if wanted.kind is not None and wanted.kind not in list_kinds_of(record):
        return False
    if isinstance(record, Figure):
        if wanted.unit is not None and wanted.unit != fold(record.unit or ""):
            return False
        highest = record.value if record.value_to is None else max(record.value, record.value_to)
        if wanted.least is not None and highest < wanted.least:
            return False
        if wanted.most is not None and record.value > wanted.most:
            return False
    return True
