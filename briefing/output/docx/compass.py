"""The places of a layout as rows of a table in Word, each where it lies on the map."""

from collections.abc import Iterator, Sequence

from briefing import document as doc
from briefing.output.docx.element import (
    Element,
    Layout,
    make_cell,
    make_edges,
    make_paragraph,
    make_row,
)
from briefing.output.docx.styles import BLUE, PALE
from briefing.output.docx.text import TextWriter

_BOX = ("top", "left", "bottom", "right")


def make_compass_rows(
    write: TextWriter, block: doc.Compass, widths: Sequence[int]
) -> Iterator[Element]:
    """Yield the rows of a compass, of which each but the last stays with the next on one page."""
    *above, last = block.grid()
    for boxes in (*above, last):
        cells = [
            _make_box(write, box, size, is_centre=box is block.centre, stays=boxes is not last)
            for box, size in zip(boxes, widths, strict=True)
        ]
        yield make_row(cells, whole=True)


def _make_box(
    write: TextWriter, box: doc.Box | None, width: int, *, is_centre: bool, stays: bool
) -> Element:
    """Return a place as a cell with borders, or a blank cell."""
    style = write.styles["Table Text"]
    if box is None:
        return make_cell([make_paragraph(style, (), Layout(keep_next=stays))], width)
    centred = Layout(keep_next=stays, align="center")
    lines = (
        write.statement(doc.Line(box.part, (), box.remark)),
        write.cell(box.name, "Name"),
    )
    return make_cell(
        [make_paragraph(style, line, centred) for line in lines],
        width,
        edges=make_edges(BLUE, 8, *_BOX),
        fill=PALE if is_centre else None,
        centred=True,
    )
