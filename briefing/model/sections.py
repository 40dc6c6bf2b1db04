"""The one table of the sections of an article, and of the fields that refer from one to another.

Loading, references, finding, lists, profiles, exports, commands, completion, help, the model's
reference and the proof of dates all follow :data:`SECTIONS`. A new section is one entry there.
"""

from typing import NamedTuple

from briefing.model.parts import Part, Rendering, Waiver
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Sector,
    Strategy,
    Takeaway,
    Term,
)

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
                "列出数字及其数值、所属地方和所在段落；只是名称一部分的数字，加 --all 才列出。",
                "List the figures with their values, places and paragraphs; numerals that are "
                "only part of a name need --all.",
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
            heading=("未收录及理由", "Left out, and why"),
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
SPEAKERS = ("people", "organisations", "events", "places", "strategies")
"""Who may say a thing; a place stands for its authorities, as in 西乙市要求."""
ACTORS = ("organisations", "people", "places")
REFERENCES: dict[str, tuple[str, ...]] = {
    "part_of": (SAME_SECTION,),
    "place": ("places",),
    "places": ("places",),
    "about": (ANY_SECTION,),
    "headline": ("figures",),
    "before": ("figures",),
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
