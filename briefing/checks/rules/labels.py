"""The rule that the label of a figure stands beside its number.

A curator words a label freely. Therefore nothing is told while any two characters of it stand
beside its number, and of the rest only what another number or no word of the paragraph explains.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache, partial, reduce
from operator import or_
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import limits_of_clause, limits_of_sentence
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.rules.contrary import Around, tell_contrary
from briefing.checks.rules.exchanged import list_exchanged
from briefing.checks.spans import Span
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.forms import pairs_of
from briefing.model.records import Figure
from briefing.names.labels import words_of_labels
from briefing.problem import Finding, Message, message
from briefing.quantities import Quantity

_FUNCTION = re.compile(r"[的、，：（）“”()和与及中后前在为是了年月日0-9\s|]")
"""Characters that name nothing; two of which one is such a character tell nothing of a label."""
_RUN_BEFORE = re.compile("[\u4e00-\u9fff]{1,20}$")
_RUN_BEHIND = re.compile("[\u4e00-\u9fff]{1,20}")
_DEPENDENT = re.compile(
    "(?:的|增长|下降|占|居|列|排|排名|提高|上升|减少|增加|比重)[了约近至到达为全省市国县区州]{0,4}$"
)
"""What before a number tells that it is of what the text names further before: 增长5%."""
_GOES_ON = re.compile("[这在]?(?:其中|当中|之中)")
"""How a sentence begins that tells of parts of what the one before it tells of."""
_SHORTEST_NOUN = 2
_NEARLY_ALL = 0.7
"""So great a part of a label stands in the clause to which it belongs."""
_HALF = 0.5
"""So great a part is enough of a label of which nothing stands in its own paragraph."""
_MOST, _MORE = 0.8, 0.4
"""The part that another clause has, and by how much more, where some stands beside the number."""
_TELLING = 6
"""A label with so many characters is not only worded freely if none of them is in the sentence."""
_RAREST, _LOOKED_AT = 3, 50
"""By so many pairs of characters a label is looked for, each in so many clauses."""


@source_rule(warning=True)
def label_not_beside(context: ProofContext) -> Iterator[Finding]:
    """A figure's label stands beside another number, or nowhere in the paragraph. A warning.

    The rule speaks where no two characters of the label stand together in the clause of its
    number, which names something itself, or in the paragraph up to the end of a clause that does
    not (同比增长5%). It is told of the number in whose clause nearly all of the label stands, a
    rank for a rank and an amount for an amount; and that the paragraph has nothing of it, where no
    character of it is in the sentence. What labels call the number itself (增幅, 比重, 目标) is not
    looked for.

    Passes:
        # 煤炭运量51万吨，木材运量21万吨。
        figures: [{id: timber, label: {zh: 木材运量}, text: 21万吨, value: 210000, unit: t,
            kind: measure, evidence: [{paragraph: 2, anchor: 21万吨}]}]
    Fails:
        # 煤炭运量51万吨，木材进口21万吨。
        figures: [{id: timber, label: {zh: 煤炭运量}, text: 21万吨, value: 210000, unit: t,
            kind: measure, evidence: [{paragraph: 2, anchor: 21万吨}]}]
    """
    clauses = _Clauses(context)
    exchanged = {one.position for pair in list_exchanged(context) for one in pair}
    for index, figure in enumerate(context.article.of(Figure)):
        if figure.in_name or figure.kind == "ordinal" or index in exchanged:
            continue
        tell = partial(clauses.tell_other, figure.label.zh)
        if told := find_told(stated_quantities(context, figure), tell):
            yield Finding(told, ("figures", index, "label", "zh"))


class _Clause(NamedTuple):
    """A clause with a number of a text: where it stands, its pairs of characters, its number.

    Of several numbers in it there is one such clause for each sort of number.
    """

    paragraph: int
    start: int
    pairs: frozenset[str]
    number: str
    sort: str


class _Spot(NamedTuple):
    """Where a number stands: its clause from ``first`` to ``last``, and what is around it."""

    quantity: Quantity
    first: int
    last: int
    around: Around
    sentence: str

    @property
    def pairs(self) -> set[str]:
        """The pairs of characters of its clause."""
        return pairs_of(self.around.before + self.quantity.text + self.around.behind)


class _Clauses(Lookup):
    """The clauses of a text that have numbers, by the pairs of characters in them."""

    def tell_other(self, label: str, quantity: Quantity) -> Message | None:
        """Return what is told of a number that a label does not mean, or nothing."""
        if quantity.unit and label.endswith(quantity.unit):
            return None  # 两县 are counties, whatever else is told of them
        spot = self._locate(quantity)
        if contrary := tell_contrary(label, spot.around, quantity.kind):
            return message("label-not-beside.contrary", label=label, told=contrary)
        return self._tell_elsewhere(label, spot) if _pairs_of_label(label) else None

    def _locate(self, quantity: Quantity) -> _Spot:
        text, start, end = self._context.locate(quantity)
        first, last = limits_of_clause(text, start, end)
        begin, behind = limits_of_sentence(text, start, end)
        around = Around(text[begin:first], text[first:start], text[end:last])
        return _Spot(quantity, first, last, around, text[begin:behind])

    def _tell_elsewhere(self, label: str, spot: _Spot) -> Message | None:
        """Return where a label belongs of which nothing stands beside a number, or nothing."""
        wanted, number = _pairs_of_label(label), spot.quantity.paragraph
        names = self._names_itself(spot)
        if not wanted.isdisjoint(spot.pairs):
            return self._tell_better(label, spot) if names else None
        if _GOES_ON.match(spot.sentence.lstrip()):
            return None
        begins = self._find_first(number)
        if not names and any(begins.get(one, spot.last) < spot.last for one in wanted):
            return None
        is_nowhere = not any(one in begins for one in wanted)
        least = _HALF if is_nowhere else _NEARLY_ALL
        own = (spot.first if names else 0, spot.last)
        if other := self._find_best(label, spot, own, least):
            return _tell_another(label, spot.quantity, other)
        characters = set(_FUNCTION.sub("", _without_measure(label)))
        is_telling = len(characters) >= _TELLING and characters.isdisjoint(spot.sentence)
        if is_nowhere and is_telling:
            return message("label-not-beside", label=label, number=spot.quantity.text)
        return None

    def _tell_better(self, label: str, spot: _Spot) -> Message | None:
        """Return where a label belongs whose last word stands behind its number at the earliest."""
        head = _without_measure(label).rstrip("|的")[-2:]
        begins = self._find_first(spot.quantity.paragraph)
        if head not in _pairs_of_label(label) or begins.get(head, spot.last) < spot.last:
            return None
        here = _cover(label, spot.pairs | pairs_of(spot.around.sentence))
        own = (spot.first, spot.last)
        other = self._find_best(label, spot, own, max(_MOST, here + _MORE))
        return _tell_another(label, spot.quantity, other) if other else None

    def _names_itself(self, spot: _Spot) -> bool:
        """Return whether a noun stands right before a number, or behind what it counts."""
        number, start = spot.quantity.paragraph, spot.quantity.offset
        held = self._context.quantities_overlapping(number, spot.first, start)
        ends = [one.offset + len(one.text) for one in held if one.kind != "name"]
        before = spot.around.before[max([spot.first, *ends]) - spot.first :]
        run = _RUN_BEFORE.search(before)
        if run and not _DEPENDENT.search(run[0]):
            bare = _without_nameless(run[0], at_end=True).rpartition("|")[2]
            if len(bare) >= _SHORTEST_NOUN:
                return True
        if spot.quantity.kind not in ("count", "range"):
            return False
        behind = _RUN_BEHIND.match(spot.around.behind)
        bare = _without_nameless(behind[0]).partition("|")[0] if behind else ""
        return len(bare) >= _SHORTEST_NOUN

    def _find_best(self, label: str, spot: _Spot, own: Span, least: float) -> _Clause | None:
        """Return the clause that has most of a label, at least so much, outside of its own span.

        Only a number of the same sort may be what the label is of instead.
        """
        paragraph, sort = spot.quantity.paragraph, _sort_of(spot.quantity)
        pairs = sorted(self._by_pair.keys() & _pairs_of_label(label))
        known = sorted((self._by_pair[one] for one in pairs), key=len)
        held = {at for listed in known[:_RAREST] for at in listed[:_LOOKED_AT]}
        best, most = None, least
        for at in sorted(held):
            one = self._all[at]
            if one.sort != sort:
                continue
            is_own = one.paragraph == paragraph and own[0] <= one.start < own[1]
            part = 0 if is_own else _cover(label, one.pairs)
            if part > most or (part == most and best is None):
                best, most = one, part
        return best

    @once
    def _find_first(self, number: int) -> dict[str, int]:
        """Return where each pair of characters first stands in a paragraph."""
        text = self._context.text_of(number)
        return {text[at : at + 2]: at for at in reversed(range(len(text) - 1))}

    @cached_property
    def _all(self) -> list[_Clause]:
        found: dict[tuple[int, int, str], _Clause] = {}
        for number, quantities in self._context.quantities.items():
            for quantity in quantities:
                if quantity.kind == "name" or quantity.unit == "date":
                    continue
                text, start, end = self._context.locate(quantity)
                first, last = limits_of_clause(text, start, end)
                sort = _sort_of(quantity)
                if (number, first, sort) not in found:
                    pairs = frozenset(pairs_of(text[first:last]))
                    found[number, first, sort] = _Clause(number, first, pairs, quantity.text, sort)
        return list(found.values())

    @cached_property
    def _by_pair(self) -> dict[str, list[int]]:
        """The positions of the clauses with each pair of characters."""
        found: dict[str, list[int]] = {}
        for at, clause in enumerate(self._all):
            for pair in clause.pairs:
                found.setdefault(pair, []).append(at)
        return found


def _sort_of(quantity: Quantity) -> str:
    """Return whether a number is a rank, a length of time, or another amount."""
    return quantity.kind if quantity.kind in ("rank", "duration") else "amount"


def _tell_another(label: str, quantity: Quantity, other: _Clause) -> Message:
    return message(
        "label-not-beside.another", label=label, number=quantity.text, other=other.number
    )


@cache
def _pairs_of_label(label: str) -> frozenset[str]:
    """Return each two characters of a label that name something."""
    return frozenset(one for one in pairs_of(_without_measure(label)) if not _FUNCTION.search(one))


def _cover(label: str, pairs: frozenset[str] | set[str]) -> float:
    """Return how great a part of what a label names is made of some pairs of characters."""
    places, naming = _places_of_pairs(label)
    covered = reduce(or_, (places[one] for one in places.keys() & pairs), 0)
    return covered.bit_count() / naming if naming else 0.0


@lru_cache(maxsize=8)
def _places_of_pairs(label: str) -> tuple[dict[str, int], int]:
    """Return where each pair of a label names something, as bits, and how many places do in all."""
    bare = _without_measure(label)
    bits = [0 if _FUNCTION.match(one) else 1 << at for at, one in enumerate(bare)]
    places: dict[str, int] = {}
    for at in range(len(bare) - 1):
        pair = bare[at : at + 2]
        places[pair] = places.get(pair, 0) | bits[at] | bits[at + 1]
    return places, sum(map(bool, bits))


@cache
def _without_measure(label: str) -> str:
    """Return a label with a stroke for what it calls the number itself."""
    return re.sub("|".join(words_of_labels("measure")), "|", label)


def _without_nameless(words: str, *, at_end: bool = False) -> str:
    """Return words beside a number with a stroke for what names nothing, or without it ``at_end``.

    >>> _without_nameless("目前拥有泊位"), _without_nameless("港口吞吐量达到", at_end=True)
    ('||泊位', '港口吞吐量')
    """
    if at_end:
        while nameless := _nameless_end().search(words):
            words = words[: nameless.start()]
    return _nameless().sub("|", words)


_KINDS_NAMELESS = ("beside", "trailing", "change", "leading", "verb")


@cache
def _nameless() -> re.Pattern[str]:
    listed = {word for kind in _KINDS_NAMELESS for word in words_of_labels(kind)}
    return re.compile("|".join(sorted(map(re.escape, listed), key=len, reverse=True)))


@cache
def _nameless_end() -> re.Pattern[str]:
    return re.compile(f"(?:{_nameless().pattern})$")
