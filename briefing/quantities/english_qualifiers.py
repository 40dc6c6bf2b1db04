"""Finds the qualifiers of an English number: nearly or no more than before it, or so behind it."""

import re
from functools import cache, lru_cache

from briefing.quantities.data import read_rows, words
from briefing.quantities.english_words import NUMBER_WORDS
from briefing.quantities.months import MONTHS

_FARTHEST = 48
_FILLERS = words("the a an another further extra additional full mere force magnitude")
_OPENING = "(“\"'[—–:"
_SIGN = re.compile(r"[a-z]{0,3}[$¥￥€£]$", re.I)
_PLUS = re.compile(r"\+(?! ?\d)|[ -]?\b(?:plus|odd)\b(?![ -]\d)", re.I)
_WORD = re.compile(r"[a-z²³%°/.]*[a-z²³%°/]", re.I)
_STOP = re.compile(rf"\d|[;:]|\.(?= |$)|\b(?:{'|'.join(sorted(NUMBER_WORDS - {'one'}))})\b", re.I)
_IN = "(?:by|in|before|until|till|from|for|at|on|over|as of|during)"
# The time may stand between a number and its qualifier: at least, by 2028, 80 billion yuan.
_ASIDE = re.compile(rf"(?:,| \()(?= ?{_IN}\b)[^,()]{{3,30}}[,)](?= )", re.I)
_WHEN = re.compile(
    rf",? \(?{_IN} (?:the )?(?:(?:end|close|start|middle|beginning) of )?"
    rf"(?:{'|'.join(MONTHS)}|(?:19|20)\d\d)(?: (?:19|20)\d\d)?(?![\w-])\)?",
    re.I,
)
_MARK = re.compile(r"[,(–—]|--| - ")
_CLOSING = re.compile(
    rf"[,.;:!?)–—]|$| (?:[-–—(]|{_IN}\b|(?:of|to|an?|per|each|are|is|were|was|have|has|had|will)\b)"
)
"""What may follow a qualifier that closes with what it qualifies: 20 flats, or more, by 2028."""
_NUMBER = re.compile(r" (?:(?:[a-z]{0,3}[$¥€£]|CNY|RMB|USD|HKD|EUR|GBP) ?)?\d", re.I)
_CLOSED = words("plus tops minimum maximum max upward upwards") | {
    f"and {word}" for word in ("more", "up", "over", "under", "beyond", "rising")
}
"""Qualifiers that are other words as well, unless something closes behind them."""
_DENIED = re.compile(
    r"\b(?:(?:not(?! only)|never|cannot|nor?)\b(?: [a-z]+){0,6}"
    r"|no(?:ne)?(?: [a-z]+){1,5} (?:may|can|must|should|shall|will)(?: [a-z]+){1,4}) ?$",
    re.I,
)
_OPPOSITE = {"less_than": "at_least", "more_than": "at_most"}
_MOST_WORDS = 8
"""So many words behind a number the last qualifier may begin."""
_ENDS = words("and or give more than as")
"""Words that end what a number counts, as far as a qualifier may stand behind it."""
_LEADING_ON = words("at in to by on from with for")
"""Words behind which a qualifier belongs to the number only if something closes behind it."""
_RANK = re.compile(
    r"\b(?:(?:education|schooling|degree|diploma|qualification|title|level|rank|grade|class|rating|tier"
    r"|category|standard|school|college|university|secondary|tertiary|county|prefecture|municipality"
    r"|city|town|township|district|province|state|national|provincial|regional|municipal)s?"
    r"|(?:grade|class|tier|category) [a-z]{1,4})$",
    re.I,
)
"""What has others above it: a degree or above tells of whom the number is, not how great it is."""
_UPWARD = ("above", "below", "higher", "lower", "better", "up", "upward", "upwards")
_TIME = re.compile(r"\b(?:second|minute|hour|day|week|month|quarter|year|decade)s?\b", re.I)
# What stands in the clause may make a number a limit: the minimum investment is 80 billion yuan.
_LIMITS = {
    "at_least": re.compile(r"\b(?:minimum|floor|lower limit)\b[^.,;:\d]*$", re.I),
    "at_most": re.compile(r"\b(?:maximum|ceiling|cap|upper limit)\b[^.,;:\d]*$", re.I),
}
_TO = r" ?(?:[-–—]| to ) ?(?:[a-z]{0,3}[$¥€£])?"
# The ends of a range are at least the one and at most the other: 2,000 to 2,500 jobs. What has
# a unit before "to" may be a change: fell 7.7% to 27 micrograms.
_RANGE = {
    "at_least": re.compile(rf"{_TO}(?=\d)", re.I),
    "at_most": re.compile(rf"\d[\d.,]*(?:[bmt]n|k| (?:million|billion|trillion))?{_TO}$", re.I),
}
_BETWEEN = re.compile(r"\bbetween (?:[^.;]* and )?(?:[a-z]{0,3}[$¥€£])?$", re.I)
# A mark that is reached is as good as passed: reached the 500 mark.
_PASSED = re.compile(r"[ -](?:mark|milestone|threshold)\b", re.I)
# In "40 points more than three years ago" the words behind the first number compare it.
_COMPARED = re.compile(
    r"(?:(?<!\b19\d)(?<!\b20\d)\d|%|\b(?:points?|cent|percent|times|third|half|quarter))[- ]$",
    re.I,
)
# "Brought up to 500" says where a thing has come, and sets no limit; what adds up to it is all.
_RAISED = re.compile(
    r"\b(?P<all>(?:add|sum)(?:s|ed|med|ming|ing)? ?$)"
    r"|\b(?:br(?:ing|ought)|t[ao]k(?:e|en|ing)?|took|rais|lift|push|go|went|mov|pick|edg|cre?pt?"
    r"|tick|inch|nudg|climb|step|ramp|sped|speed|shot|caught|catch)",
    re.I,
)
_GREAT = re.compile(r"(?:thousand|[mbtr]illion|bn|mn|%)$|[.,]\d|\d{4}", re.I)
_TOPS = re.compile(r"(?:\b(?:that|which|who)|%|\bcent|\w{3}s) $", re.I)
"""Behind one of these "top" is a verb: firms that top a billion, and not the top 1,000 firms."""
_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)? $")
# What stands under five headings is ordered by them, and is not less than five.
_ORDERED = re.compile(
    r" (?:[a-z-]+ )?(?:heads?|headings?|themes?|topics?|titles?|categories|chapters?|sections?"
    r"|pillars?|plans?|programmes?|programs?|schemes?|agreements?|contracts?|laws?|names?|labels?"
    r"|banners?|roofs?|leaders?|governments?)\b",
    re.I,
)
# What is below 45%, the expected target, is compared with just so much.
_GOAL = re.compile(
    r"(?:,| \(| [–—]) ?(?:which (?:is|was) )?(?:the|its|their|a|an) (?:[a-z-]+ )?(?:target|goal)\b",
    re.I,
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
    window = _ASIDE.sub("", text[max(0, start - _FARTHEST) : start])
    if _BETWEEN.search(window):
        return ("at_least", "at_most", "")
    before, filler, phrase = _split_before(window)
    if phrase and not (phrase.endswith("than") and _is_compared(before)):
        if phrase == "up to" and (raised := _RAISED.search(before)):
            return ("",) if raised["all"] else ("at_most", "")
        meaning, mark, only = _meanings("before")[phrase].partition("?")
        if phrase == "top" and _GREAT.search(text[start:end]) and _TOPS.search(before):
            return ("more_than",)  # projects that top a billion yuan
        if _DENIED.search(before):  # not be allowed to fall below
            meaning = _OPPOSITE.get(meaning, meaning)
        vague = {"the", "a", "an"} & set(filler) or _TIME.search(text[end:behind])
        # Than the 4% of a year before is than just so much.
        exact = phrase.endswith("than") and "the" in filler
        exact = exact or _GOAL.match(text, behind) is not None
        if exact or (phrase in ("under", "below") and _ORDERED.match(text, behind)):
            return (meaning, "")
        return (meaning, "") if mark and (vague or not only) else (meaning,)
    written = _PLUS.search(text, end, behind) or _PLUS.match(text, end) or _PLUS.match(text, behind)
    if written:
        return ("more_than",)
    if meaning := _behind(text[behind : behind + _FARTHEST]):
        return (meaning,)
    return ("", *_find_limits(text, start, end, behind))


def _is_compared(before: str) -> bool:
    """Return whether a number ends right before "more than", which is no day of a month."""
    return bool(_COMPARED.search(before)) and not _DAY.search(before)


def _find_limits(text: str, start: int, end: int, behind: int) -> list[str]:
    """Return of what a number may be a limit though no qualifier says so, by the words around."""
    window = _ASIDE.sub("", text[max(0, start - _FARTHEST) : start])
    clause = _WHEN.sub("", window)
    limits = {limit for limit, pattern in _LIMITS.items() if pattern.search(clause)}
    if _PASSED.match(text, behind):
        limits.add("more_than")
    if _RANGE["at_least"].match(text, end):
        limits.add("at_least")
    if _RANGE["at_most"].search(window):
        limits.add("at_most")
    return sorted(limits)


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
    """Return what stands behind a unit and what it counts, such as or so; else "".

    It may be set off by commas or brackets, and stand behind the time: 20 flats (or more), 20 by
    2028, or more.
    """
    text = _WHEN.sub("", text)
    stop = _STOP.search(text)
    found = list(_WORD.finditer(text, 0, stop.start() if stop else len(text)))
    closes, read_to = False, 0
    for at, word in enumerate(found[:_MOST_WORDS]):
        mark = _MARK.search(text, read_to, word.start())
        for length in (4, 3, 2, 1):
            last = found[at : at + length][-1]
            phrase = text[word.start() : last.end()].lower()
            meaning = _meanings("behind").get(phrase)
            follows = text[last.end() :]
            if mark and mark[0] == "(" and follows.startswith(")"):
                meaning = meaning or _meanings("before").get(phrase, "").partition("?")[0]
            if not meaning or _NUMBER.match(follows) or follows.startswith(" than"):
                continue
            ranks = at > 1 and not mark and phrase.endswith(_UPWARD)
            if ranks and _RANK.search(text[: word.start()].rstrip()):
                return ""
            ambiguous = closes or mark or phrase in _CLOSED
            if not ambiguous or _CLOSING.match(follows):
                return meaning
        if mark or word[0].lower() in _ENDS:
            return ""
        closes = closes or word[0].lower() in _LEADING_ON
        read_to = word.end()
    return ""
