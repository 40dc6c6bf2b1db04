"""One record whole: every field that it has, and its evidence."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from briefing.document import Cell, Document, Fields, Lang, Line, Phrase
from briefing.model.records import (
    REFERENCES,
    Article,
    Bilingual,
    Evidence,
    Figure,
    Link,
    Post,
    Takeaway,
)
from briefing.shelf.query import Hit
from briefing.views.common import data, document, paragraphs, place_of, statement
from briefing.words import day, heading, label, quantity, say, unit


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
        key = "takeaway" if isinstance(hit.record, Takeaway) and name == "text" else name
        rows.append((heading(key, lang), lines))
    rows.append((heading("evidence", lang), tuple(_proof(hit.record.evidence))))
    return Fields(say(hit.record.title, lang), tuple(rows))


_FIXED = ("kind", "status", "basis", "direction", "detail", "qualifier")


def _lines(hit: Hit, name: str, value: Any, lang: Lang) -> Iterator[Line]:
    if isinstance(hit.record, Figure) and name == "value":
        said = quantity(hit.record, lang)
        if f"{value:,}" not in (said.en or said.zh or ""):
            yield Line(f"{value:,}")
        yield Line(said)
        return
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Struct):
            yield _part(hit.article, item, lang)
        else:
            yield Line(_scalar(hit.article, name, item, lang))


def _part(article: Article, part: Any, lang: Lang) -> Line:
    if isinstance(part, Bilingual):
        return Line(say(part, lang))
    if isinstance(part, Post):
        return Line(say(part.title, lang), paragraphs(part.evidence))
    line = statement(part, lang)
    if isinstance(part, Link):
        place = place_of(article, part.place)
        called = say(place.name, lang) if place else Phrase(part.place)
        return line._replace(text=say(part.text, lang).labelled(called))
    return line


def _scalar(article: Article, name: str, value: Any, lang: Lang) -> Cell:
    if name == "unit":
        return unit(value, lang)
    if name in _FIXED:
        return label(value, lang)
    if name in REFERENCES:
        return _named(article, value, lang)
    if isinstance(value, datetime.date):
        return day(value, lang)
    if isinstance(value, bool):
        return label("yes" if value else "no", lang)
    return value if isinstance(value, str) else f"{value:,}"


def _named(article: Article, name: str, lang: Lang) -> Cell:
    """An id with what it stands for, or the text itself where it is none."""
    for _, record in article.records():
        if record.id == name:
            return say(record.title, lang).remarked(Phrase(name))
    return name


def _proof(evidence: Sequence[Evidence]) -> Iterator[Line]:
    for proof in evidence:
        yield Line(proof.anchor, (proof.paragraph,))
