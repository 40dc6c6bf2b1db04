"""Finding records by name, place and words, and bringing them into order."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from briefing.model.choices import PlaceKind
from briefing.model.names import fold, name_key, place_names, plain_name
from briefing.model.parts import Part, Statement
from briefing.model.periods import Days
from briefing.model.records import Figure, Person, Place, Record
from briefing.model.sections import SECTIONS, SPEAKERS
from briefing.problem import BriefingError, Message, Status, did_you_mean, message, nearest
from briefing.quantities.units import is_unit, unit_name, unit_named
from briefing.shelf.library import Hit, Library, keep_article, split_name
from briefing.shelf.listed import list_kinds, list_kinds_of, list_known_kinds, list_units
from briefing.shelf.ordering import make_row, order
from briefing.shelf.times import list_times_of
from briefing.shelf.wordpatterns import is_han
from briefing.words.catalogue import suggest_word

_MOST_LISTED = 12
R = TypeVar("R", bound=Record)


def find_places(library: Library, name: str, kinds: Iterable[PlaceKind] = ()) -> list[Hit[Place]]:
    """Return the places of that name, one an article at most; ``article/name`` has one article's.

    Raises :class:`BriefingError` where there is none: the error says what may have been meant, and
    lists the places of those ``kinds``, or all.
    """
    found = _places_called(library, name)
    if found:
        return found
    article, name = split_name(library, name)
    places = [hit.record for hit in keep_article(library.of(Place), article)]
    known = {name_key(known): known for place in places for known in place_names(place)}
    # Where two places share a name, the hint names the one whose id it is.
    known |= {name_key(place.id): place.id for place in places}
    listed = {  # an id is one place in all articles
        place.id: _choice(place) for place in places if not kinds or place.kind in kinds
    }
    unknown = message("no-place", name=name, hint=_suggest_name(name, known))
    raise _refuse_name(unknown, list(listed.values()))


def join_places(found: Iterable[Sequence[Hit[Place]]]) -> list[list[Hit[Place]]]:
    """Return each place once, with all that was found of it in any article, the newest first.

    Of what was found, those are one place that have one name, or the same id in several articles.
    """
    places: list[dict[tuple[str, str], Hit[Place]]] = []
    for hits in found:
        ids = {hit.record.id for hit in hits}
        same = [one for one in places if ids & {id_ for _, id_ in one}]
        whole = {key: hit for one in same for key, hit in one.items()}
        whole |= {hit.key: hit for hit in hits}
        if same:
            places[places.index(same[0])] = whole
            places = [one for one in places if not any(one is other for other in same)]
        else:
            places.append(whole)
    return [
        sorted(one.values(), key=lambda hit: hit.article.source.day, reverse=True) for one in places
    ]


def _refuse_name(unknown: Message, known: Sequence[Message]) -> BriefingError:
    """Return the error for a name that there is none of, with those that there are."""
    each = list({str(one): one for one in known}.values())
    names, total = each[:_MOST_LISTED], len(each)
    key = "hint.there-are" if total <= _MOST_LISTED else "hint.there-are-more"
    listing = [message(key, names=names, total=total)] if known else []
    return BriefingError(unknown, *listing, status=Status.PROBLEMS)


def _choice(record: Record) -> Message:
    """Return what a record is called where it can be chosen; its id, where it has no English."""
    name = getattr(record, "short", None) or record.title
    return message("choice", zh=name.zh, en=name.en or record.id)


def _places_called(library: Library, name: str) -> list[Hit[Place]]:
    article, name = split_name(library, name)
    places = keep_article(library.of(Place), article)
    whole, wanted = plain_name(name), name_key(name)
    found = [hit for hit in places if whole in map(plain_name, place_names(hit.record))]
    return found or [hit for hit in places if wanted in map(name_key, place_names(hit.record))]


def _suggest_name(name: str, known: dict[str, str]) -> Message | None:
    """Return the hint at the name whose key is nearest."""
    close = nearest(name_key(name), known)
    return did_you_mean(close and known[close])


def find_record(library: Library, name: str) -> list[Hit[Record]]:
    """Return the records with that id or, where there is none, of that name in either language.

    ``article/id`` and ``article/name`` have those of one article.

    Raises :class:`BriefingError` where there is none.
    """
    article, name = split_name(library, name)
    found: Sequence[Hit[Record]] = keep_article(library.by_id.get(name.lower(), []), article)
    hits = keep_article(library.hits, article)
    found = found or keep_article(_places_called(library, name), article)
    if not found:
        wanted = name_key(name)
        found = [hit for hit in hits if wanted in map(name_key, _titles(hit.record))]
    if found:
        return list(found)
    called = [(name_key(one), one) for hit in hits for one in _names(hit.record)]
    known = {key: one for key, one in reversed(called) if is_han(key) == is_han(wanted)}
    hint = _suggest_whole(wanted, hits) or _suggest_name(name, known)
    raise BriefingError(
        message("no-record", name=name, hint=hint),
        message("hint.search"),
        status=Status.PROBLEMS,
    )


def _suggest_whole(wanted: str, hits: Iterable[Hit[Record]]) -> Message | None:
    """Return the hint at the only record in whose id the wanted name is a word of several."""
    holding = {hit.record.id for hit in hits if wanted in hit.record.id.split("-")}
    return did_you_mean(holding.pop()) if len(holding) == 1 else None


def _titles(record: Record) -> list[str]:
    aliases: tuple[str, ...] = getattr(record, "aliases", ())
    return [text for text in (record.title.zh, record.title.en, *aliases) if text]


def _names(record: Record) -> list[str]:
    """Return everything that a record answers to: its id, its names, its short name."""
    if isinstance(record, Place):
        return place_names(record)
    short = getattr(record, "short", None)
    return [record.id, *_titles(record), *([short.zh, short.en or short.zh] if short else [])]


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


class Claim(NamedTuple):
    """What a record claims; ``part`` is the record itself or a statement in it."""

    hit: Hit[Record]
    part: Part


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
        raise _refuse_name(unknown, there)
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
        raise _refuse_name(message("no-unit", name=name), list(map(describe_unit, units)))
    return fold(unit)


def describe_unit(unit: str) -> Message:
    """Return a unit as one may choose it, in either language."""
    return message("choice", zh=unit_name(unit, "zh"), en=unit)


def _claims(library: Library, hits: Iterable[Hit[Record]], wanted: Filter) -> list[Claim]:
    """Return the claims of these records with the stage, speaker and time that are wanted."""
    speakers = find_speakers(library, wanted.said_by) if wanted.said_by is not None else None
    keys = None if speakers is None else {hit.key for hit in speakers}
    return [
        Claim(hit, claim)
        for hit in hits
        for claim in list_claims(hit.record)
        if (wanted.stage is None or getattr(claim, "stage", None) == wanted.stage)
        and (keys is None or any((hit.key[0], one) in keys for one in _said_by(claim)))
        and (not wanted.dated or any(map(wanted.spans, list_times_of(claim))))
    ]


def leave_out_names(hits: Iterable[Hit[Record]]) -> list[Hit[Record]]:
    """Return the records without the figures that are only numerals in names."""
    return [hit for hit in hits if not getattr(hit.record, "in_name", False)]


def find_speakers(library: Library, name: str) -> list[Hit[Record]]:
    """Return the people, organisations, events, places and plans of that id or name.

    Part of a name will do where only one of those who say something has it.

    Raises :class:`BriefingError` where there is none; the error lists those who say something.
    """
    article, name = split_name(library, name)
    sections = (library.section(section) for section in SPEAKERS)
    hits = [hit for section in sections for hit in keep_article(section, article)]
    wanted = name_key(name)
    found = [hit for hit in hits if wanted in map(name_key, _names(hit.record))]
    if found:
        return found
    said = {(hit.key[0], one) for hit in library.hits for one in list_speakers(hit.record)}
    speaking = [hit for hit in hits if hit.key in said]
    found = [hit for hit in speaking if any(wanted in name_key(one) for one in _names(hit.record))]
    if wanted and len({hit.record.id for hit in found}) == 1:
        return found
    listed = [_choice(hit.record) for hit in speaking]
    # Where an id and a name look the same, the hint names the id.
    known = {name_key(one): one for hit in hits for one in reversed(_names(hit.record))}
    raise _refuse_name(message("no-speaker", name=name, hint=_suggest_name(name, known)), listed)


def list_speakers(record: Record) -> set[str]:
    """Return the ids of all who say a record or a statement in it."""
    return {name for claim in list_claims(record) for name in _said_by(claim)}


def _said_by(claim: Part) -> tuple[str, ...]:
    return getattr(claim, "said_by", None) or ()


def list_claims(record: Record) -> Iterator[Part]:
    """Yield the record and the statements in it, each of which may have a speaker and a stage.

    A person is no claim.
    """
    if not isinstance(record, Person):
        yield record
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Statement))


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
