"""Facts of which a sentence speaks more than of those that a number of it agrees with."""

import re
from collections.abc import Iterator
from itertools import takewhile

from briefing.checks.agreement import Fault, judge
from briefing.checks.digits import find_last_place
from briefing.checks.evidence import Held
from briefing.checks.numbers import Number
from briefing.model.parts import Bilingual
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import CONTRADICTED, UNKNOWN, Found
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.kinds import is_rank
from briefing.verifying.numbers.lengths import tells_span
from briefing.verifying.numbers.manner import is_of_wider_area, tells_difference
from briefing.verifying.numbers.qualified import is_told_as_worked_out, may_follow
from briefing.verifying.numbers.weighing import (
    AS_GOOD,
    HEARD_OF,
    Claims,
    Judged,
    Results,
    has_value,
    is_of_other,
    is_small_count,
    only_counts,
    tell_found,
)
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_DENIED = re.compile(r"未|没有|还没|不(?![断仅但同足到及超])|\bnot\b|n['’]t\b", re.I)
"""What tells that a number may be the rest of another one: 4户未投产."""
_PART = re.compile(r"(?<![百千万])分之|成$|half|third|quarter|fifth|tenth", re.I)
_APART = re.compile("[与和跟离距较比][^，。；]{0,2}$")
"""What stands before a number from which something is told to be so much apart."""
_PLANNED = re.compile("计划|目标|预[计期]|规划")
"""What in a label tells that its number is of what is to come."""
_ALL = 100.0  # percent
_AREAS = frozenset(["country", "nation", "provinc", "city", "world"])
"""Words of labels that tell but of how wide an area they are."""
_MANY = {
    "zh": re.compile(
        "(?P<many>[0-9]+|[一二两三四五六七八九十]+)[个大家座条项]?(?P<what>[\u4e00-\u9fff]{2})"
    ),
    "en": re.compile(
        r"\b(?P<many>\d+|two|three|four|five|six|seven|eight|nine|ten) (?P<what>[a-z]+)", re.I
    ),
}
"""How many things of a kind are told of."""


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
    follow from the other one, as at least 268 from 268; it is unknown then.
    """
    number = one.number
    fault = judge(number, bound.fact.held).fault
    worked_out = not bound.fact.is_change and tells_difference(number, sentence)
    unsure = fault in (Fault.NONE, Fault.DROPPED) or worked_out or not bound.is_placed
    unsure = unsure or number.around.role == "from"
    unsure = unsure or (fault == Fault.QUALIFIER and _is_bound_of(number, bound))
    unsure = unsure or bool(_DENIED.search(sentence.clause_text(number.start)))
    if fault == Fault.VALUE:
        unsure = unsure or bool(_PART.search(number.words)) or is_small_count(number)
        unsure = unsure or may_follow(one, bound, sentence) or has_value(number, bound)
    return tell_found(number, UNKNOWN if unsure else CONTRADICTED, bound)


def _is_bound_of(number: Number, bound: Bound) -> bool:
    """Return whether a number says at least or at most so much of what is exactly so much."""
    return {"at_least", "at_most"}.issuperset(number.qualifiers) and any(
        "exact" in one.qualifiers for one in bound.fact.held
    )


def soften(results: Results, sentence: Sentence) -> Results:
    """Return results in which what may be of something else than a fact is not contradicted by it.

    It is only unknown then, as what rounds to the number of the fact is, and as what is the number
    of another fact of which the sentence speaks as clearly. One that is told otherwise than of the
    fact that has it is of that fact.
    """
    return [(one, found and _soften(one, found, sentence)) for one, found in results]


def _soften(one: Judged, found: Found, sentence: Sentence) -> Found:
    bound = next((x for x in one.ranked if x.fact.record is found.record), None)
    if found.status != CONTRADICTED or bound is None or has_value(one.number, bound):
        return found
    spoken = (x for x in one.ranked if x.share >= bound.share - AS_GOOD)
    if (
        _is_of_something_else(one.number, bound, sentence)
        or any(_rounds_to(one.number, held) for held in bound.fact.held)
        or any(has_value(one.number, other) for other in spoken)
    ):
        return found._replace(status=UNKNOWN)
    return found


def _is_of_something_else(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a number may be of something else than the fact that has most of its words.

    The sentence has no word of the fact's label, or tells of another place beside the number, of a
    wider area, of another number of like things, of what is for each or altogether, of what is to
    come, of what something else is apart from, or of how long one thing is behind another.
    """
    fact, at = bound.fact, number.start
    label = fact.record.title.zh
    is_each = any(map(_has_rate, fact.held)) or bool(pattern("averaged", "zh").search(label))
    is_done = fact.stage == "done" and not _PLANNED.search(label)
    is_to_come = is_done and sentence.is_hoped(at) and not fact.is_change
    return (
        bound.heard <= _AREAS
        or bound.names_other
        or is_to_come
        or is_each != _tells_each(number, sentence)
        or is_told_as_worked_out(number, label, sentence)
        or is_of_wider_area(fact, number, sentence)
        or (number.words[0] in "前" and not is_rank(fact))
        or (number.readings[0] == (_ALL, "%") and bool(_APART.search(sentence.text[:at])))
        or _counts_others(fact.record.title, sentence)
        or tells_span(number, sentence)
    )


def _tells_each(number: Number, sentence: Sentence) -> bool:
    """Return whether a number is told to be for each of some things."""
    return _has_rate(number) or bool(sentence.find("averaged", number.start))


def _has_rate(amount: Number | Held) -> bool:
    """Return whether words tell that an amount is for each of some things."""
    return any(not rate.implied for rate in amount.around.rates)


def _counts_others(label: Bilingual, sentence: Sentence) -> bool:
    """Return whether a sentence tells of other many of the things of which a label counts some."""
    text = getattr(label, sentence.language) or ""
    known = {one["what"]: one["many"] for one in _MANY[sentence.language].finditer(text)}
    return any(
        known.get(one["what"], one["many"]) != one["many"]
        for one in _MANY[sentence.language].finditer(sentence.text)
    )


def _rounds_to(number: Number, held: Held) -> bool:
    """Return whether a number has more digits than one that is held, which is that one rounded."""
    said, unit = number.readings[0]
    if isinstance(said, Span) or isinstance(held.value, str) or unit != held.unit:
        return False
    return 0 < abs(said - held.value) <= 0.5 * find_last_place(held.words, held.value)
