"""The words of a label without those around them that lead on, by ``names/labels.tsv``."""

import re
from functools import cache

from briefing.names.gazetteer import places_by_name
from briefing.names.joints import JOINTS
from briefing.names.labels import words_of_labels

_JOINTS = (*JOINTS, "-", ".")
OPEN, CLOSE = "\ue000", "\ue001"
SHOWN = str.maketrans({OPEN: "“", CLOSE: "”"})
_LEADS = re.compile(
    "^(?:这是|还将|将(?![军来])|共(?![同享建和])|可以|有(?![色机线效限关轨氧声助])"
    "|要(?![素件])|及?以[上下](?=[一-鿿]{2})|左右(?=[一-鿿]{2}))"
)
"""Words before a label that tell how a clause goes on, and no part of what is counted."""


@cache
def _goes_to() -> re.Pattern[str]:
    """Return how a clause begins that tells who goes where, before what a number is of."""
    verbs = "|".join(words_of_labels("goes"))
    return re.compile(f"^.{{0,24}}?(?:{verbs})了?(?![人量者率])(?!.{{0,6}}的[人游旅])(?=..)")


def clean_words(words: str) -> str:
    """Return words without those that lead to what they name, or from it to a number."""
    words = re.sub("[比较]\0+|\0", "", words).translate(SHOWN).strip()
    words = _goes_to().sub("", words)
    words = re.sub("(?<=[省市县区州国])实现", "", words)
    words = strip_end(strip_begin(words), "trailing")
    words = _LEADS.sub("", re.sub("(?<![公中])共$", "", words))
    if words.startswith(("（", "(")) and not words.endswith(("）", ")")):  # （其中男性5人
        words = strip_begin(words[1:])
    return "" if words in _JOINTS else words


def _ends_whole(words: str) -> bool:
    """Return whether words end with a verb, or the name of a place, that ends like a lead: 下达."""
    whole = words.endswith(words_of_labels("whole-end"))
    return whole or any(words[-size:] in places_by_name() for size in (2, 3) if len(words) >= size)


def strip_begin(words: str) -> str:
    """Return words without those at their begin that lead to what they name."""
    leading = words_of_labels("leading")
    while words.startswith(leading):
        words = words[len(next(one for one in leading if words.startswith(one))) :]
        words = words.lstrip(",，、")
    return words


def strip_end(words: str, kind: str) -> str:
    """Return words without those of a kind at their end."""
    ends = words_of_labels(kind)
    while words.endswith(ends) and not _ends_whole(words):
        words = words[: -len(next(one for one in ends if words.endswith(one)))]
    return words
