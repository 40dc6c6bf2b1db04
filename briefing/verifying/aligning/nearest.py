"""The clause of a text with which what is doubted in a memo is best compared."""

import re

from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import count_words, list_words
from briefing.verifying.claim import UNKNOWN, Found, Says
from briefing.verifying.sentences import Sentence

_FEWEST = 3
_SHARE = {"zh": 0.34, "en": 0.5}
"""A clause that is shown has so many words of a memo's, and so large a part of them."""
_CLOSE = 0.5
_NOTICE = re.compile(
    "[（(【 ]*(?:(?:版权|免责|特别|郑重)声明|版权所有|凡注明|凡本网|未经授权|转载请注明"
    "|责编|责任编辑)"
)
"""What begins a paragraph that tells nothing of what the article is about: none to point to."""
_KINDS = ("statement", "name", "stage")


def show_clause(found: Found, sentence: Sentence, clauses: Clauses) -> Found:
    """Return what is doubted with the clause of its paragraph that tells most of the rest."""
    if found.status != UNKNOWN or found.says or found.kind not in _KINDS:
        return found
    rest = sentence.without(found.start, found.end)
    if found.article and found.paragraph:
        told = list(clauses.of_paragraph(found.article, found.paragraph))
        if told and _NOTICE.match(clauses.paragraph_of(told[0])):
            return found._replace(article=None, paragraph=None)
    elif found.kind == "statement":
        told = clauses.align(rest, found.start, [], _CLOSE)[:1]
    else:
        return found
    words = rest.clause_text(found.start)

    def count(one: Clause) -> int:
        return count_words(words, sentence.language, one)

    best = max(told, key=count, default=None)
    least = _SHARE[sentence.language] * len(list_words(words, sentence.language))
    if best is None or count(best) < max(_FEWEST, least):
        return found
    says = Says("clause", text=best.text)
    return found._replace(article=best.article, paragraph=best.paragraph, says=says)
