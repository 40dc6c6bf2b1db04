"""The quantities of a text that figures state, and what its words tell of all of them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from briefing.checks.context import ProofContext
from briefing.checks.figures import states
from briefing.model.records import Figure
from briefing.quantities import Quantity

Told = TypeVar("Told")


def stated_quantities(context: ProofContext, figure: Figure) -> list[Quantity]:
    """Return the quantities of the text that a figure states, in order.

    Figures that are alike in text, value and evidence state the same ones.
    """
    anchors = frozenset((proof.paragraph, proof.anchor) for proof in figure.evidence)
    alike = anchors, figure.text, figure.value, figure.value_to, figure.unit
    if alike not in context.stated:
        context.stated[alike] = [
            quantity
            for number in sorted({paragraph for paragraph, _ in anchors})
            for span in context.occurrences(number, figure.text)
            for quantity in context.quantities_overlapping(number, *span)
            if states(context, figure, quantity)
        ]
    return context.stated[alike]


def find_told(stated: Iterable[Quantity], tell: Callable[[Quantity], Told | None]) -> Told | None:
    """Return what is told of the first of some numbers, if something is told of each of them.

    Once nothing is told of one, no more of them are asked.
    """
    first: Told | None = None
    for quantity in stated:
        told = tell(quantity)
        if not told:
            return None
        first = first or told
    return first
