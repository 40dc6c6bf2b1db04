"""Facts of which a sentence speaks more than of those that a number of it agrees with."""

import re
from collections.abc import Iterator
from itertools import takewhile

from briefing.checks.agreement import Fault, judge
from briefing.verifying.claim import CONTRADICTED, UNKNOWN, Found
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.qualified import may_follow
from briefing.verifying.numbers.weighing import (
    HEARD_OF,
    Claims,
    Judged,
    has_value,
    is_of_other,
    is_small_count,
    only_counts,
    tell_found,
)
from briefing.verifying.sentences import Sentence

_DENIED = re.compile(r"未|没有|还没|\bnot\b|n['’]t\b", re.I)
"""What tells that a number may be the rest of another one: 4户未投产."""
_PART = re.compile(r"(?<![百千万])分之|成$|half|third|quarter|fifth|tenth", re.I)


def list_rivals(one: Judged, claims: Claims, least: float) -> Iterator[Bound]:
    """Yield the facts with over the ``least`` score that a number could be of, the best first."""
    for bound in takewhile(lambda bound: bound.score > least, one.ranked):
        if (
            bound.share >= HEARD_OF
            and not is_of_other(bound, one, claims)
            and not only_counts(one.number, bound)
            and bound.fits
        ):
            yield bound


def judge_rival(one: Judged, bound: Bound, sentence: Sentence) -> Found:
    """Judge a number by a fact that has another one, of which the sentence clearly speaks.

    What is denied, a part of something or a difference may be worked out, and what is qualified may
    follow from the other one; it is unknown then.
    """
    number = one.number
    fault = judge(number, bound.fact.held).fault
    worked_out = number.around.role == "by" and not bound.fact.is_change
    unsure = fault in (Fault.NONE, Fault.DROPPED) or worked_out or not bound.is_placed
    unsure = unsure or number.around.role == "from"
    unsure = unsure or bool(_DENIED.search(sentence.clause_text(number.start)))
    if fault == Fault.VALUE:
        unsure = unsure or bool(_PART.search(number.words)) or is_small_count(number)
        unsure = unsure or may_follow(one, bound, sentence) or has_value(number, bound)
    return tell_found(number, UNKNOWN if unsure else CONTRADICTED, bound)
