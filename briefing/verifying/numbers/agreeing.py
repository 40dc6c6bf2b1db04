"""Of which facts a sentence may tell a number that agrees with them."""

from briefing.checks.numbers import Number
from briefing.model.choices import NOT_BEGUN
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.bare import is_bare_growth
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.counting import counts, find_counted
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import is_comparable, is_measured_alike, is_of_like_size
from briefing.verifying.numbers.outcomes import is_whole, is_whole_of
from briefing.verifying.numbers.rivals import list_rivals
from briefing.verifying.numbers.weighing import (
    AS_GOOD,
    CLEARLY,
    HEARD_OF,
    SPOKEN_OF,
    Claims,
    Judged,
    has_many_digits,
)
from briefing.verifying.sentences import Sentence

_AIMED = 1.6
"""By how much more a sentence with a goal speaks of what is aimed at than of what there is."""


def list_spoken_of(
    one: Judged, claims: Claims, sentence: Sentence, mentions: list[Mention], facts: Facts
) -> list[Bound]:
    """Return the facts that agree with a number, and of which its sentence speaks.

    It speaks of none if it speaks more of another fact, whose number it does not tell.
    """
    number = one.number
    telling = has_many_digits(number)
    least_share = HEARD_OF if telling else SPOKEN_OF
    candidates = [
        bound
        for bound in one.agreeing
        if (bound.share >= least_share and bound.fits)
        or is_bare_growth(number, bound, sentence, mentions)
    ]
    if not candidates or is_whole(number, sentence):
        return candidates
    least = min(bound.score + AS_GOOD for bound in candidates)
    rivals = [
        bound for bound in list_rivals(one, claims, least) if not telling or bound.share >= CLEARLY
    ]
    stronger = _Stronger(number, rivals, sentence, facts)
    return [bound for bound in candidates if not stronger.outdo(bound)]


class _Stronger:
    """The facts of which a sentence may speak more than of one that agrees with a number."""

    def __init__(
        self, number: Number, rivals: list[Bound], sentence: Sentence, facts: Facts
    ) -> None:
        self._number = number
        self._rivals = rivals
        self._facts = facts
        self._is_hoped = sentence.is_aimed(number.start)
        self._counted = find_counted(number, sentence)
        self._is_left = bool(sentence.find("of-all") and sentence.find("left", number.start))

    def outdo(self, bound: Bound) -> bool:
        """Return whether the sentence speaks more of another fact, but for what is aimed at."""
        nearer = [other for other in self._rivals if self._is_nearer(other, bound)]
        # What something changes from is told beside what it is to be, and less of it.
        leeway = _AIMED if self._number.around.role == "from" else 0
        if not any(bound.score < other.score - leeway - AS_GOOD for other in nearer):
            return False
        if self._is_hoped or bound.fact.stage in NOT_BEGUN:
            return True
        return any(
            bound.score < other.score - AS_GOOD - (_AIMED if other.fact.stage in NOT_BEGUN else 0)
            for other in nearer
        )

    def _is_nearer(self, other: Bound, bound: Bound) -> bool:
        """Return whether another fact may be told of a number in the stead of one that agrees.

        What is of a place that the sentence does not name is no rival of what is of one that it
        names, nor is that for which no word speaks but those that speak for both, nor what counts
        something else, nor the whole of which it tells what is left.
        """
        number = self._number
        return (
            (other.is_placed or not bound.is_placed)
            and not other.heard <= bound.heard
            and is_measured_alike(other.fact, bound.fact)
            and is_of_like_size(other.fact, bound.fact)
            and (is_comparable(number, other.fact) or not is_comparable(number, bound.fact))
            and not (counts(bound.fact, self._counted) and not counts(other.fact, self._counted))
            and not (self._is_left and is_whole_of(other.fact, bound.fact, self._facts))
        )
