"""Two changes that our own prose compares, and which is the greater: 低于成都平原5.9%的增速."""

import re
from collections.abc import Mapping

from briefing.checks.agreement import Fault
from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged, list_beside
from briefing.checks.marks import limits_of_sentence

_FARTHEST = 60
_LESS: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile("(?:低于|不及|慢于|小于|弱于|逊于|少于|落后于)[^，。；、0-9]{0,16}$"),
    "en": re.compile(
        r"\b(?:below|behind|(?:lower|slower|less|smaller|weaker) than|short of|trail\w*|lagg?\w*)"
        r" [^,.;\d]{0,40}$",
        re.I,
    ),
}
_MORE: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile("(?:高于|快于|大于|强于|优于|好于|多于|超过|领先于)[^，。；、0-9]{0,16}$"),
    "en": re.compile(
        r"\b(?:above|ahead of|(?:higher|faster|more|greater|stronger|quicker) than|outpac\w*"
        r"|outstripp?\w*|exceed\w*) [^,.;\d]{0,40}$",
        re.I,
    ),
}
"""What stands before the number with which another one is compared that is less, or more."""
_CHANGE: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile("的?(?:(?P<up>增[速幅长]|涨幅|升幅)|(?P<down>[降跌减]幅|降速))"),
    "en": re.compile(
        r" (?:(?P<up>growth|rise|increase|gain)|(?P<down>fall|drop|decline|decrease))\b", re.I
    ),
}
"""What behind it tells what change it is, whatever the word of comparison is."""
_GOES: Mapping[str, re.Pattern[str]] = {
    "up": re.compile(r"\b(?:growth|grow|grew|grown|ris|rose|increas|gain)|[增升涨]", re.I),
    "down": re.compile(
        r"\b(?:fall|fell|drop|declin|decreas|contract|shr[aiu]nk|los)|[降跌减]", re.I
    ),
}
"""What may call one of the two a change of the other way."""
_BETWEEN: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        "[^，；。、但而且]{0,12}，?(?:增[速幅长]|[涨升降跌减]幅|[明显略远仍也还均都大])*"
    ),
    "en": re.compile(
        r"(?:(?!\b(?:and|but|while|whereas|as|with|when|though)\b)[^,;:])*"
        r"(?:, (?:(?:still|well|slightly|far|just|a little|much|which|is|was) )*)?",
        re.I,
    ),
}
"""What may stand between the first number and the word of comparison."""


def is_ranked(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is one with which the last one before it in its sentence is compared.

    Both are changes of one unit and one way, and the comparison is right. What is called growth
    has grown.
    """
    text, number, held = said.text, said.number, said.verdict.held
    language = str(said.path[-1])
    near = max(0, number.start - _FARTHEST)
    less, more = (words[language].search(text, near, number.start) for words in (_LESS, _MORE))
    compared = less or more
    if not held or not compared or not held.around.direction:
        return False
    direction = held.around.direction
    change = _CHANGE[language].match(text, number.end)
    if change and change.lastgroup != direction:
        return False
    first, _ = limits_of_sentence(text, number.start, number.end)
    before = [
        one
        for one in list_beside(context, said)
        if first <= one.number.start < compared.start() and _is_alike(one, said)
    ]
    nearest = max((one.number for one in before), key=lambda one: one.start, default=None)
    if not nearest or not _BETWEEN[language].fullmatch(text, nearest.end, compared.start()):
        return False
    if any(
        way != direction and goes.search(text, nearest.end, number.start)
        for way, goes in _GOES.items()
    ):
        return False
    value, other = number.readings[0].value, nearest.readings[0].value
    if not isinstance(value, int | float) or not isinstance(other, int | float):
        return False
    return other < value if less else other > value


def _is_alike(one: Judged, said: Judged) -> bool:
    """Return whether two numbers of ours are changes of one unit that have gone the same way."""
    ours, theirs = one.verdict.held, said.verdict.held
    if not ours or not theirs or one.verdict.fault > Fault.DROPPED:
        return False
    return (ours.unit, ours.around.direction) == (theirs.unit, theirs.around.direction)
