"""The citation of an article, or of the paragraphs that a record stands in."""

import datetime

from briefing.citation.cited import Cited
from briefing.citation.styles import STYLES
from briefing.document import Document, Lang, Phrase, Verbatim, paragraphs
from briefing.shelf.finding import find_record
from briefing.shelf.library import Library
from briefing.views.common import document
from briefing.words.catalogue import heading


def cite(
    library: Library,
    name: str | None,
    style: str | None,
    accessed: datetime.date,
    lang: Lang,
) -> Document:
    """Return citations of every article or, with a record's name, of those that have the record.

    Where no style is asked for, people get the one that is usual in their language, and programs
    get all, so that what they read does not depend on the language.
    """
    articles = library.articles
    cited = [Cited(article.source, (), accessed) for article in articles]
    ids: list[str | None] = [None] * len(cited)
    if name is not None:
        hits = find_record(library, name)
        ids = [hit.record.id for hit in hits]
        articles = tuple(hit.article for hit in hits)
        cited = [
            Cited(hit.article.source, paragraphs(hit.record.evidence), accessed) for hit in hits
        ]
    records = [
        {
            "article": one.source.id,
            "id": id_,
            "style": each,
            "citation": STYLES[each].write([one]),
            "paragraphs": list(one.paragraphs),
        }
        for one, id_ in zip(cited, ids, strict=True)
        for each in ([style] if style else STYLES)
    ]
    shown = {"zh": style or "gbt7714", "en": style or "apa"}
    texts = {each: STYLES[shown[each]].write(cited) for each in shown if lang in (each, "both")}
    text = Phrase(next(iter(texts.values()))) if style else Phrase(**texts)
    whole = document(articles, [Verbatim(text)], records, lang)
    # A citation is copied into something else: nothing else may stand with it.
    return whole._replace(source=Phrase(), section="citations", name=heading("citation", lang))
