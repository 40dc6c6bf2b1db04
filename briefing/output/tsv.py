"""TSV: the rows of CSV with tabs between the cells."""

from briefing.document import Document
from briefing.output.csv import render as render_csv


def render(document: Document) -> str:
    """Return the records as tab-separated values."""
    return render_csv(document, delimiter="\t")
