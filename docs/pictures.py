"""Draw the README's pictures from the real output: ``python docs/pictures.py``."""

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from briefing.load import load
from briefing.output import terminal
from briefing.views.summary import summary

HERE = Path(__file__).parent
CELLS = 80

THEME = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [(36, 41, 47)] * 5 + [(143, 36, 160)] + [(36, 41, 47)] * 2,
)
# Rich's own frame fetches a font; this one asks for what the reader's machine has.
FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
<style>
{styles}
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px "DejaVu Sans Mono", Menlo, Consolas,
  "Noto Sans Mono CJK SC", monospace; white-space: pre; }}
</style>
<defs>{lines}</defs>
<rect width="{width}" height="{height}" fill="#ffffff" stroke="#d0d7de" rx="6"/>
<g transform="translate({terminal_x}, 18)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def draw(name: str, text: str, title: str) -> None:
    """Write ``text``, with its colours, as a picture of a terminal."""
    console = Console(record=True, width=CELLS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(text))
    frame = FRAME.replace("TITLE", title)
    svg = console.export_svg(theme=THEME, code_format=frame, unique_id=name)
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    shown = terminal.render(summary(load([]), "en"), colour=True, cells=CELLS)
    draw("summary", shown, "briefing summary")
