"""Numbers that are written so that they are not read, or not read whole."""

import re
from collections.abc import Iterable, Iterator

from briefing.checks.numbers import Number
from briefing.verifying.claim import UNKNOWN, Found

_GOES_ON = re.compile("[多几余](?=[个项家人名位户次条座天万亿件台亩里公米吨])|[²³¹⁰-⁹₀-₉½¼¾⅓⅔]")
"""What stands behind digits and makes another number of them, which is not read."""
_OTHER_DIGITS = re.compile(
    "(?:(?![0-9０-９])\\d)+|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]{2,}"
    "|[⁰¹²³⁴-⁹]{2,20}(?=[%个项家人名位户次条座天万亿件台亩里公米吨元])"
    "|(?<![A-Za-z0-9.])\\d{1,20}(?:\\.\\d{1,20})?[eE][+-]?\\d{1,20}(?= ?[%\u4e00-\u9fff])"
    "|(?<=[\u4e00-\u9fff])[\u2469-\u2473\u3251-\u325f\u32b1-\u32bf](?=[\u4e00-\u9fff])"
)
"""Digits of other scripts, of mathematics, in circles or raised, and powers of ten as programs
write them; one alone may number an item or a note."""


def find_unread(text: str, numbers: Iterable[Number]) -> Iterator[Found]:
    """Yield the numbers of a sentence that are not read as they are written; they are unknown."""
    for one in numbers:
        if _GOES_ON.match(text, one.end):
            yield Found(one.start, one.end + 1, "number", UNKNOWN)
    for found in _OTHER_DIGITS.finditer(text):
        yield Found(*found.span(), "number", UNKNOWN)
