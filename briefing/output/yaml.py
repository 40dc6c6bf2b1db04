"""YAML: a document's records under a comment with the attribution."""

from briefing.document import Document
from briefing.model.yamldump import dump
from briefing.output.fields import chosen_records


def render(document: Document) -> str:
    """Return the records as YAML. The export of a whole article can be loaded as a model again."""
    comment = "".join(f"# {' '.join(line.split())}\n" for line in document.attribution if line)
    return comment + dump(chosen_records(document))
