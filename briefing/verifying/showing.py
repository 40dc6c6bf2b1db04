"""How what is found is shown: whole words, no echo of them, and the clause to compare them with."""

import re
from collections.abc import Iterable, Sequence

from briefing.names.glosses import is_explained
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import count_words, list_words
from briefing.verifying.claim import UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Mention
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


_OPEN = "一二三四五六七八九十两百千万亿0123456789最更"
"""What ends no word: a numeral, and what compares."""
_LONGEST = 3


def keep_whole(found: Found, sentence: Sentence, mentions: Sequence[Mention]) -> Found:
    """Return a statement that begins and ends with a word; what has half of a name goes without.

    >>> _widen("要打造现代化中心城市。", 2, 9)
    (1, 10)
    """
    if found.kind != "statement" or sentence.language != "zh":
        return found
    start, end = found.start, found.end
    for one in mentions:
        if one.start < start < one.end < end:
            start = one.end
        elif start < one.start < end < one.end:
            end = one.end
    start, end = _widen(sentence.text, start, end)
    return found._replace(start=start, end=end)


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the rest of the words that begin or end within it."""
    first = next((at for at, last in _list_words(text, start) if last <= end), start)
    last = next((last for at, last in _list_words(text, end) if at >= start), end)
    if last == end < len(text) and text[end - 1] in _OPEN and text[end] > "\u3400":
        last += 1
    return first, last


def _list_words(text: str, at: int) -> list[tuple[int, int]]:
    """Return where words stand that go on behind an offset, the longest first."""
    return [
        (begin, begin + size)
        for size in range(_LONGEST, 1, -1)
        for begin in range(max(0, at - size + 1), at)
        if begin + size <= len(text) and is_explained(text[begin : begin + size])
    ]


def without_echo(found: Found, mentions: Iterable[Mention]) -> Found:
    """Return a finding without the name that it has instead, if its own words stand for that."""
    if found.says is None or found.says.what != "name":
        return found
    own = (one for one in mentions if one.start < found.end and found.start < one.end)
    same = any(entry.record is found.says.record for one in own for entry in one.entries)
    return found._replace(says=None) if same else found
