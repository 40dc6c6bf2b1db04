"""Who speaks in a text: the clauses that are a person's words."""

from collections.abc import Mapping, Sequence

from briefing.drafting.found import Span


def find_speech(
    paragraphs: Sequence[str], mentions: Mapping[str, Sequence[Span]]
) -> dict[str, list[Span]]:
    """Return the spans of what each person says."""
    return {}
