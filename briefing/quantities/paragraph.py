"""Finds the names and quantities of one paragraph.

At each place a name and a quantity are read, and the longer one is kept.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from briefing.quantities import (
    amounts,
    composites,
    fractions,
    names,
    ordinals,
    qualifiers,
    roman,
    terms,
)
from briefing.quantities.amounts import Amount, Found, unit_of_half
from briefing.quantities.data import WordTable, read_context, words
from briefing.quantities.dates import DateReader
from briefing.quantities.firsts import FIRSTS, SYMBOLS
from briefing.quantities.numerals import (
    ARABIC,
    CHINESE,
    FORMAL,
    MAX_CHINESE,
    read,
    read_whole,
    skip_blanks,
)

_BASEMENT = re.compile("负[一二三四五1-5][层楼]")

_VARIABLE = re.compile("(?<![A-Za-z])[A-Za-z]$")
"""A letter in the place of a number: N亿元, and not GDP万亿元."""
_ODD = "[\u0300-\u036f\u20d0-\u20f0\u2044\u00bc-\u00be\u2150-\u215f]"
_BROKEN = re.compile(f"(?:[0-9][·•‧・’'`点]|{_ODD})$")
_BREAKS = re.compile(f"[·•‧・’'`点][0-9]|{_ODD}")
"""A mark within a number that is none of its digits: no part of 3·5亿元 or 1½ is a number."""


def _is_numeral_unread(text: str, at: int) -> bool:
    """Return whether a numeral that is not read stands right before an offset: ③亿元, ½亿元."""
    before = text[max(0, at - 2) : at]
    is_numeral = bool(before) and unicodedata.category(before[-1])[0] in "NM"
    return is_numeral or bool(_VARIABLE.search(before))


# Units that can follow a bare 百, 千, 万 or 亿 (万元, 千亩); others need 每, 近, 超 or 余 too.
_BARE_SCALE_KINDS = frozenset({"money", "percent", "measure"})
# Measure words that can follow one too (百名干部).
_SCALED = frozenset(
    words("级 人 名 家 个 位 户 支 场 架 辆 列 台 套 件 项 头 只 棵 株 艘 次 人次 份 张 间")
)
_NOT_AFTER = read_context("begins-not-after")
_AFTER = read_context("begins-after")
_ENDLESS = 3 * MAX_CHINESE
_HEADS = frozenset("码山桥龙源街村镇店关劲势矛石木巨罐牵带船车滩埠渡钻苗年月坡墙垄")
"""Characters with which 头 is a word of its own, and not the first of several: 码头."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns. `trigger` finds where a name or quantity may begin."""
    marks = sorted(names.NAME_FIRSTS | FIRSTS)
    return {
        "trigger": re.compile(f"[{''.join(map(re.escape, marks))}]"),
        # No hyphen, as in A-3 or 3-5, and no range sign.
        "minus": re.compile(
            "(?<![0-9A-Za-z)—~-])-(?=[0-9])|负(?=[0-9一二两三四五六七八九十百零壹贰叁肆伍陆柒捌玖])"
        ),
        "digits": re.compile("[0-9][0-9,.]*"),
        "endless": re.compile(f"[{''.join(sorted(CHINESE) + sorted(FORMAL))}]{{{_ENDLESS},}}"),
        "double": re.compile(
            "翻(?:了|过|上)?(?P<about>近|将近|接近|差不多|大?约|超过?|逾|不到|不足)?"
            "(?: ?(?P<times>[一二两三四五六1-6]) ?)?番"
        ),
        "half": re.compile(
            "半(?:个(多?)(月|小时|世纪|钟头|季度|学期)|(年|天|日|小时|月))(?![报刊板谈历志])"
        ),
        # The number of an item in a list: 1., 1、 or 1) at the start of a paragraph, (1) anywhere.
        "marker": re.compile("\\A[0-9]{1,2}(?:[、)]|\\.(?! ?[0-9]))|(?<=\\()[0-9]{1,2}\\)"),
    }


