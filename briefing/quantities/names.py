"""Finds names that contain numerals: words of names.txt, slogans, identifiers.

A name is no quantity. The scanner reports it with the kind `name`.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters

from briefing.quantities.data import WordTable, read_context, read_words, words
from briefing.quantities.numerals import ARABIC, CHINESE, find_run_end, read
from briefing.quantities.unit_words import UNIT_TABLE, UNITS, fitting_unit, unit_at

# A pointing word and 一 with its measure word are one name: 这一个, 同一批.
_POINTERS = frozenset("这那每某另任哪同该")
_NAMES = read_words("names.txt")
_NAME_TABLE = WordTable(_NAMES)
_NOT_BEFORE = read_context("name-not-before")
# What makes 一个 an article and no count: it is something, or is of some quality.
_BEING = read_context("indefinite-after")["一"]
_DESCRIBING = read_context("indefinite-before")["一"]
_NO_FIGURE = read_context("figure-not-after")["图"]
_NOT_AFTER = read_context("name-not-after")
# The first characters of names that end in a number (歼20, 双11, 第三产业, 图3).
_BEFORE_DIGITS = frozenset("歼轰东巨鹰红长霹直运双第图表附")
NAME_FIRSTS = _POINTERS | {name[0] for name in _NAMES} | _BEFORE_DIGITS

# Latin letters that name an indicator, so that the number after them is a value (GDP5.2%).
_INDICATORS = words(
    "GDP GNP CPI PPI PMI AQI FDI VOC GVA RPI GEP ROE ODI TFP USD CNY RMB EUR HKD AUM EBITDA"
)

# Numbers under which offices of the whole country are called.
_HOTLINES = words(
    "12305 12306 12308 12309 12312 12315 12320 12328 12333 12337 12338 12339 12345 12348 12351"
    " 12355 12356 12367 12377 12380 12388 12393"
)

KINDS_BY_SIZE = re.compile(
    "(?<=亿)(?:县|镇|区(?![域间])|市(?![场值况面])|强[县镇区市]|产业|集群|企业|园区|开发区|板块|城市|俱乐部|项目)"
)
"""Things of which there is a kind by their size: 百亿县区, 千亿产业, 万亿城市."""

# A number tells these from others and counts none: 二 with a body (two are 两院), that of a builder
# (中铁四局), and that of a town in a list of others or before its office (天九镇、白石镇).
_BODY = re.compile("二[厂院队部局馆库矿站村](?![级内外里])")
_BUILDER = re.compile("(?:中铁|中建|中交|中冶|水电|铁道|安能)[一二三四五六七八九十]{1,3}$")
_TOWN = re.compile(
    "[一二三四五六七八九][镇乡](?:[、和与及][^\\W一二两三四五六七八九十0-9]{2,3}[镇乡]|党[委政]|政府|卫生院)"
)
_TOWN_BEFORE = re.compile("[镇乡]、[^\\W一二两三四五六七八九十0-9]{1,2}$")
_NO_TOWN = tuple("县市区省州旗共辖有全各的等余来个设含及和与、")

# The longest run of digits, without commas or a unit, that may be an amount.
_MOST_DIGITS = 12


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
        formula := f"{term}(?: ?\\+ ?{term}){{1,6}}(?![0-9.%万亿])",
        # Around the clock: 7×24小时.
        "7 ?[×xX*] ?24(?: ?小时)?|24 ?[×xX*] ?7(?: ?小时)?",
        # A generation (80后), a group of countries (20国集团), stars (5星级).
        "[05-9][05] ?[后後](?!的?[年天个])",
        "[0-9]{1,2}国集团",
        "[1-7]星级?(?![0-9])",
        # The versions in 2.0版 and 工业4.0, which have no unit.
        "[1-9]\\.0(?:(?![0-9%]| ?[一-龥㎡℃‰a-zA-Z])"
        "|(?= ?(?:版|时代|模式|阶段|升级|体系|产品|系统|任务|方案|政策|试点|行动|计划|改革|措施"
        "|标准)))",
        # The version of what was just counted: 5条4.0苹果分选线.
        "(?<=[0-9一二两三四五六七八九十几][条套个款台座])[1-9]\\.0(?![0-9%])",
        # Types of a disease: 2型糖尿病.
        "[1-9]型(?=[糖肝])",
        # Roads (307国道), notes ([21]) and days of sales (双11).
        "[1-9][0-9]{2} ?(?:国道|省道|县道|乡道)",
        "[\\[【][0-9]{1,3}(?:[-,][0-9]{1,3}){0,6}[\\]】]",
        # Models and generations with a slash: 737/747客机, 90/95后, iPhone 12/13.
        "[0-9]{1,4}(?:/[0-9]{1,4}){1,5}(?= ?(?:[号型代款后]|系列|客机|战机|飞机|手机|机型))",
        "(?<=[A-Za-z][ -])[0-9]{1,4}(?:/[0-9]{1,4}){1,5}(?![0-9%])",
        # Telephone numbers and programmes: 12345热线, 0351-1234567, 985高校.
        "[0-9]{3,6}(?= ?(?:热线|政务服务|市民|平台|投诉|举报|客服|便民))",
        "(?:985|211|863|973) ?(?:高校|工程|计划|院校|大学|项目)",
        "0[0-9]{2,3}-[0-9]{7,8}|400-[0-9]{3,4}-[0-9]{3,4}|1[3-9][0-9]{9}(?![0-9])",
        # Versions like 1.2.3, but not 2022.3.21, which is a date.
        "(?![0-9]{4}(?:\\.[0-9]{1,4}+){2}(?!\\.[0-9]))[0-9]{1,4}(?:\\.[0-9]{1,4}){2,5}",
    )
    return {
        "of_digits": re.compile("|".join(of_digits)),
        "slashed": re.compile("([0-9]{1,4})/([0-9]{1,4})(?![0-9/.])"),
        # 歼20, 运-8/9, 东风41: the model of an aircraft or a rocket.
        "type": re.compile(
            "(?:[歼轰]|东风|巨浪|鹰击|红旗|长剑|霹雳|(?<![一简垂笔])直|(?<![客货营航海陆空转搬漕奥冬残世亚全城青春])运)"
            "-?[0-9]{1,3}[A-Z]{0,2}(?:/[0-9]{1,3}[A-Z]?)?(?![0-9.,%])"
        ),
        "double_day": re.compile("双 ?(?:1[0-2]|[1-9]|十[一二])(?![0-9])"),
        # 第二产业, 第一、三产业 and 第十四个五年规划.
        "numbered": re.compile(
            "第[一二三1-3](?:[、和至到]第?[一二三1-3]){0,2}次?产业"
            "|第[一二三四五六七八九十0-9]{1,3}个?(?:五年|[235]年)(?:规划|计划)"
        ),
        # 图3, 表2-1 and 附件1, but not 代表3人.
        "figure": re.compile("(?:[图表]|附件) ?[0-9]{1,2}(?:[-.][0-9]{1,2})?(?![0-9])"),
        # 身份证号110…, 拨打12345: a code and no amount.
        "code_before": re.compile(
            "(?:国道|省道|县道|证号|号码|编号|代码|账号|帐号|单号|群号|卡号|邮编|传真|热线|电话|拨打|身份证|微信|QQ)"
            "[::为是]{0,2} ?$"
        ),
        "code": re.compile("[0-9]{3,30}(?:-[0-9]{3,8}){0,3}[A-Z]?(?![0-9.,])"),
        "formula": re.compile(formula),
        # 一座座 and 一村一品: 一 with a doubled word, or 一 twice with two words.
        "doubled": re.compile(f"一(?:({word})\\1|{word}一{word})"),
        # 一核两翼, 三纵四横: a digit and a character, at least twice.
        "slogan": re.compile(f"(?:[{digit}]{other}){{2,6}}"),
        "model": re.compile("[A-Za-z]{1,12}(?:[-./_]?[A-Za-z0-9]{1,12}){0,6}"),
        "url": re.compile("(?:https?://|www\\.)[!-~]{1,2000}"),
        "identifier": re.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?[A-Za-z][A-Za-z0-9+-]{0,11}级?"),
        "standard": re.compile(
            "[A-Z]{2,4}(?:/[A-Z])? ?[0-9]{2,6}(?:\\.[0-9]{1,3})?[-—][12][0-9]{3}"
        ),
    }


def find_fixed_terms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets at which the words of names.txt begin and end in a text.

    Each is the longest at its place, and none stands inside another.

    >>> list(find_fixed_terms("落实一带一路和一核两翼"))
    [(2, 6), (9, 11)]
    """
    for start, word in _NAME_TABLE.find_all(text):
        yield start, start + len(word)


