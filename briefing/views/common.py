"""The pieces that views share."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from briefing.document import Block, Cell, Document, Lang, Line, Phrase, Prose
from briefing.model.records import Article, Evidence, Link, Place, Statement
from briefing.shelf.query import Hit
from briefing.words import attribution, label, rights, say, source_line


def data(hit: Hit) -> dict[str, Any]:
    """A record as plain data for programs: its article first, its evidence last."""
    record = plain(hit.record)
    return {"article": hit.article.source.id, **record}


def plain(record: Any) -> dict[str, Any]:
    """A record's fields as JSON has them, every one present, evidence last."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    if "evidence" in fields:
        fields["evidence"] = fields.pop("evidence")
    return fields


def paragraphs(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """The paragraphs that a proof names, once each, in order."""
    return tuple(sorted({proof.paragraph for proof in evidence}))


def numbers(evidence: Iterable[Evidence]) -> str:
    """The paragraphs of a proof, for a narrow column."""
    return ", ".join(map(str, paragraphs(evidence)))


def implied(basis: str, lang: Lang) -> Phrase | None:
    """The remark on what the article only implies."""
    return label("implied", lang) if basis == "implied" else None


def statement(said: Statement | Link, lang: Lang) -> Line:
    """A statement with its paragraphs and basis."""
    return Line(say(said.text, lang), paragraphs(said.evidence), implied(said.basis, lang))


def place_of(article: Article, name: str | None) -> Place | None:
    """The place with that id."""
    return next((place for place in article.places if place.id == name), None)


def place_cell(hit: Hit, lang: Lang) -> Cell:
    """The name of a record's place."""
    place = place_of(hit.article, getattr(hit.record, "place", None))
    return say(place.short or place.name, lang) if place else ""


def heading_of(article: Article, lang: Lang) -> Prose:
    """An article's title and source line, to stand over its part of a document."""
    return Prose(source_line(article.source, lang), title=say(article.source.title, lang))


def document(
    articles: Sequence[Article],
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]] | dict[str, Any],
    lang: Lang,
    title: Phrase | None = None,
    subtitle: Phrase | None = None,
) -> Document:
    """A document that says whose reporting it is; blocks that are ``None`` are left out."""
    sources = [article.source for article in articles]
    lines = [source_line(source, lang) for source in sources]
    return Document(
        blocks=tuple(block for block in blocks if block is not None),
        records=records,
        attribution=attribution(sources, "both"),
        source=Phrase(
            "；".join(line.zh for line in lines if line.zh) or None,
            "; ".join(line.en for line in lines if line.en) or None,
        ),
        lang=lang,
        rights=rights(sources),
        title=title,
        subtitle=subtitle,
    )
