"""The rule on numbers of our own prose that are told of each other's subjects."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.evidence import read_quantity
from briefing.checks.exchanged import are_exchanged, read_beside, split_beside
from briefing.checks.marks import find_marks
from briefing.checks.prose import Judged, judged_numbers
from briefing.checks.registry import source_rule
from briefing.model.forms import pairs_of
from briefing.problem import Finding, Path, message
from briefing.quantities import Quantity, scan_paragraph
from briefing.quantities.ends import find_ends

_STOP = re.compile("[。！？!?]")
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
    texts: dict[Path, list[Judged]] = {}
    for said in judged_numbers(context):
        if said.path[-1] == "zh" and not said.number.quoted:
            texts.setdefault(said.path, []).append(said)
    for path, said_there in texts.items():
        if len(said_there) < 2:
            continue
        told = _find_exchanged(context, said_there) or _find_reversed(context, said_there)
        if told:
            yield Finding(message("numbers-exchanged", number=told[0], other=told[1]), path)


class _Told(NamedTuple):
    """A number of our prose with the words beside it, and the place where its evidence has it."""

    said: Judged
    beside: set[str]
    quantity: Quantity


def _find_exchanged(context: ProofContext, said: Sequence[Judged]) -> tuple[str, str] | None:
    """Return two numbers of a text of ours that are told of each other's subjects."""
    beside = _read_beside_own(said)
    told = [
        _Told(one, beside[one.number.start], quantity)
        for one in sorted(said, key=lambda one: one.number.start)[:_MOST]
        if one.number.start in beside and (quantity := _find_in_evidence(context, one))
    ]
    words = {
        number: read_beside(context, number) for number in {one.quantity.paragraph for one in told}
    }
    for one, other in combinations(told, 2):
        if one.quantity.unit != other.quantity.unit or one.said.held & other.said.held:
            continue
        here, there = _words_of(context, words, one.quantity, other.quantity)
        if are_exchanged(one.beside - other.beside, other.beside - one.beside, here, there):
            return one.said.number.words, other.said.number.words
    return None


def _find_reversed(context: ProofContext, said: Sequence[Judged]) -> tuple[str, str] | None:
    """Return the ends of a change that a text of ours tells the other way than its evidence."""
    own = find_ends(said[0].text, scan_paragraph(said[0].text))
    if not own:
        return None
    told = {
        (one.first.value, one.last.value)
        for number in {proof.paragraph for proof in said[0].proofs}
        if (paragraph := context.source.paragraph(number))
        for one in find_ends(paragraph.text, context.quantities[number])
        if not isinstance(one.first.value, list) and not isinstance(one.last.value, list)
    }
    for one in own:
        first, last = one.first.value, one.last.value
        if isinstance(first, list) or isinstance(last, list):
            continue
        if (last, first) in told and (first, last) not in told:
            return one.first.text, one.last.text
    return None


def _read_beside_own(said: Sequence[Judged]) -> dict[int, set[str]]:
    """Return what stands beside each number of a text of ours, two characters each, by offset."""
    text = said[0].text
    spans = sorted(
        {
            (one.number.start, one.number.end)
            for one in said
            if all(reading.unit != "date" for reading in one.number.readings)
            and not one.number.relative
        }
    )
    return {
        start: pairs_of(before) | pairs_of(behind)
        for start, before, behind in split_beside(text, spans)
    }


def _find_in_evidence(context: ProofContext, said: Judged) -> Quantity | None:
    """Return the only quantity in the anchors of a text that a number of it agrees with."""
    found = {
        (one.paragraph, one.offset): one
        for proof in said.proofs
        for one in context.quantities_in_anchor(proof)
        if one.kind != "name"
        and any(
            (held.value, held.unit) in said.held
            for held in read_quantity(context.locate(one)[0], one)
        )
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _words_of(
    context: ProofContext,
    words: dict[int, dict[int, set[str]]],
    one: Quantity,
    other: Quantity,
) -> tuple[set[str], set[str]]:
    """Return the words that only one of two quantities has beside it, and those of the other."""
    both = []
    sentences = [_sentence_of(context, each) for each in (one, other)]
    for each, (number, start, _) in zip((one, other), sentences, strict=True):
        text, first, _ = context.locate(each)
        both.append(set(words[number].get(first, ())))
        if sentences[0] != sentences[1]:
            both[-1] |= pairs_of(text[start:first])
    here, there = both
    return here - there, there - here


def _sentence_of(context: ProofContext, quantity: Quantity) -> tuple[int, int, int]:
    """Return the paragraph of a quantity, and where its sentence begins and ends there."""
    text, start, _ = context.locate(quantity)
    marks = find_marks(_STOP, text)
    return quantity.paragraph, marks.behind(start), marks.before(start)
