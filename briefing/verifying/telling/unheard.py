"""Sentences of known names of which the texts tell nothing that is like what the memo tells."""

from collections.abc import Iterator

from briefing.names.glosses import stems_of
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import measure_support
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention, hide
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_HEARD = 0.28
"""The least share of a sentence that the clauses must have which tell most of it."""
_FEWEST = 2


def judge_unheard(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield a sentence that names what is known and tells of it what stands nowhere."""
    if not clauses.all or not any(one.entries for one in mentions) or sentence.is_title:
        return
    if sentence.language == "zh":
        best = (
            next(clauses.rank(sentence, start, []), (0.0, None)) for start, _ in sentence.clauses
        )
        heard = max((share for share, _ in best), default=0.0)
    elif sentence.is_mixed:
        return
    else:
        heard = _measure_english(sentence, mentions, clauses)
    if heard < _HEARD:
        yield Found(0, len(sentence.text.rstrip()), "statement", UNKNOWN)


def _measure_english(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> float:
    """Return the share of the words of an English sentence, but for names, that the texts have."""
    words = pattern("says", "en").sub(" ", hide(sentence.text, mentions))
    if len(stems_of(words)) < _FEWEST:
        return 1.0
    alike = clauses.align(sentence, 0, [])
    return measure_support(words, "en", list(clauses.sentences_of(alike)))
