"""Reads what is made of several numbers: ranges, lists, ratios, products and sums of money."""

import re
from functools import cache

from briefing.quantities.amounts import Amount, Found, Number, Value, read_amount
from briefing.quantities.data import read_context
from briefing.quantities.numerals import ARABIC, DIGITS, read_whole, skip_blanks
from briefing.quantities.ordinals import ORDINAL_UNITS
from briefing.quantities.units import MULTIPLIED

SEP = re.compile(" ?(?:—{1,2}|-{1,2}|~{1,2}|至|到) ?")
"""What stands between the ends of a range."""

# Numbers before these are ordinals where they are listed: 一、二类.
_LISTED = ORDINAL_UNITS | {"类", "批", "档", "标段"}
# Numbers of very different size do not share the scale of the last (5000、2万吨).
_MOST_APART = 100
# Before these words each number of a list is a value of its own, also where it counts things.
_APART = read_context("list-after")["分别"]
# Units of length, in which 3×2米 is two lengths and not their product.
_LENGTHS = frozenset(("km", "m", "dm", "cm", "mm", "in", "ft"))
# The parts of a unit of money, of a tenth and of a hundredth.
_CHANGE = dict.fromkeys(("元", "块", "块钱", "圆"), ("角毛", "分")) | {"美元": ("", "美分")}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns. Each is matched at a place, and none is unbounded."""
    part = "[0-9]{1,6}(?:\\.[0-9]{1,4})?"
    item = "(?:[0-9]{1,4}|[一二三四五六七八九])"
    return {
        "ratio": re.compile(f"{part}(?: ?[:比] ?{part}){{1,5}}(?![0-9])"),
        "list": re.compile(f"{item}(?:、{item}){{1,6}}(?![0-9.十])"),
        "and": re.compile(" ?(?:、|以及|和|及|与|或) ?"),
        "change": re.compile(
            "(?:([0-9一二两三四五六七八九]) ?([角毛]))?"
            "(?:[零又]?([0-9一二两三四五六七八九]{1,2}) ?(美分|分)钱?)?"
        ),
        "fen": re.compile("([0-9一二两三四五六七八九])分(?![之钟布])"),
        "spoken": re.compile(
            "([0-9二三四五六七八九]|一(?!斤|公斤|个|只|袋|瓶|件|亩|度|吨))(?:[角毛]?钱|[角毛])?"
            "(?=一?(?:斤|公斤|个|只|袋|瓶|件|亩|度|吨)|左右|[，。；、！？,;!?）)]|$)"
        ),
    }


def read_range(text: str, first: Amount) -> Found | None:
    """Return the range that begins with `first` (15%—20%, 3至5年, 七八百), or None."""
    numeral = first.numeral
    if numeral.high is not None:
        upper = first._replace(numeral=numeral._replace(top=numeral.high, high=None))
        return _range(first, first.value(), upper, "about")
    sep = SEP.match(text, first.end)
    second = read_amount(text, sep.end()) if sep else None
    if second is None or sep is None or second.numeral.high is not None:
        return None
    if first.word and first.unit.code != second.unit.code and not _begins_unit(first, second):
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


def read_list(text: str, start: int) -> Found | None:
    """Return 1、2号 as a list of ordinals or 五、六个 as a range; None for separate numbers."""
    found = _patterns()["list"].match(text, start)
    if not found:
        return None
    parts = found.group().split("、")
    final = read_amount(text, found.end() - len(parts[-1]))
    if final is None or not final.word or not final.numeral.plain:
        return None
    numbers = [read_whole(part) for part in parts]
    rising = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    # 一、 at the start of a paragraph is the number of a heading, unless a list goes on (一、二级).
    if start == 0 and text[0] not in ARABIC and not (rising and final.word in _LISTED):
        return None
    values: list[Number | str] = [*numbers]
    if final.word == "期":
        return Found(start, final.end, None, None, "name")
    if final.word in _LISTED:
        return Found(start, final.end, values, final.unit.code, "ordinal")
    pair = rising and len(numbers) == 2 and not _are_apart(text, start)
    if pair and final.unit.kind in ("count", "duration"):
        return Found(start, final.end, values, final.unit.code, "range", "about")
    return None


def _begins_unit(first: Amount, last: Amount) -> bool:
    """Return whether 个 behind a number is that of the unit of another one (2个至3个百分点)."""
    return first.word == "个" and len(last.word) > 1 and last.word.startswith("个")


def _are_apart(text: str, start: int) -> bool:
    """Return whether 分别 or the like stands before `start` in its sentence."""
    before = text[max(0, start - 40) : start]
    before = before[max(before.rfind("。"), before.rfind(";"), before.rfind(";")) + 1 :]
    return any(word in before for word in _APART)


def take_shared_unit(text: str, first: Amount) -> Amount:
    """Return `first` with the unit that stands once behind a list of numbers (3.2和5.1个百分点).

    A number without 万 or 亿 of its own has that of the last number too (120、85亿元), and one with
    个 alone has the unit that 个 begins there (3.2个、5.1个百分点). `first` is returned as it is
    where it has another unit, or where no list with a unit at its end follows.
    """
    numeral, last = first.numeral, first
    if first.word not in ("", "个") or numeral.form == "scale":
        return first
    if numeral.top is None or numeral.high is not None:
        return first
    for _ in range(8):
        joint = _patterns()["and"].match(text, last.end)
        following = read_amount(text, joint.end()) if joint else None
        if following is None:
            return first
        last = following
        if last.word not in ("", first.word):
            break
    large = last.numeral
    if not last.word or large.top is None or last.word in ORDINAL_UNITS:
        return first
    if first.word:
        return first._replace(unit=last.unit) if _begins_unit(first, last) else first
    sure = last.unit.kind in ("money", "percent", "measure") and numeral.form == "arabic"
    if not (_are_apart(text, first.start) or (sure and last.word not in ("倍", "度"))):
        return first
    scale = 1
    if numeral.scale == 1 and large.scale >= 10**4:
        ends = (numeral.top / numeral.bottom, large.top / large.scale / large.bottom)
        scale = large.scale if max(ends) < _MOST_APART * min(ends) else 1
    numeral = numeral._replace(top=numeral.top * scale, scale=numeral.scale * scale)
    return first._replace(unit=last.unit, numeral=numeral, word=last.word)


def read_ratio(text: str, start: int) -> Found | None:
    """Return the ratio of two or more numbers (5.5:44.4:50.1); its value is their list."""
    found = _patterns()["ratio"].match(text, start)
    if not found:
        return None
    numbers = map(float, re.split("[:比]", found.group()))
    values: list[Number | str] = [int(one) if one.is_integer() else one for one in numbers]
    return Found(start, found.end(), values, "ratio", "measure")


def read_product(text: str, first: Amount) -> Found | None:
    """Return the product that begins with `first` (2×66万千瓦), multiplied out, or None.

    The value of a product of lengths (3×2米, 3米×2米) is the list of them.
    """
    factors, at = [first], skip_blanks(text, first.end)
    while len(factors) < 3 and text[at : at + 1] in MULTIPLIED:
        factor = read_amount(text, skip_blanks(text, at + 1))
        if factor is None or factor.numeral.top is None:
            break
        factors, at = [*factors, factor], skip_blanks(text, factor.end)
    last = factors[-1]
    same = all(one.word in ("", last.word) for one in factors)
    if len(factors) < 2 or first.numeral.top is None or not same:
        return None
    if last.unit.code in _LENGTHS:
        lengths = [one._replace(unit=last.unit).value() for one in factors]
        values: list[Number | str] = [one for one in lengths if one is not None]
        return Found(first.start, last.end, values, last.unit.code, "measure", last.infix)
    if first.word or not first.numeral.plain or len(factors) > 2:
        return None
    value, unit = last.value(first.numeral.top), last.unit
    return Found(first.start, last.end, value, unit.code, unit.kind, last.infix)


def read_sum(text: str, first: Amount) -> Found | None:
    """Return money with its tenths and hundredths (五元三毛, 50元6角三分) as one sum, or None.

    Behind 块 no word need tell the tenths: 两块八一斤.
    """
    value = first.value()
    fen = _patterns()["fen"].match(text, first.end) if first.word == "角" else None
    if fen and value is not None and not first.infix:  # 1角7分
        return Found(
            first.start, fen.end(), round(value * 100 + read_whole(fen[1])) / 100, "CNY", "money"
        )
    spoken = _patterns()["spoken"].match(text, first.end) if first.word == "块" else None
    if spoken and value is not None and not first.infix:
        amount_of = round(value * 10 + read_whole(spoken[1])) / 10
        return Found(first.start, spoken.end(), amount_of, "CNY", "money")
    tenths, hundredths = _CHANGE.get(first.word, ("", ""))
    found = _patterns()["change"].match(text, first.end) if hundredths else None
    if found is None or value is None or first.infix or found.end() == first.end:
        return None
    if (found[2] or "") not in tenths or found[4] not in (None, hundredths):
        return None
    tenth, hundredth = read_whole(found[1]), read_whole(found[3])
    if found[4] and not found[2] and DIGITS.get(text[found.end() : found.end() + 1]) is not None:
        return None
    cents = round(value * 100) + tenth * 10 + hundredth
    return Found(first.start, found.end(), cents / 100, first.unit.code, "money")
