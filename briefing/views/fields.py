"""What the fields of a record say, each as lines."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing.document import Lang, Line, Phrase
from briefing.model.parts import Bilingual, Change, Part, Post, Statement
from briefing.model.records import Figure, Project, Record
from briefing.shelf.library import Hit
from briefing.views.cells import make_field_cell
from briefing.views.claims import remark_inferred, tell_statement
from briefing.words.catalogue import say
from briefing.words.posts import say_post
from briefing.words.values import change, is_written_in, quantity

_USUAL = {"detail": "described", "basis": "stated", "qualifier": "exact", "stage": "unstated"}
"""The values of fields that tell a reader nothing."""


def tells(record: Record, field: str, value: Any) -> bool:
    """Return whether a field tells a reader anything that does not stand in the card already."""
    if value is None or value in ((), _USUAL.get(field)) or field == record.TITLE:
        return False
    if isinstance(value, Change) and not any(change(value, "both")):
        return False
    if field == "stage" and isinstance(record, Project):
        return False  # it follows from the status
    return not (value is False and field in ("coined", "in_name", "spelled_out"))


def tell_field(hit: Hit[Record], field: str, value: Any, lang: Lang) -> Iterator[Line]:
    """Yield what a field of a record says: a line for each of its values or parts."""
    if isinstance(hit.record, Figure) and field == "value":
        said = quantity(hit.record, lang)
        if f"{value:,}" not in said.english:
            yield Line(f"{value:,}")
        yield Line(said)
        return
    if isinstance(hit.record, Figure) and field == "before":
        earlier: Any = hit.article.by_id[value]
        was = quantity(earlier, lang).remarked(Phrase(value))
        yield Line(was, remark=remark_inferred(hit.record, field, lang))
        return
    if field == "aliases":
        if any(said := _say_aliases(value, lang)):
            yield Line(said)
        return
    for item in value if isinstance(value, tuple) else (value,):
        named = hit.article.by_id.get(item) if field == "about" else None
        if isinstance(named, Figure):  # what it is says little without how much it is
            told = quantity(named, lang).labelled(say(named.title, lang)).remarked(Phrase(item))
            yield Line(told, remark=remark_inferred(hit.record, field, lang))
        elif isinstance(item, Part) and not isinstance(item, Bilingual | Change):
            yield _part_line(hit, item, lang)
        else:
            remark = remark_inferred(hit.record, field, lang)
            yield Line(make_field_cell(hit.article, field, item, lang), remark=remark)


def _say_aliases(aliases: Iterable[str], lang: Lang) -> Phrase:
    """Return other names in the languages to show; those in another are for whoever types them."""
    zh = "、".join(one for one in aliases if lang != "en" and is_written_in("zh", one))
    en = ", ".join(one for one in aliases if lang != "zh" and is_written_in("en", one))
    return Phrase(zh or None, en or None)


def _part_line(hit: Hit[Record], part: Part, lang: Lang) -> Line:
    """Return a post, a statement or a tie to another place as a line."""
    article = hit.article
    if isinstance(part, Post):
        return Line(say_post(article, part, lang), part.evidence)
    assert isinstance(part, Statement)  # a record has no other parts
    return tell_statement(article, part, lang, hit.record)
