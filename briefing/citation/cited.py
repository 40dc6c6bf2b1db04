"""The input of every citation style, and the parts that several styles format in the same way."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.citation.names import HAN, one_line
from briefing.document import ranges
from briefing.model.parts import Bilingual
from briefing.model.records import Source

_SITE = re.compile("(?:(?<![电互])网|网站|客户端|公众号|门户)$")
"""The end of the name of a site; 国家电网 and the Internet (互联网) are none."""


class Cited(NamedTuple):
    """An article to cite, the paragraphs to cite of it, and the date on which it was accessed."""

    source: Source
    paragraphs: tuple[int, ...] = ()
    accessed: datetime.date | None = None


def as_republished(source: Source) -> bool:
    """Return whether the date is that of a page that republished the article.

    Then the page is what is cited. Where its site is known, the paper is named as the one that the
    article is from.
    """
    return source.published is None


def is_page(source: Source) -> bool:
    """Return whether a page is cited: that of a republisher, or of a paper that is a site."""
    return as_republished(source) or is_site(source.publisher)


def is_site(publisher: Bilingual) -> bool:
    """Return whether a publisher is a web site or the like, by the end of its Chinese name.

    >>> from briefing.model.parts import Bilingual
    >>> [is_site(Bilingual(zh=name)) for name in ("央视网", "南方日报客户端", "国家电网")]
    [True, True, False]
    """
    return bool(_SITE.search(one_line(publisher.zh)))


def container(source: Source) -> Bilingual:
    """Return who published what is cited: the paper, or the page whose date is given."""
    page = source.republisher if as_republished(source) else None
    return page or source.publisher


def told_date(source: Source) -> str:
    """Return the date of what is cited, to its precision, or nothing where nobody knows it."""
    return "" if source.is_undated else source.date


def date_parts(source: Source) -> list[int]:
    """Return the year, the month and the day of what is cited, as far as they are known."""
    return [int(part) for part in told_date(source).split("-") if part]


def english_or_original(text: Bilingual) -> str:
    """Return the English text or, where there is none, the original, on one line."""
    return one_line(text.en or text.zh)


def is_chinese(source: Source) -> bool:
    """Return whether the article is in Chinese, judged by its title."""
    return bool(HAN.search(source.title.zh))


def language(source: Source) -> str:
    """Return the code of the article's language (RFC 5646); one that is not Chinese is English."""
    return "zh-CN" if is_chinese(source) else "en"


def format_locator(paragraphs: Sequence[int], to: str = "–") -> str:
    """Return the paragraph numbers as English styles write them, or an empty text for none.

    >>> format_locator((18, 19, 20, 26))
    'paras. 18–20, 26'
    """
    if not paragraphs:
        return ""
    return ("paras. " if len(paragraphs) > 1 else "para. ") + ", ".join(ranges(paragraphs, to))


def format_note(cited: Cited) -> str:
    """Return the paragraphs, and the paper or the republisher, for formats without such fields."""
    notes = [format_locator(cited.paragraphs)]
    source = cited.source
    if as_republished(source) and source.republisher:
        notes.append(f"originally published by {_both_names(source.publisher)}")
    elif source.republisher:
        notes.append(f"republished by {_both_names(source.republisher)}")
    return "; ".join(filter(None, notes))


def _both_names(name: Bilingual) -> str:
    return " / ".join(dict.fromkeys((english_or_original(name), one_line(name.zh))))
