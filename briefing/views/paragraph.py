"""All that comes from one paragraph of the article."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.document import Document, Lang, Phrase
from briefing.model.article import SECTIONS, Article
from briefing.model.parts import Bilingual, Evidence, parts
from briefing.model.records import Person, Record, Waiver
from briefing.shelf.library import Library
from briefing.views.answers import answer, text_of
from briefing.views.claims import standing
from briefing.views.common import plain
from briefing.words.catalogue import heading, say

_COLUMNS = ("record", "section", "anchors", "id", "article")


class Row(NamedTuple):
    """What comes from the paragraph: a claim of the record with that id, or a waiver."""

    article: str
    section: str
    id: str | None
    text: Bilingual
    shown: Phrase
    anchors: tuple[str, ...]


def list_paragraph(library: Library, number: int, lang: Lang) -> Document:
    """Return every claim with an anchor in a paragraph, and what of it is waived, with its reason.

    The claims stand in the order of the model: records, and the parts that have their own evidence.
    """
    found = [
        *(row for article in library.articles for row in _claims(article, number, lang)),
        *(row for article in library.articles for row in _waivers(article, number, lang)),
    ]
    rows = (
        (one.shown, heading(one.section, lang), one.anchors, one.id or "", one.article)
        for one in found
    )
    records = [
        {
            "article": one.article,
            "paragraph": number,
            "section": one.section,
            "id": one.id,
            "text": plain(one.text),
            "anchors": list(one.anchors),
        }
        for one in found
    ]
    return answer(library, "paragraph", _COLUMNS, rows, records, lang)


def _claims(article: Article, number: int, lang: Lang) -> Iterator[Row]:
    for section in SECTIONS.values():
        if not section.has_records:
            continue
        for record in article.of(section.holds):
            assert isinstance(record, Record)
            for _, part in parts(record):
                evidence: tuple[Evidence, ...] = getattr(part, "evidence", ())
                anchors = tuple(one.anchor for one in evidence if one.paragraph == number)
                if anchors:
                    text = text_of(part)
                    remark = None if isinstance(part, Person) else standing(article, part, lang)
                    shown = say(text, lang).remarked(remark)
                    yield Row(article.source.id, section.name, record.id, text, shown, anchors)


def _waivers(article: Article, number: int, lang: Lang) -> Iterator[Row]:
    for waiver in article.of(Waiver):
        if waiver.paragraph == number:
            text, anchors = waiver.reason, (waiver.text,)
            yield Row(article.source.id, "waived", None, text, say(text, lang), anchors)
