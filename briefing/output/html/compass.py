"""The compass as a drawing: places in boxes around a core, joined by lines.

Text in SVG does not break by itself, so its lines are broken here, by the width that the usual
faces need. A box with two languages is taller than one with one, so there is a drawing for each
language and for both, at the width of a page and of a phone; ``page.css`` shows one of them.
"""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from briefing.document import Box, Compass, Lang, Phrase
from briefing.output.cells import pieces, width, wrap
from briefing.output.html.text import CHINESE, ENGLISH, language

_LANGS: dict[Lang, tuple[str, ...]] = {
    "zh": (CHINESE,),
    "en": (ENGLISH,),
    "both": (CHINESE, ENGLISH),
}


class Size(NamedTuple):
    """The measures of a drawing, in CSS pixels: ``part`` and ``name`` are of its type."""

    kind: str
    width: float
    join: float
    part: float
    name: float
    padding: float

    @property
    def side(self) -> float:
        """The width of the boxes in the middle row."""
        return (self.width - 2 * self.join) / 3


SIZES = (Size("wide", 760, 36, 13.5, 16, 16), Size("narrow", 350, 12, 11.5, 12.5, 9))


class Row(NamedTuple):
    """A line of text in a box: how it is set, and the space before it."""

    words: str
    lang: str
    style: str
    size: float
    before: float


class Panel(NamedTuple):
    """A box with its text broken into rows."""

    box: Box
    rows: list[Row]
    width: float
    height: float


def draw(compass: Compass, name: str) -> str:
    """The drawings of a compass; ``name`` tells their ids from those of another."""
    return "\n".join(_drawing(compass, mode, size, name) for mode in _LANGS for size in SIZES)


def _drawing(compass: Compass, mode: Lang, size: Size, name: str) -> str:
    middle = size.width / 2
    side = size.side
    north, south = (_panel(box, mode, size) for box in (compass.north, compass.south))
    west, centre, east = (
        _panel(box, mode, size, side) for box in (compass.west, compass.centre, compass.east)
    )
    tall = max((panel.height for panel in (west, centre, east) if panel), default=0)
    top = 1 + (north.height + size.join if north else 0)
    bottom = top + tall
    end = bottom + (size.join + south.height if south else 0)

    shapes: list[str] = []
    joins: list[str] = []
    if north:
        shapes.append(_box(north, middle, 1, north.height))
        joins.append(f"M{middle:g} {top - size.join:.1f}v{size.join:g}")
    if west:
        shapes.append(_box(west, side / 2, top, tall))
        joins.append(f"M{side:.1f} {top + tall / 2:.1f}h{size.join:g}")
    if centre:
        shapes.append(_box(centre, middle, top, tall, core=True))
    if east:
        shapes.append(_box(east, size.width - side / 2, top, tall))
        joins.append(f"M{size.width - side:.1f} {top + tall / 2:.1f}h-{size.join:g}")
    if south:
        shapes.append(_box(south, middle, bottom + size.join, south.height))
        joins.append(f"M{middle:g} {bottom:.1f}v{size.join:g}")
    lines = f'<path d="{"".join(joins)}"/>' if centre and joins else ""
    spoken, ids = _spoken(compass, mode, f"{name}_{mode}_{size.kind}")
    return (
        f'<svg class="{mode} {size.kind}" role="img" aria-labelledby="{ids}"'
        f' viewBox="0 0 {size.width:g} {end + 1:.0f}"'
        f' width="{size.width:g}" height="{end + 1:.0f}">'
        f"{spoken}{lines}{''.join(shapes)}</svg>"
    )


def _spoken(compass: Compass, mode: Lang, name: str) -> tuple[str, str]:
    """What a screen reader says instead of the drawing, and the ids of the elements that say it."""
    elements: list[str] = []
    ids: list[str] = []
    for lang in _LANGS[mode]:
        colon, end = ("：", "；") if lang == CHINESE else (": ", "; ")
        said = end.join(
            colon.join(filter(None, (_in(_part(box), lang), _in(box.name, lang))))
            for box in compass[1:]
            if isinstance(box, Box)
        )
        for element, words in (("title", _in(compass.title, lang)), ("desc", said)):
            ids.append(f"{name}_{element}_{lang}")
            elements.append(
                f'<{element} id="{ids[-1]}" lang="{language(words)}">{escape(words)}</{element}>'
            )
    return "".join(elements), " ".join(ids)


def _in(phrase: Phrase, lang: str) -> str:
    first, second = phrase if lang == CHINESE else reversed(phrase)
    return first or second or ""


def _part(box: Box) -> Phrase:
    return box.part.remarked(box.remark) if any(box.part) else box.remark or box.part


def _panel(box: Box | None, mode: Lang, size: Size, wide: float | None = None) -> Panel | None:
    """A box of that width, or else as wide as its text but no narrower than those at the sides."""
    if box is None:
        return None
    rows = list(_rows(box, mode, size, (wide or size.width) - 2 * size.padding))
    if wide is None:
        needed = max((width(row.words) * _cell(row.words) * row.size for row in rows), default=0)
        wide = min(size.width, max(size.side, needed + 3 * size.padding))
    height = sum(row.size + row.before for row in rows) + 2 * size.padding
    return Panel(box, rows, wide, height)


def _rows(box: Box, mode: Lang, size: Size, inner: float) -> Iterator[Row]:
    """A box's lines: in each language its part in the layout, then its name."""
    said: list[str] = []
    for lang in _LANGS[mode]:
        second = lang == ENGLISH and mode == "both"
        for style, phrase in (("part", _part(box)), ("name", box.name)):
            words = _in(phrase, lang)
            if not words or words in said:
                continue
            points = size.part if second or style == "part" else size.name
            before = 0.0 if not said else points * (0.9 if second and style == "part" else 0.45)
            said.append(words)
            set_as = f"{style} second" if second else style
            for line in _lines(words, inner / points):
                yield Row(line, language(line), set_as, points, before)
                before = points * 0.25


def _lines(words: str, ems: float) -> list[str]:
    """``words`` in lines of about equal length, each at most that many ems."""
    most = int(ems / _cell(words))
    lines = wrap(words, most)
    least = max(width(piece.rstrip()) for piece in pieces(words))
    evened = (wrap(words, cells) for cells in range(least, most))
    return next((even for even in evened if len(even) == len(lines)), lines)


def _cell(words: str) -> float:
    """The ems that a cell takes: half a Chinese character, or a letter of a bold, wide face."""
    return 0.5 if language(words) == CHINESE else 0.58


def _box(panel: Panel, x: float, y: float, height: float, core: bool = False) -> str:
    """A panel around ``x`` that is made ``height`` high."""
    style = f"{'core' if core else 'side'}{' remarked' if panel.box.remark else ''}"
    frame = (
        f'<rect class="{style}" x="{x - panel.width / 2 + 1:.1f}" y="{y:.1f}"'
        f' width="{panel.width - 2:.1f}" height="{height:.1f}" rx="2"/>'
    )
    base = y + (height - sum(row.size + row.before for row in panel.rows)) / 2
    texts = []
    for row in panel.rows:
        base += row.before + row.size
        line = base - row.size * 0.16  # what letters such as g and y need below it
        texts.append(
            f'<text class="{row.style}" lang="{row.lang}" x="{x:.1f}" y="{line:.1f}"'
            f' font-size="{row.size:g}" text-anchor="middle">{escape(row.words)}</text>'
        )
    return frame + "".join(texts)
