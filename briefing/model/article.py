"""An article whole: its source, its summary and its sections, with the indexes of its records."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Literal, TypeVar

from msgspec import defstruct

from briefing.model.parts import Evidence, Ignored, Link, Part, Rendering, parts
from briefing.model.records import Place, Record, Source, Summary
from briefing.model.sections import SECTIONS, Section, section_of
from briefing.problem import Path

P = TypeVar("P", bound=Part)


class Article(Part, frozen=True, kw_only=True, dict=True):
    """One article: its source, its summary, and its sections.

    The sections of :data:`SECTIONS` are attributes too, as ``article.figures``;
    ``article.of(Figure)`` is the same with its type.
    """

    schema_version: Literal[2] = 2
    source: Source
    summary: Summary
    ignore: tuple[Ignored, ...] = ()

    def __hash__(self) -> int:
        """Return the hash of the id, as a record does."""
        return hash(self.source.id)

    def of(self, kind: type[P]) -> tuple[P, ...]:
        """Return the entries of the section that holds this kind of record.

        Raises :class:`TypeError` for a type that no section holds.
        """
        entries: tuple[P, ...] = self.section(section_of(kind))
        return entries

    def section(self, section: Section) -> tuple[Any, ...]:
        """Return the entries of a section, in the order of the model."""
        held: Any = self
        for step in section.path or (section.name,):
            held = getattr(held, step)
        entries: tuple[Any, ...] = held
        return entries

    def records(self) -> Iterator[tuple[Section, Record]]:
        """Yield every record with its section, in the order of the model."""
        return iter(self._records)

    @cached_property
    def _records(self) -> tuple[tuple[Section, Record], ...]:
        sections = (section for section in SECTIONS.values() if section.has_records)
        return tuple((one, record) for one in sections for record in self.section(one))

    @property
    def last_paragraph(self) -> int:
        """The number of the last paragraph that the model knows of."""
        named = (one.paragraph for one in self.all_evidence)
        return max(len(self.source.paragraphs), *named)

    @property
    def all_evidence(self) -> Iterator[Evidence]:
        """What the parts of the article rest on, in the order of the model."""
        return (part for _, part in self.all_parts if isinstance(part, Evidence))

    @cached_property
    def all_parts(self) -> tuple[tuple[Path, Part], ...]:
        """Every part of the article with its path, outermost first; many rules go through them."""
        return tuple(parts(self))

    @cached_property
    def claims(self) -> tuple[tuple[Path, Part], ...]:
        """Every record and part of one that has evidence of its own, with its path."""
        return tuple(one for one in self.all_parts if hasattr(one[1], "evidence"))

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records of the article by their ids.

        Every id in a field of :data:`REFERENCES` is here, since a model with another is not read.
        """
        return {record.id: record for _, record in self.records()}

    @cached_property
    def parts_of(self) -> dict[str, list[tuple[Section, Record]]]:
        """The records that are directly part of each record, with their sections, by its id."""
        found: dict[str, list[tuple[Section, Record]]] = {}
        for section, record in self.records():
            if whole := getattr(record, "part_of", None):
                found.setdefault(whole, []).append((section, record))
        return found

    @cached_property
    def records_about(self) -> dict[str, list[Record]]:
        """The records that are about each record, by its id."""
        found: dict[str, list[Record]] = {}
        for _, record in self.records():
            for name in getattr(record, "about", ()):
                found.setdefault(name, []).append(record)
        return found

    @cached_property
    def ties(self) -> tuple[tuple[Place, Link, Place], ...]:
        """The ties between places, each between the place where it is written and the other."""
        places = self.of(Place)
        found = ((one, tie, self.place(tie.place)) for one in places for tie in one.links)
        return tuple((one, tie, other) for one, tie, other in found if other)

    @cached_property
    def ties_at(self) -> dict[str, list[int]]:
        """The numbers of the ties in which each place has a part, by its id."""
        found: dict[str, list[int]] = {}
        for number, (one, _, other) in enumerate(self.ties):
            for name in {one.id, other.id}:
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def renderings_of(self) -> dict[tuple[int, str], str]:
        """What anchors say in English, by their paragraphs and themselves."""
        return {(one.paragraph, one.anchor): one.en for one in self.of(Rendering)}

    def place(self, name: str | None) -> Place | None:
        """Return the place with that id, if there is one."""
        place = self.by_id.get(name or "")
        return place if isinstance(place, Place) else None

    def places_around(self, name: str | None) -> Iterator[str]:
        """Yield the id of a place and of those that it lies in, up to and with the first city.

        A county's records are therefore its city's, but a city's are not its province's.
        """
        while place := self.place(name):
            yield place.id
            if place.kind == "city":
                return
            name = place.part_of

    def wholes_of(self, name: str | None) -> Iterator[Place]:
        """Yield the places that the place with that id lies in, the nearest first, each once."""
        seen = {name}
        place = self.place(name)
        while place and place.part_of not in seen:
            seen.add(place.part_of)
            place = self.place(place.part_of)
            if place:
                yield place

    def places_inside(self, name: str) -> list[str]:
        """Return the ids of a place and of all places of which it is around them."""
        found = [name]
        for one in found:  # it grows
            parts = (part for _, part in self.parts_of.get(one, ()))
            found += (part.id for part in parts if isinstance(part, Place) and part.kind != "city")
        return found


def article_type() -> type[Article]:
    """Return the type of an article with the sections that the table has now."""
    return _article_type(tuple(SECTIONS.values()))


@cache
def _article_type(sections: tuple[Section, ...]) -> type[Article]:
    fields = [
        (section.name, tuple[section.holds, ...], ())  # type: ignore[name-defined]  # made at run time
        for section in sections
        if not section.path
    ]
    made: Any = defstruct(
        "Article", fields, bases=(Article,), frozen=True, kw_only=True, forbid_unknown_fields=True
    )
    article: type[Article] = made
    return article
