"""Set phrases that tell numbers without counting, or from which some follow: 亚军, 98比91."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.quantities import numerals
from briefing.quantities.names import KINDS_BY_SIZE

IN_NAME = "name"
"""The unit of the numeral of a name."""
ORDER = "order"
"""The unit of a place in an order, which only another such place agrees with: 亚军, 第二名."""
LANES = "+lanes"
"""The unit of the lanes each way: three of 双向六车道."""
POINTS = "分"
"""The unit of the points of a game."""
MARGIN = "margin"
"""The unit of the points by which a game is won."""
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
_RANKS = {
    1: "冠军 夺冠 折桂 夺魁 摘金 榜首 首位 首名 头名 状元 居首",
    2: "亚军 摘银 榜眼",
    3: "季军 摘铜 探花",
    4: "殿军",
}
"""The words for the first places in an order."""
_RANK = re.compile(
    f"(?:{'|'.join(words.replace(' ', '|') for words in _RANKS.values())})(?![选个次批])"
)
_RANK_OF = {word: place for place, words in _RANKS.items() for word in words.split()}
_MEDAL = re.compile(
    r"[获夺摘得](?:[^，。；、和与\d枚块两二三四五六七八九十]|\d+米){0,12}(?P<metal>[金银铜])牌(?![榜总数奖])"
)
"""A medal that somebody wins, and not several of them."""
_NOT_WON = re.compile("[未没无不非失丢争欠憾]|冲击|有望|角逐|[上前历往]届|卫冕|[前原]$|曾")
"""What before a place in an order tells that it is not won, or was at another time."""
_METALS = {"金": 1, "银": 2, "铜": 3}
_STAKES = re.compile(
    r"K(\d{1,4})(?:\+(\d{3}))?(?:处|公里处)?[至到~—-]{1,2}K(\d{1,4})(?:\+(\d{3}))?(?![\d次路号]|列车)"
)
"""The kilometres of a road from one to another one: K42至K57."""
_SCORE = re.compile(r"(?<![\d.])(\d{1,3})[比:：∶](\d{1,3})(?![\d.比:：∶])")
_FEWEST_POINTS = 20
"""The fewest points that both sides of such a game have together."""
_GAME = re.compile("[胜败赢输克]|不敌|领先|落后|逆转|横扫|告负")
"""What beside two numbers tells that they are the points of a game, and no scale or time."""
_NEAR = 12
"""So many characters beside a phrase are looked at."""
_PARTS_OF = re.compile(r"(?<![\d.])(\d{1,2})[比:：∶](\d{1,2})(?=的?比例|分[担成摊配账]|出资)")
_MEDALS = re.compile(r"(\d{1,4})(?:枚?金牌?|枚)[、，]?(\d{1,4})枚?银牌?[、，和]?(\d{1,4})枚?铜")
_LANES = re.compile("双向([二两四六八十]|[1-9][0-9]?)车道")


class Phrase(NamedTuple):
    """What a phrase tells: a number or a date, its unit, its words, and what may be said of it."""

    value: int | float | str
    unit: str
    words: str
    qualifiers: frozenset[str] = frozenset(["exact"])


def find_phrases(text: str, start: int = 0, end: int | None = None) -> Iterator[Phrase]:
    """Yield the numbers that set phrases mean: half the price, around the clock, over half.

    They stand at ``start`` to ``end`` of a text, where by default all of it is read.
    """
    before = max(0, start - _NEAR)
    words, at = text[before:end], start - before
    if match := _HALVED.search(words, at):
        yield Phrase(50, "%", match[0])
    for match in _SIZE.finditer(words, at):
        spelled = numerals.read(numerals.fold(match[0].partition("亿")[0] + "亿"), 0)
        size = spelled.value() if spelled else None
        if size is not None:
            yield Phrase(size, "CNY", match[0], frozenset(["exact", "at_least", "more_than"]))
    yield from _find_thresholds(words, at)
    if match := _AROUND_THE_CLOCK.search(words, at):
        yield from (Phrase(24, "hour", match[0]), Phrase(7, "day", match[0]))
    for match in _RATED.finditer(words, at):
        yield Phrase(len(match[0]), IN_NAME, match[0])
    for match in _GENERATION.finditer(words, at):
        year = int(match[1].translate(ARABIC))
        year += 2000 if year < 30 else 1900
        yield from (Phrase(year, IN_NAME, match[0]), Phrase(f"{year}", "date", match[0]))
        if year % 10 == 0:
            yield Phrase(f"{year // 10}X", "date", match[0])
    for match in _OVER_HALF.finditer(words, at):
        yield Phrase(50, "%", match[0], frozenset(["less_than" if match[1] else "more_than"]))
    for match in _NEARLY_HALF.finditer(words, at):
        yield Phrase(50, "%", match[0], frozenset(["nearly"]))
    yield from _find_orders(words, at)
    yield from _find_counted(words, at)


def _find_orders(words: str, at: int) -> Iterator[Phrase]:
    """Yield the places in an order that words tell: the runner-up, who wins a medal."""
    for match in _RANK.finditer(words, at):
        if not _is_not_won(words, match.start()):
            yield Phrase(_RANK_OF[match[0]], ORDER, match[0])
    for match in _MEDAL.finditer(words, at):
        if not _is_not_won(words, match.start()):
            yield Phrase(_METALS[match["metal"]], ORDER, match[0])


def _is_not_won(words: str, at: int) -> bool:
    """Return whether the clause before a place in an order tells that nobody wins it now."""
    clause = re.split("[，。；、]", words[max(0, at - _NEAR) : at])[-1]
    return _NOT_WON.search(clause) is not None


def _find_counted(words: str, at: int) -> Iterator[Phrase]:
    """Yield what follows from the two or three numbers of a phrase.

    It is the length of a road, the margin of a game, all medals, the two shares of a ratio, and
    the lanes each way.
    """
    for match in _STAKES.finditer(words, at):
        first, last = (int(match[n]) + int(match[n + 1] or 0) / 1000 for n in (1, 3))
        yield Phrase(abs(last - first), "km", match[0], frozenset(["exact", "about"]))
    for match in _SCORE.finditer(words, at):
        more, less = int(match[1]), int(match[2])
        near = words[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if more + less >= _FEWEST_POINTS and more != less and _GAME.search(near):
            yield Phrase(abs(more - less), MARGIN, match[0])
    for match in _PARTS_OF.finditer(words, at):
        parts = int(match[1]), int(match[2])
        if whole := sum(parts):
            yield from (Phrase(100 * part / whole, "%", match[0]) for part in parts)
    for match in _MEDALS.finditer(words, at):
        yield Phrase(sum(map(int, match.groups())), "枚", match[0])
    for match in _LANES.finditer(words, at):
        lanes = numerals.DIGITS.get(match[1]) or numerals.SCALES.get(match[1]) or int(match[1])
        yield Phrase(lanes // 2, LANES, match[0])


def _find_thresholds(words: str, at: int) -> Iterator[Phrase]:
    """Yield the sizes from which things are counted: 100,000,000 for 亿元以上项目."""
    for match in _THRESHOLD.finditer(words, at):
        marks = [mark for mark, told in (("more_than", match[1]), ("at_least", match[2])) if told]
        yield Phrase(10**8, "CNY", match[0], frozenset(marks or ["exact", "at_least"]))
