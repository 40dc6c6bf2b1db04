"""Which text each article is of, where a memo is held against several."""

from collections.abc import Iterable, Sequence

from briefing.model.article import Article
from briefing.model.text import SourceText, read_own_text


def read_own_texts(articles: Iterable[tuple[str, Article]]) -> dict[str, SourceText]:
    """Return the texts that models name, as far as they are there, by the ids of the articles."""
    found = {}
    for model, article in articles:
        if text := read_own_text(model, article):
            found[article.source.id] = text
    return found


def assign_texts(texts: Iterable[SourceText], articles: Sequence[Article]) -> dict[str, SourceText]:
    """Return the texts by the ids of the articles that share most paragraphs with them."""
    found = {}
    for text in texts:
        digests = {paragraph.digest for paragraph in text.paragraphs}
        shared = [len(digests.intersection(one.source.paragraphs)) for one in articles]
        best = max(range(len(articles)), key=shared.__getitem__)
        found[articles[best].source.id] = text
    return found
