"""The rule on our own prose that tells as a fact what its evidence only hopes for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.checks.context import ProofContext
from briefing.checks.evidence import Value, read_quantity
from briefing.checks.hopes import find_hope
from briefing.checks.prose import judged_numbers
from briefing.checks.registry import source_rule
from briefing.checks.tenses import tell_tense
from briefing.model.parts import Evidence, Rendering
from briefing.model.records import Figure
from briefing.problem import Finding, message

_DRAWN_UP = ("谋划", "储备")
"""Words of hope for what may be told as a fact: projects have been drawn up."""
_NOT_PROSE = ("name", "short", "due", "unit")
"""Fields that tell no more than what a thing is called, or until when something is to be done."""


@source_rule(warning=True)
def hope_told_as_fact(context: ProofContext) -> Iterator[Finding]:
    """Our own prose tells a number as a fact that its evidence only hopes for. A warning.

    Wherever the number stands in the evidence, a word of hope, of a plan or of a demand governs
    it, or a time that is still to come. In our prose, in either language, the last verb before it
    must tell so, too: plans to, is expected to, will; 将, 力争, 目标. The text of what has a stage
    need not say so again, but may not tell the number as a fact. The labels of figures and the
    names of records are not read, and of dates only those that are told as past.

    Passes:
        # 今年产量将达到5万吨。
        events:
        - {id: output, coined: true, name: {zh: 产量}, note: {zh: 将达5万吨, en: to be 50000 t},
           evidence: [{paragraph: 2, anchor: 产量将达到5万吨}]}
    Fails:
        # 今年产量将达到5万吨。
        events:
        - {id: output, coined: true, name: {zh: 产量}, note: {zh: 已达5万吨, en: It was 50000 t},
           evidence: [{paragraph: 2, anchor: 产量将达到5万吨}]}
    """
    hopes = _Hopes(context)
    for said in judged_numbers(context):
        if said.verdict.fault or isinstance(said.part, Figure) or said.path[-2] in _NOT_PROSE:
            continue
        hope = hopes.find(said.proofs, said.held)
        if not hope or hope in _DRAWN_UP:
            continue
        number, language = said.number, str(said.path[-1])
        tense = tell_tense(said.text, language, number.start, number.end)
        may_tell_none = (
            hasattr(said.part, "stage") or isinstance(said.part, Rendering) or _is_date(said.held)
        )
        if tense == "fact" or (tense == "none" and not may_tell_none):
            key = "hope-told-as-fact" if tense == "fact" else "hope-told-as-fact.untold"
            yield Finding(message(key, number=number.words, verb=hope), said.path)


def _is_date(held: Iterable[tuple[Value, str | None]]) -> bool:
    return any(isinstance(value, str) for value, _ in held)


class _Hopes:
    """The words of hope that govern the numbers of the evidence; each piece is read once."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._read: dict[tuple[int, str], dict[tuple[Value, str | None], list[str]]] = {}

    def find(self, proofs: Iterable[Evidence], held: Iterable[tuple[Value, str | None]]) -> str:
        """Return a word of hope if one governs each of some values wherever they stand, or ""."""
        words = [
            word for proof in proofs for value in held for word in self._of(proof).get(value, ())
        ]
        return words[0] if words and all(words) else ""

    def _of(self, proof: Evidence) -> dict[tuple[Value, str | None], list[str]]:
        """Return the values of a piece of evidence, each with its words of hope or ""."""
        key = proof.paragraph, proof.anchor
        if key not in self._read:
            found = self._read[key] = defaultdict(list)
            for quantity in self._context.quantities_in_anchor(proof):
                if quantity.kind == "name":
                    continue
                word = find_hope(self._context, quantity)
                for one in read_quantity(self._context.locate(quantity)[0], quantity):
                    found[one.value, one.unit].append(word)
        return self._read[key]
