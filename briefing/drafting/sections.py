"""The years that sections of a report are of: 三、2032年重点工作 tells what is to be done then."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.drafting.found import Span
from briefing.drafting.text import DraftText

_HEADING = re.compile(
    "第?[一二三四五六七八九十]{1,3}(?:、|部分)[^，。；！？]{0,12}?(?P<year>20[0-9]{2}年)?[^，。；！？]{0,30}"
)
_WORK = re.compile("工作|任务|目标|安排|部署|回顾|总结")
_OF_YEARS = re.compile("时期|五年|“?十[一二三四五六七八九]五”?|近年")
"""What tells of several years, so that a heading or a paragraph is not of one."""


class Section(NamedTuple):
    """The year of a section, and where its heading tells it."""

    year: str
    told: Span


def section_of(text: DraftText, number: int) -> Section | None:
    """Return the section of a paragraph, where its heading tells a single year.

    A paragraph that tells of several years is of no such section.
    """
    return _sections(text)[number - 1]


@lru_cache(maxsize=4)
def _sections(text: DraftText) -> list[Section | None]:
    """Return the section of each paragraph."""
    found: list[Section | None] = []
    section: Section | None = None
    for number, paragraph in enumerate(text.paragraphs, 1):
        if heading := _HEADING.fullmatch(paragraph):
            section = _read(heading, number)
        found.append(None if section is None or _OF_YEARS.search(paragraph) else section)
    return found


def _read(heading: re.Match[str], number: int) -> Section | None:
    words = heading[0]
    if not heading["year"] or not _WORK.search(words) or _OF_YEARS.search(words):
        return None
    return Section(heading["year"].removesuffix("年"), Span(number, *heading.span("year")))
