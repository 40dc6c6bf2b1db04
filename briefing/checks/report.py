"""What a check says of a model: its problems, and how much its source bears out."""

from typing import NamedTuple

from briefing.problem import Problem


class Share(NamedTuple):
    """``found`` of ``of`` things."""

    found: int
    of: int


class Tally(NamedTuple):
    """How much of a model its source bears out.

    ``anchors`` stand where they are said to, ``values`` (of figures and dates) were read again and
    agree, ``quantities`` of the source are in the model or waived.
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
