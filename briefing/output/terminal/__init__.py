"""The terminal: the one output that knows Rich, and imports it only for what is nested.

Colours are the terminal's own, so that they suit dark and light alike.
"""

from briefing.document import Block, Commands, Compass, Document, Phrase, Table
from briefing.output.terminal.lines import set_line
from briefing.output.terminal.table import draw

WIDEST = 100
"""Lines of prose longer than this are hard to read, however wide the terminal."""

_UNTITLED = (Compass, Commands)  # what these are is seen at once


def render(document: Document, *, colour: bool, cells: int) -> str:
    """The document for a terminal of that many cells."""
    parts = []
    if document.title:
        over = set_line(document.title, "title", cells, colour=colour)
        if document.subtitle:
            over += set_line(document.subtitle, "faint", cells, colour=colour)
        parts.append(over)
    for block in document.blocks:
        title: Phrase | None = None if isinstance(block, _UNTITLED) else block.title
        over = set_line(title, "heading", cells, colour=colour, between="  ") if title else ""
        parts.append(over + _drawn(block, cells, colour=colour))
    if any(document.source) and document.source != document.subtitle:
        parts.append(set_line(document.source, "faint", cells, colour=colour))
    return "\n".join(parts)


def _drawn(block: Block, cells: int, *, colour: bool) -> str:
    if isinstance(block, Table):
        return draw(block, cells, colour=colour)
    from briefing.output.terminal.blocks import draw as draw_nested

    return draw_nested(block, cells, min(cells, WIDEST) - 2, colour=colour)