class ParagraphReader:
    """Reads one folded paragraph of an article of the given date, or of an unknown date.

    `given` are names that are to be read as names.
    """

    def __init__(self, text: str, date: datetime.date | None, given: WordTable | None) -> None:
        self._text = text
        self._dates = DateReader(text, date)
        self._slogans = terms.find_slogans(text)
        self._given = terms.find_given_names(text, given)
        self._readers: dict[str, Callable[[int], Found | None]] = {
            "第": lambda at: self._dates.read(at) or ordinals.read_numbered(text, at),
            "前": lambda at: self._dates.read(at) or ordinals.read_leading(text, at),
            "头": lambda at: None if text[at - 1 : at] in _HEADS else self._dates.read(at),
            "首": lambda at: ordinals.read_first(text, at),
            "上": self._half_year,
            "下": self._half_year,
            "翻": self._doubled,
            "半": self._half,
            "对": self._halved,
        }

    def found(self) -> Iterator[Found]:
        """Yield the names and quantities with their qualifiers, in order and without overlap."""
        at, trigger = 0, _patterns()["trigger"]
        for start, end, is_name in self._stops():
            while place := trigger.search(self._text, at, start):
                one, at = self._next(place.start())
                if one is not None:
                    yield one
            if at <= start < end:
                if is_name:
                    yield Found(start, end, None, None, "name")
                at = end

    def _stops(self) -> Iterator[tuple[int, int, bool]]:
        """Yield the spans that are not read, whether each is a given name, and the end of all.

        A run of more numerals than any number has says nothing, and is not tried at every place.
        """
        text, stops = self._text, [(*span, True) for span in self._given]
        if len(text) > _ENDLESS:
            runs = _patterns()["endless"].finditer(text)
            stops = sorted([*stops, *((*found.span(), False) for found in runs)])
        yield from stops
        yield len(text), 0, False

    def _next(self, start: int) -> tuple[Found | None, int]:
        """Return what begins at `start`, or None, and where to go on."""
        text = self._text
        if end := self._slogans.get(start, 0):
            return Found(start, end, None, None, "name"), end
        if text[start] not in FIRSTS:
            end = names.find_name_end(text, start)
            return (Found(start, end, None, None, "name"), end) if end else (None, start + 1)
        if classes := roman.read_classes(text, start):
            return qualifiers.add_qualifier(text, classes), classes.end
        if text[start].isascii() and text[start].isalpha():
            end, is_name = names.find_latin_end(text, start)
            return (Found(start, end, None, None, "name") if is_name else None), end
        name = names.find_name_end(text, start)
        found = self._quantity(start)
        if found is not None:
            found = qualifiers.add_qualifier(text, found)
            # After a qualifier, a word that begins with 百, 千, 万 or 亿 is a number (近百家).
            scaled = text[start] in "百千万亿" and found.qualifier != "exact"
            if found.end > name or (found.end == name and scaled):
                # 百名干部 are about a hundred.
                round_count = (
                    text[start] in "百千万亿" and text[start + 1 : start + 2] not in CHINESE
                )
                if round_count and found.kind == "count" and found.qualifier == "exact":
                    found = found._replace(qualifier="about")
                return found, found.end
        if name:
            return Found(start, name, None, None, "name"), name
        return None, self._skip(start)

    def _skip(self, start: int) -> int:
        """Return the end of the number at `start`, so that no part of it is read by itself."""
        if digits := _patterns()["digits"].match(self._text, start):
            return digits.end()
        numeral = read(self._text, start)
        return numeral.end if numeral else start + 1

    def _quantity(self, start: int) -> Found | None:
        """Return the quantity that begins at `start`, without the qualifiers around it, or None."""
        text, mark = self._text, self._text[start]
        if period := self._dates.read_of_year(start):
            return period
        hidden = mark in _NOT_AFTER and text.endswith(_NOT_AFTER[mark], 0, start)
        if hidden and not text.endswith(_AFTER.get(mark, ()), 0, start):
            return fractions.read_half(text, start) if text.startswith("半百", start) else None
        if mark in ARABIC or mark in CHINESE or mark in FORMAL:
            return self._negative(start) if text.startswith("零下", start) else self._number(start)
        if mark in "-负":
            return self._negative(start) if _patterns()["minus"].match(text, start) else None
        if mark in SYMBOLS:
            return self._priced(start)
        reader = self._readers.get(mark)
        return reader(start) if reader else None

    def _halved(self, start: int) -> Found | None:
        """Return 对折 as half the price after 打, or None."""
        text = self._text
        halved = text.startswith("对折", start) and text.endswith("打", 0, start)
        return Found(start, start + 2, 50, "%", "percent") if halved else None

    def _half_year(self, start: int) -> Found | None:
        """Return 上半年 or 下半年, or None."""
        return self._dates.read(start) if self._text.startswith("半年", start + 1) else None

    def _number(self, start: int) -> Found | None:
        """Return the quantity that begins with the digit or numeral at `start`, or None."""
        text = self._text
        if _patterns()["marker"].match(text, start):
            return None
        if text.startswith("一半", start):
            return Found(start, start + 2, 50, "%", "percent")
        if found := (
            self._dates.read(start)
            or fractions.read_fraction(text, start)
            or fractions.read_mixed(text, start)
            or fractions.read_discount(text, start)
            or fractions.read_dozens(text, start)
            or composites.read_ratio(text, start)
            or composites.read_list(text, start)
            or ordinals.read_plenary(text, start)
        ):
            return found
        first = amounts.read_amount(text, start)
        return first and (
            composites.read_product(text, first)
            or composites.read_range(text, first)
            or composites.read_sum(text, first)
            or self._single(composites.take_shared_unit(text, first))
        )

    def _single(self, first: Amount) -> Found | None:
        """Return a single number with its unit, or None if it is no quantity."""
        text, numeral, unit = self._text, first.numeral, first.unit
        value = first.value()
        four = numeral.plain and numeral.end - first.start == 4
        year = four and numeral.form in ("arabic", "year") and 1900 <= (numeral.top or 0) <= 2099
        if year and first.word in ("", "起", "对", "本", "所", "处", "大", "和"):
            return Found(first.start, numeral.end, str(numeral.top), "date", "date")
        if kind_of_size := self._kind_by_size(first):
            return kind_of_size
        if names.is_numbered(text, first.start, first.end):
            return Found(first.start, first.end, None, None, "name")
        if numeral.form == "scale" and not self._scale_counts(first):
            return None
        if numeral.form == "arabic" and (
            _BROKEN.search(text[: first.start][-2:]) or _BREAKS.match(text, numeral.end)
        ):
            return None
        if not first.word and not self._bare_counts(first):
            return None
        kind = unit.kind if unit.kind != "count" else ordinals.choose_kind(text, first)
        if kind == "ordinal" and first.word == "期":
            return Found(first.start, first.end, None, None, "name")
        # 两度 says how many times, and not how warm it is.
        if unit.code == "度" and numeral.form == "chinese" and (value or 11) < 10:
            kind = "count"
        qualifier = first.infix or (ordinals.AMONG if kind == "rank" else "")
        return Found(first.start, first.end, value, unit.code, kind, qualifier)

    def _kind_by_size(self, first: Amount) -> Found | None:
        """Return a kind of things by their size, which counts none of them (百亿县区), or None."""
        text, numeral = self._text, first.numeral
        if numeral.form != "scale" or first.infix or qualifiers.find_before(text, first.start):
            return None
        thing = names.KINDS_BY_SIZE.match(text, numeral.end)
        end = max(first.end, thing.end()) if thing else 0
        return Found(first.start, end, None, None, "name") if thing else None

    def _scale_counts(self, first: Amount) -> bool:
        """Return whether a number that begins with 百, 千, 万 or 亿 is an amount (万元)."""
        if _is_numeral_unread(self._text, first.start):
            return False
        if first.infix or qualifiers.find_before(self._text, first.start):
            return True
        single = first.numeral.end - first.start == 1
        if not first.word:
            return not single and self._text[first.start : first.numeral.end] != "千万"
        is_counted = first.unit.kind in _BARE_SCALE_KINDS and first.word != "里"  # 喜事传千里
        return not single or is_counted or first.word in _SCALED

    def _bare_counts(self, first: Amount) -> bool:
        """Return whether a number without a unit is a quantity and not part of a word."""
        text, numeral, start = self._text, first.numeral, first.start
        if numeral.form == "arabic":
            # Digits that begin with a zero are a code.
            return text[start] != "0" or text[start + 1 : start + 2] not in ARABIC
        large = numeral.top is None or numeral.top >= 100
        if large or first.infix or numeral.form in ("scale", "year") or numeral.bottom > 1:
            return True
        return numeral.end - start > 1 and bool(qualifiers.find_before(text, start))

    def _doubled(self, start: int) -> Found | None:
        """Return 翻番 and 翻一番 as 2 times, and 翻两番 as 4 times; or None."""
        found = _patterns()["double"].match(self._text, start)
        if not found:
            return None
        times = 2 ** (read_whole(found["times"]) or 1)
        qualifier = qualifiers.find_before(self._text, found.end("about")) if found["about"] else ""
        return Found(start, found.end(), times, "times", "measure", qualifier)

    def _half(self, start: int) -> Found | None:
        """Return 半年, 半个月 or 半数, or None."""
        if part := fractions.read_half(self._text, start):
            return part
        found = _patterns()["half"].match(self._text, start)
        if not found:
            return None
        qualifier = "more_than" if found[1] else ""
        unit = unit_of_half(found[2] or found[3])
        return Found(start, found.end(), 0.5, unit.code, "duration", qualifier)

    def _priced(self, start: int) -> Found | None:
        """Return a number after a symbol of money (¥500), or None."""
        first = amounts.read_amount(self._text, skip_blanks(self._text, start + 1))
        if first is None or first.numeral.top is None:
            return None
        code = SYMBOLS[self._text[start]]
        return Found(start, first.end, first.value(), code, "money", first.infix)

    def _negative(self, start: int) -> Found | None:
        """Return a number after a sign (-0.8%, 负5度, 零下5℃) or a range from it, or None."""
        text = self._text
        below_zero = text.startswith("零下", start)
        at = skip_blanks(text, start + 1 + below_zero)
        # A mixed number is negative as a whole: 负一又二分之一.
        mixed = fractions.read_mixed(text, at)
        if mixed and isinstance(mixed.value, int | float):
            return mixed._replace(start=start, value=-mixed.value)
        first = amounts.read_amount(text, at)
        value = first.value() if first else None
        if first is None or value is None or (below_zero and not first.word):
            return None
        if _BASEMENT.match(text, start):
            return Found(start, first.end, None, None, "name")
        if not first.word:
            is_range = text.startswith(("~", "—", "至", "到"), first.end)
            last = amounts.read_amount(text, first.end + 1) if is_range else None
            high = last.value() if last and last.word else None
            if last and high is not None and high > -value:
                return Found(start, last.end, [-value, high], last.unit.code, "range", last.infix)
        return Found(start, first.end, -value, first.unit.code, first.unit.kind, first.infix)
