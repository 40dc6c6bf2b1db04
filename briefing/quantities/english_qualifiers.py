"""Finds the qualifiers of an English number: nearly or no more than before it, or so behind it."""

import re
from functools import cache, lru_cache

from briefing.quantities.data import read_rows

_FARTHEST = 48
_FILLERS = frozenset(["the", "a", "an", "another", "further"])
_OPENING = "(“\"'[—–:"
_SIGN = re.compile(r"[a-z]{0,3}[$¥￥€£]$", re.I)
_PLUS = re.compile(r"\+|[ -]?\b(?:plus|odd)\b", re.I)
_BEHIND = re.compile(r"(?<=[ -])[a-z²³%°/]+", re.I)
_NUMBER = re.compile(r" (?:[a-z]{0,3}[$¥€£ ])?\d", re.I)
_STOP = re.compile(r"\d|[;:]|,(?! or )|\.(?= |$)")
_DENIED = re.compile(r"\b(?:not|never|cannot|no)\b(?: [a-z]+){0,6} ?$", re.I)
_ENDS = frozenset(
    ["and", "or", "at", "in", "to", "by", "on", "from", "give", "more", "with", "for", "than", "as"]
)
"""Words that end what a number counts, as far as a qualifier may stand behind it."""
_TIME = re.compile(r"\b(?:second|minute|hour|day|week|month|quarter|year|decade)s?\b", re.I)
_BETWEEN = re.compile(r"\bbetween (?:[^.;]* and )?(?:[a-z]{0,3}[$¥€£])?$", re.I)
# In "40 points more than three years ago" the words behind the first number compare it.
_COMPARED = re.compile(r"(?:\d|%|\b(?:points?|cent|percent|times|third|half|quarter))[- ]$", re.I)
# "Brought up to 500" says where a thing has come, and sets no limit.
_RAISED = re.compile(
    r"\b(?:br(?:ing|ought)|t[ao]k(?:e|en|ing)?|took|rais|lift|push|go|went|mov)", re.I
)


@cache
def _meanings(place: str) -> dict[str, str]:
    """Return the meaning of each phrase that stands at a place."""
    return {
        phrase: meaning
        for where, meaning, phrases in read_rows("english_qualifiers.tsv")
        if where == place
        for phrase in phrases.split(", ")
    }


def find_qualifiers(text: str, start: int, end: int, behind: int) -> tuple[str, ...]:
    """Return what may qualify the number at `start` to `end`, whose unit ends at `behind`.

    Each is a value of `Quantity.qualifier` or `nearly`, or empty for nothing. `exact` is only for
    words that say so.
    """
    window = text[max(0, start - _FARTHEST) : start]
    if _BETWEEN.search(window):
        return ("at_least", "at_most", "")
    before, filler, phrase = _split_before(window)
    if phrase and not (phrase.endswith("than") and _COMPARED.search(before)):
        if phrase == "up to" and _RAISED.search(before):
            return ("at_most", "")
        meaning, mark, only = _meanings("before")[phrase].partition("?")
        if _DENIED.search(before):  # not be allowed to fall below
            meaning = {"less_than": "at_least", "more_than": "at_most"}.get(meaning, meaning)
        vague = {"the", "a", "an"} & set(filler) or _TIME.search(text[end:behind])
        return (meaning, "") if mark and (vague or not only) else (meaning,)
    written = _PLUS.search(text, end, behind) or _PLUS.match(text, end) or _PLUS.match(text, behind)
    if written:
        return ("more_than",)
    meaning = _behind(text[behind : behind + _FARTHEST])
    return (meaning,)


@lru_cache(maxsize=4096)
def _split_before(window: str) -> tuple[str, list[str], str]:
    """Return the words before a number: what comes first, articles, and the longest phrase."""
    words = _SIGN.sub("", window).rstrip(" -").split(" ")
    filler: list[str] = []
    while words and words[-1].lower() in _FILLERS and " ".join(words[-3:]).lower() != "no":
        filler.insert(0, words.pop().lower())
    for last in (words + filler, words):  # "a maximum" ends in no filler, "passed the" does
        for length in range(6, 0, -1):
            phrase = " ".join(last[-length:]).lower().lstrip(_OPENING)
            if phrase in _meanings("before"):
                return " ".join(last[:-length]) + " ", filler, phrase
    return window, filler, ""


@lru_cache(maxsize=4096)
def _behind(text: str) -> str:
    """Return what stands behind a unit and what it counts, such as or so; else ""."""
    stop = _STOP.search(text)
    last = stop.start() if stop else len(text)
    tokens = [(match[0].lower(), match.end()) for match in _BEHIND.finditer(text, 0, last)]
    for at in range(6):
        for length in (4, 3, 2, 1):
            phrase = " ".join(token for token, _ in tokens[at : at + length])
            if phrase in _meanings("behind") and len(tokens) >= at + length:
                follows = text[tokens[at + length - 1][1] :]
                if _NUMBER.match(follows) or (phrase == "and more" and follows[:1] == " "):
                    continue
                return _meanings("behind")[phrase]
        if at >= len(tokens) or tokens[at][0] in _ENDS:
            return ""
    return ""
