"""A model held against its source text: the problems, and how much is borne out."""

from briefing.checks import text
from briefing.checks.case import Case, Finding
from briefing.checks.provenance import SOURCE_RULES, WARNINGS
from briefing.checks.report import Share, Tally
from briefing.model.load import Inspected
from briefing.model.records import Article
from briefing.problem import Problem


def prove(inspected: Inspected, article: Article, source: str) -> tuple[list[Problem], Tally]:
    """What the rules that need the source find, and the tally.

    Raises :class:`ModelError` where the source cannot be read.
    """
    case = Case(article, text.read(source))
    found = {code: list(apply(case)) for code, apply in SOURCE_RULES.items()}
    problems = [
        _problem(inspected, case, code, finding)
        for code, findings in found.items()
        for finding in findings
    ]
    return problems, _tally(case, found)


def _problem(inspected: Inspected, case: Case, code: str, finding: Finding) -> Problem:
    warning = code in WARNINGS
    if finding.paragraph is None:
        return inspected.problem(finding.path or (), code, finding.message, warning=warning)
    line, column = finding.paragraph.line, finding.paragraph.column + finding.offset
    return Problem(case.source.file, line, column, code, finding.message, warning)


def _tally(case: Case, found: dict[str, list[Finding]]) -> Tally:
    article = case.article
    dates = sum(event.date is not None for event in article.events)
    dates += sum(project.date is not None for project in article.projects)
    wrong = {
        finding.path[:2]
        for code in ("figure-differs", "date-differs")
        for finding in found[code]
        if finding.path
    }
    values = len(article.figures) + dates + 1  # the publication's date is one of them
    quantities = sum(
        quantity.kind != "name" for held in case.quantities.values() for quantity in held
    )
    missing = len({finding.path for finding in found["anchor-not-found"]})
    uncovered = len(found["quantity-not-covered"])
    return Tally(
        records=sum(1 for _ in article.records()),
        anchors=Share(len(case.anchors) - missing, len(case.anchors)),
        values=Share(values - len(wrong), values),
        quantities=Share(quantities - uncovered, quantities),
    )
