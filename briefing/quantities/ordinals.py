"""Places in an order: 第三次, 第2、3、4位, 前三, 首个, 十二届三次全会."""

from __future__ import annotations

from briefing.quantities import units
from briefing.quantities.amounts import Amount, Found, Value, amount
from briefing.quantities.lookup import words
from briefing.quantities.numerals import CHINESE, blanks, read

# Before a bare 第N, these make it a place in a ranking (全省第一), and before 前N too.
_RANKING = tuple(
    words(
        "居 列 位 排 名 全国 全省 全市 全区 全县 世界 全球 省内 国内 亚洲 西部 "
        "中部 东部 同类 榜 倒数 并列 蝉联 获 夺得 保持 稳居 摘得 进入 跻身 迈入 "
        "挺进 冲进 跨入 进 入 升至 跃升至 上升到 升到 省 市 自治区 全盟 全州 "
        "世界的 全国的 稳定在 保持在 均 均为 第一"
    )
)

# 前 after these is the end of another word (目前, 提前).
BEFORE_FRONT = frozenset("目日以之此当提年月会天史空眼面事战生节课饭跟午早先")

_FIRST = words(
    "个 家 批 次 条 座 台 套 例 届 位 艘 架 颗 枚 部 期 场 项 款 "
    "辆 列 单 轮 只 支 份 名 笔 幅 张 栋 宗 处 块 所 本 片 段 株 "
    "季度"
)
_NOT_FIRST = (
    "首位战略",
    "首位度",
    "首位产业",
    "首位发展",
    "首次公开",
    "首部曲",
    "首单元",
    "首要",
    "首条街",
)


def numbered(text: str, start: int) -> Found | None:
    """第 with its number or numbers, and the measure word where there is one."""
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
    while last.unit is None and len(values) < 8:
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
        if mark == "和" and item.unit is None:
            break
        # 第一、二产业 goes on with a bare number, 第一、三个 … does not with another count.
        if mark == "、" and item.unit and item.word not in _ENUMERATED:
            break
        is_range = is_range or mark in "至到-—~"
        values.append(item.numeral.top)
        last = item
    unit, word, end = last.unit, last.word, last.end
    if (
        unit
        and unit.kind != "count"
        and word not in ("年", "天", "周", "个月", "个季度", "小时", "学年")
    ):
        if len(values) > 1 or unit.kind == "percent":
            return None
        if unit.kind != "measure":
            unit, word, end = None, "", last.numeral.end
    kind = "rank" if _ranked(text, start, word) else "ordinal"
    value: Value = values[0] if len(values) == 1 else [*values]
    if is_range and len(values) == 2 and values[0] < values[1]:
        kind = "range"
    return Found(start, end, value, _code(unit, word), kind, last.infix)


_ENUMERATED = words("位 名 批 次 期 届 号 级 条 章 节 项 款 组 类 轮 代 天 年 周 大 楼 年级")


def _code(unit: units.Unit | None, word: str) -> str | None:
    return None if unit is None else (unit.code if unit.kind != "count" else word)


def _ranked(text: str, start: int, word: str) -> bool:
    return word in units.RANK_UNITS or (
        not word and text[max(0, start - 5) : start].removesuffix("的").endswith(_RANKING)
    )


def leading(text: str, start: int) -> Found | None:
    """前三, 前10位, 前十强: the first N of a ranking; 前三个月 and 前三年 are none."""
    found = amount(text, blanks(text, start + 1))
    if found is None or found.numeral.top is None or not found.numeral.plain:
        return None
    if found.numeral.form == "scale":
        return None
    end, word = found.end, found.word
    if found.unit is None:
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
    """首个, 首次, 首批: one, in order. 首 with any other word is no quantity."""
    word = text[start + 1 : start + 2]
    if word not in _FIRST or text.startswith(_NOT_FIRST, start):
        return None
    if start and text[start - 1] in "元榜岁匕部魁":
        return None
    after = text[start + 2 : start + 3]
    if after and after in units.NOT_BEFORE.get(word, ""):
        return None
    kind = "rank" if word == "位" else "ordinal"
    return Found(start, start + 2, 1, word, kind)


# After 2期 in digits, these say that it is a stage of works, not an issue or a course.
_WORKS = ("工程", "项目", "建设", "投", ")", "扩", "改造", "厂", "开工", "用地")


def placed(text: str, found: Amount) -> str:
    """The kind of a number with a unit that can order: 7号, 二期, 十二届, the 三次 of 三次全会."""
    word, numeral = found.word, found.numeral
    if word == "强":
        return "rank"
    if word == "次":
        before = text[max(0, found.start - 3) : found.start]
        meeting = text.startswith(("全会", "全体会议", "会议", "全委会", "全体会"), found.end)
        sitting = before.endswith(("届", "人大", "政协", "委员会", "常委会"))
        return "ordinal" if before.endswith("届") or (sitting and meeting) else "count"
    if word not in units.ORDINAL_UNITS or not numeral.plain:
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
    """The 六中 of 十九届六中全会."""
    numeral = read(text, start)
    if numeral is None or text[start] not in CHINESE or not numeral.plain:
        return None
    if not text.startswith("中全会", numeral.end):
        return None
    return Found(start, numeral.end + 1, numeral.value(), "中", "ordinal")
