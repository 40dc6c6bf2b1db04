"""Finds what an amount is for each of: a month, a hectare, 50 kilograms, a thousand people."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.quantities.conversion import convert
from briefing.quantities.numerals import read
from briefing.quantities.unit_words import UNITS, fitting_unit, unit_at
from briefing.quantities.units import english_units

_TIMES = {"秒": "second", "分钟": "minute", "小时": "hour", "天": "day", "日": "day", "周": "week"}
_TIMES |= {"星期": "week", "月": "month", "个月": "month", "季度": "quarter", "季": "quarter"}
_TIMES |= {"年": "year"}
PEOPLE = frozenset(["人", "名", "位", "人口"])
"""The units that count people."""
TIMES = frozenset(_TIMES.values())
"""The units of time that an amount may be for each of."""
_CLAUSE = re.compile("[，,。；;！？!?]")
_LATER = re.compile("[^，,。；;、和至到~—-]{1,8}?[0-9]")
_SENTENCE = re.compile("[。；;！？!?]")
_FARTHEST = 60
_EACH = re.compile(
    "每(?!当|逢|况|隔)|(?:^|(?<=[^0-9零一二三四五六七八九十第]))一(?=(?:公?斤|吨|亩|套|瓶|盒).{0,3}$)"
)
# What comes before these, as in 日均 and 亩产, says what the amount is for each of.
_SHORT = re.compile(
    "(?P<day>(?<![0-9一二三四五六七八九十今昨同当次前])日(?=均|产|供|处理|客|吞吐|输|发电|销))"
    "|(?P<month>(?<![0-9一二三四五六七八九十个])月(?=均|产|租|薪|供|销|收入))"
    "|(?P<week>周(?=均))|(?P<hour>时速)|(?P<mu>亩(?=均|产))|(?P<户>户(?=均))|(?P<人>人(?=均))"
    "|(?P<year>(?<![0-9一二三四五六七八九十今去前当全上明多近每])"
    "年(?=均|产|供|处理|发电|吞吐|利率|销|可|收入|租|薪|营业|纳税|加工|出栏|接待|增|减|节))"
    # 月最低工资 is one of a month, 一年能收 one of a year.
    "|(?P<in_day>(?<![0-9〇零一二三四五六七八九十今昨同次前节假])[日天]|单日)"
    "|(?P<in_hour>(?<![0-9〇零一二两三四五六七八九十个半])小时)"
    "|(?P<in_month>(?<![0-9〇零一二三四五六七八九十本上下])月)"
    "|(?P<in_year>(?<![0-9〇零二三四五六七八九十上明])年)"
)
_FIRSTS = re.compile("[年月日周时天单小亩户人]")
"""How each of these words begins."""
_LATIN = {"h": "hour", "hr": "hour", "d": "day", "mo": "month", "yr": "year", "y": "year"}
_LATIN |= {"l": "L", "litre": "L", "liter": "L", "kilo": "kg", "gallon": "gal", "annum": "year"}
_LATIN |= dict.fromkeys(
    ("head", "person", "capita", "people", "persons", "resident", "residents"), "人"
)
_LATIN |= dict.fromkeys(("share", "shares"), "股")
_LATIN |= dict.fromkeys(("household", "households", "family", "families"), "户")
_LATIN |= dict.fromkeys(("square foot", "sq ft", "sq. ft"), "ft2")
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
ADVERBS |= {"annual": "year", "annually": "year", "yearly": "year", "quarterly": "quarter"}
"""The words that say what time an amount is for each of."""
_EVENTS = "report|meeting|review|session|conference|fair|ranking|list"
_HELD = re.compile(rf"\b(?:annual|yearly|quarterly|monthly) (?:{_EVENTS})s?\b", re.I)
"""What is held or drawn up each year, and is no amount for each: in its annual report."""
_OF_PLAN = re.compile(
    rf"\b(?:annual|yearly|quarterly|monthly) (?:{_EVENTS}|plan|target|quota|goal|budget|task)s?\b",
    re.I,
)
"""The same of a share, which may be one of a plan for each year: beat its annual plan by 6%."""
_PERCENT = re.compile("%|per ?cent|percentage", re.I)


_SCALES = {"two": 2, "five": 5, "ten": 10, "hundred": 100, "thousand": 1000, "million": 10**6}
_NUMBER = rf"(?P<number>\d[\d,.]*)?[- ]?(?P<scale>{'|'.join(_SCALES)})?[- ]?"
# Between an amount and "a year" may be what it counts, but nothing such as "than" or "and".
_COUNTED = (
    r"(?:[ -](?!(?:than|in|from|for|over|on|and|or|to|within|after|before|by|at|since|is|was|are"
    r"|were|per|each|every)\b)[a-z²³%°'’-]++)"
)
_WORDS = r"(?:[ -](?!and\b)[a-z²³%°'’-]++){0,10}?"
_UNIT = r"(?P<words>(?:(?:square|cubic|sq\.?) )?[a-z]+[²³23]?(?: [a-z]+){0,2})"
_PER = re.compile(
    rf"(?:{_COUNTED}{{0,5}}? (?P<one>an?) (?!second\b|\d)"
    rf"|{_WORDS} (?:per(?! cent)|each|every|to the) | ?/ ?){_NUMBER}{_UNIT}",
    re.I,
)
_PRECEDING = re.compile(
    rf"(?:^(?:each|every)|\bper(?! cent)|\b(?:for|of|in) (?:each|every)) {_NUMBER}{_UNIT}", re.I
)
_OF_PEOPLE = re.compile(rf"{_WORDS} per (hundred|thousand|million)(?=[.,;]|$)", re.I)
_EARLIER = frozenset(["earlier", "before", "ago", "later", "after", "old", "on"])
"""Behind "a year" these tell a time, and not what an amount is for each of."""


class Rate(NamedTuple):
    """An amount is for each `number` of a `unit`: 50 of kg in 每50公斤.

    It is only `implied` where the text says that it is that of one year or the like.
    """

    number: float
    unit: str
    implied: bool = False

    def is_of_time(self) -> bool:
        """Return whether the amount is for each month or the like."""
        return self.unit in TIMES


def compare(said: Rate, known: Rate) -> float | None:
    """Return by how much an amount grows that is known for one number and said for another.

    Nothing is returned where the two cannot be compared.
    """
    same = said.number if said.unit == known.unit else convert(said.number, said.unit, known.unit)
    return None if same is None else same / known.number


def find_rates(
    text: str, start: int, end: int, language: str, *, implied: bool = False
) -> tuple[Rate, ...]:
    """Return what the amount at `start` to `end`, its unit included, is for each of.

    `language` is `zh` or `en`. There may be several: 163 yuan a month for each person. Rates that
    are only implied are left out, unless they are asked for.
    """
    if language == "zh":
        before = text[max(0, start - _FARTHEST) : start]
        clause = _CLAUSE.split(before)[-1]
        found = list(_told(clause))
        if not implied and _LATER.match(text, end):  # 每月可产12英寸晶圆4万片
            found = [one for one in found if not one.is_of_time()]
        if implied:  # 年产茶1.3万吨，其中绿茶9000吨
            said = _shortened(_SENTENCE.split(before)[-1])
            found += [one._replace(implied=True) for one in said if one.is_of_time()]
        return tuple(dict.fromkeys(one for one in found if implied or not one.implied))
    return tuple(dict.fromkeys(_english(text, start, end)))


@lru_cache(maxsize=4096)
def _told(clause: str) -> tuple[Rate, ...]:
    """Return the rates that the clause before an amount says, which many amounts have."""
    return (*_spelled(clause), *_shortened(clause))


def _spelled(clause: str) -> Iterator[Rate]:
    """Yield the rates that 每 says in the clause before an amount."""
    for each in _EACH.finditer(clause):
        at, number = each.end(), 1.0
        if numeral := read(clause, at):
            at, number = numeral.end, numeral.value() or 1
        unit = next((clause[at : at + n] for n in (2, 1) if clause[at : at + n] in _TIMES), "")
        if unit:
            yield Rate(number, _TIMES[unit])
        elif word := fitting_unit(clause, at, unit_at(clause, at)):
            code = UNITS[word].code or word
            yield Rate(number, "人" if code in PEOPLE else code)


def _shortened(clause: str) -> Iterator[Rate]:
    end = 0
    for first in _FIRSTS.finditer(clause):  # which is quicker than to try all words everywhere
        match = _SHORT.match(clause, first.start()) if first.start() >= end else None
        if match:
            end, group = match.end(), match.lastgroup or ""
            yield Rate(1, group.removeprefix("in_"), group.startswith("in_"))


_ADVERB = 20
"""An adverb such as annually may stand so many characters behind its amount, in its clause."""


def _english(text: str, start: int, end: int) -> Iterator[Rate]:
    if text[end - 3 : end].lower().endswith(("/h", "kph", "mph")):
        yield Rate(1, "hour")
    behind = text[end : end + _FARTHEST]
    while match := _PER.match(behind):
        yield from _rate(match)
        behind = behind[match.start("words") + len(match["words"].split(" ")[0]) :]
    if people := _OF_PEOPLE.match(text, end):
        yield Rate(_SCALES[people[1].lower()], "人")
    before = re.split(r"[:;.](?=\s)", text[max(0, start - _FARTHEST) : start])[-1]
    if preceding := _PRECEDING.search(before):  # for every 1,000 people
        yield from _rate(preceding)
    before = re.split(r",(?=\s)", before)[-1]
    behind = behind[:_ADVERB].partition(",")[0]
    of_none = _OF_PLAN if _PERCENT.search(text, start, end) else _HELD
    for word in re.findall("[a-z]+", of_none.sub("", f"{before} {behind}").lower()):
        if word in ADVERBS:
            yield Rate(1, ADVERBS[word])


def _rate(match: re.Match[str]) -> Iterator[Rate]:
    """Yield the rate that is written, unless what it names is no unit."""
    words = match["words"].lower().split(" ")
    if words[0] in ("square", "cubic", "sq", "sq."):
        words[:2] = [f"{words[0]} {words[1]}"]
    if match.groupdict().get("one"):  # "a year", but not "a new year" or "a year earlier"
        told = len(words) > 1 and words[1] in _EARLIER and words[1:3] != ["on", "average"]
        words = [] if told else words[:1]
    code = next((_codes()[word] for word in words if word in _codes()), None)
    if code is not None:
        scale = _SCALES.get((match["scale"] or "").lower(), 1)
        yield Rate(float((match["number"] or "1").replace(",", "")) * scale, code)


@cache
def _codes() -> dict[str, str]:
    """Return the unit of each word that an amount may be for each of."""
    return {**english_units(), **_LATIN}
