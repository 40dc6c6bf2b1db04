"""Reads what the words around an amount or a date say of it."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.quantities.bases import find_bases
from briefing.quantities.directions import find_direction, find_role
from briefing.quantities.growing import hide_grown
from briefing.quantities.numerals import DIGITS
from briefing.quantities.rates import Rate, find_rates
from briefing.quantities.relative_dates import find_part

_NEITHER_FOR_EACH = frozenset(["ordinal", "rank", "date", "duration"])


_COMPARED = {
    "zh": re.compile("[比较与同](?:上?年)?$"),
    "en": re.compile(
        r"\b(?:than|from|on|with|against|versus|vs\.?|over)(?: in)?"
        r"(?: the same (?:month|period|time) (?:of|in))? $",
        re.I,
    ),
}


_SHARE = {
    "zh": re.compile(
        "(?:占[^，。；、]{0,14}|比[例重]|占比|(?<!长)(?<!增)率|的)"
        "(?:[已约近超为达至到升降提在]|高达|仅|只|突破|首次|回[升落]|恢复|稳定|保持|维持|下降|超过|达到)*$"
    ),
    "en": re.compile(
        r"\b(?:share|proportion|ratio|(?<!growth )(?<!increase )rate|account"
        r"|ma[kd]e? ?(?:ing |s )?up|percentage|coverage)\b",
        re.I,
    ),
}
"""Words that tell of a share, before an amount in Chinese and anywhere in an English sentence."""
_OF_WHOLE = re.compile(" of (?:the|all|total|GDP)\\b")
_COMPARES = re.compile("[每日周月][^，。；]*[比较][^，。；]*$")
"""What is for each week may be 10% more than before, which is not for each week itself."""
_LESS_TIME = {
    "zh": re.compile(
        "(?:快|早|提前|领先|少用?|缩短|减少|压缩|压减|节省|节约|省下)了?(?:近|约|逾|超过?)?$"
    ),
    "en": re.compile(r" (?:faster|quicker|sooner|earlier|shorter|less|ahead)\b", re.I),
}
"""What tells by how much less time a thing takes: 快5天 and 缩短5天 are the same."""
_FARTHEST = 120
_BESIDE = 40
_PACE = {
    "zh": re.compile("(?:增速|增幅|涨幅|增长率|增势)(?P<goes>[^，。；、]{0,12})$"),
    "en": re.compile(
        r"\b(?:growth|pace|rates? of (?:increase|expansion))\b(?P<goes>(?:[^.;:]|\.\d){0,110})$",
        re.I,
    ),
}
"""What tells that a percentage is one to which growth goes, and not what grows."""
_SLOWS_TO = re.compile(r"\b(?:slow|eas|cool|moderat)(?:s|es|ed|ing)(?: \w+)? to(?: \w+)? $")
"""What in English tells that growth is less; what is so is no fall of a thing itself."""
_GROWTH = re.compile(" ?(?:growth|increase|rise)\\b")
_PACE_CHANGES = re.compile(
    "[^。；%]{0,20}?(?:(?P<up>加快|提高|提升|上升|扩大)|(?P<down>回落|放缓|下降|收窄|减缓))"
    "了?[0-9.]+个?百分点"
)
"""What behind a percentage by which something grows tells of the growth itself."""
_APIECE = re.compile(
    "(?:每(?![年月日天周季])|各(?!项|类|地|种|级|界|省|市|县|区|乡|镇|村|部|方|位|族)"
    "|(?<!日)(?<!月)(?<!年)(?<!周)均(?![已为可将在有价由被从是]))[^，。；、每各共总合累]{0,10}$"
)
"""What tells that an amount is for each of the things that are counted beside it."""
_COUNTED = re.compile("(?<![0-9.])([2-9两三四五六七八九])[^0-9，。；、年月日%]{1,8}，?$")
"""How many things there are before that: 3 of 3个县，每县."""
_LEVEL = re.compile("(?:['’]s)? (?:level|figure|total|amount|output)s?", re.I)


class Surroundings(NamedTuple):
    """What is said around an amount or date.

    `direction` is `up`, `down`, `flat` or empty. `role` is `by` or `to` where a thing changes by so
    much or to so much, and `than` for a date that something is compared with. `rates` are what an
    amount is for each of, `bases` what it is compared with. `part` is the part of a year or month
    that is meant: `early`, `mid`, `late` or empty. With `is_share` an amount tells what part of a
    whole there is, and not how much it changes. `apiece` is for each of how many things it is that
    are counted before it, or 0. With `is_less_time` something takes so much less time. `pace` is
    the direction in which growth itself goes to an amount, `to` if that is open, or has gone. What
    `is_grown` is an amount of crops or animals that somebody grows or raises.
    """

    direction: str = ""
    role: str = ""
    rates: tuple[Rate, ...] = ()
    bases: frozenset[str] = frozenset()
    part: str = ""
    is_share: bool = False
    apiece: int = 0
    is_less_time: bool = False
    pace: str = ""
    is_grown: bool = False


@lru_cache(maxsize=16384)
def read_surroundings(
    text: str, start: int, end: int, language: str, kind: str, *, implied: bool = False
) -> Surroundings:
    """Return what is said around the amount or date at `start` to `end`, its unit included.

    `language` is `zh` or `en`, and `kind` that of a `Quantity`. Rates that are only implied are
    left out, unless they are asked for. Several rules ask it of each number of a text.
    """
    if kind == "date":
        compared = _COMPARED[language].search(text[max(0, start - 40) : start])
        level = language == "en" and _LEVEL.match(text, end)
        return Surroundings(
            part=find_part(text, start, end, language), role="than" if compared or level else ""
        )
    rates = find_rates(text, start, end, language, implied=implied)
    if kind == "percent":  # 人均收入年均增长5% is a growth for each year, and for no person
        rates = tuple(rate for rate in rates if rate.is_of_time())
        if language == "zh" and _COMPARES.search(text, max(0, start - 24), start):
            rates = tuple(rate for rate in rates if rate.implied)
    return Surroundings(
        find_direction(text, start, end, language),
        find_role(text, start, language),
        rates if kind not in _NEITHER_FOR_EACH else (),
        find_bases(text, start, end, language),
        is_share=kind == "percent" and _tells_share(text, start, end, language),
        apiece=_count_apiece(text, start) if language == "zh" else 0,
        is_less_time=kind == "duration" and _tells_less_time(text, start, end, language),
        pace=_find_pace(text, start, end, language) if kind == "percent" else "",
        is_grown=language == "en" and _is_grown(text, start, end),
    )


def _count_apiece(text: str, start: int) -> int:
    """Return of how many things each has the amount at an offset, if the clause counts them."""
    each = _APIECE.search(text, max(0, start - 12), start)
    counted = _COUNTED.search(text, max(0, each.start() - 12), each.start()) if each else None
    return (DIGITS.get(counted[1]) or int(counted[1])) if counted else 0


def _tells_less_time(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a length of time is told to be by how much less time a thing takes."""
    if language == "en":
        return _LESS_TIME["en"].match(text, end) is not None
    return _LESS_TIME["zh"].search(text, max(0, start - 6), start) is not None


def _is_grown(text: str, start: int, end: int) -> bool:
    """Return whether a verb beside an amount tells that crops are grown or animals raised."""
    near = slice(max(0, start - _BESIDE), end + _BESIDE)
    return hide_grown(text)[near] != text[near]


def _find_pace(text: str, start: int, end: int, language: str) -> str:
    """Return in which direction growth goes to a percentage, or has gone by it and more."""
    if goes := _PACE[language].search(text, max(0, start - _FARTHEST), start):
        at = goes.start("goes")
        if _SLOWS_TO.search(text, at, start):
            return "down"
        return find_direction(text[at : end + 1], start - at, end - at, language) or "to"
    if language == "en" and _GROWTH.match(text, end):
        return "to"
    changes = _PACE_CHANGES.match(text, end) if language == "zh" else None
    return (changes.lastgroup or "") if changes else ""


def _tells_share(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a percentage at an offset is told to be that of a part in its whole."""
    if language == "en":
        return bool(_OF_WHOLE.match(text, end) or _SHARE["en"].search(text))
    return _SHARE["zh"].search(text, max(0, start - 24), start) is not None
