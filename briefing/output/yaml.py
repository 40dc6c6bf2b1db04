"""YAML: a document's records under a comment that says whose reporting they are."""

from briefing.document import Document
from briefing.model.yamlfile import dump


def render(document: Document) -> str:
    """Return the records as YAML. A whole article written so can be read as a model again."""
    comment = "".join(f"# {line}\n" for line in document.attribution if line)
    return comment + dump(document.records)
