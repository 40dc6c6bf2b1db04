"""Who says what in a draft: a person, a body or a document, by where the words stand."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from briefing.drafting.found import Span, by_paragraph


class Speakers:
    """Who says what stands at a place: of several the one whose words were given first."""

    def __init__(self, said: Sequence[tuple[Span, str]]) -> None:
        self._names = [name for _, name in said]
        self._changes: dict[int, list[tuple[int, int]]] = {}
        ranks: dict[Span, int] = {}
        for rank, (span, _) in enumerate(said):
            ranks.setdefault(span, rank)
        for number, spans in by_paragraph(ranks).items():
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
