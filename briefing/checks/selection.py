"""Which problems of a check are asked for on the command line, by their codes."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from briefing.checks.manual import READ_ERRORS
from briefing.checks.registry import RULES
from briefing.checks.report import Report
from briefing.problem import Problem

WARNED_OF = ("byte-order-mark",)
"""The codes of what is found when a model is read, and does not keep it from being read."""


def selectable() -> list[str]:
    """Return the codes that can be asked for, or left out."""
    return [*WARNED_OF, *RULES]


def codes_of(written: str) -> list[str]:
    """Return the codes that a word means: itself or, if it ends in ``-``, all that begin so."""
    known = selectable()
    is_start = written.endswith("-")
    return [one for one in known if one == written or (is_start and one.startswith(written))]


class Selection(NamedTuple):
    """The codes that are asked for, ``None`` for all, and those that are left out.

    What keeps a model from being read is always shown, as nothing is proved while it is there.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, select: Iterable[Iterable[str]] | None, ignore: Iterable[Iterable[str]] | None
    ) -> "Selection":
        """Return the selection of options, each of which may be given several times."""
        asked = frozenset(chain.from_iterable(select)) if select else None
        return cls(asked, frozenset(chain.from_iterable(ignore or ())))

    def keeps(self, problem: Problem) -> bool:
        """Return whether a problem is shown, or for many that are left out, one of them."""
        code = problem.message.values["code"] if problem.code == "left-out" else problem.code
        if code in READ_ERRORS and code not in WARNED_OF:
            return True
        return code not in self.ignore and (self.select is None or code in self.select)

    def apply(self, report: Report) -> Report:
        """Return a report with the problems that are asked for, and the others counted."""
        kept = list(filter(self.keeps, report.problems))
        return report._replace(problems=kept, unselected=len(report.problems) - len(kept))
