"""Draw the README's pictures from the real output: ``python docs/pictures.py``.

Each stretch of text is set as wide as its cells, so that Chinese lines up whatever fonts are there.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from briefing.document import Lang
from briefing.output import terminal
from briefing.output.cells import width
from briefing.shelf.library import load
from briefing.views.summary import summarise

HERE = Path(__file__).parent
CELLS = 80
CELL, LINE, EDGE = 9.6, 21.0, 16.0
STYLES = {"1": "b", "3": "i", "134": "m", "244": "f"}
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {tall:g}" role="img">
<title>{title}</title>
<style>
text {{ font: 16px "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", "Noto Sans CJK SC",
  "Microsoft YaHei", monospace; fill: #24292f; white-space: pre; }}
.c {{ font-size: 18.5px }} .b {{ font-weight: bold }}
.f {{ fill: #656d76 }} .i {{ font-style: italic }} .m {{ fill: #8f24a0 }}
</style>
<rect width="{wide:g}" height="{tall:g}" rx="6" fill="#ffffff" stroke="#d0d7de"/>
{text}</svg>
"""


def draw(name: str, shown: str, title: str) -> None:
    """Write what a terminal shows, with its colours, as a picture."""
    lines = shown.splitlines()
    wide, tall = CELLS * CELL + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    text = "".join(
        run for number, line in enumerate(lines, start=1) for run in _line(line, number * LINE)
    )
    picture = FRAME.format(wide=wide, tall=tall, title=escape(title), text=text)
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


def _line(line: str, y: float) -> Iterator[str]:
    cells, style = 0, ""
    for part in re.split("(\x1b\\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            codes = part[2:-1].split(";")
            style = " ".join(STYLES[code] for code in codes if code in STYLES)
            continue
        for _, characters in groupby(part, key=lambda one: (width(one), one == " ")):
            run = "".join(characters)
            if run.strip():
                kind = f"{style} c" if width(run[0]) > 1 else style
                yield (
                    f'<text class="{kind}" x="{EDGE + cells * CELL:g}" y="{EDGE + y - 5:g}"'
                    f' textLength="{width(run) * CELL:g}">{escape(run)}</text>\n'
                )
            cells += width(run)


if __name__ == "__main__":
    library = load([])
    pictures: tuple[tuple[Lang, str], ...] = (("en", "summary"), ("zh", "summary-zh"))
    for lang, name in pictures:
        output = terminal.render(summarise(library, lang), colour=True, cells=CELLS)
        draw(name, output, f"briefing summary --lang {lang}")
