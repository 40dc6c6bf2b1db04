"""TSV: CSV's rows with tabs between."""

from briefing.document import Document
from briefing.output.csv import render as render_csv


def render(document: Document) -> str:
    """The records as tab-separated values."""
    return render_csv(document, delimiter="\t")
