"""The terminal: the one output that knows Rich.

Colours are the terminal's own, so that they suit dark and light alike.
"""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType

from briefing.document import Commands, Compass, Document, Phrase
from briefing.output.terminal.blocks import RENDER
from briefing.output.terminal.setting import indented, styled

WIDEST = 100
"""Lines of prose longer than this are hard to read, however wide the terminal."""

_UNTITLED = (Compass, Commands)  # what these are is seen at once


def render(document: Document, *, colour: bool, cells: int) -> str:
    """The document for a terminal of that many cells."""
    out = StringIO()
    console = Console(
        file=out,
        width=cells,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(document, cells):
        console.print(part, crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip() + "\n"


def _parts(document: Document, cells: int) -> Iterator[RenderableType]:
    if document.title:
        yield indented(styled(document.title, "title"))
        if document.subtitle:
            yield indented(styled(document.subtitle, "faint"))
        yield ""
    for block in document.blocks:
        title: Phrase | None = None if isinstance(block, _UNTITLED) else block.title
        body = RENDER[type(block)](block, min(cells, WIDEST) - 2)
        if title:
            yield indented(styled(title, "heading", between="  "))
        yield body
        yield ""
    if any(document.source) and document.source != document.subtitle:
        yield indented(styled(document.source, "faint"))
