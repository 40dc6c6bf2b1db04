"""The source texts beside the articles of a result, for a format that says where anchors stand."""

from briefing.cli.usage import usage_error
from briefing.document import Document
from briefing.model.article import Article
from briefing.model.text import SourceText, own_text, read_own_text, read_text
from briefing.problem import Message, message
from briefing.shelf.library import Library


def add_texts(
    document: Document, library: Library, source: str | None, told: list[Message]
) -> Document:
    """Return a document with the texts of its articles, as far as they are at hand.

    ``source`` is the file of the only article's text; without it, the texts that the models
    themselves name are read where they are there. ``told`` takes what is wrong with a text. Raises
    :class:`BriefingError` for a ``source`` of several articles, and :class:`ModelError` for a text
    that cannot be read.
    """
    articles: tuple[Article, ...] = document.articles or ()
    if source is not None and len(articles) != 1:
        raise usage_error(message("usage.one-text", count=len(articles)))
    texts: dict[str, SourceText] = {}
    for article in articles:
        model = library.files[article.source.id]
        if text := read_text(source) if source else read_own_text(model, article):
            texts[article.source.id] = text
            told.extend(_compare(article, text))
        elif article.source.text:
            file = own_text(model, article)
            told.append(message("offsets.no-text", file=file, article=article.source.id))
    return document._replace(texts=texts)


def _compare(article: Article, text: SourceText) -> list[Message]:
    """Return that a text is not the one that an article was modelled from, or lacks anchors."""
    found = []
    digests = tuple(paragraph.digest for paragraph in text.paragraphs)
    if article.source.paragraphs and digests != article.source.paragraphs:
        found.append(message("offsets.other-text", file=text.file, article=article.source.id))
    anchors = {(one.paragraph, one.anchor) for one in article.all_evidence}
    missing = [one for one in anchors if not _stands(text, *one)]
    if missing:
        counts = {"count": len(missing), "of": len(anchors)}
        found.append(message("offsets.unplaced", file=text.file, **counts))
    return found


def _stands(text: SourceText, number: int, anchor: str) -> bool:
    paragraph = text.paragraph(number)
    return paragraph is not None and anchor in paragraph.text
