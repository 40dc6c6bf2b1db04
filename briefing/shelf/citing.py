"""Finding what is to be cited: articles, paragraphs of them, or those that a record stands in."""

from collections.abc import Iterable
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.records import Record
from briefing.problem import BriefingError, Status, message
from briefing.shelf.finding import find_record
from briefing.shelf.library import Hit, Library, split_name
from briefing.shelf.query import read_paragraphs


class Citing(NamedTuple):
    """An article, the id of the record that it is cited for, and the paragraphs that are cited."""

    article: Article
    id: str | None
    paragraphs: tuple[int, ...]


def find_cited(library: Library, names: Iterable[str] = ()) -> list[Citing]:
    """Return what is to be cited: of each article all, or what records and numbers tell.

    ``26``, ``¶26``, ``第26段`` and ``18-23`` are paragraphs; but a record with such an id is meant
    before a mere number. ``article/26`` is a paragraph of one article.

    Raise :class:`BriefingError` where there is neither such a record nor such a paragraph.
    """
    found = [one for name in names for one in _find(library, name)]
    return found or [Citing(article, None, ()) for article in library.articles]


def _find(library: Library, name: str) -> list[Citing]:
    of, called = split_name(library, name)
    asked = read_paragraphs(f"¶{called}" if called[:1].isdecimal() else called)
    if asked is None or called.lower() in library.by_id:
        return [cite_record(hit) for hit in find_record(library, name)]
    first, last = asked
    meant = [one for one in library.articles if of in (None, one.source.id)]
    known = max(one.last_paragraph for one in meant)
    if not 1 <= first <= last <= known:
        missing = last if first >= 1 else first
        unknown = message("usage.no-paragraph", number=missing, last=known)
        raise BriefingError(unknown, status=Status.USAGE)
    numbers = tuple(range(first, last + 1))
    return [Citing(one, None, numbers) for one in meant if last <= one.last_paragraph]


def cite_record(hit: Hit[Record]) -> Citing:
    """Return the article of a record, and the paragraphs that it stands in."""
    numbers = sorted({proof.paragraph for proof in hit.record.evidence})
    return Citing(hit.article, hit.record.id, tuple(numbers))
