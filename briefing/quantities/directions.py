"""Finds which way an amount changes, or differs from another one, by the words around it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.quantities.data import read_rows
from briefing.quantities.growing import hide_grown

_FARTHEST = 120
_BEGINS = 5
"""So many characters before a number hold the word behind which a change begins with it."""
_NEAREST = 24
"""The Chinese words that make a number one by which a thing changes are no longer."""
_TOKEN = re.compile("[A-Za-z]+(?:-[A-Za-z]+)*")
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
    r"|as much as |just |only |under |close to |below )*(?:[a-z]{0,3}[$¥￥€£]|cny ?|rmb ?|usd ?)?"
)
_JOINT = {
    "zh": re.compile("(?:了|近|约|逾|超过|超|出|掉|至|到|为|去|达)?"),
    "en": re.compile(rf" (?:of |by |to |at )?{_QUALIFIED}", re.I),
}
"""What may stand between a word and the number behind it that it is beside."""
_BEHIND = re.compile(
    r"(?:[ -](?!(?:to|at|by|and|or|from|of|in|just|slightly|a)\b)[a-z²³%°/]+){0,2}? ", re.I
)
"""What may stand between an English number with its unit and a word that is beside it."""
_ADJECTIVES = re.compile(
    r"(?:[ -](?:annual(?:ised|ized)?|yearly|monthly|quarterly|real|nominal|points?|average|steady"
    r"|further|overall|net|sharp|slight|modest|sales|output|export|profit|price)){0,2} ",
    re.I,
)
"""What may stand between that and a noun, before which others tell of something else."""

_CHANGED = (
    "(?:grow|rise|climb|jump|surge|soar|fall|drop|decline|increase|decrease|shrink|expand)s?"
    "|grew|rose|f[ae]ll|shrank|(?:climb|jump|surg|soar|declin|increas|decreas|expand)(?:ed|ing)"
    "|dropp(?:ed|ing)|(?:grow|ris|fall|shrink)ing|grown|risen|fallen"
    "|(?:(?<=, )|(?<=was )|(?<=were )|(?<=is )|(?<=are ))(?:up|down)"
    "|(?:rise|increase|jump|gain|growth|fall|drop|decline|decrease|cut) of"
)
"""English verbs behind which an amount is that of the change: grew 5%."""

_ROLES = {
    "zh": re.compile(
        "(?P<by>(?:(?:增速|增幅|涨幅|降幅|跌幅|增长率|增长速度)[已均将也]?(?:高?达到?|为)"
        "|(?:增长|下降|上涨|下跌)[已均将也]?高?达到"
        "|提高|上升|下降|减少|降低|下调|上调|缩短|延长|扩大|增长|增加|上涨|下跌|回落|增产|减产|净增|净减"
        ")了?(?:近|约|逾|超过|超)?)$"
        "|(?P<to>(?<![幅不未])[到至]|减按)(?:了)?(?:近|约|逾|超过|超)?$"
        "|(?P<from>[由从](?:[^，。；、到至0-9〇零一二两三四五六七八九十百千万亿]{0,10}))$"
    ),
    "en": re.compile(
        rf"\b(?:(?P<role>by|from|(?<!close )(?<!up )to)|(?P<by>{_CHANGED})) {_QUALIFIED}$", re.I
    ),
}


_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|no longer)\b(?: [a-z]+){0,4} |[不未没][^，。；]{0,2})$", re.I
)
_DENIAL = 40
_TIMES = re.compile(r"\b(?:year|month|week|decade|quarter)s?\b", re.I)


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
    text = hide_grown(text) if language == "en" else text
    before, behind = text[max(0, start - _FARTHEST) : start], text[end : end + _FARTHEST]
    if find_role(text, start, language) == "from":  # what changes from it is told behind it
        before = before[-_BEGINS:]
    if language == "zh":
        behind = behind.removeprefix("多")  # of the number itself: 九成多出自
    return _of_words(before, behind, language)


@lru_cache(maxsize=4096)
def _of_words(before: str, behind: str, language: str) -> str:
    """Return the direction that words before and behind an amount say, which are often the same."""
    ends = _CHINESE_ENDS if language == "zh" else _ENGLISH_ENDS
    before = before[max((match.end() for match in ends.finditer(before)), default=0) :]
    stop = ends.search(behind)
    behind = behind[: stop.start()] if stop else behind
    beside = _beside(before, behind, language)
    if beside:
        return beside
    words = [one for one in _find(before, language, "clause") if not _is_denied(before, one)]
    if words:
        return words[-1].direction
    return next((word.direction for word in _find(behind, language, "clause")), "")


def _is_denied(text: str, word: _Word) -> bool:
    """Return whether a word is denied, as in not be allowed to fall below."""
    return bool(_DENIED.search(text, max(0, word.start - _DENIAL), word.start))


def find_role(text: str, start: int, language: str) -> str:
    """Return `by`, `to` or `from` where a thing changes by the amount at `start`, or to it."""
    farthest = _NEAREST if language == "zh" else _FARTHEST
    text = hide_grown(text) if language == "en" else text
    found = _ROLES[language].search(text[max(0, start - farthest) : start])
    if found is None:
        return ""
    role = found.lastgroup or ""
    return found["role"].lower() if role == "role" else role


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
        for place, joint in (("beside", _BEHIND), ("noun", _ADJECTIVES), ("behind", _BEHIND)):
            for word in _find(behind, language, place):
                between = behind[: word.start]
                if joint.fullmatch(between) and not _TIMES.search(between):
                    return word.direction
    for word in _find(before, language, "beside"):
        if _JOINT[language].fullmatch(before, word.end):
            return word.direction
    return ""


def _find(text: str, language: str, place: str) -> Iterator[_Word]:
    """Yield the words that count at a place, in order; what is no direction hides its words."""
    for start, end, word in _phrases(text) if language == "en" else _han_words(text):
        direction = _words(language).get(word, {}).get(place)
        if direction:
            yield _Word(start, end, direction)


@lru_cache(maxsize=64)
def _phrases(text: str) -> list[tuple[int, int, str]]:
    """Return the longest phrases of the English table in a text; an ending may be left off.

    What stands beside an amount is asked for and what stands in its clause, in one text.
    """
    tokens = [(*match.span(), match[0].lower()) for match in _TOKEN.finditer(text)]
    found, known, at = [], _words("en"), 0
    while at < len(tokens):
        length, phrase = _longest(tokens, at, known)
        if phrase:
            found.append((tokens[at][0], tokens[at + length - 1][1], phrase))
        at += length
    return found


def _longest(
    tokens: list[tuple[int, int, str]], at: int, known: Mapping[str, object]
) -> tuple[int, str]:
    """Return how many tokens the longest phrase at a token has, and the phrase."""
    token = tokens[at][2]
    longest = min(4, len(tokens) - at) if token in _first_of_several() else 1
    for length in range(longest, 1, -1):
        phrase = " ".join(token for _, _, token in tokens[at : at + length])
        if phrase in known:
            return length, phrase
    if token in known:
        return 1, token
    return 1, _stem_of(token)


@cache
def _first_of_several() -> frozenset[str]:
    """Return the words with which phrases of several words of the English table begin."""
    return frozenset(phrase.split()[0] for phrase in _words("en") if " " in phrase)


@lru_cache(maxsize=4096)
def _stem_of(token: str) -> str:
    """Return the word of the English table that a token is with an ending, or ""."""
    stems = (f"{token[:size]}~" for size in range(len(token), 2, -1))
    return next((stem for stem in stems if stem in _words("en")), "")


def _han_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Return the longest words of the Chinese table in a text, none twice."""
    return ((*found.span(), found[0]) for found in _han_pattern().finditer(text))


@cache
def _han_pattern() -> re.Pattern[str]:
    """Return the words of the Chinese table as one pattern, which finds the longest at a place."""
    return re.compile("|".join(map(re.escape, sorted(_words("zh"), key=len, reverse=True))))


@cache
def _words(language: str) -> dict[str, dict[str, str]]:
    """Return what each word says, by the place where it counts."""
    found: dict[str, dict[str, str]] = {}
    for lang, direction, place, words in read_rows("directions.tsv"):
        if lang == language:
            for word in words.split() if lang == "zh" else words.split(", "):
                found.setdefault(word, {})[place] = direction
    return found
