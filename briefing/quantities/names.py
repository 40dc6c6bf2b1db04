"""Finds names that contain numerals: words of names.txt, slogans, identifiers.

A name is no quantity. The scanner reports it with the kind `name`.
"""

import re
from functools import cache
from string import ascii_letters

from briefing.quantities.data import WordTable, read_context, read_words, words
from briefing.quantities.numerals import ARABIC, CHINESE, read, run_end
from briefing.quantities.unit_words import UNIT_TABLE, UNITS, unit_at

# A pointing word and 一 with its measure word are one name: 这一个, 同一批.
_POINTERS = frozenset("这那每某另任哪同该")
_NAMES = read_words("names.txt")
_NAME_TABLE = WordTable(_NAMES)
_NOT_BEFORE = read_context("name-not-before")
_NOT_AFTER = read_context("name-not-after")
NAME_FIRSTS = _POINTERS | {name[0] for name in _NAMES}

# Latin letters that name an indicator, so that the number after them is a value (GDP5.2%).
_INDICATORS = words(
    "GDP GNP CPI PPI PMI AQI FDI VOC GVA RPI GEP ROE ODI TFP USD CNY RMB EUR HKD AUM EBITDA"
)

# A numeral and one of these nouns is a count, but in quotation marks a slogan (“三区”, “三圈”).
_PLACE_NOUNS = frozenset("县市省区国镇乡村地城环园院圈店厂馆")
_MAX_SLOGAN = 14


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns. Each is matched at a place, and none is unbounded."""
    digit = "一二两三四五六七八九十"
    term = "(?:[0-9]{1,3}|[NnXx])"
    other = f"[^\\W\\da-zA-Z_{digit}百千万亿零〇双半几的和与在是为了有从向对把被将]"
    word = f"(?![{''.join(sorted(CHINESE))}])[一-鿿]"
    # Names that begin with digits; the first of these that matches is taken.
    of_digits = (
        # The number of a document, with any brackets: 晋政发〔2021〕7号.
        "[〔\\[(【](?:19|20)[0-9]{2}[〕\\])】] ?第? ?[0-9]{1,4} ?号",
        # 1+3+N, 2+26 and N+1 are names and not sums.
        formula := f"{term}(?:\\+{term}){{1,6}}(?![0-9.%万亿])",
        # Around the clock: 7×24小时.
        "7 ?[×xX*] ?24(?: ?小时)?|24 ?[×xX*] ?7(?: ?小时)?",
        # A generation (80后), a group of countries (20国集团), stars (5星级).
        "[05-9][05] ?[后後](?!的?[年天个])",
        "[0-9]{1,2}国集团",
        "[1-7]星级?(?![0-9])",
        # The versions in 2.0版 and 工业4.0, which have no unit.
        "[1-9]\\.0(?:(?![0-9%]| ?[一-龥㎡℃‰a-zA-Z])"
        "|(?= ?(?:版|时代|模式|阶段|升级|体系|产品|系统)))",
        # Telephone numbers and programmes: 12345热线, 0351-1234567, 985高校.
        "[0-9]{3,6}(?= ?(?:热线|政务服务|市民|平台|投诉|举报|客服|便民))",
        "(?:985|211|863|973) ?(?:高校|工程|计划|院校|大学|项目)",
        "0[0-9]{2,3}-[0-9]{7,8}|400-[0-9]{3,4}-[0-9]{3,4}|1[3-9][0-9]{9}(?![0-9])",
        # Versions like 1.2.3, but not 2022.3.21, which is a date.
        "(?![0-9]{4}(?:\\.[0-9]{1,4}+){2}(?!\\.[0-9]))[0-9]{1,4}(?:\\.[0-9]{1,4}){2,5}",
    )
    return {
        "of_digits": re.compile("|".join(of_digits)),
        "formula": re.compile(formula),
        # 一座座 and 一村一品: 一 with a doubled word, or 一 twice with two words.
        "doubled": re.compile(f"一(?:({word})\\1|{word}一{word})"),
        # 一核两翼, 三纵四横: a digit and a character, at least twice.
        "slogan": re.compile(f"(?:[{digit}]{other}){{2,6}}"),
        "digit_run": re.compile(f"[{digit}百千万亿双半零〇]+"),
        "model": re.compile("[A-Za-z]{1,12}(?:[-./]?[A-Za-z0-9]{1,12}){0,6}"),
        "url": re.compile("(?:https?://|www\\.)[!-~]{1,2000}"),
        "identifier": re.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?[A-Za-z][A-Za-z0-9+-]{0,11}级?"),
        "standard": re.compile(
            "[A-Z]{2,4}(?:/[A-Z])? ?[0-9]{2,6}(?:\\.[0-9]{1,3})?[-—][12][0-9]{3}"
        ),
        "quoted": re.compile('[“‘「『"]([^“”‘’「」『』"]*)[”’」』"]'),
    }


def name_end(text: str, start: int) -> int:
    """Return the end of the name that begins at `start` of the folded text, or 0 for none."""
    first = text[start]
    if first in ARABIC or first in "〔[【(":
        return _digits_name(text, start)
    word = _word(text, start)
    if first not in CHINESE:
        return max(word, _pointed(text, start)) if first in _POINTERS else word
    doubled = _patterns()["doubled"].match(text, start)
    return max(word, _slogan(text, start), doubled.end() if doubled else 0)


def _word(text: str, start: int) -> int:
    """Return the end of a word of names.txt, or 0 if a text beside it makes it a number."""
    word = _NAME_TABLE.longest(text, start)
    end = start + len(word)
    is_number = text.startswith(_NOT_BEFORE.get(word, ()), end)
    follows = text.endswith(_NOT_AFTER.get(word, ()), 0, start)
    return end if word and not is_number and not follows else 0


def _pointed(text: str, start: int) -> int:
    """Return the end of a pointing word, 一 and its measure word (这一, 每一个), or 0."""
    end = start + 2
    if text[start + 1 : end] != "一" or text[end : end + 1] in CHINESE:
        return 0
    unit = UNIT_TABLE.longest(text, end)
    return end + len(unit) if unit and UNITS[unit].kind == "count" else end


def _slogan(text: str, start: int) -> int:
    """Return the end of a slogan like 一核两翼, or 0; 三省一市 and 一年两次 only count."""
    found = _patterns()["slogan"].match(text, start)
    if not found or text[start - 1 : start] in CHINESE | {"第"}:
        return 0
    run = found.group()
    # At least one of its words must be no measure word, or a count would be lost (三省一市).
    odd = any(word not in UNITS for word in run[1::2])
    longer = UNIT_TABLE.longest(text, start + 1)
    return found.end() if odd and len(longer) < 2 and run[1] not in "年月日天季" else 0


def _digits_name(text: str, start: int) -> int:
    """Return the end of a name that begins with digits (5G, 1+3+N, 12345热线, 80后), or 0."""
    if text[start] in ARABIC and text[start - 1 : start] in ARABIC | {"."}:
        return 0
    if found := _patterns()["of_digits"].match(text, start):
        return found.end()
    found = _patterns()["identifier"].match(text, start)
    numeral = read(text, start) if found else None
    # 5x3 may be a product, so it is left to be read as a quantity.
    if not found or found[0][-1] in "xX" or (numeral and unit_at(text, numeral.end)):
        return 0
    return found.end()


def latin_end(text: str, start: int) -> tuple[int, bool]:
    """Return the end of the run of Latin letters and digits at `start`, and whether it is a name.

    A run with a digit is a name (PM2.5, G20, C919). After an indicator (GDP5.2%) the end is where
    the number begins, so that the number is read by itself.
    """
    patterns = _patterns()
    if found := patterns["url"].match(text, start):
        return found.end(), False
    if found := patterns["formula"].match(text, start) or patterns["standard"].match(text, start):
        return found.end(), True
    end = run_end(text, start, ascii_letters, len(text))
    found = patterns["model"].match(text, start)
    if not found or text[start:end] in _INDICATORS or end - start > 12:
        return end, False
    # Letters before a number with 万, 亿 or % are no name: the number is read by itself.
    is_value = text.startswith(("%", "万", "亿"), found.end())
    if is_value or not any(mark in ARABIC for mark in found[0]):
        return end, False
    return found.end(), True


def quoted_slogans(text: str) -> dict[int, int]:
    """Return the end of each short quoted slogan with numerals (“一群两区三圈”), by its start."""
    return {
        found.start(1): found.end(1)
        for found in _patterns()["quoted"].finditer(text)
        if len(found[1]) <= _MAX_SLOGAN and is_slogan(found[1])
    }


def is_slogan(quoted: str) -> bool:
    """Return whether a quoted text is a slogan or the name of a programme.

    These are slogans: a formula or a lone number (“1+3+N”, “14510”, “十四五”), several numerals
    (“三个一批”), and one numeral with a noun and no measure word (“三圈”). A number with a measure
    word and a noun is not (“六大节点”, “四条路径”), nor is a text with an amount (“三个100万亩”).
    """
    if any(mark in ARABIC for mark in quoted):
        return not re.search("[^A-Za-z0-9+*/.×·-]", quoted)
    runs = [found.span() for found in _patterns()["digit_run"].finditer(quoted)]
    if not runs or re.search("[%元吨亩]", quoted):
        return False
    begin, end = runs[0]
    if end - begin == len(quoted) or quoted[0] == "双":
        return True
    if len(runs) > 1:
        # Each part of “一个中心、两个率先” is a count with a measure word and a noun.
        parts = re.split("[、,]", quoted)
        return len(parts) != len(runs) or not all(
            len(part) > 3 and part[0] in CHINESE and part[1] in "个大项条" for part in parts
        )
    unit = UNIT_TABLE.longest(quoted, end)
    rest = quoted[end + len(unit) :]
    if begin or (unit and UNITS[unit].kind != "count"):
        return False
    if not unit:
        return not rest.startswith("分之") and len(quoted) <= 8
    return quoted[0] in "百千万" or (not rest and unit in _PLACE_NOUNS)
