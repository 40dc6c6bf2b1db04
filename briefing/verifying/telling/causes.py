"""Whether the texts have the cause that a sentence gives for something."""

from collections.abc import Iterator
from itertools import islice

from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import measure_support
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_LEAST = 0.25
"""The least share of a cause that a text must have which tells what it is the cause of."""


def judge_causes(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield the causes of which the sentences of the texts have little that tell the effect."""
    for language in sentence.languages:
        for cause in islice(pattern("cause", language).finditer(sentence.text), MOST_ASKED):
            start, end = cause.span(cause.lastindex or 0)
            alike = clauses.align_rest(sentence, start, end, cause.start())
            window = list(clauses.sentences_of(alike))
            if alike and measure_support(sentence.text[start:end], language, window) < _LEAST:
                first = alike[0]
                yield Found(start, end, "statement", UNKNOWN, first.article, None, first.paragraph)
