"""The pieces that views share."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from briefing.document import Block, Cell, Document, Lang, Phrase, Prose
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Part
from briefing.model.records import LAST_FIELDS, Record
from briefing.shelf.library import Hit, Library
from briefing.views.claims import name_records, remark_inferred_names
from briefing.words.catalogue import say
from briefing.words.values import attribution, join, rights, short_name, source_line


def make_data(hit: Hit[Record], *, section: bool = False) -> dict[str, Any]:
    """Return a record as plain data for programs: its article first, its evidence last.

    With ``section`` it says in which section it stands.
    """
    named = {"section": hit.section.name} if section else {}
    return {"article": hit.article.source.id, **named, **make_plain(hit.record)}


def make_plain(part: Part) -> dict[str, Any]:
    """Return the fields of a part as JSON has them, every one present, evidence last."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(part))
    for last in LAST_FIELDS:
        if last in fields:
            fields[last] = fields.pop(last)
    return fields


def make_places_cell(hit: Hit[Record], lang: Lang) -> Cell:
    """Return the names of a record's places, in their short forms if they have one."""
    ids = getattr(hit.record, "places", ())
    if not ids:
        return ""
    inferred = remark_inferred_names(hit.record, "places", lang)
    return name_records(hit.article, ids, lang).remarked(inferred)


def say_with_id(text: Bilingual, name: str, lang: Lang) -> Phrase:
    """Return what a record is called, with its id in brackets behind it."""
    said = say(text, lang)
    if lang == "en":  # a name that is the same in both languages is given in Chinese
        said = Phrase(en=said.english)
    return said.remarked(Phrase(name))


def name_articles(library: Library, lang: Lang) -> dict[str, Phrase]:
    """Return what each of several articles is called, by its id; nothing where there is only one.

    Articles that would be called the same have their ids behind their names.
    """
    sources = [article.source for article in library.articles]
    if len(sources) < 2:
        return {}
    called = {one.id: short_name(one, lang) for one in sources}
    shared = {name for name, count in Counter(called.values()).items() if count > 1}
    return {
        id_: name.remarked(Phrase(id_)) if name in shared else name for id_, name in called.items()
    }


def make_heading(article: Article, lang: Lang) -> Prose:
    """Return an article's title and source line, to stand over its part of a document."""
    return Prose(source_line(article.source, lang), title=say(article.source.title, lang))


def list_credited(library: Library, records: Iterable[Mapping[str, Any]]) -> list[Article]:
    """Return the articles that have one of these records, which are those to be credited."""
    shown = {record["article"] for record in records}
    return [article for article in library.articles if article.source.id in shown]


def make_document(
    articles: Sequence[Article],
    blocks: Iterable[Block | None],
    records: list[dict[str, Any]] | dict[str, Any],
    lang: Lang,
    title: Phrase | None = None,
    subtitle: Phrase | None = None,
) -> Document:
    """Return a document that says whose reporting it is; blocks that are ``None`` are left out.

    Each of the ``articles`` is credited once.
    """
    sources = list({article.source.id: article.source for article in articles}.values())
    lines = [source_line(source, lang) for source in sources]
    return Document(
        blocks=tuple(block for block in blocks if block is not None),
        records=records,
        attribution=attribution(sources),
        articles=tuple({article.source.id: article for article in articles}.values()),
        source=Phrase(
            "；".join(line.zh for line in lines if line.zh) or None,
            "; ".join(line.en for line in lines if line.en) or None,
        ),
        lang=lang,
        rights=rights(sources),
        title=title,
        subtitle=subtitle,
    )


def give_one_or_all(records: list[dict[str, Any]]) -> list[dict[str, Any]] | dict[str, Any]:
    """Return a lone record as one object for programs, several as a list."""
    return records[0] if len(records) == 1 else records


def say_counts(counts: Iterable[tuple[Phrase, int]]) -> Phrase:
    """Return how many there are of each thing that there is any of, one after another."""
    told = [
        name._replace(en=name.en and name.en[0].lower() + name.en[1:]).followed(
            Phrase(str(count)), " "
        )
        for name, count in counts
        if count
    ]
    return join(told, "、", ", ")


def measure_width(text: str) -> int:
    """Return about how many cells of a terminal a text fills."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
