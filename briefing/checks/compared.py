"""The two things of which a sentence of our English prose tells a number each."""

import re

from briefing.checks.agreement import Fault
from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged, list_beside
from briefing.checks.marks import find_marks, right_before

_BEFORE = re.compile(r"(?:\b(?:between|of|separat\w+)|[,;]) (?:and |with |so )?the $", re.I)
_BEHIND = re.compile(
    r"[.,;]|$| (?:has|have|had|is|are|was|were|shrank|narrow\w*|widen\w*|clos\w+|remain\w*|together"
    r"|moved|drew|drawing|differ\w*|grew|rose|fell|went|came|both)\b",
    re.I,
)
"""What stands before and behind the two where these are things that were named before."""
_SENTENCE_END = re.compile(r"[.!?](?!\d)")
_TWO = 2


def counts_compared(context: ProofContext, said: Judged) -> bool:
    """Return whether the two are those of which a sentence tells numbers of one unit, and no more.

    The evidence must have both numbers: 7.2 per cent against 5.1, and the gap between the two.
    """
    text, number = said.text, said.number
    if said.path[-1] != "en" or all(reading.value != _TWO for reading in number.readings):
        return False
    if not right_before(_BEFORE, text, number.start) or not _BEHIND.match(text, number.end):
        return False
    first = find_marks(_SENTENCE_END, text).behind(number.start)
    beside = [
        one
        for one in list_beside(context, said)
        if first <= one.number.start < number.start and not one.number.relative
    ]
    units = [one.number.readings[0].unit for one in beside if one.number.readings]
    told = [one for one in units if one != "date"]
    is_held = all(one.held and one.verdict.fault < Fault.VALUE for one in beside)
    return len(told) == _TWO and is_held and (told[0] == told[1] or None in told)
