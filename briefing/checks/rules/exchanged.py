"""The rules on numbers that are taken for one another, or told of each other's subjects."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from briefing.checks.beside import NumberTold, list_numbers_told, read_beside
from briefing.checks.context import ProofContext
from briefing.checks.englishbeside import (
    MOST_COMPARED,
    NumberMeant,
    are_in_other_order,
    list_numbers_meant,
)
from briefing.checks.marks import limits_of_clause, limits_of_sentence, limits_of_whole_sentence
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.stated import stated_quantities
from briefing.checks.steps import list_ends
from briefing.model.forms import pairs_of
from briefing.model.records import Figure
from briefing.problem import Finding, message
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.ends import Ends, find_ends


class _Stated(NamedTuple):
    """Where the only number that a figure states stands, and the position of the figure."""

    paragraph: int
    offset: int
    position: int
    figure: Figure
    quantity: Quantity


@source_rule(warning=True)
def label_of_another(context: ProofContext) -> Iterator[Finding]:
    """Two figures of a sentence each have the label of the other's number. A warning.

    Their numbers have the same unit, and no other figure's stands between them. Words that only
    the label of one has stand beside the number of the other, and none beside its own, and the
    same is true of the other label. Beside a number is what stands between the number before it
    and the next one or the end of its clause.

    Passes:
        # 大型企业51家，小型企业21家。
        figures: [{id: large, label: {zh: 大型企业}, text: 51家, value: 51, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 51家}]},
          {id: small, label: {zh: 小型企业}, text: 21家, value: 21, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 21家}]}]
    Fails:
        # 大型企业51家，小型企业21家。
        figures: [{id: large, label: {zh: 大型企业}, text: 21家, value: 21, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 21家}]},
          {id: small, label: {zh: 小型企业}, text: 51家, value: 51, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 51家}]}]
    """
    for one, other in list_exchanged(context):
        told = message(
            "label-of-another",
            number=one.figure.text,
            label=one.figure.label.zh,
            other=other.figure.text,
        )
        yield Finding(told, ("figures", one.position, "label", "zh"))


@source_rule(warning=True)
def part_of_another(context: ProofContext) -> Iterator[Finding]:
    """A number after 其中 is of a figure that is `about` one of another paragraph. A warning.

    Before 其中 the sentence has a number of the same unit, which another figure of the model has,
    and the figures that this one is about have no evidence in its paragraph. It may be about other
    records, or about nothing.

    Passes:
        # 企业51家，其中新增21家。
        # 学校30家。
        figures: [{id: firms, label: {zh: 企业}, text: 51家, value: 51, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 51家}]},
          {id: added, label: {zh: 新增}, text: 21家, value: 21, unit: 家, kind: count,
            about: [firms], evidence: [{paragraph: 2, anchor: 21家}]},
          {id: schools, label: {zh: 学校}, text: 30家, value: 30, unit: 家, kind: count,
            evidence: [{paragraph: 3, anchor: 30家}]}]
    Fails:
        # 企业51家，其中新增21家。
        # 学校30家。
        figures: [{id: firms, label: {zh: 企业}, text: 51家, value: 51, unit: 家, kind: count,
            evidence: [{paragraph: 2, anchor: 51家}]},
          {id: added, label: {zh: 新增}, text: 21家, value: 21, unit: 家, kind: count,
            about: [schools], evidence: [{paragraph: 2, anchor: 21家}]},
          {id: schools, label: {zh: 学校}, text: 30家, value: 30, unit: 家, kind: count,
            evidence: [{paragraph: 3, anchor: 30家}]}]
    """
    figures = {one.id: one for one in context.article.of(Figure)}
    cited = {one.id: {proof.paragraph for proof in one.evidence} for one in figures.values()}
    before: dict[tuple[int, str | None], _Stated] = {}
    for one in _list_stated(context):
        text, start, end = context.locate(one.quantity)
        sentence, _ = limits_of_sentence(text, start, end)
        clause, _ = limits_of_clause(text, start, end)
        part = text.rfind("其中", max(sentence, clause - 1), start)
        key = one.paragraph, one.figure.unit
        whole = before.get(key)
        before[key] = one
        if part < 0 or not whole or not sentence <= whole.offset < part:
            continue
        wholes = [figures[name] for name in one.figure.about if name in figures]
        if wholes and not any(one.paragraph in cited[each.id] for each in wholes):
            found = message("part-of-another", told=whole.figure.title.zh, whole=wholes[0].title.zh)
            yield Finding(found, ("figures", one.position, "about"))


@once
def list_exchanged(context: ProofContext) -> list[tuple[_Stated, _Stated]]:
    """Return the pairs of figures of which each has the label of the other's number."""
    found = []
    for one, other in pairwise(_list_stated(context)):
        if one.paragraph != other.paragraph or one.figure.unit != other.figure.unit:
            continue
        beside = read_beside(context, one.paragraph)
        if one.offset in beside and other.offset in beside and _share_sentence(context, one, other):
            here, there = beside[one.offset].pairs, beside[other.offset].pairs
            own, others = pairs_of(one.figure.label.zh), pairs_of(other.figure.label.zh)
            if are_exchanged(own - others, others - own, here - there, there - here):
                found.append((one, other))
    return found


