"""Names that hold numerals: words of the lexicon, slogans, identifiers. Grammar, no data."""

from __future__ import annotations

import re
from functools import cache

from briefing.quantities import lexicon
from briefing.quantities.lookup import WordTable
from briefing.quantities.numerals import ARABIC, CHINESE, DIGITS, read
from briefing.quantities.units import UNITS

UNIT_TABLE = WordTable(UNITS)
_NAME_TABLE = WordTable(lexicon.NAMES | lexicon.NEW_ONES)
NAME_FIRSTS = _NAME_TABLE.firsts | lexicon.POINTERS

# Nouns that a lone numeral may count, but that in quotation marks make a slogan (“三区”, “三圈”).
_PLACE_NOUNS = frozenset("县市省区国镇乡村地城环园院圈店厂馆")
_CONGRESS = re.compile("(?:党的|中共)?(?:十[五六七八九]|二十一?)大")
_LONGEST_SLOGAN = 14


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Bounded patterns, compiled at first use, matched at a place of the folded text."""
    digit = "一二两三四五六七八九十"
    term = "(?:[0-9]{1,3}|[NnXx])"
    other = f"[^\\W\\da-zA-Z_{digit}百千万亿零〇双半几的和与在是为了有从向对把被将]"
    return {
        # 一核两翼, 三纵四横: a digit and a character, twice or more.
        "slogan": re.compile(f"(?:[{digit}]{other}){{2,6}}"),
        "digit_run": re.compile(f"[{digit}百千万亿双半零〇]+"),
        "model": re.compile("[A-Za-z]{1,12}(?:[-./]?[A-Za-z0-9]{1,12}){0,6}"),
        "url": re.compile("(?:https?://|www\\.)[!-~]{1,2000}"),
        # 晋政发〔2021〕7号 and its brackets' variants.
        "document": re.compile("[〔\\[(【](?:19|20)[0-9]{2}[〕\\])】] ?第? ?[0-9]{1,4} ?号"),
        # 1+3+N, 2+26, N+1: a formula, not a sum.
        "formula": re.compile(f"{term}(?:\\+{term}){{1,6}}(?![0-9.%万亿])"),
        "generation": re.compile("[05-9][05] ?[后後](?!的?[年天个])"),
        "stars": re.compile("[1-7]星级?(?![0-9])"),
        "group": re.compile("[0-9]{1,2}国集团"),
        # 2.0版, 工业4.0: a version has no unit.
        "version": re.compile(
            "[1-9]\\.0(?:(?![0-9%]| ?[一-龥㎡℃‰a-zA-Z])"
            "|(?= ?(?:版|时代|模式|阶段|升级|体系|产品|系统)))"
        ),
        "round_the_clock": re.compile("7 ?[×xX*] ?24(?: ?小时)?|24 ?[×xX*] ?7(?: ?小时)?"),
        "hotline": re.compile("[0-9]{3,6}(?= ?(?:热线|政务服务|市民|平台|投诉|举报|客服|便民))"),
        "phone": re.compile(
            "0[0-9]{2,3}-[0-9]{7,8}|400-[0-9]{3,4}-[0-9]{3,4}|1[3-9][0-9]{9}(?![0-9])"
        ),
        "identifier": re.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?[A-Za-z][A-Za-z0-9+-]{0,11}级?"),
        "program": re.compile("(?:985|211|863|973) ?(?:高校|工程|计划|院校|大学|项目)"),
        "standard": re.compile(
            "[A-Z]{2,4}(?:/[A-Z])? ?[0-9]{2,6}(?:\\.[0-9]{1,3})?[-—][12][0-9]{3}"
        ),
        "versions": re.compile("[0-9]{1,4}(?:\\.[0-9]{1,4}){2,5}"),
    }


def name_end(text: str, start: int) -> int:
    """Where the lexicalised term that begins at `start` of the folded text ends; 0 for none."""
    first = text[start]
    if first in ARABIC or first in "〔[【(":
        return _digits_name(text, start)
    if first in "NnXx":
        found = _patterns()["formula"].match(text, start)
        if found:
            return found.end()
    if first.isascii():
        return 0
    return max(
        _word(text, start), _pointed(text, start), _doubled(text, start), _slogan(text, start)
    )


def _word(text: str, start: int) -> int:
    """The end of a word of the lexicon, unless what follows makes it a number (一起事故)."""
    if congress := _CONGRESS.match(text, start):
        counted = text.startswith(lexicon.COUNTED_BY_GREAT, congress.end())
        return 0 if counted and text[start] not in "党中" else congress.end()
    word = _NAME_TABLE.longest(text, start)
    if not word:
        return 0
    end = start + len(word)
    if text.startswith(lexicon.NUMBER_BEFORE.get(word, ()), end):
        return 0
    if word in lexicon.NEW_ONES and word[0] in "上下" and text[start - 1 : start] in ("以", "之"):
        return 0
    return end


def _pointed(text: str, start: int) -> int:
    """The end of 这一, 每一个, 同一批: a pointing word, 一, and the measure word if any."""
    if text[start] not in lexicon.POINTERS or text[start + 1 : start + 2] != "一":
        return 0
    end = start + 2
    if text[end : end + 1] in CHINESE and end < len(text):
        return 0
    unit = UNIT_TABLE.longest(text, end)
    return end + len(unit) if unit and UNITS[unit].kind == "count" else end


def _doubled(text: str, start: int) -> int:
    """The end of 一座座, 一村一品: 一 with a doubled word, or 一 twice with two words."""
    four = text[start : start + 4]
    if four[0] != "一" or len(four) < 3 or not _word_character(four[1]):
        return 0
    if four[1] == four[2]:
        return start + 3
    if len(four) == 4 and four[2] == "一" and _word_character(four[3]):
        return start + 4
    return 0


def _word_character(mark: str) -> bool:
    return "一" <= mark <= "鿿" and mark not in CHINESE


def _slogan(text: str, start: int) -> int:
    """The end of 一核两翼; a run that only counts (三省一市, 一年两次) is no slogan."""
    if text[start] not in DIGITS and text[start] != "十":
        return 0
    if start and text[start - 1] in CHINESE | {"第"}:
        return 0
    found = _patterns()["slogan"].match(text, start)
    if not found:
        return 0
    run = found.group()
    # Two or more of its words must count nothing, or a count would be lost (三县一廊).
    odd = [word for word in run[1::2] if word not in UNITS]
    longer = UNIT_TABLE.longest(text, start + 1)
    return found.end() if odd and len(longer) < 2 and run[1] not in "年月日天季" else 0


def _digits_name(text: str, start: int) -> int:
    """The end of a name that begins with digits: 5G, 1+3+N, 12345热线, 80后."""
    before = text[start - 1 : start]
    if text[start] in ARABIC and (before in ARABIC or before == ".") and before:
        return 0
    patterns = _patterns()
    for name in (
        "document",
        "formula",
        "round_the_clock",
        "generation",
        "group",
        "stars",
        "version",
        "hotline",
        "program",
        "phone",
    ):
        if found := patterns[name].match(text, start):
            return found.end()
    if found := patterns["identifier"].match(text, start):
        numeral = read(text, start)
        if numeral and (unit := unit_at(text, numeral.end)) and unit[0]:
            return 0
        # 5x3 is a product, 100x a garbled one: leave both to the quantities.
        return 0 if found.group()[-1] in "xX" else found.end()
    if (found := patterns["versions"].match(text, start)) and not _looks_dated(found.group()):
        return found.end()
    return 0


def _looks_dated(digits: str) -> bool:
    """Whether dotted digits may be a date (2022.3.21)."""
    return digits.count(".") == 2 and len(digits.split(".", maxsplit=1)[0]) == 4


def unit_at(text: str, at: int) -> str:
    """The unit written at `at` of the folded text, or the empty string.

    A unit of Latin letters ends where the letters end: the 5G of 5Gbps is no gram.
    """
    unit = UNIT_TABLE.longest(text, at)
    if unit and unit[-1].isascii() and unit[-1].isalnum():
        after = text[at + len(unit) : at + len(unit) + 1]
        if after.isascii() and after.isalnum():
            return ""
    return unit


def latin_end(text: str, start: int) -> tuple[int, bool]:
    """The end of the run of Latin letters and digits at `start`, and whether it is a name.

    A run with a digit is a name (PM2.5, G20, C919), but for an indicator, whose number is read
    apart (GDP5.2%): then the end is where the number begins.
    """
    if found := _patterns()["url"].match(text, start):
        return found.end(), False
    if found := _patterns()["standard"].match(text, start):
        return found.end(), True
    end = start
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    if text[start:end] in lexicon.INDICATORS or end - start > 12:
        return end, False
    found = _patterns()["model"].match(text, start)
    if not found or not any(mark in ARABIC for mark in found.group()):
        return end, False
    # A Latin word, then a number with a unit of its own (is 20%, at 5万), is a number.
    if text[found.end() : found.end() + 1] in "%%万亿" and found.end() < len(text):
        return end, False
    return found.end(), True


def quoted_slogans(text: str) -> dict[int, int]:
    """Where the short quoted slogans with numerals begin and end (“一群两区三圈”, “14510”)."""
    found: dict[int, int] = {}
    opened = -1
    for place, mark in enumerate(text):
        if mark in "“‘「『" or (mark == '"' and opened < 0):
            opened = place + 1
        elif mark in '”’」』"':
            if 0 <= opened < place <= opened + _LONGEST_SLOGAN and is_slogan(text[opened:place]):
                found[opened] = place
            opened = -1
    return found


def is_slogan(quoted: str) -> bool:
    """Whether a quoted text is a slogan or programme name rather than a counted thing.

    A formula or a lone number is (“1+3+N”, “14510”, “十四五”), two or more numerals are
    (“三个一批”), and one numeral with a noun and no measure word is (“三圈”); a number with a
    measure word and a noun is not (“六大节点”, “四条路径”), nor is anything with an amount in it
    (“三个100万亩”).
    """
    if any(mark in ARABIC for mark in quoted):
        return all(
            (mark.isascii() and (mark.isalnum() or mark in "+-*/.")) or mark in "×·"
            for mark in quoted
        )
    if any(mark in quoted for mark in "%%元吨亩") or not quoted:
        return False
    runs = [found.span() for found in _patterns()["digit_run"].finditer(quoted)]
    if not runs:
        return False
    begin, end = runs[0]
    if end - begin == len(quoted) or quoted[0] == "双":
        return True
    if len(runs) > 1:
        # “一个中心、两个率先” still counts: each numeral with a measure word and a noun.
        parts = re.split("[、,]", quoted)
        return len(parts) != len(runs) or not all(_counting(part) for part in parts)
    if begin:
        return False
    unit = UNIT_TABLE.longest(quoted, end)
    rest = quoted[end + len(unit) :]
    if not unit:
        return not rest.startswith("分之") and len(quoted) <= 8
    if UNITS[unit].kind != "count":
        return False
    return quoted[0] in "百千万" or (not rest and unit in _PLACE_NOUNS)


def _counting(part: str) -> bool:
    """Whether `part` is a numeral, one of the plainest measure words and a noun: 两个率先."""
    return len(part) > 3 and part[0] in CHINESE and part[1] in "个大项条"
