"""The values of those fields that hold one of a few; docs/model.md says what each means."""

from typing import Literal

Basis = Literal["stated", "implied"]
Direction = Literal["north", "south", "east", "west", "centre"]
PlaceKind = Literal[
    "province",
    "city",
    "county",
    "town",
    "village",
    "zone",
    "cluster",
    "corridor",
    "region",
    "abroad",
]
WIDE = ("province", "region", "abroad")
"""The kinds of places of which much is told without their names."""

DIVISIONS = ("province", "city", "county", "town", "village")
"""The kinds of places into which China is divided, from the widest to the narrowest."""
StrategyKind = Literal[
    "layout", "guideline", "strategy", "programme", "effort", "reform", "path", "node", "goal"
]
Detail = Literal["described", "named_only"]
FigureKind = Literal["count", "money", "percent", "duration", "ordinal", "rank", "measure", "range"]
Qualifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "rank"]
Stage = Literal[
    "done", "under_way", "agreed", "planned", "expected", "sought", "stalled", "unstated"
]
ProjectStatus = Literal[
    "listed",
    "proposed",
    "sought",
    "planned",
    "signed",
    "under_construction",
    "completed",
    "operating",
    "stalled",
    "unstated",
]
OrganisationKind = Literal["party", "government", "firm", "institute", "association", "other"]
Comparison = Literal["yoy", "qoq", "mom", "annual_average", "total"]
Turn = Literal["up", "down", "level"]
Prices = Literal["nominal", "real"]
Span = Literal["cumulative", "current"]
GapKind = Literal["unexplained", "unlisted", "no_date", "no_money", "no_owner"]
"""What an article may leave unsaid of a thing; no model has this."""
LACKING: tuple[GapKind, ...] = ("no_date", "no_money", "no_owner")
"""What may be left unsaid of something that is still to be done."""

MEANT = {
    "area": "region",
    "community": "village",
    "district": "county",
    "forecast": "expected",
    "prefecture": "city",
    "township": "town",
}
"""Other words for values, which mean the same."""
HOPED_FOR: tuple[Stage, ...] = ("expected", "sought")
"""The stages of what is foretold or wished for, and which nobody has decided."""
NOT_BEGUN: tuple[Stage, ...] = ("planned", *HOPED_FOR)
"""The stages of what has not begun."""
OPEN_STAGES: tuple[Stage, ...] = ("under_way", "agreed", *NOT_BEGUN, "stalled")
"""The stages of what is still to be done, what is furthest first."""

Inferred = Literal[
    "about",
    "actors",
    "before",
    "change",
    "date",
    "due",
    "given_by",
    "kind",
    "part_of",
    "partners",
    "period",
    "place",
    "places",
    "said_by",
    "stage",
]
"""The fields that may be marked as our conclusion where the claim itself is the article's."""
KnownElsewhere = Literal[
    "editor",
    "published",
    "publisher",
    "reporters",
    "republished",
    "republisher",
    "section",
    "title",
]
"""The fields of a source that a person may know from elsewhere."""

STAGE_OF_STATUS: dict[ProjectStatus, Stage] = {
    "listed": "unstated",
    "proposed": "planned",
    "sought": "sought",
    "planned": "planned",
    "signed": "agreed",
    "under_construction": "under_way",
    "completed": "done",
    "operating": "done",
    "stalled": "stalled",
    "unstated": "unstated",
}
"""The stage that follows from a project's status."""
