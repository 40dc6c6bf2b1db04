"""What stands beside the numbers of a text, in the article and in our own prose."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.evidence import Value, read_quantity
from briefing.checks.judging import Judged, unquoted_by_path
from briefing.checks.marks import limits_of_clause, limits_of_sentence
from briefing.checks.once import once
from briefing.checks.spans import Span
from briefing.model.forms import pairs_of
from briefing.problem import Path
from briefing.quantities import Quantity

_JOINT = re.compile("[、和与及]")
"""What in a list begins the words for the next number."""
_QUALIFIER = re.compile("以[上下]|左右|上下|之[多一]|[多余]")


Amount = tuple[Value, str | None]
"""A value with its unit."""
Amounts = dict[Amount, dict[tuple[int, int], Quantity]]
"""Quantities by what they amount to, and by their paragraphs and offsets."""


class Beside(NamedTuple):
    """What stands before a number, up to the number before it, and behind it in its clause."""

    before: str = ""
    behind: str = ""

    @property
    def pairs(self) -> set[str]:
        """Every two characters that stand together there."""
        return pairs_of(self.before) | pairs_of(self.behind)


class NumberTold(NamedTuple):
    """A number of our Chinese prose, the only quantity of its evidence, and what is beside both."""

    said: Judged
    own: Beside
    quantity: Quantity
    there: Beside


@once
def read_beside(context: ProofContext, number: int) -> dict[int, Beside]:
    """Return what stands beside each number of a paragraph, by its offset."""
    quantities = context.quantities[number]
    amounts = [one for one in quantities if one.unit != "date" and one.kind != "name"]
    text = context.locate(amounts[0])[0] if amounts else ""
    return dict(_split(text, [context.locate(one)[1:] for one in amounts]))


@once
def list_numbers_told(context: ProofContext) -> dict[Path, list[NumberTold]]:
    """Return the numbers of each Chinese text of ours that stand once in its evidence, in order."""
    found: dict[Path, list[NumberTold]] = {}
    for path, numbers in unquoted_by_path(context).items():
        if path[-1] != "zh":
            continue
        own = _read_own(numbers)
        for said in sorted(numbers, key=lambda one: one.number.start):
            if said.number.start not in own or not (one := find_in_evidence(context, said)):
                continue
            beside = read_beside(context, one.paragraph).get(one.offset, Beside())
            found.setdefault(path, []).append(NumberTold(said, own[said.number.start], one, beside))
    return found


def _split(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, Beside]]:
    """Yield where each number of a text begins, and what stands beside it."""
    reached = 0
    for (start, end), following in pairwise([*spans, (len(text), len(text))]):
        first = max(reached, limits_of_sentence(text, start, end)[0])
        last = limits_of_clause(text, start, end)[1]
        qualifier = _QUALIFIER.match(text, end)
        behind = min(qualifier.end(), last) if qualifier else end
        reached = last = min(last, following[0])
        if following[0] < len(text) and reached == following[0]:
            reached = behind  # what stands between two numbers of a clause may be of either
            if joint := _JOINT.search(text, behind, last):
                last = joint.start()  # but for what begins a new part of a list
        yield start, Beside(text[first:start], text[behind:last])


def _read_own(said: Sequence[Judged]) -> dict[int, Beside]:
    """Return what stands beside each number of a text of ours, by its offset."""
    spans = {
        (one.number.start, one.number.end)
        for one in said
        if all(reading.unit != "date" for reading in one.number.readings)
        and not one.number.relative
    }
    return dict(_split(said[0].text, sorted(spans)))


def find_in_evidence(context: ProofContext, said: Judged) -> Quantity | None:
    """Return the only quantity in the anchors of a text that a number of it agrees with."""
    known = amounts_of(context, said.owner)
    found: dict[tuple[int, int], Quantity] = {}
    for amount in said.held:
        standing = known.get(amount, {})
        if len(standing) > 1:
            return None
        found.update(standing)
    return next(iter(found.values())) if len(found) == 1 else None


@once
def amounts_of(context: ProofContext, owner: Path) -> Amounts:
    """Return what the quantities in the evidence of a part of the model amount to.

    Those that are parts of names are left out.
    """
    found: Amounts = {}
    for proof in context.own_texts_at[owner].evidence:
        for amount, quantities in _read_amounts(context, proof.paragraph, proof.anchor).items():
            found.setdefault(amount, {}).update(quantities)
    return found


@once
def _read_amounts(context: ProofContext, number: int, anchor: str) -> Amounts:
    found: Amounts = {}
    for quantity in context.quantities_at(number, anchor):
        if quantity.kind != "name":
            place = number, quantity.offset
            for one in read_quantity(context.locate(quantity)[0], quantity):
                found.setdefault((one.value, one.unit), {})[place] = quantity
    return found
