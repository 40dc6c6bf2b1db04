"""What is cited, and what the styles say of it in the same way."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from briefing.citation.names import HAN, line
from briefing.model.records import Bilingual, Source


class Cited(NamedTuple):
    """What is cited: an article, and paragraphs of it; ``accessed`` says when it was seen."""

    source: Source
    paragraphs: tuple[int, ...] = ()
    accessed: datetime.date | None = None


def english(text: Bilingual) -> str:
    """The English, or the original where there is none."""
    return line(text.en or text.zh)


def is_chinese(source: Source) -> bool:
    """Whether the article is in Chinese, as its title is."""
    return bool(HAN.search(source.title.zh))


def pointer(paragraphs: Sequence[int]) -> str:
    """The paragraphs, as English styles write them."""
    if not paragraphs:
        return ""
    return ("paras. " if len(paragraphs) > 1 else "para. ") + ", ".join(map(str, paragraphs))


def note(cited: Cited) -> str:
    """The paragraphs and the republisher, for formats that have no field for them."""
    notes = [pointer(cited.paragraphs)]
    if republisher := cited.source.republisher:
        names = dict.fromkeys((english(republisher), line(republisher.zh)))
        notes.append(f"republished by {' / '.join(names)}")
    return "; ".join(filter(None, notes))
