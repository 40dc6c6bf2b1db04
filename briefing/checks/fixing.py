"""Making the edits that mend the problems of a model, as long as they make nothing worse."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from briefing.checks.check import examine, report_on
from briefing.checks.registry import RULES
from briefing.checks.report import Report
from briefing.model.editing import apply_fixes
from briefing.model.mending import unit
from briefing.model.reading import Inspected, inspect_content
from briefing.model.text import SourceText
from briefing.problem import Fix, Path, Problem

_MOST_ROUNDS = 10
_MOST_LOOKS, _LEAST_LOOKS, _MOST_BYTES = 60, 3, 2**19
"""While it is mended, a model is checked at most so often, and at least so often; in between, as
often as it takes to read so many bytes of the model and of its text."""


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
        accepted = set(mender.make(todo))
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
        self._file = inspected.file
        self._source = source
        self._notes = notes
        self.untried: set[Fix] = set()
        self.inspected = inspected
        examined = examine(inspected, source, notes)
        self.report = examined.report
        texts = examined.context.source.paragraphs if examined.context else ()
        read = len(self.content) + sum(len(one.text.encode()) for one in texts)
        if examined.context:
            examined.context.forget()
        self._looks_left = min(_MOST_LOOKS, max(_LEAST_LOOKS, _MOST_BYTES // max(1, read)))

    @property
    def is_done(self) -> bool:
        """Whether the model was checked as often as it may be."""
        return not self._looks_left

    def make(self, todo: Iterable[Problem]) -> list[Fix]:
        """Make those of the fixes of some problems that make nothing worse, and return them.

        Where some of them together do, those of the records in which there is a new problem wait
        until all others are made. Where that tells none apart, half of them are tried at a time.
        """
        try:
            text = self.content.decode()
        except UnicodeDecodeError:
            return []
        records: dict[Fix, set[Path]] = {}
        for problem in todo:
            if problem.fix:
                records.setdefault(problem.fix, set()).add(unit(problem.path))
        accepted: list[Fix] = []
        waiting = [list(records)]
        while waiting and not self.is_done:
            some = waiting.pop()
            edited = apply_fixes(text, [*accepted, *some])
            if len(edited.made) == len(accepted):
                continue  # all of them overlap what is accepted; the next round may make them
            self._looks_left -= 1
            content = edited.text.encode()
            inspected = inspect_content(content, self._file)
            report = report_on(inspected, self._source, self._notes)
            if _is_better(self.inspected, self.report, inspected, report):
                accepted = edited.made
                best = content, inspected, report
            elif len(some) > 1:
                worse = {unit(one.path) for one in _new(_every(self.report), _every(report))}
                apart = [one for one in some if not worse.isdisjoint(records[one])]
                half = len(some) // 2
                if 0 < len(apart) < len(some):
                    others = set(apart)
                    waiting += [apart, [one for one in some if one not in others]]
                else:
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
    """Yield the problems of codes that have become more, of parts in which nothing was wrong.

    That so many of a code are left out is none of a part of the model.
    """
    more = Counter(one.code for one in after)
    more.subtract(Counter(one.code for one in before))
    known = {one.path for one in before if one.path}
    around = {path[:depth] for path in known for depth in range(1, len(path))}
    for one in after:
        if more[one.code] <= 0 or one.code == "left-out" or one.path in around:
            continue
        if not any(one.path[:depth] in known for depth in range(1, len(one.path) + 1)):
            yield one


def _without_fixes(report: Report, refused: Iterable[Problem]) -> Report:
    """Return a report in which the fixes of some problems are not offered again."""
    wrong = {one.fix for one in refused}
    kept = [one._replace(fix=None) if one.fix in wrong else one for one in report.problems]
    return report._replace(problems=kept)
