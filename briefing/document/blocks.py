"""The blocks that a document is made of."""

from typing import Literal, NamedTuple

from briefing.document.passages import Passage
from briefing.document.text import Cell, Evidence, Line, Phrase, paragraphs, texts

Role = Literal["name", "text", "number", "paragraph", "id", "snippet"]


class Prose(NamedTuple):
    """Running text."""

    text: Cell
    evidence: Evidence = ()
    title: Phrase | None = None

    @property
    def line(self) -> Line:
        """The text as a statement."""
        return Line(self.text, self.evidence)


class Items(NamedTuple):
    """A list of statements."""

    title: Phrase
    lines: tuple[Line, ...]


class KeyFigures(NamedTuple):
    """A few figures to show large: each value, and what it measures."""

    title: Phrase
    rows: tuple[tuple[Cell, Line], ...]


class Fields(NamedTuple):
    """Labelled values; a label may have several lines.

    Where several blocks of these are to line up, ``label_width`` is the width of their labels, in
    cells of a terminal.
    """

    title: Phrase | None
    rows: tuple[tuple[Cell, tuple[Line, ...]], ...]
    label_width: int = 0


class Outline(NamedTuple):
    """Statements under labels in the margin, each with what belongs to it below it."""

    title: Phrase | None
    rows: tuple[tuple[Phrase, tuple[Line, ...]], ...]


class Column(NamedTuple):
    """A table's column. ``role`` tells an output how to set it, not how it looks.

    ``key`` is the field of the records that stands in it, if it may be asked for by name.
    """

    heading: Phrase
    role: Role
    key: str = ""


class Table(NamedTuple):
    """Rows of cells under headings; ``empty`` is shown where there are no rows.

    ``left_out`` are the columns that are not shown because nothing is in them. One that sets things
    ``side_by_side`` has a column for each of them behind the first.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Phrase | None = None
    empty: Phrase | None = None
    left_out: tuple[Column, ...] = ()
    side_by_side: bool = False


class Passages(NamedTuple):
    """The words that claims rest on, as a table, and the passage that each of its rows is of.

    ``article`` is the id of the article. The last cell of a row is a list of what rests on the
    passage, in the same order.
    """

    table: Table
    article: str
    passages: tuple[Passage, ...]

    @property
    def title(self) -> Phrase | None:
        """The title of the table."""
        return self.table.title


class Node(NamedTuple):
    """A branch of a tree: its name, its tags, the lines about it, and its own branches.

    One that only groups others, or the lines about it, has no ``id`` and no evidence.
    """

    label: Cell
    tags: tuple[Cell, ...] = ()
    id: str = ""
    lines: tuple[Line, ...] = ()
    children: tuple["Node", ...] = ()
    evidence: Evidence = ()

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that the evidence names, once each, in order."""
        return paragraphs(self.evidence)


class Tree(NamedTuple):
    """Branches under a title."""

    title: Phrase | None
    roots: tuple[Node, ...]
    empty: Phrase | None = None


class Box(NamedTuple):
    """A place in the compass: its part in the layout, its name, and a remark such as *implied*.

    ``direction`` is where it lies, for what cannot show that.
    """

    part: Phrase
    name: Phrase
    id: str
    remark: Phrase | None = None
    direction: Phrase = Phrase()


class Compass(NamedTuple):
    """Places around a core, by direction; any may be missing."""

    title: Phrase
    north: Box | None = None
    west: Box | None = None
    centre: Box | None = None
    east: Box | None = None
    south: Box | None = None

    def boxes(self) -> dict[str, Box]:
        """Return the places that there are, by direction and from north to south."""
        whole = {
            "north": self.north,
            "west": self.west,
            "centre": self.centre,
            "east": self.east,
            "south": self.south,
        }
        return {direction: box for direction, box in whole.items() if box}

    def told(self) -> list[Box]:
        """Return the places as one tells of them: the core, and then each pair of sides."""
        order = (self.centre, self.north, self.south, self.east, self.west)
        return [box for box in order if box]

    def grid(self) -> tuple[tuple[Box | None, Box | None, Box | None], ...]:
        """Return the places as three rows of three, as they lie on a map."""
        return (
            (None, self.north, None),
            (self.west, self.centre, self.east),
            (None, self.south, None),
        )


class Commands(NamedTuple):
    """Commands to type next, and what each one shows. Only a terminal has use for them."""

    title: Phrase
    rows: tuple[tuple[str, Phrase], ...]


class Verbatim(NamedTuple):
    """Text to copy as it stands, in each language: its lines are neither folded nor filled.

    What a format with a switch between the languages shows only to readers of one of them is
    ``meant_for`` these.
    """

    text: Phrase
    title: Phrase | None = None
    meant_for: Literal["zh", "en"] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text in each of its languages, one below the other."""
        return [line for _, text in texts(self.text) for line in text.splitlines()]


Block = (
    Prose
    | Items
    | KeyFigures
    | Fields
    | Outline
    | Table
    | Passages
    | Tree
    | Compass
    | Commands
    | Verbatim
)
