"""Scans Chinese policy prose for quantities: amounts, counts, dates, ranks and ranges."""

import datetime
from collections.abc import Collection, Sequence

import msgspec

from briefing.quantities.folding import fold, squeeze
from briefing.quantities.paragraph import ParagraphReader
from briefing.quantities.terms import select_given_names


class Quantity(msgspec.Struct, frozen=True):
    """One quantity of a text.

    `paragraph` is the number of its paragraph, from 1, and `offset` its place there in code points.
    `text` is the number with its unit as written, an exact slice of the paragraph. A qualifier is
    part of it only inside the number (2250余万亩), not around it (近, 以上).
    `qualifier` is `exact`, `about`, `more_than`, `at_least`, `less_than`, `at_most` or `every`.
    `value` is in `unit`, with 万 and 亿 multiplied out; percent, 成, ‰ and fractions are in `%`. A
    range is `[low, high]`, an enumeration (第2、3、4位) the list of its numbers, a date ISO 8601.
    It is None for names, and if the text leaves it open (几十, 数百).
    `kind` is `count`, `money`, `percent`, `date`, `duration`, `ordinal`, `rank`, `measure`, `range`
    or, for a fixed term that only contains a numeral (十四五, 一批, 进一步), `name`.
    `resolved` is whether the year or month of a date is not in its own text.
    """

    paragraph: int
    offset: int
    text: str
    qualifier: str
    value: int | float | str | list[int | float | str] | None
    unit: str | None
    kind: str
    resolved: bool = False


def scan(
    paragraphs: Sequence[str], date: datetime.date | None = None, names: Collection[str] = ()
) -> list[Quantity]:
    """Return the quantities of an article's paragraphs, in order.

    Blank paragraphs are left out and not numbered, and the others are stripped. `date` is the
    article's own date, from which dates take a year or month that is not in their text. `names` are
    names of places and firms; one that begins like a number (三台县) is one name. The time is
    linear in the length of the text. Raises `TypeError` for a single string.
    """
    if isinstance(paragraphs, str):
        raise TypeError("paragraphs is a list of paragraphs, not a single one")
    known = frozenset(names)
    lines = (line for line in paragraphs if line.strip())
    return [
        quantity
        for number, line in enumerate(lines, 1)
        for quantity in scan_paragraph(line, number, date, known)
    ]


def scan_paragraph(
    text: str,
    number: int = 1,
    date: datetime.date | None = None,
    names: frozenset[str] = frozenset(),
) -> list[Quantity]:
    """Return the quantities of one paragraph, sorted by offset and without overlap.

    `number` is the number of the paragraph, and `date` and `names` are as for `scan`. Any text can
    be scanned.
    """
    text = text.strip()
    plain, places = squeeze(fold(text))
    found = ParagraphReader(plain, date, select_given_names(names)).found()
    if places is not None:
        found = (
            one._replace(start=places[one.start], end=places[one.end - 1] + 1) for one in found
        )
    return [
        Quantity(number, start, text[start:end], qualifier or "exact", value, unit, kind, resolved)
        for start, end, value, unit, kind, qualifier, resolved in found
    ]
