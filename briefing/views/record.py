"""One record whole: every field that it has, and its evidence."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Fields, Lang, Line
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Change, Link, Part, Post, Statement
from briefing.model.records import Figure, Record
from briefing.shelf.library import Hit
from briefing.views.cells import field_cell
from briefing.views.claims import inferred, paragraphs, statement
from briefing.views.common import data, document, one_or_all, post_title
from briefing.words.catalogue import heading, say
from briefing.words.values import quantity


def show(hits: Sequence[Hit[Record]], lang: Lang) -> Document:
    """Return records, each as a card; for programs one alone is one object."""
    cards = [_card(hit, lang, several=len(hits) > 1) for hit in hits]
    records = [data(hit, section=True) for hit in hits]
    return document([hit.article for hit in hits], cards, one_or_all(records), lang)


def _card(hit: Hit[Record], lang: Lang, several: bool) -> Fields:
    """Return a record's fields under our labels, in the order of the model.

    One of ``several`` records says which article it is from.
    """
    record = hit.record
    rows: list[tuple[Cell, tuple[Line, ...]]] = [
        (heading("id", lang), (Line(record.id),)),
        (heading("section", lang), (Line(heading(hit.section.name, lang)),)),
    ]
    if several:
        rows.append((heading("article", lang), (Line(say(hit.article.source.title, lang)),)))
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field in ("id", "evidence", "inferred") or value is None or value == ():
            continue
        if value is False and field in ("coined", "in_name"):
            continue
        name = "takeaway" if record.TITLE == field == "text" else field
        rows.append((heading(name, lang), tuple(_lines(hit, field, value, lang))))
    evidence = tuple(Line(proof.anchor, (proof.paragraph,)) for proof in record.evidence)
    rows.append((heading("evidence", lang), evidence))
    return Fields(say(record.title, lang), tuple(rows))


def _lines(hit: Hit[Record], field: str, value: Any, lang: Lang) -> Iterator[Line]:
    if isinstance(hit.record, Figure) and field == "value":
        said = quantity(hit.record, lang)
        if f"{value:,}" not in (said.en or said.zh or ""):
            yield Line(f"{value:,}")
        yield Line(said)
        return
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Part) and not isinstance(item, Bilingual | Change):
            yield _part_line(hit.article, item, lang)
        else:
            remark = inferred(hit.record, field, lang)
            yield Line(field_cell(hit.article, field, item, lang), remark=remark)


def _part_line(article: Article, part: Part, lang: Lang) -> Line:
    """Return a post, a statement or a tie to another place as a line."""
    if isinstance(part, Post):
        return Line(post_title(article, part, lang), paragraphs(part.evidence))
    assert isinstance(part, Statement)  # a record has no other parts
    line = statement(article, part, lang)
    if isinstance(part, Link):
        place = say(article.by_id[part.place].title, lang)
        return line._replace(text=say(part.text, lang).labelled(place))
    return line
