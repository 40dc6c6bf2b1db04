"""Reads a number together with the unit after it."""

import re
from typing import NamedTuple

from briefing.quantities.data import read_context, words
from briefing.quantities.numerals import ARABIC, DIGITS, Numeral, read, skip_blanks
from briefing.quantities.unit_words import UNITS, fitting_unit, unit_at
from briefing.quantities.units import Unit

Number = int | float
Value = Number | str | list[Number | str] | None

# Before these 等 makes a grade (三等奖); otherwise it means "and so on".
_GRADED = read_context("ordinal-before")["等"]

# The codes of words that are read differently after a slash: 时 is an hour only in 公里/时.
_PER = dict.fromkeys("年a", "year") | dict.fromkeys("日天d", "day") | {"月": "month"}
_PER |= dict.fromkeys(("时", "小时", "h"), "hour") | dict.fromkeys(("分", "分钟", "min"), "minute")
_PER |= dict.fromkeys("秒s", "s") | {"亩": "mu", "Wh": "Wh", "W": "W", "L": "L"}
_PER |= {word: word for word in words("人 户 台 个 次 株 头 车 件 套 人天 间 床 人月")}


class Found(NamedTuple):
    """A quantity or name at `start` to `end` of the folded text.

    The other fields are those of `Quantity`. `qualifier` is at first only that of the number
    itself (余, 多, 几), or empty.
    """

    start: int
    end: int
    value: Value
    unit: str | None
    kind: str
    qualifier: str = ""
    resolved: bool = False


NO_UNIT = Unit(None, "count")


class Amount(NamedTuple):
    """A number with the unit after it, or with NO_UNIT and an empty `word`.

    `word` is the unit as written, and `infix` the qualifier inside the number, or empty.
    """

    start: int
    end: int
    numeral: Numeral
    unit: Unit
    word: str
    infix: str

    def value(self, scale: int = 1) -> Number | None:
        """Return the value in the unit, times `scale`."""
        top, bottom = self.unit.factor
        return self.numeral.value((top * scale, bottom))


# Units after which 半 adds a half (一吨半), if it begins no word of its own.
_HALVED = words("年 天 倍 成 吨 米 斤 公斤 里 公里 亩 周 小时")
_NOT_HALF = re.compile("半(?![径岛年天个数夜月场小日导])")
# After a number of these words 两 is a weight (三两白酒), also at the end of a clause.
_WEIGHED = re.compile("(?![一-鿿])|[酒银茶肉米面饭粮油盐糖参]|黄金|白[酒银糖]|人参")
# Times in sports have their hundredths behind the second: 10秒03.
_HUNDREDTHS = re.compile(
    "[0-9]{2}(?! ?[0-9.,%％年月日号时点分:/十百千万亿余多几]| ?[~～至到—-] ?[0-9]+(?![0-9秒]))"
)
_RANKED = re.compile("[名位分]列|位居|名次")  # which begin with no unit behind a time
# Pictures with so many lines are called 1080P, which is no computing power.
_LINES_OF_VIDEO = (240, 360, 480, 576, 720, 1080, 1440, 2160, 4320)
# What 里 ends in the name of a village (三十里铺).
_OF_PLACES = frozenset("铺堡店桥河湾庄屯墩甸村沟坪营镇台岗坡沙头洋浦外弄巷")
_DIVIDED = re.compile(" {0,2}(?:/ {0,2}|每(?=小时|秒|分钟))")
_HALF = re.compile("个([多余半])(月|小时|世纪|钟头|星期|季度|学期|百分点)")


def read_amount(text: str, start: int) -> Amount | None:
    """Return the number at `start` with its unit, or None if there is no number."""
    numeral = read(text, start)
    if numeral is None:
        return None
    at = skip_blanks(text, numeral.end) if text[start] in ARABIC else numeral.end
    if half := _HALF.match(text, at):
        mark, word = half.groups()
        numeral = _plus_half(numeral) if mark == "半" else numeral
        infix = "" if mark == "半" else "more_than"
        return Amount(start, half.end(), numeral, unit_of_half(word), f"个{word}", infix)
    # 3个亿 is money, but 3个亿元级项目 are three of them.
    if text.startswith("个亿", at) and not unit_at(text, at + 2):
        top = None if numeral.top is None else numeral.top * 10**8
        numeral = numeral._replace(top=top, end=at + 2, scale=numeral.scale * 10**8)
        at += 2
    unit, word = _unit_after(text, start, at, numeral)
    if not word:
        return Amount(start, numeral.end, numeral, NO_UNIT, "", numeral.infix)
    end = at + len(word)
    if word in _HALVED and not numeral.infix and _NOT_HALF.match(text, end):
        numeral, end = _plus_half(numeral), end + 1
    else:
        end, unit = _rate(text, end, unit)
    digit = DIGITS.get(text[end : end + 1])
    # 九成五 is 95%, but 三成两项 is 30% and two items.
    if word == "成" and digit and numeral.top and not unit_at(text, end + 1):
        numeral = numeral._replace(top=numeral.top * 10 + digit, bottom=10)
        end += 1
    if word == "秒":
        numeral, end = _with_hundredths(text, end, numeral)
    return Amount(start, end, numeral, unit, word, numeral.infix)


