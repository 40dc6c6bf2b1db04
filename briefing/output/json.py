"""JSON: a document's records as they are."""

from typing import Any

import msgspec

from briefing.document import Document


def render(document: Document) -> str:
    """Return the records as indented JSON."""
    return indented(document.records)


def indented(data: Any) -> str:
    """Return plain data as JSON that people can read, too."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
