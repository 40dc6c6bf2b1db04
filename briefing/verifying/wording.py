"""What a text is about, as words that can be compared: stems of English, pairs of characters.

Words for the same thing, as GDP and gross domestic product, are one; ``synonyms.tsv`` has them.
"""

import re
import sys
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from briefing import datafiles
from briefing.names.stems import root
from briefing.names.tables import groups_of_words, words_of

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9'’.&]*[A-Za-z0-9]|[A-Za-z]")
_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z0-9.&]*")
_CHANGES = re.compile(
    "同比|环比|增长|增速|增幅|下降|降幅|降低|提高|提升|回落|加快|上升|减少|增加|增至|扩大|达到|为|约|近|超"
    "|前?[一二三四]季度|上半年|下半年|(?<![0-9])[0-9]+月|全年|当季|当月|累计|实现|的|了|已|各自|位次"
    "|增加值|之数|其中|全省|全市|我省|该省|共|均|左右|以上|以下|目前|截至|比上年"
)
_NOTHING_ELSE = {
    "en": re.compile(
        r"(?P<before>^|[.,;:(] ?|\b(?:and|that|wants|on|seeks|targets|of|is|full-year|quarter) )"
        r"(?:growth|output)(?= (?:was|is|came|rose|ran|picked|quickened|slowed|target|in the"
        r"|for the|so far|to date|of (?:around |about |roughly |nearly |over )?\d))"
        r"|(?P<time>^(?:taken [a-z ]{4,12}, )?(?:in )?(?:the )?"
        r"(?:(?:first|second|third|fourth) (?:quarter|half)|Q[1-4]|H[12])(?: [a-z]+){0,3},? )"
        r"(?:grew|growth)(?=(?: of| by| at)?(?: about| around| roughly| nearly)? \d)",
        re.I,
    ),
    "zh": re.compile(
        "(?P<before>^|[，。；：]|单季|累计)(?:增速|增长率|growth)(?=[是为达])"
        "|(?P<time>^(?:[^，。0-9]{2,4}看，)?(?:今年)?(?:前?[一二三四]个?季度|[上下]半年|全年)"
        "(?:当季|单季|本身|累计|[单仅]独?看)?，?)(?:增速|增幅|增长)(?=[0-9是为达约])"
    ),
}
"""Growth of which nothing is told what grows: that of the economy."""


class Word(NamedTuple):
    """A word of a text and the offset at which it stands."""

    word: str
    at: int


def language_of(text: str) -> str:
    """Return the language that most of a text is in, ``zh`` or ``en``."""
    han = len(re.findall("[\u3400-\u9fff]", text))
    return "zh" if han > 3 * len(re.findall(r"(?<![A-Za-z])[A-Za-z]?[a-z]{2,}", text)) else "en"


def read_words(text: str, language: str) -> list[Word]:
    """Return what a text in a language is about, in order."""
    found: list[Word] = []
    if language == "en":
        text = _HAN.sub(" ", text)

    def take(match: re.Match[str]) -> str:
        found.append(Word(f"@{_first_of(match[0], language)}", match.start()))
        if language == "en" and len(match[0].split()) > 1:  # key projects are projects, too
            found.extend(Word(one.word, match.start() + one.at) for one in _english(match[0])[-1:])
        return "\n" * len(match[0]) if language == "zh" else " " * len(match[0])

    text = _NOTHING_ELSE[language].sub(
        lambda one: (
            (told := one["before"] or one["time"] or "") + "GDP".ljust(len(one[0]) - len(told))
        ),
        text,
    )
    text = _pattern(language).sub(take, text)
    found += _english(text) if language == "en" else _chinese(text)
    return sorted(found, key=lambda one: one.at)


@lru_cache(maxsize=8192)
def words_in(text: str, language: str) -> frozenset[str]:
    """Return the words of what a text in a language is about, each once.

    They are read once of a text, which may be a paragraph, its only sentence and clause, and a
    passage of an article as well.
    """
    return frozenset(one.word for one in read_words(text, language))


def _english(text: str) -> list[Word]:
    found, common = [], words_of("stopwords.txt")
    for match in _ENGLISH.finditer(text):
        word = match[0].lower()
        if word.endswith(("'s", "’s")):
            word = word[:-2]
        if word not in common and len(word) > 1:
            found.append(Word(root(word), match.start()))
    return found


def _chinese(text: str) -> list[Word]:
    text = _CHANGES.sub(lambda one: "\n" * len(one[0]), text)
    found = []
    for match in _HAN_RUN.finditer(text):
        run = match[0]  # each time it is asked for, it is copied
        if run.isascii():
            found.append(Word(run.lower(), match.start()))
        elif len(run) > 1:
            found += [
                Word(sys.intern(run[at : at + 2]), match.start() + at)  # each is kept once
                for at in range(len(run) - 1)
            ]
    return found


def read_lines(file: str) -> list[str]:
    """Return the lines of a table beside this module, without comments and blank lines."""
    return datafiles.read_lines(__spec__, file)


@cache
def _synonyms(language: str) -> dict[str, str]:
    """Return the first of the words for a thing by each of them."""
    return {word: group[0] for group in groups_of_words(language) for word in group}


def _first_of(words: str, language: str) -> str:
    """Return the first of the words for the same thing, however blanks and hyphens stand in it."""
    known = _synonyms(language)
    written = re.sub(r"\s+", " ", words.lower())
    return known.get(written) or known.get(written.replace("-", " ")) or written


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the words that stand for a thing with others, the longest first.

    They are grouped by their first letters, since few words of a text begin as one of them does.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_synonyms(language), key=len, reverse=True):
        rest = re.escape(word[1:]).replace(r"\ ", r"[\s-]+")
        for first in {word[0], word[0].upper()}:
            rests[first].append(rest)
    groups = (f"{re.escape(first)}(?i:{'|'.join(held)})" for first, held in rests.items())
    either = "|".join(groups)
    return re.compile(rf"\b(?:{either})\b" if language == "en" else either)


@cache
def pattern(kind: str, language: str) -> re.Pattern[str]:
    """Return the turns of phrase of a kind in a language, from ``patterns.tsv``.

    In a ``mixed`` text they are those of both languages. Those with groups are Chinese there. Where
    a language has none of a kind, nothing is found.
    """
    languages = ("en", "zh") if language == "mixed" else (language,)
    held = {lang: "|".join(_turns_of_phrase().get((kind, lang), ())) for lang in languages}
    if len(held) > 1 and re.compile(held["en"]).groups:
        del held["en"]
    if held.get("en"):  # a Chinese character beside a word is no part of it
        held["en"] = rf"(?<![A-Za-z0-9])(?:{held['en']})(?![A-Za-z0-9])"
    # Case means nothing to Chinese, and to heed it costs most of what compiling does.
    flags = re.I if any(map(_LETTER.search, held.values())) else 0
    return re.compile("|".join(one for one in held.values() if one) or "(?!)", flags)


@cache
def _turns_of_phrase() -> dict[tuple[str, str], list[str]]:
    """Return the expressions of ``patterns.tsv`` by their kind and language."""
    rows = [line.split("\t") for line in read_lines("patterns.tsv")]
    prepare = {language: verbs for kind, language, verbs in rows if kind == "prepare"}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, language, expression in rows:
        found[kind, language].append(expression.replace("<prepare>", prepare[language]))
    return found
