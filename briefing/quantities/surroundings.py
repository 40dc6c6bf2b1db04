"""Reads what the words around an amount or a date say of it."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.quantities.bases import find_bases
from briefing.quantities.directions import find_direction, find_role
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
_COMPARES = re.compile("[每日周月][^，。；]*[比较][^，。；]*$")
"""What is for each week may be 10% more than before, which is not for each week itself."""
_FASTER = {
    "zh": re.compile("快了?(?:近|约|逾|超过?)?$"),
    "en": re.compile(r" (?:faster|quicker|sooner)\b", re.I),
}
"""What tells by how much a thing is faster, which then takes less time."""
_BEHIND = re.compile(
    r"(?: points?)? (?:behind|adrift)"
    r"(?:\.?$|[,;]| [A-Z]| (?:the |her |his )?(?:winner|leader|champion|first|rival))"
)
"""What tells by how much one is behind another one, of whom more may be told."""
_APIECE = re.compile(
    "(?:每(?![年月日天周季])|各(?!项|类|地|种|级|界|省|市|县|区|乡|镇|村|部|方|位|族)"
    "|(?<!日)(?<!月)(?<!年)(?<!周)均(?![已为可将在有价由被从是]))[^，。；、每各共总合累]{0,10}$"
)
"""What tells that an amount is for each of the things that are counted beside it."""
_LEVEL = re.compile("(?:['’]s)? (?:level|figure|total|amount|output)s?", re.I)


class Surroundings(NamedTuple):
    """What is said around an amount or date.

    `direction` is `up`, `down`, `flat` or empty. `role` is `by` or `to` where a thing changes by so
    much or to so much, and `than` for a date that something is compared with. `rates` are what an
    amount is for each of, `bases` what it is compared with. `part` is the part of a year or month
    that is meant: `early`, `mid`, `late` or empty. With `is_share` an amount tells what part of a
    whole there is, and not how much it changes. What is `apiece` is for each of some things, and
    no sum of theirs.
    """

    direction: str = ""
    role: str = ""
    rates: tuple[Rate, ...] = ()
    bases: frozenset[str] = frozenset()
    part: str = ""
    is_share: bool = False
    apiece: bool = False


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
    is_turned = not implied and _may_be_turned(text, start, end, language, kind)
    return Surroundings(
        "" if is_turned else find_direction(text, start, end, language),
        find_role(text, start, language),
        rates if kind not in _NEITHER_FOR_EACH else (),
        find_bases(text, start, end, language),
        is_share=kind == "percent" and _tells_share(text, start, language),
        apiece=language == "zh" and _APIECE.search(text, max(0, start - 12), start) is not None,
    )


def _may_be_turned(text: str, start: int, end: int, language: str, kind: str) -> bool:
    """Return whether the change that an amount is told to be may be told as the opposite one.

    Who is two minutes faster takes less time, and the one is behind by what the other is ahead.
    """
    if language == "en" and kind in ("duration", "percent") and _BEHIND.match(text, end):
        return True
    if kind != "duration":
        return False
    if language == "en":
        return _FASTER["en"].match(text, end) is not None
    return _FASTER["zh"].search(text, max(0, start - 4), start) is not None


def _tells_share(text: str, start: int, language: str) -> bool:
    """Return whether a percentage at an offset is told to be that of a part in its whole."""
    if language == "en":
        return _SHARE["en"].search(text) is not None
    return _SHARE["zh"].search(text, max(0, start - 24), start) is not None
