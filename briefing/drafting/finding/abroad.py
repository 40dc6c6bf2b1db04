"""The countries and regions of the world that a text names, for a draft."""

from collections.abc import Sequence

from briefing.drafting.found import FoundPlace, Span
from briefing.names.abroad import Abroad, find_abroad
from briefing.names.romanizing import make_id


def find_places_abroad(paragraphs: Sequence[str]) -> list[FoundPlace]:
    """Return the countries and regions of the world that a text names, once each, in order.

    >>> [(one.name, one.id, one.english) for one in find_places_abroad(["对新西兰出口增长5%"])]
    [('新西兰', 'new-zealand', 'New Zealand')]
    """
    found: dict[str, list[tuple[Span, Abroad]]] = {}
    for number, text in enumerate(paragraphs, 1):
        for one in find_abroad(text):
            found.setdefault(one.name, []).append((Span(number, one.start, one.end), one))
    return [_make(paragraphs, each) for each in found.values()]


def _make(paragraphs: Sequence[str], named: list[tuple[Span, Abroad]]) -> FoundPlace:
    """Return a place under its usual name, or under the one that the text has for it."""
    spans = [span for span, _ in named]
    written = [paragraphs[one.paragraph - 1][one.start : one.end] for one in spans]
    usual = named[0][1].name
    name = usual if usual in written else written[0]
    first = written.index(name)
    mentions = (spans[first], *spans[:first], *spans[first + 1 :])
    others = tuple(dict.fromkeys(one for one in written if one != name))
    english = named[0][1].english
    return FoundPlace(name, "abroad", make_id(english), english, None, mentions, others)
