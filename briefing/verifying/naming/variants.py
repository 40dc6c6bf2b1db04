"""The names of a record, and the ways in which memos may write them."""

import re
from collections.abc import Iterator

from briefing.model.parts import Bilingual
from briefing.model.records import Organisation, Person, Place, Project, Record, Strategy, Term
from briefing.names.gazetteer import places_by_name
from briefing.names.pinyin import count_syllables, fold_pinyin, readings
from briefing.verifying.wording import pattern

_HAN = re.compile("[\u3400-\u9fff]")
_QUOTES = re.compile("[“”‘’\"'「」『』《》]")
_DASH = re.compile("[—–-]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_PLACE_ENDS = {
    "zh": ("市", "省", "县", "区", "新区", "开发区", "示范区", "城市群", "经济区"),
    "en": (
        *("city", "province", "county", "district", "new area", "development zone", "zone"),
        *("village", "township", "town", "subdistrict", "prefecture", "league", "banner"),
    ),
}
_KINDS = {
    "zh": re.compile("(?<=..)(?:自治)?[省市州县区旗盟]$|(?<=..)地区$"),
    "en": re.compile(
        " (?:autonomous )?(?:province|region|prefecture|league|city|municipality|county|district"
        "|banner)$",
        re.I,
    ),
}
_CLUSTERS = {
    "zh": re.compile("^(.{2,3})(?:都市圈|城市圈|经济圈|经济带|城镇群|城市群)$"),
    "en": re.compile(
        r" (?:(?:metropolitan|urban|economic|city|town) )?(?:area|circle|belt|zone|cluster"
        r"|agglomeration)$",
        re.I,
    ),
}
"""What the name of a cluster of cities ends in, which may be called by their names alone."""
_SUFFIX = {"city": "市", "province": "省", "county": "县"}
_LINE = re.compile(
    "(?P<begin>[\u4e00-\u9fff]{2,5})[至到—–-]+(?P<end>[\u4e00-\u9fff]{2,5}?)(?P<kind>(?:城际|高速|快速)?(?:铁路"
    "|高铁|公路|通道|航道|航线|高速|客专|大桥|管道|运河))"
)
"""A line from one place to another, which is called by their first characters: 宜昌至涪陵高铁."""
_COUNTED = re.compile("[1-9一二三四五六七八九][号期]")
_COUNTING = "大个项条类种"
_SEVERAL = re.compile(
    f"(?P<count>[二两三四五六七八九十]{{1,2}})[{_COUNTING}](?P<things>[\u4e00-\u9fff]{{2,}})"
)
"""What is called by how many there are, which may be counted by another word: 四大战略."""
_TO_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_FROM_DIGITS = str.maketrans("123456789", "一二三四五六七八九")
_FIRM_ENDS = re.compile("(?:股份)?有限(?:责任)?公司$|公司$")
SHORTEST = 2
"""A Chinese name has so many characters at least."""
_LONG = 6
"""The name of a project of so many characters may be told by its beginning and its end."""


def list_names(record: Record, language: str) -> list[str]:
    """Return the names that a record is given in a language, and its aliases in any."""
    short: Bilingual | None = getattr(record, "short", None)
    given = [getattr(one, language) for one in (record.title, short) if one]
    return [one for one in (*given, *getattr(record, "aliases", ())) if one]


def list_chinese_names(record: Record) -> Iterator[str]:
    """Yield the Chinese names of a record as memos may write them."""
    for name in list_names(record, "zh"):
        if not _HAN.search(name):
            continue
        yield name
        yield name.replace("（", "(").replace("）", ")")
        yield _QUOTES.sub("", name)
        yield _BRACKETS.sub("", name)
        yield from _count_otherwise(name)
        if _DASH.search(name):
            yield from (_QUOTES.sub("", _DASH.sub(one, name)) for one in ("至", "到", "-", ""))
        if line := _LINE.fullmatch(name):
            yield line["begin"][0] + line["end"][0] + line["kind"]
        if isinstance(record, Strategy):
            yield from (one for one in name.split("、") if "、" in name and len(one) > SHORTEST)
        if isinstance(record, Place):
            yield from _place_variants(name, record.kind)
        elif isinstance(record, Organisation):
            yield _FIRM_ENDS.sub("", name)
            yield _FIRM_ENDS.sub("公司", name)
            if (home := pattern("province-name", "zh").match(name)) and len(name) >= _LONG:
                yield name[home.end() :].removeprefix("省").removeprefix("市")
        elif isinstance(record, Project) and len(name) >= _LONG:
            yield from (name[:size] + name[-2:] for size in range(SHORTEST, len(name) - 3))


