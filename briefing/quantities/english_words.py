"""Reads numbers that are spelled in English words: a hundred and twenty, two and a half million."""

import re
from functools import cache
from typing import NamedTuple

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_CARDINALS = {word: value for value, word in enumerate(_SMALL.split())}
_CARDINALS |= {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "hundredth": 100,
    "thousandth": 1000,
}
_ORDINALS |= {f"{word}th": n for word, n in _CARDINALS.items() if word[-1] != "y" and n > 3}
_ORDINALS |= {f"{word[:-1]}ieth": n for word, n in _CARDINALS.items() if word[-1] == "y"}
for _wrong in ("fiveth", "eightth", "nineth", "twelveth"):
    del _ORDINALS[_wrong]
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_PARTS |= {word: n for word, n in _ORDINALS.items() if 2 < n <= 100}
_PARTS |= {f"{word}s": n for word, n in _ORDINALS.items() if 2 < n <= 100}

SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "score": 20,
}


_SCALE_ORDINALS = {"millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}


NUMBER_WORDS = frozenset([*_CARDINALS, *_ORDINALS, *_PARTS, *SCALES, *_SCALE_ORDINALS])
"""Every word that may be a number or a part of one."""


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
    known = sorted(NUMBER_WORDS, key=len, reverse=True)
    word = f"(?:{'|'.join(known)})"
    joint = r"(?:[- ]|(?:,? and )|(?: and an? )|(?: an? ))"
    return re.compile(rf"\b(?:an? )?{word}(?:{joint}{word})*\b", re.I)


def find_spelled(text: str) -> list[Spelled]:
    """Return the numbers of a text that are spelled in words, in order."""
    found = []
    for run in _pattern().finditer(text):
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
        if at == len(words) or words[at].text not in SCALES | _PARTS:
            return None, at
    elif words[at].text == "and":
        return None, at + 1
    value, at = _cardinal(words, at)
    value, at = _and_a_half(words, value, at)
    if at == first or (at == first + 1 and words[first].text in ("a", "an")):
        return _part_or_ordinal(words, first, at)
    number = Spelled(words[first].start, words[at - 1].end, value)
    if at < len(words) and words[at].text in _SCALE_ORDINALS:
        scale = _SCALE_ORDINALS[words[at].text]
        return Spelled(number.start, words[at].end, value * scale, ordinal=True), at + 1
    if at < len(words) and words[at].text in _PARTS:
        parts = _PARTS[words[at].text]
        return number._replace(end=words[at].end, part=parts), at + 1
    if at < len(words) and words[at].text in _ORDINALS and value % 10 == 0 and value >= 20:
        end = _ORDINALS[words[at].text]
        return Spelled(number.start, words[at].end, value + end, ordinal=True), at + 1
    return number, at


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
            if scale in (12, 20, 100):
                current = (current or 1) * scale
            else:
                total += (current or (1 if not total else 0)) * scale
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
    return follows and ((current >= 100 and not current % 100) or (total > 0 and current == 0))


def _and_a_half(words: list[_Word], value: float, at: int) -> tuple[float, int]:
    """Read what may stand behind a number: and a half, and then a scale."""
    tail = [word.text for word in words[at : at + 3]]
    if at and tail in (["and", "a", "half"], ["and", "a", "quarter"]):
        value += 0.5 if tail[2] == "half" else 0.25
        at += 3
        while at < len(words) and words[at].text in SCALES:
            value *= SCALES[words[at].text]
            at += 1
    return value, at


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
        while after < len(words) and words[after].text in SCALES:
            value *= SCALES[words[after].text]
            after += 1
        if after > begin:
            return Spelled(start, words[after - 1].end, value), after
        return Spelled(start, word.end, 1, part=2), begin
    if word.text in _ORDINALS:
        value = _ORDINALS[word.text]
        part = value if at > first and value > 2 else 1
        return Spelled(start, word.end, 1 if part > 1 else value, part, ordinal=True), at + 1
    if word.text in _PARTS and at > first:
        return Spelled(start, word.end, 1, part=_PARTS[word.text]), at + 1
    return None, at + 1
