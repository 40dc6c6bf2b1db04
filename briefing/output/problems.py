"""What a check found, for people, for programs, and for GitHub's annotations."""

from collections.abc import Callable, Sequence

from briefing.checks.report import Report, Share
from briefing.output.json import indented
from briefing.problem import Problem, printable


def text(reports: Sequence[Report]) -> str:
    """A problem a line; below them, what the sources bear out."""
    lines = [
        f"{problem} (a warning)" if problem.warning else str(problem)
        for report in reports
        for problem in report.problems
    ]
    for report in reports:
        if not report.problems and not report.tally:
            lines.append(f"{report.file}: no problems; not held against a source text")
        if report.tally:
            tally = report.tally
            lines.append(
                f"{report.file}: {tally.records} records; anchors found: {_share(tally.anchors)}; "
                f"values read again: {_share(tally.values)}; "
                f"quantities covered: {_share(tally.quantities)}"
            )
    return "".join(f"{line}\n" for line in lines)


def json(reports: Sequence[Report]) -> str:
    """One object: every problem, and a tally for each model that has a source."""
    whole = {
        "problems": [
            {**problem._asdict(), "message": printable(problem.message)}
            for report in reports
            for problem in report.problems
        ],
        "tallies": [
            {
                "file": report.file,
                **{
                    name: value._asdict() if isinstance(value, Share) else value
                    for name, value in report.tally._asdict().items()
                },
            }
            for report in reports
            if report.tally
        ],
    }
    return indented(whole)


def github(reports: Sequence[Report]) -> str:
    """Workflow commands that GitHub shows as annotations at the line."""
    problems = [problem for report in reports for problem in report.problems]
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _share(share: Share) -> str:
    percent = 100 * share.found / share.of if share.of else 100
    # Rounded down, so that 100% is said of all and of nothing less.
    return f"{share.found} of {share.of} ({int(percent * 10) / 10:g}%)"


def _annotation(problem: Problem) -> str:
    level = "warning" if problem.warning else "error"
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    return f"::{level} {place},title={problem.code}::{_escape(printable(problem.message))}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escape(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": text,
    "json": json,
    "github": github,
}
"""How a check can be told."""
