"""Reads the dates and times of Chinese prose in an article of a given date.

Values are ISO 8601: `2022`, `2022-03`, `2022-03-21`, `2022-03-21T14:30` or `14:45`; a decade is
`199X` and a century `20XX` (ISO 8601-2), a quarter `2022-Q1`, half a year `2022-H1`. A year or
month that neither the text nor the article's date says is left out as in XML Schema: `--03-21`.
"""

import datetime
import re
from functools import cache

from briefing.quantities.amounts import Found, Value
from briefing.quantities.data import read_context
from briefing.quantities.date_context import YEAR_WORDS, DateContext, Parts, exists
from briefing.quantities.numerals import read_whole

_DURATION_BEFORE = read_context("duration-before")
_DIGIT_OR_DOT = frozenset("0123456789.")
_NUMERALS = frozenset("0123456789〇零一二两三四五六七八九十廿卅")
# What may stand behind the first number of a date, whichever of the patterns it is of.
_BEFORE_SIGN = re.compile(
    f"[{''.join(sorted(_NUMERALS))}]{{1,4}}+ {{0,2}}[年月日号时点世季第至到、:./~—-]"
)
_AFTER_NOON = frozenset(("下午", "晚上", "晚间", "晚", "傍晚", "夜间"))
_PARTS_OF_DAY = sorted(
    _AFTER_NOON
    | {"上午", "凌晨", "中午", "早上", "早晨", "早", "白天", "夜里", "夜", "清晨", "午后"},
    reverse=True,
)
_HALVES_OF_DAY = sorted(_AFTER_NOON | {"上午", "凌晨", "中午", "早上", "早"}, reverse=True)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_expressions()[name])


@cache
def _expressions() -> dict[str, str]:
    """Return the patterns. Each is matched at a place, and none is unbounded.

    The groups are y, m, d, H, M and S for the parts of a date, with a 2 for those of the second
    date or another way of writing; q, f and h are quarters and halves, t and c tens and centuries.
    """
    two = (
        r"(?:[0-9]{1,2}(?![0-9.])|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?!十)"
        r"|廿[一二三四五六七八九]?|卅一?)"
    )
    written = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
    year = rf"(?P<y>{written})"
    sep = r" ?(?:-{1,2}|—{1,2}|~{1,2}|至|到) ?"
    # Two parts of which only the last has its unit are a range, or with 、 a list.
    or_list = rf"(?:{sep}|(?P<list>、))"
    number = "号(?![文楼线院令召])"
    hour = rf"(?P<H2>{two}|[零两]) ?(?:时(?![间代期节])|点(?![0-9](?![0-9]? ?分)))"
    minute = rf"(?: ?(?P<M2>{two}) ?分(?!之|钟)|(?P<half2>半)|整|钟)?"
    digital = r"(?P<H>[01]?[0-9]|2[0-4]):(?P<M>[0-5][0-9])(?::(?P<S>[0-5][0-9]))?(?![0-9:])"
    clock = rf" ?(?P<half>{'|'.join(_HALVES_OF_DAY)})? ?(?:{digital}|{hour}{minute})"
    month = rf"(?P<m>{two}) ?月份?(?![龄均嫂])"
    # 12日元 is money, but 1日元旦 a day.
    sun = "日(?![均本圆]|元(?![旦宵月首帅]))"
    day = rf"(?P<d>{two}) ?(?:{sun}|{number})"
    return {
        "iso": r"(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)"
        rf"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:[ T]{clock})?",
        "iso_month": r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])(?![0-9]|-|年)",
        "years": rf"{year} ?年?{or_list}(?P<y2>{written}) ?年度?(?! ?{two} ?月)",
        "months": rf"(?:{year} ?年 ?)?(?P<m>{two}) ?月?份?{or_list}(?P<m2>{two}) ?月份?"
        rf"(?! ?{two} ?[日号])(?![龄均嫂])",
        "many": rf"(?:{year} ?年 ?)?(?P<list>{two}(?:、{two}){{2,11}}) ?月份?(?![龄均嫂])",
        "days": rf"(?:(?:{year} ?年 ?)?(?P<m>{two}) ?月 ?)?(?P<d>{two}) ?[日号]?{or_list}"
        rf"(?P<d2>{two}) ?(?:{sun}|(?<=[0-9]){number})",
        "date": rf"{year} ?年(?![级龄])度?(?: ?{month}(?: ?{day}(?:{clock})?)?)?",
        "month": rf"{month}(?: ?{day}(?:{clock})?)?",
        "day": rf"(?P<d>{two}) ?{sun}(?:{clock})?",
        "quarter": rf"(?:{year} ?年 ?)?(?:第?(?P<q>[一二三四1-4])"
        rf"(?:(?:{sep}|、)(?P<q2>[一二三四1-4]))? ?季度"
        r"|[前头](?P<f>[二两三23]) ?个?季度"
        r"|(?P<h>[上下])半年(?!度?报(?![国省市州县区部请送批审有上相])))",
        "decade": r"(?:(?P<c>二十|十九|十八|20|19|18)世纪)?(?P<t>[1-9]0|[二三四五六七八九]?十)年代",
        "century": r"(?P<c>二十一|二十|十九|十八|十七|21|20|19|18|17)世纪",
        # 前三个月 may also be the last three months, unless a year stands before it.
        "front": rf"(?:{year} ?年 ?)?前 ?(?P<m>两|{two}) ?(?:月(?!份?[龄均])|(?P<many>个月))",
        "sep": sep,
        # In 9日夜间-10日 the part of the day stands between.
        "after_day": rf"(?:{'|'.join(_PARTS_OF_DAY)})?{sep}",
        "after_time": rf"{sep}(?:次日|翌日|当日|当天|第二天)? ?",
        "clock": clock,
    }


