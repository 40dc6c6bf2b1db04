"""A whole article: every section for people, and the model itself for programs."""

from typing import Any

from briefing.document import Block, Document, Lang, Prose
from briefing.model.article import SECTIONS, Article
from briefing.shelf.finding import without_names
from briefing.shelf.library import Library
from briefing.views.common import article_heading, document, one_or_all, plain
from briefing.views.lists import table
from briefing.views.strategies import tree
from briefing.views.summary import draw_head
from briefing.words.catalogue import heading, say
from briefing.words.values import source_line


def whole(library: Library, lang: Lang, has_room: bool = False) -> Document:
    """Return everything in the library; for programs one article alone is one object.

    A format that ``has_room`` sets remarks and notes apart from names.
    """
    alone = len(library.articles) == 1
    blocks: list[Block] = []
    for article in library.articles:
        gist = article.summary
        if not alone:
            blocks.append(article_heading(article, lang))
        blocks.append(Prose(say(gist.gist, lang), gist.evidence))
        blocks += draw_head(article, lang)
        blocks += _sections(Library([article]), lang, has_room)
    source = library.articles[0].source
    return document(
        library.articles,
        blocks,
        one_or_all([_data(article) for article in library.articles]),
        lang,
        title=say(source.title, lang) if alone else None,
        subtitle=source_line(source, lang) if alone else None,
    )


def _sections(library: Library, lang: Lang, has_room: bool) -> list[Block]:
    blocks: list[Block] = []
    for section in SECTIONS.values():
        hits = without_names(library.section(section.name)) if section.has_records else []
        title = heading(section.name, lang)
        if hits and section.name == "strategies":
            blocks.append(tree(hits, lang, title, named_places=True))
        elif hits:
            blocks.append(table(hits, section.name, lang, title, has_room=has_room))
    return blocks


def _data(article: Article) -> dict[str, Any]:
    """Return the model as its YAML has it, with every key."""
    fields = plain(article)
    for section in SECTIONS.values():
        if not section.path:
            fields[section.name] = [plain(entry) for entry in article.section(section)]
    return fields
