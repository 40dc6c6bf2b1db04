"""The rules on figures that are taken for others, by the words of their labels."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.checks.context import ProofContext
from briefing.checks.judging import judged_numbers
from briefing.checks.marks import limits_of_whole_sentence
from briefing.checks.registry import source_rule
from briefing.checks.stated import stated_quantities
from briefing.model.forms import pairs_of
from briefing.model.records import Figure
from briefing.problem import Finding, message

_COMMON = pairs_of("同比增长增速占比比重全年目前其中")
"""Words of labels that tell nothing of what a number is of."""
_MOST = 100
"""So many figures of a unit are held against each number of our prose."""
_Stated = tuple[int, Figure]
"""Where the number of a figure stands in its paragraph, and the figure."""


@source_rule(warning=True)
def about_other_figure(context: ProofContext) -> Iterator[Finding]:
    """A figure is `about` another one than its sentence and its label tell. A warning.

    Before its number, the sentence has the number of a figure that shares words with its label. The
    figure that it is about shares no such words. The number of that one is not in the sentence
    before it, or both are items of a list: they have one unit, and half of their labels in common.
    No amount is about a share, and no part of an amount about one of another unit. What is
    `inferred` need not be told.

    Passes:
        # 甲河港口24个，增长5%，乙河桥梁8座，增长7%。
        figures: [{id: ports, label: {zh: 港口}, text: 24个, value: 24, unit: 个, kind: count,
            evidence: [{paragraph: 2, anchor: 24个}]},
          {id: growth, label: {zh: 港口的增长}, text: 5%, value: 5, unit: '%', kind: percent,
            about: [ports], evidence: [{paragraph: 2, anchor: 5%}]},
          {id: bridges, label: {zh: 桥梁}, text: 8座, value: 8, unit: 座, kind: count,
            evidence: [{paragraph: 2, anchor: 8座}]}]
    Fails:
        # 甲河港口24个，增长5%，乙河桥梁8座，增长7%。
        figures: [{id: ports, label: {zh: 港口}, text: 24个, value: 24, unit: 个, kind: count,
            evidence: [{paragraph: 2, anchor: 24个}]},
          {id: growth, label: {zh: 港口的增长}, text: 5%, value: 5, unit: '%', kind: percent,
            about: [bridges], evidence: [{paragraph: 2, anchor: 5%}]},
          {id: bridges, label: {zh: 桥梁}, text: 8座, value: 8, unit: 座, kind: count,
            evidence: [{paragraph: 2, anchor: 8座}]}]
    """
    figures = {one.id: one for one in context.article.of(Figure)}
    held = _list_stated(context)
    for index, figure in enumerate(figures.values()):
        told = [figures[one] for one in figure.about if one in figures]
        places = stated_quantities(context, figure)
        if figure.in_name or "about" in figure.inferred or len(told) != 1 or len(places) != 1:
            continue
        (quantity,), (whole,) = places, told
        text, start, _ = context.locate(quantity)
        first, _ = limits_of_whole_sentence(text, start, start)
        stated = held.get(quantity.paragraph, [])
        begin = bisect_left(stated, first, key=lambda one: one[0])
        before = stated[begin : bisect_left(stated, start, key=lambda one: one[0])]
        if other := _find_nearer(figure, whole, [one for _, one in before]):
            found = message("about-other-figure", told=other.title.zh, whole=whole.title.zh)
            yield Finding(found, ("figures", index, "about"))


@source_rule(warning=True)
def number_of_other_figure(context: ProofContext) -> Iterator[Finding]:
    """Our Chinese prose gives a number of one figure and the words of another one. A warning.

    Before the number its sentence has words that only the label of the other figure has, and none
    that only that of its own has. The two are sums or counts, with one unit and half of their
    labels in common, and the prose does not have the number of the other one.

    Passes:
        # 县内码头投资5亿元，其中甲河码头投资3亿元。
        figures: [{id: all, label: {zh: 县内码头的投资}, text: 5亿元, value: 500000000, unit: CNY,
            kind: money, evidence: [{paragraph: 2, anchor: 5亿元}]},
          {id: river, label: {zh: 甲河码头的投资}, text: 3亿元, value: 300000000, unit: CNY,
            kind: money, evidence: [{paragraph: 2, anchor: 3亿元}]}]
        events: [{id: wharves, name: {zh: 码头}, note: {zh: 县内的码头共投资5亿元},
          evidence: [{paragraph: 2, anchor: 码头投资5亿元}]}]
    Fails:
        # 县内码头投资5亿元，其中甲河码头投资3亿元。
        figures: [{id: all, label: {zh: 县内码头的投资}, text: 5亿元, value: 500000000, unit: CNY,
            kind: money, evidence: [{paragraph: 2, anchor: 5亿元}]},
          {id: river, label: {zh: 甲河码头的投资}, text: 3亿元, value: 300000000, unit: CNY,
            kind: money, evidence: [{paragraph: 2, anchor: 3亿元}]}]
        events: [{id: wharves, name: {zh: 码头}, note: {zh: 县内的码头共投资3亿元},
          evidence: [{paragraph: 2, anchor: 码头投资3亿元}]}]
    """
    alike: dict[tuple[str | None, str], list[Figure]] = {}
    by_amount: dict[object, list[Figure]] = {}
    for one in context.article.of(Figure):
        if not one.in_name and one.kind in ("money", "count", "measure"):
            alike.setdefault((one.unit, one.kind), []).append(one)
            by_amount.setdefault((one.value, one.unit), []).append(one)
    for said in judged_numbers(context):
        if said.path[-1] != "zh" or said.number.quoted or isinstance(said.part, Figure):
            continue
        figures = [one for amount in said.held for one in by_amount.get(amount, ())]
        if len(figures) != 1:
            continue
        (figure,) = figures
        start = said.number.start
        first, _ = limits_of_whole_sentence(said.text, start, start)
        words = pairs_of(said.text[first:start])
        for other in alike[figure.unit, figure.kind][:_MOST]:
            if (
                other is not figure
                and other.text not in said.text
                and _is_told(figure, other, words)
            ):
                found = message(
                    "number-of-other-figure",
                    number=said.number.words,
                    label=figure.title.zh,
                    other=other.title.zh,
                )
                yield Finding(found, said.path)
                break


def _is_told(figure: Figure, other: Figure, words: set[str]) -> bool:
    """Return whether words have some of the label of another figure, and none of a figure's own."""
    ours, theirs = _words_of(figure.label.zh), _words_of(other.label.zh)
    if 2 * len(ours & theirs) < min(len(ours), len(theirs)) or not ours - theirs:
        return False
    return not words & (ours - theirs) and bool(words & (theirs - ours))


