"""Whether the English name of a person or a place is the pinyin of its Chinese name."""

import re
from functools import cache
from itertools import product
from math import prod

from briefing.names.pinyin import (
    UNNAMED,
    count_syllables,
    fold_pinyin,
    is_read_so,
    pattern_of,
    pattern_of_family,
    readings,
    words_of,
)
from briefing.names.tables import read_lines, surnames, toponyms, words

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_ALMOST = 0.8
"""How like the pinyin a spelling must be to be a slip in it, where it is no pinyin itself."""
_LONGEST = 24
"""A name of more Chinese characters is none; that of the longest county has fifteen."""
_MOST_SPELLINGS = 1_000
"""What may be spelt in more ways is not compared with each."""
_SHORTEST_SLIP = 6
"""A shorter name of a place that is nearly pinyin may be of another language (Nagqu)."""


def is_family_name_first(name: str) -> bool:
    """Return whether a Chinese name is made as most are: a family name and one or two characters.

    Names of other peoples are not, whatever their first character is.
    """
    if not _HAN.fullmatch(name) or words("element").issuperset([name]):
        return False
    return (name[:2] in surnames() and 2 <= len(name) <= 4) or (
        name[0] in surnames() and len(name) in (2, 3)
    )


def agrees_for_person(english: str, chinese: str) -> bool | None:
    """Return whether an English name is the pinyin of a person's; ``None`` where none can tell.

    The family name may stand first or last. Titles and other words that are no pinyin may stand
    beside the name. A name of another people, or one spelt in quite another way, is not judged.

    >>> agrees_for_person("Shan Yongjin", "单永进"), agrees_for_person("Dan Yongjin", "单永进")
    (True, False)
    >>> agrees_for_person("Tung Chee-hwa", "董建华")
    """
    if not _is_judged(chinese):
        return None
    if _is_plainly_spelt(fold_pinyin(english), chinese):
        return True
    given = words_of(english, words("english-title"))
    if _is_spelt(fold_pinyin(english), chinese, given):
        return True
    counts = _count(given)
    if not is_family_name_first(chinese):
        return False if chinese[0] in surnames() and len(chinese) in counts else None
    return False if counts or _is_slip("".join(given), chinese) else None


def _is_judged(chinese: str) -> bool:
    """Return whether a name is of Chinese characters alone, and no longer than one."""
    return len(chinese) <= _LONGEST and bool(_HAN.fullmatch(chinese))


def _is_plainly_spelt(folded: str, chinese: str) -> bool:
    """Return whether an English text is a family name and a given one, as most are written.

    What :func:`_is_spelt` finds takes a pattern, which is long to make.
    """
    first, _, rest = folded.partition(" ")
    given = re.sub("[ '’-]", "", rest)
    return (
        is_family_name_first(chinese)
        and chinese[:2] not in surnames()
        and UNNAMED not in chinese
        and first in (surnames()[chinese[0]] or readings(chinese[0]))
        and given in _spelt(chinese[1:])
    )


def _count(given: list[str]) -> set[int]:
    """Return in how many syllables some words may be read; none if one of them is no pinyin."""
    counts = {0}
    for word in given:
        counts = {one + more for one in counts for more in count_syllables(word)}
    return counts if given else set()


def _is_spelt(folded: str, chinese: str, given: list[str]) -> bool:
    """Return whether a name stands in an English text, and no other pinyin beside it."""
    read_otherwise = len(chinese) > 2 and bool(surnames().get(chinese[:2]))  # Yuchi, of 尉迟
    if not _may_have(folded, chinese[2:] if read_otherwise else chinese):
        return False
    first, _, second = folded.partition(" ")
    is_compound = len(chinese) > 2 and (chinese[:2] in surnames() or len(chinese) > 3)
    lengths = (1, 2) if is_compound else (1,)
    if second.isalpha() and any(
        is_read_so(first, chinese[:length], is_family=True) and is_read_so(second, chinese[length:])
        for length in lengths
    ):
        return True  # the whole text is the name, and no pattern has to be made
    for length in lengths:
        family = pattern_of_family(chinese[:length])
        rest = pattern_of(chinese[length:])
        patterns = [f"{family},? +{rest}", f"{rest} +{family}"]
        if UNNAMED in chinese:
            patterns.append(family)
        for pattern in patterns:
            found = re.search(f"(?<![a-z]){pattern}(?![a-z])", folded)
            if found:
                beside = f"{folded[: found.start()]} {folded[found.end() :]}"
                others = [one for one in words_of(beside, frozenset()) if one in given]
                if not any(map(count_syllables, others)):
                    return True
    return not is_family_name_first(chinese) and is_read_so(folded, chinese)