def _count_otherwise(name: str) -> Iterator[str]:
    """Yield a name with its number written otherwise, 2号线, or by another word, 四个战略."""
    yield from (name.replace(*two) for two in (("两", "双"), ("双", "两")) if two[0] in name)
    if counted := _SEVERAL.fullmatch(name):
        yield from (f"{counted['count']}{word}{counted['things']}" for word in _COUNTING)
    if _COUNTED.search(name):
        yield name.translate(_TO_DIGITS)
        yield name.translate(_FROM_DIGITS)


def _place_variants(name: str, kind: str) -> Iterator[str]:
    for ending in _PLACE_ENDS["zh"]:
        if name.endswith(ending) and len(name) - len(ending) >= SHORTEST:
            yield name.removesuffix(ending)
    if (ending := _SUFFIX.get(kind, "")) and not name.endswith(ending):
        yield name + ending
    if (cluster := _CLUSTERS["zh"].match(name)) and cluster[1] not in places_by_name():
        yield cluster[1]  # 汕茂; a longer one may be common words


def list_stems(place: Place, language: str) -> set[str]:
    """Return the names of a place without the word at their end that says what kind it is."""
    is_chinese = language == "zh"
    kinds = _KINDS[language]
    stems = (kinds.sub("", name) for name in list_names(place, language))
    return {one for one in stems if len(one) >= SHORTEST and bool(_HAN.search(one)) == is_chinese}


def list_english_names(record: Record) -> Iterator[str]:
    for name in list_names(record, "en"):
        if _HAN.search(name):
            continue
        yield name
        yield _BRACKETS.sub("", name)
        plain = re.sub("^the ", "", name, flags=re.I)
        yield plain
        yield from _with_digit(plain, record.title.zh)
        if isinstance(record, Place):
            yield from _english_place_variants(plain, record)
        elif isinstance(record, Organisation):
            yield re.sub(r",? (?:Co\.?,? )?(?:Ltd\.?|Inc\.?|Corp\.?|Company)$", "", plain)
        elif isinstance(record, Project | Term) and (own := _OF_PLACE.fullmatch(plain)):
            yield own[1]
        elif isinstance(record, Person):
            words = plain.split()
            yield " ".join([*words[1:], words[0]])


_OF_PLACE = re.compile(r"([A-Z][\w'’-]*(?: [\w'’-]+)+) (?:of|in) [A-Z]\w+")
"""A name of several words with the place in which the thing lies."""


def _english_place_variants(name: str, place: Place) -> Iterator[str]:
    """Yield a place's name without its kind or with it, without what it lies in, and as Fuxian."""
    first, _, _ = name.partition(", ")
    lower = first.lower()
    yield first
    for ending in _PLACE_ENDS["en"]:
        stem = lower[: -len(ending) - 1]
        is_name = place.kind != "zone" or " " in stem or any(count_syllables(stem))
        if lower.endswith(f" {ending}") and is_name:  # no reform of anything is a reform zone
            yield first[: len(stem)]
    if place.kind in _SUFFIX and not lower.endswith(_PLACE_ENDS["en"]):
        yield f"{name} {place.kind}"
    if _DASH.search(stem := _CLUSTERS["en"].sub("", first)):
        yield stem
    if len(place.title.zh) == SHORTEST and place.title.zh.endswith("县"):
        yield from (
            f"{fold_pinyin(one).title()}xian" for one in sorted(readings(place.title.zh[0]))
        )


_NUMBERED = re.compile("(.)([一二三四五六七八九])(.+)")
_DIGITS = "一二三四五六七八九"


def _with_digit(english: str, chinese: str) -> Iterator[str]:
    """Yield an English name with the numeral of the Chinese one as a digit: Jia-1 Wharf."""
    found = _NUMBERED.fullmatch(chinese)
    first, _, rest = english.partition(" ")
    if not found or not rest:
        return
    for one in sorted(readings(found[1])):
        if any(fold_pinyin(first).replace("'", "") == one + two for two in readings(found[2])):
            yield f"{one} {_DIGITS.index(found[2]) + 1} {rest}"
