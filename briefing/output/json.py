"""JSON: a document's records as they are."""

import msgspec

from briefing.document import Document


def render(document: Document) -> str:
    """The records as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(document.records), indent=2).decode() + "\n"
