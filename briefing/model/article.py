"""An article whole, and the one table of the sections that it has.

Loading, references, finding, lists, profiles, exports, commands, completion, help, the model's
reference and the proof of dates all follow :data:`SECTIONS`. A new section is one entry there.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple, TypeVar

from msgspec import defstruct

from briefing.model.parts import Evidence, Ignored, Part, Rendering, Waiver, parts
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Sector,
    Source,
    Strategy,
    Summary,
    Takeaway,
    Term,
)
from briefing.problem import Path

P = TypeVar("P", bound=Part)
BothLanguages = tuple[str, str]
"""The same text in Chinese and in English."""


class Section(NamedTuple):
    """One section of the model: what it holds, what it is called, how it is listed.

    ``heading`` stands over the section and ``one`` over the column of its titles. ``columns`` are
    the fields that a list shows, ``title`` among them; paragraphs and ids always follow. A section
    with ``help`` has a command of its own name. ``in_profile`` sections are shown with a place.
    ``path`` is where the section stands in the YAML model, if not at the top under its name.
    """

    name: str
    holds: type[Part]
    heading: BothLanguages
    one: BothLanguages
    columns: tuple[str, ...] = ("title",)
    help: BothLanguages | None = None
    example: str = ""
    in_profile: bool = True
    path: tuple[str, ...] = ()

    @property
    def has_records(self) -> bool:
        """Whether the section holds records, which have ids and evidence."""
        return issubclass(self.holds, Record)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that a record of the section has."""
        return self.holds.__struct_fields__

    @property
    def concerns_places(self) -> bool:
        """Whether a record of the section can be of a place or about one."""
        return self.has_records and not {"places", "about"}.isdisjoint(self.fields)


SECTIONS: dict[str, Section] = {
    section.name: section
    for section in (
        Section(
            "takeaways",
            Takeaway,
            heading=("要点", "Takeaways"),
            one=("要点", "Takeaways"),
            in_profile=False,
            path=("summary", "takeaways"),
        ),
        Section(
            "places",
            Place,
            heading=("地方", "Places"),
            one=("地方", "Place"),
            columns=("title", "kind", "role"),
            help=(
                "列出文中各地及其类别和定位。",
                "List the places named: the kind of each, and its part in the plan.",
            ),
            example="places --kind county",
            in_profile=False,
        ),
        Section(
            "strategies",
            Strategy,
            heading=("战略", "Strategies"),
            one=("战略", "Strategy"),
            columns=("title", "kind", "places"),
            help=(
                "分层列出战略、专项和改革。",
                "Show the strategies, programmes and reforms as a tree.",
            ),
            example="strategies --city yangquan",
        ),
        Section(
            "figures",
            Figure,
            heading=("数字", "Figures"),
            one=("指标", "Figure"),
            columns=("title", "value", "places"),
            help=(
                "列出每个数字的数值、所属地方和所在段落。",
                "List every figure with its value, its place and the paragraph it stands in.",
            ),
            example="figures --unit % --sort -value",
        ),
        Section(
            "projects",
            Project,
            heading=("项目", "Projects"),
            one=("项目", "Project"),
            columns=("title", "status", "places", "partners"),
            help=(
                "列出项目的所在地、参与方和进展。",
                "List the projects: where they are, who takes part, and how far they are.",
            ),
            example="projects --kind signed",
        ),
        Section(
            "people",
            Person,
            heading=("人物", "People"),
            one=("人物", "Person"),
            columns=("title", "posts", "places"),
            help=("列出文中人物及其职务。", "List the people named, and the posts that they hold."),
            example="people --city xinzhou",
        ),
        Section(
            "organisations",
            Organisation,
            heading=("机构", "Organisations"),
            one=("机构", "Organisation"),
            columns=("title", "kind", "places"),
            help=(
                "列出文中的企业、机关和机构。",
                "List the firms, offices and bodies named.",
            ),
            example="organisations --kind firm",
        ),
        Section(
            "events",
            Event,
            heading=("事件", "Events"),
            one=("事件", "Event"),
            columns=("date", "title", "places"),
            help=("列出事件及其日期。", "List what happened, and when."),
            example="events",
        ),
        Section(
            "sectors",
            Sector,
            heading=("产业", "Industries"),
            one=("产业", "Industry"),
            columns=("title", "tier", "places"),
            help=(
                "列出产业及其在文中的定位。",
                "List the industries, and the tier that the article gives each.",
            ),
            example="sectors --city reform-zone",
        ),
        Section(
            "terms",
            Term,
            heading=("术语", "Terms"),
            one=("术语", "Term"),
            columns=("title", "gloss"),
            help=("列出政策术语及其释义。", "List the policy terms, each with a gloss."),
            example="terms RCEP",
            in_profile=False,
        ),
        Section(
            "renderings",
            Rendering,
            heading=("直译", "Renderings"),
            one=("直译", "Rendering"),
            in_profile=False,
        ),
        Section(
            "waived",
            Waiver,
            heading=("不收及理由", "Left out, and why"),
            one=("不收", "Left out"),
            in_profile=False,
        ),
    )
}
"""The sections by name, in the order of the model."""


def section_of(kind: type[Part]) -> Section:
    """Return the section that holds this kind of record.

    Raises :class:`TypeError` for a type that no section holds.
    """
    for section in SECTIONS.values():
        if section.holds is kind:
            return section
    raise TypeError(f"no section holds {kind.__name__}")


ANY_SECTION = "any"
SAME_SECTION = "same"
SPEAKERS = ("people", "organisations", "events", "places")
"""Who may say a thing; a place stands for its authorities, as in 西乙市要求."""
ACTORS = ("organisations", "people", "places")
REFERENCES: dict[str, tuple[str, ...]] = {
    "part_of": (SAME_SECTION,),
    "place": ("places",),
    "places": ("places",),
    "about": (ANY_SECTION,),
    "headline": ("figures",),
    "said_by": SPEAKERS,
    "given_by": SPEAKERS,
    "actors": ACTORS,
    "partners": ACTORS,
    "organisation": ("organisations",),
    "record": (ANY_SECTION,),
}
"""The fields that name other records by id, and the sections in which such an id may stand.

``same`` is the section that the record itself stands in, ``any`` every section that has records.
"""


class Article(Part, frozen=True, kw_only=True, dict=True):
    """One article: its source, its summary, and its sections.

    The sections of :data:`SECTIONS` are attributes too, as ``article.figures``;
    ``article.of(Figure)`` is the same with its type.
    """

    schema_version: Literal[2] = 2
    source: Source
    summary: Summary
    ignore: tuple[Ignored, ...] = ()

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
        for section in SECTIONS.values():
            if section.has_records:
                for record in self.section(section):
                    yield section, record

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
    def by_id(self) -> dict[str, Record]:
        """The records of the article by their ids.

        Every id in a field of :data:`REFERENCES` is here, since a model with another is not read.
        """
        return {record.id: record for _, record in self.records()}

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
