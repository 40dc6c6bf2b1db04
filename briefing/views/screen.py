"""How much one screen holds: 40 lines of 80 columns, which a view that is not full fits."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from briefing.document import Lang, Line, Phrase, marks, texts
from briefing.words.catalogue import fill
from briefing.words.values import join

LINES = 40
COLUMNS = 78
"""The columns of a screen without its margins."""
_NAMES = 44
"""The columns for names of which there may be too many."""


def count_columns(text: str) -> int:
    """Return how many columns a text takes; a Chinese character or mark takes two."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def count_lines(lines: Iterable[Line], columns: int = COLUMNS) -> int:
    """Return how many lines on a screen some statements in one language take.

    What is inside a statement is indented by two columns.
    """
    shown = (text for line in lines for text in list_texts(line))
    return sum(count_wrapped(text, columns - 2 * (depth + 1)) for depth, text in shown)


def count_wrapped(text: str, columns: int) -> int:
    """Return about how many lines a text takes that is wrapped at that many columns."""
    if text.isascii():
        return len(wrap(text, columns))
    wide = count_columns(text) - len(text)
    if wide * 2 > len(text):  # Chinese is broken anywhere, but for marks
        return -(-count_columns(text) // (columns - 3))
    return len(wrap(text, columns))


def list_texts(line: Line, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield a statement as a screen shows it, with its depth, and those inside it below."""
    words = [text for cell in (line.text, line.remark or "") for _, text in texts(cell)]
    yield depth, "  ".join(filter(None, [*words, marks(line.paragraphs)]))
    for one in line.inside:
        yield from list_texts(one, depth + 1)


def fit_names(names: Sequence[Phrase], lang: Lang, more_key: str = "more") -> Phrase:
    """Return names one after another: as many as there is room for, and how many more there are."""
    room, shown = _NAMES, list[Phrase]()
    for name in names:
        room -= max(count_columns(words) for words in name if words)
        if room >= 0 or not shown:
            shown.append(name)
    if more := len(names) - len(shown):
        shown.append(fill(f"remark.{more_key}", lang, n=Phrase(str(more))))
    return join(shown, "、", ", ")
