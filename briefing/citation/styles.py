"""The table of citation styles, and the function that cites an article in one of them."""

import datetime
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from briefing.citation.apa import format_apa
from briefing.citation.bibtex import format_bibtex
from briefing.citation.cited import Cited
from briefing.citation.csl import format_csl_json
from briefing.citation.gbt import format_gbt7714, format_gbt7714_2015
from briefing.citation.ris import format_ris
from briefing.model.article import Article


class Style(NamedTuple):
    """A style's title, and the function that writes any number of citations in it.

    A file whose name has the ``ending`` is written in it.
    """

    title: str
    write: Callable[[Sequence[Cited]], str]
    ending: str = ""


def _join(format_one: Callable[[Cited], str], separator: str) -> Callable[[Sequence[Cited]], str]:
    """Return a function that formats each citation by itself and joins them."""
    return lambda cited: separator.join(map(format_one, cited))


STYLES = {
    "gbt7714": Style("GB/T 7714-2025", _join(format_gbt7714, "\n")),
    "gbt7714-2015": Style("GB/T 7714-2015", _join(format_gbt7714_2015, "\n")),
    "apa": Style("APA 7", _join(format_apa, "\n\n")),
    "bibtex": Style("BibTeX", _join(format_bibtex, "\n\n"), ".bib"),
    "ris": Style("RIS", _join(format_ris, "\r\n"), ".ris"),
    "csl-json": Style("CSL-JSON", format_csl_json),
}
"""The styles by the names that ``--style`` takes."""


def style_of_file(ending: str) -> str | None:
    """Return the style that files with an ending are written in, if there is one."""
    return next((name for name, one in STYLES.items() if ending and one.ending == ending), None)


USUAL: dict[Literal["zh", "en"], str] = {"zh": "gbt7714", "en": "apa"}
"""The style that is usual in each language."""


def cite(
    article: Article,
    style: str = "gbt7714",
    paragraphs: Sequence[int] = (),
    accessed: datetime.date | None = None,
) -> str:
    """Return the citation of an article, or of some of its paragraphs, in one of :data:`STYLES`.

    ``accessed`` is the date of access, which is cited only for an article that has an address.
    Raise :class:`KeyError` for an unknown style.
    """
    return STYLES[style].write([Cited(article.source, tuple(paragraphs), accessed)])
