"""Reads places in an order: 第三次, 第2、3、4位, 前三, 首个, 十二届三次全会."""

from briefing.quantities.amounts import NO_UNIT, Amount, Found, Value, amount
from briefing.quantities.lookup import words
from briefing.quantities.numerals import CHINESE, blanks, read
from briefing.quantities.unit_words import begins_longer_word

# A number with one of these is a place in an order and not an amount: 7号, 三级, 二期, 三楼.
ORDINAL_UNITS = words("# 级 号 楼 年级 等 期 届 号院 号楼")

# A number with one of these is a place in a ranking: 第3位, 前10名, 500强.
_RANK_UNITS = frozenset("位名强甲大")

# A bare 第N or 前N after one of these is a place in a ranking (全省第一).
_RANKING = tuple(
    words(
        "居 列 位 排 名 全国 全省 全市 全区 全县 世界 全球 省内 国内 亚洲 西部 中部 东部 同类 榜 "
        "倒数 并列 蝉联 获 夺得 保持 摘得 进入 跻身 迈入 挺进 冲进 跨入 进 入 升至 升到 省 市 "
        "自治区 全盟 全州 世界的 全国的 稳定在 保持在 均 均为 第一"
    )
)

# Units of time of which there can be a first and a second (第3天).
_ORDERED_TIMES = words("年 天 周 个月 个季度 小时 学年")

# The measure words with which a list after 第 goes on: 第一批、第二批.
_ENUMERATED = frozenset("位名批次期届号级条章节项款组类轮代天年周大楼") | {"年级"}

# After these characters 前 ends a word (目前, 提前) and does not begin a ranking.
BEFORE_FRONT = frozenset("目日以之此当提年月会天史空眼面事战生节课饭跟午早先")

# With 首, one of these says the first of all: 首个, 首批. The words in _NOT_FIRST are exceptions.
_FIRST = frozenset(
    "个家批次条座台套例届位艘架颗枚部期场项款辆列单轮只支份名笔幅张栋宗处块所本片段株"
)
_NOT_FIRST = tuple(words("首位战略 首位度 首位产业 首位发展 首次公开 首部曲 首单元 首要 首条街"))

# Before one of these, 2期 is a stage of works and not an issue or a course.
_WORKS = ("工程", "项目", "建设", "投", ")", "扩", "改造", "厂", "开工", "用地")


def numbered(text: str, start: int) -> Found | None:
    """Return 第 with its number or numbers and the measure word, if there is one; or None."""
    at = blanks(text, start + 1)
    if at < len(text) and text[at] in "几数":
        return None
    first = amount(text, at)
    if first is None or first.numeral.top is None or first.numeral.bottom != 1:
        return None
    if first.numeral.high is not None or first.numeral.form == "scale":
        return None
    values: list[int] = [first.numeral.top]
    last, is_range = first, False
    while not last.word and len(values) < 8:
        end = last.end
        mark = text[end : end + 1]
        if not mark or mark not in "、至到-—~和":
            break
        at = end + 1
        if text[at : at + 1] == "第":
            if mark in "、和":
                break
            at += 1
        item = amount(text, at)
        if item is None or item.numeral.top is None or not item.numeral.plain:
            break
        if mark == "和" and not item.word:
            break
        # 第一、二产业 goes on with a bare number; the 三个 of 第一、三个 is a count of its own.
        if mark == "、" and item.word and item.word not in _ENUMERATED:
            break
        is_range = is_range or mark in "至到-—~"
        values.append(item.numeral.top)
        last = item
    unit, word, end = last.unit, last.word, last.end
    if unit.kind != "count" and word not in _ORDERED_TIMES:
        if len(values) > 1 or unit.kind == "percent":
            return None
        if unit.kind != "measure":
            unit, word, end = NO_UNIT, "", last.numeral.end
    kind = "rank" if _ranked(text, start, word) else "ordinal"
    value: Value = values[0] if len(values) == 1 else [*values]
    if is_range and len(values) == 2 and values[0] < values[1]:
        kind = "range"
    code = word or None if unit.kind == "count" else unit.code
    return Found(start, end, value, code, kind, last.infix)


def _ranked(text: str, start: int, word: str) -> bool:
    """Return whether a number after the 第 at `start`, with the unit `word`, is a rank."""
    return word in _RANK_UNITS or (
        not word and text[max(0, start - 5) : start].removesuffix("的").endswith(_RANKING)
    )


def leading(text: str, start: int) -> Found | None:
    """Return the first N of a ranking (前三, 前10位); None for others (前三个月, 前三年)."""
    found = amount(text, blanks(text, start + 1))
    if found is None or found.numeral.top is None or not found.numeral.plain:
        return None
    if found.numeral.form == "scale":
        return None
    end, word = found.end, found.word
    if not word:
        after = text[end : end + 1]
        if after == "甲":
            return Found(start, end + 1, found.value(), "甲", "rank")
        ranking = text[max(0, start - 5) : start].endswith(_RANKING)
        closed = not after or not ("一" <= after <= "鿿") or after in "的行之水和与或"
        if not (ranking or closed):
            return None
        return Found(start, end, found.value(), None, "rank")
    if word in ("位", "名", "强"):
        return Found(start, end, found.value(), word, "rank")
    return None


def first_of_all(text: str, start: int) -> Found | None:
    """Return 首个, 首次 or 首批 as the first of an order; None for 首 with any other word."""
    word = text[start + 1 : start + 2]
    if word not in _FIRST or text.startswith(_NOT_FIRST, start):
        return None
    if start and text[start - 1] in "元榜岁匕部魁":
        return None
    if begins_longer_word(text, start + 1, word):
        return None
    kind = "rank" if word == "位" else "ordinal"
    return Found(start, start + 2, 1, word, kind)


def placed(text: str, found: Amount) -> str:
    """Return the kind of a counted number, of which some are ordinals (7号, 二期, 十二届)."""
    word, numeral = found.word, found.numeral
    if word == "强":
        return "rank"
    if word == "次":
        before = text[max(0, found.start - 3) : found.start]
        meeting = text.startswith(("全会", "全体会议", "会议", "全委会", "全体会"), found.end)
        sitting = before.endswith(("届", "人大", "政协", "委员会", "常委会"))
        return "ordinal" if before.endswith("届") or (sitting and meeting) else "count"
    if word not in ORDINAL_UNITS or not numeral.plain:
        return "count"
    before = text[max(0, found.start - 2) : found.start]
    if word in ("期", "届"):
        if before in ("连续", "举办", "连任", "开展", "开办", "编发", "推出", "已办", "办了"):
            return "count"
        works = text.startswith(_WORKS, found.end)
        if word == "期" and not works and (numeral.form == "arabic" or (numeral.top or 0) > 10):
            return "count"
    if text[found.start] == "两":
        return "count"
    return "ordinal"


def plenary(text: str, start: int) -> Found | None:
    """Return the 六中 of 十九届六中全会, or None."""
    numeral = read(text, start)
    if numeral is None or text[start] not in CHINESE or not numeral.plain:
        return None
    if not text.startswith("中全会", numeral.end):
        return None
    return Found(start, numeral.end + 1, numeral.value(), "中", "ordinal")