def _clock(groups: dict[str, str | None]) -> str:
    """Return the time in the groups of a pattern in ISO 8601, or an empty string."""
    hour = groups.get("H") or groups.get("H2")
    if not hour:
        return ""
    minute = 30 if groups["half2"] else read_whole(groups["M"] or groups["M2"])
    value = read_whole(hour)
    if groups["half"] in _AFTER_NOON and value < 12:
        value += 12
    if value > 24 or minute > 59:
        return ""
    seconds = f":{groups['S']}" if groups["S"] else ""
    return f"{value:02d}:{minute:02d}{seconds}"


def _parts(found: re.Match[str]) -> Parts:
    """Return the parts of the date in `found`, or of the first date in it."""
    groups = found.groupdict()
    year, month, day = (read_whole(groups.get(name)) for name in "ymd")
    return Parts(year, month, day, _clock(groups))


def _date(
    start: int, end: int, value: Value, kind: str = "date", *, resolved: bool = False
) -> Found:
    """Return a date or a range. `resolved` is whether a part of it is not in its own text."""
    return Found(start, end, value, "date", kind, "", resolved)


class DateReader:
    """Reads the dates of one paragraph, from left to right, in an article of date `today`."""

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self._text = text
        self._context = DateContext(text, today)

    def read(self, start: int) -> Found | None:
        """Return the date that begins at `start` of the folded text, or None."""
        if self._text[start - 1 : start] in _DIGIT_OR_DOT:
            return None
        first = self._text[start]
        if first in _NUMERALS and not _BEFORE_SIGN.match(self._text, start):
            return None
        found = self._period(start)
        if found or first in "上下前头第":
            return found
        return self._listed(start) or self._span(start) or self._clock_only(start)

    def read_of_year(self, start: int) -> Found | None:
        """Return the period that begins with 今年 or the like at `start`, or None.

        It is a quarter, half a year, or several months (去年四季度, 今年前两个月, 明年1—3月).
        """
        if not self._text.startswith(YEAR_WORDS, start):
            return None
        at = start + 2 + self._text.startswith((" ", "的"), start + 2)
        if self._text[at : at + 1] in ("", "第") and not self._text.startswith("第", at):
            return None
        found = self._period(at) or self._listed(at) or self._span(at)
        values = found.value if found and isinstance(found.value, list) else ()
        several = values and all(len(str(value)) < 8 for value in values)
        half = found and isinstance(found.value, str) and found.value[-2:-1] in ("Q", "H")
        return found._replace(start=start) if found and (several or half) else None

    def _match(self, name: str, at: int) -> re.Match[str] | None:
        """Match the pattern of that name at a place of the text."""
        return _pattern(name).match(self._text, at)

    def _period(self, start: int) -> Found | None:
        """Read a quarter, half a year, a decade, a century or the first months (前5月)."""
        if found := self._match("front", start):
            last, year = read_whole(found["m"]), read_whole(found["y"])
            said = year or self._text.endswith(YEAR_WORDS, 0, start)
            if not 1 < last <= 12 or (found["many"] and not said):
                return None
            return self._two(start, found.end(), Parts(year, 1), Parts(year, last))
        if found := self._match("quarter", start):
            year, resolved = self._context.year(start, read_whole(found["y"]), 0)
            label = f"{year:04d}-" if year else ""
            if half := found["h"]:
                if self._text.endswith(("大", "小"), 0, start):
                    return None
                value = f"{label}H{'上下'.index(half) + 1}"
                return _date(start, found.end(), value, resolved=resolved)
            low = 1 if found["f"] else read_whole(found["q"])
            high = read_whole(found["f"] or found["q2"]) or low
            end, sep = found.end(), self._match("sep", found.end())
            other = self._match("quarter", sep.end()) if sep and low == high else None
            if other and other["q"] and not other["q2"] and not other["y"]:
                end, high = other.end(), read_whole(other["q"])
            if low == high:
                return _date(start, found.end(), f"{label}Q{low}", resolved=resolved)
            return _date(
                start, end, [f"{label}Q{low}", f"{label}Q{high}"], "range", resolved=resolved
            )
        if found := self._match("decade", start):
            tens = read_whole(found["t"]) // 10
            century = read_whole(found["c"])
            if not century:
                prefix = self._text[max(0, start - 3) : start]
                century = 21 if prefix == "本世纪" or (tens < 4 and prefix != "上世纪") else 20
            return _date(start, found.end(), f"{century - 1}{tens}X", resolved=not found["c"])
        if found := self._match("century", start):
            return _date(start, found.end(), f"{read_whole(found['c']) - 1}XX")
        return None

    def _listed(self, start: int) -> Found | None:
        """Read a range or list of which only the last part has its unit (1—5月, 7、8月)."""
        if found := self._match("many", start):
            year = read_whole(found["y"])
            months = [Parts(year, read_whole(part)) for part in found["list"].split("、")]
            if all(map(exists, months)):
                pairs = [self._context.complete(start, month) for month in months]
                return _date(start, found.end(), [iso for iso, _ in pairs], resolved=pairs[0][1])
        for name, last in (("years", "y2"), ("months", "m2"), ("days", "d2")):
            found = self._match(name, start)
            if not found:
                continue
            parts, final = _parts(found), read_whole(found[last])
            if last == "y2":
                other = parts._replace(year=final)
            else:
                other = parts._replace(month=final) if last == "m2" else parts._replace(day=final)
            if not (exists(parts) and exists(other)):
                continue
            alone = name == "days" and not parts.month
            if alone and (found.group()[-1] == "号" or self._lasts(found.end(), parts)):
                continue
            kind = "date" if found["list"] else "range"
            return self._two(start, found.end(), parts, other, kind)
        return None

    def _two(self, start: int, end: int, parts: Parts, other: Parts, kind: str = "range") -> Found:
        """Return the range or the list of two dates."""
        low, one = self._context.complete(start, parts)
        high, two = self._context.complete(start, other)
        return _date(start, end, [low, high], kind, resolved=one or two)

    def _span(self, start: int) -> Found | None:
        """Read a date, or a range of two that each have a unit (3月21日至4月5日)."""
        left = self._single(start)
        if left is None:
            return None
        end, parts = left
        sep = self._match("after_day" if parts.day else "sep", end)
        if sep and (right := self._single(sep.end())):
            until, other = right
            if not other.year:
                other = other._replace(year=parts.year, month=other.month or parts.month)
            if (bool(other.month), bool(other.day)) == (bool(parts.month), bool(parts.day)):
                return self._two(start, until, parts, other)
        value, resolved = self._context.complete(start, parts)
        return _date(start, end, value, resolved=resolved)

    def _single(self, at: int) -> tuple[int, Parts] | None:
        """Return the end and the parts of the single date at `at`, or None."""
        for name in ("iso", "iso_month", "date", "month", "day"):
            found = self._match(name, at)
            if not found:
                continue
            parts = _parts(found)
            if not exists(parts):
                continue
            alone = name == "day" or (name == "date" and not parts.month)
            if alone and self._lasts(found.end(), parts):
                return None
            return found.end(), parts
        return None

    def _lasts(self, end: int, parts: Parts) -> bool:
        """Return whether N年 or N日, which ends at `end`, is a duration (1500年历史, 10日内)."""
        early = ("前", "来", "间", "的前", "的来", "的间")
        return self._text.startswith(_DURATION_BEFORE["日" if parts.day else "年"], end) or (
            0 < parts.year < 1800 and self._text.startswith(early, end)
        )

    def _clock_only(self, start: int) -> Found | None:
        """Read a time without a date (14:45, 14时30分, 上午9点)."""
        found = self._match("clock", start)
        time = _clock(found.groupdict()) if found else ""
        if not found or not time:
            return None
        named = self._text.endswith(tuple(_HALVES_OF_DAY), 0, start)
        sep = self._match("after_time", found.end())
        right = self._match("clock", sep.end()) if sep else None
        if found["H"]:
            # 2:15 may be a ratio. With two digits, after a half of the day, before another time or
            # with a zero (9:05) it is a time.
            until = right and right["H"]
            if len(found["H"]) < 2 and not (named or until or found["M"][0] == "0"):
                return None
        elif (
            # 三点 and 三时 without minutes are more often no time.
            not (named or found["M2"] or self._text[found.end() - 1] in "半整钟")
            and (self._text[found.end() - 1] == "点" or found["H2"][0] not in "0123456789")
        ):
            return None
        if named and time < "12" and self._text.endswith(tuple(_AFTER_NOON), 0, start):
            time = f"{int(time[:2]) + 12}{time[2:]}"
        if right and (high := _clock(right.groupdict())):
            return _date(start, right.end(), [time, high], "range")
        return _date(start, found.end(), time)
