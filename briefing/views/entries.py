"""Records with all that the model has of them, to stand in the whole of an article."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

from msgspec.structs import fields

from briefing.document import Items, Lang, Line, Node, Phrase, Table, Tree
from briefing.model.parts import Link, Part
from briefing.model.records import Event, Person, Place, Project, Record, Takeaway
from briefing.model.sections import REFERENCES, Section
from briefing.shelf.library import Hit
from briefing.views.cells import remark_reached
from briefing.views.claims import (
    name_records,
    remark_implied,
    remark_inferred,
    remark_inferred_names,
    remark_standing,
)
from briefing.views.common import make_places_cell
from briefing.views.fields import tell_field, tells
from briefing.views.lists import make_table
from briefing.words.catalogue import heading, label, say
from briefing.words.values import join

_IN_STANDING = ("basis", "stage", "date", "period", "change", "before", "due", "actors", "said_by")
"""The fields that the remark on a claim tells."""
_AS_TAGS = ("kind", "status", "detail", "direction")
"""The fields of a branch that stand behind its name."""
_NOT_TOLD = (
    *("id", "evidence", "inferred", "about", "indicator", "kind"),
    *("qualifier", "unit", "value_to"),
)
"""The fields that are for programs, or stand elsewhere, as the unit does with the value."""


def tell_section(
    section: Section,
    hits: Sequence[Hit[Record]],
    lang: Lang,
    title: Phrase,
    has_room: bool = False,
) -> Items | Table | Tree:
    """Return the records of a section with all that the model says of them.

    Records that have parts are branches of a tree, and others are rows of a table. What they are
    about is left to the records that they name. A format that ``has_room`` has a place for the id
    of each takeaway, whose text is its name.
    """
    if section.holds is Takeaway and not has_room:
        lines = (Line(say(hit.record.title, lang), hit.record.evidence) for hit in hits)
        return Items(title, tuple(lines))
    if list_parts(section.holds):
        return _grow(hits, lang, title)
    told = (*section.columns, *_NOT_TOLD)
    titles = [_tell_title(hit, told, lang) for hit in hits]
    return make_table(hits, section.name, lang, title, titles=titles)


@cache
def list_parts(kind: type[Part]) -> tuple[str, ...]:
    """Return the fields of a kind of record that hold parts with evidence of their own."""
    return tuple(
        field.name
        for field in fields(kind)
        if field.name != "evidence" and _has_evidence(get_args(field.type)[:1])
    )


def _has_evidence(kinds: tuple[Any, ...]) -> bool:
    return any(
        isinstance(kind, type) and "evidence" in getattr(kind, "__struct_fields__", ())
        for kind in kinds
    )


def _tell_title(hit: Hit[Record], told: Sequence[str], lang: Lang) -> Line:
    """Return what a record is called and, behind it, all that no other column tells."""
    record = hit.record
    # The columns of status and date have the remarks of these.
    has_column = isinstance(record, Project | Event)
    remark = None if has_column else remark_reached(hit, lang)
    rest = _rest(hit, (*told, *_IN_STANDING), lang)
    remarks = [one for one in (remark, *map(_as_remark, rest)) if one]
    return Line(say(record.title, lang), (), join(remarks, "。", ". ") if remarks else None)


def _as_remark(line: Line) -> Phrase:
    assert isinstance(line.text, Phrase)
    return line.text.remarked(line.remark)


def _rest(hit: Hit[Record], told: Sequence[str], lang: Lang) -> Iterator[Line]:
    """Yield a line for each field that is not told yet: its heading and what it says."""
    record: Any = hit.record
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field in told or not tells(record, field, value):
            continue
        if field == "short" and say(value, lang) == say(record.title, lang):
            continue
        if field == "text" and any(value in proof.anchor for proof in record.evidence):
            continue  # it stands among the words of the article
        if field in REFERENCES:
            named = value if isinstance(value, tuple) else (value,)
            inferred = remark_inferred_names(record, field, lang)
            text = name_records(hit.article, named, lang).remarked(inferred)
        else:
            said = [_phrase(line.text, lang) for line in tell_field(hit, field, value, lang)]
            text = join(said, "、", ", ")
        if not any(text):
            continue
        if value is True:
            yield Line(label("coined", lang) if field == "coined" else heading(field, lang))
        elif value is not False:
            yield Line(text.labelled(heading(field, lang)))


def _phrase(cell: Any, lang: Lang) -> Phrase:
    """Return a cell as words in the reader's language, in which what has none is written too."""
    if isinstance(cell, Phrase):
        return cell
    return Phrase(en=cell) if lang == "en" else Phrase(cell)


def _grow(hits: Sequence[Hit[Record]], lang: Lang, title: Phrase) -> Tree:
    """Return records as branches, each under the one that it is part of, if that is among them.

    A province is no branch: most of an article lies in it.
    """
    ids = {hit.key for hit in hits if getattr(hit.record, "kind", None) != "province"}
    children: dict[tuple[str, str] | None, list[Hit[Record]]] = {}
    for hit in hits:
        above = (hit.article.source.id, getattr(hit.record, "part_of", None) or "")
        children.setdefault(above if above in ids else None, []).append(hit)

    def branch(hit: Hit[Record], above: Any) -> Node:
        record = hit.record
        told = [
            *_NOT_TOLD,
            *_AS_TAGS,
            *_IN_STANDING,
            *list_parts(type(record)),
            "places",
            "part_of",
        ]
        return Node(
            label=say(record.title, lang),
            tags=tuple(dict.fromkeys(_tags(hit, above, lang))),
            id=record.id,
            lines=(*_part_lines(hit, lang), *_rest(hit, told, lang)),
            children=tuple(branch(child, record) for child in children.get(hit.key, ())),
            evidence=record.evidence,
        )

    return Tree(title, tuple(branch(hit, None) for hit in children.get(None, ())))


def _tags(hit: Hit[Record], above: Any, lang: Lang) -> Iterator[Phrase]:
    """Yield what kind a record is, whose, and how far it has come."""
    record: Any = hit.record
    for field in _AS_TAGS:
        value = getattr(record, field, None)
        if value is not None and tells(record, field, value):
            # Of a place, only where it lies in the layout can be implied.
            of_place = remark_implied(record.basis, lang) if field == "direction" else None
            yield label(value, lang).remarked(of_place or remark_inferred(record, field, lang))
    if getattr(record, "places", ()) != getattr(above, "places", ()):
        yield _phrase(make_places_cell(hit, lang), lang)
    part_of = getattr(record, "part_of", None)
    if part_of and not above:
        whole = name_records(hit.article, [part_of], lang)
        inferred = remark_inferred(record, "part_of", lang)
        yield whole.labelled(heading("part_of", lang)).remarked(inferred)
    # A person is said by nobody, though what the person says is.
    if isinstance(record, Person | Place):
        return
    if remark := remark_standing(hit.article, record, lang, above):
        yield remark


def _part_lines(hit: Hit[Record], lang: Lang) -> Iterator[Line]:
    """Yield the parts of a record; those of its first field need no heading.

    A tie has the name of the other place before it.
    """
    record = hit.record
    for at, field in enumerate(list_parts(type(record))):
        parts: tuple[Part, ...] = getattr(record, field)
        for part, line in zip(parts, tell_field(hit, field, parts, lang), strict=True):
            before = heading(field, lang) if at else None
            if isinstance(part, Link):
                before = say(hit.article.by_id[part.place].title, lang)
            yield line._replace(text=_phrase(line.text, lang).labelled(before)) if before else line
