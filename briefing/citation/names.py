"""Personal names, split into family and given name."""

import re
from typing import NamedTuple

from briefing.model.parts import Bilingual


class Name(NamedTuple):
    """A personal name. A name that cannot be split is in ``family``, and ``given`` is empty."""

    family: str
    given: str = ""


# Only the commoner two-character family names. A name with one that is missing here is split after
# its first character.
_COMPOUND = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 "
    "濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 轩辕 呼延 司寇 "
    "拓跋 百里 东郭 南门 西门 第五 左丘 梁丘"
)
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CHINESE_NAME = re.compile(rf"{HAN.pattern}{{2,4}}")


def split_written_name(person: Bilingual) -> Name:
    """Return the name as the article writes it, split in two.

    >>> split_written_name(Bilingual(zh="欧阳小明")), split_written_name(Bilingual(zh="John Smith"))
    (Name(family='欧阳', given='小明'), Name(family='Smith', given='John'))
    """
    name = one_line(person.zh)
    if _CHINESE_NAME.fullmatch(name):
        length = 2 if len(name) > 2 and name[:2] in _COMPOUND else 1
        return Name(name[:length], name[length:])
    return Name(name) if HAN.search(name) else _split_western(name)


def split_english_name(person: Bilingual) -> Name:
    """Return the name in Latin letters, split in two. In pinyin the family name comes first.

    >>> split_english_name(Bilingual(zh="苏晓晨", en="Su Xiaochen"))
    Name(family='Su', given='Xiaochen')
    >>> split_english_name(Bilingual(zh="约翰·史密斯", en="John Smith"))
    Name(family='Smith', given='John')
    """
    if not person.en:
        name = one_line(person.zh)
        return Name(name) if HAN.search(name) else _split_western(name)
    name = one_line(person.en)
    if _CHINESE_NAME.fullmatch(one_line(person.zh)) and "," not in name:
        family, _, given = name.partition(" ")
        return Name(family, given)
    if "," in name or "·" in person.zh or not HAN.search(person.zh):
        return _split_western(name)
    return Name(name)


def _split_western(name: str) -> Name:
    """Split "Smith, John" at its comma, and "John Smith" at its last space."""
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return Name(family.strip(), given.strip())


def format_initials(given: str, mark: str) -> str:
    """Return the initials of a given name, each followed by ``mark``; hyphens are kept."""
    return " ".join(
        "-".join(part[0] + mark for part in word.split("-") if part) for word in given.split()
    )


def one_line(text: str) -> str:
    """Return ``text`` on one line, with single spaces between its words."""
    return " ".join(text.split())
