"""All that comes from one paragraph of the article: records, their parts, and what is waived."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.document import Block, Commands, Document, Items, Lang, Line, Node, Phrase, Tree
from briefing.model.article import Article
from briefing.model.parts import Part, Post, Waiver, parts
from briefing.model.records import Figure, Person, Project, Record
from briefing.model.results import FromParagraph
from briefing.model.sections import SECTIONS
from briefing.shelf.library import Library
from briefing.views.answers import find_text, make_answer_document
from briefing.views.claims import join_remarks, remark_standing
from briefing.views.common import make_heading, make_plain
from briefing.words.catalogue import fill, heading, label, say
from briefing.words.posts import say_post
from briefing.words.values import quantity

_BETWEEN = " · "


class Anchored(NamedTuple):
    """A record, or the part of it that stands in ``field``, and its anchors in the paragraph."""

    record: Record
    part: Part
    field: str | None
    anchors: tuple[str, ...]


def list_paragraph(library: Library, number: int, lang: Lang) -> Document:
    """Return the records with an anchor in a paragraph, section by section, then what is waived.

    The parts of a record stand under it, each with its own anchors. A record of which only a part
    comes from the paragraph has no anchors itself.
    """
    blocks: list[Block | None] = []
    records: list[dict[str, Any]] = []
    for article in library.articles:
        found = list(_sections(article, number, lang))
        if found and len(library.articles) > 1:
            blocks.append(make_heading(article, lang))
        blocks += found
        records += _data(article, number)
    blocks = blocks or [Tree(None, (), empty=label("nothing", lang))]
    blocks.append(_next(library, number, lang))
    whole = make_answer_document(library, "paragraph", blocks, records, lang, FromParagraph)
    return whole._replace(title=fill("paragraph.title", lang, number=Phrase(str(number))))


def _sections(article: Article, number: int, lang: Lang) -> Iterator[Block]:
    """Yield a tree for each section with records that come from the paragraph, and the waivers."""
    for section in SECTIONS.values():
        if section.has_records:
            found = (list(_anchored(record, number)) for record in _records(article, section.holds))
            nodes = tuple(_node(article, claims, lang) for claims in found if claims)
            if nodes:
                yield Tree(heading(section.name, lang), nodes)
    waived = [one for one in article.of(Waiver) if one.paragraph == number]
    if waived:
        lines = (Line(say(one.reason, lang).labelled(Phrase(one.text))) for one in waived)
        yield Items(heading("waived", lang), tuple(lines))


def _records(article: Article, kind: type[Any]) -> tuple[Record, ...]:
    held: tuple[Record, ...] = article.of(kind)
    return held


def _anchored(record: Record, number: int) -> Iterator[Anchored]:
    """Yield a record and its parts, as far as they have an anchor in the paragraph."""
    for path, part in parts(record):
        anchors = tuple(
            one.anchor for one in getattr(part, "evidence", ()) if one.paragraph == number
        )
        if anchors:
            yield Anchored(record, part, str(path[0]) if path else None, anchors)


def _node(article: Article, claims: list[Anchored], lang: Lang) -> Node:
    """Return a record as a branch, with its parts as the lines below it."""
    record = claims[0].record
    own = [one for one in claims if one.field is None]
    title = say(record.title, lang)
    if isinstance(record, Figure):
        title = quantity(record, lang).labelled(title)
    remarks: list[Phrase | None] = [_anchors(one, lang) for one in own]
    if own and not isinstance(record, Person):
        remarks.insert(0, remark_standing(article, record, lang))
    if isinstance(record, Project):
        remarks.insert(0, label(record.status, lang))
    return Node(
        title,
        tuple(remark for remark in remarks if remark),
        record.id,
        tuple(_line(article, one, lang) for one in claims if one.field is not None),
    )


def _line(article: Article, one: Anchored, lang: Lang) -> Line:
    """Return a part of a record with its anchors; its speaker is told if not the record's."""
    part, anchors = one.part, _anchors(one, lang)
    if isinstance(part, Post):
        return Line(say_post(article, part, lang), remark=anchors)
    remark = join_remarks((remark_standing(article, part, lang, one.record), anchors))
    return Line(say(find_text(part), lang), remark=remark)


def _anchors(one: Anchored, lang: Lang) -> Phrase:
    return fill("paragraph.anchors", lang, anchors=Phrase(_BETWEEN.join(one.anchors)))


def _next(library: Library, number: int, lang: Lang) -> Commands:
    """Return the paragraphs before and after as what to type next."""
    last = max(article.last_paragraph for article in library.articles)
    rows = (
        (f"briefing paragraph {one}", heading(key, lang))
        for one, key in ((number - 1, "try_previous"), (number + 1, "try_next"))
        if 1 <= one <= last
    )
    return Commands(heading("next", lang), tuple(rows))


def _data(article: Article, number: int) -> Iterator[dict[str, Any]]:
    """Yield what comes from the paragraph for programs: records, parts and waivers in one list."""
    source = {"article": article.source.id, "paragraph": number}
    for section, record in article.records():
        for one in _anchored(record, number):
            row = {"section": section.name, "id": record.id, "field": one.field}
            text = make_plain(find_text(one.part))
            yield {**source, **row, "text": text, "anchors": list(one.anchors)}
    for waiver in article.of(Waiver):
        if waiver.paragraph == number:
            row = {"section": "waived", "id": None, "field": None}
            yield {**source, **row, "text": make_plain(waiver.reason), "anchors": [waiver.text]}
