"""The rule on words of our own prose that are others than those of its evidence or translation."""

from collections.abc import Iterator, Sequence
from functools import partial

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.checks.stages import limits_of_sentence
from briefing.model.parts import Evidence
from briefing.names.contrasts import Member, contrast_languages, contrast_texts
from briefing.problem import Finding, message

_TOLD_ONCE = ("office", "deputy")
"""Words that a text may tell long before: the post of a person who speaks again."""


@source_rule(warning=True)
def word_contradicted(context: ProofContext) -> Iterator[Finding]:
    """A word of our own prose is another one than in its evidence or translation. A warning.

    The words are those for things of one kind that are told apart, such as levels of government,
    posts, crops, means of transport, or imports and exports. The English says one that the Chinese
    does not say, which says another one of its kind; or the Chinese says one that the paragraphs of
    its evidence do not say, and the sentences of its anchors say another one.

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
            for contrast in contrast_texts(text.zh, near, partial(said.say, numbers)):
                yield Finding(message("word-contradicted", **contrast._asdict()), (*where, "zh"))


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
