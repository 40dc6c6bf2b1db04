"""JSON Lines: a record a line."""

import msgspec

from briefing.document import Document
from briefing.output.rows import records


def render(document: Document) -> str:
    """Return each record as JSON on a line. The records of an object name their section."""
    return msgspec.json.Encoder().encode_lines(records(document)).decode()
