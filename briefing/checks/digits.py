"""How exact a Chinese number is by the digits with which it is written."""

import re
from math import log10

from briefing.checks.evidence import Value

_DIGITS = "0-9零〇一二三四五六七八九十百千万两"
_SHARE = re.compile(f"(?<![{_DIGITS}])(百|千|万)分之[{_DIGITS}]*(?:[.点]([{_DIGITS}]+))?")
_TENTHS = re.compile("[一二三四五六七八九]成[一二三四五六七八九]")
_OF_SHARES = {"百": 1.0, "千": 0.1, "万": 0.01}


def find_last_place(text: str, value: Value) -> float:
    """Return the value of the last digit of a number in digits, such as 0.01亿 of 4.88亿元.

    A share of a hundred or a thousand has one in characters, too, as 0.1 of 百分之七十二点三; other
    fractions are rounder.
    """
    digits = _find_digits(text, value)
    if (share := _SHARE.search(text)) and not isinstance(value, str):
        return _OF_SHARES[share[1]] * 10.0 ** -len(share[2] or "")
    if _TENTHS.search(text):
        return 1.0  # 七成二 is 72%
    if "分之" in text and not isinstance(value, str):
        return abs(value) * 0.05
    if isinstance(value, str) or digits is None:
        return 0
    return abs(value) / _read(digits) * 10.0 ** -len(digits[1] or digits[2] or "")


_WRITTEN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.([0-9]+))?|[0-9]+(?:\.([0-9]+))?")


def _find_digits(text: str, value: Value) -> re.Match[str] | None:
    """Return the digits of a text that write a value, or the first, of which it is a multiple."""
    if isinstance(value, str):
        return None
    found = [one for one in _WRITTEN.finditer(text) if _read(one)]
    scales = (abs(value) / _read(one) for one in found)
    exact = (one for one, scale in zip(found, scales, strict=True) if _is_power_of_ten(scale))
    return next(exact, found[0] if found else None)


def _read(digits: re.Match[str]) -> float:
    return float(digits[0].replace(",", ""))


def _is_power_of_ten(scale: float) -> bool:
    return scale > 0 and abs(log10(scale) - round(log10(scale))) < 1e-9
