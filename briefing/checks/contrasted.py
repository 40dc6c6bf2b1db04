"""The rule on words of our own prose that are others than those of its evidence or translation."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_clause, limits_of_sentence
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.parts import Evidence
from briefing.model.records import Figure
from briefing.names.contrasts import Contrast, Member, contrast_languages, contrast_texts
from briefing.problem import Finding, message
from briefing.quantities import Quantity

_TOLD_ONCE = ("office", "deputy")
"""Words that a text may tell long before: the post of a person who speaks again."""
_COMPARED = re.compile("比|较|占|倍|超过|[高低快慢多少优]于")
"""What tells that a number is of two things, of which the clause may name only the other one."""


@source_rule(warning=True)
def word_contradicted(context: ProofContext) -> Iterator[Finding]:
    """A word of our own prose is another one than in its evidence or translation. A warning.

    The words are those for things of one kind that are told apart, such as levels of government,
    posts, crops, means of transport, or imports and exports. The English says one that the Chinese
    does not say, which says another one of its kind; or the Chinese says one that the paragraphs of
    its evidence do not say, and the sentences of its anchors say another one. The clause of a
    figure's number may not say another thing that is counted or measured than its label.

    Passes:
        # 它是国家级基地。
        events: [{id: base, coined: true, name: {zh: 国家级基地, en: a national base},
          evidence: [{paragraph: 2, anchor: 国家级基地}]}]
    Fails:
        # 它是国家级基地。
        events: [{id: base, coined: true, name: {zh: 国家级基地, en: a provincial base},
          evidence: [{paragraph: 2, anchor: 国家级基地}]}]
    """
    for told in context.told:
        near = _read_sentences(context, told.evidence)
        numbers = {proof.paragraph for proof in told.evidence}
        for where, text in told.texts:
            for contrast in contrast_languages(text.zh, text.en or ""):
                found = message("word-contradicted.english", **contrast._asdict())
                yield Finding(found, (*where, "en"))
            own = context.hide_names(text.zh)
            contrasts = list(contrast_texts(own, near, partial(_is_said, context, numbers)))
            for contrast in contrasts:
                yield Finding(message("word-contradicted", **contrast._asdict()), (*where, "zh"))
            part = told.part
            if contrasts or not isinstance(part, Figure) or where[-1] != "label":
                continue
            if beside := _contrast_label(context, part):
                found = message("word-contradicted.clause", **beside._asdict())
                yield Finding(found, (*where, "zh"))


def _read_sentences(context: ProofContext, proofs: Sequence[Evidence]) -> str:
    """Return the sentences in which some anchors stand."""
    located = filter(None, map(context.locate_anchor, proofs))
    spans = ((found[0], *limits_of_sentence(*found)) for found in located)
    return "\n".join(dict.fromkeys(text[start:end] for text, start, end in spans))


def _contrast_label(context: ProofContext, figure: Figure) -> Contrast | None:
    """Return what the label of a figure says where all clauses of its number say another."""
    stated = [] if figure.in_name else stated_quantities(context, figure)
    return find_told(stated, partial(_contrast_clause, context, figure.label.zh))


def _contrast_clause(context: ProofContext, label: str, quantity: Quantity) -> Contrast | None:
    text, start, end = context.locate(quantity)
    first, last = limits_of_clause(text, start, end)
    if _COMPARED.search(text, first, last):
        first, _ = limits_of_sentence(text, start, end)
    return next(contrast_texts(label, text[first:last], lambda one: not one.is_measured), None)


def _is_said(context: ProofContext, numbers: set[int], member: Member) -> bool:
    """Return whether one of some paragraphs surely says a thing, or any of the text a post."""
    everywhere = (one.number for one in context.source.paragraphs)
    asked = everywhere if member.kind in _TOLD_ONCE else numbers
    return any(_says(context, number, member.chinese) for number in asked)


@once
def _says(context: ProofContext, number: int, words: re.Pattern[str]) -> bool:
    return words.search(context.text_of(number)) is not None
