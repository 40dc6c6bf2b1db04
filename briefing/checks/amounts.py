"""The quantities of the evidence by what they amount to; each piece of evidence is read once."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.checks.context import ProofContext
from briefing.checks.evidence import Value, read_quantity
from briefing.model.parts import Evidence
from briefing.quantities import Quantity

Amount = tuple[Value, str | None]
"""A value with its unit."""
_Found = dict[Amount, dict[tuple[int, int], Quantity]]


class EvidenceAmounts:
    """What the quantities of the evidence amount to, but for those that are parts of names."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._of_piece: dict[tuple[int, str], _Found] = {}
        self._proofs: Sequence[Evidence] = ()
        self._of_proofs: _Found = {}

    def of(self, proofs: Sequence[Evidence]) -> Mapping[Amount, Mapping[tuple[int, int], Quantity]]:
        """Return the quantities of some pieces of evidence by amount, paragraph and offset."""
        if proofs is not self._proofs:  # the numbers of a part follow each other
            self._proofs, self._of_proofs = proofs, {}
            for proof in proofs:
                for amount, quantities in self._read(proof).items():
                    self._of_proofs.setdefault(amount, {}).update(quantities)
        return self._of_proofs

    def _read(self, proof: Evidence) -> _Found:
        key = proof.paragraph, proof.anchor
        if key not in self._of_piece:
            found = self._of_piece[key] = {}
            for quantity in self._context.quantities_in_anchor(proof):
                if quantity.kind == "name":
                    continue
                for one in read_quantity(self._context.locate(quantity)[0], quantity):
                    place = quantity.paragraph, quantity.offset
                    found.setdefault((one.value, one.unit), {})[place] = quantity
        return self._of_piece[key]


@lru_cache(maxsize=1)
def evidence_amounts(context: ProofContext) -> EvidenceAmounts:
    """Return what the evidence of a model amounts to; several rules need it."""
    return EvidenceAmounts(context)
