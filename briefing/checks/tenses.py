"""How our own prose tells a number: as a fact, as hoped for, or by no word that decides."""

import datetime
import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

from briefing.checks.hopes import MAY_BE_OPEN, OF_ANOTHER, STRIVEN
from briefing.checks.marks import find_marks, right_before
from briefing.checks.stages import ALREADY, HAS, HOPED, MUST

_BY_YEAR = re.compile("到([0-9]{4})年")

Tense = Literal["fact", "hope", "none"]

_NO_VERB = (
    "the|a|an|its|their|his|her|this|that|these|those|about|around|nearly|almost|over|more|less|some"
    "|at|up|only|just|all|each|both|half|within|under|below|above|between|roughly|approximately|and"
    "|or|of|in|last|next|date|one|two|three|four|five|six|seven|eight|nine|ten"
)
"""Words behind "to" which tell that it is no infinitive."""
_INTENDED = (
    "plan(?![te])|aim|target|goal|propos|pledg|promis|vow|decid|agree|call|ask|urg|requir|approv|draft"
    "|announc|issu|outlin|commit|submit|adopt|hop|expect|intend|design|schedul|forecast|predict"
    "|project|put (?:back|off)|push|postpon|delay|slip|resched|extend|brought forward|mov"
)
"""How the verbs begin by which one tells what one means to do."""
_UNGOVERNED = "".join(
    rf"(?<!\b{one} )"
    for one in (
        ["will", "would", "can", "could", "may", "might", "should", "to", "that", "which", "who"]
    )
)
"""What may not stand before a verb that tells what has come about: it will have 22 stations.

What is told by that or which is told of a thing, and of no number before it.
"""
_HOPES = {
    "zh": re.compile(f"{MAY_BE_OPEN.pattern}|打算|准备|有意|意欲|料|[上下]限|封顶|{HOPED.pattern}"),
    "en": re.compile(
        r"\b(?:will|would|shall|should|must|may|might|can|could|ought)\b"
        rf"|\b(?<!\bdue )(?<!\bthanks )(?<!\baccording )to (?!(?:{_NO_VERB})\b)(?=[a-z]{{2}})"
        r"|\b(?:plan(?![te])|aim|target|goal|hop(?:e|ing)|intend|intent|propos|expect|forecast|estimat"
        r"|schedul|envisag|envision|predict|anticipat|pledg|promis|vow|ambition|vision|prospect"
        r"|striv|seek|ensur|brac|possibl|mean|task|requir|demand|call|ask|urg|decid|commit|agree"
        r"|approv|draft|want|wish|budget|due\b|future\b|coming\b|pipeline\b|yet\b|next year)"
        r"|\b(?:set out|puts? at|put forward|draw\w* up|drawing board)\b"
        r"|\b(?:once|when|if|until|after completion)\b"
        r"|\bby (?:the end of |around )?(?:20[0-9]{2}|the year|then|next)"
        r"|\bto (?:nearly |almost |more than |about )?(?:doubl|tripl|trebl|quadrupl|halve)"
        r"|\bset for\b|^(?:Have|Be)\b"
        r"|\bnext (?:comes?|up|on)\b|\b(?:list|menu|agenda|cards|way) for\b"
        r"|\bon the (?:way|cards|horizon)\b|\bin the (?:works|offing)\b|\bin (?:store|prospect)\b"
        r"|\b(?:ceiling|cap|limit|impl(?:y|ies)|would-be|later this)\b",
        re.I,
    ),
}
"""Words of what is hoped for, planned or demanded, or of a condition."""
_FACTS = {
    "zh": re.compile(
        f"{ALREADY}(?!经?(?:备案|立项|获批|批|定下|商定|达成|签|提出|明确|规划|部署|安排|列入|计划|拟|筹|谋|排|推迟|延))"
        f"|{HAS}|累计|(?<![由从])目前|如今|现有|截至"
    ),
    "en": re.compile(
        rf"{_UNGOVERNED}\b(?:has|have|had|having)\b"
        r"(?! (?:to\b|an?\b|(?:(?:also|further|now|already|been) )*"
        rf"(?:{_INTENDED}|set (?:a |the |its |out)|drawn up|put forward)))"
        rf"|\b(?:was|were)\b(?! (?:to\b|due\b|set\b|(?:{_INTENDED})))"
        r"|\b(?:already|now|reached|exceeded|surpassed|topped|totall?ed|grew|rose|fell|stood at)\b",
        re.I,
    ),
}
"""Words of what has come about."""
_STOPS = {"zh": re.compile("[。；！？;]"), "en": re.compile(r"[;!?]|\.(?=\s|$)")}
_JOINTS = re.compile(r", (?:and|but|while|whereas|as|with|of which|which|when)\b")
"""What in an English sentence begins a part that may have a verb of its own."""
_PLANNED = re.compile(
    r"[\w%]*(?: [\w'-]+){0,6}? (?:planned|expected|targeted|projected|proposed)\b"
)
"""What behind a number calls it a planned one: 115 billion yuan planned for the year."""
PART_OF = (
    r"(?:\d[\d.,]*(?: (?:thousand|million|billion))?(?: per ?cent|%)?"
    r"|\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)(?:-\w+)?))"
    r" of (?:the|its|their)(?: total| planned)? "
)
"""The pattern of what tells in English that a part of a number is meant: 56,000 of the 82,000.

The part is itself a number, which must be proved; that of most, half or one of them never is.
"""
_PART_OF = re.compile(f"{PART_OF}$", re.I)
_DUE = re.compile(
    r"[\w%]*(?: [\w'-]+){0,8}? (?:due|scheduled|slated|earmarked|intended|pledged"
    r"|promised|to be \w+)\b(?! to\b)"
)
"""What behind the whole tells that it is still to come."""


