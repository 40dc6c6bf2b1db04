"""YAML: a document's records under a comment that says whose reporting they are."""

from briefing.document import Document
from briefing.model.yamlfile import dump


def render(document: Document) -> str:
    """The records as YAML; a whole article so written can be read as a model again."""
    comment = "".join(f"# {line}\n" for line in document.attribution if line)
    return comment + dump(document.records)
