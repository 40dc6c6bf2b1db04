"""What a check found, for people, for programs, and for GitHub's annotations."""

from collections.abc import Callable, Sequence
from typing import Any

from briefing.checks.report import Report, Share
from briefing.document import Lang
from briefing.output.json import indented
from briefing.problem import Problem, message, printable
from briefing.words.messages import problem_line, sentence, told


def text(reports: Sequence[Report], lang: Lang) -> str:
    """Return a problem a line and, below them, what the sources bear out."""
    lines = [problem_line(one, lang) for report in reports for one in report.problems]
    for report in reports:
        if not report.problems and not report.tally:
            lines.append(told(message("no-problems", file=report.file), lang))
        if report.tally:
            shares = {
                name: _share(value, lang) if isinstance(value, Share) else value
                for name, value in report.tally._asdict().items()
            }
            lines.append(told(message("tally", file=report.file, **shares), lang))
    return "".join(f"{line}\n" for line in lines)


def json(reports: Sequence[Report], _: Lang) -> str:
    """Return one object: every problem, and a tally for each model that has a source."""
    whole = {
        "problems": [_problem(problem) for report in reports for problem in report.problems],
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


def _problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain data, its message in both languages and its values by name."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "warning": problem.warning,
        "message": sentence(problem.message)._asdict(),
        "values": dict(problem.message.all_values()),
    }


def github(reports: Sequence[Report], lang: Lang) -> str:
    """Return workflow commands that GitHub shows as annotations at the line."""
    problems = [problem for report in reports for problem in report.problems]
    return "".join(f"{_annotation(problem, lang)}\n" for problem in problems)


def _share(share: Share, lang: Lang) -> str:
    percent = 100 * share.found / share.of if share.of else 100
    # Rounded down, so that 100% is said of all and of nothing less.
    shown = f"{int(percent * 10) / 10:g}"
    return told(message("share", found=share.found, of=share.of, percent=shown), lang)


def _annotation(problem: Problem, lang: Lang) -> str:
    level = "warning" if problem.warning else "error"
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    said = _escape(printable(told(problem.message, lang)))
    return f"::{level} {place},title={problem.code}::{said}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escape(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Report], Lang], str]] = {
    "text": text,
    "json": json,
    "github": github,
}
"""How a check can be told, by name."""
