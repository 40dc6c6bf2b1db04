"""The rule on our own prose that tells as a fact what its evidence only hopes for."""

from collections.abc import Iterator

from briefing.checks.beside import amounts_of
from briefing.checks.context import ProofContext
from briefing.checks.hopes import find_hope
from briefing.checks.prose import Judged, judged_numbers
from briefing.checks.registry import source_rule
from briefing.checks.tenses import find_other_tense, tell_tense
from briefing.model.parts import Rendering
from briefing.model.records import Figure
from briefing.problem import Finding, message

_DRAWN_UP = ("谋划", "储备")
"""Words of hope for what may be told as a fact: projects have been drawn up."""
_NOT_PROSE = ("name", "short", "due", "unit", "tier", "title")
"""Fields that tell no more than what a thing is called, or until when something is to be done."""


@source_rule(warning=True)
def hope_told_as_fact(context: ProofContext) -> Iterator[Finding]:
    """Our own prose tells a number as a fact that its evidence only hopes for. A warning.

    Wherever the number stands in the evidence, a word of hope, of a plan or of a demand governs
    it, or a time that is still to come. In our prose, in either language, the last verb before it
    must tell so, too: plans to, is expected to, will; 将, 力争, 目标. The text of what has a stage
    need not say so again, but may not tell the number as a fact. The labels of figures and the
    names of records are not read, and of dates only those that are told as past. Where one language
    tells of hope alone and the other one of facts alone, this is told as well.

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
    numbers = list(_find_numbers(context))
    yield from numbers
    told = {one.path[:-1] for one in numbers}
    for part in context.told:
        for where, text in part.texts:
            language, hope = find_other_tense(text.zh, text.en or "")
            if language and where[-1] not in _NOT_PROSE and where not in told:
                yield Finding(message("hope-told-as-fact.other", verb=hope), (*where, language))


def _find_numbers(context: ProofContext) -> Iterator[Finding]:
    """Yield the numbers that our prose does not tell as hoped for, as the evidence does."""
    for said in judged_numbers(context):
        if said.verdict.fault or isinstance(said.part, Figure) or said.path[-2] in _NOT_PROSE:
            continue
        hope = _find_hope(context, said)
        if not hope or hope in _DRAWN_UP:
            continue
        number, language = said.number, str(said.path[-1])
        tense = tell_tense(said.text, language, number.start, number.end)
        is_date = any(isinstance(value, str) for value, _ in said.held)
        need_not_tell = hasattr(said.part, "stage") or isinstance(said.part, Rendering) or is_date
        if tense == "fact" or (tense == "none" and not need_not_tell):
            key = "hope-told-as-fact" if tense == "fact" else "hope-told-as-fact.untold"
            yield Finding(message(key, number=number.words, verb=hope), said.path)


def _find_hope(context: ProofContext, said: Judged) -> str:
    """Return a word of hope if one governs a number of ours wherever its evidence has it, or ""."""
    known = amounts_of(context, said.owner)
    standing = [place for amount in said.held for place in known.get(amount, {}).items()]
    hopes = [find_hope(context, quantity) for _, quantity in standing]
    return hopes[0] if hopes and all(hopes) else ""
