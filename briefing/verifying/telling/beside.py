"""The clauses of the texts that have a number which is borne out, and so tell what it is of."""

from collections.abc import Iterator

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import Found
from briefing.verifying.numbers.kinds import is_unit_alike
from briefing.verifying.sentences import Sentence


def find_beside(number: Found, sentence: Sentence, clauses: Clauses) -> Iterator[Clause]:
    """Yield the clauses of the paragraph that bears a number out which have it."""
    if number.article is None:
        return
    readings = [r for one in sentence.numbers if one.start == number.start for r in one.readings]
    for clause in clauses.of_paragraph(number.article, number.paragraph):
        if any(
            reading.value == held.value and is_unit_alike(reading.unit, held.unit)
            for reading in readings
            for held in clause.held
        ):
            yield clause
