"""Reads the number that a person types: `1000000000`, `1e9`, `1,000`, `10亿`, `1.5 billion`."""

from math import isnan

from briefing.quantities.english import scan_english
from briefing.quantities.folding import fold
from briefing.quantities.numerals import read_any

_MINUS = ("-", "−")


def read_number(text: str) -> float | None:
    """Return the number that is all of a text, in either language; None if it is no number."""
    text = fold(text).strip()
    try:
        number = float(text)
    except ValueError:
        if not text.startswith(_MINUS):
            return _read_words(text)
        size = _read_words(text[1:].lstrip())
        return None if size is None else -size
    return None if isnan(number) else number


def _read_words(text: str) -> float | None:
    found = read_any(text, 0)
    if found and found.end == len(text):
        exact = found.top is not None and found.high is None and not found.infix
        return found.value() if exact else None
    for one in scan_english(text):
        is_whole = (one.start, one.end, one.unit) == (0, len(text), None)
        if is_whole and not isinstance(one.value, str):
            return one.value
    return None
