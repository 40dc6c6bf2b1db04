"""One record whole: every field that it has, and its evidence."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Fields, Lang, Line, Phrase
from briefing.model.parts import Bilingual, Change, Part, Post, Statement
from briefing.model.records import Figure, Person, Place, Record
from briefing.shelf.finding import speakers_of
from briefing.shelf.library import Hit, only, ties_of
from briefing.views.cells import field_cell
from briefing.views.claims import inferred, paragraphs, statement
from briefing.views.common import data, document, one_or_all, post_title
from briefing.words.catalogue import heading, say
from briefing.words.values import change, quantity


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
        if isinstance(value, Change) and not any(change(value, lang)):
            continue
        if value is False and field in ("coined", "in_name"):
            continue
        name = "takeaway" if record.TITLE == field == "text" else field
        if field != "links":
            rows.append((heading(name, lang), tuple(_lines(hit, field, value, lang))))
    if ties := tuple(_ties(hit, lang)):
        rows.append((heading("links", lang), ties))
    if said := tuple(_said_by(hit, lang)):
        rows.append((heading("says", lang), said))
    evidence = tuple(Line(proof.anchor, (proof.paragraph,)) for proof in record.evidence)
    rows.append((heading("evidence", lang), evidence))
    return Fields(say(record.title, lang), tuple(rows))


def _said_by(hit: Hit[Record], lang: Lang) -> Iterator[Line]:
    """Yield the other records in which this one speaks, with their ids."""
    name = hit.record.id
    for section, record in hit.article.records():
        if section.holds is not Person and name in speakers_of(record):
            yield Line(say(record.title, lang).remarked(Phrase(record.id)))


def _lines(hit: Hit[Record], field: str, value: Any, lang: Lang) -> Iterator[Line]:
    if isinstance(hit.record, Figure) and field == "value":
        said = quantity(hit.record, lang)
        if f"{value:,}" not in (said.en or said.zh or ""):
            yield Line(f"{value:,}")
        yield Line(said)
        return
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Part) and not isinstance(item, Bilingual | Change):
            yield _part_line(hit, item, lang)
        else:
            remark = inferred(hit.record, field, lang)
            yield Line(field_cell(hit.article, field, item, lang), remark=remark)


def _part_line(hit: Hit[Record], part: Part, lang: Lang) -> Line:
    """Return a post, a statement or a tie to another place as a line."""
    article = hit.article
    if isinstance(part, Post):
        return Line(post_title(article, part, lang), paragraphs(part.evidence))
    assert isinstance(part, Statement)  # a record has no other parts
    return statement(article, part, lang, hit.record)


def _ties(hit: Hit[Record], lang: Lang) -> Iterator[Line]:
    """Yield the ties of a place, at whichever of the two places they are written."""
    for place in only([hit], Place):
        for other, tie in ties_of(place):
            name, said = say(other.name, lang), statement(hit.article, tie, lang)
            yield said._replace(text=say(tie.text, lang).labelled(name))
