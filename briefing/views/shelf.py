"""The shelf: the articles that are read."""

from typing import Any

from briefing.document import Column, Document, Lang, Table
from briefing.model.article import Article
from briefing.model.results import make_shelved_type
from briefing.shelf.library import Library
from briefing.views.cells import ROLES
from briefing.views.common import make_document, make_plain
from briefing.words.catalogue import heading, label, say
from briefing.words.values import period, short_name

_COLUMNS = ("article", "title", "date", "publisher", "records", "id")


def list_articles(library: Library, lang: Lang) -> Document:
    """Return the articles, a row each: their date is marked where it is only that of a page."""
    rows = []
    for article in library.articles:
        source = article.source
        rows.append(
            (
                short_name(source, lang),
                say(source.title, lang),
                period(source.date, lang).remarked(
                    None if source.published else label("republished", lang)
                ),
                say(source.publisher, lang),
                f"{len(list(article.records())):,}",
                source.id,
            )
        )
    roles = ROLES | {"article": "name", "records": "number", "title": "text"}
    columns = (Column(heading(name, lang), roles.get(name, "text")) for name in _COLUMNS)
    shown = Table(tuple(columns), tuple(rows))
    whole = make_document(library.articles, [shown], [_data(one) for one in library.articles], lang)
    name, holds = heading("articles", lang), make_shelved_type()
    return whole._replace(section="articles", name=name, holds=holds)


def _data(article: Article) -> dict[str, Any]:
    """Return the source of an article with all its fields but the digests of its paragraphs."""
    fields = make_plain(article.source)
    del fields["paragraphs"]
    return {"article": article.source.id, **fields, "records": len(list(article.records()))}
