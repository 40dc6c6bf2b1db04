"""CSL-JSON, which reference managers and citation processors read."""

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec

from briefing.citation.cited import (
    Cited,
    container,
    date_parts,
    format_note,
    is_page,
    language,
)
from briefing.citation.names import Name, one_line, split_written_name


def format_csl_json(cited: Sequence[Cited]) -> str:
    """Return one JSON array with an item for each article."""
    items = msgspec.json.encode([_make_item(one) for one in cited])
    return msgspec.json.format(items, indent=2).decode()


def _make_item(cited: Cited) -> dict[str, Any]:
    """Return the item of an article. CSL has no field for paragraphs, so the note names them."""
    source = cited.source
    page = is_page(source)
    fields = {
        "id": source.id,
        "type": "webpage" if page else "article-newspaper",
        "title": one_line(source.title.zh),
        "container-title": one_line(container(source).zh),
        "section": one_line(source.section.zh) if source.section and not page else "",
        "author": [_make_name(split_written_name(person)) for person in source.reporters],
        "issued": {"date-parts": [parts]} if (parts := date_parts(source)) else None,
        "language": language(source),
        "URL": one_line(source.address or ""),
        "accessed": _make_date(cited.accessed) if source.address and cited.accessed else None,
        "note": format_note(cited),
    }
    return {name: value for name, value in fields.items() if value}


def _make_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {
        "family": name.family[len(name.particles) :].strip(),
        "given": name.given,
        "non-dropping-particle": name.particles,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _make_date(date: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[date.year, date.month, date.day]]}
