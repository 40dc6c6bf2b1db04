"""The command that checks models, and mends what a machine can mend."""

import re
from collections.abc import Iterator, Sequence
from os.path import isfile
from typing import NamedTuple

from briefing.checks.check import read_once, report_on, unread
from briefing.checks.fixing import Mended, mend
from briefing.checks.manual import Selection
from briefing.checks.report import Report, sort_problems
from briefing.cli.console import (
    print_errors,
    print_lines,
    print_messages,
    print_problems,
    print_report,
    write_content,
)
from briefing.cli.difference import write_difference
from briefing.cli.progress import track
from briefing.cli.saving import save
from briefing.cli.usage import usage_error
from briefing.document import Lang
from briefing.model.folders import list_models
from briefing.model.reading import Inspected, find_twins, inspect_model
from briefing.model.text import SourceText
from briefing.model.yamlfile import HIDDEN
from briefing.output.problems import FORMATS
from briefing.problem import BriefingError, Message, Problem, Status, message

STDIN = "-"


class Asked(NamedTuple):
    """What the command line asks a check for."""

    source: str | None
    strict: bool
    notes: bool
    export: str | None
    fix: bool
    diff: bool
    unsafe: bool
    selection: Selection
    lang: Lang

    def refuse(self, models: Sequence[str]) -> None:
        """Raise :class:`BriefingError` where options do not go together."""
        if self.source == STDIN and STDIN in models:
            raise usage_error(message("usage.stdin-twice"))
        if self.unsafe and not (self.fix or self.diff):
            raise usage_error(message("usage.unsafe-alone"))
        if self.diff and self.export:
            raise usage_error(message("usage.diff-format"))

    def wants_fix(self, problem: Problem) -> bool:
        """Return whether a problem is to be mended, if it can be."""
        safe = self.unsafe or bool(problem.fix and problem.fix.safe)
        return safe and self.selection.keeps(problem)


def run_check(models: Sequence[str], asked: Asked) -> Status:
    """Check models, show what is found, and return the exit status."""
    asked.refuse(models)
    inspected = [inspect_model(file) for file in track(list_models(models))]
    source = read_once(asked.source)
    if asked.diff:
        return _show_differences(inspected, source, asked)
    if asked.fix:
        every = [mend(one, source, asked.wants_fix, asked.notes) for one in inspected]
        written = [_write(one, asked.lang) for one in every]
        inspected = [one.inspected for one in every]
        reports = [
            one.report if is_written else one.first
            for one, is_written in zip(every, written, strict=True)
        ]
    else:
        written = []
        reports = [report_on(one, source, asked.notes) for one in inspected]
    reports = list(_complete(inspected, reports, asked))
    told = FORMATS[asked.export or "text"](reports, asked.lang)
    if asked.fix and any(one.file == STDIN for one in inspected):
        print_errors(told.splitlines())  # the mended model is what stands on standard output
    else:
        print_report(told)
    return _status(reports, asked.strict) if all(written) else Status.INPUT_OUTPUT


def _complete(
    inspected: Sequence[Inspected], reports: Sequence[Report], asked: Asked
) -> Iterator[Report]:
    """Yield the reports with what is wrong between models, and what is not asked for counted."""
    twins = list(find_twins(inspected))
    for report in reports:
        own = [one for one in twins if one.file == report.file]
        whole = report._replace(problems=sort_problems(report.file, [*report.problems, *own]))
        if asked.strict:  # what a model lets be fails here, and is shown
            whole = whole.with_ignored()
        yield asked.selection.apply(whole)


def _status(reports: Sequence[Report], strict: bool) -> Status:
    if any(map(unread, reports)):
        return Status.INPUT_OUTPUT
    problems = [problem for report in reports for problem in report.problems]
    if any(not problem.note and (strict or not problem.warning) for problem in problems):
        return Status.PROBLEMS
    return Status.OK


def _write(mended: Mended, lang: Lang) -> bool:
    """Write a mended model, tell what was done, and return whether it could be written."""
    if mended.file == STDIN:
        write_content(mended.content)
    elif mended.content != mended.before:
        try:
            if not isfile(mended.file):  # what a pipe or a device has given cannot be put back
                no_file = message("unwritable", what=mended.file, why=message("system.no-file"))
                raise BriefingError(no_file, status=Status.INPUT_OUTPUT)
            save(mended.file, mended.content, mends=True)
        except BriefingError as error:
            print_messages(error.messages, lang)
            return False
    _tell(mended, "mended", lang)
    return True


def _show_differences(
    inspected: Sequence[Inspected], source: str | SourceText | None, asked: Asked
) -> Status:
    """Show how mending would change models, and return whether it would."""
    every = [mend(one, source, asked.wants_fix, asked.notes) for one in inspected]
    print_lines("".join(map(_difference, every)))
    for one in every:
        _tell(one, "would-mend", asked.lang)
    if why := [problem for one in every for problem in unread(one.first)]:
        print_problems(why, asked.lang)
        return Status.INPUT_OUTPUT
    changed = any(one.content != one.before for one in every)
    return Status.PROBLEMS if changed else Status.OK


def _difference(mended: Mended) -> str:
    """Return how a model would be changed, as patch and Git write it.

    A character that would move the cursor or hide text is escaped.
    """
    before, after = (
        re.findall("[^\n]*\n|[^\n]+", content.decode(errors="replace"))
        for content in (mended.before, mended.content)
    )
    lines = write_difference(before, after, mended.file)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in map(_escape, lines)
    )


def _escape(line: str) -> str:
    body = line.rstrip("\r\n")
    return re.sub(HIDDEN, lambda found: ascii(found[0])[1:-1], body) + line[len(body) :]


def _tell(mended: Mended, key: str, lang: Lang) -> None:
    counts: dict[str, int] = {key: mended.made, "not-mended": mended.refused}
    counts["not-tried"] = mended.left
    told: list[Message] = [
        message(one, file=mended.file, count=count) for one, count in counts.items() if count
    ]
    print_messages(told, lang)
