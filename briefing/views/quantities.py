"""The quantities of a text, as a table and as records."""

import datetime

import msgspec

from briefing.document import Column, Document, Lang, Line, Phrase, Role, Table
from briefing.model.parts import Evidence
from briefing.model.text import SourceText
from briefing.quantities import Quantity, scan
from briefing.quantities.own_date import own_date
from briefing.words.catalogue import heading, label
from briefing.words.values import unit

_COLUMNS: tuple[tuple[str, Role], ...] = (
    ("text", "name"),
    ("value", "number"),
    ("unit", "text"),
    ("qualifier", "text"),
    ("kind", "text"),
    ("paragraph", "paragraph"),
    ("offset", "number"),
)


def list_quantities(source: SourceText, date: datetime.date | None, lang: Lang) -> Document:
    """Return every quantity of a text, fixed terms (kind ``name``) included.

    ``date`` is the date of the text, which gives dates without a year their year. Where it is not
    given, the first full date in the first lines of the text is used.
    """
    texts = [paragraph.text for paragraph in source.paragraphs]
    found = scan(texts, date or own_date(texts))
    rows = tuple(
        (
            quantity.text,
            _shown(quantity),
            unit(quantity.unit, lang) if quantity.unit else "",
            label(quantity.qualifier, lang),
            label(quantity.kind, lang),
            Line("", (Evidence(paragraph=quantity.paragraph, anchor=quantity.text),)),
            str(quantity.offset),
        )
        for quantity in found
    )
    columns = tuple(Column(heading(key, lang), role, key) for key, role in _COLUMNS)
    return Document(
        blocks=(Table(columns, rows, empty=heading("no_quantity", lang)),),
        records=[msgspec.to_builtins(quantity) for quantity in found],
        attribution=Phrase(),
        source=Phrase(),
        lang=lang,
        section="quantities",
        holds=Quantity,
        name=heading("quantities", lang),
    )


def _shown(quantity: Quantity) -> str:
    if isinstance(quantity.value, list):
        return " – ".join(map(_number, quantity.value))
    return "" if quantity.value is None else _number(quantity.value)


def _number(value: float | str) -> str:
    return value.replace("T", " ") if isinstance(value, str) else f"{value:,}"
