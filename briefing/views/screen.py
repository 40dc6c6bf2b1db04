"""How much one screen holds: 40 lines of 80 columns, which a view that is not full fits."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from briefing.document import Lang, Line, Phrase, marks, texts
from briefing.model.parts import Bilingual
from briefing.words.catalogue import fill, say
from briefing.words.values import join

LINES = 40
COLUMNS = 78
"""The columns of a screen without its margins."""
_NAMES = 60
"""The English characters for names of which there may be too many."""


def count_lines(lines: Iterable[Line], columns: int = COLUMNS) -> int:
    """Return how many lines on a screen some statements in one language take.

    What is inside a statement is indented by two columns. A Chinese character counts as one column,
    so that the count is right for English and too small for Chinese, which is shorter.
    """
    return sum(
        len(wrap(text, columns - 2 * (depth + 1)))
        for line in lines
        for depth, text in texts_of(line)
    )


def texts_of(line: Line, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield a statement as a screen shows it, with its depth, and those inside it below."""
    words = [text for cell in (line.text, line.remark or "") for _, text in texts(cell)]
    yield depth, "  ".join(filter(None, [*words, marks(line.paragraphs)]))
    for one in line.inside:
        yield from texts_of(one, depth + 1)


def fit_names(names: Iterable[Bilingual], lang: Lang) -> Phrase:
    """Return names one after another: as many as there is room for, and how many more there are."""
    room, shown, more = _NAMES, list[Phrase](), 0
    for name in names:
        room -= len(name.en or name.zh)
        if room >= 0 or not shown:
            shown.append(say(name, lang))
        else:
            more += 1
    if more:
        shown.append(fill("remark.more", lang, n=Phrase(str(more))))
    return join(shown, "、", ", ")
