"""How Chinese names are spelt in pinyin, and whether an English name is such a spelling."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import accumulate, pairwise, product

from briefing.names.tables import read_lines, surnames

_BETWEEN = "[ '’-]*"
_BLANKS = re.compile(_BETWEEN)
_LETTERS = re.compile("[a-z]+")
_ROUNDED = re.compile("[ln]ve?")
_LONGEST_SYLLABLE = 6
_PAIR = 2
UNNAMED = "某"
_LONGEST_READ = 24
"""Of so many letters the ways to split them into syllables are few."""
_LONGEST_SPELT = 60  # letters; no name that is written as one word has more


@cache
def _characters() -> tuple[tuple[str, str], ...]:
    """Return each syllable with the characters that are read so."""
    return tuple((line.split(" ")[0], line.split(" ")[1]) for line in read_lines("readings.txt"))


@cache
def _held() -> dict[str, str]:
    """Return the characters that are read so by each syllable."""
    return dict(_characters())


@cache
def _row() -> tuple[str, tuple[int, ...]]:
    """Return all characters in a row, in the order of their syllables, and where each ends."""
    held = [held for _, held in _characters()]
    return "".join(held), tuple(accumulate(map(len, held)))


@cache
def readings(character: str) -> frozenset[str]:
    """Return the readings of a character, without tones; none for one that is not known.

    >>> sorted(readings("长")), sorted(readings("吕"))
    (['chang', 'zhang'], ['lv'])
    """
    row, ends = _row()
    found = []
    at = row.find(character)
    while at >= 0:
        syllable, _ = _characters()[bisect_right(ends, at)]
        found.append(syllable)
        at = row.find(character, at + 1)
    return frozenset(found)


def fold_pinyin(text: str) -> str:
    """Return a text in small letters without tone marks; ``ü`` becomes ``v``.

    >>> fold_pinyin("Lǚ Xi'ān")
    "lv xi'an"
    """
    plain = unicodedata.normalize("NFD", text.casefold()).replace("u\u0308", "v")
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return re.sub("(?<=[jqxy])v", "u", plain)


def _spellings(syllable: str) -> str:
    """Return the pattern of a syllable as it may be spelt: lü also as lv, lyu and lu."""
    return re.sub("^([ln])v(e?)$", r"\1(?:v|yu|u)\2", syllable)


def _one_of(syllables: frozenset[str]) -> str:
    """Return the pattern of any of some syllables; of any letters where there are none."""
    return "(?:" + "|".join(map(_spellings, sorted(syllables))) + ")" if syllables else "[a-z]{1,6}"


def sound_of(characters: str) -> str:
    """Return the pattern of the characters that may be read as some others are, one for one.

    >>> bool(re.fullmatch(sound_of("刘峰"), "刘锋"))
    True
    """
    return "".join(
        "[" + "".join(held for _, held in _characters() if one in held) + "]"
        if readings(one)
        else re.escape(one)
        for one in characters
    )


def pattern_of(characters: str) -> str:
    """Return the pattern of some characters, read one after the other."""
    return _BETWEEN.join(
        f"(?:(?:{_one_of(readings(one))}|x)?)" if one == UNNAMED else _one_of(readings(one))
        for one in characters
    )


def pattern_of_family(name: str) -> str:
    """Return the pattern of a family name, by its own readings where it has any."""
    own = surnames().get(name)
    if own and len(name) == 1:
        return _one_of(frozenset(own))
    return _BETWEEN.join(own) if own else pattern_of(name)


def is_read_so(letters: str, characters: str, *, is_family: bool = False) -> bool:
    """Return whether folded letters are some characters, read one after the other.

    It tells what the pattern of the characters does, without one that has to be compiled: a list
    has thousands of names. A family name has its own readings where it has any.

    >>> is_read_so("xiao-ming", "小明"), is_read_so("lyu", "吕", is_family=True)
    (True, True)
    >>> is_read_so("li", "王")
    False
    """
    ends = {0}
    for at, spelt in enumerate(_spellings_of(characters, is_family)):
        if at:
            ends |= {end for one in ends for end in _behind_blanks(letters, one)}
        if spelt is None:  # no reading of the character is known
            ends = {
                one + size
                for one in ends
                for size in range(1, _LONGEST_SYLLABLE + 1)
                if _LETTERS.fullmatch(letters, one, one + size) and one + size <= len(letters)
            }
        else:
            ends = {
                one + len(each) for one in ends for each in spelt if letters.startswith(each, one)
            }
        if not ends:
            return False
    return len(letters) in ends


def list_read_ends(letters: str, text: str, start: int) -> list[int]:
    """Return where the characters may end that begin at an offset and are read as folded letters.

    >>> list_read_ends("xian", "西安市", 0), list_read_ends("xian", "县城", 0)
    ([2], [1])
    """
    found, ends = [], {0}
    for at in range(start, min(len(text), start + len(letters))):
        spelt = _spellings_of_one(text[at], None) or ()
        ends = {one + len(each) for one in ends for each in spelt if letters.startswith(each, one)}
        if not ends:
            break
        if len(letters) in ends:
            found.append(at + 1)
    return found


def _behind_blanks(letters: str, at: int) -> range:
    """Return the offsets up to the one behind what may stand between two syllables."""
    found = _BLANKS.match(letters, at)
    return range(at, found.end() + 1 if found else at)


def _spellings_of(characters: str, is_family: bool) -> list[tuple[str, ...] | None]:
    """Return for each character how it may be spelt, or None where any letters may be it."""
    own = surnames().get(characters) if is_family else None
    if own and len(characters) > 1:
        return [(one,) for one in own]
    return [_spellings_of_one(one, own) for one in characters]


@cache
def _spellings_of_one(character: str, own: tuple[str, ...] | None) -> tuple[str, ...] | None:
    heard = frozenset(own) if own else readings(character)
    spelt = tuple(
        spelt
        for one in sorted(heard)
        for spelt in (
            [one.replace("v", u) for u in ("v", "yu", "u")] if _ROUNDED.fullmatch(one) else [one]
        )
    )
    return (*spelt, "x", "") if character == UNNAMED and not own else spelt or None


@cache
def _syllables() -> frozenset[str]:
    """Return all syllables, as they may be spelt."""
    known = {syllable for syllable, _ in _characters()}
    return frozenset(known | {one.replace("v", u) for one in known for u in ("u", "yu")})


@cache
def count_syllables(word: str) -> frozenset[int]:
    """Return in how many syllables of pinyin a word of small letters may be read.

    >>> sorted(count_syllables("xian")), sorted(count_syllables("smith"))
    ([1, 2], [])
    """
    if not word:
        return frozenset({0})
    if len(word) > _LONGEST_SPELT:
        return frozenset()
    return frozenset(
        1 + rest
        for end in range(1, min(len(word), 6) + 1)
        if word[:end] in _syllables()
        for rest in count_syllables(word[end:])
    )


def words_of(english: str, without: frozenset[str]) -> list[str]:
    """Return the words of a name, without some; those that a hyphen joins are one."""
    found = re.findall("[a-z]+(?:['’-][a-z]+)*", fold_pinyin(english))
    return [re.sub("['’-]", "", word) for word in found if word not in without]


def read_so(letters: str) -> re.Pattern[str] | None:
    """Return the pattern of two or more characters that are read as some letters, if any can be.

    >>> bool(read_so("wuliu").search("无水物流港")), read_so("x")
    (True, None)
    """
    ways = _list_ways(letters)
    return _compile(ways) if ways else None


def _list_ways(letters: str) -> list[tuple[str, ...]]:
    """Return the ways in which letters are two syllables or more."""
    folded = "".join(words_of(letters, frozenset()))
    if len(folded) != len(fold_pinyin(letters)) or len(folded) > _LONGEST_READ:
        return []
    return [syllables for syllables in _split(folded) if len(syllables) > 1]


def _compile(ways: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """Return the pattern of the characters that are read as some syllables, in several ways."""
    held = _held()
    return re.compile("|".join("".join(f"[{held[one]}]" for one in way) for way in ways))


def _split(word: str) -> list[tuple[str, ...]]:
    """Return the ways in which a word is syllables, each as in the table."""
    held = _held()
    return [
        (word[:end], *rest)
        for end in range(1, min(len(word), _LONGEST_SYLLABLE) + 1)
        if word[:end] in held
        for rest in ([()] if end == len(word) else _split(word[end:]))
    ]


class Heard:
    """A text in which the characters are looked for that are read as many different letters.

    Each costs a look at how every two characters of the text are read, and a pattern only where
    more syllables may stand in a row.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Every two syllables as which two characters side by side may be read."""
        beside = set(pairwise(self._text))
        return frozenset(
            both for one, other in beside for both in product(readings(one), readings(other))
        )

    def may_have(self, letters: str) -> bool:
        """Return whether characters of the text are read as some letters, or none can tell.

        >>> Heard("无水物流港").may_have("wuliu"), Heard("无水物流港").may_have("wugang")
        (True, False)
        """
        every = _list_ways(letters)
        ways = [way for way in every if self._pairs.issuperset(pairwise(way))]
        if any(len(way) == _PAIR for way in ways):
            return True
        return not every or bool(ways and _compile(ways).search(self._text))
