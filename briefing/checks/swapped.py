"""The rule on numbers of our own prose that are told of each other's subjects."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.checks.beside import Told, list_told
from briefing.checks.context import ProofContext
from briefing.checks.exchanged import are_exchanged
from briefing.checks.marks import find_marks
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.model.forms import pairs_of
from briefing.problem import Finding, message
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.ends import find_ends

_STOP = re.compile("[。！？!?]")
_FARTHEST = 300
_MOST = 12
"""So many numbers of one text of ours are held against each other."""


@source_rule(warning=True)
def numbers_exchanged(context: ProofContext) -> Iterator[Finding]:
    """Two numbers of a Chinese text of ours are each told of what the other is of. A warning.

    They have the same unit, and each stands once in the anchors. Words that only one has beside it
    in our prose stand beside the other one in the article, and none beside its own, and so it is
    the other way round. Beside a number is what `label-of-another` takes; of numbers in two
    sentences it is what stands before them in each.

    Passes:
        # 大型企业51家，小型企业21家。
        events: [{id: firms, coined: true, name: {zh: 大型企业有51家，小型企业有21家},
          evidence: [{paragraph: 2, anchor: 大型企业51家，小型企业21家}]}]
    Fails:
        # 大型企业51家，小型企业21家。
        events: [{id: firms, coined: true, name: {zh: 大型企业有21家，小型企业有51家},
          evidence: [{paragraph: 2, anchor: 大型企业51家，小型企业21家}]}]
    """
    for path, said in list_told(context).items():
        told = _find_exchanged(context, said) or _find_reversed(context, said)
        if told:
            yield Finding(message("numbers-exchanged", number=told[0], other=told[1]), path)


def _find_exchanged(context: ProofContext, said: Sequence[Told]) -> tuple[str, str] | None:
    """Return two numbers of a text of ours that are told of each other's subjects."""
    for one, other in combinations(said[:_MOST], 2):
        if one.quantity.unit != other.quantity.unit or one.said.held & other.said.held:
            continue
        here, there = _words_of(context, one, other)
        own, others = one.own.pairs, other.own.pairs
        if are_exchanged(own - others, others - own, here, there):
            return one.said.number.words, other.said.number.words
    return None


def _find_reversed(context: ProofContext, said: Sequence[Told]) -> tuple[str, str] | None:
    """Return the ends of a change that a text of ours tells the other way than its evidence."""
    own = find_ends(said[0].said.text, scan_paragraph(said[0].said.text))
    if not own:
        return None
    told = _find_all_ends(context)
    numbers = {proof.paragraph for proof in context.told_at[said[0].said.owner].evidence}
    known = {ends for number in numbers for ends in told.get(number, ())}
    for one in own:
        first, last = one.first.value, one.last.value
        if isinstance(first, list) or isinstance(last, list):
            continue
        if (last, first) in known and (first, last) not in known:
            return one.first.text, one.last.text
    return None


@once
def _find_all_ends(context: ProofContext) -> dict[int, list[tuple[object, object]]]:
    """Return the ends of the changes that each paragraph tells."""
    return {
        one.number: [
            (ends.first.value, ends.last.value)
            for ends in find_ends(one.text, context.quantities[one.number])
            if not isinstance(ends.first.value, list) and not isinstance(ends.last.value, list)
        ]
        for one in context.source.paragraphs
    }


def _words_of(context: ProofContext, one: Told, other: Told) -> tuple[set[str], set[str]]:
    """Return the words that only one of two quantities has beside it, and those of the other."""
    both = []
    sentences = [_sentence_of(context, each.quantity) for each in (one, other)]
    for each, (_, start, _) in zip((one, other), sentences, strict=True):
        both.append(set(each.there.pairs))
        if sentences[0] != sentences[1]:
            text, first, _ = context.locate(each.quantity)
            both[-1] |= pairs_of(text[max(start, first - _FARTHEST) : first])
    here, there = both
    return here - there, there - here


def _sentence_of(context: ProofContext, quantity: Quantity) -> tuple[int, int, int]:
    """Return the paragraph of a quantity, and where its sentence begins and ends there."""
    text, start, _ = context.locate(quantity)
    marks = find_marks(_STOP, text)
    return quantity.paragraph, marks.behind(start), marks.before(start)
