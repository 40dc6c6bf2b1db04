"""JSON: a document's records without any change."""

from typing import Any

import msgspec

from briefing.document import Document


def render(document: Document) -> str:
    """Return the records as indented JSON."""
    return encode(document.records)


def encode(data: Any) -> str:
    """Return plain data as indented JSON with a final line break."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
