"""What stands in one place of a document: words, statements with their evidence, lists of these."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, Protocol, TypeGuard


class Phrase(NamedTuple):
    """Words in the languages to show; where both are given, both are shown, Chinese first."""

    zh: str | None = None
    en: str | None = None

    @property
    def chinese(self) -> str:
        """The words in Chinese, or in English where there are none in Chinese."""
        return self.zh or self.en or ""

    @property
    def english(self) -> str:
        """The words in English, or in Chinese where there are none in English."""
        return self.en or self.zh or ""

    def joined(self, between: str) -> str:
        """Return the words of both languages, with ``between`` between them."""
        return between.join(words for words in self if words)

    def labelled(self, label: "Phrase") -> "Phrase":
        """Return the words after a label and a colon, in each language to show."""
        zh, en = self._shown_with(label)
        return Phrase(
            f"{label.chinese}：{self.chinese}" if zh else None,
            f"{label.english}: {self.english}" if en else None,
        )

    def remarked(self, remark: "Phrase | None") -> "Phrase":
        """Return the words with a remark in brackets behind them, if there is one."""
        if remark is None or not any(self):
            return remark or self
        zh, en = self._shown_with(remark)
        return Phrase(
            f"{self.chinese}（{remark.chinese}）" if zh else None,
            f"{self.english} ({remark.english})" if en else None,
        )

    def followed(self, other: "Phrase", between: str = " · ") -> "Phrase":
        """Return the words with others behind them, in each language that they have."""
        return Phrase(
            self.zh and f"{self.zh}{between}{other.chinese}",
            self.en and f"{self.en}{between}{other.english}",
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


class Proof(Protocol):
    """Where a claim stands: the number of a paragraph, and the words there that bear it out."""

    @property
    def paragraph(self) -> int: ...
    @property
    def anchor(self) -> str: ...


Evidence = tuple[Proof, ...]


class Line(NamedTuple):
    """A statement, the evidence that supports it, and a remark such as *implied*.

    What belongs to the statement is ``inside`` it, in a list of an :class:`Outline`. Where only the
    paragraphs of something are to be shown, the text is empty.
    """

    text: "Cell"
    evidence: Evidence = ()
    remark: Phrase | None = None
    inside: tuple["Line", ...] = ()

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that the evidence names, once each, in order."""
        return paragraphs(self.evidence)


Cell = str | Phrase | Marked | Line | tuple["Cell", ...]
"""What stands in one place: text of no language (an id), words, a statement, a list of these."""


def is_list(cell: Cell) -> TypeGuard[tuple[Cell, ...]]:
    """Return whether a cell is a list of others. All kinds of cells but text are tuples."""
    return not isinstance(cell, str | Phrase | Marked | Line)


def statements(cell: tuple[Cell, ...]) -> list[Line]:
    """Return the parts of a list as statements."""
    return [part if isinstance(part, Line) else Line(part) for part in cell]


def list_mark(cell: Iterable[Cell]) -> str:
    """Return what stands between the texts of a list: a Chinese mark where a reader has Chinese.

    What a search has found may be in either language, and its label is in the reader's.

    >>> list_mark((Phrase("甲"), Phrase("乙"))), list_mark((Phrase("甲"), Phrase("乙", "B")))
    ('；', '; ')
    """
    langs = {
        lang
        for one in cell
        for lang, _ in texts(one.label if isinstance(one, Marked) else one)
        if lang
    }
    return "；" if langs == {"zh"} else "; "


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
        case Line():
            own = [(None, marks(cell.paragraphs))] if cell.evidence else []
            return [*texts(cell.text), *texts(cell.remark or ""), *own]
        case _:
            return [text for part in cell for text in texts(part)]


def paragraphs(evidence: Iterable[Proof]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that the evidence names, once each, in order."""
    return tuple(sorted({proof.paragraph for proof in evidence}))


def find_evidence(value: object) -> Iterator[Proof]:
    """Yield the evidence of all that blocks, or parts of them, say."""
    if isinstance(value, tuple):
        yield from getattr(value, "evidence", ())
        for part in value:
            if isinstance(part, tuple):
                yield from find_evidence(part)


def marks(paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers as marks; numbers in a row become a range.

    >>> marks((5, 12, 13, 14))
    '¶5 ¶12–14'
    """
    return " ".join(f"¶{one}" for one in ranges(paragraphs))


def ranges(numbers: Iterable[int], to: str = "–") -> list[str]:
    """Return numbers that are in order as text; those in a row become a range.

    >>> ranges((5, 12, 13, 14))
    ['5', '12–14']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) + (f"{to}{run[-1]}" if len(run) > 1 else "") for run in runs]
