"""By how many points one rate is above or below another of like things.

A rate of a city that is 8.9% is 2.1 points above that of its province, 6.8%. The sentence tells one
of the rates at least, or clearly speaks of it; the other is told as well, or stands beside it in
the article. What is told to be above is not below.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.choices import HOPED_FOR, WIDE
from briefing.model.records import Figure
from briefing.quantities.english_dates import Span
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.numbers.binding import Binder
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import spans_of, suits
from briefing.verifying.numbers.operands import CLEARLY
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.weighing import Judged, Results
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import words_in

_MOST_TOLD, _MOST_SPOKEN = 6, 3
"""Of how many rates another is told to be so many points apart, and how many of them are untold."""
_BELOW = re.compile(
    r"[低慢少]|落后|\b(?:below|lower|slower|behind|less|short of|weaker|trail\w*|lag\w*)\b", re.I
)
_ABOVE = re.compile(
    r"[高快多]|领先|超[出过]|\b(?:above|higher|faster|ahead|more|stronger|better|over|lead|beat)\b",
    re.I,
)
_COMPARAND = {
    "zh": re.compile(
        "(?:比|较|[高低快慢]于|领先于?|落后于?|超[出过]|[高低快慢多少]出)(?P<with>[^，。；]{1,20}?)[高低快慢多少出]*约?$"
    ),
    "en": re.compile(
        r"^[a-z -]{0,30}?\b(?:above|below|than|ahead of|behind|short of|over|of)\b"
        r"(?P<with>[^.;]{1,60})",
        re.I,
    ),
}
"""What stands with that with which something is compared: before points in Chinese, else behind."""
_OF_WHOLE = re.compile("[全我]省|全[国区]|平均|省均|provinc|national|average", re.I)
_POINTED = re.compile(r"[这该此前]|\b(?:this|that|it)\b(?! of)", re.I)


class Rate(NamedTuple):
    """A rate or share of a figure, below nothing for a fall; told where the sentence has it."""

    value: float
    fact: Fact
    is_spoken: bool


def work_out_points(one: Judged, results: Results, binder: Binder) -> Found | None:
    """Return a number of points as borne out where two rates of like things are so far apart."""
    number, sentence = one.number, binder.sentence
    tells_gap = sentence.find("left") or number.around.role == "by"
    if number.readings[0].unit != "pp" or not tells_gap:
        return None
    for rate, other in _list_pairs(one, results, binder):
        if is_result(number, abs(rate.value - other.value)) and _is_on_side(
            rate, other, number, sentence
        ):
            fact = rate.fact if rate.fact.stage in HOPED_FOR else other.fact  # and its time is told
            start, end = number.start, number.end
            return Found(start, end, "number", BORNE_OUT, fact.article, fact.record, fact.paragraph)
    return None


def _list_pairs(one: Judged, results: Results, binder: Binder) -> Iterator[tuple[Rate, Rate]]:
    """Yield a rate of which the sentence tells and another one of like things."""
    spans = [span for number in binder.sentence.numbers for span in spans_of(number)]
    told = list(_list_told(results, binder))
    told += [x for x in _list_spoken(one, binder) if all(x.fact is not y.fact for y in told)]
    for rate in told[:_MOST_TOLD]:
        others = (x for fact in _list_alike(rate.fact, binder) for x in _rates_of(fact))
        untold = (x for x in others if all(x.fact is not y.fact for y in told))
        for other in (*(x for x in told if x is not rate), *untold):
            if _are_comparable(rate, other, spans):
                yield rate, other


def _list_alike(fact: Fact, binder: Binder) -> Iterator[Fact]:
    """Yield the figures of much the same things beside one, and that of all the province."""
    yield from binder.facts.list_alike(fact)
    if not _OF_WHOLE.search(binder.sentence.text):
        return
    for one in binder.facts.amounts.values():
        own, others = one.words["zh"], fact.words["zh"]
        shared, fewest = own & others, min(len(own), len(others))
        if one.article is fact.article and _is_wide(one) and 0 < fewest <= 2 * len(shared):
            yield one


def _list_told(results: Results, binder: Binder) -> Iterator[Rate]:
    """Yield the rates that the sentence tells and that are borne out."""
    for _, found in results:
        if found and found.status == BORNE_OUT and isinstance(found.record, Figure):
            fact = binder.facts.of_figure(found.record)
            yield from (one._replace(is_spoken=True) for one in _rates_of(fact))


def _list_spoken(one: Judged, binder: Binder) -> Iterator[Rate]:
    """Yield the rates of which the sentence speaks most around a number."""
    spoken = [
        bound
        for bound in binder.rank_amounts(one.number)
        if bound.share >= CLEARLY and bound.fits and any(_rates_of(bound.fact))
    ]
    for bound in spoken[:_MOST_SPOKEN]:
        yield from _rates_of(bound.fact)


def _rates_of(fact: Fact) -> Iterator[Rate]:
    for held in fact.held:
        if held.unit == "%" and not isinstance(held.value, str):
            falls = fact.is_change and held.around.direction == "down"
            yield Rate(-held.value if falls else held.value, fact, is_spoken=False)


def _are_comparable(rate: Rate, other: Rate, spans: list[Span]) -> bool:
    """Return whether two rates may be set against each other: both of growth, or neither.

    They are of one time, unless the sentence tells both or names the other time; and where one is
    told at constant prices and the other is not, nothing else sets them apart.
    """
    one, two = rate.fact, other.fact
    both = rate.is_spoken and other.is_spoken
    timed = both or set(one.times) == set(two.times)
    timed = timed or (one.words["zh"] == two.words["zh"] and not one.is_change)
    timed = timed or any(suits(span, code) for span in spans for code in two.times)
    if one.is_change != two.is_change or not timed:
        return False
    prices = {_prices_of(one), _prices_of(two)} - {None}
    if both or len(prices) < 2:
        return True
    one_label, two_label = (_OF_PRICES.sub("", x.record.title.zh) for x in (one, two))
    return words_in(one_label, "zh") == words_in(two_label, "zh")


def _prices_of(fact: Fact) -> str | None:
    change = fact.record.change if isinstance(fact.record, Figure) else None
    return change.prices if change else None


_OF_PRICES = re.compile("名义|实际|现价|可比价|不变价格?")
"""What in a label tells of nothing but prices."""


def _is_on_side(rate: Rate, other: Rate, number: Number, sentence: Sentence) -> bool:
    """Return whether the rate that is told as the higher one is the higher one.

    Nothing is said against it where it cannot be known which of the two is meant.
    """
    clause = sentence.clause_text(number.start)
    below, above = bool(_BELOW.search(clause)), bool(_ABOVE.search(clause))
    if below == above:
        return True
    reference = _find_reference(rate, other, number, sentence)
    if reference is None:
        return True
    compared = other if reference is rate else rate
    return (compared.value > reference.value) == above


def _find_reference(rate: Rate, other: Rate, number: Number, sentence: Sentence) -> Rate | None:
    """Return the one of two rates with which the other is compared, if it can be known."""
    start, end = sentence.clauses[sentence.clause_at(number.start)]
    if sentence.language == "zh":
        found = _COMPARAND["zh"].search(sentence.text[start : number.start])
    else:
        found = _COMPARAND["en"].search(sentence.text[number.end : end])
    if not found:
        return _find_unsaid(rate, other, sentence.clause_text(number.start), sentence.language)
    words = found["with"]
    offset = start if sentence.language == "zh" else number.end
    span = range(offset + found.start("with"), offset + found.end("with"))
    of_time = [x for x in (rate, other) if _names_time(x.fact, sentence, span)]
    if len(of_time) == 1:
        return of_time[0]
    said = _values_in(words)
    named = [x for x in (rate, other) if abs(x.value) in said]
    if len(named) == 1:
        return named[0]
    by_words = _find_named(rate, other, words, sentence.language)
    if by_words:
        return by_words
    if rate.is_spoken == other.is_spoken or not _POINTED.search(words):
        return None
    return rate if rate.is_spoken else other


def _find_unsaid(rate: Rate, other: Rate, clause: str, language: str) -> Rate | None:
    """Return the one of two rates with which a clause compares the one that it names alone."""
    named = _find_named(rate, other, clause, language)
    return named and (other if named is rate else rate)


def _find_named(rate: Rate, other: Rate, words: str, language: str) -> Rate | None:
    """Return the one of two rates of whose own words there are more in some words."""
    own, others = (x.fact.words[language] for x in (rate, other))
    heard = words_in(words, language)
    hits = len(heard & (own - others)), len(heard & (others - own))
    if hits[0] == hits[1]:
        return None
    return rate if hits[0] > hits[1] else other


def _names_time(fact: Fact, sentence: Sentence, span: range) -> bool:
    """Return whether a span of a sentence names the time of a fact."""
    return any(
        suits(time, code)
        for number in sentence.numbers
        if number.start in span
        for time in spans_of(number)
        for code in fact.times
    )


def _values_in(words: str) -> list[float]:
    return [float(one) for one in re.findall(r"\d+(?:\.\d+)?", words)]


def _is_wide(fact: Fact) -> bool:
    """Return whether a fact is of a province or a region."""
    places = [fact.article.place(one) for one in fact.places]
    return bool(places) and all(one and one.kind in WIDE for one in places)
