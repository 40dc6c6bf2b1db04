"""Numbers of whose subject a sentence says little, and which can be of one thing alone.

A memo that has named what it speaks of goes on with fewer words. A number that only one fact has is
borne out by it if it has many digits, or if other numbers of the sentence are of its paragraph, as
long as the sentence speaks of nothing else that could have such a number.
"""

from briefing.model.choices import NOT_BEGUN
from briefing.verifying.claim import BORNE_OUT, UNKNOWN
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.manner import compares_otherwise
from briefing.verifying.numbers.measured import is_of_other_measure
from briefing.verifying.numbers.weighing import (
    HEARD_OF,
    SPOKEN_OF,
    Judged,
    Results,
    find_only,
    has_many_digits,
    tell_found,
)
from briefing.verifying.sentences import Sentence

_CLEARER = 0.2
"""By how much more clearly a sentence must speak of something else than of what has many digits."""


def keep_company(results: Results, sentence: Sentence) -> Results:
    """Return results in which what is unknown is borne out where only one fact can be meant."""
    told = [found for _, found in results if found and found.status == BORNE_OUT and found.article]
    around = {(one.article.source.id, one.paragraph) for one in told if one.article}
    kept = []
    for one, found in results:
        bound = _find_only(one, sentence) if found and found.status == UNKNOWN else None
        if bound and bound.share < SPOKEN_OF:  # else it was doubted for what the sentence says
            here = (bound.fact.article.source.id, bound.fact.paragraph) in around
            if here or has_many_digits(one.number):
                found = tell_found(one.number, BORNE_OUT, bound)  # noqa: PLW2901
        kept.append((one, found))
    return kept


def _find_only(one: Judged, sentence: Sentence) -> Bound | None:
    """Return the only fact that agrees with a number, if the sentence speaks of no other one."""
    bound = find_only(one)
    if bound is None:
        return None
    if bound.fact.stage in NOT_BEGUN and not sentence.is_hoped():
        return None
    if compares_otherwise(bound.fact, one.number, sentence) or is_of_other_measure(
        one.number, bound, sentence
    ):
        return None
    return None if has_rivals(one, bound) else bound


def has_rivals(one: Judged, bound: Bound) -> bool:
    """Return whether a sentence speaks as much of something else that a number may be of.

    It must speak clearly more of it where the number has many digits.
    """
    least = max(SPOKEN_OF, bound.share + _CLEARER) if has_many_digits(one.number) else bound.share
    shares = one.number.readings[0].unit == "%"
    changes = one.number.around.direction in ("up", "down")
    return any(
        other.fits
        and other.share >= max(HEARD_OF, least)
        and other.fact.record is not bound.fact.record
        and not (shares and other.fact.is_change != changes)
        for other in one.ranked
    )
