"""Completes dates whose year or month is not in their own text.

What is missing is taken from the text before the date and from the article's own date.
"""

import datetime
from typing import NamedTuple

# What a word before a date adds to the year.
_ANNUAL = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "当年": 0, "本年": 0, "同年": 0, "年": 0}
_ANNUAL |= {"明年": 1, "次年": 1, "翌年": 1, "后年": 2}
YEAR_WORDS = tuple(word for word in _ANNUAL if len(word) > 1)
"""The words that say a year by its distance from that of the article."""

# What a word before a day may add to the month.
_MONTHLY = {"本月": (0,), "上月": (-1,), "下月": (1,)}


class Parts(NamedTuple):
    """The parts of a date that its own text says; 0 or empty for the others."""

    year: int
    month: int = 0
    day: int = 0
    time: str = ""


class DateContext:
    """Completes the dates of one paragraph, from left to right, in an article of date `today`."""

    def __init__(self, text: str, today: datetime.date | None) -> None:
        self._text = text
        self._today = today
        # The place and year of the last date with a written year, and the place, year and month of
        # the last date with a month: the 12月 of 2021年3月开工,12月竣工 is one of 2021.
        self._year_at = (-1000, 0)
        self._month_at = (-1000, 0, 0)

    def complete(self, start: int, parts: Parts) -> tuple[str, bool]:
        """Return the ISO value of a date, and whether a part of it came from elsewhere."""
        year, month, day = parts.year, parts.month, parts.day
        resolved = False
        if not year and not month:
            year, month, resolved = self._month(start, day)
        elif not year:
            year, resolved = self.year(start, 0, month, day)
        if parts.year and month:
            self._year_at = (start, parts.year)
        if month:
            self._month_at = (start, year, month)
        if year and month and day and day > _month_length(year, month):
            year, month, resolved = parts.year, parts.month, False  # that day is in another month
        text = f"{year:04d}" if year else "-"
        if month:
            text += f"-{month:02d}"
        elif day:
            text += "-"
        if day:
            text += f"-{day:02d}"
        return (f"{text}T{parts.time}" if parts.time else text), resolved

    def year(self, start: int, written: int, month: int, day: int = 0) -> tuple[int, bool]:
        """Return the year of a date at `start`, 0 if open, and whether it came from elsewhere.

        The year is the written one, or that of a word before it (去年), or the article's. A month
        and day more than 300 days after the article's date belong to the year before (12月30日 in
        an article of 3 January), unless something goes on until then.
        """
        if written:
            return written, False
        before = self._text[max(0, start - 2) : start]
        if before[1:] == "每" or before in ("每年", "历年"):
            return 0, False
        seen, year = self._year_at
        if before in ("同年", "当年", "次年", "翌年") and year:
            return year + _ANNUAL[before], True
        if self._today is None:
            return (year, True) if self._same_sentence(seen, start) else (0, False)
        if before in _ANNUAL:
            return self._today.year + _ANNUAL[before], True
        if self._same_sentence(seen, start):
            return year, True
        year = self._today.year
        if month:
            day = min(day or 1, _month_length(year, month))
            until = before.endswith(("至", "到")) and before != "截至"
            if not until and (datetime.date(year, month, day) - self._today).days > 300:
                year -= 1
        return year, True

    def _month(self, start: int, day: int) -> tuple[int, int, bool]:
        """Return year and month of a day without them, and whether they were found.

        They are those of a date before it in the sentence, or else the nearest to the article.
        """
        seen, year, month = self._month_at
        before = self._text[max(0, start - 2) : start]
        if before.endswith(("每", "每月")):
            return 0, 0, False
        if self._same_sentence(seen, start) and before not in _MONTHLY:
            return year, month, True
        if self._today is None:
            return 0, 0, False
        choices = []
        for step in _MONTHLY.get(before, (0, -1, 1)):
            months = self._today.year * 12 + self._today.month - 1 + step
            year, month = divmod(months, 12)
            if 0 < year < 9999 and day <= _month_length(year, month + 1):
                distance = abs((datetime.date(year, month + 1, day) - self._today).days)
                choices.append((distance, year, month + 1))
        _, year, month = min(choices, default=(0, 0, 0))
        return year, month, year > 0

    def _same_sentence(self, seen: int, start: int) -> bool:
        """Return whether `seen` is near, with no full stop between it and `start`."""
        return 0 <= start - seen < 120 and self._text.find("。", seen, start) < 0 <= seen


def _month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def exists(parts: Parts) -> bool:
    """Return whether month and day exist; without a year, 29 February does."""
    if parts.month > 12 or parts.day > 31:
        return False
    if parts.month and parts.day:
        return parts.day <= _month_length(parts.year or 2000, parts.month)
    return bool(parts.year or parts.month or parts.day)
