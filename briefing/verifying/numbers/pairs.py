"""Which two figures a sentence sets against each other without telling the numbers of both.

Each is the one whose words, time and place stand on its side of what compares them: rural incomes
grew faster than those of all residents. What one side says is understood of the other one as well.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from briefing.model.choices import HOPED_FOR, WIDE
from briefing.model.periods import Days, days_of
from briefing.model.records import Figure, Place
from briefing.names.languages import ByLanguage, compile_words
from briefing.quantities.english_dates import Span
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.earlier import is_earlier
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import is_measured_alike, spans_of, suits
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import words_in

_ALL = compile_words(
    r"as a whole|overall|all|averages?|provinc\w+|total|whole",
    "全(?:[省市体部州区县]|社会)|总体|整体|平均(?:水平)?",
)
"""What tells of all of something."""
_CALLED = {
    "GDP": re.compile("经济(?![区带圈社开技作园])"),
    "第三产业": re.compile("(?<![代性产级信技业与和])服务业(?![园区])"),
}
"""What a sentence may call what figures are of, where it compares them."""
_PRICES: dict[str, ByLanguage[re.Pattern[str]]] = {
    "nominal": compile_words("nominal(?:ly)?|current prices|cash terms", "名义|现价"),
    "real": compile_words(
        r"real|inflation|prices? (?:changes?|factors?|are|is)|(?:allow|adjust)\w+ for prices",
        "实际(?!利用|使用|到位)|[剔扣][除去]价格|可比价|不变价",
    ),
}
"""In which prices growth is told."""
_AT_REAL_PRICES = {"en": " real ", "zh": "实际"}
"""The word of labels for growth without that of prices, whatever a sentence calls it."""
_AIMED = compile_words(
    r"targets?|goals?|aims?|aimed|want(?:s|ed)?|plan(?:ned|s)?", "目标|计划|要求"
)
_GROWTH_ALONE = frozenset(["@gdp"])
"""What grows where only times are told: growth in a quarter was faster than in the half."""
_MISSED, _STRANGE = 0.4, 0.6
"""How much a word counts against a figure that only its label, or only the sentence, has."""
_OTHER_SIDE = 0.5
"""How much a word counts that stands on the other side of what compares."""
_SAME = 2.0
"""How much it counts for a figure that the time of its side is its own, and so is a number."""
_LEAST, _LEAST_OF_ALL = 0.3, 0.05
"""The least shares of what a figure is of that a sentence must have; what is of all is often told
without a word of its own."""
_SHARED = 0.5
"""The least share of the words for what is of all that are told of the other figure as well."""
_MOST = 8
"""Of so many figures for each side at most the pairs are tried."""


class Side(NamedTuple):
    """What stands on one side of what compares: its words, times, numbers and places.

    ``prices`` are those in which it tells growth. It may be all of something, where it
    ``is_whole``, or a goal, where it ``is_aimed``. ``others`` are the words that only the other
    side has, and ``other_places`` the places that it has.
    """

    words: frozenset[str]
    times: tuple[Span, ...]
    numbers: frozenset[float]
    places: frozenset[str]
    prices: frozenset[str]
    is_whole: bool
    is_aimed: bool
    others: frozenset[str] = frozenset()
    other_places: frozenset[str] = frozenset()

    def beside(self, other: "Side") -> "Side":
        """Return this side with what may be understood from the other one."""
        return self._replace(others=other.words - self.words, other_places=other.places)

    @property
    def is_known(self) -> bool:
        """Whether it tells of anything by which it could be known."""
        return any((self.words, self.times, self.places))


class Pair(NamedTuple):
    """Two figures that a sentence may set against each other, and how well they suit it."""

    one: Fact
    other: Fact
    score: float


class Speaking(NamedTuple):
    """A sentence with what it names and the figures of which it may speak."""

    sentence: Sentence
    mentions: list[Mention]
    facts: Facts
    language: str

    def names(self, span: range) -> bool:
        """Return whether a span of the sentence names a place or a word of a figure."""
        words = words_in(self.sentence.text[span.start : span.stop], self.language)
        return any(self.facts.knows(word, self.language) for word in words) or any(
            one.start in span and one.ids(Place) for one in self.mentions
        )

    def hears(self, side: Side) -> bool:
        """Return whether a side, or what stands before the sentence, has a word of a figure."""
        words = side.words | self.sentence.earlier_words
        return any(self.facts.knows(word, self.language) for word in words)


def find_pairs(speaking: Speaking, before: range, behind: range, *, grows: bool) -> Iterator[Pair]:
    """Yield two figures that a sentence may set against each other, by the spans of two sides.

    They are rates where it tells what ``grows``, or else how much there is of two things.
    """
    sides = _read_sides(speaking, before, behind)
    if not all(one.is_known or one.is_whole or one.is_aimed for one in sides):
        return
    timed = grows and any(one.times or one.is_aimed for one in sides)
    if timed and not any(map(speaking.hears, sides)):
        first, second = (each._replace(words=each.words | _GROWTH_ALONE) for each in sides)
        sides = first, second
    ones, others = (list_figures(side, speaking, grows=grows) for side in sides)
    for (one, score), (other, more) in product(ones[:_MOST], others[:_MOST]):
        if _are_comparable(one, other, sides) and _is_of_all(one, other, sides[1], speaking):
            yield Pair(one, other, score + more)


def read_side(speaking: Speaking, span: range) -> Side:
    """Return what a span of a sentence tells, without what stands on the other side of it."""
    sentence, mentions, _, language = speaking
    text = _call_as_labels(sentence.text[span.start : span.stop])
    at_real_prices = _PRICES["real"][language].sub(_AT_REAL_PRICES[language], text)
    numbers = [one for one in sentence.numbers if one.start in span]
    times = (time for one in numbers for time in spans_of(one))
    values = (reading for one in numbers for reading in one.readings[:1])
    return Side(
        words=words_in(_ALL[language].sub(" ", at_real_prices), language),
        times=tuple(time for time in times if time.year or time.first),
        numbers=frozenset(
            value for value, unit in values if unit == "%" and not isinstance(value, Span)
        ),
        places=frozenset(x for one in mentions if one.start in span for x in one.ids(Place)),
        prices=frozenset(x for x, told in _PRICES.items() if told[language].search(text)),
        is_whole=bool(_ALL[language].search(text)),
        is_aimed=bool(_AIMED[language].search(text)),
    )


def list_figures(side: Side, speaking: Speaking, *, grows: bool) -> list[tuple[Fact, float]]:
    """Return the figures of which a side may speak, the best first, each with how much it does.

    They are rates of growth, or else how much there is of something.
    """
    amounts = (*speaking.facts.amounts.values(), *speaking.facts.earlier)
    figures = (one for one in amounts if _is_kind(one, grows=grows))
    weighed = _weigh_all(side, figures, speaking)
    return sorted(weighed, key=lambda each: -each[1])


def _is_kind(fact: Fact, *, grows: bool) -> bool:
    if not isinstance(fact.record, Figure) or isinstance(fact.held[0].value, str):
        return False
    if grows:
        return fact.is_change and fact.held[0].unit == "%"
    return not fact.is_change and fact.record.kind != "rank" and not fact.record.in_name


def _read_sides(speaking: Speaking, before: range, behind: range) -> tuple[Side, Side]:
    one, other = (read_side(speaking, span) for span in (before, behind))
    return one.beside(other), other.beside(one)


def _call_as_labels(text: str) -> str:
    """Return a text in which things are called as the labels of figures call them."""
    for name, words in _CALLED.items():
        text = words.sub(name, text)
    return text


def _weigh_all(
    side: Side, figures: Iterable[Fact], speaking: Speaking
) -> Iterator[tuple[Fact, float]]:
    """Yield the figures of which a side may speak, each with how much it does."""
    facts, language = speaking.facts, speaking.language
    for fact in figures:
        if (fact.stage in HOPED_FOR) != side.is_aimed or not _is_placed(side, fact):
            continue
        timed = any(suits(span, code) for span in side.times for code in fact.times)
        same = timed + any(held.value in side.numbers for held in fact.held)
        prices = getattr(getattr(fact.record, "change", None), "prices", None)
        other_prices = bool(side.prices and prices) and prices not in side.prices
        if other_prices or same < bool(side.times) + bool(side.numbers):
            continue
        label = facts.label_of(fact, language)
        own = sum(much for word, much in label.words if _hears(side.words, word))
        understood = sum(
            much
            for word, much in label.words
            if not _hears(side.words, word) and _hears(side.others, word)
        )
        least = _LEAST_OF_ALL if side.is_whole else _LEAST
        if own + understood < least * label.total:
            continue
        strange = sum(
            facts.weigh(word, language)
            for word in side.words
            if facts.knows(word, language)
            and not any(_hears(frozenset([word]), each) for each, _ in label.words)
        )
        missed = label.total - own - understood
        score = own + _OTHER_SIDE * understood - _MISSED * missed - _STRANGE * strange
        yield fact, score + _SAME * same


def _hears(words: frozenset[str], word: str) -> bool:
    """Return whether a word of a label is among some, or ends in one of them: 可支配收入, 收入."""
    return word in words or any(len(one) > 1 and word.endswith(one) for one in words)


def _is_placed(side: Side, fact: Fact) -> bool:
    """Return whether a figure is of a place that a side names, or of all where it names none."""
    if side.places & fact.places:
        return True
    places = [fact.article.place(one) for one in fact.places]
    above = {one.part_of for one in places if one}
    if side.places and not side.places <= above:
        return False
    is_wide = all(one and one.kind in WIDE for one in places)
    return is_wide or (not side.is_whole and bool(side.other_places & fact.places))


def _are_comparable(one: Fact, other: Fact, sides: tuple[Side, Side]) -> bool:
    """Return whether two figures are of one kind and time, in like prices, or both are timed."""
    if one.article is not other.article or not is_measured_alike(one, other):
        return False
    if one is other:  # which two places have alike
        return all(side.places for side in sides) and sides[0].places != sides[1].places
    told = [fact for fact in (one, other) if not is_earlier(fact)]
    changes = [getattr(fact.record, "change", None) for fact in told]
    apart = all(side.prices for side in sides) and sides[0].prices != sides[1].prices
    for name in ("over",) if apart else ("over", "prices"):
        if len({getattr(change, name) for change in changes if change} - {None}) > 1:
            return False
    is_timed = all(side.times for side in sides) or any(side.is_aimed for side in sides)
    return is_timed or _days_of(one) == _days_of(other)


def _is_of_all(one: Fact, other: Fact, side: Side, speaking: Speaking) -> bool:
    """Return whether what is told as all of something is of what the other figure is a part of."""
    if not side.is_whole:
        return True
    words = other.words[speaking.language]
    told = {word for word in words if _hears(side.words, word)}
    return len(told | (words & one.words[speaking.language])) >= _SHARED * len(words)


def _days_of(fact: Fact) -> set[Days]:
    return {days_of(code) for code in fact.times}
