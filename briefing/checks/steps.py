"""By how much a thing has changed of which the text tells both ends: 由38条增至45条 is 7 more."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks.agreement import Fault, judge
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.judging import Judged, list_beside
from briefing.checks.marks import find_marks, limits_of_clause
from briefing.checks.meaning import count_meant
from briefing.checks.once import once
from briefing.model.forms import pairs_of
from briefing.model.parts import Evidence
from briefing.quantities.ends import Ends, find_ends

_MORE = re.compile(
    r"\b(?:add(?:s|ed|ing)?|gain\w*|more|new|newly|extra|additional|gr[eo]w\w*|increas\w*|ris\w+|rose"
    r"|open\w*|join\w*|up|put on|took on)\b|[增多添升涨扩]",
    re.I,
)
_FEWER = re.compile(
    r"\b(?:los[est]\w*|cut\w*|shed\w*|fewer|less|dropp?\w*|reduc\w*|clos\w*|shut\w*|remov\w*|fall\w*|fell"
    r"|fallen|declin\w*|decreas\w*|down|scrapp\w*|shrank|shr[iu]nk\w*)\b|[减降关缩撤]|少(?!数)",
    re.I,
)
"""Words by which our prose tells that there is more or less of a thing."""
_STOP = re.compile(r"[。；;!?！？]|\.(?!\d)")


class _Step(NamedTuple):
    """By how much a thing has changed, up or down, with its clause and what it comes to."""

    held: Held
    is_up: bool
    clause: str
    last: float


def counts_step(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is the difference of the two ends of a change, told as that change.

    Its sentence has a word for a change that way and none for the other way. It has what the thing
    comes to as well, or a word of the clause that tells both ends.
    """
    text, number = said.text, said.number
    stops = find_marks(_STOP, text)
    sentence = text[stops.behind(number.start) : stops.before(number.end)]
    is_more, is_fewer = bool(_MORE.search(sentence)), bool(_FEWER.search(sentence))
    return is_more != is_fewer and any(
        step.is_up == is_more
        and judge(number, (step.held,)).fault <= Fault.DROPPED
        and (_has_last(context, said, step.last) or _is_about(sentence, said, step.clause))
        for step in _list_steps(context, tuple(getattr(said.part, "evidence", ())))
    )


def _has_last(context: ProofContext, said: Judged, last: float) -> bool:
    """Return whether a text has the number to which a thing changes."""
    return any(value == last for one in list_beside(context, said) for value, _ in one.held)


def _is_about(sentence: str, said: Judged, clause: str) -> bool:
    if said.path[-1] == "en":
        return count_meant(sentence, clause) > 0
    return bool(pairs_of(sentence) & pairs_of(clause))


@once
def _list_steps(context: ProofContext, evidence: tuple[Evidence, ...]) -> list[_Step]:
    """Return the changes of counts of which some anchors have both ends."""
    held = {
        (one.paragraph, one.offset)
        for proof in evidence
        for one in context.quantities_at(proof.paragraph, proof.anchor)
    }
    return [
        step
        for number in {proof.paragraph: None for proof in evidence}
        for ends in find_ends(context.text_of(number), context.quantities.get(number, []))
        if {(number, ends.first.offset), (number, ends.last.offset)} <= held
        for step in _read_step(context, ends)
    ]


def _read_step(context: ProofContext, ends: Ends) -> Iterator[_Step]:
    """Yield by how much a thing has changed, where both ends are exact counts."""
    first, last = ends.first.value, ends.last.value
    is_exact = ends.first.qualifier == ends.last.qualifier == "exact"
    if not is_exact or ends.last.kind != "count":
        return
    if isinstance(first, int) and isinstance(last, int) and first != last:
        text, *at = context.locate(ends.last)
        held = Held(abs(last - first), ends.last.unit, f"{ends.first.text}, {ends.last.text}")
        yield _Step(held, last > first, text[slice(*limits_of_clause(text, *at))], last)
