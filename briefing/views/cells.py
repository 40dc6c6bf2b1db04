"""What stands in one place of a list or a card: a field of a record, in the reader's language."""

from typing import Any

from briefing.document import Cell, Lang, Line, Marked, Phrase, Role
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Change, Post
from briefing.model.periods import TIME_FIELDS
from briefing.model.records import Figure, Place, Record, Strategy
from briefing.model.sections import REFERENCES
from briefing.shelf.library import Hit
from briefing.views.claims import join_remarks, name_records, remark_inferred, remark_standing
from briefing.views.common import make_places_cell, say_with_id
from briefing.words.catalogue import heading, label, say, stage
from briefing.words.posts import say_post
from briefing.words.values import change, join, period, quantity, unit

_FIXED = ("kind", "status", "basis", "direction", "detail", "qualifier")
"""The fields that hold one of a few fixed values, which have labels."""


ROLES: dict[str, Role] = {
    "title": "name",
    "record": "name",
    "value": "number",
    "paragraph": "paragraph",
    "id": "id",
    "article": "id",
    "snippet": "snippet",
}
"""How the columns of a list are set that hold something else than text."""

_ANSWERED = ("coined", "spelled_out")
"""The fields of which yes and no have words of their own."""
KEYS = {"paragraph": "evidence", "record": "text", "what": "due", "snippet": "matches"}
"""The fields of the records for programs that hold what stands in a column of another name."""


def list_cell(hit: Hit[Record], column: str, lang: Lang) -> Cell:
    """Return what a list shows of a record in a column: a field of it, or where it stands."""
    record: Any = hit.record
    match column:
        case "title" if isinstance(record, Figure | Strategy):
            return say(record.title, lang).remarked(remark_standing(hit.article, record, lang))
        case "title":
            return say(record.title, lang)
        case "places":
            return make_places_cell(hit, lang)
        case "role":
            return _first_role(hit, lang)
        case "section":
            return heading(hit.section.name, lang)
        case "paragraph":
            return Line("", record.evidence)
        case _:
            return _own_cell(hit, column, lang)


def make_title(hit: Hit[Record], lang: Lang) -> Line:
    """Return what a record is called, with what is remarked of it and its note behind it."""
    record: Any = hit.record
    remark = remark_reached(hit, lang) if isinstance(record, Figure | Strategy) else None
    note = getattr(record, "note", None)
    remarks = [one for one in (remark, say(note, lang) if note else None) if one]
    return Line(say(record.title, lang), (), join(remarks, "。", ". ") if remarks else None)


def remark_reached(hit: Hit[Record], lang: Lang) -> Phrase | None:
    """Return the remark on a claim, with the stage *done*, which other remarks leave unsaid."""
    record: Any = hit.record
    done = None
    if getattr(record, "stage", None) == "done":
        done = label("result", lang) if isinstance(record, Figure) else stage("done", lang)
    return join_remarks((done, remark_standing(hit.article, record, lang)))


def _own_cell(hit: Hit[Record], column: str, lang: Lang) -> Cell:
    """Return what a list shows of one of the record's own fields."""
    return _remarked(_stated(hit, column, lang), remark_inferred(hit.record, column, lang))


def _remarked(cell: Cell, remark: Phrase | None) -> Cell:
    """Return a cell with a remark behind each of its texts."""
    if isinstance(cell, str | Marked | Line):
        return cell
    if isinstance(cell, Phrase):
        return cell.remarked(remark)
    return tuple(_remarked(one, remark) for one in cell)


def _stated(hit: Hit[Record], column: str, lang: Lang) -> Cell:
    record: Any = hit.record
    value = getattr(record, column)
    if column == "value" and isinstance(record, Figure):
        return quantity(record, lang)
    if column == "status":
        return label(value, lang).remarked(remark_standing(hit.article, record, lang))
    if column == "date" and value is None:
        return label("undated", lang)
    if column == "partners":
        return tuple(name_records(hit.article, [one], lang) for one in value)
    if isinstance(value, tuple):
        return tuple(
            say_post(hit.article, one, lang) if isinstance(one, Post) else say(one, lang)
            for one in value
        )
    return make_field_cell(hit.article, column, value, lang)


def make_field_cell(article: Article, field: str, value: Any, lang: Lang) -> Cell:
    """Return one value of a field: ids with what they stand for, fixed values by their labels."""
    if isinstance(value, Bilingual):
        return say(value, lang)
    if value is None:
        return ""
    if field == "unit":
        return unit(value, lang)
    if field == "stage":
        return stage(value, lang)
    if field in _FIXED:
        return label(value, lang)
    if field in TIME_FIELDS:
        return period(value, lang)
    if isinstance(value, Change):
        return change(value, lang)
    if field in REFERENCES:
        return say_with_id(article.by_id[value].title, value, lang)
    if isinstance(value, bool):
        said = "yes" if value else "no"
        return label(f"{said}-{field}" if field in _ANSWERED else said, lang)
    return value if isinstance(value, str) else f"{value:,}"


def _first_role(hit: Hit[Any], lang: Lang) -> Cell:
    place: Place = hit.record
    if not place.roles:
        return ""
    first = place.roles[0]
    return say(first.text, lang).remarked(remark_standing(hit.article, first, lang))
