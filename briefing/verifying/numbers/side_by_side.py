"""Numbers of whose subject a sentence says little, and which a text has side by side as it does.

A memo leaves out of what a number is if the one beside it tells so, and so does a text. What a memo
tells beside a number that is borne out is borne out as well if a text has both in one clause or in
two that follow each other.
"""

import re
from collections.abc import Iterator

from briefing.checks.evidence import Held
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.company import has_rivals
from briefing.verifying.numbers.kinds import is_comparable
from briefing.verifying.numbers.measured import is_of_other_measure
from briefing.verifying.numbers.texts import agrees
from briefing.verifying.numbers.weighing import (
    CLEARLY,
    SPOKEN_OF,
    Judged,
    Results,
    only_counts,
    tell_found,
)
from briefing.verifying.sentences import Sentence

Result = tuple[Judged, Found | None]
_OF_PART = re.compile("其中|当中|其余")
"""What tells that the numbers of a clause are of another thing than those of the one before."""


def keep_side_by_side(results: Results, sentence: Sentence, clauses: Clauses) -> Results:
    """Return results in which what stands beside the same number in a text is borne out."""
    kept = list(results)
    for at in range(1, len(kept)):
        kept[at] = _keep(kept[at], kept[at - 1], kept, sentence, clauses)
    for at in reversed(range(1, len(kept))):
        kept[at - 1] = _keep(kept[at - 1], kept[at], kept, sentence, clauses)
    return kept


def _keep(
    result: Result, neighbour: Result, results: Results, sentence: Sentence, clauses: Clauses
) -> Result:
    one, found = result
    other, told = neighbour
    if not (found and found.status == UNKNOWN and told and told.status == BORNE_OUT):
        return result
    bounds = [
        bound
        for bound in one.agreeing
        if bound.fact.article is told.article and bound.fact.paragraph == told.paragraph
    ]
    for bound in bounds:
        if (
            bound.fits
            and bound.share < SPOKEN_OF  # else it was doubted for what the sentence says
            and not only_counts(one.number, bound)
            and not has_rivals(one, bound)
            and not is_of_other_measure(one.number, bound, sentence)
            and any(_find_together(one, other, told, clauses))
        ):
            return one, tell_found(one.number, BORNE_OUT, bound)
    if not bounds and not _tells_other(one, results):
        clause = next(_find_together(one, other, told, clauses), None)
        if clause:
            span = one.number.start, one.number.end
            article, at = clause.article, clause.paragraph
            return one, Found(*span, "number", BORNE_OUT, article, None, at)
    return result


def _tells_other(one: Judged, results: Results) -> bool:
    """Return whether a sentence clearly speaks of what has another number than it tells.

    It does not where another number of it is what that has.
    """
    taken = {id(found.record) for _, found in results if found and found.status == BORNE_OUT}
    return any(
        bound.fits
        and bound.share >= CLEARLY
        and is_comparable(one.number, bound.fact)
        and id(bound.fact.record) not in taken
        for bound in one.ranked
    )


def _find_together(one: Judged, other: Judged, told: Found, clauses: Clauses) -> Iterator[Clause]:
    """Yield the clauses that have a number in one with another, or beside the clause of that."""
    if told.article is None:
        return
    said: set[object] = {reading.value for reading in other.number.readings}
    said |= {held.value for bound in other.agreeing for held in bound.fact.held}
    for clause in clauses.of_paragraph(told.article, told.paragraph):
        if agrees(one.number, clause, None, clauses):
            if _OF_PART.search(clause.text):
                continue
            around = clauses.around(clause)
            if any(_is_other(held, said, one) for beside in around for held in beside.held):
                yield clause


def _is_other(held: Held, said: set[object], one: Judged) -> bool:
    """Return whether a value is one of those that are said, and not the number itself."""
    same = any(reading.value == held.value for reading in one.number.readings)
    return held.value in said and not same
