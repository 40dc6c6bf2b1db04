"""Reads places in an order: 第三次, 第2、3、4位, 前三, 首个, 十二届三次全会."""

import re

from briefing.quantities.amounts import NO_UNIT, Amount, Found, Value, read_amount
from briefing.quantities.data import read_context, words
from briefing.quantities.numerals import CHINESE, read, skip_blanks
from briefing.quantities.unit_words import begins_longer_word

# A number with one of these is a place in an order and not an amount: 7号, 三级, 二期, 三楼.
ORDINAL_UNITS = words("# 级 号 楼 年级 等 期 届 号院 号楼")

# A number with one of these is a place in a ranking: 第3位, 前10名, 500强.
_RANK_UNITS = frozenset("位名强甲大")

AMONG = "at_most"
"""The qualifier of a rank that is one of the first so many: 前10位, 500强."""

_RANK_AFTER = read_context("rank-after")
_ORDINAL_BEFORE = read_context("ordinal-before")
_COUNT_AFTER = read_context("count-after")
_NOT_BEFORE = read_context("begins-not-before")

# The tiers of government that a number with 级 counts: 市县乡三级, 国家、省、市三级.
_TIER = re.compile("国家|中央|自治区|街道|社区|[部省市州盟县区旗乡镇村组屯院]")
_TIERS = re.compile(f"(?:(?:{_TIER.pattern})[、和]?)+$")

# What has so many tiers, where no tier is named before it: 三级服务网络. 二级网络 is the second.
_IN_TIERS = re.compile(
    "(?:[综公便医物寄配养文政治管卫农电快法救防调社][合共民疗流递送老化务理生村商律助控解会]){0,3}"
    "(?:服务)?(?:网络|体系|架构)|联动|联创|联治"
)
_FEWEST_TIERS, _MOST_TIERS = 3, 6

# Units of time of which there can be a first and a second (第3天).
_ORDERED_TIMES = words("年 天 周 个月 个季度 小时 学年")

# What joins the numbers of a range or a list after 第; a range may repeat 第 (第一至第三).
_JOINT = re.compile("[至到—~-]第?|[、和](?!第)")

# What says behind 第一 that it is a place in a ranking: 第一、第二位.
_SHARED = re.compile(
    "(?:[、和与]第[一二三四五六七八九十0-9]{1,3}){0,7}(?<=[一二三四五六七八九十0-9])[位名]"
)

# The measure words with which a list after 第 goes on: 第一批、第二批.
_ENUMERATED = frozenset("位名批次期届号级条章节项款组类轮代天年周大楼") | {"年级"}

# What with 首 is a fixed term and no rank: 首个工作日, 首台（套）.
_FIRST_TERM = re.compile("个(?:完整)?(?:工作日|交易日|周末|季度|学期)|台[（(]?套")


def read_numbered(text: str, start: int) -> Found | None:
    """Return 第 with its number or numbers and the measure word, if there is one; or None."""
    at = skip_blanks(text, start + 1)
    first = None if text.startswith(("几", "数"), at) else read_amount(text, at)
    if first is None or first.numeral.top is None or first.numeral.bottom != 1:
        return None
    if first.numeral.high is not None or first.numeral.form == "scale":
        return None
    values: list[int] = [first.numeral.top]
    last, is_range = first, False
    while not last.word and len(values) < 8 and (joint := _JOINT.match(text, last.end)):
        item = read_amount(text, joint.end())
        if item is None or item.numeral.top is None or not item.numeral.plain:
            break
        if joint[0] == "和" and not item.word:
            break
        # 第一、二产业 goes on with a bare number; the 三个 of 第一、三个 is a count of its own.
        if joint[0] == "、" and item.word and item.word not in _ENUMERATED:
            break
        is_range = is_range or joint[0] not in ("、", "和")
        values.append(item.numeral.top)
        last = item
    unit, word, end = last.unit, last.word, last.end
    if unit.kind != "count" and word not in _ORDERED_TIMES:
        if len(values) > 1 or unit.kind == "percent":
            return None
        if unit.kind != "measure":
            unit, word, end = NO_UNIT, "", last.numeral.end
    before = text[max(0, start - 5) : start].removesuffix("的")
    told = before.endswith(_RANK_AFTER["第"]) or _SHARED.match(text, end)
    ranked = word in _RANK_UNITS or (not word and told)
    kind = "rank" if ranked else "ordinal"
    value: Value = values[0] if len(values) == 1 else [*values]
    if is_range and len(values) == 2 and values[0] < values[1]:
        kind = "range"
    code = word or None if unit.kind == "count" else unit.code
    return Found(start, end, value, code, kind, last.infix)


