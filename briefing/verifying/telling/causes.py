"""Whether the texts have the cause that a sentence gives for something."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import measure_support
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_DENIED = re.compile("(?:不是|并非|而非|绝非)(?:因|由于|为了?|受)?")
_LEAST = 0.25
"""The least share of a cause that a text must have which tells what it is the cause of."""


def judge_causes(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield the causes of which the sentences of the texts have little that tell the effect."""
    for language in sentence.languages:
        for cause in islice(pattern("cause", language).finditer(sentence.text), MOST_ASKED):
            start, end = cause.span(cause.lastindex or 0)
            alike = clauses.align_rest(sentence, start, end, cause.start())
            window = list(clauses.sentences_of(alike))
            told = sentence.text[start:end]
            if alike and (
                measure_support(told, language, window) < _LEAST
                or _is_denied(told, language, window)
            ):
                first = alike[0]
                yield Found(start, end, "statement", UNKNOWN, first.article, None, first.paragraph)


def judge_causing(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield that one thing came about by another, where no sentence of the texts tells a cause.

    The sentences are those that have most of what each clause of the memo's sentence tells.
    """
    names = [(one.start, one.end) for one in mentions]
    for said in islice(sentence.pattern("causing").finditer(sentence.text), MOST_ASKED):
        if any(start < said.end() and said.start() < end for start, end in names):
            continue
        best = (next(clauses.rank(sentence, start, []), None) for start, _ in sentence.clauses)
        alike = [one for _, one in filter(None, best)]
        window = clauses.sentences_of(alike)
        if alike and not any(pattern("causal", "zh").search(one.text) for one in window):
            first = alike[0]
            at = first.paragraph
            yield Found(*said.span(), "statement", UNKNOWN, first.article, None, at)


def _is_denied(told: str, language: str, window: list[Clause]) -> bool:
    """Return whether the clause that has most of a cause says that it is none: 并非因为缺水."""

    def share(clause: Clause) -> float:
        return measure_support(told, language, [clause._replace(sentence=clause.own)])

    best = max(window, key=share, default=None)
    return best is not None and share(best) > 0 and bool(_DENIED.search(best.text))
