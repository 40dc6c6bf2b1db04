"""The rule on words of our own prose that are others than those of its evidence or translation."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.checks.stages import limits_of_clause, limits_of_sentence
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
_AROUND = 1000
"""What stands farther from a number than this tells nothing of it."""


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
    said = _Said(context)
    for told in context.told:
        near = said.read_sentences(told.evidence)
        numbers = {proof.paragraph for proof in told.evidence}
        for where, text in told.texts:
            for contrast in contrast_languages(text.zh, text.en or ""):
                found = message("word-contradicted.english", **contrast._asdict())
                yield Finding(found, (*where, "en"))
            own = context.hide_names(text.zh)
            contrasts = list(contrast_texts(own, near, partial(said.say, numbers)))
            for contrast in contrasts:
                yield Finding(message("word-contradicted", **contrast._asdict()), (*where, "zh"))
            part = told.part
            if contrasts or not isinstance(part, Figure) or where[-1] != "label":
                continue
            if beside := said.contrast_label(part):
                found = message("word-contradicted.clause", **beside._asdict())
                yield Finding(found, (*where, "zh"))


class _Said:
    """What the paragraphs of a text say; each of them is read once for a thing."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._known: dict[tuple[int, str], bool] = {}

    def read_sentences(self, proofs: Sequence[Evidence]) -> str:
        """Return the sentences in which some anchors stand."""
        located = filter(None, map(self._context.locate_anchor, proofs))
        spans = ((found[0], *limits_of_sentence(*found)) for found in located)
        return "\n".join(dict.fromkeys(text[start:end] for text, start, end in spans))

    def contrast_label(self, figure: Figure) -> Contrast | None:
        """Return what the label of a figure says where all clauses of its number say another."""
        stated = [] if figure.in_name else stated_quantities(self._context, figure)
        return find_told(stated, partial(self._contrast_clause, figure.label.zh))

    def _contrast_clause(self, label: str, quantity: Quantity) -> Contrast | None:
        text, start, end = self._context.locate(quantity)
        first, last = limits_of_clause(text, start, end)
        if _COMPARED.search(text, first, last):
            first, _ = limits_of_sentence(text, start, end)
        clause = text[max(first, start - _AROUND) : min(last, end + _AROUND)]
        return next(contrast_texts(label, clause, lambda one: not one.is_measured), None)

    def say(self, numbers: set[int], member: Member) -> bool:
        """Return whether one of some paragraphs surely says a thing, or any of the text a post."""
        everywhere = (one.number for one in self._context.source.paragraphs)
        return any(
            self._says(number, member)
            for number in (everywhere if member.kind in _TOLD_ONCE else numbers)
        )

    def _says(self, number: int, member: Member) -> bool:
        key = number, member.chinese.pattern
        if key not in self._known:
            paragraph = self._context.source.paragraph(number)
            self._known[key] = bool(paragraph and member.chinese.search(paragraph.text))
        return self._known[key]
