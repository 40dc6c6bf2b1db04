"""The sentences of the text in which the evidence of a part of a model stands."""

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_whole_sentence
from briefing.checks.once import once
from briefing.model.parts import Evidence


@once
def read_sentences(context: ProofContext, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return the whole sentences in which some anchors stand, each once and in their order."""
    located = filter(None, (context.locate_anchor(proof) for proof in evidence))
    found = (text[slice(*limits_of_whole_sentence(text, *at))] for text, *at in located)
    return tuple(dict.fromkeys(found))


@once
def is_counted(context: ProofContext, evidence: tuple[Evidence, ...], word: str) -> bool:
    """Return whether some anchors count what a word is for, as 三市 or 3座大桥."""
    held = (context.quantities_at(proof.paragraph, proof.anchor) for proof in evidence)
    return any(
        one.unit == word or text.startswith(word, end)
        for quantities in held
        for one in quantities
        if one.kind == "count"
        for text, _, end in [context.locate(one)]
    )