def _list_stated(context: ProofContext) -> list[_Stated]:
    """Return the figures that state one number each, which no other one states, in order."""
    held: dict[tuple[int, int], _Stated | None] = {}
    for index, figure in enumerate(context.article.of(Figure)):
        stated = [] if figure.in_name else stated_quantities(context, figure)
        if len(stated) == 1:
            place = stated[0].paragraph, stated[0].offset
            is_first = place not in held
            held[place] = _Stated(*place, index, figure, stated[0]) if is_first else None
    return [one for _, one in sorted(held.items()) if one]


def _share_sentence(context: ProofContext, one: _Stated, other: _Stated) -> bool:
    """Return whether the numbers of two figures of a paragraph stand in the same sentence."""
    text, start, end = context.locate(one.quantity)
    return other.offset < limits_of_sentence(text, start, end)[1]


def are_exchanged(one: set[str], other: set[str], here: set[str], there: set[str]) -> bool:
    """Return whether each of two labels has only words that stand beside the other's number."""
    own = one & here or other & there
    return not own and bool(one & there and other & here)


@source_rule(warning=True)
def numbers_exchanged(context: ProofContext) -> Iterator[Finding]:
    """Two numbers of a text of ours have been exchanged. A warning.

    They have the same unit, and each stands once in the anchors. In Chinese, words that only one
    has beside it in our prose stand beside the other one in the article, and none beside its own,
    and the same is true of the other. Beside a number is what `label-of-another` takes; for numbers
    in two sentences, it is what stands before them in each. In English, the words that may mean
    what stands beside the second number all stand before those for the first.

    Passes:
        # 大型企业51家，小型企业21家。
        events: [{id: firms, coined: true, name: {zh: 大型企业有51家，小型企业有21家},
          evidence: [{paragraph: 2, anchor: 大型企业51家，小型企业21家}]}]
    Fails:
        # 大型企业51家，小型企业21家。
        events: [{id: firms, coined: true, name: {zh: 大型企业有21家，小型企业有51家},
          evidence: [{paragraph: 2, anchor: 大型企业51家，小型企业21家}]}]
    """
    for path, said in list_numbers_told(context).items():
        told = _find_exchanged(context, said) or _find_reversed(context, said)
        if told:
            yield Finding(message("numbers-exchanged", number=told[0], other=told[1]), path)
    for path, meant in list_numbers_meant(context).items():
        for one, other in combinations(meant, 2):
            if _are_alike(one, other) and are_in_other_order(one, other):
                values = {"number": one.said.number.words, "other": other.said.number.words}
                yield Finding(message("numbers-exchanged", **values), path)
                break


_COUNTS = frozenset("家所个座处项名人位")


def _are_alike(one: NumberMeant, other: NumberMeant) -> bool:
    """Return whether two numbers have the same unit, or count things in Chinese in two ways."""
    here, there = one.quantity.unit, other.quantity.unit
    return one.quantity.offset != other.quantity.offset and (
        here == there or (here in _COUNTS and there in _COUNTS)
    )


def _find_exchanged(context: ProofContext, said: Sequence[NumberTold]) -> tuple[str, str] | None:
    """Return two numbers of a text of ours that are told of each other's subjects."""
    for one, other in combinations(said[:MOST_COMPARED], 2):
        if one.quantity.unit != other.quantity.unit or one.said.held & other.said.held:
            continue
        here, there = _words_of(context, one, other)
        own, others = one.own.pairs, other.own.pairs
        if are_exchanged(own - others, others - own, here, there):
            return one.said.number.words, other.said.number.words
    return None


def _find_reversed(context: ProofContext, said: Sequence[NumberTold]) -> tuple[str, str] | None:
    """Return the ends of a change that a text of ours tells the other way than its evidence."""
    own = find_ends(said[0].said.text, scan_paragraph(said[0].said.text))
    if not own:
        return None
    numbers = {proof.paragraph for proof in context.own_texts_at[said[0].said.owner].evidence}
    told = (ends for number in numbers for ends in list_ends(context, number))
    known = {values for ends in told if (values := _read_values(ends))}
    for one in own:
        values = _read_values(one)
        if values and values[::-1] in known and values not in known:
            return one.first.text, one.last.text
    return None


def _read_values(ends: Ends) -> tuple[object, object] | None:
    """Return the values of both ends of a change, of which none may be a range."""
    first, last = ends.first.value, ends.last.value
    return None if isinstance(first, list) or isinstance(last, list) else (first, last)


def _words_of(
    context: ProofContext, one: NumberTold, other: NumberTold
) -> tuple[set[str], set[str]]:
    """Return the words that only one of two quantities has beside it, and those of the other."""
    both = []
    sentences = [_sentence_of(context, each.quantity) for each in (one, other)]
    for each, (_, start, _) in zip((one, other), sentences, strict=True):
        both.append(set(each.there.pairs))
        if sentences[0] != sentences[1]:
            text, first, _ = context.locate(each.quantity)
            both[-1] |= pairs_of(text[start:first])
    here, there = both
    return here - there, there - here


def _sentence_of(context: ProofContext, quantity: Quantity) -> tuple[int, int, int]:
    """Return the paragraph of a quantity, and where its sentence begins and ends there."""
    text, start, _ = context.locate(quantity)
    return quantity.paragraph, *limits_of_whole_sentence(text, start, start)
