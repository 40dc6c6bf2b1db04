"""A number with its unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.quantities import units
from briefing.quantities.names import unit_at
from briefing.quantities.numerals import ARABIC, DIGITS, Numeral, blanks, read
from briefing.quantities.units import UNITS, Unit

Number = int | float
Value = Number | str | list[Number | str] | None


class Found(NamedTuple):
    """What was found at `start` to `end` of the folded text; `Quantity` without its paragraph.

    `qualifier` is that of the number itself (余, 多, 几), or empty.
    """

    start: int
    end: int
    value: Value
    unit: str | None
    kind: str
    qualifier: str = ""
    resolved: bool = False


class Amount(NamedTuple):
    """A numeral and the unit written after it, where there is one."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None
    word: str
    infix: str

    def value(self, scale: int = 1) -> Number | None:
        """The value in the unit, times `scale`."""
        top, bottom = self.unit.factor if self.unit else (1, 1)
        return self.numeral.value((top * scale, bottom))


_HALF = re.compile("个([多余半])(月|小时|世纪|钟头|星期|季度|学期|百分点)")
_HALF_UNITS = {
    "月": "month",
    "小时": "hour",
    "世纪": "century",
    "钟头": "hour",
    "星期": "week",
    "季度": "quarter",
    "学期": "学期",
    "百分点": "pp",
}


def amount(text: str, start: int) -> Amount | None:
    """The number at `start` with its unit, or None where no number is."""
    numeral = read(text, start)
    if numeral is None:
        return None
    at = blanks(text, numeral.end) if text[start] in ARABIC else numeral.end
    if half := _HALF.match(text, at):
        mark, word = half.groups()
        unit: Unit | None = Unit(_HALF_UNITS[word], "percent" if word == "百分点" else "duration")
        if mark == "半" and numeral.top is not None:
            numeral = _plus_half(numeral)
        return Amount(
            start, half.end(), numeral, unit, f"个{word}", "" if mark == "半" else "more_than"
        )
    if text[at : at + 2] in ("个亿", "个万"):
        size = 10**8 if text[at + 1] == "亿" else 10**4
        top = None if numeral.top is None else numeral.top * size
        numeral = numeral._replace(top=top, end=at + 2, scale=numeral.scale * size)
        at += 2
    word = unit_at(text, at)
    unit, word = _fitting(text, at, numeral, word)
    if unit is None:
        return Amount(start, numeral.end, numeral, None, "", numeral.infix)
    end = at + len(word)
    if word in ("年", "天", "倍") and text[end : end + 1] == "半" and not numeral.infix:
        numeral, end = _plus_half(numeral), end + 1
    else:
        end, unit = _rate(text, end, unit)
    digit = DIGITS.get(text[end : end + 1])
    # 九成五 is 95%; 三成两项 is none.
    if word == "成" and digit and numeral.top and not unit_at(text, end + 1):
        numeral = numeral._replace(top=numeral.top * 10 + digit, bottom=10)
        end += 1
    return Amount(start, end, numeral, unit, word, numeral.infix)


def _plus_half(numeral: Numeral) -> Numeral:
    top = None if numeral.top is None else numeral.top * 2 + numeral.bottom
    return numeral._replace(top=top, bottom=numeral.bottom * 2)


def _fitting(text: str, at: int, numeral: Numeral, word: str) -> tuple[Unit | None, str]:
    """The unit `word` at `at`, or a shorter one, as far as it fits what follows and the number."""
    while word:
        after = text[at + len(word) : at + len(word) + 1]
        if after and after in units.NOT_BEFORE.get(word, ""):
            word = _shorter(word)
            continue
        break
    if not word:
        return None, ""
    unit = UNITS[word]
    follows = at + len(word)
    many = numeral.scale >= 10**4
    if word == "里" and (numeral.top is None or numeral.top < 100 or numeral.form == "year"):
        return None, ""
    if word == "等" and not text.startswith(units.GRADED, follows):
        return None, ""
    if word == "成" and (numeral.top is None or numeral.top > 10 * numeral.bottom):
        return None, ""
    if word == "度" and (many or text[follows : follows + 1] == "电"):
        return UNITS["度电"], "度电" if text[follows : follows + 1] == "电" else word
    if word == "方" and many:
        return UNITS["立方"], word
    if word in ("大", "强") and not (numeral.plain and numeral.top and 1 <= numeral.top <= 5000):
        return None, ""
    if word == "级" and (numeral.scale > 1 or numeral.bottom > 1 or (numeral.top or 0) >= 1000):
        return Unit("级", "measure"), word
    return unit, word


def _shorter(word: str) -> str:
    """The next shorter unit that `word` begins with, or the empty string."""
    for length in range(len(word) - 1, 0, -1):
        if word[:length] in UNITS:
            return word[:length]
    return ""


def _rate(text: str, end: int, unit: Unit) -> tuple[int, Unit]:
    """The end and unit with what it is divided by, if anything: 元/吨, 公里每小时."""
    at = blanks(text, end)
    if text[at : at + 1] == "/":
        at = blanks(text, at + 1)
    elif not text.startswith(("每小时", "每秒", "每分钟"), at):
        return end, unit
    else:
        at += 1
    scale = ""
    if not unit_at(text, at):
        scale = next((mark for mark in ("万", "千", "百") if text.startswith(mark, at)), "")
    word = unit_at(text, at + len(scale))
    code = UNITS[word].code if word and word not in units.RATE_ONLY else ""
    for length in (2, 1):
        below = text[at + len(scale) : at + len(scale) + length]
        if not code and below in units.RATE_ONLY:
            word, code = below, units.RATE_ONLY[below]
    if not code:
        return end, unit
    kind = "measure" if unit.kind == "count" else unit.kind
    end, code = at + len(scale) + len(word), f"{unit.code}/{scale}{code}"
    # 元/人·天, 元/平方米/月
    below = text[end + 1 : end + 2]
    if text[end : end + 1] in ("·", "/", "•") and below in units.RATE_ONLY and below:
        end, code = end + 2, f"{code}/{units.RATE_ONLY[below]}"
    return end, Unit(code, kind, unit.factor)
