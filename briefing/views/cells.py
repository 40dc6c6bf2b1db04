"""What stands in one place of a list or a card: a field of a record, in the reader's language."""

import datetime
from typing import Any

from briefing.document import Cell, Lang, Phrase, Role
from briefing.model.article import REFERENCES, Article
from briefing.model.records import Bilingual, Figure, Place, Post, Record
from briefing.shelf.library import Hit
from briefing.views.common import implied, place_cell
from briefing.words.catalogue import label, listed, say
from briefing.words.values import day, quantity, unit

_FIXED = ("kind", "status", "basis", "direction", "detail", "qualifier")
"""The fields that hold one of a few fixed values, which have labels."""

_ROLES: dict[str, Role] = {"value": "number"}


def role_of(hit_field: str, title: str) -> Role:
    """Return how the column of a field is set; ``title`` is the field that holds the title."""
    if hit_field == "title":
        return "text" if title == "text" else "name"
    return _ROLES.get(hit_field, "text")


def list_cell(hit: Hit[Record], field: str, lang: Lang) -> Cell:
    """Return what a list shows of a record in the column of a field."""
    record: Any = hit.record
    if field == "title":
        return say(record.title, lang)
    if field == "place":
        return place_cell(hit, lang)
    if field == "role":
        return _first_role(record, lang)
    value = getattr(record, field)
    if field == "value" and isinstance(record, Figure):
        return quantity(record, lang)
    if field == "status":
        return label(value, lang).remarked(implied(record.basis, lang))
    if field == "date" and value is None:
        return label("undated", lang)
    if isinstance(value, tuple):
        return listed((one.title if isinstance(one, Post) else one for one in value), lang)
    return field_cell(hit.article, field, value, lang)


def field_cell(article: Article, field: str, value: Any, lang: Lang) -> Cell:
    """Return one value of a field: ids with what they stand for, fixed values by their labels."""
    if isinstance(value, Bilingual):
        return say(value, lang)
    if value is None:
        return ""
    if field == "unit":
        return unit(value, lang)
    if field in _FIXED:
        return label(value, lang)
    if field in REFERENCES:
        named = article.by_id.get(value)
        return say(named.title, lang).remarked(Phrase(value)) if named else value
    if isinstance(value, datetime.date):
        return day(value, lang)
    if isinstance(value, bool):
        return label("yes" if value else "no", lang)
    return value if isinstance(value, str) else f"{value:,}"


def _first_role(place: Place, lang: Lang) -> Cell:
    if not place.roles:
        return ""
    first = place.roles[0]
    return say(first.text, lang).remarked(implied(first.basis, lang))
