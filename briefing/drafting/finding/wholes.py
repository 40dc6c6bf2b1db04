"""What the places of a text lie in, and whether the text or the table of divisions tells it."""

from collections.abc import Iterator, Sequence

from briefing.drafting.found import FoundPlace, Span

_DIVISIONS = ("province", "city", "county")
_STEM = 2
"""With so many characters begins the name of a zone that has that of its place in it."""


def find_wholes(
    places: Sequence[tuple[str, FoundPlace]], paragraphs: Sequence[str]
) -> Iterator[FoundPlace]:
    """Yield places, each of a code, with the nearest of the divisions that are named around it.

    The text tells it where the one stands right before the other somewhere: 甲省乙市. Else it is
    our conclusion from the code.
    """
    divisions = [(code, one) for code, one in places if one.kind in _DIVISIONS]
    names = {code: place.name for code, place in reversed(divisions)}
    ends = {(span.paragraph, span.end): one.name for _, one in divisions for span in one.mentions}
    for code, place in places:
        most = len(code) - 1 if place.kind in _DIVISIONS else len(code)
        around = (names[code[:size]] for size in (6, 4, 2) if size <= most and code[:size] in names)
        whole = next(around, None)
        is_told = whole is None or place.name.startswith(whole[:_STEM])
        is_told = is_told or any(
            ends.get((span.paragraph, _end_before(paragraphs, span))) == whole
            for span in place.mentions
        )
        yield place._replace(part_of=whole, guessed=not is_told)


def _end_before(paragraphs: Sequence[str], span: Span) -> int:
    """Return where the place before another one would end, without a 的 between them."""
    return span.start - paragraphs[span.paragraph - 1].startswith("的", span.start - 1)