def read_leading(text: str, start: int) -> Found | None:
    """Return the first N of a ranking (前三, 前10位); None for others (前三个月, 前三年)."""
    found = read_amount(text, skip_blanks(text, start + 1))
    if found is None or not found.numeral.plain or found.numeral.form == "scale":
        return None
    end, value = found.end, found.value()
    if found.word:
        ranked = found.word in ("位", "名", "强")
        return Found(start, end, value, found.word, "rank", AMONG) if ranked else None
    if text.startswith("甲", end):
        return Found(start, end + 1, value, "甲", "rank", AMONG)
    after = text[end : end + 1]
    closed = not ("一" <= after <= "鿿") or after in "的行之水和与或"
    ranking = text.endswith(_RANK_AFTER["前"], 0, start)
    return Found(start, end, value, None, "rank", AMONG) if closed or ranking else None


def read_first(text: str, start: int) -> Found | None:
    """Return 首个, 首次 or 首批; None for 首 with any other word.

    It is a place in an order where its kind is named before it (全省首个), and otherwise a name, as
    it is within a fixed term: 全市首个工作日, 全省首台（套）装备.
    """
    word = text[start + 1 : start + 2]
    if word not in _ORDINAL_BEFORE["首"] or text.startswith(_NOT_BEFORE["首"], start + 1):
        return None
    if begins_longer_word(text, start + 1, word):
        return None
    before = text[max(0, start - 6) : start].removesuffix("的")
    if word == "位":
        return Found(start, start + 2, 1, word, "rank")
    if before.endswith(_RANK_AFTER["首"]) and not _FIRST_TERM.match(text, start + 1):
        return Found(start, start + 2, 1, word, "ordinal")
    return Found(start, start + 2, None, None, "name")


def choose_kind(text: str, found: Amount) -> str:
    """Return the kind of a counted number, of which some are ordinals (7号, 二期, 十二届)."""
    word, numeral, start = found.word, found.numeral, found.start
    if word == "强":
        return "rank"
    follows = text.startswith(_ORDINAL_BEFORE.get(word, ()), found.end)
    if word == "次":
        sitting = text.endswith(("人大", "政协", "委员会", "常委会"), 0, start)
        return "ordinal" if text.endswith("届", 0, start) or (sitting and follows) else "count"
    if word == "级" and _is_tiers(text, found):
        return "count"
    counted = text[start] == "两" or text.endswith(_COUNT_AFTER.get(word, ()), 0, start)
    if counted or word not in ORDINAL_UNITS or not numeral.plain:
        return "count"
    # 2期 is an issue or a course, but before 工程 and the like it is a stage of works.
    if word == "期" and not follows and (numeral.form == "arabic" or (numeral.top or 0) > 10):
        return "count"
    return "ordinal"


def _is_tiers(text: str, found: Amount) -> bool:
    """Return whether a number counts tiers: those named before it (县乡村三级) or of a network."""
    number = found.numeral.top
    if number and _FEWEST_TIERS <= number <= _MOST_TIERS and _IN_TIERS.match(text, found.end):
        return True
    named = _TIERS.search(text[max(0, found.start - 16) : found.start])
    return named is not None and len(_TIER.findall(named[0])) == number != 1


def read_plenary(text: str, start: int) -> Found | None:
    """Return the 六中 of 十九届六中全会, or None."""
    numeral = read(text, start) if text[start] in CHINESE else None
    if numeral is None or not numeral.plain or not text.startswith("中全会", numeral.end):
        return None
    return Found(start, numeral.end + 1, numeral.value(), "中", "ordinal")
