"""Personal names, split into family and given name where that is safe, and else kept whole.

What tells where to split is the name in the other language first: the pinyin of 东方禾, Dong Fanghe
or Dongfang He, says how long the family name is. Names of organisations are never split.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from briefing.model.parts import Author, Bilingual
from briefing.names.pinyin import (
    count_syllables,
    fold_pinyin,
    is_read_so,
    readings,
)
from briefing.names.spelling import is_family_name_first
from briefing.names.tables import surnames, words


class Name(NamedTuple):
    """A name in parts. A name that cannot be split is in ``family``, and ``given`` is empty.

    The family name has its particles, such as *van*, before it. ``suffix`` is *Jr.* or the like.
    """

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def particles(self) -> str:
        """The words in small letters before the family name proper, such as *von der*."""
        found = re.match(r"(?:[^\W\d_A-Z]\S* )+(?=\S)", self.family) if self.given else None
        return found[0].strip() if found and found[0].islower() else ""


HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CHINESE_NAME = re.compile(rf"{HAN.pattern}{{2,5}}")
_DOT = re.compile("[·•・‧]")
_JOINED_GIVEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BODY = re.compile(
    r"(?<!\S)(?:and|&|of|for)(?!\S)"
    r"|\b(?:Agency|Association|Bureau|Cent(?:re|er)|Commission|Committee|Daily|Department|Institute"
    r"|Ministry|Network|Office|University)$"
)
"""What stands in the names of organisations, and in those of no people."""
_SYLLABLE = "(?:(?:[kgsztdnhbpmryw]y?|sh|ch|ts|f|j)?[aiueo]|n)"
_ROMAJI = re.compile(rf"{_SYLLABLE}+(?: {_SYLLABLE}+)+")


def split_written_name(person: Bilingual) -> Name:
    """Return the name as the article writes it, split in two.

    >>> split_written_name(Bilingual(zh="欧阳小明")), split_written_name(Bilingual(zh="John Smith"))
    (Name(family='欧阳', given='小明', suffix=''), Name(family='Smith', given='John', suffix=''))
    """
    name = one_line(person.zh)
    if _is_corporate(person):
        return Name(name)
    if not HAN.search(name):
        return _split_western(name)
    length, _ = _split_chinese(name, one_line(person.en or ""))
    return Name(name[:length], name[length:]) if length else Name(name)


def split_english_name(person: Bilingual) -> Name:
    """Return the name in Latin letters, split in two.

    Which of its words is the family name of a Chinese, the Chinese name tells.

    >>> split_english_name(Bilingual(zh="苏晓晨", en="Su Xiaochen"))
    Name(family='Su', given='Xiaochen', suffix='')
    >>> split_english_name(Bilingual(zh="约翰·史密斯", en="John Smith"))
    Name(family='Smith', given='John', suffix='')
    """
    written, name = one_line(person.zh), one_line(person.en or person.zh)
    if _is_corporate(person):
        return Name(name)
    if HAN.search(name):
        return Name(name)
    if "," in name or not HAN.search(written):
        return _split_western(name)
    if not _CHINESE_NAME.fullmatch(written):
        return _split_western(name) if _is_transcribed(written) else Name(name)
    _, split = _split_chinese(written, name)
    return split


def _is_corporate(person: Bilingual) -> bool:
    return isinstance(person, Author) and person.corporate


def _is_transcribed(written: str) -> bool:
    """Return whether a Chinese text has the name of a foreigner, whose family name stands last.

    Uyghurs, Kazakhs, Tibetans and Mongolians have none, though a dot stands in their names as well.
    """
    if _has_element(written):
        return False
    return _DOT.search(written) is not None or re.search("[A-Za-z]", written) is not None


def _has_element(written: str) -> bool:
    """Return whether a name in Chinese characters is one of those peoples, by what is in it."""
    elements = (one for one in words("element") if len(one) > 1)
    return any(one in written for one in elements) or any(
        part.endswith(end) and part != end
        for part in _DOT.split(written)
        for end in words("element-end")
    )


@lru_cache(maxsize=8192)
def _split_chinese(written: str, english: str) -> tuple[int, Name]:
    """Return the length of the family name in Chinese characters, 0 for none, and the English name.

    A name of another people is one word in English, or has no family name that could be told.
    """
    each = english.replace(",", " ").split()
    whole = Name(english)
    if not _CHINESE_NAME.fullmatch(written) or len(each) == 1:
        return 0, whole
    usual = 2 if len(written) > 2 and written[:2] in surnames() else 1
    if not each:
        return usual if is_family_name_first(written) else 0, whole
    for length in dict.fromkeys((usual, *range(1, len(written)))):
        if name := _spelt(written[:length], written[length:], each):
            return length, name
    if _is_joined_given(each[-1]):
        length = len(written) - len(each[-1].split("-"))
        length = length if length > 0 else usual
        return length, _split_before_given(each, length)
    if is_family_name_first(written) and len(each) + usual - 1 == len(written):
        return usual, Name(each[0], " ".join(each[1:]))
    japanese = [one for one in words("japanese") if written.startswith(one)]
    may_be_japanese = japanese or not (written[0] in surnames() or _has_element(written))
    if may_be_japanese and _ROMAJI.fullmatch(english.lower()):
        return max(map(len, japanese), default=0), _split_western(english)
    return usual if is_family_name_first(written) else 0, whole


def _spelt(family: str, given: str, each: Sequence[str]) -> Name | None:
    """Return an English name in two if its words are the pinyin of a family and a given name."""
    for at in range(1, len(each)):
        halves = " ".join(each[:at]), " ".join(each[at:])
        for first, last in (halves, halves[::-1]):
            if is_read_so(fold_pinyin(first), family, is_family=True) and is_read_so(
                fold_pinyin(last), given
            ):
                return Name(first, last)
    return None


def _split_western(name: str) -> Name:
    """Split "Smith, John" at its comma, and "John Smith" before its family name.

    A comma before or behind all words parts nothing, and the name of an organisation is whole.
    """
    if not (name := name.strip(", ")):
        return Name(",")
    if _BODY.search(name):
        return Name(name)
    family, comma, given = name.partition(",")
    if comma and not _is_suffix(given):
        given, _, suffix = given.partition(",")
        return Name(family.strip(), given.strip(), suffix.strip())
    each = name.replace(",", " ").split()
    suffix = each.pop() if len(each) > 1 and _is_suffix(each[-1]) else ""
    return _split_words(each)._replace(suffix=suffix)


def _is_suffix(word: str) -> bool:
    return word.strip().rstrip(".") in words("suffix")


def _split_words(each: Sequence[str]) -> Name:
    """Return the words of a name in two: before its particles, or else before its last word."""
    if len(each) > 1 and _is_joined_given(each[-1]):
        return _split_before_given(each, 1)
    if _is_eastern(each):
        return Name(each[0], " ".join(each[1:]))
    at = next((at for at, word in enumerate(each) if word[0].islower()), len(each) - 1)
    if each[at] in ("e", "i", "y") and at > 1:  # José Ortega y Gasset
        at -= 1
    at = min(at, len(each) - 1)
    return Name(" ".join(each[at:]), " ".join(each[:at]))


def _is_joined_given(word: str) -> bool:
    """Return whether a word is an East Asian given name: joined, and small after the hyphen.

    >>> _is_joined_given("Wing-tsun"), _is_joined_given("Calder-Whitby")
    (True, False)
    """
    first, *rest = word.split("-")
    return bool(_JOINED_GIVEN.fullmatch(word)) and first[0].isupper() and "".join(rest).islower()


def _split_before_given(each: Sequence[str], length: int) -> Name:
    """Return a name whose last word is the given one; further words before the family are too."""
    at = max(0, len(each) - 1 - length)
    return Name(" ".join(each[at:-1]), " ".join([*each[:at], each[-1]]))


def _is_eastern(each: Sequence[str]) -> bool:
    """Return whether the first of a name's words is a Chinese or Vietnamese family name."""
    first, *rest = map(fold_pinyin, each)
    if len(rest) > 1 and first in words("vietnamese"):
        return True
    given = re.sub("['’ -]", "", "".join(rest))
    if first not in _family_pinyin() or not count_syllables(given):
        return False
    # Of Li Wang, the last word is as likely the family name; of Sima Yi it cannot be.
    return given not in _family_pinyin() or min(count_syllables(first)) > 1


@cache
def _family_pinyin() -> frozenset[str]:
    """Return how the commonest family names and those of two characters are spelt."""
    return frozenset(
        spelt
        for name, own in surnames().items()
        if len(name) > 1 or name in words("common")
        for spelt in own or map("".join, product(*map(readings, name)))
    )


def format_initials(given: str, mark: str, hyphen: str = "-") -> str:
    """Return the initials of a given name, each followed by ``mark``.

    Those of a joined name have the ``hyphen`` between them. What is small after it has none.

    >>> format_initials("Jean-Pierre A.", "."), format_initials("Wing-tsun", ".")
    ('J.-P. A.', 'W.')
    """
    each = re.sub(r"\.(?!-)", ". ", given).split()
    return " ".join(
        hyphen.join(
            part[0] + mark
            for at, part in enumerate(word.split("-"))
            if part and (at == 0 or not part[0].islower())
        )
        for word in each
    )


def one_line(text: str) -> str:
    """Return ``text`` on one line, with single spaces between its words."""
    return " ".join(text.split())
