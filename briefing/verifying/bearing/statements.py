"""Sentences without a name, number, quotation or stage, which state something all the same."""

from collections.abc import Iterator
from operator import itemgetter

from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import list_words, measure_support
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.sentences import Sentence

_BORNE = 0.5
"""The least share of what a sentence tells that the sentence of a text must have."""

_FEWEST = 4
"""What has fewer words states nothing: 单位：亿元。"""


def judge_statement(sentence: Sentence, clauses: Clauses) -> Iterator[Found]:
    """Yield a sentence as a whole, borne out if a sentence of a text has most of what it tells.

    It is none of the texts' if they have next to nothing of it: a memo also speaks of itself.
    """
    words = list_words(sentence.text, sentence.language)
    if sentence.is_title or sentence.cell or len(words) < _FEWEST:
        return
    ranked = (next(clauses.rank(sentence, start, []), None) for start, _ in sentence.clauses)
    _, best = max((one for one in ranked if one), key=itemgetter(0), default=(0.0, None))
    if best is None:
        return
    near = list(clauses.sentences_of([best]))
    support = measure_support(sentence.text, sentence.language, near)
    status = BORNE_OUT if support >= _BORNE else UNKNOWN
    end = len(sentence.text.rstrip())
    yield Found(0, end, "statement", status, best.article, None, best.paragraph)
