"""Finds which way an amount changes, or differs from another one, by the words around it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.quantities.data import read_rows

_FARTHEST = 120
_SIGN = re.compile("(?:^|(?<=[\\s(（:：]))([-−–+＋(])(?:[A-Z]{0,3}[¥￥$€£])?$")
_DIGITS = re.compile("[\\d,.]+")
_CHINESE_ENDS = re.compile("[，,。；;！？!?：:（()）]")
_ENGLISH_ENDS = re.compile(
    r"\.(?=\s|$)|[;:!?()—]|,(?=\s)(?! (?:or|and|to|by|from) (?:[a-z]{0,3}[$¥￥€£]|cny |rmb )?$)"
    r"|\b(?:but|while|whilst|whereas|though|although|which|who)\b",
    re.I,
)
_QUALIFIED = (
    r"(?:an? |nearly |almost |about |around |some |over |more than |at least |a further |another "
    r"|as much as |just |only )*(?:[a-z]{0,3}[$¥￥€£]|cny ?|rmb ?|usd ?)?"
)
_JOINT = {
    "zh": re.compile("(?:了|近|约|逾|超过|超|出|掉|至|到|为|去|达)?"),
    "en": re.compile(rf" (?:of |by |to |at )?{_QUALIFIED}", re.I),
}
"""What may stand between a word and the number behind it that it is beside."""
_BEHIND = re.compile(r"(?:[ -][a-z²³%°/]+){0,2}? ", re.I)
"""What may stand between an English number with its unit and a word that is beside it."""


_ROLES = {
    "zh": re.compile(
        "(?P<to>(?<!幅)[到至])(?:了)?(?:近|约|逾|超过|超)?$"
        "|(?P<by>(?:提高|上升|下降|减少|降低|下调|上调|缩短|延长|扩大)了?(?:近|约|逾|超过|超)?)$"
    ),
    "en": re.compile(rf"(?<!close )(?<!up )\b(?P<role>by|to) {_QUALIFIED}$", re.I),
}


class _Word(NamedTuple):
    """A word at `start` to `end` that says `up`, `down` or `flat`."""

    start: int
    end: int
    direction: str


def find_direction(text: str, start: int, end: int, language: str) -> str:
    """Return `up`, `down`, `flat` or "" for the amount with its unit at `start` to `end` of a text.

    Its sign counts first, then a word beside it, then the nearest word before it in its clause,
    then the nearest behind it there. `language` is `zh` or `en`.
    """
    if signed := _sign(text, start, end):
        return signed
    ends = _CHINESE_ENDS if language == "zh" else _ENGLISH_ENDS
    before, behind = text[max(0, start - _FARTHEST) : start], text[end : end + _FARTHEST]
    before = before[max((match.end() for match in ends.finditer(before)), default=0) :]
    stop = ends.search(behind)
    behind = behind[: stop.start()] if stop else behind
    beside = _beside(before, behind, language)
    if beside:
        return beside
    words = list(_find(before, language, "clause"))
    if words:
        return words[-1].direction
    return next((word.direction for word in _find(behind, language, "clause")), "")


def find_role(text: str, start: int, language: str) -> str:
    """Return `by` or `to` where a thing changes by the amount at `start`, or to it; else ""."""
    found = _ROLES[language].search(text[max(0, start - _FARTHEST) : start])
    if found is None:
        return ""
    return found["role"].lower() if language == "en" else found.lastgroup or ""


def _sign(text: str, start: int, end: int) -> str:
    """Return the direction of a sign before an amount; accounts put what is lost in brackets."""
    sign = _SIGN.search(text[max(0, start - 6) : start])
    if sign is None:
        return ""
    if sign[1] == "(":
        return "down" if text.startswith(")", end) and _DIGITS.fullmatch(text, start, end) else ""
    return "up" if sign[1] in "+＋" else "down"


def _beside(before: str, behind: str, language: str) -> str:
    """Return the direction that a word beside an amount says, or ""."""
    if language == "en":
        for place in ("beside", "behind"):
            for word in _find(behind, language, place):
                if _BEHIND.fullmatch(behind, 0, word.start):
                    return word.direction
    for word in _find(before, language, "beside"):
        if _JOINT[language].fullmatch(before, word.end):
            return word.direction
    return ""


def _find(text: str, language: str, place: str) -> Iterator[_Word]:
    """Yield the words that count at a place, in order."""
    text = _pattern(language, "not").sub(lambda match: "\x00" * len(match[0]), text)
    for match in _pattern(language, place).finditer(text):
        yield _Word(*match.span(), _direction(match[0].lower(), language, place))


@cache
def _direction(word: str, language: str, place: str) -> str:
    return next(
        direction
        for written, direction in _words(language, place)
        if re.fullmatch(_expression(written), word, re.I)
    )


@cache
def _pattern(language: str, place: str) -> re.Pattern[str]:
    words = sorted((word for word, _ in _words(language, place)), key=len, reverse=True)
    either = "|".join(map(_expression, words))
    return re.compile(either if language == "zh" else rf"\b(?:{either})\b", re.I)


def _expression(word: str) -> str:
    """Return the expression of a word of the table, in which ~ stands for any ending."""
    return re.escape(word).replace(r"\~", "[a-z]*")


@cache
def _words(language: str, place: str) -> list[tuple[str, str]]:
    return [
        (word, direction)
        for lang, direction, where, words in read_rows("directions.tsv")
        if (lang, where) == (language, place)
        for word in (words.split() if lang == "zh" else words.split(", "))
    ]
