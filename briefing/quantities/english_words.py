"""Reads numbers that are spelled in English words: a hundred and twenty, two and a half million."""

import re
from functools import cache
from typing import NamedTuple

from briefing.quantities.data import either

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_CARDINALS = {word: value for value, word in enumerate(_SMALL.split())}
_CARDINALS |= {"nought": 0, "naught": 0}
_CARDINALS |= {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
_ORDINALS |= {f"{word}th": n for word, n in _CARDINALS.items() if word[-1] != "y" and n > 3}
_ORDINALS |= {f"{word[:-1]}ieth": n for word, n in _CARDINALS.items() if word[-1] == "y"}
for _wrong in ("fiveth", "eightth", "nineth", "twelveth"):
    del _ORDINALS[_wrong]
_SCALE_ORDINALS = {
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
_ORDINALS |= _SCALE_ORDINALS
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_PARTS |= {word: n for word, n in _ORDINALS.items() if n > 2}
_PARTS |= {f"{word}s": n for word, n in _ORDINALS.items() if n > 2}

SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
    "dozens": 12,
    "score": 20,
}


_RATING = re.compile("(?:an? )?score", re.I)
_SCORE = re.compile(" of (?!the |its |their |our )[a-z]", re.I)
"""A score that is twenty of something, and no rating: a score of firms, not a score of 79.6."""
_SEVERAL = re.compile(r"\b(?:several|few|many|couple of) $", re.I)
"""Words before a hundred or a thousand that leave open how many: several hundred firms."""
NUMBER_WORDS = frozenset([*_CARDINALS, *_ORDINALS, *_PARTS, *SCALES, "firsts"])
"""Every word that may be a number or a part of one."""


LARGEST = 10**24
"""What is larger is read as this, which no amount of a text reaches."""


class Spelled(NamedTuple):
    """A number in words from `start` to `end`.

    `part` is the number of equal parts that the value counts: 3 in two-thirds, else 1. An `ordinal`
    is a number such as third, which may also be a part of three.
    """

    start: int
    end: int
    value: float
    part: int = 1
    ordinal: bool = False


class _Word(NamedTuple):
    text: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a run of words that may spell a number."""
    word = either(NUMBER_WORDS)
    joint = r"(?:[- ]|,? and | and an? | an? |[- ]point[- ])"
    return re.compile(rf"\b(?:an? )?{word}(?:{joint}{word})*\b", re.I)


def _is_indefinite(text: str, run: re.Match[str]) -> bool:
    """Return whether words leave open how many they are: several hundred, dozens."""
    first = run[0].lower().split(" ")[0].split("-")[0]
    if first == "dozens":
        return True
    return first in SCALES and bool(_SEVERAL.search(text, max(0, run.start() - 12), run.start()))


def find_spelled(text: str) -> list[Spelled]:
    """Return the numbers of a text that are spelled in words, in order."""
    found = []
    for run in _pattern().finditer(text):
        if _RATING.fullmatch(run[0]) and not _SCORE.match(text, run.end()):
            continue
        if _is_indefinite(text, run):
            continue
        words = [_Word(match[0].lower(), *match.span()) for match in re.finditer(r"\w+", run[0])]
        at = 0
        while at < len(words):
            number, after = _read(words, at)
            if number is not None:
                start, end = run.start() + number.start, run.start() + number.end
                found.append(number._replace(start=start, end=end))
            at = max(after, at + 1)
    return found


def _read(words: list[_Word], at: int) -> tuple[Spelled | None, int]:
    """Read the number that begins with a word, and return where the next one may begin."""
    first = at
    if words[at].text in ("a", "an"):
        at += 1
        part, after = _compound_part(words, at, several=False)
        if part:  # a twenty-first
            return Spelled(words[first].start, words[after - 1].end, 1, part, ordinal=True), after
        if at == len(words) or words[at].text not in SCALES | _PARTS:
            return None, at
    elif words[at].text == "and":
        return None, at + 1
    value, at = _cardinal(words, at)
    value, at = _decimals(words, value, at)
    value, at = _and_a_part(words, value, at)
    if at == first or (at == first + 1 and words[first].text in ("a", "an")):
        return _part_or_ordinal(words, first, at)
    number = Spelled(words[first].start, words[at - 1].end, value)
    if at < len(words) and words[at].text in _SCALE_ORDINALS and value > 1:
        scale = _SCALE_ORDINALS[words[at].text]
        return Spelled(number.start, words[at].end, value * scale, ordinal=True), at + 1
    if at < len(words) and words[at].text in _ORDINALS and value % 10 == 0 and value >= 20:
        end = _ORDINALS[words[at].text]
        return Spelled(number.start, words[at].end, value + end, ordinal=True), at + 1
    if at < len(words) and words[at].text in _PARTS:
        return _of_parts(words, number._replace(part=_PARTS[words[at].text]), at)
    part, after = _compound_part(words, at, several=value > 1)
    return (number._replace(end=words[after - 1].end, part=part), after) if part else (number, at)


def _compound_part(words: list[_Word], at: int, *, several: bool) -> tuple[int, int]:
    """Read the twenty-fifth of one twenty-fifth, or the plural if `several`; 0 if none is there.

    A twenty-second is a time, as a rule, and is not read as a part.
    """
    tens, last = (word.text for word in words[at : at + 2]) if at + 2 <= len(words) else ("", "")
    ones = _ORDINALS.get(last[:-1] if several and last.endswith("s") else "" if several else last)
    if not ones or ones > 9 or ones == 2 or _CARDINALS.get(tens, 0) < 20:
        return 0, at
    return _CARDINALS[tens] + ones, at + 2


def _of_parts(words: list[_Word], number: Spelled, at: int) -> tuple[Spelled, int]:
    """Return two-thirds, or three quarters of a million where a scale stands behind the parts."""
    after = at + 1
    if after < len(words) and SCALES.get(words[after].text, 0) >= 1000:
        value = number.value / number.part * SCALES[words[after].text]
        return Spelled(number.start, words[after].end, value), after + 1
    return number._replace(end=words[at].end), after


def _decimals(words: list[_Word], value: float, at: int) -> tuple[float, int]:
    """Read what stands behind a "point": five point two five."""
    if at + 1 >= len(words) or words[at].text != "point":
        return value, at
    digits, after = "", at + 1
    while after < len(words) and words[after].text in _CARDINALS:
        digits += str(_CARDINALS[words[after].text])
        after += 1
    if len(digits) == 3 and digits[1] == "0":  # seventy-one
        digits = digits[0] + digits[2]
    return (value + float(f"0.{digits}"), after) if digits else (value, at)


def _cardinal(words: list[_Word], at: int) -> tuple[float, int]:
    """Read the longest cardinal number from a word on; without any, the place does not move."""
    total, current = 0.0, 0.0
    begun = False
    while at < len(words):
        word = words[at].text
        if word in _CARDINALS:
            value = _CARDINALS[word]
            if current % 100 and not (current % 100 >= 20 and not current % 10 and 0 < value < 10):
                break
            current += value
        elif word in SCALES and (begun or at == 0 or words[at - 1].text in ("a", "an")):
            scale = SCALES[word]
            if max(total, current) * scale > LARGEST:
                break
            if scale in (12, 20, 100):
                current = (current or 1) * scale
            elif total and not current:  # two thousand million
                total *= scale
            else:
                total += (current or 1) * scale
                current = 0.0
        elif word == "and" and begun and _goes_on(words, at, current, total):
            at += 1
            continue
        else:
            break
        begun = True
        at += 1
    return total + current, at


def _goes_on(words: list[_Word], at: int, current: float, total: float) -> bool:
    """Return whether the number goes on behind an "and": one hundred and twenty."""
    follows = at + 1 < len(words) and words[at + 1].text in _CARDINALS
    if at + 2 < len(words) and _is_plural_part(words[at + 2].text):
        return False  # one hundred and three quarters
    if words[at + 1 : at + 3] and words[at + 1].text == "one" and _is_part(words, at + 2):
        return False  # two million and one half
    return follows and ((current >= 100 and not current % 100) or (total > 0 and current == 0))


def _is_part(words: list[_Word], at: int) -> bool:
    return at < len(words) and words[at].text in _PARTS


def _is_plural_part(word: str) -> bool:
    return word in _PARTS and word.endswith(("s", "ves"))


def _and_a_part(words: list[_Word], value: float, at: int) -> tuple[float, int]:
    """Read what may stand behind a number: and a half, and two thirds, and then a scale.

    Behind a scale the part is one of it (three million and a half), or of the smaller scale that
    follows (one billion and a half million).
    """
    if not at or len(words) < at + 3 or words[at].text != "and":
        return value, at
    number, after = (1.0, at + 2) if words[at + 1].text in ("a", "an") else _cardinal(words, at + 1)
    if after == at + 1 or not _is_part(words, after):
        return value, at
    if number > 1 and not _is_plural_part(words[after].text):
        return value, at
    more = number / _PARTS[words[after].text]
    last = SCALES.get(words[at - 1].text, 1)
    scale, at = _scales(words, after + 1)
    if last < 1000:
        return (value + more) * scale, at
    return value + more * (scale if scale > 1 else last), at


def _scales(words: list[_Word], at: int) -> tuple[float, int]:
    """Return the product of the scales from a word on, and where they end."""
    product = 1.0
    while at < len(words) and words[at].text in SCALES:
        product *= SCALES[words[at].text]
        at += 1
    return product, at


def _part_or_ordinal(words: list[_Word], first: int, at: int) -> tuple[Spelled | None, int]:
    """Read a half, half a million, a third, third."""
    if at == len(words):
        return None, at
    word = words[at]
    start = words[first].start
    if word.text == "half":
        after = at + 1
        if after < len(words) and words[after].text in ("a", "an"):
            after += 1
        value = 0.5
        begin = after
        scale, after = _scales(words, begin)
        if after > begin:
            return Spelled(start, words[after - 1].end, value * scale), after
        return Spelled(start, word.end, 1, part=2), begin
    if word.text in _ORDINALS:
        value = _ORDINALS[word.text]
        part = value if at > first and value > 2 else 1
        return Spelled(start, word.end, 1 if part > 1 else value, part, ordinal=True), at + 1
    if word.text in _PARTS and (at > first or word.text == "quarter"):
        number, after = _of_parts(words, Spelled(start, word.end, 1, part=_PARTS[word.text]), at)
        return (number, after) if at > first or number.part == 1 else (None, at + 1)
    return None, at + 1
