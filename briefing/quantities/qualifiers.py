"""Qualifiers around a quantity: 近, 超过, 不低于 before it, 以上, 左右, 多 after it."""

from __future__ import annotations

import re

from briefing.quantities import units
from briefing.quantities.amounts import Found
from briefing.quantities.lookup import WordTable
from briefing.quantities.numerals import blanks

_LEADING = WordTable(units.LEADING)
_TRAILING = WordTable(units.TRAILING)


def before(text: str, start: int) -> str:
    """The qualifier written before `start`, or the empty string."""
    end = start - 1 if text[start - 1 : start] == " " else start
    word = _LEADING.longest_before(text, end)
    if not word and text[end - 1 : end] == "的" and end:
        return _afar(text, end - 1)
    if not word and "至少" in text[max(0, end - 6) : end]:
        return _afar(text, end)
    if not word:
        lone = text[end - 1 : end] if end else ""
        return "about" if lone == "上" and text[start : start + 1] in "百千万亿" else ""
    if word in units.ENDS_WORD and text[end - 2 : end - 1] in units.ENDS_WORD[word] and end > 1:
        return ""
    return "" if word == "破" and text[start] not in "百千万亿" else units.LEADING[word]


def _afar(text: str, end: int) -> str:
    """The qualifier of 不足全国的一半, in the same clause as the number."""
    clause = re.split("[,。;:、,;]", text[max(0, end - 12) : end])[-1]
    held = [word for word in units.FAR_LEADING if word in clause]
    if not held:
        return ""
    last = max(held, key=lambda word: (clause.rfind(word) + len(word), len(word)))
    return units.LEADING[last]


def qualified(text: str, found: Found) -> Found:
    """`found` with its qualifier: before the number, inside it, or after the unit."""
    leading = "" if found.kind in ("date", "ordinal") else before(text, found.start)
    if (
        leading == "about"
        and found.unit in ("year", "month", "day", "week")
        and _recent(text, found)
    ):
        leading = ""
    trailing = "" if leading or found.qualifier else _after(text, found)
    return found._replace(qualifier=leading or found.qualifier or trailing or "exact")


def _recent(text: str, found: Found) -> bool:
    """Whether 近 means the last N years (近三年), not almost N (历时近三年)."""
    start = found.start
    if text[start - 1 : start] != "近" or text[start - 2 : start] in ("将近", "接近", "几近"):
        return False
    lasting = text[max(0, start - 3) : start - 1].endswith(
        ("时", "达", "隔", "过", "计", "了", "用")
    )
    return not lasting and isinstance(found.value, int) and found.value <= 10


def _after(text: str, found: Found) -> str:
    end = blanks(text, found.end)
    word = _TRAILING.longest(text, end)
    if word and not _goes_on(text, end + len(word), word):
        return units.TRAILING[word]
    mark = text[end : end + 1]
    if found.unit is None or found.kind in ("date", "ordinal", "rank") or not mark:
        return ""
    if mark == "内" and found.kind == "duration" and not _goes_on(text, end + 1, mark):
        return "at_most"
    if mark in "多余" and not _goes_on(text, end + 1, mark):
        return "more_than" if found.kind in ("duration", "measure", "money", "percent") else ""
    return ""


def _goes_on(text: str, end: int, word: str) -> bool:
    """Whether the qualifier `word` is the start of another word (上下游, 多种)."""
    return end < len(text) and text[end] in units.NOT_TRAILING.get(word, "")
