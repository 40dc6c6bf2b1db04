"""CSV: a row a record, safe to open in a spreadsheet."""

import csv
import io

from briefing.document import Document
from briefing.output.rows import rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(document: Document, delimiter: str = ",") -> str:
    """Return the records as CSV. Text that a spreadsheet would run gets a leading apostrophe."""
    columns, records = rows(document)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_harmless(record.get(column, "")) for column in columns])
    return out.getvalue()


def _harmless(value: str | int | float) -> str | int | float:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
