"""A number of a sentence beside the facts that it may be of, and what is to be known of both."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from briefing.checks.agreement import Fault, judge
from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR
from briefing.model.records import Figure
from briefing.quantities.rates import TIMES
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, Found, Kind, Says, Status
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import covers_any, is_ordinal
from briefing.verifying.numbers.manner import is_below, tells_change
from briefing.verifying.numbers.rounding import is_exact
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern, read_words

SPOKEN_OF = 0.3
"""The least share of the words of a label that a sentence must have to speak of a figure."""


HEARD_OF = 0.2
"""The least share with which a figure is a rival of others."""


CLEARLY = 0.6
"""The share from which a sentence clearly speaks of a figure."""


AS_GOOD = 0.25
"""By how much less a sentence may speak of what agrees than of what does not."""


_SMALL = 20


_MANY_DIGITS = 3


_NAME_SPOKEN_OF = 0.75


_ALL_OF_IT = frozenset(["total", "whol", "all"])
"""Stems of words that name no whole, but tell that it is one."""
_FARTHEST = 120
"""Of what a share is told to be is told within so many characters beside it."""


class Judged(NamedTuple):
    """A number of a sentence, the facts that it may be of, and what agrees with it in value."""

    number: Number
    ranked: list[Bound]
    agreeing: list[Bound]


Results = list[tuple[Judged, Found | None]]
"""The numbers of a sentence, each with what was found of it, or None where nothing was."""


_FOLLOWS: dict[tuple[str, ...], str] = {
    ("about",): "exact",
    ("at_most",): "less_than",
    ("at_least",): "more_than",
}
"""What is told with a qualifier of what has another one: about a million, of just a million."""


def weigh(binder: Binder, number: Number) -> Judged:
    """Return the facts that a number may be of, and those of them that it agrees with."""
    goal = binder.sentence.find("goal", number.start)
    changes = tells_change(number, binder.sentence)
    left = binder.sentence.find("left")  # of what is aimed at
    is_goal = bool(goal or left) or binder.sentence.is_hoped(number.start)
    follows = _FOLLOWS.get(number.qualifiers)
    plain = number._replace(qualifiers=(*number.qualifiers, follows)) if follows else number

    def agrees(fact: Fact) -> bool:
        if fact.is_date and covers_any(number, fact.times):
            return True
        if (
            not is_exact(number, fact.held)
            or is_below(number, fact.held)
            or (changes and _is_level(fact))
        ):
            return False
        return judge(plain, fact.held).fault == Fault.NONE or (
            is_goal and fact.stage in HOPED_FOR and _is_least(plain, fact)
        )

    key = number._replace(words="", start=0, end=0), is_ordinal(number), is_goal, changes
    same = binder.facts.find_same(number, key, agrees)
    ranked = binder.rank(number, binder.facts.of_kind(number), same)
    return Judged(number, ranked, [one for one in ranked if id(one.fact) in same])


def _is_least(number: Number, fact: Fact) -> bool:
    """Return whether a plain number is the least that is aimed at, which is the goal."""
    verdict = judge(number._replace(qualifiers=("at_least",)), fact.held)
    return set(number.qualifiers) <= {""} and verdict.fault == Fault.NONE


def _is_level(fact: Fact) -> bool:
    """Return whether a fact is how much there is of something, and no change of it."""
    return isinstance(fact.record, Figure) and not (
        fact.is_change or fact.tells_turn or fact.stage in HOPED_FOR
    )


def has_many_digits(number: Number) -> bool:
    """Return whether a number has so many digits that it hardly agrees with a fact by chance."""
    return len(re.sub(r"[^0-9]|(?<=[1-9])0+$", "", number.words).strip("0")) >= _MANY_DIGITS


def has_value(number: Number, bound: Bound) -> bool:
    """Return whether a fact has the value and unit of a number, whatever is told of both."""
    said = {(value, unit) for value, unit in number.readings}
    return any((held.value, held.unit) in said for held in bound.fact.held)


def is_small_count(number: Number) -> bool:
    """Return whether a number counts a few things or years in words, as a memo does of its own."""
    value, unit = number.readings[0]
    return (
        isinstance(value, int)
        and value <= _SMALL
        and (unit is None or not unit.isascii() or unit in TIMES)
        and not re.search(r"[0-9]", number.words)
    )


def only_counts(number: Number, bound: Bound) -> bool:
    """Return whether a number is but a part of a name of which the sentence says little."""
    figure = bound.fact.record
    counts = bound.fact.is_count or (isinstance(figure, Figure) and figure.in_name)
    return counts and (bound.share < _NAME_SPOKEN_OF or not is_small_count(number))


def find_only(one: Judged) -> Bound | None:
    """Return the only fact that agrees with a number in time, place and thing, if only one does."""
    fitting = [bound for bound in one.agreeing if bound.fits and not only_counts(one.number, bound)]
    return fitting[0] if len({id(bound.fact.record) for bound in fitting}) == 1 else None


Claims = dict[int, list[tuple[Judged, Bound]]]
"""The numbers that agree with each fact and fit it, by the id of the fact's object."""