def find_name_end(text: str, start: int) -> int:
    """Return the end of the name that begins at `start` of the folded text, or 0 for none."""
    first = text[start]
    if first in ARABIC or first in "〔[【(":
        return _digits_name(text, start)
    word = _word(text, start)
    if first in _BEFORE_DIGITS:
        word = max(word, _with_digits(text, start))
    if first not in CHINESE:
        return max(word, _pointed(text, start)) if first in _POINTERS else word
    doubled = _patterns()["doubled"].match(text, start)
    return max(
        word, _slogan(text, start), _indefinite(text, start), doubled.end() if doubled else 0
    )


def _with_digits(text: str, start: int) -> int:
    """Return the end of a name that ends in a number (歼20, 双11, 图3, 第三产业), or 0."""
    patterns = _patterns()
    if found := patterns["numbered"].match(text, start) or patterns["double_day"].match(
        text, start
    ):
        return found.end()
    if found := patterns["type"].match(text, start):
        return 0 if _is_counted(text, found.end()) else found.end()
    found = patterns["figure"].match(text, start)
    if not found or text.endswith(_NO_FIGURE, 0, start) or _is_counted(text, found.end()):
        return 0
    return found.end()


def _is_counted(text: str, end: int) -> bool:
    """Return whether a unit or scale follows at `end`, after which the number is an amount."""
    scaled = text.startswith(tuple("万亿千百余多"), end)
    return scaled or (unit_at(text, end) or "所") not in "所中"


