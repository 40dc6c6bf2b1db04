"""One record whole: every field that it has, and its evidence."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Cell, Document, Fields, Line, Phrase
from briefing.model import REFERENCES, Article, Bilingual, Evidence, Figure, Link, Post, Statement
from briefing.query import Hit
from briefing.views.common import data, document, paragraphs, place_of, statement
from briefing.words import Lang, day, heading, label, quantity, say, with_label, with_remark


def show(hits: Sequence[Hit], lang: Lang) -> Document:
    """Records, each as a card; one alone is one object for programs, several are a list."""
    cards = [card(hit, lang) for hit in hits]
    found = [_data(hit) for hit in hits]
    return document(
        [hit.article for hit in hits], cards, found[0] if len(found) == 1 else found, lang
    )


def _data(hit: Hit) -> dict[str, Any]:
    fields = data(hit)
    return {"article": fields.pop("article"), "section": hit.section, **fields}


def card(hit: Hit, lang: Lang) -> Fields:
    """A record's fields with our labels, in the order of the model."""
    rows: list[tuple[Cell, tuple[Line, ...]]] = [
        (heading("id", lang), (Line(hit.record.id),)),
        (heading("section", lang), (Line(heading(hit.section, lang)),)),
    ]
    for name in hit.record.__struct_fields__:
        value = getattr(hit.record, name)
        if name in ("id", "evidence") or value is None or value == ():
            continue
        lines = tuple(_lines(hit, name, value, lang))
        rows.append((heading(name, lang), lines))
    rows.append((heading("evidence", lang), tuple(_proof(hit.record.evidence))))
    return Fields(say(hit.record.title, lang), tuple(rows))


_FIXED = ("kind", "status", "basis", "direction", "detail", "qualifier")


def _lines(hit: Hit, name: str, value: Any, lang: Lang) -> Iterator[Line]:
    if isinstance(hit.record, Figure) and name == "value":
        yield Line(f"{value:,}")
        yield Line(quantity(hit.record, lang))
    elif isinstance(value, tuple):
        for item in value:
            yield _line(hit.article, name, item, lang)
    else:
        yield _line(hit.article, name, value, lang)


def _line(article: Article, name: str, value: Any, lang: Lang) -> Line:
    if isinstance(value, Link):
        place = place_of(article, value.place)
        called = say(place.name, lang) if place else Phrase(value.place)
        return statement(value, lang)._replace(text=with_label(called, say(value.text, lang)))
    if isinstance(value, Statement):
        return statement(value, lang)
    if isinstance(value, Post):
        return Line(say(value.title, lang), paragraphs(value.evidence))
    if isinstance(value, Bilingual):
        return Line(say(value, lang))
    if isinstance(value, datetime.date):
        return Line(day(value, lang))
    if isinstance(value, bool):
        return Line(label("yes" if value else "no", lang))
    if name in _FIXED:
        return Line(label(value, lang))
    if name in REFERENCES:
        return Line(_named(article, value, lang))
    if isinstance(value, str):
        return Line(value)
    return Line(f"{value:,}")


def _named(article: Article, name: str, lang: Lang) -> Cell:
    """An id with what it stands for, or the text itself where it is none."""
    for _, record in article.records():
        if record.id == name:
            return with_remark(say(record.title, lang), Phrase(name))
    return name


def _proof(evidence: Sequence[Evidence]) -> Iterator[Line]:
    for proof in evidence:
        yield Line(proof.anchor, (proof.paragraph,))
