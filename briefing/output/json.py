"""JSON: a document's records without any change."""

import re
from typing import Any

import msgspec

from briefing.document import Document
from briefing.output.fields import chosen_records
from briefing.problem import as_utf8

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")


def render(document: Document) -> str:
    """Return the records as indented JSON."""
    return encode(chosen_records(document))


def encode(data: Any) -> str:
    """Return plain data as indented JSON with a final line break."""
    try:
        content = msgspec.json.encode(data)
    except UnicodeEncodeError:  # the name of a file is in it
        content = msgspec.json.encode(_in_utf8(data))
    return escape(msgspec.json.format(content, indent=2).decode()) + "\n"


def _in_utf8(data: Any) -> Any:
    """Return plain data with escapes for bytes of file names that are no UTF-8."""
    if isinstance(data, dict):
        return {_in_utf8(key): _in_utf8(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_in_utf8(one) for one in data]
    return as_utf8(data) if isinstance(data, str) else data


def escape(text: str) -> str:
    """Return JSON with escapes for characters that JSON allows and that can control a terminal."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
