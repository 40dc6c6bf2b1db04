"""The numbers of which a number of a memo may be worked out: those that its sentence speaks of."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.records import Figure, Place, Record
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clause import Clause, is_amount
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.weighing import Judged, Results, find_only

_MOST_FACTS, _MOST_CLAUSES = 6, 6
"""Of how many facts and clauses at most a number may be worked out."""
SPOKEN_OF, CLEARLY = 0.4, 0.5
"""The shares of a figure's words from which a sentence may speak of it, and from which it does."""
TOLD = 0.8
"""How clearly a sentence speaks of a figure whose number it tells itself in other words."""
_OF_CLAUSE = 0.3
"""How clearly a sentence speaks of what only an aligned clause of a text has."""
_MOST_WITH_OTHERS = 3
"""So many of the facts of which a sentence speaks most are held beside others alike."""


class Operand(NamedTuple):
    """A number of which another one may be worked out, and where it stands.

    The memo's sentence tells it itself, or clearly speaks of it, where it ``is_spoken_of``.
    ``subject`` are the words of what it is of, and ``direction`` tells where a change goes, ``up``
    or ``down``, if that is known. ``strength`` is how clearly the sentence speaks of it, to 1.
    ``qualifiers`` are those with which it is held. ``tells`` is where a number of the sentence
    begins that is unknown and may be that of the figure.
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
    qualifiers: frozenset[str] = frozenset()
    tells: int | None = None


def list_operands(
    one: Judged, results: Results, binder: Binder, clauses: Clauses
) -> Iterator[Operand]:
    """Yield the numbers of which a number may be worked out.

    A number of the sentence that is unknown may be that of the only figure which agrees with it.
    """
    for other, found in results:
        if other is one or isinstance(other.number.readings[0].value, Span) or not found:
            continue
        if found.status == BORNE_OUT:
            counted = found if found.article else _with_listed(found, binder.mentions)
            yield from (_of_told(other, each) for each in (counted,) if each.article)
        elif found.status == UNKNOWN:
            yield from _of_unknown(other)
    for bound in islice(_list_spoken(one, binder), _MOST_FACTS):
        yield from _of_fact(bound.fact, bound.share, is_spoken_of=bound.share >= CLEARLY)
    for clause in clauses.align(binder.sentence, one.number.start, binder.mentions)[:_MOST_CLAUSES]:
        yield from _of_clause(clause)


def _with_listed(found: Found, mentions: list[Mention]) -> Found:
    """Return the number of listed places with where the one is named that stands next to it."""
    places = [one for one in mentions if one.ids(Place)]
    near = min(places, key=lambda one: abs(one.start - found.start), default=None)
    if near is None:
        return found
    article, record = near.entries[0]
    return found._replace(article=article, paragraph=record.evidence[0].paragraph)


def _of_unknown(one: Judged) -> Iterator[Operand]:
    """Yield the figure of which alone an unknown number may be."""
    bound = find_only(one)
    if bound and isinstance(bound.fact.record, Figure):
        for told in _of_fact(bound.fact, TOLD, is_spoken_of=True):
            yield told._replace(tells=one.number.start)


def _of_clause(clause: Clause) -> Iterator[Operand]:
    for held in clause.held:
        if is_amount(held):
            assert not isinstance(held.value, str)
            yield Operand(
                held.value,
                held.unit,
                clause.article,
                clause.paragraph,
                None,
                held.unit in ("%", "pp") and held.around.direction in ("up", "down"),
                subject=clause.sentence["zh"],
                direction=held.around.direction,
                strength=_OF_CLAUSE,
                qualifiers=held.qualifiers,
            )


def _of_told(one: Judged, found: Found) -> Operand:
    """Return a number of the sentence that is borne out."""
    value, unit = one.number.readings[0]
    direction = one.number.around.direction
    assert found.article
    assert not isinstance(value, Span)
    return Operand(
        value,
        unit,
        found.article,
        found.paragraph,
        found.record,
        direction in ("up", "down") and unit in ("%", "pp"),
        is_spoken_of=True,
        direction=direction,
        strength=1.0,
        qualifiers=frozenset(one.number.qualifiers),
    )


def _list_spoken(one: Judged, binder: Binder) -> Iterator[Bound]:
    """Yield the facts of which a sentence speaks around a number."""
    for bound in binder.rank_amounts(one.number):
        if bound.share >= SPOKEN_OF and not (bound.wrong_place or bound.wrong_thing):
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
            yield from list_of_fact(fact)


def list_beside(operands: Iterable[Operand], clauses: Clauses) -> Iterator[Operand]:
    """Yield the numbers of a text that stand in a sentence with one that the memo tells itself."""
    for one in operands:
        if one.strength >= TOLD:
            having = [
                clause
                for clause in clauses.of_paragraph(one.article, one.paragraph)
                if any((held.value, held.unit) == (one.value, one.unit) for held in clause.held)
            ]
            for clause in clauses.sentences_of(having[:1]):
                yield from _of_clause(clause)


def list_of_fact(fact: Fact) -> Iterator[Operand]:
    """Yield the numbers of a figure of which the sentence need not speak."""
    return _of_fact(fact, 0.0, is_spoken_of=False)


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
                held.qualifiers,
            )


def without_doubles(operands: Iterable[Operand]) -> list[Operand]:
    """Return each operand once, as the one of which the sentence speaks most clearly.

    Articles and records, which are large, are compared as objects.
    """
    found: dict[object, Operand] = {}
    for one in operands:
        key = *one[:2], id(one.article), one.paragraph, id(one.record), *one[5:9]
        other = found.get(key, one)
        tells = one.tells if other.tells is None else other.tells
        best = one if other.strength < one.strength else other
        found[key] = best._replace(tells=tells)
    return list(found.values())
