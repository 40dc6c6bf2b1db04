"""The citation of an article, of its paragraphs, or of those that a record stands in."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal

from briefing.citation.cited import Cited, is_page
from briefing.citation.styles import STYLES, USUAL
from briefing.document import Document, Lang, Phrase, Verbatim
from briefing.model.records import Record
from briefing.model.results import Citation
from briefing.shelf.citing import Citing, cite_record, find_cited
from briefing.shelf.library import Hit, Library
from briefing.views.common import make_document
from briefing.words.catalogue import heading


def cite(
    library: Library,
    names: Iterable[str],
    style: str | None,
    accessed: datetime.date | None,
    lang: Lang,
) -> Document:
    """Return citations of every article, or of those that have the records or paragraphs named.

    ``names`` are what :func:`find_cited` takes. Where no style is asked for, people get the
    one that is usual in their language, and programs get all, so that what they read does not
    depend on the language.

    Raise :class:`BriefingError` where there is neither such a record nor such a paragraph.
    """
    citing = find_cited(library, names)
    records = [
        {
            "article": article.source.id,
            "id": id_,
            "style": each,
            "citation": STYLES[each].write([Cited(article.source, cited, accessed)]),
            "paragraphs": list(cited),
        }
        for article, id_, cited in citing
        for each in ([style] if style else STYLES)
    ]
    bibliography = _merge(citing, accessed)
    if style:
        blocks = [Verbatim(Phrase(STYLES[style].write(bibliography)))]
    else:
        blocks = [_write(bibliography, one) for one in USUAL if lang in (one, "both")]
        if len(blocks) == 1:
            # A citation is copied into something else: nothing else may stand with it.
            blocks = [blocks[0]._replace(title=None, meant_for=None)]
    articles = tuple(article for article, _, _ in citing)
    whole = make_document(articles, blocks, records, lang)
    called = heading("citation", lang)
    return whole._replace(source=Phrase(), section="citations", holds=Citation, name=called)


def cite_in_a_row(hit: Hit[Record], lang: Lang) -> str:
    """Return the citation of a record on one line, in the style that is usual in a language."""
    article, _, paragraphs = cite_record(hit)
    cited = Cited(article.source, paragraphs, datetime.date.today())
    return STYLES[USUAL["en" if lang == "en" else "zh"]].write([cited]).replace("\n", " ")


def find_without_address(library: Library, names: Iterable[str]) -> list[str]:
    """Return the ids of the articles that are cited as pages and have no address."""
    sources = [article.source for article, _, _ in find_cited(library, names)]
    return list(dict.fromkeys(one.id for one in sources if is_page(one) and not one.address))


def _write(bibliography: Sequence[Cited], lang: Literal["zh", "en"]) -> Verbatim:
    """Return the citations in the style that is usual in a language, under its name."""
    style = STYLES[USUAL[lang]]
    text, title = style.write(bibliography), style.title
    if lang == "zh":
        return Verbatim(Phrase(zh=text), Phrase(zh=title), lang)
    return Verbatim(Phrase(en=text), Phrase(en=title), lang)


def _merge(citing: Iterable[Citing], accessed: datetime.date | None) -> list[Cited]:
    """Return each article once, with all paragraphs that are cited of it."""
    merged: dict[str, Cited] = {}
    for article, _, cited in citing:
        before = merged.get(article.source.id, Cited(article.source))
        together = tuple(sorted({*before.paragraphs, *cited}))
        merged[article.source.id] = Cited(article.source, together, accessed)
    return list(merged.values())
