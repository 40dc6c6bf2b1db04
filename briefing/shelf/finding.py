"""Finding places, speakers and any records by their names and ids."""

from collections.abc import Iterable, Sequence

from briefing.model.choices import PlaceKind
from briefing.model.names import name_key, place_names, plain_name
from briefing.model.records import Place, Record
from briefing.model.sections import SPEAKERS
from briefing.problem import BriefingError, Message, Status, did_you_mean, message, nearest
from briefing.shelf.claims import list_speakers
from briefing.shelf.library import Hit, Library, keep_article, split_name, with_namesakes
from briefing.shelf.wordpatterns import is_han

_MOST_LISTED = 12


def find_places(library: Library, name: str, kinds: Iterable[PlaceKind] = ()) -> list[Hit[Place]]:
    """Return the places of that name, one an article at most; ``article/name`` has one article's.

    A place that only some articles call so is found in all that have its id.

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
    raise refuse_name(unknown, list(listed.values()))


def refuse_name(unknown: Message, known: Sequence[Message]) -> BriefingError:
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
    places, wanted = keep_article(library.of(Place), article), name_key(name)
    whole = plain_name(name)
    found = [hit for hit in places if whole in map(plain_name, place_names(hit.record))]
    found = found or [hit for hit in places if wanted in map(name_key, place_names(hit.record))]
    return with_namesakes(found, places)


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
        named = [hit for hit in hits if wanted in map(name_key, _titles(hit.record))]
        found = with_namesakes(named, hits)
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
        return with_namesakes(found, hits)
    said = {(hit.key[0], one) for hit in library.hits for one in list_speakers(hit.record)}
    speaking = [hit for hit in hits if hit.key in said]
    found = [hit for hit in speaking if any(wanted in name_key(one) for one in _names(hit.record))]
    if wanted and len({hit.record.id for hit in found}) == 1:
        return with_namesakes(found, hits)
    listed = [_choice(hit.record) for hit in speaking]
    # Where an id and a name look the same, the hint names the id.
    known = {name_key(one): one for hit in hits for one in reversed(_names(hit.record))}
    raise refuse_name(message("no-speaker", name=name, hint=_suggest_name(name, known)), listed)
