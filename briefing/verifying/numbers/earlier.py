"""What a rate was in the time since which it has changed by so many points, as that tells.

Growth of 5.6% that is 0.1 of a point faster than in the first half was 5.5% in the first half.
"""

from collections.abc import Iterable, Iterator

from briefing.model.parts import Change
from briefing.model.records import Figure
from briefing.verifying.numbers.facts import Fact

DIGITS = 6
"""To so many digits behind the point a difference is what it is, and no noise of the reckoning."""


def work_out_earlier(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the rates of the times since which others have changed, by the points of the change."""
    facts = list(facts)
    for one in facts:
        change = _read_change(one)
        rates = [rate for rate in facts if _is_rate_of(rate, one)] if change else []
        if change is None or len(rates) != 1:
            continue
        held, moved = rates[0].held[0], one.held[0].value
        assert not isinstance(held.value, str)
        assert not isinstance(moved, str)
        up = change.turn == "up"
        value = round(held.value - moved if up else held.value + moved, DIGITS)
        if value > 0:
            assert isinstance(change.since, str)
            yield rates[0]._replace(
                record=one.record,
                held=(held._replace(value=value, words=f"{value:g}%"),),
                times=(change.since,),
            )


def is_earlier(fact: Fact) -> bool:
    """Return whether a fact is what a rate was, worked out of by how many points it has changed."""
    return fact.held[0].unit == "%" and getattr(fact.record, "unit", None) == "pp"


def _read_change(fact: Fact) -> Change | None:
    """Return by what a figure tells that a rate has changed since a time, if it does in points."""
    figure = fact.record
    if not isinstance(figure, Figure) or figure.unit != "pp" or not figure.change:
        return None
    is_since = figure.change.turn in ("up", "down") and isinstance(figure.change.since, str)
    return figure.change if is_since else None


def _is_rate_of(fact: Fact, change: Fact) -> bool:
    """Return whether a fact is the rate of growth of which another one tells the change."""
    return (
        isinstance(fact.record, Figure)
        and fact.article is change.article
        and fact.record.unit == "%"
        and fact.is_change
        and (fact.words["zh"], fact.places, fact.times, fact.paragraph)
        == (change.words["zh"], change.places, change.times, change.paragraph)
    )