def is_numbered(text: str, start: int, end: int) -> bool:
    """Return whether a number with its measure word is the end of a name: 钢铁二厂, 天九镇."""
    if _BODY.match(text, start) and text[start - 1 : start] not in CHINESE:
        return True
    before = text[max(0, start - 6) : start]
    if text[start:end].endswith("局") and _BUILDER.search(before + text[start : end - 1]):
        return True
    if not before or before.endswith(_NO_TOWN) or not "一" <= before[-1] <= "鿿":
        return False
    in_list = text[end - 1] in "镇乡" and end - start == 2 and _TOWN_BEFORE.search(before)
    return bool(in_list or _TOWN.match(text, start))


def _indefinite(text: str, start: int) -> int:
    """Return the end of 一个, 一种 or 一家 that counts nothing (是一个系统工程), or 0."""
    if text[start] != "一" or text[start + 1 : start + 2] not in ("个", "种", "家"):
        return 0
    described = text.startswith(_DESCRIBING, start + 2)
    return start + 2 if described or text.endswith(_BEING, 0, start) else 0


def _word(text: str, start: int) -> int:
    """Return the end of a word of names.txt, or 0 if a text beside it makes it a number."""
    word = _NAME_TABLE.longest(text, start)
    if not word:
        return 0
    end = start + len(word)
    is_number = text.startswith(_NOT_BEFORE.get(word, ()), end)
    follows = text.endswith(_NOT_AFTER.get(word, ()), 0, start)
    return 0 if is_number or follows else end


def _pointed(text: str, start: int) -> int:
    """Return the end of a pointing word, 一 and its measure word (这一, 每一个), or 0."""
    end = start + 2
    if text[start + 1 : end] != "一" or text[end : end + 1] in CHINESE:
        return 0
    unit = fitting_unit(text, end, UNIT_TABLE.longest(text, end))
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
    return found.end() if odd and len(longer) < 2 and run[1] not in "年月日天季点元块成" else 0


def _digits_name(text: str, start: int) -> int:
    """Return the end of a name that begins with digits (5G, 1+3+N, 12345热线, 80后), or 0."""
    if text[start] in ARABIC and text[start - 1 : start] in ARABIC | {"."}:
        return 0
    if found := _patterns()["of_digits"].match(text, start):
        return found.end()
    if end := _code(text, start) or _slashed(text, start):
        return end
    found = _patterns()["identifier"].match(text, start)
    numeral = read(text, start) if found else None
    # 5x3 may be a product, so it is left to be read as a quantity.
    if not found or found[0][-1] in "xX" or (numeral and unit_at(text, numeral.end)):
        return 0
    return found.end()


def _code(text: str, start: int) -> int:
    """Return the end of digits that are a code: 身份证号110…, or so many that none counts; or 0."""
    found = _patterns()["code"].match(text, start)
    if not found or unit_at(text, found.end()):
        return 0
    said = _patterns()["code_before"].search(text[max(0, start - 8) : start])
    is_code = said or found[0] in _HOTLINES or found.end() - start > _MOST_DIGITS
    return found.end() if is_code else 0


def _slashed(text: str, start: int) -> int:
    """Return the end of numbers with a slash that are no fraction (24/7), or 0."""
    found = _patterns()["slashed"].match(text, start)
    if not found or _is_counted(text, found.end()):
        return 0
    above, below = int(found[1]), int(found[2])
    years = above >= 1900 and (below >= 1900 or below <= 12)
    return found.end() if not years and (above >= below or below > 20) else 0


def find_latin_end(text: str, start: int) -> tuple[int, bool]:
    """Return the end of the run of Latin letters and digits at `start`, and whether it is a name.

    A run with a digit is a name (PM2.5, G20, C919). After an indicator (GDP5.2%) the end is where
    the number begins, so that the number is read by itself.
    """
    patterns = _patterns()
    if found := patterns["url"].match(text, start):
        return found.end(), False
    if found := patterns["formula"].match(text, start) or patterns["standard"].match(text, start):
        return found.end(), True
    end = find_run_end(text, start, ascii_letters, len(text))
    found = patterns["model"].match(text, start)
    if not found or text[start:end] in _INDICATORS or end - start > 12:
        return end, False
    # Letters before a number with 万, 亿 or % are no name: the number is read by itself.
    is_value = text.startswith(("%", "万", "亿"), found.end())
    if is_value or not any(mark in ARABIC for mark in found[0]):
        return end, False
    return found.end(), True
