"""What the rules find in a model, gathered: problems, what it lets be, and what only follows."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from briefing.checks.context import ProofContext
from briefing.checks.following import Causes, follows
from briefing.checks.registry import Rule
from briefing.limits import FINDINGS_OF_A_CODE
from briefing.model.article import Article
from briefing.model.mending import Mended
from briefing.model.parts import Ignored, Part
from briefing.model.reading import Inspected, limit_remedies, shorten
from briefing.model.records import Record
from briefing.problem import Amendment, Finding, Problem, Remedy, message


class Collected:
    """What the rules find in one model: problems, and those that the model lets be.

    Of one code no more than a number of problems are kept; one more says how many were left out.
    Those that only follow from others are kept apart.
    Of a model with mistakes, what follows from these alone is no problem of its own.
    """

    def __init__(self, inspected: Inspected, article: Article, mended: Mended | None) -> None:
        self.problems: list[Problem] = []
        self.ignored: list[Problem] = []
        self.following: list[Problem] = []
        self.found: dict[str, list[Finding]] = {}
        self._taken: list[tuple[Rule, int, str | None]] = []
        self._inspected = inspected
        self._article = article
        self._mended = mended
        self._let_be = {(one.code, one.record) for one in article.ignore}
        self._used: set[tuple[str, str | None]] = set()

    def take(self, rule: Rule, findings: Iterator[Finding], source: str | None = None) -> None:
        """Take the findings of a rule, with the file of the source text where they are in it."""
        if self._mended:
            findings = (one for one in findings if not follows(self._mended, rule.code, one))
        self.found[rule.code] = list(islice(findings, FINDINGS_OF_A_CODE))
        self._taken.append((rule, sum(1 for _ in findings), source))

    def settle(self, context: ProofContext | None) -> None:
        """Make problems of all findings but those that the model lets be or that only follow."""
        let_be = {
            (code, at)
            for code, found in self.found.items()
            for at, one in enumerate(found)
            if self._ignores(code, one)
        }
        counted = {
            code: [one for at, one in enumerate(found) if (code, at) not in let_be]
            for code, found in self.found.items()
        }
        causes = Causes(self._article, context, counted)
        for rule, rest, source in self._taken:
            shown: list[Problem] = []
            for at, one in enumerate(limit_remedies(self.found[rule.code])):
                if (rule.code, at) in let_be:
                    self.ignored.append(locate(self._inspected, one.let_be(), rule, source))
                elif causes.explain(rule.code, one):
                    self.following.append(locate(self._inspected, one.let_be(), rule, source))
                else:
                    shown.append(locate(self._inspected, one, rule, source))
            self.problems += shorten(shown, rest)

    def _ignores(self, code: str, finding: Finding) -> bool:
        """Return whether entries of ``ignore`` let such a problem be, and note which.

        They let it be everywhere, or in this record. A wrong entry of ``ignore`` cannot be ignored.
        """
        if code == "ignores-nothing":
            return False
        ids = (None, *_list_records(self._article, finding))
        used = {(code, one) for one in ids} & self._let_be
        self._used |= used
        return bool(used)

    def unused_entries(self) -> list[Problem]:
        """Return a warning for each entry of ``ignore`` of a rule that ran and found nothing."""
        unused = (
            _tell_unused(index, entry)
            for index, entry in enumerate(self._article.ignore)
            if entry.code in self.found
            and entry.code != "ignores-nothing"
            and (entry.code, entry.record) not in self._used
        )
        kept = limit_remedies(list(islice(unused, FINDINGS_OF_A_CODE)))
        located = [self._inspected.locate(one, warning=True) for one in kept]
        return list(shorten(located, sum(1 for _ in unused)))


def _tell_unused(index: int, entry: Ignored) -> Finding:
    """Return what is told of an entry of ``ignore`` that lets nothing be."""
    path = ("ignore", index)
    told = message("ignores-nothing.unused", code=entry.code)
    return Finding(told, path, remedy=Remedy(safe=False, changes=(Amendment(path),)))


def _list_records(article: Article, finding: Finding) -> Iterator[str]:
    """Yield the ids of the records that a finding is in."""
    held: Any = article
    for step in finding.path:
        held = held[step] if isinstance(step, int) else getattr(held, step, None)
        if isinstance(held, Record):
            yield held.id
        if not isinstance(held, Part | tuple):
            break


def locate(inspected: Inspected, one: Finding, rule: Rule, source: str | None) -> Problem:
    """Return a finding as a problem, with its position in the model or in the source text."""
    if one.place is None or source is None:
        return inspected.locate(one, warning=rule.warning)
    fix = inspected.fix(one.remedy)
    return Problem(source, *one.place, one.message, rule.warning, rule.note, fix=fix)
