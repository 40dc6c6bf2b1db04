"""JSON Lines: one record on each line."""

import msgspec

from briefing.document import Document
from briefing.output.fields import pick_fields
from briefing.output.json import escape
from briefing.output.rows import split_records


def render(document: Document) -> str:
    """Return one line of JSON for each record. A record taken from a section names the section."""
    records = pick_fields(split_records(document), document)
    return escape(msgspec.json.Encoder().encode_lines(records).decode())
