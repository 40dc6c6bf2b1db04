"""The numbers of which a number of a memo may be worked out: those that its sentence speaks of."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.records import Figure, Record
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clause import is_amount
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.weighing import Judged, Results

_MOST_FACTS, _MOST_CLAUSES = 6, 6
"""Of how many facts and clauses at most a number may be worked out."""
_SPOKEN_OF, CLEARLY = 0.4, 0.5
"""The shares of a figure's words from which a sentence may speak of it, and from which it does."""
_OF_CLAUSE = 0.3
"""How clearly a sentence speaks of what only an aligned clause of a text has."""
_MOST_WITH_OTHERS = 3
"""So many of the facts of which a sentence speaks most are held beside others alike."""


class Operand(NamedTuple):
    """A number of which another one may be worked out, and where it stands.

    The memo's sentence tells it itself, or clearly speaks of it, where it ``is_spoken_of``.
    ``subject`` are the words of what it is of, and ``direction`` tells where a change goes, ``up``
    or ``down``, if that is known. ``strength`` is how clearly the sentence speaks of it, to 1.
    """

    value: float
    unit: str | None
    article: Article
    paragraph: int | None
    record: Record | None
    is_change: bool
    is_spoken_of: bool = False
    subject: frozenset[str] = frozenset()
    direction: str = ""
    strength: float = 0.0


def list_operands(
    one: Judged, results: Results, binder: Binder, clauses: Clauses
) -> Iterator[Operand]:
    """Yield the numbers of which a number may be worked out."""
    for other, found in results:
        value, unit = other.number.readings[0]
        if other is one or isinstance(value, Span) or not found or not found.article:
            continue
        if found.status == BORNE_OUT:
            changes = other.number.around.direction in ("up", "down") and unit in ("%", "pp")
            yield Operand(
                value,
                unit,
                found.article,
                found.paragraph,
                found.record,
                changes,
                is_spoken_of=True,
                direction=other.number.around.direction,
                strength=1.0,
            )
    for bound in islice(_list_spoken(one, binder), _MOST_FACTS):
        yield from _of_fact(bound.fact, bound.share, is_spoken_of=bound.share >= CLEARLY)
    for clause in clauses.align(binder.sentence, one.number.start, binder.mentions)[:_MOST_CLAUSES]:
        for held in clause.held:
            if is_amount(held):
                changes = held.unit in ("%", "pp") and held.around.direction in ("up", "down")
                assert not isinstance(held.value, str)
                yield Operand(
                    held.value,
                    held.unit,
                    clause.article,
                    clause.paragraph,
                    None,
                    changes,
                    subject=clause.sentence["zh"],
                    direction=held.around.direction,
                    strength=_OF_CLAUSE,
                )


def _list_spoken(one: Judged, binder: Binder) -> Iterator[Bound]:
    """Yield the facts of which a sentence speaks around a number."""
    for bound in binder.rank_amounts(one.number):
        if bound.share >= _SPOKEN_OF and not (bound.wrong_place or bound.wrong_thing):
            yield bound


def list_alike(one: Judged, results: Results, binder: Binder) -> Iterator[Operand]:
    """Yield the figures of much the same things as those of which a sentence speaks most.

    Those whose numbers it tells come first.
    """
    told = [
        binder.facts.of_figure(found.record)
        for _, found in results
        if found and found.status == BORNE_OUT and isinstance(found.record, Figure)
    ]
    spoken = [bound.fact for bound in islice(_list_spoken(one, binder), _MOST_WITH_OTHERS)]
    for own in told[:_MOST_WITH_OTHERS] + spoken:
        for fact in binder.facts.list_alike(own):
            yield from _of_fact(fact, 0.0, is_spoken_of=False)


def _of_fact(fact: Fact, strength: float, *, is_spoken_of: bool) -> Iterator[Operand]:
    for held in fact.held:
        if not isinstance(held.value, str):
            yield Operand(
                held.value,
                held.unit,
                fact.article,
                fact.paragraph,
                fact.record,
                fact.is_change,
                is_spoken_of,
                fact.words["zh"],
                held.around.direction,
                min(strength, 1.0),
            )


def without_doubles(operands: Iterable[Operand]) -> list[Operand]:
    """Return each operand once, as the one of which the sentence speaks most clearly.

    Articles and records, which are large, are compared as objects.
    """
    found: dict[object, Operand] = {}
    for one in operands:
        key = *one[:2], id(one.article), one.paragraph, id(one.record), *one[5:-1]
        if key not in found or found[key].strength < one.strength:
            found[key] = one
    return list(found.values())
