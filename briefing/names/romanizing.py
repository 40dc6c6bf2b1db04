"""How a Chinese name is written in pinyin: one spelling, where a name may have several."""

import re
from functools import cache, lru_cache

from briefing.names.pinyin import readings
from briefing.names.spelling import is_family_name_first
from briefing.names.tables import read_lines, surnames, words

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LONGEST_ID = 48
"""Ids are shorter than a model allows so that a number or a kind may stand behind them."""


@cache
def _usual() -> dict[str, str]:
    """Return the usual reading of each character that has several."""
    rows = (line.split(" ") for line in read_lines("usual.txt"))
    return {character: syllable for syllable, held in rows for character in held}


@cache
def _in_names() -> dict[str, str]:
    """Return the readings of characters that are others in names than elsewhere."""
    return dict(one.split(":") for one in sorted(words("name-reading")))


def usual_reading(character: str) -> str | None:
    """Return the usual reading of a character, or ``None`` for one that is not known.

    >>> usual_reading("行"), usual_reading("x")
    ('xing', None)
    """
    known = _usual().get(character)
    return known or min(readings(character), default=None)


class _Readings(dict[int, str]):
    """The usual reading of each character, with a blank behind it, as it is asked for."""

    def __missing__(self, code: int) -> str:
        self[code] = f"{usual_reading(chr(code)) or '?'} "
        return self[code]


_READINGS = _Readings()


@lru_cache(maxsize=32)  # a text stays known while the names beside it are read out
def read_out(text: str) -> str:
    """Return the usual readings of the characters of a text, with a blank around each."""
    return f" {text.translate(_READINGS)}"


def has_several_readings(characters: str) -> bool:
    """Return whether some of the characters have several readings, so that a spelling may err."""
    return any(one in _usual() for one in characters)


def spell_person(name: str) -> str | None:
    """Return the English name of a person, family name first; ``None`` where none can tell.

    >>> spell_person("曾丽安"), spell_person("欧阳长乐"), spell_person("阿卜杜拉·买买提")
    ("Zeng Li'an", 'Ouyang Changle', None)
    """
    if not is_family_name_first(name):
        return None
    length = 2 if name[:2] in surnames() and len(name) > 2 else 1
    family = _family(name[:length])
    given = [_in_names().get(one) or usual_reading(one) or "" for one in name[length:]]
    if not all(given):
        return None
    return f"{family.capitalize()} {join_syllables(given).capitalize()}".replace("v", "ü")


def _family(name: str) -> str:
    if own := surnames().get(name):
        return own[0]
    return join_syllables([usual_reading(one) or "" for one in name])


def join_syllables(syllables: list[str]) -> str:
    """Return syllables as one word, with an apostrophe where a later one begins with a vowel.

    >>> join_syllables(["xi", "an"])
    "xi'an"
    """
    first, *rest = syllables
    return first + "".join(f"'{one}" if one[:1] in ("a", "e", "o") else one for one in rest)


def make_id(text: str) -> str:
    """Return an id of a text: its characters in pinyin, its digits and letters, with hyphens.

    It is empty for a text that has none of them.

    >>> make_id("GDP增长5.6%"), make_id("吕梁")
    ('gdpzengzhang5-6', 'lvliang')
    """
    joined = re.sub(
        _HAN,
        lambda found: usual_reading(found[0]) or "",
        text.casefold().replace("ü", "v"),
        count=0,
    )
    parts = re.findall("[a-z0-9]+", joined)
    made = "-".join(parts)
    return made[:_LONGEST_ID].strip("-")


def cut_id(made: str) -> str:
    """Return an id of English words with as many of them as an id may have.

    >>> cut_id("pilot-zone-of-free-trade-and-of-all-kinds-of-other-things")
    'pilot-zone-of-free-trade-and-of-all-kinds-of'
    """
    return made if len(made) <= _LONGEST_ID else made[: _LONGEST_ID + 1].rpartition("-")[0]
