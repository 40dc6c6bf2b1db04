"""How exact a Chinese number is by the digits with which it is written."""

import re

from briefing.checks.evidence import Value

_DIGITS = "0-9零〇一二三四五六七八九十百千万两"
_SHARE = re.compile(f"(?<![{_DIGITS}])(百|千|万)分之[{_DIGITS}]*(?:[.点]([{_DIGITS}]+))?")
_OF_SHARES = {"百": 1.0, "千": 0.1, "万": 0.01}


def find_last_place(text: str, value: Value) -> float:
    """Return the value of the last digit of a number in digits, such as 0.01亿 of 4.88亿元.

    A share of a hundred or a thousand has one in characters, too, as 0.1 of 百分之七十二点三; other
    fractions are rounder.
    """
    digits = re.search(r"[0-9]+(?:\.([0-9]+))?", text)
    if (share := _SHARE.search(text)) and not isinstance(value, str):
        return _OF_SHARES[share[1]] * 10.0 ** -len(share[2] or "")
    if "分之" in text and not isinstance(value, str):
        return abs(value) * 0.05
    if isinstance(value, str) or digits is None or not float(digits[0]):
        return 0
    return abs(value) / float(digits[0]) * 10.0 ** -len(digits[1] or "")
