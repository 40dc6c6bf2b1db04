"""Reads parts of a whole: 三分之二, 万分之五, 一又二分之一, 八五折; and dozens, as in 三打."""

import re

from briefing.quantities.amounts import Found, Number
from briefing.quantities.composites import SEP
from briefing.quantities.data import read_context
from briefing.quantities.numerals import (
    ARABIC,
    CHINESE,
    FORMAL,
    MAX_CHINESE,
    SCALES,
    divide,
    find_run_end,
    read,
    read_any,
)
from briefing.quantities.unit_words import UNITS, begins_longer_word, fitting_unit, unit_at

_SLASHED = re.compile("([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.])")
_SIMPLE = "[1-9][0-9]?|[一二三四五六七八九十两]{1,3}"
_OF_SCALE = re.compile(
    "(?:(?:(?P<whole>[1-9][0-9]?) )?(?P<top>[1-9][0-9]?)/(?P<under>[1-9][0-9]?)"
    f"|(?P<below>{_SIMPLE})分之(?P<above>{_SIMPLE}))(?P<scale>[万亿]{{1,2}})"
)
"""A fraction before a scale, which is a part of the unit behind that and no percentage."""
_DENOMINATOR = CHINESE | ARABIC | frozenset(FORMAL)
_DIGIT = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
# 8折, 8.5折, 85折; 八折, 八点五折, 八五折.
_DISCOUNT = re.compile(
    f"(?:([1-9]{{2}}|[{_DIGIT}]{{2}})|([1-9](?:\\.[0-9])?|[{_DIGIT}两](?:点[{_DIGIT}])?)) ?折"
)
_PLAIN = str.maketrans("一二两三四五六七八九点" + "壹贰叁肆伍陆柒捌玖", "1223456789." + "123456789")
_PLAIN_FORMAL = str.maketrans(FORMAL)
_DOZENS_OF = read_context("count-before")["打"]
_BOUGHT = ("买", "购", "要", "订", "送", "装", "卖", "了", "共", "用")


def read_fraction(text: str, start: int) -> Found | None:
    """Return a fraction (三分之二, 百分之五, 1/3) or a range of two, in percent; or None."""
    if found := _part_of_unit(text, start):
        return found
    first = _fraction(text, start)
    if first is None:
        return None
    end, low, below, infix = first
    if sep := SEP.match(text, end):
        second = _fraction(text, sep.end())
        # The second number of 百分之三至五 has the same denominator.
        if second is None and (bare := _over(text, sep.end(), below)):
            second = None if text.startswith(("年", "月", "日", "个"), bare[0]) else bare
        if second and second[1] > low:
            return Found(start, second[0], [low, second[1]], "%", "range", second[3])
    return Found(start, end, low, "%", "percent", infix)


def _part_of_unit(text: str, start: int) -> Found | None:
    """Return a fraction of so many units (三分之二亿元, 1 1/2亿元) in the unit, or None."""
    found = _OF_SCALE.match(text, start)
    word = found and fitting_unit(text, found.end(), unit_at(text, found.end()))
    below = found and read_any(found["below"] or found["under"], 0)
    above = found and read_any(found["above"] or found["top"], 0)
    if not (found and word and below and above and below.top and above.top):
        return None
    scale = 1
    for mark in found["scale"]:
        scale *= SCALES[mark]
    top, bottom = UNITS[word].factor
    parts = above.top + int(found["whole"] or 0) * below.top
    value = divide(parts * scale * top, below.top * bottom)
    return Found(start, found.end() + len(word), value, UNITS[word].code, UNITS[word].kind)


def _fraction(text: str, start: int) -> tuple[int, Number, int, str] | None:
    """Return the end, percentage, denominator and infix of the fraction at `start`, or None."""
    found = _SLASHED.match(text, start)
    if found and int(found[1]) < int(found[2]) <= 20:
        return found.end(), divide(int(found[1]) * 100, int(found[2])), int(found[2]), ""
    # The denominator is cut out before it is read, because 百分 could be read as a unit.
    end = find_run_end(text, start, _DENOMINATOR, 10)
    written = text[start:end].translate(_PLAIN_FORMAL)
    below = read(written, 0) if text.startswith("分之", end) else None
    if below is None or not below.top or below.end != end - start:
        return None
    return _over(text, end + 2, below.top)


def _over(text: str, start: int, below: int) -> tuple[int, Number, int, str] | None:
    """Return what `_fraction` does, of the number at `start` divided by `below`; or None."""
    above = read_any(text, start)
    if above is None or above.top is None:
        return None
    return above.end, divide(above.top * 100, above.bottom * below), below, above.infix


def read_mixed(text: str, start: int) -> Found | None:
    """Return a whole number and a fraction (一又三分之二), in percent or in the unit after it."""
    if text.find("又", start, start + MAX_CHINESE) < 0:
        return None
    before = read_any(text, start)
    if (
        before is None
        or before.top is None
        or before.bottom > 1
        or text[before.end : before.end + 1] != "又"
    ):
        return None
    part = _fraction(text, before.end + 1)
    if part is None:
        return None
    end, percent, below, _ = part
    whole_percent = divide(before.top * 100, before.bottom)
    word = fitting_unit(text, end, unit_at(text, end))
    if not word:
        return Found(start, end, whole_percent + percent, "%", "percent")
    unit = UNITS[word]
    top, bottom = unit.factor
    above = round(percent * below)
    above += 100 * below * before.top // before.bottom
    value = divide(above * top, 100 * below * bottom)
    return Found(start, end + len(word), value, unit.code, unit.kind)


def read_discount(text: str, start: int) -> Found | None:
    """Return what is left of a price (八五折, 9折, 8.8折), in percent; or None."""
    found = _DISCOUNT.match(text, start)
    if not found or begins_longer_word(text, found.end() - 1, "折"):
        return None
    two, one = found.groups()
    written = (two or one).translate(_PLAIN)
    value: Number = int(written) if two else divide(round(float(written) * 100), 10)
    return Found(start, found.end(), value, "%", "percent")


def read_dozens(text: str, start: int) -> Found | None:
    """Return 三打 as 36, where it counts things and does not mean to strike; or None."""
    if text.find("打", start, start + MAX_CHINESE) < 0:
        return None
    half = text.startswith("半打", start)
    numeral = None if half else read_any(text, start)
    end = start + 2 if half else numeral.end + 1 if numeral else 0
    if not end or text[end - 1 : end] != "打" or not (half or (numeral and numeral.plain)):
        return None
    after = text[end : end + 1]
    if "一" <= after <= "鿿":
        counted = text.startswith(_DOZENS_OF, end)
    else:
        several = half or text[start:end] not in ("一打", "壹打")
        counted = several or start == 0 or text.endswith(_BOUGHT, 0, start)
    top = 6 if half else (numeral.top or 0) * 12 if numeral else 0
    return Found(start, end, top, None, "count") if counted else None


def read_half(text: str, start: int) -> Found | None:
    """Return 半数, 半成, 半折, 半百 or 半打 by what it is half of, or None."""
    if dozen := read_dozens(text, start):
        return dozen
    word = text[start : start + 2]
    if word == "半百":
        return Found(start, start + 2, 50, None, "count")
    value = {"半数": 50, "半成": 5, "半折": 50}.get(word)
    if value is None or begins_longer_word(text, start + 1, word[1]):
        return None
    return Found(start, start + 2, value, "%", "percent")