def tell_tense(text: str, language: str, start: int, end: int) -> Tense:
    """Return as what the sentence around a span of a text tells it, ``none`` if no word decides."""
    if language == "en" and _is_planned(text, start, end):
        return "hope"
    stops = find_marks(_STOPS[language], text)
    first, last = stops.behind(start), stops.before(end)
    part = max(first, find_marks(_JOINTS, text).behind(start)) if language == "en" else first
    found = _list_words(text, language, first, last)
    before = bisect_left(found, (start,))
    behind = bisect_left(found, (end,))
    if before and found[before - 1][0] >= part:
        told = found[before - 1]
        own = text.rfind("，", first, start)  # what a clause tells goes before what the last did
        if language == "zh" and told[0] < own and behind < len(found):
            later = found[behind]
            if later[1] == "hope" and "，" not in text[end : later[0]]:
                return "hope"
        return told[1]
    earlier = bisect_left(found, (part,))
    nearest = [*found[behind : behind + 1], *found[max(0, earlier - 1) : earlier]]
    return nearest[0][1] if nearest else "none"


def _is_planned(text: str, start: int, end: int) -> bool:
    """Return whether a number is called a planned one, or the whole of which a part is done."""
    is_whole = right_before(_PART_OF, text, start) and _DUE.match(text, end)
    return bool(is_whole or _PLANNED.match(text, end))


@lru_cache(maxsize=4)
def _list_words(text: str, language: str, first: int, last: int) -> list[tuple[int, Tense]]:
    """Return where words of hope and of fact begin in a sentence, asked for each number in it."""
    hopes: list[tuple[int, Tense]] = [
        (one.start(), "hope") for one in _HOPES[language].finditer(text, first, last)
    ]
    return sorted(
        [*hopes, *((one.start(), "fact") for one in _FACTS[language].finditer(text, first, last))]
    )


_SURE_HOPES = {
    "zh": re.compile(
        f"{STRIVEN.pattern}|(?!可行性|可研|前期)(?:{HOPED.pattern})|(?<![需将还又]){MUST}(?="
        "[深加构打建抓把推坚全积成保实完发进落强努确争做筑创形融围紧以在从])"
    ),
    "en": re.compile(
        r"\b(?:will|(?:is|are) (?:(?:expected|planned|due|set|projected) )?to (?!date)"
        r"|(?:plan|aim|hope|strive|expect)s? to)\b",
        re.I,
    ),
}
"""Words of hope that are read as nothing else."""
_MAY_BE_FACTS = {
    "zh": re.compile(
        f"{ALREADY}|{HAS}|累计|目前|如今|现有|截至|曾|成立|设有|去年|年(?:来|以来)|过"
    ),
    "en": re.compile(r"\b(?:(?:has|have|had)\b(?! (?:to|yet|not)\b)|(?:was|were|already)\b)", re.I),
}
"""Words that may tell of what has come about."""
_MAY_BE_HOPES = {
    "zh": re.compile(f"{_HOPES['zh'].pattern}|(?<![大协工商委])会"),
    "en": _HOPES["en"],
}


def find_other_tense(
    chinese: str, english: str, day: datetime.date | None = None
) -> tuple[str, str]:
    """Return the language that tells as a fact what the other one hopes for, and its word of hope.

    One tells of hope alone, and the other of facts alone. Otherwise both are empty. By a year that
    is over on a day nothing is hoped for.

    >>> find_other_tense("要打造六大节点", "It has built six nodes")
    ('en', '要')
    >>> find_other_tense("要打造六大节点", "It is to build six nodes")
    ('', '')
    """
    texts = {"zh": chinese, "en": english}
    for hoping, telling in (("zh", "en"), ("en", "zh")):
        hope = _find_sure_hope(texts[hoping], hoping, day)
        if (
            hope
            and not _MAY_BE_FACTS[hoping].search(texts[hoping])
            and _FACTS[telling].search(texts[telling])
            and not _MAY_BE_HOPES[telling].search(texts[telling])
        ):
            return telling, hope.strip()
    return "", ""


def _find_sure_hope(text: str, language: str, day: datetime.date | None) -> str:
    """Return the first sure word of hope of a text, or ""; one that is an attribute comes last."""
    found = [
        one
        for one in _SURE_HOPES[language].finditer(text)
        if not (day and (by := _BY_YEAR.fullmatch(one[0])) and int(by[1]) < day.year)
    ]
    found.sort(key=lambda one: OF_ANOTHER.match(text, one.end()) is not None)
    return found[0][0] if found else ""