def _find_nearer(figure: Figure, whole: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the last figure before one that shares words with its label which its whole lacks."""
    is_before = any(one is whole for one in before)
    own = _words_of(figure.label.zh)
    for one in reversed(before):
        if one is whole or one is figure or whole.id in one.about or one.id in whole.about:
            continue
        if one.kind == "percent" and figure.kind != "percent":
            continue  # a share is of an amount, and no amount is of a share
        if whole.unit == figure.unit != one.unit:
            continue  # a part of a count is not of the money beside it
        theirs, others = _words_of(one.label.zh), _words_of(whole.label.zh)
        is_alike = one.unit == whole.unit and one.kind == whole.kind
        is_alike = is_alike and 2 * len(theirs & others) >= min(len(theirs), len(others))
        is_nearer = own & (theirs - others) and not own & (others - theirs)
        if is_nearer and (is_alike or not is_before):
            return one
    return None


@cache
def _words_of(label: str) -> frozenset[str]:
    return frozenset(pairs_of(label)) - _COMMON


def _list_stated(context: ProofContext) -> dict[int, list[_Stated]]:
    """Return the numbers that figures state, by paragraph and in order."""
    held: dict[int, list[_Stated]] = {}
    for figure in context.article.of(Figure):
        for quantity in () if figure.in_name else stated_quantities(context, figure):
            held.setdefault(quantity.paragraph, []).append((quantity.offset, figure))
    for stated in held.values():
        stated.sort(key=lambda one: one[0])
    return held
