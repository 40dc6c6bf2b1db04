"""What a check reports on a model: its problems, and how much of it the source supports."""

from collections.abc import Iterable
from typing import NamedTuple

from briefing.problem import Problem


class Share(NamedTuple):
    """``found`` of ``of`` things."""

    found: int
    of: int


class Tally(NamedTuple):
    """How much of a model its source supports.

    ``anchors`` counts those found in the paragraphs that they name, ``values`` the figures and
    dates that agree with their anchors, ``names`` those that stand in the text and are spelt as
    they are read. ``quantities``, ``terms`` and ``people`` count what the text has, and how much of
    it is in the model or waived.
    """

    records: int
    anchors: Share
    values: Share
    names: Share
    quantities: Share
    terms: Share
    people: Share


def sort_problems(file: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, each once, in the order of lines, those of the model's own file first."""
    each = {str(one): one for one in problems}
    return sorted(each.values(), key=lambda one: (one.file != file, one[1:3]))


class Report(NamedTuple):
    """What a check of one file found, in the order of lines; a tally if there was a source text.

    ``ignored`` are the problems that the model says it lets be, and ``unselected`` is how many more
    there are that were not asked for. ``following`` are those that only tell again what another one
    tells; who mends that may find them gone.
    """

    file: str
    problems: list[Problem]
    tally: Tally | None = None
    ignored: tuple[Problem, ...] = ()
    unselected: int = 0
    following: tuple[Problem, ...] = ()

    def with_ignored(self) -> "Report":
        """Return the report with the problems that the model lets be among the others."""
        problems = sort_problems(self.file, [*self.problems, *self.ignored])
        return self._replace(problems=problems, ignored=())

    @property
    def to_do(self) -> int:
        """How many things the model leaves for a person to do."""
        return sum(problem.code == "left-to-do" for problem in self.problems)
