"""The pieces that views share."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from briefing.document import Block, Cell, Document, Lang, Line, Phrase, Prose
from briefing.model.article import Article
from briefing.model.records import Evidence, Link, Part, Record, Statement
from briefing.shelf.library import Hit
from briefing.words.catalogue import label, say
from briefing.words.values import attribution, rights, source_line


def data(hit: Hit[Record], *, section: bool = False) -> dict[str, Any]:
    """Return a record as plain data for programs: its article first, its evidence last.

    With ``section`` it says in which section it stands.
    """
    named = {"section": hit.section.name} if section else {}
    return {"article": hit.article.source.id, **named, **plain(hit.record)}


def plain(part: Part) -> dict[str, Any]:
    """Return the fields of a part as JSON has them, every one present, evidence last."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(part))
    if "evidence" in fields:
        fields["evidence"] = fields.pop("evidence")
    return fields


def paragraphs(evidence: Iterable[Evidence]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the evidence names, once each, in order."""
    return tuple(sorted({proof.paragraph for proof in evidence}))


def implied(basis: str, lang: Lang) -> Phrase | None:
    """Return the remark on what the article only implies, or nothing on what it states."""
    return label("implied", lang) if basis == "implied" else None


def statement(said: Statement | Link, lang: Lang) -> Line:
    """Return a statement with its paragraphs and its basis."""
    return Line(say(said.text, lang), paragraphs(said.evidence), implied(said.basis, lang))


def place_cell(hit: Hit[Record], lang: Lang) -> Cell:
    """Return the name of a record's place, in its short form if it has one."""
    place = hit.article.place(getattr(hit.record, "place", None))
    return say(place.short or place.name, lang) if place else ""


def article_heading(article: Article, lang: Lang) -> Prose:
    """Return an article's title and source line, to stand over its part of a document."""
    return Prose(source_line(article.source, lang), title=say(article.source.title, lang))


def document(
    articles: Sequence[Article],
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]] | dict[str, Any],
    lang: Lang,
    title: Phrase | None = None,
    subtitle: Phrase | None = None,
) -> Document:
    """Return a document that says whose reporting it is; blocks that are ``None`` are left out."""
    sources = [article.source for article in articles]
    lines = [source_line(source, lang) for source in sources]
    return Document(
        blocks=tuple(block for block in blocks if block is not None),
        records=records,
        attribution=attribution(sources),
        source=Phrase(
            "；".join(line.zh for line in lines if line.zh) or None,
            "; ".join(line.en for line in lines if line.en) or None,
        ),
        lang=lang,
        rights=rights(sources),
        title=title,
        subtitle=subtitle,
    )


def one_or_all(records: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, Any]:
    """Return a lone record as one object for programs, several as a list."""
    return records[0] if len(records) == 1 else records
