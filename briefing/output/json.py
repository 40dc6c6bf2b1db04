"""JSON: a document's records without any change."""

import re
from typing import Any

import msgspec

from briefing.document import Document
from briefing.output.fields import chosen_records

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")


def render(document: Document) -> str:
    """Return the records as indented JSON."""
    return encode(chosen_records(document))


def encode(data: Any) -> str:
    """Return plain data as indented JSON with a final line break."""
    return escape(msgspec.json.format(msgspec.json.encode(data), indent=2).decode()) + "\n"


def escape(text: str) -> str:
    """Return JSON with escapes for characters that JSON allows and that can control a terminal."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
