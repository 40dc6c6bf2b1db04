"""The reports of a check as text, as JSON, and as annotations for GitHub."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from briefing.checks.report import Report, Share
from briefing.document import Lang
from briefing.output.json import encode
from briefing.problem import Fix, Message, Problem, message, printable
from briefing.words.messages import problem_line, sentence, told

_FIXABLE = {
    (True, False): "fixable.safe",
    (False, True): "fixable.unsafe",
    (True, True): "fixable.safe-and-unsafe",
}
"""How it is told that there are safe edits, and unsafe ones."""
_GATHERED = "untranslated"
"""The code of which a fresh draft has a problem for nearly every text."""
_NAMED = 3


def text(reports: Sequence[Report], lang: Lang) -> str:
    """Return one line for each problem and, below them, what was proved of each file.

    The texts of a model that have no English are one line, unless nothing else is found.
    """
    gathered = (problem for report in reports for problem in _gather(report.problems))
    lines = [problem_line(problem, lang) for problem in gathered]
    lines += [line for report in reports for line in tally_lines(report, lang)]
    lines += [told(one, lang) for one in _hint_at_fixes(reports)]
    return "".join(f"{line}\n" for line in lines)


def _gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield problems, with the texts that have no English as one, so that the others are seen."""
    lacking = [one for one in problems if one.code == _GATHERED]
    if len(lacking) <= _NAMED + 1 or len(lacking) == len(problems):
        yield from problems
        return
    named = list(dict.fromkeys(one.message.values["text"] for one in lacking))[:_NAMED]
    counted = message("untranslated.several", count=len(lacking), texts=named)
    for problem in problems:
        if problem is lacking[0]:
            yield problem._replace(message=counted)
        elif problem.code != _GATHERED:
            yield problem


def _hint_at_fixes(reports: Sequence[Report]) -> Iterator[Message]:
    """Yield how many of the problems a machine can mend, if it can mend any."""
    fixes = [one.fix.safe for report in reports for one in report.problems if one.fix]
    counts = {"safe": fixes.count(True), "unsafe": fixes.count(False)}
    if key := _FIXABLE.get((counts["safe"] > 0, counts["unsafe"] > 0)):
        yield Message(key, counts)


def tally_lines(report: Report, lang: Lang) -> list[str]:
    """Return what a check says of a model as a whole: its counts and how much was proved."""
    lines = []
    counts = _counts(report, lang)
    if counts:
        joined = ("；" if lang == "zh" else "; ").join(counts)
        lines.append(told(message("tally.counts", file=report.file, counts=joined), lang))
    if report.tally:
        shares = {
            name: f"{share.found}/{share.of}"
            for name, share in report.tally._asdict().items()
            if isinstance(share, Share)
        }
        lines += [told(message(key, **shares), lang) for key in ("tally.proved", "tally.held")]
    return lines


def _counts(report: Report, lang: Lang) -> list[str]:
    """Return what is said of a model as a whole: its records, what it lets be and leaves to do."""
    counts = {
        "ignored": len(report.ignored),
        "unselected": report.unselected,
        "to-do": report.to_do,
    }
    told_of = [
        told(message(f"tally.{name}", count=count), lang) for name, count in counts.items() if count
    ]
    if report.tally:
        told_of.insert(0, told(message("tally.records", count=report.tally.records), lang))
    elif not report.problems and not report.unselected:
        told_of.insert(0, told(message("no-problems"), lang))
    return told_of


def json(reports: Sequence[Report], _: Lang) -> str:
    """Return an object with all problems, those that models let be, and the tallies of models.

    Only a model that has a source text has a tally.
    """
    tallies = [
        {
            "file": report.file,
            **{
                name: value._asdict() if isinstance(value, Share) else value
                for name, value in report.tally._asdict().items()
            },
        }
        for report in reports
        if report.tally
    ]
    problems = [_problem_data(problem) for report in reports for problem in report.problems]
    ignored = [_problem_data(problem) for report in reports for problem in report.ignored]
    return encode({"problems": problems, "ignored": ignored, "tallies": tallies})


def _problem_data(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain data: its message in both languages, and its values by name."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "warning": problem.warning,
        "note": problem.note,
        "message": sentence(problem.message)._asdict(),
        "values": dict(problem.message.all_values()),
        "fix": _fix_data(problem.fix) if problem.fix else None,
    }


def _fix_data(fix: Fix) -> dict[str, Any]:
    return {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]}


def github(reports: Sequence[Report], lang: Lang) -> str:
    """Return workflow commands, which GitHub shows as annotations of lines."""
    return "".join(
        f"{_annotation(problem, lang)}\n" for report in reports for problem in report.problems
    )


def _annotation(problem: Problem, lang: Lang) -> str:
    level = "notice" if problem.note else "warning" if problem.warning else "error"
    place = (problem.line, problem.column)
    return annotate(level, problem.file, place, problem.code, told(problem.message, lang))


def annotate(level: str, file: str, place: tuple[int, int], title: str, text: str) -> str:
    """Return the workflow command that annotates a line and column of a file."""
    named = printable(_escape(file).replace(":", "%3A").replace(",", "%2C"))
    line, column = place
    where = f"file={named},line={line},col={column}"
    return f"::{level} {where},title={title}::{_escape(printable(text))}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS: dict[str, Callable[[Sequence[Report], Lang], str]] = {
    "text": text,
    "json": json,
    "github": github,
}
"""The functions that write the reports of a check, by the names that ``--export`` takes."""
