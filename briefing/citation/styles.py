"""The table of styles: what each is called, and what writes it."""

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.citation.apa import apa
from briefing.citation.bibtex import bibtex
from briefing.citation.cited import Cited
from briefing.citation.csl import csl_json
from briefing.citation.gbt import gbt7714, gbt7714_2015
from briefing.model.article import Article


class Style(NamedTuple):
    """What a style is called, and what writes any number of citations in it."""

    title: str
    write: Callable[[Sequence[Cited]], str]


def _each(one: Callable[[Cited], str], between: str) -> Callable[[Sequence[Cited]], str]:
    return lambda cited: between.join(map(one, cited))


STYLES = {
    "gbt7714": Style("GB/T 7714-2025", _each(gbt7714, "\n")),
    "gbt7714-2015": Style("GB/T 7714-2015", _each(gbt7714_2015, "\n")),
    "apa": Style("APA 7", _each(apa, "\n\n")),
    "bibtex": Style("BibTeX", _each(bibtex, "\n\n")),
    "csl-json": Style("CSL-JSON", csl_json),
}
"""The styles, by the names that ``--style`` takes."""


def cite(
    article: Article,
    style: str = "gbt7714",
    paragraphs: Sequence[int] = (),
    accessed: datetime.date | None = None,
) -> str:
    """Return the citation of an article, or of some paragraphs of it, in one of :data:`STYLES`.

    ``accessed`` is when it was seen, for an article that has an address. Raises :class:`KeyError`
    for a style that there is none of.
    """
    return STYLES[style].write([Cited(article.source, tuple(paragraphs), accessed)])
