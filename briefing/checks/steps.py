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
_NEAR = 6
"""So far behind a number such a word may stand: seven more routes."""
_NOUN = re.compile(
    r" (?:[a-z-]+ ){0,2}?(people\b|[a-z]{2,}s)\b"
    r"|(?! (?:in|to|at|on|by|from|over|and|this|last|since|more|fewer|or|a)\b) ([a-z]+)"
)
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_STOP = re.compile(r"[。；;!?！？]|\.(?!\d)")


class _Step(NamedTuple):
    """By how much a thing has changed, up or down, with its clause and what it comes to."""

    held: Held
    is_up: bool
    clause: str
    last: float


def counts_step(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is the difference of the two ends of a change, told as that change.

    Before it or right behind it its clause has a word for a change that way, and its sentence has
    none for the other way. What it counts is named in the clause that tells both ends.
    """
    text, number = said.text, said.number
    stops = find_marks(_STOP, text)
    first, last = stops.behind(number.start), stops.before(number.end)
    more, fewer = _MORE.search(text, first, last), _FEWER.search(text, first, last)
    told = more or fewer
    if not told or (more and fewer) or told.start() > number.end + _NEAR:
        return False
    return any(
        step.is_up == bool(more)
        and judge(number, (step.held,)).fault <= Fault.DROPPED
        and _is_about(context, said, step)
        for step in _list_steps(context, said.proofs)
    )


def _has_last(context: ProofContext, said: Judged, last: float) -> bool:
    """Return whether a text has the number to which a thing changes."""
    return any(value == last for one in list_beside(context, said) for value, _ in one.held)


def _is_about(context: ProofContext, said: Judged, step: _Step) -> bool:
    """Return whether a number counts what a clause is about, by the noun behind it, if any."""
    text, number = said.text, said.number
    own = text[slice(*limits_of_clause(text, number.start, number.end))]
    if said.path[-1] == "en":
        noun = _NOUN.match(text, number.end)
        if noun:
            return count_meant(noun[1] or noun[2], step.clause) > 0
        return count_meant(own, step.clause) > 0 or _has_last(context, said, step.last)
    if _HAN.match(text, number.end):
        return text[number.end : number.end + 2] in step.clause
    return bool(pairs_of(own) & pairs_of(step.clause)) or _has_last(context, said, step.last)


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
        for ends in list_ends(context, number)
        if {(number, ends.first.offset), (number, ends.last.offset)} <= held
        for step in _read_step(context, ends)
    ]


@once
def list_ends(context: ProofContext, number: int) -> list[Ends]:
    """Return the changes of a paragraph, of which many records may have some in their anchors."""
    return find_ends(context.text_of(number), context.quantities.get(number, []))


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
