"""Names in their two parts, which Chinese and Western ones have in opposite order."""

import re
from typing import NamedTuple

from briefing.model.records import Bilingual


class Name(NamedTuple):
    """A name in its two parts; a name that cannot be parted has no ``given``."""

    family: str
    given: str = ""


# The commoner ones: a rare one that is missing is cited with a family name of one character.
_COMPOUND = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 "
    "濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 轩辕 呼延 司寇 "
    "拓跋 百里 东郭 南门 西门 第五 左丘 梁丘"
)
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CHINESE_NAME = re.compile(rf"{HAN.pattern}{{2,4}}")


def name_as_written(person: Bilingual) -> Name:
    """The parts of the name that the article gives.

    >>> name_as_written(Bilingual(zh="欧阳小明")), name_as_written(Bilingual(zh="John Smith"))
    (Name(family='欧阳', given='小明'), Name(family='Smith', given='John'))
    """
    name = line(person.zh)
    if _CHINESE_NAME.fullmatch(name):
        parted = 2 if len(name) > 2 and name[:2] in _COMPOUND else 1
        return Name(name[:parted], name[parted:])
    return Name(name) if HAN.search(name) else _western(name)


def name_in_english(person: Bilingual) -> Name:
    """The parts of the name in Latin letters: in pinyin the family's stands first.

    >>> name_in_english(Bilingual(zh="苏晓晨", en="Su Xiaochen"))
    Name(family='Su', given='Xiaochen')
    >>> name_in_english(Bilingual(zh="约翰·史密斯", en="John Smith"))
    Name(family='Smith', given='John')
    """
    if not person.en:
        name = line(person.zh)
        return Name(name) if HAN.search(name) else _western(name)
    name = line(person.en)
    if _CHINESE_NAME.fullmatch(line(person.zh)) and "," not in name:
        family, _, given = name.partition(" ")
        return Name(family, given)
    if "," in name or "·" in person.zh or not HAN.search(person.zh):
        return _western(name)
    return Name(name)


def line(text: str) -> str:
    """A text on one line, as a citation is."""
    return " ".join(text.split())


def _western(name: str) -> Name:
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return Name(family.strip(), given.strip())


def initials(given: str, mark: str) -> str:
    """The first letters of a given name's parts, each with a mark behind it."""
    return " ".join(
        "-".join(part[0] + mark for part in word.split("-") if part) for word in given.split()
    )
