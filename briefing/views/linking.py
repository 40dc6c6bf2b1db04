"""What a format can link: names to their records, and claims to the words they rest on."""

import datetime
from collections.abc import Iterable, Iterator

from briefing.citation.cited import Cited
from briefing.citation.styles import STYLES, USUAL
from briefing.document import (
    ArticleLinks,
    Block,
    Document,
    Links,
    Phrase,
    Proof,
    Ref,
)
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence
from briefing.model.records import Organisation, Person, Place, Record, Takeaway, Term
from briefing.model.sections import SECTIONS
from briefing.shelf.library import Hit, Library
from briefing.shelf.references import index_references
from briefing.views.lists import make_table
from briefing.views.passages import find_passages
from briefing.words.catalogue import heading, say
from briefing.words.values import short_name

_NAMED = (Place, Person, Organisation, Term)
"""The records whose names are linked wherever they stand."""


def add_links(document: Document, library: Library, accessed: datetime.date) -> Document:
    """Return a document with what a format can link, and how its articles are cited.

    ``accessed`` is the date of the citation.
    """
    if not library.articles:
        return document
    homes = {
        id(part): article.source.id
        for article in library.articles
        for _, part in article.all_parts
        if isinstance(part, Evidence)
    }

    def find_home(proof: Proof) -> str | None:
        return homes.get(id(proof))

    def describe(refs: Iterable[Ref]) -> list[Block]:
        return list(_describe(library, refs))

    articles = {article.source.id: _link(article) for article in library.articles}
    return document._replace(
        links=Links(articles, find_home, describe), citation=_cite(library, accessed)
    )


def _cite(library: Library, accessed: datetime.date) -> Phrase:
    """Return how the articles are cited, in the style that is usual in each language."""
    cited = [Cited(article.source, (), accessed) for article in library.articles]
    return Phrase(**{lang: STYLES[style].write(cited) for lang, style in USUAL.items()})


def _link(article: Article) -> ArticleLinks:
    return ArticleLinks(
        article.source.id,
        short_name(article.source, "both"),
        article.source.address,
        frozenset(article.by_id),
        find_passages(article),
        _names(article, _NAMED),
        _names(article, (Record,)),
        {
            record.id: say(getattr(record, "short", None) or record.title, "both")
            for _, record in article.records()
        },
        index_references(article),
    )


def _names(article: Article, kinds: tuple[type[Record], ...]) -> dict[str, str]:
    """Return what records of some kinds are called, with their ids. A takeaway has no name."""
    return _unique(
        (text, record.id)
        for _, record in article.records()
        if isinstance(record, kinds) and not isinstance(record, Takeaway)
        for text in _texts(record)
    )


def _texts(record: Record) -> Iterator[str]:
    names: list[Bilingual | None] = [record.title, getattr(record, "short", None)]
    yield from (text for name in names if name for text in (name.zh, name.en) if text)
    yield from getattr(record, "aliases", ())


def _unique(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the ids by their names; a name of several records leads to none of them."""
    found: dict[str, str | None] = {}
    for name, id_ in names:
        found[name] = id_ if found.get(name, id_) == id_ else None
    return {name: id_ for name, id_ in found.items() if id_}


def _describe(library: Library, refs: Iterable[Ref]) -> Iterator[Block]:
    """Yield a table of the records of each section, in the order of the sections."""
    wanted = set(refs)
    hits: dict[str, list[Hit[Record]]] = {}
    for hit in library.hits:
        if Ref(*hit.key) in wanted:
            hits.setdefault(hit.section.name, []).append(hit)
    for name in SECTIONS:
        if name in hits:
            yield make_table(hits[name], name, "both", heading(name, "both"), has_room=True)
