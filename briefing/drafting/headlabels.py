"""What a line at the head or the foot of an article says behind labels: 来源：山西日报."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.drafting.bylines import split_names
from briefing.drafting.wording import head_words

_DATE = (
    r"(?P<year>(?:19|20)\d\d)(?:\s*[-/年.．—]\s*|\s+(?=\d\d/))(?P<month>\d{1,2})"
    r"\s*[-/月.．—]\s*(?P<day>\d{1,2})\s*日?"
)
_CLOCK = r"(?P<hour>\d{1,2})\s*[:：时]\s*(?P<minute>\d\d)(?:\s*[:：分]\s*(?P<second>\d\d))?"
_TIME = re.compile(rf"(?<!\d){_DATE}(?!\d{{3}})(?:[\sT　]*(?:星期.|周.)?\s*{_CLOCK})?")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_END_OF_SOURCE = re.compile(r"[\s　|｜丨【\[（(〔]|(?:19|20)\d\d\s*[-年/.]|原创稿")
_AROUND = " 　\t《》〈〉“”\"'、,，。;；:：-—|｜丨>）)】]"
_CODE = re.compile(r"[_\s]*[A-Za-z]{0,6}\d+\w*")
_PRINTED = (
    re.compile(rf"《(?P<paper>[^《》]{{2,14}})》[^《》\d]{{0,4}}{_DATE}[^。；]{{0,16}}版"),
    re.compile(
        rf"{_DATE}[^。；《》\d]{{0,6}}《?(?P<paper>[^《》，。；\s（(]{{2,12}}报)》?[^。；]{{0,12}}版"
    ),
)
_ISSUE = re.compile(rf"{_DATE}[^。；]{{0,12}}第?\s*[A-Z]?\d+\s*版")


class Time(NamedTuple):
    """A day as ``2031-05-06``, and the time of day as ``14:45:00`` where that is told."""

    day: str
    clock: str | None = None


class Labelled(NamedTuple):
    """A label, the kind of words that it is of, and what stands behind it up to the next one."""

    kind: str
    label: str
    value: str
    start: int


def find_time(text: str) -> Time | None:
    """Return the first full date of a text, with the time of day that follows it.

    >>> find_time("发布时间:2031-05-06 14:45 来源")
    Time(day='2031-05-06', clock='14:45:00')
    """
    for match in _TIME.finditer(text.translate(_WIDE)):
        if day := _day(match):
            return Time(day, _clock(match))
    return None


def cut_time(text: str) -> str:
    """Return a text without the first full date in it and the time of day behind that."""
    return _TIME.sub(" ", text.translate(_WIDE), count=1)


def find_printed(text: str) -> tuple[str | None, str] | None:
    """Return the paper and the day on which it printed an article, where the text tells its page.

    >>> find_printed("《某某日报》（2031年05月06日 第 01 版）")
    ('某某日报', '2031-05-06')
    """
    text = text.translate(_WIDE)
    for pattern in _PRINTED:
        if (match := pattern.search(text)) and (day := _day(match)):
            return match["paper"], day
    match = _ISSUE.search(text)
    return (None, day) if match and (day := _day(match)) else None


def _day(match: re.Match[str]) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    return f"{match['year']}-{month:02}-{day:02}" if 0 < month < 13 and 0 < day < 32 else None


def _clock(match: re.Match[str]) -> str | None:
    if match["hour"] is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    return f"{int(match['hour']):02}:{match['minute']}:{match['second'] or '00'}"


def read_labels(line: str) -> Iterator[Labelled]:
    """Yield what stands behind each label of a line, in their order."""
    found = list(_pattern().finditer(line))
    ends = [match.start() for match in found[1:]] + [len(line)]
    for match, end in zip(found, ends, strict=False):
        value = line[match.end() : end]
        label = match["label"]
        yield Labelled(_kinds()[label], label, value.strip(_AROUND), match.start())


def clean_source(value: str) -> str | None:
    """Return the name of a paper out of what stands behind its label, if one stands there."""
    name = _END_OF_SOURCE.split(value.strip(_AROUND), maxsplit=1)[0].strip(_AROUND)
    return name if 1 < len(name) < 40 and name not in head_words("nobody") else None


def clean_editor(value: str) -> str | None:
    """Return the names of editors out of what stands behind their label, with 、 between them."""
    value = _CODE.sub(" ", value).strip(_AROUND)
    if re.fullmatch(r"[A-Za-z. ]{3,30}", value):
        return None if value in head_words("nobody") else value
    return "、".join(split_names(value, sure=True)) or None


@cache
def _kinds() -> dict[str, str]:
    kinds = ("other", "author", "editor", "source")
    return {label: kind for kind in kinds for label in head_words(kind)}


@cache
def _pattern() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(_kinds(), key=len, reverse=True)))
    ends = "[:：|｜丨]|/(?!图)|(?<=文/图)[ 　]|(?<=图/文)[ 　]"
    # Pages and pasted texts often have no blank between what stands behind one label and the next.
    sure = "(?=作者|责任编辑|责编|发布时间|发布日期|稿源)|(?<![片据料图频])(?=来源)"
    return re.compile(rf"(?:(?<![\u4e00-\u9fff])|{sure})(?P<label>{labels})\s*(?:{ends})\s*")
