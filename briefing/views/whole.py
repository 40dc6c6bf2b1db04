"""A whole article: every section for people, and the model itself for programs."""

from typing import Any

from briefing.document import Block, Document, Lang, Prose
from briefing.model.load import Library
from briefing.model.records import SECTIONS, Article
from briefing.shelf.query import every
from briefing.views.common import document, heading_of, paragraphs, plain
from briefing.views.lists import table
from briefing.views.strategies import tree
from briefing.words import heading, say, source_line


def whole(library: Library, lang: Lang) -> Document:
    """Everything in the library; one article alone is one object for programs."""
    alone = len(library.articles) == 1
    blocks: list[Block | None] = []
    for article in library.articles:
        only = Library((article,))
        gist = article.summary
        if not alone:
            blocks.append(heading_of(article, lang))
        blocks.append(Prose(say(gist.gist, lang), paragraphs(gist.evidence)))
        for section in ("takeaways", *SECTIONS):
            hits = list(every(only, section))
            title = heading(section, lang)
            if hits and section == "strategies":
                blocks.append(tree(hits, lang, title, named_places=True))
            elif hits:
                blocks.append(table(hits, section, lang, title))
    records = [_data(article) for article in library.articles]
    source = library.articles[0].source
    return document(
        library.articles,
        blocks,
        records[0] if alone else records,
        lang,
        title=say(source.title, lang) if alone else None,
        subtitle=source_line(source, lang) if alone else None,
    )


def _data(article: Article) -> dict[str, Any]:
    """The model as its YAML has it, with every key."""
    fields = plain(article)
    for section in SECTIONS:
        fields[section] = [plain(record) for record in getattr(article, section)]
    return fields
