"""CSV: one row for each record, safe to open in a spreadsheet."""

import csv
import io

from briefing.document import Document
from briefing.output.formulas import may_be_formula
from briefing.output.rows import make_rows


def render(document: Document, delimiter: str = ",") -> str:
    """Return the records as CSV. Text that a spreadsheet would run gets a leading apostrophe."""
    columns, rows = make_rows(document)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_escape_formula(row.get(column, "")) for column in columns])
    return out.getvalue()


def _escape_formula(value: str | float) -> str | float:
    return f"'{value}" if isinstance(value, str) and may_be_formula(value) else value
