"""Set phrases that tell numbers without counting: half the price, around the clock, 80后."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.quantities import numerals
from briefing.quantities.names import KINDS_BY_SIZE

IN_NAME = "name"
"""The unit of the numeral of a name."""
ARABIC = str.maketrans("〇零一二三四五六七八九", "00123456789")
"""The digits for the characters with which a number may be written digit by digit."""
_OVER_HALF = re.compile("(未|没有|不)?过半(?!百)")
_NEARLY_HALF = re.compile("(?:接近|将近|近)半(?![年个月天日数价百路边程径成])")
_HALVED = re.compile("半价|减半")
_AROUND_THE_CLOCK = re.compile("7 ?[×xX*] ?24|24 ?[×xX*] ?7")
_SIZE = re.compile(f"[十百千万]{{0,2}}亿(?:级|{KINDS_BY_SIZE.pattern})")
"""A kind of things by their size in yuan: 百亿县区, 千亿级集群."""
_THRESHOLD = re.compile(
    "(?<![0-9.〇零一二两三四五六七八九十百千万数几多余])(过|超过?|逾)?亿元(以上)?"
    "(?=的?(?:重[大点]|大|级|[\u4e00-\u9fff]{0,4}(?:项目|企业|产业|集群|园区|[县镇村])))"
)
"""From what size things are counted, where no numeral is for the scanner to read: 亿元以上项目."""
_GENERATION = re.compile("([0-9]{2}|[〇零一五六七八九][〇零五])后(?![来续期])")
"""Those born from a year on: 80后, 九五后."""
_RATED = re.compile("(?<![A-Za-z])A{2,5}(?![A-Za-z])")  # AAAAA级 is 5A


class Phrase(NamedTuple):
    """What a phrase tells: a number or a date, its unit, its words, and what may be said of it."""

    value: int | float | str
    unit: str
    words: str
    qualifiers: frozenset[str] = frozenset(["exact"])


def find_phrases(words: str) -> Iterator[Phrase]:
    """Yield the numbers that set phrases mean: half the price, around the clock, over half."""
    if match := _HALVED.search(words):
        yield Phrase(50, "%", match[0])
    for match in _SIZE.finditer(words):
        spelled = numerals.read(numerals.fold(match[0].partition("亿")[0] + "亿"), 0)
        size = spelled.value() if spelled else None
        if size is not None:
            yield Phrase(size, "CNY", match[0], frozenset(["exact", "at_least", "more_than"]))
    yield from _find_thresholds(words)
    if match := _AROUND_THE_CLOCK.search(words):
        yield from (Phrase(24, "hour", match[0]), Phrase(7, "day", match[0]))
    for match in _RATED.finditer(words):
        yield Phrase(len(match[0]), IN_NAME, match[0])
    for match in _GENERATION.finditer(words):
        year = int(match[1].translate(ARABIC))
        year += 2000 if year < 30 else 1900
        yield from (Phrase(year, IN_NAME, match[0]), Phrase(f"{year}", "date", match[0]))
        if year % 10 == 0:
            yield Phrase(f"{year // 10}X", "date", match[0])
    for match in _OVER_HALF.finditer(words):
        yield Phrase(50, "%", match[0], frozenset(["less_than" if match[1] else "more_than"]))
    for match in _NEARLY_HALF.finditer(words):
        yield Phrase(50, "%", match[0], frozenset(["nearly"]))


def _find_thresholds(words: str) -> Iterator[Phrase]:
    """Yield the sizes from which things are counted: 100,000,000 for 亿元以上项目."""
    for match in _THRESHOLD.finditer(words):
        marks = [mark for mark, told in (("more_than", match[1]), ("at_least", match[2])) if told]
        yield Phrase(10**8, "CNY", match[0], frozenset(marks or ["exact", "at_least"]))
