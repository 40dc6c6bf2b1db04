"""The input of every citation style, and the parts that several styles format in the same way."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from briefing.citation.names import HAN, one_line
from briefing.model.records import Bilingual, Source


class Cited(NamedTuple):
    """An article to cite, the paragraphs to cite of it, and the date on which it was accessed."""

    source: Source
    paragraphs: tuple[int, ...] = ()
    accessed: datetime.date | None = None


def english_or_original(text: Bilingual) -> str:
    """Return the English text or, where there is none, the original, on one line."""
    return one_line(text.en or text.zh)


def is_chinese(source: Source) -> bool:
    """Return whether the article is in Chinese, judged by its title."""
    return bool(HAN.search(source.title.zh))


def format_locator(paragraphs: Sequence[int]) -> str:
    """Return the paragraph numbers as English styles write them, or an empty text for none."""
    if not paragraphs:
        return ""
    return ("paras. " if len(paragraphs) > 1 else "para. ") + ", ".join(map(str, paragraphs))


def format_note(cited: Cited) -> str:
    """Return the paragraphs and the republisher, for formats that have no field for them."""
    notes = [format_locator(cited.paragraphs)]
    if republisher := cited.source.republisher:
        names = dict.fromkeys((english_or_original(republisher), one_line(republisher.zh)))
        notes.append(f"republished by {' / '.join(names)}")
    return "; ".join(filter(None, notes))
