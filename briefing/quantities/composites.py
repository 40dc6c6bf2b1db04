"""Reads what is made of several numbers: ranges, lists, fractions, ratios and products."""

import re
from functools import cache

from briefing.quantities.amounts import Amount, Found, Number, Value, amount
from briefing.quantities.numerals import ARABIC, CHINESE, blanks, ratio, read, run_end, whole
from briefing.quantities.ordinals import ORDINAL_UNITS


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns. Each is matched at a place, and none is unbounded."""
    part = "[0-9]{1,6}(?:\\.[0-9]{1,4})?"
    item = "(?:[0-9]{1,4}|[一二三四五六七八九])"
    return {
        "sep": re.compile(" ?(?:—{1,2}|-{1,2}|~{1,2}|至|到) ?"),
        "ratio": re.compile(f"{part}(?: ?[:比] ?{part}){{1,5}}(?![0-9])"),
        "fraction": re.compile("([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.])"),
        "list": re.compile(f"{item}(?:、{item}){{1,6}}(?![0-9.十])"),
    }


def combined(text: str, first: Amount) -> Found | None:
    """Return the range that begins with `first` (15%—20%, 3至5年, 七八百), or None."""
    numeral = first.numeral
    if numeral.high is not None:
        upper = first._replace(numeral=numeral._replace(top=numeral.high, high=None))
        return _range(first, first.value(), upper, "about")
    sep = _patterns()["sep"].match(text, first.end)
    second = amount(text, sep.end()) if sep else None
    if second is None or sep is None or second.numeral.high is not None:
        return None
    if first.word and first.unit.code != second.unit.code:
        return None
    small, large = first.numeral, second.numeral
    if not first.word and not second.word:
        to = sep.group().strip() in ("到", "至")
        if small.form != large.form or (to and large.scale == 1):
            return None
    # The first number of 3至5万 shares the scale of the second.
    scale = 1
    if not first.word and small.scale == 1 and small.top is not None and large.top is not None:
        before_scale = large.top // large.scale
        if small.top * large.bottom < before_scale * small.bottom:
            scale = large.scale
    low, high = first._replace(unit=second.unit).value(scale), second.value()
    if low is None or high is None or low >= high:
        return None
    return _range(first, low, second, second.infix)


def _range(first: Amount, low: Number | None, last: Amount, qualifier: str) -> Found:
    """Return the range from `low` to the value of `last`, written from `first` to `last`."""
    high = last.value()
    value: Value = None if low is None or high is None else [low, high]
    years = [str(year) for year in (low, high) if isinstance(year, int) and 1900 <= year <= 2100]
    # Without a unit, a range like 2021—2035 is one of years.
    if not last.word and len(years) == 2:
        return Found(first.start, last.end, [*years], "date", "range", qualifier)
    return Found(first.start, last.end, value, last.unit.code, "range", qualifier)


def listed(text: str, start: int) -> Found | None:
    """Return 1、2号 as a list of ordinals or 五、六个 as a range; None for separate numbers."""
    found = _patterns()["list"].match(text, start)
    if not found or (start == 0 and text[0] not in ARABIC):
        return None
    parts = found.group().split("、")
    final = amount(text, found.end() - len(parts[-1]))
    if final is None or not final.word or not final.numeral.plain:
        return None
    numbers = [whole(part) for part in parts]
    values: list[Number | str] = [*numbers]
    if final.word in ORDINAL_UNITS or final.word in ("类", "批", "档", "标段"):
        return Found(start, final.end, values, final.unit.code, "ordinal")
    if numbers == [numbers[0], numbers[0] + 1] and final.unit.kind in ("count", "duration"):
        return Found(start, final.end, values, final.unit.code, "range", "about")
    return None


def divided(text: str, start: int) -> Found | None:
    """Return a fraction (三分之二, 百分之五, 1/3) or a range of two, in percent; or None."""
    first = _fraction(text, start)
    if first is None:
        return None
    end, low, below, infix = first
    if sep := _patterns()["sep"].match(text, end):
        second = _fraction(text, sep.end())
        # The second number of 百分之三至五 has the same denominator.
        if second is None and (bare := _over(text, sep.end(), below)):
            second = None if text.startswith(("年", "月", "日", "个"), bare[0]) else bare
        if second and second[1] > low:
            return Found(start, second[0], [low, second[1]], "%", "range", second[3])
    return Found(start, end, low, "%", "percent", infix)


def _fraction(text: str, start: int) -> tuple[int, Number, int, str] | None:
    """Return the end, percentage, denominator and infix of the fraction at `start`, or None."""
    found = _patterns()["fraction"].match(text, start)
    if found and int(found[1]) < int(found[2]) <= 20:
        return found.end(), ratio(int(found[1]) * 100, int(found[2])), int(found[2]), ""
    # The denominator is cut out before it is read, because 百分 could be read as a unit.
    end = run_end(text, start, CHINESE | ARABIC, 6)
    below = read(text[start:end], 0) if text.startswith("分之", end) else None
    if below is None or not below.top or below.end != end - start:
        return None
    return _over(text, end + 2, below.top)


def _over(text: str, start: int, below: int) -> tuple[int, Number, int, str] | None:
    """Return the same of the number at `start`, divided by `below`."""
    above = read(text, start)
    if above is None or above.top is None:
        return None
    return above.end, ratio(above.top * 100, above.bottom * below), below, above.infix


def proportion(text: str, start: int) -> Found | None:
    """Return the ratio of two or more numbers (5.5:44.4:50.1); its value is their list."""
    found = _patterns()["ratio"].match(text, start)
    if not found:
        return None
    numbers = map(float, re.split("[:比]", found.group()))
    values: list[Number | str] = [int(one) if one.is_integer() else one for one in numbers]
    return Found(start, found.end(), values, "ratio", "measure")


def product(text: str, first: Amount) -> Found | None:
    """Return the product that begins with `first` (2×66万千瓦), multiplied out, or None."""
    at = blanks(text, first.end)
    if first.word or not first.numeral.plain or text[at : at + 1] not in ("×", "x", "X", "*", "✕"):
        return None
    second = amount(text, blanks(text, at + 1))
    if second is None or first.numeral.top is None or second.numeral.top is None:
        return None
    value, unit = second.value(first.numeral.top), second.unit
    return Found(first.start, second.end, value, unit.code, unit.kind, second.infix)
