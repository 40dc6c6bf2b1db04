"""What a line at the head or the foot of an article says behind labels: 来源：山西日报."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.drafting.pages.bylines import split_names
from briefing.drafting.pages.wording import head_words
from briefing.quantities import scan

_YEAR = re.compile("(?:[12１２][90９０]|二[〇○零]|一九)[^\n]")
_SPLIT_DATE = re.compile(r"\b(\d{4})\s+(\d\d)/(\d\d)\b")
_WEEKDAY = re.compile(r"\s*[（(]?(?:星期|周)[一二三四五六日天][）)]?\s*")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?")
_END_OF_SOURCE = re.compile(r"[\s　|｜丨【\[（(〔]|(?:19|20)\d\d\s*[-年/.]|原创稿|声明")
_CHANNEL = re.compile("官方(?:微信|微博|公众号|账号)$|(?:微信|微博)?公众号$")
"""By what channel a paper spreads its articles; it is the paper itself that publishes them."""
_EDITED = re.compile("(?<=[报网社台])(?:综合|整理|报道|原创)$")
"""What stands behind the paper whose article another one only put together."""
_AROUND = " 　\t《》〈〉“”\"'、,，。;；:：-—|｜丨>）)】]"
_BARE = re.compile(r"(?<=[|｜丨])(\s*(?:来源|作者|编辑|责编))(?![\s:：|｜丨])")
"""A label between bars, where some pages write no colon."""
_BARE_BEHIND = re.compile(
    r"((?:记者|通讯员|作者)[^。，；]{2,40}[ 　](?:责任编辑|责编|编辑))"
    r"(?=[ 　]+[\u4e00-\u9fff]{2,4}(?:[ 　、)）]|$))"
)
"""The editors behind the reporters of a line, where it writes no colon."""
_CODE = re.compile(r"_\w+|\s*[A-Za-z]{0,6}\d+\w*", re.ASCII)
_PAGE = re.compile(r"[^。；]{0,20}?第?\s*[A-Z]?\d+\s*版")
_CARRIED = re.compile(r"[（(\s]*(?:原载|原刊|刊载?|载)[于自]?\s*《")
"""How a line begins that tells which paper carried an article, without its page."""
_PAPER_BEFORE = re.compile(
    r"(?:《\s*(?P<quoted>[^《》]{2,14}?)\s*》[^《》]{0,6}|^(?P<plain>[\u4e00-\u9fff]{2,10}报)\s*[（(]?\s*)$"
)
_PAPER_BEHIND = re.compile(r"[^。；《》\d]{0,6}?(?:原载|载于|刊于)?《?([^《》，。；\s（(]{2,12}报)")


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
    found = _find_date(text)
    return found[0] if found else None


def cut_time(text: str) -> str:
    """Return a text without the first full date in it and the time of day behind that."""
    found = _find_date(text)
    return f"{found[1]} {found[2]}" if found else text


def find_printed(text: str) -> tuple[str | None, str] | None:
    """Return the paper and the day on which it printed an article, where the text tells its page.

    >>> find_printed("《某某日报》（2031年05月06日 第 01 版）")
    ('某某日报', '2031-05-06')
    >>> find_printed("某州日报 2031年5月6日 第01版")
    ('某州日报', '2031-05-06')
    """
    found = _find_date(text)
    if found is None or not (_PAGE.match(found[2]) or _CARRIED.match(found[1])):
        return None
    paper = _PAPER_BEFORE.search(found[1]) or _PAPER_BEHIND.match(found[2])
    names = [one for one in paper.groups() if one] if paper else []
    return (names[0] if names else None), found[0].day


@lru_cache(maxsize=2_000)
def _find_date(text: str) -> tuple[Time, str, str] | None:
    """Return the first full date of a text, and what stands before and behind it."""
    if not _YEAR.search(text):
        return None
    text = _WEEKDAY.sub(" ", _SPLIT_DATE.sub(r"\1-\2-\3", text))
    for one in scan([text]):
        told = _MOMENT.fullmatch(one.value) if isinstance(one.value, str) else None
        if told:
            clock = told[2] and told[2] + (told[3] or ":00")
            return Time(told[1], clock), text[: one.offset], text[one.offset + len(one.text) :]
    return None


@lru_cache(maxsize=2_000)
def read_labels(line: str) -> tuple[Labelled, ...]:
    """Return what stands behind each label of a line, in their order; a page asks many times."""
    return tuple(_read_labels(line))


def _read_labels(line: str) -> Iterator[Labelled]:
    line = _BARE_BEHIND.sub(r"\1：", _BARE.sub(r"\1：", line))
    found = list(_pattern().finditer(line))
    ends = [match.start() for match in found[1:]] + [len(line)]
    for match, end in zip(found, ends, strict=False):
        value = line[match.end() : end]
        label = match["label"]
        yield Labelled(_kinds()[label], label, value.strip(_AROUND), match.start())


def clean_source(value: str) -> str | None:
    """Return the name of a paper out of what stands behind its label, if one stands there."""
    name = _END_OF_SOURCE.split(value.strip(_AROUND), maxsplit=1)[0].strip(_AROUND)
    name = _CHANNEL.sub("", name) or name
    name = _EDITED.sub("", name)
    return name if 1 < len(name) < 40 and name not in head_words("nobody") else None


def clean_editor(value: str) -> str | None:
    """Return the names of editors out of what stands behind their label, with 、 between them."""
    value = _CODE.sub(" ", value).strip(_AROUND)
    if re.fullmatch(r"[A-Za-z. ]{3,30}", value):
        return None if value in head_words("nobody") else value
    return "、".join(split_names(value, sure=True)) or None


@cache
def _kinds() -> dict[str, str]:
    kinds = ("other", "author", "editor", "publisher", "source")
    return {label: kind for kind in kinds for label in head_words(kind)}


@cache
def _pattern() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(_kinds(), key=len, reverse=True)))
    ends = "[:：|｜丨]|/(?!图)|(?<=文/图)[ 　]|(?<=图/文)[ 　]"
    # Pages and pasted texts often have no blank between what stands behind one label and the next.
    sure = "(?=作者|责任编辑|责编|发布时间|发布日期|稿源)|(?<![片据料图频])(?=来源)"
    return re.compile(rf"(?:(?<![\u4e00-\u9fff])|{sure})(?P<label>{labels})\s*(?:{ends})\s*")
