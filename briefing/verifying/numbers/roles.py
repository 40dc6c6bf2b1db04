"""Whether a number is told as another end of a change than the one that it is in the texts.

What rises from 5.2 to 6.5 does not fall from 6.5 to 5.2, what rises to 1.5 million does not rise
by as much, and what is to be cut to 13.5% is not to be raised to it.
"""

import math
import re
from collections.abc import Iterator

from briefing.checks.agreement import is_growth_reached
from briefing.checks.evidence import Held
from briefing.checks.numbers import Number
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, Found
from briefing.verifying.numbers.weighing import Judged, Results
from briefing.verifying.sentences import Sentence

_OTHER = {"from": ("to",), "to": ("from", "by"), "by": ("from", "to")}
"""The ends of a change that a number of the texts may not be, by that of the memo's number."""

_ADDED = re.compile(
    "(?:增加|新增|净增|增长|多出)了?(?:[近约逾超]|超过|大约)?$"
    r"|\b(?:add(?:s|ed|ing)?|an (?:extra|additional))"
    r"(?: (?:about|some|around|over|nearly|another))* $",
    re.I,
)


def judge_roles(results: Results, sentence: Sentence, clauses: Clauses) -> Results:
    """Return results in which a number that is borne out as another end is contradicted."""
    return [
        (one, found._replace(status=CONTRADICTED))
        if found
        and found.status == BORNE_OUT
        and (
            _is_other_end(_read_role(one.number, sentence), one, found, clauses)
            or _is_other_way(one, found, clauses)
        )
        else (one, found)
        for one, found in results
    ]


def _read_role(number: Number, sentence: Sentence) -> str:
    """Return which end of a change a number is told as; what is added is what it changes by."""
    role = number.around.role
    return "by" if not role and _ADDED.search(sentence.text[: number.start]) else role


_RATE = re.compile("增速|增幅|涨幅|增长率|降幅|跌幅")


def _is_other_end(role: str, one: Judged, found: Found, clauses: Clauses) -> bool:
    """Return whether the paragraph that bears a number out has it as other ends alone."""
    if role not in _OTHER:
        return False
    told = list(_find_held(one, found, clauses))
    if any(is_growth_reached(role, held) for _, held in told):
        return False
    if role == "by" and any(_RATE.search(_read_sentence(clause, clauses)) for clause, _ in told):
        return False  # a rate of growth that reaches 9.6% is growth by 9.6%
    roles = {held.around.role for _, held in told}
    return bool(roles) and roles <= set(_OTHER[role])


def _read_sentence(clause: Clause, clauses: Clauses) -> str:
    return "".join(one.text for one in clauses.sentences_of([clause]))


def _is_other_way(one: Judged, found: Found, clauses: Clauses) -> bool:
    """Return whether something rises to a number that in all clauses with it falls to it, or so."""
    around = one.number.around
    if around.role != "to" or around.direction not in ("up", "down"):
        return False
    told = [held.around for _, held in _find_held(one, found, clauses)]
    opposite = "down" if around.direction == "up" else "up"
    return bool(told) and all((each.role, each.direction) == ("to", opposite) for each in told)


def find_clauses(one: Judged, found: Found, clauses: Clauses) -> list[tuple[str, str]]:
    """Return the clauses that have a number in the paragraph that bears it out.

    Each is told with what stands behind the number in it.
    """
    return [
        (clause.text, clause.text.rpartition(held.words)[2])
        for clause, held in _find_held(one, found, clauses)
    ]


def _find_held(one: Judged, found: Found, clauses: Clauses) -> Iterator[tuple[Clause, Held]]:
    value, unit = one.number.readings[0]
    if found.article is None or not isinstance(value, int | float):
        return
    for clause in clauses.of_paragraph(found.article, found.paragraph):
        for held in clause.held:
            alike = held.unit == unit or (unit is None and not (held.unit or "").isascii())
            if alike and not isinstance(held.value, str) and math.isclose(held.value, value):
                yield clause, held