def _with_hundredths(text: str, end: int, numeral: Numeral) -> tuple[Numeral, int]:
    """Return seconds with the hundredths behind them, and where they end.

    Two digits that count or measure something themselves are no hundredths: 10秒30次.
    """
    found = _HUNDREDTHS.match(text, end)
    if not found or numeral.top is None:
        return numeral, end
    at = skip_blanks(text, found.end())
    if not _RANKED.match(text, at) and fitting_unit(text, at, unit_at(text, at)):
        return numeral, end
    top = numeral.top * 100 + int(found[0]) * numeral.bottom
    return numeral._replace(top=top, bottom=numeral.bottom * 100), found.end()


def unit_of_half(word: str) -> Unit:
    """Return the unit of which 半 or 半个 says a half: 月 is that of 半个月, 年 that of 半年."""
    return UNITS.get(f"个{word}") or UNITS.get(word) or Unit(word, "duration")


def _plus_half(numeral: Numeral) -> Numeral:
    """Return the number plus a half."""
    top = None if numeral.top is None else numeral.top * 2 + numeral.bottom
    return numeral._replace(top=top, bottom=numeral.bottom * 2)


def _unit_after(text: str, start: int, at: int, numeral: Numeral) -> tuple[Unit, str]:
    """Return the unit at `at` and how it is written, if it fits the number from `start`."""
    word = fitting_unit(text, at, unit_at(text, at))
    if not word:
        return NO_UNIT, ""
    follows = at + len(word)
    many = numeral.scale >= 10**4
    electric = text[follows : follows + 1] == "电"
    top, bottom = numeral.top, numeral.bottom
    misread = (
        (word == "里" and not _is_li(text, follows, numeral))
        or (word == "两" and not _WEIGHED.match(text, follows))
        or (word == "等" and not text.startswith(_GRADED, follows))
        or (word == "成" and (top is None or top > 10 * bottom))
        or (word in ("大", "强") and not (numeral.plain and top and 1 <= top <= 5000))
        or (word == "P" and top in _LINES_OF_VIDEO)
    )
    if misread:
        return NO_UNIT, ""
    if word == "度" and (many or electric):
        return UNITS["度电"], "度电" if electric else word
    if word == "度" and text.endswith(("华氏", "华氏温度"), 0, start):
        return UNITS["华氏度"], word
    if word == "方" and many:
        return UNITS["立方"], word
    if word == "级" and (numeral.scale > 1 or bottom > 1 or (top or 0) >= 1000):
        return Unit("级", "measure"), word
    return UNITS[word], word


def _is_li(text: str, follows: int, numeral: Numeral) -> bool:
    """Return whether 里 after a number is the unit and not part of a name (七里河, 三十里铺)."""
    if text[follows : follows + 1] in _OF_PLACES or numeral.form == "year" or numeral.top is None:
        return False
    return numeral.form == "arabic" or numeral.top >= 100


def _rate(text: str, end: int, unit: Unit) -> tuple[int, Unit]:
    """Return the end and unit with what it is divided by, if anything (元/吨, 公里每小时)."""
    sign = _DIVIDED.match(text, end)
    if not sign:
        return end, unit
    at = sign.end()
    scaled = text.startswith(("万", "千", "百"), at) and not unit_at(text, at)
    scale = text[at] if scaled else ""
    at += len(scale)
    word = unit_at(text, at)
    if not word or word in _PER:
        word = next((text[at : at + n] for n in (2, 1) if text[at : at + n] in _PER), "")
    if not word:
        return end, unit
    code = _PER.get(word) or UNITS[word].code
    kind = "measure" if unit.kind == "count" else unit.kind
    end, code = at + len(word), f"{unit.code}/{scale}{code}"
    # A second unit may follow: 元/人·天, 元/平方米/月.
    below = text[end + 1 : end + 2]
    if text[end : end + 1] in ("·", "/", "•") and below in _PER:
        end, code = end + 2, f"{code}/{_PER[below]}"
    return end, Unit(code, kind, unit.factor)
