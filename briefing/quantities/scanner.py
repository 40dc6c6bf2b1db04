"""The quantities of Chinese policy prose: amounts, counts, dates, ranks, ranges.

`scan` is pure and runs in time linear in its text. What it reports:

- `text` is the number and its unit as written, an exact slice of the paragraph. A qualifier
  outside (近, 超, 约, 以上, 左右) is not in it; one inside is (2250余万亩).
- `value` has 万 and 亿 multiplied out and is in `unit`; percent, 成, ‰ and fractions are in `%`.
  A range is `[low, high]`, an enumeration (第2、3、4位) the list of its numbers, a date ISO 8601.
  None where the text leaves it open (几十, 数百), and for names.
- `kind` is `count`, `money`, `percent`, `date`, `duration`, `ordinal`, `rank`, `measure`, `range`,
  or `name` for a lexicalised term (十四五, 一批, 进一步), which is no quantity.
- `qualifier` is `exact`, `about`, `more_than`, `at_least`, `less_than`, `at_most` or `every`.
- `resolved` says that a date's year or month is not in its own text.
"""

import datetime
from collections.abc import Sequence

import msgspec

from briefing.quantities.numerals import fold
from briefing.quantities.paragraph import ParagraphReader


class Quantity(msgspec.Struct, frozen=True):
    """One quantity of a text; the module's docstring says what the fields hold."""

    paragraph: int
    offset: int
    text: str
    qualifier: str
    value: int | float | str | list[int | float | str] | None
    unit: str | None
    kind: str
    resolved: bool = False


def scan(paragraphs: Sequence[str], date: datetime.date | None = None) -> list[Quantity]:
    """The quantities of an article's paragraphs, in order; `date` is the article's own.

    Paragraph n is the nth line that is not blank; offsets count code points of it, stripped.
    """
    lines = (line for line in paragraphs if line.strip())
    return [
        quantity
        for number, line in enumerate(lines, 1)
        for quantity in scan_paragraph(line, number, date)
    ]


def scan_paragraph(text: str, number: int = 1, date: datetime.date | None = None) -> list[Quantity]:
    """The quantities of one paragraph, sorted by offset, none over another. Never raises."""
    text = text.strip()
    return [
        Quantity(
            number,
            found.start,
            text[found.start : found.end],
            found.qualifier or "exact",
            found.value,
            found.unit,
            found.kind,
            found.resolved,
        )
        for found in ParagraphReader(fold(text), date).found()
    ]
