"""All that comes from one paragraph of the article."""

from collections.abc import Iterator
from typing import Any

from briefing.document import Cell, Column, Document, Lang, Table
from briefing.model.article import SECTIONS, Article
from briefing.model.parts import Bilingual, Evidence, Part, parts
from briefing.model.records import Person, Record, Waiver
from briefing.shelf.library import Library
from briefing.views.claims import standing
from briefing.views.common import document, plain
from briefing.words.catalogue import heading, label, say

_ROLES: dict[str, Any] = {"record": "name", "id": "id", "article": "id"}


def list_paragraph(library: Library, number: int, lang: Lang) -> Document:
    """Return every claim with an anchor in a paragraph, and what of it is waived, with its reason.

    The claims stand in the order of the model: records, and the parts that have their own evidence.
    """
    found = [
        (article, section, record, part, anchors)
        for article in library.articles
        for section, record, part, anchors in _claims(article, number)
    ]
    several = len(library.articles) > 1
    names = ["record", "section", "anchors", "id"] + ["article"] * several
    rows: list[tuple[Cell, ...]] = []
    records: list[dict[str, Any]] = []
    for article, section, record, part, anchors in found:
        remark = None if isinstance(part, Person) else standing(article, part, lang)
        text = say(_text(part), lang).remarked(remark)
        cells = (text, heading(section, lang), tuple(anchors), record.id, article.source.id)
        rows.append(cells[: len(names)])
        records.append(_data(article, number, section, record.id, _text(part), anchors))
    for article in library.articles:
        for waiver in article.of(Waiver):
            if waiver.paragraph == number:
                reason = say(waiver.reason, lang)
                cells = (reason, heading("waived", lang), (waiver.text,), "", article.source.id)
                rows.append(cells[: len(names)])
                records.append(_data(article, number, "waived", None, waiver.reason, [waiver.text]))
    columns = tuple(Column(heading(name, lang), _ROLES.get(name, "text")) for name in names)
    shown = Table(columns, tuple(rows), empty=label("nothing", lang))
    whole = document(library.articles, [shown], records, lang)
    return whole._replace(section="paragraph", name=heading("paragraph", lang))


def _claims(article: Article, number: int) -> Iterator[tuple[str, Record, Part, list[str]]]:
    """Yield the section, the record, the claim and its anchors there, of each claim."""
    for section in SECTIONS.values():
        if not section.has_records:
            continue
        for record in article.of(section.holds):
            assert isinstance(record, Record)
            for _, part in parts(record):
                evidence: tuple[Evidence, ...] = getattr(part, "evidence", ())
                anchors = [proof.anchor for proof in evidence if proof.paragraph == number]
                if anchors:
                    yield section.name, record, part, anchors


def _text(part: Any) -> Bilingual:
    """Return what a claim says: its title, or the text of a part or the title of a post."""
    text: Bilingual = (
        part.title if isinstance(part, Record) else getattr(part, "text", None) or part.title
    )
    return text


def _data(
    article: Article,
    number: int,
    section: str,
    name: str | None,
    text: Bilingual,
    anchors: list[str],
) -> dict[str, Any]:
    return {
        "article": article.source.id,
        "paragraph": number,
        "section": section,
        "id": name,
        "text": plain(text),
        "anchors": anchors,
    }