def _may_have(folded: str, characters: str) -> bool:
    """Return whether a reading of each character stands somewhere in a text in small letters."""
    for one in characters:
        heard = readings(one) | frozenset(surnames().get(one, ()))
        spelt = (each.replace("v", as_) for each in heard for as_ in ("v", "u", "yu"))
        if heard and one != UNNAMED and not any(each in folded for each in spelt):
            return False
    return True


def _is_slip(letters: str, chinese: str) -> bool:
    """Return whether letters are the pinyin of a name but for a few of them."""
    from difflib import SequenceMatcher  # few names are no pinyin

    family, given = _halves(chinese.replace(UNNAMED, ""))
    return any(
        _is_one_off(spelt, letters)
        or SequenceMatcher(None, spelt, letters, autojunk=False).ratio() >= _ALMOST
        for spelt in _spelt(family + given) | _spelt(given + family)
    )


def _spelt(characters: str) -> set[str]:
    """Return how some characters may be spelt, in small letters without blanks.

    It is nothing where there are too many ways.
    """
    found = [sorted(readings(one)) for one in characters]
    if prod(map(len, found)) > _MOST_SPELLINGS:
        return set()
    each = product(*found)
    return {spelt for one in each for spelt in ("".join(one), "".join(one).replace("v", "u"))}


def _is_one_off(spelt: str, letters: str) -> bool:
    return len(spelt) == len(letters) and sum(map(str.__ne__, spelt, letters)) == 1


def _halves(name: str) -> tuple[str, str]:
    """Return the family name and the rest."""
    length = 2 if name[:2] in surnames() else 1
    return name[:length], name[length:]


def known_spellings(stem: str) -> frozenset[str]:
    """Return the usual English names of a place that are no pinyin, in small letters."""
    return _known_places().get(stem, frozenset())


@cache
def _known_places() -> dict[str, frozenset[str]]:
    """Return the usual English names that are no pinyin, by the Chinese names of the places."""
    rows = (line.split("\t") for line in read_lines("places.tsv"))
    return {zh: frozenset(map(fold_pinyin, en.split("; "))) for zh, en in rows}


@cache
def _suffix() -> re.Pattern[str]:
    every = words("place-suffix").union(toponyms("town"), toponyms("village"))
    listed = sorted(every, key=len, reverse=True)
    groups = "|".join(toponyms("group"))
    return re.compile(f"(?<=.)(?:(?:{groups})+(?=自治|乡))?(?:{'|'.join(listed)})$")


@cache
def _english_words() -> frozenset[str]:
    """Return the English words, in small letters, that stand beside the names of places."""
    listed = [*toponyms("group").values(), *toponyms("town").values()]
    listed += toponyms("village").values()
    return words("english-place").union(" ".join(listed).casefold().split(), ["and"])


def agrees_for_place(english: str, chinese: str) -> bool | None:
    """Return whether an English name is the pinyin of a place's; ``None`` where none can tell.

    Words such as County and Lake are left out, as 县 and 湖 are. A name is judged only if all that
    is left of it is pinyin of as many syllables as the Chinese name has characters, or is so but
    for one letter.

    >>> agrees_for_place("Taiyuan City", "太原"), agrees_for_place("Datong", "太原市")
    (True, False)
    >>> agrees_for_place("Harbin", "哈尔滨")
    """
    if not _is_judged(chinese):
        return None
    stems = {chinese, _suffix().sub("", chinese)}
    left = words_of(english, _english_words())
    known = frozenset().union(*map(known_spellings, stems))
    if " ".join(left) in known:
        return True
    letters = "".join(left)
    if any(letters in _spelt(stem) for stem in stems):
        return True
    possible = (stem for stem in stems if _may_have(letters, stem))
    if any(is_read_so(" ".join(left), stem) for stem in possible):
        return True
    if counts := _count(left):
        return False if counts & {len(stem) for stem in stems} else None
    slip = len(letters) >= _SHORTEST_SLIP and any(
        _is_one_off(spelt, letters) for stem in stems for spelt in _spelt(stem)
    )
    return False if slip else None
