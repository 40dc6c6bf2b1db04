"""Things that are told apart by a number: editions, phases, batches, roads, lines and generations.

Which number such a thing has is no amount, so that it is held against the numbers that the articles
give to things of its kind.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from briefing.checks.spelled import read_spelled
from briefing.quantities.roman import LETTERS, SIGNS
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.sentences import Sentence

_NUMERALS = "一二三四五六七八九十百"
_HAN = f"((?<![0-9])[0-9]+|(?<![{_NUMERALS}])[{_NUMERALS}]+|首)"
_WORDS = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
]
CARDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_LETTERS = "|".join(reversed(LETTERS))
_ROMAN = [one.lower() for one in LETTERS]
_ORDINAL = rf"({'|'.join(_WORDS)}|[0-9]+(?:st|nd|rd|th))"
_CARDINAL = rf"([0-9]+|{'|'.join((*CARDINALS, *reversed(_ROMAN)))})\b"
_NO_AMOUNT = r"(?! ?(?:%|km\b|(?-i:[A-Z]{1,3}\b)))"
"""Behind a number that has no unit: the "line 20 GW" of a table is no line 20."""
_FAIR = "edition|expo|exposition|fair|forum|conference|congress|festival|games|summit"


class _Kind(NamedTuple):
    """How Chinese and English number the things of one kind."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]


def _kind(chinese: str, english: str) -> _Kind:
    return _Kind(
        re.compile(chinese.replace("N", _HAN)),
        re.compile(rf"\b(?:{english})".replace("NTH", _ORDINAL).replace("ONE", _CARDINAL), re.I),
    )


_KINDS = (
    _kind(
        "第?(?<![新每上本这那])N届|(?<=党的)N大",
        rf"NTH(?: [A-Z]\S*){{0,5}} (?:{_FAIR})\b|(?!first)NTH of its kind",
    ),
    _kind("第?N期(?![间限望待货刊盼许]|以)", r"NTH[- ]phase\b|phase ONE"),
    _kind("(?:第|(?=首))N批", r"NTH (?:batch|tranche)\b"),
    _kind(
        "国道N|N国道|(?<![A-Z0-9])G(?!(?:7|8|20)(?![0-9]))N(?![0-9A-Za-z])",
        r"(?:national (?:highway|road) G?|G(?!(?:7|8|20)\b))([0-9]+)\b",
    ),
    _kind(
        "省道N|N省道|(?<![A-Z0-9])SN(?![0-9A-Za-z])", r"provincial (?:highway|road) S?([0-9]+)\b"
    ),
    _kind("N号线", rf"line (?:no\. ?)?ONE{_NO_AMOUNT}"),
    _kind("(?<![A-Z0-9.])NG(?![0-9A-Za-z])", r"([0-9])G\b"),
    _kind("N[次中]全会", r"NTH plenary\b"),
    _kind(
        f"([{SIGNS}]|(?<![A-Za-z])(?:{_LETTERS}))(?=(?:[、和或至到—~-](?:[{SIGNS}]|[IVX]+))*[类级])",
        rf"(?:class(?:es)?|grades?) ((?-i:{_LETTERS}))\b",
    ),
)


class Numbered:
    """Finds in sentences numbers of things that the Chinese of some articles gives to none."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _known(self) -> list[frozenset[int]]:
        """The numbers of the things of each kind."""
        return [frozenset(value for *_, value in _find(one.chinese, self._text)) for one in _KINDS]

    def judge(self, sentence: Sentence, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what has a number that no thing of its kind has, where nothing was found wrong."""
        wrong = [one for one in found if one.status != BORNE_OUT]
        for kind, known in zip(_KINDS, self._known, strict=True):
            for pattern in kind:
                for start, end, value in _find(pattern, sentence.text):
                    if value not in known and not any(
                        one.start < end and start < one.end for one in wrong
                    ):
                        yield Found(start, end, "name", UNKNOWN)


def _find(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where things are numbered in a text, with their numbers."""
    for match in pattern.finditer(text):
        written = next(one for one in match.groups() if one)
        yield *match.span(), _read(written)


def _read(written: str) -> int:
    """Return the number that figures or words of Chinese or English are."""
    written = normalize("NFKC", written).lower()  # Ⅳ is iv
    for words in (_WORDS, CARDINALS, _ROMAN):
        if written in words:
            return words.index(written) + 1
    if written == "首":
        return 1
    if digits := re.match("[0-9]+", written):
        return int(digits[0])
    return int(read_spelled(written)[0])
