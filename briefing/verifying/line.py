"""The lines of a memo, each with the places of its characters; those that are broken are joined."""

import re
from typing import NamedTuple
from unicodedata import east_asian_width


class Cell(NamedTuple):
    """Where a line stands in a table: the table, the row and the column, counted from 0."""

    table: int
    row: int
    column: int


class Line(NamedTuple):
    """One line of a memo: its text, and the line and column in the file of each character.

    A line of a ``cell`` of a table may have ``heads``: what the heads of its row and column tell
    before and behind the number that stands in it. A line that ``is_head`` is such a head itself.
    What stands at ``end`` and behind it is not judged. A heading has a ``level`` from 1, and an
    item of a list the ``mark`` that stands before its text.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    cell: Cell | None = None
    heads: tuple[str, str] | None = None
    is_head: bool = False
    end: int | None = None
    level: int = 0
    mark: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column in the file of the character at an offset."""
        return self.places[min(offset, len(self.places) - 1)]

    def read_cell(self) -> "Line":
        """Return the line with what its heads tell, of which all places are those of the cell."""
        before, behind = self.heads or ("", "")
        places = (
            *(self.places[:1] * len(before)),
            *self.places,
            *(self.places[-1:] * len(behind)),
        )
        return Line(before + self.text + behind, places)


def join_broken(lines: list[Line]) -> list[Line]:
    """Return lines of which those that are broken to fit a page are joined."""
    found: list[Line] = []
    last = ""
    for line in lines:
        apart = line.cell or (found and found[-1].cell)
        if found and not apart and _goes_on(last, line.text):
            found[-1] = _join(found[-1], line)
        else:
            found.append(line)
        last = line.text
    return found


_WRAPPED = 50
"""A line that is broken to fit a page is at least so many cells wide; a heading has fewer."""
_ENDED = re.compile(r"[。！？!?；;：:.…|][”’」』）)\"'*_]*\s*$|  $|\\$")
_BEGUN = re.compile(
    r"\s*(?:$|[#>|\-*+•=`~<]|\d{1,2}[.)、．](?!\d)|[（(]|[一二三四五六七八九十]{1,3}、|第)|\s{2,}\S|\u3000"
)


def _goes_on(line: str, after: str) -> bool:
    """Return whether a line is broken in a sentence that goes on in the one after it.

    The first word of the next line had no room in it, so that no line is much wider than both.
    """
    width = _width(line)
    if width < _WRAPPED or _ENDED.search(line) or _BEGUN.match(after):
        return False
    first = re.split("[^!-~]", after, maxsplit=1)[0]
    fits = width + _width(first) + _TOLERANCE >= _width(after)
    return fits and not _BEGUN_BLOCK.match(line)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


_TOLERANCE = 8
"""Lines of Chinese differ by a few cells, since no mark may begin one."""
_BEGUN_BLOCK = re.compile(r"\s*(?:#|\||<)")


def _join(line: Line, after: Line) -> Line:
    """Return two lines as one, with a blank between words that are not Chinese."""
    both = line.text[-1:] + after.text[:1]
    blank = "" if len(both) == 2 and all("\u2e80" <= one <= "\uffef" for one in both) else " "
    places = line.places + (line.places[-1:] if blank else ()) + after.places
    return line._replace(text=line.text + blank + after.text, places=places)
