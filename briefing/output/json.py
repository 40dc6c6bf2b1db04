"""JSON: a document's records as they are."""

import re
from typing import Any

import msgspec

from briefing.document import Document

_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")


def render(document: Document) -> str:
    """Return the records as indented JSON."""
    return indented(document.records)


def indented(data: Any) -> str:
    """Return plain data as JSON that people can read, too."""
    return escaped(msgspec.json.format(msgspec.json.encode(data), indent=2).decode()) + "\n"


def escaped(text: str) -> str:
    """Return JSON with an escape for each character that JSON may hold and a terminal obeys."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
