"""The result of a command, independent of any format.

A view makes a :class:`Document`, and a writer turns it into text or bytes. Its ``blocks`` are for
people, in the language that they asked for. Its ``records`` are for programs, and are the same in
every language.
"""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple


class Phrase(NamedTuple):
    """A text in each language in which it is to be shown. Chinese comes first where both are."""

    zh: str | None = None
    en: str | None = None

    def joined(self, between: str) -> str:
        """Return the text in all its languages, with ``between`` between them."""
        return between.join(words for words in self if words)

    def labelled(self, label: "Phrase") -> "Phrase":
        """Return the text after a label and a colon, in every language of the text or the label."""
        zh, en = self._shown_with(label)
        return Phrase(
            f"{label.zh or label.en}：{self.zh or self.en}" if zh else None,
            f"{label.en or label.zh}: {self.en or self.zh}" if en else None,
        )

    def remarked(self, remark: "Phrase | None") -> "Phrase":
        """Return the text followed by a remark in brackets, if there is a remark."""
        if remark is None or not any(self):
            return remark or self
        zh, en = self._shown_with(remark)
        return Phrase(
            f"{self.zh or self.en}（{remark.zh or remark.en}）" if zh else None,
            f"{self.en or self.zh} ({remark.en or remark.zh})" if en else None,
        )

    def _shown_with(self, other: "Phrase") -> tuple[bool, bool]:
        """Return whether the text combined with ``other`` is shown in Chinese, and in English.

        A text that is the same in both languages, or is not translated, has only one.
        """
        both = bool(other.zh and other.en)
        return bool(both or (self.zh and not other.en)), bool(both or self.en or other.en)


Cell = str | Phrase | tuple["Cell", ...]
"""The content of one place: text of no language (an id, a number), a phrase, or a list of these."""


def texts(cell: Cell) -> list[tuple[Literal["zh", "en"] | None, str]]:
    """Return the texts in a cell in order, each with its language, or ``None`` if it has none.

    >>> texts((Phrase("数字", "figures"), "¶5"))
    [('zh', '数字'), ('en', 'figures'), (None, '¶5')]
    """
    match cell:
        case str():
            return [(None, cell)] if cell else []
        case Phrase(zh, en):
            found: tuple[tuple[Literal["zh", "en"], str | None], ...] = (("zh", zh), ("en", en))
            return [(lang, words) for lang, words in found if words]
        case _:
            return [text for part in cell for text in texts(part)]


Role = Literal["name", "text", "number", "paragraph", "id"]


def marks(paragraphs: Iterable[int]) -> str:
    """Return paragraph marks, one for each run of consecutive paragraphs.

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
    """A statement, the paragraphs that support it, and a remark such as *implied*."""

    text: Cell
    paragraphs: tuple[int, ...] = ()
    remark: Phrase | None = None


class Prose(NamedTuple):
    """A paragraph of running text."""

    text: Cell
    paragraphs: tuple[int, ...] = ()
    title: Phrase | None = None

    @property
    def line(self) -> Line:
        """Return the text as a statement."""
        return Line(self.text, self.paragraphs)


class Items(NamedTuple):
    """A list of statements."""

    title: Phrase
    lines: tuple[Line, ...]


class KeyFigures(NamedTuple):
    """A few figures to show prominently, each a value and a statement of what it measures."""

    title: Phrase
    rows: tuple[tuple[Cell, Line], ...]


class Fields(NamedTuple):
    """Labels, each with one or more statements."""

    title: Phrase | None
    rows: tuple[tuple[Cell, tuple[Line, ...]], ...]


class Column(NamedTuple):
    """A column of a table. Each format chooses its own appearance for a ``role``."""

    heading: Phrase
    role: Role


class Table(NamedTuple):
    """Rows of cells under headings. ``empty`` is shown where there are no rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Phrase | None = None
    empty: Phrase | None = None


class Node(NamedTuple):
    """A node of a tree, with its label, tags, statements and children."""

    label: Cell
    tags: tuple[Cell, ...]
    id: str
    lines: tuple[Line, ...] = ()
    children: tuple["Node", ...] = ()
    paragraphs: tuple[int, ...] = ()


class Tree(NamedTuple):
    """A tree under a title. ``empty`` is shown where there are no nodes."""

    title: Phrase | None
    roots: tuple[Node, ...]
    empty: Phrase | None = None


class Box(NamedTuple):
    """A place in the compass: its role in the layout, its name, and a remark such as *implied*."""

    part: Phrase
    name: Phrase
    id: str
    remark: Phrase | None = None


class Compass(NamedTuple):
    """The places around a central one, by direction. Any of them may be missing."""

    title: Phrase
    north: Box | None = None
    west: Box | None = None
    centre: Box | None = None
    east: Box | None = None
    south: Box | None = None

    def boxes(self) -> dict[str, Box]:
        """Return the boxes that are not missing, by direction, from north to south."""
        whole = {
            "north": self.north,
            "west": self.west,
            "centre": self.centre,
            "east": self.east,
            "south": self.south,
        }
        return {direction: box for direction, box in whole.items() if box}

    def grid(self) -> tuple[tuple[Box | None, Box | None, Box | None], ...]:
        """Return the boxes as three rows of three, arranged as on a map."""
        return (
            (None, self.north, None),
            (self.west, self.centre, self.east),
            (None, self.south, None),
        )


class Commands(NamedTuple):
    """Commands to type next, and what each one shows. Only a terminal shows them."""

    title: Phrase
    rows: tuple[tuple[str, Phrase], ...]


class Verbatim(NamedTuple):
    """Text to copy without any change, so its lines are not wrapped."""

    text: str
    title: Phrase | None = None


Block = Prose | Items | KeyFigures | Fields | Table | Tree | Compass | Commands | Verbatim


Lang = Literal["en", "zh", "both"]


class Document(NamedTuple):
    """The whole result of a command.

    ``records`` is a list of records, or one object, made of plain data. ``attribution`` names the
    publisher and the reporters in both languages, and ``rights`` says what reuse requires.
    ``lang`` is the language that was asked for; a format that holds both lets its reader change it.
    A list has a ``section`` and a ``name`` in place of a title, which a terminal does not show.
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

    def attributed(self) -> tuple[str, ...]:
        """Return the attribution in the language asked for, or in both, each on a line."""
        asked = {"zh": self.attribution.zh, "en": self.attribution.en}
        lines = asked.values() if self.lang == "both" else [asked[self.lang]]
        return tuple(line for line in lines if line)
