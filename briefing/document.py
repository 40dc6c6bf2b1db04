"""What a command has to say, free of any format.

A view makes a :class:`Document`; an output turns it into text or bytes. ``blocks`` are for people,
in the language that they asked for; ``records`` are for programs, and the same in every language.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple


class Phrase(NamedTuple):
    """Words in the languages to show; where both are given, both are shown, Chinese first."""

    zh: str | None = None
    en: str | None = None

    def joined(self, between: str) -> str:
        """Return the words of both languages, with ``between`` between them."""
        return between.join(words for words in self if words)

    def labelled(self, label: "Phrase") -> "Phrase":
        """Return the words after a label and a colon, in each language to show."""
        zh, en = self._shown_with(label)
        return Phrase(
            f"{label.zh or label.en}：{self.zh or self.en}" if zh else None,
            f"{label.en or label.zh}: {self.en or self.zh}" if en else None,
        )

    def remarked(self, remark: "Phrase | None") -> "Phrase":
        """Return the words with a remark in brackets behind them, if there is one."""
        if remark is None or not any(self):
            return remark or self
        zh, en = self._shown_with(remark)
        return Phrase(
            f"{self.zh or self.en}（{remark.zh or remark.en}）" if zh else None,
            f"{self.en or self.zh} ({remark.en or remark.zh})" if en else None,
        )

    def followed(self, other: "Phrase", between: str = " · ") -> "Phrase":
        """Return the words with others behind them, in each language that they have."""
        return Phrase(
            self.zh and f"{self.zh}{between}{other.zh or other.en}",
            self.en and f"{self.en}{between}{other.en or other.zh}",
        )

    def _shown_with(self, other: "Phrase") -> tuple[bool, bool]:
        """Return whether to show Chinese, and whether to show English, for two phrases together.

        A phrase that is the same in both languages, or not translated, has one language only.
        """
        both = bool(other.zh and other.en)
        return bool(both or (self.zh and not other.en)), bool(both or self.en or other.en)


class Marked(NamedTuple):
    """A text in one language of which some words are marked, as those that a search has found.

    ``spans`` are the starts and ends of the marked words, in order. ``label`` stands before the
    text and says where it is from.
    """

    label: Phrase
    text: str
    spans: tuple[tuple[int, int], ...]
    lang: Literal["zh", "en"] | None = None

    def heading(self) -> str:
        """Return the label with a colon behind it, as it stands before the text."""
        return with_colon(self.label)

    def parts(self) -> list[tuple[str, bool]]:
        """Return the text in parts, each with whether it is marked.

        >>> Marked(Phrase(), "a dry port", ((2, 5),)).parts()
        [('a ', False), ('dry', True), (' port', False)]
        """
        found, at = [], 0
        for start, end in self.spans:
            found += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        found.append((self.text[at:], False))
        return [part for part in found if part[0]]


def with_colon(label: Phrase) -> str:
    """Return a label with a colon behind it, to stand before a text on the same line.

    >>> with_colon(Phrase("地方", "Places")), with_colon(Phrase("地方"))
    ('地方 / Places: ', '地方：')
    """
    return f"{label.zh}：" if not label.en else f"{label.joined(' / ')}: "


Cell = str | Phrase | Marked | tuple["Cell", ...]
"""What stands in one place: text of no language (an id, a number), words, or a list of these."""


def texts(cell: Cell) -> list[tuple[Literal["zh", "en"] | None, str]]:
    """Return the texts in a cell, in order, each with its language, if it has one.

    >>> texts((Phrase("数字", "figures"), "¶5"))
    [('zh', '数字'), ('en', 'figures'), (None, '¶5')]
    """
    match cell:
        case str():
            return [(None, cell)] if cell else []
        case Phrase(zh, en):
            found: tuple[tuple[Literal["zh", "en"], str | None], ...] = (("zh", zh), ("en", en))
            return [(lang, words) for lang, words in found if words]
        case Marked():
            return [(cell.lang, cell.heading() + cell.text)]
        case _:
            return [text for part in cell for text in texts(part)]


Role = Literal["name", "text", "number", "paragraph", "id", "snippet"]


def marks(paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers as marks; numbers in a row become a range.

    >>> marks((5, 12, 13, 14))
    '¶5 ¶12–14'
    """
    runs: list[list[int]] = []
    for number in paragraphs:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(f"¶{run[0]}" + (f"–{run[-1]}" if len(run) > 1 else "") for run in runs)


class Line(NamedTuple):
    """A statement, the paragraphs that support it, and a remark such as *implied*.

    What belongs to the statement is ``inside`` it, in a list of an :class:`Outline`.
    """

    text: Cell
    paragraphs: tuple[int, ...] = ()
    remark: Phrase | None = None
    inside: tuple["Line", ...] = ()


class Prose(NamedTuple):
    """Running text."""

    text: Cell
    paragraphs: tuple[int, ...] = ()
    title: Phrase | None = None

    @property
    def line(self) -> Line:
        """The text as a statement."""
        return Line(self.text, self.paragraphs)


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


class Node(NamedTuple):
    """A branch of a tree: its name, its tags, the lines about it, and its own branches.

    One that only groups others, or the lines about it, has no ``id`` and no paragraphs.
    """

    label: Cell
    tags: tuple[Cell, ...] = ()
    id: str = ""
    lines: tuple[Line, ...] = ()
    children: tuple["Node", ...] = ()
    paragraphs: tuple[int, ...] = ()


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
    """Text to copy as it stands: its lines are neither folded nor filled."""

    text: str
    title: Phrase | None = None


Block = Prose | Items | KeyFigures | Fields | Outline | Table | Tree | Compass | Commands | Verbatim


Lang = Literal["en", "zh", "both"]


class Document(NamedTuple):
    """The whole result of a command.

    ``records`` is a list of records or one object, made of plain data that JSON can hold.
    ``attribution`` names the articles, their publishers and reporters, in both languages;
    ``rights`` says what reuse asks for. ``lang`` is the language asked for; where the blocks have
    both, an output may let its reader switch. A list has a ``section``, which names its records
    for programs, and a ``name``, which is its title in exported files. Where it has no records,
    ``shape`` is one without values, so that a table has its columns all the same; the records of a
    section of the model have a shape of their own. ``fields`` are those of the records that
    programs are to get, in that order; without any they get all.
    """

    blocks: tuple[Block, ...]
    records: list[dict[str, Any]] | dict[str, Any]
    attribution: Phrase
    source: Phrase
    lang: Lang
    title: Phrase | None = None
    subtitle: Phrase | None = None
    rights: Phrase = Phrase()
    section: str = "records"
    name: Phrase | None = None
    shape: Mapping[str, Any] | None = None
    fields: tuple[str, ...] = ()

    def attributed(self) -> tuple[str, ...]:
        """Return the attribution in the language asked for, or in both, one line each."""
        return tuple(line for lang, line in texts(self.attribution) if self.lang in (lang, "both"))
