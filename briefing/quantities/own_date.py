"""The date that a text tells as its own: in the lines around its body, its lead, or behind 今天."""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.quantities.scanner import Quantity, scan, scan_paragraph

_HEAD, _FOOT = 6, 4
"""So many paragraphs at either end may tell of the article itself."""
_LONGEST = 80
"""Characters of such a line; a longer one is part of the body."""
_SENTENCE = re.compile("[。！？!?]")
_DATED = re.compile("来源|稿源|时间|日期|发[布表]|更新|[0-9]{1,2}[:：][0-9]{2}|第?[0-9A-Z]{1,3}版")
"""What beside a date tells that a line dates the article."""
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST_WORDS = 3
"""So many characters beside a date make a line that tells of something else on that day."""
_OF_DAY = re.compile("(?:星期|周)[一二三四五六日天]|[上下]午")
_FULL = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile("[0-9０-９]{4}|[〇零○一二三四五六七八九]{4}")
_BEFORE_LEAD = re.compile("[^，。；：！？]{0,24}[报社网刊台端道][^，。；：！？]{0,12}")
_BEHIND_LEAD = re.compile("[\\s　]*(?:讯|电|消息)")
_NOW = re.compile("(?:[今昨]天|今日|记者)[（(]?$")
_MAY_TELL = re.compile("[今昨]天|今日|记者|讯|电|消息")
"""What a text that tells its own date has, unless it has hardly any words besides."""
_HAN_OF_DATE = 20
"""No date has more Chinese characters, with the day of the week and the time."""
_NEAR = 4
"""What is before a date in an article that came out then, or on the day after."""
_FIRST_LINES = 5
_DATE_LINE = 200
"""The characters of a line in which a date is looked for, since date lines are short."""


def list_outer_lines(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a text before its first sentence, and those behind its last one."""
    bodies = [at for at, text in enumerate(texts) if len(text) > _LONGEST or _SENTENCE.search(text)]
    first, last = (bodies[0], bodies[-1] + 1) if bodies else (len(texts), len(texts))
    yield from texts[: min(first, _HEAD)]
    yield from texts[max(last, len(texts) - _FOOT) :]


def find_days_of_lines(texts: Sequence[str]) -> Iterator[str]:
    """Yield the days that the lines around the body of a text tell as its own.

    >>> list(find_days_of_lines(["码头开工", "来源：示例日报 2031-05-06", "码头昨日开工。"]))
    ['2031-05-06']
    """
    for line in list_outer_lines(texts):
        dates = [one for one in scan_paragraph(line) if one.kind == "date"]
        days = [str(one.value)[: len("2031-05-06")] for one in dates]
        rest = line
        for one in dates:
            rest = rest.replace(one.text, "")
        rest = _OF_DAY.sub("", rest)
        if _DATED.search(rest) or len(_HAN.findall(rest)) < _FEWEST_WORDS:
            yield from (day for day in days if _FULL.fullmatch(day))


def find_told_dates(texts: Sequence[str]) -> Iterator[str]:
    """Yield the dates, as far as they are written, on which a text says that it came out.

    Such a date stands in the lead (某某社某地2021年5月6日电), behind 今天 or 记者, or without any
    words. Any other one is of what the text tells of, and may be past or still to come.

    >>> list(find_told_dates(["甲市2021年2月建成学校。", "本报甲市2021年5月6日电 学校开学。"]))
    ['2021-05-06']
    """
    for number, text in enumerate(texts, 1):
        if _YEAR.search(text) and _may_tell_own(text):
            for one in scan_paragraph(text, number):
                if one.unit == "date" and not one.resolved and _tells_own(text, one):
                    yield str(one.value).partition("T")[0]


def _may_tell_own(text: str) -> bool:
    """Return whether a text has a sign that tells its own date, or may be nothing but one."""
    return bool(_MAY_TELL.search(text)) or len(_HAN.findall(text[:_DATE_LINE])) <= _HAN_OF_DATE


def _tells_own(text: str, one: Quantity) -> bool:
    """Return whether the words around a date tell that an article came out then."""
    before, behind = text[: one.offset], text[one.offset + len(one.text) :]
    if not _HAN.search(before + behind):
        return True
    is_lead = bool(_BEFORE_LEAD.fullmatch(before) and _BEHIND_LEAD.match(behind))
    return is_lead or bool(_NOW.search(before[-_NEAR:]))


def own_date(texts: Sequence[str]) -> datetime.date | None:
    """Return the day of the lines around the body, or else the first full date at the beginning.

    >>> own_date(["码头2031年2月1日开工。", "来源：示例日报 2031年5月6日"])
    datetime.date(2031, 5, 6)
    """
    first = scan([text[:_DATE_LINE] for text in texts[:_FIRST_LINES]])
    told = (str(one.value) for one in first if one.kind == "date" and isinstance(one.value, str))
    for value in chain(find_days_of_lines(texts), told):
        try:
            return datetime.datetime.fromisoformat(value).date()
        except ValueError:
            continue
    return None
