"""Shares and rates that a memo tells without a word of what they are of."""

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import Figure
from briefing.names.glosses import by_beginning, find_alike, meanings_of
from briefing.verifying.aligning.support import list_words
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.sentences import Sentence

_SHARE = re.compile("(?:率|比重|占比|比例)$")
"""How the names of shares end that are of one thing."""


def judge_unnamed_shares(sentence: Sentence, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the shares of which a sentence has no word of what they are of by their names."""
    shares = {
        one.start
        for one in sentence.numbers
        if one.readings and one.readings[0].unit == "%" and not one.around.direction
    }
    for one in found:
        is_share = one.start in shares and (one.kind, one.status) == ("number", BORNE_OUT)
        if is_share and isinstance(one.record, Figure) and _is_unnamed(one.record, sentence):
            yield one._replace(status=UNKNOWN)


def _is_unnamed(figure: Figure, sentence: Sentence) -> bool:
    """Return whether a memo has no word of the name of a share, or of what it may mean."""
    name = figure.title.zh
    if not _SHARE.search(name):
        return False
    text = f"{sentence.heading} {sentence.before} {sentence.text}"
    if "zh" in sentence.languages and not list_words(text, "zh").isdisjoint(list_words(name, "zh")):
        return False
    meant = by_beginning(meanings_of(name) | list_words(figure.title.en or "", "en"))
    return "en" not in sentence.languages or not any(
        find_alike(one, meant) for one in list_words(text, "en")
    )
