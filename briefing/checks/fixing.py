"""Making the edits that mend the problems of a model, as long as they make nothing worse."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.checks.check import examine
from briefing.checks.registry import RULES
from briefing.checks.report import Report
from briefing.model.editing import apply_fixes
from briefing.model.reading import Inspected, inspect_content
from briefing.model.text import SourceText
from briefing.problem import Fix, Path, Problem

_MOST_ROUNDS = 10
_MOST_LOOKS, _LEAST_LOOKS, _MOST_BYTES = 60, 4, 2**19
"""While it is mended, a model is checked at most so often, and at least so often; in between, as
often as it takes to read so many bytes."""


class Mended(NamedTuple):
    """A model before and after mending: its content, and what a check finds.

    ``made`` counts the problems that were mended, and ``refused`` those of which the edits would
    have brought a new problem. ``left`` counts those that were not tried, since a model is checked
    only so often: another run goes on with them.
    """

    before: bytes
    content: bytes
    first: Report
    report: Report
    inspected: Inspected
    made: int = 0
    refused: int = 0
    left: int = 0

    @property
    def file(self) -> str:
        """The file of the model."""
        return self.inspected.file


def mend(
    inspected: Inspected,
    source: str | SourceText | None,
    wanted: Callable[[Problem], bool],
    notes: bool = False,
) -> Mended:
    """Return a model with the edits made of all problems that are ``wanted``, as far as they help.

    Edits that overlap are made one after the other, each after a new check. An edit is refused
    where a model could no longer be read or would have a problem that it did not have before.
    ``source`` is as :func:`examine` has it.
    """
    mender = _Mender(inspected, source, notes)
    before, first = mender.content, mender.report
    made = 0
    refused: list[Problem] = []
    for _ in range(_MOST_ROUNDS):
        todo = [one for one in mender.report.problems if one.fix and wanted(one)]
        if not todo or mender.is_done:
            break
        accepted = set(mender.make(list(dict.fromkeys(one.fix for one in todo if one.fix))))
        made += sum(one.fix in accepted for one in todo)
        refused = [one for one in todo if one.fix not in accepted | mender.untried]
        if not accepted:
            break
        refused = []
    report = _without_fixes(mender.report, refused)
    left = sum(bool(one.fix) and wanted(one) for one in report.problems)
    counts = made, len(refused), left
    return Mended(before, mender.content, first, report, mender.inspected, *counts)


class _Mender:
    """A model as it is now, and what is wrong with it."""

    def __init__(self, inspected: Inspected, source: str | SourceText | None, notes: bool) -> None:
        self.content = inspected.content or b""
        looks = _MOST_BYTES // max(1, len(self.content))
        self._looks_left = min(_MOST_LOOKS, max(_LEAST_LOOKS, looks))
        self._file = inspected.file
        self._source = source
        self._notes = notes
        self.untried: set[Fix] = set()
        self.inspected = inspected
        self.report = examine(inspected, source, notes).report

    @property
    def is_done(self) -> bool:
        """Whether the model was checked as often as it may be."""
        return not self._looks_left

    def make(self, fixes: Sequence[Fix]) -> list[Fix]:
        """Make those of some fixes that make nothing worse, and return them.

        Where some of them together do, half of them are tried at a time.
        """
        try:
            text = self.content.decode()
        except UnicodeDecodeError:
            return []
        accepted: list[Fix] = []
        waiting = [list(fixes)]
        while waiting and not self.is_done:
            some = waiting.pop()
            edited = apply_fixes(text, [*accepted, *some])
            if len(edited.made) == len(accepted):
                continue  # all of them overlap what is accepted; the next round may make them
            self._looks_left -= 1
            content = edited.text.encode()
            inspected = inspect_content(content, self._file)
            report = examine(inspected, self._source, self._notes).report
            if _is_better(self.inspected, self.report, inspected, report):
                accepted = edited.made
                best = content, inspected, report
            elif len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        self.untried = {one for some in waiting for one in some}
        if accepted:
            self.content, self.inspected, self.report = best
        return accepted


def _is_better(was: Inspected, before: Report, now: Inspected, after: Report) -> bool:
    """Return whether a model is read as before, or better, and has no new problem.

    Where more of a model can be read than before, the rules may find more in it.
    """
    if was.article is None:
        if now.article is not None or _count_unread(after) < _count_unread(before):
            return True
    elif now.article is None:
        return False
    return not any(_new(_every(before), _every(after)))


def _count_unread(report: Report) -> int:
    """Return how many problems there are that no rule finds."""
    return sum(one.code not in RULES for one in report.problems)


def _every(report: Report) -> list[Problem]:
    return [*report.problems, *report.ignored, *report.following]


def _new(before: list[Problem], after: list[Problem]) -> Iterator[Problem]:
    """Yield the problems of codes that have become more, of parts in which nothing was wrong."""
    more = Counter(one.code for one in after)
    more.subtract(Counter(one.code for one in before))
    known = [one.path for one in before if one.path]
    for one in after:
        if more[one.code] > 0 and not any(_is_within(one.path, path) for path in known):
            yield one


def _is_within(one: Path, other: Path) -> bool:
    """Return whether one of two parts of a model is a part of the other, or the same."""
    return one[: len(other)] == other or (bool(one) and other[: len(one)] == one)


def _without_fixes(report: Report, refused: Iterable[Problem]) -> Report:
    """Return a report in which the fixes of some problems are not offered again."""
    wrong = {one.fix for one in refused}
    kept = [one._replace(fix=None) if one.fix in wrong else one for one in report.problems]
    return report._replace(problems=kept)
