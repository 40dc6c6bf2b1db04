"""Records, each with its fields, its parts, what points at it, and its evidence."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing.document import Block, Cell, Document, Fields, Lang, Line, Phrase, paragraphs, texts
from briefing.model.parts import Evidence
from briefing.model.records import LAST_FIELDS, Person, Place, Record
from briefing.shelf.claims import list_claims
from briefing.shelf.library import Hit, Library, keep_kind, list_ties_of
from briefing.shelf.references import find_references, is_headline, list_parts_of
from briefing.views.answers import find_text
from briefing.views.claims import tell_statement
from briefing.views.common import (
    make_data,
    make_document,
    measure_width,
    name_articles,
    say_with_id,
)
from briefing.views.fields import tell_field, tells
from briefing.views.related import Branch, cut, draw_branches, draw_parts, list_branches
from briefing.words.catalogue import heading, say
from briefing.words.values import join

_MOST_LINES = 36  # so that a record fills about 40 rows of a terminal
_CELLS = 52  # of a line of a card, in a terminal of 80
_CAPS = (12, 8, 6, 5, 4, 3, 2)
"""How many lines of a list are shown: the first of these with which a record fits a screen."""


class Row(NamedTuple):
    """A row of a card: its label, its lines, and whether they may be cut and the rest counted."""

    label: Phrase
    lines: tuple[Line, ...]
    may_be_cut: bool = True


def show(library: Library, hits: Sequence[Hit[Record]], lang: Lang, full: bool = False) -> Document:
    """Return records, each as a card with its parts and what points at it.

    Of long lists only the first lines are shown and the others counted, unless the record is wanted
    in ``full``.
    """
    names = name_articles(library, lang)
    blocks = [
        block
        for hit in hits
        for block in _blocks(hit, lang, names.get(hit.article.source.id), full)
    ]
    records = [_data(hit) for hit in hits]
    titles = list(dict.fromkeys(say(hit.record.title, lang) for hit in hits))
    name = join(titles, "、", ", ").followed(heading("record", lang))
    return make_document([hit.article for hit in hits], blocks, records, lang)._replace(
        name=name, is_screen=len(hits) == 1 and not full
    )


def _data(hit: Hit[Record]) -> dict[str, Any]:
    """Return a record for programs; its parts and what points at it stand before its evidence."""
    record = make_data(hit, section=True)
    last = {name: record.pop(name) for name in LAST_FIELDS if name in record}
    found: list[dict[str, Any]] = [
        {"section": one.hit.section.name, "id": one.hit.record.id, "fields": list(one.fields)}
        for one in find_references(hit)
    ]
    if is_headline(hit):
        found.insert(0, {"section": "summary", "id": None, "fields": ["headline"]})
    held = [{"section": one.section.name, "id": one.record.id} for one in list_parts_of(hit)]
    return {**record, "parts": held, "referenced_by": found, **last}


def _blocks(hit: Hit[Record], lang: Lang, article: Phrase | None, full: bool) -> Iterator[Block]:
    """Yield the card of a record, the tree of its parts, and what points at it by section."""
    rows = list(_rows(hit, lang, article))
    pointing = list(list_branches(hit, lang, full))
    name = f"{hit.article.source.id}/{hit.record.id}" if article else hit.record.id
    cap = None if full else _find_cap(rows, pointing, len(list_parts_of(hit)))
    more = f"briefing show {name} --full"
    shown = tuple(
        (row.label, cut(row.lines, cap if row.may_be_cut else None, more, lang)) for row in rows
    )
    yield Fields(say(hit.record.title, lang), shown)
    if parts := draw_parts(hit, lang, cap, more):
        yield parts
    if pointing:
        yield draw_branches(pointing, lang, cap, more)


def _find_cap(rows: Sequence[Row], pointing: Sequence[Branch], parts: int) -> int | None:
    """Return how many lines of each list fit a screen, or nothing where all do."""
    lists = [row.lines for row in rows if row.may_be_cut] + [one.lines for one in pointing]
    fixed = sum(_height(line) for row in rows if not row.may_be_cut for line in row.lines)
    fixed += len(pointing) + 2 * bool(pointing) + 2 * bool(parts)
    for cap in (None, *_CAPS):
        shown = [lines if cap is None or len(lines) <= cap + 1 else lines[:cap] for lines in lists]
        left_out = sum(len(some) < len(lines) for some, lines in zip(shown, lists, strict=True))
        held = min(parts, cap or parts) + left_out
        if fixed + held + sum(_height(line) for some in shown for line in some) <= _MOST_LINES:
            return cap
    return _CAPS[-1]


def _height(line: Line) -> int:
    """Return about how many rows a line fills in a terminal of 80 cells."""
    told = (text for cell in (line.text, line.remark or "") for _, text in texts(cell))
    cells = sum(map(measure_width, told))
    return 1 + (cells + 5 * len(line.paragraphs)) // _CELLS


def _rows(hit: Hit[Record], lang: Lang, article: Phrase | None) -> Iterator[Row]:
    """Yield a record's fields under our labels, in the order of the model, then its evidence.

    What stands over the card or tells nothing is left out. Where there are several articles,
    ``article`` is what that of the record is called.
    """
    record = hit.record
    section = heading(hit.section.name, lang)
    yield Row(heading("id", lang), (Line(record.id, remark=section),))
    if article:
        yield Row(heading("article", lang), (Line(article),))
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field not in ("id", "evidence", "inferred", "links") and tells(record, field, value):
            lines = tuple(tell_field(hit, field, value, lang))
            if lines:
                yield Row(heading(field, lang), lines, isinstance(value, tuple))
    if ties := tuple(_ties(hit, lang)):
        yield Row(heading("links", lang), ties)
    if said := tuple(_said(hit, lang)):
        yield Row(heading("says", lang), said)
    yield Row(heading("evidence", lang), tuple(_evidence(record.evidence)))


def _ties(hit: Hit[Record], lang: Lang) -> Iterator[Line]:
    """Yield the ties of a place, at whichever of the two places they are written."""
    for place in keep_kind([hit], Place):
        for other, tie in list_ties_of(place):
            name, said = say(other.name, lang), tell_statement(hit.article, tie, lang)
            yield said._replace(text=say(tie.text, lang).labelled(name))


def _said(hit: Hit[Record], lang: Lang) -> Iterator[Line]:
    """Yield what is said by a person, an organisation, an event or a place, in other records.

    What a part of a record says is told where the record itself has another speaker.
    """
    name = hit.record.id
    for _, record in hit.article.records():
        if isinstance(record, Person) or record.id == name:
            continue
        own = name in (getattr(record, "said_by", None) or ())
        for claim in list_claims(record):
            if name in (getattr(claim, "said_by", None) or ()) and (claim is record or not own):
                text: Cell = say_with_id(find_text(claim), record.id, lang)
                yield Line(text, claim.evidence)  # type: ignore[attr-defined]


def _evidence(evidence: Sequence[Evidence]) -> Iterator[Line]:
    """Yield the anchors, a line for each paragraph."""
    for paragraph in paragraphs(evidence):
        there = tuple(one for one in evidence if one.paragraph == paragraph)
        yield Line(" · ".join(one.anchor for one in there), there)
