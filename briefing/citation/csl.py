"""CSL-JSON, which reference managers and citation processors read."""

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec

from briefing.citation.cited import Cited, is_chinese, note
from briefing.citation.names import Name, line, name_as_written


def item(cited: Cited) -> dict[str, Any]:
    """The article as an item of CSL-JSON; a paragraph is no part of an item, so it is noted."""
    source = cited.source
    fields = {
        "id": source.id,
        "type": "article-newspaper",
        "title": line(source.title.zh),
        "container-title": line(source.publisher.zh),
        "author": [_name(name_as_written(person)) for person in source.reporters],
        "issued": _date(source.published.date()),
        "language": "zh-CN" if is_chinese(source) else None,
        "URL": line(source.address or ""),
        "accessed": _date(cited.accessed) if source.address and cited.accessed else None,
        "note": note(cited),
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _date(date: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[date.year, date.month, date.day]]}


def csl_json(cited: Sequence[Cited]) -> str:
    """CSL-JSON: one array, however many are cited."""
    items = msgspec.json.encode([item(one) for one in cited])
    return msgspec.json.format(items, indent=2).decode()
