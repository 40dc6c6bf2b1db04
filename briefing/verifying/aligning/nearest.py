"""The clause of a text with which what is doubted in a memo is best compared."""

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import count_words
from briefing.verifying.claim import UNKNOWN, Found, Says
from briefing.verifying.sentences import Sentence

_FEWEST = 3
"""A clause has so many words of a memo's at least that is shown beside it."""
_CLOSE = 0.5
_KINDS = ("statement", "name", "stage")


def show_clause(found: Found, sentence: Sentence, clauses: Clauses) -> Found:
    """Return what is doubted with the clause of its paragraph that tells most of the rest."""
    if found.status != UNKNOWN or found.says or found.kind not in _KINDS:
        return found
    rest = sentence.without(found.start, found.end)
    if found.article and found.paragraph:
        told = list(clauses.of_paragraph(found.article, found.paragraph))
    elif found.kind == "statement":
        told = clauses.align(rest, found.start, [], _CLOSE)[:1]
    else:
        return found
    words = rest.clause_text(found.start)

    def count(one: Clause) -> int:
        return count_words(words, sentence.language, one)

    best = max(told, key=count, default=None)
    if best is None or count(best) < _FEWEST:
        return found
    says = Says("clause", text=best.text)
    return found._replace(article=best.article, paragraph=best.paragraph, says=says)