def list_claims(numbers: Iterable[Judged]) -> Claims:
    """Return which of the numbers of a sentence each fact may be told by."""
    found: Claims = defaultdict(list)
    for one in numbers:
        for bound in one.agreeing:
            if bound.fits:
                found[id(bound.fact)].append((one, bound))
    return found


def is_of_other(bound: Bound, one: Judged, claims: Claims) -> bool:
    """Return whether another number of the sentence is a fact's, and stands nearer to it."""
    claiming = claims.get(id(bound.fact), ())
    theirs = next((held for other, held in claiming if other is not one), None)
    if theirs is None:
        return False
    agrees = any(mine.fact is bound.fact for mine in one.agreeing)
    return theirs.score >= bound.score - AS_GOOD or (not agrees and theirs.share >= SPOKEN_OF)


def is_share_of_other(
    number: Number, bound: Bound, sentence: Sentence, facts: Facts, clauses: Clauses
) -> bool:
    """Return whether a share is told to be of something of which only other facts are.

    It is of what the sentence of the text tells that has it, too.
    """
    language, text = sentence.language, sentence.text
    whole = pattern("share-of", language)
    found = (
        whole.search(text, max(0, number.start - _FARTHEST), number.start)
        if language == "zh"
        else whole.match(text[number.end : number.end + _FARTHEST].lstrip(" %"))
    )
    if not found or number.readings[0].unit != "%":
        return False
    words = {one.word for one in read_words(found["whole"], language)}
    own = bound.fact.words[language] | bound.fact.hints[language]
    if words <= _ALL_OF_IT:
        return False
    if words <= _list_place_words(bound.fact, language):  # half of all there is in Enshi
        return bound.names_other
    if len(words) == 1:  # which a label may have in a phrase of its own: a share of GDP
        words |= {one.lstrip("@") for one in words}
    if words & own or not any(facts.knows(word, language) for word in words):
        return bound.names_other
    beside = clauses.of_paragraph(bound.fact.article, bound.fact.paragraph)
    values = {held.value for held in bound.fact.held}
    return not any(
        words & clause.sentence[language]
        for clause in beside
        if any(held.value in values and held.unit == "%" for held in clause.held)
    )


@lru_cache(maxsize=64)
def _name_places(names: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the words of some names of places."""
    return frozenset(one.word for name in names for one in read_words(name, language))


def _list_place_words(fact: Fact, language: str) -> frozenset[str]:
    """Return the words of the names of the places of a fact."""
    titles = (place.title for one in fact.places if (place := fact.article.place(one)))
    return _name_places(tuple(getattr(one, language) or "" for one in titles), language)


def tell_found(number: Number, status: Status, bound: Bound, kind: Kind = "number") -> Found:
    fact = bound.fact
    says = None
    if status != BORNE_OUT:
        says = (
            Says("date", fact.record, fact.times[0]) if fact.is_date else Says("value", fact.record)
        )
    at = fact.paragraph
    return Found(number.start, number.end, kind, status, fact.article, fact.record, at, says)
