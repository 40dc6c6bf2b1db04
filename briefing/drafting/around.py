"""What stands around a figure of a draft: its place, who says it, and what else is there.

All spans of a paragraph are sorted once, since every figure of the paragraph asks about them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import Any

from briefing.drafting.found import FoundPlace, Span
from briefing.drafting.ids import Ids
from briefing.drafting.text import DraftText

_WHOLE = {"省": "province", "市": "city", "县": "county", "区": "county"}
_OF_WHOLE = re.compile("(?:全|我)([省市县区])(?![域间位内])")


class Spans:
    """Spans of which is asked whether another one touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}  # the furthest end of the spans up to each one
        for number, held in _by_paragraph(spans).items():
            self._starts[number] = [one.start for one in sorted(held)]
            self._ends[number] = list(accumulate((one.end for one in sorted(held)), max))

    def touch(self, span: Span) -> bool:
        """Return whether a span overlaps one of them."""
        at = bisect_left(self._starts.get(span.paragraph, ()), span.end)
        return at > 0 and self._ends[span.paragraph][at - 1] > span.start


class Speakers:
    """Who says what stands at a place: of several the one whose words were given first."""

    def __init__(self, said: Sequence[tuple[Span, str]]) -> None:
        self._names = [name for _, name in said]
        self._changes: dict[int, list[tuple[int, int]]] = {}
        ranks: dict[Span, int] = {}
        for rank, (span, _) in enumerate(said):
            ranks.setdefault(span, rank)
        for number, spans in _by_paragraph(ranks).items():
            self._changes[number] = list(_changes(sorted(spans), ranks))

    def at(self, span: Span) -> list[str]:
        """Return the speaker in whose words a span begins, if there is one."""
        changes = self._changes.get(span.paragraph, [])
        at = bisect_right(changes, (span.start, len(self._names))) - 1
        rank = changes[at][1] if at >= 0 else -1
        return [self._names[rank]] if rank >= 0 else []


def _changes(spans: Sequence[Span], ranks: dict[Span, int]) -> Iterable[tuple[int, int]]:
    """Yield each offset at which other words begin to count, with their rank, or -1 for none."""
    running: list[tuple[int, int]] = []  # the rank and the end of all that goes on, first the least
    following = iter(spans)
    one = next(following, None)
    for at in sorted({offset for span in spans for offset in (span.start, span.end)}):
        while one and one.start == at:
            heappush(running, (ranks[one], one.end))
            one = next(following, None)
        while running and running[0][1] <= at:
            heappop(running)
        yield at, running[0][0] if running else -1


class Places:
    """The places of a draft, by what names them and by where they stand."""

    def __init__(self, found: Sequence[FoundPlace], ids: Ids) -> None:
        self.ids = {one.name: ids.take("places", one.name, one.id) for one in found}
        self._of_kind: dict[str, list[str]] = {}
        self._at: dict[int, list[tuple[Span, str]]] = {}
        for one in found:
            self._of_kind.setdefault(one.kind, []).append(self.ids[one.name])
            for span in one.mentions:
                self._at.setdefault(span.paragraph, []).append((span, self.ids[one.name]))
        for held in self._at.values():
            held.sort()

    def around(self, text: DraftText, span: Span) -> dict[str, Any]:
        """Return the place that a figure is of, as far as its clause or its sentence tells it.

        In its clause it is the last place before the figure; in its sentence the only one. The
        whole county (全县) is the only county of the text, which is our conclusion.
        """
        clause, sentence = text.clause_of(span), text.sentence_of(span)
        held = self._at.get(span.paragraph, [])
        first = bisect_left(held, sentence.start, key=lambda one: one[0].start)
        last = bisect_left(held, span.start, lo=first, key=lambda one: one[0].start)
        before = [(one, name) for one, name in held[first:last] if one.end <= span.start]
        near = [name for one, name in before if one.start >= clause.start]
        names = list(dict.fromkeys(name for _, name in before))
        if named := near[-1:] or (names if len(names) == 1 else []):
            return {"places": named}
        whole = _OF_WHOLE.findall(text.read(sentence._replace(end=span.start)))
        of_kind = self._of_kind.get(_WHOLE[whole[-1]], []) if whole else []
        return {"places": of_kind, "inferred": ["places"]} if len(of_kind) == 1 else {}

    def of_name(self, text: DraftText, span: Span) -> list[str]:
        """Return the places in a name, or else the one that stands before it."""
        held = self._at.get(span.paragraph, [])
        first = bisect_left(held, span.start, key=lambda one: one[0].start)
        last = bisect_left(held, span.end, lo=first, key=lambda one: one[0].start)
        inside = [name for one, name in held[first:last] if one.end <= span.end]
        found: dict[str, Any] = {} if inside else self.around(text, span)
        before = [] if found.get("inferred") else found.get("places", [])
        return list(dict.fromkeys([*inside, *before]))


def _by_paragraph(spans: Iterable[Span]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for span in spans:
        found.setdefault(span.paragraph, []).append(span)
    return found
