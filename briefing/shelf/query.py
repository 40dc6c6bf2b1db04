"""Finding records: by name, by place, by words. Pure functions over a library."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from briefing.model.load import Library
from briefing.model.records import Article, Figure, Place, PlaceKind, Record
from briefing.problem import BriefingError, Status, did_you_mean, nearest, printable

_SUFFIXES = "省市区县"


class Hit(NamedTuple):
    """A record, with the article and the section that it stands in."""

    article: Article
    section: str
    record: Any  # a Record; the section says which


def every(library: Library, section: str | None = None) -> Iterator[Hit]:
    """The records of one section, or of all, article by article in the model's order."""
    for article in library.articles:
        for name, record in article.records():
            if section is None or name == section:
                yield Hit(article, name, record)


def name_key(name: str) -> str:
    """What is left of a name once case, accents, blanks and marks are out of the way.

    >>> name_key("Yang Quan"), name_key("阳泉市"), name_key("Lüliang")
    ('yangquan', '阳泉', 'luliang')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())
    while len(plain) > 2 and plain[-1] in _SUFFIXES:
        plain = plain[:-1]
    return plain


def place_names(place: Place) -> list[str]:
    """Everything that a place may be called by."""
    texts = [place.name, place.short] if place.short else [place.name]
    names = [name for text in texts for name in (text.zh, text.en) if name]
    return list(dict.fromkeys([place.id, *names, *place.aliases]))


def find_places(library: Library, name: str, kinds: Iterable[PlaceKind] = ()) -> list[Hit]:
    """The places of that name, one an article at most.

    Raises a :class:`BriefingError` that says what may have been meant; ``kinds`` are those that
    it lists.
    """
    found = _places_called(library, name)
    if found:
        return found
    places = [hit.record for hit in every(library, "places")]
    known = {name_key(known): known for place in places for known in place_names(place)}
    known |= {name_key(place.id): place.id for place in places}
    listed = [place.id for place in places if not kinds or place.kind in kinds]
    lines = [f"no place is called '{printable(name)}'{_meant(name, known)}"]
    if listed:
        lines.append(f"there are: {', '.join(listed)}")
    raise BriefingError(lines, Status.PROBLEMS)


def _places_called(library: Library, name: str) -> list[Hit]:
    wanted = name_key(name)
    return [
        hit for hit in every(library, "places") if wanted in map(name_key, place_names(hit.record))
    ]


def _meant(name: str, known: dict[str, str]) -> str:
    """The hint at the name whose key is nearest."""
    close = nearest(name_key(name), known)
    return f" (did you mean {known[close]}?)" if close else ""


def find_record(library: Library, name: str) -> list[Hit]:
    """The records with that id or, where there is none, of that name in either language."""
    found = [hit for hit in every(library) if hit.record.id == name.strip().lower()]
    found = found or _places_called(library, name)
    if not found:
        wanted = name_key(name)
        found = [hit for hit in every(library) if wanted in map(name_key, _titles(hit.record))]
    if found:
        return found
    known = {name_key(hit.record.id): hit.record.id for hit in every(library)}
    raise BriefingError(
        [
            f"no record has the id '{printable(name)}'{_meant(name, known)}",
            "`briefing search WORDS` finds ids",
        ],
        Status.PROBLEMS,
    )


def _titles(record: Record) -> list[str]:
    return [text for text in (record.title.zh, record.title.en) if text]


def within(article: Article, place: str | None) -> Iterator[str]:
    """A place and those that it lies in, up to and with the first city.

    So a county's records are its city's, but a city's are not its province's.
    """
    places = {known.id: known for known in article.places}
    while place in places:
        yield place
        if places[place].kind == "city":
            return
        place = places[place].part_of


def concerns(hit: Hit, place: str) -> bool:
    """Whether a record is of a place, or about it."""
    if place in getattr(hit.record, "about", ()):
        return True
    return place in within(hit.article, getattr(hit.record, "place", None))


def mentions(record: Record, words: Iterable[str]) -> bool:
    """Whether every word stands somewhere in the record, in either language or in an id."""
    text = fold("\n".join(_texts(msgspec.to_builtins(record))))
    return all(fold(word) in text for word in words)


def fold(text: str) -> str:
    """``text`` as it is compared: without width, case or accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held)


class Wanted(NamedTuple):
    """What a list is narrowed to; what is not given does not narrow it."""

    words: tuple[str, ...] = ()
    place: str | None = None
    kind: str | None = None
    unit: str | None = None
    least: float | None = None
    most: float | None = None


def select(library: Library, section: str, wanted: Wanted) -> list[Hit]:
    """The records of a section that are wanted, in the model's order.

    Raises a :class:`BriefingError` for a place, a kind or a unit that there is none of.
    """
    hits = list(every(library, section))
    _refuse_unknown("kind", wanted.kind, (kind for hit in hits for kind in kinds_of(hit.record)))
    _refuse_unknown("unit", wanted.unit, (getattr(hit.record, "unit", None) for hit in hits))
    if wanted.place is not None:
        places = {
            (hit.article.source.id, hit.record.id) for hit in find_places(library, wanted.place)
        }
        hits = [
            hit
            for hit in hits
            if any(
                hit.article.source.id == article and concerns(hit, place)
                for article, place in places
            )
        ]
    return [hit for hit in hits if _is_wanted(hit.record, wanted)]


def _refuse_unknown(what: str, name: str | None, known: Iterable[str | None]) -> None:
    if name is None:
        return
    names = list(dict.fromkeys(one for one in known if one))
    if fold(name) not in map(fold, names):
        raise BriefingError(
            [
                f"nothing here has the {what} '{printable(name)}'{did_you_mean(name, names)}",
                f"there are: {', '.join(names)}",
            ],
            Status.PROBLEMS,
        )


def _is_wanted(record: Any, wanted: Wanted) -> bool:
    if wanted.kind is not None and wanted.kind not in kinds_of(record):
        return False
    if isinstance(record, Figure):
        if wanted.unit is not None and fold(wanted.unit) != fold(record.unit or ""):
            return False
        if (
            wanted.least is not None
            and max(record.value, record.value if record.value_to is None else record.value_to)
            < wanted.least
        ):
            return False
        if wanted.most is not None and record.value > wanted.most:
            return False
    return mentions(record, wanted.words)


def kinds_of(record: Any) -> tuple[str, ...]:
    """What ``--kind`` calls a record: its kind, or a project's status."""
    return tuple(getattr(record, field) for field in ("kind", "status") if hasattr(record, field))


def order(hits: Sequence[Hit], by: str | None) -> list[Hit]:
    """Figures in the order of ``value``, ``label``, ``place`` or ``paragraph``.

    A leading hyphen turns the order round; equals stay in the model's order.
    """
    if by is None:
        return list(hits)
    return sorted(hits, key=_ORDERS[by.lstrip("-")], reverse=by.startswith("-"))


_ORDERS: dict[str, Callable[[Hit], Any]] = {
    "value": lambda hit: hit.record.value,
    "label": lambda hit: fold(hit.record.label.en or hit.record.label.zh),
    "place": lambda hit: hit.record.place or "",
    "paragraph": lambda hit: hit.record.evidence[0].paragraph,
}
