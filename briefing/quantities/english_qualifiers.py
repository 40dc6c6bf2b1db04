"""Finds the qualifiers of an English number: nearly or no more than before it, or so behind it."""

import re
from functools import cache

from briefing.quantities.data import read_rows

_COUNTED = r"(?:[ -](?!(?:and|or|at|in|of|to|by|on|from|give|more)\b)[a-z²³%°./]+){0,3}?"
"""The unit of a number and what it counts, as far as a qualifier may stand behind them."""
_FARTHEST = 48
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


@cache
def _pattern(place: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(_meanings(place), key=len, reverse=True)))
    if place == "before":  # the search tries the leftmost beginning first, so the longest one wins
        filler = r"(?P<filler>(?: (?:the|a|an|another|a further))*)"
        return re.compile(rf"(?<![\w-])({phrases}){filler}[ -]?(?:[a-z]{{0,3}}[$¥￥€£])?$", re.I)
    if place == "after":
        return re.compile(rf" ?({phrases})(?![a-z])", re.I)
    # "48,000 km and more" ends there; "30 schools and more hospitals" does not.
    phrases = phrases.replace("and\\ more", r"and more(?=[.,;:)]|$)")
    return re.compile(rf"{_COUNTED} ({phrases})\b(?! (?:[a-z]{{0,3}}[$¥€£ ])?\d)", re.I)


def find_qualifiers(text: str, start: int, end: int, behind: int) -> tuple[str, ...]:
    """Return what may qualify the number at `start` to `end`, whose unit ends at `behind`.

    Each is a value of `Quantity.qualifier` or `nearly`, or empty for nothing. `exact` is only for
    words that say so.
    """
    window = text[max(0, start - _FARTHEST) : start]
    if _BETWEEN.search(window):
        return ("at_least", "at_most", "")
    found = _pattern("before").search(window)
    compares = found and found[1].endswith("than") and _COMPARED.search(window[: found.start()])
    if found and not compares:
        if found[1].lower() == "up to" and _RAISED.search(window):
            return ("at_most", "")
        meaning, mark, only = _meanings("before")[found[1].lower()].partition("?")
        whole = "the" in found["filler"] or _TIME.search(text[end:behind])
        return (meaning, "") if mark and (whole or not only) else (meaning,)
    if found := _pattern("after").search(text, end, behind):  # 90bn-plus yuan
        return (_meanings("after")[found[1].lower()],)
    for place, at in (("after", end), ("after", behind), ("behind", behind)):
        if found := _pattern(place).match(text, at):
            return (_meanings(place)[found[1].lower()],)
    return ("",)
