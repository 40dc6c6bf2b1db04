"""Finds words that tell a time by the day of the text: last year, 上月, by the end of the year."""

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.quantities.data import either

_COMES_ABOUT = (
    "年(?:[0-9一二三四五六七八九十]{1,2}月|[上下]半年"
    "|动工|开工|建成|完成|完工|竣工|投产|投用|投运|通车|开通|启用)"
)
"""How 年 goes on where it is that of a year, and not of what is made in each: 今年动工后年建成."""
_BUILT = "产成用运营工竣建造园业市启"
"""How the verbs end behind which 前 and 后 are before and after: 投产后年产值, 改造前年产量."""
YEAR_AFTER_NEXT = (
    f"后(?<![此今日之以往先满]后)(?:(?<![{_BUILT}]后)|(?={_COMES_ABOUT}))年(?![产均度])"
)
_YEAR_BEFORE_LAST = (
    f"(?<![年月日目此之以当先提节会战])(?:(?<![{_BUILT}])|(?=前{_COMES_ABOUT}))前年(?![均度货])"
)
_OWN = r"(?<!\d)(?<!\d年)"  # the 年末 of 2027年年末 is that of 2027
EARLY, MIDDLE, LATE = "early", "mid", "late"
_CHINESE = {
    "year": {
        -2: _YEAR_BEFORE_LAST,
        -1: "(?<![失除])(?<![^超高多胜]过)去年|(?<![以线网海])上年(?!货)|上一年"
        "|(?<![过出进上下来回离])去(?=[春夏秋冬](?![天季]))",
        0: "(?<![至如])今年|今年(?!均)|(?<![基成日])本年|今(?=[春夏秋冬](?![天季]))"
        "|(?<![0-9〇一二两三四五六七八九十几数多])年内",
        1: "(?<![文光透])明年|(?<![年以将未本历原近])来年(?!均)"
        "|(?<![昆文声])明(?=[春夏秋冬](?![天季]))",
        2: YEAR_AFTER_NEXT,
    },
    "quarter": {-1: "上季度|上个季度", 0: "本季度", 1: "下季度|下个季度"},
    "month": {-1: "上月|上个月", 0: "本月|这个月", 1: "下月|下个月"},
    "week": {-1: "上周|上星期|上个星期", 0: "本周|这周|本星期", 1: "下周|下星期|下个星期"},
    "day": {-1: "昨天|昨日|昨晚", 0: "今天|今日|今早|今晚", 1: "明天|明日|明晚"},
    "weekday": {
        day: f"(?:周|星期|礼拜){name}(?![年末])"
        for day, name in enumerate(("一", "二", "三", "四", "五", "六", "[日天]"))
    },
    "season": {
        season: f"(?:{name}[季天]|(?<=[今明]){name}|(?<=(?<![过出进上下来回离])去){name})"
        for season, name in enumerate("春夏秋冬")
    },
    "end": {-1: f"{_OWN}年初|岁首", 0: f"{_OWN}年中", 1: f"{_OWN}年[底末]|岁末"},
}
_FIRST_OF_CHINESE = "前去上今本年明来后下这昨周星礼春夏秋冬岁"
"""With one of these each of them begins, which is quickly seen; so do the English ones below."""
_FIRST_OF_ENGLISH = (
    *("the ", "last ", "this", "next ", "yesterday", "today", "tomorrow"),
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    *("spring", "summer", "autumn", "fall", "winter"),
    *("start", "beginning", "opening", "early", "middle", "mid", "end", "close", "year", "late"),
)
_ENGLISH = {
    "year": {
        -2: "the year before last",
        -1: "last year(?! of)",
        0: "this year|the current year|this(?= (?:spring|summer|autumn|fall|winter))",
        1: "next year|the coming year",
        2: "the year after next",
    },
    "quarter": {-1: "last quarter", 0: "this quarter", 1: "next quarter"},
    "month": {-1: "last month", 0: "this month", 1: "next month"},
    "week": {-1: "last week", 0: "this week", 1: "next week"},
    "day": {-1: "yesterday", 0: "today", 1: "tomorrow"},
    "weekday": dict(
        enumerate(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    ),
    "season": {
        0: "spring(?! festival)",
        1: "summer",
        2: r"autumn|(?<=the )fall(?= of (?:19|20)\d\d\b)|(?<=this |next |last )fall",
        3: "winter",
    },
    "end": {
        -1: "(?:the )?(?:start|beginning|opening) of (?:the|this|last|next) year"
        "|early (?:in the|this|last|next) year",
        0: "(?:the )?middle of (?:the|this|last|next) year|mid-?year",
        1: "(?:the )?(?:end|close) of (?:the|this|last|next) year|year[- ]end|end[- ]year"
        "|(?:the )?year is out|late (?:in the|this|last|next) year",
    },
}
_BEGINS = {
    "zh": f"(?=[{_FIRST_OF_CHINESE}])",
    "en": rf"\b(?={either(_FIRST_OF_ENGLISH)})",
}
_PARTS = {
    "zh": (
        (EARLY, "年?初|上旬|(?:年)?伊始"),
        (MIDDLE, "中旬|年中|中(?![央心国期部学小旬午秋])"),
        (LATE, "年?[底末]|下旬|结束"),
    ),
    "en": (
        (
            EARLY,
            r"\bfirst (?:ten days|third) of |\bearly(?: in)? "
            r"|\b(?:start|beginning|opening|outset)(?: days| months)? of ",
        ),
        (MIDDLE, r"\b(?:second|middle) (?:ten days|third) of |\bmid[- ]|\bmiddle of "),
        (
            LATE,
            r"\b(?:last|final) (?:ten days|third) of |\blate(?: in)? |\bend[- ]"
            r"|\b(?:end|close|last days|final days) of ",
        ),
    ),
}


_PLAN = re.compile("十([一二三四五六七])五")
_FIRST_OF_TENTH_PLAN = 2001
_FIRST_YEAR, _LAST_YEAR = 10, 9990  # of texts whose years before and after are years, too
_HOLIDAYS = {"元旦": "--01-01", "国庆": "--10-01", "劳动节": "--05-01", "五一": "--05-01"}


_HINTS = {
    "zh": ["年", "月", "季", "周", "天", "日", "星期", "礼拜", "晚", "早", *"春夏秋冬"],
    "en": [
        "year",
        "month",
        "week",
        "quarter",
        "day",
        "tomorrow",
        "spring",
        "summer",
        "autumn",
        "fall",
    ],
}
"""Without any of these a text has no such time, which is quickly seen."""


class Relative(NamedTuple):
    """A time at `start` to `end` of a text: the `unit` that lies `offset` units from the text's.

    The unit is one of time, or `end`: of the beginning of a year the offset is -1, of its end 1,
    and that year lies `years` from the text's. Of a `weekday` or `season` it is the number of the
    day or season, 0 for Monday and spring.
    """

    start: int
    end: int
    unit: str
    offset: int
    years: int = 0

    def year(self, date: datetime.date) -> int:
        """Return the year that is meant in a text of a date; 0 for what is no year."""
        return date.year + self.offset if self.unit == "year" else 0

    def code(self, date: datetime.date) -> str:
        """Return the period that is meant in a text of a date, or "" for what is none.

        >>> Relative(0, 2, "month", -1).code(datetime.date(2031, 1, 8))
        '2030-12'
        """
        if not _FIRST_YEAR < date.year < _LAST_YEAR:
            return ""
        if self.unit in ("year", "end"):
            return f"{date.year + (self.offset if self.unit == 'year' else self.years):04}"
        if self.unit == "month":
            year, month = divmod(12 * date.year + date.month - 1 + self.offset, 12)
            return f"{year:04}-{month + 1:02}"
        if self.unit == "quarter":
            year, quarter = divmod(4 * date.year + (date.month - 1) // 3 + self.offset, 4)
            return f"{year:04}-Q{quarter + 1}"
        if self.unit == "day":
            return (date + datetime.timedelta(self.offset)).isoformat()
        return ""


@lru_cache(maxsize=16)
def find_relative(text: str, language: str) -> tuple[Relative, ...]:
    """Return the times of a text that is in `zh` or `en`, in order; a draft asks three times."""
    if not _hint(language).search(text.lower()):
        return ()
    return tuple(_find_relative(text, language))


def _find_relative(text: str, language: str) -> Iterator[Relative]:
    before = None
    for match in _pattern(language).finditer(text):
        unit, offset = (match.lastgroup or "").rsplit("_", 1)
        one = Relative(*match.span(), unit, int(offset) - 2)
        if unit == "end":
            if before and before.unit == "year" and before.end == one.start:  # 明年年底
                one = one._replace(years=before.offset)
            elif named := _YEAR_OF_END.search(match[0]):
                one = one._replace(years=1 if named[1].lower() == "next" else -1)
        yield one
        before = one


_YEAR_OF_END = re.compile(r"\b(last|next) year", re.I)


@cache
def _hint(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_HINTS[language]))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = _CHINESE if language == "zh" else _ENGLISH
    groups = [
        f"(?P<{unit}_{offset + 2}>{either})"
        for unit, offsets in reversed(words.items())  # the end of this year, before this year
        for offset, either in offsets.items()
    ]
    edge = r"\b" if language == "en" else ""
    return re.compile(f"{_BEGINS[language]}(?:{'|'.join(groups)}){edge}", re.I)


def find_part(text: str, start: int, end: int, language: str) -> str:
    """Return which part of the date at `start` to `end` is meant: `early`, `mid`, `late` or ""."""
    before = text[max(0, start - 30) : start]
    for part, words in _PARTS[language]:
        if language == "zh":
            found = re.compile(words).match(text, end)
        else:
            possessive = text.startswith(("'s", "’s"), end)  # the start of the quarter's projects
            found = None if possessive else re.search(f"(?:{words})(?:the )?$", before, re.I)
        if found:
            return part
    return ""


def part_of(text: str, time: Relative, language: str) -> str:
    """Return which part of a year or month such a time is: the beginning, middle or end, or ""."""
    if time.unit == "end":
        return {-1: EARLY, 0: MIDDLE, 1: LATE}[time.offset]
    return find_part(text, time.start, time.end, language) if time.unit != "day" else ""


def find_plans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the Five-Year Plans of a Chinese text (十四五), each with its first and last year."""
    for match in _PLAN.finditer(text):
        first = _FIRST_OF_TENTH_PLAN + 5 * ("一二三四五六七".index(match[1]) + 1)
        yield match[0], first, first + 4


def find_holidays(text: str) -> Iterator[tuple[str, str]]:
    """Yield the holidays of a Chinese text that are on a fixed day, each with that day."""
    for word, day in _HOLIDAYS.items():
        if word in text:
            yield word, day
