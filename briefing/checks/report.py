"""What a check reports on a model: its problems, and how much of it the source supports."""

from typing import NamedTuple

from briefing.problem import Problem


class Share(NamedTuple):
    """``found`` of ``of`` things."""

    found: int
    of: int


class Tally(NamedTuple):
    """How much of a model its source supports.

    ``anchors`` counts those found in the paragraphs that they name, ``values`` the figures and
    dates that agree with their anchors, ``quantities`` those of the source that are in the model or
    waived.
    """

    records: int
    anchors: Share
    values: Share
    quantities: Share


class Report(NamedTuple):
    """What a check of one file found, in the order of lines; a tally if there was a source text."""

    file: str
    problems: list[Problem]
    tally: Tally | None = None
